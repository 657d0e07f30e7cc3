#include "data/street/app_parts.h"

#include <algorithm>

namespace samples {

namespace {

void drawBubble(Canvas& canvas, const QRectF& bubble, int lines, bool own, const Screen& screen)
{
    const double unit = screen.unit;
    const auto& skin = screen.skin;
    fillRounded(canvas.painter, bubble, unit, own ? skin.accent : skin.panel);
    for (int line = 0; line < lines; ++line)
        drawWords(canvas, bubble.topLeft() + QPointF(unit, unit * (0.75 + line * 1.35)),
                  (bubble.width() - unit * 2) * (line + 1 == lines ? 0.6 : 1), unit * 0.6,
                  own ? QColor(255, 255, 255, 220) : skin.ink);
}

void drawChat(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    QRectF body = drawTitle(canvas, screen, QStringLiteral("Messages"));
    const int messages = canvas.number(2, 12);
    double y = body.top() + unit;
    for (int k = 0; k < messages && y < body.bottom() - unit * 8; ++k) {
        const bool own = dice.chance(0.5);
        const int lines = dice.count(1, 3);
        const double width = body.width() * dice.between(0.32, 0.66);
        const QRectF bubble(own ? body.right() - width - unit : body.left() + unit * 3, y, width,
                            unit * (lines * 1.35 + 1));
        drawBubble(canvas, bubble, lines, own, screen);
        if (!own)
            fillEllipse(painter, {body.left() + unit * 1.6, bubble.bottom() - unit}, {unit, unit},
                        hsl(dice.between(0, 360), 0.5, 0.6));
        y += bubble.height() + unit * 0.8;
    }
    const QRectF field(body.left() + unit, body.bottom() - unit * 2.6, body.width() - unit * 5,
                       unit * 1.9);
    fillRounded(painter, field, unit * 0.9, skin.panel);
    fillEllipse(painter, {body.right() - unit * 2.2, field.center().y()}, {unit, unit},
                skin.accent);
}

void drawSettings(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    const QRectF body = drawTitle(canvas, screen, QStringLiteral("Settings"));
    const double row = unit * (4.6 - canvas.number(0, 8) * 0.2);
    for (const double y : steps(body.top() + unit, body.bottom(), row + 2)) {
        const QRectF line(body.left() + unit, y, body.width() - unit * 2, row);
        const double middle = line.center().y();
        fillRounded(painter, line, 4, skin.panel);
        fillRounded(painter, {line.left() + unit, middle - unit * 0.8, unit * 1.6, unit * 1.6}, 3,
                    hsl(dice.between(0, 360), 0.6, 0.58));
        drawWords(canvas, {line.left() + unit * 3.6, middle - unit * 0.35},
                  line.width() * dice.between(0.2, 0.42), unit * 0.7, skin.ink);
        const bool on = dice.chance(0.5);
        const QRectF knob(line.right() - unit * 3.4, middle - unit * 0.75, unit * 2.6, unit * 1.5);
        fillRounded(painter, knob, unit * 0.75, on ? skin.accent : skin.faint);
        fillEllipse(painter, {on ? knob.right() - unit * 0.75 : knob.left() + unit * 0.75, middle},
                    {unit * 0.6, unit * 0.6}, QColor(252, 252, 252));
    }
}

void drawArticle(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    const QRectF body = drawTitle(canvas, screen, QStringLiteral("news.example"))
                            .adjusted(unit * 1.4, unit, -unit * 1.4, 0);
    double y = body.top();
    drawWords(canvas, {body.left(), y}, body.width() * 0.9, unit * 1.3, skin.ink);
    drawWords(canvas, {body.left(), y + unit * 1.9}, body.width() * 0.6, unit * 1.3, skin.ink);
    y += unit * 4.4;
    const QRectF picture(body.left(), y, body.width(), body.height() * dice.between(0.2, 0.42));
    fill(painter, picture, down(picture, {skin.accent, mix(skin.accent, skin.second, 0.6)}));
    fillEllipse(painter, picture.center() - QPointF(picture.width() * 0.2, 0),
                {picture.height() * 0.16, picture.height() * 0.16}, QColor(255, 250, 230, 220));
    fill(painter,
         polygon({picture.bottomLeft(), picture.center() + QPointF(unit, -unit),
                  picture.bottomRight()}),
         shade(skin.second, -0.4));
    y = picture.bottom() + unit * 1.2;
    for (int k = canvas.number(2, 16); k > 0 && y < body.bottom(); --k, y += unit * 1.3)
        drawWords(canvas, {body.left(), y}, body.width() * dice.between(0.75, 1), unit * 0.6,
                  withAlpha(skin.ink, 0.7));
}

void drawPlayer(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    const QRectF& area = screen.area;
    fill(painter, area, down(area, {mix(skin.ground, skin.accent, 0.5), skin.ground}));
    const double side = std::min(area.width() * 0.62, area.height() * 0.5);
    const QRectF cover(area.center().x() - side / 2, area.top() + area.height() * 0.1, side, side);
    fillRounded(painter, cover, side * 0.06,
                between(cover.topLeft(), cover.bottomRight(), skin.accent, skin.second));
    for (int k = canvas.number(1, 5); k > 0; --k)
        fillEllipse(painter, cover.center(), {side * 0.09 * k, side * 0.09 * k},
                    withAlpha(k % 2 == 0 ? skin.ink : skin.ground, 0.35));
    const double y = cover.bottom() + area.height() * 0.08;
    drawWords(canvas, {cover.left(), y}, side * 0.7, screen.unit * 1.1, skin.ink);
    drawWords(canvas, {cover.left(), y + screen.unit * 1.9}, side * 0.4, screen.unit * 0.7,
              withAlpha(skin.ink, 0.6));
    const double bar = y + area.height() * 0.13;
    const double played = side * dice.between(0.1, 0.9);
    fillRounded(painter, {cover.left(), bar, side, 2.4}, 1.2, withAlpha(skin.ink, 0.3));
    fillRounded(painter, {cover.left(), bar, played, 2.4}, 1.2, skin.ink);
    fillEllipse(painter, {cover.left() + played, bar + 1.2}, {3.4, 3.4}, skin.ink);
    const QPointF play(area.center().x(), bar + area.height() * 0.11);
    const double size = side * 0.13;
    fillEllipse(painter, play, {size, size}, skin.ink);
    fill(painter,
         polygon({play + QPointF(-size * 0.3, -size * 0.45), play + QPointF(size * 0.5, 0),
                  play + QPointF(-size * 0.3, size * 0.45)}),
         skin.ground);
    for (const double way : {-1.0, 1.0})
        fill(painter,
             polygon({play + QPointF(way * size * 1.7, -size * 0.4),
                      play + QPointF(way * size * 2.4, 0),
                      play + QPointF(way * size * 1.7, size * 0.4)}),
             skin.ink);
}

} // namespace

Skin pickSkin(Dice& dice)
{
    const double hue = dice.between(0, 360);
    const QColor accent = hsl(hue + dice.around(0, 180), dice.between(0.5, 0.85), 0.55);
    const QColor second = hsl(dice.between(0, 360), 0.65, 0.58);
    switch (dice.count(0, 4)) {
    case 0: // tinted
        return {hsl(hue, dice.between(0.25, 0.6), dice.between(0.32, 0.5)),
                hsl(hue, 0.45, dice.between(0.2, 0.6)),
                hsl(50, 0.4, 0.97),
                hsl(hue, 0.3, 0.66),
                shade(accent, 0.25),
                shade(second, 0.3)};
    case 1:
    case 2: // dark
        return {hsl(hue, dice.between(0, 0.45), dice.between(0.06, 0.17)),
                hsl(hue, dice.between(0.05, 0.35), dice.between(0.18, 0.28)),
                hsl(hue, 0.2, 0.9),
                hsl(hue, 0.12, 0.42),
                accent,
                second};
    default: // light
        return {hsl(hue, dice.between(0, 0.7), dice.between(0.86, 0.97)),
                hsl(hue, dice.between(0.05, 0.5), dice.chance(0.5) ? 0.99 : 0.84),
                hsl(hue, 0.3, 0.16),
                hsl(hue, 0.15, 0.68),
                shade(accent, -0.08),
                second};
    }
}

void drawProgram(Canvas& canvas, const Screen& screen)
{
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    constexpr void (*kPrograms[])(Canvas&, const Screen&) = {
        drawChat, drawTable,    drawCharts,   drawCharts,  drawSettings,
        drawCode, drawTerminal, drawCalendar, drawArticle, drawPlayer};
    canvas.painter.save();
    canvas.painter.setClipRect(screen.area, Qt::IntersectClip);
    fill(canvas.painter, screen.area, screen.skin.ground);
    canvas.dice.pick(kPrograms)(canvas, screen);
    canvas.painter.restore();
}

void drawDialog(Canvas& canvas, const Screen& screen)
{
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    static constexpr const char* kTitles[] = {"Error 0x5F",  "Are you sure?", "Update now?",
                                              "Low battery", "No signal",     "File is in use"};
    const QSizeF size(screen.area.width() * 0.66, screen.unit * 9);
    const QRectF box(screen.area.center() - QPointF(size.width() / 2, size.height() / 2), size);
    fill(painter, screen.area, QColor(0, 0, 0, 110));
    fillRounded(painter, box, 7, skin.panel);
    const QPointF icon(box.left() + screen.unit * 2, box.top() + screen.unit * 2.2);
    fillEllipse(painter, icon, {screen.unit * 1.1, screen.unit * 1.1}, hsl(8, 0.8, 0.56));
    fillRounded(painter, {icon.x() - 1, icon.y() - screen.unit * 0.65, 2, screen.unit * 1.3}, 1,
                Qt::white);
    drawLabel(
        painter,
        {box.left() + screen.unit * 3.8, box.top() + screen.unit, size.width(), screen.unit * 2.4},
        label(QString::fromLatin1(canvas.dice.pick(kTitles)), screen.unit * 1.3, Qt::AlignLeft),
        skin.ink);
    drawWords(canvas, {box.left() + screen.unit * 1.2, box.top() + screen.unit * 4.2},
              size.width() - screen.unit * 3, screen.unit * 0.6, withAlpha(skin.ink, 0.7));
    for (int k = 0; k < 2; ++k)
        fillRounded(painter,
                    {box.right() - (k + 1) * size.width() * 0.32, box.bottom() - screen.unit * 2.8,
                     size.width() * 0.27, screen.unit * 2},
                    4, k == 0 ? skin.accent : skin.faint);
}

} // namespace samples
