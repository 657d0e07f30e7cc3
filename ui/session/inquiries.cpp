#include "ui/session/inquiries.h"

#include "core/catalogue/catalogue.h"
#include "core/images/decoder.h"
#include "core/study/export_run.h"
#include "ui/jobs/job.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace ui {

namespace {

constexpr int kPictureSide = 1024; ///< of the inspector's picture, pixels
constexpr std::uint64_t kMeansSeed = 1;
constexpr int kSheetSide = 192;

QImage imageOf(const core::Bitmap& bitmap)
{
    const QImage borrowed(bitmap.pixels.data(), bitmap.width, bitmap.height,
                          qsizetype{3} * bitmap.width, QImage::Format_RGB888);
    return borrowed.copy();
}

const std::function<void(const QString&)> kSilent = [](const QString&) {};

/// Jobs of these kinds are shown in the status bar.
template <typename Kind>
bool isLong(Kind kind)
{
    return kind == Kind::Means || kind == Kind::Senses || kind == Kind::SenseMeans
           || kind == Kind::Trust || kind == Kind::Comparison || kind == Kind::Predictions
           || kind == Kind::Sheet;
}

} // namespace

Inquiries::Inquiries(QObject* parent)
    : QObject(parent)
{
}

Inquiries::~Inquiries()
{
    const auto jobs = findChildren<Job*>(Qt::FindDirectChildrenOnly);
    for (auto* job : jobs)
        job->cancel(); // all of them, before the first is waited for
}

void Inquiries::setProject(const core::Project& project)
{
    clearProject();
    m_project = project;
}

void Inquiries::clearProject()
{
    for (auto& [kind, job] : m_jobs)
        forget(job);
    m_jobs.clear();
    m_project.reset();
    m_run.reset();
}

// Not deleted, which would make the window wait for it: it ends by itself, unheard.
void Inquiries::forget(Job* job)
{
    if (job == nullptr)
        return;
    job->disconnect(this);
    job->cancel();
}

void Inquiries::setRun(const std::shared_ptr<const core::LoadedRun>& run)
{
    m_run = run;
}

template <typename Work, typename Done>
void Inquiries::ask(Kind kind, const QString& title, Work work, Done done,
                    const Complaint& complain)
{
    if (!m_project)
        return;
    auto& place = m_jobs[kind];
    forget(place);
    const auto current = std::make_shared<QPointer<Job>>();
    auto* job = startJob(
        this, title,
        [work = std::move(work), project = *m_project](const std::stop_token& stop,
                                                       const core::ProgressObserver& observe) {
            return work(project, stop, observe);
        },
        [this, kind, current, done = std::move(done)](const auto& result) {
            if (m_jobs[kind] == *current)
                done(result);
        });
    *current = job;
    place = job;
    connect(job, &Job::failed, this, [this, kind, current, complain](const QString& message) {
        if (m_jobs[kind] == *current)
            complain(message);
    });
    connect(job, &Job::cancelled, this, [this, kind, current, complain] {
        if (m_jobs[kind] == *current && kind != Kind::Sheet)
            complain(tr("This was cancelled before it was done."));
    });
    if (isLong(kind))
        Q_EMIT jobStarted(*job);
}

void Inquiries::askReport()
{
    constexpr std::size_t kShown = 10'000;
    ask(
        Kind::Report, tr("Reading the report"),
        [](const core::Project& project, const std::stop_token&, const core::ProgressObserver&) {
            return core::Catalogue::open(project.folder).importLosses(kShown);
        },
        [this](const core::ImportLosses& result) { Q_EMIT report(result); },
        [this](const QString& message) { Q_EMIT failed(message); });
}

void Inquiries::askStatistics()
{
    ask(
        Kind::Statistics, tr("Counting"),
        [](const core::Project& project, const std::stop_token&, const core::ProgressObserver&) {
            return core::collectionStatistics(project);
        },
        [this](const core::CollectionStatistics& result) { Q_EMIT statistics(result); },
        [this](const QString& message) { Q_EMIT failed(message); });
}

