#include "tests/bench/made_catalogue.h"

#include "core/catalogue/catalogue.h"
#include "core/random.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace bench {

namespace {

constexpr std::size_t kAuthors = 20'000;

std::vector<std::int64_t> countsFrom(core::Random& random)
{
    const double appeal = random.normal();
    std::vector<std::int64_t> counts;
    for (const double level : {6.0, 3.0, 2.0, 0.0, -1.0})
        counts.push_back(
            static_cast<std::int64_t>(std::exp(level + appeal + 1.2 * random.normal())));
    return counts;
}

std::string captionFrom(core::Random& random)
{
    static const std::vector<std::string> words = {
        "morning", "light",  "over",   "the",    "old",    "harbour", "cat",   "coffee",
        "street",  "market", "summer", "window", "yellow", "quiet",   "river", "evening"};
    std::string caption;
    for (std::size_t left = 4 + random.below(8); left > 0; --left)
        caption += (caption.empty() ? "" : " ") + words[random.below(words.size())];
    return caption;
}

} // namespace

std::string pictureName(std::size_t image)
{
    return std::to_string(image % kPictures) + ".jpg";
}

void writeCatalogue(const std::filesystem::path& project, const std::filesystem::path& pictures,
                    std::size_t images)
{
    using core::Engagement;
    auto catalogue = core::Catalogue::create(project);
    auto import = catalogue.beginImport({.title = project.stem().string(),
                                         .root = pictures,
                                         .measures = {{"views", Engagement::Low},
                                                      {"likes", Engagement::Low},
                                                      {"favourites", Engagement::Low},
                                                      {"comments", Engagement::High},
                                                      {"shares", Engagement::High}},
                                         .textColumns = {"caption"},
                                         .splitSeed = 1,
                                         .synthetic = true});
    core::Random random(4);
    constexpr std::int64_t kFirstMoment = 1'400'000'000;
    constexpr std::uint64_t kYear = 31'536'000;
    for (std::size_t i = 0; i < images; ++i)
        import.add({.id = "post-" + std::to_string(i),
                    .path = pictureName(i),
                    .counts = countsFrom(random),
                    .texts = {captionFrom(random)},
                    .author = "author " + std::to_string(random.below(kAuthors)),
                    .date = kFirstMoment + static_cast<std::int64_t>(random.below(kYear)),
                    .split = {}});
    import.commit();
}

} // namespace bench
