# SPDX-License-Identifier: MIT
"""What conventions.csv comes to under each convention, by the reference of tests/python/reference/ledger.py.

Prints the texts that tests/revenue/policy_fields_test.cpp and preset_cells_test.cpp expect: the ledger by the
default policy, then for each policy the cells that differ from those of the policy it is compared with.
Run it in the folder tests: python revenue/data/conventions.py
"""

import csv
import datetime as dt
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[2] / "python"))

from reference.ledger import CLASSES, Policy, mrr_ledger

AS_OF = dt.date(2024, 6, 30)
ACCOUNTS = [{"account": "old", "merged_into": "kept"}, {"account": "child", "parent": "kept"}]
RATES = {
    (dt.date.fromisoformat(day), "EUR", "USD"): rate
    for day, rate in {
        "2024-01-01": "1.10",
        "2024-02-15": "1.20",
        "2024-04-05": "1.05",
        "2024-05-31": "1.25",
    }.items()
}
DATES = ("end", "discount_end", "cancel_requested", "paid_through")
NUMBERS = ("amount_minor", "discount_minor")
CELLS = (*CLASSES, "exchange")


def start_of(text, zone):
    """A day, or the day in a time zone of an instant of UTC."""
    if "T" not in text:
        return dt.date.fromisoformat(text)
    instant = dt.datetime.fromisoformat(text).replace(tzinfo=dt.timezone.utc)
    return instant.astimezone(ZoneInfo(zone)).date()


def rows(zone="UTC"):
    out = []
    with open(Path(__file__).with_suffix(".csv"), encoding="utf-8") as file:
        for line in csv.DictReader(file):
            row = {name: value for name, value in line.items() if value}
            row |= {name: dt.date.fromisoformat(row[name]) for name in DATES if name in row}
            row |= {name: int(row[name]) for name in NUMBERS if name in row}
            out.append(row | {"start": start_of(row["start"], zone)})
    return out


def cells(zone="UTC", **policy):
    """{(period's first day, cell): "amount/accounts"}, of those that are not 0."""
    ledger = mrr_ledger(
        rows(zone),
        as_of=AS_OF,
        policy=Policy(**policy),
        accounts=ACCOUNTS,
        rates=RATES,
        reporting_currency="USD",
    )
    out = {}
    for period in ledger.periods:
        for cell in CELLS:
            amount, accounts = period[cell], period.get(f"{cell}_accounts", 0)
            if amount or accounts:
                out[f"{period['period']:%m-%d}", cell] = f"{amount}/{accounts}"
    return out


def difference(one, other):
    """Such as "02-01 churn 100/1 > 0/0; ..."."""
    order = {cell: i for i, cell in enumerate(CELLS)}
    keys = sorted({*one, *other}, key=lambda key: (key[0], order[key[1]]))
    return [
        f"{day} {cell} {one.get((day, cell), '0/0')} > {other.get((day, cell), '0/0')}"
        for day, cell in keys
        if one.get((day, cell)) != other.get((day, cell))
    ]


EVENT = {"netting": "event"}
QUARTER = {"period": "quarter"}
FIXED = {"exchange": "fixed", "exchange_date": dt.date(2024, 2, 20)}
FIELDS = [
    ({}, {"grain": "subscription"}),
    ({}, {"grain": "item"}),
    ({}, {"grain": "parent"}),
    ({}, EVENT),
    ({}, {"period": "day"}),
    ({}, {"period": "week"}),
    ({}, QUARTER),
    ({}, {"period": "year"}),
    (QUARTER, {"fiscal_year_start": 2}),
    ({}, {"zone": "America/New_York"}),
    ({}, {"snapshot": "first_day"}),
    ({}, {"snapshot": "any_day"}),
    ({}, {"snapshot": "end_inclusive"}),
    ({}, {"churn_date": "cancel_request"}),
    ({}, {"churn_date": "service_end"}),
    ({}, {"gap_days": 2}),
    ({}, {"gap_days": 3}),
    ({}, {"reactivation_days": 100}),
    ({}, {"reactivation_days": 99}),
    ({}, {"join_and_leave": "ignored"}),
    (EVENT, {"join_and_leave": "ignored"}),
    ({}, {"week_factor": "times_4_33"}),
    ({}, {"week_factor": "times_4"}),
    ({}, {"week_factor": "zero"}),
    ({}, {"day_factor": "times_30"}),
    ({}, {"day_factor": "zero"}),
    ({}, {"rounding": "half_up"}),
    ({}, {"discount": "recurring"}),
    ({}, {"discount": "none"}),
    ({}, {"metered": "included"}),
    ({}, {"metered": "separate"}),
    ({}, {"paused": "hold"}),
    ({}, {"paused": "zero_now"}),
    ({}, {"past_due_days": None}),
    ({}, {"past_due_days": 29}),
    ({}, {"past_due_days": 31}),
    ({}, {"unpaid": "churned"}),
    ({}, {"refund": "negative_line"}),
    ({}, {"free": "churned"}),
    ({}, {"merged": "separate"}),
    ({}, {"exchange": "service_start"}),
    ({}, FIXED),
    (FIXED, {"exchange_date": dt.date(2024, 4, 20)}),
]
PRESETS = {
    "chartmogul": EVENT
    | {"churn_date": "service_end", "past_due_days": None, "exchange": "service_start"},
    "stripe": EVENT | {"past_due_days": None, "unpaid": "churned"},
    "baremetrics": {"past_due_days": 30},
    "profitwell": {
        "week_factor": "times_4_33",
        "day_factor": "times_30",
        "discount": "all",
        "metered": "included",
        "paused": "zero_now",
        "free": "churned",
        "join_and_leave": "ignored",
    },
    "chargebee": {"grain": "subscription", "exchange": "period_end", "discount": "recurring"},
    "smsb": {},
}


def main():
    default = cells()
    print("default")
    for (day, cell), value in default.items():
        print(f"  {day} {cell} {value}")
    for base, change in FIELDS:
        print(f"{base} with {change}")
        for line in difference(cells(**base), cells(**(base | change))):
            print(f"  {line}")
    for name, policy in PRESETS.items():
        print(f"preset {name}")
        for line in difference(default, cells(**policy)):
            print(f"  {line}")


if __name__ == "__main__":
    main()
