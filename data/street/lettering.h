#pragma once

#include <QPainter>
#include <QString>

namespace samples {

enum class Face { Sans, Serif, Mono };

struct Lettering {
    QString text;
    Face face = Face::Sans;
    int size = 14; ///< of the letters, in scene units
    bool bold = false;
    int alignment = Qt::AlignCenter; ///< Qt::Alignment of the text in its area
    bool italic = false;
};

/// Draws the text in the painter's pen, wrapped to the area's width.
void drawText(QPainter& painter, const QRectF& area, const Lettering& lettering);

/// The area that the text takes when it is drawn in `area`.
QRectF textBounds(QPainter& painter, const QRectF& area, const Lettering& lettering);

} // namespace samples
