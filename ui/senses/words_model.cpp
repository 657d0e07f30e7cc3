#include "ui/senses/words_model.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace ui {

void WordsModel::setWords(std::vector<core::WordScore> words, core::WordWeight weight)
{
    beginResetModel();
    m_words = std::move(words);
    m_weight = weight;
    m_largest = 0.0;
    for (const auto& word : m_words)
        m_largest = std::max(m_largest, word.weight);
    endResetModel();
}

int WordsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_words.size());
}

int WordsModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_weight == core::WordWeight::LogOdds ? ZColumn + 1 : CountColumn + 1;
}

QVariant WordsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& word = m_words[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(word, index.column());
    case SortRole:
        return rawValue(word, index.column());
    case FractionRole:
        return m_largest > 0.0 ? std::clamp(word.weight / m_largest, 0.0, 1.0) : 0.0;
    case Qt::TextAlignmentRole:
        return index.column() == WordColumn ? QVariant(Qt::AlignLeft | Qt::AlignVCenter)
                                            : QVariant(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant WordsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WordColumn:
        return tr("Word");
    case WeightColumn:
        switch (m_weight) {
        case core::WordWeight::TfIdf:
            return tr("Weight");
        case core::WordWeight::Frequency:
            return tr("Share");
        case core::WordWeight::LogOdds:
            return tr("Log-odds");
        }
        return {};
    case CountColumn:
        return tr("Count");
    default:
        return QStringLiteral("z");
    }
}

QVariant WordsModel::rawValue(const core::WordScore& word, int column)
{
    switch (column) {
    case WordColumn:
        return QString::fromStdString(word.word);
    case WeightColumn:
        return word.weight;
    case CountColumn:
        return static_cast<qulonglong>(word.count);
    default:
        return word.z;
    }
}

QString WordsModel::text(const core::WordScore& word, int column) const
{
    const QLocale locale;
    switch (column) {
    case WordColumn:
        return QString::fromStdString(word.word);
    case WeightColumn:
        return weightText(word.weight);
    case CountColumn:
        return locale.toString(static_cast<qulonglong>(word.count));
    default:
        return locale.toString(word.z, 'f', 1);
    }
}

QString WordsModel::weightText(double weight) const
{
    const QLocale locale;
    if (m_weight == core::WordWeight::Frequency)
        return tr("%1%").arg(locale.toString(100.0 * weight, 'f', 2));
    return locale.toString(weight, 'f', m_weight == core::WordWeight::LogOdds ? 2 : 4);
}

} // namespace ui
