#include "ui/senses/sense_wording.h"

#include "core/ranking/revival.h"
#include "ui/senses/senses_page.h"

#include <QLocale>
#include <QStringList>

namespace ui {

QString senseTitle(const core::Sense& sense)
{
    return sense.givenName.empty() ? senseIdText(sense.id)
                                   : QString::fromStdString(sense.givenName);
}

QString sharePercent(double share)
{
    const QLocale locale;
    if (share > 0.0 && share < core::kDeadShare)
        return SensesPage::tr("< %1%").arg(locale.toString(100.0 * core::kDeadShare, 'f', 1));
    const bool small = share > 0.0 && share < 0.0995;
    return SensesPage::tr("%1%").arg(locale.toString(100.0 * share, 'f', small ? 1 : 0));
}

QString senseShareText(const core::Sense& sense)
{
    return SensesPage::tr("wins %1 of images").arg(sharePercent(sense.share));
}

QString senseTypicalText(const core::Sense& sense)
{
    if (!sense.typicalPercentile)
        return {};
    return SensesPage::tr("typically more popular than %1% of images")
        .arg(QLocale().toString(*sense.typicalPercentile, 'f', 0));
}

QString senseDeathText(const core::Sense& sense)
{
    if (sense.won == 0)
        return SensesPage::tr("No image answers to this sense.");
    if (sense.share < core::kDeadShare)
        return SensesPage::tr("Hardly any image answers to this sense.");
    return {};
}

QString senseWordsLine(const core::Sense& sense)
{
    QStringList words;
    for (const auto& word : sense.words.words)
        words.append(QString::fromStdString(word.word));
    return words.join(QStringLiteral("  ·  "));
}

QString splitText(core::Split split)
{
    switch (split) {
    case core::Split::Train:
        return SensesPage::tr("training images");
    case core::Split::Validation:
        return SensesPage::tr("validation images");
    case core::Split::Test:
        return SensesPage::tr("test images");
    }
    return {};
}

} // namespace ui
