# SPDX-License-Identifier: MIT
"""Active users in DuckDB, polars and pandas: a row for each account and week in which somebody was active."""

from __future__ import annotations

import duckdb
import numpy as np
import pandas as pd
import polars as pl

from peers.usage_data import WEEKS, Events

# Each week of a user counts in itself and the three after it, each once.
_SQL = f"""
    with days as (select distinct account, user, day from events),
      weeks as (select account, user, day // 7 as week, max(day % 7 = 6)::int as sunday from days group by all),
      near as (select account, week, sum(sunday) as dau, count(*) as wau from weeks group by all),
      far as (
        select account, week, count(*) as mau
        from (select distinct account, user, week + back as week from weeks, range(4) as t(back))
        where week < {WEEKS} group by all)
    select account, week, coalesce(dau, 0) as dau, coalesce(wau, 0) as wau, mau
    from far left join near using (account, week)"""


# The fastest form found: the next week of a user says until when this one counts.
_DELTA_SQL = f"""
    with weeks as (
        select account, user, day // 7 as week, max(day % 7 = 6)::int as sunday from events group by all),
      spans as (
        select account, week, sunday,
          least(week + 4, lead(week, 1, {WEEKS}) over (partition by user order by week), {WEEKS}) as until
        from weeks),
      changes as (
        select account, week, sum(sunday) as dau, count(*) as wau, count(*) as change from spans group by all
        union all
        select account, until, 0, 0, -count(*) from spans where until < {WEEKS} group by all),
      cells as (
        select account, week, sum(dau) as dau, sum(wau) as wau, sum(change) as change
        from changes group by all)
    select account, week, dau, wau, sum(change) over (partition by account order by week) as mau from cells"""


def connect(events: Events, threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory database that holds `events`."""
    connection = duckdb.connect(config={"threads": threads})
    connection.register("columns", {"account": events.account, "user": events.user, "day": events.day})
    connection.execute("create table events as select * from columns")
    connection.unregister("columns")
    return connection


def with_duckdb(connection: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray]:
    """Distinct users by definition."""
    return connection.execute(_SQL).fetchnumpy()


def with_duckdb_delta(connection: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray]:
    """Changes of the number of users; rows only where something changes."""
    return connection.execute(_DELTA_SQL).fetchnumpy()


def with_polars(frame: pl.DataFrame) -> pl.DataFrame:
    """Lazy, streaming engine."""
    weeks = (
        frame.lazy()
        .group_by("account", "user", week=pl.col("day") // 7)
        .agg(sunday=(pl.col("day") % 7 == 6).any())
    )
    near = weeks.group_by("account", "week").agg(dau=pl.col("sunday").sum(), wau=pl.len())
    far = (
        pl.concat([weeks.select("account", "user", pl.col("week") + back) for back in range(4)])
        .filter(pl.col("week") < WEEKS)
        .unique()
        .group_by("account", "week")
        .agg(mau=pl.len())
    )
    return far.join(near, on=["account", "week"], how="left").collect(engine="streaming")


def with_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    """Duplicates dropped, then groups counted."""
    days = frame.drop_duplicates(["user", "day"])
    week = days["day"] // 7
    cells = ["account", "week"]
    sundays = days[days["day"] % 7 == 6].assign(week=week).groupby(cells).size()
    weeks = days.assign(week=week).drop_duplicates(["user", "week"])
    far = pd.concat([weeks.assign(week=weeks["week"] + back) for back in range(4)])
    far = far[far["week"] < WEEKS].drop_duplicates(["user", "week"])
    return pd.DataFrame(
        {"mau": far.groupby(cells).size(), "wau": weeks.groupby(cells).size(), "dau": sundays}
    )
