#pragma once

#include <QObject>

class QLabel;
class QMainWindow;
class QStackedWidget;

namespace ui {

struct Workbench;
class CollectionPage;
class ComparisonPage;
class Inspector;
class JobBar;
class PageRail;
class SensesPage;
class TrainingPage;
class WelcomePage;

/// The widgets of the window, owned by it; a child object, so that they are found again.
struct WindowParts {
    PageRail* rail;
    QStackedWidget* stack;
    WelcomePage* welcome;
    CollectionPage* collection;
    TrainingPage* training;
    SensesPage* senses;
    ComparisonPage* comparison;
    Inspector* inspector;
    JobBar* jobs;
};

/// Makes the widgets and lays them out in `window`.
WindowParts buildWindow(QMainWindow& window, Workbench& workbench);

} // namespace ui
