# SPDX-License-Identifier: MIT
"""Reads the tables that tell of adoption: usage, milestones, accounts, seats and goals, of a folder or a file."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import fealty
from fealty._columns import _moment
from fealty._sources import (
    SUFFIXES,
    SourceError,
    _file_sql,
    _kind_of,
    _suffix,
    duckdb,
    literal,
    open_source,
    quoted,
    reason,
    shown,
    sql_rows,
)

if TYPE_CHECKING:
    from fealty.report import Analysis

#: Names by which columns are found, best first; case and punctuation do not matter.
NAMES = {
    "account": "account accountid customer customerid client clientid company companyid organization "
    "organizationid org orgid tenant tenantid workspace workspaceid",
    "user": "user userid member memberid person personid email",
    "time": "at time timestamp occurredat eventtime eventtimestamp eventdate usagedate date day createdat",
    "event": "event eventname eventtype name feature featurename action",
    "value": "value count quantity usagecount events times",
    "subscription": "subscription subscriptionid",
    "milestone": "milestone milestonename event name",
    "date": "date at day time timestamp reachedat reachedon",
    "start": "start startdate startedat validfrom",
    "end": "end enddate endedat validto",
    "created": "created createdat createdon signupdate signedup",
    "seats": "seats seat paidseats licenses licences",
    "quantity": "quantity qty seats",
    "valid_from": "validfrom",
    "valid_to": "validto",
    "goal": "goal goalname",
    "unit": "unit",
    "baseline": "baseline",
    "target": "target",
    "actual": "actual",
    "due": "due duedate dueon renewaldate renewalon",
    "value_per_unit": "valueperunit",
    "cost": "cost",
    "currency_column": "currency currencycode",
    "kind": "kind subscriptionkind",
    "as_of": "asof snapshotdate snapshot scoredon date day month",
    "score": "score healthscore health",
    "band": "band healthband color colour",
    "probability": "probability churnprobability",
    "known_on": "knownon",
    "treated": "treated actedon",
    "mrr": "mrr monthlyrecurringrevenue",
}
DAYS = ("date", "start", "end", "created", "valid_from", "valid_to", "due", "as_of", "known_on")
NUMBERS = (
    *("value", "seats", "quantity", "baseline", "target", "actual", "value_per_unit", "cost"),
    *("score", "probability", "mrr"),
)
FLAGS = ("treated",)
SIGNED = "signed"  #: the milestone that the first paid day stands for, where there is none


@dataclass
class Tables:
    """What a source tells of adoption; where it does not tell, a sentence says what would."""

    label: str
    usage: Any
    milestones: Any
    seats: Any
    goals: Any
    accounts: Any | None  #: with the attribute that makes groups
    spells: Any | None  #: of customers, as their subscriptions tell
    as_of: str
    by: str | None
    notes: list[str]
    connection: duckdb.DuckDBPyConnection = field(repr=False)
    seats_from: str = ""

    @property
    def lives(self) -> Any | None:
        """Customers' lives, which end when they leave."""
        return None if self.spells is None else fealty.retention.lifetimes(self.spells)


