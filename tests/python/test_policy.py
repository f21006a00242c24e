# SPDX-License-Identifier: MIT
"""Policies in Python: made by keyword arguments, compared by value, given by name."""

import copy
import datetime as dt
import sys

import pytest

import fealty as ft
from fealty.revenue import LedgerPolicy, RatesPolicy, RevenuePolicy, preset_policy

PRESETS = "none, chartmogul, stripe, baremetrics, profitwell, chargebee, smsb"
NEITHER = "is neither a fealty.revenue.RevenuePolicy nor the name of a preset"


@pytest.fixture(scope="module")
def subscriptions():
    table = {
        "id": ["a", "b", "a"],
        "from_day": ["2024-01-10", "2024-01-05", "2024-03-10"],
        "to_day": ["2024-02-20", "2024-01-20", None],
        "price": [50, 20, 75],
    }
    return ft.revenue.Subscriptions(
        table, account="id", start="from_day", end="to_day", mrr="price", currency="USD"
    )


def test_fields_are_those_that_were_given():
    policy = LedgerPolicy(gap_days=3, netting="event", exchange_date=dt.date(2024, 1, 31))
    assert (policy.gap_days, policy.netting, policy.exchange_date) == (3, "event", dt.date(2024, 1, 31))
    assert policy.netting is ft.revenue.Netting.event
    assert (policy.grain, policy.past_due_days, policy.time_zone) == ("account", 30, "UTC")
    assert LedgerPolicy(past_due_days=None).past_due_days is None
    assert RatesPolicy(confidence=0.9, small_base=0).confidence == 0.9
    whole = RevenuePolicy(preset="stripe", ledger=policy, rates=None)
    assert (whole.preset, whole.ledger, whole.rates) == ("stripe", policy, RatesPolicy())


def test_shown_is_what_differs_from_the_defaults():
    assert repr(LedgerPolicy()) == "LedgerPolicy()"
    assert repr(RevenuePolicy(ledger=LedgerPolicy(), rates=RatesPolicy())) == "RevenuePolicy()"
    policy = RevenuePolicy(
        ledger=LedgerPolicy(
            past_due_days=None, netting="event", exchange="fixed", exchange_date="2024-01-31"
        ),
        rates=RatesPolicy(confidence=0.9, nrr_reactivation=True),
    )
    assert repr(policy) == (
        "RevenuePolicy(ledger=LedgerPolicy(netting='event', past_due_days=None, exchange='fixed', "
        "exchange_date='2024-01-31'), rates=RatesPolicy(nrr_reactivation=True, confidence=0.9))"
    )
    assert eval(repr(policy)) == policy


@pytest.mark.parametrize("name", [str(each) for each in ft.revenue.Preset])
def test_presets_are_equal_to_what_they_show(name):
    policy = preset_policy(name)
    assert policy.preset == name
    assert eval(repr(policy)) == policy == preset_policy(ft.revenue.Preset[name])
    assert hash(policy) == hash(preset_policy(name))
    assert len({preset_policy(each) for each in ft.revenue.Preset}) == len(ft.revenue.Preset)
    assert ft.revenue.policy_from_json(ft.revenue.policy_json(policy)) == policy
    assert ft.revenue.policy_fingerprint(policy) == ft.revenue.policy_fingerprint(name)


def test_policies_do_not_change():
    policy = LedgerPolicy()
    with pytest.raises(AttributeError):
        policy.gap_days = 3
    assert policy != RatesPolicy()
    assert policy != 3


@pytest.mark.skipif(sys.version_info < (3, 13), reason="copy.replace() came with Python 3.13")
def test_a_changed_copy():
    policy = preset_policy("stripe")
    changed = copy.replace(policy, ledger=copy.replace(policy.ledger, gap_days=3))
    assert changed.ledger.gap_days == 3
    assert (changed.preset, changed.ledger.netting, changed.rates) == ("stripe", "event", policy.rates)


def test_what_a_changed_copy_is_made_of():
    policy = preset_policy("stripe").ledger
    assert policy.__replace__(gap_days=3) == LedgerPolicy(
        netting="event", past_due_days=None, unpaid="churned", gap_days=3
    )
    assert policy.__replace__() == policy
    with pytest.raises(
        TypeError, match=r"^LedgerPolicy: gapdays is not an argument; the arguments are grain, "
    ):
        policy.__replace__(gapdays=3)


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (
            lambda: LedgerPolicy(3),
            TypeError,
            "LedgerPolicy: 1 positional arguments were given, it takes 0; name the others",
        ),
        (lambda: LedgerPolicy(gap_days=1.5), TypeError, "LedgerPolicy: gap_days = 1.5 is not an integer"),
        (lambda: LedgerPolicy(gap_days=None), TypeError, "LedgerPolicy: gap_days = None is not an integer"),
        (
            lambda: LedgerPolicy(netting="events"),
            ft.InvalidInput,
            'LedgerPolicy: netting = "events" is not one of period, event',
        ),
        (
            lambda: RevenuePolicy(ledger=RatesPolicy()),
            TypeError,
            "RevenuePolicy: ledger = RatesPolicy() is not a fealty.revenue.LedgerPolicy",
        ),
        (
            lambda: RevenuePolicy(preset="chargify"),
            ft.InvalidInput,
            f'RevenuePolicy: preset = "chargify" is not one of {PRESETS}',
        ),
    ],
)
def test_what_makes_no_policy(make, error, message):
    with pytest.raises(error) as raised:
        make()
    assert str(raised.value) == message


