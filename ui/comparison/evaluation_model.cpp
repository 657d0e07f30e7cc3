#include "ui/comparison/evaluation_model.h"

#include "ui/comparison/comparison_wording.h"
#include "ui/comparison/evaluation_figures.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ui {

namespace {

bool holdsWords(int column)
{
    return column < EvaluationModel::RhoColumn;
}

const EvaluationFigure& figureOf(int column)
{
    return evaluationFigures().at(static_cast<std::size_t>(column - EvaluationModel::RhoColumn));
}

QString sensesText(const core::RunInfo& run)
{
    return QStringLiteral("%1 + %2")
        .arg(run.request.options.popularSenses)
        .arg(run.request.options.unpopularSenses);
}

QString cellText(const core::RunInfo& run, int column)
{
    switch (column) {
    case EvaluationModel::RunColumn:
        return runName(run);
    case EvaluationModel::EngagementColumn:
        return levelText(run.request.engagement);
    case EvaluationModel::SensesColumn:
        return sensesText(run);
    default:
        return figureText(figureOf(column), run.test);
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
    default:
        return figureOf(column).heading;
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
    ChartTable table;
    table.header = {"run", "engagement", "measures", "popular_senses", "unpopular_senses"};
    for (const auto& figure : evaluationFigures())
        std::ranges::copy(fileNames(figure), std::back_inserter(table.header));
    for (const auto& run : m_runs) {
        std::string measures;
        for (const auto& name : run.request.measures)
            measures += (measures.empty() ? "" : " + ") + name;
        auto& row = table.rows.emplace_back();
        row = {run.name, std::string(core::engagementName(run.request.engagement)), measures,
               std::to_string(run.request.options.popularSenses),
               std::to_string(run.request.options.unpopularSenses)};
        for (const auto& figure : evaluationFigures())
            std::ranges::copy(fileCells(figure, run.test), std::back_inserter(row));
    }
    return table;
}

int EvaluationModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int EvaluationModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : RhoColumn + static_cast<int>(evaluationFigures().size());
}

QVariant EvaluationModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& run = m_runs[static_cast<std::size_t>(index.row())];
    const bool words = holdsWords(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(run, index.column());
    case Qt::TextAlignmentRole:
        return words ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                     : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case SortRole: {
        if (words)
            return cellText(run, index.column());
        const auto value = figureOf(index.column()).of(run.test);
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
    if (section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return heading(section);
    case Qt::ToolTipRole:
        return holdsWords(section) ? QString() : figureOf(section).explanation;
    default:
        return {};
    }
}

} // namespace ui
