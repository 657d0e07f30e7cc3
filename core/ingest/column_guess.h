#pragma once

#include "core/ingest/table_preview.h"

namespace core {

/// Which column is probably what, by the names that exports use and by what the first rows hold.
/// A column that fits nothing is left out; a wrong guess costs a click, so counts are guessed only
/// where every shown cell is one. Where no name is that of a count, the only column of whole
/// numbers is taken for one, of low engagement.
ColumnRoles guessRoles(const std::vector<std::string>& header,
                       const std::vector<std::vector<std::string>>& rows);

} // namespace core
