# SPDX-License-Identifier: MIT
"""The command line as its users meet it: what it prints, where, and with which exit code."""

import csv
import io as text_io
import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import fealty as ft
from fealty import _columns, cli, io

DATA = Path(__file__).parent / "data"
PARALLEL = str(DATA / "parallel_subscriptions.csv")
BROKEN = str(DATA / "broken.csv")
ANSI = "\x1b["
# found once the table takes it
SUBSCRIPTION = ", subscription = subscription_id" if "subscription" in _columns.TAKEN else ""


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def fealty(capsys):
    """Runs a command line; gives its exit code, standard output and standard error."""

    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        out, err = capsys.readouterr()
        assert ANSI not in out + err
        return code, out, err

    return run


def write(name: str, text: str) -> str:
    Path(name).write_text(text)
    return name


class TestReport:
    def test_it_says_what_it_found_and_prints_the_key_table(self, fealty):
        code, out, err = fealty("report", PARALLEL, "--as-of", "2024-08-31")
        assert code == 0
        assert err.splitlines() == [
            f"{PARALLEL}: 196 rows of 19 accounts",
            "columns: account = account_id, start = start_date, end = end_date, mrr = mrr_amount, "
            f"trial = is_trial{SUBSCRIPTION}",
            "currency: USD is assumed; --currency or --currency-column says another",
        ]
        lines = out.splitlines()
        assert lines[0] == "MRR in USD"
        assert lines[1].split() == [
            "period",
            "opening",
            "new",
            "business",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "closing",
            "NRR",
            "GRR",
            "logos",
        ]
        assert [line.split()[0] for line in lines[2:14]] == [
            f"2023-{month:02d}" for month in range(9, 13)
        ] + [f"2024-{month:02d}" for month in range(1, 9)]
        assert lines[14:] == ["report: report.html"]
        assert len({len(line) for line in lines[1:14]}) == 1
        assert Path("report.html").read_text().startswith("<!doctype html>")

    def test_what_was_left_out_is_left_out_again(self, fealty):
        fealty("report", BROKEN, "--on-error", "drop", "--as-of", "2024-05-31")
        page = Path("report.html").read_text()
        assert " --on-error drop " in page and ", on_error=&#x27;drop&#x27;)" in page

    def test_its_own_command_line_makes_it_again(self, fealty):
        write("fealty.toml", '[ledger]\nperiod = "quarter"\nwindow = 2\n')
        assert fealty("report", PARALLEL, "-o", "first.html")[0] == 0
        os.remove("fealty.toml")
        command = re.search(r"<pre>(fealty .*?)</pre>", Path("first.html").read_text())[1]
        assert "--period quarter --window 2" in command
        assert fealty(*command.split()[1:-1], "second.html")[0] == 0
        first, second = (Path(name).read_text() for name in ("first.html", "second.html"))
        first = re.sub(r"<tr><td>as_of_inferred.*\n", "", first).replace(" (inferred from the rows)", "")
        assert first.replace("first.html", "second.html") == second

    def test_options_before_the_config_before_names(self, fealty):
        write("a.csv", "org,account,start,end,price,mrr\nx,1,2024-01-01,,5,50\n")
        write(
            "fealty.toml",
            '[subscriptions]\naccount = "org"\nmrr = "price"\ncurrency = "EUR"\n'
            "[ledger]\nas_of = 2024-01-31\n",
        )
        code, out, err = fealty("ledger", "a.csv", "--mrr", "mrr", "-f", "csv")
        assert code == 0
        assert "columns: account = org, start = start, end = end, mrr = mrr\nsettings: fealty.toml\n" in err
        assert out.splitlines()[1].startswith(
            "2024-01-01,2024-01-31,0.00,50.00,0.00,0.00,0.00,0.00,0.00,50.00,0,1,"
        )

    def test_strict(self, fealty):
        write("a.csv", "account,start,end,mrr\nx,2024-01-31,,5\n")
        assert fealty("report", "a.csv", "--strict")[0] == 1  # as_of is inferred, which is a finding
        assert fealty("report", "a.csv", "--strict", "--as-of", "2024-01-31", "--currency", "EUR")[0] == 0

    def test_bad_rows_stop_it_or_are_left_out(self, fealty):
        code, out, err = fealty("report", BROKEN)
        assert (code, out) == (2, "")
        assert err.splitlines()[-1] == (
            f"fealty: {BROKEN}: start_date[3] = 01.02.2024 is not a date like 2024-12-31; "
            "--date-format says how dates are written"
        )
        assert not Path("report.html").exists()
        code, out, err = fealty("report", BROKEN, "--on-error", "drop", "--as-of", "2024-05-31")
        assert code == 0
        assert err.splitlines()[-1] == "7 rows in error left out; fealty audit lists them"
        assert "end_before_start" in Path("report.html").read_text()

    def test_company_folder(self, fealty):
        Path("co").mkdir()
        Path("co/subscriptions.csv").write_text(Path(PARALLEL).read_text())
        assert fealty("report", "co", "-o", "co/report.html")[0] == 0
        assert sorted(path.name for path in Path("co").iterdir()) == ["report.html", "subscriptions.csv"]


