# SPDX-License-Identifier: MIT
"""What can be read, what is found in it, and what is said of what cannot."""

import datetime
import gzip
import io as text_io
import sqlite3
import sys
from pathlib import Path

import duckdb
import pytest

from fealty import _sources, io

DATA = Path(__file__).parent / "data"
HEADER = "account_id,start_date,end_date,mrr\n"
ROWS = HEADER + "a,2024-01-01,,5\nb,2024-01-31,2024-02-29,7.25\n"


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(name: str, content: str | bytes) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def typed_rows(rows: io.SubscriptionRows) -> list[tuple]:
    """The rows as a table gets them; of ends, which come with their times, the days."""
    return [
        tuple(cell.date() if isinstance(cell, datetime.datetime) else cell for cell in row)
        for row in rows.connection.execute("FROM temp.typed").fetchall()
    ]


def rows_of(source: str, columns: dict[str, str] | None = None, **options: str) -> list[tuple]:
    rows = io.open_subscriptions(source, columns or {}, **options)
    assert rows.unread == []
    return typed_rows(rows)


def refusal(source: str, columns: dict[str, str] | None = None, **options: str) -> str:
    with pytest.raises(io.SourceError) as caught:
        io.open_subscriptions(source, columns or {}, **options).require_rows()
    assert "\n" not in str(caught.value)
    return str(caught.value)


DAY = datetime.date
TYPED = [("a", DAY(2024, 1, 1), None, 5.0), ("b", DAY(2024, 1, 31), DAY(2024, 2, 29), 7.25)]


