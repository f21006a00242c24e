# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import datetime
import enum
import fealty
import matplotlib.axes
import numpy
import numpy.typing
import pandas  # type: ignore[import-untyped,unused-ignore]
import polars
import typing

class Grain(enum.StrEnum):
    """Whose movements a ledger shows.

    Members
    -------
    account
        all subscriptions of an account are one state
    subscription
        each subscription of an account is a state of its own
    item
        each item of a subscription is a state of its own
    parent
        an account and all below it are one state, that of the topmost
    """
    account = "account"
    subscription = "subscription"
    item = "item"
    parent = "parent"

class Netting(enum.StrEnum):
    """What a movement is the difference of.

    Members
    -------
    period
        two period-end states: at most one movement per account and period
    event
        the states before and after each change; what ends and begins on one day is one change
    """
    period = "period"
    event = "event"

class Snapshot(enum.StrEnum):
    """When in a period a row has to count for the period's state.

    Members
    -------
    last_day
        on its last day: start <= last day < end
    first_day
        on its first day
    any_day
        on any of its days; rows that follow one another both count
    end_inclusive
        on its last day, with the end as the last day of the row: start <= last day <= end
    """
    last_day = "last_day"
    first_day = "first_day"
    any_day = "any_day"
    end_inclusive = "end_inclusive"

class ChurnDate(enum.StrEnum):
    """When the MRR of a row that was cancelled ends.

    Members
    -------
    paid_period_end
        when what was paid for ends: paid_through, but not before the row's end
    cancel_request
        when the customer asked for it: cancel_requested, but not after the row's end
    service_end
        when the service ended: the row's end
    """
    paid_period_end = "paid_period_end"
    cancel_request = "cancel_request"
    service_end = "service_end"

class JoinAndLeave(enum.StrEnum):
    """By event: what becomes of a customer that came for the first time and left within one period.

    Members
    -------
    shown
        new business and churn
    ignored
        nothing
    """
    shown = "shown"
    ignored = "ignored"

class WeekFactor(enum.StrEnum):
    """How many months a weekly amount is paid for.

    Members
    -------
    per_year
        amount x 52 / 12
    times_4_33
        amount x 4.33
    times_4
        amount x 4
    zero
        weekly rows are no MRR
    """
    per_year = "per_year"
    times_4_33 = "times_4_33"
    times_4 = "times_4"
    zero = "zero"

class DayFactor(enum.StrEnum):
    """How many months a daily amount is paid for.

    Members
    -------
    per_year
        amount x 365 / 12
    times_30
        amount x 30
    zero
        daily rows are no MRR
    """
    per_year = "per_year"
    times_30 = "times_30"
    zero = "zero"

class Rounding(enum.StrEnum):
    """To which minor unit an amount halfway between two goes.

    Members
    -------
    half_even
        the even one
    half_up
        the larger one
    """
    half_even = "half_even"
    half_up = "half_up"

class DiscountRule(enum.StrEnum):
    """Which discounts lower MRR.

    Members
    -------
    all
        each, as long as it lasts
    recurring
        those that last as long as their row; one that ends before is one-time
    none
        none
    """
    all = "all"
    recurring = "recurring"
    none = "none"

class MeteredRule(enum.StrEnum):
    """Whether metered rows are MRR.

    Members
    -------
    excluded
        no
    included
        yes, with the recurring ones
    separate
        only they are: a ledger of their own, beside that of the recurring rows
    """
    excluded = "excluded"
    included = "included"
    separate = "separate"

class PausedRule(enum.StrEnum):
    """What a row whose status is paused counts.

    Members
    -------
    hold
        its amount
    zero_now
        nothing
    zero_at_paid_period_end
        its amount up to paid_through, then nothing
    """
    hold = "hold"
    zero_now = "zero_now"
    zero_at_paid_period_end = "zero_at_paid_period_end"

class UnpaidRule(enum.StrEnum):
    """What a row whose status is unpaid counts.

    Members
    -------
    past_due
        the same as one that is past due
    churned
        nothing
    """
    past_due = "past_due"
    churned = "churned"

class RefundRule(enum.StrEnum):
    """What a row whose kind is refund counts.

    Members
    -------
    ignored
        nothing
    negative_line
        its amount, negative, as long as the row lasts
    """
    ignored = "ignored"
    negative_line = "negative_line"

class FreeRule(enum.StrEnum):
    """Whether a customer whose rows are all of amount 0, after a full discount, stays one.

    Members
    -------
    active
        yes, at MRR 0; a free row alone makes no customer
    churned
        no
    """
    active = "active"
    churned = "churned"

class MergedRule(enum.StrEnum):
    """Whose the rows of an account are that was merged into another.

    Members
    -------
    recomputed
        the other's, from the first on
    separate
        its own
    """
    recomputed = "recomputed"
    separate = "separate"

class ExchangeRule(enum.StrEnum):
    """Which day's rates bring amounts into a reporting currency.

    Members
    -------
    period_end
        each period's last day: rates that move are an exchange effect
    service_start
        each row's start
    fixed
        those of exchange_date, for all
    """
    period_end = "period_end"
    service_start = "service_start"
    fixed = "fixed"

