#pragma once

#include "core/progress.h"

#include <nlohmann/json_fwd.hpp>

#include <chrono>
#include <stop_token>
#include <string>
#include <thread>

namespace app {

/// The two streams of the command line: results on standard output, all else on standard error.
/// Ctrl-C and SIGTERM ask the work to stop.
class Terminal {
public:
    Terminal();
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    Terminal(Terminal&&) = delete;
    Terminal& operator=(Terminal&&) = delete;
    ~Terminal();

    bool json = false; ///< --json: one JSON document in place of lines for people

    std::stop_token stop() const { return m_stop.get_token(); }
    /// Progress and time left, on one line of a terminal or a line each few seconds of a log.
    core::ProgressObserver observer();
    void note(const std::string& line);  ///< a line on standard error
    void print(const std::string& line); ///< a line on standard output, for people; not with --json
    void print(const nlohmann::json& document); ///< only with --json

private:
    void show(const core::Progress& progress);
    void clearProgress();

    std::stop_source m_stop;
    std::string m_stage;
    std::chrono::steady_clock::time_point m_stageBegan;
    std::chrono::steady_clock::time_point m_lastShown;
    bool m_interactive = false;
    bool m_lineOpen = false;
    std::jthread m_signals; // last member: joined first
};

} // namespace app
