#include "ui/training/invitation.h"

#include "ui/theme/theme.h"
#include "ui/training/note_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int kTextWidth = 56 * kGrid;

} // namespace

Invitation::Invitation(QWidget* parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_sentence(new NoteLabel({}, this))
    , m_button(new QPushButton(this))
{
    QFont large = m_heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    m_heading->setFont(large);
    m_heading->setAlignment(Qt::AlignCenter);
    m_heading->setObjectName(QStringLiteral("invitation-heading"));
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_sentence->setFixedWidth(kTextWidth);
    m_sentence->setObjectName(QStringLiteral("invitation-sentence"));
    m_button->setObjectName(QStringLiteral("invitation-button"));
    m_button->setDefault(true);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(2 * kGrid);
    layout->addStretch(2);
    layout->addWidget(m_heading, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &Invitation::accepted);
}

void Invitation::invite(const QString& heading, const QString& sentence, const QString& button)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
}

} // namespace ui
