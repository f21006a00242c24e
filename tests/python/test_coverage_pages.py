# SPDX-License-Identifier: MIT
"""The coverage pages say what the library says, and what is missing."""

import csv
import io as text
import re
from pathlib import Path

import numpy as np
import pytest

import fealty as ft
from fealty import cli, report
from fealty import io as sources

AS_OF = "2024-12-31"


@pytest.fixture(scope="module")
def company(tmp_path_factory):
    folder = tmp_path_factory.mktemp("company")
    sources.write_company(ft.company.simulate(300, 3), folder)
    return folder


@pytest.fixture(scope="module")
def found(company):
    return pages(company)


@pytest.fixture
def fealty(capsys):
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(arguments)
        return code, *capsys.readouterr()

    return run


def pages(folder: Path, **options):
    return report.coverage(analysis_of(folder), **options)


def analysis_of(folder: Path):
    return report.analyze(sources.open_subscriptions(folder, {}), as_of=AS_OF)


def part(found, title: str):
    return next(each for each in found.parts if each.title == title)


def a_folder(folder: Path, **tables: str) -> Path:
    """Two accounts: one of 60,000 a year, one of 12,000."""
    rows = "account,start,end,mrr,currency\nA,2024-01-01,,5000,USD\nB,2024-01-01,,1000,USD\n"
    for name, content in {"subscriptions": rows, **tables}.items():
        (folder / f"{name}.csv").write_text(content)
    return folder


def number(cell: str) -> float:
    return float(cell.replace(",", ""))


class TestNumbers:
    def test_tiers_hold_all_customers_and_all_mrr(self, company, found):
        lines = part(found, "Tiers").tables[0].cells
        closing = analysis_of(company).ledger.periods
        assert sum(int(line[2].replace(",", "")) for line in lines) == closing.closing_accounts[-1]
        assert round(100 * sum(number(line[3]) for line in lines)) == closing.closing_minor[-1]

    def test_overdue_accounts_are_those_of_the_cadence(self, found):
        state = found.results["cadence"]
        share, bands, listed = part(found, "Touches in time").tables
        late = int(np.sum(state.gap))
        assert late > 0
        assert len(listed.cells) == late == sum(int(line[1]) for line in bands.cells)
        assert sum(int(line[4]) for line in share.cells if line[4].isdigit()) == late
        amounts = [
            sum(number(line[column]) for line in table.cells) for table, column in ((bands, 2), (listed, -1))
        ]
        assert amounts[0] == pytest.approx(amounts[1], abs=0.001)
        days = [int(line[-2]) for line in listed.cells]
        assert days == sorted(days, reverse=True)

    def test_work_adds_up_over_accounts(self, found):
        work, assigned = found.results["capacity"], found.results["assignment"]
        assert np.sum(work.csms.demand_minutes) == work.demand_minutes
        assert np.sum(assigned.hours) == pytest.approx(work.demand_minutes / 60)
        assert assigned.largest_utilization <= np.nanmax(work.csms.utilization) + 1e-12
        owned = [str(each) for each in assigned.previous if each is not None]
        counts = dict(zip(work.csms.csm.tolist(), work.csms.accounts.tolist(), strict=True))
        assert {csm: owned.count(csm) for csm in counts if csm is not None} == {
            csm: count for csm, count in counts.items() if csm is not None
        }

    def test_losses_are_those_that_happened(self, found):
        table, result = part(found, "Losses by CSM").tables[0], found.results["performance"]
        assert [int(line[2]) for line in table.cells] == result.observed.tolist()
        assert result.overall_ratio == pytest.approx(1, abs=0.05)  # some leave when nobody has them

    def test_options_reach_the_plan(self, company):
        small = pages(company, weeks=4, hours=1.0, overhead=0.5)
        work = small.results["capacity"]
        assert (len(work.weeks), work.hours_per_week, work.overhead) == (4, 1, 0.5)
        assert not work.feasible
        assert "more work than time" in " ".join(part(small, "Work and time").sentences)


