#pragma once

#include "core/images/bitmap.h"

#include <opencv2/core.hpp>

namespace core {

/// The picture's own pixels as OpenCV sees them, in the order R, G, B; borrowed and never written.
/// Throws std::invalid_argument on an empty picture or one whose size belies its pixels.
cv::Mat viewOf(const Bitmap& picture);

/// An empty picture of this size and a view to write into it.
Bitmap blank(int width, int height);
cv::Mat writableViewOf(Bitmap& picture);

enum class ChannelOrder { RedFirst, BlueFirst };
/// What a person sees of a picture of four bytes a pixel, the fourth saying how much of it covers
/// the white below.
Bitmap composedOverWhite(const cv::Mat& pixels, ChannelOrder order);

} // namespace core