class NetForm(enum.StrEnum):
    """How net revenue retention over a window is made.

    Members
    -------
    cohort
        MRR now of the accounts that had MRR then, over their MRR then
    movement
        opening + expansion - contraction - churn of the window, over opening
    chained
        product of the periods' movement rates
    mean_annualized
        mean of the periods' movement rates, each brought to the window by compounding
    weighted
        the periods' movement rates weighted by opening, brought to the window
    """
    cohort = "cohort"
    movement = "movement"
    chained = "chained"
    mean_annualized = "mean_annualized"
    weighted = "weighted"

class GrossForm(enum.StrEnum):
    """How gross revenue retention over a window is made.

    Members
    -------
    cohort
        MRR now, no account for more than it had then, over MRR then
    running_minimum
        the least MRR of each account within the window, over MRR then
    movement
        opening - contraction - churn of the window, over opening
    chained
        product of the periods' movement rates
    """
    cohort = "cohort"
    running_minimum = "running_minimum"
    movement = "movement"
    chained = "chained"

class LogoBase(enum.StrEnum):
    """The denominator of logo churn.

    Members
    -------
    opening
        customers at the period's opening
    opening_and_new
        and those that came within the period
    days_ago
        customers 30 days before the period's end; those paying by the year, 365 days before
    up_for_renewal
        customers with a row that ends within the period
    """
    opening = "opening"
    opening_and_new = "opening_and_new"
    days_ago = "days_ago"
    up_for_renewal = "up_for_renewal"

class RateCurrency(enum.StrEnum):
    """At which rates a retention rate takes its two ends.

    Members
    -------
    constant
        both at those of the base period
    with_exchange
        each at its own
    """
    constant = "constant"
    with_exchange = "with_exchange"

class Preset(enum.StrEnum):
    """Products and standards whose conventions are known.

    Members
    -------
    none
        fealty's own defaults, or a caller's choice
    chartmogul
        ChartMogul
    stripe
        Stripe Billing
    baremetrics
        Baremetrics
    profitwell
        ProfitWell Metrics
    chargebee
        Chargebee RevenueStory
    smsb
        SaaS Metrics Standards Board
    """
    none = "none"
    chartmogul = "chartmogul"
    stripe = "stripe"
    baremetrics = "baremetrics"
    profitwell = "profitwell"
    chargebee = "chargebee"
    smsb = "smsb"

