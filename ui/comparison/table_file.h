#pragma once

#include "ui/charts/chart.h"

#include <QString>

class QWidget;

namespace ui {

/// As core::writeCsv writes it, replacing `file` whole or not at all. Throws core::Error naming the
/// file.
void writeTableFile(const ChartTable& table, const QString& file);

/// Asks for a file and writes it; says so where it cannot.
void saveTable(QWidget* parent, const ChartTable& table, const QString& suggestedName);

} // namespace ui
