#pragma once

#include "core/catalogue/collection.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QHash>
#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace ui {

/// As many of a sense's top images as fit in one row, best first. Light: a board has ten of them.
/// By mouse alone; the keyboard reaches the same images in the opened sense.
class TopStrip final : public QWidget {
    Q_OBJECT

public:
    /// loader   outlives this
    TopStrip(ThumbnailLoader& loader, int height, QWidget* parent = nullptr);

    void setImages(const std::vector<core::ImageKey>& images);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void imageSelected(qint64 key);
    void imageActivated(qint64 key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    int columns() const;
    QRect tile(int column) const;
    std::optional<core::ImageKey> imageAt(const QPoint& position) const;
    void drawTile(QPainter& painter, const QRect& place, core::ImageKey key);

    ThumbnailLoader& m_loader;
    std::vector<core::ImageKey> m_images;
    QHash<qint64, QPixmap> m_scaled; ///< to the tile's size, of the pictures that are there
    std::optional<core::ImageKey> m_hovered;
};

} // namespace ui
