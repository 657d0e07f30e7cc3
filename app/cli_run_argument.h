#pragma once

#include "core/study/runs.h"

#include <string>
#include <utility>

namespace CLI { // NOLINT(readability-identifier-naming): the library calls itself so
class App;
}

namespace app {

/// PROJECT and RUN as most commands take them. Without RUN the newest one is meant.
struct RunArgument {
    std::string project;
    std::string run;

    void addTo(CLI::App& command);
    /// Throws core::Error where there is no such project, no such run, or no run at all.
    std::pair<core::Project, core::LoadedRun> load() const;
};

} // namespace app
