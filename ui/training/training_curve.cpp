#include "ui/training/training_curve.h"

#include <QCoreApplication>

namespace ui {

namespace {

constexpr std::size_t kMostPoints = 1000; // more cannot be told apart and cost time to draw

struct TrainingCurve {
    Q_DECLARE_TR_FUNCTIONS(TrainingCurve)
};

} // namespace

QList<Line> curveLines(const std::vector<core::EpochReport>& epochs)
{
    Line loss{.name = TrainingCurve::tr("Loss"), .points = {}, .accent = Accent::First};
    Line rho{.name = TrainingCurve::tr("Validation ρ"),
             .points = {},
             .accent = Accent::Second,
             .rightAxis = true};
    const std::size_t stride = epochs.size() / kMostPoints + 1;
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        if (i % stride != 0 && i + 1 != epochs.size())
            continue;
        loss.points.append({static_cast<double>(epochs[i].epoch), epochs[i].loss});
        if (epochs[i].validationRho)
            rho.points.append({static_cast<double>(epochs[i].epoch), *epochs[i].validationRho});
    }
    return {loss, rho};
}

double epochOf(const core::TrainingSnapshot& snapshot, const std::vector<core::EpochReport>& epochs)
{
    if (epochs.empty() || epochs.back().steps == 0 || epochs.back().epoch == 0)
        return snapshot.epoch;
    const auto& last = epochs.back();
    const double stepsAnEpoch = static_cast<double>(last.steps) / last.epoch;
    return static_cast<double>(snapshot.step) / stepsAnEpoch;
}

} // namespace ui
