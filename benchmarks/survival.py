#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times survival curves, the log-rank test and proportional hazards beside NumPy, R and lifelines, on the same
rows, in turns, and prints how much longer the others take. Answers are compared before anything is timed.

R (with its package survival) and lifelines take part where they are installed.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from fealty import survival

R_PROGRAM = r"""
suppressMessages(library(survival))
args <- commandArgs(TRUE); folder <- args[1]; rounds <- as.integer(args[2])
column <- function(name, what, size) {
  file <- file.path(folder, name); readBin(file, what, file.size(file) / size, size = size)
}
days <- column("days", "integer", 4); ended <- column("ended", "integer", 1); group <- column("group", "integer", 4)
small <- column("cox_days", "integer", 4); status <- column("cox_ended", "integer", 1)
x <- matrix(column("x", "double", 8), length(small)); colnames(x) <- paste0("x", seq_len(ncol(x)))
frame <- data.frame(small, status, x)
timed <- function(f) median(replicate(rounds, { gc(FALSE); system.time(f())[["elapsed"]] }))
y <- Surv(small, status)
fit <- coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, FALSE)
names <- paste0("x", seq_len(ncol(x)), collapse = "+")
model <- as.formula(paste("Surv(small, status) ~", names))
cat(sprintf('{"coef": [%s], "survfit": %.6f, "survdiff": %.6f, "coxph.fit": %.6f, "coxph": %.6f}',
  paste(format(fit$coefficients, digits = 15), collapse = ","),
  timed(function() survfit(Surv(days, ended) ~ 1)), timed(function() survdiff(Surv(days, ended) ~ group)),
  timed(function() coxph.fit(x, y, NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, FALSE)),
  timed(function() coxph(model, frame))))
"""


def lives(rows: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weibull lives of five groups with hazard ratios, seen for a uniform time."""
    group = random.integers(0, 5, rows).astype(np.int32)
    ratio = np.array([1, 1.2, 0.8, 1.5, 1.0])[group]
    life = np.ceil(900 * (random.exponential(size=rows) / ratio) ** 1.25)
    seen = np.ceil(1825 * random.random(rows))
    return np.minimum(life, seen).astype(np.int32), (life <= seen).astype(np.uint8), group


def covariates(rows: int, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ten covariates, normal ones and flags, and lives whose hazards depend on them."""
    x = random.normal(size=(rows, 10))
    x[:, 5:] = x[:, 5:] > 0.3
    predictor = x @ np.array([0.3, -0.2, 0.1, 0, 0.05, 0.4, -0.3, 0.2, 0.1, -0.15])
    life = np.ceil(900 * (random.exponential(size=rows) / np.exp(predictor)) ** 1.25)
    seen = np.ceil(1825 * random.random(rows))
    return np.minimum(life, seen).astype(np.int32), (life <= seen).astype(np.uint8), x


def numpy_kaplan_meier(days: np.ndarray, ended: np.ndarray) -> np.ndarray:
    """One pass: days and outcomes packed into one number."""
    counts = np.bincount(2 * days + ended).astype(np.float64)
    counts = np.append(counts, 0.0) if counts.size % 2 else counts
    left, gone = counts[0::2], counts[1::2]
    at_risk = np.cumsum((left + gone)[::-1])[::-1]
    return np.cumprod(1 - gone / np.maximum(at_risk, 1))


def numpy_log_rank(days: np.ndarray, ended: np.ndarray, group: np.ndarray) -> float:
    size = int(days.max()) + 1
    counts = np.bincount((group * size + days) * 2 + ended, minlength=10 * size).reshape(5, size, 2)
    gone = counts[:, :, 1].astype(np.float64)
    at_risk = np.cumsum(counts.sum(axis=2)[:, ::-1], axis=1)[:, ::-1].astype(np.float64)
    d, n = gone.sum(axis=0), at_risk.sum(axis=0)
    some = d > 0
    d, n, gone, at_risk = d[some], n[some], gone[:, some], at_risk[:, some]
    u = (gone - at_risk * d / n).sum(axis=1)[:4]
    factor = d * (n - d) / np.maximum(n - 1, 1) / n**2
    v = np.diag((factor * at_risk * n).sum(axis=1)) - (at_risk * factor) @ at_risk.T
    return float(u @ np.linalg.solve(v[:4, :4], u))


def in_turns(cases: dict[str, Callable[[], Any]], rounds: int) -> dict[str, float]:
    """Medians in seconds; the first call of each is not timed."""
    for run in cases.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(rounds):
        for name, run in cases.items():
            gc.collect()
            begin = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - begin)
    return {name: statistics.median(all_) for name, all_ in times.items()}


