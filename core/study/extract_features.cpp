#include "core/study/extract_features.h"

#include "core/error.h"
#include "core/features/feature_store.h"
#include "core/features/signature.h"
#include "core/images/decoder.h"
#include "core/images/thumbnail_cache.h"
#include "core/parallel.h"
#include "core/study/extraction_journal.h"
#include "core/study/file_names.h"
#include "core/study/fingerprints.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <mutex>

namespace core {

namespace {

constexpr std::size_t kAtOnce = 256; ///< pictures that a kill can lose, at most

/// What the threads of one extraction write to. Rows of the writer are theirs alone.
class Extraction {
public:
    Extraction(const Project& project, const Extractor& extractor)
        : m_project(project)
        , m_extractor(extractor)
        , m_writer(project.featureFile(extractor.name()), project.collection->size(),
                   extractor.dimension(), FeatureWriter::Unfinished::Keep)
        , m_journal(project.featureFile(extractor.name()).replace_extension(".journal"),
                    {project.collection->size(), signatureOf(extractor)}, m_writer.continued())
        , m_thumbnails(project.thumbnailFolder())
        , m_fingerprints(project.collection->size())
    {
        for (const auto& picture : m_journal.done())
            m_fingerprints[static_cast<std::size_t>(picture.key)] = picture.fingerprint;
        m_waiting.reserve(kAtOnce);
    }

    /// Those of `keys` that an earlier extraction did not do.
    std::vector<ImageKey> remaining(const std::vector<ImageKey>& keys) const
    {
        std::vector<ImageKey> left;
        std::ranges::copy_if(keys, std::back_inserter(left), [&](ImageKey key) {
            return !m_fingerprints[static_cast<std::size_t>(key)].known();
        });
        return left;
    }

    void extract(ImageKey key);

    /// Makes sure of what was done so far.
    void keep();

    /// None could be read: there is nothing to keep.
    void abandon()
    {
        m_writer.discard();
        m_journal.close();
    }

    void finish()
    {
        m_writer.finish();
        m_journal.close();
        keepFingerprints(m_project, m_fingerprints);
    }

    /// In the order of their keys.
    std::vector<Rejection> takeBroken()
    {
        std::ranges::sort(m_broken, {}, &Rejection::row); // they came in the order of the threads
        return std::move(m_broken);
    }

private:
    const Project& m_project;
    const Extractor& m_extractor;
    FeatureWriter m_writer;
    ExtractionJournal m_journal;
    ThumbnailCache m_thumbnails;
    std::vector<Fingerprint> m_fingerprints; ///< [n] one place an image
    std::mutex m_mutex;
    std::vector<Rejection> m_broken;         // guarded by m_mutex
    std::vector<ExtractedPicture> m_waiting; // guarded by m_mutex: not in the journal yet
    std::mutex m_keeping;                    ///< one thread at a time
};

void Extraction::extract(ImageKey key)
{
    const auto file = m_project.pictureOf(key);
    try {
        const auto picture = decodePicture(file, std::max(m_extractor.leastSide(), kThumbnailSide));
        std::vector<float> row(m_extractor.dimension());
        m_extractor.extract(picture, row);
        m_writer.setRow(static_cast<std::size_t>(key), row);
        m_thumbnails.store(key, file, picture);
        const auto fingerprint = fingerprintOf(picture);
        m_fingerprints[static_cast<std::size_t>(key)] = fingerprint;
        std::unique_lock lock(m_mutex);
        m_waiting.push_back({key, fingerprint});
        if (m_waiting.size() < kAtOnce)
            return;
    } catch (const Error& error) {
        const std::scoped_lock lock(m_mutex);
        m_broken.push_back({key, error.what()});
        return;
    }
    keep();
}

void Extraction::keep()
{
    const std::scoped_lock alone(m_keeping);
    std::vector<ExtractedPicture> done;
    {
        const std::scoped_lock lock(m_mutex);
        done.swap(m_waiting);
    }
    if (done.empty())
        return;
    m_writer.flush();
    m_journal.add(done);
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

    Extraction extraction(project, extractor);
    const auto left = extraction.remaining(keys);
    const ParallelOptions parallel{.stage = left.size() == keys.size() ? "Extracting features"
                                                                       : "Going on extracting",
                                   .observe = observe};
    try {
        parallelFor(left.size(), parallel, stop,
                    [&](std::size_t i) { extraction.extract(left[i]); });
    } catch (...) {
        extraction.keep();
        throw;
    }

    auto broken = extraction.takeBroken();
    if (broken.size() == keys.size()) {
        extraction.abandon();
        throw Error("None of the " + std::to_string(keys.size())
                    + " pictures could be read. The first: " + broken.front().reason);
    }
    extraction.finish();

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
