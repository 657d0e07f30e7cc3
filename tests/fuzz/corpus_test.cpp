#include "core/error.h"
#include "tests/fuzz/readers.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<std::uint8_t> bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class FuzzCorpus : public testing::TestWithParam<NamedReader> {};

/// What the fuzzers found worth keeping is read, or refused by an error of ours.
TEST_P(FuzzCorpus, IsReadOrRefused)
{
    const auto corpus =
        fs::path(SENSESCOPE_SOURCE_DIR) / "tests" / "fuzz" / "corpus" / GetParam().name;
    int files = 0;
    for (const auto& entry : fs::directory_iterator(corpus)) {
        ++files;
        try {
            GetParam().read(bytesOf(entry.path()));
        } catch (const core::Error& error) {
            EXPECT_STRNE(error.what(), "") << entry.path();
        } catch (const std::exception& error) {
            ADD_FAILURE() << entry.path() << ": " << error.what();
        }
    }
    EXPECT_GT(files, 0) << corpus;
}

INSTANTIATE_TEST_SUITE_P(Readers, FuzzCorpus, testing::ValuesIn(readers().begin(), readers().end()),
                         [](const auto& tested) { return std::string(tested.param.name); });

} // namespace
} // namespace fuzz
