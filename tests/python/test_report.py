# SPDX-License-Identifier: MIT
"""The report's numbers are the ledger's, and these are DuckDB's; the page needs nothing beside itself."""

import html.parser
import os
import re
from pathlib import Path

import duckdb
import numpy as np
import pytest

import fealty as ft
from fealty import io, report

DATA = Path(__file__).parent / "data"
PARALLEL = DATA / "parallel_subscriptions.csv"
SHARED = Path(os.environ.get("FEALTY_SHARED", Path(__file__).parents[3] / "shared"))
RAVENSTACK = SHARED / "data/ravenstack/ravenstack_subscriptions.csv"
NONE = "\N{EN DASH}"
AMOUNTS = ["opening", "new_business", "reactivation", "expansion", "contraction", "churn", "closing"]

# Every account's MRR at every month's end by a plain join, then the difference of neighbors. Trials count 0.
MOVEMENTS = """
WITH subs AS (
  SELECT account_id, start_date,
    CASE WHEN end_date <= CAST($as_of AS DATE) THEN end_date ELSE DATE '9999-12-31' END AS end_date,
    CASE WHEN is_trial THEN 0 ELSE CAST(CAST(mrr_amount AS DECIMAL(18, 2)) * 100 AS BIGINT) END AS cents
  FROM read_csv($source, header = true) WHERE start_date <= CAST($as_of AS DATE)
), months AS (
  SELECT CAST(unnest(generate_series(
    (SELECT date_trunc('month', min(start_date)) FROM subs WHERE cents > 0),
    CAST($as_of AS TIMESTAMP), INTERVAL 1 MONTH
  )) AS DATE) AS month
), states AS (
  SELECT month, account_id,
    coalesce(sum(cents) FILTER (start_date <= last_day(month) AND last_day(month) < end_date), 0) AS mrr
  FROM months CROSS JOIN subs GROUP BY ALL
), steps AS (
  SELECT *, coalesce(lag(mrr) OVER account, 0) AS before, coalesce(max(mrr) OVER earlier, 0) > 0 AS known
  FROM states WINDOW account AS (PARTITION BY account_id ORDER BY month),
    earlier AS (PARTITION BY account_id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), kinds AS (
  SELECT month, mrr, before, CASE
    WHEN before = 0 AND mrr > 0 THEN if(known, 'reactivation', 'new_business')
    WHEN before > 0 AND mrr = 0 THEN 'churn'
    WHEN mrr > before THEN 'expansion'
    WHEN mrr < before THEN 'contraction' END AS kind
  FROM steps
)
SELECT month, CAST(sum(before) AS BIGINT), {amounts}, CAST(sum(mrr) AS BIGINT),
  count(*) FILTER (before > 0), {counts}, count(*) FILTER (mrr > 0)
FROM kinds GROUP BY month ORDER BY month
""".format(
    amounts=", ".join(
        f"CAST(coalesce(sum(abs(mrr - before)) FILTER (kind = '{kind}'), 0) AS BIGINT)"
        for kind in AMOUNTS[1:-1]
    ),
    counts=", ".join(f"count(*) FILTER (kind = '{kind}')" for kind in AMOUNTS[1:-1]),
)


def analysis_of(source, columns=None, currency=None, query=None, **options):
    return report.analyze(
        io.open_subscriptions(source, columns or {}, currency=currency, query=query), **options
    )


@pytest.fixture(scope="module")
def parallel():
    return analysis_of(PARALLEL, as_of="2024-08-31")


def check_against_sql(source: Path, as_of: str) -> report.Analysis:
    analysis = analysis_of(source, as_of=as_of)
    periods = analysis.ledger.periods
    expected = duckdb.connect().execute(MOVEMENTS, {"source": str(source), "as_of": as_of}).fetchall()
    columns = [*(f"{name}_minor" for name in AMOUNTS), *(f"{name}_accounts" for name in AMOUNTS)]
    found = list(
        zip(periods.period.astype(object), *(periods[name].tolist() for name in columns), strict=True)
    )
    assert found == expected
    for row in range(len(periods)):
        opening, new, back, more, less, lost, closing = (
            int(periods[f"{name}_minor"][row]) for name in AMOUNTS
        )
        assert opening + new + back + more - less - lost == closing
    assert list(periods.opening_minor[1:]) == list(periods.closing_minor[:-1])
    return analysis


