#pragma once

namespace ui {

class MainWindow;
struct Workbench;

/// File, View and Help.
void buildMenu(MainWindow& window, Workbench& workbench);

} // namespace ui
