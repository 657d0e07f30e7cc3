#!/usr/bin/python3
"""The epoch of epoch_bench in PyTorch (Debian: python3-torch), and how much longer it takes.

    tests/bench/pytorch_epoch.py [SECONDS]

SECONDS is what ours takes for an epoch of 1M x 4096; without it build/bench/bin/epoch_bench is
run and its mean taken. An epoch of 5 + 5 senses is measured on 20,000 images in batches of 100 with
all their pairs: rows kept as float16 (converted a batch at a time) and as float32, gradients by
autograd and by hand. Ours runs on two threads. PyTorch runs on two, as it comes, and on one, where
it is often faster: products as small as these do not pay for its waking of threads. Each is the
median of five runs, as PyTorch's vary twofold from one to the next.
"""

import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

os.environ.pop("OPENBLAS_CORETYPE", None)  # before torch: it would choose slower kernels

import torch  # noqa: E402

IMAGES, COLUMNS, BATCH, SENSES = 20000, 4096, 100, 5
OURS_IMAGES = 100000  # kImages of epoch_bench.cpp
RATE, DECAY = 2.0, 1e-6
HOME = pathlib.Path(__file__).resolve().parents[2]


def ours():
    if len(sys.argv) > 1:
        return float(sys.argv[1])
    program = HOME / "build/bench/bin/epoch_bench"
    out = subprocess.run(
        [program, "--benchmark_filter=^epoch/2", "--benchmark_format=json"],
        check=True, capture_output=True).stdout
    milliseconds = json.loads(out)["benchmarks"][0]["real_time"]
    return milliseconds / 1e3 * 1e6 / OURS_IMAGES


def hinges(scores, y):
    """The sum of both halves' hinges over the viable pairs, and how many pairs there are."""
    popular = scores[:, :SENSES].max(1).values
    unpopular = (-scores[:, SENSES:]).max(1).values
    gap = y[:, None] - y[None, :]
    viable = gap > 0
    margin = gap.clamp(min=1.0)
    total = 0.0
    for response in (popular, unpopular):
        total = total + ((margin - response[:, None] + response[None, :]).clamp(min=0) * viable).sum()
    return total, int(viable.sum())


def by_autograd(rows, y, order, weights):
    for first in range(0, IMAGES, BATCH):
        places = order[first:first + BATCH]
        weights.grad = None
        loss, pairs = hinges(rows[places].to(weights.dtype) @ weights.T, y[places])
        loss.float().backward()
        with torch.no_grad():
            weights.mul_(1 - RATE * DECAY).sub_(weights.grad, alpha=RATE / pairs)


@torch.no_grad()
def by_hand(rows, y, order, weights):
    signs = (1.0, -1.0)
    for first in range(0, IMAGES, BATCH):
        places = order[first:first + BATCH]
        x, t = rows[places].to(weights.dtype), y[places]
        scores = (x @ weights.T).float()
        gap = t[:, None] - t[None, :]
        viable = gap > 0
        margin = gap.clamp(min=1.0)
        pulls = torch.zeros_like(scores)
        for half, sign in enumerate(signs):
            own = slice(half * SENSES, (half + 1) * SENSES)
            best, sense = (sign * scores[:, own]).max(1)
            violated = ((margin - best[:, None] + best[None, :] > 0) & viable).float()
            pull = violated.sum(0) - violated.sum(1)
            pulls[:, own].scatter_(1, sense[:, None], sign * pull[:, None])
        pulls *= -RATE / int(viable.sum())
        weights.mul_(1 - RATE * DECAY).add_(pulls.T.to(weights.dtype) @ x)


def seconds_per_million(step, rows, y, threads):
    torch.set_num_threads(threads)
    runs = []
    for _ in range(5):
        weights = torch.randn(2 * SENSES, COLUMNS) / 64
        weights.requires_grad_(step is by_autograd)
        order = torch.randperm(IMAGES)
        begin = time.perf_counter()
        step(rows, y, order, weights)
        runs.append(time.perf_counter() - begin)
    return statistics.median(runs) * 1e6 / IMAGES


def require_openblas():
    """Debian's torch takes what libblas.so.3 is: the reference one is five times slower."""
    loaded = open("/proc/self/maps").read()
    if "openblas" not in loaded:
        sys.exit("PyTorch runs on the reference BLAS, which is no rival: "
                 "apt install libopenblas0-pthread")


def main():
    require_openblas()
    torch.manual_seed(1)
    # Rows of length 1, as the objective sees them.
    rows = torch.nn.functional.normalize(torch.randn(IMAGES, COLUMNS))
    y = torch.log1p(torch.floor(torch.exp(2 * torch.randn(IMAGES) - 1)))
    half = rows.half()
    reference = ours()
    print(f"ours, float16 rows, 2 threads: {reference:.3f} s an epoch of 1M x {COLUMNS}")
    best = {}
    for name, store in (("float16", half), ("float32", rows)):
        for threads in (2, 1):
            for step in (by_autograd, by_hand):
                seconds = seconds_per_million(step, store, y, threads)
                kind = name, threads
                best[kind] = min(best.get(kind, seconds), seconds)
                print(f"PyTorch {torch.__version__}, {name} rows, threads: {threads}, "
                      f"{step.__name__}: {seconds:.2f} s, ratio {seconds / reference:.1f}",
                      flush=True)
    for (name, threads), seconds in best.items():
        print(f"PyTorch's best on {name} rows, threads: {threads}, "
              f"ratio {seconds / reference:.1f}")
    print("load:", open("/proc/loadavg").read().strip())


if __name__ == "__main__":
    main()