def run_r(columns: dict[str, np.ndarray], rounds: int) -> dict[str, Any]:
    """What R takes; nothing where it is not installed."""
    if shutil.which("Rscript") is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        for name, values in columns.items():
            values.tofile(Path(folder, name))
        Path(folder, "run.R").write_text(R_PROGRAM, encoding="utf-8")
        command = ["Rscript", str(Path(folder, "run.R")), folder, str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"R did not run: {done.stderr.strip()[-200:]}", file=sys.stderr)
        return {}
    return dict(json.loads(done.stdout))


def show(title: str, ours: str, times: dict[str, float]) -> None:
    print(f"\n{title}\n\n| | ms | × |\n|---|--:|--:|")
    for name, seconds in times.items():
        print(f"| {name} | {1e3 * seconds:,.1f} | {seconds / times[ours]:,.1f} |")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=lambda text: int(float(text)), default=10_000_000, help="default: 1e7")
    parser.add_argument("--rounds", type=int, default=5, help="default: 5")
    options = parser.parse_args()
    random = np.random.default_rng(1)
    days, ended, group = lives(options.rows, random)
    cox_days, cox_ended, x = covariates(options.rows // 10, random)
    names = [f"x{j}" for j in range(10)]
    table = {"days": days, "ended": ended, "group": group}
    many = survival.Lifetimes(table, duration="days", ended="ended", attributes=["group"])
    frame = pl.DataFrame({"days": cox_days, "ended": cox_ended} | {name: x[:, j] for j, name in enumerate(names)})

    def read() -> Any:
        return survival.Lifetimes(frame, duration="days", ended="ended", attributes=names)

    few = read()
    curve, test = survival.kaplan_meier(many), survival.log_rank(many, by="group")
    model = survival.cox(few, covariates=names)
    np.testing.assert_allclose(curve.survival, numpy_kaplan_meier(days, ended)[curve.time.astype(int)], rtol=1e-11)
    np.testing.assert_allclose(test.statistic, numpy_log_rank(days, ended, group), rtol=1e-9)

    columns = {"days": days, "ended": ended, "group": group, "cox_days": cox_days, "cox_ended": cox_ended, "x": x.T}
    r = run_r({name: np.ascontiguousarray(values) for name, values in columns.items()}, min(options.rounds, 3))
    if r:
        np.testing.assert_allclose(model.coef, r["coef"], rtol=1e-6, atol=1e-9)

    curves = in_turns(
        {
            "fealty, 1 thread": lambda: survival.kaplan_meier(many, threads=1),
            "fealty": lambda: survival.kaplan_meier(many),
            "NumPy": lambda: numpy_kaplan_meier(days, ended),
        },
        options.rounds,
    )
    tests = in_turns(
        {
            "fealty, 1 thread": lambda: survival.log_rank(many, by="group", threads=1),
            "fealty": lambda: survival.log_rank(many, by="group"),
            "NumPy": lambda: numpy_log_rank(days, ended, group),
        },
        options.rounds,
    )
    models = in_turns(
        {
            "fealty, 1 thread": lambda: survival.cox(few, covariates=names, threads=1),
            "fealty": lambda: survival.cox(few, covariates=names),
        },
        options.rounds,
    )
    if r:
        curves["R, survfit"], tests["R, survdiff"] = r["survfit"], r["survdiff"]
        models |= {"R, coxph.fit": r["coxph.fit"], "R, coxph": r["coxph"]}
    show(f"Kaplan-Meier, {options.rows:,} lives", "fealty, 1 thread", curves)
    show(f"Log-rank test of 5 groups, {options.rows:,} lives", "fealty, 1 thread", tests)
    show(f"Cox, Efron's ties, {len(few):,} lives × 10 covariates", "fealty", models)
    if importlib.util.find_spec("lifelines") is None:
        return 0
    from lifelines import CoxPHFitter, KaplanMeierFitter

    show(
        f"From a polars frame, {len(few):,} lives",
        "fealty, Kaplan-Meier",
        in_turns(
            {
                "fealty, Kaplan-Meier": lambda: survival.kaplan_meier(read()),
                "lifelines, Kaplan-Meier": lambda: KaplanMeierFitter().fit(frame["days"], frame["ended"]),
            },
            options.rounds,
        ),
    )
    show(
        f"From a polars frame, {len(few):,} lives × 10 covariates",
        "fealty, Cox",
        in_turns(
            {
                "fealty, Cox": lambda: survival.cox(read(), covariates=names),
                "lifelines, Cox": lambda: CoxPHFitter().fit(frame.to_pandas(), "days", "ended"),
            },
            1,
        ),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
