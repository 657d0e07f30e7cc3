#!/usr/bin/python3
"""Writes insight.json: word weights of random documents, by NumPy from their definitions.

tf-idf and frequency as in the paper; the log-odds ratio with an informative Dirichlet prior after
Monroe, Colaresi and Quinn (2008), Equations 15 to 17 and 22, its prior being what both sides say
together. A line is one set of documents, drawn again by the test: of its first document, tf-idf,
frequency, log-odds and z of every word (0 where it does not stand there).
"""

import json
import pathlib

import numpy as np

from draws import Draws

CASES = 1000
WORDS = 12


def documents(seed):
    """Counts [documents, WORDS], many of them 0; every document says its first word."""
    draws = Draws(seed)
    counts = np.array([[draws.below(3) * draws.below(1 + draws.below(40)) for _ in range(WORDS)]
                       for _ in range(2 + seed % 5)], dtype=np.float64)
    counts[:, 0] += 1
    return counts


def answers(counts):
    share = counts[0] / counts[0].sum()
    holding = (counts > 0).sum(axis=0)
    idf = np.log(len(counts) / np.maximum(holding, 1))

    here, rest = counts[0], counts[1:].sum(axis=0)
    prior = here + rest
    omega = [(y + prior) / (y.sum() + prior.sum() - y - prior) for y in (here, rest)]
    with np.errstate(divide="ignore", invalid="ignore"):
        delta = np.log(omega[0]) - np.log(omega[1])
        z = delta / np.sqrt(1 / (here + prior) + 1 / (rest + prior))
    stands = here > 0
    rows = [share * idf, share, np.where(stands, delta, 0), np.where(stands, z, 0)]
    return [[float(f"{value:.12g}") for value in row] for row in rows]


def main():
    lines = ",\n".join(json.dumps(answers(documents(seed)), separators=(",", ":"))
                       for seed in range(CASES))
    pathlib.Path(__file__).with_suffix(".json").write_text(f"[{lines}]\n")


if __name__ == "__main__":
    main()