class TestFormats:
    def test_csv_as_people_write_it(self):
        assert rows_of(write("a.csv", ROWS)) == TYPED
        assert rows_of(write("crlf.csv", "\ufeff" + ROWS.replace("\n", "\r\n"))) == TYPED
        assert rows_of(write("semicolons.csv", ROWS.replace(",", ";"))) == TYPED
        assert rows_of(write("tabs.tsv", ROWS.replace(",", "\t"))) == TYPED
        assert rows_of(write("packed.csv.gz", gzip.compress(ROWS.encode()))) == TYPED
        assert rows_of(write("spaces.csv", ROWS.replace(",", " ,"))) == TYPED

    def test_quotes_and_line_breaks_inside_cells(self):
        text = HEADER + '"Smith, ""Jo""\nand Co",2024-01-01,,5\n'
        assert rows_of(write("a.csv", text)) == [('Smith, "Jo"\nand Co', DAY(2024, 1, 1), None, 5.0)]

    def test_ids_stay_as_they_are_written(self):
        text = HEADER + "007,2024-01-01,,5\n7,2024-01-01,,5\n1e3,2024-01-01,,5\n"
        assert [row[0] for row in rows_of(write("a.csv", text))] == ["007", "7", "1e3"]

    def test_rows_keep_their_order(self):
        text = HEADER + "".join(f"{row},2024-01-01,,1\n" for row in range(300_000))
        rows = io.open_subscriptions(write("a.csv", text), {})
        wrong = rows.connection.execute(
            "SELECT count(*) FROM temp.typed WHERE CAST(account_id AS BIGINT) <> rowid"
        ).fetchone()
        assert wrong == (0,)
        assert rows.examples([299_999]) == [
            {
                "row": 299999,
                "cells": {"account_id": "299999", "start_date": "2024-01-01", "end_date": "", "mrr": "1"},
            }
        ]

    def test_parquet_and_json(self):
        write("a.csv", ROWS)
        source = "read_csv('a.csv', header = true)"
        duckdb.connect().execute(f"COPY (FROM {source}) TO 'a.parquet'; COPY (FROM {source}) TO 'a.json'")
        duckdb.connect().execute(f"COPY (FROM {source}) TO 'b.json' (ARRAY)")
        assert rows_of("a.parquet") == rows_of("a.json") == rows_of("b.json") == TYPED

    def test_sqlite_by_either_name(self):
        for name in ("a.sqlite", "a.db"):
            with sqlite3.connect(name) as database:
                database.execute(
                    "CREATE TABLE subscriptions(customer_id INT, started_at TEXT, ended_at TEXT, mrr REAL)"
                )
                database.execute(
                    "INSERT INTO subscriptions VALUES (7, '2024-01-31 10:00:00', NULL, 0.1), "
                    "(8, '2024-02-01', '2024-03-01', 19.99)"
                )
                database.execute("CREATE TABLE other(x)")
            database.close()
            assert rows_of(name) == [
                ("7", DAY(2024, 1, 31), None, 0.1),
                ("8", DAY(2024, 2, 1), DAY(2024, 3, 1), 19.99),
            ]
        assert len(rows_of("a.db", query="SELECT * FROM subscriptions WHERE mrr > 1;")) == 1
        assert (
            refusal("a.db", table="nope")
            == "a.db: there is no table nope; the tables are other, subscriptions"
        )
        assert refusal("a.db", query="SELECT * FROM nope") == "a.db: no such table: nope"

    def test_duckdb_file(self):
        with duckdb.connect("a.duckdb") as database:
            database.execute(
                "CREATE TABLE rows AS SELECT 1 AS account, DATE '2024-01-01' AS start, "
                'NULL::DATE AS "end", 5.25::DECIMAL(18, 2) AS mrr'
            )
            database.execute("CREATE SCHEMA s; CREATE TABLE s.rows AS FROM main.rows")
        assert (
            refusal("a.duckdb") == "a.duckdb: no table is called subscriptions; name one with --table; "
            "the tables are rows, s.rows"
        )
        assert [float(row[3]) for row in rows_of("a.duckdb", table="rows")] == [5.25]
        assert len(rows_of("a.duckdb", table="s.rows")) == 1
        assert len(rows_of("a.duckdb", query="FROM rows UNION ALL FROM s.rows")) == 2

    def test_standard_input(self, monkeypatch):
        monkeypatch.setattr(sys, "stdin", text_io.TextIOWrapper(text_io.BytesIO(ROWS.encode())))
        assert rows_of("-") == TYPED

    def test_company_folder(self):
        Path("co").mkdir()
        assert (
            refusal("co")
            == "co: no subscriptions.csv, .parquet or .json in this folder; it has no file that can be read"
        )
        write("co/accounts.csv", "account\n")
        assert (
            refusal("co") == "co: no subscriptions.csv, .parquet or .json in this folder; it has accounts.csv"
        )
        write("co/acme_subscriptions.csv", ROWS)
        assert rows_of("co") == TYPED
        assert (
            io.open_subscriptions("co", {}).notes[0]
            == "the subscriptions are those of acme_subscriptions.csv"
        )
        write("co/subscriptions.csv", HEADER + "x,2024-01-01,,1\n")
        assert rows_of("co")[0][0] == "x"
        write("co/subscriptions.json", "[]")
        assert (
            refusal("co")
            == "co: both subscriptions.csv and subscriptions.json could be the subscriptions; name one"
        )

    def test_query_over_a_file(self):
        assert rows_of(write("a.csv", ROWS), query="SELECT * FROM source WHERE mrr < 6") == TYPED[:1]
        assert (
            refusal("a.csv", query="SELECT * FROM source WHERE mrr > 100") == "a.csv: the query gives no rows"
        )


