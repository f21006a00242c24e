# SPDX-License-Identifier: MIT
"""Single values: what is taken for a date, a number, a name, and how the rest is refused."""

import datetime as dt
import decimal
import fractions
import gc
import sys

import numpy as np
import pandas as pd
import pytest

import fealty as ft

LEAP = dt.date(2024, 2, 29)


@pytest.fixture(scope="module")
def ledger():
    table = {"a": [1, 2], "s": ["2024-01-01"] * 2, "e": ["2024-03-01", None], "m": [10, 20]}
    subs = ft.revenue.Subscriptions(table, account="a", start="s", end="e", mrr="m", currency="USD")
    return ft.revenue.mrr_ledger(subs, as_of="2024-06-30")


@pytest.mark.parametrize(
    "date",
    ["2024-02-29", LEAP, dt.datetime(2024, 2, 29, 23, 59), pd.Timestamp("2024-02-29 12:00")]
    + [np.datetime64("2024-02-29T23:59:59", unit) for unit in ("D", "h", "s", "ms", "us", "ns")],
    ids=repr,
)
def test_dates(date):
    assert ft.add_months(date, 12) == dt.date(2025, 2, 28)
    assert type(ft.month_end(date)) is dt.date


@pytest.mark.parametrize("date", ["1400-01-01", "1970-01-01", "1969-12-31", "9999-12-31"])
def test_dates_are_days_of_python_s_calendar(date):
    day = dt.date.fromisoformat(date)
    parts = ft.year_month_day(day)
    assert ft.make_date(parts.year, parts.month, parts.day) == ft.parse_date(date) == day
    assert ft.month_end(np.datetime64(date)) == ft.month_end(date)


@pytest.mark.parametrize(
    ("date", "error", "message"),
    [
        ("2024-02-30", ft.InvalidInput, 'month_end: date = "2024-02-30" is not a day written YYYY-MM-DD'),
        ("29.02.2024", ft.InvalidInput, 'month_end: date = "29.02.2024" is not a day written YYYY-MM-DD'),
        ("", ft.InvalidInput, 'month_end: date = "" is not a day written YYYY-MM-DD'),
        (
            dt.datetime(2024, 1, 1, tzinfo=dt.UTC),
            ft.InvalidInput,
            "month_end: date = 2024-01-01 00:00:00+00:00 has a time zone; say which day is meant",
        ),
        (
            np.datetime64("1399-12-31"),
            ft.InvalidInput,
            "month_end: date = 1399-12-31 is not between 1400-01-01 and 9999-12-31",
        ),
        (
            np.datetime64("10000-01-01"),
            ft.InvalidInput,
            "month_end: date = 10000-01-01 is not between 1400-01-01 and 9999-12-31",
        ),
        (
            dt.date(1399, 1, 1),
            ft.InvalidInput,
            "month_end: date = 1399-01-01 is not between 1400-01-01 and 9999-12-31",
        ),
        (None, TypeError, "month_end: date = None is not a date"),
        (19000, TypeError, "month_end: date = 19000 is not a date"),
        (np.datetime64("NaT", "D"), TypeError, "month_end: date = np.datetime64('NaT','D') is not a date"),
        (pd.NaT, TypeError, "month_end: date = NaT is not a date"),
    ],
    ids=repr,
)
def test_no_dates(date, error, message):
    with pytest.raises(error) as raised:
        ft.month_end(date)
    assert str(raised.value) == message


def test_a_date_that_may_be_missing(ledger):
    subs = ft.revenue.Subscriptions(
        {"a": [1], "s": ["2024-01-01"], "m": [1]}, account="a", start="s", mrr="m", currency="USD"
    )
    assert ft.revenue.mrr_ledger(subs, as_of=None).as_of == dt.date(2024, 1, 1)
    for lost in (pd.NaT, np.datetime64("NaT"), np.datetime64("NaT", "ns")):
        with pytest.raises(TypeError) as raised:
            ft.revenue.mrr_ledger(subs, as_of=lost)
        assert str(raised.value) == f"mrr_ledger: as_of = {lost!r} is not a date; None is for the default"
    assert ft.revenue.mrr_ledger(subs, as_of=LEAP).as_of == LEAP


@pytest.mark.parametrize(
    "period",
    ["2024-03", "2024-03-31", dt.date(2024, 3, 5), np.datetime64("2024-03-01"), np.datetime64("2024-03")],
)
def test_periods_by_label_or_day(ledger, period):
    behind = ft.revenue.accounts_behind(ledger, period=period, kind="churn")
    assert behind.account.tolist() == [1]


def test_periods_of_a_result_name_themselves(ledger):
    for row, period in enumerate(ledger.periods.period):
        cell = ft.revenue.accounts_behind(ledger, period=period, kind="closing")
        assert cell.amount_minor.sum() == ledger.periods.closing_minor[row]


