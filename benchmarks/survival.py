#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times survival beside NumPy, DuckDB, R, lifelines and scikit-survival on the same rows, and prints how much
longer the others take. Answers are compared before anything is timed; benchmarks/README.md tells the works.

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
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

# One thread for everybody; fealty has a case with all of the machine's.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import numpy as np
import polars as pl

from fealty import survival
from peers import survival_data as data
from peers import survival_with_numpy as with_numpy
from peers.turns import ONE, Case, close, show

R_PROGRAM = Path(__file__).parent / "peers/survival.R"
HAS = {name: importlib.util.find_spec(name) is not None for name in ("duckdb", "lifelines", "sksurv")}
HAS["Rscript"] = shutil.which("Rscript") is not None


def ask_r(
    work: str, columns: dict[str, np.ndarray], rounds: int
) -> tuple[list[float] | None, dict[str, float]]:
    """What R answers, and the seconds that its functions take; nothing where it is not installed."""
    if not HAS["Rscript"]:
        return None, {}
    with tempfile.TemporaryDirectory() as folder:
        for name, values in columns.items():
            kind = f"{values.dtype.kind}{values.dtype.itemsize}"
            np.ascontiguousarray(values.T).tofile(Path(folder, f"{name}.{kind}"))
        command = ["Rscript", str(R_PROGRAM), folder, str(min(rounds, 3)), work]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"R did not run: {done.stderr.strip()[-200:]}", file=sys.stderr)
        return None, {}
    found = json.loads(done.stdout)[work]
    return found.pop("answer"), {f"R, {name}": seconds[0] for name, seconds in found.items()}


def kaplan_meier(rows: int, rounds: int) -> None:
    lives = data.grouped(rows, np.random.default_rng(1))
    days, ended = lives.days, lives.ended
    table = survival.Lifetimes({"days": days, "ended": ended}, duration="days", ended="ended")
    curve = survival.kaplan_meier(table)
    cases: dict[str, Case] = {
        ONE: lambda: survival.kaplan_meier(table, threads=1),
        "fealty": lambda: survival.kaplan_meier(table),
        "NumPy": lambda: with_numpy.kaplan_meier(days, ended),
    }
    close(curve.survival, cases["NumPy"]()[curve.time.astype(int)])
    if HAS["duckdb"]:
        from peers import survival_with_duckdb as with_duckdb

        connection = with_duckdb.connect(days, ended, threads=1)
        cases["DuckDB"] = lambda: with_duckdb.kaplan_meier(connection)
        close(curve.survival, cases["DuckDB"]())
    if HAS["sksurv"]:
        from sksurv.nonparametric import kaplan_meier_estimator

        flags = ended == 1
        cases["scikit-survival"] = lambda: kaplan_meier_estimator(flags, days)
        close(curve.survival, cases["scikit-survival"]()[1])
    answer, r = ask_r("kaplan_meier", {"days": days, "ended": ended}, rounds)
    if answer:
        close(curve.survival, answer)
    show(f"Kaplan-Meier, {rows:,} lives", cases, rounds, r)


def log_rank(rows: int, rounds: int) -> None:
    lives = data.grouped(rows, np.random.default_rng(1))
    columns = {"days": lives.days, "ended": lives.ended, "group": lives.known}
    table = survival.Lifetimes(columns, duration="days", ended="ended", attributes=["group"])
    test = survival.log_rank(table, by="group")
    cases: dict[str, Case] = {
        ONE: lambda: survival.log_rank(table, by="group", threads=1),
        "fealty": lambda: survival.log_rank(table, by="group"),
        "NumPy": lambda: with_numpy.log_rank(lives.days, lives.ended, lives.known),
    }
    close(test.statistic, cases["NumPy"]())
    answer, r = ask_r("log_rank", columns, rounds)
    if answer:
        close(test.statistic, answer[0])
    show(f"Log-rank test of 5 groups, {rows:,} lives", cases, rounds, r)


