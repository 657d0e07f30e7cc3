#include "core/study/run_documents.h"

#include "core/error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace core {

namespace {

using nlohmann::json;

template <typename T>
json orNull(const std::optional<T>& value)
{
    return value ? json(*value) : json(nullptr);
}

template <typename T>
std::optional<T> optionalOf(const json& document, const char* key)
{
    const auto found = document.find(key);
    if (found == document.end() || found->is_null())
        return std::nullopt;
    return found->get<T>();
}

template <typename Enum>
struct Named {
    Enum value;
    const char* name;
};
template <typename Enum>
Named(Enum, const char*) -> Named<Enum>; // Clang 14 does not deduce aggregates
constexpr std::array kMargins{Named{Margin::Fixed, "fixed"},
                              Named{Margin::Difference, "difference"}, Named{Margin::Soft, "soft"}};
constexpr std::array kInitialisations{Named{Initialisation::KMeans, "kmeans"},
                                      Named{Initialisation::Random, "random"}};
constexpr std::array kEngagements{Named{EngagementChoice::Low, "low"},
                                  Named{EngagementChoice::High, "high"},
                                  Named{EngagementChoice::Combined, "combined"}};
constexpr std::array kSplitRules{Named{SplitRule::Random, "random"},
                                 Named{SplitRule::Author, "author"}, Named{SplitRule::Time, "time"},
                                 Named{SplitRule::Column, "column"}};
constexpr std::array kTargets{Named{Target::Raw, "raw"}, Named{Target::Day, "day"},
                              Named{Target::Author, "author"}};

template <typename Table, typename Enum>
const char* nameIn(const Table& table, Enum value)
{
    return std::ranges::find(table, value, &Table::value_type::value)->name;
}

template <typename Table>
auto valueIn(const Table& table, const std::string& name)
{
    const auto found = std::ranges::find_if(table, [&](const auto& n) { return name == n.name; });
    if (found == table.end())
        throw Error("the setting \"" + name + "\" is not known to this version");
    return found->value;
}

json optionsDocument(const TrainingOptions& options)
{
    return {{"popular", options.popularSenses},
            {"unpopular", options.unpopularSenses},
            {"margin", nameIn(kMargins, options.margin)},
            {"alpha", options.alpha},
            {"init", nameIn(kInitialisations, options.initialisation)},
            {"epochs", orNull(options.epochs)},
            {"batch", options.batch},
            {"learning_rate", options.learningRate},
            {"regularisation", orNull(options.regularisation)},
            {"revive", options.revive},
            {"seed", options.seed},
            {"memory", orNull(options.memory)}};
}

TrainingOptions optionsFrom(const json& document)
{
    TrainingOptions options;
    options.popularSenses = document.at("popular");
    options.unpopularSenses = document.at("unpopular");
    options.margin = valueIn(kMargins, document.at("margin"));
    options.alpha = document.at("alpha");
    options.initialisation = valueIn(kInitialisations, document.at("init"));
    options.epochs = optionalOf<int>(document, "epochs");
    options.batch = document.at("batch");
    options.learningRate = document.at("learning_rate");
    options.regularisation = optionalOf<double>(document, "regularisation");
    options.revive = document.at("revive");
    options.seed = document.at("seed");
    options.memory = optionalOf<std::size_t>(document, "memory");
    return options;
}

json documentOf(const Baselines& baselines)
{
    return {{"author", orNull(baselines.author)},
            {"time", orNull(baselines.time)},
            {"linear", orNull(baselines.linear)},
            {"svr", orNull(baselines.svr)}};
}

Baselines baselinesFrom(const json& document)
{
    return {.author = optionalOf<double>(document, "author"),
            .time = optionalOf<double>(document, "time"),
            .linear = optionalOf<double>(document, "linear"),
            .svr = optionalOf<double>(document, "svr")};
}

json searchDocument(const std::vector<SearchTrial>& search)
{
    json trials = json::array();
    for (const auto& trial : search)
        trials.push_back({{"learning_rate", trial.learningRate},
                          {"regularisation", trial.regularisation},
                          {"validation_rho", orNull(trial.validationRho)}});
    return trials;
}

std::vector<SearchTrial> searchFrom(const json& settings)
{
    std::vector<SearchTrial> search;
    for (const auto& trial : settings.value("search", json::array()))
        search.push_back({.learningRate = trial.at("learning_rate"),
                          .regularisation = trial.at("regularisation"),
                          .validationRho = optionalOf<double>(trial, "validation_rho")});
    return search;
}

Evaluation evaluationFrom(const json& document)
{
    Evaluation evaluation;
    evaluation.images = document.at("images");
    evaluation.rho = optionalOf<double>(document, "rho");
    if (const auto& interval = document.at("rho_interval"); !interval.is_null())
        evaluation.rhoInterval = Interval{interval.at(0), interval.at(1)};
    evaluation.rhoEq6 = optionalOf<double>(document, "rho_eq6");
    evaluation.rhoEq6Null = optionalOf<double>(document, "rho_eq6_null");
    evaluation.rhoCeiling = optionalOf<double>(document, "rho_ceiling");
    evaluation.kendallTauB = optionalOf<double>(document, "kendall_tau_b");
    evaluation.auc = optionalOf<double>(document, "auc");
    evaluation.ndcg = optionalOf<double>(document, "ndcg");
    evaluation.precision1 = optionalOf<double>(document, "precision_1");
    evaluation.precision10 = optionalOf<double>(document, "precision_10");
    evaluation.orderedPairs = optionalOf<double>(document, "ordered_pairs");
    evaluation.zeroShare = document.at("zero_share");
    evaluation.binarisedAccuracy = optionalOf<double>(document, "binarised_accuracy");
    if (const auto baselines = document.find("baselines"); baselines != document.end())
        evaluation.baselines = baselinesFrom(*baselines);
    return evaluation;
}

EpochReport epochFrom(const json& document)
{
    return {.epoch = document.at("epoch"),
            .epochs = document.at("epochs"),
            .loss = document.at("loss"),
            .validationRho = optionalOf<double>(document, "validation_rho"),
            .seconds = document.at("seconds"),
            .steps = document.at("steps"),
            .deadSenses = document.at("dead_senses"),
            .best = document.at("best")};
}

json snapshotDocument(const TrainingSnapshot& snapshot)
{
    return {{"epoch", snapshot.epoch},
            {"step", snapshot.step},
            {"seconds", snapshot.seconds},
            {"loss", snapshot.loss},
            {"validation_rho", orNull(snapshot.validationRho)},
            {"top", snapshot.topRows},
            {"share", snapshot.share}};
}

TrainingSnapshot snapshotFrom(const json& document)
{
    TrainingSnapshot snapshot;
    snapshot.epoch = document.at("epoch");
    snapshot.step = document.at("step");
    snapshot.seconds = document.at("seconds");
    snapshot.loss = document.at("loss");
    snapshot.validationRho = optionalOf<double>(document, "validation_rho");
    snapshot.topRows = document.at("top").get<std::vector<std::vector<std::size_t>>>();
    snapshot.share = document.at("share").get<std::vector<double>>();
    return snapshot;
}

std::vector<float> valuesOf(const MatrixF& matrix)
{
    return {matrix.data(), matrix.data() + matrix.size()};
}

MatrixF matrixOf(const std::vector<float>& values, std::int64_t rows, std::size_t columns)
{
    if (values.size() != static_cast<std::size_t>(rows) * columns)
        throw Error("its weights are damaged");
    return Eigen::Map<const MatrixF>(values.data(), rows, static_cast<Eigen::Index>(columns));
}

/// Calls `read` and names the run in whatever it throws.
template <typename Function>
auto reading(const std::string& run, Function read)
{
    const std::string prefix = "Run \"" + run + "\" cannot be read: ";
    const std::string remedy = ". Delete it and train it again.";
    try {
        return read();
    } catch (const json::exception& error) {
        throw Error(prefix + error.what() + remedy);
    } catch (const Error& error) {
        throw Error(prefix + error.what() + remedy);
    }
}

RunInfo infoFrom(const RunSummary& summary)
{
    const auto settings = json::parse(summary.settings);
    const auto results = json::parse(summary.results);
    RunInfo info;
    info.name = summary.name;
    info.created = summary.created;
    info.request = {.name = summary.name,
                    .featureSet = summary.featureSet,
                    .engagement = valueIn(kEngagements, settings.at("engagement")),
                    .measures = settings.at("measures"),
                    .options = optionsFrom(settings),
                    .splitRule = std::nullopt,
                    .splitSeed = optionalOf<std::uint64_t>(settings, "split_seed"),
                    .target = valueIn(kTargets, settings.value("target", "raw")),
                    .collected = optionalOf<std::int64_t>(settings, "collected")};
    // The first version had random splits, which had a seed, and the table's own.
    const auto rule = optionalOf<std::string>(settings, "split_rule");
    info.request.splitRule = rule                     ? valueIn(kSplitRules, *rule)
                             : info.request.splitSeed ? SplitRule::Random
                                                      : SplitRule::Column;
    info.search = searchFrom(settings);
    info.dataFingerprint = settings.at("data_fingerprint");
    info.instructionSet = settings.at("instruction_set");
    info.leftOut = results.value("left_out", std::size_t{0});
    if (const auto leaks = optionalOf<json>(results, "leaks"))
        info.leaks = Leaks{.validation = leaks->at("validation"), .test = leaks->at("test")};
    info.stopped = results.at("stopped");
    info.bestEpoch = results.at("best_epoch");
    info.deadSenses = results.at("dead_senses");
    info.seconds = results.at("seconds");
    info.examplesPerSecond = results.at("examples_per_second");
    info.train = evaluationFrom(results.at("train"));
    info.validation = evaluationFrom(results.at("validation"));
    info.test = evaluationFrom(results.at("test"));
    return info;
}

} // namespace

