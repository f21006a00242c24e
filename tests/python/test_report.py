# SPDX-License-Identifier: MIT
"""The report's numbers are the ledger's, and these are DuckDB's; the page needs nothing beside itself."""

import csv
import html.parser
import os
import random
import re
from datetime import date, timedelta
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
        if tag == "br":  # beneath it stands an interval
            self.tables[-1][-1][-1] += "\n"
        if tag in ("br", "small"):
            return
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
        if tag != "small":
            self.open.append("/" + tag)

    def headed(self, *names: str) -> list[list[list[str]]]:
        """The tables whose first columns have these names."""
        return [table for table in self.tables if tuple(table[0][: len(names)]) == names]

    def paragraphs(self) -> str:
        return " ".join("".join(self.words).split())


@pytest.fixture(scope="module")
def page(parallel):
    return Page(report.to_html(parallel, ["fealty", "report", "a file.csv"]))


class TestPage:
    def test_it_needs_no_network(self, page):
        assert len(page.loads) == 9
        assert all(address.startswith("data:image/svg+xml;base64,") for address in page.loads)

    def test_its_table_is_the_ledger(self, parallel, page):
        head, *lines = page.headed("period", "opening")[0]
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
        _, accounts = page.headed("period", "opening")
        conventions = page.headed("rate", "interval", "convention")
        (findings,), (policy,) = page.headed("code"), page.headed("convention")
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


def customers(folder: Path, seed: int = 7, count: int = 300, reasons: bool = True) -> Path:
    """A table of customers of two plans who leave at random, for one of three reasons or none that is told."""
    draw = random.Random(seed)
    lines = ["account,start,end,mrr,plan" + (",churn_reason" if reasons else "")]
    for number in range(count):
        plan = draw.choice(["basic", "pro"])
        start = date(2021, 1, 1) + timedelta(days=draw.randrange(1400))
        end = start + timedelta(days=1 + int(draw.expovariate(1 / (400 if plan == "basic" else 900))))
        left = end <= date(2024, 12, 31)
        reason = draw.choice(["price", "price", "closed", ""]) if left else ""
        cells = [f"A{number}", start, end if left else "", 10 + draw.randrange(9000) / 100, plan]
        lines.append(",".join(map(str, [*cells, reason] if reasons else cells)))
    path = folder / "customers.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def followed(source: Path) -> list[dict]:
    """The same customers without fealty: days, whether they left, MRR, plan, reason."""
    found = []
    for row in csv.DictReader(source.read_text().splitlines()):
        start = date.fromisoformat(row["start"])
        end = date.fromisoformat(row["end"]) if row["end"] else date(2025, 1, 1)
        found.append(
            row | {"days": (end - start).days, "left": int(bool(row["end"])), "mrr": float(row["mrr"])}
        )
    return found


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    source = customers(tmp_path_factory.mktemp("company"))
    analysis = analysis_of(source, as_of="2024-12-31")
    return source, analysis, report.survival(analysis)


def percent(share: float) -> str:
    return f"{100 * share:.1f}%"


