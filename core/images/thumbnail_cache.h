#pragma once

#include "core/images/bitmap.h"

#include <cstdint>
#include <filesystem>

namespace core {

inline constexpr int kThumbnailSide = 256; ///< longer side, pixels

/// The project's thumbnails/ folder: JPEGs by image key, made when first asked for. A cache: it
/// may be deleted at any time, and a file in it that cannot be read is made again.
/// Thread-safe; several processes may share a folder (files are replaced atomically).
class ThumbnailCache {
public:
    /// `folder` is made on the first write.
    explicit ThumbnailCache(std::filesystem::path folder);

    /// The thumbnail of image `key`, whose picture is `file`; made if missing or older than it.
    /// Throws Error if the picture cannot be decoded. A cache that cannot be written is no error.
    Bitmap thumbnail(std::int64_t key, const std::filesystem::path& file) const;

    /// Makes the thumbnail of image `key` from its picture, which is decoded already; nothing is
    /// done where one is there that is not older than `file`. A cache that cannot be written is no
    /// error.
    void store(std::int64_t key, const std::filesystem::path& file, const Bitmap& picture) const;

    std::filesystem::path fileOf(std::int64_t key) const;

private:
    std::filesystem::path m_folder;
};

} // namespace core
