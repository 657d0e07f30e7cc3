#include "ui/comparison/evaluation_model.h"

#include "core/report/tables.h"
#include "ui/comparison/comparison_wording.h"

#include <QLocale>

#include <utility>

namespace ui {

namespace {

/// The number of a column, nullopt where it is undefined.
std::optional<double> figure(const core::Evaluation& test, int column)
{
    switch (column) {
    case EvaluationModel::RhoColumn:
        return test.rho;
    case EvaluationModel::IntervalColumn:
        return test.rhoInterval ? std::optional(test.rhoInterval->low) : std::nullopt;
    case EvaluationModel::Equation6Column:
        return test.rhoEq6;
    case EvaluationModel::Equation6NullColumn:
        return test.rhoEq6Null;
    case EvaluationModel::CeilingColumn:
        return test.rhoCeiling;
    case EvaluationModel::KendallColumn:
        return test.kendallTauB;
    case EvaluationModel::ZerosColumn:
        return test.zeroShare;
    default:
        return static_cast<double>(test.images);
    }
}

QString sensesText(const core::RunInfo& run)
{
    return QStringLiteral("%1 + %2")
        .arg(run.request.options.popularSenses)
        .arg(run.request.options.unpopularSenses);
}

QString cellText(const core::RunInfo& run, int column)
{
    const QLocale locale;
    switch (column) {
    case EvaluationModel::RunColumn:
        return runName(run);
    case EvaluationModel::EngagementColumn:
        return levelText(run.request.engagement);
    case EvaluationModel::SensesColumn:
        return sensesText(run);
    case EvaluationModel::IntervalColumn:
        return intervalText(run.test.rhoInterval);
    case EvaluationModel::ZerosColumn:
        return EvaluationModel::tr("%1%").arg(locale.toString(100.0 * run.test.zeroShare, 'f', 1));
    case EvaluationModel::ImagesColumn:
        return locale.toString(static_cast<qulonglong>(run.test.images));
    default:
        return figureText(figure(run.test, column));
    }
}

QString heading(int column)
{
    switch (column) {
    case EvaluationModel::RunColumn:
        return EvaluationModel::tr("Run");
    case EvaluationModel::EngagementColumn:
        return EvaluationModel::tr("Engagement");
    case EvaluationModel::SensesColumn:
        return EvaluationModel::tr("Senses");
    case EvaluationModel::RhoColumn:
        return QStringLiteral("ρ");
    case EvaluationModel::IntervalColumn:
        return EvaluationModel::tr("95% interval");
    case EvaluationModel::Equation6Column:
        return EvaluationModel::tr("ρ by Equation 6");
    case EvaluationModel::Equation6NullColumn:
        return EvaluationModel::tr("Equation 6, no skill");
    case EvaluationModel::CeilingColumn:
        return EvaluationModel::tr("Highest possible ρ");
    case EvaluationModel::KendallColumn:
        return EvaluationModel::tr("Kendall's τ-b");
    case EvaluationModel::ZerosColumn:
        return EvaluationModel::tr("Zero counts");
    default:
        return EvaluationModel::tr("Test images");
    }
}

QString explanation(int column)
{
    switch (column) {
    case EvaluationModel::RhoColumn:
        return EvaluationModel::tr("Spearman's rank correlation, corrected for ties");
    case EvaluationModel::IntervalColumn:
        return EvaluationModel::tr("Percentile bootstrap; draws authors where they are known");
    case EvaluationModel::Equation6Column:
        return EvaluationModel::tr("As the paper printed it: right only where no counts tie");
    case EvaluationModel::Equation6NullColumn:
        return EvaluationModel::tr("What Equation 6 gives a scorer without any skill here");
    case EvaluationModel::CeilingColumn:
        return EvaluationModel::tr("The most that tied counts leave to any scorer");
    case EvaluationModel::KendallColumn:
        return EvaluationModel::tr("Pairs in the right order minus pairs in the wrong one");
    case EvaluationModel::ZerosColumn:
        return EvaluationModel::tr("The share of test images whose count is 0");
    default:
        return {};
    }
}

} // namespace

void EvaluationModel::setRuns(std::vector<core::RunInfo> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

ChartTable EvaluationModel::table() const
{
    const auto cell = [](const std::optional<double>& value) {
        return value ? core::csvNumber(*value) : std::string();
    };
    ChartTable table;
    table.header = {
        "run",         "engagement",    "measures",   "popular_senses", "unpopular_senses",
        "rho",         "rho_low",       "rho_high",   "rho_eq6",        "rho_eq6_null",
        "rho_ceiling", "kendall_tau_b", "zero_share", "images"};
    for (const auto& run : m_runs) {
        const auto& test = run.test;
        const auto& interval = test.rhoInterval;
        std::string measures;
        for (const auto& name : run.request.measures)
            measures += (measures.empty() ? "" : " + ") + name;
        table.rows.push_back({run.name, std::string(core::engagementName(run.request.engagement)),
                              measures, std::to_string(run.request.options.popularSenses),
                              std::to_string(run.request.options.unpopularSenses), cell(test.rho),
                              interval ? core::csvNumber(interval->low) : std::string(),
                              interval ? core::csvNumber(interval->high) : std::string(),
                              cell(test.rhoEq6), cell(test.rhoEq6Null), cell(test.rhoCeiling),
                              cell(test.kendallTauB), core::csvNumber(test.zeroShare),
                              std::to_string(test.images)});
    }
    return table;
}

int EvaluationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int EvaluationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EvaluationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& run = m_runs[static_cast<std::size_t>(index.row())];
    const bool words = index.column() <= SensesColumn;
    switch (role) {
    case Qt::DisplayRole:
        return cellText(run, index.column());
    case Qt::TextAlignmentRole:
        return words ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                     : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case SortRole: {
        if (words)
            return cellText(run, index.column());
        const auto value = figure(run.test, index.column());
        return value ? QVariant(*value) : QVariant();
    }
    default:
        return {};
    }
}

QVariant EvaluationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole || section < 0 || section >= rowCount())
            return {};
        return levelText(m_runs[static_cast<std::size_t>(section)].request.engagement);
    }
    switch (role) {
    case Qt::DisplayRole:
        return heading(section);
    case Qt::ToolTipRole:
        return explanation(section);
    default:
        return {};
    }
}

} // namespace ui