class TestRefusals:
    """One line each: what, where, and what to do."""

    @pytest.mark.parametrize(
        ("name", "content", "message"),
        [
            ("a.csv", "", "a.csv: the file is empty"),
            ("a.csv", "\n\n", "a.csv: the file is empty"),
            ("a.csv", HEADER, "a.csv: it has columns, but no rows"),
            ("a.csv", b"PAR1....", "a.csv: its name says CSV, but it looks like Parquet"),
            (
                "a.csv",
                b"PK\x03\x04...",
                "a.csv: its name says CSV, but it looks like a workbook or ZIP archive",
            ),
            ("a.csv", "<!doctype html>", "a.csv: its name says CSV, but it looks like a web page"),
            ("a.csv", b"\xff\xfea\x00,\x00b\x00", "a.csv: the file is not text in UTF-8"),
            ("a.csv", HEADER.encode() + b"Caf\xe9,2024-01-01,,5\n", "a.csv: the file is not text in UTF-8"),
            ("a.parquet", ROWS, "a.parquet: its name says Parquet, but it looks like text"),
            ("a.json", ROWS, "a.json: its name says JSON, but it looks like text"),
            ("a.db", ROWS, "a.db: its name says database, but it looks like text"),
            ("a.csv", HEADER + "a,2024-01-01\n", "a.csv: line 2 has 2 columns, not 4"),
            ("a.csv", HEADER + 'a,"2024-01-01,,5\n', "a.csv: line 2 cannot be read: a quote is not closed"),
            ("a.csv", "x,x\n1,2\n", "a.csv: two columns are called x"),
            (
                "a.xlsx",
                b"PK\x03\x04...",
                "a.xlsx: the name does not say what the file is, and it looks like a workbook or ZIP "
                "archive; what can be read ends with .csv, .tsv, .txt, .parquet, .pq, .json, .jsonl, "
                ".ndjson, .sqlite, .sqlite3, .duckdb, .ddb, .db",
            ),
        ],
    )
    def test_files_that_cannot_be_read(self, name, content, message):
        assert refusal(write(name, content)) == message

    def test_what_is_not_there(self):
        assert refusal("nope.csv") == "nope.csv: there is no such file or folder"
        assert (
            refusal("https://example.org/a.csv")
            == "https://example.org/a.csv: of URLs, only postgresql:// is read"
        )
        assert (
            refusal(write("a.csv", ROWS), table="x")
            == "a.csv: a CSV file has no tables; --table is for databases"
        )
        assert refusal("a.csv", time_zone="Mars") == "'Mars' is no time zone; one is Europe/Berlin"

    def test_postgres_without_psycopg(self, monkeypatch):
        monkeypatch.setitem(sys.modules, "psycopg", None)
        assert refusal("postgresql://me:secret@db.example/billing") == (
            "postgresql://me:***@db.example/billing: reading PostgreSQL needs psycopg: "
            "pip install 'fealty[postgres]'"
        )

    @pytest.mark.parametrize(
        ("rest", "label"),
        [
            ("me:se@cret@host/db", "me:***@host/db"),
            ("me:1/secret@host/db", "me:***@host/db"),
            ("me:se%zzcret@host/db", "me:***@host/db"),
            ("me@corp:secret@host/db", "me@corp:***@host/db"),
            ("host/db?password=1&secret", "host/db?password=***"),
            ("host/db?sslmod=require", "host/db?sslmod=require"),
        ],
    )
    def test_urls_that_postgres_would_take_apart_elsewhere(self, rest, label):
        assert refusal(f"postgresql://{rest}") == (
            f"postgresql://{label}: this is no URL of PostgreSQL: a parameter is unknown, or the password "
            "has a bare @, / or %, which are written %40, %2F and %25"
        )

    def test_tables_are_told_apart_or_asked_for(self):
        with duckdb.connect("a.duckdb") as database:
            database.execute('CREATE SCHEMA s; CREATE SCHEMA "S2"; CREATE TABLE s.rows(x INT)')
            database.execute('CREATE TABLE "S2"."a.b"(x INT); CREATE TABLE "s.rows"(x INT)')
        assert refusal("a.duckdb", table="S.ROWS") == (
            'a.duckdb: "s.rows" and s.rows could both be the table S.ROWS'
        )
        assert refusal("a.duckdb", table='"S2"."a.b"').startswith("a.duckdb: no column found")
        assert refusal("a.duckdb", table="main.nope") == (
            'a.duckdb: there is no table main.nope; the tables are "s.rows", S2."a.b", s.rows'
        )
        with duckdb.connect("b.duckdb") as database:
            for number in range(23):
                database.execute(f"CREATE TABLE t{number:02d}(x INT)")
        assert refusal("b.duckdb").endswith("t18, t19 and 3 more")