class TestSurvival:
    def test_curves_are_those_of_the_library(self, company):
        source, _, found = company
        rows = followed(source)
        lives = ft.survival.Lifetimes(
            {name: [row[name] for row in rows] for name in ("days", "left", "plan", "account")},
            duration="days",
            ended="left",
            attributes=["plan", "account"],
        )
        curve = ft.survival.kaplan_meier(lives, by="plan", cluster="account")
        assert found.by == "plan"
        assert found.stay.curve.survival.tolist() == curve.survival.tolist()
        assert found.stay.curve.lower.tolist() == pytest.approx(curve.lower.tolist(), nan_ok=True)
        at = ft.survival.survival_at(curve, times=[90, 180, 365, 730])
        assert [line[0] for line in found.stay.cells] == ["basic", "pro"]
        assert [cell.split("\n")[0] for line in found.stay.cells for cell in line[4:]] == list(
            map(percent, at.survival)
        )
        medians = ft.survival.survival_quantile(curve, probabilities=[0.5]).time
        assert [line[3].split("\n")[0] for line in found.stay.cells] == [f"{each:,.0f}" for each in medians]
        test = ft.survival.log_rank(lives, by="plan")
        assert found.stay.test.p_value == test.p_value < 0.001
        assert "by more than chance would make it (p < 0.001)" in " ".join(found.stay.sentences)

    def test_customers_of_today_are_counted_and_each_has_the_chance_of_its_age(self, company):
        source, _, found = company
        rows = followed(source)
        today = [row for row in rows if not row["left"]]
        lives = ft.survival.Lifetimes(
            {name: [row[name] for row in rows] for name in ("days", "left", "plan")},
            duration="days",
            ended="left",
            attributes="plan",
        )

        def chance(age: int, ahead: int, curve_of=lives) -> float:
            curve = ft.survival.kaplan_meier(curve_of, given_age=age)
            return ft.survival.survival_at(curve, times=[age + ahead]).survival[0] if len(curve) else np.nan

        chances = np.array([[chance(row["days"], ahead) for ahead in (90, 180, 365)] for row in today])
        mrr = np.array([row["mrr"] for row in today])
        *bands, total = found.today.tenures
        assert total[:3] == ["all", str(len(today)), f"{mrr.sum():,.2f}"]
        for place in range(3):
            told = np.isfinite(chances[:, place])
            star = "" if told.all() else "*"
            assert total[3 + place].split("\n")[0] == percent(chances[told, place].mean()) + star
        told = np.isfinite(chances[:, 2])
        assert total[6].split("\n")[0] == f"{(1 - chances[told, 2]).sum():,.0f}*"
        assert total[7].split("\n")[0] == f"{((1 - chances[told, 2]) * mrr[told]).sum():,.0f}*"
        assert f"for 365 days {told.sum()} of {len(today)}" in " ".join(found.today.notes)
        limits = {
            "under 90 days": 0,
            "90 to 179 days": 90,
            "180 days to 1 year": 180,
            "1 to 2 years": 365,
            "2 to 3 years": 730,
            "3 years and more": 1095,
        }
        ends = [*list(limits.values())[1:], 10**6]
        for line in bands:
            low = limits[line[0]]
            high = ends[list(limits.values()).index(low)]
            mine = np.array([low <= row["days"] < high for row in today])
            assert line[1:3] == [str(mine.sum()), f"{mrr[mine].sum():,.2f}"]
            known = mine & np.isfinite(chances[:, 0])
            shown = line[3].split("\n")[0].rstrip("*")
            assert shown == (percent(chances[known, 0].mean()) if known.any() else NONE)
        assert sum(int(line[1]) for line in bands) == len(today)
        assert [line[0] for line in found.today.segments] == ["basic", "pro"]
        assert [int(line[1]) for line in found.today.segments] == [
            sum(row["plan"] == plan for row in today) for plan in ("basic", "pro")
        ]

    def test_intervals_of_today_are_those_of_the_library(self, company):
        _, analysis, found = company
        spells = ft.retention.customer_lifetimes(analysis.ledger)
        now = ~np.asarray(spells.ended, bool)
        stay = ft.survival.conditional_survival(
            ft.retention.lifetimes(spells),
            {"age": np.asarray(spells.days)[now], "mrr": np.asarray(spells.last_mrr_minor)[now]},
            ahead=[90, 180, 365],
            bands=[0],
            weight="mrr",
            cluster="account",
        )
        low, high = stay.expected_ended_lower[2] / 100, stay.expected_ended_upper[2] / 100
        assert (
            found.today.tenures[-1][7] == f"{stay.expected_ended[2] / 100:,.0f}*\n{low:,.0f} to {high:,.0f}"
        )

    def test_causes_are_those_of_the_library(self, company):
        source, _, found = company
        rows = followed(source)
        told = [(row["churn_reason"] or "no cause given") if row["left"] else None for row in rows]
        lives = ft.survival.Lifetimes(
            {"days": [row["days"] for row in rows], "cause": told}, duration="days", cause="cause"
        )
        curve = ft.survival.aalen_johansen(lives)
        assert found.causes.source == "churn_reason"
        for line in found.causes.cells:
            mine = np.asarray(curve.cause, object) == line[0]
            assert int(line[1]) == told.count(line[0])
            for cell, age in zip(line[2:], (90, 180, 365, 730), strict=True):
                value = curve.incidence[mine & (curve.time <= age)]
                assert cell.split("\n")[0] == percent(value[-1] if len(value) else 0)
        assert [line[0] for line in found.causes.cells][-1] == "no cause given"
        left = sum(row["left"] for row in rows)
        known = left - told.count("no cause given")
        assert (
            found.causes.notes[0]
            == f"churn_reason gives a cause for {known} of the {left} customers that left."
        )

    def test_renewals_are_those_of_the_library_and_the_assumption_is_said(self, company):
        source, _, found = company
        (renewals,) = found.renewals

        def months(row: dict) -> int:  # those that were whole, and the one that it ended in
            start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["start"])
            end = start + timedelta(days=row["days"])
            whole = (end.year - start.year) * 12 + end.month - start.month
            last = [31, 29 if end.year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][
                end.month - 1
            ]
            day = min(start.day, last)
            if end.day < day:
                return whole if row["left"] else whole - 1
            return whole + (1 if row["left"] and end.day > day else 0)

        rows = followed(source)
        lives = ft.survival.Lifetimes(
            {"months": [months(row) for row in rows], "left": [row["left"] for row in rows]},
            duration="months",
            ended="left",
        )
        model = ft.survival.shifted_beta_geometric(lives)
        assert (renewals.model.alpha[0], renewals.model.beta[0]) == (model.alpha[0], model.beta[0])
        projection = ft.survival.renewal_projection(model, periods=60)
        observed = ft.survival.survival_at(ft.survival.kaplan_meier(lives), times=[12])
        lines = {line[0]: line for line in renewals.cells}
        assert lines["12"][1].split("\n")[0] == percent(observed.survival[0])
        assert lines["12"][2] == str(observed.at_risk[0])
        assert lines["12"][3] == percent(projection.survival[12])
        assert lines["12"][4] == percent(projection.retention_rate[12])
        assert renewals.cells[-1][1:3] == [NONE, "0"]  # nobody was there for so long
        worth = ft.survival.discounted_lifetime(model, discount=1.1 ** (1 / 12) - 1).discounted_lifetime[0]
        assert f"is worth {worth:,.1f} payments of today, one a month" in renewals.sentence
        assert renewals.notes[0].startswith(
            "Assumption: the source does not say for how long customers are bound"
        )

    def test_customers_who_are_bound_differently_long_have_their_own_renewals(self, tmp_path):
        folder = tmp_path / "company"
        folder.mkdir()
        draw = random.Random(3)
        subscriptions, contracts = ["account,start,end,mrr"], ["account,start,end"]
        for number in range(300):
            yearly = number % 2 == 0
            churn = draw.betavariate(1, 3)
            periods = next(each for each in range(1, 200) if draw.random() < churn or each == 199)
            end = date(2015 + periods, 3, 1) if yearly else date(2015 + periods // 12, 1 + periods % 12, 1)
            start = date(2015, 3 if yearly else 1, 1)
            subscriptions.append(f"A{number},{start},{end if end < date(2025, 1, 1) else ''},100")
            if yearly:
                contracts.append(f"A{number},{start},2016-03-01")
        (folder / "subscriptions.csv").write_text("\n".join(subscriptions) + "\n")
        (folder / "contracts.csv").write_text("\n".join(contracts) + "\n")
        analysis = analysis_of(folder, as_of="2024-12-31")
        found = report.survival(analysis)
        yearly, monthly = found.renewals
        assert [each.title for each in found.renewals] == [
            "Yearly renewals to come",
            "Monthly renewals to come",
        ]
        assert yearly.notes[0] == "Of customers who were bound for a year on their first day (contracts.csv)."
        spells = ft.retention.customer_lifetimes(analysis.ledger)
        accounts = ft.revenue.Accounts(
            {"account": [f"A{number}" for number in range(300)], "term": ["year", "month"] * 150},
            account="account",
            attributes="term",
        )
        for table in found.renewals:
            lives = ft.retention.lifetimes(spells, accounts=accounts, period=table.period)
            model = ft.survival.shifted_beta_geometric(lives, by="term")
            mine = model.group.tolist().index(table.period)
            projection = ft.survival.renewal_projection(model, periods=6)
            of = projection.survival[projection.group == table.period]
            assert table.cells[2][3] == percent(of[3])
        assert len(Page(report.to_html(analysis)).headed("renewals", "observed")) == 2

    def test_prices_of_one_length_make_the_renewals(self, tmp_path):
        source = tmp_path / "a.csv"
        draw = random.Random(3)
        lines = ["account,start,end,amount,interval"]
        for number in range(200):
            churn = draw.betavariate(1, 3)
            years = next(each for each in range(1, 20) if draw.random() < churn or each == 19)
            lines.append(f"A{number},2015-03-01,{2015 + years}-03-01,1200,yearly")
        source.write_text("\n".join(lines) + "\n")
        (renewals,) = report.survival(analysis_of(source, as_of="2024-12-31")).renewals
        assert renewals.period == "year"
        assert renewals.notes[0] == "Of customers who were bound for a year on their first day (interval)."
        assert renewals.model is not None

    def test_the_page_has_the_same_tables(self, company):
        _, analysis, found = company
        page = Page(report.survival_to_html(analysis, found))
        assert page.headed("plan", "customers")[0][1:] == found.stay.cells
        assert page.headed("tenure")[0][1:] == found.today.tenures
        assert page.headed("cause")[0][1:] == found.causes.cells
        assert page.headed("renewals")[0][1:] == found.renewals[0].cells
        assert found.today.sentence in page.paragraphs()
        whole = Page(report.to_html(analysis))
        assert whole.headed("tenure") == page.headed("tenure")
        assert report.survival_to_html(analysis, found) == report.survival_to_html(
            analysis, report.survival(analysis)
        )

    def test_what_is_left_out_is_said(self, tmp_path):
        source = tmp_path / "a.csv"
        source.write_text("account,start,end,mrr\na,2024-01-01,,5\n")
        found = report.survival(analysis_of(source, as_of="2024-03-31"))
        assert found.stay.cells == [["all", "1", "0", "not reached", "100.0%\nnone left yet"]]
        assert found.stay.sentences == [
            "More than half of the customers are still there after 91 days, the longest that any was followed."
        ]
        assert found.causes.startswith("Why customers left is not in this source")
        (renewals,) = found.renewals
        assert renewals.sentence == "Renewals are not projected: no customer has left yet (none_ended)."
        assert (
            found.why_all
            == "These are all customers together; --by names a column that tells segments apart."
        )
        assert found.today.sentence == (
            "On 2024-03-31 there is 1 customer, with 5.00 USD of MRR. None is of an age from which a customer has "
            "been followed for another 365 days."
        )
        assert found.today.tenures[-1][3:] == [NONE] * 5

    def test_nobody_is_left(self, tmp_path):
        source = tmp_path / "a.csv"
        source.write_text(
            "account,start,end,mrr,churn_reason\na,2024-01-01,2024-02-01,5,\nb,2024-01-01,2024-02-10,5,\n"
        )
        analysis = analysis_of(source, as_of="2024-03-31")
        found = report.survival(analysis)
        assert found.today == "There is no customer on 2024-03-31."
        assert found.causes == "churn_reason gives no cause for any of the 2 customers that left."
        assert "There is no customer on 2024-03-31." in Page(report.to_html(analysis)).paragraphs()

    def test_a_customer_that_came_back_has_the_cause_of_each_end(self, tmp_path):
        folder = tmp_path / "company"
        folder.mkdir()
        (folder / "subscriptions.csv").write_text(
            "account,start,end,mrr\na,2024-01-01,2024-02-01,5\na,2024-04-01,2024-05-01,5\nb,2024-01-01,,5\n"
            "c,2024-01-01,2024-02-01,5\n"
        )
        (folder / "causes.csv").write_text(
            "account,date,cause\na,2024-01-20,rumor\na,2024-02-03,price\na,2024-05-01,closed\nb,2024-02-01,price\n"
        )
        found = report.survival(analysis_of(folder, as_of="2024-12-31"))
        assert [line[:2] for line in found.causes.cells] == [
            ["closed", "1"],
            ["price", "1"],
            ["no cause given", "1"],
        ]
        assert found.causes.notes[0] == "causes.csv gives a cause for 2 of the 3 customers that left."
        (folder / "causes.csv").write_text("account,cause\na,price\n")
        with pytest.raises(
            io.SourceError, match=r"causes\.csv: there is no column date; the columns are account"
        ):
            report.survival(analysis_of(folder, as_of="2024-12-31"))

    def test_rare_causes_are_one(self, tmp_path):
        source = tmp_path / "a.csv"
        ends = [
            f"a{i}-{k},2024-01-01,2024-02-{1 + i:02d},5,cause {i}" for i in range(9) for k in range(9 - i)
        ]
        source.write_text(
            "account,start,end,mrr,churn_reason\n" + "\n".join([*ends, "z,2024-01-01,,5,"]) + "\n"
        )
        found = report.survival(analysis_of(source, as_of="2024-12-31"))
        assert [line[:2] for line in found.causes.cells] == [
            *([f"cause {i}", str(9 - i)] for i in range(6)),
            ["other causes", "6"],
        ]

    def test_segments_that_are_too_many_are_asked_for(self, tmp_path):
        source = tmp_path / "a.csv"
        rows = [f"a{i},2024-01-01,,5,plan {i}" for i in range(7)]
        source.write_text("account,start,end,mrr,plan\n" + "\n".join(rows) + "\n")
        found = report.survival(analysis_of(source, as_of="2024-12-31"))
        assert (found.by, found.why_all) == (
            None,
            "plan has 7 values, too many to tell apart unasked; --by plan does.",
        )
        found = report.survival(analysis_of(source, as_of="2024-12-31", by="plan"))
        assert (found.by, found.why_all, len(found.stay.cells)) == ("plan", "", 7)

    def test_words_of_segments_and_causes_stay_words(self, tmp_path):
        source = tmp_path / "a.csv"
        source.write_text(
            "account,start,end,mrr,plan,churn_reason\na,2024-01-01,2024-02-01,5,<b>,<script>\n"
            "b,2024-01-01,,5,&,\n"
        )
        text = report.to_html(analysis_of(source, as_of="2024-12-31"))
        assert "<script>" not in text
        assert [line[0] for line in Page(text).headed("cause")[0][1:]] == ["<script>"]


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
