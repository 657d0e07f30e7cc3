#include "ui/collection/rejection_model.h"

#include "ui/collection/wording.h"

#include <QLocale>

#include <algorithm>
#include <limits>
#include <utility>

namespace ui {

namespace {

constexpr int kReasonLength = 400;

/// Pictures that no row names come behind all rows.
std::int64_t placeOf(const core::Rejection& rejection)
{
    return rejection.row == core::kUnmatchedPicture ? std::numeric_limits<std::int64_t>::max()
                                                    : rejection.row;
}

} // namespace

RejectionModel::RejectionModel(std::vector<core::Rejection> rejections, QObject* parent)
    : QAbstractTableModel(parent)
    , m_rejections(std::move(rejections))
{
}

int RejectionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rejections.size());
}

int RejectionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RejectionModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& rejection = m_rejections[static_cast<std::size_t>(index.row())];
    const bool row = index.column() == RowColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (row ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && (role != Qt::ToolTipRole || row))
        return {};
    if (!row) {
        const QString reason = oneLine(QString::fromStdString(rejection.reason), kReasonLength);
        return role == Qt::ToolTipRole ? tipText(reason) : reason;
    }
    return rejection.row > 0 ? QLocale().toString(static_cast<qlonglong>(rejection.row))
                             : QString(QChar(0x2013)); // of a folder: there is no row
}

QVariant RejectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    const bool row = section == RowColumn;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (row ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    return row ? tr("Row") : tr("Why it was left out");
}

void RejectionModel::sort(int column, Qt::SortOrder order)
{
    Q_EMIT layoutAboutToBeChanged();
    std::stable_sort(m_rejections.begin(), m_rejections.end(),
                     [&](const core::Rejection& a, const core::Rejection& b) {
                         const auto& first = order == Qt::AscendingOrder ? a : b;
                         const auto& second = order == Qt::AscendingOrder ? b : a;
                         return column == RowColumn ? placeOf(first) < placeOf(second)
                                                    : first.reason < second.reason;
                     });
    // Nobody holds on to a row of this list, so the old indexes may go.
    changePersistentIndexList(persistentIndexList(),
                              QModelIndexList(persistentIndexList().size(), QModelIndex()));
    Q_EMIT layoutChanged();
}

} // namespace ui
