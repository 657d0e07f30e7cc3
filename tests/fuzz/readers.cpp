#include "tests/fuzz/readers.h"

#include "core/catalogue/catalogue.h"
#include "core/catalogue/date.h"
#include "core/catalogue/query.h"
#include "core/error.h"
#include "core/features/convnet.h"
#include "core/features/descriptor.h"
#include "core/features/record_rows.h"
#include "core/images/decoder.h"
#include "core/images/fingerprint.h"
#include "core/ingest/count.h"
#include "core/ingest/import_table.h"
#include "core/study/extraction_journal.h"
#include "core/study/runs.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unistd.h>

namespace fuzz {

namespace {

namespace fs = std::filesystem;
using Bytes = std::span<const std::uint8_t>;

constexpr int kMostRows = 100; ///< of a feature file: it may promise any number

std::string_view textOf(Bytes bytes)
{
    const void* begin = bytes.data();
    return {static_cast<const char*>(begin), bytes.size()};
}

/// A folder of this process alone, removed at its end.
class Folder {
public:
    Folder()
        : m_path(fs::temp_directory_path() / ("sensescope-fuzz-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_path);
    }
    ~Folder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;

    fs::path write(const std::string& name, Bytes bytes) const
    {
        auto file = m_path / name;
        std::ofstream(file, std::ios::binary) << textOf(bytes);
        return file;
    }
    fs::path operator/(const std::string& name) const { return m_path / name; }

private:
    fs::path m_path;
};

const Folder& folder()
{
    static const Folder made;
    return made;
}

void readTable(Bytes bytes)
{
    const auto file = folder().write("table.csv", bytes);
    core::ImportOptions options;
    options.roles = core::previewTable(file).guess;
    options.roles.image.reset(); // no pictures: this is about the table
    auto catalogue = core::Catalogue::inMemory();
    core::importTable(catalogue, file, options);
}

void readCells(Bytes bytes)
{
    const auto text = textOf(bytes);
    core::parseCount(text);
    core::parseMoment(text);
    core::parseTimeSpan(text);
}

void readQuery(Bytes bytes)
{
    static const auto made = [] {
        auto catalogue = core::Catalogue::inMemory();
        auto import = catalogue.beginImport({.title = "fuzz",
                                             .root = {},
                                             .measures = {{"views", core::Engagement::Low}},
                                             .textColumns = {"caption"}});
        import.add({.id = "a",
                    .path = "a.jpg",
                    .counts = {12},
                    .texts = {"a cat"},
                    .author = "ada",
                    .date = 1'400'000'000,
                    .split = {}});
        import.commit();
        auto collection = catalogue.readCollection();
        return std::pair(std::move(catalogue), std::move(collection));
    }();
    core::selectImages(made.first, made.second, textOf(bytes));
}

void readRows(core::RecordRows& rows)
{
    for (int time = 0; time < 2; ++time, rows.rewind())
        for (int row = 0; row < kMostRows && !rows.next().empty(); ++row)
            continue;
}

void readNpy(Bytes bytes)
{
    readRows(*core::openNpyRows(folder().write("features.npy", bytes)));
}

void readNpz(Bytes bytes)
{
    readRows(*core::openNpzRows(folder().write("features.npz", bytes)));
}

void readFeatureCsv(Bytes bytes)
{
    // The length says whether one of the first two columns holds ids.
    const auto file = folder().write("features.csv", bytes);
    const auto choice = bytes.size() % 3;
    readRows(*core::openCsvRows(file, choice == 0 ? std::nullopt : std::optional(choice - 1)));
}

void readHdf5(Bytes bytes)
{
    readRows(*core::openHdf5Rows(folder().write("features.h5", bytes)));
}

void readPicture(Bytes bytes)
{
    core::pictureFault(folder().write("picture", bytes));
    core::DecodeLimits limits;
    limits.maxPixels = 1'000'000;
    core::fingerprintOf(core::decodeBytes(bytes, "picture", 32, limits));
}

void readDescriptor(Bytes bytes)
{
    core::readDescriptorModel(folder().write("descriptor", bytes));
}

void readJournal(Bytes bytes)
{
    const auto file = folder().write("extraction.journal", bytes);
    const core::ExtractionJournal journal(file, {.images = 100, .signature = {1.0F, 2.0F}}, true);
    for (const auto& picture : journal.done())
        if (picture.key < 0 || picture.key >= 100)
            throw std::logic_error("a picture that the project does not have");
}

void readCatalogue(Bytes bytes)
{
    const auto project = folder() / "project";
    fs::create_directories(project);
    for (const char* beside : {"catalogue.sqlite-wal", "catalogue.sqlite-shm"})
        fs::remove(project / beside);
    folder().write("project/catalogue.sqlite", bytes);
    const auto opened = core::openProject(project);
    for (const auto& run : core::listRuns(opened))
        core::loadRun(opened, run.name);
}

void readNetwork(Bytes bytes)
{
    core::ConvNetOptions options;
    options.model = folder().write("network.onnx", bytes);
    options.input.width = 8;
    options.input.height = 8;
    const core::ConvNet network(options);
}

constexpr std::array kReaders = {NamedReader{"table", readTable},
                                 NamedReader{"cells", readCells},
                                 NamedReader{"query", readQuery},
                                 NamedReader{"npy", readNpy},
                                 NamedReader{"npz", readNpz},
                                 NamedReader{"feature_csv", readFeatureCsv},
                                 NamedReader{"hdf5", readHdf5},
                                 NamedReader{"picture", readPicture},
                                 NamedReader{"descriptor", readDescriptor},
                                 NamedReader{"journal", readJournal},
                                 NamedReader{"catalogue", readCatalogue},
                                 NamedReader{"network", readNetwork}};

} // namespace

std::span<const NamedReader> readers()
{
    return kReaders;
}

Reader readerOf(std::string_view name)
{
    const auto found = std::ranges::find(kReaders, name, &NamedReader::name);
    return found == kReaders.end() ? nullptr : found->read;
}

} // namespace fuzz
