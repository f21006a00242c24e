# SPDX-License-Identifier: MIT
"""Pictures of usage, value and coverage show the numbers they are of."""

from types import SimpleNamespace

import numpy as np
import pytest

import fealty as ft
from fealty import plots


class Table(SimpleNamespace):
    """Columns by name, as results have them."""

    def __len__(self):
        return len(next(iter(vars(self).values())))

    def __getitem__(self, name):
        return getattr(self, name)


@pytest.fixture(scope="module")
def company():
    return ft.company.simulate(150, 7)


@pytest.fixture(scope="module")
def usage(company):
    return ft.adoption.Usage(company.usage, account="account", user="user", time="at", event="event")


@pytest.fixture(scope="module")
def milestones(company):
    return ft.adoption.Milestones(company.milestones, account="account", milestone="milestone", date="date")


def texts(ax):
    return " ".join([ax.get_title("left"), ax.get_title("right"), *(text.get_text() for text in ax.texts)])


def heights(ax):
    return [line.get_ydata().tolist() for line in ax.lines]


def workload(csms=3, weeks=6):
    """CSM by CSM one percent more work; the last has no time."""
    n = csms * weeks
    csm = np.array([f"csm {i:03}" for i in range(csms)] * weeks, object)
    week = np.repeat(np.datetime64("2024-01-01") + 7 * np.arange(weeks), csms)
    demand = np.tile(np.arange(csms) + 100, weeks)
    supply = np.where(np.tile(np.arange(csms), weeks) == csms - 1, 0, 101)
    with np.errstate(divide="ignore"):
        utilization = np.where(supply > 0, demand / supply, np.nan)
    return Table(
        week=week, csm=csm, demand_minutes=demand, supply_minutes=supply,
        shortfall_minutes=np.maximum(demand - supply, 0), utilization=utilization, n=n,
    )  # fmt: skip


def test_active_users_are_three_lines_with_unknown_windows_dotted(usage):
    active = ft.adoption.active_users(usage)
    ax = active.plot()
    assert [len(line) for line in heights(ax)][:2] == [28, len(active) - 27]
    assert heights(ax)[1] == active.mau[27:].tolist()
    assert "dotted" in texts(ax) and "DAU" in texts(ax)


def test_many_groups_of_users_are_seven(usage):
    active = ft.adoption.active_users(usage, by="account", every="month")
    assert f"7 of {len(set(active.group.tolist()))} groups" in texts(plots.active_user_lines(active))
    sticky = ft.adoption.stickiness(usage, by="account", every="month")
    assert "7 of" in texts(plots.stickiness_lines(sticky))


def test_stickiness_is_a_rate(usage):
    sticky = ft.adoption.stickiness(usage, every="month")
    ax = plots.stickiness_lines(sticky)
    assert f"{sticky.stickiness[-1]:.1%}" in texts(ax)
    assert ax.get_ylim()[0] == 0


def test_growth_adds_up(usage):
    growth = ft.adoption.growth_accounting(usage, every="month", as_of="2024-12-15")
    ax = plots.growth_bars(growth)
    bars = ax.patches
    assert (
        sum(bar.get_height() for bar in bars)
        == (growth.new_users + growth.resurrected - growth.dormant).sum()
    )
    assert "hatched" in texts(ax) and bars[len(growth) - 1].get_hatch()
    assert not bars[0].get_hatch()
    one = ft.adoption.growth_accounting(usage, every="month", by="account")
    assert "groups)" in texts(plots.growth_bars(one))
    with pytest.raises(ValueError, match="is not there"):
        plots.growth_bars(one, group="nobody")


@pytest.mark.parametrize(
    "options", [{}, {"kind": "unbounded"}, {"kind": "bracket", "days": [1, 7], "last_days": [6, 13]}]
)
def test_retention_of_all_cohorts_and_the_latest(usage, options):
    retention = ft.adoption.usage_retention(usage, every="month", **options)
    ax = plots.usage_retention_lines(retention)
    together = np.isnat(retention.cohort)
    assert heights(ax)[0] == retention.rate[together].tolist()
    assert len(ax.get_legend().get_texts()) == 5


