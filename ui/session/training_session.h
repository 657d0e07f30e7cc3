#pragma once

#include "core/study/runs.h"

#include <QObject>
#include <QString>

#include <deque>
#include <memory>
#include <vector>

namespace ui {

class TrainingJob;

/// Trainings, one after the other, of the project that is open. Belongs to the window's thread.
class TrainingSession final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrainingSession)

public:
    explicit TrainingSession(QObject* parent = nullptr);
    ~TrainingSession() override; ///< stops what runs and waits for it

    /// Stops what runs of the project before and forgets what was to follow.
    void setProject(const core::Project& project);
    void clearProject();
    bool running() const;

    void train(const core::TrainRequest& request); ///< after those that are under way
    void trainAll(const std::vector<core::TrainRequest>& requests);
    void setPaused(bool paused);
    void stop(); ///< keeps what was learned and forgets what was to follow

Q_SIGNALS:
    void started(const core::TrainRequest& request);
    void searched(int done, int total); ///< runs of a search for settings
    void epochsFinished(const std::vector<core::EpochReport>& epochs);
    void snapshotTaken(const core::TrainingSnapshot& snapshot);
    void pausedChanged(bool paused);
    void finished(const std::shared_ptr<const core::LoadedRun>& run);
    void cancelled();
    void failed(const QString& message);
    void runningChanged(bool running);
    /// For the status bar: fraction in [0, 1] or −1, seconds left or −1.
    void progressed(const QString& title, double fraction, double secondsLeft);

private:
    void next();
    void reportSearch(int done, int total);
    void report(const std::vector<core::EpochReport>& epochs);
    void end();

    std::unique_ptr<core::Project> m_project;
    std::deque<core::TrainRequest> m_waiting;
    std::unique_ptr<TrainingJob> m_job;
};

} // namespace ui
