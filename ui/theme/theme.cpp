#include "ui/theme/theme.h"

#include <QApplication>
#include <QGuiApplication>
#include <QProxyStyle>
#include <QStyleOptionButton>

#include <array>

namespace ui {

namespace {

/// Okabe and Ito's colours (2008), apart for every common kind of colour blindness, shaded so that
/// each has a contrast of 3:1 and more on its ground.
struct AccentPair {
    QRgb light;
    QRgb dark;
};
constexpr std::array<AccentPair, 6> kAccents = {{
    {0xFFC4500A, 0xFFF28C3A}, // Popular: vermilion
    {0xFF0B6BA8, 0xFF5DB2E8}, // Unpopular: blue
    {0xFF6E7279, 0xFFA4A9B2}, // Neutral
    {0xFF5B4FA0, 0xFFB3A6F0}, // First: violet
    {0xFF00805E, 0xFF3FC79A}, // Second: bluish green
    {0xFFA8487D, 0xFFE59AC5}, // Third: reddish purple
}};

/// What lines, edges and grooves are drawn in.
void setEdges(QPalette& palette, bool dark)
{
    palette.setColor(QPalette::Light, dark ? QColor(0x3A3F48) : QColor(0xFFFFFF));
    palette.setColor(QPalette::Midlight, dark ? QColor(0x32363E) : QColor(0xEDEBE6));
    palette.setColor(QPalette::Mid, dark ? QColor(0x3A3E46) : QColor(0xD3D1CB));
    palette.setColor(QPalette::Dark, dark ? QColor(0x121418) : QColor(0xB9B7B1));
    palette.setColor(QPalette::Shadow, dark ? QColor(0x0B0C0E) : QColor(0x8C8A85));
}

QPalette paletteOf(bool dark)
{
    const QColor window = dark ? QColor(0x1F2228) : QColor(0xF4F3F0);
    const QColor base = dark ? QColor(0x181B20) : QColor(0xFFFFFF);
    const QColor alternate = dark ? QColor(0x23272E) : QColor(0xF8F7F4);
    const QColor text = dark ? QColor(0xE8E6E1) : QColor(0x23262B);
    const QColor button = dark ? QColor(0x2C3038) : QColor(0xFBFAF8);
    const QColor quiet = dark ? QColor(0x7D828B) : QColor(0x9A9CA1);
    const QColor highlight = dark ? QColor(0x3F6F9E) : QColor(0x2F6698);

    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, alternate);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, dark ? QColor(0xFFFFFF) : QColor(0xB00020));
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x34383F) : QColor(0x2B2E34));
    palette.setColor(QPalette::ToolTipText, QColor(0xF4F3F0));
    // Placeholders say what holds while a field is empty, so they must be read.
    palette.setColor(QPalette::PlaceholderText, secondaryTextColour(palette));
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::HighlightedText, QColor(0xFFFFFF));
    palette.setColor(QPalette::Link, dark ? QColor(0x8CBDEB) : QColor(0x1F5C94));
    palette.setColor(QPalette::LinkVisited, dark ? QColor(0xB3A6F0) : QColor(0x5B4FA0));
    setEdges(palette, dark);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, quiet);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, quiet);
    return palette;
}

/// Where Fusion looks its age; colours come from the palette alone.
const QString kStyleSheet = QStringLiteral(R"(
QToolTip { border: 1px solid palette(mid); padding: 4px 8px; }
QGroupBox { border: none; margin-top: 24px; font-weight: bold; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QHeaderView::section { background: palette(window); border: none;
    border-bottom: 1px solid palette(mid); padding: 4px 8px; }
QTableView, QListView, QTreeView, QScrollArea { border: none; }
QTableView { gridline-color: palette(midlight); }
QStatusBar::item { border: none; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: palette(midlight); }
QSplitter#inspectorSplitter::handle { background: palette(mid); width: 1px; }
QScrollBar:vertical { width: 12px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 12px; background: transparent; margin: 0; }
QScrollBar::handle { background: palette(mid); border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: palette(dark); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)");

/// Fusion, its rings of radio buttons and boxes of check boxes in a colour that stands out from a
/// dark ground as well: Fusion draws them darker than the window.
class LegibleFusion final : public QProxyStyle {
public:
    LegibleFusion()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override
    {
        const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        if (button == nullptr
            || (element != PE_IndicatorRadioButton && element != PE_IndicatorCheckBox)) {
            QProxyStyle::drawPrimitive(element, option, painter, widget);
            return;
        }
        constexpr int kFusionDarkens = 150;
        QStyleOptionButton legible(*button);
        legible.palette.setColor(QPalette::Window,
                                 secondaryTextColour(button->palette).lighter(kFusionDarkens));
        QProxyStyle::drawPrimitive(element, &legible, painter, widget);
    }
};

/// What the desktop had before a palette of ours was set.
bool systemIsDark()
{
    static const bool dark = isDark(QGuiApplication::palette());
    return dark;
}

} // namespace

void applyTheme(QApplication& application, ThemeChoice choice)
{
    const bool system = systemIsDark(); // asked before the first palette of ours
    const bool dark = choice == ThemeChoice::System ? system : choice == ThemeChoice::Dark;
    QApplication::setStyle(new LegibleFusion); // the application's from here on
    QApplication::setPalette(paletteOf(dark));
    application.setStyleSheet(kStyleSheet);
}

bool isDark(const QPalette& palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

QColor accentColour(Accent accent, const QPalette& palette)
{
    const auto& pair = kAccents.at(static_cast<std::size_t>(accent));
    return QColor::fromRgb(isDark(palette) ? pair.dark : pair.light);
}

QColor gridLineColour(const QPalette& palette)
{
    return isDark(palette) ? QColor(0x353A42) : QColor(0xE1DFDA);
}

QColor secondaryTextColour(const QPalette& palette)
{
    return isDark(palette) ? QColor(0xA9AEB7) : QColor(0x60646B);
}

} // namespace ui
