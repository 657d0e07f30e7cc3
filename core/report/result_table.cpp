#include "core/report/result_table.h"

#include "core/report/tables.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ostream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace core {

namespace {

constexpr std::string_view kUndefined = "–";

void requireRectangle(const ResultTable& table)
{
    for (const auto& row : table.rows) {
        if (row.size() != table.header.size())
            throw std::invalid_argument("ResultTable: a row and the header differ in length");
    }
}

std::string fixed(double value, int decimals)
{
    std::array<char, 400> digits{}; // the longest double has 309 before the point
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                       std::chars_format::fixed, decimals);
    return {digits.data(), written.ptr};
}

std::string shown(const ResultCell& cell)
{
    if (cell.number)
        return fixed(*cell.number, cell.decimals);
    return cell.text.empty() ? std::string(kUndefined) : cell.text;
}

/// A number stands to the right, a word to the left: by the column's first figure.
bool numeric(const ResultTable& table, std::size_t column)
{
    return std::ranges::any_of(table.rows, [column](const std::vector<ResultCell>& row) {
        return row[column].number.has_value();
    });
}

std::string markdownText(std::string_view text)
{
    constexpr std::string_view kSpecial = "\\`*_[]<>|#";
    std::string escaped;
    for (const char c : text) {
        if (kSpecial.find(c) != std::string_view::npos)
            escaped += '\\';
        escaped += c == '\n' || c == '\r' ? ' ' : c;
    }
    return escaped;
}

using Replacement = std::pair<std::string_view, std::string_view>;
constexpr std::array<Replacement, 14> kLatex{{{"\\", "\\textbackslash{}"},
                                              {"{", "\\{"},
                                              {"}", "\\}"},
                                              {"&", "\\&"},
                                              {"%", "\\%"},
                                              {"$", "\\$"},
                                              {"#", "\\#"},
                                              {"_", "\\_"},
                                              {"~", "\\textasciitilde{}"},
                                              {"^", "\\textasciicircum{}"},
                                              {"ρ", "$\\rho$"},
                                              {"−", "$-$"},
                                              {"–", "--"},
                                              {"\n", " "}}};

std::string latexText(std::string_view text)
{
    std::string escaped;
    while (!text.empty()) {
        const Replacement* found = nullptr;
        for (const auto& one : kLatex) {
            if (text.starts_with(one.first))
                found = &one;
        }
        escaped += found != nullptr ? found->second : text.substr(0, 1);
        text.remove_prefix(found != nullptr ? found->first.size() : 1);
    }
    return escaped;
}

std::string latexCell(const ResultCell& cell)
{
    // In mathematics, where a minus is one.
    return cell.number ? '$' + shown(cell) + '$' : latexText(shown(cell));
}

} // namespace

void writeResultCsv(std::ostream& out, const ResultTable& table)
{
    requireRectangle(table);
    std::vector<std::vector<std::string>> rows;
    for (const auto& row : table.rows) {
        auto& fields = rows.emplace_back();
        for (const auto& cell : row)
            fields.push_back(cell.number ? csvNumber(*cell.number) : cell.text);
    }
    writeCsv(out, table.header, rows);
}

void writeMarkdown(std::ostream& out, const ResultTable& table)
{
    requireRectangle(table);
    out << "**" << markdownText(table.caption) << "**\n\n|";
    for (const auto& title : table.header)
        out << ' ' << markdownText(title) << " |";
    out << "\n|";
    for (std::size_t column = 0; column < table.header.size(); ++column)
        out << (numeric(table, column) ? " ---: |" : " --- |");
    out << '\n';
    for (const auto& row : table.rows) {
        out << '|';
        for (const auto& cell : row)
            out << ' ' << markdownText(shown(cell)) << " |";
        out << '\n';
    }
    for (const auto& note : table.notes)
        out << '\n' << markdownText(note) << '\n';
}

void writeLatex(std::ostream& out, const ResultTable& table)
{
    requireRectangle(table);
    out << "\\begin{table}\n\\centering\n\\caption{" << latexText(table.caption) << "}\n\\label{"
        << table.name << "}\n\\begin{tabular}{";
    for (std::size_t column = 0; column < table.header.size(); ++column)
        out << (numeric(table, column) ? 'r' : 'l');
    out << "}\n\\toprule\n";
    for (std::size_t column = 0; column < table.header.size(); ++column)
        out << (column == 0 ? "" : " & ") << latexText(table.header[column]);
    out << " \\\\\n\\midrule\n";
    for (const auto& row : table.rows) {
        for (std::size_t column = 0; column < row.size(); ++column)
            out << (column == 0 ? "" : " & ") << latexCell(row[column]);
        out << " \\\\\n";
    }
    out << "\\bottomrule\n\\end{tabular}\n";
    for (const auto& note : table.notes)
        out << "\n\\smallskip\\noindent{\\footnotesize " << latexText(note) << "}\n";
    out << "\\end{table}\n";
}

} // namespace core
