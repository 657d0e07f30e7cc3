#include "tests/app/command_line.h"

#include <gmock/gmock.h>

#include <cmath>

namespace {

using testing::HasSubstr;
using testing::SizeIs;

/// A project P of 60 posts without pictures, and their features.
class TablesCommandTest : public CommandLineTest {
protected:
    TablesCommandTest()
    {
        std::string table = "id,views,comments\n";
        std::string features;
        for (int i = 0; i < 60; ++i) {
            const int loved = i * 37 % 60;
            table += 'p' + std::to_string(i) + ',' + std::to_string(loved * loved) + ','
                     + std::to_string(loved / 5) + '\n';
            features += std::to_string(loved) + ',' + std::to_string(i % 7) + ','
                        + std::to_string(std::sin(i)) + '\n';
        }
        write("posts.csv", table);
        write("features.csv", features);
        document("import P --table posts.csv --id id --low views --high comments "
                 "--features features.csv --json");
    }
};

TEST_F(TablesCommandTest, WritesTheSixTablesAndGoesOnWhereItWas)
{
    const auto first = document("tables P --output T --seeds 1 --epochs 2 --json");
    EXPECT_EQ(first.at("seeds"), 1);
    EXPECT_EQ(first.at("reused_cells"), 0);
    ASSERT_THAT(first.at("tables"), SizeIs(7));
    EXPECT_EQ(first["tables"][2]["name"], "table-3");
    EXPECT_THAT(first["tables"][2]["rows"], SizeIs(8));
    EXPECT_TRUE(first["tables"][2]["rows"][0][2].is_number());
    for (const auto* ending : {".csv", ".md", ".tex"})
        EXPECT_TRUE(std::filesystem::exists(folder / ("T/table-6" + std::string(ending))));
    const auto markdown = readFile(folder / "T/tables.md");
    EXPECT_THAT(markdown, HasSubstr("10 popular"));

    const auto again = document("tables P --output T --seeds 1 --epochs 2 --json");
    EXPECT_EQ(again.at("reused_cells"), 12);
    EXPECT_EQ(again.at("tables"), first.at("tables"));
    EXPECT_EQ(readFile(folder / "T/tables.md"), markdown);
}

TEST_F(TablesCommandTest, TellsUsageFromFailure)
{
    EXPECT_EQ(run("tables P").exitCode, 2);
    EXPECT_EQ(run("tables P --output T --seeds 0").exitCode, 2);
    write("file", "");
    const auto outcome = run("tables P --output file --seeds 1 --epochs 1");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_THAT(outcome.errors, HasSubstr("file"));
}

} // namespace
