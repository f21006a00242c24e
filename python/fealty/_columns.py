# SPDX-License-Identifier: MIT
"""Finds the columns of a subscriptions table by common names, and reads texts as days, numbers and flags."""

from __future__ import annotations

import difflib
import inspect
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import fealty
from fealty._sources import SourceError, literal, quoted, sql_rows

if TYPE_CHECKING:
    import duckdb

#: The columns of a subscriptions table, and the names they are found by: a later group counts only where
#: no column has a name of an earlier one. Case, spaces and punctuation do not matter.
FIELDS: dict[str, tuple[str, ...]] = {
    "account": (
        "account accountid customer customerid client clientid subscriber subscriberid",
        "company companyid organization organizationid organisation organisationid org orgid tenant tenantid "
        "workspace workspaceid",
        "user userid member memberid",
    ),
    "start": (
        "start startdate startedat startedon startsat startson subscriptionstart subscriptionstartdate "
        "periodstart validfrom begin begindate servicestart servicestartdate effectivefrom activatedat",
        "created createdat createdon signupdate",
    ),
    "end": (
        "end enddate endedat endedon endsat endson subscriptionend subscriptionenddate periodend validto "
        "validuntil serviceend serviceenddate effectiveto expiresat expirydate expirationdate",
        "canceledat cancelledat canceldate canceleddate cancelleddate cancellationdate churndate churnedat "
        "churnedon terminatedat terminationdate deactivatedat",
    ),
    "mrr": ("mrr mrramount monthlyamount monthlyrecurringrevenue monthlyrevenue monthlyprice monthlyfee",),
    "mrr_minor": ("mrrminor mrrcents mrrincents monthlyamountcents",),
    "amount": ("amount price planamount recurringamount",),
    "amount_minor": ("amountminor amountcents amountincents pricecents",),
    "interval_unit": (
        "intervalunit interval billinginterval billingperiod billingfrequency billingcycle planinterval",
    ),
    "interval_count": ("intervalcount billingintervalcount planintervalcount",),
    "quantity": ("quantity qty",),
    "discount": ("discount discountamount",),
    "discount_end": ("discountend discountenddate discountendsat",),
    "kind": ("kind subscriptionkind",),
    "trial": ("trial istrial ontrial intrial trialflag",),
    "status": ("status subscriptionstatus",),
    "subscription": ("subscription subscriptionid",),
    "item": ("item itemid subscriptionitem subscriptionitemid",),
    "plan": ("plan planid plancode planname",),
    "cancel_requested": ("cancelrequested cancelrequestedat cancellationrequested cancellationrequestedat",),
    "paid_through": ("paidthrough paidthroughdate paiduntil paidto",),
    "signed_on": ("signedon signedat signeddate contractsignedon contractsigneddate",),
    "currency_column": ("currency currencycode",),
}

#: Columns that tell customers apart or say why they left; the first names are the best.
EXTRAS: dict[str, str] = {
    "segment": "segment customersegment plan plantier planname plancode planid tier",
    "cause": "churnreason cancellationreason cancelreason reasonforchurn churncause cause",
    "seats": "quantity qty seats",
}

PRICES: tuple[str, ...] = ("mrr", "mrr_minor", "amount", "amount_minor")
PRICE_PARTS = ("interval_unit", "interval_count", "quantity", "discount", "discount_end")
DETAILS = ("status", "subscription", "item", "plan", "cancel_requested", "paid_through", "signed_on")
DATES = ("start", "end", "discount_end", "cancel_requested", "paid_through", "signed_on")
STATUSES = ("active", "trialing", "past_due", "unpaid", "paused")
WHOLE = ("mrr_minor", "amount_minor", "interval_count", "quantity")
INTERVALS = {
    "daily": "day",
    "days": "day",
    "weekly": "week",
    "weeks": "week",
    "monthly": "month",
    "months": "month",
    "quarterly": "quarter",
    "quarters": "quarter",
    "yearly": "year",
    "years": "year",
    "annual": "year",
    "annually": "year",
    "annum": "year",
}

