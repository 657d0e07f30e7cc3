#include "ui/senses/sense_detail.h"

#include "ui/charts/histogram_chart.h"
#include "ui/gallery/image_grid.h"
#include "ui/senses/sense_facts.h"
#include "ui/senses/sense_histogram.h"
#include "ui/senses/sense_name_edit.h"
#include "ui/senses/sense_wording.h"
#include "ui/senses/top_list.h"
#include "ui/senses/trust_panel.h"
#include "ui/senses/words_view.h"
#include "ui/theme/quiet_label.h"

#include <QEvent>
#include <QHash>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTileSide = 20 * kGrid;
constexpr int kSideWidth = 42 * kGrid;

} // namespace

SenseDetail::SenseDetail(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_sign(new QLabel(this))
    , m_name(new SenseNameEdit(this))
    , m_export(new QToolButton(this))
    , m_images(new QStackedWidget(this))
    , m_grid(new ImageGrid(loader, ImageGrid::Shape::Grid, this))
    , m_list(new TopList(this))
    , m_none(new QuietLabel({}, this))
    , m_listNote(new QuietLabel(tr("This collection came without pictures, so its top images are "
                                   "listed by id, with their counts."),
                                this))
    , m_facts(new SenseFacts(this))
    , m_trust(new TrustPanel(this))
    , m_histogram(new HistogramChart(tr("How popular its top images are"), this))
    , m_words(new WordsView(this))
{
    makeImages();
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(QStringLiteral("sense-splitter"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_images);
    split->addWidget(makeSide());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    split->setSizes({3 * kSideWidth, kSideWidth});
    split->setHandleWidth(2 * kGrid);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(makeHeading());
    layout->addWidget(split, 1);
}

void SenseDetail::makeImages()
{
    m_grid->setTileSide(kTileSide);
    m_none->setAlignment(Qt::AlignCenter);
    auto* listed = new QWidget;
    auto* rows = new QVBoxLayout(listed);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_listNote);
    rows->addWidget(m_list, 1);
    m_images->addWidget(m_grid);
    m_images->addWidget(listed);
    m_images->addWidget(m_none);
    m_images->setMinimumWidth(kTileSide + 4 * kGrid);
    connect(m_grid, &ImageGrid::imageSelected, this, &SenseDetail::imageSelected);
    connect(m_grid, &ImageGrid::imageActivated, this, &SenseDetail::imageActivated);
    connect(m_grid, &ImageGrid::exportRequested, this, &SenseDetail::contactSheetRequested);
    connect(m_list, &TopList::imageSelected, this, &SenseDetail::imageSelected);
    connect(m_list, &TopList::imageActivated, this, &SenseDetail::imageActivated);
}

QWidget* SenseDetail::makeHeading()
{
    auto* heading = new QWidget;
    auto* back = new QPushButton(tr("← All senses"), heading);
    back->setObjectName(QStringLiteral("back"));
    back->setToolTip(tr("Back to all senses (Escape)"));
    m_export->setObjectName(QStringLiteral("sense-export"));
    m_export->setText(tr("Export…"));
    m_export->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_export);
    menu->addAction(tr("Words as CSV…"), this,
                    [this] { Q_EMIT wordsExportRequested(WordsFormat::Csv); });
    menu->addAction(tr("Words as JSON…"), this,
                    [this] { Q_EMIT wordsExportRequested(WordsFormat::Json); });
    m_sheet = menu->addAction(tr("Contact sheet…"), this, [this] {
        std::vector<core::ImageKey> keys;
        for (const auto& image : m_sense.top)
            keys.push_back(image.key);
        Q_EMIT contactSheetRequested(keys);
    });
    m_sheet->setObjectName(QStringLiteral("sense-contact-sheet"));
    m_export->setMenu(menu);

    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(back);
    row->addSpacing(kGrid);
    row->addWidget(m_sign);
    row->addWidget(m_name, 1);
    row->addWidget(m_export);
    connect(back, &QPushButton::clicked, this, &SenseDetail::backRequested);
    connect(m_name, &SenseNameEdit::renamed, this, &SenseDetail::renamed);
    connect(m_name, &SenseNameEdit::left, this, &SenseDetail::focusImages);
    return heading;
}

