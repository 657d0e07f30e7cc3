#include "core/insight/top_images.h"

#include <algorithm>
#include <stdexcept>

namespace core {

namespace {

const MatrixF& responsesOf(const Responses& responses, Polarity polarity)
{
    return polarity == Polarity::Popular ? responses.popular : responses.unpopular;
}

bool ranksBefore(const RankedImage& a, const RankedImage& b)
{
    return a.score > b.score || (a.score == b.score && a.position < b.position);
}

/// `eligible` is asked only of rows that would enter, which are few.
template <typename Predicate>
std::vector<RankedImage> highest(const Responses& responses, const SenseId& sense, std::size_t most,
                                 const Predicate& eligible)
{
    const MatrixF& all = responsesOf(responses, sense.polarity);
    if (sense.index < 0 || sense.index >= all.cols())
        throw std::invalid_argument("topImages: the model has no sense " + sense.name());

    std::vector<RankedImage> heap; // the worst of those kept on top
    if (most == 0)
        return heap;
    for (Eigen::Index i = 0; i < all.rows(); ++i) {
        const RankedImage image{static_cast<std::size_t>(i), all(i, sense.index)};
        // Rows come in order, so an equal response later on never enters; NaN neither.
        const bool enters =
            heap.size() < most ? image.score == image.score : image.score > heap.front().score;
        if (!enters || !eligible(image.position))
            continue;
        if (heap.size() == most) {
            std::pop_heap(heap.begin(), heap.end(), ranksBefore);
            heap.pop_back();
        }
        heap.push_back(image);
        std::push_heap(heap.begin(), heap.end(), ranksBefore);
    }
    std::sort_heap(heap.begin(), heap.end(), ranksBefore);
    return heap;
}

} // namespace

std::vector<RankedImage> topImages(const Responses& responses, const SenseId& sense,
                                   std::size_t most)
{
    return highest(responses, sense, most, [&](std::size_t position) {
        return responses.responding(position, sense.polarity) == sense.index;
    });
}

std::vector<RankedImage> topResponses(const Responses& responses, const SenseId& sense,
                                      std::size_t most)
{
    return highest(responses, sense, most, [](std::size_t) { return true; });
}

std::vector<double> senseShares(const Responses& responses)
{
    std::vector<double> shares;
    const auto rows = responses.rows();
    for (const auto polarity : {Polarity::Popular, Polarity::Unpopular}) {
        const auto senses = responsesOf(responses, polarity).cols();
        std::vector<std::size_t> won(static_cast<std::size_t>(senses), 0);
        if (senses > 0) {
            for (std::size_t i = 0; i < rows; ++i)
                ++won[static_cast<std::size_t>(responses.responding(i, polarity))];
        }
        for (const auto count : won)
            shares.push_back(rows == 0 ? 0.0
                                       : static_cast<double>(count) / static_cast<double>(rows));
    }
    return shares;
}

} // namespace core
