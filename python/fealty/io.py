# SPDX-License-Identifier: MIT
"""Reads subscriptions from files, databases and company folders, through DuckDB.

Columns are found by common names or mapped; whatever is guessed is noted. Texts become dates and numbers
here, amounts become money in :class:`fealty.revenue.Subscriptions`.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import fealty
from fealty._columns import (
    FIELDS,
    PRICES,
    Finding,
    choose_currency,
    drop_foreign_status,
    find_columns,
    find_extras,
    type_columns,
)
from fealty._exports import VendorTable, VendorTables, read_vendor
from fealty._sources import (
    SourceError,
    duckdb,
    folder_table,
    literal,
    open_source,
    quoted,
    reason,
    shown,
    sql_rows,
)
from fealty._vendors import vendors

__all__ = [
    "FIELDS",
    "PRICES",
    "SourceError",
    "SubscriptionRows",
    "VendorRows",
    "VendorTable",
    "VendorTables",
    "open_subscriptions",
    "open_vendor",
    "read_config",
    "read_subscriptions",
    "read_vendor",
    "vendors",
    "write_company",
]


@dataclass
class SubscriptionRows:
    """The rows of a source, their columns found and their texts read: an Arrow table for Subscriptions."""

    label: str  #: the source as it may be shown: a password is left out
    columns: dict[str, str]  #: field of the table -> column of the source
    currency: str | None  #: of all rows, unless there is a column of currencies
    notes: list[str]  #: what was assumed
    unread: list[Finding]  #: cells that could not be read; their rows have no account
    options: dict[str, str]  #: table, query, date_format and time_zone, as given
    connection: duckdb.DuckDBPyConnection = field(repr=False)
    #: `segment`, `cause` and `seats` -> a column with a common name for it, kept for what is not Subscriptions'
    extras: dict[str, str] = field(default_factory=dict, kw_only=True)

    @property
    def policy(self) -> str | None:
        """The preset with the conventions of whoever made these rows, where that is known."""
        return None

    def __len__(self) -> int:
        return int(sql_rows(self.connection, "SELECT count(*) FROM temp.typed")[0][0])

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.connection.sql("SELECT * FROM temp.typed").__arrow_c_stream__(requested_schema)

    def arguments(self) -> dict[str, Any]:
        """What Subscriptions has to be told about these rows."""
        return self.columns | ({"currency": self.currency} if self.currency else {})

    def told(self) -> dict[str, str]:
        """The options that read these rows again, with nothing left to be found."""
        return self.arguments() | self.options

    def reading(self, on_error: str) -> str:
        """Python that reads these rows again."""
        given = [f"{name}={value!r}" for name, value in self.told().items()]
        drop = ["on_error='drop'"] if on_error == "drop" else []
        return f"io.read_subscriptions({', '.join([repr(self._source()), *given, *drop])})"

    def _source(self) -> str:
        return "-" if self.label == "standard input" else self.label

    def accounts(self) -> int:
        """How many accounts there are."""
        account = quoted(self.columns["account"])
        return int(sql_rows(self.connection, f"SELECT count(DISTINCT {account}) FROM temp.raw")[0][0])

    def values_at_start(self, name: str) -> Any:
        """What a column says of each account from each day on that a row of it starts: an Arrow table.

        Of rows that start on one day, the first tells.

        :param name: a field, or a column that was kept when the rows were read
        """
        account, start = quoted(self.columns["account"]), quoted(self.columns["start"])
        value = quoted(self.columns.get(name, name))
        return self.connection.sql(
            f"SELECT t.{account} AS account, t.{start} AS start, "
            f"arg_min(nullif(trim(CAST(r.{value} AS VARCHAR)), ''), r.rowid) AS value "
            "FROM temp.typed t JOIN temp.raw r ON t.rowid = r.rowid "
            f"WHERE t.{account} IS NOT NULL AND t.{start} IS NOT NULL GROUP BY 1, 2"
        )

    def causes(self, column: str | None) -> tuple[str, Any] | None:
        """Why customers left, as far as the source says: what told it, and a relation of account, day, cause.

        :param column: a field or a kept column whose value on a row that ends is the cause; by default one
            with a common name, or else the table `causes` of a folder
        :returns: none where nothing tells
        :raises SourceError: when the table of causes cannot be read
        """
        column = column or self.extras.get("cause")
        if column is None:
            types = {"account": "VARCHAR", "date": "DATE", "cause": "VARCHAR"}
            name = folder_table(self.connection, Path(self.label), "causes", types)
            if name is None:
                return None
            return name, self.connection.sql(
                'SELECT account, "date" AS day, min(cause) AS cause FROM temp.causes GROUP BY 1, 2'
            )
        if "end" not in self.columns:
            return None
        account, end = quoted(self.columns["account"]), quoted(self.columns["end"])
        cause = f"nullif(trim(CAST(r.{quoted(self.columns.get(column, column))} AS VARCHAR)), '')"
        return column, self.connection.sql(
            f"SELECT CAST(t.{account} AS VARCHAR) AS account, CAST(t.{end} AS DATE) AS day, "
            f"arg_min({cause}, r.rowid) AS cause FROM temp.typed t JOIN temp.raw r ON t.rowid = r.rowid "
            f"WHERE t.{account} IS NOT NULL AND t.{end} IS NOT NULL GROUP BY 1, 2"
        )

    def terms(self) -> tuple[str, Any] | None:
        """For how long customers are bound, as far as the source says.

        What told it, and a relation of account, start and value: week, month, quarter, year, or null for
        other lengths.

        The intervals that prices are for tell, or else the table `contracts` of a folder: who has no contract
        then is bound for a month.

        :returns: none where nothing tells
        :raises SourceError: when the table of contracts cannot be read
        """
        account, start = quoted(self.columns["account"]), quoted(self.columns["start"])
        rows = f"FROM temp.typed t WHERE t.{account} IS NOT NULL AND t.{start} IS NOT NULL"
        if "interval_unit" in self.columns:
            unit = f"t.{quoted(self.columns['interval_unit'])}"
            count = f"t.{quoted(self.columns['interval_count'])}" if "interval_count" in self.columns else "1"
            length = f"concat(coalesce({count}, 1), ' ', {unit})"
            told = f"arg_min({_term(length)}, t.rowid)"
            return self.columns["interval_unit"], self.connection.sql(
                f"SELECT t.{account} AS account, t.{start} AS start, {told} AS value {rows} GROUP BY 1, 2"
            )
        types = {"account": "VARCHAR", "start": "DATE", "end": "DATE"}
        name = folder_table(self.connection, Path(self.label), "contracts", types)
        if name is None:
            return None
        length = "concat(date_diff('month', c.\"start\", c.\"end\"), ' month')"
        told = f"CASE WHEN count(c.account) = 0 THEN 'month' ELSE arg_max({_term(length)}, c.\"start\") END"
        return name, self.connection.sql(
            f"SELECT t.{account} AS account, t.{start} AS start, {told} AS value "
            f"FROM temp.typed t LEFT JOIN temp.contracts c ON c.account = CAST(t.{account} AS VARCHAR) "
            f'AND c."start" <= t.{start} AND t.{start} < c."end" '
            f"WHERE t.{account} IS NOT NULL AND t.{start} IS NOT NULL GROUP BY 1, 2"
        )

    def examples(self, rows: Iterable[int]) -> list[dict[str, Any]]:
        """Some rows as the source has them: `row`, counted from 0, and `cells`, texts by column."""
        numbers = ", ".join(str(int(row)) for row in rows)
        if not numbers:
            return []
        names = [*dict.fromkeys(self.columns.values())]
        cells = ", ".join(f"CAST({quoted(name)} AS VARCHAR)" for name in names)
        query = f"SELECT rowid, {cells} FROM temp.raw WHERE rowid IN ({numbers}) ORDER BY rowid"
        return [
            {
                "row": int(row),
                "cells": {name: "" if cell is None else cell for name, cell in zip(names, texts, strict=True)},
            }
            for row, *texts in sql_rows(self.connection, query)
        ]

    def examples_of(self, finding: Any, most: int) -> list[dict[str, Any]]:
        """Some rows that a finding is about, as :meth:`examples` gives them."""
        return self.examples(list(finding.rows)[:most])

    def subscriptions(self, on_error: Literal["fail", "drop"] = "fail") -> Any:
        """The validated table.

        :raises SourceError: when there are no rows, or a cell could not be read and `on_error` is "fail"
        """
        self.require_rows()
        if self.unread and on_error == "fail":
            raise SourceError(self.unread[0].message)
        return fealty.revenue.Subscriptions(self, **self.arguments(), on_error=on_error)

    def audit(self) -> list[Any]:
        """Every error and finding of the rows, cells that could not be read first."""
        self.require_rows()
        return self.with_cells(fealty.revenue.audit(self, **self.arguments()))

    def with_cells(self, findings: Iterable[Any]) -> list[Any]:
        """Findings of these rows and their cells; one that could not be read stands for the account it cost."""
        unread = {row for finding in self.unread for row in finding.rows}
        result: list[Any] = list(self.unread)
        for finding in findings:
            rows = [int(row) for row in finding.rows]
            kept = [row for row in rows if row not in unread]
            if finding.code != "null_account" or len(kept) == len(rows):
                result.append(finding)
            elif kept:
                text = re.sub(r"\[\d+\]", f"[{kept[0]}]", str(finding.message), count=1)
                result.append(Finding(finding.code, str(finding.severity), kept, text))
        return result

    def require_rows(self) -> None:
        if len(self) == 0:
            why = "the query gives no rows" if "query" in self.options else "it has columns, but no rows"
            raise SourceError(f"{self.label}: {why}")


def _term(length: str) -> str:
    """SQL for the name of a length such as 3 month, null where it has none."""
    named = {
        "week": ("1 week", "7 day"),
        "month": ("1 month",),
        "quarter": ("1 quarter", "3 month"),
        "year": ("1 year", "12 month", "4 quarter"),
    }
    cases = " ".join(
        f"WHEN {length} IN ({', '.join(map(literal, lengths))}) THEN {literal(term)}"
        for term, lengths in named.items()
    )
    return f"CASE {cases} END"


@dataclass
class VendorRows(SubscriptionRows):
    """The rows of a vendor's export, for whatever takes those of any other source."""

    export: VendorTables = field(kw_only=True, repr=False)

    @property
    def policy(self) -> str | None:
        preset = self.export.policy
        if preset is None or self.export.subscriptions is not None:
            return preset
        # Changes are of accounts: they cannot be counted by subscription.
        grain = fealty.revenue.preset_policy(preset).ledger.grain
        return preset if grain == "account" else None

    def __len__(self) -> int:
        return self.export.row_count

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.export.table.__arrow_c_stream__(requested_schema)

    def arguments(self) -> dict[str, Any]:
        return self.export.table.arguments()

    def told(self) -> dict[str, str]:
        return self.options

    def reading(self, on_error: str) -> str:
        given = [f"{name}={value!r}" for name, value in self.options.items()]
        drop = ["on_error='drop'"] if on_error == "drop" else []
        export = f"io.read_vendor({', '.join([repr(self._source()), *given, *drop])})"
        return f"{export}.table.to_table({', '.join(drop)})"

    def accounts(self) -> int:
        return int(sql_rows(self.connection, "SELECT count(DISTINCT account) FROM temp.result")[0][0])

    def causes(self, column: str | None) -> tuple[str, Any] | None:
        return None

    def terms(self) -> tuple[str, Any] | None:
        return None

    def examples(self, rows: Iterable[int]) -> list[dict[str, Any]]:
        return self.export.examples(rows)

    def examples_of(self, finding: Any, most: int) -> list[dict[str, Any]]:
        return self.export.examples(list(finding.rows)[:most], getattr(finding, "table", ""))

    def subscriptions(self, on_error: Literal["fail", "drop"] = "fail") -> Any:
        self._require_ledger()
        if self.unread and on_error == "fail":
            raise SourceError(self.unread[0].message)
        return self.export.table.to_table(on_error)

    def audit(self) -> list[Any]:
        self._require_ledger()
        if self.export.subscriptions is not None:
            return self.with_cells(fealty.revenue.audit(self, **self.arguments()))
        return self.with_cells(self.export.table.to_table("drop").findings)

    def with_cells(self, findings: Iterable[Any]) -> list[Any]:
        return self.export.with_table(findings)

    def _require_ledger(self) -> None:
        self.require_rows()
        if self.export.summary is not None:
            raise SourceError(
                f"{self.label}: {self.export.title} is a summary to compare a ledger with; it makes none"
            )


