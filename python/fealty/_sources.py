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
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

try:
    import duckdb as duckdb
except ImportError as error:
    raise ImportError("reading files needs DuckDB: pip install 'fealty[cli]'") from error

if TYPE_CHECKING:
    import psycopg

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

#: What DuckDB calls PostgreSQL's types, by their number; the others stay as PostgreSQL writes them.
POSTGRES_TYPES = {
    16: "BOOLEAN",
    20: "BIGINT",
    21: "SMALLINT",
    23: "INTEGER",
    700: "DOUBLE",
    701: "DOUBLE",
    1082: "DATE",
    1114: "TIMESTAMP",
    1184: "TIMESTAMPTZ",
}
NUMERIC = 1700
#: Types that are written as another: char(n) is padded, and money depends on the server's locale.
POSTGRES_CASTS = {790: "numeric", 1042: "text"}


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
            header, delimiter, blank = _header(file)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise SourceError(f"{label}: cannot be read as UTF-8 text ({error})") from None
    if not header:
        raise SourceError(f"{label}: the file is empty")
    _refuse_twins(label, header)
    shape = (
        f"hive_partitioning = false, header = true, skip = {blank}, delim = {literal(delimiter)}, "
        "quote = '\"', escape = '\"'"
    )
    if typed:
        dates = literal(date_format or "%Y-%m-%d")
        return f"read_csv({_file(path)}, {shape}, sample_size = -1, dateformat = {dates})"
    columns = ", ".join(f"{literal(name)}: 'VARCHAR'" for name in header)
    return f"read_csv({_file(path)}, {shape}, auto_detect = false, columns = {{{columns}}})"


def _refuse_twins(label: str, names: Sequence[str]) -> None:
    seen = collections.Counter(name.casefold() for name in names)  # SQL does not tell cases apart
    twice = [name for name in names if seen[name.casefold()] > 1]
    if twice:
        raise SourceError(f"{label}: two columns are called {twice[0]}")


def _header(file: IO[str]) -> tuple[list[str], str, int]:
    """The names, the delimiter between them, and how many blank lines stand before them."""
    blank, line = next(((number, line) for number, line in enumerate(file) if line.strip()), (0, ""))
    csv.field_size_limit(max(csv.field_size_limit(), len(line) + 1))  # with a wrong delimiter it is one cell
    rows = {delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in ",;\t|"}
    delimiter = max(rows, key=lambda each: len(rows[each]))
    names = (
        [name.strip() or f"column{place}" for place, name in enumerate(rows[delimiter], 1)] if line else []
    )
    return names, delimiter, blank


def _open_sqlite(
    connection: duckdb.DuckDBPyConnection, path: Path, table: str | None, query: str | None
) -> str:
    """Copies the table with Python's own driver: DuckDB's has to be downloaded first."""
    database = sqlite3.connect(f"file:{urllib.parse.quote(str(path))}?mode=ro", uri=True)
    try:
        if query is None:
            listed = database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
            tables = {name: (name,) for (name,) in listed}
            query = f"SELECT * FROM {_choose_table(str(path), tables, table)}"
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
    try:
        connection.execute(f"ATTACH {literal(path)} AS source_db (READ_ONLY)")
        if query is not None:
            connection.execute("USE source_db")
            kept = _kept(connection, query, str(path))
            connection.execute("USE memory")
            return kept
        listed = (
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_catalog = 'source_db'"
        )
        tables = {
            _dotted(parts[1:] if parts[0] == "main" else parts): parts
            for parts in sql_rows(connection, listed)
        }
        return f"SELECT * FROM source_db.{_choose_table(str(path), tables, table)}"
    except duckdb.Error as error:
        raise SourceError(f"{path}: {reason(error)}") from None


def _open_postgres(
    connection: duckdb.DuckDBPyConnection, source: str, table: str | None, query: str | None
) -> str:
    """Copies the rows with psycopg: DuckDB's own driver has to be downloaded first, past many a firewall."""
    label = shown(source)
    if not re.match(r"postgres(ql)?://", source):
        raise SourceError(f"{label}: of URLs, only postgresql:// is read")
    try:
        import psycopg
        from psycopg.conninfo import conninfo_to_dict, make_conninfo
    except ImportError:
        raise SourceError(
            f"{label}: reading PostgreSQL needs psycopg: pip install 'fealty[postgres]'"
        ) from None
    try:
        # libpq ends a password at the first @ or /, and would show its rest as a host or a port.
        if not re.fullmatch(r"\w+://([^@/]*@)?[^@?]*(\?.*)?", source, re.DOTALL):
            raise psycopg.ProgrammingError
        settings = {"connect_timeout": 10} | conninfo_to_dict(source) | {"client_encoding": "UTF8"}
    except psycopg.ProgrammingError:  # its text may have the password
        raise SourceError(
            f"{label}: this is no URL of PostgreSQL: a parameter is unknown, or the password has a bare @, / "
            "or %, which are written %40, %2F and %25"
        ) from None
    try:
        with psycopg.connect(make_conninfo("", **settings)) as database:
            database.read_only = True
            with database.cursor() as cursor:
                return _copy_postgres(connection, cursor, label, table, query)
    except psycopg.Error as error:
        text = error.diag.message_primary or re.sub(r"^connection (failed|is bad): ", "", str(error))
        first = text.partition("\n")[0]
        raise SourceError(f"{label}: {' '.join(first.split())}") from None


