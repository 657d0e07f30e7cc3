#include "ui/training/senses_shape.h"

#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"
#include "ui/training/sense_row.h"

#include <QApplication>
#include <QEvent>
#include <QGridLayout>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr int kSideBySideWidth = 66 * kGrid;
constexpr int kBetweenColumns = 3 * kGrid;

QLabel* makeTitle(const QString& text, QWidget* parent)
{
    auto* title = new QLabel(text, parent);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    title->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return title;
}

void colourText(QLabel& label, const QColor& colour)
{
    if (label.palette().color(QPalette::WindowText) == colour)
        return;
    QPalette changed = label.palette();
    changed.setColor(QPalette::WindowText, colour);
    label.setPalette(changed);
}

std::vector<core::ImageKey> keysOf(const std::vector<std::size_t>& rows)
{
    std::vector<core::ImageKey> keys;
    keys.reserve(rows.size());
    std::transform(rows.begin(), rows.end(), std::back_inserter(keys),
                   [](std::size_t row) { return static_cast<core::ImageKey>(row); });
    return keys;
}

} // namespace

SensesShape::SensesShape(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_tiles(loader)
    , m_stack(new QStackedWidget(this))
    , m_empty(new QuietLabel({}, this))
    , m_noPictures(new QuietLabel(tr("This collection has no pictures, so each sense shows the "
                                     "names of its images."),
                                  this))
    , m_popularTitle(makeTitle(tr("▲ Popular senses"), this))
    , m_unpopularTitle(makeTitle(tr("▼ Unpopular senses"), this))
    , m_scroll(new QScrollArea(this))
    , m_senses(new QWidget(this))
    , m_grid(new QGridLayout(m_senses))
{
    m_empty->setObjectName(QStringLiteral("no-senses"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setMargin(4 * kGrid);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeSenses());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    recolour();
    connect(&loader, &ThumbnailLoader::loaded, this, &SensesShape::repaintImage);
    connect(&loader, &ThumbnailLoader::requestsDropped, this, [this] {
        for (SenseRow* row : m_rows)
            row->update(); // painting asks again for what is not here
    });
}

QWidget* SensesShape::makeSenses()
{
    m_grid->setContentsMargins(0, 0, kGrid, 0);
    m_grid->setHorizontalSpacing(kBetweenColumns);
    m_grid->setVerticalSpacing(0);
    m_scroll->setWidget(m_senses);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its rows have it

    auto* page = new QWidget(this);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    layout->addWidget(m_noPictures);
    layout->addWidget(m_scroll, 1);
    return page;
}

void SensesShape::setProject(const core::Project& project)
{
    m_tiles.setProject(project);
    m_noPictures->setVisible(!m_tiles.hasPictures());
    setSenses(0, 0);
}

void SensesShape::clear(const QString& text)
{
    setSenses(0, 0);
    m_empty->setText(text);
    m_stack->setCurrentIndex(0);
}

void SensesShape::setSenses(int popular, int unpopular)
{
    for (SenseRow* row : m_rows)
        delete row;
    m_rows.clear();
    m_popular = popular;
    for (int i = 0; i < popular; ++i)
        addRow({core::Polarity::Popular, i});
    for (int i = 0; i < unpopular; ++i)
        addRow({core::Polarity::Unpopular, i});
    QWidget* before = m_scroll;
    for (SenseRow* row : m_rows) {
        QWidget::setTabOrder(before, row);
        before = row;
    }
    arrange();
    m_stack->setCurrentIndex(m_rows.empty() ? 0 : 1);
}

void SensesShape::addRow(const core::SenseId& id)
{
    auto* row = new SenseRow(id, m_tiles, m_senses);
    connect(row, &SenseRow::imageSelected, this, &SensesShape::imageSelected);
    m_rows.push_back(row);
}

void SensesShape::showSnapshot(const core::TrainingSnapshot& snapshot)
{
    const std::size_t known = std::min(m_rows.size(), snapshot.topRows.size());
    for (std::size_t sense = 0; sense < known; ++sense) {
        const double share = sense < snapshot.share.size() ? snapshot.share[sense] : 0.0;
        m_rows[sense]->setImages(keysOf(snapshot.topRows[sense]), share);
    }
}

void SensesShape::arrange()
{
    while (QLayoutItem* item = m_grid->takeAt(0))
        delete item;
    for (int line = 0; line < m_grid->rowCount(); ++line)
        m_grid->setRowStretch(line, 0);

    const int popular = m_popular;
    const int unpopular = static_cast<int>(m_rows.size()) - popular;
    const bool twoColumns = m_sideBySide && unpopular > 0;
    const int below = twoColumns ? 0 : popular + 1; // where the unpopular ones begin
    const int column = twoColumns ? 1 : 0;
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, twoColumns ? 1 : 0);
    m_popularTitle->setVisible(popular > 0);
    m_unpopularTitle->setVisible(unpopular > 0);
    m_grid->addWidget(m_popularTitle, 0, 0);
    if (unpopular > 0)
        m_grid->addWidget(m_unpopularTitle, below, column);
    for (int i = 0; i < popular + unpopular; ++i) {
        const int line = i < popular ? i + 1 : below + 1 + i - popular;
        m_grid->addWidget(m_rows[static_cast<std::size_t>(i)], line, i < popular ? 0 : column);
        m_grid->setRowStretch(line, 1);
    }
}

void SensesShape::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool sideBySide = width() >= kSideBySideWidth;
    if (sideBySide == m_sideBySide)
        return;
    m_sideBySide = sideBySide;
    arrange();
}

void SensesShape::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        recolour();
}

void SensesShape::recolour()
{
    colourText(*m_popularTitle, accentColour(Accent::Popular, palette()));
    colourText(*m_unpopularTitle, accentColour(Accent::Unpopular, palette()));
}

void SensesShape::repaintImage(qint64 key)
{
    for (SenseRow* row : m_rows) {
        if (row->shows(key))
            row->update();
    }
}

} // namespace ui
