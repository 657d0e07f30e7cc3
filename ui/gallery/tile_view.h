#pragma once

#include "ui/gallery/tile_painter.h"

#include <QListView>

namespace ui {

/// A list view of tiles, as many in a row as fit, or all in one row.
class TileView final : public QListView {
    Q_OBJECT

public:
    TileView(ImageModel& model, TilePainter& tiles, bool oneRow, QWidget* parent = nullptr);

    void setTileSide(int pixels);
    void setEmptyText(const QString& text);
    void layOut(); ///< after a change of what a tile holds
    /// Makes the row current without telling of it and without scrolling; −1: none.
    void restoreCurrent(int row);

Q_SIGNALS:
    void chosen(const QModelIndex& index); ///< became current, or was clicked again
    void opened(const QModelIndex& index); ///< double-click or Enter
    void menuRequested(const QPoint& globalPosition);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void focusInEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    TilePainter& m_tiles;
    bool m_oneRow;
    bool m_silent = false;
    QModelIndex m_told; ///< by chosen() since the mouse went down
    QString m_emptyText;
    int m_wheelTravel = 0;
};

} // namespace ui
