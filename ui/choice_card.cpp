#include "ui/choice_card.h"

#include "ui/theme/theme.h"

#include <QEnterEvent>
#include <QPainter>
#include <QPainterPath>

namespace ui {

namespace {

constexpr int kPadding = 3 * kGrid / 2;
constexpr int kPreviewHeight = 11 * kGrid;
constexpr int kWidth = 40 * kGrid;
constexpr double kGreyed = 0.4;

} // namespace

ChoiceCard::ChoiceCard(const QString& title, const QString& description, QWidget* parent)
    : QAbstractButton(parent)
    , m_description(description)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(description);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChoiceCard::setPreview(const QPixmap& preview)
{
    m_preview = preview;
    updateGeometry();
    update();
}

QFont ChoiceCard::titleFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

int ChoiceCard::previewHeight() const
{
    return m_preview.isNull() ? 0 : kPreviewHeight;
}

QRect ChoiceCard::textArea(int width) const
{
    const QRect room(kPadding, 0, std::max(width - 2 * kPadding, 1), 100 * kGrid);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap, m_description);
}

QSize ChoiceCard::sizeHint() const
{
    return {kWidth, heightForWidth(kWidth)};
}

int ChoiceCard::heightForWidth(int width) const
{
    return previewHeight() + kPadding + QFontMetrics(titleFont()).height() + kGrid / 2
           + textArea(width).height() + kPadding;
}

void ChoiceCard::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const bool marked = isEnabled() && (underMouse() || hasFocus());
    const double pen = hasFocus() ? 2.0 : 1.0;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), kGrid,
                           kGrid);
    painter.fillPath(outline, palette().color(isDown() ? QPalette::AlternateBase : QPalette::Base));
    painter.save();
    painter.setClipPath(outline);
    paintPreview(painter);
    painter.restore();

    QRect line(kPadding, previewHeight() + kPadding, width() - 2 * kPadding,
               QFontMetrics(titleFont()).height());
    painter.setPen(palette().color(QPalette::Text));
    painter.setFont(titleFont());
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text());
    line.setTop(line.bottom() + kGrid / 2);
    line.setHeight(height() - line.top());
    painter.setFont(font());
    painter.setPen(isEnabled() ? secondaryTextColour(palette())
                               : palette().color(QPalette::Disabled, QPalette::Text));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_description);
    painter.setPen(
        QPen(marked ? palette().color(QPalette::Highlight) : gridLineColour(palette()), pen));
    painter.drawPath(outline);
}

/// The middle of the preview, as wide as the card.
void ChoiceCard::paintPreview(QPainter& painter) const
{
    if (m_preview.isNull())
        return;
    const QSizeF strip(width(), previewHeight());
    QSizeF cut = strip.scaled(m_preview.size(), Qt::KeepAspectRatio);
    const QRectF from(
        QPointF((m_preview.width() - cut.width()) / 2, (m_preview.height() - cut.height()) / 2),
        cut);
    painter.setOpacity(isEnabled() ? 1.0 : kGreyed);
    painter.drawPixmap(QRectF({0, 0}, strip), m_preview, from);
}

void ChoiceCard::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void ChoiceCard::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace ui
