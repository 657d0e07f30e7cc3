#include "ui/comparison/evaluation_figures.h"

#include "core/report/tables.h"
#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/evaluation_model.h"

#include <QLocale>

namespace ui {

namespace {

using Form = EvaluationFigure::Form;
using Value = std::optional<double>;
using core::Evaluation;

QString tr(const char* text)
{
    return EvaluationModel::tr(text);
}

std::vector<EvaluationFigure> ofRho()
{
    return {
        {"rho", QStringLiteral("ρ"), tr("Spearman's rank correlation, corrected for ties"),
         Form::Number, [](const Evaluation& e) { return e.rho; }, tr("undefined")},
        {"rho", tr("95% interval"), tr("Percentile bootstrap; draws authors where they are known"),
         Form::Interval,
         [](const Evaluation& e) { return e.rhoInterval ? Value(e.rhoInterval->low) : Value(); },
         tr("undefined")},
        {"rho_ceiling", tr("Highest possible ρ"),
         tr("The most that tied counts leave to any scorer"), Form::Number,
         [](const Evaluation& e) { return e.rhoCeiling; }, tr("undefined")},
        {"rho_eq6", tr("ρ by Equation 6"),
         tr("As the paper printed it: right only where no counts tie"), Form::Number,
         [](const Evaluation& e) { return e.rhoEq6; }, tr("undefined")},
        {"rho_eq6_null", tr("Equation 6, no skill"),
         tr("What Equation 6 gives a scorer without any skill here"), Form::Number,
         [](const Evaluation& e) { return e.rhoEq6Null; }, tr("undefined")},
    };
}

std::vector<EvaluationFigure> ofPairs()
{
    return {
        {"kendall_tau_b", tr("Kendall's τ-b"),
         tr("Pairs in the right order minus pairs in the wrong one"), Form::Number,
         [](const Evaluation& e) { return e.kendallTauB; }, tr("undefined")},
        {"ordered_pairs", tr("Pairs in order"),
         tr("Of the pairs of images with different counts, how many are ordered rightly: half of "
            "them by chance"),
         Form::Share, [](const Evaluation& e) { return e.orderedPairs; }, tr("undefined")},
        {"auc", tr("AUC"),
         tr("How often an image of the most popular fifth is ranked above one of the others: 0.5 "
            "by chance"),
         Form::Number, [](const Evaluation& e) { return e.auc; }, tr("undefined")},
        {"binarised_accuracy", tr("Accuracy"),
         tr("Of the most popular fifth and as many others, how many are told apart: half by "
            "chance"),
         Form::Share, [](const Evaluation& e) { return e.binarisedAccuracy; }, tr("not known")},
    };
}

std::vector<EvaluationFigure> ofHead()
{
    return {
        {"ndcg", tr("nDCG"),
         tr("How much of the popularity stands high in the ranking: 1 is all that could"),
         Form::Number, [](const Evaluation& e) { return e.ndcg; }, tr("undefined")},
        {"precision_1", tr("Hits in the top 1%"),
         tr("Of the images ranked as the most popular 1%, how many are"), Form::Share,
         [](const Evaluation& e) { return e.precision1; }, tr("undefined")},
        {"precision_10", tr("Hits in the top 10%"),
         tr("Of the images ranked as the most popular 10%, how many are"), Form::Share,
         [](const Evaluation& e) { return e.precision10; }, tr("undefined")},
    };
}

std::vector<EvaluationFigure> ofCollection()
{
    return {
        {"rho_author", tr("ρ of the author alone"),
         tr("What is reached by the mean popularity of each author, without seeing an image"),
         Form::Number, [](const Evaluation& e) { return e.baselines.author; }, tr("not known")},
        {"rho_time", tr("ρ of the date alone"),
         tr("What is reached by the date, without seeing an image"), Form::Number,
         [](const Evaluation& e) { return e.baselines.time; }, tr("not known")},
        {"zero_share",
         tr("Zero counts"),
         tr("The share of test images whose count is 0"),
         Form::Share,
         [](const Evaluation& e) { return Value(e.zeroShare); },
         {}},
        {"images",
         tr("Test images"),
         {},
         Form::Count,
         [](const Evaluation& e) { return Value(static_cast<double>(e.images)); },
         {}},
    };
}

std::string cell(const std::optional<double>& value)
{
    return value ? core::csvNumber(*value) : std::string();
}

} // namespace

const std::vector<EvaluationFigure>& evaluationFigures()
{
    static const auto kFigures = [] {
        std::vector<EvaluationFigure> all;
        for (const auto& part : {ofRho(), ofPairs(), ofHead(), ofCollection()})
            all.insert(all.end(), part.begin(), part.end());
        return all;
    }();
    return kFigures;
}

QString figureText(const EvaluationFigure& figure, const core::Evaluation& evaluation)
{
    const auto value = figure.of(evaluation);
    if (!value)
        return figure.absent;
    switch (figure.form) {
    case Form::Interval:
        return intervalText(evaluation.rhoInterval);
    case Form::Share:
        return EvaluationModel::tr("%1%").arg(QLocale().toString(100.0 * *value, 'f', 1));
    case Form::Count:
        return QLocale().toString(*value, 'f', 0);
    case Form::Number:
        break;
    }
    return figureText(value);
}

std::vector<std::string> fileNames(const EvaluationFigure& figure)
{
    if (figure.form == Form::Interval)
        return {figure.name + "_low", figure.name + "_high"};
    return {figure.name};
}

std::vector<std::string> fileCells(const EvaluationFigure& figure, const Evaluation& evaluation)
{
    if (figure.form != Form::Interval)
        return {cell(figure.of(evaluation))};
    const auto& interval = evaluation.rhoInterval;
    if (!interval)
        return {"", ""};
    return {core::csvNumber(interval->low), core::csvNumber(interval->high)};
}

} // namespace ui
