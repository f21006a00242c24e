# SPDX-License-Identifier: MIT
"""The ledger of a subscriptions table, straight from the definitions.

Rows become pieces (an interval of days with one monthly amount), pieces become the states of a unit, and
states become movements. Amounts are whole minor units, ratios are fractions, time is walked day by day:
nothing here is meant to be fast, and nothing is shared with what it checks.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction

OPEN = 10**9
EXPONENTS = {"JPY": 0, "KWD": 3}  # 2 for every other currency
CLASSES = ("new_business", "reactivation", "expansion", "contraction", "churn")
SIGNS = {"new_business": 1, "reactivation": 1, "expansion": 1, "contraction": -1, "churn": -1}


class NegativeSum(ValueError):
    """Refunds outweigh what they are refunds of."""


class MissingRate(ValueError):
    """No exchange rate is known on a day."""


class IllDefined(Exception):  # noqa: N818 - not an error of the table's, but of the definitions
    """The definitions do not settle this table under this policy."""


@dataclass(frozen=True)
class Policy:
    """The fields of LedgerPolicy that the days of a table meet, with its defaults."""

    grain: str = "account"
    netting: str = "period"
    period: str = "month"
    fiscal_year_start: int = 1
    snapshot: str = "last_day"
    churn_date: str = "paid_period_end"
    gap_days: int = 0
    reactivation_days: int | None = None
    join_and_leave: str = "shown"
    week_factor: str = "per_year"
    day_factor: str = "per_year"
    rounding: str = "half_even"
    discount: str = "all"
    metered: str = "excluded"
    paused: str = "zero_at_paid_period_end"
    past_due_days: int | None = 30
    unpaid: str = "past_due"
    refund: str = "ignored"
    free: str = "active"
    merged: str = "recomputed"
    exchange: str = "period_end"
    exchange_date: dt.date | None = None


@dataclass(frozen=True)
class Piece:
    """A part of a row that has one monthly amount."""

    number: int
    unit: tuple
    currency: str
    start: int
    end: int
    amount: int
    row_start: int
    ends_row: bool  # False for what goes on at another amount when its discount ends


@dataclass(frozen=True)
class Span:
    """One period: its first day, its last day, and the last day of it that is known."""

    first: int
    end: int
    last: int


@dataclass
class Movement:
    unit: tuple
    period: int  # index
    kind: str
    amount: int
    day: int | None = None  # by event


@dataclass
class UnitHistory:
    """What became of a unit."""

    value: list = field(default_factory=list)  # at each period's end, in the ledger's currency
    customer: list = field(default_factory=list)
    exchange: list = field(default_factory=list)  # (period, amount, day or None for the opening's)
    movements: list = field(default_factory=list)
    daily: dict = field(default_factory=dict)  # by event: day -> (customer, pieces) at its end


@dataclass
class Ledger:
    policy: Policy
    spans: list
    units: dict  # unit -> UnitHistory
    valuer: object
    periods: list = field(default_factory=list)  # a dict of cells each

    @property
    def movements(self) -> list:
        return [movement for history in self.units.values() for movement in history.movements]


# ------------------------------------------------------------ numbers


def rounded(value: Fraction, rule: str) -> int:
    """The nearest whole number; a half goes to the even one, or away from 0."""
    if rule == "half_even":
        return round(value)
    size = (abs(value) + Fraction(1, 2)).__floor__()
    return size if value >= 0 else -size


def exponent(currency: str) -> int:
    return EXPONENTS.get(currency, 2)


class Rates:
    """Exchange rates: that of the latest day that has one. Keys are (date, base, quote)."""

    def __init__(self, rates: dict | None):
        self.by_pair = defaultdict(dict)
        for (date, base, quote), rate in (rates or {}).items():
            self.by_pair[base, quote][date.toordinal()] = Fraction(rate)

    def convert(self, amount: int, base: str, quote: str, day: int, rule: str) -> int:
        if base == quote or amount == 0:
            return amount
        known = self.by_pair[base, quote]
        while day not in known:
            if day < min(known, default=OPEN):
                raise MissingRate(f"{base} to {quote} on {dt.date.fromordinal(day)}")
            day -= 1
        rate = known[day]
        return rounded(amount * rate * Fraction(10) ** (exponent(quote) - exponent(base)), rule)


# ------------------------------------------------------------ rows to pieces


def ordinal(value: dt.date | None, missing=None):
    return missing if value is None else value.toordinal()


def counts_as_mrr(row: dict, policy: Policy) -> bool:
    kind, status, unit = row.get("kind") or "recurring", row.get("status"), row.get("interval_unit")
    if kind in ("trial", "one_time") or status == "trialing":
        return False
    if policy.metered == "separate":
        if kind != "metered":
            return False
    elif kind == "metered" and policy.metered == "excluded":
        return False
    if kind == "refund" and policy.refund == "ignored":
        return False
    if unit == "week" and policy.week_factor == "zero":
        return False
    return not (unit == "day" and policy.day_factor == "zero")


def months_factor(unit: str, policy: Policy) -> Fraction:
    """How many times its amount a unit is worth per month."""
    week = {"per_year": Fraction(52, 12), "times_4_33": Fraction(433, 100), "times_4": Fraction(4)}
    day = {"per_year": Fraction(365, 12), "times_30": Fraction(30)}
    if unit == "week":
        return week[policy.week_factor]
    if unit == "day":
        return day[policy.day_factor]
    return {"month": Fraction(1), "quarter": Fraction(1, 3), "year": Fraction(1, 12)}[unit]


def monthly(row: dict, policy: Policy, discounted: bool) -> int:
    if row.get("mrr_minor") is not None:
        return row["mrr_minor"]
    quantity = row.get("quantity")
    line = row["amount_minor"] * (1 if quantity is None else quantity)
    if discounted:
        line = max(0, line - (row.get("discount_minor") or 0))
    factor = months_factor(row.get("interval_unit") or "month", policy) / (row.get("interval_count") or 1)
    return rounded(line * factor, policy.rounding)


def end_by_churn_date(rows: list, i: int, policy: Policy) -> int:
    """The end of a row, before its status is looked at."""
    row = rows[i]
    start, end = ordinal(row["start"]), ordinal(row.get("end"), OPEN)
    cancelled, paid = ordinal(row.get("cancel_requested")), ordinal(row.get("paid_through"))
    late = row.get("status") in ("past_due", "unpaid", "paused")
    if end == OPEN and cancelled is not None and paid is not None:
        end = max(paid, cancelled)
    elif policy.churn_date == "paid_period_end" and end != OPEN and paid is not None and not late:
        with_subscriptions = any(other.get("subscription") is not None for other in rows)
        same = ("account", "subscription") if with_subscriptions else ("account",)
        next_starts = [
            ordinal(other["start"])
            for j, other in enumerate(rows)
            if j != i and all(other.get(k) == row.get(k) for k in same) and ordinal(other["start"]) >= end
        ]
        end = min([max(end, paid), *next_starts])
    if policy.churn_date == "cancel_request" and cancelled is not None:
        end = min(end, max(cancelled, start))
    return end


def end_by_status(row: dict, end: int, policy: Policy) -> int | None:
    """The end of a row, its status being what it is; None where it counts nothing."""
    start, paid, status = ordinal(row["start"]), ordinal(row.get("paid_through")), row.get("status")
    if status == "paused":
        if policy.paused == "hold":
            return end
        if policy.paused == "zero_now" or paid is None:
            return None
        return min(end, max(start, paid))
    if status == "unpaid" and policy.unpaid == "churned":
        return None
    if status in ("past_due", "unpaid") and policy.past_due_days is not None:
        late_from = paid if paid is not None and paid > start else start
        return min(end, late_from + policy.past_due_days)
    return end


def discount_end(row: dict, policy: Policy) -> int:
    """The first day without the discount; the row's start where it does not count at all."""
    start, end = ordinal(row["start"]), ordinal(row.get("end"), OPEN)
    until = ordinal(row.get("discount_end"), OPEN)
    if policy.discount == "none" or (policy.discount == "recurring" and until < end):
        return start
    return until


