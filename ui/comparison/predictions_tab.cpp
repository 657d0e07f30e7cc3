#include "ui/comparison/predictions_tab.h"

#include "ui/charts/density_chart.h"
#include "ui/comparison/comparison_wording.h"
#include "ui/theme/empty_page.h"
#include "ui/theme/quiet_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

PredictionsTab::PredictionsTab(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedWidget(this))
    , m_run(new QComboBox(this))
    , m_chart(new DensityChart(tr("Predicted against actual popularity"), this))
    , m_note(new QuietLabel({}, this))
{
    m_run->setObjectName(QStringLiteral("predictions-run"));
    m_run->setAccessibleName(tr("Run"));
    m_note->setObjectName(QStringLiteral("predictions-note"));
    auto* empty = new EmptyPage;
    empty->say(tr("Train a model first"),
               tr("What a model predicts for images that it never saw shows here against what "
                  "they got."),
               tr("Train a model"));
    auto* content = new QWidget;
    auto* label = new QLabel(tr("&Run"), content);
    label->setBuddy(m_run);
    auto* row = new QHBoxLayout;
    row->setSpacing(kGrid);
    row->addWidget(label);
    row->addWidget(m_run);
    row->addStretch(1);
    auto* rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(kGrid);
    rows->addLayout(row);
    rows->addWidget(m_chart, 1);
    rows->addWidget(m_note);
    m_stack->addWidget(empty);
    m_stack->addWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * kGrid, 0, 0);
    layout->addWidget(m_stack);
    connect(empty, &EmptyPage::accepted, this, &PredictionsTab::trainRequested);
    connect(m_run, &QComboBox::currentIndexChanged, this, &PredictionsTab::requestWhereMissing);
}

void PredictionsTab::setRuns(const std::vector<core::RunInfo>& runs)
{
    {
        const QSignalBlocker quiet(m_run);
        const QString before = m_run->currentData().toString();
        m_run->clear();
        for (const auto& run : runs)
            m_run->insertItem(0, runDescription(run), runName(run)); // newest first
        m_run->setCurrentIndex(runs.empty() ? -1 : std::max(0, m_run->findData(before)));
    }
    m_stack->setCurrentIndex(runs.empty() ? 0 : 1);
    if (runs.empty())
        m_asked.clear();
    requestWhereMissing();
}

void PredictionsTab::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    requestWhereMissing();
}

void PredictionsTab::requestWhereMissing()
{
    const QString run = m_run->currentData().toString();
    if (!isVisible() || run.isEmpty() || run == m_asked)
        return;
    m_asked = run;
    m_chart->setEmptyText(tr("Scoring the test images…"));
    m_chart->setPoints({}, {}, {}, {});
    m_note->clear();
    Q_EMIT predictionsRequested(run);
}

void PredictionsTab::showPredictions(const QString& run, const core::Predictions& predictions)
{
    if (run != m_run->currentData().toString())
        return;
    m_asked = run;
    m_chart->setTitle(tr("Predicted against actual popularity, %1").arg(run));
    m_chart->setEmptyText(tr("This run has no test images to score."));
    m_chart->setPoints(tr("Predicted score"), predictions.scores,
                       tr("Actual popularity, log(count + 1)"), predictions.y);
    m_note->setText(
        tr("%1 test images. The steeper the cloud climbs to the right, the better the order; "
           "scores have no unit, so only the order counts.")
            .arg(QLocale().toString(static_cast<qulonglong>(predictions.scores.size()))));
}

void PredictionsTab::showFailed(const QString& message)
{
    m_asked.clear(); // looking here again asks again
    m_chart->setEmptyText(message);
    m_chart->setPoints({}, {}, {}, {});
    m_note->clear();
}

} // namespace ui
