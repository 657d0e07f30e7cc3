#pragma once

#include "core/study/runs.h"
#include "ui/gallery/thumbnail_loader.h"

#include <QWidget>

#include <memory>
#include <vector>

namespace ui {

/// Settings at the left, the senses taking shape at the right, the curve and the runs below.
/// Takes what happens through setX and showX, speaks wishes through signals.
class TrainingPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrainingPage)

public:
    /// loader   shared by all pages; outlives this
    explicit TrainingPage(ThumbnailLoader& loader, QWidget* parent = nullptr);
    ~TrainingPage() override;

    void setProject(const core::Project& project); ///< forgets the runs of the project before
    void clearProject();
    void setRuns(const std::vector<core::RunInfo>& runs);
    void setWorking(bool working); ///< neither an extraction nor an import can begin

    /// A training has begun; what follows belongs to it until finished, failed or cancelled.
    void showStarted(const core::TrainRequest& request);
    void showSearch(int done, int total); ///< runs of a search for settings, before the epochs
    void showEpochs(const std::vector<core::EpochReport>& epochs);
    void showSnapshot(const core::TrainingSnapshot& snapshot);
    void showPaused(bool paused);
    void showFinished(const std::shared_ptr<const core::LoadedRun>& run);
    void showFailed(const QString& message);
    void showCancelled();
    /// A stored run: its curve, and its snapshots to be replayed. Ignored while training.
    void showRun(const std::shared_ptr<const core::LoadedRun>& run);

Q_SIGNALS:
    void startRequested(const core::TrainRequest& request);
    void pauseRequested(bool paused);
    void stopRequested(); ///< and keep what was learned
    void extractRequested();
    void importRequested();                      ///< there is no project yet
    void runSelected(const QString& run);        ///< a row of the table: showRun() is the answer
    void runChosen(const QString& run);          ///< double-click or Enter: look at its senses
    void deleteRunRequested(const QString& run); ///< already confirmed
    void imageSelected(qint64 key);

protected:
    void showEvent(QShowEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace ui
