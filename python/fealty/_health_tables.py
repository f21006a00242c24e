# SPDX-License-Identifier: MIT
"""What health scores and their proof are made of: a folder's tables, or snapshots and outcomes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

import fealty
from fealty import _adoption_tables
from fealty._sources import (
    SourceError,
    duckdb,
    folder_tables,
    literal,
    open_source,
    quoted,
    reason,
    shown,
    sql_rows,
)

if TYPE_CHECKING:
    from fealty.report import Analysis

CARD = "scorecard.json"  #: of a folder: the card of its scores
TEXT, DAY, NUMBER = "VARCHAR", "DATE", "DOUBLE"
#: Tables beside subscriptions: the columns they have to have, and those they may have.
TABLES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "contracts": (
        {"account": TEXT, "signed_on": DAY, "start": DAY, "end": DAY, "total": NUMBER},
        {"currency": TEXT},
    ),
    "usage": ({"account": TEXT, "at": "TIMESTAMP"}, {"user": TEXT, "event": TEXT, "value": NUMBER}),
    "milestones": ({"account": TEXT, "milestone": TEXT, "date": DAY}, {}),
    "touches": (
        {"account": TEXT, "date": DAY},
        {"channel": TEXT, "csm": TEXT, "direction": TEXT, "hours": NUMBER},
    ),
    "tickets": (
        {"account": TEXT, "opened": DAY},
        {"closed": DAY, "severity": TEXT, "escalated": "BOOLEAN", "score": NUMBER},
    ),
    "surveys": ({"account": TEXT, "date": DAY, "kind": TEXT, "score": NUMBER}, {"user": TEXT}),
    "observations": ({"account": TEXT, "measure": TEXT, "value": NUMBER, "date": DAY}, {}),
    "goals": (
        {
            "account": TEXT,
            "goal": TEXT,
            "unit": TEXT,
            "baseline": NUMBER,
            "target": NUMBER,
            "date": DAY,
            "actual": NUMBER,
        },
        {"due": DAY},
    ),
}
#: Tables of which one has to be there for a report to tell of health.
TELLING = ("usage", "touches", "tickets", "surveys", "observations", "goals")
#: Fields of subscriptions that measures read under their own names.
FIELDS = (
    "start",
    "end",
    "mrr",
    "amount",
    "interval_unit",
    "interval_count",
    "quantity",
    "discount",
    "discount_end",
    "kind",
    "status",
    "subscription",
    "item",
    "plan",
    "cancel_requested",
    "paid_through",
    "signed_on",
)
#: Attributes of snapshots beside the card's measures that a score has to beat.
BASELINES = ("tenure_days", "csm_sentiment")
RESERVED = ("account", "as_of", "score", "band", "due", "mrr")  #: no measure takes their place
#: Fields of a table of snapshots.
SNAPSHOT_FIELDS = (
    "account",
    "as_of",
    "score",
    "band",
    "probability",
    "due",
    "known_on",
    "treated",
    "mrr",
)


@dataclass
class Known:
    """What is known of the customers of a folder, on month ends, a month ago and on the last day."""

    analysis: Analysis
    card: Any
    card_from: str  #: where the card is from, in words
    files: dict[str, str]  #: table -> its file
    wrong: dict[str, str]  #: table -> why it cannot be read
    month_ends: list[str]
    before: str  #: a month before the last day
    measures: Any
    spells: Any
    mrr: dict[str, int]  #: of the customers of the last day, in minor units

    @property
    def as_of(self) -> str:
        return str(self.analysis.ledger.as_of)

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        return self.analysis.rows.connection

    def observations(self) -> Any:
        return fealty.company.observations(self.measures)

    def measured(self) -> set[str]:
        """The measures that there are."""
        return {str(each) for each in np.unique(np.asarray(self.measures.measure, object).astype(str))}


@dataclass
class Judged:
    """Snapshots and outcomes, and what is to be said of where they are from."""

    label: str
    snapshots: Any
    outcomes: Any
    options: dict[str, Any]  #: of prove() that follow from the source
    said: list[tuple[str, str]]  #: assumptions: what, and how
    notes: list[str] = field(default_factory=list)


def told(analysis: Analysis) -> bool:
    """Whether the source is a folder with tables that tell of health."""
    label = analysis.rows.label
    folder = Path(label)
    if "://" in label or not folder.is_dir() or not hasattr(analysis.rows, "connection"):
        return False
    return any(path.name.partition(".")[0] in TELLING for path in folder.iterdir() if path.is_file())


def read_card(file: str | None, label: str) -> tuple[Any, str]:
    """A scorecard out of a file, or that of the folder, or the default; and where it is from.

    :raises fealty.io.SourceError: when it cannot be read, or is none
    """
    beside = Path(label) / CARD if "://" not in label else None
    if file is None and beside is not None and beside.is_file():
        file = str(beside)
    if file is None:
        return fealty.health.default_scorecard(), "the default card, made to begin with"
    try:
        return fealty.health.Scorecard.from_json(Path(file).read_text(encoding="utf-8")), file
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SourceError(f"{file}: {why}") from None


def card_text(card: Any) -> str:
    """A scorecard as JSON that people can edit."""
    return json.dumps(json.loads(card.to_json()), indent=1, ensure_ascii=False) + "\n"


def read(analysis: Analysis, scorecard: str | None = None) -> Known:
    """Reads the tables of a folder, and measures what was known on each month end.

    :raises fealty.io.SourceError: when the card cannot be read, or the source is an export
    """
    rows = analysis.rows
    if not hasattr(rows, "connection"):
        raise SourceError(f"{rows.label}: health needs tables of subscriptions, not an export")
    card, card_from = read_card(scorecard, rows.label)
    files, wrong = folder_tables(rows.connection, Path(rows.label), TABLES)
    company = fealty.company.Company(
        subscriptions=_subscriptions(analysis), **{name: _table(rows.connection, name) for name in files}
    )
    spells = fealty.retention.customer_lifetimes(analysis.ledger)
    as_of = str(analysis.ledger.as_of)
    month_ends = _month_ends(rows.connection, spells, as_of)
    before = _month_before(rows.connection, as_of)
    given: dict[str, Any] = {"time_zone": rows.options["time_zone"]} if "time_zone" in rows.options else {}
    measures = fealty.company.measure_history(
        company, [*month_ends, before, as_of], currency=analysis.ledger.currency.code, **given
    )
    now = ~np.asarray(spells.ended, bool)
    accounts = [str(each) for each in np.asarray(spells.account.tolist(), object)[now]]
    mrr = dict(zip(accounts, (int(each) for each in np.asarray(spells.last_mrr_minor)[now]), strict=True))
    return Known(analysis, card, card_from, files, wrong, month_ends, before, measures, spells, mrr)


def _table(connection: duckdb.DuckDBPyConnection, name: str) -> Any:
    """A table of the folder; usage that has no times of day is of days."""
    if name == "usage":
        sql = 'SELECT coalesce(bool_and("at" = CAST("at" AS DATE)), true) FROM temp.usage'
        if sql_rows(connection, sql)[0][0]:
            return connection.sql(
                'SELECT * REPLACE (CAST("at" AS DATE) AS "at") FROM temp.usage ORDER BY rowid'
            )
    return connection.sql(f"SELECT * FROM temp.{quoted(name)} ORDER BY rowid")


def _subscriptions(analysis: Analysis) -> Any:
    """The rows that the ledger counts, under the library's names."""
    rows = analysis.rows
    columns = rows.columns
    cells = [f"CAST(t.{quoted(columns['account'])} AS VARCHAR) AS account"]
    cells += [f"t.{quoted(columns[name])} AS {quoted(name)}" for name in FIELDS if name in columns]
    exponent = analysis.ledger.currency.exponent
    for name in ("mrr", "amount"):
        if f"{name}_minor" in columns:
            minor = f"CAST(t.{quoted(columns[f'{name}_minor'])} AS DECIMAL(38, 0))"
            cells.append(f"CAST({minor} / {10**exponent} AS DOUBLE) AS {name}")
    if "trial" in columns and "kind" not in columns:
        cells.append(f"CASE WHEN t.{quoted(columns['trial'])} THEN 'trial' ELSE 'recurring' END AS kind")
    if "currency_column" in columns:
        cells.append(f"t.{quoted(columns['currency_column'])} AS currency")
    if "quantity" not in columns and "seats" in rows.extras:  # of a price that is for the whole row
        cells.append(f"TRY_CAST(r.{quoted(rows.extras['seats'])} AS BIGINT) AS quantity")
    wrong = {
        int(row)
        for each in analysis.findings
        if each.severity == "error" and not getattr(each, "table", "")
        for row in each.rows
    }
    kept = f"WHERE t.rowid NOT IN ({', '.join(map(str, sorted(wrong)))})" if wrong else ""
    raw = "JOIN temp.raw r ON r.rowid = t.rowid"
    return rows.connection.sql(f"SELECT {', '.join(cells)} FROM temp.typed t {raw} {kept} ORDER BY t.rowid")