json documentOf(const Evaluation& evaluation)
{
    const auto& interval = evaluation.rhoInterval;
    return {
        {"images", evaluation.images},
        {"rho", orNull(evaluation.rho)},
        {"rho_interval", interval ? json::array({interval->low, interval->high}) : json(nullptr)},
        {"rho_eq6", orNull(evaluation.rhoEq6)},
        {"rho_eq6_null", orNull(evaluation.rhoEq6Null)},
        {"rho_ceiling", orNull(evaluation.rhoCeiling)},
        {"kendall_tau_b", orNull(evaluation.kendallTauB)},
        {"auc", orNull(evaluation.auc)},
        {"ndcg", orNull(evaluation.ndcg)},
        {"precision_1", orNull(evaluation.precision1)},
        {"precision_10", orNull(evaluation.precision10)},
        {"ordered_pairs", orNull(evaluation.orderedPairs)},
        {"zero_share", evaluation.zeroShare},
        {"binarised_accuracy", orNull(evaluation.binarisedAccuracy)},
        {"baselines", documentOf(evaluation.baselines)}};
}

json documentOf(const EpochReport& epoch)
{
    return {{"epoch", epoch.epoch},
            {"epochs", epoch.epochs},
            {"loss", epoch.loss},
            {"validation_rho", orNull(epoch.validationRho)},
            {"seconds", epoch.seconds},
            {"steps", epoch.steps},
            {"dead_senses", epoch.deadSenses},
            {"best", epoch.best}};
}

