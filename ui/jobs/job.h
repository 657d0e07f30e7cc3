#pragma once

#include "core/progress.h"

#include <QElapsedTimer>
#include <QObject>
#include <QString>

#include <any>
#include <functional>
#include <stop_token>
#include <thread>
#include <type_traits>
#include <utility>

namespace ui {

/// One piece of long work on a thread of its own.
///
/// After start() exactly one of finished(), cancelled() and failed() is emitted, once, on the
/// thread this object lives on. Destroying a running job cancels it and waits for the work to
/// notice; no signal is emitted afterwards.
class Job final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Job)

public:
    /// Runs on the worker; its answer travels with finished(). core::Cancelled ends in cancelled(),
    /// any other exception in failed() with its message.
    using Work = std::function<std::any(const std::stop_token&, const core::ProgressObserver&)>;

    /// title   what the status bar says, a gerund phrase: "Extracting features"
    Job(QString title, Work work, QObject* parent = nullptr);
    ~Job() override;

    void start();
    void cancel(); ///< asks the work to stop; no effect after the end
    bool running() const;
    const QString& title() const { return m_title; }

Q_SIGNALS:
    /// The newest progress, at most ~25 a second.
    /// fraction      in [0, 1], or −1 where the total is not known
    /// secondsLeft   estimated from the pace so far, or −1 where it cannot be told yet
    void progressed(const QString& stage, double fraction, double secondsLeft);
    void finished(const std::any& result);
    void cancelled();
    void failed(const QString& message);

private:
    void run(const std::stop_token& stop);

    QString m_title;
    Work m_work;
    bool m_running = false;
    std::jthread m_worker; // last member: joined before anything else goes away
};

/// Starts `work` (a function of stop token and progress observer) and calls `done` with its typed
/// result on `context`'s thread, unless `context` is gone by then. The caller connects failed().
template <typename Work, typename Done>
Job* startJob(QObject* context, const QString& title, Work work, Done done)
{
    using Result =
        std::invoke_result_t<Work, const std::stop_token&, const core::ProgressObserver&>;
    auto* job = new Job(
        title,
        [work = std::move(work)](const std::stop_token& stop,
                                 const core::ProgressObserver& observe) {
            return std::any(work(stop, observe));
        },
        context);
    QObject::connect(job, &Job::finished, context,
                     [done = std::move(done)](const std::any& result) {
                         done(std::any_cast<const Result&>(result));
                     });
    QObject::connect(job, &Job::finished, job, &QObject::deleteLater);
    QObject::connect(job, &Job::cancelled, job, &QObject::deleteLater);
    QObject::connect(job, &Job::failed, job, &QObject::deleteLater);
    job->start();
    return job;
}

} // namespace ui