def _month_ends(connection: duckdb.DuckDBPyConnection, spells: Any, as_of: str) -> list[str]:
    """The last days of months since the first customer came, up to the last day."""
    if not len(spells):
        return []
    first = np.min(np.asarray(spells.start, "datetime64[D]"))
    rows = sql_rows(
        connection,
        "SELECT CAST(last_day(CAST(m AS DATE)) AS VARCHAR) FROM range(date_trunc('month', DATE "
        f"{literal(str(first))}), DATE {literal(as_of)} + 1, INTERVAL 1 MONTH) t(m) WHERE last_day(CAST(m "
        f"AS DATE)) <= DATE {literal(as_of)}",
    )
    return [str(row[0]) for row in rows]


def _month_before(connection: duckdb.DuckDBPyConnection, as_of: str) -> str:
    """The same day of the month before; from a month's last day its last day."""
    day = f"DATE {literal(as_of)}"
    before = f"CAST({day} - INTERVAL 1 MONTH AS DATE)"
    sql = f"SELECT CASE WHEN last_day({day}) = {day} THEN last_day({before}) ELSE {before} END"
    return str(sql_rows(connection, sql)[0][0])


def judged(known: Known) -> Judged:
    """Snapshots of all customers on month ends, and the ends of customers."""
    connection = known.connection
    names = _snapshots(known)
    code = known.analysis.ledger.currency.code
    rows = connection.sql("SELECT * FROM temp.health_snapshots ORDER BY account, as_of")
    due = {"due": "due"} if "due" in rows.columns else {}
    snapshots = fealty.health.Snapshots(
        rows, account="account", as_of="as_of", attributes=names, mrr="mrr", currency=code, **due
    )
    connection.register("health_spells", known.spells)
    ended = connection.sql(
        'SELECT CAST(account AS VARCHAR) AS account, CAST("end" AS DATE) AS day FROM health_spells '
        "WHERE ended ORDER BY 1, 2"
    )
    outcomes = fealty.health.Outcomes(ended, account="account", date="day", observed_until=known.as_of)
    card = known.card
    options = {"polarity": card.config.polarity, "order": bands(card), "recurrent": True}
    ends = known.month_ends
    days = f"{ends[0]} to {ends[-1]}" if ends else "none"
    said = [
        ("scorecard", f"{card.id}, version {card.version or 'not told'}: {known.card_from}"),
        ("its fingerprint", card.fingerprint),
        (
            "snapshots",
            f"customers on the last day of each month, {days}, by this card on what was known then",
        ),
        ("outcome", "the customer left: the first day without a subscription that counts"),
        ("who came back", "is a customer again, and may leave again"),
        ("known up to", known.as_of),
    ]
    return Judged(known.analysis.rows.label, snapshots, outcomes, options, said)


