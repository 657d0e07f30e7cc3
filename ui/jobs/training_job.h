#pragma once

#include "core/study/runs.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace ui {

/// Trains one run on a thread of its own and tells what it sees. The promises of Job hold; in
/// addition the worker never waits for the window (a mailbox emptied by a 33 ms timer). A run whose
/// job is destroyed is not kept. A listener may destroy the job.
class TrainingJob final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrainingJob)

public:
    TrainingJob(core::Project project, core::TrainRequest request, QObject* parent = nullptr);
    ~TrainingJob() override;

    void start();
    void stopAndKeep(); ///< finished() follows with what was learned so far, or cancelled()
    void setPaused(bool paused);
    bool paused() const;

Q_SIGNALS:
    /// Before the epochs, where settings are searched: runs done and how many there are, the
    /// newest.
    void searched(int done, int total);
    /// Since the last signal, in order and without gaps; at most ~30 a second.
    void epochsFinished(const std::vector<core::EpochReport>& epochs);
    /// The newest snapshot only; all of them come with finished().
    void snapshotTaken(const core::TrainingSnapshot& snapshot);
    /// After the last epoch: what is done, and how much of it, in [0, 1]; the newest.
    void judging(const QString& stage, double fraction);
    void finished(const std::shared_ptr<const core::LoadedRun>& run);
    void cancelled();
    void failed(const QString& message);

private:
    struct Mailbox;
    void run(const std::stop_token& abandon);
    void deliver();

    core::Project m_project;
    core::TrainRequest m_request;
    std::unique_ptr<Mailbox> m_mailbox;
    std::stop_source m_stop; ///< and keep; that of m_worker abandons
    std::jthread m_worker;   // last member: joined before anything else goes away
};

} // namespace ui
