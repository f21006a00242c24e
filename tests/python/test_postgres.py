# SPDX-License-Identifier: MIT
"""Rows of a PostgreSQL server, which is started for these tests."""

import contextlib
import datetime
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import fealty as ft
from fealty import cli, io

psycopg = pytest.importorskip("psycopg")
pytestmark = pytest.mark.slow

FOLDERS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
PASSWORD = "s3/cr@t pass%"
ENCODED = "s3%2Fcr%40t%20pass%25"
DAY = datetime.date


@pytest.fixture(scope="module")
def place() -> Iterator[str]:
    """Host and port of a new server."""
    if not FOLDERS or not (FOLDERS[-1] / "initdb").exists():
        pytest.skip("there is no PostgreSQL server in /usr/lib/postgresql")
    owner: dict[str, object] = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        with contextlib.suppress(KeyError):
            owner = {"user": "postgres", "group": pwd.getpwnam("postgres").pw_gid, "extra_groups": []}
        if not owner:
            pytest.skip("there is no user postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = Path(tempfile.mkdtemp())

    def run(program: str, *arguments: str) -> None:
        command = [str(FOLDERS[-1] / program), "-D", str(folder / "data"), *arguments]
        with (folder / "log").open("a") as log:
            done = subprocess.run(command, cwd=folder, stdout=log, stderr=log, check=False, **owner)
        assert done.returncode == 0, (folder / "log").read_text()

    try:
        (folder / "password").write_text(PASSWORD)
        if owner:
            shutil.chown(folder, "postgres")
            shutil.chown(folder / "password", "postgres")
        login = f"-U me --pwfile={folder}/password -A scram-sha-256"
        run("initdb", *login.split(), "-E", "UTF8", "--locale=C", "--no-sync")
        settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
        run("pg_ctl", "start", "-w", "-o", settings)
        yield f"127.0.0.1:{port}"
    finally:
        if (folder / "data/postmaster.pid").exists():
            run("pg_ctl", "stop", "-w", "-m", "immediate")
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def server(place):
    """The server's URL, to which the name of a database is added."""
    return f"postgresql://me:{ENCODED}@{place}/"


@pytest.fixture
def fill(server, tmp_path, monkeypatch):
    """Makes the database `books` with what statements put there; gives its URL."""
    monkeypatch.chdir(tmp_path)

    def run(*statements: str) -> str:
        with psycopg.connect(f"{server}postgres", autocommit=True) as database:
            database.execute("DROP DATABASE IF EXISTS books")
            database.execute("CREATE DATABASE books")
        with psycopg.connect(f"{server}books") as database:
            for statement in statements:
                database.execute(statement)
        return f"{server}books"

    return run


def typed_rows(rows: io.SubscriptionRows) -> list[tuple]:
    """The rows as a table gets them; of ends, which come with their times, the days."""
    return [
        tuple(cell.date() if isinstance(cell, datetime.datetime) else cell for cell in row)
        for row in rows.connection.execute("FROM temp.typed").fetchall()
    ]


def typed(source: str, columns: dict[str, str] | None = None, **options: str) -> list[tuple]:
    rows = io.open_subscriptions(source, columns or {}, **options)
    assert rows.unread == []
    return typed_rows(rows)


def refusal(source: str, **options: str) -> str:
    """What an error says after the source, which has no password."""
    with pytest.raises(io.SourceError) as caught:
        io.open_subscriptions(source, {}, **options).require_rows()
    text = str(caught.value)
    assert "\n" not in text
    assert PASSWORD not in text and ENCODED not in text and "wrong" not in text
    return text.split(": ", 1)[1]


ROWS = (
    'CREATE TABLE subscriptions(account text, start date, "end" date, mrr numeric(12, 2))',
    "INSERT INTO subscriptions VALUES ('a', '2024-01-01', NULL, 5), ('b', '2024-01-31', '2024-02-29', 7.25)",
)
OUT_OF_RANGE = "is not between 1900-01-01 and 9999-12-31"
NO_DAY = "is no day; an end that is not known yet is empty"
LONG = "UPDATE subscriptions SET notes = repeat(E'x\"\\n', 1000000)"
TYPED = [("a", DAY(2024, 1, 1), None, Decimal(5)), ("b", DAY(2024, 1, 31), DAY(2024, 2, 29), Decimal("7.25"))]


class TestTypes:
    def test_every_type_that_subscriptions_have(self, fill):
        books = fill(
            "CREATE TYPE kind AS ENUM ('recurring', 'trial')",
            "CREATE DOMAIN code AS char(5)",
            "CREATE TABLE subscriptions(customer_id bigint, started_at timestamptz, ended_at timestamp, "
            "amount numeric(20, 4), interval varchar, quantity smallint, discount money, kind kind, "
            "currency code, notes jsonb)",
            "INSERT INTO subscriptions VALUES "
            "(9007199254740993, '2024-01-31 23:00-08', '2024-03-01', 1234567890123456.1, 'month', 2, "
            "1234.5, 'trial', 'EUR', '[]'), (7, '2024-02-01 00:00+00', NULL, 0, 'year', 1, NULL, "
            "'recurring', 'USD', NULL)",
        )
        assert typed(books) == [
            (
                9007199254740993,
                DAY(2024, 2, 1),
                DAY(2024, 3, 1),
                Decimal("1234567890123456.1"),
                "month",
                2,
                1234.5,
                "trial",
                "EUR",
            ),
            (7, DAY(2024, 2, 1), None, Decimal(0), "year", 1, None, "recurring", "USD"),
        ]
        assert typed(books, time_zone="America/Los_Angeles")[0][1] == DAY(2024, 1, 31)
        assert typed(books, date_format="%d/%m/%Y")[0][1] == DAY(2024, 2, 1)

    def test_a_flag_a_float_and_an_unbounded_number(self, fill):
        books = fill()
        query = (
            "SELECT 'a' AS account, date '2024-01-01' AS start, NULL::date AS \"end\", {} AS mrr, "
            "false AS trial"
        )
        assert typed(books, query=query.format("0.1::float8")) == [("a", DAY(2024, 1, 1), None, 0.1, False)]
        assert typed(books, query=query.format("0.1::real"))[0][3] == 0.1
        assert typed(books, query=query.format("19.99"))[0][3] == 19.99
        [finding] = io.open_subscriptions(books, {}, query=query.format("'NaN'::numeric(9, 2)")).audit()
        assert finding.code == "not_finite"

    def test_instants_that_duckdb_cannot_hold(self, fill):
        end = "ALTER TABLE subscriptions ALTER \"end\" TYPE timestamp USING '294276-01-01'"
        [finding] = io.open_subscriptions(fill(*ROWS, end), {}).audit()
        assert (finding.code, finding.rows) == ("unreadable_date", [0, 1])

    def test_the_server_s_settings_do_not_matter(self, fill):
        books = fill(
            *ROWS,
            "ALTER DATABASE books SET datestyle = 'German'",
            "ALTER DATABASE books SET timezone = 'Asia/Tokyo'",
            "ALTER DATABASE books SET client_encoding = 'LATIN1'",
            "INSERT INTO subscriptions VALUES ('Zoë, \"Z\"\r\nand €', '2024-03-04', NULL, 1)",
        )
        assert typed(books) == [*TYPED, ('Zoë, "Z"\r\nand €', DAY(2024, 3, 4), None, Decimal(1))]

    def test_an_empty_text_is_no_account(self, fill):
        books = fill(*ROWS, "UPDATE subscriptions SET account = '' WHERE account = 'b'")
        assert [each.code for each in io.open_subscriptions(books, {}).audit()] == ["null_account"]

    def test_a_row_with_a_long_document(self, fill):
        """Longer than DuckDB takes the rows of CSV to be, with quotes and line breaks."""
        books = fill(*ROWS, "ALTER TABLE subscriptions ADD notes text", LONG)
        assert typed(books) == TYPED

    @pytest.mark.parametrize(
        ("column", "day", "code", "message"),
        [
            ("start", "1850-01-01", "date_out_of_range", f"1850-01-01 {OUT_OF_RANGE}"),
            ("start", "2024-03-15 BC", "date_out_of_range", f"day -1458340 {OUT_OF_RANGE}"),
            ("start", "-infinity", "unreadable_date", f"-infinity {NO_DAY}"),
            ("end", "infinity", "unreadable_date", f"infinity {NO_DAY}"),
        ],
    )
    @pytest.mark.parametrize("type_", ["date", "timestamp", "timestamptz"])
    def test_days_that_are_none(self, fill, type_, column, day, code, message):
        books = fill(
            *ROWS,
            f'ALTER TABLE subscriptions ALTER "{column}" TYPE {type_}',
            f"UPDATE subscriptions SET \"{column}\" = '{day}' WHERE account = 'b'",
        )
        rows = io.open_subscriptions(books, {})
        [finding] = rows.audit()
        assert (finding.code, [int(row) for row in finding.rows]) == (code, [1])
        assert finding.message.endswith(f": {column}[1] = {message}")
        assert len(rows.subscriptions(on_error="drop")) == 1


class TestTables:
    def test_by_any_name(self, fill):
        books = fill(
            *ROWS,
            'CREATE SCHEMA "Old Books"',
            'CREATE TABLE "Old Books"."Subs.2023" AS TABLE subscriptions',
            "CREATE VIEW everyone AS TABLE subscriptions",
            "CREATE MATERIALIZED VIEW kept AS TABLE subscriptions",
        )
        names = ("public.subscriptions", "SUBSCRIPTIONS", "everyone", "kept", "Old Books.Subs.2023")
        for name in (None, *names, '"Old Books"."Subs.2023"', "old books.subs.2023"):
            assert typed(books, table=name) == TYPED
        assert refusal(books, table="nope") == (
            'there is no table nope; the tables are Old Books."Subs.2023", everyone, kept, subscriptions'
        )
        with psycopg.connect(books) as database:
            database.execute('CREATE TABLE "Subscriptions"(x int)')
        assert typed(books) == TYPED
        assert refusal(books, table="SUBSCRIPTIONS") == (
            "Subscriptions and subscriptions could both be the table SUBSCRIPTIONS"
        )

    def test_of_the_search_path(self, fill):
        books = fill(
            *ROWS,
            "CREATE SCHEMA billing",
            "ALTER TABLE subscriptions SET SCHEMA billing",
            "CREATE TABLE other(x int)",
        )
        assert refusal(books) == (
            "no table is called subscriptions; name one with --table; "
            "the tables are billing.subscriptions, other"
        )
        assert typed(f"{books}?options=-csearch_path%3Dbilling") == TYPED

    def test_queries(self, fill):
        books = fill(*ROWS, "CREATE SEQUENCE numbers")
        query = "SELECT * FROM subscriptions -- all\nWHERE account LIKE '%b%' ; -- but a"
        assert typed(books, query=query) == TYPED[1:]
        assert refusal(books, query="SELECT * FROM subscriptions WHERE mrr > 9") == "the query gives no rows"
        assert refusal(books, query="SELECT * FROM nope") == 'relation "nope" does not exist'
        assert refusal(books, query="SELECT 1 AS a, 2 AS A, 3 AS a") == "two columns are called a"
        assert refusal(books, query="SELECT") == "there are no columns"
        assert refusal(books, query="SELECT * FROM subscriptions) q; DROP TABLE subscriptions --").startswith(
            "syntax error"
        )
        assert refusal(books, query="SELECT nextval('numbers')") == (
            "cannot execute nextval() in a read-only transaction"
        )
        assert typed(books) == TYPED

    def test_nothing_there(self, fill):
        assert refusal(fill()) == "the database has no tables"
        assert refusal(fill(ROWS[0])) == "it has columns, but no rows"
        assert refusal(fill("CREATE TABLE subscriptions()")) == "there are no columns"

    def test_a_table_of_others(self, fill, place):
        books = fill(*ROWS, "DROP ROLE IF EXISTS guest", "CREATE ROLE guest LOGIN PASSWORD 'guest'")
        guest = books.replace(f"me:{ENCODED}", "guest:guest")
        assert refusal(guest) == "permission denied for table subscriptions"


class TestServers:
    def test_who_and_where(self, fill, server, place, monkeypatch):
        books = fill(*ROWS)
        host, port = place.split(":")
        failed = f'connection to server at "{host}", port {port} failed:'
        assert refusal(f"{server}nope") == f'{failed} FATAL: database "nope" does not exist'
        assert refusal(books.replace(ENCODED, "wrong")) == (
            f'{failed} FATAL: password authentication failed for user "me"'
        )
        assert refusal(f"postgresql://me@{place}/books") == f"{failed} fe_sendauth: no password supplied"
        assert refusal(books.replace(place, f"{host}:1")) == (
            f'connection to server at "{host}", port 1 failed: Connection refused'
        )
        assert "nope.invalid" in refusal(books.replace(place, "nope.invalid"))
        assert typed(f"postgresql://{place}/books?user=me&pass%77ord={ENCODED}") == TYPED
        monkeypatch.setenv("PGPASSWORD", PASSWORD)
        assert typed(f"postgres://me@{place}/books") == TYPED


class TestCommands:
    def test_report_ledger_and_audit(self, fill, capsys):
        books = fill(*ROWS)
        for source in (books, books.replace(f":{ENCODED}", "") + f"?password={ENCODED}"):
            told = ""
            for command in (["report"], ["ledger", "-f", "csv"], ["audit"]):
                assert cli.main([command[0], source, *command[1:]]) == 0
                told += "".join(capsys.readouterr())
            told += Path("report.html").read_text()
            assert "2024-02-01,2024-02-29,12.25,0.00,0.00,0.00,0.00,7.25,0.00,5.00" in told
            assert "***" in told
            assert ENCODED not in told and PASSWORD not in told

    def test_read_subscriptions(self, fill):
        table = io.read_subscriptions(fill(*ROWS), currency="EUR")
        assert ft.revenue.mrr_ledger(table, as_of="2024-02-29").periods.closing_minor.tolist() == [1225, 500]
