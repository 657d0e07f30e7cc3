#include "ui/gallery/inspector.h"

#include "core/study/overview.h"
#include "ui/gallery/image_grid.h"
#include "ui/gallery/picture_view.h"
#include "ui/gallery/response_bars.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QHash>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kWidth = 42 * kGrid;
constexpr int kLeastWidth = 34 * kGrid;
constexpr int kSimilarSide = 10 * kGrid;

QLabel* makeSectionTitle(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QFont bold = label->font();
    bold.setBold(true);
    label->setFont(bold);
    return label;
}

QString percent(double percentile)
{
    return QLocale().toString(percentile, 'f', percentile > 99.0 && percentile < 100.0 ? 1 : 0);
}

QString standingText(double percentile)
{
    if (percentile >= 100.0)
        return Inspector::tr("more than any other image");
    return Inspector::tr("more than %1% of images").arg(percent(percentile));
}

/// A count and, below it, where it stands: side by side they do not fit where names are long. What
/// ties a name together lets it break.
QString row(QString name, std::int64_t count, double percentile)
{
    static const QRegularExpression kTies(QStringLiteral("([._-])"));
    name.replace(kTies, QStringLiteral("\\1\u200b"));
    return QStringLiteral("<tr><td>%1</td>"
                          "<td align='right' style='padding-left:16px; white-space:nowrap'>%2</td>"
                          "</tr><tr><td colspan='2' style='padding-bottom:4px'>%3</td></tr>")
        .arg(name.toHtmlEscaped(), QLocale().toString(static_cast<qlonglong>(count)),
             standingText(percentile).toHtmlEscaped());
}

} // namespace

Inspector::Inspector(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_title(makeSectionTitle({}, this))
    , m_picture(new PictureView(this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_folder(new QPushButton(tr("Show in folder"), this))
    , m_counts(new QLabel(this))
    , m_origin(new QuietLabel({}, this))
    , m_run(makeSectionTitle({}, this))
    , m_score(new QuietLabel({}, this))
    , m_bars(new ResponseBars(this))
    , m_similarTitle(makeSectionTitle(tr("Images that look like it"), this))
    , m_similar(new ImageGrid(loader, ImageGrid::Shape::Strip, this))
    , m_texts(new QLabel(this))
{
    setMinimumWidth(kLeastWidth);
    setFocusPolicy(Qt::ClickFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid, 2 * kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(makeHeading());
    layout->addWidget(m_picture);
    layout->addWidget(makeActions());
    layout->addWidget(makeFacts(), 1);
    clear();
}

QSize Inspector::sizeHint() const
{
    return {kWidth, QWidget::sizeHint().height()};
}

QWidget* Inspector::makeHeading()
{
    auto* heading = new QWidget(this);
    auto* close = new QToolButton(heading);
    close->setObjectName(QStringLiteral("inspector-close"));
    close->setText(QStringLiteral("✕"));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Escape)"));
    close->setAccessibleName(tr("Close the image"));
    m_title->setObjectName(QStringLiteral("inspector-title"));
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(heading);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_title, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &Inspector::closed);
    return heading;
}

QWidget* Inspector::makeActions()
{
    auto* actions = new QWidget(this);
    m_open->setToolTip(tr("Open the picture with the program for such files"));
    m_folder->setToolTip(tr("Open the folder that the picture is in"));
    auto* row = new QHBoxLayout(actions);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGrid);
    row->addWidget(m_open);
    row->addWidget(m_folder);
    row->addStretch(1);
    const auto ask = [this](auto wish) {
        return [this, wish] {
            if (m_key)
                Q_EMIT(this->*wish)(*m_key);
        };
    };
    connect(m_open, &QPushButton::clicked, this, ask(&Inspector::openFileRequested));
    connect(m_folder, &QPushButton::clicked, this, ask(&Inspector::showInFolderRequested));
    return actions;
}

QWidget* Inspector::makeFacts()
{
    auto* facts = new QWidget;
    auto* layout = new QVBoxLayout(facts);
    layout->setContentsMargins(0, 0, kGrid, 0);
    layout->setSpacing(kGrid);
    m_counts->setObjectName(QStringLiteral("inspector-counts"));
    m_counts->setTextFormat(Qt::RichText);
    m_texts->setObjectName(QStringLiteral("inspector-texts"));
    m_texts->setTextFormat(Qt::RichText);
    m_score->setObjectName(QStringLiteral("inspector-score"));
    for (auto* label : {m_counts, m_texts}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    layout->addWidget(m_counts);
    layout->addWidget(m_origin);
    layout->addWidget(m_texts);
    layout->addSpacing(kGrid);
    layout->addWidget(m_run);
    layout->addWidget(m_score);
    layout->addWidget(m_bars);
    layout->addSpacing(kGrid);
    layout->addWidget(m_similarTitle);
    layout->addWidget(m_similar);
    layout->addStretch(1);
    m_similar->setTileSide(kSimilarSide);
    connect(m_similar, &ImageGrid::imageSelected, this, &Inspector::imageSelected);

    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(facts);
    scroll->setAccessibleName(tr("What is known of the image"));
    return scroll;
}

void Inspector::setProject(const core::Project& project)
{
    clear();
    m_project = project;
    m_similar->setProject(project);
}

void Inspector::clear()
{
    m_project.reset();
    m_key.reset();
    m_title->clear();
    m_picture->setMessage({});
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_counts, m_origin, m_texts, m_run, m_score, m_bars,
                                         m_open, m_folder, m_similarTitle, m_similar})
        part->hide();
}