class TestNumbers:
    def test_every_month_is_that_of_sql(self):
        periods = check_against_sql(PARALLEL, "2024-08-31").ledger.periods
        assert all(
            periods[f"{name}_minor"].sum() > 0 for name in AMOUNTS
        )  # the fixture has some of everything

    def test_the_fixture_is_what_it_says(self):
        at_once = """
            SELECT max(n) FROM (
              SELECT count(*) AS n FROM read_csv($source) AS a JOIN read_csv($source) AS b
                ON a.account_id = b.account_id AND a.start_date <= b.start_date
                AND b.start_date < coalesce(a.end_date, DATE '9999-01-01')
              WHERE NOT a.is_trial AND NOT b.is_trial GROUP BY b.subscription_id)"""
        assert duckdb.connect().execute(at_once, {"source": str(PARALLEL)}).fetchone()[0] >= 10
        trials = "SELECT count(*), min(mrr_amount), max(mrr_amount) FROM read_csv($source) WHERE is_trial"
        assert duckdb.connect().execute(trials, {"source": str(PARALLEL)}).fetchone() == (16, 50.0, 50.0)

    def test_trials_count_nothing(self, parallel, tmp_path):
        paid = tmp_path / "paid.csv"
        lines = PARALLEL.read_text().splitlines()
        paid.write_text("\n".join([lines[0], *(line for line in lines[1:] if line.endswith("False"))]) + "\n")
        without = analysis_of(paid, as_of="2024-08-31").ledger.periods
        start = len(parallel.ledger.periods) - len(without)
        assert all(
            list(parallel.ledger.periods[f"{name}_minor"][start:]) == list(without[f"{name}_minor"])
            for name in AMOUNTS
        )

    def test_parallel_subscriptions_are_one_account(self, parallel):
        accounts = {
            line.split(",")[1] for line in PARALLEL.read_text().splitlines()[1:] if line.endswith("False")
        }
        never_at_a_month_end = {"A-15", "A-16"}
        assert parallel.ledger.periods.new_business_accounts.sum() == len(accounts - never_at_a_month_end)

    @pytest.mark.skipif(not RAVENSTACK.is_file(), reason="needs the shared data")
    def test_ravenstack(self):
        analysis = check_against_sql(RAVENSTACK, "2024-12-31")
        assert len(analysis.ledger.periods) == 24
        assert analysis.ledger.periods.closing_minor[-1] == 1_015_960_800
        assert analysis.ledger.periods.closing_accounts[-1] == 500


