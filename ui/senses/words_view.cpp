#include "ui/senses/words_view.h"

#include "ui/senses/sense_wording.h"
#include "ui/senses/weight_bar_delegate.h"
#include "ui/senses/words_model.h"
#include "ui/theme/quiet_label.h"

#include <QHeaderView>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace ui {

WordsView::WordsView(QWidget* parent)
    : QWidget(parent)
    , m_model(new WordsModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_bars(new WeightBarDelegate(this))
    , m_table(new QTableView(this))
    , m_note(new QuietLabel({}, this))
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(WordsModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_table->setModel(m_sorted);
    m_table->setObjectName(QStringLiteral("words"));
    m_table->setAccessibleName(tr("Words of this sense"));
    m_table->setItemDelegateForColumn(WordsModel::WeightColumn, m_bars);
    m_table->setSortingEnabled(true);
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(3 * kGrid);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setMinimumHeight(20 * kGrid);
    m_note->setObjectName(QStringLiteral("words-note"));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_note);
}

void WordsView::showWords(const core::Sense& sense, const core::Senses& senses, bool texts)
{
    m_bars->setAccent(senseAccent(sense.id));
    m_model->setWords(sense.words.words, senses.wordWeight);
    m_table->sortByColumn(WordsModel::WeightColumn, Qt::DescendingOrder);
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(WordsModel::WeightColumn, QHeaderView::Stretch);
    m_table->setVisible(!sense.words.words.empty());
    if (!texts)
        m_note->setText(tr("This collection came without texts, so its senses have no words."));
    else if (sense.words.words.empty())
        m_note->setText(tr("No word sets this sense's images apart from the others'."));
    else
        m_note->setText(
            tr("From the texts of the %1 images that respond most.")
                .arg(QLocale().toString(static_cast<qulonglong>(sense.words.documents))));
}

} // namespace ui
