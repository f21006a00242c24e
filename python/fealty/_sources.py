# SPDX-License-Identifier: MIT
"""Opens files, databases and folders in DuckDB: what each is, and the SQL that gives its rows."""

from __future__ import annotations

import collections
import csv
import gzip
import re
import sqlite3
import sys
import tempfile
import urllib.parse
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

try:
    import duckdb as duckdb
except ImportError as error:
    raise ImportError("reading files needs DuckDB: pip install 'fealty[cli]'") from error

#: What a file's name says that it is.
SUFFIXES = {
    ".csv": "CSV",
    ".tsv": "CSV",
    ".txt": "CSV",
    ".parquet": "Parquet",
    ".pq": "Parquet",
    ".json": "JSON",
    ".jsonl": "JSON",
    ".ndjson": "JSON",
    ".sqlite": "SQLite",
    ".sqlite3": "SQLite",
    ".duckdb": "DuckDB",
    ".ddb": "DuckDB",
    ".db": "database",
}

DATABASES = ("SQLite", "DuckDB")
TABLE = "subscriptions"


class SourceError(ValueError):
    """A source that cannot be read as asked; its text is one line for people."""


def open_source(
    connection: duckdb.DuckDBPyConnection,
    source: str,
    table: str | None,
    query: str | None,
    date_format: str | None,
    notes: list[str],
) -> str:
    """SQL whose rows are the source's."""
    if source == "-":
        return _open_stdin(connection, query, date_format)
    if "://" in source:
        return _open_postgres(connection, source, table, query)
    path = Path(source)
    if not path.exists():
        raise SourceError(f"{source}: there is no such file or folder")
    if path.is_dir():
        path = _subscriptions_file(path, notes)
    kind = _kind_of(path)
    if kind in DATABASES:
        opener = _open_sqlite if kind == "SQLite" else _open_duckdb
        return opener(connection, path, table, query)
    if table:
        raise SourceError(f"{path}: a {kind} file has no tables; --table is for databases")
    return _file_sql(connection, path, kind, query, date_format, str(path))


def _open_stdin(connection: duckdb.DuckDBPyConnection, query: str | None, date_format: str | None) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stdin.csv"
        path.write_bytes(sys.stdin.buffer.read())
        if _kind_of(path, "standard input") != "CSV":
            raise SourceError("standard input is not CSV")
        sql = _file_sql(connection, path, "CSV", query, date_format, "standard input")
        return _kept(connection, sql, "standard input")


def _kept(connection: duckdb.DuckDBPyConnection, sql: str, label: str) -> str:
    """Reads now what will not be there later."""
    try:
        connection.execute(f"CREATE TEMP TABLE source_rows AS {sql}")
    except duckdb.Error as error:
        raise SourceError(f"{label}: {reason(error)}") from None
    return "SELECT * FROM temp.source_rows"


def _file_sql(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    kind: str,
    query: str | None,
    date_format: str | None,
    label: str,
) -> str:
    reader = {
        "Parquet": f"read_parquet({_file(path)}, hive_partitioning = false)",
        "JSON": f"read_json({_file(path)}, sample_size = -1, hive_partitioning = false)",
    }.get(kind)
    if reader is None:
        reader = _csv_reader(path, label, typed=query is not None, date_format=date_format)
    if query is None:
        return f"SELECT * FROM {reader}"
    try:
        connection.execute(f"CREATE TEMP VIEW source AS SELECT * FROM {reader}")
    except duckdb.Error as error:
        raise SourceError(f"{label}: {reason(error)}") from None
    return query


def _csv_reader(path: Path, label: str, typed: bool, date_format: str | None) -> str:
    """A call of read_csv that guesses no delimiter; texts stay texts, unless a query wants types."""
    opener: Any = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8-sig", newline="") as file:
            header, delimiter = _header(file)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise SourceError(f"{label}: cannot be read as UTF-8 text ({error})") from None
    if not header:
        raise SourceError(f"{label}: the file is empty")
    seen = collections.Counter(name.casefold() for name in header)  # SQL does not tell cases apart
    twice = [name for name in header if seen[name.casefold()] > 1]
    if twice:
        raise SourceError(f"{label}: two columns are called {twice[0]}")
    shape = f"hive_partitioning = false, header = true, delim = {literal(delimiter)}, quote = '\"', escape = '\"'"
    if typed:
        dates = literal(date_format or "%Y-%m-%d")
        return f"read_csv({_file(path)}, {shape}, sample_size = -1, dateformat = {dates})"
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in header)
    return f"read_csv({_file(path)}, {shape}, auto_detect = false, columns = {{{columns}}})"


