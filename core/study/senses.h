#pragma once

#include "core/images/bitmap.h"
#include "core/images/mean_image.h"
#include "core/insight/words.h"
#include "core/progress.h"
#include "core/study/runs.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace core {

struct SenseImage {
    ImageKey key = 0;
    float score = 0.0F;     ///< the sense's response
    std::int64_t count = 0; ///< of the run's measure
    std::size_t alike = 0;  ///< near-identical pictures, ranked lower, that it stands for
};

struct SenseWords {
    std::vector<WordScore> words;
    std::size_t documents = 0; ///< images whose texts made the document
};

/// One sense as a person looks at it.
struct Sense {
    SenseId id;
    std::string givenName; ///< by the user; empty where none
    double share = 0.0;    ///< of the split's images that it wins
    std::size_t won = 0;
    std::optional<double> typicalPercentile; ///< median percentile of popularity of those, [0, 100]
    std::vector<SenseImage> top;             ///< best first, near-identical pictures stacked
    SenseWords words;
};

struct SensesOptions {
    Split split = Split::Test;
    std::size_t top = 50;
    std::size_t words = 20;
    /// Texts of the top N images make a sense's document; 0: 500 for short texts (tags, under 4
    /// words in the mean), 10,000 for captions; in any case at most a tenth of the split, at
    /// least 50.
    std::size_t wordImages = 0;
    WordClass wordClass = WordClass::Noun;
    WordWeight wordWeight = WordWeight::TfIdf;
};

struct Senses {
    std::string run;
    SensesOptions options;
    std::vector<Sense> senses; ///< popular first
    std::size_t images = 0;    ///< of the split, with features
    /// The weight in fact used: a model of one sense has log-odds in place of tf-idf.
    WordWeight wordWeight = WordWeight::TfIdf;
};

/// Scores the split and gathers every sense's top images, share and words (no texts: no words).
Senses browseSenses(const Project& project, const LoadedRun& run, const SensesOptions& options = {},
                    const std::stop_token& stop = {}, const ProgressObserver& observe = {});

void nameSense(const Project& project, const std::string& run, const SenseId& sense,
               const std::string& name);

struct SenseMeansOptions {
    Split split = Split::Test;
    std::size_t count = 1000; ///< at most so many of a sense's top images
};
/// Mean image of the top images (near-identical ones once) of each sense (in model order), from
/// thumbnails.
std::vector<MeanImage> senseMeans(const Project& project, const LoadedRun& run,
                                  const SenseMeansOptions& options = {},
                                  const std::stop_token& stop = {},
                                  const ProgressObserver& observe = {});

/// The `images` [n] as one picture of `columns` columns of square thumbnails with a thin gap;
/// images without a readable picture are left out.
Bitmap contactSheet(const Project& project, const std::vector<ImageKey>& images, int columns,
                    int side);

/// A picture's thumbnail (256 pixels), from the cache or made now. Throws Error.
Bitmap thumbnailOf(const Project& project, ImageKey key);
/// The whole picture, at most `longest` pixels. Throws Error.
Bitmap pictureOf(const Project& project, ImageKey key, int longest);

} // namespace core
