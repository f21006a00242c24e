# SPDX-License-Identifier: MIT
"""The area under the ROC curve in DuckDB SQL: rows by score, then a running sum over the scores."""

from __future__ import annotations

import duckdb
import numpy as np

_CELLS = """
    with cells as (
        select score, sum(outcome)::bigint as happened, count(*) as rows from scored group by score),
      running as (select happened, rows - happened as others,
                         sum(rows - happened) over (order by score rows unbounded preceding) as up_to
                  from cells)
    select sum(happened * (up_to - others / 2)) / (sum(happened) * sum(others)) from running"""
_RANKS = """
    with ranked as (select outcome, rank() over (order by score) as first,
                           count(*) over (partition by score) as tied from scored),
      sums as (select sum(first + (tied - 1) / 2) filter (outcome = 1) as ranks,
                      sum(outcome)::bigint as happened, count(*) as rows from ranked)
    select (ranks - happened * (happened + 1) / 2) / (happened * (rows - happened)) from sums"""


def connect(score: np.ndarray, outcome: np.ndarray, threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory database that holds `scored`."""
    connection = duckdb.connect(config={"threads": threads})
    connection.register("columns", {"score": score, "outcome": outcome})
    connection.execute("create table scored as select * from columns")
    connection.unregister("columns")
    return connection


def area(connection: duckdb.DuckDBPyConnection) -> float:
    return connection.execute(_CELLS).fetchone()[0]


def area_by_ranks(connection: duckdb.DuckDBPyConnection) -> float:
    return connection.execute(_RANKS).fetchone()[0]