@dataclass
class _Reader:
    """A connection, and how texts become days."""

    connection: duckdb.DuckDBPyConnection
    time_zone: str
    date_format: str | None
    id_type: str = "VARCHAR"
    notes: list[str] = field(default_factory=list)

    def file(self, path: Path) -> str:
        try:
            return _file_sql(self.connection, path, _kind_of(path), None, None, str(path))
        except duckdb.Error as error:
            raise SourceError(f"{path}: {reason(error)}") from None

    def table(
        self,
        name: str,
        sql: str,
        label: str,
        fields: Sequence[str],
        needed: Sequence[str],
        given: Mapping[str, str] | None = None,
        extra: str | None = None,
    ) -> dict[str, str]:
        """Makes a temporary table of fields, in the order of the rows; gives field -> column."""
        try:
            there = {str(row[0]): str(row[1]) for row in sql_rows(self.connection, f"DESCRIBE {sql}")}
            found = _find(label, there, fields, needed, given or {})
            cells = [f"{self._cell(label, each, found[each], there)} AS {quoted(each)}" for each in found]
            if extra is not None:
                column = _given(label, there, "by", extra)
                cells.append(f"nullif(trim(CAST({quoted(column)} AS VARCHAR)), '') AS group_value")
            self.connection.execute(
                f"CREATE OR REPLACE TEMP TABLE {quoted(name)} AS SELECT {', '.join(cells)} FROM ({sql})"
            )
            self._refuse_unread(label, found, there, name, sql)
        except duckdb.Error as error:
            raise SourceError(f"{label}: {reason(error)}") from None
        return found

    def _cell(self, label: str, name: str, column: str, types: Mapping[str, str]) -> str:
        x = quoted(column)
        text = f"nullif(trim(CAST({x} AS VARCHAR)), '')"
        if name == "time":
            return self._instant(label, column, types[column])
        if name in DAYS:
            moment = _moment(label, column, types[column], self.date_format, self.time_zone)
            return f"CAST({moment} AS DATE)"
        if name in NUMBERS:
            return f"TRY_CAST({text} AS DOUBLE)"
        if name in FLAGS:
            return f"TRY_CAST({text} AS BOOLEAN)"
        return f"CAST({text} AS {self.id_type})" if name == "account" else text

    def _instant(self, label: str, column: str, type_: str) -> str:
        """Days where all are days; otherwise instants of UTC, whose days the table of usage makes."""
        if type_ == "DATE" or type_.startswith("TIMESTAMP"):
            return quoted(column)
        return _moment(label, column, type_, self.date_format, "UTC")

    def _refuse_unread(
        self, label: str, found: Mapping[str, str], types: Mapping[str, str], name: str, sql: str
    ) -> None:
        for each, column in found.items():
            if each not in ("time", *DAYS, *NUMBERS, *FLAGS):
                continue
            text = f"nullif(trim(CAST({quoted(column)} AS VARCHAR)), '')"
            cell = self._cell(label, each, column, types)
            wrong = sql_rows(
                self.connection,
                f"SELECT {text} FROM ({sql}) WHERE {text} IS NOT NULL AND {cell} IS NULL LIMIT 1",
            )
            if wrong:
                like = f"a date like {self.date_format or '2024-12-31'}"
                like = "a number" if each in NUMBERS else "true or false" if each in FLAGS else like
                raise SourceError(f"{label}: {column} = {wrong[0][0]} is not {like}")


def _given(label: str, there: Mapping[str, str], name: str, column: str) -> str:
    same = [each for each in there if each.casefold() == column.casefold()]
    if not same:
        raise SourceError(f"{label}: {name} = {column!r} is no column; the columns are {', '.join(there)}")
    return same[0]


def _find(
    label: str,
    there: Mapping[str, str],
    fields: Sequence[str],
    needed: Sequence[str],
    given: Mapping[str, str],
) -> dict[str, str]:
    """Which column each field is, those that were given first."""
    found = {name: _given(label, there, name, column) for name, column in given.items() if name in fields}
    plain: dict[str, str] = {}
    for column in there:
        plain.setdefault(re.sub(r"[\W_]", "", column).casefold(), column)
    for name in fields:
        free = (
            plain[each] for each in NAMES[name].split() if each in plain and plain[each] not in found.values()
        )
        column = None if name in found else next(free, None)  # type: ignore[assignment]
        if column is not None:
            found[name] = column
    missing = [name for name in needed if name not in found]
    if missing:
        raise SourceError(
            f"{label}: no column found for {', '.join(missing)}; the columns are {', '.join(there)}"
        )
    return found


def _files(folder: Path) -> dict[str, Path]:
    """The files of a folder by table: those with its name, or else those whose names end with it."""
    names = ("usage", "milestones", "accounts", "subscriptions", "goals")
    there = [path for path in sorted(folder.iterdir()) if path.is_file() and _suffix(path) in SUFFIXES]
    found: dict[str, Path] = {}
    for name in names:
        stems = {path: path.name.removesuffix(".gz").rpartition(".")[0] for path in there}
        exact = [path for path in there if stems[path] == name]
        alike = exact or [path for path in there if stems[path].endswith(name)]
        if len(alike) > 1:
            raise SourceError(f"{folder}: both {' and '.join(path.name for path in alike)} could be {name}")
        if alike:
            found[name] = alike[0]
    return found


def has_adoption(label: str) -> bool:
    """Whether a source is a folder with usage or milestones."""
    folder = Path(label)
    return "://" not in label and folder.is_dir() and bool({"usage", "milestones"} & set(_files(folder)))


def of_analysis(analysis: Analysis) -> Tables:
    """The tables beside the subscriptions of a report."""
    spells = fealty.retention.customer_lifetimes(analysis.ledger)
    options = analysis.rows.options
    by = analysis.settings["by"]
    return open_tables(
        analysis.rows.label,
        spells=spells,
        as_of=str(analysis.ledger.as_of),
        by=by,
        by_needed=False,
        time_zone=options.get("time_zone", "UTC"),
        date_format=options.get("date_format"),
    )


