#pragma once

#include "core/study/runs.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace ui {

/// How far findings can be trusted: engagement levels side by side (the paper's Table 4), any runs
/// as bars, two runs against each other, predicted against actual.
class ComparisonPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonPage)

public:
    explicit ComparisonPage(QWidget* parent = nullptr);
    ~ComparisonPage() override;

    void setProject(const core::Project& project); ///< forgets the runs of the project before
    void clearProject();
    void setRuns(const std::vector<core::RunInfo>& runs);
    /// Whether a training is under way: then none can be asked for.
    void showTraining(bool running);

    void showComparison(const QString& first, const QString& second,
                        const core::PairedComparison& comparison);
    void showComparisonFailed(const QString& message);
    void showPredictions(const QString& run, const core::Predictions& predictions);
    void showPredictionsFailed(const QString& message);

Q_SIGNALS:
    /// One request a level that has a measure, alike but for the level: to be trained one after
    /// the other.
    void trainLevelsRequested(const std::vector<core::TrainRequest>& requests);
    void compareRequested(const QString& first, const QString& second);
    void predictionsRequested(const QString& run); ///< of its test images
    void extractRequested();
    void trainRequested();  ///< there is no run yet: show the training page
    void importRequested(); ///< there is no project yet

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