void Inquiries::askHistogram(core::EngagementChoice engagement)
{
    ask(
        Kind::Histogram, tr("Counting"),
        [engagement](const core::Project& project, const std::stop_token&,
                     const core::ProgressObserver&) {
            const auto& collection = *project.collection;
            return core::countHistogram(collection.summedCounts(collection.measuresOf(engagement)));
        },
        [this, engagement](const core::CountHistogram& result) {
            Q_EMIT histogram(engagement, result);
        },
        [this](const QString& message) { Q_EMIT failed(message); });
}

void Inquiries::askImages(const core::BrowseRequest& request)
{
    ask(
        Kind::Images, tr("Searching"),
        [request](const core::Project& project, const std::stop_token& stop,
                  const core::ProgressObserver&) { return core::browse(project, request, stop); },
        [this](const std::vector<core::ImageKey>& result) { Q_EMIT images(result); },
        [this](const QString& message) { Q_EMIT imagesFailed(message); });
}

void Inquiries::askMeans(core::EngagementChoice engagement, int count)
{
    ask(
        Kind::Means, tr("Averaging pictures"),
        [engagement, count](const core::Project& project, const std::stop_token& stop,
                            const core::ProgressObserver& observe) {
            return core::collectionMeans(
                project, engagement, {static_cast<std::size_t>(count), kMeansSeed}, stop, observe);
        },
        [this, engagement](const core::CollectionMeans& result) {
            Q_EMIT means(engagement, result);
        },
        [this](const QString& message) { Q_EMIT meansFailed(message); });
}

void Inquiries::askSenses(const QString& run, const core::SensesOptions& options)
{
    ask(
        Kind::Senses, tr("Looking at the senses of %1").arg(run),
        [run = run.toStdString(), options](const core::Project& project,
                                           const std::stop_token& stop,
                                           const core::ProgressObserver& observe) {
            return core::browseSenses(project, core::loadRun(project, run), options, stop, observe);
        },
        [this](const core::Senses& result) { Q_EMIT senses(result); },
        [this](const QString& message) { Q_EMIT sensesFailed(message); });
}

void Inquiries::askSenseMeans(const QString& run, core::Split split, int count)
{
    ask(
        Kind::SenseMeans, tr("Averaging the senses of %1").arg(run),
        [run = run.toStdString(), split, count](const core::Project& project,
                                                const std::stop_token& stop,
                                                const core::ProgressObserver& observe) {
            return core::senseMeans(project, core::loadRun(project, run),
                                    {split, static_cast<std::size_t>(count)}, stop, observe);
        },
        [this](const std::vector<core::MeanImage>& result) { Q_EMIT senseMeans(result); }, kSilent);
}

void Inquiries::askTrust(const QString& run, core::Split split, int seeds)
{
    ask(
        Kind::Trust,
        seeds > 0 ? tr("Training %1 with other seeds").arg(run)
                  : tr("Weighing the senses of %1").arg(run),
        [run = run.toStdString(), split, seeds](const core::Project& project,
                                                const std::stop_token& stop,
                                                const core::ProgressObserver& observe) {
            core::TrustOptions options;
            options.split = split;
            options.seeds = seeds;
            return core::trustInSenses(project, core::loadRun(project, run), options, stop,
                                       observe);
        },
        [this, run](const std::vector<core::SenseTrust>& result) { Q_EMIT trust(run, result); },
        [this](const QString& message) { Q_EMIT trustFailed(message); });
}

void Inquiries::askComparison(const QString& first, const QString& second)
{
    ask(
        Kind::Comparison, tr("Comparing %1 and %2").arg(first, second),
        [first = first.toStdString(),
         second = second.toStdString()](const core::Project& project, const std::stop_token& stop,
                                        const core::ProgressObserver& observe) {
            return core::compareRuns(project, core::loadRun(project, first),
                                     core::loadRun(project, second), {.observe = observe}, stop);
        },
        [this, first, second](const core::PairedComparison& result) {
            Q_EMIT comparison(first, second, result);
        },
        [this](const QString& message) { Q_EMIT comparisonFailed(message); });
}

