#include "ui/collection/column_role.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

namespace ui {

namespace {

void give(std::vector<ColumnRole>& columns, const std::vector<std::string>& header,
          const std::string& name, ColumnRole role)
{
    const auto found = std::find(header.begin(), header.end(), name);
    if (found != header.end())
        columns[static_cast<std::size_t>(found - header.begin())] = role;
}

} // namespace

QString roleName(ColumnRole role)
{
    static constexpr std::array<const char*, kColumnRoles> names{
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Not used"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Id"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Picture file"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Text"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Author"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Date"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Split"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Count: low engagement"),
        QT_TRANSLATE_NOOP("ui::ColumnRole", "Count: high engagement")};
    return QCoreApplication::translate("ui::ColumnRole", names.at(static_cast<std::size_t>(role)));
}

bool singleUse(ColumnRole role)
{
    switch (role) {
    case ColumnRole::Id:
    case ColumnRole::Picture:
    case ColumnRole::Author:
    case ColumnRole::Date:
    case ColumnRole::Split:
        return true;
    default:
        return false;
    }
}

std::vector<ColumnRole> rolesOf(const std::vector<std::string>& header,
                                const core::ColumnRoles& roles)
{
    std::vector<ColumnRole> columns(header.size(), ColumnRole::NotUsed);
    const auto giveAll = [&](const std::vector<std::string>& names, ColumnRole role) {
        for (const auto& name : names)
            give(columns, header, name, role);
    };
    const auto giveOne = [&](const std::optional<std::string>& name, ColumnRole role) {
        if (name)
            give(columns, header, *name, role);
    };
    giveAll(roles.texts, ColumnRole::Text);
    giveAll(roles.low, ColumnRole::LowCount);
    giveAll(roles.high, ColumnRole::HighCount);
    giveOne(roles.id, ColumnRole::Id);
    giveOne(roles.image, ColumnRole::Picture);
    giveOne(roles.author, ColumnRole::Author);
    giveOne(roles.date, ColumnRole::Date);
    giveOne(roles.split, ColumnRole::Split);
    return columns;
}

core::ColumnRoles namedRoles(const std::vector<std::string>& header,
                             const std::vector<ColumnRole>& roles)
{
    core::ColumnRoles named;
    for (std::size_t i = 0; i < std::min(header.size(), roles.size()); ++i) {
        switch (roles[i]) {
        case ColumnRole::NotUsed:
            break;
        case ColumnRole::Id:
            named.id = header[i];
            break;
        case ColumnRole::Picture:
            named.image = header[i];
            break;
        case ColumnRole::Text:
            named.texts.push_back(header[i]);
            break;
        case ColumnRole::Author:
            named.author = header[i];
            break;
        case ColumnRole::Date:
            named.date = header[i];
            break;
        case ColumnRole::Split:
            named.split = header[i];
            break;
        case ColumnRole::LowCount:
            named.low.push_back(header[i]);
            break;
        case ColumnRole::HighCount:
            named.high.push_back(header[i]);
            break;
        }
    }
    return named;
}

} // namespace ui
