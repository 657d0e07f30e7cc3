#pragma once

#include "ui/page_rail.h"

#include <QString>

class QMainWindow;

namespace ui {

/// Puts the window and its named splitters where they were left, and remembers them.
void restoreLayout(QMainWindow& window);
void saveLayout(const QMainWindow& window);

/// Maximises a window for which its screen has no room: its bottom, which shows what is under way,
/// would be out of sight.
void fitScreen(QMainWindow& window);

/// The page that was looked at last in this project where it is the last one that was open;
/// otherwise the collection.
Page rememberedPage(const QString& project);
void rememberPage(const QString& project, Page page);

} // namespace ui
