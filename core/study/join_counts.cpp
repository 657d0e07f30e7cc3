#include "core/study/join_counts.h"

#include "core/error.h"
#include "core/ingest/record_roles.h"
#include "core/ingest/table_reader.h"
#include "core/study/image_ids.h"
#include "core/study/project.h"
#include "core/study/runs.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <variant>

namespace core {

namespace {

constexpr std::size_t kReported = 100;     ///< rejections in the report
constexpr std::size_t kReportEvery = 8192; ///< records

/// Fills in what the person left to be guessed.
JoinRequest resolved(JoinRequest request, const Collection& collection)
{
    constexpr std::size_t kLookedAt = 50; // rows, to guess the columns by
    const auto preview = previewTable(request.table, kLookedAt, request.encoding);
    request.encoding = preview.encoding;
    if (request.id.empty())
        request.id = preview.guess.id.value_or("id");
    if (!request.low.empty() || !request.high.empty())
        return request;
    for (const auto& name : preview.header) {
        const auto known = std::ranges::find(collection.measures, name, &Measure::name);
        const bool there = known != collection.measures.end();
        const auto isLevel = [&](Engagement level, const std::vector<std::string>& guessed) {
            return there ? known->engagement == level
                         : std::ranges::find(guessed, name) != guessed.end();
        };
        if (isLevel(Engagement::Low, preview.guess.low))
            request.low.push_back(name);
        else if (isLevel(Engagement::High, preview.guess.high))
            request.high.push_back(name);
    }
    return request;
}

ColumnRoles rolesOf(const JoinRequest& request)
{
    ColumnRoles roles;
    roles.id = request.id;
    roles.low = request.low;
    roles.high = request.high;
    return roles;
}

/// The counts of a collection while those of a table come in.
class Joining {
public:
    Joining(const Collection& collection, const std::vector<Measure>& joined)
        : m_measures(collection.measures)
        , m_counts(collection.counts)
        , m_known(m_measures.size())
        , m_images(collection.size())
        , m_ids(collection)
        , m_changed(collection.size())
    {
        for (const auto& measure : joined)
            m_places.push_back(placeOf(measure));
        m_measureChanged.resize(m_measures.size());
    }

    /// Why the row cannot be used, or nullopt.
    std::optional<std::string> take(const NewImage& row)
    {
        auto claimed = m_ids.claim(row.id);
        if (auto* fault = std::get_if<std::string>(&claimed))
            return std::move(*fault);
        const auto image = static_cast<std::size_t>(std::get<ImageKey>(claimed));
        for (std::size_t i = 0; i < m_places.size(); ++i) {
            auto& count = m_counts[m_places[i]][image];
            if (m_places[i] >= m_known || count != row.counts[i]) {
                m_changed[image] = true;
                m_measureChanged[m_places[i]] = true;
            }
            count = row.counts[i];
        }
        return std::nullopt;
    }

    std::size_t named() const { return m_ids.claimed(); }
    std::size_t changed() const
    {
        return static_cast<std::size_t>(std::ranges::count(m_changed, true));
    }
    bool changed(const std::string& measure) const
    {
        const auto found = std::ranges::find(m_measures, measure, &Measure::name);
        return found != m_measures.end()
               && m_measureChanged[static_cast<std::size_t>(found - m_measures.begin())];
    }
    bool hasNewMeasure() const { return m_measures.size() > m_known; }
    bool levelsChanged() const { return m_levelsChanged; }
    const std::vector<Measure>& measures() const { return m_measures; }
    const std::vector<std::vector<std::int64_t>>& counts() const { return m_counts; }

private:
    std::size_t placeOf(const Measure& joined)
    {
        const auto found = std::ranges::find(m_measures, joined.name, &Measure::name);
        const auto place = static_cast<std::size_t>(found - m_measures.begin());
        if (found == m_measures.end()) {
            m_measures.push_back(joined);
            m_counts.emplace_back(m_images);
        } else if (found->engagement != joined.engagement) {
            found->engagement = joined.engagement;
            m_levelsChanged = true;
        }
        return place;
    }

    std::vector<Measure> m_measures;
    std::vector<std::vector<std::int64_t>> m_counts; ///< [measures][n]
    std::size_t m_known;                             ///< measures that were there before
    std::size_t m_images;
    ImageIds m_ids;
    std::vector<bool> m_changed;        ///< by image
    std::vector<bool> m_measureChanged; ///< by measure
    bool m_levelsChanged = false;
    std::vector<std::size_t> m_places; ///< of the table's counts in m_measures
};

/// A table whose columns are known.
struct Rows {
    TableReader& reader;
    RecordRoles roles;
};

void readRows(const Rows& rows, Joining& joining, JoinReport& report, const std::stop_token& stop,
              const ProgressObserver& observe)
{
    auto& reader = rows.reader;
    TableRecord record;
    for (std::size_t number = 1; reader.next(record); ++number) {
        auto row = rows.roles.imageOf(record, number);
        std::optional<std::string> fault;
        if (auto* reason = std::get_if<std::string>(&row))
            fault = std::move(*reason);
        else
            fault = joining.take(std::get<NewImage>(row));
        if (fault && ++report.rejectedCount <= kReported)
            report.rejected.push_back({record.line, std::move(*fault)});
        if (number % kReportEvery != 0)
            continue;
        throwIfStopped(stop);
        if (observe)
            observe({.stage = "Reading " + reader.file().filename().string(),
                     .done = reader.bytesRead(),
                     .total = reader.bytes()});
    }
}

void refuseInVain(const JoinRequest& request, const Joining& joining, const JoinReport& report)
{
    const auto table = request.table.string();
    if (report.images == 0)
        throw Error(table + " names no image of the project: choose the column of ids ("
                    + request.id + " was taken)."
                    + (report.rejected.empty() ? std::string()
                                               : " Row " + std::to_string(report.rejected[0].row)
                                                     + ": " + report.rejected[0].reason));
    if (joining.hasNewMeasure() && report.missing > 0 && !request.missingAsZero)
        throw Error(table + " has no usable row for " + std::to_string(report.missing)
                    + " images of the project: add their rows, or say that their counts are 0 "
                      "(--missing-as-zero).");
}

/// Runs that learned from a measure whose counts are others now.
std::vector<std::string> runsOn(const Project& project, const Joining& joining)
{
    std::vector<std::string> runs;
    for (const auto& run : listRuns(project)) {
        const auto& measures = run.request.measures;
        if (std::ranges::any_of(measures, [&](const auto& name) { return joining.changed(name); }))
            runs.push_back(run.name);
    }
    return runs;
}

} // namespace

JoinReport joinCounts(const JoinRequest& wish, const std::stop_token& stop,
                      const ProgressObserver& observe)
{
    const auto project = openProject(wish.project);
    JoinReport report;
    report.request = resolved(wish, *project.collection);
    const auto& request = report.request;
    const auto reader = openTable(request.table, request.encoding);
    const Rows rows{*reader, RecordRoles(*reader, rolesOf(request))};
    Joining joining(*project.collection, rows.roles.measures());
    readRows(rows, joining, report, stop, observe);
    report.images = joining.named();
    report.missing = project.collection->size() - report.images;
    refuseInVain(request, joining, report);
    report.changed = joining.changed();
    for (const auto& measure : joining.measures())
        report.measures.push_back(measure.name);
    report.outdatedRuns = runsOn(project, joining);
    if (report.changed > 0 || joining.levelsChanged()) {
        auto catalogue = Catalogue::open(request.project);
        catalogue.replaceCounts(joining.measures(), joining.counts(), stop);
    }
    return report;
}

} // namespace core
