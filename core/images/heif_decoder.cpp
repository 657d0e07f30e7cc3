#include "core/images/heif_decoder.h"

#include "core/images/bitmap_view.h"
#include "core/images/colour_profile.h"

#include <libheif/heif.h>
#include <memory>
#include <vector>

namespace core {

namespace {

struct Freeing {
    void operator()(heif_context* context) const { heif_context_free(context); }
    void operator()(heif_image_handle* handle) const { heif_image_handle_release(handle); }
    void operator()(heif_image* image) const { heif_image_release(image); }
};
template <typename T>
using Owned = std::unique_ptr<T, Freeing>;

bool good(const heif_error& error)
{
    return error.code == heif_error_Ok;
}

Owned<heif_image_handle> mainPictureOf(heif_context* context, std::span<const std::uint8_t> bytes)
{
    // One thread: pictures are decoded side by side already.
    heif_context_set_max_decoding_threads(context, 0);
    heif_image_handle* handle = nullptr;
    if (!good(heif_context_read_from_memory_without_copy(context, bytes.data(), bytes.size(),
                                                         nullptr))
        || !good(heif_context_get_primary_image_handle(context, &handle)))
        return nullptr;
    return Owned<heif_image_handle>(handle);
}

std::vector<std::uint8_t> profileOf(const heif_image_handle* handle)
{
    std::vector<std::uint8_t> profile(heif_image_handle_get_raw_color_profile_size(handle));
    if (profile.empty() || !good(heif_image_handle_get_raw_color_profile(handle, profile.data())))
        return {};
    return profile;
}

} // namespace

std::optional<Bitmap> decodeHeif(std::span<const std::uint8_t> bytes)
{
    const Owned<heif_context> context(heif_context_alloc());
    const auto handle = mainPictureOf(context.get(), bytes);
    if (!handle)
        return std::nullopt;
    heif_image* decoded = nullptr;
    if (!good(heif_decode_image(handle.get(), &decoded, heif_colorspace_RGB,
                                heif_chroma_interleaved_RGBA, nullptr)))
        return std::nullopt;
    const Owned<heif_image> image(decoded);
    const int width = heif_image_get_width(decoded, heif_channel_interleaved);
    const int height = heif_image_get_height(decoded, heif_channel_interleaved);
    int stride = 0;
    const auto* data = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    if (data == nullptr || width < 1 || height < 1 || stride < 4 * width)
        return std::nullopt;
    // OpenCV has no read-only view.
    const cv::Mat pixels(height, width, CV_8UC4, const_cast<std::uint8_t*>(data),
                         static_cast<std::size_t>(stride));
    auto picture = composedOverWhite(pixels, ChannelOrder::RedFirst);
    convertToSrgb(picture, profileOf(handle.get()));
    return picture;
}

} // namespace core
