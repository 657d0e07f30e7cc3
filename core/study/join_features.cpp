#include "core/study/join_features.h"

#include "core/error.h"
#include "core/features/feature_import.h"
#include "core/ingest/table_preview.h"
#include "core/ingest/table_reader.h"
#include "core/study/file_names.h"
#include "core/study/image_ids.h"
#include "core/study/networks.h"
#include "core/study/project.h"

#include <memory>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReported = 100;    ///< rejections in the report
constexpr std::size_t kReportEvery = 256; ///< records, which may be wide

/// The images that the rows of a feature file belong to, while their ids come in.
class Matching {
public:
    explicit Matching(const Collection& collection)
        : m_ids(collection)
    {
    }

    bool knows(std::string_view id) const { return m_ids.knows(id); }
    void take(std::string_view id)
    {
        auto image = m_ids.claim(id);
        if (auto* fault = std::get_if<std::string>(&image))
            reject(std::move(*fault));
        else
            m_ofRow.push_back(std::get<ImageKey>(image));
    }
    void reject(std::string reason)
    {
        m_ofRow.push_back(-1);
        if (++m_rejectedCount <= kReported)
            m_rejected.push_back({static_cast<std::int64_t>(m_ofRow.size()), std::move(reason)});
    }

    const std::vector<ImageKey>& ofRow() const { return m_ofRow; }
    std::vector<ImageKey> missing() const { return m_ids.unclaimed(); }
    const std::vector<Rejection>& rejected() const { return m_rejected; }
    std::size_t rejectedCount() const { return m_rejectedCount; }

private:
    ImageIds m_ids;
    std::vector<ImageKey> m_ofRow; ///< of the features; −1: rejected
    std::vector<Rejection> m_rejected;
    std::size_t m_rejectedCount = 0;
};

/// A table of ids, and where in it they stand.
struct IdTable {
    std::unique_ptr<TableReader> reader;
    std::size_t column = 0;
    bool headed = true; ///< false: what was taken for the header is the first id
};

[[noreturn]] void askWhose(const fs::path& file)
{
    throw Error("Nothing says which image each row of " + file.string()
                + " belongs to: name its column of ids (--id), a file with an id a line "
                  "(--ids), or, where the rows are the images in order, say so (--in-order).");
}

IdTable openIds(const JoinFeaturesRequest& request, const Matching& matching)
{
    const bool beside = !request.ids.empty();
    const auto& file = beside ? request.ids : request.features;
    if (!beside && !isFeatureTable(file))
        askWhose(file);
    IdTable table;
    table.reader = openTable(file);
    if (!request.id.empty()) {
        table.column = table.reader->column(request.id);
        return table;
    }
    const auto& header = table.reader->header();
    if (beside && header.size() == 1) {
        table.headed = !matching.knows(header.front());
        return table;
    }
    const auto guess = previewTable(file).guess.id;
    if (!guess)
        askWhose(file);
    table.column = table.reader->column(*guess);
    return table;
}

void readIds(const IdTable& table, Matching& matching, const std::stop_token& stop,
             const ProgressObserver& observe)
{
    auto& reader = *table.reader;
    if (!table.headed)
        matching.take(reader.header().front());
    TableRecord record;
    for (std::size_t number = 1; reader.next(record); ++number) {
        if (!record.fault.empty())
            matching.reject(record.fault);
        else
            matching.take(record.fields.at(table.column));
        if (number % kReportEvery != 0)
            continue;
        throwIfStopped(stop);
        if (observe)
            observe({.stage = "Reading " + reader.file().filename().string(),
                     .done = reader.bytesRead(),
                     .total = reader.bytes()});
    }
}

std::string nameFor(const JoinFeaturesRequest& request, const Project& project)
{
    const auto stem = request.features.stem().string();
    auto name = request.name.empty() ? fileNameFrom(stem) : request.name;
    if (name != fileNameFrom(name) || name == "descriptor" || name == "plain")
        throw Error("\"" + name
                    + "\" cannot name these features: use letters, digits, '.', '_', '+' and '-', "
                      "and none of the built-in names (--name).");
    std::error_code ignored;
    if (project.findFeatureSet(name) != nullptr || fs::exists(networkFile(project, name), ignored))
        throw Error("Features called \"" + name
                    + "\" are there already: choose another name (--name).");
    return name;
}

} // namespace

JoinFeaturesReport joinFeatures(const JoinFeaturesRequest& request, const std::stop_token& stop,
                                const ProgressObserver& observe)
{
    const auto project = openProject(request.project);
    JoinFeaturesReport report;
    report.featureSet = nameFor(request, project);
    const auto images = project.collection->size();
    Matching matching(*project.collection);
    RecordKeys keys{.ofRecord = {}, .images = images, .idColumn = {}};
    if (request.inOrder) {
        for (const auto& id : project.collection->ids)
            matching.take(id);
    } else {
        const auto table = openIds(request, matching);
        if (request.ids.empty())
            keys.idColumn = table.column;
        readIds(table, matching, stop, observe);
    }
    keys.ofRecord = matching.ofRow();
    const auto missing = matching.missing();
    if (missing.size() == images)
        throw Error((request.ids.empty() ? request.features : request.ids).string()
                    + " names no image of the project: choose the column of ids (--id)."
                    + (matching.rejected().empty() ? std::string()
                                                   : " " + matching.rejected().front().reason));
    makeFolder(project.folder / "features");
    const auto imported = importFeatures(request.features, keys,
                                         project.featureFile(report.featureSet), stop, observe);
    Catalogue::open(project.folder)
        .storeFeatureSet({.name = report.featureSet,
                          .dimension = static_cast<std::int64_t>(imported.dimension),
                          .scale = imported.scale,
                          .missing = missing});
    report.dimension = imported.dimension;
    report.missing = missing.size();
    report.images = images - missing.size();
    report.rejected = matching.rejected();
    report.rejectedCount = matching.rejectedCount();
    return report;
}

} // namespace core
