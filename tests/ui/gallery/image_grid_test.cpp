#include "tests/study/small_collection.h"
#include "tests/ui/gallery/made_project.h"
#include "tests/ui/patience.h"
#include "ui/gallery/image_grid.h"
#include "ui/gallery/image_model.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QWheelEvent>
#include <gtest/gtest.h>

namespace {

using ui::ImageGrid;
using ui::ImageModel;

TEST(ImageModel, KeepsTheRulesOfModels)
{
    ImageModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setImages({1, 2}); // of no project
    model.setProject(numberedProject(30));
    EXPECT_EQ(model.rowCount(), 0);
    model.setImages({3, 21, 99});
    model.setCaptions([](core::ImageKey key) { return QString::number(10 * key); });
    EXPECT_EQ(model.index(1).data().toString().toStdString(), "a21");
    EXPECT_EQ(model.index(1).data(ImageModel::KeyRole).toLongLong(), 21);
    EXPECT_EQ(model.index(1).data(ImageModel::CaptionRole).toString().toStdString(), "210");
    EXPECT_EQ(model.index(1).data(Qt::AccessibleTextRole).toString().toStdString(), "a21, 210");
    EXPECT_EQ(model.index(2).data().toString().toStdString(), ""); // no such image
    model.setImages({});
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(ImageModel, SaysHowManyAnImageStandsFor)
{
    ImageModel model;
    model.setProject(numberedProject(30));
    model.setImages({3, 21});
    model.setCaptions([](core::ImageKey) { return QStringLiteral("7"); });
    model.setStacks([](core::ImageKey key) { return key == 21 ? 2 : 0; });
    EXPECT_EQ(model.index(0).data(Qt::ToolTipRole).toString().toStdString(), "a3");
    EXPECT_EQ(model.index(1).data(Qt::ToolTipRole).toString().toStdString(),
              "a21\nand 2 images that are nearly the same");
    EXPECT_EQ(model.index(1).data(Qt::AccessibleTextRole).toString().toStdString(),
              "a21 and 2 images that are nearly the same, 7");
    model.setStacks([](core::ImageKey) { return 1; });
    EXPECT_EQ(model.index(0).data(Qt::ToolTipRole).toString().toStdString(),
              "a3\nand 1 image that is nearly the same");
}

TEST(ImageModel, FindsTypedIdsFromWhereOneIsAndAround)
{
    ImageModel model;
    model.setProject(numberedProject(30));
    model.setImages(allKeys(30));
    const auto find = [&](int from, const char* typed) {
        const auto found = model.match(model.index(from), Qt::DisplayRole, QLatin1String(typed), 1,
                                       Qt::MatchStartsWith | Qt::MatchWrap);
        return found.isEmpty() ? -1 : found.front().row();
    };
    EXPECT_EQ(find(0, "A2"), 2);
    EXPECT_EQ(find(3, "a2"), 20);
    EXPECT_EQ(find(25, "a1"), 1);
    EXPECT_EQ(find(0, "b"), -1);
}

class ImageGridTest : public testing::Test {
protected:
    void fill(int images)
    {
        const auto project = numberedProject(images);
        loader.setProject(project);
        grid.setProject(project);
        grid.setCaptions([this](core::ImageKey) {
            ++captionsAsked;
            return QStringLiteral("7");
        });
        grid.setImages(allKeys(images));
        grid.resize(800, 600);
        grid.show();
        grid.grab();
    }
    static qint64 last(const QSignalSpy& spy) { return spy.back().at(0).toLongLong(); }

    ui::ThumbnailLoader loader;
    ImageGrid grid{loader};
    QListView& view = *grid.findChild<QListView*>();
    QSignalSpy selected{&grid, &ImageGrid::imageSelected};
    QSignalSpy activated{&grid, &ImageGrid::imageActivated};
    int captionsAsked = 0;
};

TEST_F(ImageGridTest, AsksOfAMillionImagesOnlyForThoseOnTheScreen)
{
    fill(1'000'000);
    EXPECT_GT(captionsAsked, 0);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_PageDown);
    grid.grab();
    EXPECT_LT(captionsAsked, 2'000);
}

TEST_F(ImageGridTest, IsWalkedByTheKeyboard)
{
    fill(50);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Home);
    EXPECT_EQ(last(selected), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    EXPECT_EQ(last(selected), 1);
    QTest::keyClick(&view, Qt::Key_End);
    EXPECT_EQ(last(selected), 49);
    EXPECT_EQ(grid.current(), core::ImageKey{49});
    QTest::keyClicks(&view, QStringLiteral("a17"));
    EXPECT_EQ(last(selected), 17);
    QTest::keyClick(&view, Qt::Key_Return);
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(last(activated), 17);
}

TEST_F(ImageGridTest, KeepsTheCurrentImageInSilenceWhenItsImagesChange)
{
    fill(50);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_End);
    ASSERT_EQ(grid.current(), core::ImageKey{49});
    const auto told = selected.count();
    grid.setImages({49, 3});
    EXPECT_EQ(grid.current(), core::ImageKey{49});
    grid.setImages({3});
    EXPECT_FALSE(grid.current().has_value());
    EXPECT_EQ(selected.count(), told);
}

TEST_F(ImageGridTest, IsReadAloud)
{
    fill(20);
    auto* spoken = QAccessible::queryAccessibleInterface(&view);
    ASSERT_NE(spoken, nullptr);
    EXPECT_EQ(spoken->text(QAccessible::Name).toStdString(), "Images");
    ASSERT_EQ(spoken->childCount(), 20);
    EXPECT_EQ(spoken->child(4)->text(QAccessible::Name).toStdString(), "a4, 7");
    grid.setImages({});
    grid.setEmptyText(QStringLiteral("Nothing fits."));
    EXPECT_EQ(spoken->text(QAccessible::Description).toStdString(), "Nothing fits.");
    grid.grab();
}

TEST_F(ImageGridTest, ItsMenuExportsTheSelectedImages)
{
    fill(20);
    QSignalSpy wished(&grid, &ImageGrid::exportRequested);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {5, 5}, {5, 5});
    QCoreApplication::sendEvent(view.viewport(), &event);
    auto* menu = view.findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    menu->actions().back()->trigger();
    menu->close();
    ASSERT_EQ(wished.count(), 1);
    EXPECT_EQ(wished.at(0).at(0).value<std::vector<core::ImageKey>>(),
              std::vector<core::ImageKey>({0, 1}));
}

TEST(ImageGridPictures, ArePaintedWhenTheyHaveLoaded)
{
    const SmallCollection files(4);
    const auto project = files.imported();
    ui::ThumbnailLoader loader;
    loader.setProject(project);
    ImageGrid grid(loader);
    grid.setProject(project);
    grid.setImages(allKeys(4));
    grid.resize(800, 300);
    grid.show();
    auto& view = *grid.findChild<QListView*>();
    const auto middle = [&](int row) {
        const QRect place = view.visualRect(view.model()->index(row, 0));
        return view.viewport()->grab().toImage().pixelColor(place.center());
    };
    EXPECT_TRUE(waitUntil([&] { return middle(0).red() > middle(0).blue() + 60; }));
    EXPECT_TRUE(waitUntil([&] { return middle(1).blue() > middle(1).red() + 60; }));
}

} // namespace