def aalen_johansen(rows: int, rounds: int) -> None:
    lives = data.caused(rows, np.random.default_rng(2))
    days, cause = lives.days, lives.known
    texts = pl.Series(["none", "first", "second"]).gather(cause).cast(pl.Categorical)
    frame = pl.DataFrame({"days": days, "cause": texts})
    table = survival.Lifetimes(frame, duration="days", cause="cause", censored="none")
    curve = survival.aalen_johansen(table)
    incidence = curve.incidence.reshape(2, -1)
    cases: dict[str, Case] = {
        ONE: lambda: survival.aalen_johansen(table, threads=1),
        "fealty": lambda: survival.aalen_johansen(table),
        "NumPy, without errors": lambda: with_numpy.aalen_johansen(days, cause),
    }
    at = curve.time[: incidence.shape[1]].astype(int)
    close(incidence, cases["NumPy, without errors"]()[:, at])
    r: dict[str, float] = {}
    if rows <= 1_000_000:  # the others take minutes for more
        if HAS["sksurv"]:
            from sksurv.nonparametric import cumulative_incidence_competing_risks

            cases["scikit-survival, without errors"] = lambda: cumulative_incidence_competing_risks(
                cause, days
            )
            close(incidence, cases["scikit-survival, without errors"]()[1][1:])
        if HAS["lifelines"]:
            from lifelines import AalenJohansenFitter

            fitter = AalenJohansenFitter(calculate_variance=False, seed=1)
            name = "lifelines, one cause, without errors"
            cases[name] = lambda: fitter.fit(days, cause, 1)
            curve = cases[name]().cumulative_density_.iloc[:, 0]
            close(incidence[0, at == 900][0], curve[curve.index < 900.5].iloc[-1], 1e-3)  # ties at random
        answer, r = ask_r("aalen_johansen", {"cause_days": days, "cause": cause}, rounds)
        if answer:
            close(incidence.ravel(), answer)
    show(f"Aalen-Johansen of 2 causes, {rows:,} lives", cases, rounds, r)


def cox(rows: int, rounds: int) -> None:
    lives = data.covariates(rows, np.random.default_rng(3))
    names = [f"x{j}" for j in range(10)]
    frame = pl.DataFrame(
        {"days": lives.days, "ended": lives.ended} | dict(zip(names, lives.known.T, strict=True))
    )

    def read() -> Any:
        return survival.Lifetimes(frame, duration="days", ended="ended", attributes=names)

    table = read()
    model = survival.cox(table, covariates=names)
    columns = {"cox_days": lives.days, "cox_ended": lives.ended, "cox_x": lives.known}
    answer, r = ask_r("cox", columns, rounds)
    if answer:
        close(model.coef, answer, 1e-6)
    cases: dict[str, Case] = {
        ONE: lambda: survival.cox(table, covariates=names, threads=1),
        "fealty": lambda: survival.cox(table, covariates=names),
    }
    show(f"Cox, Efron's ties, {rows:,} lives × 10 covariates", cases, rounds, r)
    if not HAS["lifelines"]:
        return
    from lifelines import CoxPHFitter, KaplanMeierFitter

    cases = {
        "fealty, Kaplan-Meier": lambda: survival.kaplan_meier(read()),
        "lifelines, Kaplan-Meier": lambda: KaplanMeierFitter().fit(frame["days"], frame["ended"]),
    }
    curve = cases["lifelines, Kaplan-Meier"]().survival_function_["KM_estimate"]
    ours = cases["fealty, Kaplan-Meier"]()
    close(ours.survival, curve.loc[ours.time])
    show(f"From a polars frame, {rows:,} lives", cases, rounds)
    cases = {
        "fealty, Cox": lambda: survival.cox(read(), covariates=names),
        "lifelines, Cox": lambda: CoxPHFitter().fit(frame.to_pandas(), "days", "ended"),
    }
    close(model.coef, cases["lifelines, Cox"]().params_, 1e-4)  # it stops early
    show(f"From a polars frame, {rows:,} lives × 10 covariates", cases, 1)


