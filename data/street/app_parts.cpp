#include "data/street/app_parts.h"

#include <algorithm>

namespace samples {

void drawWords(Canvas& canvas, QPointF at, double width, double height, const QColor& colour)
{
    for (double x = 0; x < width;) {
        const double word = std::min(height * canvas.dice.between(1, 4.5), width - x);
        if (word > height * 0.4)
            fillRounded(canvas.painter, {at.x() + x, at.y(), word, height}, height * 0.35, colour);
        x += word + height * 0.6;
    }
}

void drawLabel(QPainter& painter, const QRectF& area, const Lettering& lettering,
               const QColor& colour)
{
    painter.setPen(colour);
    drawText(painter, area, lettering);
}

Lettering label(const QString& text, double size, int alignment)
{
    return {text, Face::Sans, std::max(4, static_cast<int>(size)), true,
            alignment | Qt::AlignVCenter};
}

QRectF drawTitle(Canvas& canvas, const Screen& screen, const QString& title)
{
    const double unit = screen.unit;
    const QRectF bar(screen.area.topLeft(), QSizeF(screen.area.width(), unit * 2.6));
    const bool loud = canvas.dice.chance(0.35);
    fill(canvas.painter, bar, loud ? screen.skin.accent : screen.skin.panel);
    fill(canvas.painter, QRectF(bar.left(), bar.bottom() - 0.8, bar.width(), 0.8),
         withAlpha(screen.skin.faint, 0.6));
    const QColor ink = loud ? QColor(255, 255, 255) : screen.skin.ink;
    drawLabel(canvas.painter, bar.adjusted(unit * 2.4, 0, -unit * 2.4, 0),
              label(title, unit * 1.25, Qt::AlignLeft), ink);
    fillEllipse(canvas.painter, {bar.left() + unit * 1.4, bar.center().y()},
                {unit * 0.6, unit * 0.6}, withAlpha(ink, 0.8));
    for (int k = 0; k < 3; ++k)
        fillRounded(canvas.painter,
                    {bar.right() - unit * 2, bar.center().y() + (k - 1) * unit * 0.45 - 0.6,
                     unit * 1.2, unit * 0.2},
                    0.5, withAlpha(ink, 0.8));
    return screen.area.adjusted(0, bar.height(), 0, 0);
}

} // namespace samples
