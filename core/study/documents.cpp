#include "core/study/documents.h"

#include "core/study/baselines.h"
#include "core/study/run_documents.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace core {

namespace {

using nlohmann::json;

json rejections(const std::vector<Rejection>& rejected, const char* key)
{
    json list = json::array();
    for (const auto& rejection : rejected)
        list.push_back({{key, rejection.row}, {"reason", rejection.reason}});
    return list;
}

json headOf(const Sense& sense)
{
    return {{"sense", sense.id.name()},
            {"polarity", sense.id.polarity == Polarity::Popular ? "popular" : "unpopular"},
            {"name", sense.givenName},
            {"share", sense.share}};
}

json orNull(const std::optional<double>& value)
{
    return value ? json(*value) : json(nullptr);
}

std::string_view weightName(WordWeight weight)
{
    switch (weight) {
    case WordWeight::TfIdf:
        return "tfidf";
    case WordWeight::Frequency:
        return "frequency";
    case WordWeight::LogOdds:
        return "log-odds";
    }
    return {};
}

/// Of the senses that answer.
json documentOf(const OcclusionMap& map, const ImageScore& score)
{
    json change = json::object();
    for (const auto& response : score.responses) {
        if (response.responding)
            change[response.id.name()] = map.change(response.id);
    }
    return {{"columns", map.columns}, {"rows", map.rows}, {"change", std::move(change)}};
}

json documentOf(const ImageScore& score)
{
    json document{{"score", score.score},
                  {"percentile", score.percentile},
                  {"popular_sense", nullptr},
                  {"unpopular_sense", nullptr},
                  {"responses", json::array()}};
    for (const auto& response : score.responses) {
        document["responses"].push_back(
            {{"sense", response.id.name()}, {"response", response.response}});
        const bool popular = response.id.polarity == Polarity::Popular;
        if (response.responding)
            document[popular ? "popular_sense" : "unpopular_sense"] = response.id.name();
    }
    return document;
}

} // namespace

json documentOf(const ImportReport& report)
{
    return {{"images", report.images},
            {"measures", report.measures},
            {"rejected", rejections(report.rejected, "row")},
            {"rejected_count", report.rejectedCount},
            {"unmatched", report.unmatched},
            {"unmatched_count", report.unmatchedCount}};
}

json documentOf(const JoinReport& report)
{
    return {{"images", report.images},
            {"changed", report.changed},
            {"missing", report.missing},
            {"measures", report.measures},
            {"outdated_runs", report.outdatedRuns},
            {"rejected", rejections(report.rejected, "row")},
            {"rejected_count", report.rejectedCount}};
}

json documentOf(const JoinFeaturesReport& report)
{
    return {{"features", report.featureSet},
            {"dimension", report.dimension},
            {"images", report.images},
            {"missing", report.missing},
            {"rejected", rejections(report.rejected, "row")},
            {"rejected_count", report.rejectedCount}};
}

json documentOf(const ExtractReport& report)
{
    return {{"features", report.featureSet},
            {"dimension", report.dimension},
            {"images", report.images},
            {"broken", rejections(report.broken, "key")},
            {"seconds", report.seconds}};
}

json trainingDocument(const LoadedRun& run)
{
    json epochs = json::array();
    for (const auto& epoch : run.epochs)
        epochs.push_back(documentOf(epoch));
    auto document = json{{"run", run.info.name},
                         {"seconds", run.info.seconds},
                         {"epochs", std::move(epochs)},
                         {"examples_per_second", run.info.examplesPerSecond}};
    document["leaks"] = run.info.leaks ? json(run.info.leaks->total()) : json(nullptr);
    document["left_out"] = run.info.leftOut;
    document["stopped"] = run.info.stopped;
    document["best_epoch"] = run.info.bestEpoch;
    document["dead_senses"] = run.info.deadSenses;
    document["settings"] = settingsOf(run.info);
    document["search"] = document["settings"]["search"];
    return document;
}

