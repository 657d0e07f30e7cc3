#pragma once

#include <QWidget>

#include <string>
#include <vector>

/// The interactive widgets in `root`, shown or not, that a screen reader has no name for.
std::vector<std::string> namelessWidgets(const QWidget& root);

/// The enabled interactive widgets that are shown in the active `window` and that the Tab key does
/// not come to. Of buttons that exclude each other (radio buttons, the page rail) one is
/// enough: the arrow keys go to the others.
std::vector<std::string> widgetsTabMisses(QWidget& window);
