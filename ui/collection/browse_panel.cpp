#include "ui/collection/browse_panel.h"

#include "ui/collection/facet_bar.h"
#include "ui/collection/wording.h"
#include "ui/gallery/image_grid.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kPauseMs = 200;
constexpr int kLeastTile = 8 * kGrid;
constexpr int kUsualTile = 16 * kGrid;
constexpr int kMostTile = 40 * kGrid;
constexpr int kCaptionLength = 30;

QString fieldName(const std::string& field)
{
    if (field == "popularity")
        return BrowsePanel::tr("Popularity");
    if (field == "id")
        return BrowsePanel::tr("Id");
    if (field == "author")
        return BrowsePanel::tr("Author");
    if (field == "date")
        return BrowsePanel::tr("Date");
    return oneLine(QString::fromStdString(field), kCaptionLength);
}

} // namespace

BrowsePanel::BrowsePanel(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_pause(new QTimer(this))
    , m_error(new QLabel(this))
    , m_matches(new QuietLabel(QString(), this))
    , m_order(new QComboBox(this))
    , m_direction(new QToolButton(this))
    , m_size(new QSlider(Qt::Horizontal, this))
    , m_facets(new FacetBar(this))
    , m_grid(new ImageGrid(loader, ImageGrid::Shape::Grid, this))
{
    addSearch();
    addOrder();
    m_matches->setWordWrap(false);
    m_matches->setAccessibleName(tr("Number of images shown"));

    auto* tools = new QHBoxLayout;
    tools->setSpacing(kGrid);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_matches);
    tools->addSpacing(kGrid);
    tools->addWidget(m_order);
    tools->addWidget(m_direction);
    tools->addSpacing(kGrid);
    tools->addWidget(m_size);
    auto* page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(kGrid);
    page->addLayout(tools);
    page->addWidget(m_facets);
    page->addWidget(m_error);
    page->addWidget(m_grid, 1);

    m_grid->setCaptions([this](core::ImageKey key) { return captionOf(key); });
    m_grid->setTileSide(kUsualTile);
    connect(m_size, &QSlider::valueChanged, m_grid, &ImageGrid::setTileSide);
    connect(m_facets, &FacetBar::changed, this, &BrowsePanel::ask);
    connect(m_grid, &ImageGrid::imageSelected, this, &BrowsePanel::imageSelected);
    connect(m_grid, &ImageGrid::imageActivated, this, &BrowsePanel::imageActivated);
    connect(m_grid, &ImageGrid::exportRequested, this, &BrowsePanel::contactSheetRequested);
}

