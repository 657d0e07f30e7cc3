#pragma once

#include "core/study/overview.h"
#include "ui/collection/csv_file.h"

#include <QWidget>

class QLabel;
class QTableWidget;

namespace ui {

/// The paper's Tables 1 and 2: images, authors, dates; mean, median, most and zeros of every count.
class StatisticsPanel final : public QWidget {
    Q_OBJECT

public:
    explicit StatisticsPanel(QWidget* parent = nullptr);

    void showStatistics(const core::CollectionStatistics& statistics);
    void clear();

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void save();

    core::CollectionStatistics m_statistics;
    QLabel* m_extent;
    QTableWidget* m_table;
};

/// The numbers as they are exported.
TableText statisticsTable(const core::CollectionStatistics& statistics);

} // namespace ui
