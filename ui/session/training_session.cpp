#include "ui/session/training_session.h"

#include "ui/jobs/training_job.h"

#include <algorithm>

namespace ui {

TrainingSession::TrainingSession(QObject* parent)
    : QObject(parent)
{
}

TrainingSession::~TrainingSession() = default;

void TrainingSession::setProject(const core::Project& project)
{
    clearProject();
    m_project = std::make_unique<core::Project>(project);
}

void TrainingSession::clearProject()
{
    m_waiting.clear();
    if (m_job) {
        m_job.reset();
        Q_EMIT cancelled();
        Q_EMIT runningChanged(false);
    }
    m_project.reset();
}

bool TrainingSession::running() const
{
    return m_job != nullptr;
}

void TrainingSession::train(const core::TrainRequest& request)
{
    trainAll({request});
}

void TrainingSession::trainAll(const std::vector<core::TrainRequest>& requests)
{
    m_waiting.insert(m_waiting.end(), requests.begin(), requests.end());
    if (!m_job)
        next();
}

void TrainingSession::setPaused(bool paused)
{
    if (!m_job)
        return;
    m_job->setPaused(paused);
    Q_EMIT pausedChanged(paused);
}

void TrainingSession::stop()
{
    m_waiting.clear();
    if (m_job)
        m_job->stopAndKeep();
}

void TrainingSession::next()
{
    if (m_waiting.empty() || !m_project)
        return;
    const auto request = m_waiting.front();
    m_waiting.pop_front();
    m_job = std::make_unique<TrainingJob>(*m_project, request);
    connect(m_job.get(), &TrainingJob::searched, this, &TrainingSession::reportSearch);
    connect(m_job.get(), &TrainingJob::epochsFinished, this, &TrainingSession::report);
    connect(m_job.get(), &TrainingJob::snapshotTaken, this, &TrainingSession::snapshotTaken);
    connect(m_job.get(), &TrainingJob::judging, this,
            [this](const QString& stage, double fraction) {
                Q_EMIT progressed(stage, fraction, -1.0);
            });
    connect(m_job.get(), &TrainingJob::finished, this,
            [this](const std::shared_ptr<const core::LoadedRun>& run) {
                Q_EMIT finished(run);
                end();
            });
    connect(m_job.get(), &TrainingJob::cancelled, this, [this] {
        Q_EMIT cancelled();
        end();
    });
    connect(m_job.get(), &TrainingJob::failed, this, [this](const QString& message) {
        m_waiting.clear(); // the others would fail alike
        Q_EMIT failed(message);
        end();
    });
    Q_EMIT started(request);
    Q_EMIT runningChanged(true);
    Q_EMIT progressed(tr("Training"), -1.0, -1.0);
    m_job->start();
}

void TrainingSession::reportSearch(int done, int total)
{
    Q_EMIT searched(done, total);
    Q_EMIT progressed(
        tr("Searching settings: run %1 of %2").arg(std::min(done + 1, total)).arg(total),
        static_cast<double>(done) / std::max(total, 1), -1.0);
}

void TrainingSession::report(const std::vector<core::EpochReport>& epochs)
{
    Q_EMIT epochsFinished(epochs);
    if (epochs.empty())
        return;
    const auto& last = epochs.back();
    const double fraction = static_cast<double>(last.epoch) / std::max(last.epochs, 1);
    const double left = last.seconds * (1.0 - fraction) / fraction;
    Q_EMIT progressed(tr("Training: epoch %1 of %2").arg(last.epoch).arg(last.epochs), fraction,
                      left);
}

void TrainingSession::end()
{
    if (!m_job) // a listener has closed the project
        return;
    // Deleted later: this is called from a signal of the job's.
    m_job.release()->deleteLater();
    if (m_waiting.empty())
        Q_EMIT runningChanged(false);
    else
        next();
}

} // namespace ui
