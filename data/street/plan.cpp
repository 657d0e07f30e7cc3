#include "data/street/plan.h"

#include "data/street/captions.h"
#include "data/street/dice.h"
#include "data/street/themes.h"

#include <cstdio>

namespace samples {

namespace {

constexpr double kReposts = 0.036;       // share of posts that repeat an earlier one
constexpr std::size_t kFirstRepost = 20; // there must be something to repeat
constexpr double kOwnFavourite = 0.4;    // chance that a post has one of its author's themes
constexpr std::int64_t kWeek = 604'800;

std::string idOf(std::size_t index)
{
    auto number = std::to_string(index + 1);
    number.insert(0, number.size() < 6 ? 6 - number.size() : 0, '0');
    return "s" + number;
}

Traits drawTraits(Dice& dice)
{
    Traits traits;
    for (double* trait : {&traits.saturation, &traits.warmth, &traits.brightness, &traits.contrast,
                          &traits.closeness, &traits.centredness, &traits.clutter})
        *trait = dice.between(-1, 1);
    return traits;
}

RepostEdit drawEdit(Dice& dice)
{
    return {.crop = dice.between(0.02, 0.07),
            .cropLeft = dice.between(0, 1),
            .cropTop = dice.between(0, 1),
            .quality = dice.count(55, 80),
            .banner = dice.chance(0.35)};
}

/// An earlier post that is no repost itself.
std::size_t drawOriginal(Dice& dice, const std::vector<Post>& earlier)
{
    std::size_t index = dice.random().below(earlier.size());
    return earlier[index].original.value_or(index);
}

void drawSubject(Dice& dice, const Author& author, Post& post)
{
    const auto all = themes();
    const auto favourite = author.favourites[dice.random().below(author.favourites.size())];
    const auto any = static_cast<std::size_t>(dice.random().below(all.size()));
    post.theme = dice.chance(kOwnFavourite) ? favourite : any;
    post.traits = drawTraits(dice);
    post.appeal = all[post.theme].lift + dot(all[post.theme].taste, post.traits);
    post.moment = drawMoment(dice);
}

void repeat(Dice& dice, const Post& original, std::size_t originalIndex, Post& post)
{
    post.theme = original.theme;
    post.traits = original.traits;
    post.appeal = original.appeal;
    post.pictureSeed = original.pictureSeed;
    post.original = originalIndex;
    post.edit = drawEdit(dice);
    post.moment = later(original.moment, dice.count(600, static_cast<int>(6 * kWeek)));
}

Post drawPost(const StreetPlan& plan, std::uint64_t seed)
{
    const std::size_t index = plan.posts.size();
    Dice dice(streamSeed(seed, Stream::Plan, index));
    Post post;
    post.id = idOf(index);
    post.pictureSeed = streamSeed(seed, Stream::Picture, index);
    post.author = drawAuthor(dice, plan.authors.size());
    if (dice.chance(kReposts) && index >= kFirstRepost) {
        const auto original = drawOriginal(dice, plan.posts);
        while (post.author == plan.posts[original].author)
            post.author = drawAuthor(dice, plan.authors.size());
        repeat(dice, plan.posts[original], original, post);
    } else {
        drawSubject(dice, plan.authors[post.author], post);
    }
    Dice counting(streamSeed(seed, Stream::Counts, index));
    post.counts = drawCounts(counting, post.appeal, plan.authors[post.author].reach, post.moment);
    Dice writing(streamSeed(seed, Stream::Caption, index));
    post.caption = drawCaption(writing, post.theme);
    post.tags = drawTags(writing, post.theme);
    return post;
}

} // namespace

StreetPlan planStreet(std::size_t images, std::uint64_t seed)
{
    StreetPlan plan;
    plan.authors = authorsOf(seed);
    plan.posts.reserve(images);
    while (plan.posts.size() < images)
        plan.posts.push_back(drawPost(plan, seed));
    return plan;
}

} // namespace samples
