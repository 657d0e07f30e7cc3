#include "ui/comparison/comparison_wording.h"

#include "ui/comparison/comparison_page.h"

#include <QLocale>

#include <cmath>

namespace ui {

namespace {

constexpr double kLeastP = 0.001; // below it the bootstrap has nothing more to say

QString number(double value)
{
    QString text = QLocale().toString(value, 'f', 3);
    text.replace(QLatin1Char('-'), QChar(0x2212));
    return text;
}

QString pText(double p)
{
    const QLocale locale;
    if (p < kLeastP)
        return ComparisonPage::tr("p < %1").arg(locale.toString(kLeastP, 'f', 3));
    return ComparisonPage::tr("p = %1").arg(locale.toString(p, 'f', p < 0.1 ? 3 : 2));
}

} // namespace

QString figureText(const std::optional<double>& value)
{
    if (!value || !std::isfinite(*value))
        return ComparisonPage::tr("undefined");
    return number(*value);
}

QString intervalText(const std::optional<core::Interval>& interval)
{
    if (!interval)
        return ComparisonPage::tr("undefined");
    return QStringLiteral("[%1, %2]").arg(number(interval->low), number(interval->high));
}

QString levelText(core::EngagementChoice level)
{
    switch (level) {
    case core::EngagementChoice::Low:
        return ComparisonPage::tr("Low");
    case core::EngagementChoice::High:
        return ComparisonPage::tr("High");
    case core::EngagementChoice::Combined:
        return ComparisonPage::tr("Combined");
    }
    return {};
}

QString runName(const core::RunInfo& run)
{
    return QString::fromStdString(run.name);
}

QString runDescription(const core::RunInfo& run)
{
    return ComparisonPage::tr("%1: %2, %3 + %4 senses")
        .arg(runName(run), levelText(run.request.engagement).toLower())
        .arg(run.request.options.popularSenses)
        .arg(run.request.options.unpopularSenses);
}

QString rhoExplained()
{
    return ComparisonPage::tr(
        "ρ says how well the predicted order of the images agrees with the real one: 0 is chance, "
        "1 is perfect, below 0 is upside down. A bar's whisker is its 95% interval.");
}

QString confoundText(const core::RunInfo& run)
{
    const auto confound = core::confoundOf(run.test);
    if (!confound)
        return {};
    const QString text =
        confound->by == core::Confound::Time
            ? ComparisonPage::tr("The date alone predicts the counts of %1 better (ρ %2) than the "
                                 "pictures do (%3): its senses may show when pictures were posted. "
                                 "Compare runs on a split or a target that takes time away.")
            : ComparisonPage::tr("The author alone predicts the counts of %1 better (ρ %2) than "
                                 "the pictures do (%3): its senses may show who posted them. "
                                 "Compare runs on a split or a target that takes authors away.");
    return text.arg(runName(run), figureText(confound->rho), figureText(run.test.rho));
}

QString verdictText(const QString& first, const QString& second,
                    const core::PairedComparison& comparison)
{
    // Told from the side of the run that is ahead.
    const bool firstAhead = comparison.difference >= 0.0;
    const QString ahead = firstAhead ? first : second;
    const double lead = std::abs(comparison.difference);
    core::Interval interval = comparison.interval;
    if (!firstAhead)
        interval = {.low = -comparison.interval.high, .high = -comparison.interval.low};
    const bool told = interval.low > 0.0;
    const QString figures =
        QStringLiteral("%1 %2, %3").arg(number(lead), intervalText(interval), pText(comparison.p));
    if (told)
        return ComparisonPage::tr("%1 ranks better by %2.").arg(ahead, figures);
    if (lead < 0.0005)
        return ComparisonPage::tr("The data cannot tell them apart: a difference of %1.")
            .arg(figures);
    return ComparisonPage::tr("The data cannot tell them apart: %1 is ahead by %2.")
        .arg(ahead, figures);
}

} // namespace ui
