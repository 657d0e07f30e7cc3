#include "core/study/leaks.h"

#include "core/parallel.h"
#include "core/study/fingerprints.h"

#include <algorithm>
#include <atomic>

namespace core {

namespace {

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

} // namespace core
