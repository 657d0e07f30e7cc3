#include "ui/gallery/tile_view.h"

#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>

namespace ui {

namespace {

constexpr int kLeastSide = 48;
constexpr int kMostSide = 384;
constexpr int kBatch = 1'000;
constexpr int kWheelNotch = 120;

} // namespace

TileView::TileView(ImageModel& model, TilePainter& tiles, bool oneRow, QWidget* parent)
    : QListView(parent)
    , m_tiles(tiles)
    , m_oneRow(oneRow)
{
    setViewMode(QListView::ListMode);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setLayoutMode(QListView::Batched);
    setBatchSize(kBatch);
    setResizeMode(QListView::Adjust);
    setFlow(QListView::LeftToRight);
    setWrapping(!oneRow);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setSelectionRectVisible(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    // Pictures lie on the window itself, not on a sheet of paper of their own.
    viewport()->setBackgroundRole(QPalette::Window);
    if (oneRow)
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    else
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(&model);
    setItemDelegate(&tiles);
    layOut();
}

void TileView::setTileSide(int pixels)
{
    const int side = std::clamp(pixels, kLeastSide, kMostSide);
    if (side == m_tiles.side())
        return;
    m_tiles.setSide(side);
    layOut();
    if (currentIndex().isValid())
        scrollTo(currentIndex());
}

void TileView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    setAccessibleDescription(text);
    viewport()->update();
}

void TileView::layOut()
{
    const QSize tile = m_tiles.tileSize(fontMetrics());
    QSize cell = tile;
    if (m_oneRow) {
        const int bar = horizontalScrollBar()->sizeHint().height();
        setFixedHeight(tile.height() + bar + 2 * frameWidth());
    } else {
        // What is left of a row is shared out between its tiles. Room for the scroll bar is kept
        // free at all times, so that its coming and going cannot lay out everything again.
        const int bar = verticalScrollBar()->sizeHint().width();
        const int room = std::max(tile.width(), width() - bar - 2 * frameWidth() - 1);
        cell.setWidth(room / std::max(1, room / tile.width()));
    }
    const int across = width() / cell.width() + 1;
    const int down = m_oneRow ? 1 : height() / cell.height() + 2;
    m_tiles.setTilesOnScreen(across * down);
    if (cell == gridSize())
        return;
    m_tiles.setCell(cell);
    setGridSize(cell);
    horizontalScrollBar()->setSingleStep(cell.width() / 2);
    verticalScrollBar()->setSingleStep(cell.height() / 4);
}

void TileView::restoreCurrent(int row)
{
    const QScopedValueRollback silent(m_silent, true);
    const bool scrolls = hasAutoScroll();
    setAutoScroll(false);
    if (row >= 0)
        setCurrentIndex(model()->index(row, 0));
    else
        clearSelection();
    setAutoScroll(scrolls);
}

void TileView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid() || m_silent)
        return;
    m_told = current;
    Q_EMIT chosen(current);
}

void TileView::focusInEvent(QFocusEvent* event)
{
    // Qt makes the first image current when a view is entered; walking past it is no choice.
    const QScopedValueRollback silent(m_silent, true);
    QListView::focusInEvent(event);
}

void TileView::mousePressEvent(QMouseEvent* event)
{
    m_told = {};
    QListView::mousePressEvent(event);
    const QModelIndex pressed = indexAt(event->pos());
    if (pressed.isValid() && pressed == currentIndex() && pressed != m_told)
        Q_EMIT chosen(pressed);
}

void TileView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QListView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid())
        Q_EMIT opened(index);
}

void TileView::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid()) {
        Q_EMIT opened(currentIndex());
        event->accept();
        return;
    }
    const QModelIndex before = currentIndex();
    m_told = {};
    QListView::keyPressEvent(event);
    // Space, or an arrow at the edge: the same image, but now it was asked for.
    const bool asked = event->key() == Qt::Key_Space || event->key() == Qt::Key_Home
                       || event->key() == Qt::Key_Left || event->key() == Qt::Key_Up;
    if (asked && before.isValid() && currentIndex() == before && !m_told.isValid())
        Q_EMIT chosen(before);
}

void TileView::wheelEvent(QWheelEvent* event)
{
    const QPoint travel = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_wheelTravel += travel.y();
        const int notches = m_wheelTravel / kWheelNotch;
        m_wheelTravel -= notches * kWheelNotch;
        setTileSide(m_tiles.side() + notches * 2 * kGrid);
        event->accept();
        return;
    }
    if (!m_oneRow) {
        QListView::wheelEvent(event);
        return;
    }
    // A strip stands in a page that scrolls: turning the wheel moves the page, not the strip.
    const bool across = std::abs(travel.x()) > std::abs(travel.y());
    if (!across && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        event->ignore();
        return;
    }
    auto* bar = horizontalScrollBar();
    bar->setValue(bar->value() - (across ? travel.x() : travel.y()));
    event->accept();
}

void TileView::contextMenuEvent(QContextMenuEvent* event)
{
    QPoint at = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        at = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    event->accept();
    Q_EMIT menuRequested(at);
}

void TileView::resizeEvent(QResizeEvent* event)
{
    layOut();
    QListView::resizeEvent(event);
}

void TileView::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        layOut();
}

void TileView::paintEvent(QPaintEvent* event)
{
    m_tiles.beginPaint();
    QListView::paintEvent(event);
    if (m_tiles.unfinished()) // after this frame, and what else waits, comes the next
        QTimer::singleShot(0, viewport(), QOverload<>::of(&QWidget::update));
    if (model()->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(secondaryTextColour(palette()));
    const int margin = 2 * kGrid;
    painter.drawText(viewport()->rect().adjusted(margin, margin, -margin, -margin),
                     Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace ui
