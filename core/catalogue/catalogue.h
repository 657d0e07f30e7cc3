#pragma once

#include "core/catalogue/collection.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// One image as a table or a folder gives it.
struct NewImage {
    std::string id;
    std::string path;                 ///< relative to the root; empty: no picture
    std::vector<std::int64_t> counts; ///< one a measure, ≥ 0
    std::vector<std::string> texts;   ///< one a text column
    std::string author;               ///< empty: unknown
    std::optional<std::int64_t> date; ///< seconds since 1970 (UTC)
    std::optional<Split> split;
};

/// A row that did not become an image, and why.
struct Rejection {
    /// 1-based line of the table where the record begins; 0: there is no table;
    /// kUnmatchedPicture: a picture that no row names.
    std::int64_t row = 0;
    std::string reason; ///< a sentence that says what to do
};
inline constexpr std::int64_t kUnmatchedPicture = -1;

/// What of a table and its pictures did not come in.
struct ImportLosses {
    std::vector<Rejection> listed; ///< the first of both kinds, unmatched pictures last
    std::size_t rejected = 0;      ///< rows, or pictures of a folder without a table
    std::size_t unmatched = 0;     ///< pictures that no row names
};

/// What a project is told when it is made.
struct CollectionInfo {
    std::string title;
    std::filesystem::path root; ///< folder that image paths are relative to; may be empty
    std::vector<Measure> measures;
    std::vector<std::string> textColumns;
    std::uint64_t splitSeed = 1; ///< `import --seed`
    bool synthetic = false;
};

/// A trained run, immutable once stored. Documents are JSON, written and read by core/study.
struct RunRecord {
    std::string name;       ///< unique within the project
    std::string created;    ///< ISO 8601, UTC
    std::string featureSet; ///< extractor that it was trained on
    std::string settings;   ///< options, seeds, data fingerprint, instruction set
    std::string curve;      ///< one entry an epoch
    std::string snapshots;  ///< the senses taking shape
    std::string results;    ///< evaluations by split
    std::int64_t popularSenses = 0;
    std::int64_t unpopularSenses = 0;
    std::vector<float> popular;   ///< W⁺ row-major [S⁺ × d]
    std::vector<float> unpopular; ///< W⁻ row-major [S⁻ × d]
    std::vector<float> mean;      ///< μ [d]
};

/// All of RunRecord but its weights and snapshots: what a list of runs shows.
struct RunSummary {
    std::string name;
    std::string created;
    std::string featureSet;
    std::string settings;
    std::string results;
    std::int64_t popularSenses = 0;
    std::int64_t unpopularSenses = 0;
};

/// A file of features in the project: features/<name>.npy.
struct FeatureSet {
    std::string name; ///< "descriptor", or the stem of an imported file
    std::int64_t dimension = 0;
    double scale = 1.0;            ///< stored value = true value × scale (a power of two)
    std::vector<ImageKey> missing; ///< images without features, ascending
};

/// The project's SQLite database, catalogue.sqlite (design.md, "The project folder").
///
/// Every change is one transaction: a killed process or a full disk leaves the last good state.
/// One object a thread; several objects, also in several processes, may be open on one project.
/// Every function throws Error with the file's name on a database that cannot be read or written.
class Catalogue {
public:
    /// Makes the folder and an empty database. Throws Error if a project is there already or the
    /// folder cannot be written.
    static Catalogue create(const std::filesystem::path& project);
    /// Throws Error if it is no project of ours, newer than this program, or damaged.
    static Catalogue open(const std::filesystem::path& project);
    /// For tests.
    static Catalogue inMemory();

    Catalogue(Catalogue&& other) noexcept;
    Catalogue& operator=(Catalogue&& other) noexcept;
    Catalogue(const Catalogue&) = delete;
    Catalogue& operator=(const Catalogue&) = delete;
    ~Catalogue();

    /// Writes a whole collection in one transaction; nothing is visible to others before commit().
    class Import;
    Import beginImport(const CollectionInfo& info);

    Collection readCollection() const;
    std::size_t imageCount() const;
    CollectionInfo info() const;
    /// The texts of these images, one string an image (its columns joined by a line break).
    std::vector<std::string> texts(std::span<const ImageKey> keys) const;
    /// One image's texts, one a text column.
    std::vector<std::string> textsOf(ImageKey key) const;
    /// Calls visit(key, text) for every text of every image, in key order. The view is good for the
    /// call alone. Throws Cancelled when stopped.
    void visitTexts(const std::function<void(ImageKey, std::string_view)>& visit,
                    const std::stop_token& stop = {}) const;
    ImportLosses importLosses(std::size_t mostListed) const;

    void setRoot(const std::filesystem::path& root); ///< relocates the pictures
    /// In place of all measures and counts. A run refers to measures by name.
    ///
    /// counts   [measures][n], ≥ 0. Throws std::invalid_argument on another shape; Cancelled.
    void replaceCounts(const std::vector<Measure>& measures,
                       const std::vector<std::vector<std::int64_t>>& counts,
                       const std::stop_token& stop = {});
    /// Marks pictures as unreadable with their reasons (or readable again where empty).
    void setBroken(std::span<const std::pair<ImageKey, std::string>> reasons);

    void storeFeatureSet(const FeatureSet& set); ///< replaces one of the same name
    std::vector<FeatureSet> featureSets() const;

    /// Throws Error if the name is taken.
    void addRun(const RunRecord& run);
    void deleteRun(const std::string& name);
    std::vector<RunSummary> runs() const; ///< oldest first
    /// Throws Error, naming the runs that there are, if there is none of this name.
    RunRecord run(const std::string& name) const;
    /// "run-1", "run-2", …: the first that is free.
    std::string freeRunName() const;

    /// The name that the user gave to a sense ("+1") of a run; empty where none.
    std::string senseName(const std::string& run, const std::string& sense) const;
    void setSenseName(const std::string& run, const std::string& sense, const std::string& name);

    /// Finds what a quick check finds: SQLite's integrity, foreign keys. Empty: sound.
    std::vector<std::string> check() const;

private:
    struct State;
    explicit Catalogue(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

/// One open import. Destroyed without commit(), it leaves the project as it was.
class Catalogue::Import {
public:
    Import(Import&&) noexcept;
    Import& operator=(Import&&) = delete;
    Import(const Import&) = delete;
    Import& operator=(const Import&) = delete;
    ~Import();

    /// The key of the new image, or nullopt if its id is already there (nothing is added then).
    std::optional<ImageKey> add(const NewImage& image);
    void reject(const Rejection& rejection);
    /// How many pictures no row names; the first may be rejected as kUnmatchedPicture.
    void setUnmatchedCount(std::size_t count);
    /// Throws Error; Cancelled (within a few megabytes of writing), the project being as it was.
    void commit(const std::stop_token& stop = {});

private:
    friend class Catalogue;
    struct State;
    explicit Import(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace core
