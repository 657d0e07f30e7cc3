#pragma once

#include <QString>

#include <string>
#include <vector>

class QWidget;

namespace ui {

/// A table as it is shown and as it is exported.
struct TableText {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

/// Writes a CSV that no spreadsheet runs, whole or not at all. Throws core::Error naming the file.
void writeCsvFile(const QString& file, const TableText& table);

/// Asks where, writes it, and says so where it fails.
void saveCsvAs(QWidget* parent, const QString& suggestedName, const TableText& table);

} // namespace ui
