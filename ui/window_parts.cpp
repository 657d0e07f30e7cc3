#include "ui/window_parts.h"

#include "ui/collection/collection_page.h"
#include "ui/comparison/comparison_page.h"
#include "ui/gallery/inspector.h"
#include "ui/jobs/job_bar.h"
#include "ui/page_rail.h"
#include "ui/senses/senses_page.h"
#include "ui/training/training_page.h"
#include "ui/welcome_page.h"
#include "ui/workbench.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QMainWindow>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>

namespace ui {

WindowParts buildWindow(QMainWindow& window, Workbench& workbench)
{
    auto* centre = new QWidget(&window);
    auto* splitter = new QSplitter(Qt::Horizontal, centre);
    splitter->setObjectName(QStringLiteral("inspectorSplitter"));
    splitter->setChildrenCollapsible(false);
    auto* stack = new QStackedWidget(splitter);

    WindowParts parts{.rail = new PageRail(centre),
                      .stack = stack,
                      .welcome = new WelcomePage(stack),
                      .collection = new CollectionPage(workbench.thumbnails, stack),
                      .training = new TrainingPage(workbench.thumbnails, stack),
                      .senses = new SensesPage(workbench.thumbnails, stack),
                      .comparison = new ComparisonPage(stack),
                      .inspector = new Inspector(workbench.thumbnails, splitter),
                      .jobs = new JobBar(&window)};
    // In the order of Page, the welcome page after them.
    for (QWidget* page : std::initializer_list<QWidget*>{
             parts.collection, parts.training, parts.senses, parts.comparison, parts.welcome})
        stack->addWidget(page);
    stack->setCurrentWidget(parts.welcome);
    splitter->addWidget(stack);
    splitter->addWidget(parts.inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    parts.inspector->hide();

    auto* line = new QFrame(centre);
    line->setFrameShape(QFrame::VLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(parts.rail);
    row->addWidget(line);
    row->addWidget(splitter, 1);
    window.setCentralWidget(centre);
    window.statusBar()->addPermanentWidget(parts.jobs, 1);
    return parts;
}

} // namespace ui
