# SPDX-License-Identifier: MIT
"""One process of the benchmark: all cases of one size and thread count, in turn, round after round.

`run.py` starts it with the thread counts in the environment and reads the JSON that it prints.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
import numpy
import pandas
import polars

from . import answers, data, with_duckdb, with_fealty, with_numpy, with_pandas, with_polars

SLOW = 1.5  # seconds; what takes longer runs in the first three rounds only
LARGE = 3_000_000  # rows; above, only the fastest form of each library runs, and no pandas


@dataclass
class Case:
    name: str
    run: Callable[[], object]
    answer: Callable[[object], answers.Answer]
    inside: bool = False  # `run` returns wall and processor seconds that it measured itself
    walls: list[float] = field(default_factory=list)
    cpus: list[float] = field(default_factory=list)
    cells: int = 0

    def time(self) -> None:
        gc.collect()
        wall, cpu = time.perf_counter(), time.process_time()
        result = self.run()
        seconds = (time.perf_counter() - wall, time.process_time() - cpu)
        seconds = result if self.inside else seconds
        self.walls.append(seconds[0])
        self.cpus.append(seconds[1])

    def summary(self, work: str) -> dict:
        return {
            "work": work,
            "name": self.name,
            "ms": 1e3 * statistics.median(self.walls),
            "fastest_ms": 1e3 * min(self.walls),
            "cpu_ms": 1e3 * statistics.median(self.cpus),
            "rounds": len(self.walls),
            "cells_compared": self.cells,
        }


@dataclass
class Setting:
    table: data.Subscriptions
    threads: int
    fealty: bool

    @property
    def large(self) -> bool:
        return self.table.rows > LARGE


# The cases of each work. What is made before a `yield` is the input, ready before the clock starts.


def ledger(setting: Setting) -> Iterator[Case]:
    table, threads = setting.table, setting.threads
    frame = with_polars.dense_frame(table)
    if setting.fealty:
        yield in_cpp(setting, "C++", "mrr_ledger")
        yield in_cpp(setting, "C++ from columns", "mrr_ledger_from_columns")
        checked, answer = with_fealty.subscriptions(frame), with_fealty.ledger_answer

        def from_frame():
            return with_fealty.ledger(with_fealty.subscriptions(frame), threads)

        yield Case("fealty, Python", lambda: with_fealty.ledger(checked, threads), answer)
        yield Case("fealty, Python from a frame", from_frame, answer)
    yield Case("NumPy, sorted", lambda: with_numpy.sorted_changes(table), lambda made: made[0])
    database = with_duckdb.connect(table, threads)
    yield Case("DuckDB, delta", lambda: with_duckdb.ledger(database, "delta"), dict)
    yield Case("polars", lambda: with_polars.ledger(frame), answers.from_frame)
    if not setting.large:
        pandas_frame = with_pandas.dense_frame(table)
        yield Case("pandas", lambda: with_pandas.ledger(pandas_frame), answers.from_frame)
        yield Case("NumPy, dense", lambda: with_numpy.dense(table), dict)
        yield Case("DuckDB, delta, windows", lambda: with_duckdb.ledger(database, "delta_windows"), dict)
        yield Case("DuckDB, spine", lambda: with_duckdb.ledger(database, "spine"), dict)


def cohorts(setting: Setting) -> Iterator[Case]:
    table = setting.table
    if setting.fealty:
        checked = with_fealty.subscriptions(with_polars.dense_frame(table))
        made, _ = with_fealty.ledger(checked, setting.threads)
        yield in_cpp(setting, "C++", "cohort_table")
        yield Case("fealty, Python", lambda: with_fealty.cohorts(made), with_fealty.cohorts_answer)
    _, changes = with_numpy.sorted_changes(table)
    yield Case("NumPy, sorted", lambda: with_numpy.cohorts(changes), dict)
    database = with_duckdb.connect(table, setting.threads)
    with_duckdb.keep_changes(database)
    yield Case("DuckDB, delta", lambda: with_duckdb.cohorts(database), dict)


def frame(setting: Setting) -> Iterator[Case]:
    yield from frame_to_frame(setting, "pl", "polars", data.polars_frame(setting.table), with_polars)
    yield from frame_to_frame(setting, "df", "pandas", data.pandas_frame(setting.table), with_pandas)


def frame_to_frame(setting: Setting, kind: str, library: str, source, native) -> Iterator[Case]:
    if setting.fealty:

        def fealty():
            return with_fealty.frame_to_frame(source, kind, setting.threads)

        yield Case(f"fealty on {library}", fealty, with_fealty.frame_answer)
    database = duckdb.connect(config={"threads": setting.threads})

    def in_duckdb():
        return with_duckdb.frame_to_frame(database, source, kind)

    yield Case(f"DuckDB on {library}", in_duckdb, answers.from_frame)
    if not (setting.large and native is with_pandas):
        yield Case(f"{library} itself", lambda: native.frame_to_frame(source), answers.from_frame)


def in_cpp(setting: Setting, name: str, case: str) -> Case:
    def run():
        return with_fealty.cpp_seconds(case, setting.table, setting.threads)

    return Case(f"fealty, {name}", run, lambda _: {}, inside=True)


WORKS = {"ledger": ledger, "cohorts": cohorts, "frame": frame}


def measure(cases: list[Case], rounds: int, reference: answers.Answer) -> None:
    """One round that warms up and compares the answers, then the timed ones: each case once in each."""
    for case in cases:
        progress(f"{case.name}: the answer")
        answer = case.answer(case.run())
        case.cells = answers.compare(case.name, answer, "NumPy", reference) if answer else 0
    gc.disable()
    for number in range(rounds):
        for case in cases:
            if number < 3 or case.walls[0] < SLOW:
                progress(f"round {number + 1} of {rounds}: {case.name}")
                case.time()
    gc.enable()
    progress("")


def progress(text: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


def peak_memory(setting: Setting) -> dict:
    """Bytes a row of fealty's peak beyond what was resident: to check the table, then for (a)."""
    frame = with_polars.dense_frame(setting.table)
    small = with_fealty.subscriptions(frame.head(1000))
    with_fealty.ledger(small, setting.threads)  # what is loaded once is there now
    before = resident()
    checked = with_fealty.subscriptions(frame)
    between = resident()
    made = with_fealty.ledger(checked, setting.threads)
    after = resident()
    del made
    return {
        "table_bytes_per_row": (between["peak"] - before["now"]) / setting.table.rows,
        "ledger_bytes_per_row": (after["peak"] - between["now"]) / setting.table.rows,
    }