@pytest.mark.parametrize("window", [3, np.int8(3), np.int64(3), np.uint32(3)], ids=repr)
def test_integers(ledger, window):
    assert len(ft.retention.revenue_retention(ledger, window=window)) == 3


@pytest.mark.parametrize(
    ("window", "error", "message"),
    [
        (3.0, TypeError, "revenue_retention: window = 3.0 is not an integer"),
        ("3", TypeError, "revenue_retention: window = '3' is not an integer"),
        (True, TypeError, "revenue_retention: window = True is not an integer"),
        (
            2**31,
            ft.InvalidInput,
            "revenue_retention: window = 2147483648 is not between -2147483648 and 2147483647",
        ),
        (
            -(2**80),
            ft.InvalidInput,
            f"revenue_retention: window = {-(2**80)} is not between -2147483648 and 2147483647",
        ),
    ],
    ids=repr,
)
def test_no_integers(ledger, window, error, message):
    with pytest.raises(error) as raised:
        ft.retention.revenue_retention(ledger, window=window)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    "rate", [0, 0.5, np.float32(0.5), decimal.Decimal("0.5"), fractions.Fraction(1, 2)], ids=repr
)
def test_numbers(rate):
    assert ft.retention.annualize(rate, days=365) == float(rate)


@pytest.mark.parametrize("rate", ["0.5", None, True, [0.5], 1j], ids=repr)
def test_no_numbers(rate):
    with pytest.raises(TypeError) as raised:
        ft.retention.annualize(rate, days=365)
    assert str(raised.value) == f"annualize: rate = {rate!r} is not a number"


def test_flags(ledger):
    assert len(ft.retention.churn_rate(ledger, net_churn_reactivation=True)) == 5
    with pytest.raises(TypeError, match=r"^churn_rate: net_churn_reactivation = 1 is not True or False$"):
        ft.retention.churn_rate(ledger, net_churn_reactivation=1)


def test_seeds():
    assert len(ft.company.simulate(1, 2**64 - 1).accounts) == 1
    with pytest.raises(
        ft.InvalidInput, match=r"^simulate: seed = -1 is not between 0 and 18446744073709551615$"
    ):
        ft.company.simulate(1, -1)
    with pytest.raises(TypeError, match=r"^simulate: seed = 'x' is not an integer$"):
        ft.company.simulate(1, "x")


def test_enums_by_member_or_name(ledger):
    forms = ft.revenue.NetForm
    by_name = ft.retention.revenue_retention(ledger, window=1, nrr_form="movement")
    assert by_name.to_polars().equals(
        ft.retention.revenue_retention(ledger, window=1, nrr_form=forms.movement).to_polars()
    )
    with pytest.raises(ft.InvalidInput) as raised:
        ft.retention.revenue_retention(ledger, nrr_form="cohorts")
    assert str(raised.value) == (
        'revenue_retention: nrr_form = "cohorts" is not one of '
        "cohort, movement, chained, mean_annualized, weighted"
    )
    with pytest.raises(TypeError, match=r"^revenue_retention: nrr_form = 0 is not a text$"):
        ft.retention.revenue_retention(ledger, nrr_form=0)


def test_sequences():
    ten = ft.Money(10, ft.currency("USD"))
    for weights in ([1, 1, 1], (1, 1, 1), np.ones(3, int), pd.Series([1, 1, 1])):
        assert ft.allocate(ten, weights) == [4, 3, 3]
    with pytest.raises(TypeError, match=r"^allocate: weights = 3 is not a sequence$"):
        ft.allocate(ten, 3)
    with pytest.raises(TypeError, match=r"^allocate: weights\[1\] = 0.5 is not an integer$"):
        ft.allocate(ten, [1, 0.5])


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda f, x: f(), "revenue_retention: ledger is missing"),
        (
            lambda f, x: f(x, 12),
            "revenue_retention: 2 positional arguments were given, it takes 1; name the others",
        ),
        (
            lambda f, x: f(x, windw=3),
            "revenue_retention: windw is not an argument; "
            "the arguments are ledger, window, nrr_form, grr_form, nrr_reactivation, currency, draws, seed, "
            "confidence, small_base",
        ),
        (lambda f, x: f(x, ledger=x), "revenue_retention: ledger was given twice"),
        (lambda f, x: f("x"), "revenue_retention: ledger = 'x' is not a fealty.revenue.MrrLedger"),
        (lambda f, x: f(None), "revenue_retention: ledger = None is not a fealty.revenue.MrrLedger"),
    ],
)
def test_arguments_that_do_not_fit(ledger, call, message):
    with pytest.raises(TypeError) as raised:
        call(ft.retention.revenue_retention, ledger)
    assert str(raised.value) == message


