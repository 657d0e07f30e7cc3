#include "ui/training/run_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace ui {

namespace {

struct RunText {
    Q_DECLARE_TR_FUNCTIONS(RunText)
};

} // namespace

QString engagementText(core::EngagementChoice choice)
{
    switch (choice) {
    case core::EngagementChoice::Low:
        return RunText::tr("low");
    case core::EngagementChoice::High:
        return RunText::tr("high");
    case core::EngagementChoice::Combined:
        break;
    }
    return RunText::tr("combined");
}

QString marginText(core::Margin margin)
{
    switch (margin) {
    case core::Margin::Fixed:
        return RunText::tr("fixed");
    case core::Margin::Difference:
        return RunText::tr("difference");
    case core::Margin::Soft:
        break;
    }
    return RunText::tr("soft");
}

QString rhoText(const std::optional<double>& rho)
{
    return rho ? QLocale().toString(*rho, 'f', 3) : RunText::tr("undefined");
}

QString rhoWithIntervalText(const core::Evaluation& evaluation)
{
    if (!evaluation.rho || !evaluation.rhoInterval)
        return rhoText(evaluation.rho);
    const QLocale locale;
    return RunText::tr("%1 [%2, %3]")
        .arg(rhoText(evaluation.rho), locale.toString(evaluation.rhoInterval->low, 'f', 2),
             locale.toString(evaluation.rhoInterval->high, 'f', 2));
}

QString splitText(const core::TrainRequest& request)
{
    const auto named = [&](const QString& rule) {
        return request.splitSeed ? RunText::tr("%1, %2").arg(rule).arg(*request.splitSeed) : rule;
    };
    switch (request.splitRule.value_or(core::SplitRule::Random)) {
    case core::SplitRule::Author:
        return named(RunText::tr("by author"));
    case core::SplitRule::Time:
        return RunText::tr("by time");
    case core::SplitRule::Column:
        return RunText::tr("the table's");
    case core::SplitRule::Random:
        break;
    }
    return named(RunText::tr("random"));
}

QString targetText(core::Target target)
{
    switch (target) {
    case core::Target::Day:
        return RunText::tr("a day");
    case core::Target::Author:
        return RunText::tr("beyond the author");
    case core::Target::Raw:
        break;
    }
    return RunText::tr("as counted");
}

QString leaksText(const core::RunInfo& run)
{
    if (!run.leaks || run.leaks->test == 0)
        return {};
    if (run.leaks->test == 1)
        return RunText::tr("One test image nearly repeats a picture that it has seen.");
    return RunText::tr("%1 test images nearly repeat pictures that it has seen.")
        .arg(QLocale().toString(static_cast<qlonglong>(run.leaks->test)));
}

QString secondsText(double seconds)
{
    const QLocale locale;
    if (seconds < 10.0)
        return RunText::tr("%1 s").arg(locale.toString(seconds, 'f', 2));
    if (seconds < 60.0)
        return RunText::tr("%1 s").arg(locale.toString(seconds, 'f', 1));
    const auto whole = std::llround(seconds);
    return RunText::tr("%1 min %2 s").arg(locale.toString(whole / 60), locale.toString(whole % 60));
}

QString shareText(double share)
{
    const QLocale locale;
    if (share > 0.0 && share < 0.005)
        return RunText::tr("< 1%");
    return RunText::tr("%1%").arg(locale.toString(std::lround(share * 100.0)));
}

QString epochText(const core::EpochReport& report)
{
    const QLocale locale;
    QString text = RunText::tr("Epoch %1 of %2 · %3 · validation ρ %4")
                       .arg(locale.toString(report.epoch), locale.toString(report.epochs),
                            secondsText(report.seconds), rhoText(report.validationRho));
    if (report.deadSenses == 1)
        text += RunText::tr(" · 1 dead sense");
    else if (report.deadSenses > 1)
        text += RunText::tr(" · %1 dead senses").arg(locale.toString(report.deadSenses));
    return text;
}

QString finishedText(const core::RunInfo& run)
{
    const QString kept = RunText::tr("%1 is kept: ρ %2 on %3 test images after %4.")
                             .arg(QString::fromStdString(run.name), rhoWithIntervalText(run.test),
                                  QLocale().toString(static_cast<qulonglong>(run.test.images)),
                                  secondsText(run.seconds));
    const QString leaks = leaksText(run);
    return leaks.isEmpty() ? kept : kept + QLatin1Char(' ') + leaks;
}

} // namespace ui
