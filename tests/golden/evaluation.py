#!/usr/bin/python3
"""Writes evaluation.json: what SciPy and scikit-learn say of 1,200 random pairs of lists with ties.

A line is one pair: checks of both lists' average ranks (twice the sum of rank times place, from 1),
Spearman's rho, Equation 6 on average ranks, its null, the ceiling, Kendall's tau-b; then, of
log(truth + 1), the AUC of the most popular fifth, nDCG, and the share of viable pairs ordered
rightly. The lists are drawn again by the test (draws.py, draws.h): only the answers are kept.
"""

import fractions
import json
import math
import pathlib
import warnings

import numpy as np
import scipy.stats
import sklearn.metrics

from draws import Draws

CASES = 1200


def truth_value(draws, kind):
    """What a count may be: of few levels, as MBI-1M's, or nearly without ties."""
    if kind == 0:
        return draws.below(3)
    if kind == 1:
        return draws.below(1 + draws.below(9))
    if kind == 2:
        share = draws.below(100)
        return 0 if share < 65 else 1 if share < 82 else 2 + draws.below(100000)
    return draws.below(1000000)


def predicted_value(draws, kind, truth):
    """A score: with ties, without skill, with some, or against the truth; zeros of both signs."""
    if kind == 0:
        return 0.25 * (draws.below(9) - 4.0)
    if kind == 1:
        return draws.below(2**31) / 2**31 - 0.5
    if kind == 2:
        return truth + draws.below(64) / 4.0
    return (-1.0 if draws.below(2) else 1.0) * draws.below(3) - truth


def lists(seed):
    draws = Draws(seed)
    size = 300 if seed % 50 == 0 else 1 + draws.below(40)
    truth_kind, predicted_kind = draws.below(4), draws.below(4)
    truth, predicted = [], []
    for _ in range(size):
        truth.append(float(truth_value(draws, truth_kind)))
        predicted.append(predicted_value(draws, predicted_kind, truth[-1]))
    return predicted, truth


def or_none(value):
    return None if math.isnan(value) else float(f"{value:.13g}")


def tie_share(values):
    """T/N, exactly."""
    n = len(values)
    ties = sum(int(t) ** 3 - int(t) for t in np.unique(values, return_counts=True)[1])
    return fractions.Fraction(ties, n**3 - n)


def auc(predicted, y):
    """Positives are the most popular fifth; where they tie at the border, each is positive with the
    same probability, so that it stands in both classes with these weights."""
    n = len(y)
    k = max(1, math.floor(0.2 * n + 0.5))
    if len(set(y)) < 2:
        return math.nan
    border = np.sort(y)[n - k]
    popular = np.where(y > border, 1.0, np.where(y == border, (k - np.sum(y > border))
                                                 / np.sum(y == border), 0.0))
    return sklearn.metrics.roc_auc_score(np.repeat([1, 0], n), np.tile(predicted, 2),
                                         sample_weight=np.concatenate([popular, 1.0 - popular]))


def ndcg(predicted, y):
    return sklearn.metrics.ndcg_score([y], [predicted]) if max(y) > 0 else math.nan


def ordered_pairs(predicted, y):
    """By looking at each pair."""
    viable = np.subtract.outer(y, y) > 0
    signs = np.sign(np.subtract.outer(predicted, predicted))
    return np.mean((signs[viable] + 1) / 2) if viable.any() else math.nan


def answers(seed):
    predicted, truth = lists(seed)
    r, s = scipy.stats.rankdata(predicted), scipy.stats.rankdata(truth)
    n = len(truth)
    checks = [int(2 * np.dot(ranks, np.arange(1, n + 1))) for ranks in (r, s)]
    if n < 2:
        return checks + [None] * 8
    share = tie_share(truth)
    y = np.log1p(truth)
    return checks + [
        or_none(scipy.stats.spearmanr(predicted, truth).statistic),
        or_none(1 - 6 * np.sum((r - s) ** 2) / (n**3 - n)),
        or_none(float(share / 2)),
        or_none(math.sqrt(1 - share)),
        or_none(scipy.stats.kendalltau(predicted, truth, variant="b").statistic),
        or_none(auc(predicted, y)),
        or_none(ndcg(predicted, y)),
        or_none(ordered_pairs(predicted, y)),
    ]


def main():
    warnings.simplefilter("ignore")  # of constant lists, which are meant
    lines = ",\n".join(json.dumps(answers(seed), separators=(",", ":")) for seed in range(CASES))
    pathlib.Path(__file__).with_suffix(".json").write_text(f"[{lines}]\n")


if __name__ == "__main__":
    main()