json repetitionDocument(const std::string& original, const Repetition& repetition)
{
    auto document = trainingDocument(repetition.run);
    document["like"] = original;
    document["repeats"] = repetition.repeats;
    document["differences"] = repetition.differences;
    return document;
}

json documentOf(const TargetRhos& rhos)
{
    return {{"raw", orNull(rhos.raw)}, {"day", orNull(rhos.day)}, {"author", orNull(rhos.author)}};
}

json evaluationDocument(const std::string& run, Split split, const Evaluation& evaluation)
{
    auto document = documentOf(evaluation);
    document["run"] = run;
    document["split"] = splitName(split);
    const auto warning = confoundWarning(evaluation);
    document["warning"] = warning ? json(*warning) : json(nullptr);
    return document;
}

json predictionDocument(const Project& project, const std::string& run,
                        const std::vector<PredictedImage>& images)
{
    json list = json::array();
    for (const auto& image : images) {
        json entry{{"file", image.file.string()}};
        if (!image.failure.empty()) {
            entry["failure"] = image.failure;
            list.push_back(std::move(entry));
            continue;
        }
        entry.update(documentOf(image.score));
        if (image.occlusion)
            entry["occlusion"] = documentOf(*image.occlusion, image.score);
        entry["similar"] = json::array();
        for (const auto& similar : image.similar)
            entry["similar"].push_back(
                {{"image", project.collection->ids[static_cast<std::size_t>(similar.key)]},
                 {"similarity", similar.similarity}});
        list.push_back(std::move(entry));
    }
    return {{"run", run}, {"images", std::move(list)}};
}

json documentOf(const PairedComparison& comparison)
{
    return {{"difference", comparison.difference},
            {"interval", {comparison.interval.low, comparison.interval.high}},
            {"p", comparison.p}};
}

json sensesDocument(const Project& project, const Senses& senses)
{
    json list = json::array();
    for (const auto& sense : senses.senses) {
        auto entry = headOf(sense);
        entry["images"] = sense.won;
        entry["typical_percentile"] =
            sense.typicalPercentile ? json(*sense.typicalPercentile) : json(nullptr);
        entry["top"] = json::array();
        for (const auto& image : sense.top)
            entry["top"].push_back(
                {{"image", project.collection->ids[static_cast<std::size_t>(image.key)]},
                 {"score", image.score},
                 {"count", image.count},
                 {"alike", image.alike}});
        list.push_back(std::move(entry));
    }
    return {{"run", senses.run},
            {"split", splitName(senses.options.split)},
            {"images", senses.images},
            {"senses", std::move(list)}};
}

json documentOf(const std::vector<SenseTrust>& trust)
{
    json list = json::array();
    for (const auto& sense : trust) {
        json entry{{"dead", sense.dead},
                   {"typical_interval", nullptr},
                   {"authors", sense.authors ? json(*sense.authors) : json(nullptr)},
                   {"nearest_sibling", nullptr},
                   {"stability", orNull(sense.stability)}};
        if (const auto& interval = sense.typicalInterval)
            entry["typical_interval"] = {interval->low, interval->high};
        if (const auto& sibling = sense.sibling)
            entry["nearest_sibling"] = {{"sense", sibling->id.name()}, {"cosine", sibling->cosine}};
        list.push_back(std::move(entry));
    }
    return list;
}

json wordsDocument(const Senses& senses)
{
    json list = json::array();
    for (const auto& sense : senses.senses) {
        auto entry = headOf(sense);
        entry["documents"] = sense.words.documents;
        entry["words"] = json::array();
        for (const auto& word : sense.words.words) {
            json item = {{"word", word.word}, {"weight", word.weight}, {"count", word.count}};
            if (senses.wordWeight == WordWeight::LogOdds)
                item["z"] = word.z;
            entry["words"].push_back(std::move(item));
        }
        list.push_back(std::move(entry));
    }
    return {{"run", senses.run},
            {"split", splitName(senses.options.split)},
            {"weight", weightName(senses.wordWeight)},
            {"senses", std::move(list)}};
}

} // namespace core
