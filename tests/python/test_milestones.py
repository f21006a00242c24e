# SPDX-License-Identifier: MIT
"""Milestones through Python: time to value, rates, funnels."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
import polars as pl
import pytest

import fealty as ft
from fealty import adoption

LAST = date(2024, 12, 31)
WAITED = [1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10]
CAME = [1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2]
COLUMNS = {"account": "account", "milestone": "milestone", "date": "date"}


@pytest.fixture(scope="module")
def frame():
    rows = []
    for number, (days, what) in enumerate(zip(WAITED, CAME, strict=True)):
        rows.append((number, "signed", LAST - timedelta(days)))
        if what:
            rows.append((number, ["first_report", "churned"][what - 1], LAST))
    return {name: list(values) for name, values in zip(COLUMNS, zip(*rows, strict=True), strict=True)}


@pytest.fixture(scope="module")
def milestones(frame):
    return adoption.Milestones(frame, **COLUMNS)


def test_twelve_accounts(milestones):
    found = adoption.time_to_value(
        milestones, start="signed", value="first_report", churn="churned", as_of="2024-12-31"
    )
    curve = dict(zip(found.curve.time.tolist(), found.curve.incidence.tolist(), strict=True))
    assert [curve[day] for day in (2, 4, 6, 7)] == pytest.approx([1 / 6, 1 / 3, 0.4305555556, 0.5277777778])
    assert found.summary.median.tolist() == [7]
    assert np.isnan(found.summary.upper_quartile[0])
    assert found.as_of == LAST
    assert not found.as_of_inferred
    assert (found.start, found.value, found.churn, found.cohort) == (
        "signed",
        "first_report",
        "churned",
        None,
    )
    assert not found.findings
    assert repr(found) == "TimeToValue: 6 of 12 accounts have come from signed to first_report"
    assert pl.DataFrame(found.summary)["started"].to_list() == [12]
    assert found.curve.to_pandas()["waiting"].iloc[0] == pytest.approx(11 / 12)


def test_any_dataframe_gives_the_same_table(frame, milestones):
    assert len(milestones) == 21
    assert milestones.names == ["churned", "first_report", "signed"]
    assert milestones.last_day == LAST
    for table in (pd.DataFrame(frame), pl.DataFrame(frame)):
        funnel = adoption.milestone_funnel(
            adoption.Milestones(table, **COLUMNS), steps=["signed", "first_report"], churn="churned"
        )
        assert funnel.reached.tolist() == [12, 6]
        assert funnel.churned.tolist() == [0, 3]
        assert funnel.as_of_inferred


def test_lives_go_to_any_calculator_of_survival(milestones):
    accounts = ft.revenue.Accounts(
        {"id": list(range(12)), "plan": ["free", "pro"] * 6}, account="id", attributes="plan"
    )
    lives = adoption.value_lifetimes(milestones, value="first_report", churn="churned", accounts=accounts)
    assert lives.causes == ["churn", "value"]
    assert len(ft.survival.aalen_johansen(lives, by="plan").time) > 0
    found = adoption.time_to_value(
        milestones, value="first_report", churn="churned", accounts=accounts, by="plan", horizon=8
    )
    assert found.summary.group.tolist() == ["free", "pro"]
    assert found.summary.reached.tolist() == [1, 5]


def test_churn_from_lives_of_customers(milestones):
    customers = ft.survival.Lifetimes(
        {"id": list(range(12)), "from": ["2024-12-01"] * 12, "to": ["2024-12-30", *[None] * 11]},
        account="id",
        origin="from",
        end="to",
        as_of="2024-12-31",
    )
    found = adoption.time_to_value(milestones, value="first_report", lifetimes=customers)
    assert found.summary.churned.tolist() == [0]  # it had left on the day that it signed, which is before
    assert found.summary.started.tolist() == [12]


def test_rates_and_what_is_odd(milestones):
    rate = adoption.onboarding_rate(milestones, onboarded="first_report", window_days=5, period="year")
    assert rate.started.tolist() == [12]
    assert rate.onboarded.tolist() == [4]
    assert rate.complete.tolist() == [0]
    assert [each.code for each in rate.findings] == ["no_competing_event"]
    assert np.isnan(rate.total_rate)
    with pytest.raises(ft.InvalidInput, match="adoption_rate: window_days = -1 is negative"):
        adoption.adoption_rate(milestones, window_days=-1)


def test_a_simulated_company():
    company = ft.company.simulate(200, 1)
    table = adoption.Milestones(company.milestones, **COLUMNS)
    funnel = adoption.milestone_funnel(table)
    assert funnel.step.tolist() == ["signed", "onboarded", "first_value", "adopted"]
    assert (np.diff(funnel.reached) <= 0).all()
    assert funnel.reached[0] == table.names.count("signed") * np.unique(company.milestones["account"]).size
