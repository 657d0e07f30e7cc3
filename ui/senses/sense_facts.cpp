#include "ui/senses/sense_facts.h"

#include "ui/senses/sense_mean.h"
#include "ui/senses/sense_wording.h"
#include "ui/senses/share_bar.h"
#include "ui/theme/quiet_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>

namespace ui {

namespace {

constexpr int kMeanSide = 18 * kGrid;

QLabel* figure(QWidget* parent)
{
    auto* label = new QLabel(parent);
    QFont large = label->font();
    large.setPointSizeF(large.pointSizeF() * 1.5);
    large.setBold(true);
    label->setFont(large);
    return label;
}

} // namespace

SenseFacts::SenseFacts(QWidget* parent)
    : QWidget(parent)
    , m_mean(new SenseMean(kMeanSide, this))
    , m_bar(new ShareBar(this))
    , m_share(figure(this))
    , m_won(new QuietLabel({}, this))
    , m_typical(figure(this))
    , m_typicalNote(new QuietLabel({}, this))
{
    m_bar->setFixedWidth(16 * kGrid);
    auto* figures = new QVBoxLayout;
    figures->setSpacing(kGrid / 2);
    figures->addWidget(m_share);
    figures->addWidget(m_bar);
    figures->addWidget(m_won);
    figures->addSpacing(kGrid);
    figures->addWidget(m_typical);
    figures->addWidget(m_typicalNote);
    figures->addStretch(1);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_mean, 0, Qt::AlignTop);
    layout->addLayout(figures, 1);
}

void SenseFacts::showSense(const core::Sense& sense, const core::Senses& senses)
{
    const QLocale locale;
    m_share->setText(sharePercent(sense.share));
    m_bar->setShare(sense.share, senseAccent(sense.id));
    const QString death = senseDeathText(sense);
    m_won->setText(death.isEmpty()
                       ? tr("of the %1 %2 answer to this sense (%3)")
                             .arg(locale.toString(static_cast<qulonglong>(senses.images)),
                                  splitText(senses.options.split),
                                  locale.toString(static_cast<qulonglong>(sense.won)))
                       : death);
    m_typical->setVisible(sense.typicalPercentile.has_value());
    m_typicalNote->setVisible(sense.typicalPercentile.has_value());
    if (sense.typicalPercentile) {
        m_typical->setText(tr("%1 of 100").arg(locale.toString(*sense.typicalPercentile, 'f', 0)));
        m_typicalNote->setText(
            tr("their typical popularity: so many of a hundred images are less popular"));
    }
}

void SenseFacts::showMean(const core::Bitmap& mean)
{
    m_mean->setPicture(mean);
}

void SenseFacts::setPictures(bool pictures)
{
    m_mean->setVisible(pictures);
}

} // namespace ui