class TestAudit:
    def test_codes_counts_and_example_rows(self, fealty):
        code, out, _ = fealty("audit", BROKEN)
        assert code == 0
        table, *parts = out.split("\n\n")
        assert [line.split() for line in table.splitlines()] == [
            ["code", "severity", "rows"],
            ["unreadable_date", "error", "1"],
            ["unreadable_date", "error", "1"],
            ["unreadable_number", "error", "1"],
            ["unreadable_flag", "error", "1"],
            ["null_account", "error", "1"],
            ["end_before_start", "error", "1"],
            ["not_finite", "error", "1"],
            ["negative_amount", "error", "1"],
            ["overlap", "information", "1"],
        ]
        assert parts[5].splitlines() == [
            "end_before_start: Subscriptions: end_date[0] = 2023-12-01 is before start_date 2024-01-01",
            "row  account_id  start_date  end_date    mrr  is_trial",
            "0    a1          2024-01-01  2023-12-01  10   no",
        ]

    def test_json_and_strict(self, fealty):
        code, out, _ = fealty("audit", BROKEN, "--json", "--strict", "--examples", "1")
        assert code == 1
        told = json.loads(out)
        assert (told["source"], told["row_count"]) == (BROKEN, 10)
        first = told["findings"][0]
        assert (first["code"], first["severity"], first["count"], first["rows"]) == (
            "unreadable_date",
            "error",
            1,
            [3],
        )
        assert first["examples"] == [
            {
                "row": 3,
                "cells": {
                    "account_id": "a3",
                    "start_date": "01.02.2024",
                    "end_date": "",
                    "mrr": "10",
                    "is_trial": "no",
                },
            }
        ]

    def test_nothing_to_find(self, fealty):
        write("a.csv", "account,start,end,mrr\nx,2024-01-31,,5\n")
        assert fealty("audit", "a.csv", "--strict")[:2] == (0, "Nothing odd was found.\n")


class TestLedger:
    def test_csv_is_exact(self, fealty):
        code, out, _ = fealty("ledger", PARALLEL, "--as-of", "2024-08-31", "-f", "csv")
        rows = list(csv.DictReader(text_io.StringIO(out)))
        subs = io.read_subscriptions(PARALLEL)
        periods = ft.revenue.mrr_ledger(subs, as_of="2024-08-31").periods
        assert code == 0
        assert list(rows[0]) == periods.columns
        for name in (
            "opening",
            "new_business",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "closing",
        ):
            assert [int(row[name].replace(".", "")) for row in rows] == periods[f"{name}_minor"].tolist()
        assert [row["period"] for row in rows] == [str(day) for day in periods.period]

    @pytest.mark.parametrize(
        "show", ["periods", "movements", "revenue_retention", "logo_retention", "churn_rate", "cohort_table"]
    )
    def test_every_result_in_every_format(self, fealty, show):
        counts = []
        for format_ in ("csv", "json", "table"):
            code, out, _ = fealty("ledger", PARALLEL, "--show", show, "-f", format_)
            assert code == 0
            counts.append(len(json.loads(out)) if format_ == "json" else len(out.splitlines()) - 1)
        assert counts[0] == counts[1] == counts[2] >= 3

    def test_missing_rates_are_null(self, fealty):
        write("a.csv", "account,start,end,mrr\na,2024-01-01,2024-02-01,5\nb,2024-04-01,,5\n")
        _, out, _ = fealty("ledger", "a.csv", "--show", "churn_rate", "-f", "json", "--as-of", "2024-04-30")
        assert [row["logo_churn"] for row in json.loads(out)] == [1.0, None, None]
        _, out, _ = fealty("ledger", "a.csv", "--show", "churn_rate", "-f", "csv", "--as-of", "2024-04-30")
        assert [row["logo_churn"] for row in csv.DictReader(text_io.StringIO(out))] == ["1.0", "", ""]


