#pragma once

#include "core/catalogue/catalogue.h"
#include "core/ingest/table_preview.h"
#include "core/progress.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

/// A second table for a project that is there: counts, found again by the images' ids.
struct JoinRequest {
    std::filesystem::path project;
    std::filesystem::path table;
    std::string encoding; ///< by ICU's name; empty: guessed
    std::string id;       ///< the table's column of ids; empty: guessed, or "id"
    /// The table's columns of counts. One that the project has already takes its place, also in
    /// its level of engagement; any other is added after those that there are. Both empty: guessed,
    /// and a measure of the project stays at its level.
    std::vector<std::string> low;
    std::vector<std::string> high;
    /// An image that the table does not name has a count of 0 in a measure that is new; false: the
    /// table is refused then. In a measure that was there the image keeps its count.
    bool missingAsZero = false;
};

struct JoinReport {
    JoinRequest request;     ///< as resolved: every field filled in
    std::size_t images = 0;  ///< that the table names
    std::size_t changed = 0; ///< images of which a count is new or another than before
    std::size_t missing = 0; ///< images that the table does not name
    std::vector<std::string> measures;
    std::vector<Rejection> rejected; ///< the first 100 rows that could not be used
    std::size_t rejectedCount = 0;
    std::vector<std::string> outdatedRuns; ///< that learned from a measure whose counts changed
};

/// Joins the counts of a table to a project, in one transaction. A row that cannot be used is
/// rejected as importTable would, and where no image has its id or an earlier row had it. The same
/// table once more changes nothing. Runs stay as they are, and are judged by the new counts from
/// now on.
///
/// Throws Error (and leaves the project as it was) where the table cannot be read, has no such
/// column, names none of the images, leaves images without a new measure's
/// count, or no column is named as a count and none is guessed; Cancelled.
/// Cost: one pass, memory for the collection.
JoinReport joinCounts(const JoinRequest& wish, const std::stop_token& stop = {},
                      const ProgressObserver& observe = {});

} // namespace core
