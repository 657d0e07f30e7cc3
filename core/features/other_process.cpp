#include "core/features/other_process.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace core {

namespace {

constexpr std::size_t kMostComplaint = 65'536;
constexpr rlim_t kMostMemory = rlim_t{4} << 30U;

enum class Kind : std::uint64_t { Message, Failure, End };

/// What goes through the pipe: this, then as many bytes.
struct Frame {
    Kind kind = Kind::End;
    std::uint64_t bytes = 0;
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

void send(int to, Kind kind, const void* bytes, std::size_t count)
{
    const Frame frame{kind, count};
    if (!writeAll(to, &frame, sizeof frame) || !writeAll(to, bytes, count))
        ::_exit(EXIT_FAILURE); // nobody reads any more
}

/// Bytes that the process may write to, as the system counts them.
rlim_t heldMemory()
{
    std::ifstream pages("/proc/self/statm");
    rlim_t held = 0;
    for (int field = 0; field < 6; ++field) // size, resident, shared, text, lib, data
        pages >> held;
    return pages ? held * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) : 0;
}

void limitTheProcess()
{
    constexpr rlimit kNone{0, 0};
    ::setrlimit(RLIMIT_CORE, &kNone);
    if (const auto held = heldMemory(); held > 0) {
        rlimit data{};
        ::getrlimit(RLIMIT_DATA, &data);
        data.rlim_cur = std::min(data.rlim_max, held + kMostMemory);
        ::setrlimit(RLIMIT_DATA, &data);
    }
    std::signal(SIGPIPE, SIG_DFL);
}

/// All that the other process does.
[[noreturn]] void serve(int to, const OtherProcess::Work& work)
{
    limitTheProcess();
    try {
        work(Speaker(to));
        send(to, Kind::End, nullptr, 0);
    } catch (const std::exception& error) {
        const std::string complaint = error.what();
        send(to, Kind::Failure, complaint.data(), std::min(complaint.size(), kMostComplaint));
    }
    ::_exit(EXIT_SUCCESS); // without the destructors of what belongs to the first process
}

} // namespace

void Speaker::say(const void* bytes, std::size_t count) const
{
    send(m_pipe, Kind::Message, bytes, count);
}

OtherProcess::OtherProcess(std::filesystem::path file, const Work& work,
                           std::chrono::milliseconds mostSilence)
    : m_file(std::move(file))
    , m_mostSilence(mostSilence)
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
        serve(ends[1], work);
    }
    ::close(ends[1]);
    m_pipe = ends[0];
    if (m_child < 0) {
        end();
        throw Error("No process can be made to read " + m_file.string()
                    + ": close some programs and try again.");
    }
}

OtherProcess::~OtherProcess()
{
    end();
}

void OtherProcess::end()
{
    if (m_pipe >= 0)
        ::close(std::exchange(m_pipe, -1));
    if (m_child > 0) {
        ::kill(m_child, SIGKILL);
        ::waitpid(std::exchange(m_child, -1), nullptr, 0);
    }
}

std::optional<std::size_t> OtherProcess::next()
{
    Frame frame;
    if (!readAll(&frame, sizeof frame))
        fail();
    if (frame.kind == Kind::End)
        return std::nullopt;
    if (frame.kind == Kind::Message)
        return frame.bytes;
    std::string complaint(std::min<std::size_t>(frame.bytes, kMostComplaint), '\0');
    if (!readAll(complaint.data(), complaint.size()))
        fail();
    throw Error(complaint);
}

void OtherProcess::take(void* to, std::size_t count)
{
    if (!readAll(to, count))
        fail();
}

void OtherProcess::fail() const
{
    throw Error(m_file.string()
                + " cannot be read: the library that reads such files crashed on it, took too much "
                  "memory, or never came back. It is damaged or too large: write it again, or "
                  "choose another.");
}

bool OtherProcess::readAll(void* to, std::size_t count) const
{
    auto* bytes = static_cast<char*>(to);
    while (count > 0) {
        pollfd waited{m_pipe, POLLIN, 0};
        const int ready = ::poll(&waited, 1, static_cast<int>(m_mostSilence.count()));
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0)
            return false;
        const auto got = ::read(m_pipe, bytes, count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

} // namespace core