def chain(name, onward: dict):
    while onward.get(name) is not None:
        name = onward[name]
    return name


def unit_of(row: dict, policy: Policy, accounts: Iterable[dict]) -> tuple:
    merged, parents = {}, {}
    for account in accounts:
        merged[account["account"]] = account.get("merged_into")
        parents[account["account"]] = account.get("parent")
    name = row["account"]
    if policy.merged == "recomputed":
        name = chain(name, merged)
    if policy.grain == "parent":
        name = chain(name, parents)
    if policy.grain == "subscription":
        return (name, row["subscription"])
    if policy.grain == "item":
        return (name, row["subscription"], row["item"])
    return (name,)


def pieces_of(rows: list, policy: Policy, accounts: Iterable[dict]) -> list:
    """Every piece that counts something, of every row."""
    pieces = []
    for i, row in enumerate(rows):
        if not counts_as_mrr(row, policy):
            continue
        start = ordinal(row["start"])
        end = end_by_status(row, end_by_churn_date(rows, i, policy), policy)
        zero_length_counts = policy.snapshot == "end_inclusive"
        if end is None or end < start or (end == start and not zero_length_counts):
            continue
        until = discount_end(row, policy)
        parts = [(start, end, start < until)]
        if start < until < end and monthly(row, policy, False) != monthly(row, policy, True):
            parts = [(start, until, True), (until, end, False)]
        begun = None  # a row takes the rates of the day on which it begins to count
        for first, last, discounted in parts:
            amount = monthly(row, policy, discounted)
            if row.get("kind") == "refund":
                if amount == 0:
                    continue
                amount = -amount
            elif amount == 0 and policy.free == "churned":
                continue
            unit = unit_of(row, policy, accounts)
            begun = first if begun is None else begun
            after = last + 1 if last == end and zero_length_counts else last  # the end is the row's last day
            pieces.append(Piece(len(pieces), unit, row["currency"], first, after, amount, begun, last == end))
    return pieces


