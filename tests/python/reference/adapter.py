# SPDX-License-Identifier: MIT
"""A case as fealty takes it, its answers in the reference's words, and where the two differ.

Every call to fealty that the comparison makes is in this file.
"""

import dataclasses
import datetime as dt
from decimal import Decimal

import pyarrow as pa

import fealty as ft

from .ledger import (
    CLASSES,
    SEGMENT_CELLS,
    IllDefined,
    NegativeSum,
    Policy,
    exponent,
    mrr_ledger,
    segment_ledger,
)
from .random_tables import Case

TYPES = {
    "account": pa.string(),
    "start": pa.date32(),
    "end": pa.date32(),
    "mrr_minor": pa.int64(),
    "amount_minor": pa.int64(),
    "interval_unit": pa.string(),
    "interval_count": pa.int64(),
    "quantity": pa.int64(),
    "discount": pa.decimal128(18, 3),
    "discount_end": pa.date32(),
    "kind": pa.string(),
    "status": pa.string(),
    "subscription": pa.string(),
    "item": pa.string(),
    "cancel_requested": pa.date32(),
    "paid_through": pa.date32(),
    "currency": pa.string(),
}
DEFAULTS = {"interval_unit": "month", "interval_count": 1, "quantity": 1, "kind": "recurring"}
ALWAYS = ("account", "start", "end", "currency")
CELLS = ("opening", *CLASSES, "closing")


# ------------------------------------------------------------ what fealty takes


def subscriptions(rows: list):
    """ft.revenue.Subscriptions, of the columns that any row has."""
    rows = [dict(row) for row in rows]
    for row in rows:
        if "discount_minor" in row:
            row["discount"] = Decimal(row.pop("discount_minor")).scaleb(-exponent(row["currency"]))
    frame, names = {}, {}
    for name, kind in TYPES.items():
        if name not in ALWAYS and all(row.get(name) is None for row in rows):
            continue
        if name == "discount_end" and "discount" not in frame:  # which is refused, and ends nothing
            continue
        fill = Decimal(0) if name == "discount" else DEFAULTS.get(name)
        values = [fill if row.get(name) is None else row[name] for row in rows]
        frame[name] = pa.array(values, kind)
        names["currency_column" if name == "currency" else name] = name
    return ft.revenue.Subscriptions(pa.table(frame), **names)


def revenue_policy(policy: Policy):
    """ft.revenue.RevenuePolicy; a field that is None is given where None says something."""
    fields = dataclasses.asdict(policy)
    for name in ("exchange_date", "reactivation_days"):
        if fields[name] is None:
            del fields[name]
    if policy.exchange != "fixed":  # a day without fixed rates is refused
        fields.pop("exchange_date", None)
    return ft.revenue.RevenuePolicy(ledger=ft.revenue.LedgerPolicy(**fields))


def accounts_table(accounts: list):
    kinds = {name: pa.string() for name in ("account", "merged_into", "parent", "region")}
    kinds |= {name: pa.date32() for name in ("valid_from", "valid_to")}
    frame = {name: pa.array([row.get(name) for row in accounts], kind) for name, kind in kinds.items()}
    names = {name: name for name in kinds if name != "region"}
    return ft.revenue.Accounts(pa.table(frame), **names, attributes=["region"])


def exchange_rates(rates: dict):
    keys = sorted(rates)
    frame = {
        "date": pa.array([date for date, _, _ in keys], pa.date32()),
        "base": pa.array([base for _, base, _ in keys], pa.string()),
        "quote": pa.array([quote for _, _, quote in keys], pa.string()),
        "rate": pa.array([float(rates[key]) for key in keys], pa.float64()),
    }
    return ft.revenue.ExchangeRates(pa.table(frame), date="date", base="base", quote="quote", rate="rate")


def ledger_of(case: Case, **options):
    """ft.revenue.mrr_ledger of a case."""
    accounts = case.accounts
    if case.policy.grain == "parent" and not accounts:  # this grain asks for a table, if one without parents
        accounts = [{"account": name} for name in sorted({row["account"] for row in case.rows})]
    if accounts:
        options["accounts"] = accounts_table(accounts)
    if case.reporting_currency is not None:
        options["reporting_currency"] = case.reporting_currency
        options["exchange_rates"] = exchange_rates(case.rates)
    return ft.revenue.mrr_ledger(
        subscriptions(case.rows), as_of=case.as_of, policy=revenue_policy(case.policy), **options
    )


def segments_of(ledger, case: Case):
    return ft.revenue.segment_ledger(ledger, accounts_table(case.accounts), by="region")


def behind(ledger, period: dt.date, cell: str) -> list:
    """Amounts in minor units of the accounts behind a cell."""
    opened = ft.revenue.accounts_behind(ledger, period=period, kind=cell)
    return [int(amount) for amount in opened.amount_minor]


def retention_of(ledger, window: int) -> list:
    """A dict for each period that has one `window` periods before it; amounts in minor units."""
    out = ft.retention.revenue_retention(ledger, window=window)
    amounts = ("base", "retained", "gross_retained")
    columns = {name: [int(value) for value in getattr(out, f"{name}_minor")] for name in amounts}
    columns |= {"nrr": out.nrr.tolist(), "grr": out.grr.tolist()}
    columns["period"] = [row["period"] for row in pa.table(out).to_pylist()]
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


# ------------------------------------------------------------ what fealty answers


