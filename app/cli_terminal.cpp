#include "app/cli_terminal.h"

#include <nlohmann/json.hpp>

#include <csignal>
#include <ctime>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <unistd.h>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

sigset_t stopSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

/// Waits for a stop signal and passes it on. The signals are blocked in every thread.
void watchSignals(const std::stop_token& end, const std::stop_source& stop)
{
    const auto signals = stopSignals();
    const timespec patience{.tv_sec = 0, .tv_nsec = 100'000'000};
    while (!end.stop_requested()) {
        if (sigtimedwait(&signals, nullptr, &patience) > 0)
            stop.request_stop();
    }
}

std::string lineOf(const core::Progress& progress, std::chrono::duration<double> elapsed)
{
    std::ostringstream line;
    line << progress.stage;
    if (progress.total == 0)
        return line.str();
    const auto fraction = static_cast<double>(progress.done) / static_cast<double>(progress.total);
    line << "  " << std::fixed << std::setprecision(0) << 100.0 * fraction << " %";
    constexpr double kEnoughToTell = 0.02;
    if (fraction > kEnoughToTell && fraction < 1.0)
        line << "  " << elapsed.count() * (1.0 - fraction) / fraction << " s left";
    return line.str();
}

} // namespace

Terminal::Terminal()
    : m_interactive(isatty(STDERR_FILENO) == 1)
{
    const auto signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_signals =
        std::jthread([stop = m_stop](const std::stop_token& end) { watchSignals(end, stop); });
}

Terminal::~Terminal()
{
    clearProgress();
}

core::ProgressObserver Terminal::observer()
{
    return [this](const core::Progress& progress) { show(progress); };
}

void Terminal::show(const core::Progress& progress)
{
    const auto now = Clock::now();
    if (progress.stage != m_stage) {
        m_stage = progress.stage;
        m_stageBegan = now;
        // A log hears of what takes long; work that fails at once says nothing but why.
        m_lastShown = m_interactive ? Clock::time_point() : now;
    }
    const auto interval = m_interactive ? std::chrono::milliseconds(100) : std::chrono::seconds(5);
    if (now - m_lastShown < interval)
        return;
    m_lastShown = now;
    const auto line = lineOf(progress, now - m_stageBegan);
    if (m_interactive)
        std::cerr << "\r\033[K" << line << std::flush;
    else
        std::cerr << line << '\n';
    m_lineOpen = m_interactive;
}

void Terminal::clearProgress()
{
    if (m_lineOpen)
        std::cerr << "\r\033[K" << std::flush;
    m_lineOpen = false;
}

void Terminal::note(const std::string& line)
{
    clearProgress();
    std::cerr << line << '\n';
}

void Terminal::print(const std::string& line)
{
    clearProgress();
    if (!json)
        std::cout << line << '\n';
}

void Terminal::print(const nlohmann::json& document)
{
    clearProgress();
    if (json)
        std::cout << document.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

} // namespace app
