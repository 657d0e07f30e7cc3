#include "ui/jobs/job.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace ui {

namespace {

constexpr qint64 kGapMs = 40;          ///< between two reports of progress
constexpr qint64 kFirstEstimate = 500; ///< ms of work before a time left is said

double fractionOf(const core::Progress& progress)
{
    if (progress.total == 0)
        return -1.0;
    return std::min(1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
}

/// Turns the reports of one job into signals' arguments: throttles them, and estimates what is left
/// of the stage from its own pace.
class Pace {
public:
    struct Report {
        QString stage;
        double fraction;
        double secondsLeft;
    };

    std::optional<Report> report(const core::Progress& progress)
    {
        const std::scoped_lock lock(m_mutex); // observers may be called from several threads
        const bool newStage = progress.stage != m_stage;
        if (newStage) {
            m_stage = progress.stage;
            m_sinceStage.start();
        } else if (m_sinceReport.isValid() && m_sinceReport.elapsed() < kGapMs) {
            return std::nullopt;
        }
        m_sinceReport.start();
        const double fraction = fractionOf(progress);
        const auto spent = m_sinceStage.elapsed();
        const bool known = fraction > 0.0 && spent >= kFirstEstimate;
        const double left =
            known ? static_cast<double>(spent) / 1000.0 * (1.0 - fraction) / fraction : -1.0;
        return Report{QString::fromStdString(progress.stage), fraction, left};
    }

private:
    std::mutex m_mutex;
    std::string m_stage;
    QElapsedTimer m_sinceStage;
    QElapsedTimer m_sinceReport;
};

} // namespace

Job::Job(QString title, Work work, QObject* parent)
    : QObject(parent)
    , m_title(std::move(title))
    , m_work(std::move(work))
{
}

Job::~Job() = default; // m_worker asks its work to stop and waits; queued calls die with this

void Job::start()
{
    if (m_worker.joinable())
        return;
    m_running = true;
    m_worker = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void Job::cancel()
{
    m_worker.request_stop();
}

bool Job::running() const
{
    return m_running;
}

void Job::run(const std::stop_token& stop)
{
    // Queued on this object, so Qt drops it by itself if the job is destroyed first.
    const auto onOwnThread = [this](auto function) {
        QMetaObject::invokeMethod(this, std::move(function), Qt::QueuedConnection);
    };
    const auto end = [this, &onOwnThread](auto announce) {
        onOwnThread([this, announce = std::move(announce)] {
            m_running = false;
            announce();
        });
    };
    Pace pace;
    const auto observe = [&](const core::Progress& progress) {
        if (const auto report = pace.report(progress))
            onOwnThread([this, report = *report] {
                Q_EMIT progressed(report.stage, report.fraction, report.secondsLeft);
            });
    };
    try {
        end([this, result = m_work(stop, observe)] { Q_EMIT finished(result); });
    } catch (const core::Cancelled&) {
        end([this] { Q_EMIT cancelled(); });
    } catch (const std::exception& error) {
        end([this, message = QString::fromUtf8(error.what())] { Q_EMIT failed(message); });
    }
}

} // namespace ui