def _header(file: IO[str]) -> tuple[list[str], str]:
    line = next((line for line in file if line.strip()), "")
    csv.field_size_limit(max(csv.field_size_limit(), len(line) + 1))  # with a wrong delimiter it is one cell
    rows = {delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in ",;\t|"}
    delimiter = max(rows, key=lambda each: len(rows[each]))
    names = (
        [name.strip() or f"column{place}" for place, name in enumerate(rows[delimiter], 1)] if line else []
    )
    return names, delimiter


def _open_sqlite(
    connection: duckdb.DuckDBPyConnection, path: Path, table: str | None, query: str | None
) -> str:
    """Copies the table with Python's own driver: DuckDB's has to be downloaded first."""
    database = sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode=ro", uri=True)
    try:
        if query is None:
            tables = [
                row[0]
                for row in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            ]
            query = f"SELECT * FROM {quoted(_choose_table(str(path), tables, table))}"
        rows = database.execute(query)
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "rows.csv"
            with copy.open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file)
                writer.writerow([column[0] for column in rows.description])
                writer.writerows(rows)
            return _kept(connection, f"SELECT * FROM {_csv_reader(copy, str(path), False, None)}", str(path))
    except sqlite3.Error as error:
        raise SourceError(f"{path}: {error}") from None
    finally:
        database.close()


def _open_duckdb(
    connection: duckdb.DuckDBPyConnection, path: Path, table: str | None, query: str | None
) -> str:
    return _attach(
        connection, f"ATTACH {literal(path)} AS source_db (READ_ONLY)", str(path), "main", table, query
    )


def _open_postgres(
    connection: duckdb.DuckDBPyConnection, source: str, table: str | None, query: str | None
) -> str:
    label = shown(source)
    if not re.match(r"postgres(ql)?://", source):
        raise SourceError(f"{label}: of URLs, only postgresql:// is read")
    try:
        _load_postgres(connection)
    except duckdb.Error:
        raise SourceError(
            f"{label}: DuckDB's postgres extension is not installed and could not be downloaded; run "
            "INSTALL postgres in DuckDB where there is a network, or export the table to CSV or Parquet"
        ) from None
    return _attach(
        connection,
        f"ATTACH {literal(source)} AS source_db (TYPE postgres, READ_ONLY)",
        label,
        "public",
        table,
        query,
    )


def _load_postgres(connection: duckdb.DuckDBPyConnection) -> None:
    try:
        connection.execute("LOAD postgres")
    except duckdb.Error:
        connection.execute("INSTALL postgres")
        connection.execute("LOAD postgres")


def _attach(
    connection: duckdb.DuckDBPyConnection,
    statement: str,
    label: str,
    schema: str,
    table: str | None,
    query: str | None,
) -> str:
    try:
        connection.execute(statement)
        if query is not None:
            connection.execute("USE source_db")
            kept = _kept(connection, query, label)
            connection.execute("USE memory")
            return kept
        listed = (
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'source_db'"
        )
        tables = [
            name if where == schema else f"{where}.{name}" for where, name in sql_rows(connection, listed)
        ]
        parts = _choose_table(label, tables, table).split(".", 1)
        where = [schema, *parts] if len(parts) == 1 else parts
        return f"SELECT * FROM source_db.{quoted(where[0])}.{quoted(where[1])}"
    except duckdb.Error as error:
        raise SourceError(f"{label}: {_without_password(reason(error))}") from None


def _choose_table(label: str, tables: Sequence[str], table: str | None) -> str:
    """The table that was named, or `subscriptions`, or the only one."""
    if not tables:
        raise SourceError(f"{label}: the database has no tables")
    wanted = table or TABLE
    for name in tables:
        if name.casefold() == wanted.casefold():
            return name
    if table is None and len(tables) == 1:
        return tables[0]
    what = f"there is no table {table}" if table else f"no table is called {TABLE}; name one with --table"
    raise SourceError(f"{label}: {what}; the tables are {', '.join(sorted(tables))}")


