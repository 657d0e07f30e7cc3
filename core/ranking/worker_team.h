#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>
#include <vector>

namespace core {

/// A fixed number of threads that live as long as the team and meet often: the barrier costs less
/// than a microsecond while all are running, and blocks after a short spin when they are not, so
/// that a busy machine slows the team down to one thread's pace and no further.
///
/// run() and the destructor belong to the thread that made the team.
class WorkerTeam {
public:
    explicit WorkerTeam(int members);
    WorkerTeam(const WorkerTeam&) = delete;
    WorkerTeam& operator=(const WorkerTeam&) = delete;
    WorkerTeam(WorkerTeam&&) = delete;
    WorkerTeam& operator=(WorkerTeam&&) = delete;
    ~WorkerTeam();

    int members() const { return static_cast<int>(m_threads.size()) + 1; }

    /// Calls work(0) on this thread and work(1) … work(members − 1) on the others; returns when all
    /// are done. `work` must not throw.
    void run(const std::function<void(int)>& work);

    /// Inside run(): returns when every member has called it. What was written before is seen
    /// after.
    void meet();

private:
    void serve(int member);

    std::atomic<std::uint32_t> m_arrived{0};
    std::atomic<std::uint32_t> m_meetings{0};
    std::atomic<std::uint32_t> m_orders{0}; ///< counts calls of run(); the last call is empty work
    const std::function<void(int)>* m_work = nullptr;
    std::vector<std::thread> m_threads;
};

} // namespace core
