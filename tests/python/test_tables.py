# SPDX-License-Identifier: MIT
"""The tables beside subscriptions, and what is made of them: by hand, through Python."""

import datetime as dt
import decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import fealty as ft
from fealty import retention, revenue

ROWS = {
    "id": ["a", "b", "c", "a"],
    "from_day": ["2024-01-01", "2024-01-01", "2024-02-01", "2024-03-01"],
    "to_day": ["2024-03-01", "2024-02-15", None, None],
    "price": [50, 20, 30, 70],
}
NAMES = {"account": "id", "start": "from_day", "end": "to_day", "mrr": "price"}


def ledger_of(rows=ROWS, currency="USD", **options):
    subs = revenue.Subscriptions(rows, **NAMES, currency=currency)
    return revenue.mrr_ledger(subs, **{"as_of": "2024-03-31", **options})


@pytest.fixture(scope="module")
def ledger():
    return ledger_of()


# -- columns of subscriptions ---------------------------------------------------------------------------


def test_statuses_and_dates_of_a_subscription():
    rows = {
        "id": ["a", "a", "b", "c"],
        "sub": [1, 1, 2, 3],
        "part": ["x", "y", "x", "x"],
        "from_day": ["2024-01-01"] * 4,
        "price": [1, 2, 4, 8],
        "state": ["active", None, "trialing", "paused"],
        "asked": [None, None, None, "2024-01-20"],
        "paid": [None, None, None, "2024-03-01"],
        "signed": ["2023-12-01", None, None, None],
    }
    subs = revenue.Subscriptions(
        rows,
        account="id",
        start="from_day",
        mrr="price",
        status="state",
        subscription="sub",
        item="part",
        cancel_requested="asked",
        paid_through="paid",
        signed_on="signed",
        currency="USD",
    )
    assert revenue.mrr_ledger(subs, as_of="2024-03-31").periods.closing.tolist() == [11, 11, 3]
    by_item = revenue.mrr_ledger(subs, as_of="2024-01-31", grain="item").movements
    assert list(zip(by_item.account, by_item.part, by_item.amount, strict=True)) == [
        ("a", "1/x", 1.0),
        ("a", "1/y", 2.0),
        ("c", "3/x", 8.0),
    ]
    by_subscription = revenue.accounts_behind(
        revenue.mrr_ledger(subs, as_of="2024-01-31", grain="subscription"),
        period="2024-01",
        kind="new_business",
    )
    assert by_subscription.part.tolist() == [1, 3]
    with pytest.raises(ft.InvalidInput, match=r'^Subscriptions: state\[1\] = "on" is not one of active, '):
        revenue.Subscriptions(
            {**rows, "state": ["active", "on", "active", "active"]},
            account="id",
            start="from_day",
            mrr="price",
            status="state",
            currency="USD",
        )


# -- accounts -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make", [dict, pd.DataFrame, pl.DataFrame, pa.table], ids=lambda make: make.__module__
)
def test_accounts_that_were_merged(make):
    table = make({"who": ["a", "b", "c"], "now": [None, "c", None], "region": ["north", "south", "south"]})
    accounts = revenue.Accounts(table, account="who", merged_into="now", attributes=["region"])
    assert (len(accounts), accounts.findings, repr(accounts)) == (3, [], "Accounts: 3 rows")
    merged = ledger_of(accounts=accounts)
    # b and c are one account: in February it grows from 20 to 30.
    assert merged.periods.new_business.tolist() == [70, 0, 0]
    assert merged.periods.expansion.tolist() == [0, 10, 20]
    apart = revenue.RevenuePolicy(ledger=revenue.LedgerPolicy(merged="separate"))
    assert ledger_of(accounts=accounts, policy=apart).periods.churn.tolist() == [0, 20, 0]


def test_segments_by_an_attribute_that_changes():
    table = {
        "who": ["a", "a", "b", "c"],
        "since": ["2024-01-01", "2024-03-01", None, None],
        "until": ["2024-03-01", None, None, None],
        "plan": ["small", "large", "small", None],
    }
    accounts = revenue.Accounts(
        table, account="who", valid_from="since", valid_to="until", attributes=("plan",)
    )
    ledger = ledger_of()
    segments = revenue.segment_ledger(ledger, accounts, by="plan")
    frame = segments.to_polars().filter(pl.col("period") == dt.date(2024, 3, 1))
    assert frame.select("segment", "closing").rows() == [("large", 70), ("small", 0), (None, 30)]
    assert segments.policy == ledger.policy
    behind = revenue.segment_behind(
        ledger, accounts, by="plan", segment="large", period=dt.date(2024, 3, 5), kind="entered"
    )
    assert (behind.account.tolist(), behind.amount.tolist()) == (["a"], [50.0])
    with pytest.raises(ft.InvalidInput, match="plans"):
        revenue.segment_ledger(ledger, accounts, by="plans")


