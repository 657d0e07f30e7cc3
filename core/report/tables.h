#pragma once

#include "core/insight/words.h"
#include "core/ranking/sense_model.h"

#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// One CSV field, quoted by RFC 4180 where needed. Text that begins with =, +, -, @, tab or
/// carriage return and is no number gets a leading apostrophe, so that no spreadsheet runs it.
std::string csvField(std::string_view text);

/// `value` as %.10g writes it in the C locale, whatever the program's locale.
std::string csvNumber(double value);

/// A rectangular table with a header, UTF-8, lines ended by \n; every field as csvField() gives it.
/// Throws std::invalid_argument if a row's length is not the header's. Whether the stream took it
/// all is for the caller to check, here and below.
void writeCsv(std::ostream& out, std::span<const std::string> header,
              std::span<const std::vector<std::string>> rows);

/// One sense's word list, as both exports hold it.
struct SenseWordList {
    SenseId sense;
    std::string givenName;
    double share = 0.0;
    std::vector<WordScore> words;
};
/// One row a word: sense, polarity, name, share, word, weight, z, count.
void writeWordsCsv(std::ostream& out, std::span<const SenseWordList> lists);
/// {"senses": [{"sense", "polarity", "name", "share", "words": [{"word", "weight", "z",
/// "count"}]}]}; bytes that are not UTF-8 become U+FFFD, what is not finite null.
void writeWordsJson(std::ostream& out, std::span<const SenseWordList> lists);

/// NumPy .npy, version 1.0, float32, C order.
void writeNpy(std::ostream& out, const MatrixF& matrix);
void writeNpy(std::ostream& out, const VectorF& vector);

} // namespace core