def resident() -> dict[str, int]:
    """Resident bytes now, and at the peak since the last call (Linux)."""
    gc.collect()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    now, peak = (1024 * int(status[name].split()[0]) for name in ("VmRSS", "VmHWM"))
    Path("/proc/self/clear_refs").write_text("5")
    return {"now": now, "peak": peak}


def machine() -> dict:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return {"processor": models[0] if models else platform.processor(), "cores": os.cpu_count()}


def versions(fealty: bool) -> dict[str, str]:
    found = {"Python": platform.python_version()}
    found |= {module.__name__: module.__version__ for module in (numpy, duckdb, polars, pandas)}
    if fealty:
        import fealty

        found["fealty"] = fealty.__version__
    return found


def main(settings: dict) -> dict:
    table = data.load(Path(settings["data"]), settings["rows"])
    setting = Setting(table, settings["threads"], settings["fealty"])
    if settings["memory"]:
        return peak_memory(setting)
    found = []
    for work in settings["works"]:
        cases = [
            case
            for case in WORKS[work](setting)
            if not settings["only"] or any(part in case.name.lower() for part in settings["only"])
        ]
        plain = work == "cohorts"
        reference = with_numpy.cohorts_dense(table) if plain else with_numpy.sorted_changes(table)[0]
        measure(cases, settings["rounds"], reference)
        found += [case.summary(work) for case in cases]
    return {"cases": found, "machine": machine(), "versions": versions(setting.fealty)}


if __name__ == "__main__":
    try:
        print(json.dumps(main(json.loads(sys.argv[1]))))
    except (answers.Disagreement, RuntimeError) as problem:
        progress("")
        sys.exit(str(problem))
