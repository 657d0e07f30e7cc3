#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// A number over a bar as long as WordsModel::FractionRole says.
class WeightBarDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setAccent(Accent accent) { m_accent = accent; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

private:
    Accent m_accent = Accent::Neutral;
};

} // namespace ui
