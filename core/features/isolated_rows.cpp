#include "core/features/isolated_rows.h"

#include "core/error.h"
#include "core/features/other_process.h"

#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kBlockValues = std::size_t{1} << 16U;
constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

struct Shape {
    std::uint64_t columns = 0;
    std::uint64_t rows = kUnknown;
};

/// The shape, then blocks of whole rows.
void sayRows(const Speaker& to, RecordRows& rows)
{
    const Shape shape{rows.columns(), rows.rows() ? *rows.rows() : kUnknown};
    to.say(&shape, sizeof shape);
    std::vector<double> block;
    for (auto row = rows.next(); !row.empty(); row = rows.next()) {
        block.insert(block.end(), row.begin(), row.end());
        if (block.size() >= kBlockValues) {
            to.say(block.data(), block.size() * sizeof(double));
            block.clear();
        }
    }
    to.say(block.data(), block.size() * sizeof(double));
}

class IsolatedRows final : public RecordRows {
public:
    IsolatedRows(std::filesystem::path file, std::function<std::unique_ptr<RecordRows>()> open)
        : m_file(std::move(file))
        , m_open(std::move(open))
    {
        start();
    }

    std::size_t columns() const override { return m_shape.columns; }
    std::optional<std::size_t> rows() const override
    {
        return m_shape.rows == kUnknown ? std::nullopt : std::optional<std::size_t>(m_shape.rows);
    }
    void rewind() override { start(); }

    std::span<const double> next() override
    {
        while (m_at == m_block.size()) {
            if (m_ended || !receiveBlock())
                return {};
        }
        const auto row = std::span(m_block).subspan(m_at, m_shape.columns);
        m_at += m_shape.columns;
        return row;
    }

private:
    void start()
    {
        m_reader = std::make_unique<OtherProcess>(
            m_file, [this](const Speaker& to) { sayRows(to, *m_open()); });
        m_ended = false;
        m_block.clear();
        m_at = 0;
        if (m_reader->next() != sizeof m_shape)
            m_reader->fail();
        m_reader->take(&m_shape, sizeof m_shape);
        if (m_shape.columns == 0 || m_shape.columns > kMostFeatures)
            m_reader->fail();
    }

    /// False at the end.
    bool receiveBlock()
    {
        const auto bytes = m_reader->next();
        m_ended = !bytes;
        if (m_ended)
            return false;
        const auto most = (kBlockValues + m_shape.columns) * sizeof(double);
        if (*bytes > most || *bytes % (m_shape.columns * sizeof(double)) != 0)
            m_reader->fail();
        m_block.resize(*bytes / sizeof(double));
        m_at = 0;
        m_reader->take(m_block.data(), *bytes);
        return true;
    }

    std::filesystem::path m_file;
    std::function<std::unique_ptr<RecordRows>()> m_open;
    std::unique_ptr<OtherProcess> m_reader;
    Shape m_shape;
    bool m_ended = false;
    std::vector<double> m_block; ///< whole rows
    std::size_t m_at = 0;        ///< value of the block that the next row begins with
};

} // namespace

std::unique_ptr<RecordRows> isolatedRows(const std::filesystem::path& file,
                                         const std::function<std::unique_ptr<RecordRows>()>& open)
{
    return std::make_unique<IsolatedRows>(file, open);
}

} // namespace core
