#include "ui/training/training_page.h"

#include "ui/charts/line_chart.h"
#include "ui/theme/empty_page.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"
#include "ui/training/run_text.h"
#include "ui/training/runs_table.h"
#include "ui/training/senses_shape.h"
#include "ui/training/snapshot_scrubber.h"
#include "ui/training/training_controls.h"
#include "ui/training/training_curve.h"
#include "ui/training/training_form.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <string>

namespace ui {

namespace {

constexpr int kSettingsWidth = 40 * kGrid;
constexpr int kCurveMs = 66; // the curve is drawn at most this often while it grows

using State = TrainingControls::State;

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* heading = new QLabel(text, parent);
    heading->setTextFormat(Qt::PlainText);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    return heading;
}

} // namespace

struct TrainingPage::Parts {
    Parts(TrainingPage& page, ThumbnailLoader& loader);

    QWidget* makeSettings(TrainingPage& page) const;
    QWidget* makeView(TrainingPage& page) const;
    QWidget* makeShape(TrainingPage& page) const;
    QWidget* makeRuns(TrainingPage& page) const;

    bool training() const { return controls->state() != State::Idle; }
    void setState(State state) const;
    void forget();
    void invite(const core::Project& project);
    void showMoment(const core::TrainingSnapshot& snapshot) const;
    void show(const core::LoadedRun& run);
    void drawCurve();
    void selectFirstRun();

    QStackedWidget* pages;
    EmptyPage* empty;
    TrainingForm* form;
    TrainingControls* controls;
    QLabel* shapeTitle;
    SensesShape* shape;
    SnapshotScrubber* scrubber;
    LineChart* curve;
    RunsTable* runs;
    QTimer curveTimer;
    std::vector<core::EpochReport> epochs;
    std::string finished;    ///< the run of which the controls say how it ended
    bool extraction = false; ///< the empty page offers to extract features, not to import
    bool runShown = false;   ///< since the project was set
};

TrainingPage::Parts::Parts(TrainingPage& page, ThumbnailLoader& loader)
    : pages(new QStackedWidget(&page))
    , empty(new EmptyPage(&page))
    , form(new TrainingForm(&page))
    , controls(new TrainingControls(&page))
    , shapeTitle(makeHeading({}, &page))
    , shape(new SensesShape(loader, &page))
    , scrubber(new SnapshotScrubber(&page))
    , curve(new LineChart(TrainingPage::tr("Loss and validation ρ"), &page))
    , runs(new RunsTable(&page))
{
    auto* work = new QWidget(&page);
    auto* row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(makeSettings(page));
    row->addWidget(makeView(page), 1);
    pages->addWidget(empty);
    pages->addWidget(work);
    curve->setContentsMargins(kGrid, 0, kGrid, 0); // as its neighbours
    curve->setAxes(TrainingPage::tr("Epoch"), TrainingPage::tr("Loss"),
                   TrainingPage::tr("Validation ρ"));
    curveTimer.setSingleShot(true);
    curveTimer.setInterval(kCurveMs);
}

QWidget* TrainingPage::Parts::makeSettings(TrainingPage& page) const
{
    auto* scroll = new QScrollArea(&page);
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* settings = new QWidget(&page);
    settings->setFixedWidth(kSettingsWidth);
    auto* column = new QVBoxLayout(settings);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(controls);
    return settings;
}

QWidget* TrainingPage::Parts::makeView(TrainingPage& page) const
{
    auto* splitter = new QSplitter(Qt::Vertical, &page);
    splitter->setObjectName(QStringLiteral("training-splitter"));
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kGrid);
    splitter->addWidget(makeShape(page));
    splitter->addWidget(curve);
    splitter->addWidget(makeRuns(page));
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 2);
    splitter->setStretchFactor(2, 1);
    splitter->setSizes({60 * kGrid, 22 * kGrid, 14 * kGrid});
    return splitter;
}

QWidget* TrainingPage::Parts::makeShape(TrainingPage& page) const
{
    auto* panel = new QWidget(&page);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(kGrid, 2 * kGrid, 2 * kGrid, 0);
    column->setSpacing(kGrid);
    column->addWidget(shapeTitle);
    column->addWidget(shape, 1);
    column->addWidget(scrubber);
    return panel;
}

QWidget* TrainingPage::Parts::makeRuns(TrainingPage& page) const
{
    auto* panel = new QWidget(&page);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(kGrid, 0, 2 * kGrid, kGrid);
    column->setSpacing(kGrid / 2);
    column->addWidget(makeHeading(TrainingPage::tr("Runs"), panel));
    column->addWidget(runs, 1);
    return panel;
}

