#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace core {

/// English words that carry grammar and not what is in a picture, with what contractions leave when
/// their apostrophe is lost (don, ll, youre) and the litter of posts (rt, amp). Ascending.
// clang-format off: one a line would be four hundred lines
inline constexpr auto kFunctionWords = std::to_array<std::string_view>({
    "about",       "above",        "across",    "after",     "afterwards",  "again",
    "against",     "ago",          "ain",       "ain't",     "all",         "almost",
    "alone",       "along",        "already",   "also",      "although",    "always",
    "am",          "amid",         "among",     "amongst",   "amp",         "an",
    "and",         "another",      "any",       "anybody",   "anyhow",      "anymore",
    "anyone",      "anything",     "anyway",    "anywhere",  "apart",       "are",
    "aren",        "aren't",       "around",    "as",        "aside",       "at",
    "away",        "back",         "be",        "became",    "because",     "become",
    "becomes",     "becoming",     "been",      "before",    "beforehand",  "behind",
    "being",       "below",        "beneath",   "beside",    "besides",     "between",
    "beyond",      "both",         "but",       "by",        "came",        "can",
    "can't",       "cannot",       "cant",      "cc",        "com",         "come",
    "comes",       "could",        "couldn",    "couldn't",  "couldnt",     "did",
    "didn",        "didn't",       "didnt",     "dm",        "do",          "does",
    "doesn",       "doesn't",      "doesnt",    "doing",     "don",         "don't",
    "done",        "dont",         "down",      "due",       "during",      "each",
    "either",      "else",         "elsewhere", "enough",    "especially",  "etc",
    "even",        "ever",         "every",     "everybody", "everyone",    "everything",
    "everywhere",  "except",       "far",       "few",       "fewer",       "first",
    "for",         "former",       "from",      "further",   "furthermore", "gave",
    "get",         "gets",         "getting",   "give",      "given",       "gives",
    "go",          "goes",         "going",     "gone",      "gonna",       "got",
    "gotta",       "gotten",       "gt",        "had",       "hadn",        "hadn't",
    "hadnt",       "has",          "hasn",      "hasn't",    "hasnt",       "have",
    "haven",       "haven't",      "havent",    "having",    "he",          "he'd",
    "he'll",       "hence",        "her",       "here",      "hereby",      "hers",
    "herself",     "him",          "himself",   "his",       "how",         "however",
    "href",        "http",         "https",     "i'd",       "i'll",        "i'm",
    "i've",        "if",           "im",        "img",       "in",          "indeed",
    "instead",     "into",         "is",        "isn",       "isn't",       "isnt",
    "it",          "it'd",         "it'll",     "its",       "itself",      "ive",
    "just",        "keep",         "kept",      "knew",      "know",        "known",
    "knows",       "last",         "lately",    "later",     "latter",      "least",
    "left",        "less",         "lest",      "let",       "lets",        "like",
    "liked",       "likely",       "likes",     "ll",        "lot",         "lots",
    "lt",          "made",         "mainly",    "make",      "makes",       "making",
    "many",        "may",          "maybe",     "me",        "meanwhile",   "might",
    "mightn",      "mightn't",     "mine",      "mkay",      "more",        "moreover",
    "most",        "mostly",       "mt",        "much",      "must",        "mustn",
    "mustn't",     "my",           "myself",    "namely",    "nbsp",        "near",
    "nearly",      "need",         "needn",     "needn't",   "needs",       "neither",
    "never",       "nevertheless", "next",      "no",        "nobody",      "none",
    "nonetheless", "nope",         "nor",       "not",       "nothing",     "now",
    "nowhere",     "of",           "off",       "often",     "oh",          "ok",
    "okay",        "on",           "once",      "one",       "ones",        "only",
    "onto",        "or",           "other",     "others",    "otherwise",   "ought",
    "our",         "ours",         "ourselves", "out",       "over",        "own",
    "per",         "perhaps",      "please",    "put",       "puts",        "quite",
    "quot",        "rather",       "re",        "really",    "rt",          "said",
    "same",        "saw",          "say",       "saying",    "says",        "see",
    "seem",        "seemed",       "seeming",   "seems",     "seen",        "several",
    "shall",       "shan",         "shan't",    "she",       "she'd",       "she'll",
    "should",      "shouldn",      "shouldn't", "shouldnt",  "since",       "so",
    "some",        "somebody",     "somehow",   "someone",   "something",   "sometime",
    "sometimes",   "somewhat",     "somewhere", "soon",      "still",       "such",
    "take",        "taken",        "takes",     "taking",    "than",        "that",
    "that'd",      "that'll",      "the",       "thee",      "their",       "theirs",
    "them",        "themselves",   "then",      "thence",    "there",       "there'd",
    "there'll",    "thereafter",   "thereby",   "therefore", "therein",     "these",
    "they",        "they'd",       "they'll",   "they're",   "they've",     "theyre",
    "thing",       "things",       "this",      "those",     "thou",        "though",
    "through",     "throughout",   "thru",      "thus",      "thy",         "till",
    "to",          "together",     "too",       "took",      "toward",      "towards",
    "two",         "under",        "unless",    "unlike",    "until",       "up",
    "upon",        "us",           "use",       "used",      "uses",        "using",
    "usually",     "various",      "ve",        "very",      "via",         "want",
    "wanted",      "wanting",      "wants",     "was",       "wasn",        "wasn't",
    "wasnt",       "way",          "we",        "we'd",      "we'll",       "we're",
    "we've",       "well",         "went",      "were",      "weren",       "weren't",
    "werent",      "what",         "whatever",  "when",      "whence",      "whenever",
    "where",       "whereas",      "whereby",   "wherein",   "wherever",    "whether",
    "which",       "whichever",    "while",     "who",       "who'd",       "who'll",
    "whoever",     "whole",        "whom",      "whomever",  "whose",       "why",
    "will",        "with",         "within",    "without",   "won",         "won't",
    "wont",        "would",        "wouldn",    "wouldn't",  "wouldnt",     "www",
    "yes",         "yet",          "you",       "you'd",     "you'll",      "you're",
    "you've",      "your",         "youre",     "yours",     "yourself",    "yourselves",
});
// clang-format on

static_assert(std::is_sorted(kFunctionWords.begin(), kFunctionWords.end()));

/// `word` in lower case.
inline bool isFunctionWord(std::string_view word)
{
    return std::binary_search(kFunctionWords.begin(), kFunctionWords.end(), word);
}

} // namespace core
