#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

/// A folder of the running test's own, empty at first, removed at its end.
class TemporaryFolder {
public:
    TemporaryFolder()
    {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        m_path = std::filesystem::temp_directory_path()
                 / (std::string("sensescope-") + test->test_suite_name() + "-" + test->name());
        std::filesystem::remove_all(m_path);
        std::filesystem::create_directories(m_path);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    TemporaryFolder(TemporaryFolder&&) = delete;
    TemporaryFolder& operator=(TemporaryFolder&&) = delete;

    std::filesystem::path operator/(const std::string& name) const { return m_path / name; }

    /// Files and folders in it, at any depth.
    std::size_t entries() const
    {
        return static_cast<std::size_t>(
            std::distance(std::filesystem::recursive_directory_iterator(m_path),
                          std::filesystem::recursive_directory_iterator()));
    }

private:
    std::filesystem::path m_path;
};

template <typename Text>
std::filesystem::path writeFile(const std::filesystem::path& file, const Text& bytes)
{
    std::ofstream out(file, std::ios::binary);
    out << std::string(bytes.begin(), bytes.end());
    return file;
}

inline std::string readFile(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}
