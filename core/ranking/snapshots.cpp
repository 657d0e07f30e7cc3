#include "core/ranking/snapshots.h"

#include "core/random.h"
#include "core/ranking/scoring.h"
#include "core/ranking/spearman.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace core {

namespace {

constexpr std::size_t kImagesScored = 20000;

/// The images that one sense wins, best first, at most kSnapshotTop.
std::vector<std::size_t> topOf(const MatrixF& responses, Eigen::Index sense,
                               std::vector<std::size_t> won)
{
    const auto shown = std::min(won.size(), static_cast<std::size_t>(kSnapshotTop));
    std::ranges::partial_sort(
        won, won.begin() + static_cast<std::ptrdiff_t>(shown), [&](std::size_t a, std::size_t b) {
            const float left = responses(static_cast<Eigen::Index>(a), sense);
            const float right = responses(static_cast<Eigen::Index>(b), sense);
            return left != right ? left > right : a < b;
        });
    won.resize(shown);
    return won;
}

} // namespace

std::optional<double> rhoOf(const Responses& responses, std::span<const double> y)
{
    const auto scores = responses.scores();
    const std::vector<double> wide(scores.begin(), scores.end());
    // A model that ran away (a learning rate far too high) orders nothing.
    if (!std::ranges::all_of(wide, [](double score) { return std::isfinite(score); }))
        return std::nullopt;
    return spearmanRho(wide, y);
}

SnapshotCamera::SnapshotCamera(const TrainingSet& set, std::uint64_t seed, int threads)
    : m_set(set)
    , m_threads(threads)
    , m_ofValidation(!set.data->validation.empty())
{
    const auto& rows = m_ofValidation ? set.data->validation : set.members;
    const auto& norms = m_ofValidation ? set.validationNorms : set.inverseNorms;
    const auto& y = m_ofValidation ? set.data->validationY : set.y;
    Random random(seed);
    m_places = randomOrder(rows.size(), random);
    m_places.resize(std::min(m_places.size(), kImagesScored));
    std::ranges::sort(m_places);
    for (const auto place : m_places) {
        m_rows.push_back(rows[place]);
        m_inverseNorms.push_back(norms[place]);
        m_y.push_back(y[place]);
    }
}

TrainingSnapshot SnapshotCamera::look(const SenseModel& model) const
{
    return develop(scoreRows({.rows = m_set.data->rows,
                              .indices = m_rows,
                              .inverseNorms = m_inverseNorms,
                              .onDisk = m_set.bounded},
                             model, m_threads));
}

TrainingSnapshot SnapshotCamera::look(const Responses& validation) const
{
    const auto count = static_cast<Eigen::Index>(m_places.size());
    Responses sample{.popular = MatrixF(count, validation.popular.cols()),
                     .unpopular = MatrixF(count, validation.unpopular.cols())};
    for (Eigen::Index i = 0; i < count; ++i) {
        const auto place = static_cast<Eigen::Index>(m_places[static_cast<std::size_t>(i)]);
        sample.popular.row(i) = validation.popular.row(place);
        sample.unpopular.row(i) = validation.unpopular.row(place);
    }
    return develop(sample);
}

TrainingSnapshot SnapshotCamera::develop(const Responses& responses) const
{
    TrainingSnapshot snapshot;
    if (m_ofValidation)
        snapshot.validationRho = rhoOf(responses, m_y);
    for (const auto polarity : {Polarity::Popular, Polarity::Unpopular}) {
        const auto& matrix =
            polarity == Polarity::Popular ? responses.popular : responses.unpopular;
        if (matrix.cols() == 0)
            continue;
        std::vector<std::vector<std::size_t>> won(static_cast<std::size_t>(matrix.cols()));
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            won[static_cast<std::size_t>(responses.responding(i, polarity))].push_back(i);
        for (std::size_t s = 0; s < won.size(); ++s) {
            snapshot.share.push_back(static_cast<double>(won[s].size())
                                     / static_cast<double>(m_rows.size()));
            auto top = topOf(matrix, static_cast<Eigen::Index>(s), std::move(won[s]));
            for (auto& place : top)
                place = m_rows[place];
            snapshot.topRows.push_back(std::move(top));
        }
    }
    return snapshot;
}

} // namespace core
