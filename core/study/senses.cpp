#include "core/study/senses.h"

#include "core/error.h"
#include "core/images/decoder.h"
#include "core/images/thumbnail_cache.h"
#include "core/insight/picture_stacks.h"
#include "core/insight/sense_trust.h"
#include "core/insight/top_images.h"
#include "core/study/fingerprints.h"
#include "core/study/overview.h"
#include "core/study/scored_split.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace core {

namespace {

constexpr std::size_t kTagDocument = 500;       // images, the paper's choice for tags
constexpr std::size_t kCaptionDocument = 10000; // and for captions
constexpr std::size_t kLeastDocument = 50;
constexpr std::size_t kSampledTexts = 1000;
constexpr double kTagWords = 4.0; // texts shorter than this in the mean are tags

/// What the steps of browseSenses() share.
struct Browsing {
    const Project& project;
    const SensesOptions& options;
    const ScoredSplit& scored;
    const Catalogue& catalogue;
};

std::vector<ImageKey> keysOf(const ScoredSplit& scored, const std::vector<RankedImage>& ranked)
{
    std::vector<ImageKey> keys;
    keys.reserve(ranked.size());
    for (const auto& image : ranked)
        keys.push_back(scored.keys[image.position]);
    return keys;
}

double meanWordCount(const Catalogue& catalogue, const std::vector<ImageKey>& keys)
{
    const auto sampled = std::min(keys.size(), kSampledTexts);
    const auto texts = catalogue.texts(std::span(keys).first(sampled));
    std::size_t words = 0;
    for (const auto& text : texts)
        words += wordsOf(text).size();
    return texts.empty() ? 0.0 : static_cast<double>(words) / static_cast<double>(texts.size());
}

/// How many images' texts make a sense's document (science.md, "Words").
std::size_t documentSize(const Browsing& browsing)
{
    const auto images = browsing.scored.keys.size();
    auto size = browsing.options.wordImages;
    if (size == 0) {
        const bool tags = meanWordCount(browsing.catalogue, browsing.scored.keys) < kTagWords;
        size = tags ? kTagDocument : kCaptionDocument;
    }
    return std::min({size, std::max(images / 10, kLeastDocument), images});
}

/// Of the images that the sense wins the best, near-identical ones stacked, at most `most` stacks.
std::vector<SenseImage> topOf(const Project& project, const ScoredSplit& scored, const SenseId& id,
                              std::size_t most, const std::stop_token& stop)
{
    // Twice as many as wanted leave room for a few stacks; where that is too few, more.
    for (std::size_t read = 2 * most;; read *= 2) {
        const auto ranked = topImages(scored.responses, id, read);
        const auto stacks =
            stackPictures(fingerprintsOf(project, keysOf(scored, ranked), stop), most);
        const auto standing =
            std::transform_reduce(stacks.begin(), stacks.end(), std::size_t{0}, std::plus(),
                                  [](const PictureStack& stack) { return stack.others + 1; });
        const bool ended = standing < ranked.size() || ranked.size() < read;
        if (!ended && most > 0)
            continue;
        std::vector<SenseImage> top;
        for (const auto& stack : stacks) {
            const auto& image = ranked[stack.position];
            top.push_back({.key = scored.keys[image.position],
                           .score = image.score,
                           .count = scored.counts[image.position],
                           .alike = stack.others});
        }
        return top;
    }
}

/// Median percentile of popularity of the images that the sense wins.
std::optional<double> typicalOf(const ScoredSplit& scored, const SenseId& id,
                                const std::vector<double>& percentiles)
{
    std::vector<double> won;
    for (std::size_t i = 0; i < percentiles.size(); ++i) {
        if (scored.responses.responding(i, id.polarity) == id.index)
            won.push_back(percentiles[i]);
    }
    return typicalPercentile(std::move(won));
}

/// Log-odds of each document need what the rest of the split says.
std::vector<WordScore> logOddsOf(const Browsing& browsing, const WordCounts& document,
                                 const WordCounts& split)
{
    WordCounts rest = split;
    for (const auto& [word, count] : document) {
        auto& left = rest[word];
        left = left > count ? left - count : 0;
    }
    std::erase_if(rest, [](const auto& entry) { return entry.second == 0; });
    return logOdds(document, rest, browsing.options.words);
}

std::vector<std::vector<WordScore>> weighWords(const Browsing& browsing, WordWeight weight,
                                               const std::vector<WordCounts>& documents,
                                               const Lexicon* lexicon)
{
    if (weight == WordWeight::TfIdf)
        return tfIdf(documents, browsing.options.words);
    std::vector<std::vector<WordScore>> lists;
    lists.reserve(documents.size());
    WordCounts split;
    if (weight == WordWeight::LogOdds)
        split = countWords(browsing.catalogue.texts(browsing.scored.keys),
                           browsing.options.wordClass, lexicon);
    for (const auto& document : documents)
        lists.push_back(weight == WordWeight::Frequency
                            ? frequencies(document, browsing.options.words)
                            : logOddsOf(browsing, document, split));
    return lists;
}

void addWords(const Browsing& browsing, Senses& senses, const std::stop_token& stop)
{
    if (browsing.project.collection->textColumns.empty() || browsing.scored.keys.empty())
        return;
    std::shared_ptr<const Lexicon> lexicon;
    if (browsing.options.wordClass != WordClass::All)
        lexicon = Lexicon::openInstalled();
    const auto size = documentSize(browsing);
    std::vector<std::vector<std::string>> texts;
    for (const auto& sense : senses.senses) {
        throwIfStopped(stop);
        const auto keys =
            keysOf(browsing.scored, topResponses(browsing.scored.responses, sense.id, size));
        texts.push_back(browsing.catalogue.texts(keys));
    }
    const auto documents = countWords(texts, browsing.options.wordClass, lexicon.get(), stop);
    const auto lists = weighWords(browsing, senses.wordWeight, documents, lexicon.get());
    for (std::size_t s = 0; s < lists.size(); ++s)
        senses.senses[s].words = {.words = lists[s], .documents = size};
}

Sense senseOf(const Browsing& browsing, const std::string& run, const SenseId& id,
              const std::vector<double>& percentiles, const std::stop_token& stop)
{
    Sense sense;
    sense.id = id;
    sense.givenName = browsing.catalogue.senseName(run, id.name());
    sense.top = topOf(browsing.project, browsing.scored, id, browsing.options.top, stop);
    sense.typicalPercentile = typicalOf(browsing.scored, id, percentiles);
    return sense;
}

} // namespace

