#include "ui/theme/empty_page.h"

#include "ui/theme/quiet_label.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyPage::EmptyPage(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_sentence(new QuietLabel({}, this))
    , m_button(new QPushButton(this))
{
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_heading->setFont(large);
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setObjectName(QStringLiteral("empty-heading"));
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setFixedWidth(56 * kGrid);
    m_sentence->setObjectName(QStringLiteral("empty-sentence"));
    m_button->setObjectName(QStringLiteral("empty-button"));

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(2 * kGrid);
    layout->addStretch(2);
    layout->addWidget(m_heading, 0, Qt::AlignHCenter);
    // Not by alignment, for which the layout would reckon with the lines of a label as wide as it.
    auto* line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(m_sentence);
    line->addStretch();
    layout->addLayout(line);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyPage::accepted);
}

void EmptyPage::say(const QString& heading, const QString& sentence, const QString& button)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

void EmptyPage::setButtonEnabled(bool enabled)
{
    m_button->setEnabled(enabled);
}

} // namespace ui
