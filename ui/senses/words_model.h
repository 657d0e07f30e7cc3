#pragma once

#include "core/insight/words.h"

#include <QAbstractTableModel>

#include <vector>

namespace ui {

/// A sense's words as rows, best first. Holds its own copy.
class WordsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { WordColumn, WeightColumn, CountColumn, ZColumn };
    enum Role {
        SortRole = Qt::UserRole, ///< the raw value: numbers sort as numbers
        FractionRole             ///< of the weight by the largest, in [0, 1]: how long its bar is
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// weight   the one in fact used; log-odds have a z beside them
    void setWords(std::vector<core::WordScore> words, core::WordWeight weight);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    static QVariant rawValue(const core::WordScore& word, int column);
    QString text(const core::WordScore& word, int column) const;
    QString weightText(double weight) const;

    std::vector<core::WordScore> m_words;
    core::WordWeight m_weight = core::WordWeight::TfIdf;
    double m_largest = 0.0;
};

} // namespace ui
