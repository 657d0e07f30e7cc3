#include "core/study/export_run.h"

#include "core/error.h"
#include "core/images/decoder.h"
#include "core/report/tables.h"
#include "core/study/file_names.h"
#include "core/study/overview.h"
#include "core/study/run_documents.h"
#include "core/study/scored_split.h"

#include <nlohmann/json.hpp>

#include <array>
#include <ostream>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr int kSheetColumns = 10;
constexpr int kSheetSide = 128;

std::string responderName(const Responses& responses, std::size_t i, Polarity polarity)
{
    const auto& senses = polarity == Polarity::Popular ? responses.popular : responses.unpopular;
    if (senses.cols() == 0)
        return {};
    return SenseId{polarity, responses.responding(i, polarity)}.name();
}

void appendScores(const Project& project, const ScoredSplit& scored, Split split,
                  std::vector<std::vector<std::string>>& rows)
{
    const auto percentiles = popularityPercentiles(scored.counts);
    for (std::size_t i = 0; i < scored.keys.size(); ++i)
        rows.push_back({project.collection->ids[static_cast<std::size_t>(scored.keys[i])],
                        std::string(splitName(split)), std::to_string(scored.counts[i]),
                        std::to_string(scored.responses.score(i)), std::to_string(percentiles[i]),
                        responderName(scored.responses, i, Polarity::Popular),
                        responderName(scored.responses, i, Polarity::Unpopular)});
}

void writeScores(const Project& project, const LoadedRun& run, const fs::path& file,
                 const std::stop_token& stop)
{
    const std::array<std::string, 7> header{
        "id", "split", "count", "score", "percentile", "popular_sense", "unpopular_sense"};
    std::vector<std::vector<std::string>> rows;
    for (const auto split : {Split::Train, Split::Validation, Split::Test})
        appendScores(project, scoreSplit(project, run, split, stop), split, rows);
    replaceFile(file, [&](std::ostream& out) { writeCsv(out, header, rows); });
}

nlohmann::json runDocument(const Project& project, const LoadedRun& run)
{
    const auto& info = run.info;
    nlohmann::json epochs = nlohmann::json::array();
    for (const auto& epoch : run.epochs)
        epochs.push_back(documentOf(epoch));
    return {{"run", info.name},
            {"created", info.created},
            {"collection", project.info.title},
            {"synthetic", project.info.synthetic},
            {"settings", settingsOf(info)},
            {"epochs", std::move(epochs)},
            {"train", documentOf(info.train)},
            {"validation", documentOf(info.validation)},
            {"test", documentOf(info.test)}};
}

} // namespace

std::vector<SenseWordList> wordListsOf(const Senses& senses)
{
    std::vector<SenseWordList> lists;
    for (const auto& sense : senses.senses)
        lists.push_back({.sense = sense.id,
                         .givenName = sense.givenName,
                         .share = sense.share,
                         .words = sense.words.words});
    return lists;
}

std::vector<fs::path> exportRun(const Project& project, const LoadedRun& run,
                                const fs::path& folder, const std::stop_token& stop,
                                const ProgressObserver& observe)
{
    makeFolder(folder);
    std::vector<fs::path> files;
    constexpr std::size_t kFiles = 7;
    const auto write = [&](const char* name, const std::function<void(std::ostream&)>& content) {
        throwIfStopped(stop);
        files.push_back(folder / name);
        replaceFile(files.back(), content);
        if (observe)
            observe({"Exporting", files.size(), kFiles});
    };
    write("popular.npy", [&](std::ostream& out) { writeNpy(out, run.model.popular); });
    write("unpopular.npy", [&](std::ostream& out) { writeNpy(out, run.model.unpopular); });
    write("mean.npy", [&](std::ostream& out) { writeNpy(out, run.model.mean); });
    write("run.json", [&](std::ostream& out) { out << runDocument(project, run).dump(2) << '\n'; });

    const auto lists = wordListsOf(browseSenses(project, run, {}, stop));
    write("words.csv", [&](std::ostream& out) { writeWordsCsv(out, lists); });
    write("words.json", [&](std::ostream& out) { writeWordsJson(out, lists); });
    files.push_back(folder / "scores.csv");
    writeScores(project, run, files.back(), stop);
    return files;
}

std::vector<fs::path> exportContactSheets(const Project& project, const Senses& senses,
                                          const fs::path& folder, const std::stop_token& stop)
{
    makeFolder(folder);
    std::vector<fs::path> files;
    for (const auto& sense : senses.senses) {
        throwIfStopped(stop);
        if (sense.top.empty())
            continue; // a dead sense wins nothing
        std::vector<ImageKey> keys;
        for (const auto& image : sense.top)
            keys.push_back(image.key);
        files.push_back(folder / ("sense" + sense.id.name() + ".png"));
        writePng(files.back(), contactSheet(project, keys, kSheetColumns, kSheetSide));
    }
    return files;
}

} // namespace core
