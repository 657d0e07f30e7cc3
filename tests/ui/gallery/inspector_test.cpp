#include "tests/ui/made_study.h"
#include "tests/ui/reach.h"
#include "tests/ui/widget_search.h"
#include "ui/gallery/image_grid.h"
#include "ui/gallery/inspector.h"
#include "ui/gallery/picture_view.h"
#include "ui/gallery/response_bars.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextDocument>
#include <QToolButton>
#include <QtTest>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ui {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

QImage picture(const QColor& colour)
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

class InspectorTest : public testing::Test {
protected:
    void show(core::ImageKey key, const core::Project& project = madeProject())
    {
        inspector.setProject(project);
        inspector.showImage(key);
    }
    const QLabel& label(const char* name) const { return child<QLabel>(inspector, name); }
    std::string view() const
    {
        return child<PictureView>(inspector).accessibleName().toStdString();
    }
    /// What a person reads of a label in rich text.
    std::string plain(const char* name) const
    {
        QTextDocument document;
        document.setHtml(label(name).text());
        return document.toPlainText().toStdString();
    }

    ThumbnailLoader loader;
    Inspector inspector{loader};
    QSignalSpy wanted{&inspector, &Inspector::wanted};
};

TEST_F(InspectorTest, ShowsAtOnceWhatTheCollectionKnows)
{
    show(9);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.front().front().toLongLong(), 9);
    EXPECT_EQ(label("inspector-title").text(), q("p9"));
    EXPECT_THAT(plain("inspector-counts"), HasSubstr("views"));
    EXPECT_THAT(plain("inspector-counts"), HasSubstr("90"));
    EXPECT_THAT(plain("inspector-counts"), HasSubstr("more than any other image"));
    EXPECT_THAT(readableText(inspector).toStdString(), HasSubstr("by Ben"));
    show(5);
    EXPECT_THAT(plain("inspector-counts"), HasSubstr("% of images"));
}

TEST_F(InspectorTest, IgnoresAnswersForAnotherImage)
{
    show(1);
    inspector.showImage(2);
    inspector.showPicture(1, picture(Qt::red));
    EXPECT_EQ(view(), "");
    inspector.showPictureFailed(1, q("p1 is broken"));
    EXPECT_EQ(view(), "");
    inspector.showTexts(1, {"of another image"});
    EXPECT_FALSE(label("inspector-texts").isVisibleTo(&inspector));
    inspector.showScore(1, q("run-1"), std::nullopt);
    EXPECT_FALSE(label("inspector-score").isVisibleTo(&inspector));

    inspector.showPicture(2, picture(Qt::red));
    EXPECT_EQ(view(), "Picture of p2");
    inspector.showTexts(2, {"of this image"});
    EXPECT_THAT(plain("inspector-texts"), HasSubstr("of this image"));
}

TEST_F(InspectorTest, EscapesTextsAndNames)
{
    auto project = madeProject();
    auto hostile = std::make_shared<core::Collection>(*project.collection);
    hostile->ids[0] = "<b>id</b>";
    hostile->measures[0].name = "<i>%1 views</i>";
    hostile->textColumns = {"<u>caption</u>"};
    hostile->authorNames[0] = "<s>Ada</s>";
    project.collection = hostile;
    show(0, project);
    inspector.showTexts(0, {"<img src='file:///etc/passwd'> %1 & more"});
    EXPECT_THAT(plain("inspector-texts"), HasSubstr("<img src='file:///etc/passwd'> %1 & more"));
    EXPECT_THAT(plain("inspector-texts"), HasSubstr("<u>caption</u>"));
    EXPECT_THAT(plain("inspector-counts"), HasSubstr("<i>%1 views</i>"));
    EXPECT_EQ(label("inspector-title").textFormat(), Qt::PlainText);
    for (const auto* shown : inspector.findChildren<QLabel*>()) {
        if (shown->text().contains(q("<s>"))) {
            EXPECT_EQ(shown->textFormat(), Qt::PlainText);
        }
    }
}