def open_vendor(source: str | Path, **options: str) -> VendorRows:
    """Reads a vendor's export, for a report or an audit.

    :param source: as for :func:`read_vendor`
    :param options: vendor, mapping, table, query, time_zone, date_format, decimal and currency, as there
    :returns: the rows, and what was found, assumed and left out
    """
    given: dict[str, Any] = dict(options)
    export = read_vendor(source, on_error="drop", **given)
    told = ({"vendor": export.vendor} if export.vendor else {}) | options
    return VendorRows(
        export.label,
        export.columns,
        None,
        export.notes,
        export.unread,
        told,
        export.connection,
        export=export,
    )


def read_subscriptions(
    source: str | Path,
    *,
    table: str | None = None,
    query: str | None = None,
    date_format: str | None = None,
    time_zone: str = "UTC",
    currency: str | None = None,
    on_error: Literal["fail", "drop"] = "fail",
    **columns: str,
) -> Any:
    """Reads a subscriptions table from a file, a database or a company folder.

    :param source: CSV, Parquet, JSON, SQLite or DuckDB file, postgresql:// URL, or folder
    :param table: table of a database; "subscriptions", or its only one, by default
    :param query: SQL to read instead; a file is the table `source` in it
    :param date_format: how dates are written, in the letters of strptime; ISO 8601 by default
    :param time_zone: in which instants become days
    :param currency: ISO 4217 code of every row; not with `currency_column`
    :param on_error: "fail", or "drop" to leave bad rows out
    :param columns: account, start, end, mrr and so on: the columns that have other than common names
    :returns: the validated table
    """
    rows = open_subscriptions(
        source,
        columns,
        table=table,
        query=query,
        date_format=date_format,
        time_zone=time_zone,
        currency=currency,
    )
    return rows.subscriptions(on_error)


