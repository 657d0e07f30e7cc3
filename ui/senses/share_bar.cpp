#include "ui/senses/share_bar.h"

#include <QPainter>

#include <algorithm>

namespace ui {

ShareBar::ShareBar(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void ShareBar::setShare(double share, Accent accent)
{
    m_share = std::clamp(share, 0.0, 1.0);
    m_accent = accent;
    update();
}

void ShareBar::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF trough(rect());
    const double radius = trough.height() / 2.0;
    painter.setBrush(gridLineColour(palette()));
    painter.drawRoundedRect(trough, radius, radius);
    if (m_share <= 0.0)
        return;
    QRectF filled = trough;
    filled.setWidth(std::max(trough.height(), m_share * trough.width()));
    painter.setBrush(accentColour(m_accent, palette()));
    painter.drawRoundedRect(filled, radius, radius);
}

} // namespace ui
