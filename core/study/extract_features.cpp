#include "core/study/extract_features.h"

#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/images/decoder.h"
#include "core/images/thumbnail_cache.h"
#include "core/parallel.h"
#include "core/study/file_names.h"
#include "core/study/leaks.h"

#include <chrono>
#include <mutex>

namespace core {

namespace {

/// What the threads of one extraction write to. Rows of the writer are theirs alone.
struct Extraction {
    const Project& project;
    const Extractor& extractor;
    FeatureWriter writer;
    ThumbnailCache thumbnails;
    std::vector<Fingerprint> fingerprints; ///< [n] one place an image
    std::mutex mutex{};
    std::vector<Rejection> broken{}; // guarded by mutex

    void extract(ImageKey key);
};

void Extraction::extract(ImageKey key)
{
    const auto file = project.pictureOf(key);
    try {
        const auto picture = decodePicture(file, std::max(extractor.leastSide(), kThumbnailSide));
        std::vector<float> row(extractor.dimension());
        extractor.extract(picture, row);
        writer.setRow(static_cast<std::size_t>(key), row);
        thumbnails.store(key, file, picture);
        fingerprints[static_cast<std::size_t>(key)] = fingerprintOf(picture);
    } catch (const Error& error) {
        const std::scoped_lock lock(mutex);
        broken.push_back({key, error.what()});
    }
}

std::vector<ImageKey> keysWithPictures(const Project& project)
{
    std::vector<ImageKey> keys;
    for (std::size_t i = 0; i < project.collection->size(); ++i) {
        if (!project.collection->paths[i].empty())
            keys.push_back(static_cast<ImageKey>(i));
    }
    if (keys.empty())
        throw Error("This collection has no pictures to extract features from: import features "
                    "together with the table (import --features FILE.npy).");
    return keys;
}

/// All keys that are not in `present`, or are in `broken`; all lists ascending.
std::vector<ImageKey> missingKeys(std::size_t imageCount, const std::vector<ImageKey>& present,
                                  const std::vector<Rejection>& broken)
{
    std::vector<bool> missing(imageCount, true);
    for (const auto key : present)
        missing[static_cast<std::size_t>(key)] = false;
    for (const auto& rejection : broken)
        missing[static_cast<std::size_t>(rejection.row)] = true;
    std::vector<ImageKey> keys;
    for (std::size_t i = 0; i < imageCount; ++i) {
        if (missing[i])
            keys.push_back(static_cast<ImageKey>(i));
    }
    return keys;
}

/// Every picture's state, also of those that can be read again now.
void markBroken(Catalogue& catalogue, const std::vector<ImageKey>& keys,
                const std::vector<Rejection>& broken, const Collection& collection)
{
    std::vector<std::pair<ImageKey, std::string>> marks;
    for (const auto key : keys) {
        if (!collection.broken[static_cast<std::size_t>(key)].empty())
            marks.emplace_back(key, std::string());
    }
    for (const auto& rejection : broken)
        marks.emplace_back(rejection.row, rejection.reason);
    if (!marks.empty())
        catalogue.setBroken(marks);
}

} // namespace

ExtractReport extractFeatures(const Project& project, const Extractor& extractor,
                              const std::stop_token& stop, const ProgressObserver& observe)
{
    const auto started = std::chrono::steady_clock::now();
    const auto keys = keysWithPictures(project);
    const auto imageCount = project.collection->size();
    const auto name = extractor.name();
    makeFolder(project.folder / "features");

    Extraction extraction{
        .project = project,
        .extractor = extractor,
        .writer = FeatureWriter(project.featureFile(name), imageCount, extractor.dimension()),
        .thumbnails = ThumbnailCache(project.thumbnailFolder()),
        .fingerprints = std::vector<Fingerprint>(imageCount),
    };
    const ParallelOptions parallel{.stage = "Extracting features", .observe = observe};
    parallelFor(keys.size(), parallel, stop, [&](std::size_t i) { extraction.extract(keys[i]); });

    auto& broken = extraction.broken;
    std::ranges::sort(broken, {}, &Rejection::row); // they came in the order of the threads
    if (broken.size() == keys.size())
        throw Error("None of the " + std::to_string(keys.size())
                    + " pictures could be read. The first: " + broken.front().reason);
    extraction.writer.finish();
    keepFingerprints(project, extraction.fingerprints);

    auto catalogue = Catalogue::open(project.folder);
    markBroken(catalogue, keys, broken, *project.collection);
    catalogue.storeFeatureSet({.name = name,
                               .dimension = static_cast<std::int64_t>(extractor.dimension()),
                               .scale = 1.0,
                               .missing = missingKeys(imageCount, keys, broken)});
    const auto extracted = keys.size() - broken.size();
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - started;
    return {.featureSet = name,
            .dimension = extractor.dimension(),
            .images = extracted,
            .broken = std::move(broken),
            .seconds = elapsed.count()};
}

} // namespace core