class TestDemo:
    def test_a_company_that_can_be_read_again(self, fealty):
        code, out, err = fealty("demo", "-o", "co", "--accounts", "60", "--seed", "3")
        assert code == 0
        assert err.startswith(
            "co: the subscriptions" if "the subscriptions" in err.splitlines()[0] else "co: "
        )
        assert out.splitlines()[-1] == "report: co/report.html"
        names = {path.name for path in Path("co").iterdir()}
        assert names >= {"accounts.csv", "subscriptions.csv", "usage.csv", "report.html"}
        table = ft.revenue.mrr_ledger(io.read_subscriptions("co"))
        company = ft.company.simulate(60, 3)
        assert len(io.open_subscriptions("co", {})) == len(company.subscriptions)
        assert table.periods.churn_minor.sum() > 0
        Path("again").mkdir()
        names = io.write_company(company, Path("again"))
        assert len(names) > 10
        assert all((Path("co") / name).read_bytes() == (Path("again") / name).read_bytes() for name in names)


class TestMistakes:
    """Exit code 2, one line on standard error, nothing on standard output, no file."""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["report"], "Missing argument 'SOURCE'. (see fealty report --help)"),
            (["frobnicate"], "No such command 'frobnicate'. (see fealty --help)"),
            (["report", "nope.csv"], "nope.csv: there is no such file or folder"),
            (
                ["audit", "."],
                ".: no subscriptions.csv, .parquet or .json in this folder; it has a.csv, bad.csv",
            ),
            (["report", "a.csv", "-o", "no/where.html"], "no/where.html: there is no such folder"),
            (["report", "a.csv", "-o", "."], ".: is a folder"),
            (
                ["report", "a.csv", "--currency", "XXY"],
                'Subscriptions: currency = "XXY" is not a currency of ISO 4217',
            ),
            (
                ["report", "a.csv", "--as-of", "2020-01-01"],
                "a.csv: no row starts on or before 2020-01-01; choose a later --as-of",
            ),
            (["report", "a.csv", "--query", "from source where mrr > 9"], "a.csv: the query gives no rows"),
            (
                ["report", "a.csv", "--mrr", "price"],
                "a.csv: mrr = 'price' is no column; the columns are account, start, end, mrr",
            ),
            (["report", "bad.csv"], "Subscriptions: end[1] = 2024-01-01 is before start 2024-03-01"),
            (["report", "a.csv", "--window", "0"], "revenue_retention: window = 0 is below 1"),
        ],
    )
    def test_one_line(self, fealty, arguments, message):
        write("a.csv", "account,start,end,mrr\nx,2024-01-31,,5\n")
        write("bad.csv", "account,start,end,mrr\nx,2024-01-31,,5\nx,2024-03-01,2024-01-01,5\n")
        code, out, err = fealty(*arguments)
        assert (code, out) == (2, "")
        assert err.splitlines()[-1] == f"fealty: {message}"
        assert sorted(path.name for path in Path().iterdir()) == ["a.csv", "bad.csv"]

    def test_mixed_currencies(self, fealty):
        write("a.csv", "account,start,end,mrr,currency\nx,2024-01-31,,5,USD\ny,2024-01-31,,5,EUR\n")
        code, _, err = fealty("report", "a.csv")
        assert code == 2
        assert "mrr_ledger" in err.splitlines()[-1] and "EUR" in err.splitlines()[-1]

    def test_passwords_are_not_repeated(self, fealty):
        url = f"postgresql://me:{'secret' * 60}@127.0.0.1:1/db"
        write("report.html", "")
        for arguments in (["report", url], ["audit", "a.csv", url], ["report", url, "--debug"]):
            code, out, err = fealty(*arguments)
            assert (code, out) == (2, "")
            assert "postgresql://me:***@127.0.0.1:1/db" in err and "secret" not in err

    def test_debug_shows_where(self, fealty):
        code, _, err = fealty("report", "nope.csv", "--debug")
        assert code == 2
        assert (
            err.startswith("Traceback")
            and err.splitlines()[-1] == "fealty: nope.csv: there is no such file or folder"
        )