def minor(amount: Decimal, currency: str) -> int:
    scaled = amount.scaleb(exponent(currency))
    assert scaled == int(scaled)
    return int(scaled)


def periods_of(ledger, currency: str) -> list:
    """A dict for each period, amounts in minor units, `exchange` 0 where there is none."""
    out = []
    for row in pa.table(ledger.periods).to_pylist():
        cells = {name: minor(row[name], currency) for name in CELLS}
        cells["exchange"] = minor(row.get("exchange") or Decimal(0), currency)
        cells |= {f"{name}_accounts": row[f"{name}_accounts"] for name in CELLS}
        out.append({key: row[key] for key in ("period", "period_end", "complete")} | cells)
    return out


def movements_of(ledger, currency: str, *, dated: bool) -> list:
    """(unit, period, day or None, kind, amount), sorted; an effect of exchange rates is no movement."""
    out = []
    for row in pa.table(ledger.movements).to_pylist():
        if row["kind"] == "exchange":
            continue
        ids = (row["account"], *(row["part"].split("/") if row["part"] is not None else ()))
        day = row["date"] if dated else None
        out.append((ids, row["period"], day, row["kind"], minor(row["amount"], currency)))
    return sorted(out, key=repr)


def segment_cells(table, currency: str) -> dict:
    """{(segment, period): cells}, of those that have any cell that is not 0."""
    out = {}
    for row in pa.table(table).to_pylist():
        cells = {}
        for name in SEGMENT_CELLS:
            cells[name] = minor(row.get(name) or Decimal(0), currency)
            cells[f"{name}_accounts"] = row.get(f"{name}_accounts") or 0
        if any(cells.values()):
            out[row["segment"], row["period"]] = cells
    return out


# ------------------------------------------------------------ differences


def currency_of(case: Case) -> str:
    return case.reporting_currency or case.rows[0]["currency"]


def reference_movements(want) -> list:
    out = []
    for m in want.movements:
        day = None if m.day is None else dt.date.fromordinal(m.day)
        first = dt.date.fromordinal(want.spans[m.period].first)
        out.append((m.unit, first, day, m.kind, m.amount))
    return sorted(out, key=repr)


def unequal(what: str, got, want) -> list:
    return [] if got == want else [f"{what}: got {got}, want {want}"]


def unequal_sets(what: str, got: list, want: list) -> list:
    extra = [row for row in got if row not in want]
    missing = [row for row in want if row not in got]
    return [f"{what}: {row} is not in the reference" for row in extra] + [
        f"{what}: {row} is missing" for row in missing
    ]


def unequal_tables(what: str, got: dict, want: dict) -> list:
    out = []
    for key in sorted({*got, *want}, key=repr):
        mine, other = got.get(key, {}), want.get(key, {})
        for cell in sorted({*mine, *other}):
            out += unequal(f"{what} {key} {cell}", mine.get(cell, 0), other.get(cell, 0))
    return out


def by_first_day(periods: list) -> dict:
    """Cells by period, from the first that is not empty: rows that count nothing may open a ledger."""
    cells = [name for cell in CELLS for name in (cell, f"{cell}_accounts")]
    while periods and not any(periods[0][name] for name in cells):
        periods = periods[1:]
    return {row["period"]: {key: value for key, value in row.items() if key != "period"} for row in periods}


def differences(case: Case) -> list | None:
    """Where fealty and the reference differ, in words; None where the definitions do not settle the case."""
    try:
        want = mrr_ledger(case.rows, **case.arguments())
    except IllDefined:
        return None
    except NegativeSum as error:
        try:
            ledger_of(case)
        except ft.InvalidInput:
            return []
        return [f"takes a sum below 0: {error}"]
    try:
        ledger = ledger_of(case)
    except ft.Error as error:
        return [f"throws {error}"]
    currency = currency_of(case)
    got = by_first_day(periods_of(ledger, currency))
    out = unequal_tables("period", got, by_first_day(want.periods))
    dated = case.policy.netting == "event"
    out += unequal_sets("movement", movements_of(ledger, currency, dated=dated), reference_movements(want))
    if case.accounts and want.spans:
        cells = segment_cells(segments_of(ledger, case), currency)
        out += unequal_tables("segment", cells, segment_ledger(want, case.accounts, "region"))
    return out


def smallest(case: Case) -> Case:
    """A case that still differs and of which no row, account or convention can be left out."""

    def candidates(case):
        for field in ("rows", "accounts"):
            values = getattr(case, field)
            least = 1 if field == "rows" else 0
            for i in range(len(values) if len(values) > least else 0):
                yield dataclasses.replace(case, **{field: values[:i] + values[i + 1 :]})
        for field in dataclasses.fields(Policy):
            if getattr(case.policy, field.name) != field.default and field.name != "exchange_date":
                yield dataclasses.replace(
                    case, policy=dataclasses.replace(case.policy, **{field.name: field.default})
                )
        for i, row in enumerate(case.rows):
            for name in row:
                if name not in (*ALWAYS, "mrr_minor", "amount_minor", "subscription", "item"):
                    less = {key: value for key, value in row.items() if key != name}
                    yield dataclasses.replace(case, rows=[*case.rows[:i], less, *case.rows[i + 1 :]])

    while True:
        for candidate in candidates(case):
            try:
                differs = differences(candidate)
            except ValueError:  # of the reference, about a case that no longer hangs together
                continue
            if differs:
                case = candidate
                break
        else:
            return case
