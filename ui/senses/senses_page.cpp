#include "ui/senses/senses_page.h"

#include "ui/senses/given_names.h"
#include "ui/senses/rename_command.h"
#include "ui/senses/run_senses.h"
#include "ui/senses/sense_board.h"
#include "ui/senses/sense_detail.h"
#include "ui/senses/sense_histogram.h"
#include "ui/senses/sense_wording.h"
#include "ui/senses/senses_empty.h"
#include "ui/senses/senses_header.h"
#include "ui/senses/trust_panel.h"
#include "ui/theme/empty_page.h"

#include <QAction>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>

namespace ui {

namespace {

constexpr int kMeanImages = 200; // enough to blend, few enough to be read in a second

} // namespace

struct SensesPage::Parts {
    Parts(SensesPage& owner, ThumbnailLoader& loader);

    void connectParts();
    void addUndoActions();
    void forgetRun();
    void forgetNamesOfDeletedRuns();
    void request();
    void requestMore();
    void requestStability();
    void show(QWidget* widget) const;
    void showEmpty() const;
    void open(const core::SenseId& id);
    void rename(const core::SenseId& id, const QString& name);
    void applyName(const QString& of, const core::SenseId& id, const QString& name);
    void showTrust() const;
    const core::CountHistogram& allImages();

    SensesPage& page;
    SensesHeader* header;
    QStackedWidget* stack;
    EmptyPage* empty;
    SenseBoard* board;
    SenseDetail* detail;
    QUndoStack* undo;