def open_tables(
    source: str,
    columns: Mapping[str, str] | None = None,
    *,
    spells: Any | None = None,
    as_of: str | None = None,
    by: str | None = None,
    by_needed: bool = True,
    time_zone: str = "UTC",
    date_format: str | None = None,
    table: str | None = None,
    query: str | None = None,
) -> Tables:
    """Reads what a source tells of adoption.

    :param source: a folder of tables, or a file or database of usage
    :param columns: account, user, time, event and value of usage, where they have no common names
    :param spells: of customers; by default those of the folder's subscriptions
    :param as_of: last day known; by default the last day of the rows
    :param by: a column of accounts, which makes groups
    :param by_needed: whether it is an error when accounts lack it
    """
    connection = duckdb.connect()
    try:
        connection.execute(f"SET TimeZone = {literal(time_zone)}")
    except duckdb.Error:
        raise SourceError(f"{time_zone!r} is no time zone; one is Europe/Berlin") from None
    reader = _Reader(connection, time_zone, date_format)
    folder = Path(source) if "://" not in source and source != "-" and Path(source).is_dir() else None
    files = _files(folder) if folder is not None else {}
    if folder is not None and not files:
        raise SourceError(f"{source}: no usage.csv and no milestones.csv in this folder")
    notes = reader.notes
    if spells is None and "subscriptions" in files:
        spells, as_of = _customers(source, as_of, notes)
    if spells is not None and spells["account"].dtype.kind in "iu":
        reader.id_type = "BIGINT"
    firsts = _first_days(reader, files)
    given = columns or {}
    if folder is None:
        name = table or ("usage" if not query and _is_database(source) else None)
        sql = open_source(connection, source, name, query, date_format, notes)
        usage: Any = _usage(reader, sql, shown(source), given, firsts, {})
    elif "usage" in files:
        usage = _usage(reader, reader.file(files["usage"]), str(files["usage"]), given, firsts, files)
    else:
        usage = "There is no usage: a table usage with account, at and event, best with user, would bring it."
    milestones = _milestones(reader, files, spells)
    goals = _goals(reader, files)
    accounts = _accounts(reader, files, by, by_needed)
    seats, seats_from = _seats(reader, files, spells)
    day = as_of or _last_day(usage, milestones, goals, notes)
    return Tables(
        shown(source),
        usage,
        milestones,
        seats,
        goals,
        accounts,
        spells,
        day,
        by if accounts is not None else None,
        notes,
        connection,
        seats_from,
    )


def _is_database(source: str) -> bool:
    return "://" in source or SUFFIXES.get(_suffix(Path(source))) in ("SQLite", "DuckDB", "database")


def _customers(source: str, as_of: str | None, notes: list[str]) -> tuple[Any | None, str | None]:
    """Spells of the customers of a folder, and the last day known."""
    from fealty import io

    try:
        _, config = io.read_config(source)
        told = dict(config["subscriptions"])
        columns = {name: told.pop(name) for name in io.FIELDS if name in told}
        if "vendor" in told or "mapping" in told:
            rows = io.open_vendor(source, **told).subscriptions("drop")
        else:
            rows = io.open_subscriptions(source, columns, **told).subscriptions("drop")
        day = as_of or config["ledger"].get("as_of")
        ledger = fealty.revenue.mrr_ledger(rows, as_of=str(day) if day else None)
    except (SourceError, fealty.Error) as error:
        notes.append(f"subscriptions are not read: {error}")
        return None, as_of
    if not day:
        notes.append(f"no --as-of was given; the subscriptions reach to {ledger.as_of}")
    return fealty.retention.customer_lifetimes(ledger), str(ledger.as_of)


def _first_days(reader: _Reader, files: Mapping[str, Path]) -> str:
    """Makes the table `firsts` of each account's first day, and says what told it."""
    connection = reader.connection
    connection.execute(f"CREATE TEMP TABLE firsts (account {reader.id_type}, first DATE)")
    connection.execute(
        f"CREATE TEMP TABLE subscriptions (account {reader.id_type}, subscription VARCHAR, first DATE)"
    )
    if "subscriptions" in files:
        path = files["subscriptions"]
        found = reader.table(
            "periods",
            reader.file(path),
            path.name,
            ["account", "start", "end", "subscription", "kind", "quantity"],
            ["account"],
        )
        if "start" in found:
            connection.execute('INSERT INTO firsts SELECT account, min("start") FROM periods GROUP BY 1')
            if "subscription" in found:
                connection.execute(
                    'INSERT INTO subscriptions SELECT any_value(account), subscription, min("start") '
                    "FROM periods WHERE subscription IS NOT NULL GROUP BY subscription"
                )
            return path.name
    if "accounts" in files:
        path = files["accounts"]
        found = reader.table("created", reader.file(path), path.name, ["account", "created"], ["account"])
        if "created" in found:
            connection.execute("INSERT INTO firsts SELECT account, min(created) FROM created GROUP BY 1")
            return path.name
    return ""


