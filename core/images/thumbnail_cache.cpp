#include "core/images/thumbnail_cache.h"

#include "core/error.h"
#include "core/images/atomic_file.h"
#include "core/images/bitmap_view.h"
#include "core/images/decoder.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <optional>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr int kJpegQuality = 88;
constexpr std::int64_t kFilesInAFolder = 4096;

/// At least two digits, base 16.
std::string folderName(std::int64_t number)
{
    constexpr const char* kDigits = "0123456789abcdef";
    std::string name;
    for (; number > 0 || name.size() < 2; number /= 16)
        name.insert(name.begin(), kDigits[number % 16]);
    return name;
}

std::vector<std::uint8_t> jpegOf(const Bitmap& picture)
{
    cv::Mat bgr;
    cv::cvtColor(viewOf(picture), bgr, cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> bytes;
    if (!cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, kJpegQuality}))
        throw Error("A thumbnail cannot be encoded as JPEG.");
    return bytes;
}

/// Made after the picture's last change, or the picture is away (a drive that is not there).
bool upToDate(const std::filesystem::path& thumbnail, const std::filesystem::path& picture)
{
    std::error_code error;
    const auto made = std::filesystem::last_write_time(thumbnail, error);
    if (error)
        return false;
    const auto changed = std::filesystem::last_write_time(picture, error);
    return error || made >= changed;
}

std::optional<Bitmap> stored(const std::filesystem::path& thumbnail)
{
    try {
        auto picture = decodePicture(thumbnail);
        if (picture.width <= kThumbnailSide && picture.height <= kThumbnailSide)
            return picture;
    } catch (const Error&) {
        // Made again by the caller.
    }
    return std::nullopt;
}

/// A full or read-only disk costs time, not the picture.
void writeIfPossible(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes)
{
    try {
        writeAtomically(file, bytes);
    } catch (const Error&) {
        return;
    }
}

} // namespace

ThumbnailCache::ThumbnailCache(std::filesystem::path folder)
    : m_folder(std::move(folder))
{
}

Bitmap ThumbnailCache::thumbnail(std::int64_t key, const std::filesystem::path& file) const
{
    const auto cached = fileOf(key);
    if (upToDate(cached, file)) {
        if (auto picture = stored(cached))
            return std::move(*picture);
    }
    const auto bytes = jpegOf(fitted(decodePicture(file, kThumbnailSide), kThumbnailSide));
    writeIfPossible(cached, bytes);
    // Decoded again, so that the first answer equals all later ones.
    return decodeBytes(bytes, cached.string());
}

void ThumbnailCache::store(std::int64_t key, const std::filesystem::path& file,
                           const Bitmap& picture) const
{
    const auto cached = fileOf(key);
    if (!upToDate(cached, file))
        writeIfPossible(cached, jpegOf(fitted(picture, kThumbnailSide)));
}

std::filesystem::path ThumbnailCache::fileOf(std::int64_t key) const
{
    if (key < 0)
        throw std::invalid_argument("an image key is not negative");
    return m_folder / folderName(key / kFilesInAFolder) / (std::to_string(key) + ".jpg");
}

} // namespace core
