#include "core/random.h"
#include "ui/charts/plot_axis.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

TEST(LinearAxis, HoldsItsRangeAndItsMarksRise)
{
    core::Random random(3);
    for (int i = 0; i < 2'000; ++i) {
        const double scale = std::pow(10.0, static_cast<double>(random.below(13)) - 6.0);
        const double low = scale * (static_cast<double>(random.below(2'000)) - 1'000.0);
        const double high = low + scale * static_cast<double>(1 + random.below(1'000));
        const auto axis = ui::linearAxis({}, low, high);
        EXPECT_LE(axis.low, low + 1e-6 * (high - low));
        EXPECT_GE(axis.high, high - 1e-6 * (high - low));
        ASSERT_GE(axis.marks.size(), 2U);
        EXPECT_LE(axis.marks.size(), 13U);
        for (std::size_t m = 1; m < axis.marks.size(); ++m)
            EXPECT_LT(axis.marks[m - 1].value, axis.marks[m].value);
    }
}

TEST(LinearAxis, OfOneValueIsStillAnAxis)
{
    for (const double value : {0.0, -3.0, 1e17, -1e300}) {
        const auto axis = ui::linearAxis({}, value, value);
        EXPECT_LT(axis.low, axis.high) << value;
        EXPECT_TRUE(std::isfinite(axis.place(value))) << value;
        EXPECT_LE(axis.marks.size(), 13U);
    }
}

TEST(LogarithmicAxis, GivesEveryDecadeTheSameRoom)
{
    const auto axis = ui::logarithmicAxis({}, 1.0, 10'000.0);
    EXPECT_DOUBLE_EQ(axis.place(1.0), 0.0);
    EXPECT_DOUBLE_EQ(axis.place(100.0), 0.5);
    EXPECT_DOUBLE_EQ(axis.place(10'000.0), 1.0);
    EXPECT_EQ(axis.marks.size(), 5U);
    EXPECT_LE(ui::logarithmicAxis({}, 1.0, 1e18).marks.size(), 8U);
}

TEST(ShortNumber, SaysThousandsByALetter)
{
    EXPECT_EQ(ui::shortNumber(0.0).toStdString(), "0");
    EXPECT_EQ(ui::shortNumber(999.0).toStdString(), "999");
    EXPECT_EQ(ui::shortNumber(1'500.0).toStdString(), "1.5k");
    EXPECT_EQ(ui::shortNumber(999'960.0).toStdString(), "1M");
    EXPECT_EQ(ui::shortNumber(999'900.0).toStdString(), "999.9k");
    EXPECT_EQ(ui::shortNumber(26e9).toStdString(), "26G");
    EXPECT_EQ(ui::shortNumber(-2e6).toStdString(), "-2M");
}

} // namespace
