#include "core/study/predict.h"

#include "core/error.h"
#include "core/features/held_rows.h"
#include "core/images/decoder.h"
#include "core/insight/neighbours.h"
#include "core/parallel.h"
#include "core/study/networks.h"
#include "core/study/scored_split.h"

#include <algorithm>
#include <numeric>

namespace core {

namespace {

/// Where a score stands among others; those that are equal count by half.
double percentileAmong(const std::vector<float>& others, float score)
{
    if (others.empty())
        return 50.0;
    const auto below = std::ranges::count_if(others, [&](float other) { return other < score; });
    const auto equal = std::ranges::count(others, score);
    return 100.0 * (static_cast<double>(below) + 0.5 * static_cast<double>(equal))
           / static_cast<double>(others.size());
}

/// What is needed to say of a response what it means.
class Judge {
public:
    Judge(const Project& project, const LoadedRun& run, const std::stop_token& stop)
        : m_senses(run.model.senses())
        , m_testScores(scoreSplit(project, run, Split::Test, stop).responses.scores())
    {
        const auto catalogue = Catalogue::open(project.folder);
        for (const auto& id : m_senses)
            m_names.push_back(catalogue.senseName(run.info.name, id.name()));
    }

    ImageScore judge(const Responses& responses, std::size_t row) const
    {
        ImageScore score;
        score.score = responses.score(row);
        score.percentile = percentileAmong(m_testScores, score.score);
        for (std::size_t s = 0; s < m_senses.size(); ++s) {
            const auto& id = m_senses[s];
            const auto& half =
                id.polarity == Polarity::Popular ? responses.popular : responses.unpopular;
            score.responses.push_back(
                {.id = id,
                 .givenName = m_names[s],
                 .response = half(static_cast<Eigen::Index>(row), id.index),
                 .responding = responses.responding(row, id.polarity) == id.index});
        }
        return score;
    }

private:
    std::vector<SenseId> m_senses;
    std::vector<std::string> m_names;
    std::vector<float> m_testScores;
};

std::vector<std::size_t> rowsWithFeatures(const Project& project, const FeatureSet& set)
{
    const auto present = withFeatures(project, set);
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < present.size(); ++i) {
        if (present[i])
            rows.push_back(i);
    }
    return rows;
}

std::vector<SimilarImage> imagesOf(const std::vector<Neighbour>& neighbours)
{
    std::vector<SimilarImage> images;
    images.reserve(neighbours.size());
    for (const auto& neighbour : neighbours)
        images.push_back({static_cast<ImageKey>(neighbour.row), neighbour.similarity});
    return images;
}

/// Features of a picture of no project, into its row; what cannot be read has its reason, and a row
/// of zeros.
void extractInto(HeldRows& rows, std::size_t index, PredictedImage& image,
                 const Extractor& extractor, double scale)
{
    try {
        const auto picture = decodePicture(image.file, extractor.leastSide());
        std::vector<float> row(extractor.dimension());
        extractor.extract(picture, row);
        rows.setRow(index, row, static_cast<float>(scale));
    } catch (const Error& error) {
        image.failure = error.what();
    }
}

} // namespace

std::optional<ImageScore> scoreImage(const Project& project, const LoadedRun& run, ImageKey key)
{
    const auto& set = featureSetNamed(project, run.info.request.featureSet);
    if (std::ranges::binary_search(set.missing, key))
        return std::nullopt;
    return Judge(project, run, {}).judge(respondTo(project, run, {key}, {}), 0);
}

std::vector<SimilarImage> similarImages(const Project& project, const LoadedRun& run, ImageKey key,
                                        std::size_t most, const std::stop_token& stop)
{
    const auto& set = featureSetNamed(project, run.info.request.featureSet);
    if (std::ranges::binary_search(set.missing, key))
        return {};
    const auto store = featuresOfRun(project, run);
    HeldRows own(1, store->columns());
    std::vector<float> row(store->columns());
    std::copy_n(store->row(static_cast<std::size_t>(key)), row.size(), row.begin());
    own.setRow(0, row, 1.0F);
    const auto among = rowsWithFeatures(project, set);
    auto images =
        imagesOf(nearestRows(*store, {among, &own, &run.model.mean, most + 1}, stop).front());
    std::erase_if(images, [&](const SimilarImage& image) { return image.key == key; });
    images.resize(std::min(images.size(), most));
    return images;
}

std::vector<PredictedImage> predictImages(const Project& project, const LoadedRun& run,
                                          const PredictionRequest& request,
                                          const std::stop_token& stop,
                                          const ProgressObserver& observe)
{
    const auto& set = featureSetNamed(project, run.info.request.featureSet);
    const auto store = featuresOfRun(project, run);
    const auto extractor = extractorOf(project, set.name);
    if (extractor->dimension() != store->columns())
        throw Error("The features \"" + set.name
                    + "\" are not what made the run's any more: "
                      "extract them again, and train on them.");
    std::vector<PredictedImage> images;
    images.reserve(request.files.size());
    for (const auto& file : request.files)
        images.push_back(
            {.file = file, .failure = {}, .score = {}, .similar = {}, .occlusion = {}});
    HeldRows rows(images.size(), extractor->dimension());
    const ParallelOptions parallel{.stage = "Looking at the pictures", .observe = observe};
    parallelFor(images.size(), parallel, stop,
                [&](std::size_t i) { extractInto(rows, i, images[i], *extractor, set.scale); });

    std::vector<std::size_t> all(rows.rows());
    std::iota(all.begin(), all.end(), std::size_t{0});
    const auto responses = respond(rows, all, run.model, 0, stop);
    const auto among = rowsWithFeatures(project, set);
    const auto nearest =
        nearestRows(*store, {among, &rows, &run.model.mean, request.similar}, stop);
    const Judge judge(project, run, stop);
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (!images[i].failure.empty())
            continue;
        images[i].score = judge.judge(responses, i);
        images[i].similar = imagesOf(nearest[i]);
        if (request.occlusionPlaces > 0)
            images[i].occlusion =
                occlusionMap(decodePicture(images[i].file, extractor->leastSide()),
                             {*extractor, static_cast<float>(set.scale), run.model},
                             {.places = request.occlusionPlaces}, stop, observe);
    }
    return images;
}

} // namespace core
