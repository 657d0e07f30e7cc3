#include "app/event_gaps.h"

#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <functional>

namespace app {

namespace {

constexpr double kKept = 8.0;
constexpr double kNanoPerMilli = 1e6;
constexpr std::size_t kListed = 10;

} // namespace

EventGaps::EventGaps(QString file, QObject* parent)
    : QObject(parent)
    , m_file(std::move(file))
{
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &EventGaps::tick);
    m_timer.start(1);
    m_since.start();
    m_begun.start();
}

EventGaps::~EventGaps()
{
    QFile file(m_file);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Text))
        return;
    QTextStream out(&file);
    std::ranges::sort(m_gaps, std::ranges::greater(), &Gap::milliseconds);
    out << "ticks " << m_ticks << "\nlongest_ms "
        << (m_gaps.empty() ? 0.0 : m_gaps.front().milliseconds) << '\n';
    for (const double limit : std::array{16.0, 33.0, 50.0})
        out << "over_" << limit << "_ms " << std::ranges::count_if(m_gaps, [&](const Gap& gap) {
            return gap.milliseconds > limit;
        }) << '\n';
    for (std::size_t i = 0; i < std::min(m_gaps.size(), kListed); ++i)
        out << "gap_ms " << m_gaps[i].milliseconds << " at_s " << m_gaps[i].atSecond << '\n';
}

void EventGaps::tick()
{
    const double gap = static_cast<double>(m_since.nsecsElapsed()) / kNanoPerMilli;
    m_since.restart();
    ++m_ticks;
    if (gap > kKept)
        m_gaps.push_back({gap, static_cast<double>(m_begun.elapsed()) / 1000.0});
}

} // namespace app
