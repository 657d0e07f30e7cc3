#include "ui/training/lesson_settings.h"

#include "ui/theme/quiet_label.h"
#include "ui/training/expert_settings.h"
#include "ui/training/field_column.h"

#include <QComboBox>
#include <QLineEdit>
#include <QStandardItemModel>

namespace ui {

namespace {

constexpr int kOwnSplit = -1; // beside the values of core::SplitRule

/// A choice that means nothing here is shown all the same, and says why it cannot be taken.
void offer(const QComboBox& box, int value, bool offered, const QString& why)
{
    auto* item = qobject_cast<QStandardItemModel*>(box.model())->item(box.findData(value));
    item->setEnabled(offered);
    item->setToolTip(offered ? QString() : why);
    item->setAccessibleDescription(item->toolTip());
}

void leaveWhatIsNotOffered(QComboBox& box)
{
    if (!qobject_cast<QStandardItemModel*>(box.model())->item(box.currentIndex())->isEnabled())
        box.setCurrentIndex(0);
}

bool offered(core::Target target, const core::Collection& collection)
{
    return !core::missingFor(target, collection).has_value();
}

bool offered(core::SplitRule rule, const core::Collection& collection)
{
    return !core::missingFor(rule, collection).has_value();
}

} // namespace

LessonSettings::LessonSettings(QWidget* parent)
    : QObject(parent)
    , m_target(new QComboBox(parent))
    , m_split(new QComboBox(parent))
    , m_seed(makeSeedEdit(parent))
{
    m_target->setObjectName(QStringLiteral("target"));
    m_target->addItem(tr("as counted"), static_cast<int>(core::Target::Raw));
    m_target->addItem(tr("a day"), static_cast<int>(core::Target::Day));
    m_target->addItem(tr("beyond the author"), static_cast<int>(core::Target::Author));
    m_split->setObjectName(QStringLiteral("split"));
    m_split->addItem(tr("the project's"), kOwnSplit);
    m_split->addItem(tr("random"), static_cast<int>(core::SplitRule::Random));
    m_split->addItem(tr("by author"), static_cast<int>(core::SplitRule::Author));
    m_split->addItem(tr("by time"), static_cast<int>(core::SplitRule::Time));
    m_split->addItem(tr("the table's"), static_cast<int>(core::SplitRule::Column));
    m_seed->setObjectName(QStringLiteral("split-seed"));
    connect(m_target, &QComboBox::currentIndexChanged, this, &LessonSettings::explainTarget);
    connect(m_split, &QComboBox::currentIndexChanged, this, &LessonSettings::explainSplit);
}

void LessonSettings::addTarget(FieldColumn& column)
{
    m_targetNote = column.addField(tr("P&opularity"), m_target);
    explainTarget();
}

void LessonSettings::addSplit(FieldColumn& column)
{
    m_splitNote = column.addField(tr("Spli&t"), m_split);
    column.addWideField(tr("Split see&d"), m_seed,
                        tr("Empty: the project's own. Runs compare on one split alone."));
    explainSplit();
}

void LessonSettings::setProject(const core::Project& project)
{
    const auto& collection = *project.collection;
    const QString noAuthors = tr("This collection has no authors. Import its table again and say "
                                 "which column has them.");
    const QString noDates = tr("This collection has no dates. Import its table again and say which "
                               "column has them.");
    const QString noColumn = tr("The table has no column that says train, validation or test for "
                                "every image.");
    const auto offerTarget = [&](core::Target target, const QString& why) {
        offer(*m_target, static_cast<int>(target), offered(target, collection), why);
    };
    const auto offerSplit = [&](core::SplitRule rule, const QString& why) {
        offer(*m_split, static_cast<int>(rule), offered(rule, collection), why);
    };
    offerTarget(core::Target::Day, noDates);
    offerTarget(core::Target::Author, noAuthors);
    offerSplit(core::SplitRule::Author, noAuthors);
    offerSplit(core::SplitRule::Time, noDates);
    offerSplit(core::SplitRule::Column, noColumn);
    leaveWhatIsNotOffered(*m_target);
    leaveWhatIsNotOffered(*m_split);
    m_seed->setPlaceholderText(collection.tableSplit.empty()
                                   ? tr("the project's split (seed %1)").arg(project.info.splitSeed)
                                   : tr("the table's own split"));
}

void LessonSettings::applyTo(core::TrainRequest& request) const
{
    request.target = static_cast<core::Target>(m_target->currentData().toInt());
    request.splitRule = rule();
    request.splitSeed = m_seed->isEnabled() ? seedOf(*m_seed) : std::nullopt;
}

void LessonSettings::reset()
{
    m_target->setCurrentIndex(0);
    m_split->setCurrentIndex(0);
    m_seed->clear();
}

std::optional<core::SplitRule> LessonSettings::rule() const
{
    const int value = m_split->currentData().toInt();
    return value == kOwnSplit ? std::nullopt : std::optional(static_cast<core::SplitRule>(value));
}

void LessonSettings::explainTarget()
{
    QString note;
    switch (static_cast<core::Target>(m_target->currentData().toInt())) {
    case core::Target::Raw:
        note = tr("The counts as they are: older images had more time to be counted.");
        break;
    case core::Target::Day:
        note = tr("Counts for each day until the newest date. Images without a date are left out.");
        break;
    case core::Target::Author:
        note = tr("More or less than is usual for the author's training images.");
        break;
    }
    m_targetNote->setText(note);
    m_targetNote->show();
}

void LessonSettings::explainSplit()
{
    QString note = tr("The split that the project was given.");
    if (const auto chosen = rule()) {
        switch (*chosen) {
        case core::SplitRule::Random:
            note = tr("70% to learn from, 10% to choose by, 20% to judge by, drawn by the seed.");
            break;
        case core::SplitRule::Author:
            note = tr("The same shares, but all images of an author on one side.");
            break;
        case core::SplitRule::Time:
            note = tr("Learns from the past and is judged by the newest 20%. Images without a date "
                      "are left out.");
            break;
        case core::SplitRule::Column:
            note = tr("As a column of the table says.");
            break;
        }
    }
    m_splitNote->setText(note);
    m_splitNote->show();
    m_seed->setEnabled(rule() != core::SplitRule::Time && rule() != core::SplitRule::Column);
}

} // namespace ui
