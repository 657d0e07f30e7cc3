#include "ui/collection/collection_page.h"

#include "ui/collection/browse_panel.h"
#include "ui/collection/facts_panel.h"
#include "ui/collection/prominent_button.h"
#include "ui/collection/tone_label.h"
#include "ui/collection/wording.h"
#include "ui/theme/empty_page.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kFactsWidth = 44 * kGrid;
constexpr std::size_t kPicturesLookedFor = 8;

/// Whether none of a few pictures, spread over the collection, is where it was.
bool picturesMissing(const core::Project& project)
{
    const auto& paths = project.collection->paths;
    const auto n = paths.size();
    const std::size_t step = std::max<std::size_t>(n / kPicturesLookedFor, 1);
    bool any = false;
    for (std::size_t i = 0; i < n; i += step) {
        if (paths[i].empty())
            continue;
        if (QFileInfo::exists(pathText(project.pictureOf(static_cast<core::ImageKey>(i)))))
            return false;
        any = true;
    }
    return any;
}

QString link(const char* target, const QString& words)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(QLatin1String(target), words);
}

/// "3 pictures cannot be read and 12 rows were left out." Empty: all came in.
QString lossText(const core::CollectionStatistics& statistics)
{
    QStringList losses;
    if (statistics.broken > 0)
        losses.append(counted(static_cast<qint64>(statistics.broken),
                              CollectionPage::tr("1 picture cannot be read"),
                              CollectionPage::tr("%1 pictures cannot be read")));
    if (statistics.rejected > 0)
        losses.append(counted(static_cast<qint64>(statistics.rejected),
                              CollectionPage::tr("1 row was left out"),
                              CollectionPage::tr("%1 rows were left out")));
    if (statistics.unmatched > 0)
        losses.append(counted(static_cast<qint64>(statistics.unmatched),
                              CollectionPage::tr("1 picture of the folder stands in no row"),
                              CollectionPage::tr("%1 pictures of the folder stand in no row")));
    return losses.isEmpty() ? QString() : CollectionPage::tr("%1.").arg(listed(losses));
}

} // namespace

struct CollectionPage::Parts {
    QStackedWidget* stack = nullptr;
    QLabel* title = nullptr;
    QLabel* synthetic = nullptr;
    QLabel* notice = nullptr;
    ProminentButton* extract = nullptr;
    ProminentButton* train = nullptr;
    BrowsePanel* browse = nullptr;
    FactsPanel* facts = nullptr;
    core::CollectionStatistics statistics; ///< of the project that is shown
    QString placeNotice;                   ///< what setProject() found out

    static QWidget* welcome(CollectionPage* page);
    QLayout* header(CollectionPage* page);
    QWidget* content(CollectionPage* page, ThumbnailLoader& loader);
    void connectTo(CollectionPage* page) const;
    void showNotice() const;
};

QWidget* CollectionPage::Parts::welcome(CollectionPage* page)
{
    auto* empty = new EmptyPage(page);
    empty->say(
        tr("No collection is open"),
        tr("Import a table of images with their counts, or a folder of pictures, to see what "
           "the popular and the ignored ones look like. Nothing leaves this machine."),
        tr("&Import a collection…"));
    connect(empty, &EmptyPage::accepted, page, &CollectionPage::importRequested);
    return empty;
}

QLayout* CollectionPage::Parts::header(CollectionPage* page)
{
    title = new ToneLabel(ToneLabel::Tone::Title, {}, page);
    title->setWordWrap(false);
    synthetic = new ToneLabel(ToneLabel::Tone::Badge, tr("Synthetic: drawn by a program"), page);
    extract = new ProminentButton(tr("&Extract features"), page);
    extract->setToolTip(tr("Describe every picture in numbers, so that senses can be learned"));
    train = new ProminentButton(tr("&Train…"), page);
    train->setToolTip(tr("Learn what popular and unpopular images look like"));
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * kGrid);
    row->addWidget(title);
    row->addWidget(synthetic);
    row->addStretch(1);
    row->addWidget(extract);
    row->addWidget(train);
    return row;
}

QWidget* CollectionPage::Parts::content(CollectionPage* page, ThumbnailLoader& loader)
{
    auto* shown = new QWidget(page);
    notice = new QLabel(shown);
    notice->setTextFormat(Qt::RichText);
    notice->setWordWrap(true);
    notice->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    notice->setFocusPolicy(Qt::StrongFocus);
    notice->setAccessibleName(tr("Notice"));
    browse = new BrowsePanel(loader, shown);
    facts = new FactsPanel(shown);
    auto* splitter = new QSplitter(Qt::Horizontal, shown);
    splitter->setObjectName(QStringLiteral("collectionSplitter"));
    splitter->addWidget(browse);
    splitter->addWidget(facts);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(kGrid);
    splitter->setSizes({3 * kFactsWidth, kFactsWidth});
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(2 * kGrid, 2 * kGrid, 2 * kGrid, kGrid);
    column->setSpacing(kGrid);
    column->addLayout(header(page));
    column->addWidget(notice);
    column->addWidget(splitter, 1);
    return shown;
}

