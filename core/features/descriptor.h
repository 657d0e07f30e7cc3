#pragma once

#include "core/features/extractor.h"
#include "core/features/patch_dictionary.h"
#include "core/features/whitening.h"
#include "core/progress.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace core {

/// What the built-in descriptor learns from the pictures of a collection, without their counts: two
/// dictionaries of patches, and the whitening of what these answer, of local patterns and of the
/// plain descriptor's row together.
struct DescriptorModel {
    std::vector<PatchDictionary> dictionaries;
    Whitening whitening; ///< of [dictionaries' answers, local patterns, plain descriptor]
};

/// Same pictures, seed and instruction set: the same model at any number of threads. Takes all
/// cores; of 4,000 pictures about 10 s.
///
/// sample    at least two pictures, none empty; a few thousand are enough
/// observe   percents of the whole, total = 100, rising, as long as its steps take
/// Throws std::invalid_argument on fewer; Cancelled.
DescriptorModel learnDescriptor(std::span<const Bitmap> sample, std::uint64_t seed,
                                const std::stop_token& stop = {},
                                const ProgressObserver& observe = {});

/// The descriptor of a model: "descriptor", as many values as the whitening keeps (256, or one less
/// than there were pictures in the sample).
std::unique_ptr<Extractor> makeDescriptor(std::shared_ptr<const DescriptorModel> model);

/// Throws Error naming the file if it cannot be written; the old one stays then.
void writeDescriptorModel(const DescriptorModel& model, const std::filesystem::path& file);
/// Throws Error naming the file, and that it may be deleted, where it is missing, cut short, of
/// another version, or holds anything but finite numbers.
DescriptorModel readDescriptorModel(const std::filesystem::path& file);

} // namespace core