def closed_gaps(pieces: list, gap_days: int) -> list:
    """The pieces of one unit, prolonged over gaps that are no churn."""
    pieces = list(pieces)
    for day in sorted({piece.start for piece in pieces} | {piece.end for piece in pieces}):
        if any(piece.start <= day < piece.end for piece in pieces):
            continue
        later = [piece.start for piece in pieces if piece.start > day]
        if later and min(later) - day <= gap_days:
            pieces = [replace(piece, end=min(later)) if piece.end == day else piece for piece in pieces]
    return pieces


# ------------------------------------------------------------ periods


def period_first(day: int, policy: Policy) -> int:
    date = dt.date.fromordinal(day)
    if policy.period == "day":
        return day
    if policy.period == "week":
        return day - date.weekday()
    length = {"month": 1, "quarter": 3, "year": 12}[policy.period]
    first = date.replace(day=1)
    while (first.month - policy.fiscal_year_start) % length != 0:
        first = (first - dt.timedelta(days=1)).replace(day=1)
    return first.toordinal()


def spans_between(first_day: int, as_of: int, policy: Policy) -> list:
    spans = []
    first = period_first(first_day, policy)
    while first <= as_of:
        following = first + 1
        while period_first(following, policy) == first:
            following += 1
        spans.append(Span(first, following - 1, min(following - 1, as_of)))
        first = following
    return spans


# ------------------------------------------------------------ states


def counted(pieces: list, span: Span, snapshot: str) -> list:
    """The pieces that count in a period's state."""
    if snapshot in ("last_day", "end_inclusive"):
        return [p for p in pieces if p.start <= span.last < p.end]
    if snapshot == "first_day":
        return [p for p in pieces if p.start <= span.first < p.end]
    # A row counts once, however many discounts end within it: a piece that goes on gives way.
    return [p for p in pieces if p.start <= span.last and p.end > (span.first if p.ends_row else span.last)]


def native_sums(pieces: Iterable[Piece]) -> dict:
    sums = defaultdict(int)
    for piece in pieces:
        sums[piece.currency] += piece.amount
    return sums


def is_customer(pieces: list, before: bool) -> bool:
    if any(total > 0 for total in native_sums(pieces).values()):
        return True
    return before and any(piece.amount == 0 for piece in pieces)


class OneCurrency:
    """Amounts as they are."""

    def value(self, pieces, span):
        return sum(piece.amount for piece in pieces)

    def opening_effect(self, pieces, before, span):
        return 0

    def step(self, before, after, span):
        """(movement, exchange) of a change from one state to another."""
        return self.value(after, span) - self.value(before, span), 0


class AtPeriodEnd(OneCurrency):
    """Each currency's sum at the rate of the period's last known day."""

    def __init__(self, rates: Rates, currency: str, rule: str):
        self.rates, self.currency, self.rule = rates, currency, rule

    def value(self, pieces, span):
        return sum(
            self.rates.convert(total, currency, self.currency, span.last, self.rule)
            for currency, total in native_sums(pieces).items()
        )

    def opening_effect(self, pieces, before, span):
        return self.value(pieces, span) - self.value(pieces, before) if pieces else 0


