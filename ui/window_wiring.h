#pragma once

namespace ui {

class MainWindow;
struct Workbench;
struct WindowParts;

/// The whole map of who tells whom.
void wire(MainWindow& window, Workbench& workbench, const WindowParts& parts);

} // namespace ui
