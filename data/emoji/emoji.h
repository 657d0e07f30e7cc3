#pragma once

#include "core/progress.h"
#include "data/output_folder.h"
#include "data/sample.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace samples {

struct Emoji {
    QString codepoints; ///< joined by '-', upper-case hexadecimal
    QString name;
    QString category;
    quint64 uses = 0;
};

/// The 845 emoji of uses.csv, most used first as in the file.
std::vector<Emoji> usedEmoji();

/// writeSample for Collection::Emoji, into a folder that is there and empty.
SampleReport writeEmoji(const OutputFolder& output, const std::stop_token& stop,
                        const core::ProgressObserver& observe);

} // namespace samples
