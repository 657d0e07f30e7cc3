#include "tests/app/command_line.h"

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

TEST_F(CommandLineTest, GoesFromASampleToWords)
{
    document("sample E --collection emoji --json");
    const auto imported =
        document("import P --table E/posts.csv --images E --low uses --text name --json");
    EXPECT_EQ(imported["images"], 845);
    EXPECT_EQ(imported["measures"], json::array({"uses"}));
    EXPECT_EQ(imported["rejected_count"], 0);
    // Learning from 845 pictures takes minutes under a sanitizer; study's tests learn from twelve.
    EXPECT_EQ(document("extract P --extractor plain --json")["images"], 845);

    const auto trained = document("train P --popular 5 --unpopular 5 --epochs 12 "
                                  "--regularisation 1e-4 --json");
    EXPECT_EQ(trained["run"], "run-1");
    EXPECT_EQ(trained["epochs"].size(), 12U);
    const auto evaluated = document("evaluate P run-1 --json");
    EXPECT_EQ(evaluated["split"], "test");
    EXPECT_EQ(evaluated["images"], 169);
    EXPECT_GT(evaluated["rho"], 0.3);
    EXPECT_GT(evaluated["auc"], 0.6);
    EXPECT_TRUE(evaluated["warning"].is_null());
    EXPECT_TRUE(evaluated["baselines"]["svr"].is_null());
    const auto beside = document("evaluate P run-1 --baselines --json")["baselines"];
    EXPECT_GT(beside["linear"], 0.3);
    EXPECT_GT(beside["svr"], 0.3);
    EXPECT_TRUE(beside["author"].is_null());

    const auto senses = document("senses P run-1 --top 5 --output sheets --json");
    EXPECT_EQ(senses["senses"].size(), 10U);
    EXPECT_TRUE(fs::exists(folder / "sheets" / "sense+1.png"));
    EXPECT_EQ(document("words P --top 5 --json")["senses"].size(), 10U);
    document("means P --output means --count 50 --run run-1 --json");
    EXPECT_TRUE(fs::exists(folder / "means" / "popular.png"));
    document("export P run-1 --output out --json");
    EXPECT_TRUE(fs::exists(folder / "out" / "scores.csv"));
    EXPECT_EQ(document("check P --json")["sound"], true);
}

TEST_F(CommandLineTest, TellsUsageFromFailure)
{
    EXPECT_EQ(run("").exitCode, 2);
    EXPECT_EQ(run("evaluate").exitCode, 2);
    EXPECT_EQ(run("train P --margin hard").exitCode, 2);
    EXPECT_EQ(run("--help").exitCode, 0);
    EXPECT_EQ(run("--version").exitCode, 0);
    const auto missing = run("evaluate nowhere");
    EXPECT_EQ(missing.exitCode, 1);
    EXPECT_NE(missing.errors.find("nowhere"), std::string::npos);
    EXPECT_TRUE(missing.output.empty());
}

TEST_F(CommandLineTest, WarnsWhereTheDateAloneDoesBetter)
{
    std::string table = "id,date,views\n";
    std::string features;
    for (int i = 0; i < 200; ++i) {
        const std::string day = std::to_string(1 + i % 28);
        const std::string month = std::to_string(1 + i / 28);
        table += std::to_string(i);
        table += ",2015-0";
        table += month;
        table += day.size() == 1 ? "-0" : "-";
        table += day;
        table += ',';
        table += std::to_string(10 * i);
        table += '\n';
        features += std::to_string(i * 37 % 101);
        features += ',';
        features += std::to_string(i * 53 % 97);
        features += '\n';
    }
    write("posts.csv", table);
    write("features.csv", "a,b\n" + features);
    document("import P --table posts.csv --low views --date date --features features.csv --json");
    document("train P --popular 1 --unpopular 0 --epochs 3 --regularisation 1e-4 --json");
    const auto evaluated = document("evaluate P --json");
    EXPECT_GT(evaluated["baselines"]["time"], 0.9);
    EXPECT_NE(evaluated["warning"].get<std::string>().find("The date alone"), std::string::npos);
    const auto shown = run("evaluate P");
    EXPECT_NE(shown.output.find("of the time alone 0.9"), std::string::npos) << shown.output;
    EXPECT_NE(shown.errors.find("Warning: The date alone"), std::string::npos) << shown.errors;
}

TEST_F(CommandLineTest, NamesTheTableThatIsNotThere)
{
    const auto outcome = run("import P --table posts.csv --low views");
    EXPECT_EQ(outcome.exitCode, 1);
    EXPECT_NE(outcome.errors.find("posts.csv"), std::string::npos);
    EXPECT_FALSE(fs::exists(folder / "P"));
}

TEST_F(CommandLineTest, NamesTheRowsThatItRejects)
{
    write("posts.csv", "id,text,views\na,one,1\nb,two,-3\na,three,4\nc,four,5\nd,five,1.5\n");
    const auto imported = document("import P --table posts.csv --low views --text text --json");
    EXPECT_EQ(imported["images"], 2);
    ASSERT_EQ(imported["rejected_count"], 3);
    EXPECT_EQ(imported["rejected"][0]["row"], 3);
    EXPECT_EQ(imported["rejected"][1]["row"], 4);
    EXPECT_EQ(imported["rejected"][2]["row"], 6);
}

TEST_F(CommandLineTest, SaysThatAFolderHoldsNoProject)
{
    fs::create_directories(folder / "P");
    write("P/catalogue.sqlite", "this is no database, only text");
    for (const char* command : {"extract P", "train P", "evaluate P", "words P", "check P"}) {
        const auto outcome = run(command);
        EXPECT_EQ(outcome.exitCode, 1) << command;
        EXPECT_NE(outcome.errors.find("catalogue.sqlite"), std::string::npos) << outcome.errors;
    }
}

TEST_F(CommandLineTest, WritesNothingElseOnStandardOutputWithJson)
{
    write("posts.csv", "id,text,views\na,one,1\nb,two,3\n");
    const auto outcome = run("import P --table posts.csv --low views --text text --json");
    EXPECT_FALSE(json::parse(outcome.output, nullptr, false).is_discarded()) << outcome.output;
    EXPECT_NE(outcome.errors.find("low engagement views"), std::string::npos);
}

} // namespace
