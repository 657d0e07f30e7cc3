#include "core/study/leaks.h"

#include "core/error.h"
#include "core/images/atomic_file.h"
#include "core/parallel.h"
#include "core/study/senses.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <fstream>
#include <string_view>

namespace core {

namespace {

// Changes with the format and with what a fingerprint is.
constexpr std::string_view kSignature = "sensescope-fingerprints-1\n";
constexpr std::size_t kBytes = sizeof(std::uint64_t) + sizeof(Fingerprint::colours);

std::filesystem::path fileOf(const Project& project)
{
    return project.thumbnailFolder() / "fingerprints";
}

/// Those that are kept; all unknown where the file is missing, damaged or of another collection.
std::vector<Fingerprint> keptOf(const Project& project)
{
    std::vector<Fingerprint> fingerprints(project.collection->size());
    std::vector<char> bytes(kSignature.size() + kBytes * fingerprints.size());
    std::ifstream in(fileOf(project), std::ios::binary);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    const bool whole = in && in.peek() == std::ifstream::traits_type::eof();
    if (!whole || std::string_view(bytes.data(), kSignature.size()) != kSignature)
        return fingerprints;
    const char* at = bytes.data() + kSignature.size();
    for (auto& one : fingerprints) {
        std::memcpy(&one.structure, at, sizeof one.structure);
        std::memcpy(one.colours.data(), at + sizeof one.structure, sizeof one.colours);
        at += kBytes;
    }
    return fingerprints;
}

std::vector<Fingerprint> onSide(const std::vector<Fingerprint>& fingerprints, const Splits& splits,
                                std::initializer_list<Split> sides)
{
    std::vector<Fingerprint> chosen;
    for (std::size_t i = 0; i < splits.size(); ++i) {
        if (splits[i] && std::ranges::find(sides, *splits[i]) != sides.end())
            chosen.push_back(fingerprints[i]);
    }
    return chosen;
}

std::size_t countFound(const std::vector<Fingerprint>& wanted, const FingerprintIndex& index,
                       const std::stop_token& stop)
{
    constexpr std::size_t kGrain = 64;
    std::atomic<std::size_t> found = 0;
    parallelFor(wanted.size(), {.grain = kGrain, .stage = {}, .observe = {}}, stop,
                [&](std::size_t i) { found += index.hasNearIdentical(wanted[i]) ? 1U : 0U; });
    return found;
}

} // namespace

std::optional<Leaks> findLeaks(const Project& project, const Splits& splits,
                               const std::stop_token& stop, const ProgressObserver& observe)
{
    if (!project.collection->hasPictures())
        return std::nullopt;
    const auto fingerprints = fingerprintsOf(project, stop, observe);
    if (std::ranges::none_of(fingerprints, &Fingerprint::known))
        return std::nullopt;
    return findLeaks(fingerprints, splits, stop);
}

Leaks findLeaks(const std::vector<Fingerprint>& fingerprints, const Splits& splits,
                const std::stop_token& stop)
{
    const auto validation = onSide(fingerprints, splits, {Split::Validation});
    const auto test = onSide(fingerprints, splits, {Split::Test});
    const FingerprintIndex training(onSide(fingerprints, splits, {Split::Train}));
    const FingerprintIndex known(onSide(fingerprints, splits, {Split::Train, Split::Validation}));
    return {.validation = countFound(validation, training, stop),
            .test = countFound(test, known, stop)};
}

std::vector<Fingerprint> fingerprintsOf(const Project& project, const std::stop_token& stop,
                                        const ProgressObserver& observe)
{
    auto fingerprints = keptOf(project);
    const auto& collection = *project.collection;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < fingerprints.size(); ++i) {
        if (!fingerprints[i].known() && !collection.paths[i].empty()
            && collection.broken[i].empty())
            wanted.push_back(i);
    }
    if (wanted.empty())
        return fingerprints;
    const ParallelOptions parallel{.stage = "Comparing pictures", .observe = observe};
    parallelFor(wanted.size(), parallel, stop, [&](std::size_t k) {
        try {
            fingerprints[wanted[k]] =
                fingerprintOf(thumbnailOf(project, static_cast<ImageKey>(wanted[k])));
        } catch (const Error&) {
            return; // stays unknown, as the header promises
        }
    });
    keepFingerprints(project, fingerprints);
    return fingerprints;
}

void keepFingerprints(const Project& project, const std::vector<Fingerprint>& fingerprints)
{
    std::vector<std::uint8_t> bytes(kSignature.begin(), kSignature.end());
    bytes.reserve(bytes.size() + kBytes * fingerprints.size());
    for (const auto& one : fingerprints) {
        std::array<std::uint8_t, sizeof one.structure> structure{};
        std::memcpy(structure.data(), &one.structure, structure.size());
        bytes.insert(bytes.end(), structure.begin(), structure.end());
        bytes.insert(bytes.end(), one.colours.begin(), one.colours.end());
    }
    try {
        writeAtomically(fileOf(project), bytes);
    } catch (const Error&) {
        return;
    }
}

} // namespace core