def test_attributes_are_names():
    table = {"who": ["a"], "region": ["north"]}
    assert len(revenue.Accounts(table, account="who", attributes="region")) == 1
    with pytest.raises(TypeError, match=r"^Accounts: attributes = 3 is not a sequence$"):
        revenue.Accounts(table, account="who", attributes=3)
    with pytest.raises(TypeError, match=r"^Accounts: attributes\[1\] = 3 is not a text$"):
        revenue.Accounts(table, account="who", attributes=["region", 3])
    with pytest.raises(
        ft.InvalidInput, match=r'^Accounts: column = "plan" is not there; the columns are who, region$'
    ):
        revenue.Accounts(table, account="who", attributes=["plan"])
    for none in (None, [], ()):
        assert len(revenue.Accounts(table, account="who", attributes=none)) == 1


# -- exchange rates -------------------------------------------------------------------------------------

USD, EUR, JPY = (ft.currency(code) for code in ("USD", "EUR", "JPY"))
RATES = {
    "day": ["2024-01-31", "2024-02-29", "2024-03-31"],
    "from_": ["EUR"] * 3,
    "into": ["USD"] * 3,
    "worth": [1.25, 1.5, 1.2],
}
RATE_NAMES = {"date": "day", "base": "from_", "quote": "into", "rate": "worth"}


@pytest.mark.parametrize(
    "worth",
    [
        [1.25, 1.5, 1.2],
        np.array([1.25, 1.5, 1.2]),
        [decimal.Decimal("1.25"), decimal.Decimal("1.5"), decimal.Decimal("1.20")],
        pa.array([1.25, 1.5, 1.2]),
    ],
    ids=["list", "NumPy", "decimals", "pyarrow"],
)
def test_rates(worth):
    rates = revenue.ExchangeRates({**RATES, "worth": worth}, **RATE_NAMES, max_age_days=3)
    assert (len(rates), rates.max_age_days) == (3, 3)
    rate = rates.rate(EUR, USD, "2024-03-02")
    assert (rate.value, rate.date, rate.base, rate.quote, rate.pivot) == (
        1.5,
        dt.date(2024, 2, 29),
        EUR,
        USD,
        None,
    )
    assert repr(rate) == "Rate(1 EUR = 1.5 USD on 2024-02-29)"
    assert revenue.convert(101, rate) == 152
    assert revenue.convert(103, rate) == 154
    assert revenue.convert(103, rate, rounding="half_up") == 155
    assert rates.try_rate(EUR, JPY, "2024-01-31") is None
    with pytest.raises(ft.InvalidInput):
        rates.rate(EUR, USD, "2024-03-04")
    with pytest.raises(TypeError, match=r"^ExchangeRates.rate: base = 'EUR' is not a fealty.Currency$"):
        rates.rate("EUR", USD, "2024-03-04")


def test_rates_of_texts_are_refused():
    with pytest.raises(ft.InvalidInput, match=r"^ExchangeRates: worth holds texts; it takes numbers$"):
        revenue.ExchangeRates({**RATES, "worth": ["1.25"] * 3}, **RATE_NAMES)


def test_a_ledger_in_a_reporting_currency():
    rates = revenue.ExchangeRates(RATES, **RATE_NAMES)
    ledger = ledger_of(currency="EUR", reporting_currency="USD", exchange_rates=rates)
    periods = ledger.periods
    assert ledger.currency == USD
    # 70 EUR at 1.25; of 80 EUR, 50 were there before; 50 of 100 too, as 30 of c
    assert periods.closing.tolist() == [87.5, 120.0, 120.0]
    total = periods.opening + periods.new_business + periods.expansion - periods.churn + periods.exchange
    assert total.tolist() == periods.closing.tolist()
    assert periods.exchange.tolist()[0] == 0
    assert "exchange" in ledger.movements.kind.tolist()
    behind = revenue.accounts_behind(ledger, period="2024-03", kind="exchange")
    assert behind.amount.sum() == periods.exchange[2] < 0
    with pytest.raises(ft.InvalidInput):
        ledger_of(currency="EUR", reporting_currency="USD")


# -- contracts, costs and what they say -----------------------------------------------------------------

CONTRACTS = {
    "who": ["a", "a", "b"],
    "signed": ["2022-12-01", "2023-12-15", "2023-01-01"],
    "from_day": ["2023-01-01", "2024-01-01", "2023-01-01"],
    "to_day": ["2024-01-01", "2025-01-01", "2024-01-01"],
    "value": [1200, 2400.60, 600],
    "setup": [100, None, 0],
}
CONTRACT_NAMES = {
    "account": "who",
    "signed_on": "signed",
    "start": "from_day",
    "end": "to_day",
    "total": "value",
    "one_time": "setup",
    "currency": "USD",
}