class LedgerPolicy:
    """The conventions by which rows become a ledger. Every ledger carries those that it was made with.

    Parameters
    ----------
    grain
        whose movements are shown
    netting
        what a movement is the difference of
    period
        how time is cut; weeks run Monday to Sunday
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    time_zone
        in which instants become days
    snapshot
        when in a period a row has to count
    churn_date
        when MRR that was cancelled ends
    gap_days
        gaps of at most so many days are no churn, >= 0
    reactivation_days
        away for longer is new again; none: never
    join_and_leave
        by event: come and gone within a period
    week_factor
        months from weeks
    day_factor
        months from days
    rounding
        of each row's monthly amount
    discount
        which discounts lower MRR
    metered
        whether metered rows are MRR
    paused
        what a paused row counts
    past_due_days
        past due for longer is churn, >= 0; none: never
    unpaid
        what an unpaid row counts
    refund
        what a refund row counts
    free
        whether a customer at 0 stays one
    merged
        whose the rows of a merged account are
    exchange
        which day's rates a reporting currency takes
    exchange_date
        the day of fixed rates; only with these
    """
    def __init__(
        self,
        *,
        grain: Grain | typing.Literal['account', 'subscription', 'item', 'parent'] | str = 'account',
        netting: Netting | typing.Literal['period', 'event'] | str = 'period',
        period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
        fiscal_year_start: typing.SupportsIndex = 1,
        time_zone: str = 'UTC',
        snapshot: Snapshot | typing.Literal['last_day', 'first_day', 'any_day', 'end_inclusive'] | str = 'last_day',
        churn_date: ChurnDate | typing.Literal['paid_period_end', 'cancel_request', 'service_end'] | str = 'paid_period_end',
        gap_days: typing.SupportsIndex = 0,
        reactivation_days: typing.SupportsIndex | None = None,
        join_and_leave: JoinAndLeave | typing.Literal['shown', 'ignored'] | str = 'shown',
        week_factor: WeekFactor | typing.Literal['per_year', 'times_4_33', 'times_4', 'zero'] | str = 'per_year',
        day_factor: DayFactor | typing.Literal['per_year', 'times_30', 'zero'] | str = 'per_year',
        rounding: Rounding | typing.Literal['half_even', 'half_up'] | str = 'half_even',
        discount: DiscountRule | typing.Literal['all', 'recurring', 'none'] | str = 'all',
        metered: MeteredRule | typing.Literal['excluded', 'included', 'separate'] | str = 'excluded',
        paused: PausedRule | typing.Literal['hold', 'zero_now', 'zero_at_paid_period_end'] | str = 'zero_at_paid_period_end',
        past_due_days: typing.SupportsIndex | None = 30,
        unpaid: UnpaidRule | typing.Literal['past_due', 'churned'] | str = 'past_due',
        refund: RefundRule | typing.Literal['ignored', 'negative_line'] | str = 'ignored',
        free: FreeRule | typing.Literal['active', 'churned'] | str = 'active',
        merged: MergedRule | typing.Literal['recomputed', 'separate'] | str = 'recomputed',
        exchange: ExchangeRule | typing.Literal['period_end', 'service_start', 'fixed'] | str = 'period_end',
        exchange_date: datetime.date | numpy.datetime64 | str | None = None,
    ) -> None: ...
    @property
    def grain(self) -> Grain:
        """whose movements are shown"""
    @property
    def netting(self) -> Netting:
        """what a movement is the difference of"""
    @property
    def period(self) -> fealty.Period:
        """how time is cut; weeks run Monday to Sunday"""
    @property
    def fiscal_year_start(self) -> int:
        """first month of the fiscal year, 1 to 12"""
    @property
    def time_zone(self) -> str:
        """in which instants become days"""
    @property
    def snapshot(self) -> Snapshot:
        """when in a period a row has to count"""
    @property
    def churn_date(self) -> ChurnDate:
        """when MRR that was cancelled ends"""
    @property
    def gap_days(self) -> int:
        """gaps of at most so many days are no churn, >= 0"""
    @property
    def reactivation_days(self) -> int | None:
        """away for longer is new again; none: never"""
    @property
    def join_and_leave(self) -> JoinAndLeave:
        """by event: come and gone within a period"""
    @property
    def week_factor(self) -> WeekFactor:
        """months from weeks"""
    @property
    def day_factor(self) -> DayFactor:
        """months from days"""
    @property
    def rounding(self) -> Rounding:
        """of each row's monthly amount"""
    @property
    def discount(self) -> DiscountRule:
        """which discounts lower MRR"""
    @property
    def metered(self) -> MeteredRule:
        """whether metered rows are MRR"""
    @property
    def paused(self) -> PausedRule:
        """what a paused row counts"""
    @property
    def past_due_days(self) -> int | None:
        """past due for longer is churn, >= 0; none: never"""
    @property
    def unpaid(self) -> UnpaidRule:
        """what an unpaid row counts"""
    @property
    def refund(self) -> RefundRule:
        """what a refund row counts"""
    @property
    def free(self) -> FreeRule:
        """whether a customer at 0 stays one"""
    @property
    def merged(self) -> MergedRule:
        """whose the rows of a merged account are"""
    @property
    def exchange(self) -> ExchangeRule:
        """which day's rates a reporting currency takes"""
    @property
    def exchange_date(self) -> datetime.date | None:
        """the day of fixed rates; only with these"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> LedgerPolicy:
        """For copy.replace()."""

class RatesPolicy:
    """The conventions by which a ledger becomes rates. An option of a rate that is not given is taken from
    here.

    Parameters
    ----------
    window
        periods that retention looks back, at least 1
    nrr_form
        how net revenue retention is made
    grr_form
        how gross revenue retention is made
    nrr_reactivation
        NRR of movements: whether returning MRR is retained
    net_churn_reactivation
        whether returning MRR lowers net MRR churn
    quick_ratio_reactivation
        whether returning MRR raises the quick ratio
    logo_base
        the denominator of logo churn
    currency
        in a reporting currency: whether rates move retention
    confidence
        coverage of intervals, in (0, 1)
    small_base
        fewer accounts than this are flagged, >= 0
    """
    def __init__(
        self,
        *,
        window: typing.SupportsIndex = 12,
        nrr_form: NetForm | typing.Literal['cohort', 'movement', 'chained', 'mean_annualized', 'weighted'] | str = 'cohort',
        grr_form: GrossForm | typing.Literal['cohort', 'running_minimum', 'movement', 'chained'] | str = 'cohort',
        nrr_reactivation: bool = False,
        net_churn_reactivation: bool = False,
        quick_ratio_reactivation: bool = True,
        logo_base: LogoBase | typing.Literal['opening', 'opening_and_new', 'days_ago', 'up_for_renewal'] | str = 'opening',
        currency: RateCurrency | typing.Literal['constant', 'with_exchange'] | str = 'constant',
        confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        small_base: typing.SupportsIndex = 30,
    ) -> None: ...
    @property
    def window(self) -> int:
        """periods that retention looks back, at least 1"""
    @property
    def nrr_form(self) -> NetForm:
        """how net revenue retention is made"""
    @property
    def grr_form(self) -> GrossForm:
        """how gross revenue retention is made"""
    @property
    def nrr_reactivation(self) -> bool:
        """NRR of movements: whether returning MRR is retained"""
    @property
    def net_churn_reactivation(self) -> bool:
        """whether returning MRR lowers net MRR churn"""
    @property
    def quick_ratio_reactivation(self) -> bool:
        """whether returning MRR raises the quick ratio"""
    @property
    def logo_base(self) -> LogoBase:
        """the denominator of logo churn"""
    @property
    def currency(self) -> RateCurrency:
        """in a reporting currency: whether rates move retention"""
    @property
    def confidence(self) -> float:
        """coverage of intervals, in (0, 1)"""
    @property
    def small_base(self) -> int:
        """fewer accounts than this are flagged, >= 0"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> RatesPolicy:
        """For copy.replace()."""

