#include "tests/ui/made_study.h"
#include "ui/training/training_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTest>
#include <gtest/gtest.h>

namespace {

class TrainingFormTest : public testing::Test {
protected:
    template <typename Widget>
    Widget& the(const char* name)
    {
        return *form.findChild<Widget*>(QLatin1String(name));
    }
    template <typename Widget>
    void type(const char* name, const char* text)
    {
        auto& widget = the<Widget>(name);
        widget.selectAll();
        QTest::keyClicks(&widget, QLatin1String(text));
    }

    ui::TrainingForm form;
};

void expectDefaults(const core::TrainingOptions& options)
{
    EXPECT_EQ(options.popularSenses, 5);
    EXPECT_EQ(options.unpopularSenses, 5);
    EXPECT_EQ(options.margin, core::Margin::Soft);
    EXPECT_EQ(options.alpha, 1.0);
    EXPECT_EQ(options.initialisation, core::Initialisation::KMeans);
    EXPECT_EQ(options.batch, 100);
    EXPECT_EQ(options.learningRate, 2.0);
    EXPECT_FALSE(options.epochs.has_value());
    EXPECT_FALSE(options.regularisation.has_value());
    EXPECT_FALSE(options.revive);
    EXPECT_EQ(options.seed, 1U);
    EXPECT_EQ(options.threads, 0);
}

TEST_F(TrainingFormTest, BeginsWithThePapersDefaults)
{
    const auto request = form.request();
    expectDefaults(request.options);
    EXPECT_EQ(request.engagement, core::EngagementChoice::Combined);
    EXPECT_TRUE(request.name.empty());
    EXPECT_FALSE(request.splitSeed.has_value());
}

TEST_F(TrainingFormTest, AsksForWhatWasTyped)
{
    the<QRadioButton>("engagement-high").click();
    type<QSpinBox>("popular-senses", "7");
    type<QSpinBox>("unpopular-senses", "0");
    type<QLineEdit>("split-seed", "18");
    QTest::keyClick(&the<QComboBox>("margin"), Qt::Key_Up); // soft → difference
    type<QDoubleSpinBox>("alpha", "0.5");
    QTest::keyClick(&the<QComboBox>("initialisation"), Qt::Key_Down);
    type<QSpinBox>("epochs", "30");
    type<QSpinBox>("batch", "64");
    type<QDoubleSpinBox>("learning-rate", "0.25");
    type<QLineEdit>("regularisation", "1e-4");
    the<QCheckBox>("revive").click();
    type<QLineEdit>("seed", "9999999999999999999");
    type<QLineEdit>("run-name", " mine ");

    const auto request = form.request();
    const auto& options = request.options;
    EXPECT_EQ(request.engagement, core::EngagementChoice::High);
    EXPECT_EQ(request.name, "mine");
    EXPECT_EQ(request.splitSeed, 18U);
    EXPECT_EQ(options.popularSenses, 7);
    EXPECT_EQ(options.unpopularSenses, 0);
    EXPECT_EQ(options.margin, core::Margin::Difference);
    EXPECT_EQ(options.initialisation, core::Initialisation::Random);
    EXPECT_EQ(options.epochs, 30);
    EXPECT_EQ(options.batch, 64);
    EXPECT_EQ(options.learningRate, 0.25);
    EXPECT_EQ(options.regularisation, 1e-4);
    EXPECT_TRUE(options.revive);
    EXPECT_EQ(options.seed, 9'999'999'999'999'999'999U);

    the<QPushButton>("reset").click();
    expectDefaults(form.request().options);
    EXPECT_EQ(form.request().engagement, core::EngagementChoice::Combined);
}

TEST_F(TrainingFormTest, SaysThatHalfARegularisationCountsAsAutomatic)
{
    const auto note = [this] { return the<QLineEdit>("regularisation").accessibleDescription(); };
    const QString usual = note();
    EXPECT_TRUE(usual.startsWith(QLatin1String("Default automatic"))) << usual.toStdString();
    for (const auto* half : {"1e-", "5000"}) {
        type<QLineEdit>("regularisation", half);
        EXPECT_TRUE(note().startsWith(QLatin1String("Not yet a number"))) << half;
        EXPECT_FALSE(form.request().options.regularisation.has_value()) << half;
    }
    type<QLineEdit>("regularisation", "1e-3");
    EXPECT_EQ(note(), usual);
    EXPECT_EQ(form.request().options.regularisation, 1e-3);
}

TEST_F(TrainingFormTest, OffersALevelOnlyWhereItIsMeasured)
{
    auto collection = std::make_shared<core::Collection>();
    collection->measures = {{.name = "views", .engagement = core::Engagement::Low}};
    collection->counts = {{}};
    core::Project project;
    project.collection = collection;
    the<QRadioButton>("engagement-high").click();
    form.setProject(project);
    EXPECT_TRUE(the<QRadioButton>("engagement-low").isEnabled());
    EXPECT_FALSE(the<QRadioButton>("engagement-high").isEnabled());
    EXPECT_EQ(form.request().engagement, core::EngagementChoice::Combined);
}

bool offers(const QComboBox& box, const char* text)
{
    const auto* model = qobject_cast<const QStandardItemModel*>(box.model());
    const auto* item = model->item(box.findText(QLatin1String(text)));
    EXPECT_EQ(item->isEnabled(), item->toolTip().isEmpty()) << text; // what is missing is said
    return item->isEnabled();
}

TEST_F(TrainingFormTest, AsksForTheTargetAndTheSplitThatWereChosen)
{
    EXPECT_EQ(form.request().target, core::Target::Raw);
    EXPECT_EQ(form.request().splitRule, std::nullopt);
    form.setProject(madeProject());
    QTest::keyClick(&the<QComboBox>("target"), Qt::Key_Down);
    EXPECT_EQ(form.request().target, core::Target::Day);
    QTest::keyClick(&the<QComboBox>("target"), Qt::Key_Down);
    EXPECT_EQ(form.request().target, core::Target::Author);
    type<QLineEdit>("split-seed", "18");
    QTest::keyClicks(&the<QComboBox>("split"), QStringLiteral("by author"));
    EXPECT_EQ(form.request().splitRule, core::SplitRule::Author);
    EXPECT_EQ(form.request().splitSeed, 18U);
    QTest::keyClick(&the<QComboBox>("split"), Qt::Key_Down);
    EXPECT_EQ(form.request().splitRule, core::SplitRule::Time);
    EXPECT_FALSE(the<QLineEdit>("split-seed").isEnabled());
    EXPECT_EQ(form.request().splitSeed, std::nullopt); // nothing is drawn

    the<QPushButton>("reset").click();
    EXPECT_EQ(form.request().target, core::Target::Raw);
    EXPECT_EQ(form.request().splitRule, std::nullopt);
    EXPECT_TRUE(the<QLineEdit>("split-seed").isEnabled());
}

TEST_F(TrainingFormTest, OffersTargetsAndSplitsOnlyWhereTheirColumnIsThere)
{
    form.setProject(madeProject());
    EXPECT_TRUE(offers(the<QComboBox>("target"), "a day"));
    EXPECT_TRUE(offers(the<QComboBox>("split"), "by author"));
    EXPECT_FALSE(offers(the<QComboBox>("split"), "the table's"));
    the<QComboBox>("target").setCurrentText(QStringLiteral("beyond the author"));
    the<QComboBox>("split").setCurrentText(QStringLiteral("by time"));

    auto collection = std::make_shared<core::Collection>(*madeProject().collection);
    collection->authorNames.clear();
    collection->dates.assign(collection->size(), std::nullopt);
    collection->tableSplit.assign(collection->size(), core::Split::Train);
    auto project = madeProject();
    project.collection = collection;
    form.setProject(project);
    EXPECT_FALSE(offers(the<QComboBox>("target"), "a day"));
    EXPECT_FALSE(offers(the<QComboBox>("target"), "beyond the author"));
    EXPECT_FALSE(offers(the<QComboBox>("split"), "by author"));
    EXPECT_FALSE(offers(the<QComboBox>("split"), "by time"));
    EXPECT_TRUE(offers(the<QComboBox>("split"), "the table's"));
    EXPECT_EQ(form.request().target, core::Target::Raw); // what is gone was let go
    EXPECT_EQ(form.request().splitRule, std::nullopt);
}

TEST_F(TrainingFormTest, EveryFieldHasANameForThoseWhoHear)
{
    for (const auto* name : {"popular-senses", "batch", "epochs", "threads"})
        EXPECT_FALSE(the<QSpinBox>(name).accessibleName().isEmpty()) << name;
    for (const auto* name : {"target", "split"})
        EXPECT_FALSE(the<QComboBox>(name).accessibleName().isEmpty()) << name;
    for (const auto* name : {"seed", "split-seed", "regularisation", "run-name"})
        EXPECT_FALSE(the<QLineEdit>(name).accessibleName().isEmpty()) << name;
}

} // namespace