def stretches(rows: int, rounds: int) -> None:
    lives = data.stretches(rows, np.random.default_rng(4))
    names = [f"x{j}" for j in range(5)]
    columns = {"life": lives.life, "enter": lives.enter, "leave": lives.leave, "ended": lives.ended}
    frame = pl.DataFrame(columns | dict(zip(names, lives.x.T, strict=True)))
    table = survival.Lifetimes(frame, entry="enter", duration="leave", ended="ended", attributes=names)
    model = survival.cox(table, covariates=names)
    cases: dict[str, Case] = {
        ONE: lambda: survival.cox(table, covariates=names, threads=1),
        "fealty": lambda: survival.cox(table, covariates=names),
    }
    r_columns = {"enter": lives.enter, "leave": lives.leave, "stretch_ended": lives.ended}
    answer, r = ask_r("stretches", r_columns | {"stretch_x": lives.x}, rounds)
    if answer:
        close(model.coef, answer, 1e-6)
    if HAS["lifelines"] and rows <= 100_000:  # half a minute
        from lifelines import CoxTimeVaryingFitter

        pandas = frame.to_pandas()
        roles = {"id_col": "life", "event_col": "ended", "start_col": "enter", "stop_col": "leave"}
        fitter = CoxTimeVaryingFitter()
        cases["lifelines, CoxTimeVaryingFitter"] = lambda: fitter.fit(pandas, **roles)
    show(f"Cox of stretches (start, stop], Efron's ties, {len(frame):,} × 5 covariates", cases, rounds, r)
    if "lifelines, CoxTimeVaryingFitter" in cases:
        close(model.coef, fitter.params_, 1e-4)


def concordance(rows: int, rounds: int) -> None:
    lives = data.scored(rows, np.random.default_rng(5))
    columns = {"days": lives.days, "ended": lives.ended, "score": lives.known}
    table = survival.Lifetimes(columns, duration="days", ended="ended", attributes=["score"])
    found = survival.concordance(table, score="score")
    flags = lives.ended == 1
    cases: dict[str, Case] = {"fealty": lambda: survival.concordance(table, score="score")}
    if HAS["lifelines"]:
        from lifelines.utils import concordance_index

        name = "lifelines, without error"
        cases[name] = lambda: concordance_index(lives.days, -lives.known, lives.ended)
    if HAS["sksurv"] and rows <= 10_000:  # its work grows with the square
        from sksurv.metrics import concordance_index_censored

        name = "scikit-survival, without error"
        cases[name] = lambda: concordance_index_censored(flags, lives.days, lives.known)[0]
    if rows <= 10_000:
        for name in list(cases)[1:]:
            close(found.concordance[0], cases[name]())
    r_columns = {"scored_days": lives.days, "scored_ended": lives.ended, "score": lives.known}
    answer, r = ask_r("concordance", r_columns, rounds)
    if answer:
        close([found.concordance[0], found.std_error[0]], answer)
    show(f"Concordance with its error, {rows:,} lives", cases, rounds, r)


# Works, and the parts of the rows that they are timed with.
WORKS: dict[str, tuple[Callable[[int, int], None], tuple[int, ...]]] = {
    "kaplan_meier": (kaplan_meier, (1,)),
    "log_rank": (log_rank, (1,)),
    "aalen_johansen": (aalen_johansen, (10, 1)),
    "cox": (cox, (10,)),
    "stretches": (stretches, (100, 10)),
    "concordance": (concordance, (1000, 10)),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--rows", type=lambda text: int(float(text)), default=10_000_000, help="default: 1e7")
    add("--rounds", type=int, default=5, help="default: 5; slow cases take one")
    add("--only", action="append", choices=WORKS, help="only this work; may be repeated")
    options = parser.parse_args()
    for name in (name for name, there in HAS.items() if not there):
        print(f"{name} is not installed, and left out")
    warnings.simplefilter("ignore")  # of peers
    for name in options.only or WORKS:
        work, parts = WORKS[name]
        for part in parts:
            work(options.rows // part, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
