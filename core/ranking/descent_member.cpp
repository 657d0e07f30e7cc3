#include "core/ranking/descent_member.h"

#include "core/ranking/row_pages.h"

#include <hwy/cache_control.h>

#include <algorithm>

namespace core {

namespace {

// Rows of the next batch that are asked of memory while the weights move; those that are scored
// after them are asked for meanwhile.
constexpr std::size_t kRowsAhead = 20;
// Rows of the next batch whose pages are found before that, which takes longer than reading a row.
constexpr std::size_t kPagesAhead = 30;

std::vector<DescentImage> imagesOf(const DescentData& data)
{
    std::vector<DescentImage> images;
    images.reserve(data.members.size());
    for (std::size_t i = 0; i < data.members.size(); ++i)
        images.push_back({.row = data.rows->row(data.members[i]),
                          .y = data.y[i],
                          .inverseNorm = data.inverseNorms[i]});
    return images;
}

} // namespace

DescentBoard::DescentBoard(const DescentData& from, const DescentOptions& with,
                           const SenseModel& model, WorkerTeam& on)
    : images(imagesOf(from))
    , options(with)
    , team(&on)
    , popular(static_cast<std::size_t>(model.popular.rows()))
    , unpopular(static_cast<std::size_t>(model.unpopular.rows()))
    , tiles(columnTiles(model.dimension()))
    , tilesInPart(static_cast<std::size_t>(on.members()) * 2 <= tiles.size() ? 2 : 1)
{
}

void DescentBoard::beginRun(const DescentPlan& next)
{
    plan = next;
    done = 0;
    halted = {};
    room = padded(std::min(plan.batch, plan.order.size()));
    for (auto& values : parts)
        values.resize(partCount() * partSize());
}

DescentMember::DescentMember(DescentBoard& board, const SenseModel& start, int member)
    : m_board(board)
    , m_weights(start)
    , m_records(member == 0)
    , m_objective(board.options.margin, board.options.alpha)
{
    const auto members = static_cast<std::size_t>(board.team->members());
    const auto own = static_cast<std::size_t>(member);
    m_firstPart = own * board.partCount() / members;
    const std::size_t endPart = (own + 1) * board.partCount() / members;
    const std::size_t first = m_firstPart * board.tilesInPart;
    const std::size_t end = std::min(endPart * board.tilesInPart, board.tiles.size());
    m_tiles = std::span(board.tiles).subspan(first, end - first);
}

void DescentMember::copyWeights(SenseModel& to) const
{
    for (const auto& tile : m_tiles)
        m_weights.copyColumns(tile, to);
}

void DescentMember::setSense(std::size_t sense, const VectorF& weights)
{
    std::copy_n(weights.data(), m_weights.dimension(), m_weights.sense(sense));
}

void DescentMember::run(const std::function<bool()>* goOn)
{
    const std::size_t batches = m_board.plan.batches();
    for (std::size_t batch = 0; batch < batches; ++batch) {
        enter(batch);
        score();
        publish(batch);
        if (goOn != nullptr)
            m_board.halted.at(batch % 2) = !(*goOn)();
        m_board.team->meet();
        if (m_board.halted.at(batch % 2))
            return;
        gather(batch);
        weigh(batch);
        if (m_records)
            record();
        expect(batch + 1);
        if (m_losses.viable > 0)
            descend(batch);
    }
}

void DescentMember::enter(std::size_t batch)
{
    m_places = m_board.plan.places(batch);
    if (batch == 0)
        expect(batch);
    m_rows.swap(m_nextRows);
    m_y.clear();
    m_inverseNorms.clear();
    for (const auto place : m_places) {
        m_y.push_back(m_board.images[place].y);
        m_inverseNorms.push_back(m_board.images[place].inverseNorm);
    }
}

/// Finds the next batch's rows, and asks memory for what is known of the images of the one after
/// it.
void DescentMember::expect(std::size_t batch)
{
    const std::vector<DescentImage>& images = m_board.images;
    m_nextRows.clear();
    for (const auto place : m_board.plan.places(batch)) {
        m_nextRows.push_back(images[place].row);
        if (m_nextRows.size() <= kPagesAhead && !m_tiles.empty())
            findPages(m_nextRows.back(), columnsOf(m_tiles));
    }
    for (const auto place : m_board.plan.places(batch + 1))
        hwy::Prefetch(&images[place]);
}

void DescentMember::score()
{
    const SenseWeights& weights = m_weights;
    const std::size_t stride = m_board.stride();
    m_scores.resize(m_tiles.size() * m_board.partSize());
    scoreColumns({.rows = m_rows, .fetched = m_fetched}, m_tiles, weights.rows(),
                 {m_scores.data(), stride, m_board.partSize()});
    m_fetched = 0;
    for (std::size_t t = 0; t < m_tiles.size(); ++t) {
        float* out = m_scores.data() + t * m_board.partSize();
        scoreVector(weights.mean(), m_tiles[t], weights.rows(), {out + m_board.room, stride});
    }
}

/// Gives the others its scores, a pair of tiles added up: what one core writes and another reads
/// takes some 0.1 us a line.
void DescentMember::publish(std::size_t batch)
{
    const std::size_t size = m_board.partSize();
    for (std::size_t t = 0; t < m_tiles.size(); t += m_board.tilesInPart) {
        float* out = m_board.part(batch, m_firstPart + t / m_board.tilesInPart);
        const float* scores = m_scores.data() + t * size;
        std::copy_n(scores, size, out);
        if (m_board.tilesInPart == 2 && t + 1 < m_tiles.size())
            for (std::size_t i = 0; i < size; ++i)
                out[i] += scores[size + i];
    }
}

/// Adds up the scores of one sense, of the images to `out`, and returns that of μ: tiles in pairs,
/// then the pairs in their order, whatever of that was done before.
float DescentMember::sumParts(std::size_t batch, std::size_t sense, float* out)
{
    const std::size_t size = m_places.size();
    const std::size_t room = m_board.room;
    const std::size_t together = 2 / m_board.tilesInPart;
    std::fill_n(out, size, 0.0F);
    float ofMean = 0.0F;
    for (std::size_t p = 0; p < m_board.partCount(); p += together) {
        const float* part = m_board.part(batch, p) + sense * m_board.stride();
        if (together == 2 && p + 1 < m_board.partCount()) {
            const float* other = part + m_board.partSize();
            for (std::size_t i = 0; i < size; ++i)
                out[i] += part[i] + other[i];
            ofMean += part[room] + other[room];
        } else {
            for (std::size_t i = 0; i < size; ++i)
                out[i] += part[i];
            ofMean += part[room];
        }
    }
    return ofMean;
}

/// w·x' = (w·x − w·μ)·r of every sense and image.
void DescentMember::gather(std::size_t batch)
{
    const std::size_t senses = m_board.senses();
    const std::size_t size = m_places.size();
    m_responses.resize(senses * m_board.room);
    for (std::size_t s = 0; s < senses; ++s) {
        float* out = m_responses.data() + s * m_board.room;
        const float ofMean = sumParts(batch, s, out);
        for (std::size_t i = 0; i < size; ++i)
            out[i] = (out[i] - ofMean) * m_inverseNorms[i];
    }
    const std::size_t popular = m_board.popular;
    respond(0, popular, m_sense[0], m_response[0]);
    respond(popular, senses, m_sense[1], m_response[1]);
}

void DescentMember::respond(std::size_t firstSense, std::size_t lastSense,
                            std::vector<std::uint32_t>& sense, std::vector<float>& response) const
{
    sense.clear();
    response.clear();
    if (firstSense == lastSense)
        return;
    const std::size_t size = m_places.size();
    const float* first = m_responses.data() + firstSense * m_board.room;
    sense.assign(size, static_cast<std::uint32_t>(firstSense));
    response.assign(first, first + size);
    // Pointers of their own, and no branch, which would be mispredicted.
    std::uint32_t* bestSense = sense.data();
    float* best = response.data();
    for (std::size_t s = firstSense + 1; s < lastSense; ++s) {
        const float* other = m_responses.data() + s * m_board.room;
        const auto number = static_cast<std::uint32_t>(s);
        for (std::size_t i = 0; i < size; ++i) {
            const std::uint32_t higher = 0U - static_cast<std::uint32_t>(other[i] > best[i]);
            bestSense[i] = (number & higher) | (bestSense[i] & ~higher);
            best[i] = best[i] < other[i] ? other[i] : best[i];
        }
    }
}

/// From responses to pulls: what each row is to add to its senses.
void DescentMember::weigh(std::size_t batch)
{
    const std::size_t size = m_places.size();
    const bool twoHalves = !m_response[1].empty();
    m_coefficient[0].resize(size);
    m_coefficient[1].resize(m_response[1].size());
    m_losses =
        m_objective.coefficients({.y = m_y, .popular = m_response[0], .unpopular = m_response[1]},
                                 m_coefficient[0], m_coefficient[1]);
    if (m_losses.viable == 0)
        return;

    const double rate = m_board.plan.rateOf(batch);
    const auto scale = static_cast<float>(rate / static_cast<double>(m_losses.viable));
    m_unsorted.clear();
    m_meanWeight.assign(m_board.senses(), 0.0F);
    for (std::size_t i = 0; i < size; ++i) {
        const float step = -scale * m_inverseNorms[i];
        RowPull pull{.row = m_rows[i], .popular = m_sense[0][i], .unpopular = 0};
        pull.popularWeight = step * m_coefficient[0][i];
        m_meanWeight[pull.popular] -= pull.popularWeight;
        if (twoHalves) {
            pull.unpopular = m_sense[1][i];
            pull.unpopularWeight = step * m_coefficient[1][i];
            m_meanWeight[pull.unpopular] -= pull.unpopularWeight;
        }
        if (pull.popularWeight != 0.0F || pull.unpopularWeight != 0.0F)
            m_unsorted.push_back(pull);
    }
    sortPulls();
}

/// Puts rows of the same two senses side by side, stably.
void DescentMember::sortPulls()
{
    const std::size_t popular = m_board.popular;
    const std::size_t unpopular = m_board.unpopular;
    const auto groupOf = [&](const RowPull& pull) {
        return unpopular == 0 ? pull.popular : pull.popular * unpopular + pull.unpopular - popular;
    };
    m_starts.assign(popular * std::max<std::size_t>(unpopular, 1) + 1, 0);
    for (const auto& pull : m_unsorted)
        ++m_starts[groupOf(pull) + 1];
    for (std::size_t group = 1; group < m_starts.size(); ++group)
        m_starts[group] += m_starts[group - 1];
    m_pulls.resize(m_unsorted.size());
    for (const auto& pull : m_unsorted)
        m_pulls[m_starts[groupOf(pull)]++] = pull;
}

void DescentMember::descend(std::size_t batch)
{
    const double rate = m_board.plan.rateOf(batch);
    m_fetched = std::min(kRowsAhead, m_nextRows.size());
    const DescentStep step{
        .decay = static_cast<float>(1.0 - rate * m_board.options.regularisation),
        .mean = m_weights.mean(),
        .meanWeight = m_meanWeight.data(),
        .pulls = m_pulls,
        .unpopular = m_board.unpopular > 0,
        .next = std::span(m_nextRows).first(m_fetched),
    };
    for (const auto& tile : m_tiles)
        descendColumns(m_weights.rows(), tile, step);
}

void DescentMember::record()
{
    ++m_board.done;
    DescentTally& tally = m_board.tally;
    tally.hingeSum += m_losses.popularSum + m_losses.unpopularSum;
    tally.viable += m_losses.viable;
    tally.examples += m_places.size();
    for (const auto& half : m_sense)
        for (const auto sense : half)
            ++tally.wins[sense];
    if (m_board.options.keepCoefficients)
        for (std::size_t half = 0; half < 2; ++half)
            for (std::size_t i = 0; i < m_coefficient.at(half).size(); ++i)
                m_board.lastCoefficients.at(half)[m_places[i]] = m_coefficient.at(half)[i];
}

} // namespace core
