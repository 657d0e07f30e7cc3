#pragma once

#include "core/study/project.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// A grid (or one-row strip) of images of the open project: a QListView in icon mode, a million
/// images without delay. Keyboard: arrows, Home, End, Page; Enter opens. Context menu: open the
/// file, show in folder, copy id, export the grid as a contact sheet.
class ImageGrid final : public QWidget {
    Q_OBJECT

public:
    enum class Shape { Grid, Strip };

    /// loader   shared by all grids of the window; outlives this
    ImageGrid(ThumbnailLoader& loader, Shape shape = Shape::Grid, QWidget* parent = nullptr);

    void setProject(const core::Project& project); ///< clears the images
    void setImages(const std::vector<core::ImageKey>& images);
    /// A line under each image (a count, a score), asked for when it is drawn; empty: none. Also
    /// what a screen reader says after the image's id.
    void setCaptions(std::function<QString(core::ImageKey)> captionOf);
    /// How many near-identical images each one stands for, itself left out: a badge on its corner.
    /// Empty: none does.
    void setStacks(std::function<qint64(core::ImageKey)> othersOf);
    const std::vector<core::ImageKey>& images() const;
    void setTileSide(int pixels); ///< of the picture, device-independent
    void setEmptyText(const QString& text);
    std::optional<core::ImageKey> current() const;

Q_SIGNALS:
    void imageSelected(qint64 key);  ///< the current image has changed by mouse or keyboard
    void imageActivated(qint64 key); ///< double-click or Enter
    void exportRequested(const std::vector<core::ImageKey>& images); ///< a contact sheet of these

private:
    struct Parts;
    Parts* m_parts; // a child object
};

} // namespace ui
