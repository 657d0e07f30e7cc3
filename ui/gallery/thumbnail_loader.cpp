#include "ui/gallery/thumbnail_loader.h"

#include "core/catalogue/catalogue.h"
#include "core/study/senses.h"
#include "ui/gallery/bitmap_image.h"

#include <QCache>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace ui {

namespace {

constexpr qsizetype kCacheBytes = 256 << 20;
constexpr int kTextsKept = 10'000;
constexpr qsizetype kTextLength = 300;      ///< characters, more than a tile shows
constexpr std::size_t kQueueLength = 4'096; ///< more tiles than a screen shows
constexpr int kBatchMilliseconds = 12;
constexpr int kWorkers = 2;

/// A project as the workers see it, and which of several it is.
struct Source {
    core::Project project;
    std::uint64_t generation = 0;
};

struct Answer {
    core::ImageKey key = 0;
    std::uint64_t generation = 0;
    QImage picture; ///< null: it could not be read, or there is none
    QString text;
};

bool holds(const core::Collection& collection, core::ImageKey key)
{
    return key >= 0 && static_cast<std::size_t>(key) < collection.size();
}

bool hasPicture(const core::Collection& collection, core::ImageKey key)
{
    return holds(collection, key) && !collection.paths[static_cast<std::size_t>(key)].empty();
}

/// The catalogue of the project that a worker last read texts from: opened once, one a thread.
class TextReader {
public:
    QString textOf(const Source& source, core::ImageKey key)
    {
        if (m_generation != source.generation) {
            m_catalogue.reset();
            m_generation = source.generation;
            m_catalogue = core::Catalogue::open(source.project.folder);
        }
        if (!m_catalogue)
            return {};
        const std::array keys{key};
        const auto texts = m_catalogue->texts(keys);
        return texts.empty() ? QString()
                             : QString::fromStdString(texts.front()).simplified().left(kTextLength);
    }

private:
    std::optional<core::Catalogue> m_catalogue;
    std::uint64_t m_generation = 0;
};

Answer answerOf(const Source& source, core::ImageKey key, TextReader& reader)
{
    Answer answer{.key = key, .generation = source.generation, .picture = {}, .text = {}};
    try {
        if (hasPicture(*source.project.collection, key))
            answer.picture = imageOf(core::thumbnailOf(source.project, key));
        else
            answer.text = reader.textOf(source, key);
    } catch (const std::exception&) {
        answer.picture = {}; // shown as a picture that cannot be read
    }
    return answer;
}

} // namespace

struct ThumbnailLoader::State {
    explicit State(ThumbnailLoader& loader)
        : owner(loader)
    {
        for (int i = 0; i < kWorkers; ++i)
            workers.emplace_back([this](const std::stop_token& stop) { work(stop); });
    }

    void work(const std::stop_token& stop);
    void hand(Answer answer);
    void deliver();
    void request(core::ImageKey key);

    ThumbnailLoader& owner;

    // Of the window's thread alone.
    QCache<core::ImageKey, QImage> pictures{kCacheBytes};
    QCache<core::ImageKey, QString> texts{kTextsKept};
    QSet<core::ImageKey> failures;
    std::shared_ptr<const Source> current; ///< written under the mutex

    // Under the mutex.
    std::mutex mutex;
    std::condition_variable_any wake;
    std::deque<core::ImageKey> queue; ///< the newest at the back
    QSet<core::ImageKey> underWay;    ///< of the current generation
    std::vector<Answer> answers;
    int working = 0;
    int workersAllowed = kWorkers;
    bool deliveryPending = false;

    std::vector<std::jthread> workers; // last member: joined before anything else goes away
};

void ThumbnailLoader::State::work(const std::stop_token& stop)
{
    TextReader reader;
    std::unique_lock lock(mutex);
    while (wake.wait(lock, stop, [this] { return !queue.empty() && working < workersAllowed; })) {
        if (stop.stop_requested()) // the condition held all the same
            return;
        const auto key = queue.back();
        queue.pop_back();
        const auto source = current;
        underWay.insert(key);
        ++working;
        lock.unlock();
        auto answer = answerOf(*source, key, reader);
        lock.lock();
        --working;
        hand(std::move(answer));
        wake.notify_one(); // another may have waited for this place
    }
}