@pytest.fixture(scope="module")
def contracts():
    return revenue.Contracts(CONTRACTS, **CONTRACT_NAMES)


def test_contracts(contracts):
    value = revenue.contract_value(contracts)
    assert value.tcv.tolist() == [1300.0, 2400.6, 600.0]
    assert value.recurring_acv.tolist() == [1200.0, 2400.6, 600.0]
    assert value.mrr_minor.tolist() == [10000, 20005, 5000]
    assert len(revenue.contract_value(contracts, as_of="2023-01-01")) == 2
    summary = revenue.amount_summary(value)
    assert summary.name.tolist() == ["tcv", "acv", "recurring_acv", "mrr"]
    assert summary["median"].tolist() == [1300.0, 1300.0, 1200.0, 100.0]
    more = ft.Money(3500, USD)
    assert revenue.total_contract_value(more, start="2018-08-18", end=dt.date(2019, 1, 1)) == 15581


def test_renewals(contracts):
    rate = retention.renewal_rate(contracts, as_of="2024-03-31", period="year")
    assert (rate.as_of, rate.as_of_inferred) == (dt.date(2024, 3, 31), False)
    assert rate.rate.tolist() == [0.5]
    assert rate.net_rate.tolist() == [20005 / 15000]
    found = retention.renewals(contracts, as_of="2024-03-31", period="year")
    assert dict(zip(found.account, found.outcome, strict=True)) == {"a": "early", "b": "lapsed"}
    assert set(found.outcome) <= set(retention.RenewalOutcome)


def test_unit_economics(ledger):
    months = {
        "month": ["2024-01-01", "2024-02-15", "2024-03-01"],
        "selling": [100, 200, 300],
        "serving": [14, 16, 20],
    }
    costs = revenue.Costs(
        months, period="month", sales_and_marketing="selling", cost_of_goods_sold="serving", currency="USD"
    )
    assert (len(costs), costs.currency) == (3, USD)
    unit = revenue.unit_economics(ledger, costs=costs)
    assert unit.arr.tolist() == [12 * 70, 12 * 80, 12 * 100]
    assert unit.arpa.tolist() == [35, 40, 50]
    assert unit.margin.tolist() == pytest.approx([0.8, 0.8, 0.8], abs=1e-15)
    assert unit.cac.tolist()[:2] == [50.0, 200.0]
    assert np.isnan(unit.cac[2])
    assert revenue.unit_economics(ledger, margin=0.5).margin.tolist() == [0.5] * 3
    with pytest.raises(TypeError, match=r"^unit_economics: costs = .* is not a fealty.revenue.Costs$"):
        revenue.unit_economics(ledger, costs=months)


def test_concentration(ledger):
    one = revenue.concentration(ledger, period="2024-03", top=1)
    assert (one.max_share.tolist(), one.herfindahl.tolist()) == ([0.7], [0.7**2 + 0.3**2])
    assert len(revenue.concentration(ledger)) == 3
    curve = revenue.lorenz_curve(ledger, period=dt.date(2024, 3, 1))
    assert (curve.account_share.tolist(), curve.mrr_share.tolist()) == ([0, 0.5, 1], [0, 0.3, 1])
    assert revenue.amount_summary(ledger).mean.tolist() == [35, 40, 50]


def test_lifetime_value(ledger):
    value = retention.lifetime_value(ledger, margin=0.5)
    assert value.contribution.sum() == pytest.approx(value.value, abs=1e-12)
    assert (value.margin, value.arpa_form, value.currency) == (0.5, "by_age", USD)
    assert len(value) == value.horizon_months


# -- closing the books ----------------------------------------------------------------------------------


def test_a_summary_is_reconciled(ledger):
    rows = {"month": ["2024-01", "2024-02", "2024-03"], "end": [70, 80, 10_000], "lost": [0, -20, 0]}
    summary = revenue.Summary(rows, period="month", closing="end", churn="lost", currency="USD")
    assert {each.code for each in summary.findings} == {"signs_reversed"}
    found = revenue.reconcile(ledger, summary)
    [difference] = found.amounts.to_polars().to_dicts()
    assert (difference["cell"], difference["reason"], difference["period"]) == (
        "closing",
        "currency_units",
        dt.date(2024, 3, 1),
    )
    assert len(found.counts) == 0
    assert found.totals.difference.sum() == found.totals.explained.sum() == 9900
    assert repr(found) == "Reconciliation: 1 amounts and 0 numbers of accounts differ"
    assert len(revenue.reconcile(ledger, summary, tolerance_minor=10**6).amounts) == 0