def bands(card: Any) -> list[str]:
    """The bands of a card, the worst first."""
    names = [str(each.name) for each in card.config.bands]
    return names if str(card.config.polarity) == "higher_is_healthier" else names[::-1]


def _snapshots(known: Known) -> list[str]:
    """Makes the table of snapshots; gives the names of its attributes."""
    connection, observed, measured = known.connection, known.observations(), known.measured()
    history = fealty.health.score_history(known.card, observed, dates=known.month_ends)
    connection.register("health_history", history)
    of_card = [str(each.id) for each in known.card.config.measures]
    extra = [
        name for name in dict.fromkeys([*BASELINES, *of_card]) if name in measured and name not in RESERVED
    ]
    wanted = ["mrr", *extra] + (["days_to_renewal"] if "days_to_renewal" in measured else [])
    wanted = list(dict.fromkeys(wanted))
    made = False
    for day in known.month_ends:
        connection.register("health_day", fealty.health.measures_on(observed, as_of=day, measures=wanted))
        columns = ", ".join(quoted(name) for name in ["mrr", *extra])
        if "days_to_renewal" in wanted:
            columns += ", CASE WHEN days_to_renewal_days = 0 THEN days_to_renewal END AS to_renewal"
        rows = f"SELECT account, DATE {literal(day)} AS as_of, {columns} FROM health_day WHERE mrr_days = 0"
        connection.execute(
            f"INSERT INTO temp.health_known {rows}"
            if made
            else f"CREATE OR REPLACE TEMP TABLE health_known AS {rows}"
        )
        made = True
    if not made:
        raise SourceError(
            "no month has ended since the first customer came: there is nothing to judge a score by"
        )
    due = ", k.as_of + TRY_CAST(k.to_renewal AS INTEGER) AS due" if "days_to_renewal" in wanted else ""
    cells = ", ".join(f"nullif(k.{quoted(name)}, 'NaN') AS {quoted(name)}" for name in extra)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE health_snapshots AS SELECT CAST(k.account AS VARCHAR) AS account, "
        "k.as_of, h.score, CASE WHEN isnan(h.score) THEN NULL ELSE CAST(h.band AS VARCHAR) END AS band, "
        f"k.mrr{', ' + cells if cells else ''}{due} FROM temp.health_known k LEFT JOIN health_history h ON "
        "CAST(h.account AS VARCHAR) = CAST(k.account AS VARCHAR) AND CAST(h.as_of AS DATE) = k.as_of"
    )
    return ["score", "band", *extra]


