#include "ui/senses/sense_histogram.h"

#include <algorithm>

namespace ui {

core::CountHistogram runHistogram(const core::Project& project, const core::RunInfo& run)
{
    const auto& measures = project.collection->measures;
    std::vector<std::size_t> positions;
    for (const auto& name : run.request.measures) {
        const auto found = std::ranges::find(measures, name, &core::Measure::name);
        if (found == measures.end())
            return {};
        positions.push_back(static_cast<std::size_t>(found - measures.begin()));
    }
    if (positions.empty())
        positions = project.collection->measuresOf(run.request.engagement);
    if (positions.empty())
        return {};
    return core::countHistogram(project.collection->summedCounts(positions));
}

core::CountHistogram binnedLike(const core::CountHistogram& whole,
                                const std::vector<std::int64_t>& counts)
{
    core::CountHistogram binned{
        .zeros = 0, .edges = whole.edges, .images = std::vector<std::size_t>(whole.images.size())};
    for (const auto count : counts) {
        if (count <= 0) {
            ++binned.zeros;
            continue;
        }
        if (binned.images.empty())
            continue;
        const auto after = std::ranges::upper_bound(whole.edges, static_cast<double>(count));
        const auto bin =
            std::clamp<std::ptrdiff_t>(after - whole.edges.begin() - 1, 0,
                                       static_cast<std::ptrdiff_t>(binned.images.size()) - 1);
        ++binned.images[static_cast<std::size_t>(bin)];
    }
    return binned;
}

} // namespace ui