def _copy_postgres(
    connection: duckdb.DuckDBPyConnection,
    cursor: psycopg.Cursor[Any],
    label: str,
    table: str | None,
    query: str | None,
) -> str:
    """Copies rows as texts that do not depend on the server's settings, and gives them their types back."""
    cursor.execute(
        "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = 3; "
        "SET LOCAL synchronize_seqscans = off"
    )
    if query is None:
        cursor.execute(
            "SELECT nspname, relname, pg_table_is_visible(c.oid) "
            "FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
            "WHERE relkind IN ('r', 'p', 'v', 'm', 'f') AND nspname <> 'information_schema' "
            "AND nspname NOT LIKE 'pg\\_%'"
        )
        tables = {_dotted(parts[1:] if seen else parts): parts for *parts, seen in cursor}
        query = f"SELECT * FROM {_choose_table(label, tables, table)}"
    cursor.execute(f"SELECT * FROM (\n{query}\n) AS q LIMIT 0".encode())
    columns = cursor.description or []
    if not columns:
        raise SourceError(f"{label}: there are no columns")
    _refuse_twins(label, [column.name for column in columns])
    cells = [
        f"c{place}::{POSTGRES_CASTS[column.type_code]}" if column.type_code in POSTGRES_CASTS else f"c{place}"
        for place, column in enumerate(columns)
    ]
    names = ", ".join(f"c{place}" for place in range(len(columns)))
    rows = f"SELECT {', '.join(cells)} FROM (\n{query}\n) AS q({names})"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rows.csv"
        with path.open("wb") as file, cursor.copy(f"COPY ({rows}) TO STDOUT (FORMAT csv)".encode()) as blocks:
            file.writelines(blocks)
        texts = ", ".join(f"{literal(column.name)}: 'VARCHAR'" for column in columns)
        shape = "header = false, delim = ',', quote = '\"', escape = '\"', allow_quoted_nulls = false, "
        shape += f"max_line_size = {64 << 20}"  # a row may carry a document that nobody asks for
        reader = f"read_csv({_file(path)}, {shape}, auto_detect = false, columns = {{{texts}}})"
        return _kept(connection, _typed_postgres(connection, reader, columns, label), label)


def _typed_postgres(
    connection: duckdb.DuckDBPyConnection, reader: str, columns: Sequence[psycopg.Column], label: str
) -> str:
    """A column with a cell that DuckDB's type cannot hold stays text, for the findings to say which."""
    names = [quoted(column.name) for column in columns]
    types = [_duckdb_type(column) for column in columns]
    texts = [
        # DuckDB wants the era elsewhere, and ignores it where PostgreSQL writes it.
        rf"regexp_replace({name}, '^(\S+)(.*) BC$', '\1 (BC)\2')"
        if type_.startswith(("DATE", "TIMESTAMP"))
        else name
        for name, type_ in zip(names, types, strict=True)
    ]
    checks = ", ".join(
        f"count(*) FILTER (WHERE {text} IS NOT NULL AND TRY_CAST({text} AS {type_}) IS NULL)"
        for text, type_ in zip(texts, types, strict=True)
    )
    try:
        [misfits] = sql_rows(connection, f"SELECT {checks} FROM {reader}")
    except duckdb.Error as error:
        raise SourceError(f"{label}: {reason(error)}") from None
    cells = (
        f"{text} AS {name}" if wrong else f"CAST({text} AS {type_}) AS {name}"
        for name, text, type_, wrong in zip(names, texts, types, misfits, strict=True)
    )
    return f"SELECT {', '.join(cells)} FROM {reader}"


def _duckdb_type(column: psycopg.Column) -> str:
    precision, scale = column.precision, column.scale
    if column.type_code == NUMERIC and precision is not None and 0 <= (scale or 0) <= precision <= 38:
        return f"DECIMAL({precision}, {scale or 0})"
    return POSTGRES_TYPES.get(column.type_code, "VARCHAR")