def read_snapshots(
    source: str,
    outcomes: str,
    columns: Mapping[str, str],
    *,
    currency: str | None = None,
    as_of: str | None = None,
    date_format: str | None = None,
    table: str | None = None,
    query: str | None = None,
    kind: str | None = None,
    recurrent: bool = False,
) -> Judged:
    """Reads a table of snapshots and one of outcomes.

    :param columns: fields of snapshots whose columns have no common names
    :param kind: the kind of outcome that counts, which a column tells; by default any
    :param recurrent: whether it can happen again
    :param as_of: the last day on which an outcome would be known; by default the latest outcome
    """
    notes: list[str] = []
    connection = duckdb.connect()
    reader = _adoption_tables._Reader(connection, "UTC", date_format)
    sql = open_source(connection, source, table, query, date_format, notes)
    label = shown(source)
    found = reader.table("snapshots", sql, label, SNAPSHOT_FIELDS, ["account", "as_of", "score"], columns)
    notes.append(f"snapshots: {', '.join(f'{name} = {column}' for name, column in found.items())}")
    features, left = _features(connection, label, sql, list(found.values()))
    if left:
        notes.append(f"not read, for they are days: {', '.join(left)}")
    names = [*[name for name in ("score", "band", "probability") if name in found], *features]
    rows = connection.sql("SELECT * FROM temp.snapshots s POSITIONAL JOIN temp.features")
    given: dict[str, str] = {name: name for name in ("due", "known_on", "treated", "mrr") if name in found}
    if "mrr" in found:
        given["currency"] = currency or "USD"
        if currency is None:
            notes.append("mrr: USD is assumed; --currency says another")
    snapshots = fealty.health.Snapshots(rows, account="account", as_of="as_of", attributes=names, **given)
    ends = _outcomes(reader, outcomes, date_format, as_of, notes, by_kind=kind is not None)
    options = {"probability": "probability"} if "probability" in found else {}
    said = [
        ("score", f"{found['score']} of {label}"),
        ("outcome", f"a row of {shown(outcomes)}" + (f' of the kind "{kind}"' if kind is not None else "")),
        ("who had it", "can have it again" if recurrent else "cannot have it again"),
        ("known up to", str(ends.observed_until or "nothing")),
    ]
    return Judged(label, snapshots, ends, options, said, notes)


def _features(
    connection: duckdb.DuckDBPyConnection, label: str, sql: str, taken: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Makes the table of the other columns: numbers where all are, texts otherwise; days are left out."""
    try:
        there = {str(row[0]): str(row[1]) for row in sql_rows(connection, f"DESCRIBE {sql}")}
        free = [name for name in there if name not in taken and name not in SNAPSHOT_FIELDS]
        cells, kept, left = ["1 AS no_feature"], [], []
        for name in free:
            text = f"nullif(trim(CAST({quoted(name)} AS VARCHAR)), '')"
            checks = (
                f"count({text}) = 0, count({text}) = count(TRY_CAST({text} AS DOUBLE)), count({text}) = "
                f"count(TRY_CAST({text} AS TIMESTAMP))"
            )
            empty, numbers, days = sql_rows(connection, f"SELECT {checks} FROM ({sql})")[0]
            if days and not numbers and not empty:
                left.append(name)
                continue
            kept.append(name)
            cells.append(f"{f'TRY_CAST({text} AS DOUBLE)' if numbers else text} AS {quoted(name)}")
        connection.execute(f"CREATE OR REPLACE TEMP TABLE features AS SELECT {', '.join(cells)} FROM ({sql})")
    except duckdb.Error as error:
        raise SourceError(f"{label}: {reason(error)}") from None
    return kept, left


def _outcomes(
    reader: _adoption_tables._Reader,
    source: str,
    date_format: str | None,
    as_of: str | None,
    notes: list[str],
    by_kind: bool,
) -> Any:
    """A table of account and date, and of kind where it is asked for."""
    sql = open_source(reader.connection, source, None, None, date_format, notes)
    fields = ["account", "date", *(["kind"] if by_kind else [])]
    found = reader.table("ends", sql, shown(source), fields, fields)
    notes.append(f"outcomes: {', '.join(f'{name} = {column}' for name, column in found.items())}")
    rows = reader.connection.sql("SELECT * FROM temp.ends ORDER BY rowid")
    given = {"observed_until": as_of} if as_of else {}
    given |= {"kind": "kind"} if by_kind else {}
    made = fealty.health.Outcomes(rows, account="account", date="date", **given)
    if not as_of:
        notes.append(f"no --as-of was given; the outcomes reach to {made.observed_until}")
    return made
