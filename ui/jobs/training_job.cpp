#include "ui/jobs/training_job.h"

#include "core/error.h"

#include <QPointer>
#include <QTimer>

#include <optional>
#include <utility>

namespace ui {

namespace {

constexpr int kDeliveryMs = 33;

} // namespace

/// What the worker leaves for the window, and what the window tells the worker.
struct TrainingJob::Mailbox {
    std::mutex mutex;
    std::condition_variable_any resumed;
    bool paused = false;
    std::optional<std::pair<int, int>> search; ///< runs done, of how many
    std::vector<core::EpochReport> epochs;
    std::optional<core::TrainingSnapshot> snapshot;
    std::optional<core::Progress> judging;
    // How it ended: at most one of the three.
    std::shared_ptr<const core::LoadedRun> run;
    bool cancelled = false;
    std::optional<QString> failure;
    QTimer timer; ///< on the window's thread
};

TrainingJob::TrainingJob(core::Project project, core::TrainRequest request, QObject* parent)
    : QObject(parent)
    , m_project(std::move(project))
    , m_request(std::move(request))
    , m_mailbox(std::make_unique<Mailbox>())
{
    m_mailbox->timer.setInterval(kDeliveryMs);
    connect(&m_mailbox->timer, &QTimer::timeout, this, &TrainingJob::deliver);
}

TrainingJob::~TrainingJob()
{
    m_worker.request_stop(); // first, so that nothing is kept
    m_stop.request_stop();   // wakes it where it is paused
}

void TrainingJob::start()
{
    if (m_worker.joinable())
        return;
    m_mailbox->timer.start();
    m_worker = std::jthread([this](const std::stop_token& abandon) { run(abandon); });
}

void TrainingJob::stopAndKeep()
{
    m_stop.request_stop();
}

void TrainingJob::setPaused(bool paused)
{
    {
        const std::scoped_lock lock(m_mailbox->mutex);
        m_mailbox->paused = paused;
    }
    m_mailbox->resumed.notify_all();
}

bool TrainingJob::paused() const
{
    const std::scoped_lock lock(m_mailbox->mutex);
    return m_mailbox->paused;
}

void TrainingJob::run(const std::stop_token& abandon)
{
    auto& box = *m_mailbox;
    const auto stop = m_stop.get_token();
    core::RunObserver observer;
    observer.searching = [&box](int done, int total) {
        const std::scoped_lock lock(box.mutex);
        box.search = {done, total};
    };
    observer.epoch = [&box](const core::EpochReport& report) {
        const std::scoped_lock lock(box.mutex);
        box.epochs.push_back(report);
    };
    observer.snapshot = [&box](const core::TrainingSnapshot& snapshot) {
        const std::scoped_lock lock(box.mutex);
        box.snapshot = snapshot;
    };
    observer.judging = [&box](const core::Progress& progress) {
        const std::scoped_lock lock(box.mutex);
        box.judging = progress;
    };
    observer.waitWhilePaused = [&box, &stop] {
        std::unique_lock lock(box.mutex);
        box.resumed.wait(lock, stop, [&box] { return !box.paused; });
    };
    try {
        auto run = std::make_shared<const core::LoadedRun>(
            core::trainRun(m_project, m_request, stop, observer, abandon));
        const std::scoped_lock lock(box.mutex);
        box.run = std::move(run);
    } catch (const core::Cancelled&) {
        const std::scoped_lock lock(box.mutex);
        box.cancelled = true;
    } catch (const std::exception& error) {
        const std::scoped_lock lock(box.mutex);
        box.failure = QString::fromUtf8(error.what());
    }
}

void TrainingJob::deliver()
{
    auto& box = *m_mailbox;
    std::unique_lock lock(box.mutex);
    const auto search = std::exchange(box.search, std::nullopt);
    const auto epochs = std::exchange(box.epochs, {});
    const auto snapshot = std::exchange(box.snapshot, std::nullopt);
    const auto judged = std::exchange(box.judging, std::nullopt);
    const auto run = std::exchange(box.run, nullptr);
    const bool ended = std::exchange(box.cancelled, false);
    const auto failure = std::exchange(box.failure, std::nullopt);
    if (run || ended || failure)
        box.timer.stop();
    lock.unlock();

    const QPointer<TrainingJob> alive = this;
    if (search)
        Q_EMIT searched(search->first, search->second);
    if (alive != nullptr && !epochs.empty())
        Q_EMIT epochsFinished(epochs);
    if (alive != nullptr && snapshot)
        Q_EMIT snapshotTaken(*snapshot);
    if (alive != nullptr && judged)
        Q_EMIT judging(QString::fromStdString(judged->stage),
                       judged->total == 0 ? -1.0
                                          : static_cast<double>(judged->done)
                                                / static_cast<double>(judged->total));
    if (alive == nullptr)
        return;
    if (run)
        Q_EMIT finished(run);
    else if (ended)
        Q_EMIT cancelled();
    else if (failure)
        Q_EMIT failed(*failure);
}

} // namespace ui