void CollectionPage::Parts::connectTo(CollectionPage* page) const
{
    connect(extract, &QPushButton::clicked, page, &CollectionPage::extractRequested);
    connect(train, &QPushButton::clicked, page, &CollectionPage::trainRequested);
    connect(browse, &BrowsePanel::imagesRequested, page, &CollectionPage::imagesRequested);
    connect(browse, &BrowsePanel::imageSelected, page, &CollectionPage::imageSelected);
    connect(browse, &BrowsePanel::imageActivated, page, &CollectionPage::imageActivated);
    connect(browse, &BrowsePanel::contactSheetRequested, page,
            &CollectionPage::contactSheetRequested);
    connect(facts, &FactsPanel::statisticsRequested, page, &CollectionPage::statisticsRequested);
    connect(facts, &FactsPanel::histogramRequested, page, &CollectionPage::histogramRequested);
    connect(facts, &FactsPanel::meansRequested, page, &CollectionPage::meansRequested);
    connect(notice, &QLabel::linkActivated, page, [page](const QString& target) {
        if (target == QLatin1String("report"))
            Q_EMIT page->reportRequested();
        else if (target == QLatin1String("relocate"))
            Q_EMIT page->relocateRequested();
        else
            Q_EMIT page->importRequested();
    });
}

void CollectionPage::Parts::showNotice() const
{
    QStringList lines;
    if (!placeNotice.isEmpty())
        lines.append(placeNotice);
    if (const QString loss = lossText(statistics); !loss.isEmpty())
        lines.append(loss.toHtmlEscaped() + QLatin1Char(' ')
                     + link("report", tr("Show the report")));
    notice->setText(lines.join(QStringLiteral("<br>")));
    notice->setVisible(!lines.isEmpty());
}

CollectionPage::CollectionPage(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>())
{
    auto& parts = *m_parts;
    parts.stack = new QStackedWidget(this);
    parts.stack->addWidget(Parts::welcome(this));
    parts.stack->addWidget(parts.content(this, loader));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(parts.stack);
    parts.connectTo(this);
    clearProject();
}

CollectionPage::~CollectionPage() = default;

void CollectionPage::setProject(const core::Project& project)
{
    auto& parts = *m_parts;
    const auto& collection = *project.collection;
    const bool counts = !collection.measures.empty();
    const bool features = !project.featureSets.empty();
    parts.title->setText(oneLine(QString::fromStdString(collection.title), 60));
    parts.synthetic->setVisible(collection.synthetic);
    parts.extract->setVisible(collection.hasPictures() && !features);
    parts.train->setVisible(features && counts);
    parts.statistics = {};
    parts.placeNotice.clear();
    if (picturesMissing(project))
        parts.placeNotice =
            tr("The pictures are no longer in %1.").arg(pathText(project.info.root).toHtmlEscaped())
            + QLatin1Char(' ') + link("relocate", tr("Say where they are"));
    else if (!counts)
        parts.placeNotice = tr("How popular these pictures are is unknown: they came without "
                               "counts.")
                            + QLatin1Char(' ') + link("import", tr("Import a table"));
    parts.showNotice();
    parts.stack->setCurrentIndex(1);
    parts.facts->setProject(project);
    parts.browse->setProject(project);
}

void CollectionPage::clearProject()
{
    m_parts->statistics = {};
    m_parts->browse->clear();
    m_parts->stack->setCurrentIndex(0);
}

void CollectionPage::setWorking(bool working)
{
    m_parts->extract->setEnabled(!working);
}

void CollectionPage::showStatistics(const core::CollectionStatistics& statistics)
{
    m_parts->statistics = statistics;
    m_parts->facts->showStatistics(statistics);
    m_parts->browse->showFacets(statistics.facets);
    m_parts->showNotice();
}

void CollectionPage::showHistogram(core::EngagementChoice engagement,
                                   const core::CountHistogram& histogram)
{
    m_parts->facts->showHistogram(engagement, histogram);
}

void CollectionPage::showImages(const std::vector<core::ImageKey>& images)
{
    m_parts->browse->showImages(images);
}

void CollectionPage::showImagesFailed(const QString& message)
{
    m_parts->browse->showFailed(message);
}

void CollectionPage::showMeans(core::EngagementChoice engagement,
                               const core::CollectionMeans& means)
{
    m_parts->facts->showMeans(engagement, means);
}

void CollectionPage::showMeansFailed(const QString& message)
{
    m_parts->facts->showMeansFailed(message);
}

} // namespace ui
