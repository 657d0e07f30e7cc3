#include "data/street/street.h"

#include "core/error.h"
#include "data/street/picture.h"
#include "data/street/plan.h"
#include "data/street/themes.h"
#include "data/table_writer.h"

#include <QThreadPool>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <exception>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace samples {

namespace {

constexpr auto kReportGap = std::chrono::milliseconds(100);

constexpr const char* kReadme =
    "Street: a synthetic collection of drawn pictures\n"
    "================================================\n"
    "\n"
    "NOTHING HERE IS REAL. Every picture was drawn by a program, every author is invented, and\n"
    "every count comes from a formula and random draws. Any likeness is chance.\n"
    "\n"
    "posts.csv  id, image, caption, tags, author, date, views, likes, comments, shares\n"
    "truth.csv  id, theme, polarity, appeal: what the formula knew of each picture\n"
    "images/    one JPEG a post; about one in 28 repeats an earlier picture, cropped a little\n"
    "\n"
    "How popularity was made. There are twenty themes: five popular (sunset, portrait, cat, city\n"
    "night, food), five unpopular (receipt, screenshot, blurred ground, quote, product) and ten\n"
    "neutral ones. The appeal of a picture is the lift of its theme plus tastes that hold within\n"
    "that theme only: a sunset gains by colour, a portrait by closeness and by restraint in\n"
    "colour. Log views are the appeal plus the reach of the author, the hour, the weekday, growth\n"
    "over the two years, and long-tailed noise; the appeal explains about a quarter of their\n"
    "variance. Likes follow the views closely, comments and shares loosely and rarely.\n"
    "\n"
    "So the order of models on this collection IS PLANTED: that latent senses of popularity and\n"
    "of unpopularity beat one linear function here follows from how the counts were made, and\n"
    "says nothing about real images. The collection is for learning the program and for testing\n"
    "whether it finds what was hidden, never evidence about people.\n";

/// What the drawing threads share.
struct Drawing {
    const StreetPlan& plan;
    const StreetOptions& options;
    std::filesystem::path folder;
    std::stop_token stop;

    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> done{0};
    std::atomic<bool> failed{false};
    std::mutex mutex{};
    std::condition_variable ended{};
    std::size_t running = 0;      ///< guarded by mutex
    std::exception_ptr failure{}; ///< the first one; guarded by mutex
};

std::string imageName(const Post& post)
{
    return "images/" + post.id + ".jpg";
}

void writeImage(const std::filesystem::path& file, const QByteArray& bytes)
{
    writeText(file, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

/// Lets Qt's pool begin another thread meanwhile: a window that paints shares large fills out among
/// that pool and waits for them.
class PlaceInPool {
public:
    PlaceInPool() { QThreadPool::globalInstance()->releaseThread(); }
    ~PlaceInPool() { QThreadPool::globalInstance()->reserveThread(); }
    PlaceInPool(const PlaceInPool&) = delete;
    PlaceInPool& operator=(const PlaceInPool&) = delete;
    PlaceInPool(PlaceInPool&&) = delete;
    PlaceInPool& operator=(PlaceInPool&&) = delete;
};

void drawPictures(Drawing& drawing)
{
    const PlaceInPool left;
    const auto& posts = drawing.plan.posts;
    try {
        while (!drawing.stop.stop_requested() && !drawing.failed) {
            const std::size_t index = drawing.next++;
            if (index >= posts.size())
                break;
            writeImage(drawing.folder / imageName(posts[index]),
                       pictureFile(posts[index], drawing.options.side));
            ++drawing.done;
        }
    } catch (...) {
        drawing.failed = true;
        const std::lock_guard lock(drawing.mutex);
        if (!drawing.failure)
            drawing.failure = std::current_exception();
    }
    const std::lock_guard lock(drawing.mutex);
    --drawing.running;
    drawing.ended.notify_all();
}

/// Leaves no thread behind that draws, even where the observer throws.
class EndOfDrawing {
public:
    explicit EndOfDrawing(Drawing& drawing)
        : m_drawing(drawing)
    {
    }
    ~EndOfDrawing()
    {
        m_drawing.failed = true; // no further picture
        std::unique_lock lock(m_drawing.mutex);
        m_drawing.ended.wait(lock, [this] { return m_drawing.running == 0; });
    }
    EndOfDrawing(const EndOfDrawing&) = delete;
    EndOfDrawing& operator=(const EndOfDrawing&) = delete;
    EndOfDrawing(EndOfDrawing&&) = delete;
    EndOfDrawing& operator=(EndOfDrawing&&) = delete;

private:
    Drawing& m_drawing;
};

void drawAll(Drawing& drawing, const core::ProgressObserver& observe)
{
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const auto wanted = static_cast<unsigned>(std::max(0, drawing.options.threads));
    drawing.running = wanted > 0 ? wanted : cores;
    const EndOfDrawing end(drawing);
    // Threads of Qt's own pool: on any other, QPainter shares each fill out among the pool, and the
    // threads spend their time waiting for each other.
    for (auto n = drawing.running; n > 0; --n)
        QThreadPool::globalInstance()->start([&drawing] { drawPictures(drawing); });
    {
        std::unique_lock lock(drawing.mutex);
        while (!drawing.ended.wait_for(lock, kReportGap, [&] { return drawing.running == 0; })) {
            if (!observe)
                continue;
            lock.unlock();
            observe({"Drawing pictures", drawing.done, drawing.plan.posts.size()});
            lock.lock();
        }
    }
    if (drawing.failure)
        std::rethrow_exception(drawing.failure);
    core::throwIfStopped(drawing.stop);
}

std::string dateText(const Moment& moment)
{
    using namespace std::chrono;
    const sys_seconds time{seconds{moment.second}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    std::array<char, 32> text{};
    const int length =
        std::snprintf( // NOLINT(cppcoreguidelines-pro-type-vararg): no std::format yet
            text.data(), text.size(), "%04d-%02u-%02uT%02ld:%02ld:%02ldZ",
            static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()), static_cast<long>(clock.hours().count()),
            static_cast<long>(clock.minutes().count()), static_cast<long>(clock.seconds().count()));
    return {text.data(), static_cast<std::size_t>(length)};
}

void writePosts(const std::filesystem::path& file, const StreetPlan& plan)
{
    TableWriter table(file,
                      std::array<std::string, 10>{"id", "image", "caption", "tags", "author",
                                                  "date", "views", "likes", "comments", "shares"});
    for (const auto& post : plan.posts) {
        const auto& counts = post.counts;
        table.writeRow(std::array<std::string, 10>{
            post.id, imageName(post), post.caption, post.tags, plan.authors[post.author].handle,
            dateText(post.moment), std::to_string(counts.views), std::to_string(counts.likes),
            std::to_string(counts.comments), std::to_string(counts.shares)});
    }
    table.close();
}

std::string appealText(double appeal)
{
    // Four decimals without the locale's comma.
    const auto units = std::llround(std::abs(appeal) * 10000);
    auto decimals = std::to_string(units % 10000);
    decimals.insert(0, 4 - decimals.size(), '0');
    return (appeal < 0 ? "-" : "") + std::to_string(units / 10000) + "." + decimals;
}

void writeTruth(const std::filesystem::path& file, const StreetPlan& plan)
{
    TableWriter table(file, std::array<std::string, 4>{"id", "theme", "polarity", "appeal"});
    for (const auto& post : plan.posts) {
        const auto& theme = themes()[post.theme];
        table.writeRow(std::array<std::string, 4>{post.id, theme.name, polarityName(theme.polarity),
                                                  appealText(post.appeal)});
    }
    table.close();
}

} // namespace

SampleReport writeStreet(const OutputFolder& output, const StreetOptions& options,
                         const std::stop_token& stop, const core::ProgressObserver& observe)
{
    const auto plan = planStreet(options.images, options.seed);
    output.makeImagesFolder();
    Drawing drawing{.plan = plan, .options = options, .folder = output.path(), .stop = stop};
    drawAll(drawing, observe);
    writeText(output.path() / "README.txt", kReadme);
    writeTruth(output.path() / "truth.csv", plan);
    // The table last: a folder that has one is complete.
    writePosts(output.path() / "posts.csv", plan);
    if (observe)
        observe({"Drawing pictures", plan.posts.size(), plan.posts.size()});
    return {.images = plan.posts.size(),
            .table = output.path() / "posts.csv",
            .lowMeasures = {"views", "likes"},
            .highMeasures = {"comments", "shares"},
            .synthetic = true};
}

} // namespace samples
