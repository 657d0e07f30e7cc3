#include "core/study/experiments.h"

#include "core/error.h"
#include "core/study/scored_split.h"

#include <algorithm>
#include <stdexcept>

namespace core {

namespace {

constexpr std::size_t kParts = 100; // of a cell, as progress counts them

bool trained(const ExperimentModel& model)
{
    return model.scorer == Scorer::Senses || model.scorer == Scorer::Regression;
}

bool hasBothLevels(const Collection& collection)
{
    return collection.hasMeasure(Engagement::Low) && collection.hasMeasure(Engagement::High);
}

/// What Tables 3 to 6 set against each other.
std::vector<ExperimentDifference> differencesOf(const Collection& collection)
{
    std::vector<ExperimentDifference> differences;
    for (const auto margin : {Margin::Fixed, Margin::Soft})
        for (const int popular : {5, 10, 20})
            differences.push_back({3, ExperimentModel::senses(popular, 0, margin),
                                   ExperimentModel::senses(1, 0, margin), std::nullopt});
    differences.push_back({3, ExperimentModel::senses(10),
                           ExperimentModel::senses(10, 0, Margin::Fixed), std::nullopt});
    if (hasBothLevels(collection)) {
        const auto low = ExperimentModel::senses(10, 0, Margin::Soft, EngagementChoice::Low);
        const auto high = ExperimentModel::senses(10, 0, Margin::Soft, EngagementChoice::High);
        differences.push_back({4, low, high, std::nullopt});
        differences.push_back({4, low, ExperimentModel::senses(10), std::nullopt});
    }
    differences.push_back(
        {5, ExperimentModel::senses(5, 5), ExperimentModel::senses(10), std::nullopt});
    differences.push_back({6, ExperimentModel::senses(5, 5),
                           ExperimentModel::other(Scorer::Regression), std::nullopt});
    return differences;
}

std::vector<std::string> missingFrom(const Collection& collection)
{
    std::vector<std::string> sentences;
    if (!hasBothLevels(collection))
        sentences.push_back(
            std::string("Table 4 has one level only: the collection has no measure of ")
            + (collection.hasMeasure(Engagement::Low) ? "high engagement (comments, shares)."
                                                      : "low engagement (views, likes)."));
    return sentences;
}

/// Scores every cell, or finds it, and tells how far that is.
class CellWork {
public:
    CellWork(const Project& project, const CellShelf& shelf, const ExperimentOptions& options,
             const std::stop_token& stop, const ProgressObserver& observe)
        : m_project(project)
        , m_shelf(shelf)
        , m_options(options)
        , m_stop(stop)
        , m_observe(observe)
    {
    }

    /// [models][seeds]
    std::vector<RepeatedScores> run(const std::vector<ExperimentModel>& models)
    {
        m_left = static_cast<std::size_t>(m_options.seeds)
                 * static_cast<std::size_t>(std::ranges::count_if(models, trained));
        std::vector<RepeatedScores> scores(models.size());
        for (int seed = 1; seed <= m_options.seeds; ++seed)
            for (const auto engagement :
                 {EngagementChoice::Combined, EngagementChoice::Low, EngagementChoice::High})
                runLevel(models, engagement, static_cast<std::uint64_t>(seed), scores);
        return scores;
    }

    std::size_t reused() const { return m_reused; }

private:
    void runLevel(const std::vector<ExperimentModel>& models, EngagementChoice engagement,
                  std::uint64_t seed, std::vector<RepeatedScores>& scores)
    {
        if (std::ranges::find(models, engagement, &ExperimentModel::engagement) == models.end())
            return;
        tell(0.0);
        const ExperimentGround ground(m_project, m_options.featureSet, engagement, seed, m_stop);
        for (std::size_t m = 0; m < models.size(); ++m) {
            if (models[m].engagement != engagement)
                continue;
            auto split = ground.test();
            split.predicted = cell(models[m], ground);
            scores[m].push_back(std::move(split));
        }
    }

    std::vector<double> cell(const ExperimentModel& model, const ExperimentGround& ground)
    {
        throwIfStopped(m_stop);
        if (!trained(model))
            return scoreCell(model, ground, {}, m_stop);
        if (auto known = m_shelf.find(model, ground)) {
            ++m_reused;
            --m_left;
            return *known;
        }
        auto scores = scoreCell(model, ground,
                                {.threads = m_options.threads,
                                 .epochs = m_options.epochs,
                                 .observe = [this](double share) { tell(share); }},
                                m_stop);
        m_shelf.keep(model, ground, scores);
        ++m_done;
        tell(0.0);
        return scores;
    }

