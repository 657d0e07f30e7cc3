#!/usr/bin/env python3
"""The word lists of words_bench by scikit-learn (Debian: python3-sklearn), of all words, and how much longer it takes.

    tests/bench/tfidf_rival.py
"""
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path

from sklearn.feature_extraction.text import TfidfVectorizer

HOME = Path(__file__).resolve().parents[2]
CAPTIONS = 10_000

with tempfile.TemporaryDirectory() as folder:
    file = Path(folder) / "captions.txt"
    printed = subprocess.run(
        [HOME / "build/bench/bin/words_bench", "--benchmark_format=json"],
        env={**os.environ, "SENSESCOPE_CAPTIONS": str(file)}, check=True, capture_output=True, text=True)
    lines = file.read_text().splitlines()
ours = {run["name"].split("/")[0]: run["real_time"] / 1000 for run in json.loads(printed.stdout)["benchmarks"]}

documents = [" ".join(lines[i:i + CAPTIONS]) for i in range(0, len(lines), CAPTIONS)]
begun = time.perf_counter()
weights = TfidfVectorizer().fit_transform(documents)
theirs = time.perf_counter() - begun
print(f"ours, nouns:        {ours['wordListsOfNouns']:.2f} s for {len(lines)} captions")
print(f"ours, all words:    {ours['wordListsOfAllWords']:.2f} s")
print(f"scikit-learn, all:  {theirs:.2f} s, {theirs / ours['wordListsOfAllWords']:.1f} times ours, {weights.shape[1]} words")
