#pragma once

#include "data/street/apps.h"
#include "data/street/lettering.h"

namespace samples {

/// Words too small to read, as a row of bars.
void drawWords(Canvas& canvas, QPointF at, double width, double height, const QColor& colour);

void drawLabel(QPainter& painter, const QRectF& area, const Lettering& lettering,
               const QColor& colour);

/// A bold word, `size` scene units high.
Lettering label(const QString& text, double size, int alignment = Qt::AlignCenter);

/// A bar on top with a title; returns the area below.
QRectF drawTitle(Canvas& canvas, const Screen& screen, const QString& title);

// The programs that are made of cells and lines of text; the others stand in apps.cpp.
void drawTable(Canvas& canvas, const Screen& screen);
void drawCharts(Canvas& canvas, const Screen& screen);
void drawCode(Canvas& canvas, const Screen& screen);
void drawTerminal(Canvas& canvas, const Screen& screen);
void drawCalendar(Canvas& canvas, const Screen& screen);

} // namespace samples
