#include "core/study/import_collection.h"

#include "core/error.h"
#include "core/features/feature_import.h"
#include "core/images/decoder.h"
#include "core/study/file_names.h"

#include <system_error>
#include <vector>

namespace core {

namespace {

namespace fs = std::filesystem;

/// A project under construction: built beside its final name, put in place at the end, and
/// removed when it is abandoned.
class UnfinishedProject {
public:
    explicit UnfinishedProject(fs::path target)
        : m_target(std::move(target))
        , m_folder(m_target.parent_path() / ("." + m_target.filename().string() + ".unfinished"))
    {
        std::error_code error;
        if (fs::exists(m_target, error))
            throw Error(m_target.string()
                        + " is already there: choose another name for the project, or delete it.");
        fs::remove_all(m_folder, error); // of an import that was killed
        for (auto above = m_target.parent_path(); !fs::exists(above, error) && !error;
             above = above.parent_path())
            m_foldersAbove.push_back(above);
        fs::create_directories(m_folder, error);
        if (error) {
            abandon();
            throw Error(m_target.string() + " cannot be made (" + error.message()
                        + "): choose a folder that you may write to.");
        }
    }
    ~UnfinishedProject()
    {
        if (!m_finished)
            abandon();
    }
    UnfinishedProject(const UnfinishedProject&) = delete;
    UnfinishedProject& operator=(const UnfinishedProject&) = delete;
    UnfinishedProject(UnfinishedProject&&) = delete;
    UnfinishedProject& operator=(UnfinishedProject&&) = delete;

    const fs::path& folder() const { return m_folder; }

    void finish()
    {
        std::error_code error;
        fs::rename(m_folder, m_target, error);
        if (error)
            throw Error(m_target.string() + " could not be put in place (" + error.message()
                        + "): choose another folder.");
        m_finished = true;
    }

private:
    void abandon() const
    {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
        for (const auto& folder : m_foldersAbove)
            fs::remove(folder, ignored); // where nothing else has come into it
    }

    fs::path m_target;
    fs::path m_folder;
    std::vector<fs::path> m_foldersAbove; ///< that were not there, the deepest first
    bool m_finished = false;
};

/// The project's absolute path without a trailing slash, so that its name can be told.
fs::path projectTarget(const fs::path& project)
{
    auto target = fs::absolute(project).lexically_normal();
    return target.has_filename() ? target : target.parent_path();
}

/// Absolute, so that the pictures are found from wherever the project is opened.
fs::path rootOf(const ImportRequest& request)
{
    const bool besideTable = request.images.empty() && request.table;
    const auto root = besideTable ? fs::absolute(*request.table).parent_path() : request.images;
    return root.empty() ? root : fs::absolute(root).lexically_normal();
}

ImportOptions optionsOf(const ImportRequest& request)
{
    ImportOptions options;
    options.roles = request.roles;
    options.encoding = request.encoding;
    options.imageRoot = rootOf(request);
    options.title =
        request.title.empty() ? projectTarget(request.project).stem().string() : request.title;
    options.splitSeed = request.splitSeed;
    options.synthetic = request.synthetic;
    options.pictureCheck = [](const fs::path& file) { return pictureFault(file); };
    return options;
}

/// Into the project in `folder`.
FeatureSet importFeatureFile(const fs::path& source, const RecordKeys& keys, const fs::path& folder,
                             const std::stop_token& stop, const ProgressObserver& observe)
{
    const auto name = fileNameFrom(source.stem().string());
    const auto imported =
        importFeatures(source, keys, folder / "features" / (name + ".npy"), stop, observe);
    return {.name = name,
            .dimension = static_cast<std::int64_t>(imported.dimension),
            .scale = imported.scale,
            .missing = {}};
}

} // namespace

ImportReport importCollection(const ImportRequest& request, const std::stop_token& stop,
                              const ProgressObserver& observe)
{
    UnfinishedProject unfinished(projectTarget(request.project));
    ImportReport report;
    {
        auto catalogue = Catalogue::create(unfinished.folder());
        makeFolder(unfinished.folder() / "features");
        const auto options = optionsOf(request);
        report = request.table ? importTable(catalogue, *request.table, options, stop, observe)
                               : importFolder(catalogue, options.imageRoot, options, stop, observe);
        if (request.features)
            catalogue.storeFeatureSet(importFeatureFile(*request.features,
                                                        {report.keyOfRecord, report.images},
                                                        unfinished.folder(), stop, observe));
    } // closed before it moves
    throwIfStopped(stop);
    unfinished.finish();
    return report;
}

} // namespace core
