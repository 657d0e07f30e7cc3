#pragma once

#include "data/street/paint.h"

namespace samples {

/// The colours of a program's window.
struct Skin {
    QColor ground;
    QColor panel; ///< cards, bars, bubbles on the ground
    QColor ink;
    QColor faint; ///< lines and lesser text
    QColor accent;
    QColor second;
};

/// Light, dark and tinted ones in any hue.
Skin pickSkin(Dice& dice);

/// A program seen in `area`; `unit` is the height of a line of its text.
struct Screen {
    QRectF area;
    Skin skin;
    double unit = 9;
};

/// Fills the area with one of many programs: a chat, a table, charts, settings, code, a terminal,
/// a calendar, an article, a player. The clutter tells how full it is.
void drawProgram(Canvas& canvas, const Screen& screen);

/// A message with two buttons in the middle of the area, which is dimmed.
void drawDialog(Canvas& canvas, const Screen& screen);

} // namespace samples
