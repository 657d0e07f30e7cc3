#include "core/images/bitmap.h"

#include "core/images/bitmap_view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <stdexcept>

namespace core {

namespace {

std::size_t bytesOf(int width, int height)
{
    return static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3;
}

Bitmap scaled(const cv::Mat& pixels, int width, int height)
{
    if (width < 1 || height < 1)
        throw std::invalid_argument("a picture cannot be scaled to less than one pixel");
    Bitmap result = blank(width, height);
    cv::Mat target = writableViewOf(result);
    const bool shrinks = width <= pixels.cols && height <= pixels.rows;
    cv::resize(pixels, target, target.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

} // namespace

std::span<const std::uint8_t> Bitmap::row(int y) const
{
    const auto stride = static_cast<std::size_t>(width) * 3;
    return std::span(pixels).subspan(static_cast<std::size_t>(y) * stride, stride);
}

cv::Mat viewOf(const Bitmap& picture)
{
    if (picture.width < 1 || picture.height < 1
        || picture.pixels.size() != bytesOf(picture.width, picture.height))
        throw std::invalid_argument("the picture is empty or its size belies its pixels");
    // OpenCV has no read-only view; callers take it as const.
    auto* pixels = const_cast<std::uint8_t*>(picture.pixels.data());
    return {picture.height, picture.width, CV_8UC3, pixels};
}

Bitmap blank(int width, int height)
{
    return {.width = width,
            .height = height,
            .pixels = std::vector<std::uint8_t>(bytesOf(width, height))};
}

cv::Mat writableViewOf(Bitmap& picture)
{
    return {picture.height, picture.width, CV_8UC3, picture.pixels.data()};
}

Bitmap composedOverWhite(const cv::Mat& pixels, ChannelOrder order)
{
    constexpr int kWhite = 255;
    Bitmap picture = blank(pixels.cols, pixels.rows);
    auto* to = picture.pixels.data();
    for (int y = 0; y < pixels.rows; ++y) {
        const auto* from = pixels.ptr<cv::Vec4b>(y);
        for (int x = 0; x < pixels.cols; ++x) {
            const int alpha = from[x][3];
            for (int channel = 0; channel < 3; ++channel) {
                const int value = from[x][order == ChannelOrder::RedFirst ? channel : 2 - channel];
                const int over = value * alpha + kWhite * (kWhite - alpha);
                *to++ = static_cast<std::uint8_t>((over + kWhite / 2) / kWhite);
            }
        }
    }
    return picture;
}

Bitmap stretched(const Bitmap& picture, int width, int height)
{
    return scaled(viewOf(picture), width, height);
}

Bitmap centredPart(const Bitmap& picture, int width, int height)
{
    const cv::Mat pixels = viewOf(picture);
    if (width < 1 || height < 1)
        throw std::invalid_argument("a picture cannot be scaled to less than one pixel");
    const auto across = std::int64_t{picture.width} * height;
    const auto down = std::int64_t{picture.height} * width;
    const int kept =
        across > down ? static_cast<int>(std::max<std::int64_t>(1, down / height)) : picture.width;
    const int keptDown = down > across ? static_cast<int>(std::max<std::int64_t>(1, across / width))
                                       : picture.height;
    const cv::Rect part((picture.width - kept) / 2, (picture.height - keptDown) / 2, kept,
                        keptDown);
    return scaled(pixels(part), width, height);
}

Bitmap centredSquare(const Bitmap& picture, int side)
{
    return centredPart(picture, side, side);
}

Bitmap fitted(const Bitmap& picture, int longest)
{
    const cv::Mat pixels = viewOf(picture);
    const int longer = std::max(picture.width, picture.height);
    if (longest >= longer)
        return picture;
    const double factor = static_cast<double>(longest) / longer;
    const auto side = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(length * factor)));
    };
    if (longest < 1)
        throw std::invalid_argument("a picture cannot be scaled to less than one pixel");
    return scaled(pixels, side(picture.width), side(picture.height));
}

} // namespace core
