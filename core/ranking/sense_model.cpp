#include "core/ranking/sense_model.h"

#include "core/ranking/scoring.h"

namespace core {

namespace {

/// The first of the highest values of row i.
Eigen::Index firstHighest(const MatrixF& responses, std::size_t i)
{
    const auto row = responses.row(static_cast<Eigen::Index>(i));
    Eigen::Index best = 0;
    for (Eigen::Index s = 1; s < row.size(); ++s)
        if (row[s] > row[best])
            best = s;
    return best;
}

float highest(const MatrixF& responses, std::size_t i)
{
    return responses(static_cast<Eigen::Index>(i), firstHighest(responses, i));
}

} // namespace

std::string SenseId::name() const
{
    return (polarity == Polarity::Popular ? "+" : "-") + std::to_string(index + 1);
}

std::size_t SenseModel::senseCount() const
{
    return static_cast<std::size_t>(popular.rows() + unpopular.rows());
}

std::vector<SenseId> SenseModel::senses() const
{
    std::vector<SenseId> all;
    all.reserve(senseCount());
    for (int s = 0; s < static_cast<int>(popular.rows()); ++s)
        all.push_back({Polarity::Popular, s});
    for (int s = 0; s < static_cast<int>(unpopular.rows()); ++s)
        all.push_back({Polarity::Unpopular, s});
    return all;
}

float Responses::score(std::size_t i) const
{
    const float wanted = highest(popular, i);
    return unpopular.cols() == 0 ? wanted : wanted - highest(unpopular, i);
}

std::vector<float> Responses::scores() const
{
    std::vector<float> all(rows());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = score(i);
    return all;
}

int Responses::responding(std::size_t i, Polarity polarity) const
{
    return static_cast<int>(firstHighest(polarity == Polarity::Popular ? popular : unpopular, i));
}

Responses respond(const FeatureRows& rows, std::span<const std::size_t> indices,
                  const SenseModel& model, int threads, const std::stop_token& stop)
{
    return scoreRows({.rows = &rows, .indices = indices, .inverseNorms = {}}, model, threads, stop);
}

} // namespace core
