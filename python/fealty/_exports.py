# SPDX-License-Identifier: MIT
"""Reads a vendor's export: what comes out of it, and what is said of it."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import fealty
from fealty._columns import Finding
from fealty._sources import SourceError, duckdb, literal, quoted, reason, shown, sql_rows
from fealty._vendor_rows import Reader
from fealty._vendors import OUTPUTS, VendorSpec, read_spec, spec

#: The tables that take what an export makes.
TAKES = {"subscriptions": "Subscriptions", "changes": "MrrChanges"}


@dataclass
class VendorTable:
    """One table of an export: an Arrow table with fealty's names for its columns."""

    name: str  #: subscriptions, changes, summary or accounts
    columns: list[str]  #: those that have values
    connection: duckdb.DuckDBPyConnection = field(repr=False)

    def __len__(self) -> int:
        return int(sql_rows(self.connection, f"SELECT count(*) FROM temp.{self._table}")[0][0])

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.connection.sql(self._sql()).__arrow_c_stream__(requested_schema)

    def to_dict(self) -> dict[str, list[Any]]:
        """The columns as lists: days are dates, amounts decimals, what is missing is None."""
        rows = sql_rows(self.connection, self._sql())
        return {name: [row[place] for row in rows] for place, name in enumerate(self.columns)}

    def source_rows(self) -> list[int]:
        """The row of the export that each row is of, counted from 0; not for accounts."""
        if self.name == "accounts":
            raise SourceError("accounts are of several rows of an export")
        return [
            int(row) for (row,) in sql_rows(self.connection, "SELECT row FROM temp.result ORDER BY rowid")
        ]

    def arguments(self) -> dict[str, str]:
        """What the table that takes these rows has to be told."""
        names = {"currency": "currency_column"}
        return {names.get(name, name): name for name in self.columns}

    def to_table(self, on_error: Literal["fail", "drop"] = "fail") -> Any:
        """The validated table: Subscriptions or MrrChanges.

        :raises SourceError: for a table that is neither
        """
        if self.name not in TAKES:
            raise SourceError(f"{self.name} are no table that makes a ledger")
        arguments = self.arguments()
        if self.name == "changes":  # what was changed is told, and not asked for
            arguments = {name: arguments[name] for name in ("account", "date", "change", "currency_column")}
        arguments.pop("plan", None)  # as is what a subscription buys
        return getattr(fealty.revenue, TAKES[self.name])(self, **arguments, on_error=on_error)

    @property
    def _table(self) -> str:
        return "made_accounts" if self.name == "accounts" else "result"

    def _sql(self) -> str:
        cells = map(quoted, self.columns)
        return f"SELECT {', '.join(cells)} FROM temp.{self._table} ORDER BY rowid"


@dataclass
class VendorTables:
    """What a vendor's export makes: one of subscriptions, changes and summary, and the accounts."""

    vendor: str | None  #: none for a mapping file
    title: str  #: the export in words
    label: str  #: the source as it may be shown
    policy: str | None  #: the preset with the vendor's conventions, where there is one
    subscriptions: VendorTable | None
    changes: VendorTable | None
    summary: VendorTable | None
    accounts: VendorTable | None  #: whatever the export says of accounts that has no meaning here
    notes: list[str]  #: what was assumed
    findings: list[Finding]  #: rows that were left out, or are odd, and why
    unread: list[Finding]  #: those of them whose cells could not be read
    row_count: int  #: rows of that table, before any was left out
    connection: duckdb.DuckDBPyConnection = field(repr=False)
    found: dict[str, dict[str, str]] = field(repr=False)  #: table -> field -> column
    main: str = field(repr=False)  #: the table whose rows become rows

    @property
    def columns(self) -> dict[str, str]:
        """Field -> column of the table whose rows become rows."""
        return self.found[self.main]

    @property
    def table(self) -> VendorTable:
        """The one of subscriptions, changes and summary that there is."""
        return next(each for each in (self.subscriptions, self.changes, self.summary) if each is not None)

    def examples(self, rows: Iterable[int], table: str = "") -> list[dict[str, Any]]:
        """Some rows as the export has them: `row`, counted from 0, and `cells`, texts by column.

        :param table: of which; by default of that whose rows become rows
        """
        numbers = ", ".join(str(int(row)) for row in rows)
        if not numbers:
            return []
        names = [*dict.fromkeys(self.found[table or self.main].values())]
        cells = ", ".join(f"CAST({quoted(name)} AS VARCHAR)" for name in names)
        raw = f"temp.{quoted('raw_' + (table or self.main))}"
        query = f"SELECT rowid, {cells} FROM {raw} WHERE rowid IN ({numbers}) ORDER BY rowid"
        return [
            {"row": int(row), "cells": {name: cell or "" for name, cell in zip(names, texts, strict=True)}}
            for row, *texts in sql_rows(self.connection, query)
        ]

    def with_table(self, findings: Iterable[Any]) -> list[Any]:
        """The findings of the export, and those of the table it became, by the rows of the export."""
        rows = self.table.source_rows()
        result: list[Any] = list(self.findings)
        for each in findings:
            if len(each.rows) == 0:
                result.append(each)
                continue
            mapped = sorted({rows[int(row)] for row in each.rows})
            message = re.sub(
                r"(?<=\[)\d+(?=\])|(?<=\brow )\d+",
                lambda match: str(rows[int(match[0])]) if int(match[0]) < len(rows) else match[0],
                str(each.message),
            )
            for name, column in self.columns.items():  # what the export calls it
                message = message.replace(f" {name}[", f" {column}[")
            result.append(Finding(str(each.code), str(each.severity), mapped, message))
        return result


