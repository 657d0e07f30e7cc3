#include "ui/training/sense_row.h"

#include "core/ranking/trainer.h"
#include "ui/gallery/sense_sign.h"
#include "ui/theme/theme.h"
#include "ui/training/run_text.h"
#include "ui/training/tile_source.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <optional>
#include <utility>

namespace ui {

namespace {

constexpr int kGutter = 9 * kGrid; // name and share
constexpr int kMargin = kGrid / 2;
constexpr int kBarHeight = 6;
constexpr int kLeastHeight = 6 * kGrid;
constexpr QSize kChip(15 * kGrid, 3 * kGrid);
constexpr double kRadius = 3.0;

std::optional<int> steppedTo(int key, int current, int columns, int last)
{
    switch (key) {
    case Qt::Key_Left:
        return current - 1;
    case Qt::Key_Right:
        return current + 1;
    case Qt::Key_Up:
        return current - columns;
    case Qt::Key_Down:
        return current + columns;
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return last;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return current;
    default:
        return std::nullopt;
    }
}

} // namespace

SenseRow::SenseRow(const core::SenseId& id, TileSource& tiles, QWidget* parent)
    : QWidget(parent)
    , m_id(id)
    , m_tiles(tiles)
{
    setObjectName(QStringLiteral("sense%1").arg(QString::fromStdString(id.name())));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    describe();
}

void SenseRow::setImages(std::vector<core::ImageKey> images, double share)
{
    m_images = std::move(images);
    m_share = share;
    m_waiting = false;
    m_current = std::clamp(m_current, 0, std::max(0, static_cast<int>(m_images.size()) - 1));
    describe();
    update();
}

bool SenseRow::shows(core::ImageKey key) const
{
    return std::find(m_images.begin(), m_images.end(), key) != m_images.end();
}

QSize SenseRow::sizeHint() const
{
    return {kGutter + 6 * kLeastHeight, 8 * kGrid};
}

QSize SenseRow::minimumSizeHint() const
{
    return {kGutter + 3 * kLeastHeight, kLeastHeight};
}

TileLayout SenseRow::layoutNow() const
{
    const QSize area(width() - kGutter, height() - 2 * kMargin);
    // Room is shared out as if all images were there, so that cells keep their places.
    const TileLayout layout = m_tiles.hasPictures() ? squareTiles(area, core::kSnapshotTop)
                                                    : chipTiles(area, core::kSnapshotTop, kChip);
    return {.cell = layout.cell,
            .columns = layout.columns,
            .visible = m_waiting ? layout.visible
                                 : std::min(layout.visible, static_cast<int>(m_images.size()))};
}

QPoint SenseRow::origin()
{
    return {kGutter, kMargin};
}

void SenseRow::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintName(painter);
    paintImages(painter);
}

void SenseRow::paintName(QPainter& painter) const
{
    const QColor accent = accentColour(senseAccent(m_id), palette());
    QFont bold = font();
    bold.setBold(true);
    bold.setPointSizeF(font().pointSizeF() * 1.2);
    const QRect gutter(0, kMargin, kGutter - kGrid - kMargin, height() - 2 * kMargin);
    painter.setPen(accent);
    painter.setFont(bold);
    painter.drawText(gutter, Qt::AlignLeft | Qt::AlignTop, senseIdText(m_id));
    if (m_waiting)
        return;

    painter.setFont(font());
    painter.setPen(secondaryTextColour(palette()));
    painter.drawText(gutter, Qt::AlignRight | Qt::AlignTop, shareText(m_share));
    QRectF bar(gutter.left(), gutter.top() + 2.75 * kGrid, gutter.width(), kBarHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(gridLineColour(palette()));
    painter.drawRoundedRect(bar, kRadius, kRadius);
    bar.setWidth(bar.width() * std::clamp(m_share, 0.0, 1.0));
    painter.setBrush(accent);
    painter.drawRoundedRect(bar, kRadius, kRadius);
}

void SenseRow::paintImages(QPainter& painter) const
{
    const TileLayout layout = layoutNow();
    if (!m_waiting && m_images.empty()) {
        painter.setPen(secondaryTextColour(palette()));
        painter.drawText(rect().adjusted(kGutter, kMargin, 0, -kMargin),
                         Qt::AlignLeft | Qt::AlignVCenter, tr("Wins no image"));
        return;
    }
    for (int place = 0; place < layout.visible; ++place) {
        const QRect cell = layout.rectOf(place, origin());
        if (m_waiting) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(palette().alternateBase());
            painter.drawRoundedRect(cell, kRadius, kRadius);
        } else {
            paintTile(painter, cell, m_images[static_cast<std::size_t>(place)]);
        }
    }
    if (hasFocus() && m_current < layout.visible) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        const QRectF frame(layout.rectOf(m_current, origin()));
        painter.drawRoundedRect(frame.adjusted(-1, -1, 1, 1), kRadius, kRadius);
    }
}

void SenseRow::paintTile(QPainter& painter, const QRect& place, core::ImageKey key) const
{
    if (m_tiles.hasPictures()) {
        const QPixmap tile = m_tiles.tile(key, place.width(), devicePixelRatioF());
        if (!tile.isNull()) {
            painter.drawPixmap(place.topLeft(), tile);
            return;
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().alternateBase());
    painter.drawRoundedRect(place, kRadius, kRadius);
    if (m_tiles.mayCome(key))
        return;
    painter.setFont(font());
    painter.setPen(palette().color(QPalette::Text));
    const QRect inside = place.adjusted(kGrid / 2, 0, -kGrid / 2, 0);
    painter.drawText(inside, Qt::AlignCenter,
                     fontMetrics().elidedText(m_tiles.idOf(key), Qt::ElideMiddle, inside.width()));
}

void SenseRow::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const int place = layoutNow().placeAt(event->pos(), origin());
    if (place >= 0)
        select(place);
}

void SenseRow::keyPressEvent(QKeyEvent* event)
{
    const TileLayout layout = layoutNow();
    const auto place = steppedTo(event->key(), m_current, layout.columns, layout.visible - 1);
    if (!place || m_images.empty())
        QWidget::keyPressEvent(event);
    else if (*place >= 0 && *place < layout.visible)
        select(*place);
}

void SenseRow::select(int place)
{
    if (m_waiting || place >= static_cast<int>(m_images.size()))
        return;
    m_current = place;
    describe();
    update();
    Q_EMIT imageSelected(m_images[static_cast<std::size_t>(place)]);
}

bool SenseRow::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int place = m_waiting ? -1 : layoutNow().placeAt(help->pos(), origin());
    if (place >= 0)
        QToolTip::showText(help->globalPos(),
                           m_tiles.idOf(m_images[static_cast<std::size_t>(place)]), this);
    else
        QToolTip::showText(help->globalPos(), accessibleName(), this);
    return true;
}

void SenseRow::describe()
{
    const QString kind = m_id.polarity == core::Polarity::Popular
                             ? tr("Popular sense %1").arg(senseIdText(m_id))
                             : tr("Unpopular sense %1").arg(senseIdText(m_id));
    setAccessibleName(m_waiting ? kind
                                : tr("%1, wins %2 of the images").arg(kind, shareText(m_share)));
    if (m_current < static_cast<int>(m_images.size()))
        setAccessibleDescription(m_tiles.idOf(m_images[static_cast<std::size_t>(m_current)]));
}

} // namespace ui
