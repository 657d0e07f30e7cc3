#pragma once

#include "core/study/project.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QCache>
#include <QPixmap>
#include <QString>

#include <memory>

namespace ui {

/// Pictures of the open project cut square and scaled to one side, ready to paint again and again.
class TileSource final {
public:
    /// loader   outlives this
    explicit TileSource(ThumbnailLoader& loader);

    void setProject(const core::Project& project);
    void clearProject();
    bool hasPictures() const; ///< the project, at all

    /// Null where it is not here (yet): ThumbnailLoader::loaded() tells when to ask again.
    /// ratio   device pixels a pixel
    QPixmap tile(core::ImageKey key, int side, qreal ratio);
    bool mayCome(core::ImageKey key) const; ///< there is a picture and it has not failed
    QString idOf(core::ImageKey key) const;

private:
    bool known(core::ImageKey key) const;

    ThumbnailLoader& m_loader;
    std::shared_ptr<const core::Collection> m_collection;
    QCache<core::ImageKey, QPixmap> m_tiles; ///< cost in KiB
    int m_pixels = 0;                        ///< side of those in the cache
};

} // namespace ui
