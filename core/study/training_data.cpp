#include "core/study/training_data.h"

#include "core/features/available_memory.h"

#include <bit>

namespace core {

TrainingData trainingDataOf(const FeatureRows& rows, const Lesson& lesson,
                            const std::vector<bool>& present)
{
    TrainingData data{
        .rows = &rows, .training = {}, .trainingY = {}, .validation = {}, .validationY = {}};
    for (std::size_t i = 0; i < lesson.splits.size(); ++i) {
        if (!present[i] || !lesson.splits[i] || lesson.splits[i] == Split::Test)
            continue;
        const bool training = lesson.splits[i] == Split::Train;
        (training ? data.training : data.validation).push_back(i);
        (training ? data.trainingY : data.validationY).push_back(lesson.y[i]);
    }
    return data;
}

std::optional<std::size_t> memoryFor(const FeatureRows& rows)
{
    const auto available = availableMemory();
    const auto needed = rows.rows() * rows.columns() * sizeof(Half);
    if (!available || needed <= *available / 2)
        return std::nullopt;
    return std::bit_floor(static_cast<std::size_t>(*available / 2));
}

} // namespace core
