#pragma once

#include "core/error.h"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>

namespace core {

/// How far a piece of long work has come.
struct Progress {
    std::string stage;     ///< what is being done, in a few words: "Reading posts.csv"
    std::size_t done = 0;  ///< units finished, in [0, total] where total is known
    std::size_t total = 0; ///< units in all; 0 where it is not known
};

/// Called on a working thread at least twice a second while work goes on; keep it cheap.
using ProgressObserver = std::function<void(const Progress&)>;

/// Throws Cancelled if `stop` was requested.
inline void throwIfStopped(const std::stop_token& stop)
{
    if (stop.stop_requested())
        throw Cancelled();
}

} // namespace core