TEST_F(InspectorTest, SaysThatAnImageHasNoFeatures)
{
    show(0);
    inspector.showScore(0, q("run-1"), std::nullopt);
    EXPECT_THAT(label("inspector-score").text().toStdString(),
                HasSubstr("has no features, so the run cannot score it"));
    EXPECT_FALSE(child<ResponseBars>(inspector).isVisibleTo(&inspector));
}

TEST_F(InspectorTest, SaysWhatEachSenseResponds)
{
    show(0);
    core::ImageScore score;
    score.percentile = 87.4;
    score.responses = {{{core::Polarity::Popular, 0}, "Sunsets", 1.25F, true},
                       {{core::Polarity::Unpopular, 1}, "", -0.5F, false}};
    inspector.showScore(0, q("run-1"), score);
    EXPECT_THAT(label("inspector-score").text().toStdString(),
                HasSubstr("more popular than 87% of the test images"));
    const auto& bars = child<ResponseBars>(inspector);
    EXPECT_TRUE(bars.isVisibleTo(&inspector));
    EXPECT_EQ(bars.accessibleDescription(), q("▲ Sunsets 1.25, answers; ▼ −2 -0.50"));
    inspector.showImage(1); // nothing of before stays
    EXPECT_FALSE(bars.isVisibleTo(&inspector));
}

TEST_F(InspectorTest, ShowsImagesThatLookLikeItAndLeadsToThem)
{
    show(0);
    const auto& strip = child<ImageGrid>(inspector);
    EXPECT_FALSE(strip.isVisibleTo(&inspector));
    inspector.showSimilar(1, {{4, 0.9F}}); // of another image
    EXPECT_FALSE(strip.isVisibleTo(&inspector));
    const QSignalSpy selected(&inspector, &Inspector::imageSelected);
    inspector.showSimilar(0, {{4, 0.874F}, {2, 0.5F}});
    EXPECT_TRUE(strip.isVisibleTo(&inspector));
    EXPECT_THAT(strip.images(), testing::ElementsAre(4, 2));
    auto* view = strip.findChild<QListView*>();
    EXPECT_EQ(view->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), q("p4, 0.87"));
    inspector.show();
    view->setFocus(Qt::TabFocusReason);
    EXPECT_TRUE(selected.empty()) << "to come by it is not to choose";
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(view->model()->index(1, 0)).center());
    ASSERT_EQ(selected.size(), 1);
    EXPECT_EQ(selected.front().front().toLongLong(), 2);
    inspector.showImage(2); // nothing of before stays
    EXPECT_FALSE(strip.isVisibleTo(&inspector));
}

TEST_F(InspectorTest, ShowsNoImagesWithoutPictures)
{
    show(3, madeProjectWithoutPictures());
    inspector.showSimilar(3, {{1, 0.9F}});
    EXPECT_FALSE(child<ImageGrid>(inspector).isVisibleTo(&inspector));
}

TEST_F(InspectorTest, SaysThatThereIsNoPicture)
{
    show(3, madeProjectWithoutPictures());
    EXPECT_EQ(view(), "This image came without a picture.");
    EXPECT_FALSE(reading<QPushButton>(inspector, "Open").isVisibleTo(&inspector));
    EXPECT_FALSE(reading<QPushButton>(inspector, "Show in folder").isVisibleTo(&inspector));
}

TEST_F(InspectorTest, SaysWhyAPictureCannotBeShown)
{
    show(3);
    inspector.showPictureFailed(3, q("p3.png is truncated."));
    EXPECT_EQ(view(), "p3.png is truncated.");
}

TEST_F(InspectorTest, OpensTheImageThatItShows)
{
    const QSignalSpy opened(&inspector, &Inspector::openFileRequested);
    show(1);
    inspector.showImage(4);
    reading<QPushButton>(inspector, "Open").click();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_EQ(opened.front().front().toLongLong(), 4);
}

