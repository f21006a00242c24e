# SPDX-License-Identifier: MIT
"""Cases that take turns, and a table of how much longer than the first the others take."""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np

ONE = "fealty, 1 thread"
SLOW = 5.0  # seconds

Case = Callable[[], Any]


def close(ours: Any, theirs: Any, tolerance: float = 1e-9) -> None:
    np.testing.assert_allclose(np.asarray(ours), np.asarray(theirs), rtol=tolerance, atol=1e-9)


def show(
    title: str,
    cases: dict[str, Case],
    rounds: int,
    others: dict[str, float] | None = None,
    clock: Callable[[], float] = time.perf_counter,
) -> None:
    """Times the cases in turns, after a call of each that is not timed; one that is slow is called once."""
    times: dict[str, list[float]] = {}

    def run(name: str) -> float:
        gc.collect()
        begin = clock()
        cases[name]()
        return clock() - begin

    for name in cases:
        first = run(name)
        times[name] = [first] if first > SLOW else []
    quick = [name for name, all_ in times.items() if not all_]
    for _ in range(rounds):
        for name in quick:
            times[name].append(run(name))
    medians = {name: statistics.median(all_) for name, all_ in times.items()} | (others or {})
    ours = next(iter(medians))
    print(f"\n{title}\n\n| | ms | ÷ {ours} |\n|---|--:|--:|")
    for name, seconds in medians.items():
        print(f"| {name} | {1e3 * seconds:,.1f} | {seconds / medians[ours]:,.1f} |")
    sys.stdout.flush()
