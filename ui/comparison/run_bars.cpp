#include "ui/comparison/run_bars.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/theme/quiet_label.h"

#include <QStringList>
#include <QVBoxLayout>

namespace ui {

namespace {

Accent levelAccent(core::EngagementChoice level)
{
    switch (level) {
    case core::EngagementChoice::Low:
        return Accent::First;
    case core::EngagementChoice::High:
        return Accent::Second;
    case core::EngagementChoice::Combined:
        return Accent::Third;
    }
    return Accent::Neutral;
}

} // namespace

RunBars::RunBars(const QString& title, Labels labels, QWidget* parent)
    : QWidget(parent)
    , m_labels(labels)
    , m_chart(new BarChart(title, this))
    , m_undefined(new QuietLabel({}, this))
{
    m_chart->setMinimumHeight(24 * kGrid);
    m_undefined->setObjectName(QStringLiteral("undefined-runs"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_undefined);
    m_undefined->hide();
}

void RunBars::setEmptyText(const QString& text)
{
    m_chart->setEmptyText(text);
}

Bar RunBars::barOf(const core::RunInfo& run) const
{
    const bool levels = m_labels == Labels::Levels;
    return {.label = levels ? levelText(run.request.engagement) : runName(run),
            .value = *run.test.rho,
            .interval = run.test.rhoInterval,
            .accent = levelAccent(run.request.engagement)};
}

void RunBars::setRuns(const std::vector<core::RunInfo>& runs)
{
    QList<Bar> bars;
    QStringList undefined;
    for (const auto& run : runs) {
        if (run.test.rho)
            bars.append(barOf(run));
        else
            undefined.append(runName(run));
    }
    m_chart->setBars(tr("Test ρ"), bars);
    m_undefined->setVisible(!undefined.isEmpty());
    m_undefined->setText(
        tr("ρ is undefined for %1: all its test images, or all its scores, are equal.")
            .arg(undefined.join(QStringLiteral(", "))));
}

} // namespace ui
