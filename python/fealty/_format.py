# SPDX-License-Identifier: MIT
"""How numbers, days and periods are written: the same in tables, pictures and pages, in every locale."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

NONE = "\N{EN DASH}"
_COUNT = re.compile(r"\b\d{4,}(?= (?:of (?:the )?\d+ )?(?:accounts|examples|outcomes|rows|snapshots)\b)")


def money(minor: int, exponent: int) -> str:
    """An exact amount: 1234550 with two digits is 12,345.50."""
    major, rest = divmod(abs(int(minor)), 10**exponent)
    digits = f".{rest:0{exponent}d}" if exponent else ""
    return f"{'-' if minor < 0 else ''}{major:,}{digits}"


def percent(rate: float, digits: int = 1) -> str:
    """A rate: 1.0251 is 102.5%; none is a dash."""
    if math.isnan(rate):
        return NONE
    return f"{100 * rate:,.{digits}f}%"


def count(value: int) -> str:
    return f"{int(value):,}"


def plural(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def counts(text: str) -> str:
    """A text of the library with its long counts in groups of digits: of 10972 rows, of 10,972 rows. Ids stay."""
    return _COUNT.sub(lambda found: f"{int(found[0]):,}", text)


def visible(text: str, most: int = 200) -> str:
    """A text from the data for a terminal: control characters as escapes, its end cut off beyond `most`."""
    shown = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text[: most + 1])
    return shown if len(shown) <= most else f"{shown[:most]}…"


def period_labels(start: Any, end: Any) -> list[str]:
    """Short names of periods: 2024, 2024-Q1, 2024-03, 2024-W05 or 2024-03-05.

    A fiscal quarter or year that is none of the calendar's is named by its first and last month.
    """
    firsts, lasts = np.asarray(start, "datetime64[D]"), np.asarray(end, "datetime64[D]")
    return [_period_label(first, last) for first, last in zip(firsts, lasts, strict=True)]


def _period_label(first: np.datetime64, last: np.datetime64) -> str:
    days = int((last - first).astype(int)) + 1
    if days == 1:
        return str(first)
    if days == 7:
        year, week, _ = first.astype(object).isocalendar()
        return f"{year}-W{week:02d}"
    first_month, last_month = first.astype("datetime64[M]"), last.astype("datetime64[M]")
    months = int((last_month - first_month).astype(int)) + 1
    start = int(first_month.astype(int)) % 12
    if months == 3 and start % 3 == 0:
        return f"{first.astype('datetime64[Y]')}-Q{start // 3 + 1}"
    if months == 12 and start == 0:
        return str(first.astype("datetime64[Y]"))
    return str(first_month) if months == 1 else f"{first_month} to {last_month}"