class TestColumns:
    def test_common_names(self):
        rows = io.open_subscriptions(DATA / "annual_yen.csv", {})
        assert rows.columns == {
            "account": "Customer ID",
            "start": "Started At",
            "end": "Cancelled At",
            "amount": "Amount",
            "interval_unit": "Billing Frequency",
            "quantity": "Qty",
            "currency_column": "Currency",
        }
        assert (rows.currency, rows.notes, rows.accounts()) == (None, [], 3)
        assert typed_rows(rows) == [
            ("kyoto", DAY(2024, 1, 15), None, 120000.0, "year", 1, "JPY"),
            ("osaka", DAY(2024, 2, 1), DAY(2024, 8, 1), 9800.0, "month", 2, "JPY"),
            ("sapporo", DAY(2024, 3, 10), None, 30000.0, "quarter", 1, "JPY"),
        ]

    def test_a_column_that_would_do_less_well_is_named(self):
        text = "customer_id,start_date,created_at,end_date,cancelled_at,mrr,mrr_cents\na,2024-01-01,2023-12-01,,,5,500\n"
        rows = io.open_subscriptions(write("a.csv", text), {})
        assert rows.columns == {"account": "customer_id", "start": "start_date", "end": "end_date", "mrr": "mrr"}
        assert rows.notes[:3] == [
            "start: start_date is read, created_at not; --start created_at would",
            "end: end_date is read, cancelled_at not; --end cancelled_at would",
            "mrr: mrr is read, mrr_cents not; --mrr-minor mrr_cents would",
        ]
        assert "created_at" not in str(io.open_subscriptions("a.csv", {"start": "start_date"}).notes)

    def test_parts_of_a_price_belong_to_amounts(self):
        rows = io.open_subscriptions(
            write("a.csv", "account,start,end,mrr,amount,interval,quantity\nx,2024-01-01,,5,60,year,3\n"), {}
        )
        assert rows.columns == {"account": "account", "start": "start", "end": "end", "mrr": "mrr"}

    def test_better_names_win_and_equal_ones_ask(self):
        header = "account_id,user_id,start_date,created_at,end_date,canceled_at,mrr\n"
        text = header + "a,b,2024-01-01,2023-01-01,,2024-05-01,5\n"
        rows = io.open_subscriptions(write("a.csv", text), {})
        assert (rows.columns["account"], rows.columns["start"], rows.columns["end"]) == (
            "account_id",
            "start_date",
            "end_date",
        )
        write("a.csv", text.replace("user_id", "customer_id"))
        assert (
            refusal("a.csv")
            == "a.csv: account_id and customer_id could both be the column account; choose with --account"
        )
        rows = io.open_subscriptions("a.csv", {"account": "customer_id"})
        assert rows.columns["account"] == "customer_id"

    def test_what_is_missing_is_asked_for(self):
        assert refusal(write("a.csv", "who,when,price\n1,2,3\n")) == (
            "a.csv: no column found for account, start, end; give --account (who pays); "
            "--start (first day of a row); --end (first day after it; empty while it lasts); "
            "the columns are who, when, price"
        )
        assert refusal(write("a.csv", "account,start,end,price\n1,2024-01-01,,3\n")) == (
            "a.csv: price is paid per what? Give --interval-unit with the column that says so, "
            "or --mrr price if it is a monthly amount"
        )
        assert refusal(write("a.csv", ROWS), {"mrr": "mrrr"}) == (
            "a.csv: mrr = 'mrrr' is no column (did you mean mrr?); "
            "the columns are account_id, start_date, end_date, mrr"
        )
        assert (
            refusal("a.csv", {"start": "end_date", "end": "end_date"})
            == "a.csv: start and end are both the column end_date"
        )

    def test_currency(self):
        rows = io.open_subscriptions(write("a.csv", ROWS), {})
        assert rows.arguments()["currency"] == "USD"
        assert rows.notes == ["currency: USD is assumed; --currency or --currency-column says another"]
        write(
            "b.csv", ROWS.replace("mrr", "mrr,currency").replace("5\n", "5,eur\n").replace("25\n", "25,EUR\n")
        )
        assert io.open_subscriptions("b.csv", {}).arguments()["currency_column"] == "currency"
        assert io.open_subscriptions("b.csv", {}, currency="chf").arguments().get("currency") == "CHF"
        assert (
            refusal("b.csv", {"currency_column": "currency"}, currency="EUR")
            == "--currency and --currency-column exclude each other"
        )