def test_a_ledger_takes_a_policy_or_a_preset_by_name(subscriptions):
    by_name = ft.revenue.mrr_ledger(subscriptions, policy="chartmogul")
    assert by_name.policy == preset_policy("chartmogul")
    for policy in (ft.revenue.Preset.chartmogul, preset_policy("chartmogul")):
        ledger = ft.revenue.mrr_ledger(subscriptions, policy=policy)
        assert ledger.policy == by_name.policy
        assert ledger.movements.to_polars().equals(by_name.movements.to_polars())
    # By event, b came and went within a month; by the default, it did not move.
    assert by_name.movements.account.tolist().count("b") == 2
    for policy in (None, "none", RevenuePolicy()):
        assert "b" not in ft.revenue.mrr_ledger(subscriptions, policy=policy).movements.account.tolist()
    assert ft.revenue.mrr_ledger(subscriptions, policy="none", period="quarter").policy == RevenuePolicy(
        ledger=LedgerPolicy(period="quarter")
    )


def test_the_same_rows_under_another_policy(subscriptions):
    ledger = ft.revenue.mrr_ledger(subscriptions, as_of="2024-04-30")
    wide = RevenuePolicy(ledger=LedgerPolicy(gap_days=30))
    again = ledger.with_policy(wide)
    assert (again.policy, again.as_of) == (wide, ledger.as_of)
    assert again.periods.churn.tolist() == [0, 0, 0, 0]
    assert ledger.periods.churn.tolist() == [0, 50, 0, 0]
    del ledger
    assert again.with_policy("none").periods.churn.tolist() == [0, 50, 0, 0]


@pytest.mark.parametrize(
    ("policy", "error", "message"),
    [
        (
            "chartmogl",
            ft.InvalidInput,
            f'mrr_ledger: policy = "chartmogl" is not one of {PRESETS}',
        ),
        (
            LedgerPolicy(),
            TypeError,
            f"mrr_ledger: policy = LedgerPolicy() {NEITHER}",
        ),
        (
            3,
            TypeError,
            f"mrr_ledger: policy = 3 {NEITHER}",
        ),
        (
            RevenuePolicy(preset="stripe"),
            ft.InvalidInput,
            "mrr_ledger: ledger.netting = period contradicts preset stripe, which has event; "
            "with preset none it may be",
        ),
    ],
)
def test_what_is_no_policy_of_a_ledger(subscriptions, policy, error, message):
    with pytest.raises(error) as raised:
        ft.revenue.mrr_ledger(subscriptions, policy=policy)
    assert str(raised.value) == message


def test_a_policy_must_be_given_where_it_has_no_default():
    for function in (ft.revenue.describe_policy, ft.revenue.policy_json, ft.revenue.policy_fingerprint):
        with pytest.raises(TypeError, match=r"policy = None is neither a fealty.revenue.RevenuePolicy nor"):
            function(None)


def test_json_says_only_what_differs_from_its_preset():
    policy = ft.revenue.policy_from_json('{"preset": "stripe", "ledger": {"gap_days": 3}}')
    assert policy.ledger == preset_policy("stripe").ledger.__replace__(gap_days=3)
    with pytest.raises(
        ft.InvalidInput, match=r"^policy_from_json: ledger\.gap_day is no key; the keys are grain"
    ):
        ft.revenue.policy_from_json('{"ledger": {"gap_day": 3}}')


def test_every_result_of_a_ledger_has_its_policy():
    rows = {"account": ["a", "b"], "start": ["2024-01-10", "2024-02-05"], "mrr": [50, 80]}
    subs = ft.revenue.Subscriptions(rows, account="account", start="start", mrr="mrr", currency="USD")
    ledger = ft.revenue.mrr_ledger(subs, as_of="2024-03-31", policy="stripe")
    regions = {"account": ["a", "b"], "region": ["east", "west"]}
    accounts = ft.revenue.Accounts(regions, account="account", attributes=["region"])
    said = {"month": ["2024-03"], "closing": [130]}
    summary = ft.revenue.Summary(said, period="month", closing="closing", currency="USD")
    cell = {"period": "2024-02", "kind": "new_business"}
    results = [
        ledger,
        ledger.movements,
        ft.revenue.accounts_behind(ledger, **cell),
        ft.revenue.rows_behind(ledger, **cell),
        ft.revenue.segment_ledger(ledger, accounts, by="region"),
        ft.revenue.segment_behind(ledger, accounts, by="region", segment="west", **cell),
        ft.revenue.reconcile(ledger, summary),
        ft.revenue.unit_economics(ledger),
        ft.revenue.concentration(ledger),
        ft.revenue.lorenz_curve(ledger),
        ft.revenue.amount_summary(ledger),
        ft.retention.revenue_retention(ledger, window=1),
        ft.retention.logo_retention(ledger, window=1),
        ft.retention.churn_rate(ledger),
        ft.retention.cohort_table(ledger),
        ft.retention.customer_lifetimes(ledger),
        ft.retention.lifetime_value(ledger),
        ft.retention.conventions(ledger, window=1),
    ]
    for result in results:
        assert result.policy.ledger == preset_policy("stripe").ledger, type(result)


def test_time_zones():
    tokyo = ft.time_zone("Asia/Tokyo")
    assert (repr(tokyo), tokyo.name) == ("TimeZone(Asia/Tokyo)", "Asia/Tokyo")
    noon = 12 * 3600 * 1_000_000
    assert (tokyo.day(noon), tokyo.day(2 * noon - 1), tokyo.offset_seconds(0)) == (0, 1, 9 * 3600)
    assert tokyo.days([0, noon, 2 * noon]) == [0, 0, 1]
    with pytest.raises(ft.InvalidInput, match=r'^time_zone: name = "Tokyo" is not a time zone; give UTC, '):
        ft.time_zone("Tokyo")
