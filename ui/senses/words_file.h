#pragma once

#include "core/study/senses.h"

#include <QString>

#include <optional>

class QWidget;

namespace ui {

enum class WordsFormat { Csv, Json };

/// The senses' words as core/report writes them, replacing `file` whole or not at all. Throws
/// core::Error naming the file.
void writeWordsFile(const core::Senses& senses, const QString& file, WordsFormat format);

/// Asks for a file and writes it, of one sense `only` where it is given; says so where it cannot.
void saveWords(QWidget* parent, const core::Senses& senses, WordsFormat format,
               std::optional<core::SenseId> only = {});

} // namespace ui
