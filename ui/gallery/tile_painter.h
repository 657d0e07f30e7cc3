#pragma once

#include "ui/gallery/image_model.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QAbstractItemDelegate>
#include <QCache>
#include <QElapsedTimer>
#include <QHash>
#include <QPixmap>

namespace ui {

/// Draws the tiles of a grid: the picture fitted into a square, its caption under it, and a card
/// with id and first words in place of a picture that is not there.
class TilePainter final : public QAbstractItemDelegate {
    Q_OBJECT

public:
    /// Both are borrowed.
    TilePainter(ThumbnailLoader& loader, const ImageModel& model, QObject* parent = nullptr);

    void setSide(int pixels); ///< of the picture, device-independent
    int side() const { return m_side; }
    /// Of a whole tile with its margins and caption.
    QSize tileSize(const QFontMetrics& metrics) const;
    void setCell(QSize cell); ///< what the view gives each tile, at least tileSize()
    void setTilesOnScreen(int count);
    /// Forgets what was drawn and what is waited for.
    void clear();

    /// To be called before each paint of the view: scaling pictures takes at most some
    /// milliseconds of it.
    void beginPaint();
    bool unfinished() const { return m_unfinished; } ///< paint again soon

    /// The row that waits for this picture, which it does no longer; −1: none does.
    int takeWaiting(core::ImageKey key);
    bool waiting() const { return !m_waiting.isEmpty(); }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QRect pictureArea(const QRect& cell) const;
    QPixmap scaledPicture(core::ImageKey key, int row, qreal ratio) const;
    QRectF paintPicture(QPainter& painter, const QRect& area, const QModelIndex& index) const;
    void paintCard(QPainter& painter, const QStyleOptionViewItem& option, const QRect& area,
                   const QModelIndex& index) const;
    static void paintRing(QPainter& painter, const QStyleOptionViewItem& option,
                          const QRectF& around, bool current);
    static void paintBadge(QPainter& painter, const QStyleOptionViewItem& option,
                           const QRectF& around, qint64 others);
    void paintCaption(QPainter& painter, const QStyleOptionViewItem& option,
                      const QModelIndex& index) const;

    ThumbnailLoader& m_loader;
    const ImageModel& m_model;
    int m_side = 160;
    QSize m_cell;
    // Painting is const to Qt, but it is here that one learns what is on the screen.
    mutable QCache<core::ImageKey, QPixmap> m_pixmaps{256};
    mutable QHash<core::ImageKey, int> m_waiting;
    mutable bool m_unfinished = false;
    QElapsedTimer m_sincePaint;
};

} // namespace ui
