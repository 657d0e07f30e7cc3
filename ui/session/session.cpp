#include "ui/session/session.h"

#include "core/error.h"
#include "core/features/extractor.h"
#include "core/study/learn_descriptor.h"
#include "core/study/senses.h"
#include "ui/jobs/job.h"

#include <filesystem>
#include <utility>

namespace ui {

namespace {

namespace fs = std::filesystem;

fs::path pathOf(const QString& text)
{
    return {text.toStdString()};
}

struct Opened {
    core::Project project;
    std::vector<core::RunInfo> runs;
};

Opened opened(const fs::path& folder)
{
    auto project = core::openProject(folder);
    auto runs = core::listRuns(project);
    return {std::move(project), std::move(runs)};
}

struct Imported {
    core::ImportReport report;
    Opened opened;
};

/// "posts.sensescope" → "posts images", beside it.
fs::path sampleFolderOf(const fs::path& project)
{
    return project.parent_path() / (project.stem().string() + " images");
}

core::ImportRequest sampleRequest(const samples::SampleReport& sample, const fs::path& project,
                                  samples::Collection collection)
{
    core::ImportRequest request;
    request.project = project;
    request.table = sample.table;
    request.images = sample.table.parent_path();
    request.roles.id = "id";
    request.roles.image = "image";
    request.roles.low = sample.lowMeasures;
    request.roles.high = sample.highMeasures;
    request.synthetic = sample.synthetic;
    if (collection == samples::Collection::Emoji) {
        request.title = "Emoji";
        request.roles.texts = {"name"};
    } else {
        request.title = "Street";
        request.roles.texts = {"caption", "tags"};
        request.roles.author = "author";
        request.roles.date = "date";
    }
    return request;
}

core::ExtractReport extractInto(const fs::path& project, const std::stop_token& stop,
                                const core::ProgressObserver& observe)
{
    const auto opened = core::openProject(project);
    return core::extractFeatures(opened, *core::descriptorOf(opened, stop, observe), stop, observe);
}

/// Lets who waits for a change go on, however it ends.
struct Ending {
    std::promise<void>& promise;

