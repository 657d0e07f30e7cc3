#include "core/ranking/settings_search.h"

#include "core/error.h"
#include "core/progress.h"

#include <algorithm>
#include <array>

namespace core {

namespace {

constexpr double kRegularisation = 1e-6;
constexpr std::array kRegularisationsSearched{1e-6, 1e-4, 1e-3, 1e-2};
constexpr std::array kRateFactorsSearched{0.25, 0.5, 2.0, 4.0}; // 1 is known from the search of λ
constexpr std::size_t kSearchBelow = 5000;                      // training images

class Search {
public:
    Search(const TrainingSet& set, const TrainingOptions& options, const SenseModel& start,
           WorkerTeam& team, const RunControl& control)
        : m_set(set)
        , m_options(options)
        , m_start(start)
        , m_team(team)
        , m_control(control)
        , m_total(static_cast<int>(kRegularisationsSearched.size()
                                   + (options.searchSettings ? kRateFactorsSearched.size() : 0)))
    {
        m_quiet.waitWhilePaused = m_control.observer->waitWhilePaused;
    }

    FoundSettings run()
    {
        SearchTrial best{.learningRate = m_options.learningRate,
                         .regularisation = kRegularisation,
                         .validationRho = std::nullopt};
        for (const double regularisation : kRegularisationsSearched)
            tryOut(m_options.learningRate, regularisation, best);
        if (m_options.searchSettings) {
            for (const double factor : kRateFactorsSearched)
                tryOut(m_options.learningRate * factor, best.regularisation, best);
        }
        tell();
        m_options.learningRate = best.learningRate;
        m_options.regularisation = best.regularisation;
        return {.options = m_options, .trials = std::move(m_trials)};
    }

private:
    void tryOut(double learningRate, double regularisation, SearchTrial& best)
    {
        throwIfStopped(m_control.stop);
        tell();
        auto options = m_options;
        options.learningRate = learningRate;
        options.regularisation = regularisation;
        const RunControl within{.observer = &m_quiet, .stop = m_control.stop, .snapshots = false};
        const auto result = TrainingRun(m_set, options, m_start, m_team, within).run();
        throwIfStopped(m_control.stop);
        SearchTrial trial{.learningRate = learningRate,
                          .regularisation = regularisation,
                          .validationRho = std::nullopt};
        for (const auto& epoch : result.epochs)
            trial.validationRho = std::max(trial.validationRho, epoch.validationRho);
        m_trials.push_back(trial);
        if (trial.validationRho > best.validationRho) // nullopt is below all numbers
            best = trial;
    }

    void tell() const
    {
        if (m_control.observer->searching)
            m_control.observer->searching(static_cast<int>(m_trials.size()), m_total);
    }

    const TrainingSet& m_set;
    TrainingOptions m_options;
    const SenseModel& m_start;
    WorkerTeam& m_team;
    const RunControl& m_control;
    TrainingObserver m_quiet;
    std::vector<SearchTrial> m_trials;
    int m_total;
};

} // namespace

FoundSettings findSettings(const TrainingSet& set, const TrainingOptions& options,
                           const SenseModel& start, WorkerTeam& team, const RunControl& control)
{
    const bool judged = !set.data->validation.empty();
    if (options.searchSettings && !judged)
        throw Error("Settings are searched on the validation images, and this split has none with "
                    "features: choose another split, or give learning rate and regularisation.");
    const bool few = set.members.size() < kSearchBelow && judged;
    if (options.searchSettings || (!options.regularisation && few))
        return Search(set, options, start, team, control).run();
    FoundSettings found{.options = options, .trials = {}};
    found.options.regularisation = options.regularisation.value_or(kRegularisation);
    return found;
}

} // namespace core