class RevenuePolicy:
    """Every convention of revenue and retention.

    Parameters
    ----------
    preset
        whose conventions these are; its cells may not be contradicted
    ledger
        from rows to a ledger
    rates
        from a ledger to rates

    References
    ----------
    preset_policy() for the conventions of well-known products
    """
    def __init__(
        self,
        *,
        preset: Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str = 'none',
        ledger: LedgerPolicy | None = None,
        rates: RatesPolicy | None = None,
    ) -> None: ...
    @property
    def preset(self) -> Preset:
        """whose conventions these are; its cells may not be contradicted"""
    @property
    def ledger(self) -> LedgerPolicy:
        """from rows to a ledger"""
    @property
    def rates(self) -> RatesPolicy:
        """from a ledger to rates"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> RevenuePolicy:
        """For copy.replace()."""

class PolicyTable:
    """A policy in words, one row for each convention.

    Columns
    -------
    convention
        the field's name
    value
        what was chosen
    meaning
        what that does to the numbers
    """
    @property
    def convention(self) -> numpy.typing.NDArray[numpy.object_]:
        """the field's name"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.object_]:
        """what was chosen"""
    @property
    def meaning(self) -> numpy.typing.NDArray[numpy.object_]:
        """what that does to the numbers"""
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

class SubscriptionKind(enum.StrEnum):
    """What a subscription row is paid for.

    Members
    -------
    recurring
        counts as MRR
    trial
        no MRR before its conversion, whatever its price says
    metered
        no MRR, unless the policy says otherwise
    one_time
        no MRR
    refund
        no MRR; by policy a negative line
    """
    recurring = "recurring"
    trial = "trial"
    metered = "metered"
    one_time = "one_time"
    refund = "refund"

class SubscriptionStatus(enum.StrEnum):
    """How a subscription stands while a row lasts: rows of one subscription follow one another when it changes.

    Members
    -------
    active
        counts; also the meaning of no status, and of one that has ended
    trialing
        a trial: no MRR
    past_due
        a payment is late
    unpaid
        a payment was given up
    paused
        the customer, or the seller, has paused it
    """
    active = "active"
    trialing = "trialing"
    past_due = "past_due"
    unpaid = "unpaid"
    paused = "paused"

class Subscriptions:
    """A validated subscriptions table.

    Each row's monthly amount, (amount x quantity - discount) brought to one month, is rounded once to the
    currency's minor unit. Which rows count, from when to when and for how much, is the policy's to say,
    each time that a ledger is made. The table copies what it needs, except columns that
    own their memory: these it shares, and nobody may change them.

    The columns of a subscriptions table: one row for each period [start, end) in which an account pays
    one price. Exactly one of `mrr`, `mrr_minor`, `amount` and `amount_minor` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    start
        n days since 1970-01-01, or instants: the first day
    end
        the first day after; null or fealty::open while it lasts
    mrr
        monthly amount in major units, >= 0
    mrr_minor
        monthly amount in minor units, >= 0
    amount
        price of one unit per interval, in major units, >= 0
    amount_minor
        price of one unit per interval, in minor units, >= 0
    interval_unit
        day, week, month, quarter or year; month by default
    interval_count
        intervals that the amount pays for, >= 1; 1 by default
    quantity
        units, >= 0; 1 by default
    discount
        off amount x quantity, per interval, in major units, >= 0
    discount_end
        first day without the discount; null or absent: it lasts
    kind
        recurring, trial, metered, one_time or refund; recurring by default
    trial
        1 for a trial; instead of `kind`
    status
        active, trialing, past_due, unpaid or paused; active by default
    subscription
        whose row it is: needed for the grain of subscriptions and of items
    item
        its item: needed for the grain of items
    cancel_requested
        the day the customer asked to cancel; null where none did
    paid_through
        the first day that is not paid for; null where unknown
    signed_on
        the day it was signed; null where unknown
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, start or amount, an end before its
        start, a day before 1900 or after 9999, an amount that is negative or not finite, an unknown
        currency, kind, status or interval
    Overflow
        when a monthly amount leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        start: str | None = None,
        end: str | None = None,
        mrr: str | None = None,
        mrr_minor: str | None = None,
        amount: str | None = None,
        amount_minor: str | None = None,
        interval_unit: str | None = None,
        interval_count: str | None = None,
        quantity: str | None = None,
        discount: str | None = None,
        discount_end: str | None = None,
        kind: str | None = None,
        trial: str | None = None,
        status: str | None = None,
        subscription: str | None = None,
        item: str | None = None,
        cancel_requested: str | None = None,
        paid_through: str | None = None,
        signed_on: str | None = None,
        currency: str = '',
        currency_column: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why.

        Codes of single rows: zero_length_period, more_digits_than_currency, discount_floored,
        interval_assumed, ends_at_end_of_day. Codes that compare rows: duplicate_row, overlap, gap,
        ends_on_last_day, several_currencies.

        Returns
        -------
        one finding for each code that occurs
        """
    def __repr__(self) -> str: ...

