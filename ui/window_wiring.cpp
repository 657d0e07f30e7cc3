#include "ui/window_wiring.h"

#include "ui/collection/collection_page.h"
#include "ui/collection/import_dialog.h"
#include "ui/collection/wording.h"
#include "ui/comparison/comparison_page.h"
#include "ui/file_choices.h"
#include "ui/gallery/inspector.h"
#include "ui/jobs/job.h"
#include "ui/jobs/job_bar.h"
#include "ui/main_window.h"
#include "ui/page_rail.h"
#include "ui/recent_projects.h"
#include "ui/senses/senses_page.h"
#include "ui/training/training_page.h"
#include "ui/welcome_page.h"
#include "ui/window_layout.h"
#include "ui/window_parts.h"
#include "ui/workbench.h"

#include <QFileInfo>
#include <QMessageBox>
#include <QStackedWidget>
#include <QStatusBar>

namespace ui {

namespace {

constexpr int kStatusMs = 8000;

void complain(MainWindow& window, const QString& message)
{
    auto* box = new QMessageBox(QMessageBox::Warning, MainWindow::tr("Sensescope"), message,
                                QMessageBox::Ok, &window);
    box->setTextFormat(Qt::PlainText); // it may quote a file or a cell of a table
    box->setTextInteractionFlags(Qt::TextSelectableByMouse);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void showReport(MainWindow& window, const core::Project& project, const core::ImportLosses& losses)
{
    auto* dialog = new ImportReportDialog(QString::fromStdString(project.info.title),
                                          project.collection->size(), losses, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Features cannot change under a training.
void extract(MainWindow& window, Workbench& bench)
{
    if (bench.training.running())
        complain(window, MainWindow::tr("A training is under way, and new features would end it. "
                                        "Wait for it, or stop it first."));
    else
        bench.session.extractFeatures();
}

void wireRuns(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto& session = bench.session;
    QObject::connect(&session, &Session::runsChanged, &bench.inquiries,
                     [asked = &bench.inquiries](const std::vector<core::RunInfo>& runs) {
                         if (runs.empty())
                             asked->setRun(nullptr); // the last one was deleted
                     });
    QObject::connect(&session, &Session::runsChanged, parts.training, &TrainingPage::setRuns);
    QObject::connect(&session, &Session::runsChanged, parts.senses, &SensesPage::setRuns);
    QObject::connect(&session, &Session::runsChanged, parts.comparison, &ComparisonPage::setRuns);
    QObject::connect(&session, &Session::runSelected, &window,
                     [&bench, parts](const std::shared_ptr<const core::LoadedRun>& run) {
                         bench.inquiries.setRun(run);
                         if (parts.inspector->isVisible() && parts.inspector->current())
                             bench.inquiries.askDetails(*parts.inspector->current());
                         parts.training->showRun(run);
                         parts.senses->setCurrentRun(QString::fromStdString(run->info.name));
                     });
}

void wireProject(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto& session = bench.session;
    QObject::connect(
        &session, &Session::projectChanged, &window,
        [&window, &bench, parts](const core::Project& project) {
            bench.training.setProject(project);
            bench.inquiries.setProject(project);
            bench.thumbnails.setProject(project);
            parts.inspector->setProject(project);
            parts.inspector->hide();
            parts.training->setProject(project);
            parts.senses->setProject(project);
            parts.comparison->setProject(project);
            parts.collection->setProject(project);
            const auto folder = QString::fromStdString(project.folder.string());
            rememberProject(folder);
            window.setWindowTitle(
                MainWindow::tr("%1 – Sensescope").arg(QFileInfo(folder).completeBaseName()));
            if (parts.stack->currentWidget() == parts.welcome)
                window.showPage(rememberedPage(folder));
        });
    QObject::connect(&session, &Session::projectClosed, &window, [&window, &bench, parts] {
        bench.training.clearProject();
        bench.inquiries.clearProject();
        parts.inspector->clear();
        parts.inspector->hide();
        parts.collection->clearProject();
        parts.training->clearProject();
        parts.senses->clearProject();
        parts.comparison->clearProject();
        parts.welcome->setRecent(recentProjects());
        parts.rail->clearCurrent();
        parts.stack->setCurrentWidget(parts.welcome);
        window.setWindowTitle(MainWindow::tr("Sensescope"));
    });
    QObject::connect(&session, &Session::imported, &window,
                     [&window, &bench](const core::ImportReport& report) {
                         window.showPage(Page::Collection);
                         if (report.rejectedCount + report.unmatchedCount > 0)
                             bench.inquiries.askReport();
                     });
    QObject::connect(&session, &Session::extracted, &window,
                     [&window](const core::ExtractReport& report) {
                         window.statusBar()->showMessage(
                             counted(static_cast<qint64>(report.images),
                                     MainWindow::tr("Features of 1 image are ready."),
                                     MainWindow::tr("Features of %1 images are ready.")),
                             kStatusMs);
                     });
}

void wireJobs(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    const auto failed = [&window](const QString& message) { complain(window, message); };
    QObject::connect(&bench.session, &Session::failed, &window, failed);
    QObject::connect(&bench.inquiries, &Inquiries::failed, &window, failed);
    QObject::connect(&bench.session, &Session::jobStarted, parts.jobs, &JobBar::follow);
    QObject::connect(&bench.inquiries, &Inquiries::jobStarted, parts.jobs, &JobBar::follow);
    const auto showWorking = [parts](bool working) {
        parts.welcome->setWorking(working);
        parts.collection->setWorking(working);
        parts.training->setWorking(working);
    };
    QObject::connect(&bench.session, &Session::jobStarted, parts.welcome,
                     [welcome = parts.welcome, showWorking](Job& job) {
                         showWorking(true);
                         QObject::connect(&job, &QObject::destroyed, welcome,
                                          [showWorking] { showWorking(false); });
                     });
    QObject::connect(&bench.training, &TrainingSession::progressed, parts.jobs, &JobBar::showWork);
    QObject::connect(&bench.training, &TrainingSession::runningChanged, parts.jobs,
                     [jobs = parts.jobs](bool running) {
                         if (!running)
                             jobs->hideWork();
                     });
    QObject::connect(parts.jobs, &JobBar::workCancelRequested, &bench.training,
                     &TrainingSession::stop);
    QObject::connect(&bench.training, &TrainingSession::runningChanged, &bench.thumbnails,
                     &ThumbnailLoader::setQuiet);
    QObject::connect(
        &bench.inquiries, &Inquiries::written, &window, [&window](const QString& where) {
            window.statusBar()->showMessage(MainWindow::tr("Written: %1").arg(where), kStatusMs);
        });
}

void wireCollection(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto* page = parts.collection;
    auto* asked = &bench.inquiries;
    QObject::connect(page, &CollectionPage::statisticsRequested, asked, &Inquiries::askStatistics);
    QObject::connect(page, &CollectionPage::histogramRequested, asked, &Inquiries::askHistogram);
    QObject::connect(page, &CollectionPage::imagesRequested, asked, &Inquiries::askImages);
    QObject::connect(page, &CollectionPage::meansRequested, asked, &Inquiries::askMeans);
    QObject::connect(asked, &Inquiries::statistics, page, &CollectionPage::showStatistics);
    QObject::connect(asked, &Inquiries::histogram, page, &CollectionPage::showHistogram);
    QObject::connect(asked, &Inquiries::images, page, &CollectionPage::showImages);
    QObject::connect(asked, &Inquiries::imagesFailed, page, &CollectionPage::showImagesFailed);
    QObject::connect(asked, &Inquiries::means, page, &CollectionPage::showMeans);
    QObject::connect(asked, &Inquiries::meansFailed, page, &CollectionPage::showMeansFailed);
    QObject::connect(page, &CollectionPage::extractRequested, &window,
                     [&window, &bench] { extract(window, bench); });
    QObject::connect(page, &CollectionPage::trainRequested, &window,
                     [&window] { window.showPage(Page::Train); });
    QObject::connect(page, &CollectionPage::reportRequested, asked, &Inquiries::askReport);
    QObject::connect(asked, &Inquiries::report, &window,
                     [&window, &bench](const core::ImportLosses& losses) {
                         showReport(window, *bench.session.project(), losses);
                     });
    QObject::connect(page, &CollectionPage::relocateRequested, &window, [&window, &bench] {
        chooseFolder(window, MainWindow::tr("Where are the pictures now?"),
                     [&bench](const QString& folder) { bench.session.relocatePictures(folder); });
    });
}

void wireTraining(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto* page = parts.training;
    auto* training = &bench.training;
    QObject::connect(page, &TrainingPage::startRequested, training, &TrainingSession::train);
    QObject::connect(page, &TrainingPage::pauseRequested, training, &TrainingSession::setPaused);
    QObject::connect(page, &TrainingPage::stopRequested, training, &TrainingSession::stop);
    QObject::connect(page, &TrainingPage::extractRequested, &window,
                     [&window, &bench] { extract(window, bench); });
    QObject::connect(page, &TrainingPage::runSelected, &bench.session, &Session::selectRun);
    QObject::connect(page, &TrainingPage::deleteRunRequested, &bench.session, &Session::deleteRun);
    QObject::connect(page, &TrainingPage::runChosen, &window,
                     [&window, &bench](const QString& run) {
                         bench.session.selectRun(run);
                         window.showPage(Page::Senses);
                     });
    QObject::connect(training, &TrainingSession::started, page, &TrainingPage::showStarted);
    QObject::connect(training, &TrainingSession::searched, page, &TrainingPage::showSearch);
    QObject::connect(training, &TrainingSession::epochsFinished, page, &TrainingPage::showEpochs);
    QObject::connect(training, &TrainingSession::snapshotTaken, page, &TrainingPage::showSnapshot);
    QObject::connect(training, &TrainingSession::pausedChanged, page, &TrainingPage::showPaused);
    QObject::connect(training, &TrainingSession::finished, page, &TrainingPage::showFinished);
    QObject::connect(training, &TrainingSession::failed, page, &TrainingPage::showFailed);
    QObject::connect(training, &TrainingSession::cancelled, page, &TrainingPage::showCancelled);
    QObject::connect(training, &TrainingSession::finished, &bench.session, &Session::addRun);
}

void wireSenses(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto* page = parts.senses;
    auto* asked = &bench.inquiries;
    QObject::connect(page, &SensesPage::sensesRequested, asked, &Inquiries::askSenses);
    QObject::connect(page, &SensesPage::sensesRequested, &bench.session, &Session::selectRun);
    QObject::connect(page, &SensesPage::meansRequested, asked, &Inquiries::askSenseMeans);
    QObject::connect(page, &SensesPage::trustRequested, asked, &Inquiries::askTrust);
    QObject::connect(asked, &Inquiries::trust, page, &SensesPage::showTrust);
    QObject::connect(asked, &Inquiries::trustFailed, page, &SensesPage::showTrustFailed);
    QObject::connect(asked, &Inquiries::senses, page, &SensesPage::showSenses);
    QObject::connect(asked, &Inquiries::sensesFailed, page, &SensesPage::showFailed);
    QObject::connect(asked, &Inquiries::senseMeans, page, &SensesPage::showMeans);
    QObject::connect(page, &SensesPage::senseRenamed, &bench.session, &Session::nameSense);
    QObject::connect(page, &SensesPage::trainRequested, &window,
                     [&window] { window.showPage(Page::Train); });
    QObject::connect(page, &SensesPage::contactSheetsRequested, &window,
                     [&window, asked](const core::Senses& senses) {
                         chooseFolder(window, MainWindow::tr("Folder for the contact sheets"),
                                      [asked, senses](const QString& folder) {
                                          asked->askContactSheets(senses, folder);
                                      });
                     });
}

void wireComparison(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto* page = parts.comparison;
    auto* asked = &bench.inquiries;
    QObject::connect(page, &ComparisonPage::trainLevelsRequested, &bench.training,
                     &TrainingSession::trainAll);
    QObject::connect(&bench.training, &TrainingSession::runningChanged, page,
                     &ComparisonPage::showTraining);
    QObject::connect(page, &ComparisonPage::compareRequested, asked, &Inquiries::askComparison);
    QObject::connect(page, &ComparisonPage::predictionsRequested, asked,
                     &Inquiries::askPredictions);
    QObject::connect(asked, &Inquiries::comparison, page, &ComparisonPage::showComparison);
    QObject::connect(asked, &Inquiries::comparisonFailed, page,
                     &ComparisonPage::showComparisonFailed);
    QObject::connect(asked, &Inquiries::predictions, page, &ComparisonPage::showPredictions);
    QObject::connect(asked, &Inquiries::predictionsFailed, page,
                     &ComparisonPage::showPredictionsFailed);
    QObject::connect(page, &ComparisonPage::extractRequested, &window,
                     [&window, &bench] { extract(window, bench); });
    QObject::connect(page, &ComparisonPage::trainRequested, &window,
                     [&window] { window.showPage(Page::Train); });
}

void wireInspector(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    auto* inspector = parts.inspector;
    auto* asked = &bench.inquiries;
    const auto inspect = [inspector](qint64 key) {
        inspector->show();
        inspector->showImage(key);
    };
    const auto openFile = [&bench](qint64 key) { openPicture(bench.session, key); };
    QObject::connect(parts.collection, &CollectionPage::imageSelected, inspector, inspect);
    QObject::connect(parts.senses, &SensesPage::imageSelected, inspector, inspect);
    QObject::connect(parts.training, &TrainingPage::imageSelected, inspector, inspect);
    QObject::connect(parts.collection, &CollectionPage::imageActivated, &window, openFile);
    QObject::connect(parts.senses, &SensesPage::imageActivated, &window, openFile);
    QObject::connect(inspector, &Inspector::wanted, asked, &Inquiries::askDetails);
    QObject::connect(inspector, &Inspector::closed, inspector, &QWidget::hide);
    QObject::connect(inspector, &Inspector::openFileRequested, &window, openFile);
    QObject::connect(inspector, &Inspector::showInFolderRequested, &window,
                     [&bench](qint64 key) { showInFolder(bench.session, key); });
    QObject::connect(asked, &Inquiries::picture, inspector, &Inspector::showPicture);
    QObject::connect(asked, &Inquiries::pictureFailed, inspector, &Inspector::showPictureFailed);
    QObject::connect(asked, &Inquiries::texts, inspector, &Inspector::showTexts);
    QObject::connect(asked, &Inquiries::score, inspector, &Inspector::showScore);
    QObject::connect(asked, &Inquiries::similar, inspector, &Inspector::showSimilar);
    QObject::connect(inspector, &Inspector::imageSelected, inspector, inspect);
}

void wireImports(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    const auto chooseTable = [&window] {
        chooseTableFile(window, [&window](const QString& file) { window.openPath(file); });
    };
    const auto choosePictures = [&window] {
        chooseFolder(window, MainWindow::tr("A folder of pictures"),
                     [&window](const QString& folder) { window.openPath(folder); });
    };
    auto* welcome = parts.welcome;
    QObject::connect(
        welcome, &WelcomePage::sampleRequested, &bench.session,
        [&bench](samples::Collection collection) { openSample(bench.session, collection); });
    QObject::connect(welcome, &WelcomePage::importTableRequested, &window, chooseTable);
    QObject::connect(welcome, &WelcomePage::importFolderRequested, &window, choosePictures);
    QObject::connect(welcome, &WelcomePage::openRequested, &window, [&window] {
        chooseFolder(window, MainWindow::tr("Open a project"),
                     [&window](const QString& folder) { window.openPath(folder); });
    });
    QObject::connect(welcome, &WelcomePage::projectChosen, &bench.session, &Session::open);
    QObject::connect(parts.collection, &CollectionPage::importRequested, &window, chooseTable);
    QObject::connect(parts.training, &TrainingPage::importRequested, &window, chooseTable);
    QObject::connect(parts.senses, &SensesPage::importRequested, &window, chooseTable);
    QObject::connect(parts.comparison, &ComparisonPage::importRequested, &window, chooseTable);
    QObject::connect(
        &window, &MainWindow::pathDropped, &window,
        [&window, &bench](const QString& path) { openOrImport(window, bench.session, path); });
}

void wirePages(MainWindow& window, Workbench& bench, const WindowParts& parts)
{
    QObject::connect(parts.rail, &PageRail::pageChosen, &window, &MainWindow::showPage);
    QObject::connect(&window, &MainWindow::pageShown, &window, [&bench, parts](Page page) {
        if (parts.stack->currentIndex() != static_cast<int>(page))
            parts.inspector->hide(); // its image was selected on the page that is left
        parts.stack->setCurrentIndex(static_cast<int>(page));
        parts.rail->setCurrent(page);
        if (bench.session.project())
            rememberPage(QString::fromStdString(bench.session.project()->folder.string()), page);
    });
    const auto sheet = [&window,
                        asked = &bench.inquiries](const std::vector<core::ImageKey>& images) {
        chooseSheetFile(
            window, [asked, images](const QString& file) { asked->askContactSheet(images, file); });
    };
    QObject::connect(parts.collection, &CollectionPage::contactSheetRequested, &window, sheet);
    QObject::connect(parts.senses, &SensesPage::contactSheetRequested, &window, sheet);
}

} // namespace

void wire(MainWindow& window, Workbench& workbench, const WindowParts& parts)
{
    wirePages(window, workbench, parts);
    wireProject(window, workbench, parts);
    wireRuns(window, workbench, parts);
    wireJobs(window, workbench, parts);
    wireCollection(window, workbench, parts);
    wireTraining(window, workbench, parts);
    wireSenses(window, workbench, parts);
    wireComparison(window, workbench, parts);
    wireInspector(window, workbench, parts);
    wireImports(window, workbench, parts);
}

} // namespace ui