void TrainingPage::Parts::setState(State state) const
{
    controls->setState(state);
    form->setEnabled(state == State::Idle);
}

void TrainingPage::Parts::forget()
{
    setState(State::Idle);
    controls->setStatus({});
    epochs.clear();
    runShown = false;
    scrubber->clear();
    shapeTitle->setText(TrainingPage::tr("The senses taking shape"));
    shape->clear(TrainingPage::tr("Start learns what popular and ignored images look like, and the "
                                  "pictures of each sense appear here while it does."));
    curve->setEmptyText(TrainingPage::tr("Loss and validation ρ of each epoch appear here."));
    drawCurve();
}

void TrainingPage::Parts::invite(const core::Project& project)
{
    const bool measured = !project.collection->measures.empty();
    const bool pictures = project.collection->hasPictures();
    const bool ready = measured && !project.featureSets.empty();
    extraction = measured && pictures && !ready;
    pages->setCurrentIndex(ready ? 1 : 0);
    if (ready)
        return;
    if (extraction)
        empty->say(TrainingPage::tr("Extract features first"),
                   TrainingPage::tr("Senses are learned from numbers that describe each "
                                    "picture, and this collection has none yet."),
                   TrainingPage::tr("&Extract features"));
    else if (measured)
        empty->say(TrainingPage::tr("There is nothing to look at"),
                   TrainingPage::tr("This collection has neither pictures nor features: "
                                    "import its table again with the folder of its "
                                    "pictures, or with a file of features."),
                   TrainingPage::tr("&Import a collection…"));
    else
        empty->say(TrainingPage::tr("There are no counts to learn from"),
                   TrainingPage::tr("Training needs at least one measure of popularity: "
                                    "import the collection with a table that has views, "
                                    "likes, comments or shares."),
                   TrainingPage::tr("&Import a collection…"));
}

void TrainingPage::Parts::showMoment(const core::TrainingSnapshot& snapshot) const
{
    shape->showSnapshot(snapshot);
    curve->setMarker(epochs.empty() ? std::nullopt : std::optional(epochOf(snapshot, epochs)));
}

void TrainingPage::Parts::show(const core::LoadedRun& run)
{
    runShown = true;
    const auto& options = run.info.request.options;
    shapeTitle->setText(TrainingPage::tr("The senses of %1 taking shape")
                            .arg(QString::fromStdString(run.info.name)));
    epochs = run.epochs;
    drawCurve();
    shape->setSenses(options.popularSenses, options.unpopularSenses);
    scrubber->setSnapshots(run.snapshots);
}

void TrainingPage::Parts::drawCurve()
{
    curveTimer.stop();
    curve->setLines(epochs.empty() ? QList<Line>() : curveLines(epochs));
    if (epochs.empty())
        curve->setMarker(std::nullopt);
}

// The newest run greets whoever comes to the page, but is not read before somebody does.
void TrainingPage::Parts::selectFirstRun()
{
    if (!runShown && !training() && runs->current().isEmpty())
        runShown = runs->selectNewest();
}

TrainingPage::TrainingPage(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(*this, loader))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts->pages);

    connect(m_parts->empty, &EmptyPage::accepted, this, [this] {
        if (m_parts->extraction)
            Q_EMIT extractRequested();
        else
            Q_EMIT importRequested();
    });
    connect(m_parts->controls, &TrainingControls::startRequested, this,
            [this] { Q_EMIT startRequested(m_parts->form->request()); });
    connect(m_parts->controls, &TrainingControls::pauseRequested, this,
            &TrainingPage::pauseRequested);
    connect(m_parts->controls, &TrainingControls::stopRequested, this,
            &TrainingPage::stopRequested);
    connect(m_parts->shape, &SensesShape::imageSelected, this, &TrainingPage::imageSelected);
    connect(m_parts->scrubber, &SnapshotScrubber::snapshotShown, this,
            [this](const core::TrainingSnapshot& snapshot) { m_parts->showMoment(snapshot); });
    connect(m_parts->runs, &RunsTable::runSelected, this, &TrainingPage::runSelected);
    connect(m_parts->runs, &RunsTable::runChosen, this, &TrainingPage::runChosen);
    connect(m_parts->runs, &RunsTable::deleteRunRequested, this, &TrainingPage::deleteRunRequested);
    connect(&m_parts->curveTimer, &QTimer::timeout, this, [this] { m_parts->drawCurve(); });
    clearProject();
}

TrainingPage::~TrainingPage() = default;

