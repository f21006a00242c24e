# SPDX-License-Identifier: MIT
"""Kaplan-Meier in DuckDB SQL: lives by day, then sums and products over the days."""

from __future__ import annotations

import duckdb
import numpy as np

_KAPLAN_MEIER = """
    with cells as (select days, count(*) as left_by, sum(ended) as gone from lives group by days),
      risk as (select days, gone, sum(left_by) over (order by days desc) as at_risk from cells)
    select days, product(1 - gone / at_risk) over (order by days) as survival from risk order by days"""


def connect(days: np.ndarray, ended: np.ndarray, threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory database that holds `lives`."""
    connection = duckdb.connect(config={"threads": threads})
    connection.register("columns", {"days": days, "ended": ended})
    connection.execute("create table lives as select * from columns")
    connection.unregister("columns")
    return connection


def kaplan_meier(connection: duckdb.DuckDBPyConnection) -> np.ndarray:
    """Survival of each day at which a life leaves."""
    return connection.execute(_KAPLAN_MEIER).fetchnumpy()["survival"]