    explicit Ending(std::promise<void>& of)
        : promise(of)
    {
    }
    Ending(const Ending&) = delete;
    Ending& operator=(const Ending&) = delete;
    Ending(Ending&&) = delete;
    Ending& operator=(Ending&&) = delete;
    ~Ending() { promise.set_value(); }
};

} // namespace

Session::Session(QObject* parent)
    : QObject(parent)
{
}

Session::~Session()
{
    delete m_load;
    delete m_work;
}

bool Session::working() const
{
    return !m_work.isNull();
}

template <typename Work, typename Done>
void Session::startWork(const QString& title, Work work, Done done)
{
    if (working()) {
        Q_EMIT failed(tr("%1 is still under way. Wait for it to end, or cancel it at the bottom "
                         "of the window.")
                          .arg(m_work->title()));
        return;
    }
    m_work =
        startJob(this, title, std::move(work), [this, done = std::move(done)](const auto& result) {
            m_work = nullptr;
            done(result);
        });
    connect(m_work, &Job::failed, this, [this](const QString& message) {
        m_work = nullptr; // first: who hears of it may start anew
        Q_EMIT failed(message);
    });
    connect(m_work, &Job::cancelled, this, [this] { m_work = nullptr; });
    Q_EMIT jobStarted(*m_work);
}

void Session::store(const QString& title, std::function<void()> change, std::function<void()> done)
{
    const auto end = std::make_shared<std::promise<void>>();
    const auto before = std::exchange(m_stored, end->get_future().share());
    auto* job = startJob(
        this, title,
        [before, end, change = std::move(change)](const std::stop_token&,
                                                  const core::ProgressObserver&) {
            if (before.valid())
                before.wait();
            const Ending ending(*end);
            change();
            return true;
        },
        [done = std::move(done)](bool) { done(); });
    connect(job, &Job::failed, this, &Session::failed);
}

// Not deleted, which would make the window wait for it.
void Session::forgetLoad()
{
    if (m_load == nullptr)
        return;
    m_load->disconnect(this);
    m_load->cancel();
    m_load = nullptr;
}

void Session::show(core::Project project, std::vector<core::RunInfo> runs)
{
    forgetLoad(); // a run of the project before
    m_run = nullptr;
    m_project = std::move(project);
    m_runs = std::move(runs);
    Q_EMIT projectChanged(*m_project);
    Q_EMIT runsChanged(m_runs);
    if (!m_runs.empty())
        selectRun(QString::fromStdString(m_runs.back().name));
}

void Session::open(const QString& folder)
{
    startWork(
        tr("Opening the project"),
        [folder = pathOf(folder)](const std::stop_token&, const core::ProgressObserver&) {
            return opened(folder);
        },
        [this](const Opened& result) { show(result.project, result.runs); });
}

void Session::close()
{
    forgetLoad();
    m_run = nullptr;
    m_runs.clear();
    m_project.reset();
    Q_EMIT projectClosed();
}

void Session::importCollection(const core::ImportRequest& request)
{
    startWork(
        tr("Importing"),
        [request](const std::stop_token& stop, const core::ProgressObserver& observe) {
            auto report = core::importCollection(request, stop, observe);
            return Imported{std::move(report), opened(request.project)};
        },
        [this](const Imported& result) {
            show(result.opened.project, result.opened.runs);
            Q_EMIT imported(result.report);
        });
}

void Session::openSample(samples::Collection collection, const QString& project)
{
    startWork(
        tr("Drawing the sample"),
        [collection, project = pathOf(project)](const std::stop_token& stop,
                                                const core::ProgressObserver& observe) {
            samples::SampleOptions options;
            options.collection = collection;
            const auto sample =
                samples::writeSample(sampleFolderOf(project), options, stop, observe);
            core::importCollection(sampleRequest(sample, project, collection), stop, observe);
            extractInto(project, stop, observe);
            return opened(project);
        },
        [this](const Opened& result) { show(result.project, result.runs); });
}

void Session::extractFeatures()
{
    if (!m_project)
        return;
    startWork(
        tr("Extracting features"),
        [folder = m_project->folder](const std::stop_token& stop,
                                     const core::ProgressObserver& observe) {
            auto report = extractInto(folder, stop, observe);
            return std::pair(std::move(report), opened(folder));
        },
        [this](const std::pair<core::ExtractReport, Opened>& result) {
            show(result.second.project, result.second.runs);
            Q_EMIT extracted(result.first);
        });
}

void Session::relocatePictures(const QString& root)
{
    if (!m_project)
        return;
    startWork(
        tr("Looking for the pictures"),
        [folder = m_project->folder, root = pathOf(root)](const std::stop_token&,
                                                          const core::ProgressObserver&) {
            core::Catalogue::open(folder).setRoot(root);
            return opened(folder);
        },
        [this](const Opened& result) { show(result.project, result.runs); });
}

void Session::addRun(const std::shared_ptr<const core::LoadedRun>& run)
{
    forgetLoad(); // or it would come later and take this one's place
    m_runs.push_back(run->info);
    m_run = run;
    Q_EMIT runsChanged(m_runs);
    Q_EMIT runSelected(run);
}

void Session::selectRun(const QString& name)
{
    if (!m_project || name.isEmpty() || (m_run && m_run->info.name == name.toStdString()))
        return;
    forgetLoad();
    m_load = startJob(
        this, tr("Loading %1").arg(name),
        [project = *m_project, name = name.toStdString()](const std::stop_token&,
                                                          const core::ProgressObserver&) {
            return std::make_shared<const core::LoadedRun>(core::loadRun(project, name));
        },
        [this](const std::shared_ptr<const core::LoadedRun>& run) {
            m_run = run;
            Q_EMIT runSelected(run);
        });
    connect(m_load, &Job::failed, this, &Session::failed);
}

void Session::deleteRun(const QString& name)
{
    if (!m_project)
        return;
    store(
        tr("Deleting %1").arg(name),
        [project = *m_project, name = name.toStdString()] { core::deleteRun(project, name); },
        [this, folder = m_project->folder, name] {
            if (!m_project || m_project->folder != folder)
                return;
            const auto deleted = name.toStdString();
            // Not read anew: a run may have been added meanwhile.
            std::erase_if(m_runs, [&](const auto& run) { return run.name == deleted; });
            if (m_run && m_run->info.name == deleted)
                m_run = nullptr;
            Q_EMIT runsChanged(m_runs);
            if (!m_run && !m_runs.empty())
                selectRun(QString::fromStdString(m_runs.back().name));
        });
}

void Session::nameSense(const QString& run, const core::SenseId& sense, const QString& name)
{
    if (!m_project)
        return;
    store(
        tr("Naming a sense of %1").arg(run),
        [project = *m_project, run = run.toStdString(), sense, name = name.toStdString()] {
            core::nameSense(project, run, sense, name);
        },
        [] {});
}

} // namespace ui
