#include "tests/app/command_line.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace {

using nlohmann::json;

/// A project P of numbers without pictures: 90 posts by 9 authors on 90 days, and their features.
class TrainCommandTest : public CommandLineTest {
protected:
    TrainCommandTest()
    {
        std::string table = "id,author,date,views\n";
        std::string features;
        for (int i = 0; i < 90; ++i) {
            const int loved = i * 37 % 90;
            std::array<char, 32> day{};
            std::snprintf(day.data(), day.size(), "2015-%02d-%02d", 1 + i / 28, 1 + i % 28);
            table += "p" + std::to_string(i) + ",author" + std::to_string(i % 9) + ',' + day.data()
                     + ',' + std::to_string(loved * loved) + '\n';
            features += std::to_string(loved) + ',' + std::to_string(i % 7) + ','
                        + std::to_string(std::sin(i)) + '\n';
        }
        write("posts.csv", table);
        write("features.csv", features);
    }
    void import(const std::string& more = "--author author --date date")
    {
        document("import P --table posts.csv --id id --low views --features features.csv --json "
                 + more);
    }
    json train(const std::string& more)
    {
        return document("train P --json --popular 1 --unpopular 1 --epochs 2 --batch 20 "
                        "--init random --regularisation 1e-6 "
                        + more);
    }
};

TEST_F(TrainCommandTest, TrainsOnEverySplitAndTarget)
{
    import();
    const auto byAuthor = train("--split author --split-seed 3 --target author");
    EXPECT_EQ(byAuthor["settings"]["split_rule"], "author");
    EXPECT_EQ(byAuthor["settings"]["split_seed"], 3);
    EXPECT_EQ(byAuthor["settings"]["target"], "author");
    EXPECT_EQ(byAuthor["leaks"], nullptr) << "nobody can tell without pictures";
    const auto byTime = train("--split time --target day --collected 2016-01-01");
    EXPECT_EQ(byTime["settings"]["split_rule"], "time");
    EXPECT_EQ(byTime["settings"]["split_seed"], nullptr);
    EXPECT_EQ(byTime["settings"]["collected"], 1451606400);

    const auto evaluated = document("evaluate P run-2 --json");
    EXPECT_EQ(evaluated["target"], "day");
    EXPECT_EQ(evaluated["targets"]["day"], evaluated["rho"]);
    EXPECT_TRUE(evaluated["targets"]["raw"].is_number());
    EXPECT_TRUE(evaluated["targets"]["author"].is_number());
    EXPECT_EQ(evaluated["images"], 18);
    const auto lines = run("evaluate P run-1").output;
    EXPECT_NE(lines.find("learned      author"), std::string::npos) << lines;
}

TEST_F(TrainCommandTest, SaysWhichColumnIsMissingAndHowToHaveIt)
{
    write("posts.csv", "id,views\na,1\nb,2\nc,3\n");
    write("features.csv", "1\n2\n3\n");
    import("");
    for (const auto& [options, remedy] :
         std::map<std::string, std::string>{{"--split author", "--author COL"},
                                            {"--split time", "--date COL"},
                                            {"--split column", "--split COL"},
                                            {"--target day", "--date COL"},
                                            {"--target author", "--author COL"}}) {
        const auto outcome = run("train P " + options);
        EXPECT_EQ(outcome.exitCode, 1) << options;
        EXPECT_NE(outcome.errors.find(remedy), std::string::npos) << outcome.errors;
    }
}

TEST_F(TrainCommandTest, TellsUsageFromFailure)
{
    import();
    EXPECT_EQ(run("train P --split nowhere").exitCode, 2);
    EXPECT_EQ(run("train P --target day --collected soon").exitCode, 2);
    EXPECT_EQ(run("train P --collected 2016-01-01").exitCode, 2);
    EXPECT_EQ(run("train P --auto --learning-rate 2").exitCode, 2);
    EXPECT_EQ(run("train P --like run-1 --seed 2").exitCode, 2);
    EXPECT_EQ(run("train P --split time --split-seed 2").exitCode, 1);
    EXPECT_EQ(run("train P --like run-1").exitCode, 1) << "there is no such run";
}

TEST_F(TrainCommandTest, SearchesSettingsAndSaysWhatItTriedAndChose)
{
    import();
    const auto searched = document("train P --json --auto --popular 1 --unpopular 0 --epochs 2 "
                                   "--batch 20");
    ASSERT_EQ(searched["search"].size(), 8U);
    bool found = false;
    for (const auto& trial : searched["search"])
        found = found
                || (trial["learning_rate"] == searched["settings"]["learning_rate"]
                    && trial["regularisation"] == searched["settings"]["regularisation"]);
    EXPECT_TRUE(found);
}

TEST_F(TrainCommandTest, RepeatsARunAndSaysWhereItCannot)
{
    import();
    train("--name first --split author --target author --margin difference --seed 5");
    const auto repeated = document("train P --like first --name second --threads 1 --json");
    EXPECT_EQ(repeated["run"], "second");
    EXPECT_EQ(repeated["like"], "first");
    EXPECT_EQ(repeated["repeats"], true);
    EXPECT_EQ(repeated["differences"], json::array());
    document("export P first --output one --json");
    document("export P second --output two --json");
    EXPECT_EQ(readFile(folder / "one" / "popular.npy"), readFile(folder / "two" / "popular.npy"));

    // One number of one image changes behind the project's back.
    const auto file = folder / "P" / "features" / "features.npy";
    auto bytes = readFile(file);
    bytes[bytes.size() - 100] = static_cast<char>(bytes[bytes.size() - 100] ^ 1);
    writeFile(file, bytes);
    const auto changed = run("train P --like first");
    EXPECT_EQ(changed.exitCode, 0) << changed.errors;
    EXPECT_NE(changed.errors.find("have changed since"), std::string::npos) << changed.errors;
    const auto document = this->document("train P --like first --json");
    EXPECT_EQ(document["differences"].size(), 1U);
}

} // namespace
