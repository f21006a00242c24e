#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times active users by account and week beside NumPy, DuckDB, polars, pandas and data.table on the same events,
and prints how much longer the others take. Answers are compared before anything is timed.

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
from typing import Any

# One thread for everybody; fealty has a case with all of the machine's.
os.environ |= dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS"), "1"
)

import numpy as np
import pandas as pd
import polars as pl
from peers.measure import resident
from peers.turns import ONE, Case, show

from fealty import adoption
from peers import usage_data as data
from peers import usage_with_frames as with_frames
from peers import usage_with_numpy as with_numpy

R_PROGRAM = Path(__file__).parent / "peers/usage.R"
BY_WEEK: dict[str, Any] = {"by": "account", "every": "week", "window": 28}


def columns_of(events: data.Events) -> dict[str, np.ndarray]:
    """What fealty reads; a day is a date of NumPy's."""
    day = (events.day + data.FIRST_DAY).astype("datetime64[D]")
    return {"account": events.account, "user": events.user, "day": day}


def read(columns: Any) -> adoption.Usage:
    return adoption.Usage(columns, account="account", user="user", time="day")


def matrices(found: adoption.ActiveUsers) -> with_numpy.Matrices:
    """Accounts × weeks; accounts without events have no rows."""
    shape = (-1, data.WEEKS)
    return found.dau.reshape(shape), found.wau.reshape(shape), found.mau.reshape(shape)


def agree(ours: with_numpy.Matrices, theirs: with_numpy.Matrices, name: str) -> None:
    for mine, other in zip(ours, theirs, strict=True):
        if not np.array_equal(mine, other):
            raise SystemExit(f"{name} counts otherwise")


def spread(frame: Any, shape: tuple[int, ...]) -> with_numpy.Matrices:
    """Rows of accounts and weeks as matrices."""
    out = []
    for name in ("dau", "wau", "mau"):
        cells = np.zeros(shape, np.int64)
        cells[np.asarray(frame["account"]), np.asarray(frame["week"])] = np.nan_to_num(
            np.asarray(frame[name])
        )
        out.append(cells)
    return out[0], out[1], out[2]


def agree_where_told(ours: with_numpy.Matrices, found: Any, name: str) -> None:
    """Compares the cells that there are rows of; nobody was active for the first time in the others."""
    for mine, measure in zip(ours, ("dau", "wau", "mau"), strict=True):
        same = np.array_equal(mine[found["account"], found["week"]], found[measure])
        if not same or (measure != "mau" and mine.sum() != found[measure].sum()):
            raise SystemExit(f"{name} counts otherwise")


def ask_data_table(events: data.Events, rounds: int, sums: list[int]) -> dict[str, float]:
    """The seconds of data.table; nothing where R or the package is not installed."""
    if shutil.which("Rscript") is None:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("account", "user", "day"):
            getattr(events, name).astype("<i4").tofile(Path(folder, f"{name}.i4"))
        command = ["Rscript", str(R_PROGRAM), folder, str(rounds)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"data.table did not run: {done.stderr.strip()[-200:]}", file=sys.stderr)
        return {}
    numbers = [float(each) for each in done.stdout.split()]
    if [int(each) for each in numbers[:3]] != sums:
        raise SystemExit("data.table counts otherwise")
    return {"data.table": statistics.median(numbers[3:])}


def by_week(rows: int, rounds: int, shuffled: bool) -> None:
    events = data.events(rows, np.random.default_rng(1), shuffled)
    columns = columns_of(events)
    usage = read(columns)
    cases: dict[str, Case] = {
        ONE: lambda: adoption.active_users(usage, threads=1, **BY_WEEK),
        "fealty": lambda: adoption.active_users(usage, **BY_WEEK),
        "fealty, 1 thread, from columns": lambda: adoption.active_users(read(columns), threads=1, **BY_WEEK),
        "NumPy, one sort": lambda: with_numpy.sorted_days(events),
        "NumPy, unique": lambda: with_numpy.unique_days(events),
        "NumPy, dense": lambda: with_numpy.dense(events),
    }
    there = np.unique(events.account)
    ours = matrices(cases[ONE]())
    theirs = with_numpy.sorted_days(events)
    agree(ours, (theirs[0][there], theirs[1][there], theirs[2][there]), "NumPy")
    for name in ("NumPy, unique", "NumPy, dense"):
        agree(theirs, cases[name](), name)
    connection = with_frames.connect(events, threads=1)
    arrays = {"account": events.account, "user": events.user, "day": events.day}
    polars, pandas = pl.DataFrame(arrays), pd.DataFrame(arrays)
    frames: dict[str, Case] = {
        "DuckDB": lambda: with_frames.with_duckdb(connection),
        "DuckDB, changes": lambda: with_frames.with_duckdb_delta(connection),
        "polars": lambda: with_frames.with_polars(polars),
        "pandas": lambda: with_frames.with_pandas(pandas),
    }
    for name, case in frames.items():
        found = case()
        if name == "DuckDB, changes":  # has rows only where something changes
            agree_where_told(theirs, found, name)
            continue
        agree(theirs, spread(found.reset_index() if name == "pandas" else found, theirs[0].shape), name)
    sums = [int(each.sum()) for each in theirs]
    order = "shuffled" if shuffled else "in the order of time"
    title = f"Active users by account and week, {rows:,} events {order}"
    show(title, cases | frames, rounds, ask_data_table(events, rounds, sums))


def memory(rows: int) -> None:
    """Peak resident bytes an event beyond what was there, in a process of its own."""
    events = data.events(rows, np.random.default_rng(1))
    columns = columns_of(events)
    small = read({name: column[:1000] for name, column in columns.items()})
    adoption.active_users(small, threads=1, **BY_WEEK)
    before = resident()
    usage = read(columns)
    between = resident()
    found = adoption.active_users(usage, threads=1, **BY_WEEK)
    after = resident()
    print(
        f"\nPeak memory beyond its input, {rows:,} events: {(between['peak'] - before['now']) / rows:.1f} bytes an "
        f"event to read them, {(after['peak'] - between['now']) / rows:.1f} more to count, of which the result "
        f"of {len(found):,} rows is {21 * len(found) / rows:.1f}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--rows", type=lambda text: int(float(text)), default=20_000_000, help="default: 2e7")
    add("--rounds", type=int, default=5, help="default: 5; slow cases take one")
    add("--memory", action="store_true", help="only the memory")
    options = parser.parse_args()
    if options.memory:
        memory(options.rows)
        return 0
    for shuffled in (False, True):
        by_week(options.rows, options.rounds, shuffled)
    sys.stdout.flush()
    command = [sys.executable, __file__, "--memory", "--rows", str(options.rows)]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