QWidget* SenseDetail::makeSide()
{
    auto* side = new QWidget;
    side->setMinimumWidth(kSideWidth);
    m_histogram->setMinimumHeight(22 * kGrid);
    connect(m_trust, &TrustPanel::stabilityRequested, this, &SenseDetail::stabilityRequested);
    m_histogram->setEmptyText(tr("How popular all images are is not known here."));
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_facts);
    layout->addWidget(m_trust);
    layout->addWidget(m_words, 3);
    layout->addWidget(m_histogram, 2);
    return side;
}

void SenseDetail::setProject(const core::Project& project)
{
    m_project = project;
    m_grid->setProject(project);
    m_sheet->setEnabled(project.collection->hasPictures());
    m_facts->setPictures(project.collection->hasPictures());
}

void SenseDetail::showSense(const core::Sense& sense, const core::Senses& senses,
                            const core::CountHistogram& all)
{
    m_sense = sense;
    m_sign->setText(senseSign(sense.id));
    colourSign();
    m_name->setNames(senseIdText(sense.id), QString::fromStdString(sense.givenName));
    m_facts->showSense(sense, senses);
    m_words->showWords(sense, senses, !m_project->collection->textColumns.empty());
    m_export->setEnabled(!sense.top.empty());
    showImages();
    showHistogram(all);
}

void SenseDetail::showImages()
{
    if (m_sense.top.empty()) {
        m_none->setText(tr("No image answers to this sense. Fewer senses, or another seed, may "
                           "leave none idle."));
        m_images->setCurrentIndex(2);
        return;
    }
    if (!m_project->collection->hasPictures()) {
        m_list->setImages(m_sense, *m_project->collection);
        m_images->setCurrentIndex(1);
        return;
    }
    std::vector<core::ImageKey> keys;
    QHash<qint64, qint64> counts;
    QHash<qint64, qint64> alike;
    for (const auto& image : m_sense.top) {
        keys.push_back(image.key);
        counts.insert(image.key, image.count);
        alike.insert(image.key, static_cast<qint64>(image.alike));
    }
    m_grid->setStacks([alike](core::ImageKey key) { return alike.value(key); });
    m_grid->setCaptions(
        [counts](core::ImageKey key) { return QLocale().toString(counts.value(key)); });
    m_grid->setImages(keys);
    m_images->setCurrentIndex(0);
}

void SenseDetail::showHistogram(const core::CountHistogram& all)
{
    std::vector<std::int64_t> counts;
    for (const auto& image : m_sense.top)
        counts.push_back(image.count);
    m_histogram->setTitle(tr("How popular its top %1 images are, against all")
                              .arg(QLocale().toString(static_cast<qulonglong>(counts.size()))));
    m_histogram->setHistogram(tr("Count"), all, binnedLike(all, counts), senseAccent(m_sense.id));
}

void SenseDetail::showMean(const core::Bitmap& mean)
{
    m_facts->showMean(mean);
}

void SenseDetail::showTrust(const core::SenseTrust* trust, bool measuring)
{
    m_trust->showTrust(trust, measuring);
}

void SenseDetail::showTrustFailed(const QString& message)
{
    m_trust->showFailed(message);
}

void SenseDetail::setName(const QString& name)
{
    m_sense.givenName = name.toStdString();
    m_name->setNames(senseIdText(m_sense.id), name);
}

void SenseDetail::focusImages()
{
    auto* shown = m_images->currentIndex() == 1 ? static_cast<QWidget*>(m_list) : m_grid;
    shown->setFocus(Qt::OtherFocusReason);
}

void SenseDetail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourSign();
}

void SenseDetail::colourSign()
{
    QPalette changed = m_sign->palette();
    changed.setColor(QPalette::WindowText, accentColour(senseAccent(m_sense.id), palette()));
    m_sign->setPalette(changed);
}

} // namespace ui
