#include "core/report/result_table.h"

#include <gtest/gtest.h>

#include <sstream>

namespace core {
namespace {

ResultTable sample()
{
    return {.name = "table-9",
            .caption = "Means of ρ",
            .header = {"Model", "ρ"},
            .rows = {{ResultCell::word("a_b & 50%"), ResultCell::figure(-0.12345)},
                     {ResultCell::word("=SUM(x)|y"), ResultCell::figure(std::nullopt)}},
            .notes = {"Five seeds."}};
}

std::string written(void (*write)(std::ostream&, const ResultTable&), const ResultTable& table)
{
    std::ostringstream out;
    write(out, table);
    return out.str();
}

TEST(ResultTable, IsCsvWithAllDigitsAndRunsNoFormula)
{
    EXPECT_EQ(written(writeResultCsv, sample()), "Model,ρ\n"
                                                 "a_b & 50%,-0.12345\n"
                                                 "'=SUM(x)|y,\n");
}

TEST(ResultTable, IsMarkdownWhoseTextStaysText)
{
    EXPECT_EQ(written(writeMarkdown, sample()), "**Means of ρ**\n"
                                                "\n"
                                                "| Model | ρ |\n"
                                                "| --- | ---: |\n"
                                                "| a\\_b & 50% | -0.123 |\n"
                                                "| =SUM(x)\\|y | – |\n"
                                                "\n"
                                                "Five seeds.\n");
}

TEST(ResultTable, IsLatexThatCompiles)
{
    EXPECT_EQ(written(writeLatex, sample()), "\\begin{table}\n"
                                             "\\centering\n"
                                             "\\caption{Means of $\\rho$}\n"
                                             "\\label{table-9}\n"
                                             "\\begin{tabular}{lr}\n"
                                             "\\toprule\n"
                                             "Model & $\\rho$ \\\\\n"
                                             "\\midrule\n"
                                             "a\\_b \\& 50\\% & $-0.123$ \\\\\n"
                                             "=SUM(x)|y & -- \\\\\n"
                                             "\\bottomrule\n"
                                             "\\end{tabular}\n"
                                             "\n"
                                             "\\smallskip\\noindent{\\footnotesize Five seeds.}\n"
                                             "\\end{table}\n");
}

TEST(ResultTable, EscapesEveryCharacterThatLatexReadsAsItsOwn)
{
    auto table = sample();
    table.caption = "\\ { } & % $ # _ ~ ^ −";
    EXPECT_NE(written(writeLatex, table)
                  .find("\\caption{\\textbackslash{} \\{ \\} \\& \\% \\$ \\# \\_ "
                        "\\textasciitilde{} \\textasciicircum{} $-$}"),
              std::string::npos);
}

TEST(ResultTable, RefusesARowOfAnotherLength)
{
    auto table = sample();
    table.rows[0].pop_back();
    EXPECT_THROW(written(writeResultCsv, table), std::invalid_argument);
    EXPECT_THROW(written(writeMarkdown, table), std::invalid_argument);
    EXPECT_THROW(written(writeLatex, table), std::invalid_argument);
}

} // namespace
} // namespace core
