# SPDX-License-Identifier: MIT
"""Scores of a card of piecewise measures in DuckDB: one query over a wide table, contributions in micro-points."""

from __future__ import annotations

import duckdb
import numpy as np

from peers.health_with_numpy import MEASURES, Card


def connect(columns: list[np.ndarray], threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory database that holds the measures, null where one is missing."""
    connection = duckdb.connect(config={"threads": threads})
    connection.register("columns", {f"m{j}": column for j, column in enumerate(columns)})
    nulls = ", ".join(f"case when isnan(m{j}) then null else m{j} end as m{j}" for j in range(MEASURES))
    connection.execute(f"create table measures as select {nulls} from columns")
    connection.unregister("columns")
    return connection


def _points(card: Card, j: int) -> str:
    x, y = card.values[j], card.points[j]
    pieces = " ".join(
        f"when m{j} < {x[k + 1]} then {y[k]} + (m{j} - {x[k]}) * {(y[k + 1] - y[k]) / (x[k + 1] - x[k])!r}"
        for k in range(3)
    )
    return f"case when m{j} is null then 0.0 when m{j} <= {x[0]} then {y[0]} {pieces} else {y[3]} end"


def query(card: Card) -> str:
    lines = ", ".join(f"{_points(card, j)} * {float(card.share[j] * 1e6)!r} as p{j}" for j in range(MEASURES))
    seen = " + ".join(f"case when m{j} is null then 0.0 else {float(card.share[j])!r} end" for j in range(MEASURES))
    nominal = " + ".join(f"p{j}" for j in range(MEASURES))
    rounded = ", ".join(f"round_even(p{j}, 0)::int as c{j}" for j in range(MEASURES))
    total = " + ".join(f"c{j}" for j in range(MEASURES))
    kept = ", ".join(f"c{j}" for j in range(MEASURES))
    return f"""
        with points as (select {lines}, {seen} as coverage from measures),
          means as (select {rounded}, coverage, {nominal} as nominal, ({nominal}) / coverage as mean from points),
          shown as (
            select *, round_even(round_even(mean, 0) / 1e4, 0) * 1e4 as micro,
              round_even(mean - nominal, 0) as moved from means)
        select micro / 1e6 as score, coverage, {kept}, moved::bigint as renormalization,
          (micro - moved - ({total}))::bigint as rounding,
          case when micro <= 50e6 then 0 when micro <= 75e6 then 1 else 2 end as band from shown"""


def score(connection: duckdb.DuckDBPyConnection, text: str) -> dict[str, np.ndarray]:
    return connection.execute(text).fetchnumpy()