#: The columns that the table of the installed extension takes.
TAKEN = frozenset(inspect.signature(fealty.revenue.Subscriptions).parameters)

#: A day of ISO 8601, with or without a time: what may be read without being told how dates are written.
ISO = r"^\d{4}[-/]\d{1,2}[-/]\d{1,2}([ T]\d{1,2}:[^()]*)?$"


@dataclass(frozen=True)
class Finding:
    """Something about cells that could not be read, in the form of a table's findings."""

    code: str
    severity: str
    rows: Sequence[int]
    message: str
    table: str = ""  #: whose rows these are, where they are not those of the source's main table


def find_columns(
    label: str, there: Sequence[str], given: Mapping[str, str], notes: list[str]
) -> dict[str, str]:
    """Which column each field is: the one that was given, or the one with a common name."""
    found = {name: _given_column(label, there, name, column) for name, column in given.items()}

    def look(name: str) -> None:
        if name in found:
            return
        free = [each for each in there if each not in found.values()]
        column = _common_column(label, free, name)
        if column is None:
            return
        found[name] = column
        alike = PRICES if name in PRICES else (name,)
        others = [
            each for each in free if each != column and any(_is_common(each, other) for other in alike)
        ]
        if others:
            option = next(each for each in alike if _is_common(others[0], each)).replace("_", "-")
            notes.append(
                f"{name}: {column} is read, {' and '.join(others)} not; --{option} {others[0]} would"
            )

    for name in ("account", "start", "end"):
        look(name)
    for name in PRICES:
        if not any(price in found for price in PRICES):
            look(name)
    if "amount" in found or "amount_minor" in found:
        for name in PRICE_PARTS:
            look(name)
    if "kind" not in found and "trial" not in found:
        look("kind")
    if "kind" not in found:
        look("trial")
    for name in DETAILS:
        if name in TAKEN:
            look(name)
    look("currency_column")
    _require(label, there, found)
    return {name: found[name] for name in FIELDS if name in found}


def find_extras(there: Sequence[str]) -> dict[str, str]:
    """The columns with common names among `EXTRAS`."""
    plain = {re.sub(r"[\W_]", "", column).casefold(): column for column in reversed(there)}
    hits = {name: [plain[each] for each in names.split() if each in plain] for name, names in EXTRAS.items()}
    return {name: columns[0] for name, columns in hits.items() if columns}


def _given_column(label: str, there: Sequence[str], name: str, column: str) -> str:
    same = [each for each in there if each == column] or [
        each for each in there if each.casefold() == column.casefold()
    ]
    if not same:
        close = difflib.get_close_matches(column, there, 1)
        hint = f" (did you mean {close[0]}?)" if close else ""
        raise SourceError(
            f"{label}: {name} = {column!r} is no column{hint}; the columns are {', '.join(there)}"
        )
    return same[0]


def _is_common(column: str, name: str) -> bool:
    return any(re.sub(r"[\W_]", "", column).casefold() in group.split() for group in FIELDS[name])


def _common_column(label: str, there: Sequence[str], name: str) -> str | None:
    plain = {column: re.sub(r"[\W_]", "", column).casefold() for column in there}
    for group in FIELDS[name]:
        names = group.split()
        hits = [column for column in there if plain[column] in names]
        if len(hits) > 1:
            option = "currency-column" if name == "currency_column" else name.replace("_", "-")
            raise SourceError(
                f"{label}: {' and '.join(hits)} could both be the column {name}; choose with --{option}"
            )
        if hits:
            return hits[0]
    return None


