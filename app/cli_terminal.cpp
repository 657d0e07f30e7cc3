#include "app/cli_terminal.h"

#include <nlohmann/json.hpp>

#include <atomic>
#include <csignal>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <unistd.h>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

/// Set by a signal. A handler, because threads that a library made before main() do not block
/// signals that are to be waited for: they would end the process.
std::atomic<bool> stopSignalled{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void onStopSignal(int /*signal*/)
{
    stopSignalled = true;
}

void handleStopSignals()
{
    struct sigaction action {};
    action.sa_handler = onStopSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

/// Passes a stop signal on.
void watchSignals(const std::stop_token& end, const std::stop_source& stop)
{
    constexpr auto kPatience = std::chrono::milliseconds(20);
    while (!end.stop_requested()) {
        if (stopSignalled.exchange(false))
            stop.request_stop();
        std::this_thread::sleep_for(kPatience);
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
    handleStopSignals();
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
