#include "core/study/experiment_tables.h"

#include "core/catalogue/date.h"
#include "core/study/file_names.h"

#include <nlohmann/json.hpp>

#include <ostream>

namespace core {

namespace {

std::string sensesText(const ExperimentModel& model)
{
    if (model.unpopular > 0)
        return std::to_string(model.popular) + " popular + " + std::to_string(model.unpopular)
               + " unpopular";
    return model.popular == 1 ? "none (linear)" : std::to_string(model.popular) + " popular";
}

std::string marginText(const ExperimentModel& model)
{
    return model.margin == Margin::Fixed ? "fixed" : "soft";
}

std::string modelText(const ExperimentModel& model)
{
    switch (model.scorer) {
    case Scorer::Senses:
        return sensesText(model);
    case Scorer::Regression:
        return "support vector regression";
    case Scorer::AuthorAlone:
        return "author alone";
    case Scorer::TimeAlone:
        return "time alone";
    }
    return {};
}

std::string fullText(const ExperimentModel& model)
{
    auto text = modelText(model);
    if (model.scorer == Scorer::Senses && model.margin == Margin::Fixed)
        text += ", fixed margin";
    if (model.engagement != EngagementChoice::Combined)
        text += ", " + std::string(engagementName(model.engagement)) + " engagement";
    return text;
}

const std::vector<std::string> kRhoHeader{"ρ", "95% from", "to", "SD over seeds"};

/// The words of a row, and the figures of `model`; nothing where the collection lacks it.
void addRow(ResultTable& table, const Experiments& experiments, const ExperimentModel& model,
            const std::vector<std::string>& words)
{
    const auto* result = experiments.find(model);
    if (result == nullptr)
        return;
    std::vector<ResultCell> row;
    row.reserve(words.size() + kRhoHeader.size());
    for (const auto& word : words)
        row.push_back(ResultCell::word(word));
    const auto& rho = result->rho;
    const auto figure = [&](auto value) {
        return ResultCell::figure(rho ? std::optional<double>(value(*rho)) : std::nullopt);
    };
    row.push_back(figure([](const RepeatedRho& r) { return r.mean; }));
    row.push_back(figure([](const RepeatedRho& r) { return r.interval.low; }));
    row.push_back(figure([](const RepeatedRho& r) { return r.interval.high; }));
    row.push_back(figure([](const RepeatedRho& r) { return r.deviation; }));
    table.rows.push_back(std::move(row));
}

std::string howMeasured(const Experiments& experiments)
{
    return "Spearman's ρ on test images, mean over " + std::to_string(experiments.seeds)
           + (experiments.seeds == 1 ? " seed, which" : " seeds, each of which")
           + " splits the images at random (70/10/20; " + std::to_string(experiments.testImages)
           + " test images) and trains; 95% intervals from " + std::to_string(experiments.resamples)
           + " resamples of the collection's " + (experiments.byAuthor ? "authors" : "images")
           + ", the same for every model. Features: " + experiments.featureSet + '.'
           + (experiments.synthetic ? " Synthetic images." : "");
}

ResultTable rhoTable(const Experiments& experiments, int number, const std::string& caption,
                     std::vector<std::string> header)
{
    ResultTable table{.name = "table-" + std::to_string(number),
                      .caption = "Table " + std::to_string(number) + ": " + caption,
                      .header = std::move(header),
                      .rows = {},
                      .notes = {howMeasured(experiments)}};
    table.header.insert(table.header.end(), kRhoHeader.begin(), kRhoHeader.end());
    return table;
}

ResultTable collectionTable(const Experiments& experiments)
{
    const auto& s = experiments.statistics;
    const auto count = [](std::size_t value) {
        return ResultCell::figure(static_cast<double>(value), 0);
    };
    const auto day = [](const std::optional<std::int64_t>& moment) {
        return ResultCell::word(moment ? isoDay(*moment) : "");
    };
    return {.name = "table-1",
            .caption = "Table 1: the collection " + experiments.title,
            .header = {"Statistic", "Value"},
            .rows = {{ResultCell::word("images"), count(s.images)},
                     {ResultCell::word("authors"), count(s.authors)},
                     {ResultCell::word("first date"), day(s.firstDate)},
                     {ResultCell::word("last date"), day(s.lastDate)},
                     {ResultCell::word("pictures that cannot be read"), count(s.broken)},
                     {ResultCell::word("rows left out at import"), count(s.rejected)}},
            .notes = {}};
}

ResultTable measuresTable(const Experiments& experiments)
{
    ResultTable table{.name = "table-2",
                      .caption = "Table 2: popularity in the collection " + experiments.title,
                      .header = {"Measure", "Mean", "Median", "Highest", "Share of zeros"},
                      .rows = {},
                      .notes = {}};
    for (const auto& measure : experiments.statistics.measures)
        table.rows.push_back({ResultCell::word(measure.name), ResultCell::figure(measure.mean, 1),
                              ResultCell::figure(measure.median, 1),
                              ResultCell::figure(static_cast<double>(measure.most), 0),
                              ResultCell::figure(measure.zeroShare)});
    return table;
}

ResultTable sensesTable(const Experiments& experiments)
{
    auto table = rhoTable(experiments, 3, "latent senses, with a fixed and a soft margin",
                          {"Latent senses", "Margin"});
    for (const auto margin : {Margin::Fixed, Margin::Soft})
        for (const int popular : {1, 5, 10, 20}) {
            const auto model = ExperimentModel::senses(popular, 0, margin);
            addRow(table, experiments, model, {sensesText(model), marginText(model)});
        }
    return table;
}

ResultTable engagementTable(const Experiments& experiments)
{
    auto table = rhoTable(experiments, 4, "levels of engagement (10 popular senses, soft margin)",
                          {"Engagement"});
    for (const auto level :
         {EngagementChoice::Low, EngagementChoice::High, EngagementChoice::Combined})
        addRow(table, experiments, ExperimentModel::senses(10, 0, Margin::Soft, level),
               {std::string(engagementName(level))});
    table.notes.insert(table.notes.end(), experiments.missing.begin(), experiments.missing.end());
    return table;
}

ResultTable unpopularTable(const Experiments& experiments)
{
    auto table =
        rhoTable(experiments, 5, "popular senses against popular and unpopular ones (soft margin)",
                 {"Latent senses"});
    for (const auto& model : {ExperimentModel::senses(10), ExperimentModel::senses(5, 5)})
        addRow(table, experiments, model, {sensesText(model)});
    return table;
}

/// Where author or time alone order the images better than the pictures do.
void warnOfConfounds(ResultTable& table, const Experiments& experiments)
{
    const auto* ours = experiments.find(ExperimentModel::senses(5, 5));
    for (const auto& result : experiments.results) {
        const bool blind =
            result.model.scorer == Scorer::AuthorAlone || result.model.scorer == Scorer::TimeAlone;
        if (!blind || ours == nullptr || !ours->rho || !result.rho
            || result.rho->mean <= ours->rho->interval.high)
            continue;
        const bool time = result.model.scorer == Scorer::TimeAlone;
        table.notes.push_back(std::string("Warning: the ") + (time ? "date" : "author")
                              + " alone orders these images better than the pictures do, so that "
                                "what the senses show may be "
                              + (time ? "when pictures were posted." : "who posted them."));
    }
}

ResultTable othersTable(const Experiments& experiments)
{
    auto table = rhoTable(experiments, 6, "regression and what sees no picture, against the senses",
                          {"Model"});
    for (const auto scorer : {Scorer::Regression, Scorer::AuthorAlone, Scorer::TimeAlone}) {
        const auto model = ExperimentModel::other(scorer);
        addRow(table, experiments, model, {modelText(model)});
    }
    addRow(table, experiments, ExperimentModel::senses(5, 5),
           {sensesText(ExperimentModel::senses(5, 5))});
    warnOfConfounds(table, experiments);
    return table;
}

ResultTable differencesTable(const Experiments& experiments)
{
    ResultTable table{
        .name = "differences",
        .caption = "Differences of ρ between models on the same test images",
        .header = {"Table", "First", "Second", "First − second", "95% from", "to", "p"},
        .rows = {},
        .notes = {howMeasured(experiments)}};
    for (const auto& difference : experiments.differences) {
        const auto& c = difference.comparison;
        const auto figure = [&](auto value) {
            return ResultCell::figure(c ? std::optional<double>(value(*c)) : std::nullopt);
        };
        table.rows.push_back({ResultCell::figure(difference.table, 0),
                              ResultCell::word(fullText(difference.first)),
                              ResultCell::word(fullText(difference.second)),
                              figure([](const PairedComparison& d) { return d.difference; }),
                              figure([](const PairedComparison& d) { return d.interval.low; }),
                              figure([](const PairedComparison& d) { return d.interval.high; }),
                              figure([](const PairedComparison& d) { return d.p; })});
    }
    return table;
}

nlohmann::json valueOf(const ResultCell& cell)
{
    if (cell.number)
        return *cell.number;
    return cell.text.empty() ? nlohmann::json(nullptr) : nlohmann::json(cell.text);
}

} // namespace

std::vector<ResultTable> paperTables(const Experiments& experiments)
{
    return {collectionTable(experiments), measuresTable(experiments),  sensesTable(experiments),
            engagementTable(experiments), unpopularTable(experiments), othersTable(experiments),
            differencesTable(experiments)};
}

void writePaperTables(const std::vector<ResultTable>& tables, const std::filesystem::path& folder)
{
    makeFolder(folder);
    for (const auto& table : tables) {
        const auto to = [&](const char* ending) { return folder / (table.name + ending); };
        replaceFile(to(".csv"), [&](std::ostream& out) { writeResultCsv(out, table); });
        replaceFile(to(".md"), [&](std::ostream& out) { writeMarkdown(out, table); });
        replaceFile(to(".tex"), [&](std::ostream& out) { writeLatex(out, table); });
    }
    replaceFile(folder / "tables.md", [&](std::ostream& out) {
        for (const auto& table : tables) {
            writeMarkdown(out, table);
            out << '\n';
        }
    });
}

nlohmann::json documentOf(const Experiments& experiments, const std::vector<ResultTable>& tables)
{
    auto list = nlohmann::json::array();
    for (const auto& table : tables) {
        auto rows = nlohmann::json::array();
        for (const auto& row : table.rows) {
            auto fields = nlohmann::json::array();
            for (const auto& cell : row)
                fields.push_back(valueOf(cell));
            rows.push_back(std::move(fields));
        }
        list.push_back({{"name", table.name},
                        {"caption", table.caption},
                        {"header", table.header},
                        {"rows", std::move(rows)},
                        {"notes", table.notes}});
    }
    return {{"seeds", experiments.seeds},
            {"features", experiments.featureSet},
            {"reused_cells", experiments.reused},
            {"tables", std::move(list)}};
}

} // namespace core