def _require(label: str, there: Sequence[str], found: Mapping[str, str]) -> None:
    needed = {
        "account": "--account (who pays)",
        "start": "--start (first day of a row)",
        "end": "--end (first day after it; empty while it lasts)",
        "mrr": "--mrr (monthly amount), or --amount with --interval-unit",
    }
    missing = [
        name
        for name in needed
        if name not in found and not (name == "mrr" and any(each in found for each in PRICES))
    ]
    if missing:
        asked = "; ".join(needed[name] for name in missing)
        raise SourceError(
            f"{label}: no column found for {', '.join(missing)}; give {asked}; "
            f"the columns are {', '.join(there)}"
        )
    price = next(name for name in PRICES if name in found)
    if price.startswith("amount") and "interval_unit" not in found:
        monthly = price.replace("amount", "mrr").replace("_", "-")
        raise SourceError(
            f"{label}: {found[price]} is paid per what? Give --interval-unit with the column that says so, "
            f"or --{monthly} {found[price]} if it is a monthly amount"
        )


def choose_currency(
    found: dict[str, str], given: Mapping[str, str], currency: str | None, notes: list[str]
) -> str | None:
    """The currency of all rows, none where a column has it."""
    if currency and "currency_column" in given:
        raise SourceError("--currency and --currency-column exclude each other")
    if currency:
        found.pop("currency_column", None)
        return currency.upper()
    if "currency_column" in found:
        return None
    notes.append("currency: USD is assumed; --currency or --currency-column says another")
    return "USD"


def drop_foreign_status(
    connection: duckdb.DuckDBPyConnection, found: dict[str, str], given: Mapping[str, str], notes: list[str]
) -> None:
    """Forgets a status that was found by its name when its words are another system's."""
    if "status" not in found or "status" in given:
        return
    word = f"lower(trim(CAST({quoted(found['status'])} AS VARCHAR)))"
    known = ", ".join(literal(each) for each in ("", *STATUSES))
    foreign = sql_rows(
        connection, f"SELECT {word} FROM temp.raw WHERE {word} NOT IN ({known}) GROUP BY 1 ORDER BY 1 LIMIT 3"
    )
    if foreign:
        words = ", ".join(str(each) for (each,) in foreign)
        notes.append(
            f"status: {found['status']} is not read, as it has other words ({words}); a mapping file says "
            "what they mean"
        )
        del found["status"]


def type_columns(
    connection: duckdb.DuckDBPyConnection,
    label: str,
    found: Mapping[str, str],
    types: Mapping[str, str],
    date_format: str | None,
    time_zone: str,
) -> list[Finding]:
    """Makes the table `typed`: days, numbers and flags of whatever `raw` has.

    :returns: the cells that could not be read; their rows have no account in `typed`
    """
    if len(set(found.values())) < len(found):
        column = next(each for each in found.values() if [*found.values()].count(each) > 1)
        fields = [name for name, each in found.items() if each == column]
        raise SourceError(f"{label}: {' and '.join(fields)} are both the column {column}")
    cells, unread = {}, {}
    for name, column in found.items():
        cells[name] = _cell(label, name, column, types[column], date_format, time_zone)
        text = f"trim(CAST({quoted(column)} AS VARCHAR))"
        unread[name] = f"({quoted(column)} IS NOT NULL AND {text} <> '' AND {cells[name]} IS NULL)"
    findings = []
    for name, column in found.items():
        rows = [
            row
            for (row,) in sql_rows(
                connection, f"SELECT rowid FROM temp.raw WHERE {unread[name]} ORDER BY rowid"
            )
        ]
        if rows:
            findings.append(_unread(connection, label, name, column, rows, date_format))
    if findings:
        cells["account"] = f"CASE WHEN NOT ({' OR '.join(unread.values())}) THEN {cells['account']} END"
    listed = ", ".join(f"{cell} AS {quoted(found[name])}" for name, cell in cells.items())
    connection.execute(f"CREATE TEMP TABLE typed AS SELECT {listed} FROM temp.raw ORDER BY rowid")
    return findings