class TestCells:
    def test_dates(self):
        text = HEADER + "a,2024-01-31T23:00:00-08:00,,1\nb,2024-01-31 23:00:00,,1\nc,2024-1-5,9999-12-31,1\n"
        write("a.csv", text)
        assert [row[1] for row in rows_of("a.csv")] == [DAY(2024, 2, 1), DAY(2024, 1, 31), DAY(2024, 1, 5)]
        local = [row[1] for row in rows_of("a.csv", time_zone="America/Los_Angeles")]
        assert local == [DAY(2024, 1, 31), DAY(2024, 1, 31), DAY(2024, 1, 5)]
        write("b.csv", HEADER + "a,03/01/2024,13/02/2024,1\n")
        assert rows_of("b.csv", date_format="%d/%m/%Y") == [("a", DAY(2024, 1, 3), DAY(2024, 2, 13), 1.0)]

    def test_dates_are_never_guessed(self):
        rows = io.open_subscriptions(write("a.csv", HEADER + "a,03/01/2024,,1\nb,2024-02-30,,1\n"), {})
        [finding] = rows.unread
        assert (finding.code, finding.severity, finding.rows) == ("unreadable_date", "error", [0, 1])
        assert finding.message == (
            "a.csv: start_date[0] = 03/01/2024 is not a date like 2024-12-31; "
            "--date-format says how dates are written"
        )

    def test_only_days_of_iso_8601_are_read_unasked(self):
        texts = ["2024-01-31", "2024-1-5", "2024/01/31", "2024-01-31T10:00:00Z", "2024-01-31 10:00"]
        odd = ["epoch", "2024-01-01 (BC)", "2024-01-01 BC", "infinity", "20240131", "31-01-2024", "2024-01"]
        body = "".join(f"a,{text},,1\n" for text in [*texts, *odd])
        [finding] = io.open_subscriptions(write("a.csv", HEADER + body), {}).unread
        assert finding.rows == list(range(len(texts), len(texts) + len(odd)))

    def test_blank_lines_before_the_header(self):
        assert rows_of(write("a.csv", f"\n\n{HEADER}a,2024-01-01,,1\n")) == [("a", DAY(2024, 1, 1), None, 1.0)]

    def test_lines_that_end_in_two_ways(self):
        Path("a.csv").write_bytes(HEADER.encode()[:-1] + b"\r\na,2024-01-01,,1\nb,2024-01-01,,1\r\n")
        with pytest.raises(io.SourceError, match="its lines end in two ways, with CRLF and with LF"):
            io.open_subscriptions("a.csv", {})

    def test_an_end_at_the_last_moment_of_a_day_is_told(self):
        """Cut to its day it would end a day too early, without a word."""
        ends = ["2024-03-31 23:59:59", "2024-04-01 00:00:00", "2024-04-01", "", "2024-05-01T06:59:59.999Z"]
        text = HEADER + "".join(f"a{row},2024-01-01,{end},1\n" for row, end in enumerate(ends))
        rows = io.open_subscriptions(write("a.csv", text), {}, time_zone="America/Los_Angeles")
        [finding] = [each for each in rows.audit() if each.code == "ends_at_end_of_day"]
        assert (finding.severity, finding.rows) == ("warning", [0, 4])
        assert finding.message == (
            "Subscriptions: end_date[0] = 2024-03-31 23:59:59 is the last moment of its day, which does not count: "
            "an end is the first day after"
        )

    def test_infinity_is_no_day(self):
        """DuckDB and PostgreSQL can store it."""
        dates = "DATE '2024-01-01' AS start, TIMESTAMP 'infinity' AS \"end\""
        duckdb.connect().execute(f"COPY (SELECT 'a' AS account, {dates}, 5 AS mrr) TO 'a.parquet'")
        write("b.csv", HEADER + "a,2024-01-01,,5\nb,-infinity,2024-01-01,5\n")
        for source, name, row, value in (
            ("a.parquet", "end", 0, "infinity"),
            ("b.csv", "start_date", 1, "-infinity"),
        ):
            [finding] = io.open_subscriptions(source, {}).audit()
            assert (finding.code, finding.rows) == ("unreadable_date", [row])
            assert finding.message == (
                f"{source}: {name}[{row}] = {value} is no day; an end that is not known yet is empty"
            )

    def test_days_that_no_instant_reaches(self):
        dates = "DATE '2024-01-01' AS start, DATE '5874897-01-01' AS \"end\""
        duckdb.connect().execute(f"COPY (SELECT 'a' AS account, {dates}, 5 AS mrr) TO 'a.parquet'")
        assert [each.code for each in io.open_subscriptions("a.parquet", {}).audit()] == ["date_out_of_range"]

    def test_a_timestamp_with_a_zone_is_a_day_of_the_reporting_zone(self):
        start = "TIMESTAMPTZ '2024-01-31 23:00:00-08' AS start"
        sql = f"SELECT 'a' AS account, {start}, NULL::TIMESTAMP AS \"end\", 5 AS mrr"
        duckdb.connect().execute(f"COPY ({sql}) TO 'a.parquet'")
        assert rows_of("a.parquet")[0][1] == DAY(2024, 2, 1)
        assert rows_of("a.parquet", time_zone="America/Los_Angeles")[0][1] == DAY(2024, 1, 31)

    def test_numbers_are_not_bent(self):
        text = "account,start,end,mrr_minor\na,2024-01-01,,12.5\nb,2024-01-01,,12.0\n"
        [finding] = io.open_subscriptions(write("a.csv", text), {}).unread
        assert (finding.code, finding.rows) == ("unreadable_number", [0])
        assert finding.message == "a.csv: mrr_minor[0] = 12.5 is not a whole number"
        [finding] = io.open_subscriptions(write("b.csv", HEADER + 'a,2024-01-01,,"1,5"\n'), {}).unread
        assert finding.message == "b.csv: mrr[0] = 1,5 is not a number like 1234.50"

    def test_every_unreadable_cell_of_a_file(self):
        rows = io.open_subscriptions(DATA / "broken.csv", {})
        assert [(each.code, each.rows) for each in rows.unread] == [
            ("unreadable_date", [3]),
            ("unreadable_date", [4]),
            ("unreadable_number", [5]),
            ("unreadable_flag", [5]),
        ]
        with pytest.raises(io.SourceError, match=r"start_date\[3\] = 01.02.2024 is not a date"):
            rows.subscriptions()

    def test_a_bad_row_costs_itself_alone(self):
        rows = io.open_subscriptions(DATA / "broken.csv", {})
        table = rows.subscriptions(on_error="drop")
        assert len(table) == 3  # a6 and both rows of a7
        found = {each.code: [int(row) for row in each.rows] for each in rows.with_cells(table.findings)}
        assert found == {
            "unreadable_date": [4],
            "unreadable_number": [5],
            "unreadable_flag": [5],
            "null_account": [1],
            "end_before_start": [0],
            "not_finite": [9],
            "negative_amount": [2],
            "overlap": [8],
        }
        assert found == {each.code: [int(row) for row in each.rows] for each in rows.audit()}


