#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times the area under the ROC curve with DeLong's error beside NumPy, DuckDB, scikit-learn and R's pROC on
the same rows, and prints how much longer the others take. Answers are compared before anything is timed.

Peers take part where they are installed; those that are not are named.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# One thread for everybody.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import numpy as np

from fealty import health
from peers import discrimination_with_numpy as with_numpy
from peers.turns import Case, close, show

R_PROGRAM = Path(__file__).parent / "peers/discrimination.R"
HAS = {name: importlib.util.find_spec(name) is not None for name in ("duckdb", "sklearn")}
HAS["Rscript"] = shutil.which("Rscript") is not None


def scored(rows: int, hundredths: bool) -> tuple[np.ndarray, np.ndarray]:
    """A tenth has the outcome, with normal scores that are 1 higher; or in hundredths, as of a scorecard."""
    random = np.random.default_rng(1)
    outcome = (random.random(rows) < 0.1).astype(np.uint8)
    score = random.normal(size=rows) + outcome
    return (np.round(50 + 10 * score, 2) if hundredths else score), outcome


def ask_r(score: np.ndarray, outcome: np.ndarray, rounds: int) -> tuple[list[float] | None, dict[str, float]]:
    """What pROC answers, and the seconds that it takes; nothing where it is not installed."""
    if not HAS["Rscript"]:
        return None, {}
    with tempfile.TemporaryDirectory() as folder:
        score.tofile(Path(folder, "score.f8"))
        outcome.tofile(Path(folder, "outcome.u1"))
        command = ["Rscript", str(R_PROGRAM), folder, str(min(rounds, 3))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"R did not run: {done.stderr.strip()[-200:]}", file=sys.stderr)
        return None, {}
    found = json.loads(done.stdout)
    return found["answer"], {"R, pROC": found["seconds"]}


def roc_auc(rows: int, rounds: int, hundredths: bool, cpu: bool) -> None:
    score, outcome = scored(rows, hundredths)
    table = health.Examples({"score": score, "outcome": outcome}, outcome="outcome", attributes=["score"])
    found = health.roc_auc(table)
    ours = [found.auc[0], found.std_error[0]]
    cases: dict[str, Case] = {
        "fealty": lambda: health.roc_auc(table),
        "NumPy": lambda: with_numpy.delong(score, outcome),
        "NumPy, argsort, without error": lambda: with_numpy.area(score, outcome),
    }
    close(ours, cases["NumPy"]())
    close(ours[0], cases["NumPy, argsort, without error"]())
    if HAS["duckdb"]:
        from peers import discrimination_with_duckdb as with_duckdb

        connection = with_duckdb.connect(score, outcome, threads=1)
        cases["DuckDB, without error"] = lambda: with_duckdb.area(connection)
        cases["DuckDB, ranks, without error"] = lambda: with_duckdb.area_by_ranks(connection)
        close(ours[0], cases["DuckDB, without error"]())
        close(ours[0], cases["DuckDB, ranks, without error"]())
    if HAS["sklearn"]:
        from sklearn.metrics import roc_auc_score

        cases["scikit-learn, without error"] = lambda: roc_auc_score(outcome, score)
        close(ours[0], cases["scikit-learn, without error"]())
    answer, r = ask_r(score, outcome, rounds)
    if answer:
        close(ours, answer)
    kind = "in hundredths" if hundredths else "without ties"
    clock = time.process_time if cpu else time.perf_counter
    show(f"Area under the ROC curve with DeLong's error, {rows:,} scores {kind}", cases, rounds, r, clock)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--rows", type=lambda text: int(float(text)), default=1_000_000, help="default: 1e6")
    add("--rounds", type=int, default=7, help="default: 7; slow cases take one")
    add("--cpu", action="store_true", help="processor time: for a machine with other work")
    options = parser.parse_args()
    for name in (name for name, there in HAS.items() if not there):
        print(f"{name} is not installed, and left out")
    for hundredths in (False, True):
        roc_auc(options.rows, options.rounds, hundredths, options.cpu)
    return 0


if __name__ == "__main__":
    sys.exit(main())
