#include "ui/page_rail.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QFile>
#include <QIcon>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

// The window's library is static: its resources are linked in only when asked for, and the macro
// may not stand in a namespace.
static void initialiseResources() // NOLINT(misc-use-anonymous-namespace)
{
    Q_INIT_RESOURCE(resources);
}

namespace ui {

namespace {

constexpr int kIconSide = 3 * kGrid;
constexpr int kRailWidth = 11 * kGrid;
constexpr std::array kIconNames = {"collection", "train", "senses", "compare"};

QPixmap tinted(const QString& file, const QColor& colour, qreal ratio)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    auto drawing = source.readAll();
    drawing.replace("#000000", colour.name().toLatin1());
    QPixmap pixmap(QSize(kIconSide, kIconSide) * ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(drawing).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

} // namespace

PageRail::PageRail(QWidget* parent)
    : QWidget(parent)
    , m_buttons(new QButtonGroup(this))
{
    initialiseResources();
    setAccessibleName(tr("Pages"));
    setFixedWidth(kRailWidth);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->setSpacing(kGrid / 2);
    const std::array titles = {tr("Collection"), tr("Train"), tr("Senses"), tr("Compare")};
    for (int page = 0; page < static_cast<int>(titles.size()); ++page) {
        const auto& title = titles.at(static_cast<std::size_t>(page));
        auto* button = new QToolButton(this);
        button->setText(title);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setIconSize({kIconSide, kIconSide});
        button->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + page)));
        button->setToolTip(tr("%1 (Ctrl+%2)").arg(title).arg(page + 1));
        button->setAccessibleName(title);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFixedHeight(8 * kGrid);
        m_buttons->addButton(button, page);
        column->addWidget(button);
    }
    column->addStretch();
    connect(m_buttons, &QButtonGroup::idClicked, this,
            [this](int page) { Q_EMIT pageChosen(static_cast<Page>(page)); });
    drawIcons();
}

void PageRail::setCurrent(Page page)
{
    m_buttons->setExclusive(true);
    m_buttons->button(static_cast<int>(page))->setChecked(true);
}

void PageRail::clearCurrent()
{
    m_buttons->setExclusive(false);
    for (auto* button : m_buttons->buttons())
        button->setChecked(false);
    m_buttons->setExclusive(true);
}

void PageRail::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        drawIcons();
}

void PageRail::drawIcons()
{
    for (auto* button : m_buttons->buttons()) {
        const auto name =
            QLatin1String(kIconNames.at(static_cast<std::size_t>(m_buttons->id(button))));
        button->setIcon(QIcon(tinted(QStringLiteral(":/icons/%1.svg").arg(name),
                                     palette().color(QPalette::ButtonText), devicePixelRatioF())));
    }
}

} // namespace ui
