#pragma once

#include "core/images/decoder.h"
#include "core/random.h"
#include "core/study/extract_features.h"
#include "core/study/import_collection.h"
#include "core/study/project.h"
#include "core/study/runs.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

/// All of a file.
inline std::string bytesOf(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// A folder of small pictures with a table, as a person would bring it: warm ones are viewed a lot,
/// cold ones are not, and the captions say which is which.
class SmallCollection {
public:
    explicit SmallCollection(int images = 80)
        : m_images(images)
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        m_folder = std::filesystem::temp_directory_path()
                   / (std::string("sensescope-") + test->test_suite_name() + "-" + test->name());
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder / "pictures");
        draw();
    }
    ~SmallCollection()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }
    SmallCollection(const SmallCollection&) = delete;
    SmallCollection& operator=(const SmallCollection&) = delete;
    SmallCollection(SmallCollection&&) = delete;
    SmallCollection& operator=(SmallCollection&&) = delete;

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path table() const { return m_folder / "posts.csv"; }
    std::filesystem::path picture(int i) const
    {
        return m_folder / "pictures" / (std::to_string(i) + ".png");
    }
    int images() const { return m_images; }

    core::ImportRequest request() const
    {
        core::ImportRequest request;
        request.project = m_folder / "small.sensescope";
        request.table = table();
        request.images = m_folder;
        request.roles.id = "id";
        request.roles.image = "image";
        request.roles.texts = {"caption"};
        request.roles.author = "author";
        request.roles.low = {"views"};
        request.roles.high = {"comments"};
        return request;
    }

    core::Project imported() const
    {
        core::importCollection(request());
        return core::openProject(request().project);
    }
    core::Project extracted() const
    {
        core::extractFeatures(imported(), *core::makePlainDescriptor());
        return core::openProject(request().project);
    }
    static core::TrainRequest quick(const std::string& name)
    {
        core::TrainRequest request;
        request.name = name;
        request.options.popularSenses = 2;
        request.options.unpopularSenses = 2;
        request.options.epochs = 4;
        request.options.batch = 20;
        request.options.regularisation = 1e-6;
        return request;
    }

private:
    void draw() const
    {
        core::Random random(7);
        std::ofstream out(table());
        out << "id,image,caption,author,views,comments\n";
        for (int i = 0; i < m_images; ++i) {
            const bool warm = i % 2 == 0;
            core::Bitmap bitmap{.width = 24, .height = 16, .pixels = {}};
            for (int p = 0; p < bitmap.width * bitmap.height; ++p) {
                const auto noise = static_cast<std::uint8_t>(random.below(60));
                const auto strong = static_cast<std::uint8_t>(190 + noise);
                bitmap.pixels.insert(bitmap.pixels.end(),
                                     {warm ? strong : noise, noise, warm ? noise : strong});
            }
            core::writePng(picture(i), bitmap);
            const auto views = warm ? 100 + random.below(900) : random.below(50);
            out << "p" << i << ",pictures/" << i << ".png,"
                << (warm ? "sunset beach" : "winter ice") << " number " << i << ",author" << i % 5
                << ',' << views << ',' << views / 50 << '\n';
        }
    }

    int m_images;
    std::filesystem::path m_folder;
};
