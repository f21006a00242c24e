# SPDX-License-Identifier: MIT
"""Writes the tables that the tests of core compare with, from Python's own arithmetic.

calendar.csv    datetime, isocalendar and dateutil's relativedelta
amounts.csv     decimal, half-even, on the shortest decimal that reads as the same double
currencies.csv  ISO 4217 list one, as the package iso4217 (1.16.20260101, from PyPI) ships it
"""

import csv
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from random import Random

from dateutil.relativedelta import relativedelta
from iso4217 import Currency

HERE = Path(__file__).parent
EPOCH = date(1970, 1, 1)


def write(name: str, header: str, rows: list[list[object]]) -> None:
    with (HERE / name).open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def calendar_row(day: date, random: Random) -> list[object]:
    next_month = day.replace(day=1) + relativedelta(months=1) if day < date(9999, 12, 1) else None
    last = 31 if next_month is None else (next_month - relativedelta(days=1)).day
    months = random.randint((1900 - day.year) * 12, (9998 - day.year) * 12)
    week = day.isocalendar()
    fiscal = random.randint(1, 12)
    since = (day.month - fiscal) % 12  # whole months since the fiscal year began
    year_began = day.replace(day=1) - relativedelta(months=since)
    year_ends = year_began.year if fiscal == 1 else year_began.year + 1
    prefix = "" if fiscal == 1 else "FY"
    return [
        (day - EPOCH).days,
        day.isoformat(),
        (day.replace(day=last) - EPOCH).days,
        months,
        (day + relativedelta(months=months)).isoformat(),
        f"{week.year:04}-W{week.week:02}",
        fiscal,
        f"{prefix}{year_ends:04}-Q{since // 3 + 1}",
        f"{prefix}{year_ends:04}",
    ]


def calendar() -> None:
    random = Random(1)
    first, last = date(1901, 1, 1).toordinal(), date.max.toordinal()
    days = {random.randint(first, last) for _ in range(200)} | {first, last}
    for year in [*range(2000, 2030), 2100, 2200, 2400, 9999]:  # where weeks and leap days turn
        days |= {
            date(year, 1, 1).toordinal(),
            date(year, 12, 31).toordinal(),
            date(year, 3, 1).toordinal() - 1,
        }
    header = "days date month_end months later week fiscal_year_start quarter year"
    write("calendar.csv", header, [calendar_row(date.fromordinal(day), random) for day in sorted(days)])


def amounts() -> None:
    random = Random(2)
    rows = []
    while len(rows) < 400:
        exponent = random.choice([0, 2, 2, 3, 4])
        digits = random.choice([exponent, exponent + 1, random.randint(0, 8)])
        unscaled = random.randint(-(10 ** random.randint(1, 15)), 10 ** random.randint(1, 15))
        if digits == exponent + 1 and random.random() < 0.5:
            unscaled = unscaled // 10 * 10 + 5  # a tie
        major = float(Decimal(unscaled).scaleb(-digits))
        exact = Decimal(repr(major)).scaleb(exponent)
        minor = exact.quantize(Decimal(1), ROUND_HALF_EVEN)
        if abs(minor) < 10**14:  # beyond, the doubles do not hold the digit after the last
            rows.append([repr(major), exponent, int(minor), int(minor == exact)])
    write("amounts.csv", "major exponent minor exact", rows)


def currencies() -> None:
    known = sorted((each.code, each.exponent) for each in Currency if each.exponent is not None)
    write("currencies.csv", "code exponent", [list(row) for row in known])


if __name__ == "__main__":
    calendar()
    amounts()
    currencies()