TEST_F(InspectorTest, ClosesByEscapeAndByItsCross)
{
    const QSignalSpy closed(&inspector, &Inspector::closed);
    show(1);
    QTest::keyClick(&inspector, Qt::Key_Escape);
    child<QToolButton>(inspector, "inspector-close").click();
    EXPECT_EQ(closed.size(), 2);
}

TEST_F(InspectorTest, KnowsNothingOfAnImageThatIsNotThere)
{
    inspector.showImage(0); // no project
    show(10);
    inspector.showImage(-1);
    EXPECT_EQ(wanted.size(), 0);
    EXPECT_FALSE(inspector.current());
    show(1);
    inspector.clear();
    inspector.showTexts(1, {"late"});
    EXPECT_FALSE(inspector.current());
    EXPECT_FALSE(label("inspector-texts").isVisibleTo(&inspector));
}

TEST_F(InspectorTest, HasANameForEverythingAndIsReachedByTab)
{
    show(1);
    inspector.showPicture(1, picture(Qt::red));
    EXPECT_THAT(namelessWidgets(inspector), IsEmpty());
    inspector.show();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&inspector));
    EXPECT_THAT(widgetsTabMisses(inspector), IsEmpty());
}

TEST(PictureView, FitsAPictureWithoutStretchingIt)
{
    PictureView view;
    QImage wide(40, 20, QImage::Format_RGB32);
    wide.fill(Qt::red);
    view.setPicture(wide, q("wide"));
    view.resize(200, 200);
    const QImage shown = view.grab().toImage();
    EXPECT_EQ(shown.pixelColor(100, 100), QColor(Qt::red));
    EXPECT_EQ(shown.pixelColor(100, 60), QColor(Qt::red)); // 200 × 100 in the middle
    EXPECT_NE(shown.pixelColor(100, 30), QColor(Qt::red));
    EXPECT_NE(shown.pixelColor(100, 170), QColor(Qt::red));
}

TEST(PictureView, ShowsASentenceInThePlaceOfAPicture)
{
    PictureView view;
    view.setPicture(picture(Qt::red), q("red"));
    view.setMessage(q("It is broken."));
    view.resize(200, 200);
    EXPECT_EQ(view.accessibleName(), q("It is broken."));
    EXPECT_NE(view.grab().toImage().pixelColor(60, 180), QColor(Qt::red));
}

TEST(ResponseBars, DrawsThePopularRightAndTheUnpopularInItsOwnColour)
{
    ResponseBars bars;
    bars.setResponses({{{core::Polarity::Popular, 0}, "", 2.0F, true},
                       {{core::Polarity::Unpopular, 0}, "", 1.0F, true}});
    bars.resize(500, bars.sizeHint().height());
    const QImage shown = bars.grab().toImage();
    const auto reach = [&](Accent accent, int y) {
        int pixels = 0;
        for (int x = 0; x < shown.width(); ++x)
            pixels += shown.pixelColor(x, y) == accentColour(accent, bars.palette()) ? 1 : 0;
        return pixels;
    };
    const int first = bars.sizeHint().height() / 4;
    const int second = 3 * first;
    EXPECT_GT(reach(Accent::Popular, first), 20);
    EXPECT_NEAR(reach(Accent::Popular, first), 2 * reach(Accent::Unpopular, second), 4);
}

TEST(ResponseBars, DrawsNoResponseAtAll)
{
    ResponseBars bars;
    bars.setResponses({});
    EXPECT_EQ(bars.sizeHint().height(), 0);
    bars.setResponses({{{core::Polarity::Popular, 0}, "", 0.0F, false}});
    bars.resize(300, bars.sizeHint().height());
    EXPECT_FALSE(bars.grab().isNull()); // and divides by nothing
}

} // namespace
} // namespace ui
