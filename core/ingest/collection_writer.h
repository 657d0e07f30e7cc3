#pragma once

#include "core/catalogue/catalogue.h"
#include "core/ingest/import_table.h"
#include "core/ingest/named_pictures.h"

#include <cstddef>
#include <filesystem>
#include <future>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>
#include <vector>

namespace core {

/// Adds images to a catalogue in batches, so that their pictures are looked at on all cores and the
/// next rows are read while SQLite writes the last ones, and keeps the report.
class CollectionWriter {
public:
    static constexpr std::size_t kBatch = 4096;

    /// Where a record came from, for its rejection.
    struct Candidate {
        std::int64_t row = 0;
        std::variant<NewImage, std::string> image; ///< or why it is rejected
        std::string picture{}; ///< the path in normal form, once it has been looked at
    };

    CollectionWriter(Catalogue& catalogue, const CollectionInfo& info,
                     const ImportOptions& options);

    void add(Candidate candidate, const std::stop_token& stop);
    /// Notes the pictures beside those that were named which no row has named. Once, before
    /// finish().
    void findUnmatched(const std::stop_token& stop);
    /// Ends the import. Throws Error, and leaves the catalogue as it was, if no image came in.
    ImportReport finish(const std::filesystem::path& source, const std::stop_token& stop);

private:
    void flush(const std::stop_token& stop);
    void lookAtPictures(const std::stop_token& stop);
    std::optional<std::string> faultOf(NewImage& image, std::string& picture) const;
    void write();
    void reject(std::int64_t row, const std::string& reason);

    Catalogue::Import m_import;
    ImportReport m_report;
    NamedPictures m_named;
    std::filesystem::path m_root;
    PictureCheck m_check;
    int m_threads;
    std::vector<Candidate> m_batch;
    std::vector<Candidate> m_written; ///< the batch that m_writing writes
    std::future<void> m_writing;      ///< last: its end is awaited before anything else goes
};

} // namespace core
