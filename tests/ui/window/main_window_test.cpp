#include "tests/study/small_collection.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "tests/ui/window/open_window.h"
#include "ui/collection/collection_page.h"
#include "ui/collection/import_dialog.h"
#include "ui/comparison/comparison_page.h"
#include "ui/gallery/image_grid.h"
#include "ui/gallery/inspector.h"
#include "ui/main_window.h"
#include "ui/senses/senses_page.h"
#include "ui/training/training_page.h"
#include "ui/welcome_page.h"
#include "ui/window_layout.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QUrl>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

class MainWindowTest : public testing::Test {
protected:
    QString project() const { return pathOf(posts.request().project); }
    static QString pathOf(const std::filesystem::path& path)
    {
        return QString::fromStdString(path.string());
    }
    void open(OpenWindow& at) const
    {
        at.window.openPath(project());
        ASSERT_TRUE(at.waitFor([&] { return at.bench.session.project().has_value(); }));
    }
    static void drop(MainWindow& window, const std::filesystem::path& path)
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(pathOf(path))});
        QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
        enter.ignore();
        QApplication::sendEvent(&window, &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent drop(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &drop);
    }
    static std::string complaint(const MainWindow& window)
    {
        const auto* box = window.findChild<QMessageBox*>();
        return box == nullptr ? std::string() : box->text().toStdString();
    }

    SmallCollection posts{40};
    OwnSettings settings;
};

TEST_F(MainWindowTest, OpensAProjectOnItsCollection)
{
    posts.imported();
    OpenWindow at;
    EXPECT_TRUE(child<WelcomePage>(at.window).isVisible());
    open(at);
    EXPECT_TRUE(child<CollectionPage>(at.window).isVisible());
    EXPECT_EQ(at.window.windowTitle(), q("small – Sensescope"));
    const auto& grid = child<ImageGrid>(child<CollectionPage>(at.window));
    EXPECT_TRUE(at.waitFor([&] { return grid.images().size() == 40; }));

    OpenWindow again; // and it is remembered
    EXPECT_NO_THROW(reading<QAbstractButton>(child<WelcomePage>(again.window), "small"));
}

TEST_F(MainWindowTest, ShortcutsSwitchThePages)
{
    OpenWindow at;
    const auto press = [&](Qt::Key key) { QTest::keyClick(&at.window, key, Qt::ControlModifier); };
    press(Qt::Key_2);
    EXPECT_TRUE(at.waitFor([&] { return child<TrainingPage>(at.window).isVisible(); }));
    press(Qt::Key_3);
    EXPECT_TRUE(at.waitFor([&] { return child<SensesPage>(at.window).isVisible(); }));
    press(Qt::Key_4);
    EXPECT_TRUE(at.waitFor([&] { return child<ComparisonPage>(at.window).isVisible(); }));
    press(Qt::Key_1);
    EXPECT_TRUE(at.waitFor([&] { return child<CollectionPage>(at.window).isVisible(); }));
}

TEST_F(MainWindowTest, ImportsADroppedTable)
{
    OpenWindow at;
    drop(at.window, posts.table());
    auto& dialog = child<ImportDialog>(at.window);
    reading<QPushButton>(dialog, "Import").click();
    ASSERT_TRUE(at.waitFor([&] { return at.bench.session.project().has_value(); }));
    EXPECT_EQ(at.bench.session.project()->collection->size(), 40U);
    EXPECT_TRUE(child<CollectionPage>(at.window).isVisible());
}

TEST_F(MainWindowTest, ImportsADroppedFolderOfPictures)
{
    OpenWindow at;
    drop(at.window, posts.folder() / "pictures");
    reading<QPushButton>(child<ImportDialog>(at.window), "Import").click();
    ASSERT_TRUE(at.waitFor([&] { return at.bench.session.project().has_value(); }));
    EXPECT_TRUE(at.bench.session.project()->collection->measures.empty());
}

TEST_F(MainWindowTest, ImportsNothingWhereTheDialogIsCancelled)
{
    OpenWindow at;
    drop(at.window, posts.table());
    auto& dialog = child<ImportDialog>(at.window);
    const auto made = dialog.request().project;
    dialog.reject();
    EXPECT_FALSE(at.bench.session.working());
    EXPECT_FALSE(std::filesystem::exists(made));
}

TEST_F(MainWindowTest, SaysWhatABadTableIs)
{
    std::ofstream(posts.table()) << "";
    OpenWindow at;
    drop(at.window, posts.table());
    EXPECT_THAT(complaint(at.window), HasSubstr("posts.csv"));
    EXPECT_EQ(at.window.findChild<ImportDialog*>(), nullptr);
    EXPECT_FALSE(at.bench.session.working());
}

