#pragma once

#include <QStringList>

namespace ui {

/// The project folders that were opened last, newest first, as the settings keep them; those that
/// are gone are left out.
QStringList recentProjects();
void rememberProject(const QString& folder);

} // namespace ui