void BrowsePanel::addSearch()
{
    m_search->setPlaceholderText(tr("Search: cat, or views > 100 and text ~ \"cat\""));
    m_search->setAccessibleName(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->setToolTip(tr("Words, or terms such as views > 100 joined by and, or, not"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setAccessibleName(tr("What is wrong with the search"));
    m_error->hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseMs);
    connect(m_search, &QLineEdit::textChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, &BrowsePanel::ask);
    connect(m_pause, &QTimer::timeout, this, &BrowsePanel::ask);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
}

void BrowsePanel::addOrder()
{
    m_order->setAccessibleName(tr("Sort by"));
    m_order->setToolTip(tr("Sort by"));
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToContents);

    setDescending(true);
    m_size->setRange(kLeastTile, kMostTile);
    m_size->setSingleStep(kGrid);
    m_size->setPageStep(4 * kGrid);
    m_size->setValue(kUsualTile);
    m_size->setFixedWidth(12 * kGrid);
    m_size->setAccessibleName(tr("Size of the pictures"));
    m_size->setToolTip(m_size->accessibleName());
    connect(m_order, &QComboBox::currentIndexChanged, this, &BrowsePanel::takeOrder);
    connect(m_direction, &QToolButton::clicked, this, [this] {
        setDescending(!request().descending);
        ask();
    });
}

void BrowsePanel::setProject(const core::Project& project)
{
    const bool same = project.folder == m_project.folder;
    const QString order = m_order->currentData().toString();
    const bool descending = request().descending;
    m_project = project;
    m_grid->setProject(project);
    listSortFields();
    if (same) {
        const QSignalBlocker quiet(m_order);
        m_order->setCurrentIndex(std::max(m_order->findData(order), 0));
        setDescending(descending);
    } else {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
        setDescending(true);
    }
    m_facets->reset();
    m_pause->stop();
    m_error->hide();
    m_matches->clear();
    m_asked.reset();
    ask();
}

void BrowsePanel::listSortFields()
{
    const QSignalBlocker quiet(m_order);
    m_order->clear();
    if (!m_project.collection)
        return;
    for (const auto& field : core::sortFields(m_project))
        m_order->addItem(fieldName(field), QString::fromStdString(field));
    const int inTableOrder = m_project.collection->measures.empty() ? 0 : m_order->count();
    m_order->insertItem(inTableOrder, tr("Table order"), QString());
    m_order->setCurrentIndex(0);
    m_direction->setEnabled(!m_order->currentData().toString().isEmpty());
}

void BrowsePanel::clear()
{
    m_project = {};
    m_facets->reset();
    m_pause->stop();
    m_asked.reset();
    listSortFields();
    m_grid->setImages({});
}

void BrowsePanel::showFacets(const core::CollectionFacets& facets)
{
    if (m_project.collection)
        m_facets->showFacets(*m_project.collection, facets);
}

void BrowsePanel::showImages(const std::vector<core::ImageKey>& images)
{
    if (!m_project.collection)
        return;
    const auto all = static_cast<qint64>(m_project.collection->size());
    const auto shown = static_cast<qint64>(images.size());
    m_error->hide();
    m_matches->setText(
        shown == all ? counted(all, tr("1 image"), tr("%1 images"))
                     : tr("%1 of %2").arg(QLocale().toString(shown), QLocale().toString(all)));
    m_grid->setEmptyText(m_search->text().isEmpty()
                             ? tr("No image is of this kind.")
                             : tr("No image matches “%1”.").arg(oneLine(m_search->text(), 60)));
    m_grid->setImages(images);
}

void BrowsePanel::showFailed(const QString& message)
{
    m_error->setText(message);
    m_error->show();
    m_matches->clear();
}

void BrowsePanel::setDescending(bool descending)
{
    m_direction->setArrowType(descending ? Qt::DownArrow : Qt::UpArrow);
    m_direction->setAccessibleName(descending ? tr("Largest first: press for smallest first")
                                              : tr("Smallest first: press for largest first"));
    m_direction->setToolTip(m_direction->accessibleName());
}

void BrowsePanel::takeOrder()
{
    const auto field = m_order->currentData().toString();
    m_direction->setEnabled(!field.isEmpty());
    setDescending(field != QLatin1String("id") && field != QLatin1String("author"));
    ask();
}

core::BrowseRequest BrowsePanel::request() const
{
    return {.query = m_search->text().trimmed().toStdString(),
            .facets = m_facets->chosen(),
            .sortBy = m_order->currentData().toString().toStdString(),
            .descending = m_direction->arrowType() == Qt::DownArrow};
}

void BrowsePanel::ask()
{
    m_pause->stop();
    if (!m_project.collection)
        return;
    auto wanted = request();
    if (m_asked && *m_asked == wanted)
        return;
    m_asked = wanted;
    Q_EMIT imagesRequested(wanted);
}

/// What the images are sorted by; otherwise their popularity, or their id where it is unknown.
QString BrowsePanel::captionOf(core::ImageKey key) const
{
    const auto& collection = *m_project.collection;
    const auto image = static_cast<std::size_t>(key);
    const auto field = m_asked ? m_asked->sortBy : std::string();
    std::int64_t sum = 0;
    for (std::size_t m = 0; m < collection.measures.size(); ++m) {
        if (collection.measures[m].name == field)
            return QLocale().toString(static_cast<qlonglong>(collection.counts[m][image]));
        sum += collection.counts[m][image];
    }
    if (field == "date" && collection.dates[image])
        return QLocale().toString(
            QDateTime::fromSecsSinceEpoch(*collection.dates[image], Qt::UTC).date(),
            QLocale::ShortFormat);
    if (field == "author" && collection.authors[image] >= 0)
        return oneLine(
            QString::fromStdString(
                collection.authorNames[static_cast<std::size_t>(collection.authors[image])]),
            kCaptionLength);
    if (field == "id" || collection.measures.empty())
        return oneLine(QString::fromStdString(collection.ids[image]), kCaptionLength);
    return QLocale().toString(static_cast<qlonglong>(sum));
}

} // namespace ui
