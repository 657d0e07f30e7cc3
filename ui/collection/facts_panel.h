#pragma once

#include "core/study/overview.h"

#include <QScrollArea>

class QComboBox;
class QLabel;

namespace ui {

class HistogramChart;
class MeansPanel;
class StatisticsPanel;

/// What is known of a collection as a whole: statistics, the popularity distribution and mean
/// images, both of one choice of engagement.
class FactsPanel final : public QScrollArea {
    Q_OBJECT

public:
    explicit FactsPanel(QWidget* parent = nullptr);

    /// Asks for statistics and the distribution. A project of the same folder keeps the choice.
    void setProject(const core::Project& project);
    void showStatistics(const core::CollectionStatistics& statistics);
    /// Ignored where it is of another choice than the one that is shown.
    void showHistogram(core::EngagementChoice engagement, const core::CountHistogram& histogram);
    void showMeans(core::EngagementChoice engagement,
                   const core::CollectionMeans& means); ///< as showHistogram()
    void showMeansFailed(const QString& message);

Q_SIGNALS:
    void statisticsRequested();
    void histogramRequested(core::EngagementChoice engagement);
    void meansRequested(core::EngagementChoice engagement, int count);

private:
    void askMeansIfCheap();
    void listChoices();
    core::EngagementChoice choice() const;
    QString measuresOf(core::EngagementChoice choice) const; ///< "views + likes"

    core::Project m_project;
    StatisticsPanel* m_statistics;
    QWidget* m_chooser;
    QComboBox* m_engagement;
    HistogramChart* m_histogram;
    MeansPanel* m_means;
};

} // namespace ui
