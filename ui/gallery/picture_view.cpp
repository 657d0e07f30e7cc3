#include "ui/gallery/picture_view.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {

namespace {

constexpr int kSide = 38 * kGrid;

} // namespace

PictureView::PictureView(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(20 * kGrid, 20 * kGrid);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PictureView::setPicture(const QImage& picture, const QString& accessibleName)
{
    m_picture = picture;
    m_scaled = {};
    m_message.clear();
    setAccessibleName(accessibleName);
    updateGeometry();
    update();
}

void PictureView::setMessage(const QString& message)
{
    m_picture = {};
    m_scaled = {};
    m_message = message;
    setAccessibleName(message);
    update();
}

QSize PictureView::sizeHint() const
{
    return {kSide, kSide};
}

int PictureView::heightForWidth(int width) const
{
    if (m_picture.isNull())
        return width;
    const int fitted = m_picture.height() * width / m_picture.width();
    return std::clamp(fitted, minimumHeight(), width);
}

void PictureView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    if (m_picture.isNull()) {
        if (m_message.isEmpty())
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath outline;
        outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kGrid, kGrid);
        painter.fillPath(outline, palette().color(QPalette::Base));
        painter.setPen(gridLineColour(palette()));
        painter.drawPath(outline);
        painter.setPen(secondaryTextColour(palette()));
        painter.drawText(rect().adjusted(2 * kGrid, kGrid, -2 * kGrid, -kGrid),
                         Qt::AlignCenter | Qt::TextWordWrap, m_message);
        return;
    }
    const qreal ratio = devicePixelRatioF();
    const QSize room = (QSizeF(size()) * ratio).toSize();
    const QSize fitted = m_picture.size().scaled(room, Qt::KeepAspectRatio);
    if (m_scaled.size() != fitted) {
        m_scaled = QPixmap::fromImage(
            m_picture.scaled(fitted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_scaled.setDevicePixelRatio(ratio);
    }
    const QSizeF shown = QSizeF(fitted) / ratio;
    painter.drawPixmap(QPointF((width() - shown.width()) / 2.0, (height() - shown.height()) / 2.0),
                       m_scaled);
}

} // namespace ui
