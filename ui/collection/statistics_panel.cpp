#include "ui/collection/statistics_panel.h"

#include "core/report/tables.h"
#include "ui/collection/wording.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace ui {

namespace {

constexpr int kNameLength = 40;
constexpr int kRowHeight = 3 * kGrid;

QString dayText(std::int64_t seconds)
{
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).date(),
                              QLocale::ShortFormat);
}

QString extentText(const core::CollectionStatistics& statistics)
{
    const auto images = static_cast<qint64>(statistics.images);
    const auto authors = static_cast<qint64>(statistics.authors);
    QStringList parts{
        counted(images, StatisticsPanel::tr("1 image"), StatisticsPanel::tr("%1 images"))};
    if (authors > 0)
        parts.append(
            counted(authors, StatisticsPanel::tr("1 author"), StatisticsPanel::tr("%1 authors")));
    if (statistics.firstDate && statistics.lastDate)
        parts.append(QStringLiteral("%1 – %2").arg(dayText(*statistics.firstDate),
                                                   dayText(*statistics.lastDate)));
    return parts.join(QStringLiteral("  ·  "));
}

/// Three digits that matter; whole numbers above a hundred.
QString numberText(double value)
{
    if (value != 0.0 && value < 10.0 && value != std::floor(value))
        return QLocale().toString(value, 'f', 2);
    if (value < 100.0 && value != std::floor(value))
        return QLocale().toString(value, 'f', 1);
    return QLocale().toString(value, 'f', 0);
}

QString shareText(double share)
{
    const double percent = 100.0 * share;
    const int digits = share > 0.0 && percent < 10.0 ? 1 : 0;
    return StatisticsPanel::tr("%1%").arg(QLocale().toString(percent, 'f', digits));
}

QTableWidgetItem* cell(const QString& text, bool number)
{
    auto* item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft));
    item->setToolTip(tipText(text));
    return item;
}

} // namespace

TableText statisticsTable(const core::CollectionStatistics& statistics)
{
    TableText table{{"measure", "images", "mean", "median", "maximum", "zero share"}, {}};
    for (const auto& measure : statistics.measures)
        table.rows.push_back({measure.name, std::to_string(statistics.images),
                              core::csvNumber(measure.mean), core::csvNumber(measure.median),
                              std::to_string(measure.most), core::csvNumber(measure.zeroShare)});
    return table;
}

StatisticsPanel::StatisticsPanel(QWidget* parent)
    : QWidget(parent)
    , m_extent(new QLabel(this))
    , m_table(new QTableWidget(0, 5, this))
{
    m_extent->setTextFormat(Qt::PlainText);
    m_extent->setWordWrap(true);
    m_extent->setAccessibleName(tr("Extent of the collection"));
    m_table->setHorizontalHeaderLabels(
        {tr("Count"), tr("Mean"), tr("Median"), tr("Most"), tr("Zero")});
    m_table->setAccessibleName(tr("Statistics of every count"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->viewport()->setAutoFillBackground(false); // part of the page, not a field in it
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setMinimumSectionSize(5 * kGrid);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(4)->setToolTip(tr("Share of the images with a count of zero"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGrid);
    column->addWidget(m_extent);
    column->addWidget(m_table);
    clear();
}

void StatisticsPanel::showStatistics(const core::CollectionStatistics& statistics)
{
    m_statistics = statistics;
    m_extent->setText(extentText(statistics));
    m_table->setRowCount(static_cast<int>(statistics.measures.size()));
    int row = 0;
    for (const auto& measure : statistics.measures) {
        m_table->setItem(row, 0,
                         cell(oneLine(QString::fromStdString(measure.name), kNameLength), false));
        m_table->setItem(row, 1, cell(numberText(measure.mean), true));
        m_table->setItem(row, 2, cell(numberText(measure.median), true));
        m_table->setItem(row, 3,
                         cell(QLocale().toString(static_cast<qlonglong>(measure.most)), true));
        m_table->setItem(row, 4, cell(shareText(measure.zeroShare), true));
        ++row;
    }
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + row * kRowHeight);
    m_table->setVisible(row > 0);
}

void StatisticsPanel::clear()
{
    m_statistics = {};
    m_extent->clear();
    m_table->setRowCount(0);
    m_table->hide();
}

void StatisticsPanel::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    QAction* save = menu.addAction(tr("Save as CSV…"));
    save->setEnabled(!m_statistics.measures.empty());
    connect(save, &QAction::triggered, this, &StatisticsPanel::save);
    menu.exec(event->globalPos());
}

void StatisticsPanel::save()
{
    saveCsvAs(this, tr("statistics.csv"), statisticsTable(m_statistics));
}

} // namespace ui