    /// A cell that is found takes no time, and so is none of what there is to do.
    void tell(double share) const
    {
        if (m_observe)
            m_observe({"Training for the tables",
                       m_done * kParts + static_cast<std::size_t>(share * double{kParts}),
                       m_left * kParts});
    }

    const Project& m_project;
    const CellShelf& m_shelf;
    const ExperimentOptions& m_options;
    const std::stop_token& m_stop;
    const ProgressObserver& m_observe;
    std::size_t m_left = 0; ///< cells to train, the trained ones included
    std::size_t m_done = 0;
    std::size_t m_reused = 0;
};

/// What every model said, [models][seeds].
struct Answers {
    std::vector<ExperimentModel> models;
    std::vector<RepeatedScores> scores;
};

void compare(Experiments& experiments, const Answers& answers, const Collection& collection,
             const BootstrapOptions& options, const std::stop_token& stop)
{
    const auto& [models, scores] = answers;
    const auto groups = experiments.byAuthor ? collection.authors : std::vector<std::int32_t>();
    const auto resamples = resampleRepeated(scores, collection.size(), groups, options, stop);
    for (std::size_t m = 0; m < models.size(); ++m)
        experiments.results.push_back({models[m], repeatedRho(scores[m], resamples[m], options)});
    const auto placeOf = [&all = answers.models](const ExperimentModel& model) {
        return static_cast<std::size_t>(std::ranges::find(all, model) - all.begin());
    };
    for (auto& difference : experiments.differences) {
        const auto first = placeOf(difference.first);
        const auto second = placeOf(difference.second);
        difference.comparison = compareRepeated(scores[first], resamples[first], scores[second],
                                                resamples[second], options);
    }
}

} // namespace

const ExperimentResult* Experiments::find(const ExperimentModel& model) const
{
    const auto found = std::ranges::find(results, model, &ExperimentResult::model);
    return found == results.end() ? nullptr : &*found;
}

std::vector<ExperimentModel> experimentModels(const Collection& collection)
{
    std::vector<ExperimentModel> models;
    const auto add = [&](const ExperimentModel& model) {
        if (std::ranges::find(models, model) == models.end())
            models.push_back(model);
    };
    for (const auto margin : {Margin::Fixed, Margin::Soft})
        for (const int popular : {1, 5, 10, 20})
            add(ExperimentModel::senses(popular, 0, margin));
    for (const auto& difference : differencesOf(collection)) {
        add(difference.first);
        add(difference.second);
    }
    if (!collection.authorNames.empty())
        add(ExperimentModel::other(Scorer::AuthorAlone));
    if (newestDate(collection.dates))
        add(ExperimentModel::other(Scorer::TimeAlone));
    return models;
}

Experiments runExperiments(const Project& project, const std::filesystem::path& cells,
                           const ExperimentOptions& options, const std::stop_token& stop,
                           const ProgressObserver& observe)
{
    if (options.seeds < 1)
        throw std::invalid_argument("runExperiments: at least one seed is needed");
    const auto& collection = *project.collection;
    if (collection.measures.empty())
        throw Error("This collection has no counts, so that there is nothing to compare: import it "
                    "with a table of counts.");
    auto used = options;
    if (used.featureSet.empty() && !project.featureSets.empty())
        used.featureSet = project.featureSets.back().name;
    featureSetNamed(project, used.featureSet);

    Experiments experiments{.title = collection.title,
                            .synthetic = collection.synthetic,
                            .statistics = collectionStatistics(project),
                            .featureSet = used.featureSet,
                            .seeds = used.seeds,
                            .resamples = used.bootstrap.resamples,
                            .byAuthor = !collection.authorNames.empty(),
                            .results = {},
                            .differences = differencesOf(collection),
                            .missing = missingFrom(collection)};
    Answers answers{.models = experimentModels(collection), .scores = {}};
    const CellShelf shelf(cells, used.epochs);
    CellWork work(project, shelf, used, stop, observe);
    answers.scores = work.run(answers.models);
    experiments.reused = work.reused();
    experiments.testImages = answers.scores.front().front().images.size();

    used.bootstrap.threads = used.threads;
    used.bootstrap.observe = observe;
    compare(experiments, answers, collection, used.bootstrap, stop);
    return experiments;
}

} // namespace core