void Inspector::showImage(core::ImageKey key)
{
    if (!m_project || key < 0 || static_cast<std::size_t>(key) >= m_project->collection->size())
        return;
    m_key = key;
    const auto& collection = *m_project->collection;
    const auto at = static_cast<std::size_t>(key);
    m_title->setText(QString::fromStdString(collection.ids[at]));
    const bool picture = !collection.paths[at].empty();
    m_picture->setMessage(picture ? QString() : tr("This image came without a picture."));
    m_open->setVisible(picture);
    m_folder->setVisible(picture);
    showCounts();
    showOrigin();
    m_texts->hide();
    m_run->hide();
    m_score->hide();
    m_bars->hide();
    m_similarTitle->hide();
    m_similar->hide();
    Q_EMIT wanted(key);
}

void Inspector::showCounts()
{
    const auto& collection = *m_project->collection;
    const auto at = static_cast<std::size_t>(*m_key);
    QString rows;
    for (std::size_t m = 0; m < collection.measures.size(); ++m)
        rows += row(QString::fromStdString(collection.measures[m].name), collection.counts[m][at],
                    core::popularityPercentile(collection.counts[m], *m_key));
    m_counts->setText(QStringLiteral("<table cellspacing='0' width='100%'>%1</table>").arg(rows));
    m_counts->setVisible(!rows.isEmpty());
}

void Inspector::showOrigin()
{
    const auto& collection = *m_project->collection;
    const auto at = static_cast<std::size_t>(*m_key);
    QStringList lines;
    if (collection.authors[at] >= 0)
        lines.append(tr("by %1").arg(QString::fromStdString(
            collection.authorNames[static_cast<std::size_t>(collection.authors[at])])));
    if (collection.dates[at])
        lines.append(QLocale().toString(
            QDateTime::fromSecsSinceEpoch(*collection.dates[at], Qt::UTC), QLocale::LongFormat));
    if (!collection.broken[at].empty())
        lines.append(QString::fromStdString(collection.broken[at]));
    m_origin->setText(lines.join(QLatin1Char('\n')));
    m_origin->setVisible(!lines.isEmpty());
}

void Inspector::showPicture(core::ImageKey key, const QImage& picture)
{
    if (m_key == key)
        m_picture->setPicture(picture, tr("Picture of %1").arg(m_title->text()));
}

void Inspector::showPictureFailed(core::ImageKey key, const QString& reason)
{
    if (m_key == key)
        m_picture->setMessage(reason);
}

void Inspector::showTexts(core::ImageKey key, const std::vector<std::string>& texts)
{
    if (m_key != key)
        return;
    QString shown;
    const auto& names = m_project->collection->textColumns;
    const QString quiet = secondaryTextColour(palette()).name();
    for (std::size_t i = 0; i < texts.size() && i < names.size(); ++i) {
        if (!texts[i].empty())
            shown += QStringLiteral("<p style='margin:0 0 8px 0'><span style='color:%1'>%2</span>"
                                    "<br>%3</p>")
                         .arg(quiet, QString::fromStdString(names[i]).toHtmlEscaped(),
                              QString::fromStdString(texts[i]).toHtmlEscaped());
    }
    m_texts->setText(shown);
    m_texts->setVisible(!shown.isEmpty());
}

void Inspector::showScore(core::ImageKey key, const QString& run,
                          const std::optional<core::ImageScore>& score)
{
    if (m_key != key)
        return;
    m_run->setText(tr("What %1 sees in it").arg(run));
    m_score->setText(score ? tr("Predicted to be more popular than %1% of the test images. In "
                                "bold: the senses that answer.")
                                 .arg(percent(score->percentile))
                           : tr("This image has no features, so the run cannot score it."));
    m_bars->setResponses(score ? score->responses : std::vector<core::ImageResponse>());
    m_run->show();
    m_score->show();
    m_bars->setVisible(score.has_value());
}

void Inspector::showSimilar(core::ImageKey key, const std::vector<core::SimilarImage>& images)
{
    if (m_key != key || images.empty() || !m_project->collection->hasPictures())
        return;
    std::vector<core::ImageKey> keys;
    QHash<qint64, float> similarities;
    for (const auto& image : images) {
        keys.push_back(image.key);
        similarities.insert(image.key, image.similarity);
    }
    m_similar->setCaptions([similarities](core::ImageKey image) {
        return QLocale().toString(static_cast<double>(similarities.value(image)), 'f', 2);
    });
    m_similar->setImages(keys);
    m_similarTitle->show();
    m_similar->show();
}

void Inspector::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
