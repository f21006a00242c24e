# SPDX-License-Identifier: MIT
"""DuckDB SQL: the delta form (`delta` the fastest found, `delta_windows` the textbook's), and the spine.

On dense ids the table is in DuckDB's memory before the clock starts. On a dataframe the query reads the frame
itself, with its string ids and dates, and hands a frame of the same kind back.
"""

from __future__ import annotations

import duckdb
import numpy as np

from .answers import COHORTS, WINDOW, from_frame
from .data import MONTHS, OPEN, Subscriptions


def connect(table: Subscriptions, threads: int) -> duckdb.DuckDBPyConnection:
    """An in-memory database that holds `subscriptions` with dense ids, real dates and integer cents."""
    connection = duckdb.connect(config={"threads": threads})
    columns = {name: getattr(table, name) for name in ("account", "start", "end", "mrr_minor")}
    connection.register("columns", columns)
    connection.execute(f"""
        create table subscriptions as
        select account, date '1970-01-01' + start as start_date,
               case when "end" <> {OPEN} then date '1970-01-01' + "end" end as end_date, mrr_minor
        from columns""")
    connection.unregister("columns")
    return connection


def _month(date: str) -> str:
    return f"(year({date}) * 12 + month({date}) - {2020 * 12 + 1})"  # a third of the time of datediff


def _periods(source: str = "subscriptions", account: str = "account", amount: str = "mrr_minor") -> str:
    return f"""
    periods as (
      select * from (
        select {account} as account, {_month("start_date")} as first_month,
               coalesce({_month("end_date")}, {MONTHS}) as end_month, {amount} as mrr
        from {source})
      where first_month <> end_month)"""


# Four changes a row: the state, and the same state twelve months later.
_DELTAS = f"""
    deltas as (
      select account, first_month as month, mrr as change, 0 as change_then from periods
      union all select account, end_month, -mrr, 0 from periods
      union all select account, least(first_month + {WINDOW}, {MONTHS}), 0, mrr from periods
      union all select account, least(end_month + {WINDOW}, {MONTHS}), 0, -mrr from periods),
    grouped as (
      select account, month, sum(change)::bigint as change, sum(change_then)::bigint as change_then
      from deltas group by account, month)"""

# The same in one ordered pass: sums need no partition, because every account ends at 0 in month 60.
_STREAMED_DELTAS = f"""
    once as (
      select account, month, sum(change)::bigint as change
      from (select account, first_month as month, mrr as change from periods
            union all select account, end_month, -mrr from periods)
      group by account, month having sum(change) <> 0),
    ordered as (
      from (select account, month, change, 0::bigint as change_then from once
            union all select account, least(month + {WINDOW}, {MONTHS}), 0, change from once)
      order by account, month),
    running as (
      select account, month, sum(change) over (rows unbounded preceding)::bigint as mrr,
             sum(change_then) over (rows unbounded preceding)::bigint as mrr_then,
             lead(account, 1, -1) over () <> account or lead(month, 1, -1) over () <> month as is_last
      from ordered),
    states as (
      select account, month, lag(account, 1, -1) over () <> account as is_first,
             lag(mrr, 1, 0) over () as before, mrr as now,
             lag(mrr_then, 1, 0) over () as then_before, mrr_then as then_now
      from running where is_last)"""

_WINDOW_STATES = """
    states as (
      select month, row_number() over w = 1 as is_first,
             sum(change) over w - change as before, sum(change) over w as now,
             sum(change_then) over w - change_then as then_before, sum(change_then) over w as then_now
      from grouped window w as (partition by account order by month rows unbounded preceding))"""

_RUNNING_RETENTION = """
             sum(retained_change) over m as retained_minor,
             sum(gross_change) over m as gross_retained_minor,"""

_RETENTION_CHANGES = """
             sum(if(then_now > 0, now, 0) - if(then_before > 0, before, 0)) as retained_change,
             sum(least(now, then_now) - least(before, then_before)) as gross_change"""

_MOVEMENTS = f"""
    moved as (
      select month,
             sum(now - before) as change, count(*) filter (before = 0 and now > 0) as begun,
             sum(now) filter (before = 0 and is_first) as new_business_minor,
             count(*) filter (before = 0 and now > 0 and is_first) as new_business_accounts,
             sum(now) filter (before = 0 and not is_first) as reactivation_minor,
             count(*) filter (before = 0 and now > 0 and not is_first) as reactivation_accounts,
             sum(now - before) filter (before > 0 and now > before) as expansion_minor,
             count(*) filter (before > 0 and now > before) as expansion_accounts,
             sum(before - now) filter (now > 0 and now < before) as contraction_minor,
             count(*) filter (now > 0 and now < before) as contraction_accounts,
             sum(before) filter (now = 0) as churn_minor,
             count(*) filter (before > 0 and now = 0) as churn_accounts,{_RETENTION_CHANGES}
      from states where month < {MONTHS} group by month),
    filled as (
      select month, coalesce(columns(* exclude (month)), 0)
      from range({MONTHS}) as months(month) left join moved using (month)),
    closed as (
      select *,{_RUNNING_RETENTION}
             sum(change) over m as closing_minor, sum(begun - churn_accounts) over m as closing_accounts
      from filled window m as (order by month rows unbounded preceding))"""

