#include "core/images/decoder.h"

#include "core/error.h"
#include "core/images/atomic_file.h"
#include "core/images/bitmap_view.h"
#include "core/images/colour_profile.h"
#include "core/images/gif_decoder.h"
#include "core/images/heif_decoder.h"
#include "core/images/jpeg_decoder.h"
#include "core/images/opencv_setup.h"
#include "core/images/picture_completeness.h"
#include "core/images/picture_header.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <fstream>
#include <limits>
#include <system_error>
#include <variant>
#include <vector>

namespace core {

namespace {

std::optional<std::string> sizeFault(std::uintmax_t bytes, const DecodeLimits& limits)
{
    // The decoder counts bytes in an int.
    const auto most =
        std::min<std::uintmax_t>(limits.maxFileBytes, std::numeric_limits<std::int32_t>::max());
    if (bytes == 0)
        return " is empty: replace it or leave it out.";
    if (bytes > most)
        return " has " + std::to_string(bytes >> 20U) + " MB, more than the "
               + std::to_string(most >> 20U) + " MB allowed: shrink it or leave it out.";
    return std::nullopt;
}

/// The header, or what is wrong with it in words that follow the file's name.
std::variant<PictureHeader, std::string> inspect(ByteSource& source, const DecodeLimits& limits)
{
    if (auto fault = sizeFault(source.size(), limits))
        return *fault;
    if (!formatOf(source))
        return " is no JPEG, PNG, WebP, GIF, HEIC, AVIF, TIFF or BMP picture: convert it or leave "
               "it out.";
    const auto header = readPictureHeader(source);
    if (!header || header->width < 1 || header->height < 1)
        return " has a damaged header: replace it or leave it out.";
    // Divided, because the product of two hostile numbers may not fit.
    if (header->width > limits.maxPixels / header->height)
        return " is " + std::to_string(header->width) + " × " + std::to_string(header->height)
               + " pixels, more than the " + std::to_string(limits.maxPixels / 1'000'000)
               + " million allowed: shrink it or leave it out.";
    return *header;
}

std::optional<std::string> fileFault(const std::filesystem::path& file)
{
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        return file.string() + " is missing: restore it or relocate the collection.";
    if (!std::filesystem::is_regular_file(status))
        return file.string() + " is not a file: name a picture.";
    return std::nullopt;
}

std::string unreadable(const std::filesystem::path& file)
{
    return file.string() + " cannot be read: check its permissions.";
}

std::vector<std::uint8_t> readWhole(const std::filesystem::path& file, const DecodeLimits& limits)
{
    if (const auto fault = fileFault(file))
        throw Error(*fault);
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (!in || error)
        throw Error(unreadable(file));
    if (const auto fault = sizeFault(size, limits))
        throw Error(file.string() + *fault);
    std::vector<std::uint8_t> bytes(size);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): streams speak char
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(size));
    if (in.gcount() != static_cast<std::streamsize>(size))
        throw Error(unreadable(file));
    return bytes;
}

/// The largest of 8, 4, 2 and 1 that leaves the shorter side at least `leastSide`.
int divisorFor(const PictureHeader& header, int leastSide)
{
    const std::int64_t shorter = std::min(header.width, header.height);
    int divisor = leastSide > 0 ? 8 : 1;
    while (divisor > 1 && shorter / divisor < leastSide)
        divisor /= 2;
    return divisor;
}

/// Only libjpeg decodes at a fraction; elsewhere a reduced flag would decode in full and scale.
int decodingFlags(const PictureHeader& header, int leastSide)
{
    if (header.format != PictureFormat::Jpeg)
        return cv::IMREAD_UNCHANGED;
    int flags = cv::IMREAD_COLOR;
    switch (divisorFor(header, leastSide)) {
    case 8:
        flags = cv::IMREAD_REDUCED_COLOR_8;
        break;
    case 4:
        flags = cv::IMREAD_REDUCED_COLOR_4;
        break;
    case 2:
        flags = cv::IMREAD_REDUCED_COLOR_2;
        break;
    default:
        break;
    }
    return flags | cv::IMREAD_IGNORE_ORIENTATION;
}

/// Empty where OpenCV cannot.
cv::Mat decodedBy(std::span<const std::uint8_t> bytes, int flags)
{
    setUpOpenCv();
    try {
        // OpenCV has no read-only view.
        auto* data = const_cast<std::uint8_t*>(bytes.data());
        return cv::imdecode(cv::Mat(1, static_cast<int>(bytes.size()), CV_8UC1, data), flags);
    } catch (const cv::Exception&) {
        return {};
    }
}

/// 16-bit pictures keep their upper eight bits, rounded.
cv::Mat eightBit(const cv::Mat& picture)
{
    if (picture.depth() == CV_8U)
        return picture;
    if (picture.depth() != CV_16U)
        return {};
    cv::Mat result;
    picture.convertTo(result, CV_8U, 1.0 / 257.0);
    return result;
}

