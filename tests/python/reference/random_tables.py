# SPDX-License-Identifier: MIT
"""Seeded random tables with every rare thing in them, and random policies to read them by.

Left out is what the definitions do not settle: sums below 0 but for refunds that outlast what they refund,
parents that were merged away, converted amounts that vanish in rounding.
"""

import datetime as dt
import random
from dataclasses import dataclass, replace
from fractions import Fraction

from .ledger import Policy

FIRST = dt.date(2023, 1, 1)
CURRENCIES = ("USD", "EUR", "JPY", "KWD")
STATUSES = ("active", "trialing", "past_due", "unpaid", "paused")
CHOICES = {
    "grain": ("account", "subscription", "item", "parent"),
    "netting": ("period", "event"),
    "period": ("day", "week", "month", "quarter", "year"),
    "snapshot": ("last_day", "first_day", "any_day", "end_inclusive"),
    "churn_date": ("paid_period_end", "cancel_request", "service_end"),
    "join_and_leave": ("shown", "ignored"),
    "week_factor": ("per_year", "times_4_33", "times_4", "zero"),
    "day_factor": ("per_year", "times_30", "zero"),
    "rounding": ("half_even", "half_up"),
    "discount": ("all", "recurring", "none"),
    "metered": ("excluded", "included", "separate"),
    "paused": ("hold", "zero_now", "zero_at_paid_period_end"),
    "unpaid": ("past_due", "churned"),
    "refund": ("ignored", "negative_line"),
    "free": ("active", "churned"),
    "merged": ("recomputed", "separate"),
    "exchange": ("period_end", "service_start", "fixed"),
}


@dataclass(frozen=True)
class Case:
    """A company, the day on which it is looked at, and the conventions."""

    rows: list
    accounts: list
    rates: dict
    reporting_currency: str | None
    as_of: dt.date
    policy: Policy

    def arguments(self) -> dict:
        return {
            "as_of": self.as_of,
            "policy": self.policy,
            "accounts": self.accounts,
            "rates": self.rates,
            "reporting_currency": self.reporting_currency,
        }


def days(n: int) -> dt.timedelta:
    return dt.timedelta(days=n)


def random_policy(rng: random.Random) -> Policy:
    """Each field at its default as often as not, so that fields are met alone and together."""
    fields = {name: rng.choice(values) for name, values in CHOICES.items() if rng.random() < 0.5}
    fields["netting"] = rng.choice(CHOICES["netting"])
    fields["period"] = rng.choice(("day", "week", "month", "month", "month", "quarter", "year"))
    fields["fiscal_year_start"] = rng.choice((1, 1, 2, 4, 12))
    fields["gap_days"] = rng.choice((0, 0, 0, 1, 3, 14, 120))
    fields["reactivation_days"] = rng.choice((None, None, None, 0, 5, 30, 90))
    fields["past_due_days"] = rng.choice((30, 30, 30, None, 0, 7))
    if fields["netting"] == "event":
        fields["snapshot"] = "last_day"
    else:
        fields.pop("join_and_leave", None)
    return Policy(**fields)


# ------------------------------------------------------------ subscriptions


def near(rng: random.Random, day: dt.date) -> dt.date:
    """A day about another: on it, days off, months off."""
    return day + days(rng.choice((0, 0, 1, -1, 3, -3, 10, -10, 40, -40)))


def price(rng: random.Random, priced: bool) -> dict:
    """What a row is paid: nothing, round sums, and sums that fall between two minor units."""
    amount = rng.choice((0, 5000, 5000, 7500, 10000, 20000, 5003, 9999, rng.randrange(3000, 40000)))
    if not priced:
        return {"mrr_minor": amount}
    row = {"amount_minor": amount}
    if rng.random() < 0.4:
        unit = rng.choice(("day", "week", "month", "quarter", "year"))
        row["interval_unit"] = unit
        row["interval_count"] = rng.choice((1, 1, 2, 3))
        if unit in ("quarter", "year"):
            row["amount_minor"] = amount * 12
    if rng.random() < 0.3:
        row["quantity"] = rng.choice((0, 1, 2, 3, 16, 20))
    return row


