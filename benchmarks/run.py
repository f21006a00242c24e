#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times fealty and what a user would pick instead, side by side, and prints how much longer the others take.

Every answer is compared with NumPy's, integer by integer, before anything is timed; the first cell that
differs stops the run. benchmarks/README.md tells the method.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

from peers.with_fealty import EXECUTABLE

BENCHMARKS = Path(__file__).resolve().parent
DATA = BENCHMARKS.parent / "build/benchmarks"
WORKS = {
    "ledger": "Ledger with trailing-12 NRR and GRR, dense ids",
    "cohorts": "Cohort triangle, on top of the ledger",
    "frame": "Ledger and retention from a dataframe with string ids to a dataframe",
}
THREAD_VARIABLES = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "POLARS_MAX_THREADS")
THREADED = ("fealty", "DuckDB", "polars")


def parse(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/bench", description=__doc__)
    add = parser.add_argument
    add("--rows", type=numbers, default=[1_000_000, 10_000_000], help="default: 1000000,10000000")
    add("--threads", type=numbers, default=[1, 2], help="default: 1,2")
    only = f"only this work ({', '.join(WORKS)}), or cases with this in their name; may be repeated"
    add("--only", action="append", default=[], metavar="NAME", help=only)
    add("--rounds", type=int, default=7, help="default: 7; slow cases and large tables take 3")
    add("--quick", action="store_true", help="100,000 rows in 3 rounds: shows that everything runs")
    add("--cpu", action="store_true", help="one thread, and processor time: for a machine with other work")
    add("--peers-only", action="store_true", help="without fealty")
    add("--data", type=Path, default=DATA, metavar="FOLDER", help="where the data is kept")
    add("--json", type=Path, metavar="FILE", help="also writes all numbers to FILE")
    options = parser.parse_args(arguments)
    if options.quick:
        options.rows, options.rounds = [100_000], 3
    if options.cpu:
        options.threads = [1]
    if options.rounds < 1:
        parser.error("--rounds must be 1 or more")
    return options


def numbers(text: str) -> list[int]:
    values = [int(float(part)) for part in text.split(",")]
    if min(values) < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return values


def main() -> int:
    options = parse()
    missing = None if options.peers_only else missing_fealty()
    if missing:
        sys.exit(f"{missing}\nRun tools/bench, which builds it, or give --peers-only.")
    works = [work for work in WORKS if work in options.only] or list(WORKS)
    only = [name.lower() for name in options.only if name not in WORKS]
    load_before = os.getloadavg()[0]
    runs = []
    for rows in options.rows:
        rounds = options.rounds if rows <= 3_000_000 else min(options.rounds, 3)
        for threads in options.threads:
            settings = {"rows": rows, "threads": threads, "works": works, "only": only, "rounds": rounds}
            run = child(options, settings)
            if not runs:
                print(describe(run, load_before))
            if options.cpu:
                run["cases"] = [case | {"ms": case["cpu_ms"]} for case in run["cases"]]
            runs.append({"rows": rows, "threads": threads, **run})
            for work in works:
                print_table(work, runs[-1])
    print_growth(runs, "rows", "threads", "More rows")
    print_growth(runs, "threads", "rows", "More threads")
    memory = None
    if not options.peers_only and not only and "ledger" in works:
        memory = child(options, {"rows": options.rows[0], "threads": 1, "memory": True})
        print_memory(memory, options.rows[0])
    if options.json:
        everything = {"load_before": load_before, "runs": runs, "memory": memory}
        options.json.write_text(json.dumps(everything, indent=1) + "\n")
    return 0


def missing_fealty() -> str | None:
    if importlib.util.find_spec("fealty") is None:
        return "The Python package fealty is not installed."
    return None if EXECUTABLE.exists() else f"There is no {EXECUTABLE.relative_to(BENCHMARKS.parent)}."


def child(options: argparse.Namespace, settings: dict) -> dict:
    """A process of its own for each size and thread count: some libraries read theirs only once."""
    defaults = {"data": str(options.data.resolve()), "fealty": not options.peers_only, "memory": False}
    environment = os.environ | dict.fromkeys(THREAD_VARIABLES, str(settings["threads"]))
    command = [sys.executable, "-m", "peers.measure", json.dumps(defaults | settings)]
    done = subprocess.run(command, cwd=BENCHMARKS, env=environment, stdout=subprocess.PIPE, text=True)
    if done.returncode != 0:
        sys.exit(done.returncode)
    return json.loads(done.stdout)


def describe(run: dict, load: float) -> str:
    libraries = ", ".join(f"{name} {version}" for name, version in run["versions"].items())
    machine = run["machine"]
    return f"{machine['processor']}, {machine['cores']} cores, load before the start {load:.2f}; {libraries}"


def print_table(work: str, run: dict) -> None:
    cases = [case for case in run["cases"] if case["work"] == work]
    if not cases:
        return
    plural = "s" if run["threads"] > 1 else ""
    print(f"\n{WORKS[work]}: {run['rows']:,} rows, {run['threads']} thread{plural}\n")
    bases = [case for case in cases if case["name"].startswith("fealty")]
    lines = [[case["name"], f"{case['ms']:,.1f}", *(ratio(case, base) for base in bases)] for case in cases]
    print_markdown(["", "ms", *(f"÷ {base['name']}" for base in bases)], lines)
    wall, cpu = sum(case["ms"] for case in cases), sum(case["cpu_ms"] for case in cases)
    if run["threads"] == 1 and wall > 1.1 * cpu:
        print(f"\nThe machine was busy: the clock ran {wall / cpu:.2f} times as long as the processor.")


def ratio(case: dict, base: dict) -> str:
    """A peer's time over fealty's; on dataframes only where both read the same frame."""
    library = base["name"].partition(" on ")[2]
    if case["name"].startswith("fealty") or library not in case["name"]:
        return ""
    return f"{case['ms'] / base['ms']:.1f}"


def print_growth(runs: list[dict], varied: str, fixed: str, title: str) -> None:
    """The same case at the smallest and at the largest value of `varied`."""
    lines = []
    for value in sorted({run[fixed] for run in runs}):
        of_value = sorted((run for run in runs if run[fixed] == value), key=lambda run: run[varied])
        few, many = of_value[0], of_value[-1]
        later = {(case["work"], case["name"]): case["ms"] for case in many["cases"]}
        for case in few["cases"] if few is not many else []:
            name, first = (case["work"], case["name"]), case["ms"]
            if name in later and (varied != "threads" or case["name"].startswith(THREADED)):
                last = later[name]
                times = last / first if varied == "rows" else first / last
                lines.append([": ".join(name), f"{value:,}", f"{first:,.1f}", f"{last:,.1f}", f"{times:.2f}"])
    if lines:
        print(f"\n{title}\n")
        low, high = (f"ms, {choose(run[varied] for run in runs):,} {varied}" for choose in (min, max))
        print_markdown(["", fixed, low, high, "times slower" if varied == "rows" else "times faster"], lines)


def print_memory(memory: dict, rows: int) -> None:
    table, ledger = memory["table_bytes_per_row"], memory["ledger_bytes_per_row"]
    print(f"\nPeak memory of fealty beyond its input at {rows:,} rows: {table:.1f} bytes a row to check the")
    print(f"table, {ledger:.1f} more for the ledger and its retention.")


def print_markdown(header: list[str], lines: list[list[str]]) -> None:
    widths = [max(3, *(len(line[column]) for line in [header, *lines])) for column in range(len(header))]

    def print_row(cells: list[str]) -> None:
        right = [cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True)]
        print("| " + " | ".join([cells[0].ljust(widths[0]), *right]) + " |", flush=True)

    print_row(header)
    print("|" + "|".join(["-" * (widths[0] + 2), *("-" * (width + 1) + ":" for width in widths[1:])]) + "|")
    for line in lines:
        print_row(line)


if __name__ == "__main__":
    sys.exit(main())
