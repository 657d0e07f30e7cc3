#pragma once

#include <QFont>
#include <QImage>
#include <QString>
#include <QStringList>

namespace samples {

/// The colour emoji font of this machine: the first of `families` that is installed, at the size
/// at which drawEmoji draws. No other font stands in for a glyph that it lacks.
/// Throws core::Error naming the Debian package if none is.
QFont emojiFont(const QStringList& families = {
                    QStringLiteral("Noto Color Emoji"), QStringLiteral("Apple Color Emoji"),
                    QStringLiteral("Segoe UI Emoji"), QStringLiteral("Twitter Color Emoji")});

/// The text of "1F1EF-1F1F5" as in uses.csv. A keycap (… U+20E3) gets U+FE0F before its U+20E3,
/// without which fonts draw a bare digit. Empty if `codepoints` is not a list of code points.
QString emojiText(const QString& codepoints);

/// How many glyphs `font` needs for `text`, invisible ones not counted; one for an emoji that the
/// font knows. 0 if a character is unknown to it.
int visibleGlyphs(const QString& text, const QFont& font);

/// The emoji, centred by its ink on a white square of `side` pixels; entirely white if the font
/// draws nothing.
QImage drawEmoji(const QString& text, const QFont& font, int side);

} // namespace samples