def discounted(rng: random.Random, row: dict) -> None:
    """A discount of half, of all, of more than all, for a while or for ever."""
    whole = row["amount_minor"] * row.get("quantity", 1)
    row["discount_minor"] = rng.choice((whole // 2, whole // 3, whole, whole + 100))
    if rng.random() < 0.7:
        row["discount_end"] = near(rng, row["end"] or row["start"] + days(rng.randrange(1, 200)))
        if rng.random() < 0.5:
            row["discount_end"] = row["start"] + days(rng.randrange(0, 120))


def oddities(rng: random.Random, row: dict) -> None:
    """Statuses, cancellations and payments."""
    end = row["end"] or row["start"] + days(rng.randrange(20, 300))
    if rng.random() < 0.2:
        row["status"] = rng.choice(STATUSES)
    if rng.random() < 0.25:
        row["cancel_requested"] = near(rng, end)
    if rng.random() < 0.35:
        row["paid_through"] = near(rng, end)
    draw = rng.random()
    if draw < 0.06:
        row["kind"] = "trial"
    elif draw < 0.18:
        row["kind"] = "metered"
    elif draw < 0.21:
        row["kind"] = "one_time"


def history(rng: random.Random, base: dict, priced: bool) -> list:
    """The rows of one subscription, one after the other, sometimes with a gap or an overlap."""
    rows = []
    start = FIRST + days(rng.randrange(0, 400))
    for _ in range(rng.choice((1, 1, 2, 3, 4))):
        length = rng.choice((0, 1, 5, 28, 30, 31, 59, 90, 180, rng.randrange(1, 400)))
        last = rng.random() < 0.2
        row = {**base, "start": start, "end": None if last else start + days(length), **price(rng, priced)}
        if priced and rng.random() < 0.25:
            discounted(rng, row)
        oddities(rng, row)
        rows.append(row)
        if last:
            break
        gaps = (0, 0, 0, 0, 1, 3, 5, 14, 20, 45, 100, -5 if length > 5 else 0)
        start = row["end"] + days(rng.choice(gaps))
    return rows


def refund_of(rng: random.Random, row: dict) -> dict | None:
    """A refund of a part of a row, inside it."""
    if row["end"] is None or (row["end"] - row["start"]).days < 10 or row.get("kind") or row.get("status"):
        return None
    amount = row.get("mrr_minor", row.get("amount_minor"))
    if amount < 3000 or row.get("quantity", 1) == 0 or row.get("discount_minor"):
        return None
    refund = {key: row[key] for key in ("account", "subscription", "item", "currency") if key in row}
    start = row["start"] + days(rng.randrange(1, 5))
    end = rng.choice((row["end"], row["end"] - days(3)))
    part = {"mrr_minor": amount // 3} if "mrr_minor" in row else {"amount_minor": amount // 3}
    for key in ("interval_unit", "interval_count"):
        if key in row:
            part[key] = row[key]
    return {**refund, "start": start, "end": end, **part, "kind": "refund"}


# ------------------------------------------------------------ accounts


def random_accounts(rng: random.Random, names: list) -> list:
    """Merges in chains, parents in chains, regions that change, begin, end and are not known."""
    merged, parents = {}, {}
    for i, name in enumerate(names):
        if i > 0 and rng.random() < 0.2:
            merged[name] = rng.choice(names[:i])
    standing = [name for name in names if name not in merged]
    for i, name in enumerate(standing):
        if i > 0 and rng.random() < 0.4:
            parents[name] = rng.choice(standing[:i])
    rows = []
    for name in names:
        if rng.random() < 0.1 and name not in merged and name not in parents:
            continue
        base = {"account": name, "merged_into": merged.get(name), "parent": parents.get(name)}
        changes = sorted({FIRST + days(rng.randrange(1, 700)) for _ in range(rng.choice((0, 0, 1, 1, 2, 3)))})
        begin = None if rng.random() < 0.8 else FIRST + days(rng.randrange(0, 30))
        bounds = [begin, *(day for day in changes if begin is None or day > begin), None]
        for valid_from, valid_to in zip(bounds, bounds[1:], strict=False):
            region = rng.choice(("east", "west", "north", None))
            rows.append({**base, "valid_from": valid_from, "valid_to": valid_to, "region": region})
    return rows


def random_rates(rng: random.Random, quote: str, first: dt.date, last: dt.date) -> dict:
    """A rate for every currency and day, with few binary digits, so that no reading of it differs."""
    one = Fraction(1)
    in_dollars = {"USD": one, "EUR": one * 9 / 8, "JPY": one / 128, "KWD": one * 13 / 4}
    rates = {}
    for base in CURRENCIES:
        if base == quote:
            continue
        level = round(in_dollars[base] / in_dollars[quote] * 4096)
        for n in range((last - first).days + 1):
            if rng.random() < 0.3:
                level = max(8, level + rng.randrange(-level // 16 - 1, level // 16 + 2))
            rates[first + days(n), base, quote] = Fraction(level, 4096)
    return rates


# ------------------------------------------------------------ cases


def random_rows(rng: random.Random, names: list, currencies: tuple, identified: bool) -> list:
    """A subscriptions table; `identified` if its rows say whose subscription and item they are."""
    priced, rows = rng.random() < 0.7, []
    for name in names:
        for s in range(rng.choice((1, 1, 2, 3))):
            for item in range(rng.choice((1, 1, 1, 2)) if identified else 1):
                base = {"account": name, "currency": rng.choice(currencies)}
                if identified:
                    base |= {"subscription": f"{name}-s{s}", "item": f"i{item}"}
                made = history(rng, base, priced)
                refunds = [refund_of(rng, row) for row in made if rng.random() < 0.2]
                rows += made + [refund for refund in refunds if refund]
    if rng.random() < 0.3:
        rows.append(dict(rng.choice(rows)))
    rng.shuffle(rows)
    return rows


def random_case(seed: int) -> Case:
    rng = random.Random(seed)
    policy = random_policy(rng)
    names = [f"a{i}" for i in range(rng.choice((1, 3, 6, 8, 12)))]
    reporting = rng.choice((None, None, "USD", "EUR", "JPY"))
    currencies = ("USD",) if reporting is None else rng.choice((CURRENCIES, CURRENCIES, ("EUR",)))
    with_accounts = rng.random() < 0.6 or policy.grain == "parent"
    # Which row follows another is told by its account where there are no subscriptions; whether that is
    # the account before or after a merger is not settled.
    identified = with_accounts or policy.grain in ("subscription", "item") or rng.random() < 0.5
    rows = random_rows(rng, names, currencies, identified)
    accounts = random_accounts(rng, names) if with_accounts else []
    first = min(row["start"] for row in rows)
    as_of = first + days(rng.choice((rng.randrange(0, 60), 200, 365, 500, rng.randrange(1, 700))))
    rates = {}
    if reporting is not None:
        rates = random_rates(rng, reporting, first - days(1), as_of + days(1))
        if policy.exchange == "fixed":
            day = first + days(rng.randrange(0, (as_of - first).days + 1))
            policy = replace(policy, exchange_date=day)
    elif policy.exchange == "fixed":
        policy = replace(policy, exchange="period_end")
    return Case(rows, accounts, rates, reporting, as_of, policy)
