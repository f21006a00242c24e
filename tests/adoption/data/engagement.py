# SPDX-License-Identifier: MIT
"""Prints what DuckDB and plain Python find of the usage that usage_rows.hpp makes: python engagement.py"""

import duckdb
import pandas as pd

EVENTS = ["login", "create", "share", "report"]
rows = []
for i in range(600):
    account = (i * i * 7 + i) % 11 % 5
    user = 10 * account + (i * 13 + i // 7) % 9 % 6
    rows.append((account, user, 19700 + (i * i * 3 + 11 * i) % 97 % 75, EVENTS[(i // 3 + i * i) % 4], float(1 + i % 3)))
usage = pd.DataFrame(rows, columns=["account", "user", "day", "event", "value"])

STICKINESS = """
with active as (select distinct {group} as grp, "user", day from usage where event in ('create', 'share')),
daily as (select grp, day, count(distinct "user") as dau from active group by grp, day),
dates as (select d as date from range(19706, 19775, 17) t(d)),
groups as (select distinct {group} as grp from usage)
select grp, date,
  (select count(distinct "user") from active a where a.grp = g.grp and day > date - 28 and day <= date) as mau,
  (select coalesce(sum(dau), 0) from daily a where a.grp = g.grp and day > date - 28 and day <= date) as user_days
from groups g, dates order by grp, date
"""
print("stickiness: group, date, mau, user_days, stickiness; days from", usage.day.min(), "to", usage.day.max())
for group in ["0", "account"]:
    for row in duckdb.sql(STICKINESS.format(group=group)).fetchall():
        print(*row, f"{row[3] / (28 * row[2]):.15g}" if row[2] else None, sep=", ")
