#include "data/emoji/emoji_font.h"

#include "core/error.h"

#include <QFontDatabase>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QTextLayout>

#include <algorithm>

namespace samples {

namespace {

constexpr int kPixelSize = 109;  // the size of Noto's own bitmaps
constexpr int kSheet = 320;      // room for any glyph at that size
constexpr double kFilled = 0.84; // of the side, taken by the larger extent of the emoji

QImage drawOnSheet(const QString& text, const QFont& font)
{
    QImage sheet(kSheet, kSheet, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(Qt::transparent);
    QPainter painter(&sheet);
    painter.setFont(font);
    painter.drawText(sheet.rect(), Qt::AlignCenter, text);
    return sheet;
}

QRect inkOf(const QImage& sheet)
{
    QRect ink;
    for (int y = 0; y < sheet.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(sheet.constScanLine(y));
        const auto* end = line + sheet.width();
        const auto visible = [](QRgb pixel) { return qAlpha(pixel) > 16; };
        const auto* first = std::find_if(line, end, visible);
        if (first == end)
            continue;
        const auto* last = std::find_if(std::make_reverse_iterator(end),
                                        std::make_reverse_iterator(first), visible)
                               .base();
        ink |= QRect(QPoint(static_cast<int>(first - line), y),
                     QPoint(static_cast<int>(last - line) - 1, y));
    }
    return ink;
}

} // namespace

QFont emojiFont(const QStringList& families)
{
    const auto installed = QFontDatabase::families();
    const auto found = std::find_if(families.begin(), families.end(), [&](const QString& family) {
        return installed.contains(family, Qt::CaseInsensitive);
    });
    if (found == families.end())
        throw core::Error("No colour emoji font is installed; install the package "
                          "fonts-noto-color-emoji and try again.");
    QFont font(*found);
    font.setPixelSize(kPixelSize);
    font.setStyleStrategy(QFont::NoFontMerging);
    return font;
}

QString emojiText(const QString& codepoints)
{
    constexpr char32_t kKeycap = 0x20E3;
    constexpr char32_t kColour = 0xFE0F;
    QList<char32_t> letters;
    for (const auto& part : codepoints.split(QLatin1Char('-'))) {
        bool read = false;
        const char32_t letter = part.toUInt(&read, 16);
        if (!read || letter == 0 || letter > 0x10FFFF)
            return {};
        if (letter == kKeycap && !letters.isEmpty() && letters.last() != kColour)
            letters.append(kColour);
        letters.append(letter);
    }
    return QString::fromUcs4(letters.constData(), letters.size());
}

int visibleGlyphs(const QString& text, const QFont& font)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    int visible = 0;
    for (const auto& run : layout.glyphRuns()) {
        for (const auto glyph : run.glyphIndexes()) {
            if (glyph == 0)
                return 0;
            if (!run.rawFont().boundingRect(glyph).isEmpty())
                ++visible;
        }
    }
    return visible;
}

QImage drawEmoji(const QString& text, const QFont& font, int side)
{
    QImage square(side, side, QImage::Format_RGB32);
    square.fill(Qt::white);
    const auto sheet = drawOnSheet(text, font);
    const auto ink = inkOf(sheet);
    if (ink.isEmpty())
        return square;
    const double scale = side * kFilled / std::max({ink.width(), ink.height(), kPixelSize});
    QRectF target(0, 0, ink.width() * scale, ink.height() * scale);
    target.moveCenter(QPointF(side / 2.0, side / 2.0));
    QPainter painter(&square);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, sheet, ink);
    return square;
}

} // namespace samples