def _dotted(parts: Sequence[str]) -> str:
    return ".".join(quoted(part) if "." in part else part for part in parts)


def _choose_table(label: str, tables: Mapping[str, Sequence[str]], table: str | None) -> str:
    """SQL for the table that was named, or `subscriptions`, or the only one.

    :param tables: name as it is shown -> schema and name, or the name alone
    """
    if not tables:
        raise SourceError(f"{label}: the database has no tables")
    wanted = (table or TABLE).replace('"', "")
    found: list[str] = []
    for same in (str, str.casefold):
        found = found or [
            name
            for name, parts in tables.items()
            if same(wanted) in (same(name.replace('"', "")), same(".".join(parts)))
        ]
    if table is None and not found and len(tables) == 1:
        found = [*tables]
    if len(found) > 1:
        raise SourceError(f"{label}: {' and '.join(sorted(found))} could both be the table {wanted}")
    if found:
        return ".".join(quoted(part) for part in tables[found[0]])
    what = f"there is no table {table}" if table else f"no table is called {TABLE}; name one with --table"
    names = sorted(tables)
    more = f" and {len(names) - 20} more" if len(names) > 20 else ""
    raise SourceError(f"{label}: {what}; the tables are {', '.join(names[:20])}{more}")


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


def folder_table(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    name: str,
    columns: Mapping[str, str],
    optional: Mapping[str, str] | None = None,
) -> str | None:
    """Reads a table of a company folder into a temporary one of its name.

    :param columns: those it has to have, and their types
    :param optional: those it may have besides
    :returns: the name of its file, none where there is no such folder or table
    """
    if not folder.is_dir():
        return None
    files = [
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and _suffix(path) in SUFFIXES and path.name.partition(".")[0] == name
    ]
    if not files or _kind_of(files[0]) in DATABASES:
        return None
    path = files[0]
    try:
        sql = _file_sql(connection, path, _kind_of(path), None, None, str(path))
        there = {str(row[0]).casefold(): str(row[0]) for row in sql_rows(connection, f"DESCRIBE {sql}")}
        for column in columns:
            if column not in there:
                known = ", ".join(there.values())
                raise SourceError(f"{path}: there is no column {column}; the columns are {known}")
        cells = ", ".join(
            f"CAST(nullif(trim(CAST({quoted(there[column])} AS VARCHAR)), '') AS {type_}) AS {quoted(column)}"
            for column, type_ in {**columns, **(optional or {})}.items()
            if column in there
        )
        connection.execute(f"CREATE OR REPLACE TEMP TABLE {quoted(name)} AS SELECT {cells} FROM ({sql})")
    except duckdb.Error as error:
        raise SourceError(f"{path}: {reason(error)}") from None
    return path.name


def folder_tables(
    connection: duckdb.DuckDBPyConnection,
    folder: Path,
    tables: Mapping[str, tuple[Mapping[str, str], Mapping[str, str]]],
) -> tuple[dict[str, str], dict[str, str]]:
    """Reads tables of a company folder: those that are there with their files, and what is wrong with others.

    :param tables: by name, the columns they have to have, and those they may have
    """
    files, wrong = {}, {}
    for name, columns in tables.items():
        try:
            file = folder_table(connection, folder, name, *columns)
        except SourceError as error:
            wrong[name] = str(error)
            continue
        if file is not None:
            files[name] = file
    return files, wrong


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
        raise SourceError(f"{label}: its name says {named}, but it looks like {seen or 'no text'}")
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
    """A source as it may be shown: without a password, even one that is not written as it should be."""
    if source == "-":
        return "standard input"
    scheme, mark, rest = source.partition("://")
    if not mark:
        return source
    rest = re.sub(r"^([^:]*):.*@", r"\1:***@", rest, flags=re.DOTALL)
    place, mark, query = rest.partition("?")
    settings: list[str] = []
    secret = False
    for setting in query.split("&"):
        name, equals, _ = setting.partition("=")
        if equals or not secret:  # without a name it is the rest of a password with a bare &
            secret = bool(re.search("password|secret", urllib.parse.unquote(name), re.IGNORECASE))
            settings.append(f"{name}=***" if secret else setting)
    return f"{scheme}://{place}{mark}{'&'.join(settings)}"


def reason(error: Exception) -> str:
    """The part of DuckDB's message that helps, in one line."""
    text = str(error)
    if "CSV Parser state machine" in text:
        return "the file is not CSV, or its lines end in two ways, with CRLF and with LF"
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
