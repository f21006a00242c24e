#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times logistic regression beside scikit-learn, NumPy and R's glm.fit on the same rows, and prints how much longer the
others take. Coefficients are compared, to 1e-8 of a standard error, before anything is timed.

Peers take part where they are installed; those that are not are named.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

# One thread for everybody; fealty has a case with all of the machine's.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import numpy as np
from peers.turns import ONE, Case, show

from fealty import health

R_PROGRAM = Path(__file__).parent / "peers/logistic.R"


def rows(count: int, features: int) -> tuple[np.ndarray, np.ndarray]:
    """Numbers and, of half of the features, flags; about a third has the outcome."""
    random = np.random.default_rng(1)
    x = random.standard_normal((count, features))
    x[:, features // 2 :] = x[:, features // 2 :] > 0.5
    effects = random.normal(0, 0.4, features)
    return x, (random.random(count) < 1 / (1 + np.exp(1 - x @ effects))).astype(np.uint8)


def with_numpy(x: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Iteratively reweighted least squares, until a step is short."""
    design = np.column_stack([np.ones(len(x)), x])
    coef = np.zeros(design.shape[1])
    while True:
        chance = 1 / (1 + np.exp(-(design @ coef)))
        information = design.T @ (design * (chance * (1 - chance))[:, None])
        score = design.T @ (outcome - chance)
        move = np.linalg.solve(information, score)
        coef += move
        if move @ score < 1e-18:
            return coef


def with_sklearn(solver: str, tolerance: float, x: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    from sklearn.linear_model import LogisticRegression

    model = LogisticRegression(C=np.inf, solver=solver, tol=tolerance, max_iter=1000).fit(x, outcome)
    return np.append(model.intercept_, model.coef_)


def ask_r(x: np.ndarray, outcome: np.ndarray, rounds: int) -> tuple[np.ndarray, dict[str, float]]:
    """The coefficients and seconds of R; nothing where it is not installed."""
    if shutil.which("Rscript") is None:
        return np.empty(0), {}
    with tempfile.TemporaryDirectory() as folder:
        np.asfortranarray(x).T.tofile(Path(folder, "x.f8"))
        outcome.astype("<f8").tofile(Path(folder, "outcome.f8"))
        command = ["Rscript", str(R_PROGRAM), folder, str(len(x)), str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"R did not run: {done.stderr.strip()[-200:]}", file=sys.stderr)
        return np.empty(0), {}
    numbers = np.array(done.stdout.split(), float)
    return numbers[:-rounds], {"R, glm.fit": statistics.median(numbers[-rounds:])}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--rows", type=lambda text: int(float(text)), default=1_000_000, help="default: 1e6")
    add("--features", type=int, default=20, help="default: 20")
    add("--rounds", type=int, default=5, help="default: 5; slow cases take one")
    options = parser.parse_args()
    x, outcome = rows(options.rows, options.features)
    names = [f"x{j}" for j in range(options.features)]
    table = {"outcome": outcome} | {name: np.ascontiguousarray(x[:, j]) for j, name in enumerate(names)}
    examples = health.Examples(table, outcome="outcome", attributes=names)
    cases: dict[str, Case] = {
        ONE: lambda: health.logistic(examples, features=names, threads=1),
        "fealty": lambda: health.logistic(examples, features=names),
        "NumPy": lambda: with_numpy(x, outcome),
    }
    try:
        import sklearn  # noqa: F401

        cases["scikit-learn, newton-cholesky"] = lambda: with_sklearn("newton-cholesky", 1e-10, x, outcome)
        cases["scikit-learn, lbfgs"] = lambda: with_sklearn("lbfgs", 1e-10, x, outcome)
    except ImportError:
        print("scikit-learn is not installed", file=sys.stderr)
    ours = cases[ONE]()
    found, seconds = ask_r(x, outcome, options.rounds)
    answers = {name: case() for name, case in cases.items() if not name.startswith("fealty")}
    for name, coef in (answers | ({"R": found} if seconds else {})).items():
        apart = np.max(np.abs(coef - ours.coef) / ours.std_error)
        print(f"{name}: {apart:.1e} standard errors apart")
        if apart > (1e-8 if "lbfgs" not in name else 1e-3):  # which stops where its line search does
            raise SystemExit(f"{name} finds other coefficients")
    show(f"Logistic regression, {options.rows:,} rows, {options.features} features", cases, options.rounds, seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
