#pragma once

#include "core/catalogue/collection.h"
#include "core/ranking/sense_model.h"
#include "ui/training/tile_layout.h"

#include <QWidget>

#include <vector>

namespace ui {

class TileSource;

/// One sense: its name, the share of images that it wins, and its top images of this moment. Light
/// enough to change ten times a second. Keyboard: arrows, Home and End go from image to image.
class SenseRow final : public QWidget {
    Q_OBJECT

public:
    /// tiles   outlives this
    SenseRow(const core::SenseId& id, TileSource& tiles, QWidget* parent = nullptr);

    void setImages(std::vector<core::ImageKey> images, double share);
    const std::vector<core::ImageKey>& images() const { return m_images; }
    bool shows(core::ImageKey key) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void imageSelected(qint64 key); ///< by mouse or keyboard

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    TileLayout layoutNow() const;
    static QPoint origin();
    void select(int place);
    void paintName(QPainter& painter) const;
    void paintTile(QPainter& painter, const QRect& place, core::ImageKey key) const;
    void paintImages(QPainter& painter) const;
    void describe();

    core::SenseId m_id;
    TileSource& m_tiles;
    std::vector<core::ImageKey> m_images;
    double m_share = 0.0;
    int m_current = 0;
    bool m_waiting = true; ///< nothing is known of it yet
};

} // namespace ui