def test_closed_periods_are_restated(ledger):
    closed = revenue.close_periods(ledger, through="2024-02", policy="ours")
    assert (closed.through, closed.policy, closed.currency) == (dt.date(2024, 2, 29), "ours", USD)
    assert closed.periods.closing.tolist() == [70, 80]
    assert repr(closed) == "ClosedPeriods: 2 periods through 2024-02-29"
    assert len(revenue.restatements(ledger, closed).movements) == 0

    late = ledger_of({**ROWS, "price": [50, 25, 30, 70]})
    found = revenue.restatements(late, closed)
    assert found.movements.account.tolist() == ["b", "b"]
    assert found.movements.difference.tolist() == [5, 5]
    assert set(found.periods.cell) == {"new_business", "closing", "opening", "churn"}
    with pytest.raises(ft.InvalidInput, match=r"^extend: through = .* 4 closed numbers have changed"):
        closed.extend(late, through="2024-03")
    closed.extend(late, through=dt.date(2024, 3, 31), accept_restatements=True)
    assert closed.periods.closing.tolist() == [75, 80, 100]
    assert closed.accepted.acceptance.tolist() == [1, 1]
    assert closed.accepted.account.tolist() == ["b", "b"]
    again = revenue.ClosedPeriods.deserialize(closed.serialize())
    assert again.serialize() == closed.serialize()
    assert again.accepted.to_polars().equals(closed.accepted.to_polars())
    periods = again.periods
    del again
    assert periods.closing.tolist() == [75, 80, 100]


def test_a_state_reads_rows_by_its_policy():
    by_weeks = revenue.LedgerPolicy(week_factor="times_4")
    rows = {"id": ["a"], "from_day": ["2024-01-01"], "price": [10], "unit": ["week"]}
    subs = revenue.Subscriptions(
        rows, account="id", start="from_day", amount="price", interval_unit="unit", currency="USD"
    )
    state = revenue.LedgerState(policy=by_weeks)
    state.update(subs)
    assert state.policy == by_weeks
    assert revenue.LedgerState().policy == revenue.LedgerState(None).policy == revenue.LedgerPolicy()
    whole = revenue.RevenuePolicy(ledger=by_weeks)
    assert revenue.mrr_ledger(state, policy=whole).periods.closing.tolist() == [40]
    assert revenue.mrr_ledger(subs, policy=whole).periods.closing.tolist() == [40]
    with pytest.raises(
        ft.InvalidInput, match=r"^LedgerState: week_factor = per_year differs from the state's"
    ):
        revenue.mrr_ledger(state)


def test_conventions():
    found = retention.conventions(ledger_of(as_of="2024-04-30"), period="2024-03", window=2, draws=100)
    assert (found.period, found.period_end, found.window) == (dt.date(2024, 3, 1), dt.date(2024, 3, 31), 2)
    rows = {(str(m), c): v for m, c, v in zip(found.measure, found.convention, found.value, strict=True)}
    # Of a's 50 and b's 20 in January, a's 70 are left in March.
    assert rows["nrr", "cohort"] == 1.0
    assert rows["grr", "cohort"] == 50 / 70
    assert found.policy == revenue.RevenuePolicy()
    assert set(found.measure) == set(retention.RetentionMeasure)


@pytest.mark.parametrize(("ids", "alias"), [(["a", "b", "c", "a"], "anonymous-1"), ([1, 2, 3, 1], -1)])
def test_accounts_are_forgotten(ids, alias):
    state = revenue.LedgerState()
    state.update(revenue.Subscriptions({**ROWS, "id": ids}, **NAMES, currency="USD"))
    done = state.anonymize(ids[0])
    assert (done.rows, done.alias) == (2, alias)
    assert repr(done) == f"Anonymized(rows=2, alias={alias!r})"
    assert alias in revenue.mrr_ledger(state).movements.account.tolist()
    assert (state.erase(ids[1]), state.erase(ids[1])) == (1, 0)
    gone = state.anonymize(ids[1])
    assert (gone.rows, gone.alias) == (0, None)
    other = "a text" if isinstance(alias, int) else 7
    with pytest.raises(ft.InvalidInput):
        state.erase(other)
    with pytest.raises(ft.InvalidInput, match="another kind"):
        state.anonymize(ids[2], alias=other)
    assert state.anonymize(ids[2], alias=ids[1]).alias == ids[1]
    with pytest.raises(TypeError, match=r"^LedgerState.erase: account = 1.5 is not an integer$"):
        state.erase(1.5)

    closed = revenue.close_periods(ledger_of({**ROWS, "id": ids}), through="2024-02")
    before = closed.periods.closing.tolist()
    assert closed.anonymize(ids[0], ids[0] * 2 if isinstance(alias, str) else 9).rows > 0
    assert closed.periods.closing.tolist() == before == [70, 80]
    assert closed.erase(ids[1]) > 0
    assert closed.periods.closing.tolist() == [50, 80]
