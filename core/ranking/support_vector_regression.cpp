#include "core/ranking/support_vector_regression.h"

#include "core/parallel.h"
#include "core/random.h"
#include "core/ranking/centring.h"
#include "core/ranking/spearman.h"
#include "core/ranking/training_set.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <linear.h>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <vector>

namespace core {

namespace {

constexpr std::array kCosts{0.001, 0.01, 0.1, 1.0};
constexpr double kUsualCost = 0.1;

void check(const RegressionOptions& options)
{
    if (options.cost && !(*options.cost > 0.0))
        throw std::invalid_argument("trainRegression: the cost must be above 0");
    if (!(options.tube >= 0.0 && options.tolerance > 0.0))
        throw std::invalid_argument("trainRegression: the tube or the tolerance is out of range");
}

/// At most as many of the training images as the options have room for, in ascending order of their
/// popularity.
std::vector<std::size_t> drawMembers(const TrainingSet& set, const RegressionOptions& options)
{
    Random random(options.seed);
    auto members = randomOrder(set.members.size(), random);
    const std::size_t room =
        std::max<std::size_t>(2, options.maxValues / set.data->rows->columns());
    members.resize(std::min(members.size(), room));
    std::ranges::sort(members);
    return members;
}

/// The training images as liblinear wants them: every value with its column, from 1.
class DenseProblem {
public:
    DenseProblem(const TrainingSet& set, const RegressionOptions& options,
                 const std::stop_token& stop)
        : m_columns(set.data->rows->columns())
    {
        const auto members = drawMembers(set, options);
        for (const auto member : members)
            m_y.push_back(set.y[member]);
        const double mean =
            std::accumulate(m_y.begin(), m_y.end(), 0.0) / static_cast<double>(m_y.size());
        for (auto& y : m_y)
            y -= mean;

        m_nodes.resize(members.size() * (m_columns + 1));
        m_rows.resize(members.size());
        parallelFor(members.size(),
                    {.threads = options.threads, .grain = 64, .stage = {}, .observe = {}}, stop,
                    [&](std::size_t i) { fillRow(set, members[i], i); });
    }

    std::size_t images() const { return m_y.size(); }

    /// w [d]. Safe to call from several threads at once.
    VectorF solve(double cost, const RegressionOptions& options)
    {
        // liblinear reads its problem through pointers that are not const.
        const problem input{.l = static_cast<int>(m_y.size()),
                            .n = static_cast<int>(m_columns),
                            .y = m_y.data(),
                            .x = m_rows.data(),
                            .bias = -1.0};
        parameter settings{};
        settings.solver_type = L2R_L2LOSS_SVR; // the one that draws nothing by the C library
        settings.eps = options.tolerance;
        settings.C = cost;
        settings.p = options.tube;
        const auto destroy = [](model* solution) { free_and_destroy_model(&solution); };
        const std::unique_ptr<model, decltype(destroy)> solution(::train(&input, &settings),
                                                                 destroy);
        return Eigen::Map<const Vector>(solution->w, static_cast<Eigen::Index>(m_columns))
            .cast<float>();
    }

private:
    void fillRow(const TrainingSet& set, std::size_t member, std::size_t i)
    {
        const Half* row = set.data->rows->row(set.members[member]);
        const float inverseNorm = set.inverseNorms[member];
        feature_node* node = m_nodes.data() + i * (m_columns + 1);
        m_rows[i] = node;
        for (std::size_t j = 0; j < m_columns; ++j, ++node) {
            const float centred = static_cast<float>(row[j]) - set.mean[static_cast<int>(j)];
            *node = {.index = static_cast<int>(j) + 1,
                     .value = static_cast<double>(centred * inverseNorm)};
        }
        *node = {.index = -1, .value = 0.0};
    }

    std::size_t m_columns;
    std::vector<double> m_y; ///< less their mean
    std::vector<feature_node> m_nodes;
    std::vector<feature_node*> m_rows;
};

SenseModel linearModel(const VectorF& weights, const VectorF& mean)
{
    SenseModel model;
    model.popular = weights.transpose();
    model.unpopular.resize(0, weights.size());
    model.mean = mean;
    return model;
}

std::optional<double> validationRho(const TrainingData& data, const SenseModel& model,
                                    const std::stop_token& stop)
{
    const auto scores = respond(*data.rows, data.validation, model, 1, stop).scores();
    return spearmanRho(std::vector<double>(scores.begin(), scores.end()), data.validationY);
}

std::vector<double> costsToTry(const TrainingData& data, const RegressionOptions& options)
{
    if (options.cost)
        return {*options.cost};
    if (data.validation.empty())
        return {kUsualCost};
    return {kCosts.begin(), kCosts.end()};
}

void silenceLiblinear()
{
    static const bool silent = [] {
        set_print_string_function([](const char*) {});
        return true;
    }();
    static_cast<void>(silent);
}

} // namespace

RegressionResult trainRegression(const TrainingData& data, const RegressionOptions& options,
                                 const std::stop_token& stop)
{
    check(options);
    silenceLiblinear();
    const auto set = prepareTraining(data, options.threads, stop);
    DenseProblem dense(set, options, stop);
    const auto costs = costsToTry(data, options);
    std::vector<SenseModel> models(costs.size());
    std::vector<std::optional<double>> rhos(costs.size());
    parallelFor(costs.size(),
                {.threads = options.threads,
                 .grain = 1,
                 .stage = "Support vector regression",
                 .observe = options.observe},
                stop, [&](std::size_t i) {
                    models[i] = linearModel(dense.solve(costs[i], options), set.mean);
                    rhos[i] = validationRho(data, models[i], stop);
                });
    // nullopt orders below every number; the first of the best is taken.
    const auto best = static_cast<std::size_t>(std::ranges::max_element(rhos) - rhos.begin());
    return {.model = std::move(models[best]), .cost = costs[best], .images = dense.images()};
}

} // namespace core