def test_power_users(usage):
    histogram = ft.adoption.engagement_histogram(usage)
    ax = plots.power_user_bars(histogram)
    assert [bar.get_height() for bar in ax.patches] == histogram.share.tolist()


def test_time_to_value(milestones):
    found = ft.adoption.time_to_value(milestones, start="signed", value="first_value")
    ax = found.curve.plot()
    assert f"50% by day {found.summary.median[0]:g}" in texts(ax)
    assert "left without value" not in texts(ax)  # nobody is known to have left


def test_time_to_value_with_people_who_leave():
    days = {"A": ("value", "2024-01-05"), "B": ("gone", "2024-01-03"), "C": ("value", "2024-01-09")}
    rows = [(each, "start", "2024-01-01") for each in days] + [(who, *what) for who, what in days.items()]
    account, milestone, date = zip(*rows, strict=True)
    table = {"account": account, "milestone": milestone, "date": date}
    milestones = ft.adoption.Milestones(
        {name: list(values) for name, values in table.items()},
        account="account",
        milestone="milestone",
        date="date",
    )
    found = ft.adoption.time_to_value(milestones, start="start", value="value", churn="gone")
    ax = plots.time_to_value_steps(found)
    assert "left without value" in texts(ax)
    assert [0.0, *found.curve.churn_incidence.tolist()] in heights(ax)


def test_funnel(milestones):
    funnel = ft.adoption.milestone_funnel(milestones)
    ax = funnel.plot()
    steps = len(funnel)
    assert [bar.get_width() for bar in ax.patches[:steps]] == funnel.reached.tolist()
    assert "100.0% of all" in texts(ax)


def test_work_and_time_by_week():
    minutes = {
        f"{kind}_minutes": np.array([60, 120]) for kind in ("onboarding", "check_in", "review", "renewal")
    }
    weeks = Table(
        week=np.array(["2024-01-01", "2024-01-08"], "datetime64[D]"), **minutes,
        supply_minutes=np.array([300, 300]), shortfall_minutes=np.array([0, 180]),
    )  # fmt: skip
    ax = plots.workload_bars(weeks)
    assert sum(bar.get_height() for bar in ax.patches) == 12
    assert heights(ax)[0] == [5, 5, 5] and "in 1 of 2 weeks" in texts(ax)


def test_workload_marks_more_than_all_time():
    ax = plots.workload_heat_map(workload())
    assert len(ax.patches) == 0 and "no time" in texts(ax)
    ax = plots.workload_heat_map(workload(4))
    assert len(ax.patches) == 6 and "framed" in texts(ax)
    ax = plots.workload_heat_map(workload(200, 52))
    assert "40 of 200 CSMs" in texts(ax) and len(ax.get_yticklabels()) == 40 and "dotted" in texts(ax)


def test_performance_names_who_is_beyond_the_limits():
    books = ft.coverage.Books(
        {"account": [1, 2, 3, 4], "csm": ["ann", "bob", "cho", "dee"], "losses": [24, 24, 61, 2],
         "expected": [41.5, 24.8, 57.1, 0.7]},
        account="account", group="csm", observed="losses", expected="expected",
    )  # fmt: skip
    ax = ft.coverage.performance(books).plot()
    assert [text.get_text() for text in ax.texts] == ["ann"]
    assert ax.get_ylim()[0] <= 0


def test_nothing_to_draw_says_so():
    none = np.array([], "datetime64[D]")
    empty = Table(week=none, csm=np.array([], object), demand_minutes=np.array([], int))
    assert "no CSM" in texts(plots.workload_heat_map(empty))
    assert "no weeks" in texts(plots.workload_bars(empty))
