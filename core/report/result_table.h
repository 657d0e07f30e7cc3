#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// One field of a table: a word, a number, or neither where a figure is undefined.
struct ResultCell {
    std::string text;
    std::optional<double> number; ///< in place of the text
    int decimals = 3;             ///< of the number in Markdown and LaTeX; CSV has all digits

    static ResultCell word(std::string text) { return {std::move(text), std::nullopt, 0}; }
    static ResultCell figure(std::optional<double> number, int decimals = 3)
    {
        return {{}, number, decimals};
    }
};

/// A table of results with what it says, for a paper.
struct ResultTable {
    std::string name;    ///< "table-3": of files and labels
    std::string caption; ///< a sentence or more, UTF-8
    std::vector<std::string> header;
    std::vector<std::vector<ResultCell>> rows; ///< each as long as the header
    std::vector<std::string> notes;            ///< below it, a sentence each
};

// Each throws std::invalid_argument if a row's length is not the header's. Whether the stream took
// it all is for the caller to check.

/// Header and rows as writeCsv() has them; an undefined figure is an empty field.
void writeResultCsv(std::ostream& out, const ResultTable& table);

/// A pipe table under its caption, notes below; an undefined figure is "–". Text stays what it is:
/// what Markdown would read as its own is escaped.
void writeMarkdown(std::ostream& out, const ResultTable& table);

/// A table environment with a booktabs tabular (\usepackage{booktabs}), labelled by the name; text
/// is escaped, ρ and − are written as mathematics.
void writeLatex(std::ostream& out, const ResultTable& table);

} // namespace core