def test_interrupted(fealty, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.report, "analyze", interrupt)
    code, out, err = fealty("report", PARALLEL)
    assert (code, out) == (130, "")
    assert "Traceback" not in err
    assert list(Path().iterdir()) == []


class TestHelp:
    def test_every_command_teaches_by_example(self, fealty):
        for command in ("report", "audit", "ledger", "demo"):
            code, out, _ = fealty(command, "--help")
            assert code == 0
            assert f"fealty {command} " in out.split("Examples", 1)[1]
        assert fealty()[1] == fealty("--help")[1]
        assert fealty("--version") == (0, f"fealty {ft.__version__}\n", "")

    def test_its_examples_are_options_that_exist(self, fealty):
        for command in ("report", "audit", "ledger", "demo"):
            out = fealty(command, "--help")[1]
            known = set(re.findall(r"--[a-z-]+", out.split("─ Options", 1)[1]))
            assert set(re.findall(r"--[a-z-]+", out.split("Examples", 1)[1].split("─", 1)[0])) <= known


def run(*arguments: str, **options) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "fealty", *arguments], capture_output=True, text=True, check=False, **options
    )


class TestProcess:
    def test_as_a_module_and_through_a_pipe(self):
        text = "account,start,end,mrr\nx,2024-01-31,,5\n"
        done = run("ledger", "-", "--as-of", "2024-01-31", "-f", "csv", input=text)
        assert done.returncode == 0
        assert done.stdout.splitlines()[1].startswith("2024-01-01,2024-01-31,0.00,5.00")
        assert done.stderr.startswith("standard input: 1 row of 1 account\n")

    def test_no_colors_when_nobody_watches_or_wants_them(self):
        for environment in ({}, {"NO_COLOR": "1"}):
            done = run("ledger", PARALLEL, env=os.environ | environment)
            assert done.returncode == 0
            assert ANSI not in done.stdout + done.stderr

    def test_no_colors_on_a_terminal_either_when_not_wanted(self):
        pty = pytest.importorskip("pty")
        for environment, colored in (({"TERM": "xterm"}, True), ({"TERM": "xterm", "NO_COLOR": "1"}, False)):
            main, side = pty.openpty()
            clean = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
            subprocess.run(
                [sys.executable, "-m", "fealty", "ledger", PARALLEL],
                stdout=side,
                stderr=subprocess.DEVNULL,
                check=True,
                env=clean | environment,
            )
            os.close(side)
            seen = b""
            try:
                while chunk := os.read(main, 65536):
                    seen += chunk
            except OSError:  # how Linux says that the other side is closed
                pass
            os.close(main)
            assert b"2024-05" in seen
            assert (ANSI.encode() in seen) == colored

    def test_a_reader_that_leaves_early(self):
        command = f"{sys.executable} -m fealty ledger {PARALLEL} --show movements -f csv | head -1"
        done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
        assert done.stdout.startswith("account,part,period,date,kind,amount")
        assert "Traceback" not in done.stderr and "BrokenPipe" not in done.stderr

    def test_streams_that_are_closed(self):
        command = f"{sys.executable} -m fealty report {PARALLEL} >&- 2>&-"
        assert subprocess.run(["bash", "-c", command], check=False).returncode == 0
        assert Path("report.html").exists()

    def test_what_a_terminal_would_obey_is_shown(self, fealty):
        """Control characters in the data as escapes, long cells without their end."""
        bad = write("evil.csv", f"account,start,end,mrr\n\x1b[31mred\x07,2024-02-01,2024-01-01,{'9' * 3000}\n")
        code, out, err = fealty("audit", bad)
        assert code == 0 and "\\x1b[31mred\\x07" in out
        assert not {"\x1b", "\x07"} & {*out, *err}
        assert max(map(len, out.splitlines())) < 1100

    @pytest.mark.parametrize("missing", ["typer", "rich", "duckdb"])
    def test_a_missing_extra_is_named(self, missing):
        code = f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['fealty']; import fealty.cli"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert done.returncode == 2
        assert done.stderr == f"fealty: the command line needs {missing}: pip install 'fealty[cli]'\n"

    def test_a_missing_matplotlib_is_named(self):
        code = "import sys; sys.modules['matplotlib'] = None; from fealty import cli; sys.exit(cli.main())"
        done = subprocess.run(
            [sys.executable, "-c", code, "report", PARALLEL], capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "fealty: the report needs matplotlib: pip install 'fealty[report]'\n"


ROW = "account_id,start_date,end_date,mrr\na,2024-01-01,,10\n"


def test_a_report_never_replaces_its_source(tmp_path):
    source = tmp_path / "rows.csv"
    source.write_text(ROW)
    done = run("report", str(source), "-o", str(source))
    assert done.returncode == 2
    assert "is the source; the report would replace it" in done.stderr
    assert source.read_text().startswith("account_id")


def test_a_report_follows_a_link_and_leaves_it_a_link(tmp_path):
    source, target, link = tmp_path / "rows.csv", tmp_path / "there.html", tmp_path / "link.html"
    source.write_text(ROW)
    target.write_text("old")
    link.symlink_to(target)
    assert run("report", str(source), "-o", str(link)).returncode == 0
    assert link.is_symlink()
    assert target.read_text().startswith("<!")


def test_a_report_to_a_pipe_leaves_it_a_pipe(tmp_path):
    source, pipe = tmp_path / "rows.csv", tmp_path / "pipe"
    source.write_text(ROW)
    os.mkfifo(pipe)
    with (tmp_path / "got").open("w") as got, subprocess.Popen(["cat", pipe], stdout=got) as reader:
        done = run("report", str(source), "-o", str(pipe))
        reader.wait(timeout=60)
    assert done.returncode == 0
    assert (tmp_path / "got").read_text().startswith("<!")
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_date_format_that_is_none(tmp_path):
    source = tmp_path / "rows.csv"
    source.write_text(ROW)
    done = run("ledger", str(source), "--date-format", "%q")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("fealty: --date-format %q: ") and done.stderr.count("\n") == 1


def test_a_day_that_is_inferred_is_told(tmp_path):
    source = tmp_path / "rows.csv"
    source.write_text("account_id,start_date,end_date,mrr\na,2024-01-01,2024-03-01,1\nb,2024-01-15,,1\n")
    says = (
        "no --as-of was given; the rows reach to 2024-01-15; ends after it, up to 2024-03-01, are read as "
        "open: give an --as-of if they have come"
    )
    assert run("ledger", str(source)).stderr.splitlines()[-1] == says
    assert says not in run("ledger", str(source), "--as-of", "2024-03-31").stderr


@pytest.mark.parametrize("end", ["", ";", " -- all", "; -- all", " /* all */ ; \n-- of them", "\n;\n"])
def test_a_query_may_end_as_people_end_it(tmp_path, end):
    source = tmp_path / "rows.csv"
    source.write_text(ROW)
    done = run("ledger", str(source), "--query", f"select *, ';--' as note from source{end}")
    assert (done.returncode, done.stderr.count("\n")) == (0, 4)


@pytest.mark.parametrize(
    ("rows", "options", "says"),
    [
        (ROW, ["--query", "select 1; select 2"], "2 statements; give one"),
        ("account_id,start_date,end_date,mrr,is_trial\na,2024-01-01,,10,true\n", [], "no row is MRR"),
        ("Account_ID,account_id,start_date,end_date,mrr\na,b,2024-01-01,,10\n", [], "two columns are called"),
    ],
)
def test_sources_that_cannot_be_read_say_why(tmp_path, rows, options, says):
    source = tmp_path / "rows.csv"
    source.write_text(rows)
    done = run("report", str(source), "-o", str(tmp_path / "report.html"), *options)
    assert done.returncode == 2
    assert says in done.stderr
    assert not (tmp_path / "report.html").exists()


def test_a_header_of_a_hundred_thousand_columns_is_read(tmp_path):
    source = tmp_path / "wide.csv"
    extra = ",".join(f"x{i}" for i in range(20_000))
    source.write_text(f"account_id,start_date,end_date,mrr,{extra}\na,2024-01-01,,10,{',' * 19_999}\n")
    assert run("audit", str(source)).returncode == 0


SHARED = Path(os.environ.get("FEALTY_SHARED", Path(__file__).parents[3] / "shared"))
RAVENSTACK = SHARED / "data/ravenstack/ravenstack_subscriptions.csv"


class TestSurvival:
    ROWS = """id,from,to,mrr,tier
A,2024-01-01,2024-03-01,100,gold
B,2024-01-01,2024-02-01,50,tin
B,2024-06-01,,80,gold
C,2024-01-15,,20,tin
D,2024-02-01,2024-04-01,20,
"""
    COLUMNS = ("--account", "id", "--start", "from", "--end", "to", "--mrr", "mrr", "--as-of", "2024-12-31")

    def test_it_says_how_long_customers_stay(self, fealty):
        write("rows.csv", self.ROWS)
        code, out, _ = fealty("survival", "rows.csv", *self.COLUMNS, "--by", "tier")
        assert code == 0
        lines = [line.split() for line in out.splitlines()]
        assert lines[0] == "How long customers stay, by tier".split()
        assert lines[1][:6] == ["tier", "customers", "left", "median", "days", "90"]
        assert [line[:4] for line in lines[2:5]] == [
            ["gold", "2", "1", "60"],  # A, and B when it comes back
            ["tin", "2", "1", "31"],
            ["unknown", "1", "1", "60"],
        ]
        assert any(line.startswith("Log-rank test: chi-squared ") for line in out.splitlines())
        assert "On 2024-12-31 there are 2 customers, with 100.00 USD of MRR." in out
        tenures = [line.split("  ")[0] for line in out.splitlines()[out.splitlines().index("Customers of today") :]]
        assert tenures[1:5] == ["tenure", "180 days to 1 year", "all", ""]
        assert tenures[5:8] == ["tier", "gold", "tin"]

    def test_curves_of_revenue_are_compared_by_customers(self, fealty):
        write("rows.csv", self.ROWS)
        code, out, _ = fealty("survival", "rows.csv", *self.COLUMNS, "--by", "tier", "--revenue")
        assert code == 0
        assert out.startswith("How long revenue stays, by tier\n")
        assert any(line.startswith("Log-rank test of customers: chi-squared ") for line in out.splitlines())
        code, out, _ = fealty("survival", "rows.csv", *self.COLUMNS)
        assert "These are all customers together; --by tier tells them apart." in out

    def test_the_pages_are_a_file(self, fealty):
        write("rows.csv", self.ROWS)
        code, out, _ = fealty("survival", "rows.csv", *self.COLUMNS, "--by", "tier", "-o", "pages.html")
        assert code == 0
        assert out.splitlines()[-1] == "report: pages.html"
        page = Path("pages.html").read_text()
        for title in ("How long customers stay, by tier", "Customers of today", "Why customers leave", "Renewals to"):
            assert f"<h2>{title}" in page
        assert "--by tier -o pages.html" in page
        code, _, err = fealty("survival", "rows.csv", *self.COLUMNS, "-o", "rows.csv")
        assert (code, err) == (2, "fealty: rows.csv: is the source; the report would replace it\n")

    def test_the_report_has_them_too(self, fealty):
        header, *lines = self.ROWS.splitlines()
        told = [f"{line},{'price' if line.startswith('A') else ''}" for line in lines]
        write("rows.csv", "\n".join([f"{header},why", *told]) + "\n")
        given = ("--by", "tier", "--cause", "why", "-o", "r.html")
        code, _, _ = fealty("report", "rows.csv", *self.COLUMNS, *given)
        assert code == 0
        page = Path("r.html").read_text()
        assert "How long customers stay, by tier" in page
        assert "why gives a cause for 1 of the 3 customers that left." in page
        assert "--by tier --cause why -o r.html" in page
        code, _, err = fealty("report", "rows.csv", *self.COLUMNS, "--cause", "because")
        assert code == 2
        assert "there is no column because" in err

    def test_the_curves_are_those_of_the_functions(self, fealty):
        write("rows.csv", self.ROWS)
        code, out, _ = fealty("survival", "rows.csv", *self.COLUMNS, "--revenue", "-f", "csv")
        assert code == 0
        table = io.read_subscriptions("rows.csv", account="id", start="from", end="to", mrr="mrr")
        spells = ft.retention.customer_lifetimes(ft.revenue.mrr_ledger(table, as_of="2024-12-31"))
        lives = ft.retention.lifetimes(spells, spell_weight="first_mrr")
        want = ft.survival.kaplan_meier(lives, cluster="account")
        got = list(csv.DictReader(text_io.StringIO(out)))
        assert [float(row["time"]) for row in got] == want.time.tolist()
        assert [float(row["survival"]) for row in got] == want.survival.tolist()
        assert [int(row["ended"]) for row in got] == want.ended.tolist()

    def test_it_draws(self, fealty):
        write("rows.csv", self.ROWS)
        code, _, _ = fealty("survival", "rows.csv", *self.COLUMNS, "--by", "tier", "--plot", "curves.png")
        assert code == 0
        assert Path("curves.png").read_bytes().startswith(b"\x89PNG")

    def test_a_column_that_is_not_there_is_named(self, fealty):
        write("rows.csv", self.ROWS)
        code, _, err = fealty("survival", "rows.csv", *self.COLUMNS, "--by", "plan")
        assert code == 2
        assert err.splitlines()[-1] == (
            "fealty: rows.csv: there is no column plan; the columns are id, from, to, mrr, tier"
        )


class TestConventions:
    def rows(self, out: str) -> list[dict[str, str]]:
        return list(csv.DictReader(text_io.StringIO(out)))

    def test_it_prints_every_figure_with_its_definition(self, fealty):
        code, out, _ = fealty("conventions", PARALLEL, "--as-of", "2024-08-31", "--window", "6")
        assert code == 0
        lines = out.splitlines()
        assert re.fullmatch(r"6 periods up to 2024-08-31: \d+ different figures", lines[0])
        assert [line for line in lines if line in ("NRR", "GRR", "Logo retention")] == [
            "NRR",
            "GRR",
            "Logo retention",
        ]
        cohort = next(line for line in lines if " cohort " in line)
        counts = "MRR now of the accounts that had MRR then / their MRR then"
        assert cohort.endswith(f"{counts} (SaaS Metrics Standards Board)")

    def test_the_figures_are_those_of_the_function(self, fealty):
        code, out, _ = fealty(
            "conventions", PARALLEL, "--as-of", "2024-08-31", "--window", "6", "--at", "2024-06", "-f", "csv"
        )
        assert code == 0
        ledger = ft.revenue.mrr_ledger(io.read_subscriptions(PARALLEL), as_of="2024-08-31")
        want = ft.retention.conventions(ledger, period="2024-06", window=6)
        got = self.rows(out)
        assert [row["convention"] for row in got] == [str(name) for name in want.convention]
        assert [row["value"] for row in got] == [
            "" if value != value else str(float(value)) for value in want.value
        ]

    def test_a_policy_is_a_preset_or_a_file(self, fealty):
        policy = ft.revenue.RevenuePolicy(ledger=ft.revenue.LedgerPolicy(netting="event"))
        write("mine.json", ft.revenue.policy_json(policy))
        code, out, _ = fealty("ledger", PARALLEL, "--as-of", "2024-08-31", "--policy", "mine.json", "-f", "json")
        assert code == 0
        table = io.read_subscriptions(PARALLEL)
        want = ft.revenue.mrr_ledger(table, as_of="2024-08-31", policy=policy).periods
        assert [row["churn_accounts"] for row in json.loads(out)] == want.churn_accounts.tolist()
        code, _, err = fealty("ledger", PARALLEL, "--policy", "nobody")
        assert code == 2
        assert err.splitlines()[-1] == (
            "fealty: policy nobody is neither a .json file nor one of none, chartmogul, stripe, baremetrics, "
            "profitwell, chargebee, smsb"
        )

    def test_a_contradiction_is_refused(self, fealty):
        write("bad.json", '{"preset": "stripe", "ledger": {"netting": "period"}}')
        code, _, err = fealty("conventions", PARALLEL, "--policy", "bad.json")
        assert code == 2
        assert err.splitlines()[-1] == (
            "fealty: policy_from_json: ledger.netting = period contradicts preset stripe, which has event; "
            "with preset none it may be"
        )

    @pytest.mark.skipif(not RAVENSTACK.is_file(), reason="needs the shared data")
    def test_ravenstack_has_at_least_twelve_different_figures(self, fealty):
        code, out, _ = fealty("conventions", str(RAVENSTACK), "--as-of", "2024-12-31", "-f", "csv")
        assert code == 0
        rows = self.rows(out)
        assert all(row["definition"] for row in rows)
        assert len({(row["measure"], row["value"]) for row in rows if row["value"]}) >= 12