class AtServiceStart(OneCurrency):
    """Each row at the rate of its start."""

    def __init__(self, rates: Rates, currency: str, rule: str):
        self.rates, self.currency, self.rule = rates, currency, rule

    def one(self, piece):
        return self.rates.convert(piece.amount, piece.currency, self.currency, piece.row_start, self.rule)

    def value(self, pieces, span):
        return sum(self.one(piece) for piece in pieces)

    def step(self, before, after, span):
        stay = {p.number for p in before} & {p.number for p in after}
        begin = [p for p in after if p.number not in stay]
        cease = [p for p in before if p.number not in stay]
        movement = exchange = 0
        for currency in sorted({p.currency for p in begin + cease}):
            came = [p for p in begin if p.currency == currency]
            went = [p for p in cease if p.currency == currency]
            s, vs = sum(p.amount for p in came), self.value(came, span)
            e, ve = sum(p.amount for p in went), self.value(went, span)
            effect = 0
            if (s < 0 and e != 0) or (e < 0 and s != 0):
                raise IllDefined("a change that is a refund in one currency")
            stayed = max(0, min(s, e))
            if stayed > 0:
                effect = round(Fraction(stayed * vs, s)) - round(Fraction(stayed * ve, e))
            exchange += effect
            movement += vs - ve - effect
        return movement, exchange


def kind_of_return(ever: bool, days_away: int | None, policy: Policy) -> str:
    if not ever:
        return "new_business"
    if policy.reactivation_days is not None and days_away > policy.reactivation_days:
        return "new_business"
    return "reactivation"


# ------------------------------------------------------------ netting by period


def customer_spells(pieces: list, as_of: int) -> list:
    """[first day, day after the last) of each time a unit is a customer, day by day."""
    spells, before = [], False
    for day in range(min((p.start for p in pieces), default=0), as_of + 1) if pieces else ():
        now = is_customer([p for p in pieces if p.start <= day < p.end], before)
        if now and not before:
            spells.append([day, OPEN])
        if before and not now:
            spells[-1][1] = day
        before = now
    return spells


def days_away(spells: list, before: Span, span: Span, snapshot: str) -> int | None:
    """The gap that is open at the state of the period before; else the latest that ended by this one's."""
    gaps = [(left[1], back[0]) for left, back in zip(spells, spells[1:], strict=False)]
    then, now = (before.first, span.first) if snapshot == "first_day" else (before.last, span.last)
    for left, back in gaps:
        if left <= then < back:
            return back - left
    closed = [back - left for left, back in gaps if back <= now]
    if not closed:
        raise IllDefined("a return of one that was never away")
    return closed[-1]


def by_period(unit: tuple, pieces: list, spans: list, policy: Policy, valuer) -> UnitHistory:
    history = UnitHistory()
    spells = customer_spells(pieces, spans[-1].last) if policy.reactivation_days is not None else []
    before, was, ever = [], False, False
    for i, span in enumerate(spans):
        after = counted(pieces, span, policy.snapshot)
        if any(total < 0 for total in native_sums(after).values()):
            raise IllDefined("a state below 0 though no day is")
        now = is_customer(after, was)
        effect = valuer.opening_effect(before, spans[i - 1], span)
        movement, exchange = valuer.step(before, after, span)
        kind = None
        if now and not was:
            away = None
            if ever and policy.reactivation_days is not None:
                away = days_away(spells, spans[i - 1], span, policy.snapshot)
            kind = kind_of_return(ever, away, policy)
        elif was and not now:
            kind = "churn"
        elif was and movement != 0:
            kind = "expansion" if movement > 0 else "contraction"
        if kind:
            history.movements.append(Movement(unit, i, kind, movement * SIGNS[kind]))
        elif movement != 0:
            raise IllDefined("MRR of one that is no customer")
        if effect + exchange != 0:
            history.exchange.append((i, effect + exchange, None))
        history.value.append(valuer.value(after, span))
        history.customer.append(now)
        before, was, ever = after, now, ever or now
    return history


# ------------------------------------------------------------ netting by event


def steps_of_day(pieces: list, day: int, valuer, span: Span) -> list:
    """The changes of a day, in order: (pieces that end, pieces that begin) each."""
    begin = [p for p in pieces if p.start == day]
    end = [p for p in pieces if p.end == day]
    if begin and end:
        return [(end, begin)]
    changes = begin or end
    if len(changes) > 1:
        if len({p.currency for p in changes}) > 1:
            raise IllDefined("the order of amounts of several currencies")
        by_amount = defaultdict(set)
        for piece in changes:
            by_amount[piece.amount].add(valuer.value([piece], span))
        if any(len(values) > 1 for values in by_amount.values()):
            raise IllDefined("the order of equal amounts that are worth different ones")
    changes = sorted(changes, key=lambda p: p.amount)
    return [((), (p,)) for p in changes] if begin else [((p,), ()) for p in changes]