def _one_query(connection: duckdb.DuckDBPyConnection, query: str) -> str:
    """The query without the semicolon and the comments after it: it becomes a part of another."""
    try:
        count = len(connection.extract_statements(query))
    except duckdb.Error:  # another database's SQL, or none at all: the source will say
        count = 1
    if count != 1:
        raise SourceError(f"--query: {count} statements; give one")
    for start, kind in reversed(duckdb.tokenize(query)):
        if kind != duckdb.token_type.comment and query[start:].strip() != ";":
            break
        query = query[:start]
    return query.strip()


def open_subscriptions(
    source: str | Path,
    columns: Mapping[str, str],
    *,
    table: str | None = None,
    query: str | None = None,
    date_format: str | None = None,
    time_zone: str = "UTC",
    currency: str | None = None,
    keep: Sequence[str] = (),
) -> SubscriptionRows:
    """Reads a source's rows and finds their columns.

    :param source: as for :func:`read_subscriptions`
    :param columns: field -> column, for those that are not to be found
    :param keep: fields or columns that :meth:`SubscriptionRows.values_at_start` and
        :meth:`SubscriptionRows.causes` are to tell
    :returns: the rows, ready for Subscriptions, and what was found and assumed
    :raises SourceError: when the source, or a column it needs, cannot be read
    """
    text = str(source)
    label = shown(text)
    connection = duckdb.connect()
    try:
        connection.execute(f"SET TimeZone = {literal(time_zone)}")
    except duckdb.Error:
        raise SourceError(f"{time_zone!r} is no time zone; one is Europe/Berlin") from None
    try:
        connection.execute("SELECT try_strptime('', ?)", [date_format or "%Y"])
    except duckdb.Error as error:
        raise SourceError(f"--date-format {date_format}: {reason(error)}") from None
    notes: list[str] = []
    query = _one_query(connection, query) if query else None
    sql = open_source(connection, text, table, query, date_format, notes)
    try:
        there = {str(row[0]): str(row[1]) for row in sql_rows(connection, f"DESCRIBE {sql}")}
        found = find_columns(label, list(there), columns, notes)
        currency = choose_currency(found, columns, currency, notes)
        kept = [found.get(name, name) for name in keep]
        for name in kept:
            if name not in there:
                raise SourceError(f"{label}: there is no column {name}; the columns are {', '.join(there)}")
        extras = find_extras(list(there))
        wanted = dict.fromkeys([*found.values(), *kept, *extras.values()])
        names = ", ".join(quoted(name) for name in wanted)
        connection.execute(f"CREATE TEMP TABLE raw AS SELECT {names} FROM ({sql})")
    except duckdb.Error as error:
        raise SourceError(f"{label}: {reason(error)}") from None
    drop_foreign_status(connection, found, columns, notes)
    unread = type_columns(connection, label, found, there, date_format, time_zone)
    options = {
        "table": table,
        "query": query,
        "date_format": date_format,
        "time_zone": time_zone if time_zone != "UTC" else None,
    }
    return SubscriptionRows(
        label,
        found,
        currency,
        notes,
        unread,
        {name: value for name, value in options.items() if value},
        connection,
        extras=extras,
    )

