#include "tests/ui/made_study.h"

#include <QDir>

namespace {

constexpr std::int64_t kDay = 86'400;

core::Project made(int images, bool pictures)
{
    auto collection = std::make_shared<core::Collection>();
    collection->title = "posts";
    collection->measures = {{"views", core::Engagement::Low}, {"comments", core::Engagement::High}};
    collection->counts.resize(2);
    collection->authorNames = {"Ada", "Ben"};
    collection->textColumns = {"caption"};
    for (int i = 0; i < images; ++i) {
        const auto number = std::to_string(i);
        collection->ids.push_back("p" + number);
        collection->paths.push_back(pictures ? "pictures/" + number + ".png" : std::string());
        collection->counts[0].push_back(std::int64_t{10} * i);
        collection->counts[1].push_back(i);
        collection->authors.push_back(i % 2);
        collection->dates.emplace_back(i * kDay);
        collection->broken.emplace_back();
    }
    const std::filesystem::path nowhere =
        QDir::temp().filePath(QStringLiteral("sensescope-nowhere")).toStdString();
    core::Project project;
    project.folder = nowhere / "posts.sensescope";
    project.info.title = "posts";
    project.info.root = nowhere;
    project.info.measures = collection->measures;
    project.collection = std::move(collection);
    project.featureSets = {{.name = "descriptor", .dimension = 4, .scale = 1.0, .missing = {}}};
    return project;
}

core::Sense madeSense(const core::SenseId& id)
{
    core::Sense sense;
    sense.id = id;
    sense.share = 0.25;
    sense.won = 10;
    sense.typicalPercentile = 75.0;
    for (int i = 0; i < 3; ++i) {
        const core::ImageKey key = id.index + i;
        sense.top.push_back({.key = key, .score = 3.0F - static_cast<float>(i), .count = 11 * key});
    }
    sense.words.words = {{.word = "cat", .weight = 0.5, .z = 0.0, .count = 4},
                         {.word = "<b>dog</b>", .weight = 0.25, .z = 0.0, .count = 2}};
    sense.words.documents = 50;
    return sense;
}

} // namespace

core::Project madeProject(int images)
{
    return made(images, true);
}

core::Project madeProjectWithoutPictures(int images)
{
    return made(images, false);
}

core::RunInfo madeRun(const std::string& name, double rho, core::EngagementChoice engagement)
{
    core::RunInfo run;
    run.name = name;
    run.created = "2026-01-01T00:00:00Z";
    run.request.name = name;
    run.request.featureSet = "descriptor";
    run.request.engagement = engagement;
    if (engagement != core::EngagementChoice::High)
        run.request.measures.emplace_back("views");
    if (engagement != core::EngagementChoice::Low)
        run.request.measures.emplace_back("comments");
    run.request.options.popularSenses = 2;
    run.request.options.unpopularSenses = 1;
    run.request.splitSeed = 1;
    run.test.images = 40;
    run.test.rho = rho;
    run.test.rhoInterval = core::Interval{.low = rho - 0.1, .high = rho + 0.1};
    return run;
}

core::Senses madeSenses(const std::string& run, int popular, int unpopular)
{
    core::Senses senses;
    senses.run = run;
    senses.images = 40;
    for (int i = 0; i < popular; ++i)
        senses.senses.push_back(madeSense({core::Polarity::Popular, i}));
    for (int i = 0; i < unpopular; ++i)
        senses.senses.push_back(madeSense({core::Polarity::Unpopular, i}));
    return senses;
}

std::vector<core::SenseTrust> madeTrust(const core::Senses& senses)
{
    std::vector<core::SenseTrust> trust;
    for (const auto& sense : senses.senses) {
        auto& made = trust.emplace_back();
        made.id = sense.id;
        made.share = sense.share;
        made.typicalPercentile = sense.typicalPercentile;
        made.typicalInterval = core::Interval{.low = 60.0, .high = 80.0};
        made.authors = 7;
        made.topImages = 50;
        if (sense.id.polarity == core::Polarity::Popular)
            made.sibling = core::Sibling{{core::Polarity::Popular, 1 - sense.id.index}, 0.42};
    }
    return trust;
}
