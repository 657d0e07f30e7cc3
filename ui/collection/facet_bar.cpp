#include "ui/collection/facet_bar.h"

#include "ui/collection/wording.h"
#include "ui/theme/theme.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace ui {

namespace {

constexpr int kNameLength = 30;

QString splitChoice(core::Split split)
{
    switch (split) {
    case core::Split::Train:
        return FacetBar::tr("Training");
    case core::Split::Validation:
        return FacetBar::tr("Validation");
    case core::Split::Test:
        return FacetBar::tr("Test");
    }
    return {};
}

} // namespace

FacetBar::FacetBar(QWidget* parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kGrid);
    reset();
}

void FacetBar::reset()
{
    m_chosen = {};
    while (auto* item = m_row->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    hide();
}

void FacetBar::showFacets(const core::Collection& collection, const core::CollectionFacets& facets)
{
    reset();
    addSplits(facets);
    addAuthors(collection, facets);
    addConditions(facets);
    m_row->addStretch(1);
    setVisible(m_row->count() > 1);
}

QToolButton* FacetBar::makeButton(const QString& everything, const QString& meaning)
{
    auto* button = new QToolButton(this);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setText(everything);
    button->setAccessibleName(tr("%1: %2").arg(meaning, everything));
    button->setToolTip(meaning);
    button->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(button);
    auto* group = new QActionGroup(menu);
    button->setMenu(menu);
    // The button says what is chosen; its other choices hang from its menu's group.
    connect(group, &QActionGroup::triggered, button, [button, meaning](const QAction* action) {
        button->setText(action->data().toString());
        button->setAccessibleName(tr("%1: %2").arg(meaning, action->data().toString()));
    });
    auto* all = menu->addAction(everything);
    all->setData(everything);
    all->setCheckable(true);
    all->setChecked(true);
    group->addAction(all);
    m_row->addWidget(button);
    return button;
}

template <typename Choose>
void FacetBar::addChoice(QToolButton* button, const QString& name, std::size_t images,
                         Choose choose)
{
    auto* action = button->menu()->addAction(
        tr("%1  (%2)")
            .arg(QString(name).replace(QLatin1Char('&'), QLatin1String("&&")),
                 QLocale().toString(static_cast<qulonglong>(images))));
    action->setData(name);
    action->setCheckable(true);
    button->menu()->findChild<QActionGroup*>()->addAction(action);
    connect(action, &QAction::triggered, this, [this, choose] {
        choose(m_chosen);
        Q_EMIT changed();
    });
}

void FacetBar::addSplits(const core::CollectionFacets& facets)
{
    auto* button = makeButton(tr("All splits"), tr("Split"));
    connect(button->menu()->actions().constFirst(), &QAction::triggered, this, [this] {
        m_chosen.split.reset();
        Q_EMIT changed();
    });
    for (const auto split : {core::Split::Train, core::Split::Validation, core::Split::Test})
        addChoice(button, splitChoice(split), facets.splits.at(static_cast<std::size_t>(split)),
                  [split](core::ChosenFacets& chosen) { chosen.split = split; });
}

void FacetBar::addAuthors(const core::Collection& collection, const core::CollectionFacets& facets)
{
    if (facets.authors.size() < 2)
        return;
    auto* button = makeButton(tr("All authors"), tr("Author"));
    connect(button->menu()->actions().constFirst(), &QAction::triggered, this, [this] {
        m_chosen.author.reset();
        Q_EMIT changed();
    });
    for (const auto& [author, images] : facets.authors)
        addChoice(button,
                  oneLine(QString::fromStdString(
                              collection.authorNames.at(static_cast<std::size_t>(author))),
                          kNameLength),
                  images,
                  [author = author](core::ChosenFacets& chosen) { chosen.author = author; });
}

void FacetBar::addConditions(const core::CollectionFacets& facets)
{
    if (facets.uncounted == 0 && facets.broken == 0)
        return;
    auto* button = makeButton(tr("All images"), tr("Condition"));
    connect(button->menu()->actions().constFirst(), &QAction::triggered, this, [this] {
        m_chosen.condition = core::ImageCondition::Any;
        Q_EMIT changed();
    });
    if (facets.uncounted > 0)
        addChoice(button, tr("Never counted"), facets.uncounted, [](core::ChosenFacets& chosen) {
            chosen.condition = core::ImageCondition::Uncounted;
        });
    if (facets.broken > 0)
        addChoice(
            button, tr("Picture cannot be read"), facets.broken,
            [](core::ChosenFacets& chosen) { chosen.condition = core::ImageCondition::Broken; });
}

} // namespace ui
