#include "ui/theme/empty_page.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace {

using ui::Accent;
using ui::ThemeChoice;

constexpr std::array kAccents = {Accent::Popular, Accent::Unpopular, Accent::Neutral,
                                 Accent::First,   Accent::Second,    Accent::Third};

using Rgb = std::array<double, 3>;

Rgb linear(const QColor& colour)
{
    const auto channel = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return {channel(colour.redF()), channel(colour.greenF()), channel(colour.blueF())};
}

/// WCAG 2.1's contrast ratio, 1 to 21.
double contrast(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto [red, green, blue] = linear(colour);
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// CIE Lab of linear sRGB (D65).
Rgb lab(const Rgb& c)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116.0; };
    const double x = f((0.4124 * c[0] + 0.3576 * c[1] + 0.1805 * c[2]) / 0.9505);
    const double y = f(0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2]);
    const double z = f((0.0193 * c[0] + 0.1192 * c[1] + 0.9505 * c[2]) / 1.089);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
}

/// As an eye without one kind of cone sees it (Viénot, Brettel and Mollon 1999).
Rgb seenBy(const std::array<Rgb, 3>& eye, const Rgb& c)
{
    Rgb seen{};
    for (std::size_t i = 0; i < 3; ++i)
        seen[i] = std::clamp(eye[i][0] * c[0] + eye[i][1] * c[1] + eye[i][2] * c[2], 0.0, 1.0);
    return seen;
}

class ThemeTest : public testing::TestWithParam<ThemeChoice> {
protected:
    ThemeTest()
    {
        ui::applyTheme(*qApp, GetParam());
        palette = QApplication::palette();
    }
    void TearDown() override { ui::applyTheme(*qApp, ThemeChoice::Light); }

    QPalette palette;
};

TEST_P(ThemeTest, IsAsDarkAsItWasChosen)
{
    EXPECT_EQ(ui::isDark(palette), GetParam() == ThemeChoice::Dark);
}

TEST_P(ThemeTest, AccentsStandOutFromTheirGround)
{
    for (const auto accent : kAccents) {
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase})
            EXPECT_GE(contrast(ui::accentColour(accent, palette), palette.color(ground)), 3.0)
                << "accent " << static_cast<int>(accent) << " on " << ground;
    }
}

TEST_P(ThemeTest, TextCanBeReadWhereverItStands)
{
    const auto quiet = ui::secondaryTextColour(palette);
    for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
        EXPECT_GE(contrast(quiet, palette.color(ground)), 4.5) << "on " << ground;
        EXPECT_GE(contrast(palette.color(QPalette::Text), palette.color(ground)), 7.0);
    }
    const auto readable = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
        EXPECT_GE(contrast(palette.color(text), palette.color(ground)), 4.5)
            << text << " on " << ground;
    };
    readable(QPalette::ButtonText, QPalette::Button);
    readable(QPalette::HighlightedText, QPalette::Highlight);
    readable(QPalette::ToolTipText, QPalette::ToolTipBase);
    readable(QPalette::Link, QPalette::Base);
    // Fields say in their placeholder what holds while they are empty.
    readable(QPalette::PlaceholderText, QPalette::Base);
}

TEST_P(ThemeTest, PopularAndUnpopularAreApartForEveryEye)
{
    constexpr std::array<Rgb, 3> kAll = {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
    constexpr std::array<Rgb, 3> kNoRed = {
        {{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}};
    constexpr std::array<Rgb, 3> kNoGreen = {
        {{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}};
    const auto warm = linear(ui::accentColour(Accent::Popular, palette));
    const auto cool = linear(ui::accentColour(Accent::Unpopular, palette));
    for (const auto& eye : {kAll, kNoRed, kNoGreen}) {
        const auto a = lab(seenBy(eye, warm));
        const auto b = lab(seenBy(eye, cool));
        EXPECT_GT(std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), 40.0);
    }
}

/// The contrast of what stands out most of a widget.
double mostContrast(QWidget& widget, const QColor& ground)
{
    const QImage image = widget.grab().toImage();
    double most = 1.0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            most = std::max(most, contrast(image.pixelColor(x, y), ground));
    return most;
}

TEST_P(ThemeTest, WhatIsNotChosenCanBeSeenToBeThere)
{
    QRadioButton radio;
    QCheckBox box;
    for (QWidget* button : std::initializer_list<QWidget*>{&radio, &box})
        EXPECT_GE(mostContrast(*button, palette.color(QPalette::Window)), 3.0)
            << button->metaObject()->className();
}

TEST_P(ThemeTest, AQuietLabelFollowsThePalette)
{
    ui::QuietLabel label(QStringLiteral("<b>said quietly</b>"));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    for (const auto choice : {ThemeChoice::Dark, ThemeChoice::Light, GetParam()}) {
        ui::applyTheme(*qApp, choice);
        QCoreApplication::processEvents();
        EXPECT_EQ(label.palette().color(QPalette::WindowText),
                  ui::secondaryTextColour(QApplication::palette()));
    }
}

INSTANTIATE_TEST_SUITE_P(Both, ThemeTest, testing::Values(ThemeChoice::Light, ThemeChoice::Dark),
                         [](const auto& choice) {
                             return std::string(choice.param == ThemeChoice::Dark ? "Dark"
                                                                                  : "Light");
                         });

TEST(EmptyPage, ItsButtonIsPressedByTheKeyboard)
{
    ui::EmptyPage page;
    page.say(QStringLiteral("Nothing yet"), QStringLiteral("Import something."),
             QStringLiteral("&Import"));
    page.show();
    auto* button = page.findChild<QPushButton*>(QStringLiteral("empty-button"));
    ASSERT_NE(button, nullptr);
    ASSERT_TRUE(button->isVisible());
    EXPECT_NE(button->focusPolicy() & Qt::TabFocus, 0);
    const QSignalSpy accepted(&page, &ui::EmptyPage::accepted);
    QTest::keyClick(button, Qt::Key_Space);
    EXPECT_EQ(accepted.count(), 1);
}

TEST(EmptyPage, ShowsEveryLineOfItsSentence)
{
    ui::EmptyPage page;
    page.say(QStringLiteral("Nothing yet"), QStringLiteral("Three lines at least. ").repeated(10));
    page.resize(1200, 700);
    page.show();
    const auto* sentence = page.findChild<QLabel*>(QStringLiteral("empty-sentence"));
    EXPECT_GE(sentence->height(), sentence->heightForWidth(sentence->width()));
    EXPECT_GE(sentence->height(), 3 * sentence->fontMetrics().height());
}

TEST(EmptyPage, HasNoButtonWhereThereIsNothingToPress)
{
    ui::EmptyPage page;
    page.say(QStringLiteral("Nothing yet"), QStringLiteral("It will come."));
    page.show();
    EXPECT_FALSE(page.findChild<QPushButton*>(QStringLiteral("empty-button"))->isVisible());
    EXPECT_EQ(page.findChild<QLabel*>(QStringLiteral("empty-heading"))->text().toStdString(),
              "Nothing yet");
}

} // namespace