#: What may be said of a source besides its columns.
READING = ("currency", "table", "query", "date_format", "time_zone", "decimal", "vendor", "mapping")


def read_config(source: str) -> tuple[Path | None, dict[str, dict[str, Any]]]:
    """The fealty.toml beside a source, or else in the current folder.

    :returns: where it is, none without one, and its tables `subscriptions` and `ledger`
    :raises SourceError: when it cannot be read, or has keys that mean nothing
    """
    known = {
        "subscriptions": {*FIELDS, *READING},
        "ledger": {"as_of", "period", "window", "fiscal_year_start", "policy"},
    }
    beside = (
        []
        if source == "-" or "://" in source
        else [Path(source) if Path(source).is_dir() else Path(source).parent]
    )
    whole = ("window", "fiscal_year_start")
    for folder in [*beside, Path()]:
        path = folder / "fealty.toml"
        if not path.is_file():
            continue
        try:
            config = tomllib.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise SourceError(f"{path}: {error}") from None
        for name, table in config.items():
            if name not in known or not isinstance(table, dict):
                raise SourceError(f"{path}: {name} is not one of [subscriptions], [ledger]")
            for key, value in table.items():
                if key not in known[name]:
                    raise SourceError(
                        f"{path}: [{name}] has no key {key}; its keys are {', '.join(sorted(known[name]))}"
                    )
                if type(value) is not (int if key in whole else str) and key != "as_of":
                    raise SourceError(
                        f"{path}: {key} = {value!r} is not {'a whole number' if key in whole else 'a text'}"
                    )
        return path, {name: dict(config.get(name, {})) for name in known}
    return None, {name: {} for name in known}


def write_company(company: Any, folder: Path) -> list[str]:
    """Writes the tables of a company into a folder, each as CSV under its name.

    :param company: such as :func:`fealty.company.simulate` makes
    :param folder: where to; it exists
    :returns: the names of the files
    """
    written: list[str] = []
    for name in dir(company):
        table = getattr(company, name)
        if not isinstance(table, fealty.Frame) or not table.columns:
            continue
        columns = [_texts(table[column]) for column in table.columns]
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(table.columns)
            writer.writerows(zip(*columns, strict=True))
        written.append(f"{name}.csv")
    return written


def _texts(values: Any) -> list[Any]:
    """A column for a CSV file; nothing where a value is missing."""
    if values.dtype.kind == "M":
        return ["" if value is None else str(value) for value in values.astype(object)]
    if values.dtype.kind == "f":
        return ["" if value != value else f"{value:.15g}" for value in values.tolist()]
    return ["" if value is None else value for value in values.tolist()]
