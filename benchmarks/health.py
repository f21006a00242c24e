#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Times scores of a card of 20 measures, with contributions, beside NumPy and DuckDB on the same measures, and prints how
much longer the others take. Answers are compared before anything is timed."""

from __future__ import annotations

import argparse
import os

# One thread for everybody; fealty has a case with all of the machine's.
os.environ |= dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

import numpy as np
from peers.turns import ONE, Case, show

from fealty import health
from peers import health_with_duckdb as with_duckdb
from peers import health_with_numpy as with_numpy


def scorecard() -> health.Scorecard:
    """The card of the peers."""
    card = with_numpy.card()
    pairs = [list(zip(x, y, strict=True)) for x, y in zip(card.values, card.points, strict=True)]
    measures = ", ".join(
        f'{{"id": "m{j}", "weight": {1 + j % 4}, "transform": {{"piecewise": {[list(p) for p in pairs[j]]}}}}}'
        for j in range(with_numpy.MEASURES)
    )
    bands = '[{"name": "red", "upper": 50}, {"name": "yellow", "upper": 75}, {"name": "green", "upper": 100}]'
    return health.Scorecard.from_json(f'{{"id": "bench", "bands": {bands}, "measures": [{measures}]}}')


def agree(ours: health.Contributions, score: np.ndarray, theirs: with_numpy.Scored, name: str) -> None:
    """Micro-points may differ by one where a product lies between two, scores by one decimal then."""
    for j in range(with_numpy.MEASURES):
        if np.abs(ours[f"m{j}"] - theirs.lines[j]).max() > 1:
            raise SystemExit(f"{name} has other contributions")
    if np.nanmax(np.abs(score - theirs.score)) > 0.0100001 or np.mean(np.abs(score - theirs.score) > 1e-9) > 1e-6:
        raise SystemExit(f"{name} has other scores")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    columns, card, ours = with_numpy.measures(options.rows), with_numpy.card(), scorecard()
    names = [f"m{j}" for j in range(with_numpy.MEASURES)]
    table = health.MeasureTable(
        {"account": np.arange(options.rows)} | dict(zip(names, columns, strict=True)), account="account", values=names
    )
    connection, text = with_duckdb.connect(columns, threads=1), with_duckdb.query(card)
    cases: dict[str, Case] = {
        ONE: lambda: health.score(ours, table, with_contributions=True, threads=1),
        "fealty": lambda: health.score(ours, table, with_contributions=True),
        "NumPy, by blocks": lambda: with_numpy.by_blocks(card, columns),
        "NumPy, by columns": lambda: with_numpy.by_columns(card, columns),
        "DuckDB": lambda: with_duckdb.score(connection, text),
    }
    scores = cases[ONE]()
    opened = health.contributions(scores)
    for name in ("NumPy, by blocks", "NumPy, by columns"):
        agree(opened, scores.score, cases[name](), name)
    found = cases["DuckDB"]()
    lines = np.stack([found[f"c{j}"] for j in range(with_numpy.MEASURES)])
    theirs = (found["coverage"], lines, found["renormalization"], found["rounding"], found["band"])
    agree(opened, scores.score, with_numpy.Scored(found["score"], *theirs), "DuckDB")
    show(f"Scores with contributions, {options.rows:,} accounts × 20 measures", cases, options.rounds)


if __name__ == "__main__":
    main()