class MrrSnapshots:
    """A validated table of MRR snapshots.

    A snapshot holds until the next day on which any account has one; an account without a row on that
    day has no MRR from then on. The last day's snapshots hold on. Several rows of one account and day
    add up (finding duplicate_snapshot).

    The columns of a snapshots table: what each account paid a month, on each of some days. Exactly one
    of `mrr` and `mrr_minor` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    date
        n days since 1970-01-01
    mrr
        in major units, >= 0
    mrr_minor
        in minor units, >= 0
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, date or amount, a day before 1900 or
        after 9999, an amount that is negative or not finite, an unknown currency
    Overflow
        when an amount leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        date: str | None = None,
        mrr: str | None = None,
        mrr_minor: str | None = None,
        currency: str = '',
        currency_column: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class MrrChanges:
    """A validated table of MRR changes: a ledger of differences.

    An account's MRR on a day is the sum of its changes up to and including that day, and must never be
    below 0 at a day's end: a table needs an account's changes from the first on.

    The columns of a changes table: by how much an account's MRR rose or fell, and when. Exactly one of
    `change` and `change_minor` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    date
        n days since 1970-01-01
    change
        in major units, of either sign
    change_minor
        in minor units, of either sign
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, date or amount, a day before 1900 or
        after 9999, an amount that is not finite, an unknown currency, and when an account's sum
        falls below 0 (whatever `on_error` says: no single row is to blame)
    Overflow
        when an amount, or an account's sum, leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        date: str | None = None,
        change: str | None = None,
        change_minor: str | None = None,
        currency: str = '',
        currency_column: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class IntervalUnit(enum.StrEnum):
    """The unit of a billing interval.

    Members
    -------
    day
    week
    month
    quarter
    year
    """
    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"

class MovementKind(enum.StrEnum):
    """What can happen to MRR.

    Members
    -------
    new_business
        MRR for the first time
    reactivation
        MRR again
    expansion
        more than before
    contraction
        less than before, still a customer
    churn
        no longer a customer
    exchange
        the same MRR, at other rates of exchange
    """
    new_business = "new_business"
    reactivation = "reactivation"
    expansion = "expansion"
    contraction = "contraction"
    churn = "churn"
    exchange = "exchange"

