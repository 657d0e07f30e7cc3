#include "core/ingest/import_table.h"

#include "core/error.h"
#include "core/ingest/collection_writer.h"
#include "core/ingest/picture_names.h"
#include "core/ingest/record_roles.h"
#include "core/ingest/table_reader.h"
#include "core/ingest/utf8.h"

#include <algorithm>
#include <system_error>

namespace core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReportEvery = 8192; ///< records

CollectionInfo infoOf(const fs::path& source, const ImportOptions& options)
{
    return {.title = options.title.empty() ? source.stem().string() : options.title,
            .root = options.imageRoot,
            .measures = {},
            .textColumns = {},
            .splitSeed = options.splitSeed,
            .synthetic = options.synthetic};
}

std::vector<std::string> picturesUnder(const fs::path& folder, const std::stop_token& stop)
{
    std::vector<std::string> paths;
    std::error_code fault;
    auto entry = fs::recursive_directory_iterator(
        folder, fs::directory_options::skip_permission_denied, fault);
    if (fault)
        throw Error(folder.string() + " cannot be read (" + fault.message()
                    + "): choose a folder of pictures.");
    for (; entry != fs::recursive_directory_iterator(); entry.increment(fault)) {
        throwIfStopped(stop);
        const auto name = entry->path().filename().string();
        if (name.starts_with('.')) {
            entry.disable_recursion_pending();
        } else if (isPictureName(name) && entry->is_regular_file(fault)) {
            paths.push_back(entry->path().lexically_relative(folder).generic_string());
        }
    }
    if (paths.empty())
        throw Error(folder.string()
                    + " holds no picture (JPEG, PNG, WebP, GIF, HEIC, AVIF, TIFF or BMP): choose "
                      "another folder.");
    std::ranges::sort(paths);
    return paths;
}

} // namespace

ImportReport importTable(Catalogue& catalogue, const fs::path& table, const ImportOptions& options,
                         const std::stop_token& stop, const ProgressObserver& observe)
{
    const auto reader = openTable(table, options.encoding);
    const RecordRoles roles(*reader, options.roles);
    auto info = infoOf(table, options);
    if (!roles.hasPictures())
        info.root.clear();
    else if (info.root.empty())
        info.root = table.parent_path().empty() ? fs::path(".") : table.parent_path();
    info.measures = roles.measures();
    info.textColumns = roles.textColumns();

    CollectionWriter writer(catalogue, info, options);
    TableRecord record;
    for (std::size_t number = 1; reader->next(record); ++number) {
        writer.add({record.line, roles.imageOf(record, number)}, stop);
        if (number % kReportEvery == 0) {
            throwIfStopped(stop);
            if (observe)
                observe({.stage = "Reading " + table.filename().string(),
                         .done = reader->bytesRead(),
                         .total = reader->bytes()});
        }
    }
    writer.findUnmatched(stop);
    return writer.finish(table, stop);
}

ImportReport importFolder(Catalogue& catalogue, const fs::path& folder,
                          const ImportOptions& options, const std::stop_token& stop,
                          const ProgressObserver& observe)
{
    auto info = infoOf(folder, options);
    if (info.title.empty())
        info.title = folder.parent_path().filename().string();
    info.root = folder;
    info.textColumns = {"name"};
    const auto paths = picturesUnder(folder, stop);
    CollectionWriter writer(catalogue, info, options);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        CollectionWriter::Candidate candidate;
        if (isUtf8Text(paths[i]))
            candidate.image = NewImage{.id = paths[i],
                                       .path = paths[i],
                                       .counts = {},
                                       .texts = {fs::path(paths[i]).stem().string()},
                                       .author = {},
                                       .date = {},
                                       .split = {}};
        else
            candidate.image =
                "The name of a picture in " + folder.string() + " is not UTF-8: rename the file.";
        writer.add(std::move(candidate), stop);
        if (observe && i % kReportEvery == 0)
            observe({.stage = "Looking at pictures", .done = i, .total = paths.size()});
    }
    return writer.finish(folder, stop);
}

} // namespace core
