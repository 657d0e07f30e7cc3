#include "core/ranking/worker_team.h"

#include <hwy/cache_control.h>

namespace core {

namespace {

/// About twenty microseconds: longer than members lag behind one another, much shorter than a
/// slice of the scheduler.
constexpr int kSpins = 1000;

/// Returns when `counter` is no longer `old`.
void awaitChange(const std::atomic<std::uint32_t>& counter, std::uint32_t old)
{
    for (int i = 0; i < kSpins; ++i) {
        if (counter.load(std::memory_order_acquire) != old)
            return;
        hwy::Pause();
    }
    counter.wait(old, std::memory_order_acquire);
}

} // namespace

WorkerTeam::WorkerTeam(int members)
{
    for (int member = 1; member < members; ++member)
        m_threads.emplace_back([this, member] { serve(member); });
}

WorkerTeam::~WorkerTeam()
{
    m_work = nullptr;
    m_orders.fetch_add(1, std::memory_order_release);
    m_orders.notify_all();
    for (auto& thread : m_threads)
        thread.join();
}

void WorkerTeam::run(const std::function<void(int)>& work)
{
    m_work = &work;
    m_orders.fetch_add(1, std::memory_order_release);
    m_orders.notify_all();
    work(0);
    meet();
}

void WorkerTeam::meet()
{
    if (m_threads.empty())
        return;
    const auto meeting = m_meetings.load(std::memory_order_relaxed);
    if (m_arrived.fetch_add(1, std::memory_order_acq_rel) == m_threads.size()) {
        m_arrived.store(0, std::memory_order_relaxed);
        m_meetings.fetch_add(1, std::memory_order_release);
        m_meetings.notify_all();
    } else {
        awaitChange(m_meetings, meeting);
    }
}

void WorkerTeam::serve(int member)
{
    for (std::uint32_t order = 0;; ++order) {
        awaitChange(m_orders, order);
        if (m_work == nullptr)
            return;
        (*m_work)(member);
        meet();
    }
}

} // namespace core
