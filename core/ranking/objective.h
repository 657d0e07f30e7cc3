#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace core {

enum class Margin { Fixed, Difference, Soft }; ///< Δ of Equation 3: 1; y_i − y_j; max(α, y_i − y_j)

/// What a pair costs: one half or both halves of Equation 4 over a minibatch.
struct PairLosses {
    std::size_t viable = 0;    ///< pairs with y_i > y_j
    double popularSum = 0.0;   ///< Σ [Δ − f⁺(x_i) + f⁺(x_j)]₊ over the viable pairs
    double unpopularSum = 0.0; ///< Σ [Δ − f⁻(x_j) + f⁻(x_i)]₊
};

/// A minibatch as the objective sees it.
struct ScoredBatch {
    std::span<const double> y;        ///< [B] ascending
    std::span<const float> popular;   ///< [B] f⁺(x)
    std::span<const float> unpopular; ///< [B] f⁻(x), or empty: the popular half alone
};

/// Equations 3 and 4 over all pairs of a minibatch.
///
/// Holds workspace: one object a thread.
class PairObjective {
public:
    /// alpha   the least margin of Margin::Soft
    explicit PairObjective(Margin margin, double alpha = 1.0);

    /// The losses, and for each image the derivative of each half's sum by its response:
    ///
    ///     popular[i]   = Σ_j v_ji − Σ_j v_ij     times it lost minus times it won
    ///     unpopular[i] = Σ_j u_ij − Σ_j u_ji     the reverse
    ///
    /// v_ij (u_ij) is 1 where y_i > y_j and the pair's hinge in the popular (unpopular) half is
    /// positive, else 0. The coefficients are whole numbers; each half's sum to 0.
    /// popular, unpopular   [B] as in `batch`
    /// Throws std::invalid_argument if lengths differ or y does not ascend.
    /// Cost: O(B²) in vectors of floats without a branch, one pass for both halves.
    PairLosses coefficients(const ScoredBatch& batch, std::span<float> popular,
                            std::span<float> unpopular);

private:
    std::size_t arrange(std::span<const double> y); ///< fills m_y and m_less; viable pairs

    float m_least; ///< Δ = max(m_least, m_slope·(y_i − y_j))
    float m_slope;
    std::vector<float> m_y;
    std::vector<std::uint32_t> m_less; ///< for each image, how many of the batch have a smaller y
    std::vector<float> m_responses;    ///< of the one half, then of the other
    std::vector<float> m_coefficients; ///< likewise
};

} // namespace core
