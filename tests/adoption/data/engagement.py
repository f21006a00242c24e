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

AS_OF, WINDOW = 19774, 28
window = usage[(usage.day > AS_OF - WINDOW) & (usage.day <= AS_OF)]
active = window[window.event != "login"]
days = active[["account", "user", "day"]].drop_duplicates()
FEATURES = {"share", "report", "export"}
MAY_USE = {0: {"share", "report"}, 1: {"report"}, 3: {"share", "export", "login"}, 7: {"share"}}


def breadth(accounts, may_use):
    """Used and entitled key features of some accounts."""
    used = entitled = 0
    for account in accounts:
        may = FEATURES & may_use.get(account, set())
        used += len(may & set(window[window.account == account].event))
        entitled += len(may)
    return used, entitled


print("engagement: group, active_users, weekly_users, user_days, mean_days_of_7, frequency, weekly_frequency, "
      "core_actions, depth, breadth without entitlements, and with")
for group in [None, 0, 1, 3, 4]:
    own = days if group is None else days[days.account == group]
    recent = own[own.day > AS_OF - 7]
    weeks = own.assign(week=(AS_OF - own.day) // 7)[["user", "week"]].drop_duplicates()
    core = window[window.event.isin(["create", "share"])]
    core = core if group is None else core[core.account == group]
    accounts = sorted(own.account.unique())
    print(group, own.user.nunique(), recent.user.nunique(), len(own), f"{len(recent) / recent.user.nunique():.15g}",
          f"{len(own) / own.user.nunique():.15g}", f"{len(weeks) / own.user.nunique():.15g}", core.value.sum(),
          f"{core.value.sum() / len(own):.15g}", breadth(accounts, dict.fromkeys(accounts, FEATURES)),
          breadth(accounts, MAY_USE), sep=", ")
print("user_engagement of account 3: user, of 7, of 28, weeks, first, last, events, value")
ever = usage[(usage.event != "login") & (usage.account == 3)]
for user, own in ever.groupby("user"):
    recent = own[own.day > AS_OF - WINDOW]
    print(user, own[own.day > AS_OF - 7].day.nunique(), recent.day.nunique(), ((AS_OF - recent.day) // 7).nunique(),
          own.day.min(), own.day.max(), len(recent), recent.value.sum(), sep=", ")
print("engagement_histogram:", days.groupby(["account", "user"]).size().value_counts().sort_index().to_dict())

seats = {0: 8, 1: 7, 2: 5, 3: 4, 5: 0}  # without account 4
active_users = {account: window[window.account == account].user.nunique() for account in range(6)}
used = {account: active_users[account] / seats[account] for account in seats if seats[account] > 0}
print("seat_utilization:", {account: f"{share:.15g}" for account, share in used.items()}, "active", active_users)
print("quartiles:", [f"{each:.15g}" for each in pd.Series(used).quantile([0.25, 0.5, 0.75])])
print("percentiles:", ((pd.Series(used).rank(method="average") - 0.5) / len(used)).to_dict())

core = window[window.event.isin(["create", "share"])]
shares = core.groupby(["account", "user"]).value.sum().groupby("account", group_keys=False).apply(lambda own: own / own.sum())
print("champion_concentration: account, top_user, top_share, herfindahl, effective_users")
for account, own in shares.groupby("account"):
    herfindahl = (own**2).sum()
    print(account, own.idxmax()[1], f"{own.max():.15g}", f"{herfindahl:.15g}", f"{1 / herfindahl:.15g}", sep=", ")
print("champions of account 3: user, actions, share, active_days, streak_weeks")
ever = usage[usage.event.isin(["create", "share"]) & (usage.account == 3)]
for user, share in shares[3].sort_values(ascending=False, kind="stable").items():
    own, weeks = ever[ever.user == user], set((AS_OF - ever[ever.user == user].day) // 7)
    print(user, core[(core.account == 3) & (core.user == user)].value.sum(), f"{share:.15g}",
          core[(core.account == 3) & (core.user == user)].day.nunique(),
          next(week for week in range(99) if week not in weeks), sep=", ")
print("champion_events with window 28, power_share 0.15, power_days 3, silent_days 8: account, user, date, kind, share")
core = usage[usage.event.isin(["create", "share"])]
for (account, user), own in core.groupby(["account", "user"]):
    everyone, days = core[core.account == account], sorted(own.day.unique())
    for day, after in zip(days, days[1:] + [AS_OF + 1]):
        recent, all_recent = (each[(each.day > day - 28) & (each.day <= day)] for each in (own, everyone))
        share = recent.value.sum() / all_recent.value.sum()
        if day + 8 < after and recent.day.nunique() >= 3 and share >= 0.15:
            others = everyone[(everyone.day > day) & (everyone.day <= day + 8)]
            print(account, user, day + 8, "went_silent" if len(others) else "silent_with_account", f"{share:.15g}", sep=", ")