void TrainingPage::setProject(const core::Project& project)
{
    m_parts->forget();
    m_parts->runs->setRuns({});
    m_parts->runs->markRun({});
    m_parts->form->setProject(project);
    m_parts->shape->setProject(project);
    m_parts->invite(project);
}

void TrainingPage::clearProject()
{
    m_parts->forget();
    m_parts->runs->setRuns({});
    m_parts->runs->markRun({});
    m_parts->extraction = false;
    m_parts->pages->setCurrentIndex(0);
    m_parts->empty->say(tr("Learn what popular images look like"),
                        tr("Import a collection first: a table of images with counts such "
                           "as views, likes or comments, and the pictures themselves."),
                        tr("&Import a collection…"));
}

void TrainingPage::setWorking(bool working)
{
    m_parts->empty->setButtonEnabled(!working);
}

void TrainingPage::setRuns(const std::vector<core::RunInfo>& runs)
{
    m_parts->runs->setRuns(runs);
    if (!m_parts->finished.empty() && !m_parts->training()
        && std::ranges::find(runs, m_parts->finished, &core::RunInfo::name) == runs.end()) {
        m_parts->finished.clear();
        m_parts->controls->setStatus({});
    }
    if (isVisible())
        m_parts->selectFirstRun();
}

void TrainingPage::showStarted(const core::TrainRequest& request)
{
    m_parts->finished.clear();
    m_parts->setState(State::Preparing);
    m_parts->controls->setStatus(tr("Preparing…"));
    m_parts->shapeTitle->setText(tr("The senses taking shape"));
    m_parts->epochs.clear();
    m_parts->curve->setEmptyText(tr("Preparing…"));
    m_parts->drawCurve();
    m_parts->runs->markRun({});
    m_parts->shape->setSenses(request.options.popularSenses, request.options.unpopularSenses);
    m_parts->scrubber->beginLive();
}

void TrainingPage::showSearch(int done, int total)
{
    if (m_parts->controls->state() != State::Preparing)
        return;
    const QLocale locale;
    const QString text = done < total ? tr("Searching settings: run %1 of %2…")
                                            .arg(locale.toString(done + 1), locale.toString(total))
                                      : tr("First epoch…");
    m_parts->controls->setStatus(text);
    m_parts->curve->setEmptyText(text);
}

void TrainingPage::showEpochs(const std::vector<core::EpochReport>& epochs)
{
    if (!m_parts->training() || epochs.empty())
        return;
    if (m_parts->controls->state() == State::Preparing)
        m_parts->setState(State::Training);
    m_parts->epochs.insert(m_parts->epochs.end(), epochs.begin(), epochs.end());
    if (m_parts->controls->state() == State::Training)
        m_parts->controls->setStatus(epochText(epochs.back()));
    if (!m_parts->curveTimer.isActive())
        m_parts->curveTimer.start();
}

void TrainingPage::showSnapshot(const core::TrainingSnapshot& snapshot)
{
    if (!m_parts->training())
        return;
    if (m_parts->controls->state() == State::Preparing) {
        m_parts->setState(State::Training);
        m_parts->controls->setStatus(tr("First epoch…"));
    }
    m_parts->scrubber->append(snapshot);
}

void TrainingPage::showPaused(bool paused)
{
    const State state = m_parts->controls->state();
    if (state == State::Idle || state == State::Stopping)
        return;
    m_parts->setState(paused ? State::Paused : State::Training);
    m_parts->controls->setStatus(paused ? tr("Paused") : tr("Training…"));
}

void TrainingPage::showFinished(const std::shared_ptr<const core::LoadedRun>& run)
{
    m_parts->setState(State::Idle);
    if (run == nullptr)
        return;
    m_parts->show(*run);
    m_parts->finished = run->info.name;
    m_parts->controls->setStatus(finishedText(run->info));
    m_parts->runs->markRun(QString::fromStdString(run->info.name));
}

void TrainingPage::showFailed(const QString& message)
{
    m_parts->forget();
    m_parts->controls->setFailure(message);
}

void TrainingPage::showCancelled()
{
    m_parts->forget();
    m_parts->controls->setStatus(tr("Stopped before anything was learned; no run was kept."));
}

void TrainingPage::showRun(const std::shared_ptr<const core::LoadedRun>& run)
{
    if (m_parts->training() || run == nullptr)
        return;
    m_parts->show(*run);
    m_parts->runs->markRun(QString::fromStdString(run->info.name));
}

void TrainingPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_parts->selectFirstRun();
}

} // namespace ui
