#pragma once

#include "core/study/senses.h"
#include "ui/gallery/sense_sign.h"

#include <QString>

namespace ui {

QString senseTitle(const core::Sense& sense); ///< the name given to it, else "+1"
QString sharePercent(double share);           ///< "24%", "3.1%", "< 0.1%", "0%"
QString senseShareText(const core::Sense& sense);
/// How popular its images are; empty where it has none.
QString senseTypicalText(const core::Sense& sense);
/// A sentence where no or hardly any image answers to it; empty for a living sense.
QString senseDeathText(const core::Sense& sense);
/// Its words, best first, with middle dots between.
QString senseWordsLine(const core::Sense& sense);
QString splitText(core::Split split); ///< "test images"

} // namespace ui
