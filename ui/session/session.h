#pragma once

#include "core/study/extract_features.h"
#include "core/study/import_collection.h"
#include "core/study/project.h"
#include "core/study/runs.h"
#include "data/sample.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

class Job;

/// What the window has open: the project, its runs and the one run that is looked at. Work that
/// changes the project (an import, an extraction) is one job at a time. Small changes of its
/// database (a name, a run less) are jobs of their own, done one after another and never cancelled.
///
/// Belongs to the window's thread. A command that fails says so by failed(), and the project stays
/// as it was.
class Session final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Session)

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override; ///< cancels what runs and waits for it

    const std::optional<core::Project>& project() const { return m_project; }
    const std::vector<core::RunInfo>& runs() const { return m_runs; }
    const std::shared_ptr<const core::LoadedRun>& currentRun() const { return m_run; }
    bool working() const; ///< an import, a sample or an extraction is under way

    void open(const QString& folder);
    void close();
    /// Draws a sample into a new folder beside `project`, imports and extracts it.
    void openSample(samples::Collection collection, const QString& project);
    void importCollection(const core::ImportRequest& request);
    void extractFeatures();
    void relocatePictures(const QString& root);

    void addRun(const std::shared_ptr<const core::LoadedRun>& run); ///< it is stored already
    void selectRun(const QString& name); ///< loads it; runSelected() follows
    void deleteRun(const QString& name); ///< runsChanged() follows
    void nameSense(const QString& run, const core::SenseId& sense, const QString& name);

Q_SIGNALS:
    /// Opened, imported, or with new features: everything that was shown of it is stale.
    void projectChanged(const core::Project& project);
    void projectClosed();
    void runsChanged(const std::vector<core::RunInfo>& runs);
    void runSelected(const std::shared_ptr<const core::LoadedRun>& run);
    void imported(const core::ImportReport& report);
    void extracted(const core::ExtractReport& report);
    void jobStarted(ui::Job& job);
    void failed(const QString& message);

private:
    template <typename Work, typename Done>
    void startWork(const QString& title, Work work, Done done);
    /// Changes the database on another thread, after all such changes before; `done` is called
    /// here.
    void store(const QString& title, std::function<void()> change, std::function<void()> done);
    void show(core::Project project, std::vector<core::RunInfo> runs);
    void forgetLoad(); ///< of a run: it ends by itself, unheard

    std::optional<core::Project> m_project;
    std::vector<core::RunInfo> m_runs;
    std::shared_ptr<const core::LoadedRun> m_run;
    QPointer<Job> m_work;              ///< the one that changes the project
    QPointer<Job> m_load;              ///< of a run
    std::shared_future<void> m_stored; ///< ready when the last small change has ended
};

} // namespace ui
