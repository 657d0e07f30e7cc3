#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <sys/types.h>

namespace core {

/// What the other process says to the first. The first may be gone: then saying ends the process.
class Speaker {
public:
    explicit Speaker(int pipe)
        : m_pipe(pipe)
    {
    }
    void say(const void* bytes, std::size_t count) const;

private:
    int m_pipe;
};

/// A file read in a process of its own, for libraries that crash on damaged files, ask for any
/// memory, or never come back. What befalls that process becomes an Error naming the file.
///
/// The process is a fork of this one: it has no other threads, so `work` must not wait for any. It
/// may take 4 GB of memory more than this one holds.
class OtherProcess {
public:
    using Work = std::function<void(const Speaker&)>;

    /// mostSilence   after which the process is taken for lost
    ///
    /// Throws Error where no process can be made.
    OtherProcess(std::filesystem::path file, const Work& work,
                 std::chrono::milliseconds mostSilence = std::chrono::minutes(1));
    OtherProcess(const OtherProcess&) = delete;
    OtherProcess& operator=(const OtherProcess&) = delete;
    OtherProcess(OtherProcess&&) = delete;
    OtherProcess& operator=(OtherProcess&&) = delete;
    ~OtherProcess(); ///< ends the process

    /// The bytes of the next message, which take() then gives; nullopt when the work is done, after
    /// which there is no next. Throws Error: what the work threw, or that the file is damaged.
    std::optional<std::size_t> next();
    /// The message that was announced, all of it. Nothing in it can be believed: a damaged file may
    /// have taken the process over.
    void take(void* to, std::size_t count);
    /// Throws the Error of a damaged file.
    [[noreturn]] void fail() const;

private:
    bool readAll(void* to, std::size_t count) const;
    void end();

    std::filesystem::path m_file;
    std::chrono::milliseconds m_mostSilence;
    int m_pipe = -1;
    pid_t m_child = -1;
};

} // namespace core
