#include "ui/senses/trust_panel.h"

#include "ui/gallery/sense_sign.h"
#include "ui/theme/quiet_label.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

namespace {

QString whole(double value)
{
    return QLocale().toString(value, 'f', 0);
}

QString popularityText(const core::SenseTrust& trust)
{
    if (!trust.typicalInterval)
        return {};
    return TrustPanel::tr("%1 to %2 of 100 (95%)")
        .arg(whole(trust.typicalInterval->low), whole(trust.typicalInterval->high));
}

QString authorsText(const core::SenseTrust& trust)
{
    if (!trust.authors || trust.topImages == 0)
        return {};
    const QString images = QLocale().toString(static_cast<qulonglong>(trust.topImages));
    return *trust.authors == 1
               ? TrustPanel::tr("one author, of its top %1 images").arg(images)
               : TrustPanel::tr("%1 authors, of its top %2 images")
                     .arg(QLocale().toString(static_cast<qulonglong>(*trust.authors)), images);
}

QString siblingText(const core::SenseTrust& trust)
{
    if (!trust.sibling)
        return {};
    return TrustPanel::tr("sense %1 (cosine %2)")
        .arg(senseIdText(trust.sibling->id), QLocale().toString(trust.sibling->cosine, 'f', 2));
}

QString stabilityText(const core::SenseTrust* trust, bool measuring)
{
    if (measuring)
        return TrustPanel::tr("training with other seeds…");
    if (trust == nullptr || !trust->stability)
        return {};
    return TrustPanel::tr("%1%, in %2 trainings with other seeds")
        .arg(whole(100.0 * *trust->stability))
        .arg(kStabilitySeeds);
}

QLabel* valueOf(QFormLayout& form, const QString& name, const QString& tip)
{
    auto* value = new QLabel(form.parentWidget());
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setToolTip(tip);
    auto* label = new QuietLabel(name, form.parentWidget());
    label->setWordWrap(false);
    label->setToolTip(tip);
    form.addRow(label, value);
    return value;
}

} // namespace

TrustPanel::TrustPanel(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_measure(new QPushButton(tr("How stable is it?"), this))
    , m_failure(new QuietLabel({}, this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid / 2);
    layout->addLayout(m_form);
    layout->addWidget(m_measure, 0, Qt::AlignLeft);
    layout->addWidget(m_failure);
    m_form->setHorizontalSpacing(2 * kGrid);
    m_form->setVerticalSpacing(kGrid / 2);
    m_popularity = valueOf(*m_form, tr("Popularity"),
                           tr("Were other images of the collection drawn, the typical popularity "
                              "of this sense would lie here in 95 of 100 draws."));
    m_authors = valueOf(*m_form, tr("Made by"),
                        tr("A sense that rests on few authors may have learned their fame instead "
                           "of what their images look like."));
    m_sibling = valueOf(*m_form, tr("Most like"),
                        tr("The sense of the same kind that looks for the most similar things: 1 "
                           "is the same, 0 has nothing in common."));
    m_stability = valueOf(*m_form, tr("Found again"),
                          tr("How much of its top images the most similar sense of each other "
                             "training shares: of all that are among the top of either."));
    m_measure->setObjectName(QStringLiteral("measure-stability"));
    m_measure->setToolTip(tr("Trains this run %1 times more, with other seeds, and looks for its "
                             "senses there. The trainings are not kept.")
                              .arg(kStabilitySeeds));
    connect(m_measure, &QPushButton::clicked, this, &TrustPanel::stabilityRequested);
    showTrust(nullptr, false);
}

void TrustPanel::showRow(QLabel& value, const QString& text)
{
    value.setText(text);
    m_form->setRowVisible(&value, !text.isEmpty());
}

void TrustPanel::showTrust(const core::SenseTrust* trust, bool measuring)
{
    m_failure->hide();
    showRow(*m_popularity, trust == nullptr ? QString() : popularityText(*trust));
    showRow(*m_authors, trust == nullptr ? QString() : authorsText(*trust));
    showRow(*m_sibling, trust == nullptr ? QString() : siblingText(*trust));
    const auto stability = stabilityText(trust, measuring);
    showRow(*m_stability, stability);
    m_measure->setVisible(stability.isEmpty());
}

void TrustPanel::showFailed(const QString& message)
{
    m_form->setRowVisible(m_stability, false);
    m_measure->show();
    m_failure->setText(message);
    m_failure->show();
}

} // namespace ui