class LedgerPeriods:
    """MRR by period: opening + new_business + reactivation + expansion - contraction - churn + exchange
    = closing, exactly, in money and in accounts, and every opening is the closing before it. At the grain of
    subscriptions, items or parents these are what the columns of accounts count.

    Columns
    -------
    period
        first day
    period_end
        last day
    opening
        MRR at the end of the period before
    new_business
        MRR of accounts that never had any
    reactivation
        MRR of accounts that had none, but once had
    expansion
        increases of accounts that stayed
    contraction
        decreases of accounts that stayed, >= 0
    churn
        MRR of accounts that left, >= 0
    exchange
        what rates of exchange did to what was there; 0 in one currency
    closing
        MRR at the period's end
    opening_accounts
        customers at the end of the period before
    new_business_accounts
        customers for the first time
    reactivation_accounts
        customers again
    expansion_accounts
        customers that pay more
    contraction_accounts
        customers that pay less
    churn_accounts
        customers no longer
    closing_accounts
        customers at the period's end
    complete
        0 for a last period that as_of cuts short
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day"""
    @property
    def period_end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day"""
    @property
    def opening(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR at the end of the period before"""
    @property
    def opening_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR at the end of the period before"""
    @property
    def new_business(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of accounts that never had any"""
    @property
    def new_business_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of accounts that never had any"""
    @property
    def reactivation(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of accounts that had none, but once had"""
    @property
    def reactivation_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of accounts that had none, but once had"""
    @property
    def expansion(self) -> numpy.typing.NDArray[numpy.float64]:
        """increases of accounts that stayed"""
    @property
    def expansion_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """increases of accounts that stayed"""
    @property
    def contraction(self) -> numpy.typing.NDArray[numpy.float64]:
        """decreases of accounts that stayed, >= 0"""
    @property
    def contraction_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """decreases of accounts that stayed, >= 0"""
    @property
    def churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of accounts that left, >= 0"""
    @property
    def churn_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of accounts that left, >= 0"""
    @property
    def exchange(self) -> numpy.typing.NDArray[numpy.float64]:
        """what rates of exchange did to what was there; 0 in one currency"""
    @property
    def exchange_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what rates of exchange did to what was there; 0 in one currency"""
    @property
    def closing(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR at the period's end"""
    @property
    def closing_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR at the period's end"""
    @property
    def opening_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers at the end of the period before"""
    @property
    def new_business_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers for the first time"""
    @property
    def reactivation_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers again"""
    @property
    def expansion_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers that pay more"""
    @property
    def contraction_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers that pay less"""
    @property
    def churn_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers no longer"""
    @property
    def closing_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers at the period's end"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """0 for a last period that as_of cuts short"""
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
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""

class Movements:
    """Each thing that happened, by period, account id and time.

    Columns
    -------
    account
        whose MRR moved
    part
        its subscription or item, at that grain; null at the grain of accounts
    period
        first day of the period
    date
        by event, the day it happened; otherwise the period's last day
    kind
        what happened
    amount
        by how much, >= 0; 0 for a customer that left at 0; signed for exchange
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose MRR moved"""
    @property
    def part(self) -> numpy.typing.NDArray[typing.Any]:
        """its subscription or item, at that grain; null at the grain of accounts"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """by event, the day it happened; otherwise the period's last day"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what happened"""
    @property
    def amount(self) -> numpy.typing.NDArray[numpy.float64]:
        """by how much, >= 0; 0 for a customer that left at 0; signed for exchange"""
    @property
    def amount_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """by how much, >= 0; 0 for a customer that left at 0; signed for exchange"""
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

class MrrLedger:
    """What mrr_ledger() returns: the periods, and what is behind them."""
    @property
    def periods(self) -> LedgerPeriods:
        """One row for each period from the first start to `as_of`."""
    @property
    def currency(self) -> fealty.Currency:
        """The currency of every amount."""
    @property
    def as_of(self) -> datetime.date | None:
        """The last day known; none for a table without rows."""
    @property
    def policy(self) -> RevenuePolicy:
        """The conventions that the ledger was made with."""
    @property
    def findings(self) -> list[fealty.Finding]:
        """as_of_inferred, and the rows that cover no period's end."""
    @property
    def movements(self) -> Movements:
        """Each thing that happened: one row for each account and period with a movement."""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""

class LedgerState:
    """The partial state of a ledger: rows of many tables, for mrr_ledger() to finish.

    Tables of partitions, batches of a stream and states from other processes add up to the ledger of
    all their rows, exactly and in any order. The rows of an account may be spread over states. Rows are
    numbered in the order in which they were added; only rows that count are, and one whose discount ends
    before the row does is two.
    """
    def __init__(self) -> None: ...
    def update(self, table: Subscriptions | MrrSnapshots | MrrChanges | LedgerState) -> None:
        """Adds a table's rows.

        Raises
        ------
        InvalidInput
            when its ids are texts and those of the state integers, or the other way round; nothing is
            added then
        """
    def merge(self, other: LedgerState) -> None:
        """Adds the rows of another state.

        Raises
        ------
        InvalidInput
            as update()
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> LedgerState:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...

class Accounts:

class ExchangeRates:

class LedgerCell(enum.StrEnum):
    """The cells of a ledger's row.

    Members
    -------
    opening
    new_business
    reactivation
    expansion
    contraction
    churn
    exchange
    closing
    """
    opening = "opening"
    new_business = "new_business"
    reactivation = "reactivation"
    expansion = "expansion"
    contraction = "contraction"
    churn = "churn"
    exchange = "exchange"
    closing = "closing"

class AccountsBehind:
    """The accounts that make a cell, by id; their amounts sum to it.

    Columns
    -------
    account
        each account once; at a finer grain once for each of its parts
    part
        its subscription or item, at that grain; null at the grain of accounts
    amount
        what it adds to the cell, >= 0; signed for exchange
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """each account once; at a finer grain once for each of its parts"""
    @property
    def part(self) -> numpy.typing.NDArray[typing.Any]:
        """its subscription or item, at that grain; null at the grain of accounts"""
    @property
    def amount(self) -> numpy.typing.NDArray[numpy.float64]:
        """what it adds to the cell, >= 0; signed for exchange"""
    @property
    def amount_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what it adds to the cell, >= 0; signed for exchange"""
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

class RowsBehind:
    """The rows that make a cell, by row.

    Columns
    -------
    row
        of the table that the ledger was made of, from 0
    account
        its account
    start
        its first day
    end
        its first day no longer paid for; fealty::open where there is none
    before
        what it adds to the account at the end of the period before
    after
        what it adds to the account at the period's end
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the table that the ledger was made of, from 0"""
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """its account"""
    @property
    def start(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """its first day"""
    @property
    def end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """its first day no longer paid for; fealty::open where there is none"""
    @property
    def before(self) -> numpy.typing.NDArray[numpy.float64]:
        """what it adds to the account at the end of the period before"""
    @property
    def before_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what it adds to the account at the end of the period before"""
    @property
    def after(self) -> numpy.typing.NDArray[numpy.float64]:
        """what it adds to the account at the period's end"""
    @property
    def after_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what it adds to the account at the period's end"""
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
def preset_policy(
    preset: Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str,
) -> RevenuePolicy:
    """The conventions of a product or a standard: the defaults, except where it is known to do otherwise.

    What is known stands in the handbook, with its sources. Every field may be changed afterwards, except
    those that make the preset what it is: a ledger refuses a policy that contradicts its preset.

        policy = ft.revenue.preset_policy("chartmogul")
        assert policy.ledger.netting == "event" and policy.rates.net_churn_reactivation

    Parameters
    ----------
    preset
        whose

    Returns
    -------
    a policy that names the preset
    """

def describe_policy(
    policy: RevenuePolicy | Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str,
) -> PolicyTable:
    """Spells a policy out: the conventions that were chosen, and those that every ledger keeps.

    Parameters
    ----------
    policy
        such as that of a ledger

    Returns
    -------
    one row for each convention
    """

def policy_json(
    policy: RevenuePolicy | Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str,
) -> str:
    """Writes a policy as JSON: every field, in a fixed order, so that equal policies are equal texts.

        text = ft.revenue.policy_json(ft.revenue.preset_policy("stripe"))
        assert ft.revenue.policy_from_json(text) == ft.revenue.preset_policy("stripe")

    Parameters
    ----------
    policy
        any policy

    Returns
    -------
    an object with the keys preset, ledger and rates
    """

def policy_from_json(json: str) -> RevenuePolicy:
    """Reads a policy back. What a text does not say is as in its preset; a preset alone is a whole policy.

    Parameters
    ----------
    json
        an object as policy_json() writes it, of at most 65,536 characters

    Raises
    ------
    InvalidInput
        on what is no JSON object, a key that is unknown or repeated, a value of another type or out
        of range, and a field that contradicts the preset
    """

def policy_fingerprint(
    policy: RevenuePolicy | Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str,
) -> str:
    """A short name for a policy: 16 hexadecimal digits, equal for equal policies.

    Parameters
    ----------
    policy
        any policy

    Returns
    -------
    the 64-bit FNV-1a hash of policy_json()

    References
    ----------
    Fowler, Noll, Vo & Eastlake, The FNV Non-Cryptographic Hash Algorithm
    """

def audit(
    table: typing.Any,
    /,
    *,
    account: str | None = None,
    start: str | None = None,
    end: str | None = None,
    mrr: str | None = None,
    mrr_minor: str | None = None,
    amount: str | None = None,
    amount_minor: str | None = None,
    interval_unit: str | None = None,
    interval_count: str | None = None,
    quantity: str | None = None,
    discount: str | None = None,
    discount_end: str | None = None,
    kind: str | None = None,
    trial: str | None = None,
    status: str | None = None,
    subscription: str | None = None,
    item: str | None = None,
    cancel_requested: str | None = None,
    paid_through: str | None = None,
    signed_on: str | None = None,
    currency: str = '',
    currency_column: str | None = None,
    on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
) -> list[fealty.Finding]:
    """Lists everything that is wrong or odd about the rows of a subscriptions table, and throws for none.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    start
        n days since 1970-01-01, or instants: the first day
    end
        the first day after; null or fealty::open while it lasts
    mrr
        monthly amount in major units, >= 0
    mrr_minor
        monthly amount in minor units, >= 0
    amount
        price of one unit per interval, in major units, >= 0
    amount_minor
        price of one unit per interval, in minor units, >= 0
    interval_unit
        day, week, month, quarter or year; month by default
    interval_count
        intervals that the amount pays for, >= 1; 1 by default
    quantity
        units, >= 0; 1 by default
    discount
        off amount x quantity, per interval, in major units, >= 0
    discount_end
        first day without the discount; null or absent: it lasts
    kind
        recurring, trial, metered, one_time or refund; recurring by default
    trial
        1 for a trial; instead of `kind`
    status
        active, trialing, past_due, unpaid or paused; active by default
    subscription
        whose row it is: needed for the grain of subscriptions and of items
    item
        its item: needed for the grain of items
    cancel_requested
        the day the customer asked to cancel; null where none did
    paid_through
        the first day that is not paid for; null where unknown
    signed_on
        the day it was signed; null where unknown
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row
    on_error
        what to do with a row that breaks a rule

    Returns
    -------
    the errors first, then the findings

    Raises
    ------
    InvalidInput
        on a missing column or unequal lengths
    """

def monthly_amount(
    amount: fealty.Money,
    *,
    interval_unit: IntervalUnit | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    interval_count: typing.SupportsIndex = 1,
    decimals: typing.SupportsIndex | None = None,
    week_factor: WeekFactor | typing.Literal['per_year', 'times_4_33', 'times_4', 'zero'] | str = 'per_year',
    day_factor: DayFactor | typing.Literal['per_year', 'times_30', 'zero'] | str = 'per_year',
    rounding: Rounding | typing.Literal['half_even', 'half_up'] | str = 'half_even',
) -> int:
    """Brings an amount paid per interval down (or up) to one month.

    A year is 12 months, a quarter 3, a week 12/52 and a day 12/365 of a month, unless other factors are
    given. The result is rounded once; half-up rounds away from 0.

        yearly = ft.Money(120000, ft.currency("USD"))
        assert ft.revenue.monthly_amount(yearly, interval_unit="year") == 10000

    Parameters
    ----------
    amount
        what is paid per interval, in minor units of its currency
    interval_unit
        what the amount is paid for
    interval_count
        how many of these, at least 1
    decimals
        digits of the result, 0 to 12; the currency's by default
    week_factor
        months from weeks
    day_factor
        months from days
    rounding
        of the result

    Returns
    -------
    the amount per month in units of 10^-decimals of the currency's major unit

    Raises
    ------
    InvalidInput
        unless interval_count >= 1 and 0 <= decimals <= 12
    Overflow
        when the result leaves 64 bits
    """

def mrr_ledger(
    table: Subscriptions | MrrSnapshots | MrrChanges | LedgerState,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    policy: RevenuePolicy | Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str | None = None,
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str | None = None,
    fiscal_year_start: typing.SupportsIndex | None = None,
    grain: Grain | typing.Literal['account', 'subscription', 'item', 'parent'] | str | None = None,
    netting: Netting | typing.Literal['period', 'event'] | str | None = None,
    accounts: Accounts | None = None,
    reporting_currency: str = '',
    exchange_rates: ExchangeRates | None = None,
    threads: typing.SupportsIndex = 0,
) -> MrrLedger:
    """Brings a table down to one row for each period: opening and closing MRR, and what moved it.

    A row counts in a period when start <= last day < end. An account that has MRR for the first time is
    new business, one that has it again a reactivation; more or less of it is expansion or contraction;
    none of it any more is churn. Movements are differences of two period-end states, so an account that
    joins and leaves within a period does not move. The time taken does not depend on how long accounts
    stay. All of this is the default policy; `options.policy` has the others.

        subs = ft.revenue.Subscriptions({"account": ["a", "a", "b"], "start": ["2024-01-10", "2024-03-01",
        "2024-02-05"],
                                         "end": ["2024-03-01", None, "2024-03-20"], "mrr": [50.0, 75.0, 20.0]},
                                        account="account", start="start", end="end", mrr="mrr", currency="USD")
        ledger = ft.revenue.mrr_ledger(subs, as_of="2024-03-31")
        assert ledger.periods.closing.tolist() == [50.0, 70.0, 75.0]
        assert ledger.periods.churn.tolist() == [0.0, 0.0, 20.0]

    Parameters
    ----------
    table
        validated rows; of one currency, unless a reporting currency is given
    as_of
        last day known; by default the latest start, or an end at most one period later
    policy
        every convention
    period
        how time is cut; the policy's by default, as with the next three
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    grain
        whose movements are shown
    netting
        what a movement is the difference of
    accounts
        who was merged into whom, and who belongs to whom
    reporting_currency
        ISO 4217 code that every amount is brought to
    exchange_rates
        what currencies are worth
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the periods, and what is behind them

    Raises
    ------
    InvalidInput
        on a policy that contradicts itself, its preset or these options; on several currencies
        without a reporting currency, and a rate that is missing; on a grain that the table has no
        column for; on more than 65,535 periods
    Overflow
        when the amounts of all rows, without their signs, sum beyond 64 bits
    """

def accounts_behind(
    ledger: MrrLedger,
    *,
    period: datetime.date | numpy.datetime64 | str,
    kind: LedgerCell | typing.Literal['opening', 'new_business', 'reactivation', 'expansion', 'contraction', 'churn', 'exchange', 'closing'] | str = 'churn',
) -> AccountsBehind:
    """Opens a cell of a ledger down to its accounts.

        ledger = ft.revenue.mrr_ledger(ft.revenue.Subscriptions(
            {"id": ["a", "b"], "from_day": ["2024-01-01"] * 2, "to_day": ["2024-03-10", None], "mrr":
            [50.0, 20.0]}, account="id", start="from_day", end="to_day", mrr="mrr", currency="USD"),
            as_of="2024-03-31")
        lost = ft.revenue.accounts_behind(ledger, period="2024-03", kind="churn")
        assert lost.account.tolist() == ["a"] and lost.amount.tolist() == [50.0]

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    period
        a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
    kind
        its column

    Returns
    -------
    one row for each account that is counted in the cell

    Raises
    ------
    InvalidInput
        when the ledger has no such period
    """

def rows_behind(
    ledger: MrrLedger,
    *,
    period: datetime.date | numpy.datetime64 | str,
    kind: LedgerCell | typing.Literal['opening', 'new_business', 'reactivation', 'expansion', 'contraction', 'churn', 'exchange', 'closing'] | str = 'churn',
) -> RowsBehind:
    """Opens a cell of a ledger down to the rows of the table it was made of.

    For each account behind the cell these are the rows that count at the end of the period before or of
    the period itself, and by event those that come and go between; the sum of `after` less the sum of
    `before` is the account's movement, by event the sum of its movements. At rates of each period's end it
    is the movement and the exchange effect, up to the rounding of each row.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    period
        a period's name such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
    kind
        its column

    Returns
    -------
    rows in the table's order

    Raises
    ------
    InvalidInput
        when the ledger has no such period
    """

