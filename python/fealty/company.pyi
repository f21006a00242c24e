# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import collections.abc
import datetime
import fealty
import fealty.adoption
import fealty.coverage
import fealty.health
import numpy
import numpy.typing
import pandas  # type: ignore[import-untyped,unused-ignore]
import polars
import typing

class Company:
    """The tables of one company; a table that is not there is a frame without columns.

    A field bears the name of its table, and a frame's columns bear the names of that table's columns. The
    last three tables exist for a simulated company alone: they say what is true.
    """
    def __init__(
        self,
        *,
        accounts: typing.Any = None,
        subscriptions: typing.Any = None,
        contracts: typing.Any = None,
        costs: typing.Any = None,
        exchange_rates: typing.Any = None,
        usage: typing.Any = None,
        milestones: typing.Any = None,
        touches: typing.Any = None,
        surveys: typing.Any = None,
        tickets: typing.Any = None,
        observations: typing.Any = None,
        goals: typing.Any = None,
        owners: typing.Any = None,
        causes: typing.Any = None,
        truth: typing.Any = None,
        hazards: typing.Any = None,
    ) -> None: ...
    @property
    def accounts(self) -> fealty.Frame:
        """account, parent, created, name, and attributes"""
    @property
    def subscriptions(self) -> fealty.Frame:
        """account, start, end, mrr, …: the one table that is always there"""
    @property
    def contracts(self) -> fealty.Frame:
        """account, signed_on, start, end, total, one_time"""
    @property
    def costs(self) -> fealty.Frame:
        """period, sales_and_marketing, cost_of_goods_sold"""
    @property
    def exchange_rates(self) -> fealty.Frame:
        """date, base, quote, rate"""
    @property
    def usage(self) -> fealty.Frame:
        """account, at, event, user, value"""
    @property
    def milestones(self) -> fealty.Frame:
        """account, milestone, date"""
    @property
    def touches(self) -> fealty.Frame:
        """account, date, channel, csm, direction, hours"""
    @property
    def surveys(self) -> fealty.Frame:
        """account, date, kind, score, user"""
    @property
    def tickets(self) -> fealty.Frame:
        """account, opened, closed, severity, escalated, score"""
    @property
    def observations(self) -> fealty.Frame:
        """account, measure, value, date, reason"""
    @property
    def goals(self) -> fealty.Frame:
        """account, goal, unit, baseline, target, date, actual, value_per_unit, cost"""
    @property
    def owners(self) -> fealty.Frame:
        """account, csm, valid_from, valid_to"""
    @property
    def causes(self) -> fealty.Frame:
        """account, date, cause: why each lost account left"""
    @property
    def truth(self) -> fealty.Frame:
        """account and its hidden traits"""
    @property
    def hazards(self) -> fealty.Frame:
        """account, date, and the true hazard of the month that begins then"""

class Measures:
    """Dated observations of accounts, by account, measure, date, value and reason.

    Columns
    -------
    account
        whose
    measure
        what was measured
    value
        what came out
    date
        from which day on it was known
    reason
        why, as the table of observations has it; null where none is told; absent where none is told
        at all
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def measure(self) -> numpy.typing.NDArray[typing.Any]:
        """what was measured"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """what came out"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """from which day on it was known"""
    @property
    def reason(self) -> numpy.typing.NDArray[typing.Any]:
        """why, as the table of observations has it; null where none is told; absent where none is told at all"""
    @property
    def columns(self) -> list[str]:
        """The names of the columns."""
    def __len__(self) -> int:
        """The number of rows."""
    def __getitem__(self, name: str, /) -> numpy.typing.NDArray[typing.Any]:
        """A column by its name, as a read-only array."""
    def __arrow_c_schema__(self) -> object:
        """The types of the columns, as an Arrow schema in a capsule."""
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The columns as an Arrow stream in a capsule, of the types that __arrow_c_schema__ tells."""
    def to_pandas(self) -> pandas.DataFrame:
        """The columns as a pandas DataFrame; amounts are in major units."""
    def to_polars(self) -> polars.DataFrame:
        """The columns as a polars DataFrame; amounts are decimals."""
    def _repr_html_(self) -> str:
        """The table as HTML."""
    def __repr__(self) -> str:
        """The table as text."""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none without days"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: table_not_given, column_not_given, nothing_known_yet, undated_attribute, users_unknown, window_longer_than_data"""
def tables(company: Company) -> dict[str, fealty.Frame]:
    """Lists a company's tables, in the order of its fields."""

def simulate(
    accounts: typing.SupportsIndex,
    seed: typing.SupportsIndex,
    *,
    first: datetime.date | numpy.datetime64 | str = '2022-01-01',
    months: typing.SupportsIndex = 36,
    churn_scale: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    price_rise: typing.SupportsFloat | typing.SupportsIndex = 0.05,
    events_per_week: typing.SupportsFloat | typing.SupportsIndex = 3.0,
) -> Company:
    """Simulates a subscription business: all the tables of a company, and the truth behind them.

    Accounts are won, tried, onboarded, used, raised in price, upgraded and downgraded; they lose their
    sponsors and leave for causes whose hazards depend on usage, sponsor, fit, onboarding, price and
    tickets. Formulas and constants stand in docs/simulator.md. An account depends on the seed, its
    number and the options alone: the first accounts of a larger company are the same. The same call
    gives the same bits with every compiler and on every machine.

    Parameters
    ----------
    accounts
        how many accounts are created, 1 to 10,000,000
    seed
        any number; another seed gives another company
    first
        the first day on which an account may be created
    months
        how long the company is watched, 1 to 600
    churn_scale
        factor of every hazard, 0 to 10; 0: nobody leaves
    price_rise
        share by which prices rise a year, 0 to 0.5
    events_per_week
        usage events of an average account, 0 to 10,000; 0: no usage

    Returns
    -------
    tables in order of account and, within most, of time; amounts in USD; no row and no date of an event
    that lies after the last day

    Raises
    ------
    InvalidInput
        when an argument or option is out of its range
    """