json settingsOf(const RunInfo& info)
{
    auto document = optionsDocument(info.request.options);
    document["engagement"] = nameIn(kEngagements, info.request.engagement);
    document["measures"] = info.request.measures;
    document["split_rule"] = nameIn(kSplitRules, info.request.splitRule.value());
    document["split_seed"] = orNull(info.request.splitSeed);
    document["target"] = nameIn(kTargets, info.request.target);
    document["collected"] = orNull(info.request.collected);
    document["features"] = info.request.featureSet;
    document["search"] = searchDocument(info.search);
    document["data_fingerprint"] = info.dataFingerprint;
    document["instruction_set"] = info.instructionSet;
    return document;
}

RunRecord recordOf(const LoadedRun& run)
{
    const auto& info = run.info;
    json curve = json::array();
    for (const auto& epoch : run.epochs)
        curve.push_back(documentOf(epoch));
    json snapshots = json::array();
    for (const auto& snapshot : run.snapshots)
        snapshots.push_back(snapshotDocument(snapshot));
    const json leaks =
        info.leaks ? json{{"validation", info.leaks->validation}, {"test", info.leaks->test}}
                   : json(nullptr);
    const json results = {{"left_out", info.leftOut},
                          {"leaks", leaks},
                          {"stopped", info.stopped},
                          {"best_epoch", info.bestEpoch},
                          {"dead_senses", info.deadSenses},
                          {"seconds", info.seconds},
                          {"examples_per_second", info.examplesPerSecond},
                          {"train", documentOf(info.train)},
                          {"validation", documentOf(info.validation)},
                          {"test", documentOf(info.test)}};
    return {.name = info.name,
            .created = info.created,
            .featureSet = info.request.featureSet,
            .settings = settingsOf(info).dump(),
            .curve = curve.dump(),
            .snapshots = snapshots.dump(),
            .results = results.dump(),
            .popularSenses = run.model.popular.rows(),
            .unpopularSenses = run.model.unpopular.rows(),
            .popular = valuesOf(run.model.popular),
            .unpopular = valuesOf(run.model.unpopular),
            .mean = {run.model.mean.data(), run.model.mean.data() + run.model.mean.size()}};
}

LoadedRun runOf(const RunRecord& record)
{
    return reading(record.name, [&] {
        LoadedRun run;
        run.info = infoFrom({.name = record.name,
                             .created = record.created,
                             .featureSet = record.featureSet,
                             .settings = record.settings,
                             .results = record.results,
                             .popularSenses = record.popularSenses,
                             .unpopularSenses = record.unpopularSenses});
        run.model.popular = matrixOf(record.popular, record.popularSenses, record.mean.size());
        run.model.unpopular =
            matrixOf(record.unpopular, record.unpopularSenses, record.mean.size());
        run.model.mean = Eigen::Map<const VectorF>(record.mean.data(),
                                                   static_cast<Eigen::Index>(record.mean.size()));
        for (const auto& epoch : json::parse(record.curve))
            run.epochs.push_back(epochFrom(epoch));
        for (const auto& snapshot : json::parse(record.snapshots))
            run.snapshots.push_back(snapshotFrom(snapshot));
        return run;
    });
}

RunInfo infoOf(const RunSummary& summary)
{
    return reading(summary.name, [&] { return infoFrom(summary); });
}

} // namespace core
