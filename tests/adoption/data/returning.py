# SPDX-License-Identifier: MIT
"""Prints what growth accounting and usage retention are of the purchases of CDNOW, by pandas and by DuckDB.

    python tests/adoption/data/returning.py ../shared/data/cdnow/CDNOW_master.txt

A customer is a user, a purchase an event. Both ways have to agree; the tests hold what is printed.
"""

import sys

import duckdb
import numpy as np
import pandas as pd

FIRST, LAST = "1997-01-01", "1998-06-30"
INTERVALS = {  # of days since the first purchase; no last day: unbounded
    "n_day": [(1, 1), (7, 7), (30, 30)],
    "bracket": [(7, 13), (28, 34), (63, 69), (400, 460), (490, 520)],
    "unbounded": [(30, None), (180, None), (500, None)],
}


def purchases(path: str) -> pd.DataFrame:
    table = pd.read_csv(path, sep=r"\s+", header=0, names=["customer", "day", "discs", "dollars"])
    table["day"] = pd.to_datetime(table["day"].astype(str), format="%Y%m%d")
    return table[["customer", "day"]].drop_duplicates()


def growth_by_pandas(table: pd.DataFrame, frequency: str) -> pd.DataFrame:
    """By a matrix of customers and periods."""
    seen = table.assign(period=table["day"].dt.to_period(frequency))
    active = pd.crosstab(seen["customer"], seen["period"]).astype(bool)
    active = active.reindex(columns=pd.period_range(FIRST, LAST, freq=frequency), fill_value=False)
    before = active.shift(1, axis=1, fill_value=False)
    ever = active.cummax(axis=1).shift(1, axis=1, fill_value=False)
    cells = {
        "opening": before,
        "new_users": active & ~ever,
        "resurrected": active & ever & ~before,
        "dormant": before & ~active,
        "active": active,
        "retained": active & before,
    }
    return pd.DataFrame({name: cell.sum() for name, cell in cells.items()}).astype("int64")


def growth_by_duckdb(table: pd.DataFrame, unit: str) -> pd.DataFrame:
    """By the periods before and after in which each customer was active."""
    duckdb.register("purchases", table)
    return duckdb.sql(f"""
        with seen as (select distinct customer, date_trunc('{unit}', day) as period from purchases),
        linked as (select period,
                          lag(period) over each_customer as prior,
                          lead(period) over each_customer as following
                   from seen window each_customer as (partition by customer order by period)),
        came as (select period, count(*) filter (prior is null) as new_users,
                        count(*) filter (prior < period - interval 1 {unit}) as resurrected,
                        count(*) as active,
                        count(*) filter (prior = period - interval 1 {unit}) as retained
                 from linked group by period),
        went as (select period + interval 1 {unit} as period, count(*) as dormant from linked
                 where following is null or following > period + interval 1 {unit} group by all)
        select coalesce(lag(active) over (order by period), 0) as opening, new_users, resurrected,
               coalesce(dormant, 0) as dormant, active, retained
        from came left join went using (period) order by period
    """).df()


def retention_by_pandas(table: pd.DataFrame, first: int, last: int | None) -> list[list[int]]:
    """started, eligible and returned of each month's cohort, and of all together."""
    start = table.groupby("customer")["day"].min()
    age = (table["day"] - table["customer"].map(start)).dt.days
    hits = table["customer"][(age >= first) & (age <= (np.inf if last is None else last))].unique()
    seen = (pd.Timestamp(LAST) - start).dt.days >= (first if last is None else last)
    rows = pd.DataFrame(
        {
            "cohort": start.dt.to_period("M"),
            "started": 1,
            "eligible": seen.astype(int),
            "returned": (seen & start.index.isin(hits)).astype(int),
        }
    )
    cohorts = rows.groupby("cohort").sum()
    return [*cohorts.to_numpy().tolist(), cohorts.sum().tolist()]


def retention_by_duckdb(table: pd.DataFrame, first: int, last: int | None) -> list[list[int]]:
    """The same, over each customer's list of days."""
    duckdb.register("purchases", table)
    end = first if last is None else last
    rows = duckdb.sql(f"""
        with customers as (select min(day) as start, list(day) as days from purchases group by customer),
        each_customer as (select date_trunc('month', start) as cohort,
            date_diff('day', start, date '{LAST}') >= {end} as eligible,
            len(list_filter(days, lambda d: date_diff('day', start, d) >= {first}
                and ({last is None} or date_diff('day', start, d) <= {end}))) > 0 as returned
            from customers)
        select count(*), count(*) filter (eligible), count(*) filter (eligible and returned)
        from each_customer group by grouping sets ((cohort), ()) order by cohort nulls last
    """).fetchall()
    return [list(row) for row in rows]


def main() -> None:
    table = purchases(sys.argv[1])
    for frequency, unit in [("M", "month"), ("W-SUN", "week"), ("Q", "quarter"), ("D", "day")]:
        growth = growth_by_pandas(table, frequency)
        assert (growth.to_numpy() == growth_by_duckdb(table, unit).to_numpy()).all()
        print(unit, len(growth), "periods; of the last ones:")
        print(growth.tail(18 if unit == "month" else 3).T.to_string(header=False))
    for kind, intervals in INTERVALS.items():
        for first, last in intervals:
            rows = retention_by_pandas(table, first, last)
            assert rows == retention_by_duckdb(table, first, last)
            print(kind, first, last, rows)


if __name__ == "__main__":
    main()
