#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace ui {

/// What a colour says. The same everywhere, safe for colour-blind eyes, and never alone: a sign,
/// a word or a shape always says it too.
enum class Accent {
    Popular,   ///< warm
    Unpopular, ///< cool
    Neutral,   ///< neither: a linear model, all images
    First,     ///< to tell series apart where popularity is not meant
    Second,
    Third,
};

enum class ThemeChoice { System, Light, Dark };

/// Spacing of the whole window is a multiple of this, in device-independent pixels.
inline constexpr int kGrid = 8;

/// Fusion with a palette of our own; follows the system's light or dark where `choice` is System
/// (Qt 6.4: by the lightness of the system palette's window colour).
void applyTheme(QApplication& application, ThemeChoice choice);

bool isDark(const QPalette& palette);
/// The accent as it is drawn on this palette's window colour (contrast at least 3:1).
QColor accentColour(Accent accent, const QPalette& palette);
QColor gridLineColour(const QPalette& palette);
QColor secondaryTextColour(const QPalette& palette); ///< contrast at least 4.5:1

} // namespace ui