Bitmap asRgb(const cv::Mat& picture)
{
    Bitmap result = blank(picture.cols, picture.rows);
    cv::Mat target = writableViewOf(result);
    switch (picture.channels()) {
    case 1:
        cv::cvtColor(picture, target, cv::COLOR_GRAY2RGB);
        break;
    case 3:
        cv::cvtColor(picture, target, cv::COLOR_BGR2RGB);
        break;
    case 4:
        return composedOverWhite(picture, ChannelOrder::BlueFirst);
    default:
        return {};
    }
    return result;
}

/// EXIF's eight ways to hold a camera.
cv::Mat upright(const cv::Mat& picture, int orientation)
{
    constexpr int kUpDown = 0;
    constexpr int kLeftRight = 1;
    constexpr int kBoth = -1;
    cv::Mat turned = picture;
    if (orientation >= 5)
        cv::transpose(picture, turned);
    cv::Mat result = turned;
    if (orientation == 2 || orientation == 6)
        cv::flip(turned, result, kLeftRight);
    else if (orientation == 3 || orientation == 7)
        cv::flip(turned, result, kBoth);
    else if (orientation == 4 || orientation == 8)
        cv::flip(turned, result, kUpDown);
    return result;
}

Bitmap turnedUpright(Bitmap picture, int orientation)
{
    if (orientation == 1)
        return picture;
    const cv::Mat turned = upright(viewOf(picture), orientation);
    Bitmap result = blank(turned.cols, turned.rows);
    cv::Mat target = writableViewOf(result);
    turned.copyTo(target);
    return result;
}

[[noreturn]] void refuseDamaged(const std::string& name)
{
    throw Error(name
                + " is damaged or of a kind that cannot be decoded: replace it or leave it out.");
}

std::optional<Bitmap> turnedJpeg(std::span<const std::uint8_t> bytes, const PictureHeader& header,
                                 int leastSide)
{
    auto picture = decodeJpeg(bytes, divisorFor(header, leastSide));
    if (picture)
        picture = turnedUpright(std::move(*picture), header.orientation);
    return picture;
}

Bitmap decodeByOpenCv(std::span<const std::uint8_t> bytes, const std::string& name,
                      const PictureHeader& header, int leastSide)
{
    const cv::Mat decoded = decodedBy(bytes, decodingFlags(header, leastSide));
    if (decoded.empty())
        refuseDamaged(name);
    const cv::Mat bytesOnly = eightBit(decoded);
    Bitmap picture = bytesOnly.empty() ? Bitmap{} : asRgb(upright(bytesOnly, header.orientation));
    if (picture.empty())
        throw Error(name
                    + " stores its colours in a way that is not supported: save it with 8 or"
                      " 16 bits a channel.");
    return picture;
}

} // namespace

std::optional<std::string> pictureFault(const std::filesystem::path& file,
                                        const DecodeLimits& limits)
{
    if (auto fault = fileFault(file))
        return fault;
    std::ifstream in(file, std::ios::binary);
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    if (!in || error)
        return unreadable(file);
    ByteSource source(size, [&in](std::uint64_t offset, std::span<std::uint8_t> bytes) {
        in.seekg(static_cast<std::streamoff>(offset));
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): streams speak char
        in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    });
    const auto found = inspect(source, limits);
    if (!in)
        return unreadable(file);
    if (const auto* fault = std::get_if<std::string>(&found))
        return file.string() + *fault;
    return std::nullopt;
}

Bitmap decodePicture(const std::filesystem::path& file, int leastSide, const DecodeLimits& limits)
{
    return decodeBytes(readWhole(file, limits), file.string(), leastSide, limits);
}

Bitmap decodeBytes(std::span<const std::uint8_t> bytes, const std::string& name, int leastSide,
                   const DecodeLimits& limits)
{
    ByteSource source(bytes);
    const auto found = inspect(source, limits);
    if (const auto* fault = std::get_if<std::string>(&found))
        throw Error(name + *fault);
    const auto& header = std::get<PictureHeader>(found);
    if (!reachesItsEnd(header.format, bytes))
        throw Error(name + " is cut short: copy it again or leave it out.");
    if (header.format == PictureFormat::Gif || header.format == PictureFormat::Heif) {
        auto frame = header.format == PictureFormat::Gif ? decodeGif(bytes) : decodeHeif(bytes);
        if (!frame)
            refuseDamaged(name);
        return std::move(*frame);
    }
    auto picture = header.format == PictureFormat::Jpeg ? turnedJpeg(bytes, header, leastSide)
                                                        : std::optional<Bitmap>();
    if (!picture)
        picture = decodeByOpenCv(bytes, name, header, leastSide);
    convertToSrgb(*picture, colourProfileIn(header.format, bytes));
    return std::move(*picture);
}

void writePng(const std::filesystem::path& file, const Bitmap& picture)
{
    cv::Mat bgr;
    cv::cvtColor(viewOf(picture), bgr, cv::COLOR_RGB2BGR);
    std::vector<std::uint8_t> bytes;
    if (!cv::imencode(".png", bgr, bytes))
        throw Error("Cannot write " + file.string() + ": the picture cannot be encoded.");
    writeAtomically(file, bytes);
}

} // namespace core
