#include "core/catalogue/catalogue.h"
#include "core/error.h"
#include "core/images/thumbnail_cache.h"
#include "core/random.h"
#include "core/study/file_names.h"
#include "tests/bench/made_catalogue.h"
#include "tests/bench/stored_rows.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// A ground of one colour with a few discs on it, of a thumbnail's size.
void drawPicture(const fs::path& file, core::Random& random)
{
    const auto colour = [&] {
        const auto part = [&] { return static_cast<double>(random.below(256)); };
        return cv::Scalar(part(), part(), part());
    };
    cv::Mat picture(core::kThumbnailSide * 3 / 4, core::kThumbnailSide, CV_8UC3, colour());
    for (int disc = 0; disc < 5; ++disc)
        cv::circle(picture,
                   {static_cast<int>(random.below(core::kThumbnailSide)),
                    static_cast<int>(random.below(core::kThumbnailSide))},
                   static_cast<int>(8 + random.below(60)), colour(), cv::FILLED, cv::LINE_AA);
    if (!cv::imwrite(file.string(), picture))
        throw core::Error(file.string() + " cannot be written: check the disk.");
}

void drawPictures(const fs::path& folder)
{
    core::makeFolder(folder);
    core::Random random(3);
    for (std::size_t i = 0; i < bench::kPictures; ++i)
        drawPicture(folder / bench::pictureName(i), random);
}

/// Every thumbnail is another name of its picture.
void linkThumbnails(const fs::path& project, const fs::path& pictures, std::size_t images)
{
    const core::ThumbnailCache cache(project / "thumbnails");
    fs::path folder;
    for (std::size_t i = 0; i < images; ++i) {
        const auto file = cache.fileOf(static_cast<std::int64_t>(i));
        if (file.parent_path() != folder) {
            folder = file.parent_path();
            core::makeFolder(folder);
        }
        fs::create_hard_link(pictures / bench::pictureName(i), file);
    }
}

void makeProject(const fs::path& project, std::size_t images, std::size_t columns)
{
    const auto pictures =
        fs::absolute(project).parent_path() / (project.stem().string() + "-pictures");
    drawPictures(pictures);
    bench::writeCatalogue(project, pictures, images);
    linkThumbnails(project, pictures, images);
    bench::writeRandomRows(project / "features" / "random.npy", images, columns);
    core::Catalogue::open(project).storeFeatureSet({.name = "random",
                                                    .dimension = static_cast<std::int64_t>(columns),
                                                    .scale = 1.0,
                                                    .missing = {}});
}

} // namespace

/// million_project PROJECT [IMAGES [COLUMNS]]: a project of that size with random counts and
/// features, to measure with. A million images of 4,096 columns take 8.6 GB of disk.
int main(int count, char** arguments)
{
    const std::vector<std::string> words(arguments + 1, arguments + count);
    try {
        if (words.empty() || words.size() > 3)
            throw core::Error("million_project PROJECT [IMAGES [COLUMNS]]");
        makeProject(words[0], words.size() > 1 ? std::stoul(words[1]) : 1'000'000,
                    words.size() > 2 ? std::stoul(words[2]) : 4096);
        return EXIT_SUCCESS;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return EXIT_FAILURE;
    }
}