Senses browseSenses(const Project& project, const LoadedRun& run, const SensesOptions& options,
                    const std::stop_token& stop, const ProgressObserver& observe)
{
    const auto tell = [&](const char* stage, std::size_t done) {
        throwIfStopped(stop);
        if (observe)
            observe({stage, done, 3});
    };
    tell("Scoring images", 0);
    const auto scored = scoreSplit(project, run, options.split, stop);
    const auto catalogue = Catalogue::open(project.folder);
    const Browsing browsing{project, options, scored, catalogue};

    tell("Gathering top images", 1);
    Senses senses{
        .run = run.info.name, .options = options, .senses = {}, .images = scored.keys.size()};
    const auto ids = run.model.senses();
    senses.wordWeight = options.wordWeight == WordWeight::TfIdf && ids.size() == 1
                            ? WordWeight::LogOdds
                            : options.wordWeight;
    const auto percentiles = popularityPercentiles(scored.counts);
    const auto shares = senseShares(scored.responses);
    for (std::size_t s = 0; s < ids.size(); ++s) {
        auto sense = senseOf(browsing, run.info.name, ids[s], percentiles, stop);
        sense.share = shares[s];
        sense.won = static_cast<std::size_t>(
            std::llround(shares[s] * static_cast<double>(scored.keys.size())));
        senses.senses.push_back(std::move(sense));
    }
    tell("Counting words", 2);
    addWords(browsing, senses, stop);
    tell("Counting words", 3);
    return senses;
}

void nameSense(const Project& project, const std::string& run, const SenseId& sense,
               const std::string& name)
{
    Catalogue::open(project.folder).setSenseName(run, sense.name(), name);
}

std::vector<MeanImage> senseMeans(const Project& project, const LoadedRun& run,
                                  const SenseMeansOptions& options, const std::stop_token& stop,
                                  const ProgressObserver& observe)
{
    if (!project.collection->hasPictures())
        throw Error("This collection has no pictures, so that there is no mean image to show.");
    const auto scored = scoreSplit(project, run, options.split, stop);
    std::vector<MeanImage> means;
    const auto ids = run.model.senses();
    for (std::size_t s = 0; s < ids.size(); ++s) {
        const auto top = topOf(project, scored, ids[s], options.count, stop);
        means.push_back(meanOf(
            top.size(), [&](std::size_t i) { return thumbnailOf(project, top[i].key); }, stop));
        if (observe)
            observe({"Averaging pictures", s + 1, ids.size()});
    }
    return means;
}

} // namespace core