void ThumbnailLoader::State::hand(Answer answer)
{
    if (answer.generation != current->generation)
        return;
    answers.push_back(std::move(answer));
    if (std::exchange(deliveryPending, true))
        return;
    // One call for all pictures of the next milliseconds: an event each would starve painting.
    QMetaObject::invokeMethod(
        &owner, [this] { QTimer::singleShot(kBatchMilliseconds, &owner, [this] { deliver(); }); },
        Qt::QueuedConnection);
}

void ThumbnailLoader::State::deliver()
{
    std::vector<Answer> arrived;
    {
        const std::scoped_lock lock(mutex);
        deliveryPending = false;
        arrived = std::exchange(answers, {});
        for (const auto& answer : arrived)
            underWay.remove(answer.key);
    }
    for (auto& answer : arrived) {
        if (!answer.picture.isNull())
            pictures.insert(answer.key, new QImage(answer.picture), answer.picture.sizeInBytes());
        else if (hasPicture(*current->project.collection, answer.key))
            failures.insert(answer.key);
        else
            texts.insert(answer.key, new QString(std::move(answer.text)));
    }
    const auto generation = current->generation;
    for (const auto& answer : arrived) {
        if (generation != current->generation) // a listener has changed the project
            return;
        Q_EMIT owner.loaded(answer.key);
    }
}

void ThumbnailLoader::State::request(core::ImageKey key)
{
    {
        const std::scoped_lock lock(mutex);
        if (underWay.contains(key))
            return;
        if (const auto place = std::find(queue.rbegin(), queue.rend(), key); place != queue.rend())
            queue.erase(std::next(place).base());
        queue.push_back(key);
        if (queue.size() > kQueueLength)
            queue.pop_front();
    }
    wake.notify_one();
}

ThumbnailLoader::ThumbnailLoader(QObject* parent)
    : QObject(parent)
    , m_state(std::make_unique<State>(*this))
{
}

ThumbnailLoader::~ThumbnailLoader()
{
    for (auto& worker : m_state->workers)
        worker.request_stop();
}

void ThumbnailLoader::setProject(const core::Project& project)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        const auto generation = m_state->current ? m_state->current->generation + 1 : 1;
        m_state->current = std::make_shared<const Source>(Source{project, generation});
        m_state->queue.clear();
        m_state->underWay.clear();
        m_state->answers.clear();
    }
    m_state->pictures.clear();
    m_state->texts.clear();
    m_state->failures.clear();
}

QImage ThumbnailLoader::thumbnail(core::ImageKey key)
{
    if (const auto* picture = m_state->pictures.object(key))
        return *picture;
    if (!failed(key))
        m_state->request(key);
    return {};
}

std::optional<QString> ThumbnailLoader::text(core::ImageKey key)
{
    const auto& source = m_state->current;
    if (!source || !holds(*source->project.collection, key)
        || hasPicture(*source->project.collection, key))
        return QString();
    if (const auto* text = m_state->texts.object(key))
        return *text;
    m_state->request(key);
    return std::nullopt;
}

bool ThumbnailLoader::failed(core::ImageKey key) const
{
    const auto& source = m_state->current;
    return !source || !hasPicture(*source->project.collection, key)
           || !source->project.collection->broken[static_cast<std::size_t>(key)].empty()
           || m_state->failures.contains(key);
}

void ThumbnailLoader::dropRequests()
{
    {
        const std::scoped_lock lock(m_state->mutex);
        if (m_state->queue.empty())
            return;
        m_state->queue.clear();
    }
    Q_EMIT requestsDropped();
}

void ThumbnailLoader::setQuiet(bool quiet)
{
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->workersAllowed = quiet ? 1 : kWorkers;
    }
    m_state->wake.notify_all();
}

} // namespace ui
