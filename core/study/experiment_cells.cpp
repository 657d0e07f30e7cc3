#include "core/study/experiment_cells.h"

#include "core/images/atomic_file.h"
#include "core/ranking/baselines.h"
#include "core/ranking/kernels.h"
#include "core/ranking/support_vector_regression.h"
#include "core/study/data_fingerprint.h"
#include "core/study/scored_split.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <span>
#include <sstream>
#include <string_view>

namespace core {

namespace {

// Changes with the format and with what a cell's scores mean.
constexpr std::string_view kSignature = "sensescope-cell-1";

TrainRequest requestOf(const Project& project, const std::string& featureSet,
                       EngagementChoice engagement, std::uint64_t seed)
{
    TrainRequest request;
    request.featureSet = featureSet;
    request.engagement = engagement;
    for (const auto position : project.collection->measuresOf(engagement))
        request.measures.push_back(project.collection->measures[position].name);
    request.splitRule = SplitRule::Random;
    request.splitSeed = seed;
    return withSplitAndTarget(project, std::move(request));
}

SplitScores testImagesOf(const Lesson& lesson, const std::vector<bool>& present)
{
    SplitScores test;
    for (std::size_t i = 0; i < lesson.splits.size(); ++i) {
        if (lesson.splits[i] != Split::Test || !present[i])
            continue;
        test.images.push_back(static_cast<std::uint32_t>(i));
        test.truth.push_back(lesson.y[i]);
    }
    return test;
}

std::vector<double> respondOn(const ExperimentGround& ground, const SenseModel& model, int threads,
                              const std::stop_token& stop)
{
    const auto& images = ground.test().images;
    const std::vector<std::size_t> rows(images.begin(), images.end());
    const auto scores = respond(*ground.data().rows, rows, model, threads, stop).scores();
    return {scores.begin(), scores.end()};
}

std::vector<double> scoreSenses(const ExperimentModel& model, const ExperimentGround& ground,
                                const CellOptions& options, const std::stop_token& stop)
{
    TrainingOptions training;
    training.popularSenses = model.popular;
    training.unpopularSenses = model.unpopular;
    training.margin = model.margin;
    training.seed = ground.seed();
    training.threads = options.threads;
    training.epochs = options.epochs;
    training.memory = ground.memory();
    TrainingObserver observer;
    if (options.observe)
        observer.epoch = [&](const EpochReport& report) {
            options.observe(static_cast<double>(report.epoch) / std::max(report.epochs, 1));
        };
    const auto result = train(ground.data(), training, stop, observer);
    throwIfStopped(stop);
    return respondOn(ground, result.model, options.threads, stop);
}

std::vector<double> scoreRegression(const ExperimentGround& ground, const CellOptions& options,
                                    const std::stop_token& stop)
{
    RegressionOptions regression;
    regression.seed = ground.seed();
    regression.threads = options.threads;
    if (options.observe)
        regression.observe = [&](const Progress& progress) {
            if (progress.total > 0)
                options.observe(static_cast<double>(progress.done)
                                / static_cast<double>(progress.total));
        };
    const auto result = trainRegression(ground.data(), regression, stop);
    return respondOn(ground, result.model, options.threads, stop);
}

/// `values` of the images with these numbers.
template <typename Value, typename Numbers>
std::vector<Value> valuesOf(const std::vector<Value>& values, const Numbers& numbers)
{
    std::vector<Value> chosen;
    chosen.reserve(numbers.size());
    for (const auto number : numbers)
        chosen.push_back(values[number]);
    return chosen;
}

std::uint64_t checksum(std::string_view bytes)
{
    std::uint64_t hash = 0xcbf29ce484222325U; // FNV-1a
    for (const char byte : bytes)
        hash = (hash ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3U;
    return hash;
}

std::string_view marginName(Margin margin)
{
    switch (margin) {
    case Margin::Fixed:
        return "fixed";
    case Margin::Difference:
        return "difference";
    case Margin::Soft:
        return "soft";
    }
    return {};
}

std::string nameOf(const ExperimentModel& model)
{
    const std::string engagement(engagementName(model.engagement));
    if (model.scorer == Scorer::Regression)
        return "regression_" + engagement;
    return "popular-" + std::to_string(model.popular) + "_unpopular-"
           + std::to_string(model.unpopular) + '_' + std::string(marginName(model.margin)) + '_'
           + engagement;
}

template <typename Value>
void append(std::string& bytes, const Value& value)
{
    const auto at = bytes.size();
    bytes.resize(at + sizeof value);
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

} // namespace

ExperimentGround::ExperimentGround(const Project& project, const std::string& featureSet,
                                   EngagementChoice engagement, std::uint64_t seed,
                                   const std::stop_token& stop)
    : m_seed(seed)
    , m_collection(project.collection)
{
    const auto& set = featureSetNamed(project, featureSet);
    m_store = FeatureStore::open(project.featureFile(set.name));
    const auto request = requestOf(project, set.name, engagement, seed);
    const auto lesson = lessonOf(project, request);
    const auto present = withFeatures(project, set);
    m_data = trainingDataOf(*m_store, lesson, present);
    m_memory = memoryFor(*m_store);
    m_test = testImagesOf(lesson, present);
    m_fingerprint = dataFingerprint(project, request, lesson, *m_store, stop);
}

std::vector<double> scoreCell(const ExperimentModel& model, const ExperimentGround& ground,
                              const CellOptions& options, const std::stop_token& stop)
{
    const auto& collection = ground.collection();
    const auto& data = ground.data();
    const auto& images = ground.test().images;
    switch (model.scorer) {
    case Scorer::Senses:
        return scoreSenses(model, ground, options, stop);
    case Scorer::Regression:
        return scoreRegression(ground, options, stop);
    case Scorer::AuthorAlone:
        return predictByAuthor(valuesOf(collection.authors, data.training), data.trainingY,
                               valuesOf(collection.authors, images));
    case Scorer::TimeAlone:
        return predictByTime(valuesOf(collection.dates, data.training), data.trainingY,
                             valuesOf(collection.dates, images));
    }
    return {};
}

CellShelf::CellShelf(std::filesystem::path folder, std::optional<int> epochs)
    : m_folder(std::move(folder))
    , m_epochs(epochs)
{
}

std::filesystem::path CellShelf::fileOf(const ExperimentModel& model, std::uint64_t seed) const
{
    return m_folder / (nameOf(model) + "_seed-" + std::to_string(seed) + ".cell");
}

std::string CellShelf::identityOf(const ExperimentModel& model,
                                  const ExperimentGround& ground) const
{
    return std::string(kSignature) + ' ' + nameOf(model) + " seed " + std::to_string(ground.seed())
           + " epochs " + (m_epochs ? std::to_string(*m_epochs) : "automatic") + " memory "
           + (ground.memory() ? std::to_string(*ground.memory()) : "unbounded") + " data "
           + ground.fingerprint() + " on " + instructionSetName() + '\n';
}

std::optional<std::vector<double>> CellShelf::find(const ExperimentModel& model,
                                                   const ExperimentGround& ground) const
{
    std::ostringstream read;
    read << std::ifstream(fileOf(model, ground.seed()), std::ios::binary).rdbuf();
    const auto bytes = read.str();
    const auto identity = identityOf(model, ground);
    std::vector<double> scores(ground.test().images.size());
    const auto body = identity.size() + scores.size() * sizeof(double);
    if (bytes.size() != body + sizeof(std::uint64_t) || !bytes.starts_with(identity))
        return std::nullopt;
    std::uint64_t sum = 0;
    std::memcpy(&sum, bytes.data() + body, sizeof sum);
    if (sum != checksum(std::string_view(bytes).substr(0, body)))
        return std::nullopt;
    std::memcpy(scores.data(), bytes.data() + identity.size(), scores.size() * sizeof(double));
    return scores;
}

void CellShelf::keep(const ExperimentModel& model, const ExperimentGround& ground,
                     const std::vector<double>& scores) const
{
    auto bytes = identityOf(model, ground);
    for (const double score : scores)
        append(bytes, score);
    append(bytes, checksum(bytes));
    const std::vector<std::uint8_t> raw(bytes.begin(), bytes.end());
    writeAtomically(fileOf(model, ground.seed()), raw);
}

} // namespace core
