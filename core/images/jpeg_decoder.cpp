#include "core/images/jpeg_decoder.h"

#include "core/images/bitmap_view.h"

#include <memory>
#include <turbojpeg.h>
#include <type_traits>

namespace core {

namespace {

struct Destroying {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<std::remove_pointer_t<tjhandle>, Destroying>;

constexpr int kChannels = 3;

} // namespace

std::optional<Bitmap> decodeJpeg(std::span<const std::uint8_t> bytes, int divisor)
{
    const Handle handle(tjInitDecompress());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (!handle
        || tjDecompressHeader3(handle.get(), bytes.data(), bytes.size(), &width, &height,
                               &subsampling, &colours)
               != 0
        || width < 1 || height < 1 || colours == TJCS_CMYK || colours == TJCS_YCCK)
        return std::nullopt;
    const tjscalingfactor scale{1, divisor};
    Bitmap picture = blank(TJSCALED(width, scale), TJSCALED(height, scale));
    const bool decoded =
        tjDecompress2(handle.get(), bytes.data(), bytes.size(), picture.pixels.data(),
                      picture.width, picture.width * kChannels, picture.height, TJPF_RGB, 0)
        == 0;
    // Warnings are of bytes that do not belong there; the picture is whole.
    if (!decoded && tjGetErrorCode(handle.get()) != TJERR_WARNING)
        return std::nullopt;
    return picture;
}

} // namespace core
