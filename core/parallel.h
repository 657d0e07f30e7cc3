#pragma once

#include "core/progress.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

namespace core {

/// How parallelFor() works.
struct ParallelOptions {
    int threads = 0;          ///< 0: as many as the machine has
    std::size_t grain = 1;    ///< indices that a thread takes at once
    std::string stage;        ///< of the progress reports
    ProgressObserver observe; ///< called on the calling thread, about ten times a second
};

/// Calls work(i) for every i in [0, count) on several threads, and returns when all are done.
///
/// The order is not promised: work(i) must write to places of its own. The first exception stops
/// the others and is thrown on. Throws Cancelled when stopped (asked before each grain).
/// Runs on the calling thread alone where one thread is asked for or the work is a single grain.
void parallelFor(std::size_t count, const ParallelOptions& options, const std::stop_token& stop,
                 const std::function<void(std::size_t)>& work);

/// `threads`, or as many as the machine has where it is 0; at least 1.
int threadCount(int threads);

} // namespace core
