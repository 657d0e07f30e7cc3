#include "ui/gallery/response_bars.h"

#include "ui/gallery/sense_sign.h"

#include <QLocale>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double kQuietAlpha = 0.45; // of the bars of senses that do not answer
constexpr int kNameWidth = 12 * kGrid;

QString nameOf(const core::ImageResponse& response)
{
    const auto name = response.givenName.empty() ? senseIdText(response.id)
                                                 : QString::fromStdString(response.givenName);
    return senseSign(response.id) + QLatin1Char(' ') + name;
}

QString valueOf(const core::ImageResponse& response)
{
    return QLocale().toString(static_cast<double>(response.response), 'f', 2);
}

} // namespace

ResponseBars::ResponseBars(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ResponseBars::setResponses(const std::vector<core::ImageResponse>& responses)
{
    m_responses = responses;
    m_largest = 0.0F;
    QStringList said;
    for (const auto& row : m_responses) {
        m_largest = std::max(m_largest, std::abs(row.response));
        said.append(row.responding ? tr("%1 %2, answers").arg(nameOf(row), valueOf(row))
                                   : tr("%1 %2").arg(nameOf(row), valueOf(row)));
    }
    setAccessibleName(tr("Responses of the senses"));
    setAccessibleDescription(said.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

int ResponseBars::rowHeight() const
{
    return std::max(fontMetrics().height() + kGrid / 2, 5 * kGrid / 2);
}

QSize ResponseBars::sizeHint() const
{
    return {24 * kGrid, rowHeight() * static_cast<int>(m_responses.size())};
}

void ResponseBars::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect row(0, 0, width(), rowHeight());
    for (const auto& response : m_responses) {
        paintRow(painter, response, row);
        row.translate(0, rowHeight());
    }
}

void ResponseBars::paintRow(QPainter& painter, const core::ImageResponse& row,
                            const QRect& area) const
{
    QFont letters = font();
    letters.setBold(row.responding);
    painter.setFont(letters);
    const QFontMetrics metrics(letters);
    const int valueWidth = metrics.horizontalAdvance(QStringLiteral("−00.00")) + kGrid;
    const QRect name(area.left(), area.top(), kNameWidth, area.height());
    const QRect value(area.right() + 1 - valueWidth, area.top(), valueWidth, area.height());
    painter.setPen(row.responding ? palette().color(QPalette::WindowText)
                                  : secondaryTextColour(palette()));
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(nameOf(row), Qt::ElideRight, name.width()));
    painter.drawText(value, Qt::AlignVCenter | Qt::AlignRight, valueOf(row));

    const QRectF room(name.right() + 1 + kGrid, area.top() + kGrid / 2.0,
                      value.left() - name.right() - 1 - kGrid, area.height() - kGrid);
    const double zero = room.center().x();
    const double reach = m_largest > 0.0F ? room.width() / 2.0 / static_cast<double>(m_largest) : 0;
    const double end = zero + static_cast<double>(row.response) * reach;
    QColor colour = accentColour(senseAccent(row.id), palette());
    if (!row.responding)
        colour.setAlphaF(static_cast<float>(kQuietAlpha));
    painter.fillRect(QRectF(std::min(zero, end), room.top(), std::abs(end - zero), room.height()),
                     colour);
    painter.setPen(gridLineColour(palette()));
    painter.drawLine(QPointF(zero, area.top()), QPointF(zero, area.bottom() + 1));
}

} // namespace ui
