#pragma once

#include "core/study/runs.h"
#include "core/study/senses.h"

#include <QHash>
#include <QString>

#include <vector>

namespace ui {

/// The names given to senses since the project was opened: an answer that is under way may not
/// know them yet.
class GivenNames {
public:
    void give(const QString& run, const core::SenseId& sense, const QString& name);
    /// Gives the senses of an answer their names.
    void applyTo(core::Senses& senses) const;
    /// Forgets the names of runs that are not among these. Returns whether there were any.
    bool keepOnly(const std::vector<core::RunInfo>& runs);
    void clear();

private:
    QHash<QString, QString> m_names;
};

} // namespace ui
