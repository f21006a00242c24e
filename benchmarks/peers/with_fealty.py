# SPDX-License-Identifier: MIT
"""fealty's side: all that the benchmarks know of its interface is in this file.

C++ runs in a process of its own, the Google Benchmark executable, once a round; FEALTY_BENCH_DATA tells it
where the raw columns are. The wheel is made of the same headers, and its answers are compared.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import numpy as np

from .answers import COHORTS, KINDS, LEDGER, WINDOW
from .data import AS_OF, MONTHS, Subscriptions

ROOT = Path(__file__).resolve().parents[2]
EXECUTABLE = ROOT / "build/release/benchmarks/fealty_revenue_bench"
RETENTION = ("base", "retained", "gross_retained")


def cpp_seconds(case: str, table: Subscriptions, threads: int) -> tuple[float, float]:
    """Wall and processor seconds of a case of benchmarks/revenue_bench.cpp, as it measures them."""
    command = [EXECUTABLE, f"--benchmark_filter=^{case}/{threads}/", "--benchmark_format=json"]
    environment = os.environ | {"FEALTY_BENCH_DATA": str(table.folder)}
    command.append("--benchmark_min_time=0.2")
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    runs = json.loads(done.stdout)["benchmarks"] if done.returncode == 0 and done.stdout.strip() else []
    if not runs:
        raise RuntimeError(f"{EXECUTABLE.name}: {case}/{threads}: {done.stderr.strip() or 'no such case'}")
    unit = {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1.0}[runs[0]["time_unit"]]
    return runs[0]["real_time"] * unit, runs[0]["cpu_time"] * unit


def subscriptions(dense_frame):
    """The validated table of a frame with dense ids."""
    import fealty as ft

    return ft.revenue.Subscriptions(
        dense_frame,
        account="account",
        start="start_date",
        end="end_date",
        mrr_minor="mrr_minor",
        currency="USD",
    )


def ledger(subscriptions, threads: int):
    """Work (a): the ledger and its retention."""
    import fealty as ft

    made = ft.revenue.mrr_ledger(subscriptions, as_of=AS_OF, threads=threads)
    return made, ft.retention.revenue_retention(made, window=WINDOW)


def ledger_answer(result) -> dict[str, np.ndarray]:
    made, retention = result
    of_retention = {f"{name}_minor" for name in RETENTION}
    columns = {name: getattr(retention if name in of_retention else made.periods, name) for name in LEDGER}
    return {name: _from_first_month(np.asarray(column)) for name, column in columns.items()}


def cohorts(ledger):
    """Work (b)."""
    import fealty as ft

    return ft.retention.cohort_table(ledger)


def cohorts_answer(table) -> dict[str, np.ndarray]:
    cohort = (table.cohort.astype("datetime64[M]") - np.datetime64("2020-01", "M")).astype(np.int64)
    triangle = {}
    for name, cells in zip(COHORTS, (table.accounts, table.net_minor, table.gross_minor), strict=True):
        triangle[name] = np.zeros((MONTHS, MONTHS), np.int64)
        triangle[name][cohort, table.age] = cells
    return triangle


def frame_to_frame(frame, kind: str, threads: int):
    """Work (a) from a polars (`kind="pl"`) or pandas (`"df"`) frame with string ids to one frame."""
    import fealty as ft

    table = ft.revenue.Subscriptions(
        frame, account="account_id", start="start_date", end="end_date", mrr="mrr_amount", currency="USD"
    )
    made, retention = ledger(table, threads)
    columns = ["period", *RETENTION]
    if kind == "df":
        return made.periods.to_pandas().merge(retention.to_pandas()[columns], on="period", how="left")
    return made.periods.to_polars().join(retention.to_polars().select(columns), on="period", how="left")


def frame_answer(frame) -> dict[str, np.ndarray]:
    """The frame's money is in major units; all sums are far below 2^53 cents."""
    answer = {f"{kind}_accounts": np.asarray(frame[f"{kind}_accounts"]).astype(np.int64) for kind in KINDS}
    for name in (*KINDS, *RETENTION):
        major = np.nan_to_num(np.asarray(frame[name]).astype(float))
        answer[f"{name}_minor"] = np.rint(major * 100).astype(np.int64)
    return answer


def _from_first_month(column: np.ndarray) -> np.ndarray:
    return np.concatenate((np.zeros(MONTHS - len(column), np.int64), column))