def measures(
    company: Company,
    as_of: datetime.date | numpy.datetime64 | str,
    *,
    usage_days: typing.SupportsIndex = 28,
    support_days: typing.SupportsIndex = 90,
    features: collections.abc.Iterable[str] = [],
    seats: fealty.adoption.Seats | None = None,
    seat_plans: collections.abc.Iterable[str] = [],
    tiers: fealty.coverage.TierSpans | None = None,
    plan: fealty.coverage.TierPlan | None = None,
    start_milestone: str = 'signed',
    value_milestone: str = 'first_value',
    csat_scale: collections.abc.Iterable[typing.SupportsIndex] = [1, 5],
    ces_scale: collections.abc.Iterable[typing.SupportsIndex] = [1, 7],
    time_zone: str = 'UTC',
    currency: str = '',
) -> Measures:
    """What is known of each account on a day, from all of a company's tables: what health scores are made of.

    Measures of a state are those of the accounts that are customers on the day, and have its date: mrr,
    tenure_days (subscriptions); days_to_renewal, up to the last end that is signed (contracts); active_users,
    weekly_active_users, core_actions, features_used, breadth, active_days, days_since_use,
    seat_utilization (usage); value_reached, stage_days, stage_stalled, in_onboarding, in_renewal
    (milestones); days_since_touch, touch_overdue_days (touches); open_tickets, open_escalated_tickets,
    tickets_opened, days_to_close, ticket_score (tickets); stalled_goals (goals). What happened has the date
    on which it did, and is not left out for those who have left: days_to_value, champion_lost,
    goal_attainment (the mean of an account's goals), the answers to surveys as nps, csat and ces, and the
    table of observations as it is.

    Who has no event, no ticket or no touch counts as 0 or from the first day as a customer. What has no base
    is not there: the share of no seats, the days to close of no ticket. Nothing that is dated after the day
    is looked at, and dates within a row that come later are not known: the measures are the same as those of
    the tables as they were on that day. Columns without a date of their own cannot be taken back: a status of
    subscriptions, whether a ticket was escalated (finding undated_attribute).

    Parameters
    ----------
    company
        its tables, of which subscriptions have to be there
    as_of
        the day
    usage_days
        days up to the day in which usage counts, 1 to 65,535: four weeks
    support_days
        days up to the day in which tickets count, >= 1: a quarter
    features
        events that are key features; by default every event
    seats
        paid for; by default the quantities of subscriptions
    seat_plans
        plans of subscriptions whose quantity are seats; by default all
    tiers
        in which tier accounts were, for touch_overdue_days
    plan
        the cadence of each tier; with `tiers`
    start_milestone
        from which on days to value count
    value_milestone
        of the first value
    csat_scale
        lowest and highest CSAT score of surveys
    ces_scale
        lowest and highest CES score of surveys
    time_zone
        in which times of usage become days
    currency
        ISO 4217 code of amounts without a column currency

    Returns
    -------
    one row for each account and measure, and for each of what happened

    Raises
    ------
    InvalidInput
        for a company without subscriptions, columns of another type than their table wants, what a
        table refuses, options and an as_of that cannot be, accounts that are texts in one table and
        integers in another
    Overflow
        when an amount leaves 64 bits
    """

def measure_history(
    company: Company,
    days: collections.abc.Iterable[datetime.date | numpy.datetime64 | str],
    *,
    usage_days: typing.SupportsIndex = 28,
    support_days: typing.SupportsIndex = 90,
    features: collections.abc.Iterable[str] = [],
    seats: fealty.adoption.Seats | None = None,
    seat_plans: collections.abc.Iterable[str] = [],
    tiers: fealty.coverage.TierSpans | None = None,
    plan: fealty.coverage.TierPlan | None = None,
    start_milestone: str = 'signed',
    value_milestone: str = 'first_value',
    csat_scale: collections.abc.Iterable[typing.SupportsIndex] = [1, 5],
    ces_scale: collections.abc.Iterable[typing.SupportsIndex] = [1, 7],
    time_zone: str = 'UTC',
    currency: str = '',
) -> Measures:
    """The same on several days: what measures() would have said on each, what happened once.

    Parameters
    ----------
    company
        its tables
    days
        in any order; each once
    usage_days
        days up to the day in which usage counts, 1 to 65,535: four weeks
    support_days
        days up to the day in which tickets count, >= 1: a quarter
    features
        events that are key features; by default every event
    seats
        paid for; by default the quantities of subscriptions
    seat_plans
        plans of subscriptions whose quantity are seats; by default all
    tiers
        in which tier accounts were, for touch_overdue_days
    plan
        the cadence of each tier; with `tiers`
    start_milestone
        from which on days to value count
    value_milestone
        of the first value
    csat_scale
        lowest and highest CSAT score of surveys
    ces_scale
        lowest and highest CES score of surveys
    time_zone
        in which times of usage become days
    currency
        ISO 4217 code of amounts without a column currency

    Returns
    -------
    the rows of all days

    Raises
    ------
    InvalidInput,
        Overflow  as measures()
    """

def observations(measures: Measures) -> fealty.health.Observations:
    """Measures as a table of observations, for scores.

    Parameters
    ----------
    measures
        as made by measures() or measure_history()

    Returns
    -------
    one observation for each row
    """