def _cell(label: str, name: str, column: str, type_: str, date_format: str | None, time_zone: str) -> str:
    """SQL for a cell as its field needs it, null where it cannot be read."""
    x = quoted(column)
    text = f"nullif(trim(CAST({x} AS VARCHAR)), '')"
    if name in DATES:
        moment = _moment(label, column, type_, date_format, time_zone)
        ends = name in ("end", "discount_end")
        day = f"CAST({moment} AS {'TIMESTAMP' if ends and type_ != 'DATE' else 'DATE'})"
        return f"CASE WHEN isfinite({day}) THEN {day} END"  # ends with their times: 23:59 is a finding
    if name in WHOLE:
        decimal = f"TRY_CAST({text} AS DECIMAL(38, 6))"
        return f"CASE WHEN {decimal} = trunc({decimal}) THEN TRY_CAST({decimal} AS BIGINT) END"
    if name in ("mrr", "amount", "discount"):
        exact = type_ in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "DOUBLE") or type_.startswith("DECIMAL")
        return x if exact else f"TRY_CAST({text} AS DOUBLE)"
    if name == "trial":
        yes, no = "('true', 't', 'yes', 'y', '1')", "('false', 'f', 'no', 'n', '0')"
        word = f"coalesce(lower({text}), 'false')"
        return f"CASE WHEN {word} IN {yes} THEN true WHEN {word} IN {no} THEN false END"
    if name == "interval_unit":
        cases = " ".join(f"WHEN {literal(word)} THEN {literal(unit)}" for word, unit in INTERVALS.items())
        return f"CASE lower({text}) {cases} ELSE lower({text}) END"
    if name == "status":
        return f"lower({text})"
    if name == "currency_column":
        return f"upper({text})"
    ids = ("account", "subscription", "item", "plan")
    return x if name in ids and type_ in ("TINYINT", "SMALLINT", "INTEGER", "BIGINT") else text


def _moment(label: str, column: str, type_: str, date_format: str | None, time_zone: str) -> str:
    """SQL for a day and its time, in the reporting time zone; null where it cannot be read."""
    x, text = quoted(column), f"trim(CAST({quoted(column)} AS VARCHAR))"
    if type_ == "TIMESTAMP WITH TIME ZONE":
        return f"({x} AT TIME ZONE {literal(time_zone)})"
    if type_ == "DATE" or type_.startswith("TIMESTAMP"):
        return x
    if not _is_text(type_) and type_ != '"NULL"':
        raise SourceError(f"{label}: {column} has the type {type_}, and is no date; make it one with --query")
    if date_format:
        return f"try_strptime({text}, {literal(date_format)})"
    zoned = f"regexp_matches({text}, '[T ].*([Zz]|[+-]\\d{{2}}(:?\\d{{2}})?)$')"
    instant = f"(TRY_CAST({text} AS TIMESTAMPTZ) AT TIME ZONE {literal(time_zone)})"
    moment = f"CASE WHEN {zoned} THEN {instant} ELSE TRY_CAST({text} AS TIMESTAMP) END"
    return f"CASE WHEN regexp_matches({text}, {literal(ISO)}) THEN {moment} END"


def _is_text(type_: str) -> bool:
    return type_ == "VARCHAR" or type_.startswith("ENUM")


def _unread(
    connection: duckdb.DuckDBPyConnection,
    label: str,
    name: str,
    column: str,
    rows: list[int],
    date_format: str | None,
) -> Finding:
    value = sql_rows(
        connection, f"SELECT CAST({quoted(column)} AS VARCHAR) FROM temp.raw WHERE rowid = {rows[0]}"
    )[0][0]
    if name in DATES and value.strip().lstrip("+-").casefold() == "infinity":
        code, what = "unreadable_date", "is no day; an end that is not known yet is empty"
    elif name in DATES:
        code, what = (
            "unreadable_date",
            f"is not a date like {date_format or '2024-12-31'}; --date-format says how dates are written",
        )
    elif name == "trial":
        code, what = "unreadable_flag", "is neither true nor false"
    else:
        code, what = (
            "unreadable_number",
            "is not a whole number" if name in WHOLE else "is not a number like 1234.50",
        )
    return Finding(code, "error", rows, f"{label}: {column}[{rows[0]}] = {value} {what}")