    std::optional<core::Project> project;
    std::vector<core::RunInfo> runs;
    QString run; ///< whose senses are asked for or shown
    RunSenses known;
    std::optional<core::CountHistogram> whole; ///< of `run`'s measure, made when first needed
    GivenNames names;
    QString failure; ///< while there are no senses to show
    QString busy;
};

SensesPage::Parts::Parts(SensesPage& owner, ThumbnailLoader& loader)
    : page(owner)
    , header(new SensesHeader(&owner))
    , stack(new QStackedWidget(&owner))
    , empty(new EmptyPage)
    , board(new SenseBoard(loader))
    , detail(new SenseDetail(loader))
    , undo(new QUndoStack(&owner))
{
    for (QWidget* widget : {static_cast<QWidget*>(empty), static_cast<QWidget*>(board),
                            static_cast<QWidget*>(detail)})
        stack->addWidget(widget);
    auto* layout = new QVBoxLayout(&owner);
    layout->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(3 * kGrid / 2);
    layout->addWidget(header);
    layout->addWidget(stack, 1);
    connectParts();
    addUndoActions();
}

void SensesPage::Parts::connectParts()
{
    QObject::connect(header, &SensesHeader::changed, &page, [this] {
        if (header->currentRun() != run)
            forgetRun();
        request();
    });
    QObject::connect(header, &SensesHeader::wordsExportRequested, &page,
                     [this](WordsFormat format) { saveWords(&page, *known.senses, format); });
    QObject::connect(header, &SensesHeader::contactSheetsRequested, &page,
                     [this] { Q_EMIT page.contactSheetsRequested(*known.senses); });
    QObject::connect(empty, &EmptyPage::accepted, &page, [this] {
        if (!project)
            Q_EMIT page.importRequested();
        else if (run.isEmpty())
            Q_EMIT page.trainRequested();
        else
            request();
    });
    QObject::connect(board, &SenseBoard::opened, &page, &SensesPage::openSense);
    QObject::connect(
        board, &SenseBoard::renamed, &page,
        [this](const core::SenseId& sense, const QString& name) { rename(sense, name); });
    QObject::connect(board, &SenseBoard::imageSelected, &page, &SensesPage::imageSelected);
    QObject::connect(board, &SenseBoard::imageActivated, &page, &SensesPage::imageActivated);
    QObject::connect(detail, &SenseDetail::backRequested, &page, &SensesPage::showOverview);
    QObject::connect(detail, &SenseDetail::renamed, &page,
                     [this](const QString& name) { rename(detail->id(), name); });
    QObject::connect(detail, &SenseDetail::imageSelected, &page, &SensesPage::imageSelected);
    QObject::connect(detail, &SenseDetail::imageActivated, &page, &SensesPage::imageActivated);
    QObject::connect(detail, &SenseDetail::stabilityRequested, &page,
                     [this] { requestStability(); });
    QObject::connect(detail, &SenseDetail::wordsExportRequested, &page, [this](WordsFormat format) {
        saveWords(&page, *known.senses, format, detail->id());
    });
    QObject::connect(detail, &SenseDetail::contactSheetRequested, &page,
                     &SensesPage::contactSheetRequested);
}

void SensesPage::Parts::addUndoActions()
{
    auto* back = undo->createUndoAction(&page, tr("Undo"));
    back->setShortcuts(QKeySequence::Undo);
    auto* forth = undo->createRedoAction(&page, tr("Redo"));
    forth->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    for (auto* action : {back, forth}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        page.addAction(action);
    }
}

void SensesPage::Parts::forgetRun()
{
    run = header->currentRun();
    known = {};
    whole.reset();
    failure.clear();
    busy.clear();
    header->setExportable(false, false);
    header->showStatus({}, false);
    board->clearMeans();
    showEmpty();
}

/// The next run may take the free name; neither the names given to the old one's senses nor their
/// undoing belong to it.
void SensesPage::Parts::forgetNamesOfDeletedRuns()
{
    if (names.keepOnly(runs))
        undo->clear();
}

void SensesPage::Parts::request()
{
    if (run.isEmpty())
        return;
    page.showBusy(tr("Looking through the images…"));
    Q_EMIT page.sensesRequested(run, header->options());
}

void SensesPage::Parts::requestMore()
{
    const auto split = known.senses->options.split;
    if (known.split == split)
        return;
    known.split = split;
    known.means.clear();
    known.trust.clear();
    known.measuring = false;
    board->clearMeans();
    Q_EMIT page.trustRequested(run, split, 0);
    if (project->collection->hasPictures())
        Q_EMIT page.meansRequested(run, split, kMeanImages);
}

void SensesPage::Parts::requestStability()
{
    known.measuring = true;
    showTrust();
    Q_EMIT page.trustRequested(run, *known.split, kStabilitySeeds);
}

void SensesPage::Parts::showTrust() const
{
    detail->showTrust(known.trustOf(detail->id()), known.measuring);
}

void SensesPage::Parts::show(QWidget* widget) const
{
    stack->setCurrentWidget(widget);
    header->setVisible(project.has_value() && !run.isEmpty() && widget != detail);
}

void SensesPage::Parts::showEmpty() const
{
    sayWhyEmpty(*empty, {project.has_value(), !run.isEmpty(), failure, busy});
    show(empty);
}

void SensesPage::Parts::open(const core::SenseId& id)
{
    const auto* sense = known.find(id);
    if (sense == nullptr)
        return;
    detail->showSense(*sense, *known.senses, allImages());
    detail->showMean(known.meanOf(id));
    showTrust();
    show(detail);
}

void SensesPage::Parts::rename(const core::SenseId& id, const QString& name)
{
    const auto* sense = known.find(id);
    if (sense == nullptr)
        return;
    undo->push(new RenameCommand(
        QString::fromStdString(sense->givenName), name,
        [this, id, of = run](const QString& given) { applyName(of, id, given); }));
}

void SensesPage::Parts::applyName(const QString& of, const core::SenseId& id, const QString& name)
{
    names.give(of, id, name);
    if (known.senses && of == run) {
        if (auto* sense = known.find(id); sense != nullptr)
            sense->givenName = name.toStdString();
        board->setName(id, name);
        if (detail->id() == id)
            detail->setName(name);
    }
    Q_EMIT page.senseRenamed(of, id, name);
}

const core::CountHistogram& SensesPage::Parts::allImages()
{
    if (!whole) {
        const auto found = std::ranges::find(runs, run.toStdString(), &core::RunInfo::name);
        whole = found == runs.end() ? core::CountHistogram{} : runHistogram(*project, *found);
    }
    return *whole;
}

SensesPage::SensesPage(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(*this, loader))
{
    m_parts->showEmpty();
}

// A line that loses the focus while its window goes gives its name away once more.
SensesPage::~SensesPage()
{
    for (QWidget* part :
         {static_cast<QWidget*>(m_parts->board), static_cast<QWidget*>(m_parts->detail)})
        part->disconnect(this);
}

void SensesPage::setProject(const core::Project& project)
{
    clearProject();
    m_parts->project = project;
    m_parts->detail->setProject(project);
    m_parts->showEmpty();
}

void SensesPage::clearProject()
{
    m_parts->project.reset();
    m_parts->names.clear();
    m_parts->undo->clear();
    setRuns({});
    m_parts->showEmpty();
}

void SensesPage::setRuns(const std::vector<core::RunInfo>& runs)
{
    auto& parts = *m_parts;
    parts.runs = runs;
    parts.forgetNamesOfDeletedRuns();
    parts.header->setRuns(runs);
    if (parts.header->currentRun() == parts.run)
        return;
    parts.forgetRun();
    parts.request();
}

void SensesPage::setCurrentRun(const QString& run)
{
    auto& parts = *m_parts;
    if (run == parts.run || !parts.header->setCurrentRun(run))
        return;
    parts.forgetRun();
    parts.request();
}

QString SensesPage::currentRun() const
{
    return m_parts->run;
}

void SensesPage::showSenses(const core::Senses& senses)
{
    auto& parts = *m_parts;
    if (!parts.project || QString::fromStdString(senses.run) != parts.run)
        return;
    parts.known.senses = senses;
    parts.names.applyTo(*parts.known.senses);
    parts.header->showStatus({}, false);
    parts.header->setExportable(true, parts.project->collection->hasPictures());
    parts.board->showSenses(*parts.known.senses, *parts.project->collection);
    parts.requestMore();
    if (parts.stack->currentWidget() == parts.detail
        && parts.known.find(parts.detail->id()) != nullptr)
        parts.open(parts.detail->id());
    else
        parts.show(parts.board);
}

void SensesPage::showMeans(const std::vector<core::MeanImage>& means)
{
    auto& parts = *m_parts;
    if (!parts.known.senses || means.size() != parts.known.senses->senses.size())
        return; // of a run that was left meanwhile
    parts.known.means = means;
    parts.board->showMeans(means);
    if (parts.stack->currentWidget() == parts.detail)
        parts.detail->showMean(parts.known.meanOf(parts.detail->id()));
}

void SensesPage::showTrust(const QString& run, const std::vector<core::SenseTrust>& trust)
{
    auto& parts = *m_parts;
    if (run != parts.run || !parts.known.senses)
        return;
    parts.known.trust = trust;
    parts.known.measuring = false;
    parts.showTrust();
}

void SensesPage::showTrustFailed(const QString& message)
{
    if (!m_parts->known.senses)
        return; // of a run that was left meanwhile
    m_parts->known.measuring = false;
    m_parts->detail->showTrustFailed(message);
}

void SensesPage::showBusy(const QString& what)
{
    auto& parts = *m_parts;
    parts.busy = what;
    parts.failure.clear();
    parts.header->showStatus(parts.known.senses ? what : QString(), true);
    if (!parts.known.senses)
        parts.showEmpty();
}

void SensesPage::showFailed(const QString& message)
{
    auto& parts = *m_parts;
    parts.failure = message;
    parts.header->showStatus(parts.known.senses ? message : QString(), false);
    if (!parts.known.senses)
        parts.showEmpty();
}

void SensesPage::openSense(const core::SenseId& sense)
{
    if (m_parts->known.find(sense) == nullptr)
        return;
    m_parts->open(sense);
    m_parts->detail->focusImages();
}

void SensesPage::showOverview()
{
    auto& parts = *m_parts;
    if (parts.stack->currentWidget() != parts.detail)
        return;
    parts.show(parts.board);
    parts.board->focusSense(parts.detail->id());
}

void SensesPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_parts->stack->currentWidget() == m_parts->detail)
        showOverview();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