def _subscriptions_file(folder: Path, notes: list[str]) -> Path:
    """The subscriptions table of a company folder."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and _suffix(path) in SUFFIXES)
    exact = [path for path in files if path.name.removesuffix(".gz").rpartition(".")[0] == TABLE]
    alike = exact or [
        path for path in files if path.name.removesuffix(".gz").rpartition(".")[0].endswith(TABLE)
    ]
    if len(alike) > 1:
        raise SourceError(
            f"{folder}: both {' and '.join(path.name for path in alike)} could be the subscriptions; name one"
        )
    if not alike:
        there = (
            f"it has {', '.join(path.name for path in files)}" if files else "it has no file that can be read"
        )
        raise SourceError(f"{folder}: no subscriptions.csv, .parquet or .json in this folder; {there}")
    if not exact:
        notes.append(f"the subscriptions are those of {alike[0].name}")
    return alike[0]


def _suffix(path: Path) -> str:
    return Path(path.name.removesuffix(".gz")).suffix.lower()


def _kind_of(path: Path, label: str | None = None) -> str:
    """What a file is, by its first bytes; they have to agree with its name."""
    label = label or str(path)
    start = _first_bytes(path, label)
    if not start:
        raise SourceError(f"{label}: the file is empty")
    named, seen = SUFFIXES.get(_suffix(path)), _looks_like(start)
    if seen in DATABASES and named == "database":
        return seen
    if named is None and seen not in (*DATABASES, "Parquet", "JSON"):
        raise SourceError(
            f"{label}: the name does not say what the file is, and it looks like {seen or 'no text'}; "
            f"what can be read ends with {', '.join(SUFFIXES)}"
        )
    if seen is None and named in ("CSV", "JSON"):
        raise SourceError(f"{label}: the file is not text in UTF-8")
    if seen != named and named is not None and (seen, named) != ("text", "CSV"):
        raise SourceError(
            f"{label}: not a {named} file, as its name says; it looks like {seen or 'no text either'}"
        )
    return named or str(seen)


def _first_bytes(path: Path, label: str) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(65_536)
        if start[:2] == b"\x1f\x8b":
            with gzip.open(path) as unpacked:
                start = unpacked.read(65_536)
        return start
    except (OSError, EOFError) as error:
        raise SourceError(f"{label}: {getattr(error, 'strerror', None) or error}") from None


def _looks_like(start: bytes) -> str | None:
    """What a file's first bytes say; none when they are no text in UTF-8."""
    if start.startswith(b"PAR1"):
        return "Parquet"
    if start.startswith(b"SQLite format 3\0"):
        return "SQLite"
    if start.startswith(b"PK\x03\x04"):
        return "a workbook or ZIP archive"
    if start[8:12] == b"DUCK":
        return "DuckDB"
    try:
        text = start[: start.rfind(b"\n") + 1 or len(start)].decode("utf-8-sig").lstrip()
    except UnicodeDecodeError:
        return None
    if "\0" in text:
        return None
    if text[:1] in ("[", "{"):
        return "JSON"
    return "a web page" if text[:1] == "<" else "text"


def sql_rows(connection: duckdb.DuckDBPyConnection, sql: str) -> list[tuple[Any, ...]]:
    return connection.execute(sql).fetchall()


def quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _file(path: Path) -> str:
    """The path of this one file, whose name may hold what would be a pattern."""
    return literal(re.sub(r"([\[*?])", r"[\1]", str(path)))


def literal(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def shown(source: str) -> str:
    """A source as it may be shown: without a password."""
    if source == "-":
        return "standard input"
    return _without_password(source) if "://" in source else source


def _without_password(text: str) -> str:
    text = re.sub(r"(://[^/@:\s]*):[^@\s]*@", r"\1:***@", text)
    return re.sub(r"(password=)[^&\s]*", r"\1***", text, flags=re.IGNORECASE)


def reason(error: Exception) -> str:
    """The part of DuckDB's message that helps, in one line."""
    text = str(error)
    line = re.search(r"CSV Error on Line: (\d+)", text)
    if line:
        counts = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", text)
        if counts:
            return f"line {line[1]} has {counts[2]} columns, not {counts[1]}"
        why = (
            "a quote is not closed"
            if "unterminated quote" in text
            else "it is not UTF-8 text"
            if "unicode" in text
            else "it is not CSV"
        )
        return f"line {line[1]} cannot be read: {why}"
    first = text.strip().split("\n\n")[0]
    return " ".join(re.sub(r"^[A-Z][A-Za-z ]*Error: ", "", first).split())
