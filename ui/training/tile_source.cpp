#include "ui/training/tile_source.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int kCacheKiB = 64 * 1024;

QPixmap squarePixmap(const QImage& picture, int pixels)
{
    const int side = std::min(picture.width(), picture.height());
    const QImage square =
        picture.copy((picture.width() - side) / 2, (picture.height() - side) / 2, side, side);
    return QPixmap::fromImage(
        square.scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

} // namespace

TileSource::TileSource(ThumbnailLoader& loader)
    : m_loader(loader)
    , m_tiles(kCacheKiB)
{
}

void TileSource::setProject(const core::Project& project)
{
    m_collection = project.collection;
    m_tiles.clear();
}

void TileSource::clearProject()
{
    m_collection.reset();
    m_tiles.clear();
}

bool TileSource::hasPictures() const
{
    return m_collection != nullptr && m_collection->hasPictures();
}

QPixmap TileSource::tile(core::ImageKey key, int side, qreal ratio)
{
    const int pixels = qRound(side * ratio);
    if (pixels != m_pixels) {
        m_tiles.clear();
        m_pixels = pixels;
    }
    if (const QPixmap* ready = m_tiles.object(key))
        return *ready;
    if (!mayCome(key))
        return {};
    const QImage picture = m_loader.thumbnail(key);
    if (picture.isNull())
        return {};
    QPixmap square = squarePixmap(picture, pixels);
    square.setDevicePixelRatio(ratio);
    m_tiles.insert(key, new QPixmap(square), std::max(1, pixels * pixels * 4 / 1024));
    return square;
}

bool TileSource::mayCome(core::ImageKey key) const
{
    return known(key) && !m_collection->paths[static_cast<std::size_t>(key)].empty()
           && !m_loader.failed(key);
}

QString TileSource::idOf(core::ImageKey key) const
{
    return known(key) ? QString::fromStdString(m_collection->ids[static_cast<std::size_t>(key)])
                      : QString();
}

bool TileSource::known(core::ImageKey key) const
{
    return m_collection != nullptr && key >= 0
           && static_cast<std::size_t>(key) < m_collection->size();
}

} // namespace ui