TEST_F(MainWindowTest, AProjectThatCannotBeOpenedLeavesTheOldOneOpen)
{
    posts.imported();
    OpenWindow at;
    open(at);
    const auto bad = posts.folder() / "bad.sensescope";
    std::filesystem::create_directory(bad);
    std::ofstream(bad / "catalogue.sqlite") << std::string(4'096, 'x');
    at.window.openPath(pathOf(bad));
    ASSERT_TRUE(at.waitFor([&] { return !complaint(at.window).empty(); }));
    EXPECT_THAT(complaint(at.window), HasSubstr("bad.sensescope"));
    EXPECT_EQ(at.bench.session.project()->folder, posts.request().project);
    EXPECT_TRUE(child<CollectionPage>(at.window).isVisible());
}

TEST_F(MainWindowTest, InspectsTheImageThatIsChosen)
{
    posts.imported();
    OpenWindow at;
    open(at);
    auto& inspector = child<Inspector>(at.window);
    EXPECT_FALSE(inspector.isVisible());
    Q_EMIT child<CollectionPage>(at.window).imageSelected(3);
    EXPECT_TRUE(inspector.isVisible());
    EXPECT_TRUE(
        at.waitFor([&] { return readableText(inspector).contains(q("winter ice number 3")); }));
    QTest::keyClick(&inspector, Qt::Key_Escape);
    EXPECT_FALSE(inspector.isVisible());
}

TEST_F(MainWindowTest, ShowsTheReportOfAnImportThatLeftRowsOut)
{
    std::ofstream(posts.table(), std::ios::app) << "bad,pictures/1.png,text,author,many,1\n";
    OpenWindow at;
    at.bench.session.importCollection(posts.request());
    ASSERT_TRUE(at.waitFor([&] { return at.window.findChild<ImportReportDialog*>() != nullptr; }));
    EXPECT_THAT(readableText(child<ImportReportDialog>(at.window)).toStdString(),
                HasSubstr("40 images came in; 1 row was left out."));
}

TEST_F(MainWindowTest, ClosingAProjectComesBackToTheWelcome)
{
    posts.imported();
    OpenWindow at;
    open(at);
    at.bench.session.close();
    EXPECT_TRUE(child<WelcomePage>(at.window).isVisible());
    EXPECT_EQ(at.window.windowTitle(), q("Sensescope"));
}

TEST_F(MainWindowTest, ComesBackAsItWasLeft)
{
    QList<int> left;
    {
        OpenWindow at;
        at.window.resize(1'111, 777);
        at.window.showPage(Page::Collection);
        auto& splitter = child<QSplitter>(at.window, "collectionSplitter");
        splitter.setSizes({300, 700});
        left = splitter.sizes();
        at.window.close();
    }
    OpenWindow at;
    EXPECT_EQ(at.window.size(), QSize(1'111, 777));
    at.window.showPage(Page::Collection);
    EXPECT_EQ(child<QSplitter>(at.window, "collectionSplitter").sizes(), left);
}

TEST_F(MainWindowTest, TakesTheWholeOfAScreenThatIsTooSmall)
{
    const auto maximised = [](const QSize& lessThanTheScreen) {
        QMainWindow window;
        window.resize(window.screen()->availableSize() - lessThanTheScreen);
        fitScreen(window);
        return window.isMaximized();
    };
    EXPECT_FALSE(maximised({16, 48})); // room for a frame
    EXPECT_TRUE(maximised({15, 48}));
    EXPECT_TRUE(maximised({16, 47}));
}

TEST_F(MainWindowTest, SurvivesALayoutThatIsNone)
{
    QSettings().setValue(q("geometry"), QByteArray("nonsense"));
    QSettings().setValue(q("splitters/collectionSplitter"), QByteArray("nonsense"));
    const OpenWindow at;
    EXPECT_TRUE(at.window.isVisible());
}

TEST_F(MainWindowTest, OffersNoSecondExtractionMeanwhile)
{
    posts.imported();
    OpenWindow at;
    open(at);
    const auto& extract =
        reading<QPushButton>(child<CollectionPage>(at.window), "Extract features");
    const auto* onTrain =
        child<TrainingPage>(at.window).findChild<QPushButton*>(QStringLiteral("empty-button"));
    EXPECT_TRUE(extract.isEnabled());
    EXPECT_TRUE(onTrain->isEnabled());
    at.bench.session.extractFeatures();
    EXPECT_FALSE(extract.isEnabled());
    EXPECT_FALSE(onTrain->isEnabled());
    EXPECT_TRUE(at.waitFor([&] {
        return !at.bench.session.working() && extract.isEnabled() && onTrain->isEnabled();
    }));
}

TEST_F(MainWindowTest, HasANameForEverything)
{
    posts.extracted();
    OpenWindow at;
    open(at);
    EXPECT_THAT(namelessWidgets(at.window), IsEmpty());
}

TEST_F(MainWindowTest, EveryPageIsReachedByTab)
{
    posts.extracted();
    OpenWindow at;
    EXPECT_THAT(widgetsTabMisses(at.window), IsEmpty()) << "welcome";
    open(at);
    for (const auto page : {Page::Collection, Page::Train, Page::Senses, Page::Compare}) {
        at.window.showPage(page);
        EXPECT_THAT(widgetsTabMisses(at.window), IsEmpty()) << static_cast<int>(page);
    }
}

} // namespace
} // namespace ui
