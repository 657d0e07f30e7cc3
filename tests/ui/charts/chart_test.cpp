#include "core/error.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/density_chart.h"
#include "ui/charts/histogram_chart.h"
#include "ui/charts/line_chart.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QToolButton>
#include <gtest/gtest.h>

#include <cstdlib>
#include <limits>

namespace {

using ui::Accent;
using ui::Chart;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

int pixelsOf(const QImage& picture, const QColor& colour)
{
    int count = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            count += picture.pixelColor(x, y) == colour ? 1 : 0;
    }
    return count;
}

/// The topmost pixel of this colour in a column; the height where there is none.
int topOf(const QImage& picture, int x, const QColor& colour)
{
    int y = 0;
    while (y < picture.height() && picture.pixelColor(x, y) != colour)
        ++y;
    return y;
}

class ChartTest : public testing::Test {
protected:
    void TearDown() override { ui::applyTheme(*qApp, ui::ThemeChoice::Light); }

    static QColor accent(Accent which) { return ui::accentColour(which, QApplication::palette()); }
    static QImage shown(Chart& chart)
    {
        chart.resize(640, 400);
        return chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    QByteArray exported(const Chart& chart, Chart::Format format, double scale = 2.0) const
    {
        const auto file = folder.filePath(QStringLiteral("chart"));
        chart.exportTo(file, format, scale);
        QFile read(file);
        EXPECT_TRUE(read.open(QIODevice::ReadOnly));
        return read.readAll();
    }

    QTemporaryDir folder;
};

TEST_F(ChartTest, BarsAreDrawnAndTheirNumbersExported)
{
    ui::applyTheme(*qApp, ui::ThemeChoice::Light);
    ui::BarChart chart(QStringLiteral("Levels"));
    chart.setBars(QStringLiteral("rho"), {{.label = QStringLiteral("low"),
                                           .value = 0.5,
                                           .interval = core::Interval{0.25, 0.75},
                                           .accent = Accent::Popular},
                                          {.label = QStringLiteral("high, all"),
                                           .value = 0.125,
                                           .interval = {},
                                           .accent = Accent::Unpopular}});
    const auto picture = shown(chart);
    const int popular = pixelsOf(picture, accent(Accent::Popular));
    const int unpopular = pixelsOf(picture, accent(Accent::Unpopular));
    EXPECT_GT(unpopular, 500);
    EXPECT_GT(popular, 2 * unpopular);
    EXPECT_EQ(exported(chart, Chart::Format::Csv).replace('\r', "").toStdString(),
              "label,rho,low,high\nlow,0.5,0.25,0.75\n\"high, all\",0.125,,\n");
}

TEST_F(ChartTest, ExportsPicturesOnPaper)
{
    ui::applyTheme(*qApp, ui::ThemeChoice::Dark); // not seen on paper
    ui::BarChart chart(QStringLiteral("Levels & <more>"));
    chart.setBars(QStringLiteral("rho"), {{.label = QStringLiteral("low"),
                                           .value = 0.5,
                                           .interval = {},
                                           .accent = Accent::Popular}});
    chart.resize(200, 200);
    const auto png = QImage::fromData(exported(chart, Chart::Format::Png, 3.0), "PNG");
    EXPECT_EQ(png.size(), QSize(3 * 640, 3 * 400));
    EXPECT_EQ(png.pixelColor(1, 1), QColor(Qt::white));
    ui::applyTheme(*qApp, ui::ThemeChoice::Light);
    EXPECT_GT(pixelsOf(png, accent(Accent::Popular)), 1'000);
    EXPECT_TRUE(exported(chart, Chart::Format::Pdf).startsWith("%PDF"));
    const auto svg = exported(chart, Chart::Format::Svg);
    EXPECT_TRUE(svg.contains("<svg"));
    EXPECT_TRUE(svg.contains("Levels &amp; &lt;more&gt;"));
    EXPECT_TRUE(svg.toLower().contains(accent(Accent::Popular).name().toLatin1()));
}

TEST_F(ChartTest, AFileThatCannotBeWrittenIsNamed)
{
    ui::BarChart chart(QStringLiteral("Levels"));
    for (const auto format :
         {Chart::Format::Png, Chart::Format::Svg, Chart::Format::Pdf, Chart::Format::Csv}) {
        try {
            chart.exportTo(folder.filePath(QStringLiteral("missing/chart")), format);
            ADD_FAILURE() << "written nowhere";
        } catch (const core::Error& error) {
            EXPECT_NE(std::string(error.what()).find("missing/chart"), std::string::npos);
        }
    }
}

TEST_F(ChartTest, FollowsThePalette)
{
    ui::BarChart chart(QStringLiteral("Levels"));
    chart.setBars(QStringLiteral("rho"), {{.label = QStringLiteral("low"),
                                           .value = 0.5,
                                           .interval = {},
                                           .accent = Accent::Popular}});
    for (const auto choice : {ui::ThemeChoice::Light, ui::ThemeChoice::Dark}) {
        ui::applyTheme(*qApp, choice);
        EXPECT_GT(pixelsOf(shown(chart), accent(Accent::Popular)), 500);
    }
}

TEST_F(ChartTest, EmptyItSaysWhyAndExportsNothing)
{
    ui::LineChart chart(QStringLiteral("Curve"));
    chart.setEmptyText(QStringLiteral("Nothing yet."));
    chart.setLines({{.name = QStringLiteral("a"), .points = {}}});
    EXPECT_TRUE(chart.empty());
    EXPECT_FALSE(chart.findChild<QToolButton*>()->isEnabled());
    EXPECT_FALSE(chart.findChild<QToolButton*>()->accessibleName().isEmpty());
    EXPECT_FALSE(shown(chart).isNull());
    chart.setLines({{.name = QStringLiteral("a"), .points = {{0.0, 1.0}}}});
    EXPECT_TRUE(chart.findChild<QToolButton*>()->isEnabled());
}

TEST_F(ChartTest, NumbersThatAreNoneAreLeftOut)
{
    ui::LineChart lines(QStringLiteral("Curve"));
    lines.setAxes(QStringLiteral("Epoch"), QStringLiteral("Loss"), QStringLiteral("Rho"));
    lines.setLines(
        {{.name = QStringLiteral("loss"),
          .points = {{1.0, 2.0}, {2.0, kNan}, {3.0, kInfinity}, {kNan, 1.0}, {4.0, 1.0}}},
         {.name = QStringLiteral("rho"), .points = {{1.0, kNan}}, .rightAxis = true}});
    lines.setMarker(kNan);
    EXPECT_EQ(lines.table().rows.size(), 2U);
    ui::DensityChart density(QStringLiteral("Scores"));
    density.setPoints(QStringLiteral("x"), {0.0, kNan, 1.0, kInfinity}, QStringLiteral("y"),
                      {0.0, 1.0, 1.0, 1.0});
    EXPECT_EQ(density.table().rows.size(), 2U);
    for (const Chart* chart :
         {static_cast<const Chart*>(&lines), static_cast<const Chart*>(&density)}) {
        const auto svg = exported(*chart, Chart::Format::Svg).toLower();
        EXPECT_FALSE(svg.contains("nan")) << chart->title().toStdString();
        EXPECT_FALSE(svg.contains("inf")) << chart->title().toStdString();
    }
}

TEST_F(ChartTest, AHistogramHasABarForZeroAndALogarithmicAxis)
{
    ui::applyTheme(*qApp, ui::ThemeChoice::Light);
    ui::HistogramChart chart(QStringLiteral("Popularity"));
    chart.setHistogram(QStringLiteral("Views"), {.zeros = 5, .edges = {}, .images = {}});
    EXPECT_GT(pixelsOf(shown(chart), accent(Accent::Neutral)), 200);
    chart.setHistogram(QStringLiteral("Views"),
                       {.zeros = 0, .edges = {1, 10, 100, 1000}, .images = {1, 10, 100}});
    const auto picture = shown(chart);
    std::vector<int> tops; // of the three bars, left to right
    for (int x = 0; x < picture.width(); ++x) {
        const int top = topOf(picture, x, accent(Accent::Neutral));
        if (top < picture.height() && (tops.empty() || std::abs(tops.back() - top) > 3))
            tops.push_back(top);
    }
    ASSERT_EQ(tops.size(), 3U);
    EXPECT_GT(tops[0], tops[1]);
    EXPECT_NEAR(tops[0] - tops[1], tops[1] - tops[2], 3); // a decade is a decade
    EXPECT_EQ(chart.table().rows.size(), 4U);
    EXPECT_EQ(chart.table().rows[2], std::vector<std::string>({"10", "100", "10"}));
}

TEST_F(ChartTest, ADensityCountsEveryPoint)
{
    ui::DensityChart chart(QStringLiteral("Scores"));
    std::vector<double> x;
    std::vector<double> y;
    for (int i = 0; i < 100'000; ++i) {
        x.push_back(i % 317);
        y.push_back(i % 211);
    }
    chart.setPoints(QStringLiteral("x"), x, QStringLiteral("y"), y);
    int counted = 0;
    for (const auto& row : chart.table().rows)
        counted += std::stoi(row[2]);
    EXPECT_EQ(counted, 100'000);
    EXPECT_FALSE(shown(chart).isNull());
}

} // namespace
