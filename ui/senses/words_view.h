#pragma once

#include "core/study/senses.h"

#include <QWidget>

class QSortFilterProxyModel;
class QTableView;

namespace ui {

class QuietLabel;
class WeightBarDelegate;
class WordsModel;

/// A sense's words with bars, sortable by any column; a sentence where there are none.
class WordsView final : public QWidget {
    Q_OBJECT

public:
    explicit WordsView(QWidget* parent = nullptr);

    /// texts   whether the collection has any
    void showWords(const core::Sense& sense, const core::Senses& senses, bool texts);

private:
    WordsModel* m_model;
    QSortFilterProxyModel* m_sorted;
    WeightBarDelegate* m_bars;
    QTableView* m_table;
    QuietLabel* m_note;
};

} // namespace ui