void Inquiries::askPredictions(const QString& run)
{
    ask(
        Kind::Predictions, tr("Scoring the test images of %1").arg(run),
        [run = run.toStdString()](const core::Project& project, const std::stop_token& stop,
                                  const core::ProgressObserver&) {
            return core::predictions(project, core::loadRun(project, run), core::Split::Test, stop);
        },
        [this, run](const core::Predictions& result) { Q_EMIT predictions(run, result); },
        [this](const QString& message) { Q_EMIT predictionsFailed(message); });
}

void Inquiries::askDetails(qint64 key)
{
    if (!m_project || key < 0 || static_cast<std::size_t>(key) >= m_project->collection->size())
        return;
    askPicture(key);
    askTexts(key);
    askScore(key);
    askSimilar(key);
}

void Inquiries::askPicture(core::ImageKey key)
{
    if (m_project->pictureOf(key).empty())
        return;
    ask(
        Kind::Picture, tr("Opening the picture"),
        [key](const core::Project& project, const std::stop_token&, const core::ProgressObserver&) {
            return imageOf(core::pictureOf(project, key, kPictureSide));
        },
        [this, key](const QImage& result) { Q_EMIT picture(key, result); },
        [this, key](const QString& message) { Q_EMIT pictureFailed(key, message); });
}

void Inquiries::askTexts(core::ImageKey key)
{
    ask(
        Kind::Texts, tr("Reading the texts"),
        [key](const core::Project& project, const std::stop_token&, const core::ProgressObserver&) {
            return core::Catalogue::open(project.folder).textsOf(key);
        },
        [this, key](const std::vector<std::string>& result) { Q_EMIT texts(key, result); },
        kSilent);
}

void Inquiries::askScore(core::ImageKey key)
{
    if (!m_run)
        return;
    ask(
        Kind::Score, tr("Scoring the image"),
        [key, run = m_run](const core::Project& project, const std::stop_token&,
                           const core::ProgressObserver&) {
            return core::scoreImage(project, *run, key);
        },
        [this, key, name = QString::fromStdString(m_run->info.name)](
            const std::optional<core::ImageScore>& result) { Q_EMIT score(key, name, result); },
        kSilent);
}

void Inquiries::askSimilar(core::ImageKey key)
{
    constexpr std::size_t kShown = 8;
    if (!m_run)
        return;
    ask(
        Kind::Similar, tr("Looking for similar images"),
        [key, run = m_run](const core::Project& project, const std::stop_token& stop,
                           const core::ProgressObserver&) {
            return core::similarImages(project, *run, key, kShown, stop);
        },
        [this, key](const std::vector<core::SimilarImage>& result) { Q_EMIT similar(key, result); },
        kSilent);
}

void Inquiries::askContactSheet(const std::vector<core::ImageKey>& images, const QString& file)
{
    ask(
        Kind::Sheet, tr("Writing the contact sheet"),
        [images, file = file.toStdString()](const core::Project& project, const std::stop_token&,
                                            const core::ProgressObserver&) {
            const int columns = std::max(
                1,
                static_cast<int>(std::ceil(std::sqrt(static_cast<double>(images.size()) * 1.5))));
            core::writePng(file, core::contactSheet(project, images, columns, kSheetSide));
            return true;
        },
        [this, file](bool) { Q_EMIT written(file); },
        [this](const QString& message) { Q_EMIT failed(message); });
}

void Inquiries::askContactSheets(const core::Senses& senses, const QString& folder)
{
    ask(
        Kind::Sheet, tr("Writing contact sheets"),
        [senses, folder = folder.toStdString()](const core::Project& project,
                                                const std::stop_token& stop,
                                                const core::ProgressObserver&) {
            return core::exportContactSheets(project, senses, folder, stop).size();
        },
        [this, folder](std::size_t) { Q_EMIT written(folder); },
        [this](const QString& message) { Q_EMIT failed(message); });
}

} // namespace ui
