#include "core/insight/top_images.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace core {
namespace {

constexpr SenseId kFirst{Polarity::Popular, 0};

/// Few distinct responses, so that many tie.
Responses manyTies(Eigen::Index images, Random& random)
{
    Responses responses{.popular = MatrixF(images, 3), .unpopular = MatrixF(images, 2)};
    for (auto* half : {&responses.popular, &responses.unpopular})
        for (auto& value : half->reshaped())
            value = static_cast<float>(random.below(5));
    return responses;
}

/// All images in order of response, then of row, of which the wanted ones are kept.
std::vector<std::size_t> bySorting(const Responses& responses, const SenseId& sense, bool won,
                                   std::size_t most)
{
    const auto& half =
        sense.polarity == Polarity::Popular ? responses.popular : responses.unpopular;
    std::vector<std::size_t> places(responses.rows());
    std::iota(places.begin(), places.end(), std::size_t{0});
    if (won)
        std::erase_if(places, [&](std::size_t i) {
            return responses.responding(i, sense.polarity) != sense.index;
        });
    std::ranges::stable_sort(places, std::ranges::greater(), [&](std::size_t i) {
        return half(static_cast<Eigen::Index>(i), sense.index);
    });
    places.resize(std::min(most, places.size()));
    return places;
}

std::vector<std::size_t> positionsOf(const std::vector<RankedImage>& images)
{
    std::vector<std::size_t> positions;
    positions.reserve(images.size());
    for (const auto& image : images)
        positions.push_back(image.position);
    return positions;
}

TEST(TopImages, AreThoseOfSortingAllOfThem)
{
    Random random(5);
    for (const Eigen::Index images : {1, 2, 10, 200}) {
        const auto responses = manyTies(images, random);
        for (const auto& sense :
             {kFirst, SenseId{Polarity::Popular, 2}, SenseId{Polarity::Unpopular, 1}}) {
            for (const std::size_t most : {0U, 1U, 7U, 199U, 500U}) {
                EXPECT_EQ(positionsOf(topImages(responses, sense, most)),
                          bySorting(responses, sense, true, most));
                EXPECT_EQ(positionsOf(topResponses(responses, sense, most)),
                          bySorting(responses, sense, false, most));
            }
        }
    }
}

TEST(TopImages, LeaveOutWhatAnotherSenseWins)
{
    Responses responses{.popular = MatrixF(3, 2), .unpopular = MatrixF(3, 0)};
    responses.popular << 5.0F, 9.0F, 2.0F, 1.0F, 3.0F, 3.0F;
    EXPECT_EQ(positionsOf(topImages(responses, kFirst, 9)), (std::vector<std::size_t>{2, 1}));
    EXPECT_EQ(positionsOf(topResponses(responses, kFirst, 9)), (std::vector<std::size_t>{0, 2, 1}));
    EXPECT_EQ(topImages(responses, kFirst, 1).front().score, 3.0F);
}

TEST(TopImages, LeaveOutWhatIsNotANumberAndRejectASenseThatIsNotThere)
{
    Responses responses{.popular = MatrixF(2, 1), .unpopular = MatrixF(2, 0)};
    responses.popular << std::nanf(""), -1.0F;
    EXPECT_EQ(positionsOf(topResponses(responses, kFirst, 5)), (std::vector<std::size_t>{1}));
    EXPECT_THROW(topImages(responses, {Polarity::Popular, 1}, 5), std::invalid_argument);
    EXPECT_THROW(topImages(responses, {Polarity::Unpopular, 0}, 5), std::invalid_argument);
}

TEST(SenseShares, AddUpToOneInEachHalf)
{
    Random random(5);
    const auto shares = senseShares(manyTies(90, random));
    ASSERT_EQ(shares.size(), 5U);
    EXPECT_DOUBLE_EQ(shares[0] + shares[1] + shares[2], 1.0);
    EXPECT_DOUBLE_EQ(shares[3] + shares[4], 1.0);
    const Responses none{.popular = MatrixF(0, 2), .unpopular = MatrixF(0, 0)};
    EXPECT_EQ(senseShares(none), (std::vector{0.0, 0.0}));
}

} // namespace
} // namespace core