def test_any_table_makes_a_ledger_and_nothing_else_does():
    with pytest.raises(TypeError) as raised:
        ft.revenue.mrr_ledger({"account": [1]})
    sources = " | ".join(
        f"fealty.revenue.{name}" for name in ("Subscriptions", "MrrSnapshots", "MrrChanges", "LedgerState")
    )
    assert str(raised.value) == f"mrr_ledger: table = {{'account': [1]}} is not a {sources}"


def test_names_of_columns_are_texts():
    with pytest.raises(TypeError, match=r"^Subscriptions: account = 0 is not a text$"):
        ft.revenue.Subscriptions({"a": [1]}, account=0)
    with pytest.raises(ft.InvalidInput) as raised:
        ft.revenue.Subscriptions({"a": [1]}, account="a")
    assert str(raised.value) == "Subscriptions: start is missing; the table needs this column"


def test_errors_carry_their_parts():
    with pytest.raises(ft.InvalidInput) as raised:
        ft.revenue.Subscriptions(
            {"a": ["x"], "s": ["2024-01-01"], "m": [-1]}, account="a", start="s", mrr="m", currency="USD"
        )
    error = raised.value
    assert isinstance(error, ValueError)
    assert (error.who, error.what, error.where, error.value, error.rule) == (
        "Subscriptions",
        "m",
        0,
        "-1",
        "is negative",
    )
    assert str(error) == "Subscriptions: m[0] = -1 is negative"
    with pytest.raises(OverflowError) as raised:
        ft.add(ft.Money(2**63 - 1, ft.currency("USD")), ft.Money(1, ft.currency("USD")))
    assert isinstance(raised.value, ft.Overflow)
    assert raised.value.where is None
    assert issubclass(ft.NotConverged, RuntimeError)
    assert issubclass(ft.NotConverged, ft.Error)


def test_a_period_grid_is_not_left():
    grid = ft.PeriodGrid("2024-01-15", "2024-03-01", "month", fiscal_year_start=4)
    assert len(grid) == 3
    assert [grid.start(i) for i in range(3)] == [dt.date(2024, month, 1) for month in (1, 2, 3)]
    assert grid.last_day(1) == LEAP
    assert grid.index("2024-02-10") == 1
    assert grid.index("2030-01-01") == grid.index("2023-12-31") == len(grid)
    for index in (3, 2**40):
        with pytest.raises(ft.InvalidInput) as raised:
            grid.start(index)
        assert str(raised.value) == f"PeriodGrid: index = {index} is not below 3, the number of periods"
    with pytest.raises(ft.InvalidInput):
        grid.label(-1)


@pytest.mark.parametrize(
    "cls",
    [ft.Frame, ft.PeriodGrid, ft.revenue.LedgerState, ft.revenue.LedgerPeriods, ft.revenue.Subscriptions],
    ids=lambda cls: cls.__name__,
)
def test_objects_without_their_init_are_refused(cls):
    """pybind11 would hand out memory that nothing was written to."""
    empty = cls.__new__(cls)
    uses = [repr, str, bytes, ft.revenue.mrr_ledger, ft.revenue.LedgerState().merge]
    uses += [lambda it, name=name: getattr(it, name) for name, each in vars(cls).items() if name[0] != "_"]
    uses += [len] if hasattr(cls, "__len__") else []
    refused = 0
    for use in uses:
        try:
            use(empty)
        except TypeError as error:
            refused += "its __init__ was not called" in str(error)
    assert refused > 0


def test_calls_leave_nothing_behind(ledger):
    def call():
        ft.retention.revenue_retention(ledger, window=1).to_polars()
        for bad in (
            lambda: ft.retention.revenue_retention(ledger, window=0),
            lambda: ft.month_end("x"),
            lambda: ledger.periods["x"],
        ):
            with pytest.raises((ft.InvalidInput, KeyError)):
                bad()

    for _ in range(3):
        call()
    gc.collect()
    before = (
        sys.getrefcount(ledger),
        sys.getrefcount(ft.retention.RevenueRetention),
        sys.getrefcount(ft.InvalidInput),
    )
    for _ in range(50):
        call()
    gc.collect()
    after = (
        sys.getrefcount(ledger),
        sys.getrefcount(ft.retention.RevenueRetention),
        sys.getrefcount(ft.InvalidInput),
    )
    assert all(abs(x - y) < 10 for x, y in zip(before, after, strict=True))


def test_a_text_that_is_no_unicode_is_refused_by_name():
    with pytest.raises(ft.InvalidInput, match=r"^Scorecard.from_json: .* is not valid Unicode$"):
        ft.health.Scorecard.from_json("\udcff")
