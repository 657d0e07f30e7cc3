#include "ui/senses/sense_mean.h"

#include "ui/gallery/bitmap_image.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace ui {

SenseMean::SenseMean(int side, QWidget* parent)
    : QWidget(parent)
    , m_side(side)
{
    setFixedSize(side, side);
    setAccessibleName(tr("Mean image of this sense"));
    setToolTip(tr("The mean of this sense's top images"));
}

void SenseMean::setPicture(const core::Bitmap& picture)
{
    m_picture = imageOf(picture);
    setAccessibleDescription(blank() ? tr("not there yet") : QString());
    update();
}

void SenseMean::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath outline;
    outline.addRoundedRect(rect(), kGrid / 2.0, kGrid / 2.0);
    painter.setClipPath(outline);
    if (!blank()) {
        painter.drawImage(rect(), m_picture);
        return;
    }
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(secondaryTextColour(palette()));
    painter.drawText(rect(), Qt::AlignCenter, tr("mean"));
}

} // namespace ui
