#include "ui/collection/facts_panel.h"

#include "ui/charts/histogram_chart.h"
#include "ui/collection/means_panel.h"
#include "ui/collection/statistics_panel.h"
#include "ui/collection/tone_label.h"
#include "ui/collection/wording.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kMeasuresLength = 36;

QString choiceName(core::EngagementChoice choice)
{
    switch (choice) {
    case core::EngagementChoice::Low:
        return FactsPanel::tr("Low: %1");
    case core::EngagementChoice::High:
        return FactsPanel::tr("High: %1");
    case core::EngagementChoice::Combined:
        break;
    }
    return FactsPanel::tr("All counts together");
}

} // namespace

FactsPanel::FactsPanel(QWidget* parent)
    : QScrollArea(parent)
    , m_statistics(new StatisticsPanel)
    , m_chooser(new QWidget)
    , m_engagement(new QComboBox(m_chooser))
    , m_histogram(new HistogramChart(tr("How popularity is spread")))
    , m_means(new MeansPanel)
{
    auto* label = new QLabel(tr("P&opularity"), m_chooser);
    label->setBuddy(m_engagement);
    m_engagement->setAccessibleName(tr("What popularity is"));
    m_engagement->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* chooser = new QHBoxLayout(m_chooser);
    chooser->setContentsMargins(0, 0, 0, 0);
    chooser->setSpacing(kGrid);
    chooser->addWidget(label);
    chooser->addWidget(m_engagement, 1);
    m_histogram->setMinimumHeight(28 * kGrid);
    m_histogram->setEmptyText(tr("There are no counts to show."));

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(kGrid, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_statistics);
    column->addSpacing(kGrid);
    column->addWidget(m_chooser);
    column->addWidget(m_histogram);
    column->addSpacing(kGrid);
    column->addWidget(new ToneLabel(ToneLabel::Tone::Heading, tr("Mean images")));
    column->addWidget(m_means);
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMinimumWidth(38 * kGrid);
    setFocusPolicy(Qt::NoFocus);

    connect(m_engagement, &QComboBox::currentIndexChanged, this, [this] {
        m_means->clearMeans();
        Q_EMIT histogramRequested(choice());
        askMeansIfCheap();
    });
    connect(m_means, &MeansPanel::meansRequested, this,
            [this](int count) { Q_EMIT meansRequested(choice(), count); });
}

void FactsPanel::setProject(const core::Project& project)
{
    const bool same = project.folder == m_project.folder;
    const auto before = choice();
    m_project = project;
    listChoices();
    const int kept = m_engagement->findData(static_cast<int>(before));
    if (same && kept >= 0) {
        const QSignalBlocker quiet(m_engagement);
        m_engagement->setCurrentIndex(kept);
    } else {
        m_statistics->clear();
    }
    const bool counts = !project.collection->measures.empty();
    m_means->setCollection(project.collection->hasPictures(), counts);
    m_histogram->setVisible(counts);
    Q_EMIT statisticsRequested();
    if (counts)
        Q_EMIT histogramRequested(choice());
    askMeansIfCheap();
}

/// An extraction leaves a thumbnail of every picture behind, and means of thumbnails take no time.
void FactsPanel::askMeansIfCheap()
{
    const auto& collection = *m_project.collection;
    if (collection.hasPictures() && !collection.measures.empty() && !m_project.featureSets.empty())
        m_means->request();
}

void FactsPanel::listChoices()
{
    const QSignalBlocker quiet(m_engagement);
    m_engagement->clear();
    const bool low = m_project.collection->hasMeasure(core::Engagement::Low);
    const bool high = m_project.collection->hasMeasure(core::Engagement::High);
    const auto add = [this](core::EngagementChoice choice) {
        const QString name = choiceName(choice);
        m_engagement->addItem(name.contains(QLatin1String("%1")) ? name.arg(measuresOf(choice))
                                                                 : name,
                              static_cast<int>(choice));
    };
    if (low && high)
        add(core::EngagementChoice::Combined);
    if (low)
        add(core::EngagementChoice::Low);
    if (high)
        add(core::EngagementChoice::High);
    m_chooser->setVisible(low && high); // otherwise there is nothing to choose
}

core::EngagementChoice FactsPanel::choice() const
{
    const auto chosen = m_engagement->currentData();
    return chosen.isValid() ? static_cast<core::EngagementChoice>(chosen.toInt())
                            : core::EngagementChoice::Combined;
}

QString FactsPanel::measuresOf(core::EngagementChoice choice) const
{
    QStringList names;
    for (const auto position : m_project.collection->measuresOf(choice))
        names.append(QString::fromStdString(m_project.collection->measures[position].name));
    return oneLine(names.join(QStringLiteral(" + ")), kMeasuresLength);
}

void FactsPanel::showStatistics(const core::CollectionStatistics& statistics)
{
    m_statistics->showStatistics(statistics);
}

void FactsPanel::showHistogram(core::EngagementChoice engagement,
                               const core::CountHistogram& histogram)
{
    if (m_project.collection && engagement == choice())
        m_histogram->setHistogram(measuresOf(engagement), histogram);
}

void FactsPanel::showMeans(core::EngagementChoice engagement, const core::CollectionMeans& means)
{
    if (m_project.collection && engagement == choice())
        m_means->showMeans(means);
}

void FactsPanel::showMeansFailed(const QString& message)
{
    m_means->showFailed(message);
}

} // namespace ui