def read_vendor(
    source: str | Path,
    vendor: str | None = None,
    *,
    mapping: str | Path | None = None,
    table: str | None = None,
    query: str | None = None,
    tables: Mapping[str, str] | None = None,
    time_zone: str | None = None,
    date_format: str | None = None,
    decimal: Literal[".", ","] | None = None,
    currency: str | None = None,
    on_error: Literal["fail", "drop"] = "fail",
) -> VendorTables:
    """Reads what a vendor exports, by the vendor's own conventions.

    :param source: file, folder of files, or database
    :param vendor: whose export it is, one of :func:`vendors`; found by its columns by default
    :param mapping: TOML file that describes the columns instead
    :param table: table of a database
    :param query: SQL to read instead; a file is the table `source` in it
    :param tables: table of the description -> file or table of the source, for those with other names
    :param time_zone: in which instants become days; the mapping's, or else UTC
    :param date_format: how dates are written, in the letters of strptime
    :param decimal: what stands before the decimals of a number
    :param currency: ISO 4217 code of every row, for an export that does not say
    :param on_error: "fail" at a cell that cannot be read, or "drop" to leave its row out
    :returns: the tables, the notes and the findings
    :raises SourceError: for an unknown vendor, the wrong vendor, or a cell that cannot be read
    """
    if vendor is not None and mapping is not None:
        raise SourceError("a vendor and a mapping exclude each other")
    described = spec(vendor) if vendor is not None else read_spec(Path(mapping)) if mapping else None
    if decimal not in (None, ".", ","):
        raise SourceError(f"decimal = {decimal!r} is not one of '.', ','")
    zone = time_zone or (described.time_zone if described else None) or "UTC"
    connection = duckdb.connect()
    _settings(connection, zone, date_format)
    reader = Reader(connection, str(source), zone)
    if described is None:
        described = reader.detect(query, table)
    told = {"date_format": date_format, "decimal": decimal}
    described = _with(described, {name: value for name, value in told.items() if value is not None})
    reader.open_all(described, tables or {}, table, query)
    reader.type_all(described)
    unread = [each for each in reader.findings if each.severity == "error"]
    if unread and on_error == "fail":
        raise SourceError(unread[0].message)
    reader.choose(described)
    reader.finish(described, currency)
    return _tables(reader, described, unread, mapping is not None)


def _with(described: VendorSpec, told: Mapping[str, Any]) -> VendorSpec:
    return dataclasses.replace(described, **told)


def _settings(connection: duckdb.DuckDBPyConnection, zone: str, date_format: str | None) -> None:
    try:
        connection.execute(f"SET TimeZone = {literal(zone)}")
    except duckdb.Error:
        raise SourceError(f"{zone!r} is no time zone; one is Europe/Berlin") from None
    try:
        connection.execute("SELECT try_strptime('', ?)", [date_format or "%Y"])
    except duckdb.Error as error:
        raise SourceError(f"--date-format {date_format}: {reason(error)}") from None


def _tables(reader: Reader, described: VendorSpec, unread: list[Finding], mapped: bool) -> VendorTables:
    connection = reader.connection
    counts = ", ".join(f"count({quoted(name)})" for name in OUTPUTS[described.makes])
    [filled] = sql_rows(connection, f"SELECT {counts} FROM result")
    always = {
        "subscriptions": ("account", "start", "end", "currency"),
        "changes": ("account", "date", "change", "currency"),
        "summary": ("period", "opening", "closing", "currency"),
    }[described.makes]
    columns = [
        name for name, count in zip(OUTPUTS[described.makes], filled, strict=True) if count or name in always
    ]
    if described.makes == "subscriptions" and not {"mrr", "amount"} & {*columns}:
        columns.insert(columns.index("end") + 1, "amount")
    made = VendorTable(described.makes, columns, connection)
    accounts = None
    if reader.accounts(described):
        names = [str(row[0]) for row in sql_rows(connection, "DESCRIBE temp.made_accounts")]
        accounts = VendorTable("accounts", names, connection)
    raw = f"temp.{quoted('raw_' + described.rows)}"
    policy = (
        [f"policy: the conventions are those of the preset {described.policy}"] if described.policy else []
    )
    return VendorTables(
        vendor=None if mapped else described.name,
        title=described.title,
        label=shown(reader.source),
        policy=described.policy,
        subscriptions=made if described.makes == "subscriptions" else None,
        changes=made if described.makes == "changes" else None,
        summary=made if described.makes == "summary" else None,
        accounts=accounts,
        notes=[*reader.notes, *described.notes, *policy],
        findings=reader.findings,
        unread=unread,
        row_count=int(sql_rows(connection, f"SELECT count(*) FROM {raw}")[0][0]),
        connection=connection,
        found=reader.found,
        main=described.rows,
    )
