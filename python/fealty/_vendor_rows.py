# SPDX-License-Identifier: MIT
"""Makes tables of a vendor's export, as its description says: opens, types, joins, leaves out, cuts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import fealty
from fealty._columns import INTERVALS, ISO, Finding
from fealty._sources import (
    SUFFIXES,
    SourceError,
    duckdb,
    literal,
    open_source,
    quoted,
    reason,
    shown,
    sql_rows,
)
from fealty._vendors import HELPERS, OUTPUTS, Drop, TableSpec, VendorSpec, choose_file, detect, misfit

NUMBER = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
COMMA_NUMBER = r"^[+-]?\d+(,\d+)?$"
DECIMAL, WIDE = "DECIMAL(28, 9)", "DECIMAL(38, 12)"
STAYS = "row NOT IN (SELECT row FROM left_out)"
LATE = ("past_due", "unpaid", "paused")

SQL_TYPES = {
    **dict.fromkeys(("start", "date", "period", "trial_end", "discount_start", "status_since"), "DATE"),
    **dict.fromkeys(("cancel_requested", "paid_through", "signed_on", "discount_end"), "DATE"),
    "end": "TIMESTAMP",  # with its time: 23:59 is a finding
    **dict.fromkeys(("mrr", "amount", "discount", "change", "opening", "closing", "percent_off"), DECIMAL),
    **dict.fromkeys(("quantity", "interval_count"), "BIGINT"),
}
MONEY = ("mrr", "amount", "discount", "change", "opening", "closing")

STATUS_DROPS = (
    Drop(
        code="left_out_by_status",
        severity="information",
        when="status = 'left_out'",
        value="status_word",
        rule="is a status of what was never live, and the row is left out",
    ),
    Drop(
        code="ended_without_a_day",
        when="status = 'ended' AND \"end\" IS NULL",
        value="status_word",
        rule="has no day on which it ended, and the row is left out",
    ),
)


class Reader:
    """The work on one export; each step leaves its tables in the connection."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, source: str, time_zone: str) -> None:
        self.connection, self.source, self.time_zone = connection, source, time_zone
        self.notes: list[str] = []
        self.findings: list[Finding] = []
        self.labels: dict[str, str] = {}  #: of each file that was opened
        self.execute("CREATE TEMP TABLE left_out (row BIGINT)")  # of the main table
        self.raw: dict[str, dict[str, str]] = {}  #: table -> its columns and their types
        self.found: dict[str, dict[str, str]] = {}  #: table -> field -> column

    def execute(self, sql: str) -> None:
        try:
            self.connection.execute(sql)
        except duckdb.Error as error:
            raise SourceError(f"{shown(self.source)}: {reason(error)}") from None

    # -- opening

    def files(self, tables: Mapping[str, str]) -> dict[str, str]:
        """The files of a folder by name; none for a single file or a database."""
        if tables or self.source == "-" or "://" in self.source or not Path(self.source).is_dir():
            return {}
        names = sorted(each.name for each in Path(self.source).iterdir() if each.is_file())
        return {
            name: str(Path(self.source) / name)
            for name in names
            if Path(name.removesuffix(".gz")).suffix.lower() in SUFFIXES
        }

    def open(
        self, name: str, source: str, table: str | None, query: str | None, date_format: str | None
    ) -> list[str]:
        """Copies a file's rows into raw_`name`; gives its columns."""
        notes: list[str] = []
        self.connection.execute("DETACH DATABASE IF EXISTS source_db")  # of the table before
        sql = open_source(self.connection, source, table, query, date_format, notes)
        self.execute(f"CREATE OR REPLACE TEMP TABLE {quoted('raw_' + name)} AS {sql}")
        for left in ("TABLE temp.source_rows", "VIEW temp.source"):
            self.connection.execute(f"DROP {left.replace(' ', ' IF EXISTS ', 1)}")
        described = sql_rows(self.connection, f"DESCRIBE {quoted('raw_' + name)}")
        self.raw[name] = {str(row[0]): str(row[1]) for row in described}
        self.labels[name] = shown(source) if table is None else f"{shown(source)}, table {table}"
        self.notes += notes
        return list(self.raw[name])

    def detect(self, query: str | None, table: str | None) -> VendorSpec:
        """Which export this is, by its columns."""
        files = self.files({})
        there: dict[str, list[str]] = {}
        for place, (name, path) in enumerate((files or {self.source: self.source}).items()):
            there[name] = self.open(f"look{place}", path, table, query, None)
            self.connection.execute(f"DROP TABLE {quoted(f'raw_look{place}')}")
        self.raw, self.labels, self.notes = {}, {}, []
        spec = detect(shown(self.source), there)
        names = spec.main.find(next(iter(there.values())) if len(there) == 1 else [])
        by = f", by its columns {', '.join(names.values())}" if names else ", by its files and their columns"
        self.notes.append(f"vendor: {spec.name} ({spec.title}){by}")
        return spec

    def open_all(
        self, spec: VendorSpec, tables: Mapping[str, str], table: str | None, query: str | None
    ) -> None:
        """Opens every file that a description reads."""
        for name in tables:
            if name not in spec.tables:
                raise SourceError(f"{spec.name} has no table {name}; its tables are {', '.join(spec.tables)}")
        files = self.files(tables)
        database = self._is_database()
        for name, each in spec.tables.items():
            try:
                there = self._open_one(spec, each, tables, files, database, table, query)
            except FileNotFoundError:
                if each.optional:
                    continue
                raise SourceError(self._absent(spec, each, list(files))) from None
            if there and each.missing(there):
                raise misfit(spec, each, self.labels[name], there)
            self.found[name] = each.find(there)

    def _open_one(
        self,
        spec: VendorSpec,
        each: TableSpec,
        tables: Mapping[str, str],
        files: Mapping[str, str],
        database: bool,
        table: str | None,
        query: str | None,
    ) -> list[str]:
        if each.name in tables:
            if database:
                return self.open(each.name, self.source, tables[each.name], None, spec.date_format)
            beside = Path(self.source) if Path(self.source).is_dir() else Path()
            return self.open(each.name, str(beside / tables[each.name]), None, None, spec.date_format)
        if files and len(files) == 1 and len(spec.tables) == 1:
            return self.open(each.name, next(iter(files.values())), None, query, spec.date_format)
        if files:
            chosen = choose_file(each, list(files), spec.name)
            if isinstance(chosen, list):
                raise SourceError(
                    f"{shown(self.source)}: {' and '.join(chosen)} could both be the table {each.name}; "
                    "say which with tables"
                )
            if chosen is None:
                raise FileNotFoundError
            return self.open(each.name, files[chosen], None, None, spec.date_format)
        if each is spec.main and (not database or len(spec.tables) == 1 or table or query):
            return self.open(each.name, self.source, table, query, spec.date_format)
        if not database:
            raise FileNotFoundError
        for name in each.files:
            try:
                return self.open(each.name, self.source, name, None, spec.date_format)
            except SourceError as error:
                if "there is no table" not in str(error):
                    raise
        raise FileNotFoundError

    def _is_database(self) -> bool:
        return "://" in self.source or Path(self.source).suffix.lower() in (
            *(".sqlite", ".sqlite3", ".duckdb", ".ddb", ".db"),
        )

    def _absent(self, spec: VendorSpec, table: TableSpec, files: Sequence[str]) -> str:
        needed = [name for name, each in spec.tables.items() if not each.optional]
        there = f"; it has {', '.join(files)}" if files else ""
        what = "a folder or database with" if len(needed) > 1 else "a source with"
        return (
            f"{shown(self.source)}: has no table {table.name} ({', '.join(table.files)}){there}; "
            f"{spec.name} reads {what} the tables {', '.join(needed)}"
        )

    # -- cells

    def type_all(self, spec: VendorSpec) -> None:
        """Makes of each raw table one with a column for each field, and `row`, counted from 0."""
        for name, table in spec.tables.items():
            self._type(spec, table, self.found.get(name))
        names = ", ".join(f"({literal(name)})" for name in self.found)
        self.execute(f"CREATE TEMP TABLE opened AS SELECT * FROM (VALUES {names}) AS opened(name)")

    def _type(self, spec: VendorSpec, table: TableSpec, found: Mapping[str, str] | None) -> None:
        here = found or {}
        cells, there = {}, {}  # each is worked out once: most of the time goes into days
        for name in table.columns:
            if name not in here:
                cells[name] = f"CAST(NULL AS {_sql_type(table.types[name])})"
                continue
            cells[name] = self._cell(spec, table, name, here[name], self.raw[table.name][here[name]])
            there[name] = f"{_text(here[name])} IS NOT NULL"
        words = {
            f"{name}_word": _text(here[name]) if name in here else "CAST(NULL AS VARCHAR)"
            for name in table.values
        }
        flags = {f"{name} is there": told for name, told in there.items()}
        listed = ", ".join(f"{cell} AS {quoted(name)}" for name, cell in (cells | words | flags).items())
        origin = "(SELECT 0 AS rowid) WHERE false" if found is None else quoted("raw_" + table.name)
        made = quoted(table.name)
        self.execute(
            f"CREATE TEMP TABLE {made} AS SELECT CAST(rowid AS BIGINT) AS row, {listed} FROM {origin} "
            "ORDER BY rowid"
        )
        wrong = {field: f"({quoted(f'{field} is there')} AND {quoted(field)} IS NULL)" for field in there}
        for field, unread in wrong.items():
            self._report(spec, table, field, unread)
        bad = " OR ".join(wrong.values()) or "false"
        if table.name == spec.rows:
            self.execute(f"INSERT INTO left_out SELECT row FROM {made} WHERE {bad}")
        self.execute(f"DELETE FROM {made} WHERE {bad}")
        for flag in flags:
            self.execute(f"ALTER TABLE {made} DROP COLUMN {quoted(flag)}")
        if table.key and found is not None:
            self._once(table)

    def _once(self, table: TableSpec) -> None:
        """Keeps one row of each key: the latest version, or else the last row."""
        name, key = quoted(table.name), quoted(str(table.key))
        order = f"{quoted(table.latest)} DESC NULLS LAST, row DESC" if table.latest else "row DESC"
        place = f"row_number() OVER (PARTITION BY {key} ORDER BY {order})"
        older = f"SELECT row, {key} FROM {name} WHERE {key} IS NOT NULL QUALIFY {place} > 1 ORDER BY row"
        again = sql_rows(self.connection, older)
        if not again:
            return
        rows = [int(row) for row, _ in again]
        column = self.found[table.name][str(table.key)]
        self.findings.append(
            Finding(
                "several_versions",
                "information",
                rows,
                f"{self.labels[table.name]}: {column}[{rows[0]}] = {again[0][1]} has several rows; "
                + (f"the one with the latest {table.latest} is read" if table.latest else "the last is read"),
                table.name,
            )
        )
        self.execute(f"DELETE FROM {name} WHERE row IN (SELECT row FROM ({older}))")

    def _cell(self, spec: VendorSpec, table: TableSpec, name: str, column: str, type_: str) -> str:
        """SQL for a cell, null where it cannot be read."""
        text, kind = _text(column), table.types[name]
        if name in table.values:
            cases = " ".join(
                f"WHEN {literal(word)} THEN {literal(ours)}" for word, ours in table.values[name].items()
            )
            return f"CASE lower({text}) {cases} END"
        if name == "interval_unit":
            cases = " ".join(f"WHEN {literal(word)} THEN {literal(unit)}" for word, unit in INTERVALS.items())
            return f"CASE lower({text}) {cases} ELSE lower({text}) END"
        if kind in ("number", "whole"):
            number = _number(text, spec.decimal if type_ == "VARCHAR" else ".")
            whole = f"CASE WHEN {number} = trunc({number}) THEN CAST({number} AS BIGINT) END"
            return whole if kind == "whole" else number
        if kind in ("time", "local"):
            return self._moment(spec, column, type_, kind)
        if kind == "flag":
            yes, no = "('true', 't', 'yes', 'y', '1')", "('false', 'f', 'no', 'n', '0')"
            return f"CASE WHEN lower({text}) IN {yes} THEN true WHEN lower({text}) IN {no} THEN false END"
        return f"upper({text})" if kind == "currency" else text

    def _moment(self, spec: VendorSpec, column: str, type_: str, kind: str) -> str:
        """SQL for a day and its time in the reporting time zone."""
        x, text, zone = quoted(column), _text(column), literal(self.time_zone)

        def local(moment: str) -> str:
            return f"(({moment}) AT TIME ZONE {literal(spec.written_in)} AT TIME ZONE {zone})"

        if type_ == "TIMESTAMP WITH TIME ZONE":
            return f"({x} AT TIME ZONE {zone})"
        if type_ == "DATE":
            return f"CAST({x} AS TIMESTAMP)"
        if type_.startswith("TIMESTAMP"):
            return x if kind == "local" else local(x)
        if spec.date_format:
            moment = f"try_strptime({text}, {literal(spec.date_format)})"
            has_time = any(letter in spec.date_format for letter in ("%H", "%I", "%X", "%c"))
            return local(moment) if has_time and kind == "time" else moment
        zoned = f"regexp_matches({text}, '[T ].*([Zz]|[+-]\\d{{2}}(:?\\d{{2}})?| UTC)$')"
        instant = f"(TRY_CAST(regexp_replace({text}, ' UTC$', 'Z') AS TIMESTAMPTZ) AT TIME ZONE {zone})"
        moment = f"TRY_CAST({text} AS TIMESTAMP)"
        timed = moment if kind == "local" else local(moment)
        day = f"CASE WHEN regexp_matches({text}, '[T ]') THEN {timed} ELSE {moment} END"
        seconds = f"(to_timestamp(TRY_CAST({text} AS BIGINT)) AT TIME ZONE {zone})"
        return (
            f"CASE WHEN regexp_matches({text}, '^\\d{{9,10}}$') THEN {seconds} "
            f"WHEN regexp_matches({text}, {literal(ISO)}) "
            f"THEN CASE WHEN {zoned} THEN {instant} ELSE {day} END END"
        )

    def _report(self, spec: VendorSpec, table: TableSpec, name: str, wrong: str) -> None:
        """Says which cells of a column could not be read."""
        raw, column = quoted("raw_" + table.name), self.found[table.name][name]
        rows = f"SELECT row FROM {quoted(table.name)} WHERE {wrong}"
        hits = sql_rows(
            self.connection,
            f"SELECT rowid, {_text(column)} FROM {raw} WHERE rowid IN ({rows}) ORDER BY rowid",
        )
        if not hits:
            return
        kind = table.types[name]
        if name in table.values:
            known = ", ".join(table.values[name])
            code, what = "unknown_word", f"is not one of {known}"
        elif kind in ("time", "local"):
            code = "unreadable_date"
            what = f"is not a date like {spec.date_format or '2024-12-31 or 2024-12-31 23:59:59'}"
        elif kind == "flag":
            code, what = "unreadable_flag", "is neither true nor false"
        else:
            example = "1234,50" if spec.decimal == "," else "1234.50"
            code = "unreadable_number"
            what = "is not a whole number" if kind == "whole" else f"is not a number like {example}"
            if kind == "number" and spec.decimal == "." and "," in str(hits[0][1]):
                what += '; decimal="," reads a comma'
        bad = [int(row) for row, _ in hits]
        message = f"{self.labels[table.name]}: {column}[{bad[0]}] = {hits[0][1]} {what}"
        other = "" if table.name == spec.rows else table.name
        self.findings.append(Finding(code, "error", bad, message, other))

    # -- rows

    def choose(self, spec: VendorSpec) -> None:
        """Joins the tables, leaves rows out, and makes `chosen`: a column for each field of the output."""
        join = spec.join or f"SELECT * FROM {quoted(spec.rows)}"
        self.execute(f"CREATE TEMP TABLE joined AS {join}")
        twice = sql_rows(self.connection, "SELECT row FROM joined GROUP BY row HAVING count(*) > 1 LIMIT 1")
        if twice:
            raise SourceError(f"{self.labels[spec.rows]}: row {twice[0][0]} is joined to several others")
        for drop in spec.drops:
            self._drop("joined", drop, spec)
        kept = f"SELECT * FROM joined WHERE {STAYS}"
        self.execute(f"CREATE TEMP TABLE kept AS {kept} ORDER BY row")
        self.execute(f"CREATE TEMP TABLE selected AS {spec.select or 'SELECT * FROM kept'}")
        there = {str(row[0]) for row in sql_rows(self.connection, "DESCRIBE selected")}
        helpers = HELPERS if spec.makes == "subscriptions" else ()
        cells = []
        for name in (*OUTPUTS[spec.makes], *helpers):
            type_ = SQL_TYPES.get(name, "VARCHAR")
            value = quoted(name) if name in there else "NULL"
            if name in spec.constants:
                value = f"coalesce({value}, {literal(spec.constants[name])})"
            cells.append(f"CAST({value} AS {type_}) AS {quoted(name)}")
        word = "CAST(status_word AS VARCHAR)" if "status_word" in there else "NULL"
        self.execute(
            f"CREATE TEMP TABLE chosen AS SELECT row, {', '.join(cells)}, {word} AS status_word FROM selected"
        )

    def _drop(self, table: str, drop: Drop, spec: VendorSpec) -> None:
        """Leaves rows out, and says so."""
        where = f"FROM {table} WHERE ({drop.when}) AND {STAYS}"
        hits = sql_rows(self.connection, f"SELECT row, CAST({drop.value} AS VARCHAR) {where} ORDER BY row")
        if not hits:
            return
        rows = [int(row) for row, _ in hits]
        value = f" {hits[0][1]}" if hits[0][1] is not None else ""
        message = f"{self.labels[spec.rows]}: row {rows[0]}:{value} {drop.rule}"
        self.findings.append(Finding(drop.code, drop.severity, rows, message))
        if not drop.keeps:
            self.execute(f"INSERT INTO left_out SELECT row {where}")

    def finish(self, spec: VendorSpec, currency: str | None) -> None:
        """Statuses, percentages, units and cuts; leaves `result`, in the order of the source's rows."""
        if currency:
            code = literal(currency.upper())
            other = f"SELECT row, currency FROM chosen WHERE currency <> {code} ORDER BY row LIMIT 1"
            for row, there in sql_rows(self.connection, other):
                raise SourceError(
                    f"{self.labels[spec.rows]}: row {row} is in {there}, not in {currency.upper()}; the "
                    "export says its currencies, and a query chooses rows of one"
                )
            self.execute(f"UPDATE chosen SET currency = {code}")
        if not sql_rows(self.connection, "SELECT 1 FROM chosen WHERE currency IS NOT NULL LIMIT 1"):
            self.notes.append("currency: USD is assumed; currency says another")
            self.execute("UPDATE chosen SET currency = 'USD'")
        if spec.makes == "subscriptions":
            self._statuses(spec)
        self._to_major(spec)
        if spec.makes == "subscriptions":
            self.execute(
                "UPDATE chosen SET discount = CAST(round(CAST(coalesce(amount, mrr) AS DOUBLE) "
                "* coalesce(quantity, 1) * CAST(percent_off AS DOUBLE) / 100, 6) AS DECIMAL(38, 12)) "
                "WHERE percent_off IS NOT NULL"
            )
            late = f"status IN ({', '.join(map(literal, LATE))})"
            self._cut("trial_end", {"kind": "'trial'", "status": "'trialing'"}, "true")
            self.execute("UPDATE chosen SET paid_through = NULL WHERE kind = 'trial'")
            self._cut("discount_start", {"discount": "NULL", "discount_end": "NULL"}, "discount IS NOT NULL")
            self._cut("status_since", {"status": "'active'"}, late)
        names = ", ".join(quoted(name) for name in OUTPUTS[spec.makes])
        order = "row, start" if spec.makes == "subscriptions" else "row"
        self.execute(f"CREATE TEMP TABLE result AS SELECT row, {names} FROM chosen ORDER BY {order}")
        for name in MONEY:
            if name in OUTPUTS[spec.makes]:
                self._shorten(name)

    def _statuses(self, spec: VendorSpec) -> None:
        for drop in STATUS_DROPS:
            self._drop("chosen", drop, spec)
        self.execute(f"DELETE FROM chosen WHERE NOT {STAYS}")
        self.execute("UPDATE chosen SET status = NULL WHERE status = 'ended'")
        # a trial that lasts is one row, whatever day it is to end on
        self.execute(
            "UPDATE chosen SET trial_end = NULL, kind = 'trial', paid_through = NULL "
            "WHERE status = 'trialing'"
        )

    def _to_major(self, spec: VendorSpec) -> None:
        """Brings amounts of minor units into major ones, by the digits of each currency, exactly."""
        money = [quoted(name) for name in MONEY if name in OUTPUTS[spec.makes]]
        for name in money:
            self.execute(f"ALTER TABLE chosen ALTER {name} TYPE {WIDE}")
        if spec.units == "major":
            return
        for (code,) in sql_rows(self.connection, "SELECT DISTINCT currency FROM chosen ORDER BY 1"):
            digits = spec.exponents.get(str(code), _exponent(code))
            factor = f"CAST('{10.0**-digits:.{digits}f}' AS DECIMAL({digits + 1}, {digits}))"
            scaled = ", ".join(
                f"{name} = CAST(CAST({name} AS {DECIMAL}) * {factor} AS {WIDE})" for name in money
            )
            self.execute(f"UPDATE chosen SET {scaled} WHERE currency IS NOT DISTINCT FROM {_or_null(code)}")

    def _cut(self, day: str, before: Mapping[str, str], applies: str) -> None:
        """Cuts rows in two at a day of theirs; what is before it differs."""
        names = [str(row[0]) for row in sql_rows(self.connection, "DESCRIBE chosen")]
        inside = f"({applies}) AND {day} > start"
        before = {"paid_through": "NULL"} | dict(before)  # what was paid for goes on in the second row
        first = [
            f"CAST({day} AS TIMESTAMP)" if name == "end" else before[name] if name in before else quoted(name)
            for name in names
        ]
        kept = {name: value for name, value in before.items() if name != "paid_through"}
        whole = [kept.get(name, quoted(name)) for name in names]
        second = [f"{day}" if name == "start" else quoted(name) for name in names]
        within = f'{inside} AND ({day} < CAST("end" AS DATE) OR "end" IS NULL)'
        beyond = f'{inside} AND {day} >= CAST("end" AS DATE)'
        parts = [
            f"SELECT * FROM chosen WHERE ({inside}) IS NOT TRUE",
            f"SELECT {', '.join(whole)} FROM chosen WHERE {beyond}",
            f"SELECT {', '.join(first)} FROM chosen WHERE {within}",
            f"SELECT {', '.join(second)} FROM chosen WHERE {within}",
        ]
        self.execute(f"CREATE TEMP TABLE cut AS {' UNION ALL '.join(parts)}")
        columns = ", ".join(quoted(name) for name in names)
        self.execute(f"DELETE FROM chosen; INSERT INTO chosen ({columns}) SELECT {columns} FROM cut")
        self.execute("DROP TABLE cut")

    def _shorten(self, name: str) -> None:
        """Fewer digits where no amount has more, so that large amounts fit 64 bits."""
        for scale in (3, 6, 9, 12):
            longer = f"SELECT 1 FROM result WHERE {quoted(name)} <> round({quoted(name)}, {scale}) LIMIT 1"
            if scale == 12 or not sql_rows(self.connection, longer):
                self.execute(f"ALTER TABLE result ALTER {quoted(name)} TYPE DECIMAL(38, {scale})")
                return

    def accounts(self, spec: VendorSpec) -> bool:
        """Makes `made_accounts`: what the export says of each account that has no meaning here.

        :returns: whether there is anything
        """
        name = spec.account_table or spec.rows
        if name not in self.found or "account" not in self.found[name]:
            return False
        found = self.found[name]
        used = {column for field, column in found.items() if field != "account"}
        if spec.account_table:
            used = set()
        account = found["account"]
        others = [column for column in self.raw[name] if column not in used and column != account]
        if not others or (spec.makes != "subscriptions" and not spec.account_table):
            return False
        raw = quoted("raw_" + name)
        if spec.account_table:  # of several versions the one that was chosen
            raw = f"(SELECT rowid, * FROM {raw} WHERE rowid IN (SELECT row FROM {quoted(name)}))"
        cells = ", ".join(
            f"arg_max(CAST({quoted(each)} AS VARCHAR), rowid) FILTER (WHERE {_text(each)} IS NOT NULL) "
            f"AS {quoted(each if each.casefold() != 'account' else 'account_')}"
            for each in others
        )
        self.execute(
            f"CREATE TEMP TABLE made_accounts AS SELECT {_text(account)} AS account, {cells} FROM {raw} "
            f"WHERE {_text(account)} IS NOT NULL GROUP BY 1 ORDER BY min(rowid)"
        )
        varied = self._varied(raw, account, others)
        if varied:
            self.notes.append(
                f"accounts: of {', '.join(varied)} some accounts have several values; the last row's is kept"
            )
        return True

    def _varied(self, raw: str, account: str, columns: Sequence[str]) -> list[str]:
        """Columns that have several values for one account."""
        counts = ", ".join(f"max(n{place})" for place in range(len(columns)))
        each = ", ".join(f"count(DISTINCT {_text(name)}) AS n{place}" for place, name in enumerate(columns))
        [most] = sql_rows(
            self.connection,
            f"SELECT {counts} FROM (SELECT {each} FROM {raw} WHERE {_text(account)} IS NOT NULL "
            f"GROUP BY {_text(account)})",
        )
        return [name for name, count in zip(columns, most, strict=True) if count is not None and count > 1]


def _exponent(code: object) -> int:
    try:
        return int(fealty.currency(str(code)).exponent)
    except fealty.Error:
        return 2  # no currency; the table will say so


def _or_null(value: object) -> str:
    return "NULL" if value is None else literal(value)


def _text(column: str) -> str:
    return f"nullif(trim(CAST({quoted(column)} AS VARCHAR)), '')"


def _number(text: str, decimal: str) -> str:
    pattern = literal(COMMA_NUMBER if decimal == "," else NUMBER)
    plain = f"replace({text}, ',', '.')" if decimal == "," else text
    return f"CASE WHEN regexp_matches({text}, {pattern}) THEN TRY_CAST({plain} AS {DECIMAL}) END"


def _sql_type(kind: str) -> str:
    times = {"time": "TIMESTAMP", "local": "TIMESTAMP", "number": DECIMAL, "whole": "BIGINT"}
    return times.get(kind, "BOOLEAN" if kind == "flag" else "VARCHAR")
