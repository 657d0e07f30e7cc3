#include "core/features/isolated_rows.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <limits>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::size_t kBlockValues = std::size_t{1} << 16U;
constexpr std::uint64_t kMostMessage = 65'536;
constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

enum class Kind : std::uint64_t { Shape, Rows, End, Failure };

/// What goes through the pipe: this, then as many bytes.
struct Frame {
    Kind kind = Kind::End;
    std::uint64_t bytes = 0;
};

struct Shape {
    std::uint64_t columns = 0;
    std::uint64_t rows = kUnknown;
};

bool writeAll(int to, const void* from, std::size_t count)
{
    const auto* bytes = static_cast<const char*>(from);
    while (count > 0) {
        const auto written = ::write(to, bytes, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        count -= static_cast<std::size_t>(written);
    }
    return true;
}

bool readAll(int from, void* to, std::size_t count)
{
    auto* bytes = static_cast<char*>(to);
    while (count > 0) {
        const auto got = ::read(from, bytes, count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

void send(int to, Kind kind, const void* bytes, std::size_t count)
{
    const Frame frame{kind, count};
    if (!writeAll(to, &frame, sizeof frame) || !writeAll(to, bytes, count))
        ::_exit(EXIT_FAILURE); // nobody reads any more
}

void sendRows(int to, RecordRows& rows)
{
    const Shape shape{rows.columns(), rows.rows() ? *rows.rows() : kUnknown};
    send(to, Kind::Shape, &shape, sizeof shape);
    std::vector<double> block;
    for (auto row = rows.next(); !row.empty(); row = rows.next()) {
        block.insert(block.end(), row.begin(), row.end());
        if (block.size() >= kBlockValues) {
            send(to, Kind::Rows, block.data(), block.size() * sizeof(double));
            block.clear();
        }
    }
    send(to, Kind::Rows, block.data(), block.size() * sizeof(double));
    send(to, Kind::End, nullptr, 0);
}

/// All that the other process does.
[[noreturn]] void serve(int to, const std::function<std::unique_ptr<RecordRows>()>& open)
{
    constexpr rlimit kNone{0, 0};
    ::setrlimit(RLIMIT_CORE, &kNone);
    std::signal(SIGPIPE, SIG_DFL);
    try {
        sendRows(to, *open());
    } catch (const std::exception& error) {
        const std::string message = error.what();
        send(to, Kind::Failure, message.data(),
             std::min<std::size_t>(message.size(), kMostMessage));
    }
    ::_exit(EXIT_SUCCESS); // without the destructors of what belongs to the first process
}

class IsolatedRows final : public RecordRows {
public:
    IsolatedRows(std::filesystem::path file, std::function<std::unique_ptr<RecordRows>()> open)
        : m_file(std::move(file))
        , m_open(std::move(open))
    {
        start();
    }
    ~IsolatedRows() override { end(); }
    IsolatedRows(const IsolatedRows&) = delete;
    IsolatedRows& operator=(const IsolatedRows&) = delete;
    IsolatedRows(IsolatedRows&&) = delete;
    IsolatedRows& operator=(IsolatedRows&&) = delete;

    std::size_t columns() const override { return m_shape.columns; }
    std::optional<std::size_t> rows() const override
    {
        return m_shape.rows == kUnknown ? std::nullopt : std::optional<std::size_t>(m_shape.rows);
    }
    void rewind() override
    {
        end();
        start();
    }

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
        std::array<int, 2> ends{};
        if (::pipe(ends.data()) != 0)
            throw Error("No pipe can be made to read " + m_file.string()
                        + ": close some programs and try again.");
        for (const int end : ends)
            ::fcntl(end, F_SETFD, FD_CLOEXEC); // NOLINT(*-vararg): the system's own
        m_child = ::fork();
        if (m_child == 0) {
            ::close(ends[0]);
            serve(ends[1], m_open);
        }
        ::close(ends[1]);
        m_pipe = ends[0];
        if (m_child < 0) {
            end();
            throw Error("No process can be made to read " + m_file.string()
                        + ": close some programs and try again.");
        }
        m_ended = false;
        m_block.clear();
        m_at = 0;
        try {
            receiveShape();
        } catch (const Error&) {
            end();
            throw;
        }
    }

    void end()
    {
        if (m_pipe >= 0)
            ::close(std::exchange(m_pipe, -1));
        if (m_child > 0) {
            ::kill(m_child, SIGKILL);
            ::waitpid(std::exchange(m_child, -1), nullptr, 0);
        }
    }

    Frame receive()
    {
        Frame frame;
        if (!readAll(m_pipe, &frame, sizeof frame))
            fail();
        if (frame.kind == Kind::Failure)
            failAs(frame.bytes);
        return frame;
    }

    void receiveShape()
    {
        if (receive().kind != Kind::Shape || !readAll(m_pipe, &m_shape, sizeof m_shape)
            || m_shape.columns == 0 || m_shape.columns > kMostFeatures)
            fail();
    }

    /// False at the end.
    bool receiveBlock()
    {
        const auto frame = receive();
        m_ended = frame.kind == Kind::End;
        // The bytes may have taken the other process over: nothing that it says is believed.
        const auto most = (kBlockValues + m_shape.columns) * sizeof(double);
        if (frame.bytes > most || frame.bytes % (m_shape.columns * sizeof(double)) != 0)
            fail();
        m_block.resize(frame.bytes / sizeof(double));
        m_at = 0;
        if (!readAll(m_pipe, m_block.data(), frame.bytes))
            fail();
        return !m_ended;
    }

    [[noreturn]] void fail() const
    {
        throw Error(m_file.string()
                    + " is damaged, so that the library which reads such files failed on it: write "
                      "the features again.");
    }

    [[noreturn]] void failAs(std::uint64_t length) const
    {
        std::string message(static_cast<std::size_t>(std::min(length, kMostMessage)), '\0');
        if (!readAll(m_pipe, message.data(), message.size()))
            fail();
        throw Error(message);
    }

    std::filesystem::path m_file;
    std::function<std::unique_ptr<RecordRows>()> m_open;
    int m_pipe = -1;
    pid_t m_child = -1;
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