class Page(html.parser.HTMLParser):
    """What a page loads, its cells and its headings."""

    def __init__(self, text: str):
        super().__init__()
        self.open, self.loads, self.tables, self.code, self.words = [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.loads += [values[name] for name in ("src", "href", "data", "poster", "action") if name in values]
        assert tag not in ("script", "link", "iframe", "object", "embed")
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif tag == "pre":
            self.code.append("")
        self.open.append(tag)

    def handle_data(self, data):
        within = [tag for tag in self.open[-3:] if tag in ("td", "th", "pre", "style")]
        if "style" in within:
            assert "url(" not in data and "@import" not in data
        elif self.open and self.open[-1] in ("td", "th"):
            self.tables[-1][-1][-1] += data.rstrip("\n")
        elif self.open and self.open[-1] == "pre":
            self.code[-1] += data
        else:
            self.words.append(data)

    def handle_endtag(self, tag):
        self.open.append("/" + tag)


@pytest.fixture(scope="module")
def page(parallel):
    return Page(report.to_html(parallel, ["fealty", "report", "a file.csv"]))


class TestPage:
    def test_it_needs_no_network(self, page):
        assert len(page.loads) == 7
        assert all(address.startswith("data:image/svg+xml;base64,") for address in page.loads)

    def test_its_table_is_the_ledger(self, parallel, page):
        head, *lines = page.tables[0]
        assert head == [
            "period",
            "opening",
            "new business",
            "reactivation",
            "expansion",
            "contraction",
            "churn",
            "closing",
            "NRR",
            "GRR",
            "logos",
        ]
        periods = parallel.ledger.periods
        assert len(lines) == len(periods)
        for row, line in enumerate(lines):
            cents = [int(re.sub(r"[,.]", "", cell)) for cell in line[1:8]]
            assert cents == [
                (-1 if name in ("contraction", "churn") else 1) * periods[f"{name}_minor"][row]
                for name in AMOUNTS
            ]
        revenue = parallel.revenue
        assert lines[-1][8:] == [
            f"{revenue.nrr[-1]:.1%}",
            f"{revenue.grr[-1]:.1%}",
            f"{parallel.logos.retention[-1]:.1%}",
        ]
        assert lines[0][8:] == [NONE] * 3

    def test_accounts_findings_and_policy(self, parallel, page):
        _, accounts, *conventions, findings, policy = page.tables
        assert sum(len(table) - 1 for table in conventions) == len(parallel.conventions)
        assert [int(cell) for cell in accounts[-1][1:]] == [
            parallel.ledger.periods[f"{name}_accounts"][-1] for name in AMOUNTS
        ]
        assert {line[0] for line in findings[1:]} == {each.code for each in parallel.findings} >= {"overlap"}
        told = ft.revenue.describe_policy(parallel.revenue.policy)
        assert [line[:2] for line in policy[1:]] == [
            list(each) for each in zip(told.convention, told.value, strict=True)
        ]
        assert ["trial", "excluded"] in [line[:2] for line in policy]

    def test_its_python_makes_the_same_numbers(self, parallel, page):
        shell, lines = page.code
        assert shell == "fealty report 'a file.csv'"
        made = {}
        exec(lines, made)
        assert np.array_equal(made["ledger"].periods.closing_minor, parallel.ledger.periods.closing_minor)
        assert np.array_equal(made["revenue"].nrr, parallel.revenue.nrr, equal_nan=True)
        assert np.array_equal(made["logos"].retention, parallel.logos.retention, equal_nan=True)
        assert np.array_equal(made["cohorts"].rate, parallel.net_cohorts.rate, equal_nan=True)

    def test_the_same_numbers_give_the_same_page(self, parallel):
        assert report.to_html(parallel) == report.to_html(analysis_of(PARALLEL, as_of="2024-08-31"))

    def test_words_from_the_data_stay_words(self, tmp_path):
        source = tmp_path / "<b>&.csv"
        source.write_text('"<script>",start,end,mrr\n<i>,2024-01-01,2023-01-01,5\nb,2024-01-01,,5\n')
        text = report.to_html(analysis_of(source, {"account": "<script>"}, on_error="drop"))
        page = Page(text)
        assert "<script>" not in text
        assert any("<script>" in line for line in page.code[0].splitlines())


class TestShapes:
    def test_three_months_have_no_retention_and_say_why(self, tmp_path):
        source = tmp_path / "a.csv"
        source.write_text("account,start,end,mrr\na,2024-01-01,,5\nb,2024-02-01,2024-03-10,7\n")
        analysis = analysis_of(source, as_of="2024-03-31")
        key = report.key_table(analysis)
        assert [line[-3:] for line in key.cells] == [[NONE] * 3] * 3
        assert key.notes == [f"{NONE} no base yet: retention over 12 periods needs 13, and there are 3"]
        assert "retention over 12 periods needs 13, and there are 3" in report.to_html(analysis)

    def test_yen_have_no_decimals(self):
        analysis = analysis_of(DATA / "annual_yen.csv", as_of="2024-08-31")
        key = report.key_table(analysis)
        assert key.title == "MRR in JPY"
        assert key.cells[2][1:8] == ["29,600", "10,000", "0", "0", "0", "0", "39,600"]
        assert key.cells[-1][1:8] == ["39,600", "0", "0", "0", "0", "-19,600", "20,000"]

    def test_an_unfinished_period_is_marked(self):
        analysis = analysis_of(PARALLEL, as_of="2024-08-15")
        key = report.key_table(analysis, last=2)
        assert [line[0] for line in key.cells] == ["2024-07", "2024-08*"]
        assert key.notes == ["* not over on 2024-08-15"]
        assert "<h2>At the end of 2024-07</h2>" in report.to_html(analysis)

    @pytest.mark.parametrize(
        ("period", "first"),
        [
            ("day", "2023-03-18"),
            ("week", "2023-W11"),
            ("month", "2023-03"),
            ("quarter", "2023-Q1"),
            ("year", "2023"),
        ],
    )
    def test_every_period(self, period, first):
        analysis = analysis_of(PARALLEL, as_of="2024-08-31", period=period)
        assert report.key_table(analysis, last=10_000).cells[0][0].rstrip("*") == first
        assert (
            analysis.settings["window"]
            == {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}[period]
        )
        assert report.to_html(analysis).endswith("</html>\n")

    def test_a_fiscal_year_is_named_by_its_months(self):
        analysis = analysis_of(PARALLEL, as_of="2024-08-31", period="year", fiscal_year_start=4)
        assert [line[0] for line in report.key_table(analysis).cells] == [
            "2022-04 to 2023-03",
            "2023-04 to 2024-03",
            "2024-04 to 2025-03*",
        ]

    def test_nothing_left_to_count(self, tmp_path):
        source = tmp_path / "a.csv"
        source.write_text("account,start,end,mrr\na,2024-01-01,2023-01-01,5\n")
        with pytest.raises(io.SourceError, match="every row is in error; fealty audit lists why"):
            analysis_of(source, on_error="drop")
        with pytest.raises(
            io.SourceError, match="no row starts on or before 2020-01-01; choose a later --as-of"
        ):
            analysis_of(PARALLEL, as_of="2020-01-01")


class TestFile:
    def test_all_of_it_or_nothing(self, parallel, tmp_path, monkeypatch):
        target = tmp_path / "report.html"
        target.write_text("the old one")

        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(report.os, "replace", full)
        with pytest.raises(OSError, match="No space left"):
            report.write(parallel, target)
        assert [path.name for path in tmp_path.iterdir()] == ["report.html"]
        assert target.read_text() == "the old one"

    def test_others_may_read_it(self, parallel, tmp_path):
        report.write(parallel, tmp_path / "report.html")
        (tmp_path / "plain").touch()
        assert (tmp_path / "report.html").stat().st_mode == (tmp_path / "plain").stat().st_mode
