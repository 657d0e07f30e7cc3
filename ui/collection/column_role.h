#pragma once

#include "core/ingest/table_preview.h"

#include <QString>

#include <vector>

namespace ui {

/// What one column of a table is used as.
enum class ColumnRole { NotUsed, Id, Picture, Text, Author, Date, Split, LowCount, HighCount };

inline constexpr int kColumnRoles = 9;

QString roleName(ColumnRole role); ///< "Count: low engagement"
bool singleUse(ColumnRole role);   ///< at most one column may have it

/// One role a column of `header`; a name that stands there twice gives its role to the first.
std::vector<ColumnRole> rolesOf(const std::vector<std::string>& header,
                                const core::ColumnRoles& roles);
core::ColumnRoles namedRoles(const std::vector<std::string>& header,
                             const std::vector<ColumnRole>& roles);

} // namespace ui
