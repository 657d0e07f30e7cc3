#include "ui/collection/table_preview_model.h"

#include "ui/collection/wording.h"

#include <QGuiApplication>
#include <QPalette>

#include <utility>

namespace ui {

namespace {

constexpr int kCellLength = 80;

QString shown(const std::string& cell)
{
    return oneLine(QString::fromStdString(cell), kCellLength);
}

} // namespace

TablePreviewModel::TablePreviewModel(core::TablePreview preview, std::vector<ColumnRole> roles,
                                     QObject* parent)
    : QAbstractTableModel(parent)
    , m_preview(std::move(preview))
    , m_roles(std::move(roles))
{
}

void TablePreviewModel::setRoles(const std::vector<ColumnRole>& roles)
{
    m_roles = roles;
    if (!m_roles.empty())
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, static_cast<int>(m_roles.size()) - 1);
    if (!m_preview.rows.empty() && !m_roles.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int TablePreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.rows.size());
}

int TablePreviewModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_preview.header.size());
}

QVariant TablePreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& cell =
        m_preview
            .rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    const auto use = m_roles[static_cast<std::size_t>(index.column())];
    const bool count = use == ColumnRole::LowCount || use == ColumnRole::HighCount;
    switch (role) {
    case Qt::DisplayRole:
        return shown(cell);
    case Qt::ToolTipRole:
        return tipText(shown(cell));
    case Qt::ForegroundRole: // what is not imported steps back
        return use == ColumnRole::NotUsed
                   ? QVariant(QGuiApplication::palette().brush(QPalette::Disabled, QPalette::Text))
                   : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (count ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

QVariant TablePreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const auto column = static_cast<std::size_t>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::DisplayRole)
        return QString(shown(m_preview.header[column]) + QLatin1Char('\n')
                       + roleName(m_roles[column]));
    return {};
}

} // namespace ui
