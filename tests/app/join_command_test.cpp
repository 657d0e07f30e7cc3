#include "tests/app/command_line.h"

#include <string>

namespace {

/// Sixty posts as JSON Lines with features beside them, and a run that learned from their views.
class JoinCommandTest : public CommandLineTest {
protected:
    JoinCommandTest()
    {
        std::string posts;
        std::string features = "a,b\n";
        for (int i = 0; i < kPosts; ++i) {
            posts += R"({"id": "p)" + std::to_string(i) + R"(", "metrics": {"views": )"
                     + std::to_string(i * 7 % 50) + "}}\n";
            features += std::to_string(i * 37 % 101) + "," + std::to_string(i * 53 % 97) + "\n";
        }
        write("posts.jsonl", posts);
        write("features.csv", features);
        document("import P --table posts.jsonl --low metrics.views --features features.csv --json");
        document("train P --name first --epochs 2 --json");
    }

    static constexpr int kPosts = 60;

    /// A table of one count of every post.
    static std::string counts(const std::string& name, int step)
    {
        std::string table = "id," + name + "\n";
        for (int i = 0; i < kPosts; ++i)
            table += "p" + std::to_string(i) + "," + std::to_string(i * step % 50) + "\n";
        return table;
    }
};

TEST_F(JoinCommandTest, SaysWhichRunsLearnedFromOtherCounts)
{
    EXPECT_EQ(document("evaluate P first --json")["data_changed"], false);
    write("shares.csv", counts("shares", 3));
    const auto added = document("join P --table shares.csv --json");
    EXPECT_EQ(added["changed"], kPosts);
    EXPECT_EQ(added["measures"], (nlohmann::json{"metrics.views", "shares"}));
    EXPECT_TRUE(added["outdated_runs"].empty()) << "a new measure takes nothing from a run";
    EXPECT_EQ(document("evaluate P first --json")["data_changed"], false);

    write("views.csv", counts("metrics.views", 11));
    const auto joined = run("join P --table views.csv");
    EXPECT_NE(joined.errors.find("judged by the new ones from now on: first"), std::string::npos)
        << joined.errors;
    EXPECT_EQ(document("evaluate P first --json")["data_changed"], true);
    EXPECT_NE(run("evaluate P first").errors.find("train --like first"), std::string::npos);
}

TEST_F(JoinCommandTest, LeavesTheProjectWhereTheTableIsOfOtherPosts)
{
    const auto before = readFile(folder / "P" / "catalogue.sqlite");
    write("other.csv", "id,views\nx,1\n");
    const auto outcome = run("join P --table other.csv --low views");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_NE(outcome.errors.find("other.csv names no image"), std::string::npos) << outcome.errors;
    EXPECT_EQ(readFile(folder / "P" / "catalogue.sqlite"), before);
    EXPECT_EQ(run("join P").exitCode, 2);
}

} // namespace
