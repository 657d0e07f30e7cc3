#include "ui/training/runs_model.h"

#include "ui/training/run_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

QVariant number(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

QDateTime createdAt(const core::RunInfo& run)
{
    return QDateTime::fromString(QString::fromStdString(run.created), Qt::ISODate).toLocalTime();
}

QString createdText(const core::RunInfo& run)
{
    const QDateTime when = createdAt(run);
    return when.isValid() ? QLocale().toString(when, QLocale::ShortFormat)
                          : QString::fromStdString(run.created);
}

QString sensesText(const core::TrainingOptions& options)
{
    const QLocale locale;
    return RunsModel::tr("%1 + %2").arg(locale.toString(options.popularSenses),
                                        locale.toString(options.unpopularSenses));
}

QString textOf(const core::RunInfo& run, int column)
{
    const QLocale locale;
    const auto& options = run.request.options;
    switch (column) {
    case RunsModel::NameColumn:
        return run.stopped ? RunsModel::tr("%1 (stopped)").arg(QString::fromStdString(run.name))
                           : QString::fromStdString(run.name);
    case RunsModel::TestRhoColumn:
        return rhoWithIntervalText(run.test);
    case RunsModel::ValidationRhoColumn:
        return rhoText(run.validation.rho);
    case RunsModel::EngagementColumn:
        return engagementText(run.request.engagement);
    case RunsModel::SensesColumn:
        return sensesText(options);
    case RunsModel::MarginColumn:
        return marginText(options.margin);
    case RunsModel::FeaturesColumn:
        return QString::fromStdString(run.request.featureSet);
    case RunsModel::EpochsColumn:
        return options.epochs ? locale.toString(*options.epochs) : RunsModel::tr("automatic");
    case RunsModel::SecondsColumn:
        return locale.toString(run.seconds, 'f', 2);
    case RunsModel::ExamplesColumn:
        return locale.toString(qRound64(run.examplesPerSecond));
    case RunsModel::SeedColumn:
        return QString::number(options.seed);
    case RunsModel::SplitColumn:
        return splitText(run.request);
    case RunsModel::CreatedColumn:
        return createdText(run);
    default:
        return {};
    }
}

QVariant sortKeyOf(const core::RunInfo& run, int column)
{
    const auto& options = run.request.options;
    switch (column) {
    case RunsModel::TestRhoColumn:
        return number(run.test.rho);
    case RunsModel::ValidationRhoColumn:
        return number(run.validation.rho);
    case RunsModel::SensesColumn:
        return options.popularSenses + options.unpopularSenses;
    case RunsModel::EpochsColumn:
        return options.epochs ? QVariant(*options.epochs) : QVariant();
    case RunsModel::SecondsColumn:
        return run.seconds;
    case RunsModel::ExamplesColumn:
        return run.examplesPerSecond;
    case RunsModel::SeedColumn:
        return QVariant::fromValue<qulonglong>(options.seed);
    case RunsModel::CreatedColumn:
        return QString::fromStdString(run.created);
    default:
        return textOf(run, column);
    }
}

QString measuresText(const core::RunInfo& run)
{
    QStringList names;
    for (const auto& name : run.request.measures)
        names << QString::fromStdString(name);
    return names.isEmpty()
               ? QString()
               : RunsModel::tr("Learned from %1, %2.")
                     .arg(names.join(QStringLiteral(" + ")), targetText(run.request.target));
}

QString confoundText(const core::Evaluation& evaluation)
{
    const auto confound = core::confoundOf(evaluation);
    if (!confound)
        return {};
    const QString text = confound->by == core::Confound::Time
                             ? RunsModel::tr("The date alone orders these images better: ρ %1.")
                             : RunsModel::tr("The author alone orders these images better: ρ %1.");
    return QLatin1Char(' ') + text.arg(rhoText(confound->rho));
}

QString rhoToolTip(const core::Evaluation& evaluation)
{
    const QLocale locale;
    QString text = RunsModel::tr("Spearman's ρ on %1 images.")
                       .arg(locale.toString(static_cast<qulonglong>(evaluation.images)));
    if (evaluation.rhoInterval)
        text += QLatin1Char(' ') + RunsModel::tr("In brackets its 95% interval.");
    if (evaluation.rhoCeiling)
        text += QLatin1Char(' ')
                + RunsModel::tr("Ties in the counts leave at most %1.")
                      .arg(rhoText(evaluation.rhoCeiling));
    return text + confoundText(evaluation);
}

QString toolTipOf(const core::RunInfo& run, int column)
{
    switch (column) {
    case RunsModel::TestRhoColumn:
        return (rhoToolTip(run.test) + QLatin1Char(' ') + leaksText(run)).trimmed();
    case RunsModel::ValidationRhoColumn:
        return rhoToolTip(run.validation);
    case RunsModel::EngagementColumn:
        return measuresText(run);
    case RunsModel::EpochsColumn:
        return RunsModel::tr("The weights kept are those of epoch %1.")
            .arg(QLocale().toString(run.bestEpoch));
    default:
        return {};
    }
}

bool numeric(int column)
{
    switch (column) {
    case RunsModel::NameColumn:
    case RunsModel::EngagementColumn:
    case RunsModel::MarginColumn:
    case RunsModel::FeaturesColumn:
    case RunsModel::SplitColumn:
    case RunsModel::CreatedColumn:
        return false;
    default:
        return true;
    }
}

} // namespace

void RunsModel::setRuns(std::vector<core::RunInfo> runs)
{
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

const core::RunInfo& RunsModel::run(int row) const
{
    return m_runs.at(static_cast<std::size_t>(row));
}

int RunsModel::rowOf(const QString& name) const
{
    const auto found = std::find_if(
        m_runs.begin(), m_runs.end(),
        [wanted = name.toStdString()](const core::RunInfo& run) { return run.name == wanted; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(run(index.row()), index.column());
    case SortRole:
        return sortKeyOf(run(index.row()), index.column());
    case Qt::ToolTipRole:
        return toolTipOf(run(index.row()), index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (numeric(index.column()) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (numeric(section) ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    static const QStringList titles{
        tr("Run"),    tr("Test ρ"),   tr("Validation ρ"), tr("Engagement"), tr("Senses"),
        tr("Margin"), tr("Features"), tr("Epochs"),       tr("Seconds"),    tr("Examples/s"),
        tr("Seed"),   tr("Split"),    tr("Created")};
    return titles.at(section);
}

} // namespace ui
