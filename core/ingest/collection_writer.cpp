#include "core/ingest/collection_writer.h"

#include "core/error.h"
#include "core/ingest/picture_paths.h"
#include "core/parallel.h"

#include <utility>

namespace core {

namespace {

constexpr std::size_t kReported = 100; ///< rejections in the report itself

} // namespace

CollectionWriter::CollectionWriter(Catalogue& catalogue, const CollectionInfo& info,
                                   const ImportOptions& options)
    : m_import(catalogue.beginImport(info))
    , m_root(info.root)
    , m_check(options.pictureCheck)
    , m_threads(options.threads)
{
    for (const auto& measure : info.measures)
        m_report.measures.push_back(measure.name);
    m_batch.reserve(kBatch);
}

void CollectionWriter::add(Candidate candidate, const std::stop_token& stop)
{
    m_batch.push_back(std::move(candidate));
    if (m_batch.size() == kBatch)
        flush(stop);
}

std::optional<std::string> CollectionWriter::faultOf(NewImage& image, std::string& picture) const
{
    if (image.path.empty())
        return std::nullopt;
    auto path = pathUnder(m_root, image.path);
    if (!path)
        return "The path " + image.path + " leads out of the picture folder " + m_root.string()
               + ": choose a picture folder that holds it.";
    image.path = std::move(*path);
    picture = image.path;
    return pictureFaultOf(m_root, image.path, m_check);
}

void CollectionWriter::reject(std::int64_t row, const std::string& reason)
{
    m_import.reject({row, reason});
    if (m_report.rejected.size() < kReported)
        m_report.rejected.push_back({row, reason});
    ++m_report.rejectedCount;
    m_report.keyOfRecord.push_back(-1);
}

void CollectionWriter::lookAtPictures(const std::stop_token& stop)
{
    if (m_root.empty())
        return;
    const auto examine = [&](std::size_t i) {
        auto* image = std::get_if<NewImage>(&m_batch[i].image);
        if (image == nullptr)
            return;
        if (auto fault = faultOf(*image, m_batch[i].picture))
            m_batch[i].image = std::move(*fault);
    };
    parallelFor(m_batch.size(), {.threads = m_threads, .grain = 64, .stage = {}, .observe = {}},
                stop, examine);
}

void CollectionWriter::write()
{
    for (auto& candidate : m_written) {
        if (!candidate.picture.empty())
            m_named.add(candidate.picture);
        if (const auto* fault = std::get_if<std::string>(&candidate.image)) {
            reject(candidate.row, *fault);
            continue;
        }
        const auto& image = std::get<NewImage>(candidate.image);
        const auto key = m_import.add(image);
        if (!key) {
            reject(candidate.row,
                   "The id \"" + image.id + "\" stands in an earlier row: give each row its own.");
            continue;
        }
        m_report.keyOfRecord.push_back(*key);
        ++m_report.images;
    }
    m_written.clear();
}

void CollectionWriter::flush(const std::stop_token& stop)
{
    throwIfStopped(stop);
    lookAtPictures(stop);
    if (m_writing.valid())
        m_writing.get();
    m_written.swap(m_batch);
    m_writing = std::async(std::launch::async, [this] { write(); });
}

void CollectionWriter::findUnmatched(const std::stop_token& stop)
{
    flush(stop);
    m_writing.get();
    if (m_root.empty())
        return;
    m_report.unmatchedCount = m_named.eachOther(m_root, stop, [&](const std::string& picture) {
        if (m_report.unmatched.size() < kReported)
            m_report.unmatched.push_back(picture);
        m_import.reject({kUnmatchedPicture, "No row of the table names the picture " + picture
                                                + ": add a row for it, or leave it aside."});
    });
    m_import.setUnmatchedCount(m_report.unmatchedCount);
}

ImportReport CollectionWriter::finish(const std::filesystem::path& source,
                                      const std::stop_token& stop)
{
    flush(stop);
    m_writing.get();
    if (m_report.images == 0) {
        const auto why = m_report.rejected.empty()
                             ? std::string(": nothing follows the header.")
                             : " (" + std::to_string(m_report.rejectedCount) + " rejected). Row "
                                   + std::to_string(m_report.rejected.front().row) + ": "
                                   + m_report.rejected.front().reason;
        throw Error(source.string() + " holds no usable image" + why);
    }
    m_import.commit(stop);
    return std::move(m_report);
}

} // namespace core
