#include "ui/welcome_page.h"

#include "ui/choice_card.h"
#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFileInfo>
#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QLayoutItem>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kColumnWidth = 104 * kGrid;

QLabel* heading(const QString& text, qreal scale, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    auto font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_choices(new QWidget(this))
    , m_recentTitle(heading(tr("Recent projects"), 1.1, m_choices))
    , m_recent(new QVBoxLayout)
{
    auto* title =
        heading(tr("What do the popular and the ignored images look like?"), 1.9, m_choices);
    auto* lead = new QLabel(
        tr("Bring images with counts – views, likes, comments – and Sensescope learns what the "
           "loved ones have in common, what the ignored ones have in common, and how far that can "
           "be trusted. Nothing leaves this machine."),
        m_choices);
    lead->setWordWrap(true);

    m_recent->setSpacing(kGrid);

    auto* hint = new QuietLabel(
        tr("Or drop a table, a folder of pictures or a project on this window."), m_choices);

    auto* column = new QVBoxLayout(m_choices);
    column->setSpacing(2 * kGrid);
    column->addWidget(title);
    column->addWidget(lead);
    column->addLayout(makeSamples());
    column->addLayout(makeOwn());
    column->addWidget(m_recentTitle);
    column->addLayout(m_recent);
    column->addWidget(hint);
    m_choices->setMaximumWidth(kColumnWidth);
    m_choices->setMinimumWidth(kColumnWidth * 2 / 3);

    auto* centre = new QGridLayout(this);
    centre->setContentsMargins(4 * kGrid, 4 * kGrid, 4 * kGrid, 4 * kGrid);
    centre->setColumnStretch(0, 1);
    centre->setColumnStretch(1, 8);
    centre->setColumnStretch(2, 1);
    centre->setRowStretch(0, 1);
    centre->setRowStretch(2, 2);
    centre->addWidget(m_choices, 1, 1);

    setRecent({});
}

QLayout* WelcomePage::makeSamples()
{
    auto* emoji =
        new ChoiceCard(tr("Try the emoji sample"),
                       tr("Real: 845 emoji and how often each was used on Twitter."), m_choices);
    emoji->setPreview(QPixmap(QStringLiteral(":/previews/emoji.png")));
    auto* street = new ChoiceCard(
        tr("Try the street sample"),
        tr("Synthetic: 6,000 drawn pictures whose popularity is planted."), m_choices);
    street->setPreview(QPixmap(QStringLiteral(":/previews/street.jpg")));
    connect(emoji, &QAbstractButton::clicked, this,
            [this] { Q_EMIT sampleRequested(samples::Collection::Emoji); });
    connect(street, &QAbstractButton::clicked, this,
            [this] { Q_EMIT sampleRequested(samples::Collection::Street); });
    auto* samples = new QHBoxLayout;
    samples->setSpacing(2 * kGrid);
    samples->addWidget(emoji);
    samples->addWidget(street);
    return samples;
}

QLayout* WelcomePage::makeOwn()
{
    auto* table = new ChoiceCard(
        tr("Import a table…"),
        tr("CSV, TSV or JSON Lines with counts; pictures beside it, or features."), m_choices);
    auto* folder = new ChoiceCard(
        tr("Import a folder of pictures…"),
        tr("To browse them; without counts nobody knows the popular ones."), m_choices);
    auto* open =
        new ChoiceCard(tr("Open a project…"), tr("A folder that ends in .sensescope."), m_choices);

    connect(table, &QAbstractButton::clicked, this, &WelcomePage::importTableRequested);
    connect(folder, &QAbstractButton::clicked, this, &WelcomePage::importFolderRequested);
    connect(open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    auto* own = new QHBoxLayout;
    own->setSpacing(2 * kGrid);
    own->addWidget(table);
    own->addWidget(folder);
    own->addWidget(open);
    return own;
}

void WelcomePage::setRecent(const QStringList& folders)
{
    while (auto* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_recentTitle->setVisible(!folders.isEmpty());
    constexpr int kShown = 4;
    for (const auto& folder : folders.mid(0, kShown)) {
        auto* button =
            new ChoiceCard(QFileInfo(folder).completeBaseName(),
                           QDir::toNativeSeparators(QFileInfo(folder).absolutePath()), m_choices);
        connect(button, &QAbstractButton::clicked, this,
                [this, folder] { Q_EMIT projectChosen(folder); });
        m_recent->addWidget(button);
    }
}

void WelcomePage::setWorking(bool working)
{
    m_choices->setEnabled(!working);
}

} // namespace ui
