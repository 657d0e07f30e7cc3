#include "data/street/app_parts.h"

#include <algorithm>
#include <iterator>

namespace samples {

namespace {

void drawBars(Canvas& canvas, const QRectF& area, const Skin& skin)
{
    const int bars = canvas.number(4, 14);
    const double step = area.width() / bars;
    for (int k = 0; k < bars; ++k) {
        const double height = area.height() * canvas.dice.between(0.15, 1);
        const QRectF bar(area.left() + k * step, area.bottom() - height, step * 0.66, height);
        fillRounded(canvas.painter, bar, std::min(step * 0.15, 2.0),
                    canvas.dice.chance(0.2) ? skin.second : skin.accent);
    }
}

void drawCurve(Canvas& canvas, const QRectF& area, const QColor& colour)
{
    std::vector<QPointF> points;
    double level = canvas.dice.between(0.3, 0.7);
    for (int k = 0; k <= 9; ++k) {
        points.emplace_back(area.left() + k * area.width() / 9,
                            area.bottom() - level * area.height());
        level = std::clamp(level + canvas.dice.around(0.02, 0.28), 0.05, 0.95);
    }
    auto curve = smoothPath(points, false);
    stroke(canvas.painter, curve, colour, 1.8);
    curve.lineTo(area.bottomRight());
    curve.lineTo(area.bottomLeft());
    fill(canvas.painter, curve, down(area, {withAlpha(colour, 0.45), withAlpha(colour, 0.02)}));
}

void drawRing(Canvas& canvas, const QRectF& area, const Skin& skin)
{
    auto& painter = canvas.painter;
    const double radius = std::min(area.width(), area.height()) * 0.42;
    const QRectF ring(area.center().x() - radius, area.center().y() - radius, radius * 2,
                      radius * 2);
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    const QColor parts[] = {skin.accent, skin.second, skin.faint, mix(skin.accent, skin.ink, 0.5)};
    int from = 90 * 16;
    for (const auto& part : parts) {
        const int span =
            &part == &parts[3] ? 90 * 16 + 360 * 16 - from : canvas.dice.count(40, 130) * 16;
        painter.setPen(QPen(part, radius * 0.36, Qt::SolidLine, Qt::FlatCap));
        painter.setBrush(Qt::NoBrush);
        painter.drawArc(ring.adjusted(radius * 0.18, radius * 0.18, -radius * 0.18, -radius * 0.18),
                        from, std::max(span, 0));
        from += span;
    }
}

} // namespace

void drawTable(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    const QRectF body = drawTitle(canvas, screen, QStringLiteral("Budget.xls"));
    const int columns = canvas.number(3, 7);
    const double width = body.width() / columns;
    const double row = unit * 1.7;
    const double full = 0.15 + canvas.number(0, 8) * 0.1;
    const int chosen = dice.count(2, 6);
    int line = -1;
    for (const double y : steps(body.top(), body.bottom(), row)) {
        ++line;
        if (line == 0)
            fill(painter, QRectF(body.left(), y, body.width(), row), withAlpha(skin.accent, 0.75));
        else if (line % 2 == 0)
            fill(painter, QRectF(body.left(), y, body.width(), row), withAlpha(skin.panel, 0.8));
        for (int column = 0; column < columns; ++column) {
            const QRectF cell(body.left() + column * width, y, width, row);
            fill(painter, QRectF(cell.right() - 0.7, y, 0.7, row), withAlpha(skin.faint, 0.6));
            if (column == 0 || line == 0)
                drawWords(canvas, cell.topLeft() + QPointF(3, row * 0.32), width * 0.55, row * 0.34,
                          skin.ink);
            else if (dice.chance(full))
                drawLabel(painter, cell.adjusted(0, 0, -3, 0),
                          {QString::number(dice.count(10, 9999)), Face::Sans,
                           std::max(4, static_cast<int>(unit)), false,
                           Qt::AlignRight | Qt::AlignVCenter},
                          dice.chance(0.15) ? skin.second : skin.ink);
        }
        fill(painter, QRectF(body.left(), y + row - 0.6, body.width(), 0.6),
             withAlpha(skin.faint, 0.6));
    }
    painter.setPen(QPen(skin.second, 1.6));
    painter.setBrush(withAlpha(skin.second, 0.2));
    painter.drawRect(
        QRectF(body.left() + (chosen % columns) * width, body.top() + chosen * row, width, row));
}

void drawCharts(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    const QRectF body = drawTitle(canvas, screen, QStringLiteral("Weekly report"))
                            .adjusted(unit, unit, -unit, -unit);
    const int columns = canvas.number(1, 2);
    const int rows = canvas.number(1, 3);
    const QSizeF cell(body.width() / columns, body.height() / rows);
    for (int k = 0; k < columns * rows; ++k) {
        const int row = k / columns;
        const QRectF card(body.left() + (k % columns) * cell.width() + 2,
                          body.top() + row * cell.height() + 2, cell.width() - 4,
                          cell.height() - 4);
        fillRounded(canvas.painter, card, 5, skin.panel);
        drawWords(canvas, card.topLeft() + QPointF(unit, unit * 0.8), card.width() * 0.4,
                  unit * 0.6, skin.faint);
        const QRectF plot = card.adjusted(unit, unit * 2.2, -unit, -unit);
        for (int line = 0; line < 4; ++line)
            fill(canvas.painter,
                 QRectF(plot.left(), plot.top() + line * plot.height() / 4, plot.width(), 0.6),
                 withAlpha(skin.faint, 0.4));
        switch (dice.count(0, 3)) {
        case 0:
            drawBars(canvas, plot, skin);
            break;
        case 1:
            drawRing(canvas, plot, skin);
            break;
        case 2:
            drawLabel(canvas.painter, plot,
                      label(QStringLiteral("%1%").arg(dice.count(3, 98)),
                            std::min(plot.height() * 0.5, plot.width() * 0.3)),
                      dice.chance(0.5) ? skin.accent : skin.second);
            break;
        default:
            drawCurve(canvas, plot, skin.accent);
            drawCurve(canvas, plot, skin.second);
        }
    }
}

void drawCode(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    const QRectF body = drawTitle(canvas, screen, QStringLiteral("main.cpp"));
    const double side = dice.chance(0.5) ? body.width() * 0.22 : unit * 2;
    fill(painter, QRectF(body.left(), body.top(), side, body.height()), skin.panel);
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    const QColor tokens[] = {
        skin.accent, skin.second, skin.ink, skin.ink, mix(skin.accent, skin.second, 0.5),
        skin.faint};
    int depth = 0;
    const double shown = 0.45 + 0.07 * canvas.number(0, 8);
    for (const double y : steps(body.top() + unit, body.bottom() - unit, unit * 1.3)) {
        fillRounded(painter,
                    {body.left() + unit * 0.4, y, side * dice.between(0.3, 0.75), unit * 0.5}, 1,
                    skin.faint);
        depth = std::clamp(depth + dice.count(-1, 1), 0, 4);
        if (!dice.chance(shown))
            continue;
        double x = body.left() + side + unit * (1 + depth * 1.6);
        for (int word = dice.count(1, 6); word > 0 && x < body.right() - unit * 4; --word) {
            const double width = unit * dice.between(0.8, 4);
            fillRounded(painter, {x, y, width, unit * 0.62}, unit * 0.2, dice.pick(tokens));
            x += width + unit * 0.5;
        }
    }
}

void drawTerminal(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    const auto& skin = screen.skin;
    const double unit = screen.unit;
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    static constexpr const char* kLines[] = {
        "$ make test",  "ok 214 passed", "error: disk full", "$ ls -la",       "warning: 3 left",
        "done in 12 s", "$ git status",  "nothing to do",    "[####    ] 48%", "connecting ...",
        "retry in 5 s", "$ top",         "404 not found",    "saved 18 files", "fatal: no route"};
    double y = screen.area.top() + unit;
    for (int k = canvas.number(3, 16); k > 0 && y < screen.area.bottom(); --k, y += unit * 1.7)
        drawLabel(
            canvas.painter, {screen.area.left() + unit, y, screen.area.width() * 1.4, unit * 1.6},
            {QString::fromLatin1(dice.pick(kLines)), Face::Mono,
             std::max(4, static_cast<int>(unit * 1.25)), false, Qt::AlignLeft | Qt::AlignVCenter},
            dice.pick({skin.ink, skin.ink, skin.accent, skin.second}));
    fill(canvas.painter, QRectF(screen.area.left() + unit, y, unit * 0.8, unit * 1.5), skin.accent);
}

void drawCalendar(Canvas& canvas, const Screen& screen)
{
    auto& dice = canvas.dice;
    auto& painter = canvas.painter;
    const auto& skin = screen.skin;
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    // NOLINTNEXTLINE(modernize-avoid-c-arrays): picked from, its length counted
    static constexpr const char* kMonths[] = {"March", "June", "August", "October", "December"};
    const QRectF body = drawTitle(canvas, screen, QString::fromLatin1(dice.pick(kMonths)));
    const QSizeF cell(body.width() / 7, body.height() / 5);
    const int today = dice.count(4, 24);
    const double busy = 0.06 + canvas.number(0, 8) * 0.09;
    for (int day = 0; day < 35; ++day) {
        const int week = day / 7;
        const QRectF box(body.left() + (day % 7) * cell.width(), body.top() + week * cell.height(),
                         cell.width(), cell.height());
        fill(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), day % 7 > 4 ? skin.panel : skin.ground);
        fill(painter, QRectF(box.left(), box.bottom() - 0.8, box.width(), 0.8), skin.faint);
        const QPointF number(box.left() + cell.width() * 0.3, box.top() + cell.height() * 0.25);
        const double size = std::min(cell.width(), cell.height()) * 0.24;
        if (day == today)
            fillEllipse(painter, number, {size, size}, skin.accent);
        drawLabel(painter, {number.x() - 12, number.y() - 12, 24, 24},
                  label(QString::number(day % 31 + 1), size * 1.2),
                  day == today ? QColor(255, 255, 255) : skin.ink);
        for (int k = 0; k < 2; ++k)
            if (dice.chance(busy))
                fillRounded(painter,
                            {box.left() + 2, box.top() + cell.height() * (0.5 + k * 0.24),
                             cell.width() - 4, cell.height() * 0.19},
                            1.5, dice.pick({skin.accent, skin.second, skin.faint}));
    }
}

} // namespace samples