def _usage(
    reader: _Reader, sql: str, label: str, given: Mapping[str, str], firsts: str, files: Mapping[str, Path]
) -> Any:
    """Usage; its accounts may be those of subscriptions, and each event has its account's first day."""
    fields = ["account", "user", "time", "event", "value"]
    there = [str(row[0]) for row in sql_rows(reader.connection, f"DESCRIBE {sql}")]
    plain = {re.sub(r"[\W_]", "", each).casefold() for each in there}
    joined = "account" not in given and not plain & set(NAMES["account"].split())
    if joined and plain & set(NAMES["subscription"].split()) and "subscriptions" in files:
        found = reader.table("events", sql, label, ["subscription", *fields[1:]], ["time"], given)
        join = "LEFT JOIN subscriptions f ON f.subscription = u.subscription"
        account, by = "f.account", "its subscription's"
        reader.notes.append(
            f"accounts of usage: those of {found['subscription']} in {files['subscriptions'].name}"
        )
    else:
        found = reader.table("events", sql, label, fields, ["account", "time"], given)
        join, account, by = "LEFT JOIN firsts f ON f.account = u.account", "u.account", "its account's"
    reader.notes.append(f"usage: {', '.join(f'{name} = {column}' for name, column in found.items())}")
    names = [name for name in ("user", "event", "value") if name in found]
    cells = ", ".join([f"{account} AS account", 'u."time"', *(f"u.{quoted(name)}" for name in names)])
    if firsts:
        cells += ", f.first AS start"
        reader.notes.append(f"before_start: events before {by} first day in {firsts}")
    days = sql_rows(
        reader.connection,
        'SELECT count(*) = 0 OR bool_and(CAST("time" AS TIMESTAMP) = CAST("time" AS DATE)) FROM events',
    )[0][0]
    if days:
        cells = cells.replace('u."time"', 'CAST(u."time" AS DATE) AS "time"')
    rows = reader.connection.sql(f"SELECT {cells} FROM events u {join} ORDER BY u.rowid")
    if not sql_rows(reader.connection, "SELECT count(*) FROM events")[0][0]:
        raise SourceError(f"{label}: it has columns, but no rows")
    arguments = {name: name for name in ["account", "time", *names, *(["start"] if firsts else [])]}
    return fealty.adoption.Usage(rows, **arguments, time_zone=reader.time_zone)


def _milestones(reader: _Reader, files: Mapping[str, Path], spells: Any | None) -> Any:
    """Milestones; where none is called signed, the first paid day is."""
    if "milestones" not in files:
        return (
            "There are no milestones: a table milestones with account, milestone and date would bring this."
        )
    path = files["milestones"]
    reader.table(
        "steps",
        reader.file(path),
        str(path),
        ["account", "milestone", "date"],
        ["account", "milestone", "date"],
    )
    connection = reader.connection
    signed = sql_rows(connection, f"SELECT count(*) FROM steps WHERE milestone = {literal(SIGNED)}")[0][0]
    if not signed and spells is not None:
        connection.register("first_spells", spells)
        connection.execute(
            f"INSERT INTO steps (account, milestone, date) SELECT account, {literal(SIGNED)}, CAST(min(start) AS DATE) "
            "FROM first_spells GROUP BY account"
        )
        reader.notes.append(f"{SIGNED}: the first paid day, for no milestone is called so")
    rows = connection.sql('SELECT account, milestone, "date" FROM steps ORDER BY rowid')
    return fealty.adoption.Milestones(rows, account="account", milestone="milestone", date="date")


def _goals(reader: _Reader, files: Mapping[str, Path]) -> Any:
    if "goals" not in files:
        return (
            "There are no goals: a table goals with account, goal, unit, baseline, target, date and actual "
            "would bring this."
        )
    path = files["goals"]
    fields = ["account", "goal", "unit", "baseline", "target", "date", "actual", "due"]
    money = ["value_per_unit", "cost", "currency_column"]
    found = reader.table(
        "goal_rows", reader.file(path), str(path), [*fields, *money], [*fields[:2], *fields[3:7]]
    )
    arguments = {name: name for name in found}
    if not {"value_per_unit", "cost"} & set(found):
        arguments.pop("currency_column", None)
    elif "currency_column" not in found:
        arguments["currency"] = _currency_beside(reader, files)
    names = ", ".join(quoted(name) for name in found)
    rows = reader.connection.sql(f"SELECT {names} FROM goal_rows ORDER BY rowid")
    return fealty.adoption.Goals(rows, **arguments)