def by_event(unit: tuple, pieces: list, spans: list, policy: Policy, valuer) -> UnitHistory:
    history = UnitHistory()
    current, customer, ever = [], False, False
    left_on = spell_from = spell_mark = None
    for i, span in enumerate(spans):
        if i > 0 and current:
            effect = valuer.opening_effect(current, spans[i - 1], span)
            if effect != 0:
                history.exchange.append((i, effect, None))
        for day in range(span.first, span.last + 1):
            if not any(day in (p.start, p.end) for p in pieces):
                continue
            for end, begin in steps_of_day(pieces, day, valuer, span):
                gone = {p.number for p in end}
                after = [p for p in current if p.number not in gone] + list(begin)
                if any(total < 0 for total in native_sums(after).values()):
                    raise IllDefined("a state below 0 within a day")
                now = is_customer(after, customer)
                movement, exchange = valuer.step(current, after, span)
                kind = None
                if now and not customer:
                    kind = kind_of_return(ever, None if left_on is None else day - left_on, policy)
                    spell_from, spell_mark = i, (len(history.movements), len(history.exchange), day)
                elif customer and not now:
                    kind = "churn"
                elif customer and movement != 0:
                    kind = "expansion" if movement > 0 else "contraction"
                if kind:
                    history.movements.append(Movement(unit, i, kind, movement * SIGNS[kind], day))
                elif movement != 0:
                    raise IllDefined("MRR of one that is no customer")
                if exchange != 0:
                    history.exchange.append((i, exchange, day))
                if kind == "churn":
                    if policy.join_and_leave == "ignored" and not ever and spell_from == i:
                        del history.movements[spell_mark[0] :]
                        del history.exchange[spell_mark[1] :]
                        for past in range(spell_mark[2], day):
                            history.daily.pop(past, None)
                    else:
                        ever, left_on = True, day
                current, customer = after, now
            history.daily[day] = (customer, current)
        history.value.append(valuer.value(current, span))
        history.customer.append(customer)
    return history


# ------------------------------------------------------------ ledger


def check_not_negative(pieces: list, as_of: int) -> None:
    for day in {p.start for p in pieces} | {p.end for p in pieces}:
        if day <= as_of:
            for currency, total in native_sums(p for p in pieces if p.start <= day < p.end).items():
                if total < 0:
                    raise NegativeSum(f"{currency} {total} on {dt.date.fromordinal(day)}")


def add_up(ledger: Ledger) -> list:
    """The cells of every period."""
    out = []
    for i, span in enumerate(ledger.spans):
        cells = {"period": dt.date.fromordinal(span.first), "period_end": dt.date.fromordinal(span.end)}
        histories = ledger.units.values()
        cells["opening"] = sum(h.value[i - 1] for h in histories) if i else 0
        cells["opening_accounts"] = sum(h.customer[i - 1] for h in histories) if i else 0
        for name in CLASSES:
            moved = [m.amount for m in ledger.movements if m.period == i and m.kind == name]
            cells[name], cells[f"{name}_accounts"] = sum(moved), len(moved)
        cells["exchange"] = sum(amount for h in histories for p, amount, _ in h.exchange if p == i)
        cells["closing"] = sum(h.value[i] for h in histories)
        cells["closing_accounts"] = sum(h.customer[i] for h in histories)
        cells["complete"] = span.end == span.last
        out.append(cells)
    return out


