#include "ui/senses/given_names.h"

#include "ui/senses/sense_wording.h"

#include <algorithm>

namespace ui {

namespace {

QString keyOf(const QString& run, const core::SenseId& sense)
{
    return run + QLatin1Char('\n') + senseIdText(sense);
}

} // namespace

void GivenNames::give(const QString& run, const core::SenseId& sense, const QString& name)
{
    m_names.insert(keyOf(run, sense), name);
}

void GivenNames::applyTo(core::Senses& senses) const
{
    const auto run = QString::fromStdString(senses.run);
    for (auto& sense : senses.senses) {
        const auto given = m_names.constFind(keyOf(run, sense.id));
        if (given != m_names.cend())
            sense.givenName = given->toStdString();
    }
}

bool GivenNames::keepOnly(const std::vector<core::RunInfo>& runs)
{
    const auto removed = m_names.removeIf([&runs](const auto& name) {
        const auto of = name.key().section(QLatin1Char('\n'), 0, 0).toStdString();
        return std::ranges::find(runs, of, &core::RunInfo::name) == runs.end();
    });
    return removed > 0;
}

void GivenNames::clear()
{
    m_names.clear();
}

} // namespace ui
