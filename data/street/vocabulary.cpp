#include "data/street/vocabulary.h"

#include <array>

namespace samples {

namespace {

// NOLINTBEGIN(modernize-avoid-c-arrays): lists of words, their lengths counted by the compiler

#define WORDS(name, ...) constexpr const char* name[] = {__VA_ARGS__}

WORDS(kSunsetNouns, "sunset", "horizon", "sky", "sun", "evening", "clouds", "dusk", "silhouette",
      "afterglow");
WORDS(kSunsetAdjectives, "golden", "burning", "pink", "quiet", "orange", "endless", "last");
WORDS(kSunsetPhrases, "the sky did that thing again", "golden hour never gets old",
      "stood here until it was dark", "no filter needed for this sky");
WORDS(kSunsetTags, "sunset", "goldenhour", "sky", "dusk", "horizon");

WORDS(kPortraitNouns, "portrait", "face", "smile", "eyes", "hair", "selfie", "friend", "look");
WORDS(kPortraitAdjectives, "happy", "shy", "proud", "new", "serious", "young", "bright-eyed");
WORDS(kPortraitPhrases, "new haircut, who dis", "she hates photos but not this one",
      "feeling myself today", "my favourite person");
WORDS(kPortraitTags, "portrait", "selfie", "face", "people", "me");

WORDS(kCatNouns, "cat", "kitten", "whiskers", "paws", "tail", "fur", "purr", "tabby");
WORDS(kCatAdjectives, "sleepy", "fluffy", "grumpy", "tiny", "curious", "spoiled", "ginger");
WORDS(kCatPhrases, "she owns the place, I only pay rent", "the boss is watching", "not impressed",
      "caught him on the table again");
WORDS(kCatTags, "cat", "catsofstreet", "kitten", "meow", "pets");

WORDS(kNightNouns, "city", "night", "lights", "skyline", "tower", "windows", "downtown", "rooftop");
WORDS(kNightAdjectives, "neon", "sleepless", "glowing", "late", "electric", "dark", "rainy");
WORDS(kNightPhrases, "the city never sleeps and neither do I", "walked home the long way",
      "windows like pixels", "midnight from the bridge");
WORDS(kNightTags, "citynight", "skyline", "lights", "urban", "nightshot");

WORDS(kFoodNouns, "plate", "dinner", "lunch", "pasta", "salad", "pizza", "recipe", "breakfast",
      "kitchen");
WORDS(kFoodAdjectives, "homemade", "fresh", "crispy", "delicious", "spicy", "simple", "warm");
WORDS(kFoodPhrases, "ate it in four minutes", "grandma's recipe, finally right",
      "first bite after a long day", "the secret is more garlic");
WORDS(kFoodTags, "food", "foodie", "homecooking", "dinner", "yum");

WORDS(kReceiptNouns, "receipt", "bill", "total", "tax", "invoice", "paper", "prices", "groceries");
WORDS(kReceiptAdjectives, "long", "crumpled", "expensive", "old", "printed", "monthly");
WORDS(kReceiptPhrases, "is this normal?", "for the expense report",
      "keeping this here so I find it again", "prices these days");
WORDS(kReceiptTags, "receipt", "expenses", "budget", "paperwork");

WORDS(kScreenNouns, "screenshot", "chart", "dashboard", "numbers", "spreadsheet", "report",
      "settings", "window");
WORDS(kScreenAdjectives, "weekly", "weird", "broken", "updated", "quarterly", "final");
WORDS(kScreenPhrases, "anyone else see this error?", "numbers are in, all of them",
      "posting for the record", "see the attached screen");
WORDS(kScreenTags, "screenshot", "data", "work", "dashboard");

WORDS(kBlurNouns, "floor", "pavement", "blur", "shoe", "ground", "pocket", "thumb", "accident");
WORDS(kBlurAdjectives, "blurry", "accidental", "grey", "random", "shaky", "dark");
WORDS(kBlurPhrases, "oops, pocket photo", "phone did this by itself", "art? no, an accident",
      "have no idea what this is");
WORDS(kBlurTags, "oops", "blurry", "random", "ground");

WORDS(kQuoteNouns, "quote", "words", "wisdom", "motto", "reminder", "thought", "motivation",
      "truth");
WORDS(kQuoteAdjectives, "daily", "inspiring", "true", "deep", "positive", "timeless");
WORDS(kQuotePhrases, "read it again, slowly", "monday needs this", "tag someone who must hear it",
      "words to live by");
WORDS(kQuoteTags, "quote", "motivation", "mindset", "inspiration", "words");

WORDS(kProductNouns, "product", "sale", "discount", "bottle", "lamp", "box", "offer", "shipping",
      "shop");
WORDS(kProductAdjectives, "new", "exclusive", "limited", "premium", "available", "affordable");
WORDS(kProductPhrases, "link in bio", "20% off, this week only", "back in stock",
      "order today, shipped tomorrow");
WORDS(kProductTags, "sale", "shop", "new", "ad", "deal");

WORDS(kMountainNouns, "mountain", "peak", "summit", "snow", "trail", "ridge", "valley", "lake");
WORDS(kMountainAdjectives, "high", "steep", "frozen", "silent", "alpine", "windy");
WORDS(kMountainPhrases, "worth every step", "my legs disagree with this view",
      "thin air, wide view", "up at four for this");
WORDS(kMountainTags, "mountains", "hiking", "alps", "summit", "outdoors");

WORDS(kFlowerNouns, "flower", "petals", "bloom", "garden", "blossom", "rose", "daisy", "stem");
WORDS(kFlowerAdjectives, "delicate", "wild", "fragrant", "first", "tiny", "purple");
WORDS(kFlowerPhrases, "spring at last", "from my grandmother's garden", "stopped to smell it",
      "the bees were here first");
WORDS(kFlowerTags, "flower", "macro", "garden", "bloom", "spring");

WORDS(kBeachNouns, "beach", "sand", "waves", "umbrella", "shore", "sea", "towel", "shells");
WORDS(kBeachAdjectives, "sandy", "salty", "hot", "crowded", "lazy", "turquoise");
WORDS(kBeachPhrases, "sand everywhere, no regrets", "out of office", "salt in my hair",
      "vitamin sea");
WORDS(kBeachTags, "beach", "summer", "sea", "holiday", "waves");

WORDS(kForestNouns, "forest", "trees", "fog", "moss", "woods", "path", "pines", "mist");
WORDS(kForestAdjectives, "misty", "deep", "ancient", "green", "hushed", "damp");
WORDS(kForestPhrases, "got lost on purpose", "it smells of rain and pine", "listen",
      "nobody for miles");
WORDS(kForestTags, "forest", "fog", "woods", "nature", "trees");

WORDS(kConcertNouns, "concert", "crowd", "stage", "band", "music", "guitar", "encore", "festival");
WORDS(kConcertAdjectives, "loud", "live", "sold-out", "epic", "sweaty", "unforgettable");
WORDS(kConcertPhrases, "my ears are still ringing", "front row, finally",
      "they played the old songs", "lost my voice");
WORDS(kConcertTags, "concert", "livemusic", "festival", "gig", "band");

WORDS(kTrafficNouns, "car", "road", "street", "traffic", "drive", "wheels", "engine", "parking");
WORDS(kTrafficAdjectives, "vintage", "slow", "shiny", "rusty", "parked", "fast");
WORDS(kTrafficPhrases, "spotted on my street", "they don't make them like this", "stuck again",
      "would drive it daily");
WORDS(kTrafficTags, "car", "street", "drive", "carspotting", "road");

WORDS(kDogNouns, "dog", "puppy", "tail", "walk", "nose", "fetch", "treats", "ears");
WORDS(kDogAdjectives, "good", "goofy", "loyal", "muddy", "happy", "old");
WORDS(kDogPhrases, "who is a good boy", "he heard the word walk", "adopted one year ago today",
      "12/10 would pet");
WORDS(kDogTags, "dog", "puppy", "dogsofstreet", "goodboy", "pets");

WORDS(kBalloonNouns, "balloons", "sky", "party", "festival", "birthday", "ride", "colours",
      "basket");
WORDS(kBalloonAdjectives, "colourful", "floating", "bright", "drifting", "striped", "cheerful");
WORDS(kBalloonPhrases, "up, up and away", "counted thirty before breakfast", "someone let go",
      "happy birthday to me");
WORDS(kBalloonTags, "balloons", "party", "upintheair", "colour", "festival");

WORDS(kCoffeeNouns, "coffee", "cup", "latte", "espresso", "morning", "café", "foam", "beans");
WORDS(kCoffeeAdjectives, "strong", "hot", "creamy", "second", "slow", "perfect");
WORDS(kCoffeePhrases, "don't talk to me before this", "found a new corner café",
      "number three today", "pour, wait, breathe");
WORDS(kCoffeeTags, "coffee", "latte", "café", "morning", "coffeetime");

WORDS(kMapNouns, "map", "route", "streets", "river", "park", "directions", "station", "tour");
WORDS(kMapAdjectives, "walking", "old", "useful", "detailed", "folded", "local");
WORDS(kMapPhrases, "12 km, three wrong turns", "meet me at the pin", "planning the next one",
      "you are here");
WORDS(kMapTags, "map", "travel", "route", "cartography", "citymap");

#undef WORDS
// NOLINTEND(modernize-avoid-c-arrays)

// In the order of themes().
constexpr std::array kVocabularies{
    Vocabulary{kSunsetNouns, kSunsetAdjectives, kSunsetPhrases, kSunsetTags},
    Vocabulary{kPortraitNouns, kPortraitAdjectives, kPortraitPhrases, kPortraitTags},
    Vocabulary{kCatNouns, kCatAdjectives, kCatPhrases, kCatTags},
    Vocabulary{kNightNouns, kNightAdjectives, kNightPhrases, kNightTags},
    Vocabulary{kFoodNouns, kFoodAdjectives, kFoodPhrases, kFoodTags},
    Vocabulary{kReceiptNouns, kReceiptAdjectives, kReceiptPhrases, kReceiptTags},
    Vocabulary{kScreenNouns, kScreenAdjectives, kScreenPhrases, kScreenTags},
    Vocabulary{kBlurNouns, kBlurAdjectives, kBlurPhrases, kBlurTags},
    Vocabulary{kQuoteNouns, kQuoteAdjectives, kQuotePhrases, kQuoteTags},
    Vocabulary{kProductNouns, kProductAdjectives, kProductPhrases, kProductTags},
    Vocabulary{kMountainNouns, kMountainAdjectives, kMountainPhrases, kMountainTags},
    Vocabulary{kFlowerNouns, kFlowerAdjectives, kFlowerPhrases, kFlowerTags},
    Vocabulary{kBeachNouns, kBeachAdjectives, kBeachPhrases, kBeachTags},
    Vocabulary{kForestNouns, kForestAdjectives, kForestPhrases, kForestTags},
    Vocabulary{kConcertNouns, kConcertAdjectives, kConcertPhrases, kConcertTags},
    Vocabulary{kTrafficNouns, kTrafficAdjectives, kTrafficPhrases, kTrafficTags},
    Vocabulary{kDogNouns, kDogAdjectives, kDogPhrases, kDogTags},
    Vocabulary{kBalloonNouns, kBalloonAdjectives, kBalloonPhrases, kBalloonTags},
    Vocabulary{kCoffeeNouns, kCoffeeAdjectives, kCoffeePhrases, kCoffeeTags},
    Vocabulary{kMapNouns, kMapAdjectives, kMapPhrases, kMapTags},
};

} // namespace

const Vocabulary& vocabularyOf(std::size_t theme)
{
    return kVocabularies.at(theme);
}

} // namespace samples
