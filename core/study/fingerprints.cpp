#include "core/study/fingerprints.h"

#include "core/error.h"
#include "core/images/atomic_file.h"
#include "core/parallel.h"
#include "core/study/senses.h"

#include <array>
#include <cstring>
#include <fstream>
#include <limits>
#include <numeric>
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

/// The file of those that are kept; nothing is known where it is missing, damaged or of another
/// collection.
class KeptFingerprints {
public:
    explicit KeptFingerprints(const Project& project)
        : m_in(fileOf(project), std::ios::binary)
    {
        std::array<char, kSignature.size()> signature{};
        m_in.read(signature.data(), signature.size());
        m_in.seekg(0, std::ios::end);
        m_good = m_in
                 && m_in.tellg() == static_cast<std::streamoff>(offset(project.collection->size()))
                 && std::string_view(signature.data(), signature.size()) == kSignature;
    }

    Fingerprint of(ImageKey key)
    {
        Fingerprint fingerprint;
        std::array<char, kBytes> bytes{};
        if (!m_good || !read(static_cast<std::size_t>(key), bytes))
            return fingerprint;
        std::memcpy(&fingerprint.structure, bytes.data(), sizeof fingerprint.structure);
        std::memcpy(fingerprint.colours.data(), bytes.data() + sizeof fingerprint.structure,
                    sizeof fingerprint.colours);
        return fingerprint;
    }

private:
    static std::size_t offset(std::size_t index) { return kSignature.size() + kBytes * index; }

    bool read(std::size_t index, std::array<char, kBytes>& bytes)
    {
        if (index != m_next)
            m_in.seekg(static_cast<std::streamoff>(offset(index)));
        m_next = index + 1;
        m_in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return static_cast<bool>(m_in);
    }

    std::ifstream m_in;
    std::size_t m_next = std::numeric_limits<std::size_t>::max(); ///< where m_in stands
    bool m_good = false;
};

/// Fills in those that are unknown and have a picture; false where there was none to fill in.
bool makeMissing(const Project& project, const std::vector<ImageKey>& keys,
                 std::vector<Fingerprint>& fingerprints, const std::stop_token& stop,
                 const ProgressObserver& observe)
{
    const auto& collection = *project.collection;
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto image = static_cast<std::size_t>(keys[i]);
        if (!fingerprints[i].known() && !collection.paths[image].empty()
            && collection.broken[image].empty())
            wanted.push_back(i);
    }
    const ParallelOptions parallel{.stage = "Comparing pictures", .observe = observe};
    parallelFor(wanted.size(), parallel, stop, [&](std::size_t k) {
        try {
            fingerprints[wanted[k]] = fingerprintOf(thumbnailOf(project, keys[wanted[k]]));
        } catch (const Error&) {
            return; // stays unknown, as the header promises
        }
    });
    return !wanted.empty();
}

std::vector<Fingerprint> keptOf(const Project& project, const std::vector<ImageKey>& keys)
{
    KeptFingerprints kept(project);
    std::vector<Fingerprint> fingerprints;
    fingerprints.reserve(keys.size());
    for (const auto key : keys)
        fingerprints.push_back(kept.of(key));
    return fingerprints;
}

} // namespace

std::vector<Fingerprint> fingerprintsOf(const Project& project, const std::stop_token& stop,
                                        const ProgressObserver& observe)
{
    std::vector<ImageKey> all(project.collection->size());
    std::iota(all.begin(), all.end(), ImageKey{0});
    auto fingerprints = keptOf(project, all);
    if (makeMissing(project, all, fingerprints, stop, observe))
        keepFingerprints(project, fingerprints);
    return fingerprints;
}

std::vector<Fingerprint> fingerprintsOf(const Project& project, const std::vector<ImageKey>& keys,
                                        const std::stop_token& stop)
{
    auto fingerprints = keptOf(project, keys);
    makeMissing(project, keys, fingerprints, stop, {});
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
