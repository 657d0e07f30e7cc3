#include "tests/bench/stored_rows.h"

#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <unistd.h>

namespace bench {

namespace {

constexpr std::size_t kValues = std::size_t{1} << 16U;

std::vector<float> rectifiedNormals()
{
    core::Random random(1);
    std::vector<float> values(kValues);
    for (auto& value : values)
        value = std::max(0.0F, static_cast<float>(random.normal()));
    return values;
}

/// One for each object of this process.
std::filesystem::path unusedFile()
{
    static int count = 0;
    return std::filesystem::temp_directory_path()
           / ("sensescope-bench-" + std::to_string(::getpid()) + "-" + std::to_string(++count)
              + ".npy");
}

} // namespace

void writeRandomRows(const std::filesystem::path& file, std::size_t rows, std::size_t columns)
{
    const auto values = rectifiedNormals();
    core::FeatureWriter writer(file, rows, columns);
    core::parallelFor(rows, {.threads = 0, .grain = 64, .stage = {}, .observe = {}}, {},
                      [&](std::size_t index) {
                          core::Random random(index);
                          std::vector<float> row(columns);
                          for (auto& value : row)
                              value = values[random.next() % kValues];
                          writer.setRow(index, row);
                      });
    writer.finish();
}

StoredRows::StoredRows(std::size_t rows, std::size_t columns)
    : m_file(unusedFile())
{
    writeRandomRows(m_file, rows, columns);
    m_store = core::FeatureStore::open(m_file);
}

StoredRows::~StoredRows()
{
    std::error_code ignored;
    std::filesystem::remove(m_file, ignored);
}

double StoredRows::bytes() const
{
    return static_cast<double>(m_store->rows() * m_store->columns() * sizeof(core::Half));
}

std::vector<double> randomPopularity(std::size_t images)
{
    core::Random random(2);
    std::vector<double> y(images);
    for (auto& value : y) {
        const double count = std::floor(std::exp(2.0 * random.normal() - 1.0));
        value = std::log1p(count);
    }
    return y;
}

} // namespace bench
