# SPDX-License-Identifier: MIT
"""The health and proof pages say what the library says, and what is missing."""

import csv
import io as text
import json
import re
from pathlib import Path

import numpy as np
import pytest

import fealty as ft
from fealty import _format, _health_tables, _proof, cli, report
from fealty import io as sources

AS_OF = "2024-12-31"
TITLES = [
    "Health today",
    "Customers, the worst first",
    "What moved since a month ago",
    "Green outside, red inside",
    "What customers think, and what they do",
    "What CSMs say beside the score",
    "The scorecard",
]


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    folder = tmp_path_factory.mktemp("company")
    sources.write_company(ft.company.simulate(300, 3), folder)
    return folder


@pytest.fixture(scope="module")
def known(company):
    return _health_tables.read(analysis_of(company))


@pytest.fixture(scope="module")
def found(company):
    return report.health(analysis_of(company))


@pytest.fixture(scope="module")
def proven(known):
    return _proof.pages(_health_tables.judged(known), _proof.Settings(draws=100))


@pytest.fixture
def fealty(capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        return code, *capsys.readouterr()

    return run


def analysis_of(folder: Path):
    return report.analyze(sources.open_subscriptions(folder, {}), as_of=AS_OF)


def part(found, title: str):
    return next(each for each in found.parts if each.title == title)


def a_folder(folder: Path, **tables: str) -> Path:
    """Two customers, and one that left."""
    rows = (
        "account,start,end,mrr,currency\nA,2024-01-01,,5000,USD\nB,2024-01-01,,1000,USD\n"
        "C,2024-01-01,2024-09-01,100,USD\n"
    )
    for name, content in {"subscriptions": rows, **tables}.items():
        (folder / f"{name}.csv").write_text(content)
    return folder


def number(cell: str) -> float:
    return float(cell.replace(",", "").rstrip("%"))


class TestHealth:
    def test_bands_hold_all_customers_and_all_mrr(self, company, found):
        lines = part(found, "Health today").tables[0].cells
        closing = analysis_of(company).ledger.periods
        assert sum(int(line[1].replace(",", "")) for line in lines) == closing.closing_accounts[-1]
        assert round(100 * sum(number(line[3]) for line in lines)) == closing.closing_minor[-1]

    def test_customers_are_those_of_the_score(self, known, found):
        lines = part(found, "Customers, the worst first").tables[0].cells
        scores = ft.health.score(known.card, known.observations(), as_of=AS_OF)
        bands = dict(zip((str(each) for each in scores.account), scores.band, strict=True))
        assert {line[0] for line in lines} == set(known.mrr)
        assert all(line[1] == bands[line[0]] for line in lines)
        order = [*_health_tables.bands(known.card), "unknown"]
        places = [order.index(line[1]) for line in lines]
        assert places == sorted(places)

    def test_bands_then_and_now_add_up(self, found):
        moved = part(found, "What moved since a month ago")
        both = int(re.match(r"Of ([\d,]+)", moved.sentences[0])[1].replace(",", ""))
        assert sum(number(cell) for line in moved.tables[0].cells for cell in line[1:]) == both

    def test_loyalty_is_of_todays_customers(self, known, found):
        lines = part(found, "What customers think, and what they do").tables[0].cells
        assert 0 < sum(number(line[1]) for line in lines) <= len(known.mrr)
        assert [line[0] for line in lines][:2] == ["true loyalty", "latent loyalty"]

    def test_watermelons_are_those_of_the_lead_time(self, found):
        warned = found.results["lead_time"]
        said = part(found, "Green outside, red inside").sentences[0]
        assert f"{warned.watermelons:,} (" in said or warned.with_band_before == 0

    def test_nothing_of_a_later_day_is_known(self, company, known, tmp_path):
        """Scores of a past day are the same when later rows are cut off."""
        cut = "2024-06-30"
        rows = report.analyze(sources.open_subscriptions(company, {}), as_of=cut)
        then = _health_tables.read(rows)
        early = ft.health.score(then.card, then.observations(), as_of=cut)
        late = ft.health.score(known.card, known.observations(), as_of=cut)
        both = [dict(zip((str(a) for a in s.account), s.score_micro, strict=True)) for s in (early, late)]
        ours = [each for each in then.mrr if each in both[1]]
        assert ours and all(both[0][each] == both[1][each] for each in ours)


class TestAccount:
    def test_lines_add_up_to_the_score(self, company, found):
        account = part(found, "Customers, the worst first").tables[0].cells[0][0]
        opened = report.health(analysis_of(company), account=account)
        lines = opened.parts[0].tables[0].cells
        column = opened.parts[0].tables[0].columns.index("adds")
        assert round(sum(number(line[column]) for line in lines[:-1]), 6) == number(lines[-1][column])
        change = opened.results["change"]
        assert int(np.sum(change.micro_points)) == change.change_micro

    def test_one_of_whom_nothing_is_known(self, fealty, company):
        code, _, said = fealty("health", str(company), "--as-of", AS_OF, "--of", "nobody")
        assert code == 2
        assert "nothing is known of the account nobody" in said


class TestMissing:
    def test_each_part_says_which_table_would_bring_it(self, tmp_path):
        found = report.health(analysis_of(a_folder(tmp_path)))
        assert [each.title for each in found.parts] == TITLES
        said = {each.title: " ".join([*each.sentences, *each.notes]) for each in found.parts}
        assert "2 customers have no score" in said["Health today"]
        assert "There is no table usage; it would bring" in said["Health today"]
        assert "a table surveys with" in said["What customers think, and what they do"]
        assert "a table observations with" in said["What CSMs say beside the score"]
        assert "Whether sponsors were lost is not told" in said["Green outside, red inside"]

    def test_a_table_that_is_wrong_is_named(self, tmp_path):
        found = report.health(analysis_of(a_folder(tmp_path, usage="account,when\nA,2024-01-01\n")))
        assert any("there is no column at" in each for each in part(found, "Health today").notes)

    def test_nobody_is_there(self, tmp_path):
        rows = "account,start,end,mrr,currency\nA,2024-01-01,2024-03-01,5000,USD\n"
        found = report.health(analysis_of(a_folder(tmp_path, subscriptions=rows)))
        assert [each.sentences for each in found.parts] == [["There is no customer on 2024-12-31."]]

    def test_a_proof_of_next_to_nothing(self, fealty, tmp_path):
        page = tmp_path / "p.html"
        pytest.importorskip("matplotlib")
        folder = tmp_path / "c"
        folder.mkdir()
        code, out, _ = fealty("prove", str(a_folder(folder)), "--as-of", AS_OF, "-o", str(page))
        assert code == 0
        assert "Not enough happened to tell" in out
        assert "Leakage audit" in page.read_text()


class TestProof:
    def test_it_is_that_of_the_library(self, known, proven):
        judged = _health_tables.judged(known)
        again = ft.health.prove(judged.snapshots, judged.outcomes, draws=100, **judged.options)
        ours = proven.results["figures"]
        assert ours.verdict == again.verdict
        assert np.array_equal(ours.value, again.value, equal_nan=True)

    def test_snapshots_are_of_customers(self, known):
        judged = _health_tables.judged(known)
        connection = known.connection
        rows = connection.sql("SELECT account, as_of, due, mrr FROM temp.health_snapshots").fetchall()
        assert len(rows) == len(judged.snapshots)
        spells = [
            (str(a), s.astype(object), None if np.isnat(e) else e.astype(object))
            for a, s, e in zip(known.spells.account, known.spells.start, known.spells.end, strict=True)
        ]
        lives: dict[str, list] = {}
        for account, start, end in spells:
            lives.setdefault(account, []).append((start, end))
        for account, day, due, mrr in rows:
            assert any(start <= day and (end is None or day < end) for start, end in lives[account])
            assert mrr > 0
            assert due is None or due >= day

    def test_words_of_every_verdict(self):
        assert set(_proof.WORDS) == {str(each) for each in ft.health.Verdict} == set(_proof.NEXT)
        figures = {str(each) for each in ft.health.ProofFigure}
        terms = {"reliability", "resolution", "uncertainty", "within_bin_variance", "within_bin_covariance"}
        assert figures - set(_proof.NAMES) == terms
        assert set(_proof.LEAKS) == {str(each) for each in ft.health.LeakKind}

    def test_the_verdict_comes_first(self, proven):
        assert proven.parts[0].title == "Verdict"
        verdict = proven.results["figures"].verdict
        first = proven.parts[0].lead
        assert first.startswith(_proof.WORDS[str(verdict)].partition(":")[0])

    def test_the_command_prints_verdict_figures_and_bands(self, fealty, company):
        code, out, err = fealty("prove", str(company), "--as-of", AS_OF, "--draws", "50")
        assert code == 0
        for title in ("Verdict", "Key figures", "Churn by band"):
            assert f"\n{title}\n" in f"\n{out}"
        assert "default" in err

    def test_figures_are_for_other_programs(self, fealty, company, proven):
        code, out, _ = fealty("prove", str(company), "--as-of", AS_OF, "--draws", "100", "-f", "csv")
        assert code == 0
        lines = list(csv.DictReader(text.StringIO(out)))
        assert [line["figure"] for line in lines] == [str(e) for e in proven.results["figures"].figure]

    @pytest.mark.parametrize("show", list(_proof.RESULTS))
    def test_every_result_in_every_format(self, fealty, company, show):
        for format_ in ("table", "json"):
            arguments = ["prove", str(company), "--as-of", AS_OF, "--draws", "20", "--show", show]
            code, out, _ = fealty(*arguments, "-f", format_)
            assert code == 0
            if format_ == "json":
                assert json.loads(out)


class TestTables:
    """A table of snapshots and one of outcomes."""

    @pytest.fixture
    def tables(self, tmp_path):
        points = [37 * i % 101 for i in range(400)]
        lines = [
            f"{i},2024-01-01,{p},{'red' if p < 34 else 'yellow' if p < 67 else 'green'},{53 * i % 89}"
            for i, p in enumerate(points)
        ]
        head = "customer_id,snapshot_date,health_score,band,tenure_days\n"
        (tmp_path / "scores.csv").write_text(head + "\n".join(lines) + "\n")
        gone = [i for i in range(400) if i * i % 97 > 40 + points[i] // 2]
        ends = "customer_id,date\n" + "".join(f"{i},2024-03-01\n" for i in gone)
        (tmp_path / "churn.csv").write_text(ends)
        return tmp_path

    def run(self, fealty, tables, *options):
        named = [str(tables / "scores.csv"), "--outcomes", str(tables / "churn.csv")]
        return fealty("prove", *named, "--as-of", AS_OF, *options)

    def test_predictive(self, fealty, tables):
        code, out, err = self.run(fealty, tables)
        assert code == 0
        assert "Predictive: the score tells beforehand, better than chance, which customers" in out
        assert "0.682" in out
        assert "score = health_score" in err

    def test_not_predictive_of_the_wrong_way(self, fealty, tables):
        code, out, _ = self.run(fealty, tables, "--polarity", "lower_is_healthier")
        assert code == 0
        assert "Not predictive: these data do not show" in out
        assert "is its polarity reversed?" in out

    def test_outcomes_that_are_hoped_for(self, fealty, tables):
        """Those who do not leave expand: a high score foretells it, and kinds are told apart."""
        gone = {line.partition(",")[0] for line in (tables / "churn.csv").read_text().splitlines()[1:]}
        events = [f"{i},2024-03-01,{'churn' if str(i) in gone else 'expansion'}" for i in range(400)]
        (tables / "churn.csv").write_text("customer_id,date,kind\n" + "\n".join(events) + "\n")
        code, out, _ = self.run(fealty, tables, "--outcome-kind", "expansion", "--gain", "--recurrent")
        assert code == 0
        assert "better than chance, which" in out
        assert 'customers have the outcome "expansion" within 90 days' in " ".join(out.split())
        assert "0.682" in out  # the others of those who leave
        assert "Outcomes by band" in out
        assert "leave" not in out
        code, out, _ = self.run(fealty, tables, "--outcome-kind", "expansion")  # as if it were a loss
        assert code == 0
        assert "Not predictive" in out
        code, out, _ = self.run(fealty, tables, "--outcome-kind", "churn")
        assert code == 0
        assert "0.682" in out
        pytest.importorskip("matplotlib")
        page = tables / "proof.html"
        options = ["--outcome-kind", "expansion", "--gain", "--recurrent", "--draws", "50", "-o", str(page)]
        assert self.run(fealty, tables, *options)[0] == 0
        shown = page.read_text()
        assert "--outcome-kind expansion --gain --recurrent" in shown
        assert "can have it again" in shown
        assert "How long beforehand it warned" not in shown

    def test_kinds_need_their_column(self, fealty, tables):
        code, _, err = self.run(fealty, tables, "--outcome-kind", "expansion")
        assert code == 2
        assert "kind" in err

    def test_leaking(self, fealty, tables):
        rows = (tables / "scores.csv").read_text().splitlines()
        gone = {line.partition(",")[0] for line in (tables / "churn.csv").read_text().splitlines()}
        made = [f"{rows[0]},reason", *(f"{r},{'price' if r.split(',')[0] in gone else ''}" for r in rows[1:])]
        (tables / "scores.csv").write_text("\n".join(made) + "\n")
        page = tables / "proof.html"
        pytest.importorskip("matplotlib")
        code, out, _ = self.run(fealty, tables, "-o", str(page))
        assert code == 0
        assert "Not a fair test" in out
        assert "reason" in out
        assert page.read_text().index("Not a fair test") < page.read_text().index("<h2>Key figures")

    def test_without_bands_baselines_or_mrr(self, fealty, tables):
        rows = [line.split(",")[:3] for line in (tables / "scores.csv").read_text().splitlines()]
        (tables / "scores.csv").write_text("\n".join(",".join(each) for each in rows) + "\n")
        code, out, _ = self.run(fealty, tables)
        assert code == 0
        assert "There are no bands: a column band would bring them." in out

    @pytest.mark.parametrize(
        ("options", "says"),
        [
            (["--score", "points"], "score = 'points' is no column"),
            (["--scorecard", "x.json"], "--scorecard is for a folder"),
            (["--plan", "tenure_days"], "--plan is not for a table of snapshots"),
        ],
    )
    def test_what_does_not_fit(self, fealty, tables, options, says):
        code, _, err = self.run(fealty, tables, *options)
        assert code == 2
        assert says in err

    def test_a_file_needs_outcomes(self, fealty, tables):
        code, _, err = fealty("prove", str(tables / "scores.csv"))
        assert code == 2
        assert "a table of snapshots needs --outcomes" in err
        code, _, err = fealty("prove", str(tables), "--score", "x")
        assert code == 2
        assert "--score is for a table of snapshots, which needs --outcomes" in err
        for options in (["--gain"], ["--recurrent"], ["--outcome-kind", "expansion"]):
            code, _, err = fealty("prove", str(tables), *options)
            assert code == 2
            assert f"{options[0]} is for a table of snapshots, which needs --outcomes" in err


class TestCommand:
    def test_it_prints_every_part(self, fealty, company):
        code, out, _ = fealty("health", str(company), "--as-of", AS_OF)
        assert code == 0
        for title in TITLES:
            assert f"\n{title}\n" in f"\n{out}"

    def test_the_page_has_what_the_report_has(self, fealty, company, tmp_path):
        pytest.importorskip("matplotlib")
        page, whole = tmp_path / "h.html", tmp_path / "r.html"
        assert fealty("health", str(company), "--as-of", AS_OF, "-o", str(page))[0] == 0
        assert fealty("report", str(company), "--as-of", AS_OF, "-o", str(whole))[0] == 0
        titles = set(re.findall("<h2>([^<]*)", page.read_text()))
        both = titles & set(re.findall("<h2>([^<]*)", whole.read_text()))
        assert set(TITLES) <= both
        assert "Does the health score foretell who leaves?" in whole.read_text()
        assert "500 draws" in whole.read_text()

    def test_a_report_without_such_tables_has_none(self, fealty, tmp_path):
        pytest.importorskip("matplotlib")
        whole = tmp_path / "r.html"
        assert fealty("report", str(a_folder(tmp_path)), "--as-of", AS_OF, "-o", str(whole))[0] == 0
        assert "Health today" not in whole.read_text()

    def test_a_proof_page_tells_how_to_make_it_again(self, fealty, company, tmp_path):
        pytest.importorskip("matplotlib")
        page = tmp_path / "p.html"
        arguments = ["prove", str(company), "--as-of", AS_OF, "--draws", "50", "-o", str(page)]
        assert fealty(*arguments)[0] == 0
        shown = page.read_text()
        titles = re.findall("<h2>([^<]*)", shown)
        assert titles[:3] == ["Verdict", "Key figures", "Churn by band"]
        assert {"Drift", "Leakage audit", "Assumptions", "How long beforehand it warned"} <= set(titles)
        assert "fealty prove" in shown and "--draws 50" in shown
        assert ft.health.default_scorecard().fingerprint in shown


class TestScorecard:
    def test_a_card_to_begin_with(self, fealty, tmp_path):
        card = tmp_path / "scorecard.json"
        code, out, _ = fealty("scorecard", "-o", str(card))
        assert code == 0
        read = ft.health.Scorecard.from_json(card.read_text())
        assert read.fingerprint == ft.health.default_scorecard().fingerprint
        assert "There is nothing to be said against it beforehand." in out

    def test_complaints(self, fealty, tmp_path):
        card = tmp_path / "card.json"
        card.write_text(
            '{"id": "one", "bands": [{"name": "red", "upper": 50}, {"name": "green", "upper": 100}], '
            '"measures": [{"id": "csat", "transform": {"piecewise": [[1, 0], [5, 100]]}}]}'
        )
        code, out, _ = fealty("scorecard", str(card), "--strict")
        assert code == 1
        assert "polarity_unstated" in out and "version_unstated" in out

    @pytest.mark.parametrize("content", ["{", '{"id": "x"}', "[]"])
    def test_what_is_none(self, fealty, tmp_path, content):
        card = tmp_path / "card.json"
        card.write_text(content)
        code, _, err = fealty("scorecard", str(card))
        assert code == 2
        assert str(card) in err

    def test_that_of_the_folder_is_taken(self, fealty, tmp_path):
        made = json.loads(ft.health.default_scorecard().to_json()) | {"id": "ours"}
        (tmp_path / "scorecard.json").write_text(json.dumps(made))
        known = _health_tables.read(analysis_of(a_folder(tmp_path)))
        assert known.card.id == "ours"
        assert known.card_from == str(tmp_path / "scorecard.json")


def test_counts_are_written_in_groups_of_digits():
    assert _format.counts("10972 rows have both") == "10,972 rows have both"
    assert _format.counts("3 of 10972 rows") == "3 of 10,972 rows"
    assert _format.counts("1234 of 10972 snapshots") == "1,234 of 10,972 snapshots"
    assert _format.counts("account 10972 on 2024-03-31") == "account 10972 on 2024-03-31"