class TestMissing:
    def test_each_part_says_which_table_would_bring_it(self, tmp_path):
        found = pages(a_folder(tmp_path))
        said = {each.title: " ".join([*each.sentences, *each.notes]) for each in found.parts}
        assert "a table touches that has account and date" in said["Touches in time"]
        assert "a table owners with account, csm and valid_from" in said["Work and time"]
        assert "a table contracts with" in said["Work and time"]
        assert "a table owners that has" in said["Losses by CSM"]
        assert part(found, "Tiers").tables[0].cells[0][2:4] == ["1", "5,000.00"]

    def test_nobody_has_left(self, tmp_path):
        owners = "account,csm,valid_from\nA,Kim,2024-01-01\nB,,2024-01-01\n"
        found = pages(a_folder(tmp_path, owners=owners))
        assert part(found, "Losses by CSM").sentences == [
            "No customer has left, so there are no losses to compare."
        ]
        names = [line[0] for line in part(found, "Work and time").tables[0].cells]
        assert names == ["Kim", "nobody"]

    def test_a_table_that_is_wrong_is_named(self, tmp_path):
        owners = "account,csm,valid_from,valid_to\nA,Kim,2024-01-01,2023-01-01\n"
        found = pages(a_folder(tmp_path, owners=owners))
        assert part(found, "Work and time").sentences[0].startswith("This cannot be told: ")
        found = pages(a_folder(tmp_path, owners="account,who\nA,Kim\n"))
        assert "there is no column csm" in part(found, "Losses by CSM").sentences[0]
        assert any("there is no column csm" in note for note in part(found, "Work and time").notes)

    def test_no_customer_is_left(self, tmp_path):
        rows = "account,start,end,mrr,currency\nA,2024-01-01,2024-03-01,5000,USD\n"
        found = pages(a_folder(tmp_path, subscriptions=rows))
        assert [each.sentences for each in found.parts] == [["There is no customer on 2024-12-31."]]


class TestPlan:
    PLAN = "tier,threshold,cadence_days,check_in_hours\ngold,50000,7,1\ntin,0,,\n"

    def test_ones_own(self, tmp_path):
        plan = tmp_path / "plan.csv"
        plan.write_text(self.PLAN)
        touches = "account,date\nA,2024-12-20\n"
        found = pages(a_folder(tmp_path, touches=touches), tier_plan=str(plan))
        assert [line[0] for line in part(found, "Tiers").tables[0].cells] == ["gold", "tin"]
        assert part(found, "Touches in time").tables[2].cells == [
            ["A", "gold", "2024-12-20", "11", "4", "5,000.00"]
        ]
        assert any(str(plan) in note for note in part(found, "Tiers").notes)

    @pytest.mark.parametrize(
        ("rows", "says"),
        [
            ("name,threshold\ngold,1\n", "a tier plan has the columns tier and threshold"),
            ("tier,threshold\ngold,many\n", "many"),
            ("tier,threshold\ngold,1\ntin,5\n", "threshold"),
        ],
    )
    def test_what_is_none(self, tmp_path, rows, says):
        plan = tmp_path / "plan.csv"
        plan.write_text(rows)
        with pytest.raises(sources.SourceError, match=says):
            pages(a_folder(tmp_path), tier_plan=str(plan))


class TestCommand:
    def test_it_prints_every_part(self, fealty, company):
        code, out, _ = fealty("coverage", str(company), "--as-of", AS_OF)
        assert code == 0
        for title in ("Tiers", "Touches in time", "Work and time", "Balanced books", "Losses by CSM"):
            assert f"\n{title}\n" in f"\n{out}"

    def test_results_are_those_of_the_library(self, fealty, company, found):
        code, out, _ = fealty("coverage", str(company), "--as-of", AS_OF, "-f", "csv")
        rows = list(csv.DictReader(text.StringIO(out)))
        assert code == 0
        assert [int(row["overdue_days"]) for row in rows] == found.results["cadence"].overdue_days.tolist()

    @pytest.mark.parametrize("show", [each.value for each in cli.ShowCoverage])
    def test_each_result_alone(self, fealty, company, show):
        code, out, _ = fealty("coverage", str(company), "--as-of", AS_OF, "--show", show, "-f", "json")
        assert code == 0
        assert out.startswith("[")

    def test_a_result_that_is_not_there_says_why(self, fealty, tmp_path):
        a_folder(tmp_path)
        code, _, err = fealty("coverage", str(tmp_path), "--as-of", AS_OF, "--show", "cadence")
        assert code == 2
        assert "a table touches that has account and date would" in err

    def test_the_pages_are_a_file_and_in_the_report(self, fealty, company, tmp_path):
        pytest.importorskip("matplotlib")
        page, whole = tmp_path / "c.html", tmp_path / "r.html"
        code, out, _ = fealty("coverage", str(company), "--as-of", AS_OF, "--hours", "30", "-o", str(page))
        assert (code, out.splitlines()[-1]) == (0, f"report: {page}")
        assert "--hours 30.0" in page.read_text()
        assert fealty("report", str(company), "--as-of", AS_OF, "-o", str(whole))[0] == 0
        titles = re.findall("<h2>([^<]*)", page.read_text())
        both = {*titles} & {*re.findall("<h2>([^<]*)", whole.read_text())}
        assert {"Tiers", "Touches in time", "Losses by CSM"} <= both

    def test_a_report_without_owners_or_touches_has_none(self, fealty, tmp_path):
        pytest.importorskip("matplotlib")
        whole = tmp_path / "r.html"
        assert fealty("report", str(a_folder(tmp_path)), "--as-of", AS_OF, "-o", str(whole))[0] == 0
        assert "<h2>Tiers" not in whole.read_text()
