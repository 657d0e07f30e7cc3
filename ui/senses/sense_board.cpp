#include "ui/senses/sense_board.h"

#include "ui/senses/sense_card.h"
#include "ui/senses/sense_wording.h"
#include "ui/theme/quiet_label.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

namespace ui {

SenseBoard::SenseBoard(ThumbnailLoader& loader, QWidget* parent)
    : QWidget(parent)
    , m_loader(loader)
    , m_popular(makeColumn(core::Polarity::Popular))
    , m_unpopular(makeColumn(core::Polarity::Unpopular))
    , m_scroll(new QScrollArea(this))
{
    auto* columns = new QWidget;
    auto* sideBySide = new QHBoxLayout(columns);
    sideBySide->setContentsMargins(0, 0, 0, kGrid);
    sideBySide->setSpacing(2 * kGrid);
    for (const auto& column : {m_popular, m_unpopular}) {
        auto* outer = new QVBoxLayout;
        outer->addWidget(column.none);
        outer->addLayout(column.cards);
        outer->addStretch(1);
        sideBySide->addLayout(outer, 1);
    }
    m_scroll->setWidget(columns);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(2 * kGrid);
    layout->setVerticalSpacing(0);
    layout->addWidget(m_popular.heading, 0, 0);
    layout->addWidget(m_unpopular.heading, 0, 1);
    layout->addWidget(m_popular.meaning, 1, 0);
    layout->addWidget(m_unpopular.meaning, 1, 1);
    layout->setRowMinimumHeight(2, kGrid);
    layout->addWidget(m_scroll, 3, 0, 1, 2);
    layout->setRowStretch(3, 1);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(1, 1);
    colourHeadings();
}

SenseBoard::Column SenseBoard::makeColumn(core::Polarity polarity)
{
    const bool popular = polarity == core::Polarity::Popular;
    Column column;
    column.heading = new QLabel(popular ? tr("▲ Popular") : tr("▼ Unpopular"), this);
    QFont large = column.heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setBold(true);
    column.heading->setFont(large);
    column.meaning =
        new QuietLabel(popular ? tr("An image that answers to one of these is ranked higher.")
                               : tr("An image that answers to one of these is ranked lower."),
                       this);
    column.none = new QuietLabel(popular ? tr("This run has no popular senses.")
                                         : tr("This run learned no unpopular senses."));
    column.cards = new QVBoxLayout;
    column.cards->setSpacing(3 * kGrid / 2);
    return column;
}

SenseBoard::Column& SenseBoard::columnOf(const core::SenseId& sense)
{
    return sense.polarity == core::Polarity::Popular ? m_popular : m_unpopular;
}

SenseCard* SenseBoard::cardOf(const core::SenseId& sense) const
{
    const auto found = std::ranges::find(m_cards, sense, &SenseCard::id);
    return found == m_cards.end() ? nullptr : *found;
}

void SenseBoard::showSenses(const core::Senses& senses, const core::Collection& collection)
{
    const bool same =
        std::ranges::equal(m_cards, senses.senses, {}, &SenseCard::id, &core::Sense::id);
    if (!same)
        remakeCards(senses);
    for (std::size_t s = 0; s < senses.senses.size(); ++s)
        m_cards[s]->showSense(senses.senses[s], collection);
    m_popular.none->setVisible(m_popular.cards->isEmpty());
    m_unpopular.none->setVisible(m_unpopular.cards->isEmpty());
}

void SenseBoard::remakeCards(const core::Senses& senses)
{
    for (auto* card : m_cards)
        delete card;
    m_cards.clear();
    for (const auto& sense : senses.senses) {
        auto* card = new SenseCard(m_loader, m_scroll->widget());
        m_cards.push_back(card);
        columnOf(sense.id).cards->addWidget(card);
        connect(card, &SenseCard::opened, this, [this, card] { Q_EMIT opened(card->id()); });
        connect(card, &SenseCard::renamed, this,
                [this, card](const QString& name) { Q_EMIT renamed(card->id(), name); });
        connect(card, &SenseCard::imageSelected, this, &SenseBoard::imageSelected);
        connect(card, &SenseCard::imageActivated, this, &SenseBoard::imageActivated);
    }
}

void SenseBoard::showMeans(const std::vector<core::MeanImage>& means)
{
    for (std::size_t s = 0; s < std::min(means.size(), m_cards.size()); ++s)
        m_cards[s]->showMean(means[s].picture);
}

void SenseBoard::clearMeans()
{
    for (auto* card : m_cards)
        card->showMean({});
}

void SenseBoard::setName(const core::SenseId& sense, const QString& name)
{
    if (auto* card = cardOf(sense))
        card->setName(name);
}

void SenseBoard::focusSense(const core::SenseId& sense)
{
    if (auto* card = cardOf(sense)) {
        card->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(card);
    }
}

void SenseBoard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        colourHeadings();
}

void SenseBoard::colourHeadings()
{
    for (const auto& [label, accent] : {std::pair{m_popular.heading, Accent::Popular},
                                        std::pair{m_unpopular.heading, Accent::Unpopular}}) {
        QPalette changed = label->palette();
        changed.setColor(QPalette::WindowText, accentColour(accent, palette()));
        label->setPalette(changed);
    }
}

} // namespace ui
