#include "core/ingest/column_guess.h"

#include <gmock/gmock.h>

namespace core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Rows = std::vector<std::vector<std::string>>;

TEST(ColumnGuess, KnowsBothSamples)
{
    const auto emoji =
        guessRoles({"id", "image", "name", "category", "uses"},
                   {{"1", "a.png", "cat", "animals", "5"}, {"2", "b.png", "dog", "animals", "7"}});
    EXPECT_EQ(emoji, (ColumnRoles{.id = "id",
                                  .image = "image",
                                  .texts = {"name"},
                                  .author = {},
                                  .date = {},
                                  .split = {},
                                  .low = {"uses"},
                                  .high = {}}));
    const auto street =
        guessRoles({"id", "image", "caption", "tags", "author", "date", "views", "likes",
                    "comments", "shares"},
                   {{"1", "a.png", "A sunset", "sun", "ann", "2013-02-28", "50", "4", "3", "2"}});
    EXPECT_EQ(street, (ColumnRoles{.id = "id",
                                   .image = "image",
                                   .texts = {"caption", "tags"},
                                   .author = "author",
                                   .date = "date",
                                   .split = {},
                                   .low = {"views", "likes"},
                                   .high = {"comments", "shares"}}));
}

TEST(ColumnGuess, ReadsNamesHoweverTheyAreWritten)
{
    const auto roles = guessRoles({"Post ID", "File-Name", "Full Text", "User.Name", "Created At",
                                   "View Count", "num_likes", "Reply Count"},
                                  {{"x1", "a.JPG", "words", "ann", "2013-02-28", "1", "2", "3"},
                                   {"x2", "b.JPG", "more", "ann", "2013-03-01", "1", "2", "3"}});
    EXPECT_EQ(roles.id, "Post ID");
    EXPECT_EQ(roles.image, "File-Name");
    EXPECT_THAT(roles.texts, ElementsAre("Full Text"));
    EXPECT_EQ(roles.author, "User.Name");
    EXPECT_EQ(roles.date, "Created At");
    EXPECT_THAT(roles.low, ElementsAre("View Count", "num_likes"));
    EXPECT_THAT(roles.high, ElementsAre("Reply Count"));
}

TEST(ColumnGuess, KnowsTheAuthorOfAnObjectWithinAnother)
{
    for (const char* name : {"author.name", "user.screen_name", "owner.username", "author_id"})
        EXPECT_EQ(guessRoles({name, "views"}, {{"ann", "1"}, {"bob", "2"}}).author, name);
}

TEST(ColumnGuess, CountsOnlyWhereEveryCellIsACount)
{
    const std::vector<std::string> header{"views", "likes", "shares", "comments"};
    const auto roles = guessRoles(header, {{"1", "2", "3.0", "-4"}, {"5", "6.5", "7", "8"}});
    EXPECT_THAT(roles.low, ElementsAre("views"));
    EXPECT_THAT(roles.high, ElementsAre("shares"));
}

TEST(ColumnGuess, KnowsCountsByTheStemOfAWordOfTheirName)
{
    const std::vector<std::string> low{"view",         "viewCount",  "views_count",
                                       "num_likes",    "likesCount", "liked",
                                       "rating_count", "uses",       "n_plays_total"};
    const std::vector<std::string> high{"reply_count", "replies", "retweets", "commentsCount"};
    for (const auto& name : low)
        EXPECT_THAT(guessRoles({name}, {{"1"}}).low, ElementsAre(name));
    for (const auto& name : high)
        EXPECT_THAT(guessRoles({name}, {{"1"}}).high, ElementsAre(name));
    for (const char* name : {"user_id", "start", "player", "voter_id", "viewer", "user_followers",
                             "replica", "likelihood"}) {
        // Beside two others, so that it is not the only one that could be the count.
        const auto roles = guessRoles({name, "other", "another"}, {{"1", "1", "1"}});
        EXPECT_THAT(roles.low, IsEmpty()) << name;
        EXPECT_THAT(roles.high, IsEmpty()) << name;
    }
}

TEST(ColumnGuess, LooksAtWhatTheRowsHold)
{
    // "image" holds no names of pictures, "split" no splits, "date" no dates, "id" one value.
    const auto roles = guessRoles(
        {"image", "file", "split", "date", "id", "views"},
        {{"yes", "a.png", "left", "soon", "7", "1"}, {"no", "b.png", "right", "later", "7", "2"}});
    EXPECT_EQ(roles.image, "file");
    EXPECT_EQ(roles.split, std::nullopt);
    EXPECT_EQ(roles.date, std::nullopt);
    EXPECT_EQ(roles.id, std::nullopt);
}

TEST(ColumnGuess, TakesSplitsAndADuplicateAmongIds)
{
    const auto roles = guessRoles({"id", "set", "views"},
                                  {{"a", "train", "1"}, {"b", "VAL", "2"}, {"b", "test", "3"}});
    EXPECT_EQ(roles.id, "id") << "a repeated id is reported by the import";
    EXPECT_EQ(roles.split, "set");
}

TEST(ColumnGuess, TakesTheOnlyWholeNumbersForTheCount)
{
    const auto lone =
        guessRoles({"id", "title", "ratings", "mean_rating", "year"},
                   {{"1", "Heat", "86", "3.9", "1995"}, {"2", "Ran", "2", "4", "1985"}});
    EXPECT_THAT(lone.low, ElementsAre("ratings"));
    EXPECT_THAT(guessRoles({"title", "a", "b"}, {{"Heat", "86", "3"}}).low, IsEmpty());
    EXPECT_THAT(guessRoles({"title", "film_id"}, {{"Heat", "86"}}).low, IsEmpty());
    EXPECT_THAT(guessRoles({"views", "pages"}, {{"86", "3"}}).low, ElementsAre("views"));
    EXPECT_THAT(guessRoles({"pages"}, {}).low, IsEmpty()); // nothing to see
}

TEST(ColumnGuess, GivesNoColumnTwoRoles)
{
    const auto roles = guessRoles({"user_id", "comment_text", "comments"},
                                  {{"4", "nice", "1"}, {"5", "good", "2"}});
    EXPECT_EQ(roles.author, "user_id");
    EXPECT_EQ(roles.id, std::nullopt);
    EXPECT_THAT(roles.texts, ElementsAre("comment_text"));
    EXPECT_THAT(roles.high, ElementsAre("comments"));
}

TEST(ColumnGuess, LeavesOutWhatFitsNothing)
{
    const auto roles = guessRoles({"overviewed", "price", "height", "preview", "__", ""},
                                  {{"a", "1", "2", "3", "4", "5"}});
    EXPECT_EQ(roles, ColumnRoles{});
    EXPECT_EQ(guessRoles({}, {}), ColumnRoles{});
}

} // namespace
} // namespace core