def _currency_beside(reader: _Reader, files: Mapping[str, Path]) -> str:
    """The one currency of the subscriptions; USD, as at any prompt, where these do not tell."""
    if "subscriptions" in files:
        path = files["subscriptions"]
        fields = ["account", "currency_column"]
        found = reader.table("priced", reader.file(path), str(path), fields, ["account"])
        if "currency_column" in found:
            sql = "SELECT DISTINCT currency_column FROM priced WHERE currency_column IS NOT NULL"
            codes = [str(row[0]) for row in sql_rows(reader.connection, sql)]
            if len(codes) == 1:
                reader.notes.append(f"goals: amounts are in {codes[0]}, as in {path.name}")
                return codes[0]
    reader.notes.append("goals: USD is assumed; a column currency says another")
    return "USD"


def _accounts(reader: _Reader, files: Mapping[str, Path], by: str | None, needed: bool) -> Any | None:
    """Accounts whose attribute makes groups."""
    if by is None:
        return None
    if "accounts" not in files:
        if needed:
            raise SourceError(f"--by {by}: a table accounts with the columns account and {by} is missing")
        return None
    path = files["accounts"]
    fields = ["account", "valid_from", "valid_to"]
    try:
        found = reader.table("members", reader.file(path), str(path), fields, ["account"], extra=by)
    except SourceError:
        if needed:
            raise
        return None
    rows = reader.connection.sql("SELECT * FROM members ORDER BY rowid")
    return fealty.revenue.Accounts(rows, **{name: name for name in found}, attributes=["group_value"])


def _seats(reader: _Reader, files: Mapping[str, Path], spells: Any | None) -> tuple[Any, str]:
    """Paid seats: those of accounts while these are customers, or the quantities of subscriptions."""
    connection = reader.connection
    options = {"account": "account", "seats": "seats", "valid_from": "since", "valid_to": "until"}
    if "accounts" in files:
        path = files["accounts"]
        sql = reader.file(path)
        plain = {
            re.sub(r"[\W_]", "", str(row[0])).casefold() for row in sql_rows(connection, f"DESCRIBE {sql}")
        }
        if plain & set(NAMES["seats"].split()):
            reader.table("seat_rows", sql, str(path), ["account", "seats"], ["account", "seats"])
            if spells is None:
                rows = connection.sql(
                    "SELECT account, seats FROM seat_rows WHERE seats IS NOT NULL ORDER BY rowid"
                )
                return fealty.adoption.Seats(rows, account="account", seats="seats"), f"seats of {path.name}"
            connection.register("seat_spells", spells)
            rows = connection.sql(
                'SELECT r.account, r.seats, CAST(s.start AS DATE) AS since, CAST(s."end" AS DATE) AS until '
                "FROM seat_rows r JOIN seat_spells s ON s.account = r.account WHERE r.seats IS NOT NULL "
                "ORDER BY r.rowid, s.start"
            )
            return fealty.adoption.Seats(
                rows, **options
            ), f"seats of {path.name}, of those that are customers"
    if "subscriptions" in files:
        path = files["subscriptions"]
        columns = [str(row[0]) for row in sql_rows(connection, "DESCRIBE periods")]
        if {"quantity", "start", "end"} <= set(columns):
            recurring = "AND coalesce(kind, 'recurring') = 'recurring'" if "kind" in columns else ""
            rows = connection.sql(
                'SELECT account, quantity AS seats, "start" AS since, "end" AS until FROM periods '
                f"WHERE quantity IS NOT NULL {recurring} ORDER BY rowid"
            )
            return fealty.adoption.Seats(rows, **options), f"quantities of {path.name}, added up"
    return (
        "Paid seats are not known: a column seats of accounts, or quantity of subscriptions, would bring this.",
        "",
    )


def _last_day(usage: Any, milestones: Any, goals: Any, notes: list[str]) -> str:
    days: list[datetime.date] = [
        each.last_day for each in (usage, milestones, goals) if not isinstance(each, str) and each.last_day
    ]
    if not days:
        raise SourceError("there is neither usage nor milestones nor goals")
    notes.append(f"no --as-of was given; the rows reach to {max(days)}")
    return str(max(days))