def mrr_ledger(
    rows: list,
    *,
    as_of: dt.date,
    policy: Policy | None = None,
    accounts: Iterable[dict] = (),
    rates: dict | None = None,
    reporting_currency: str | None = None,
) -> Ledger:
    """The ledger of rows: dicts with account, start, end, currency, mrr_minor or amount_minor, and more.

    `accounts` are dicts with account, merged_into, parent, valid_from, valid_to and attributes; `rates`
    goes from (date, base, quote) to a number.
    """
    policy = policy or Policy()
    if policy.netting == "event" and policy.snapshot != "last_day":
        raise ValueError("events have no other snapshot than last_day")
    today = as_of.toordinal()
    pieces = [p for p in pieces_of(rows, policy, accounts) if p.start <= today]
    valuer = OneCurrency()
    if reporting_currency is None:
        if len({row["currency"] for row in rows}) > 1:
            raise ValueError("several currencies and none to report in")
    elif policy.exchange == "fixed":
        day = policy.exchange_date.toordinal()
        table = Rates(rates)

        def fixed(piece):
            amount = table.convert(piece.amount, piece.currency, reporting_currency, day, policy.rounding)
            if amount == 0 != piece.amount:
                raise IllDefined("an amount that is nothing in the reporting currency")
            return replace(piece, currency=reporting_currency, amount=amount)

        pieces = [fixed(piece) for piece in pieces]
    else:
        made = AtPeriodEnd if policy.exchange == "period_end" else AtServiceStart
        valuer = made(Rates(rates), reporting_currency, policy.rounding)

    if not pieces:
        return Ledger(policy, [], {}, valuer)
    spans = spans_between(min(p.start for p in pieces), today, policy)
    units = defaultdict(list)
    for piece in pieces:
        units[piece.unit].append(piece)
    walk = by_event if policy.netting == "event" else by_period
    ledger = Ledger(policy, spans, {}, valuer)
    for unit in sorted(units):
        own = closed_gaps(units[unit], policy.gap_days)
        check_not_negative(own, today)
        ledger.units[unit] = walk(unit, own, spans, policy, valuer)
    ledger.periods = add_up(ledger)
    return ledger


# ------------------------------------------------------------ segments


def attribute_on(accounts: Iterable[dict], account, by: str, day: int):
    for row in accounts:
        if (
            row["account"] == account
            and ordinal(row.get("valid_from"), -OPEN) <= day < ordinal(row.get("valid_to"), OPEN)
        ):
            return row.get(by)
    return None


SEGMENT_CELLS = (
    "opening",
    *CLASSES,
    "exchange",
    "entered",
    "left",
    "closing",
)


def segment_ledger(ledger: Ledger, accounts: list, by: str) -> dict:
    """{(segment, period's first day): cells}, of those that have any cell that is not 0."""
    table = defaultdict(lambda: defaultdict(int))
    spans = ledger.spans

    def add(segment, i, cell, amount, units=1):
        cells = table[segment, dt.date.fromordinal(spans[i].first)]
        cells[cell] += amount
        cells[f"{cell}_accounts"] += units

    for unit, history in ledger.units.items():
        segments = [attribute_on(accounts, unit[0], by, span.last) for span in spans]
        for i, (value, customer) in enumerate(zip(history.value, history.customer, strict=True)):
            if customer:
                add(segments[i], i, "closing", value)
                if i + 1 < len(spans):
                    add(segments[i], i + 1, "opening", value)
        walk = segment_events if ledger.policy.netting == "event" else segment_periods
        walk(ledger, accounts, by, unit, segments, add)
    return {
        key: {name: cells.get(name, 0) for cell in SEGMENT_CELLS for name in (cell, f"{cell}_accounts")}
        for key, cells in table.items()
        if any(cells.values())
    }


def segment_periods(ledger, accounts, by, unit, segments, add):
    history = ledger.units[unit]
    moved = {m.period: m for m in history.movements}
    effects = {i: amount for i, amount, _ in history.exchange}
    for i, segment in enumerate(segments):
        movement = moved.get(i)
        where = segment
        if i > 0 and history.customer[i - 1]:
            if movement is not None and movement.kind == "churn":
                where = segments[i - 1]
            elif segments[i - 1] != segment:
                add(segments[i - 1], i, "left", history.value[i - 1])
                add(segment, i, "entered", history.value[i - 1])
        if movement is not None:
            add(where, i, movement.kind, movement.amount)
        if effects.get(i):
            add(where, i, "exchange", effects[i], 0)


def segment_events(ledger, accounts, by, unit, segments, add):
    history = ledger.units[unit]
    for movement in history.movements:
        where = attribute_on(accounts, unit[0], by, movement.day)
        add(where, movement.period, movement.kind, movement.amount)
    for i, amount, day in history.exchange:
        where = segments[i - 1] if day is None else attribute_on(accounts, unit[0], by, day)
        add(where, i, "exchange", amount, 0)
    customer, pieces = False, []
    for i, span in enumerate(ledger.spans):
        for day in range(span.first, span.last + 1):
            old = attribute_on(accounts, unit[0], by, day - 1)
            new = attribute_on(accounts, unit[0], by, day)
            if old != new and customer:
                amount = ledger.valuer.value(pieces, span)
                add(old, i, "left", amount)
                add(new, i, "entered", amount)
            customer, pieces = history.daily.get(day, (customer, pieces))