class TestConfig:
    def test_beside_the_source_or_here(self):
        Path("data").mkdir()
        write("data/a.csv", ROWS.replace("mrr", "price"))
        write(
            "data/fealty.toml",
            '[subscriptions]\nmrr = "price"\ncurrency = "EUR"\n[ledger]\nas_of = 2024-03-31\nwindow = 3\n',
        )
        path, config = io.read_config("data/a.csv")
        assert path == Path("data/fealty.toml")
        assert config == {
            "subscriptions": {"mrr": "price", "currency": "EUR"},
            "ledger": {"as_of": datetime.date(2024, 3, 31), "window": 3},
        }
        assert io.read_config("data")[0] == path
        assert io.read_config("-") == (None, {"subscriptions": {}, "ledger": {}})
        write("fealty.toml", "")
        assert io.read_config("-")[0] == Path("fealty.toml")

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("[subs]\n", "fealty.toml: subs is not one of [subscriptions], [ledger]"),
            (
                "[ledger]\nwindows = 3\n",
                "fealty.toml: [ledger] has no key windows; "
                "its keys are as_of, fiscal_year_start, period, policy, window",
            ),
            ("[ledger]\nwindow = '3'\n", "fealty.toml: window = '3' is not a whole number"),
            ("[subscriptions]\nmrr = 3\n", "fealty.toml: mrr = 3 is not a text"),
        ],
    )
    def test_mistakes_are_named(self, text, message):
        write("fealty.toml", text)
        with pytest.raises(io.SourceError) as caught:
            io.read_config("a.csv")
        assert str(caught.value) == message


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("postgresql://me:pa:ss@host/db", "postgresql://me:***@host/db"),
        ("postgres://me@host/db?password=secret&x=1", "postgres://me@host/db?password=***&x=1"),
        ("postgresql://host:5432/db", "postgresql://host:5432/db"),
        ("postgresql://me@host:5432/db", "postgresql://me@host:5432/db"),
        ("postgresql://me:p%40ss@[::1]:5432/db", "postgresql://me:***@[::1]:5432/db"),
        ("postgresql://me:p@s/s?w:d@host/db", "postgresql://me:***@host/db"),
        ("postgresql://me@corp.example:pass@host/db", "postgresql://me@corp.example:***@host/db"),
        ("postgresql://host/db?pass%77ord=secret", "postgresql://host/db?pass%77ord=***"),
        ("postgresql://host/db?password=a&b&user=c", "postgresql://host/db?password=***&user=c"),
        ("folder/a:b@c.csv", "folder/a:b@c.csv"),
    ],
)
def test_passwords_are_not_shown(source, shown):
    assert _sources.shown(source) == shown
