#include "ui/gallery/sense_sign.h"

namespace ui {

Accent senseAccent(const core::SenseId& id)
{
    return id.polarity == core::Polarity::Popular ? Accent::Popular : Accent::Unpopular;
}

QString senseSign(const core::SenseId& id)
{
    return id.polarity == core::Polarity::Popular ? QStringLiteral("▲") : QStringLiteral("▼");
}

QString senseIdText(const core::SenseId& id)
{
    return (id.polarity == core::Polarity::Popular ? QStringLiteral("+") : QStringLiteral("−"))
           + QString::number(id.index + 1);
}

} // namespace ui
