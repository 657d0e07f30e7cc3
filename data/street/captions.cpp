#include "data/street/captions.h"

#include "data/street/dice.h"
#include "data/street/vocabulary.h"

#include <array>
#include <cctype>

namespace samples {

namespace {

constexpr std::array kPlaces{"in Lisbon",         "near the station", "at home",
                             "by the harbour",    "in the old town",  "on the way to work",
                             "up north",          "next door",        "in Osaka",
                             "somewhere in Ohio", "at my sister's",   "in Nairobi"};
constexpr std::array kTimes{"this morning",    "last night", "on Sunday", "again",    "yesterday",
                            "before the rain", "after work", "today",     "in March", "at last"};
constexpr std::array kChatter{"Have a good week, everyone.",
                              "What do you think?",
                              "More soon!",
                              "Thoughts?",
                              "I needed this.",
                              "Not sure about this one.",
                              "Thank you all for 1,000 followers!",
                              "Sorry for the spam.",
                              "He said \"one more\", so here it is.",
                              "Long story.",
                              "Can't complain, really."};
constexpr std::array kOffTopic{"Happy Friday!",
                               "moving flats, wish me luck",
                               "who else is still awake",
                               "Throwback to better days",
                               "my phone is at 2%, goodbye",
                               "New job, new me, same coffee",
                               "testing, testing",
                               "Monday. That's it, that's the post.",
                               "\"It is what it is\", said my brother",
                               "I miss the old app"};
constexpr std::array kGeneralTags{"photooftheday", "daily", "street",      "love", "weekend",
                                  "nofilter",      "life",  "picoftheday", "mood", "2024"};

std::string sentence(Dice& dice, const Vocabulary& words)
{
    const std::string noun = dice.pick(words.nouns);
    const std::string adjective = dice.pick(words.adjectives);
    const std::string place = dice.pick(kPlaces);
    const std::string time = dice.pick(kTimes);
    switch (dice.count(0, 7)) {
    case 0:
        return adjective + " " + noun + " " + place;
    case 1:
        return "this " + noun + ", " + time;
    case 2:
        return noun + " and " + dice.pick(words.nouns) + " " + place;
    case 3:
        return "found this " + adjective + " " + noun + " " + time;
    case 4:
        return "the " + noun + " " + place + " was so " + adjective;
    case 5:
        return "my kind of " + noun;
    case 6:
        return std::string(dice.pick(words.phrases)) + " (" + noun + ", " + place + ")";
    default:
        return dice.pick(words.phrases);
    }
}

void dress(Dice& dice, std::string& text)
{
    if (dice.chance(0.6))
        text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
    if (dice.chance(0.3))
        text += dice.pick({"!", ".", "...", " :)", "!!"});
}

} // namespace

std::string drawCaption(Dice& dice, std::size_t theme)
{
    if (dice.chance(0.03))
        return {};
    if (dice.chance(0.1))
        return dice.pick(kOffTopic);
    const auto& words = vocabularyOf(theme);
    auto text = sentence(dice, words);
    dress(dice, text);
    if (dice.chance(0.2)) {
        auto more = sentence(dice, words);
        dress(dice, more);
        text += " " + more;
    }
    if (dice.chance(0.25))
        text += std::string(" ") + dice.pick(kChatter);
    return text;
}

std::string drawTags(Dice& dice, std::size_t theme)
{
    const auto& words = vocabularyOf(theme);
    std::string tags;
    const auto add = [&](const char* tag) {
        if ((" " + tags + " ").find(std::string(" ") + tag + " ") == std::string::npos)
            tags += (tags.empty() ? "" : " ") + std::string(tag);
    };
    for (int k = dice.count(0, 3); k > 0; --k)
        add(dice.pick(words.tags));
    for (int k = dice.count(0, 2); k > 0; --k)
        add(dice.pick(kGeneralTags));
    return tags;
}

} // namespace samples
