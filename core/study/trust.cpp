#include "core/study/trust.h"

#include "core/insight/top_images.h"
#include "core/study/lesson.h"
#include "core/study/overview.h"
#include "core/study/scored_split.h"
#include "core/study/training_data.h"

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t kParts = 100; // of a training, as progress counts them

/// A sense's images and what is known of them.
struct WonImages {
    std::vector<double> percentiles;
    std::vector<std::int32_t> authors; ///< empty where no author is known
};

WonImages wonBy(const SenseId& id, const ScoredSplit& scored,
                const std::vector<double>& percentiles)
{
    WonImages won;
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
        if (scored.responses.responding(i, id.polarity) != id.index)
            continue;
        won.percentiles.push_back(percentiles[i]);
        if (!scored.authors.empty())
            won.authors.push_back(scored.authors[i]);
    }
    return won;
}

void countAuthors(SenseTrust& trust, const ScoredSplit& scored, std::size_t most)
{
    const auto top = topImages(scored.responses, trust.id, most);
    trust.topImages = top.size();
    if (scored.authors.empty())
        return;
    std::vector<std::int32_t> authors;
    authors.reserve(top.size());
    for (const auto& image : top)
        authors.push_back(scored.authors[image.position]);
    trust.authors = authorCount(authors);
}

std::vector<SenseTrust> trustWithoutTraining(const LoadedRun& run, const ScoredSplit& scored,
                                             const TrustOptions& options,
                                             const std::stop_token& stop)
{
    const auto percentiles = popularityPercentiles(scored.counts);
    const auto shares = senseShares(scored.responses);
    const auto siblings = nearestSiblings(run.model);
    const auto ids = run.model.senses();
    auto bootstrap = options.bootstrap;
    bootstrap.threads = options.threads;
    std::vector<SenseTrust> trust(ids.size());
    for (std::size_t s = 0; s < ids.size(); ++s) {
        trust[s].id = ids[s];
        trust[s].share = shares[s];
        trust[s].dead = shares[s] < kDeadShare;
        trust[s].sibling = siblings[s];
        const auto won = wonBy(ids[s], scored, percentiles);
        trust[s].typicalPercentile = core::typicalPercentile(won.percentiles);
        trust[s].typicalInterval = typicalInterval(won.percentiles, won.authors, bootstrap, stop);
        countAuthors(trust[s], scored, options.top);
    }
    return trust;
}

TopSets topSets(const Responses& responses, const SenseModel& model, Polarity polarity,
                std::size_t most)
{
    TopSets sets;
    for (const auto& id : model.senses()) {
        if (id.polarity != polarity)
            continue;
        auto& set = sets.emplace_back();
        for (const auto& image : topImages(responses, id, most))
            set.push_back(image.position);
    }
    return sets;
}

/// The run trained again with other seeds, and its senses looked for.
class Stability {
public:
    Stability(const Project& project, const LoadedRun& run, const ScoredSplit& scored,
              const TrustOptions& options, const std::stop_token& stop,
              const ProgressObserver& observe)
        : m_request(run.info.request)
        , m_scored(scored)
        , m_options(options)
        , m_stop(stop)
        , m_observe(observe)
        , m_store(FeatureStore::open(project.featureFile(m_request.featureSet)))
        , m_data(
              trainingDataOf(*m_store, lessonOf(project, m_request),
                             withFeatures(project, featureSetNamed(project, m_request.featureSet))))
    {
    }

    void measure(const LoadedRun& run, std::vector<SenseTrust>& trust)
    {
        for (auto& sense : trust)
            sense.stability = 0.0;
        for (int k = 1; k <= m_options.seeds; ++k) {
            const auto model = train(k);
            const auto responses = respond(*m_store, rows(), model, m_options.threads, m_stop);
            std::size_t first = 0;
            for (const auto polarity : {Polarity::Popular, Polarity::Unpopular}) {
                const auto found =
                    foundAgain(topSets(m_scored.responses, run.model, polarity, m_options.matched),
                               topSets(responses, model, polarity, m_options.matched));
                for (std::size_t s = 0; s < found.size(); ++s)
                    *trust[first + s].stability += found[s] / m_options.seeds;
                first += found.size();
            }
        }
    }

private:
    std::vector<std::size_t> rows() const { return {m_scored.keys.begin(), m_scored.keys.end()}; }

    SenseModel train(int k) const
    {
        auto options = m_request.options;
        options.seed += static_cast<std::uint64_t>(k);
        options.threads = m_options.threads;
        TrainingObserver observer;
        if (m_observe)
            observer.epoch = [&](const EpochReport& report) {
                const auto done = static_cast<std::size_t>(k - 1) * kParts
                                  + static_cast<std::size_t>(report.epoch) * kParts
                                        / static_cast<std::size_t>(std::max(report.epochs, 1));
                m_observe({"Training with other seeds", done,
                           static_cast<std::size_t>(m_options.seeds) * kParts});
            };
        auto result = core::train(m_data, options, m_stop, observer);
        throwIfStopped(m_stop);
        return std::move(result.model);
    }

    const TrainRequest& m_request;
    const ScoredSplit& m_scored;
    const TrustOptions& m_options;
    const std::stop_token& m_stop;
    const ProgressObserver& m_observe;
    std::unique_ptr<FeatureStore> m_store;
    TrainingData m_data;
};

} // namespace

std::vector<SenseTrust> trustInSenses(const Project& project, const LoadedRun& run,
                                      const TrustOptions& options, const std::stop_token& stop,
                                      const ProgressObserver& observe)
{
    const auto scored = scoreSplit(project, run, options.split, stop);
    auto trust = trustWithoutTraining(run, scored, options, stop);
    if (options.seeds > 0)
        Stability(project, run, scored, options, stop, observe).measure(run, trust);
    return trust;
}

} // namespace core
