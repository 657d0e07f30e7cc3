#pragma once

#include "core/study/import_collection.h"
#include "ui/collection/column_role.h"
#include "ui/collection/import_source.h"

#include <QString>

namespace ui {

/// What is known of a table before it is imported.
struct TableFacts {
    core::TablePreview preview; ///< the first rows
    RowCount rows;
};

/// What an import as it is asked for will do, in words.
struct ImportVerdict {
    bool sound = false;
    QString sentence; ///< what will happen; where it is not sound, the first thing that is missing
    QString doubt;    ///< what in the first rows speaks against a choice; empty: nothing
};

/// Judges a request by its first rows: a few dozen questions to the file system, no decoding.
ImportVerdict judgeTable(const core::ImportRequest& request, const TableFacts& table);
/// The same for a folder of pictures without a table.
ImportVerdict judgeFolder(const core::ImportRequest& request, const PictureCount& pictures);

} // namespace ui
