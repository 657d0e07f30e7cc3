#include "ui/senses/weight_bar_delegate.h"

#include "ui/senses/words_model.h"

#include <QApplication>
#include <QPainter>

namespace ui {

void WeightBarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString number = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const int numberWidth = cell.fontMetrics.horizontalAdvance(QStringLiteral("00.0000")) + kGrid;
    const QRect room = option.rect.adjusted(kGrid / 2, kGrid / 2, -numberWidth, -kGrid / 2);
    QRect bar = room;
    bar.setWidth(
        std::max(2, qRound(index.data(WordsModel::FractionRole).toDouble() * room.width())));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(accentColour(m_accent, option.palette));
    painter->drawRoundedRect(bar, 2.0, 2.0);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(option.rect.adjusted(0, 0, -kGrid / 2, 0), Qt::AlignRight | Qt::AlignVCenter,
                      number);
    painter->restore();
}

} // namespace ui