_RESULT = f"""
    select date '2020-01-01' + to_months(month::integer) as period,
           columns(* exclude (month, change, begun, retained_change, gross_change))::bigint,
           lag(closing_minor, 1, 0) over m as opening_minor,
           lag(closing_accounts, 1, 0) over m as opening_accounts,
           lag(closing_minor, {WINDOW}, 0) over m as base_minor
    from closed window m as (order by month) order by month"""

# A row for every account and month, whether anything happened or not.
_SPINE_STATES = f"""
    active as (
      select account, month, sum(mrr)::bigint as mrr
      from (select account, unnest(range(first_month, end_month)) as month, mrr from periods)
      group by account, month),
    spine as (
      select account, month, coalesce(mrr, 0) as mrr
      from (select distinct account from active) cross join range({MONTHS}) as months(month)
      left join active using (account, month)),
    states as (
      select month, mrr as now, lag(mrr, 1, 0) over by_account as before,
             lag(mrr, {WINDOW}, 0) over by_account as then_now,
             month = min(month) filter (mrr > 0) over (partition by account) as is_first
      from spine window by_account as (partition by account order by month))"""

_RETENTION_SUMS = """
             sum(if(then_now > 0, now, 0)) as retained_minor,
             sum(least(now, then_now)) as gross_retained_minor"""
_SPINE_MOVEMENTS = _MOVEMENTS.replace(_RETENTION_CHANGES, _RETENTION_SUMS).replace(_RUNNING_RETENTION, "")

_FORMS = {
    "delta": (_STREAMED_DELTAS, _MOVEMENTS, _RESULT),
    "delta_windows": (_DELTAS, _WINDOW_STATES, _MOVEMENTS, _RESULT),
    "spine": (_SPINE_STATES, _SPINE_MOVEMENTS, _RESULT.replace(", retained_change, gross_change", "")),
}


def _query(form: str, *first: str) -> str:
    *tables, result = _FORMS[form]
    return "with " + ",".join((*first, *tables)) + result


def ledger(connection: duckdb.DuckDBPyConnection, form: str) -> dict[str, np.ndarray]:
    """Work (a) on the table of `connect`."""
    return from_frame(connection.sql(_query(form, _periods())).fetchnumpy())


# String ids get numbers first: sorting and grouping by numbers saves more than the join costs. Without
# `materialized` the join would be done twice, for the starts and for the ends.
_NUMBERED = (
    """
    ids as (
      select account_id, row_number() over () as account from (select distinct account_id from source))""",
    _periods("source join ids using (account_id)", "account", "round(mrr_amount * 100)::bigint").replace(
        "periods as (", "periods as materialized ("
    ),
)


def frame_to_frame(connection: duckdb.DuckDBPyConnection, frame, kind: str):
    """Work (a) from a polars (`kind="pl"`) or pandas (`"df"`) frame to one."""
    connection.register("source", frame)
    result = getattr(connection.sql(_query("delta", *_NUMBERED)), kind)()
    connection.unregister("source")
    return result


def keep_changes(connection: duckdb.DuckDBPyConnection) -> None:
    """What work (b) starts from: each change of each account, in order, as a table."""
    connection.execute(f"""
        create or replace temp table changes as with {_periods()}, {_STREAMED_DELTAS}
        select account, month, is_first, before, now from states where month < {MONTHS} and before <> now""")


def cohorts(connection: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray]:
    """Work (b), from `keep_changes`: differences by start month and month, summed at the end."""
    cells = connection.sql(f"""
        with firsts as (select account, month as cohort, now as base from changes where is_first),
        moved as (
          select cohort, month, sum((now > 0)::int - (before > 0)::int) as accounts, sum(now - before) as net,
                 sum(least(now, base) - least(before, base)) as gross
          from changes join firsts using (account) group by cohort, month),
        cells as (
          select a.month as cohort, b.month, coalesce(accounts, 0) as accounts, coalesce(net, 0) as net,
                 coalesce(gross, 0) as gross
          from range({MONTHS}) as a(month) join range({MONTHS}) as b(month) on b.month >= a.month
          left join moved on moved.cohort = a.month and moved.month = b.month)
        select cohort, month - cohort as age, sum(accounts) over m as cohort_accounts,
               sum(net) over m as cohort_net_minor, sum(gross) over m as cohort_gross_minor
        from cells window m as (partition by cohort order by month rows unbounded preceding)""").fetchnumpy()
    triangle = {name: np.zeros((MONTHS, MONTHS), np.int64) for name in COHORTS}
    for name, by_cell in triangle.items():
        by_cell[cells["cohort"], cells["age"]] = cells[name]
    return triangle
