# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import collections.abc
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

class Accounts:
    """A validated accounts table: who was merged into whom, who belongs to whom, and what is known of each.
    Copies are cheap.

    Attributes hold from valid_from on, on each day before valid_to; without a column valid_to, until the
    account's next row. Accounts are codes of `ids()`, as are those that are only named as a parent or a merge
    target. Lookups take `no_id` too and give none for it.

    The columns of an accounts table: one row for each account, or one for each interval in which its
    attributes stay the same.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    parent
        the account above it; null for none
    merged_into
        the account that took it over; null for none
    valid_from
        first day of the attributes; null: from ever
    valid_to
        first day after; null or fealty::open while it lasts
    attributes
        names and values, null where unknown
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, texts beside integers, a null account, a day before
        1900 or after 9999, a valid_to before its valid_from, two rows of an account that hold on
        one day, an account that is its own parent or merge target, also through others, or has two
        of them
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        parent: str | None = None,
        merged_into: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        attributes: collections.abc.Iterable[str] | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        zero_length_period, unknown_parent, unknown_merge_target.
        """
    def __repr__(self) -> str: ...

class Rate:
    """What one unit of a currency is worth in another on a day: an exact fraction, that of the decimals that
    the table gave. Made by ExchangeRates::rate().
    """
    @property
    def base(self) -> fealty.Currency:
        """Of which one unit is worth so many."""
    @property
    def quote(self) -> fealty.Currency:
        """So many of which it is worth."""
    @property
    def date(self) -> datetime.date:
        """The day whose rate it is: the one that was asked for, or one before."""
    @property
    def pivot(self) -> fealty.Currency | None:
        """The third currency of a crossed rate."""
    @property
    def value(self) -> float:
        """The double nearest to it, or, for crossed rates, one very near; convert() does not go through it."""
    def __repr__(self) -> str: ...

class ExchangeRates:
    """A validated table of exchange rates. Copies are cheap.

    A rate is the decimal that people wrote: 1.0811 is 10811/10000, not the double next to it. Any two
    currencies have a rate on a day when the table has it, or that of the reversed pair, or rates of both
    against one third currency on that day; the first of these that is there is taken, and of several third
    currencies the one with the alphabetically first code.

    The columns of a table of exchange rates: what one unit of a currency was worth in another, on each of
    some days.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    date
        n days since 1970-01-01
    base
        n ISO 4217 codes
    quote
        n ISO 4217 codes
    rate
        one unit of base is so many of quote, in [1e-18, 1e18]
    max_age_days
        a day without a rate takes one that is at most so much older, >= 0
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null, a day before 1900 or after 9999, an unknown
        currency, a rate that is not finite or not in [1e-18, 1e18], a rate other than 1 of a
        currency with itself, two different rates of a pair on one day, or max_age_days < 0
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        date: str | None = None,
        base: str | None = None,
        quote: str | None = None,
        rate: str | None = None,
        max_age_days: typing.SupportsIndex = 0,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        duplicate_rate, same_currency, rate_jump.
        """
    def __repr__(self) -> str: ...
    @property
    def max_age_days(self) -> int:
        """How much older than the day asked for a rate may be."""
    def rate(
        self,
        base: fealty.Currency,
        quote: fealty.Currency,
        day: datetime.date | numpy.datetime64 | str,
    ) -> Rate:
        """What one unit of `base` is worth in `quote` on a day.

        Parameters
        ----------
        base
            what to convert
        quote
            into what; the rate of a currency with itself is 1
        day
            without a rate, the latest day before it that has one, at most max_age_days older

        Raises
        ------
        InvalidInput
            where there is none
        """
    def try_rate(
        self,
        base: fealty.Currency,
        quote: fealty.Currency,
        day: datetime.date | numpy.datetime64 | str,
    ) -> Rate | None:
        """The same, or none."""

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
    @property
    def knows_subscriptions(self) -> bool:
        """Whether there is a column of subscriptions."""

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
        its subscription or subscription/item, at that grain; else null
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
        """its subscription or subscription/item, at that grain; else null"""
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
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

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
        """What is odd about how the rows became a ledger. Codes: as_of_inferred; orphan_account, rows of accounts
        that `accounts` does not know; covers_no_period_end.
        """
    @property
    def movements(self) -> Movements:
        """Each thing that happened: one row for each account and period with a movement."""
    def with_policy(
        self,
        policy: RevenuePolicy | Preset | typing.Literal['none', 'chartmogul', 'stripe', 'baremetrics', 'profitwell', 'chargebee', 'smsb'] | str,
    ) -> MrrLedger:
        """The ledger of the same rows, with the same as_of, under another policy.

        Parameters
        ----------
        policy
            as for mrr_ledger()

        Raises
        ------
        InvalidInput,
            Overflow  as mrr_ledger()
        """
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""

class Anonymized:
    """What anonymize() did: how many rows now bear another id, and which."""
    @property
    def rows(self) -> int:
        """rows of the account"""
    @property
    def alias(self) -> str | int | None:
        """its id from now on; none for an account that was not there"""
    def __repr__(self) -> str: ...

class LedgerState:
    """The partial state of a ledger: rows of many tables, for mrr_ledger() to finish.

    Tables of partitions, batches of a stream and states from other processes add up to the ledger of
    all their rows, exactly and in any order. The rows of an account may be spread over states, except for
    what policies read from several rows: with paid_through the rows of a subscription, or of an account
    without any, belong in one table.

    What rows come to is settled when they are added, by the state's policy: its time_zone, churn_date,
    week_factor, day_factor, rounding, discount, metered, paused, past_due_days, unpaid, refund and free, and
    its grain, where that is finer than accounts. A ledger of the state needs a policy that has these in
    common with the state's; the rest is the ledger's to say. With the default policy neither needs one.

    Rows are numbered in the order in which they were added, those of snapshots and changes by account and
    date; only rows that count are. A column that some tables lack is unknown for their rows.

        state = ft.revenue.LedgerState(ft.revenue.LedgerPolicy(metered="included"))
        state.update(ft.revenue.Subscriptions({"id": ["a"], "day": ["2024-01-10"], "mrr": [50.0], "kind":
            ["metered"]}, account="id", start="day", mrr="mrr", kind="kind", currency="USD"))
        ledger = ft.revenue.mrr_ledger(state, policy=ft.revenue.RevenuePolicy(ledger=state.policy))
        assert ledger.periods.closing.tolist() == [50.0]

    Parameters
    ----------
    policy
        by which rows are read

    Raises
    ------
    InvalidInput
        for a policy that contradicts itself, or names no time zone
    """
    def __init__(self, policy: LedgerPolicy | None = None) -> None: ...
    def update(self, table: Subscriptions | MrrSnapshots | MrrChanges | LedgerState) -> None:
        """Adds a table's rows.

        Raises
        ------
        InvalidInput
            when its ids are texts and those of the state integers, or the other way round, on a grain
            that it has no column for; nothing is added then
        Overflow
            when a row's monthly amount leaves 64 bits
        """
    def merge(self, other: LedgerState) -> None:
        """Adds the rows of another state. The policy stays this one's.

        Raises
        ------
        InvalidInput
            when the other's policy reads rows in another way, and as update()
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 2, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> LedgerState:
        """Reads a state back. Bytes of version 1 are of the default policy.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def policy(self) -> LedgerPolicy:
        """By which rows are read."""
    def erase(self, account: str | typing.SupportsIndex) -> int:
        """Deletes an account: the state, and its bytes, are then those of tables without it, and the rows after
        its own are numbered anew. Ledgers, copies and bytes that were made before still hold it.

        Parameters
        ----------
        account
            its id

        Returns
        -------
        rows deleted; 0 for an account that is not there, so that a request can be repeated

        Raises
        ------
        InvalidInput
            for a text when ids are integers, or the other way round


        """
    def anonymize(
        self,
        account: str | typing.SupportsIndex,
        alias: str | typing.SupportsIndex | None = None,
    ) -> Anonymized:
        """Gives an account's rows to an id that says nothing; every number stays as it is.

        Other states that hold the account, and closed periods, need the same alias, and states that are merged
        later different ones for different accounts: give these an alias. At a finer grain the subscriptions and
        items that no other account has are renamed in the same way: states that share them are to be merged
        before.

        Parameters
        ----------
        account
            its id
        alias
            an id that is not there; by default anonymous-1, anonymous-2, …, or -1, -2, …

        Returns
        -------
        rows that bear the alias now, and the alias; 0 and none for an account that is not there

        Raises
        ------
        InvalidInput
            for an alias that is there, for an id of the other kind


        """

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
        its subscription or subscription/item, at that grain; else null
    amount
        what it adds to the cell, >= 0; signed for exchange
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """each account once; at a finer grain once for each of its parts"""
    @property
    def part(self) -> numpy.typing.NDArray[typing.Any]:
        """its subscription or subscription/item, at that grain; else null"""
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
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

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
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

class Contracts:
    """A validated table of contracts.

    The recurring part and the one-time part stand apart: `total` is what the term costs without
    `one_time`, and both together are the total contract value.

    A renewal is a row of its own, whether or not it keeps the contract's id.

    Findings: signed_after_start, duplicate_contract (a row that repeats another in every column: both
    count), more_digits_than_currency.

    The columns of a contracts table: one row for each term [start, end) that an account has signed.
    Exactly one of `total` and `total_minor` is given, and at most one of `one_time` and `one_time_minor`.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    signed_on
        n days since 1970-01-01: known from this day on
    start
        the first day of the term
    end
        the first day after it
    total
        recurring, over the whole term, in major units, >= 0
    total_minor
        the same in minor units, >= 0
    one_time
        once, beside the total, in major units, >= 0; null: nothing
    one_time_minor
        the same in minor units, >= 0; null: nothing
    contract
        the contract's own id
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, date or total, an end that is not
        after its start, a day before 1900 or after 9999, an amount that is negative or not finite,
        an unknown currency
    Overflow
        when a contract's amounts, or what they are in a year, leave 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        signed_on: str | None = None,
        start: str | None = None,
        end: str | None = None,
        total: str | None = None,
        total_minor: str | None = None,
        one_time: str | None = None,
        one_time_minor: str | None = None,
        contract: str | None = None,
        currency: str = '',
        currency_column: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class ContractValue:
    """What contracts are worth, one row for each, by account id and then by start.

    Columns
    -------
    account
        whose
    contract
        its id; none where the table has no ids
    row
        of the contracts table, from 0
    signed_on
        the day it was signed
    start
        first day
    end
        first day after
    term_months
        months from start to end, as in total_contract_value()
    total
        recurring, over the term
    one_time
        once
    tcv
        total contract value: total + one_time
    acv
        annual contract value, all in: tcv / years of the term
    recurring_acv
        annual contract value of what recurs: total / years of the term
    mrr
        total / months of the term
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def contract(self) -> numpy.typing.NDArray[typing.Any]:
        """its id; none where the table has no ids"""
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the contracts table, from 0"""
    @property
    def signed_on(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the day it was signed"""
    @property
    def start(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day"""
    @property
    def end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day after"""
    @property
    def term_months(self) -> numpy.typing.NDArray[numpy.float64]:
        """months from start to end, as in total_contract_value()"""
    @property
    def total(self) -> numpy.typing.NDArray[numpy.float64]:
        """recurring, over the term"""
    @property
    def total_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """recurring, over the term"""
    @property
    def one_time(self) -> numpy.typing.NDArray[numpy.float64]:
        """once"""
    @property
    def one_time_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """once"""
    @property
    def tcv(self) -> numpy.typing.NDArray[numpy.float64]:
        """total contract value: total + one_time"""
    @property
    def tcv_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """total contract value: total + one_time"""
    @property
    def acv(self) -> numpy.typing.NDArray[numpy.float64]:
        """annual contract value, all in: tcv / years of the term"""
    @property
    def acv_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """annual contract value, all in: tcv / years of the term"""
    @property
    def recurring_acv(self) -> numpy.typing.NDArray[numpy.float64]:
        """annual contract value of what recurs: total / years of the term"""
    @property
    def recurring_acv_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """annual contract value of what recurs: total / years of the term"""
    @property
    def mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """total / months of the term"""
    @property
    def mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """total / months of the term"""
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

class Costs:
    """A validated table of costs.

    A row belongs to whatever period holds its day: months add up to quarters. Rows of one day add up
    (finding duplicate_period).

    The columns of a costs table: what selling and serving cost, by period. At most one of each pair of
    `sales_and_marketing` and `cost_of_goods_sold` is given, and at least one of the four.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    period
        n days since 1970-01-01: the period's first, or any in it
    sales_and_marketing
        cost of winning customers, in major units, >= 0
    sales_and_marketing_minor
        the same in minor units, >= 0
    cost_of_goods_sold
        cost of serving customers, in major units, >= 0
    cost_of_goods_sold_minor
        the same in minor units, >= 0
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row; all have to be the same
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null day or amount, a day before 1900 or after 9999,
        an amount that is negative or not finite, an unknown currency, several currencies
    Overflow
        when an amount, or the sum of a column, leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        period: str | None = None,
        sales_and_marketing: str | None = None,
        sales_and_marketing_minor: str | None = None,
        cost_of_goods_sold: str | None = None,
        cost_of_goods_sold_minor: str | None = None,
        currency: str = '',
        currency_column: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...
    @property
    def currency(self) -> fealty.Currency:
        """The currency of every amount."""

class UnitEconomics:
    """What a customer brings and costs, one row for each period. Real numbers of money are in major units of
    the ledger's currency; a number that lacks its denominator, or what it is made of, is none.

    Columns
    -------
    period
        first day
    period_end
        last day
    accounts
        customers at the period's end
    mrr
        MRR at the period's end
    arr
        12 x mrr
    signed_not_live
        MRR of signed rows that have not begun, less what they replace
    known_churn
        MRR of rows that will end, whose cancellation was requested
    carr
        12 x (mrr + signed_not_live)
    cmrr
        mrr + signed_not_live - known_churn
    arpa
        mrr / accounts
    seats
        at the period's end; 0 where none are known
    arpu
        MRR of the rows whose seats are known / seats
    asp
        new business of the period / its accounts, a month
    quick_ratio
        (new + expansion [+ reactivation]) / (contraction + churn)
    margin
        gross margin
    ltv
        textbook: arpa x margin / logo churn
    cac
        sales and marketing / new accounts
    cac_payback_months
        sales and marketing / (new MRR x margin)
    ltv_to_cac
        ltv / cac
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
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers at the period's end"""
    @property
    def mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR at the period's end"""
    @property
    def mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR at the period's end"""
    @property
    def arr(self) -> numpy.typing.NDArray[numpy.float64]:
        """12 x mrr"""
    @property
    def arr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """12 x mrr"""
    @property
    def signed_not_live(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of signed rows that have not begun, less what they replace"""
    @property
    def signed_not_live_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of signed rows that have not begun, less what they replace"""
    @property
    def known_churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of rows that will end, whose cancellation was requested"""
    @property
    def known_churn_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of rows that will end, whose cancellation was requested"""
    @property
    def carr(self) -> numpy.typing.NDArray[numpy.float64]:
        """12 x (mrr + signed_not_live)"""
    @property
    def carr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """12 x (mrr + signed_not_live)"""
    @property
    def cmrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """mrr + signed_not_live - known_churn"""
    @property
    def cmrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """mrr + signed_not_live - known_churn"""
    @property
    def arpa(self) -> numpy.typing.NDArray[numpy.float64]:
        """mrr / accounts"""
    @property
    def seats(self) -> numpy.typing.NDArray[numpy.int64]:
        """at the period's end; 0 where none are known"""
    @property
    def arpu(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of the rows whose seats are known / seats"""
    @property
    def asp(self) -> numpy.typing.NDArray[numpy.float64]:
        """new business of the period / its accounts, a month"""
    @property
    def quick_ratio(self) -> numpy.typing.NDArray[numpy.float64]:
        """(new + expansion [+ reactivation]) / (contraction + churn)"""
    @property
    def margin(self) -> numpy.typing.NDArray[numpy.float64]:
        """gross margin"""
    @property
    def ltv(self) -> numpy.typing.NDArray[numpy.float64]:
        """textbook: arpa x margin / logo churn"""
    @property
    def cac(self) -> numpy.typing.NDArray[numpy.float64]:
        """sales and marketing / new accounts"""
    @property
    def cac_payback_months(self) -> numpy.typing.NDArray[numpy.float64]:
        """sales and marketing / (new MRR x margin)"""
    @property
    def ltv_to_cac(self) -> numpy.typing.NDArray[numpy.float64]:
        """ltv / cac"""
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
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

class AmountSummary:
    """Columns of amounts in one line each. All but `total` are real numbers in major units of its currency,
    and none where there is no amount.

    Columns
    -------
    name
        what is summed up: acv, or a period's name
    count
        amounts
    total
        their sum
    mean
        total / count
    variance
        mean squared difference from the mean, over all: / count
    std_dev
        its square root
    skewness
        third central moment / std_dev^3; none when all are equal
    minimum
        the least
    lower_quartile
        a quarter of the way from the least to the greatest
    median
        half of the way
    upper_quartile
        three quarters of the way
    maximum
        the greatest
    """
    @property
    def name(self) -> numpy.typing.NDArray[numpy.object_]:
        """what is summed up: acv, or a period's name"""
    @property
    def count(self) -> numpy.typing.NDArray[numpy.int64]:
        """amounts"""
    @property
    def total(self) -> numpy.typing.NDArray[numpy.float64]:
        """their sum"""
    @property
    def total_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """their sum"""
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """total / count"""
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean squared difference from the mean, over all: / count"""
    @property
    def std_dev(self) -> numpy.typing.NDArray[numpy.float64]:
        """its square root"""
    @property
    def skewness(self) -> numpy.typing.NDArray[numpy.float64]:
        """third central moment / std_dev^3; none when all are equal"""
    @property
    def minimum(self) -> numpy.typing.NDArray[numpy.float64]:
        """the least"""
    @property
    def lower_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """a quarter of the way from the least to the greatest"""
    @property
    def median(self) -> numpy.typing.NDArray[numpy.float64]:
        """half of the way"""
    @property
    def upper_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """three quarters of the way"""
    @property
    def maximum(self) -> numpy.typing.NDArray[numpy.float64]:
        """the greatest"""
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
    def policy(self) -> RevenuePolicy | None:
        """what the ledger was made with; none without one"""

class Concentration:
    """How much of MRR hangs on few accounts, one row for each period; shares are none where MRR is 0.

    Columns
    -------
    period
        first day
    period_end
        last day
    accounts
        customers at the period's end, those at 0 included
    mrr
        of all of them
    top_mrr
        of the `top` largest
    top_share
        top_mrr / mrr
    max_share
        of the largest account
    herfindahl
        sum of squared shares: 1 / accounts when all are equal, up to 1
    effective_accounts
        1 / herfindahl: as many equal accounts are as concentrated
    gini
        0 when all are equal, up to 1 - 1 / accounts
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
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers at the period's end, those at 0 included"""
    @property
    def mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all of them"""
    @property
    def mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """of all of them"""
    @property
    def top_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the `top` largest"""
    @property
    def top_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the `top` largest"""
    @property
    def top_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """top_mrr / mrr"""
    @property
    def max_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the largest account"""
    @property
    def herfindahl(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of squared shares: 1 / accounts when all are equal, up to 1"""
    @property
    def effective_accounts(self) -> numpy.typing.NDArray[numpy.float64]:
        """1 / herfindahl: as many equal accounts are as concentrated"""
    @property
    def gini(self) -> numpy.typing.NDArray[numpy.float64]:
        """0 when all are equal, up to 1 - 1 / accounts"""
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
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

class LorenzCurve:
    """The Lorenz curve of MRR: the smallest accounts first.

    Columns
    -------
    account_share
        the smallest accounts, as a share of all: 0, 1 / n, …, 1
    mrr_share
        their share of MRR
    """
    @property
    def account_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """the smallest accounts, as a share of all: 0, 1 / n, …, 1"""
    @property
    def mrr_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """their share of MRR"""
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
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

class SegmentCell(enum.StrEnum):
    """The cells of a segment's row.

    Members
    -------
    opening
    entered
    new_business
    reactivation
    expansion
    contraction
    churn
    left
    exchange
    closing
    """
    opening = "opening"
    entered = "entered"
    new_business = "new_business"
    reactivation = "reactivation"
    expansion = "expansion"
    contraction = "contraction"
    churn = "churn"
    left = "left"
    exchange = "exchange"
    closing = "closing"

class SegmentPeriods:
    """MRR by segment and period: opening + entered + new_business + reactivation + expansion - contraction
    - churn - left + exchange = closing, exactly, in money and in accounts. What leaves a segment enters
    another, and the sums over all segments are the ledger's.

    Columns
    -------
    segment
        value of the attribute; null for accounts of which it is unknown
    period
        first day
    period_end
        last day
    opening
        MRR at the end of the period before
    entered
        MRR of customers that came from another segment, as it was before
    new_business
        MRR of accounts that never had any
    reactivation
        MRR of accounts that had none, but once had
    expansion
        increases of accounts that stayed customers
    contraction
        decreases of accounts that stayed customers, >= 0
    churn
        MRR of accounts that left, >= 0, in the segment where they were
    left
        MRR of customers that went to another segment, as it was before
    exchange
        what rates of exchange did to what was there
    closing
        MRR at the period's end
    opening_accounts
        customers at the end of the period before
    entered_accounts
        customers from another segment
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
    left_accounts
        customers in another segment now
    closing_accounts
        customers at the period's end
    complete
        0 for a last period that as_of cuts short
    """
    @property
    def segment(self) -> numpy.typing.NDArray[typing.Any]:
        """value of the attribute; null for accounts of which it is unknown"""
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
    def entered(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of customers that came from another segment, as it was before"""
    @property
    def entered_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of customers that came from another segment, as it was before"""
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
        """increases of accounts that stayed customers"""
    @property
    def expansion_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """increases of accounts that stayed customers"""
    @property
    def contraction(self) -> numpy.typing.NDArray[numpy.float64]:
        """decreases of accounts that stayed customers, >= 0"""
    @property
    def contraction_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """decreases of accounts that stayed customers, >= 0"""
    @property
    def churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of accounts that left, >= 0, in the segment where they were"""
    @property
    def churn_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of accounts that left, >= 0, in the segment where they were"""
    @property
    def left(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of customers that went to another segment, as it was before"""
    @property
    def left_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of customers that went to another segment, as it was before"""
    @property
    def exchange(self) -> numpy.typing.NDArray[numpy.float64]:
        """what rates of exchange did to what was there"""
    @property
    def exchange_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what rates of exchange did to what was there"""
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
    def entered_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers from another segment"""
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
    def left_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers in another segment now"""
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
    @property
    def policy(self) -> RevenuePolicy:
        """what it was made with"""

class SegmentBehind:
    """The accounts that make a cell of a segment, by id; their amounts sum to it.

    Columns
    -------
    account
        each account once; at a finer grain once for each of its parts
    part
        its subscription or subscription/item, at that grain; else null
    amount
        what it adds to the cell, >= 0; signed for exchange
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """each account once; at a finer grain once for each of its parts"""
    @property
    def part(self) -> numpy.typing.NDArray[typing.Any]:
        """its subscription or subscription/item, at that grain; else null"""
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
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""

class Summary:
    """A validated summary, for reconcile(). Its numbers may be wrong, so nothing is asked of them but that they
    are numbers.

    Many exports write contraction and churn with a minus sign. A column that has more amounts below 0 than
    above is read with its signs reversed, which the finding signs_reversed says.

    The columns of a summary that somebody else made: a billing system's export, a finance sheet. One row for
    each period, or for each period and account; any of the cells, each in major or in minor units.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    period
        n names such as 2024-12, 2024-Q4 or FY2024, or days, or
    date
        n days since 1970-01-01, each one of its period
    account
        n ids, texts or integers; absent when rows are totals
    opening
        MRR at the end of the period before
    opening_minor
        the same in minor units
    new_business
        MRR of accounts that never had any
    new_business_minor
        the same in minor units
    reactivation
        MRR of accounts that once had some
    reactivation_minor
        the same in minor units
    expansion
        increases
    expansion_minor
        the same in minor units
    contraction
        decreases, of either sign
    contraction_minor
        the same in minor units
    churn
        MRR of accounts that left, of either sign
    churn_minor
        the same in minor units
    exchange
        what rates of exchange did, of either sign
    exchange_minor
        the same in minor units
    closing
        MRR at the period's end
    closing_minor
        the same in minor units
    opening_accounts
        customers at the end of the period before; counts are of totals alone
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
    currency
        ISO 4217 code of every row, or
    currency_column
        the code of each row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, no cell at all, a null or an amount that is not
        finite, a negative count, a text that is no period, an unknown currency
    Overflow
        when an amount leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        period: str | None = None,
        date: str | None = None,
        account: str | None = None,
        opening: str | None = None,
        opening_minor: str | None = None,
        new_business: str | None = None,
        new_business_minor: str | None = None,
        reactivation: str | None = None,
        reactivation_minor: str | None = None,
        expansion: str | None = None,
        expansion_minor: str | None = None,
        contraction: str | None = None,
        contraction_minor: str | None = None,
        churn: str | None = None,
        churn_minor: str | None = None,
        exchange: str | None = None,
        exchange_minor: str | None = None,
        closing: str | None = None,
        closing_minor: str | None = None,
        opening_accounts: str | None = None,
        new_business_accounts: str | None = None,
        reactivation_accounts: str | None = None,
        expansion_accounts: str | None = None,
        contraction_accounts: str | None = None,
        churn_accounts: str | None = None,
        closing_accounts: str | None = None,
        currency: str = '',
        currency_column: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class DifferenceReason(enum.StrEnum):
    """What kind of difference it is. Of several that hold, the first of sign, currency_units, rounding of one
    minor unit, kind_differs, moved_period, missing_in_summary, missing_in_ledger, rounding.

    Members
    -------
    missing_in_summary
        the summary has no row here
    missing_in_ledger
        the ledger has nothing here
    moved_period
        the period before or after differs by as much the other way; a level is one late or early
    kind_differs
        so much is booked under another kind of gain, or another kind of loss
    sign
        the same amount with the other sign
    currency_units
        major units where minor ones belong, or the other way round
    rounding
        at most one minor unit for each account
    amount_differs
        none of these
    """
    missing_in_summary = "missing_in_summary"
    missing_in_ledger = "missing_in_ledger"
    moved_period = "moved_period"
    kind_differs = "kind_differs"
    sign = "sign"
    currency_units = "currency_units"
    rounding = "rounding"
    amount_differs = "amount_differs"

class AmountDifferences:
    """The amounts that differ, by period, then by account id, then by cell.

    Columns
    -------
    period
        first day of the period
    account
        whose amount; missing when the summary holds totals
    cell
        which amount
    ledger
        what the ledger says
    summary
        what the summary says
    difference
        summary - ledger
    reason
        what kind of difference it is
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose amount; missing when the summary holds totals"""
    @property
    def cell(self) -> numpy.typing.NDArray[numpy.object_]:
        """which amount"""
    @property
    def ledger(self) -> numpy.typing.NDArray[numpy.float64]:
        """what the ledger says"""
    @property
    def ledger_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what the ledger says"""
    @property
    def summary(self) -> numpy.typing.NDArray[numpy.float64]:
        """what the summary says"""
    @property
    def summary_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what the summary says"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """summary - ledger"""
    @property
    def difference_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """summary - ledger"""
    @property
    def reason(self) -> numpy.typing.NDArray[numpy.object_]:
        """what kind of difference it is"""
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

class CountDifferences:
    """The numbers of accounts that differ, by period and then by cell; only where the summary counts accounts.

    Columns
    -------
    period
        first day of the period
    cell
        whose accounts
    ledger
        how many the ledger counts
    summary
        how many the summary counts
    difference
        summary - ledger
    reason
        what kind of difference it is
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def cell(self) -> numpy.typing.NDArray[numpy.object_]:
        """whose accounts"""
    @property
    def ledger(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many the ledger counts"""
    @property
    def summary(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many the summary counts"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.int64]:
        """summary - ledger"""
    @property
    def reason(self) -> numpy.typing.NDArray[numpy.object_]:
        """what kind of difference it is"""
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

class ReconciledTotals:
    """The amounts of every period and cell that was compared: difference = explained + within_tolerance,
    exactly.

    Columns
    -------
    period
        first day of the period
    cell
        which amount
    ledger
        what the ledger says
    summary
        what the summary says, over all its accounts
    difference
        summary - ledger
    explained
        the sum of the differences that are listed
    within_tolerance
        the sum of those that are not
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def cell(self) -> numpy.typing.NDArray[numpy.object_]:
        """which amount"""
    @property
    def ledger(self) -> numpy.typing.NDArray[numpy.float64]:
        """what the ledger says"""
    @property
    def ledger_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what the ledger says"""
    @property
    def summary(self) -> numpy.typing.NDArray[numpy.float64]:
        """what the summary says, over all its accounts"""
    @property
    def summary_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what the summary says, over all its accounts"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """summary - ledger"""
    @property
    def difference_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """summary - ledger"""
    @property
    def explained(self) -> numpy.typing.NDArray[numpy.float64]:
        """the sum of the differences that are listed"""
    @property
    def explained_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the sum of the differences that are listed"""
    @property
    def within_tolerance(self) -> numpy.typing.NDArray[numpy.float64]:
        """the sum of those that are not"""
    @property
    def within_tolerance_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the sum of those that are not"""
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

class Reconciliation:
    """What reconcile() returns."""
    @property
    def amounts(self) -> AmountDifferences:
        """amounts that differ"""
    @property
    def counts(self) -> CountDifferences:
        """numbers of accounts that differ"""
    @property
    def totals(self) -> ReconciledTotals:
        """each period and cell as a whole"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """the summary's, and what was not compared"""
    @property
    def policy(self) -> RevenuePolicy:
        """what the ledger was made with"""
    def __repr__(self) -> str: ...

class ClosedMovements:
    """What moved in closed periods, by period, then by account id, then by kind.

    Columns
    -------
    period
        first day of the period
    account
        whose MRR moved
    kind
        what happened
    amount
        by how much
    movements
        in how many movements: one, unless each event is one
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose MRR moved"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what happened"""
    @property
    def amount(self) -> numpy.typing.NDArray[numpy.float64]:
        """by how much"""
    @property
    def amount_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """by how much"""
    @property
    def movements(self) -> numpy.typing.NDArray[numpy.int64]:
        """in how many movements: one, unless each event is one"""
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

class RestatedMovements:
    """Movements that are no longer what was closed, by period, then by account id, then by kind. Their sums are
    those of the periods, exactly.

    Columns
    -------
    period
        first day of the period
    account
        whose MRR moved
    kind
        what happened
    closed
        the amount that was closed
    restated
        the amount now
    difference
        restated - closed
    closed_movements
        how many movements were closed; a free account's have no amount
    restated_movements
        how many there are now
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose MRR moved"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what happened"""
    @property
    def closed(self) -> numpy.typing.NDArray[numpy.float64]:
        """the amount that was closed"""
    @property
    def closed_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the amount that was closed"""
    @property
    def restated(self) -> numpy.typing.NDArray[numpy.float64]:
        """the amount now"""
    @property
    def restated_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the amount now"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """restated - closed"""
    @property
    def difference_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """restated - closed"""
    @property
    def closed_movements(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many movements were closed; a free account's have no amount"""
    @property
    def restated_movements(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many there are now"""
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

class RestatedPeriods:
    """Cells of closed periods that are no longer what was closed, by period and then by cell.

    Columns
    -------
    period
        first day of the period
    cell
        which number
    closed
        the amount that was closed
    restated
        the amount now
    difference
        restated - closed
    closed_accounts
        how many accounts were closed
    restated_accounts
        how many there are now
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def cell(self) -> numpy.typing.NDArray[numpy.object_]:
        """which number"""
    @property
    def closed(self) -> numpy.typing.NDArray[numpy.float64]:
        """the amount that was closed"""
    @property
    def closed_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the amount that was closed"""
    @property
    def restated(self) -> numpy.typing.NDArray[numpy.float64]:
        """the amount now"""
    @property
    def restated_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the amount now"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """restated - closed"""
    @property
    def difference_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """restated - closed"""
    @property
    def closed_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many accounts were closed"""
    @property
    def restated_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many there are now"""
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

class AcceptedRestatements:
    """The restatements that were accepted, in the order of their acceptance.

    Columns
    -------
    acceptance
        1 for those of the first extend() that accepted any, and so on
    through
        last day of the periods that it closed
    period
        first day of the period
    account
        whose MRR moved
    kind
        what happened
    closed
        the amount that was closed
    restated
        the amount now
    difference
        restated - closed
    closed_movements
        how many movements were closed; a free account's have no amount
    restated_movements
        how many there are now
    """
    @property
    def acceptance(self) -> numpy.typing.NDArray[numpy.int64]:
        """1 for those of the first extend() that accepted any, and so on"""
    @property
    def through(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day of the periods that it closed"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose MRR moved"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what happened"""
    @property
    def closed(self) -> numpy.typing.NDArray[numpy.float64]:
        """the amount that was closed"""
    @property
    def closed_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the amount that was closed"""
    @property
    def restated(self) -> numpy.typing.NDArray[numpy.float64]:
        """the amount now"""
    @property
    def restated_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the amount now"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """restated - closed"""
    @property
    def difference_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """restated - closed"""
    @property
    def closed_movements(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many movements were closed; a free account's have no amount"""
    @property
    def restated_movements(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many there are now"""
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

class Restatements:
    """What restatements() returns; both are empty when nothing has changed."""
    @property
    def movements(self) -> RestatedMovements:
        """by account"""
    @property
    def periods(self) -> RestatedPeriods:
        """as a whole"""
    def __repr__(self) -> str: ...

class ClosedPeriods:
    """The numbers of periods that were reported, pinned: they stay what they are, whatever rows come late."""
    @property
    def through(self) -> datetime.date:
        """The last closed day."""
    @property
    def periods(self) -> LedgerPeriods:
        """The ledger's rows as they were closed."""
    @property
    def movements(self) -> ClosedMovements:
        """What moved, as it was closed."""
    @property
    def currency(self) -> fealty.Currency:
        """The currency of every amount."""
    @property
    def policy(self) -> str:
        """The text that was given for the conventions."""
    @property
    def accepted(self) -> AcceptedRestatements:
        """The log of restatements that were accepted."""
    def extend(
        self,
        ledger: MrrLedger,
        *,
        through: datetime.date | numpy.datetime64 | str = '',
        accept_restatements: bool = False,
        policy: str = '',
    ) -> None:
        """Closes further periods. The closed ones have to be unchanged; or else what has changed is accepted,
        logged and closed anew. With `through` the last closed period, it accepts without closing more.

        Parameters
        ----------
        ledger
            of the same periods and currency
        through
            the last period to close, as with close_periods()
        accept_restatements
            whether what has changed in closed periods is closed anew, and logged
        policy
            refused unless it is the text they were closed with; "" asks nothing

        Raises
        ------
        InvalidInput
            as close_periods(); when a closed number has changed and that is not accepted; when later
            periods are closed already; for another policy. Nothing is changed then
        """
    def serialize(self) -> bytes:
        """The closed periods as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> ClosedPeriods:
        """Reads them back.

        Raises
        ------
        InvalidInput
            for bytes that are no closed periods, that are cut short or of a newer version, and for
            numbers that do not add up
        """
    def __repr__(self) -> str: ...
    def erase(self, account: str | typing.SupportsIndex) -> int:
        """Deletes an account: the numbers, the log and the bytes are then as if it had never been there.

        Parameters
        ----------
        account
            its id

        Returns
        -------
        movements deleted, those of the log included; 0 for an account that is not there

        Raises
        ------
        InvalidInput
            for a text when ids are integers, or the other way round


        """
    def anonymize(
        self,
        account: str | typing.SupportsIndex,
        alias: str | typing.SupportsIndex | None = None,
    ) -> Anonymized:
        """Gives an account's movements to an id that says nothing; every number stays as it is. It has to be the
        alias that the account has in the ledger's rows: otherwise the one account is restated as the other.

        Parameters
        ----------
        account
            its id
        alias
            an id that is not there; by default anonymous-1, anonymous-2, …, or -1, -2, …

        Returns
        -------
        movements that bear the alias now, those of the log included, and the alias

        Raises
        ------
        InvalidInput
            for an alias that is there, for an id of the other kind


        """
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

    Raises
    ------
    InvalidInput
        for a time zone whose name is not UTF-8
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

    Raises
    ------
    InvalidInput
        as policy_json()

    References
    ----------
    Fowler, Noll, Vo & Eastlake, The FNV Non-Cryptographic Hash Algorithm
    """

def convert(
    minor: typing.SupportsIndex,
    rate: Rate,
    rounding: Rounding | typing.Literal['half_even', 'half_up'] | str = 'half_even',
) -> int:
    """An amount in another currency, rounded once, to that currency's minor unit.

    Parameters
    ----------
    minor
        minor units of the rate's base
    rate
        of the two currencies
    rounding
        where an amount halfway between two goes

    Returns
    -------
    minor units of the rate's quote

    Raises
    ------
    Overflow
        beyond 64 bits
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

def total_contract_value(
    monthly: fealty.Money,
    *,
    start: datetime.date | numpy.datetime64 | str,
    end: datetime.date | numpy.datetime64 | str,
) -> int:
    """What a monthly amount comes to over a term: amount x months, rounded once, half-even.

    The months of a term are whole months from its first day (to the same day of a later month, or to that
    month's last day where it is shorter), and the days left over as a part of the month that they begin:
    the days from there to where the next whole month would end.

        more = ft.Money(3500, ft.currency("USD"))  # 7 more units of 5.00 a month
        assert ft.revenue.total_contract_value(more, start="2018-08-18", end="2019-01-01") == 15581

    Parameters
    ----------
    monthly
        amount per month, in minor units of its currency
    start
        the first day
    end
        the first day after, later than `start`

    Returns
    -------
    the amount over the term, in minor units

    Raises
    ------
    InvalidInput
        unless start < end, both from 1900 to 9999
    Overflow
        when the result leaves 64 bits

    References
    ----------
    Zuora, "How TCV is calculated", and "Order metrics, part 3", for the proration; it also takes a
    start on a month's last day to month ends, which this does not: 28 February to 28 February is a year
    """

def contract_value(
    contracts: Contracts,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> ContractValue:
    """Brings contracts of different lengths to the same scale: total, annual and monthly value.

    A year is 12 months. A contract of less than a year is worth more in a year than it will bring. The
    field leaves one-time fees out of ACV as often as it counts them in, so both stand side by side: `acv`
    has them, `recurring_acv` has not. Each value is rounded once, half-even.

    Parameters
    ----------
    contracts
        validated rows, of one currency
    as_of
        contracts signed later are not known; by default all are

    Returns
    -------
    one row for each contract that is known

    Raises
    ------
    InvalidInput
        on several currencies
    """

def unit_economics(
    ledger: MrrLedger,
    *,
    costs: Costs | None = None,
    margin: typing.SupportsFloat | typing.SupportsIndex | None = None,
    cost_lag: typing.SupportsIndex = 0,
    quick_ratio_reactivation: bool | None = None,
) -> UnitEconomics:
    """Brings a ledger, and what was spent, down to the numbers of one customer.

    ARR is 12 times MRR. CARR adds what is signed on the period's last day and begins later; a signed row
    that begins on the day on which other rows of the account end takes over from them, so that of a
    renewal only the difference is added. CMRR also takes away the rows that will end because the customer
    asked for it by then. What is signed or asked for after that day, or after as_of, does not count.

    ARPA is by account, ARPU by seat, ASP by account won. The quick ratio is of the period's movements.
    The gross margin, where it is not given, is 1 - cost of goods / (mrr x months of the period): a week
    has 84/365 months, a day 12/365. LTV is the textbook's, which takes today's churn for the rate of every
    month to come: arpa x months of the period x margin / (churn_accounts / opening_accounts). Prefer
    retention::lifetime_value(). CAC divides sales and marketing, `cost_lag` periods before, by the accounts
    of new business; its payback divides the same by the margin on new business, and is none where that
    margin never pays.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    costs
        by period; without them there is no cost of acquisition
    margin
        gross margin, in [0, 1]; by default 1 - cost of goods / revenue
    cost_lag
        periods from sales and marketing to the customers it wins, >= 0
    quick_ratio_reactivation
        whether returning MRR raises the quick ratio; the ledger's policy by default

    Returns
    -------
    one row for each period

    Raises
    ------
    InvalidInput
        unless 0 <= margin <= 1 and cost_lag >= 0, and when the costs are in another currency than
        the ledger
    Overflow
        when a yearly or a committed amount leaves 64 bits

    References
    ----------
    SaaS Metrics Standards Board, for ARR, CARR and CAC payback; Skok, "SaaS Metrics 2.0", for LTV and
    CAC; Mamoon Hamid's quick ratio (2015)
    """

def amount_summary(values: ContractValue | MrrLedger) -> AmountSummary:
    """Sums up the sizes of contracts.

    Parameters
    ----------
    values
        as made by contract_value()

    Returns
    -------
    one row each for tcv, acv, recurring_acv and mrr

    Raises
    ------
    Overflow
        when a sum leaves 64 bits

    Sums up what customers pay, period by period: the mean is ARPA, and the rest tells what it hides.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()

    Returns
    -------
    one row for each period, over the MRR of its closing accounts
    """

def concentration(
    ledger: MrrLedger,
    *,
    period: datetime.date | numpy.datetime64 | str = '',
    top: typing.SupportsIndex = 10,
) -> Concentration:
    """How concentrated MRR is: the share of the largest accounts, the Herfindahl index, the Gini coefficient.

    They are those of the ledger's own customers, not estimates for others, so Gini's coefficient is not
    multiplied by n / (n - 1). `accounts_behind(ledger, kind="closing")` names the accounts.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    period
        a period's name or a day in it; by default every period
    top
        how many of the largest accounts `top_share` is of, at least 1

    Returns
    -------
    one row for each period, or for the one that was chosen

    Raises
    ------
    InvalidInput
        unless top >= 1, and when the ledger has no such period

    References
    ----------
    Herfindahl (1950), Concentration in the Steel Industry; Adelman (1969), The Review of Economics and
    Statistics 51:99-101, for the equivalent number; Damgaard & Weiner (2000), Ecology 81:1139-1142, for
    Gini's coefficient from ordered amounts
    """

def lorenz_curve(ledger: MrrLedger, *, period: datetime.date | numpy.datetime64 | str = '') -> LorenzCurve:
    """What share of MRR the smallest accounts make, for each number of them.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    period
        a period's name or a day in it; by default the last

    Returns
    -------
    n + 1 rows for n customers, the first (0, 0); none where there is no MRR

    Raises
    ------
    InvalidInput
        when the ledger has no such period

    References
    ----------
    Lorenz (1905), Publications of the American Statistical Association 9:209-219
    """

def segment_ledger(ledger: MrrLedger, accounts: Accounts, *, by: str) -> SegmentPeriods:
    """Splits a ledger by an attribute of its accounts, which may change over time.

    Netted by period, an account is in the segment that it is in on the period's last day. A customer whose
    segment changed leaves the old one and enters the new one with the MRR it had before, and what else
    happened to it then happens in the new one; if it churned, that happens in the old one. By event, changes
    of segment are dated like all others, and a movement is in the segment of its day.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    accounts
        what is known of its accounts; at the grain of parents, of the parents
    by
        an attribute of the accounts

    Returns
    -------
    by segment, unknown last, and period; a segment has rows when it ever has a customer

    Raises
    ------
    InvalidInput
        when there is no such attribute, or the ids are texts here and integers there
    """

def segment_behind(
    ledger: MrrLedger,
    accounts: Accounts,
    *,
    by: str,
    segment: str,
    period: datetime.date | numpy.datetime64 | str,
    kind: SegmentCell | typing.Literal['opening', 'entered', 'new_business', 'reactivation', 'expansion', 'contraction', 'churn', 'left', 'exchange', 'closing'] | str = 'churn',
) -> SegmentBehind:
    """Opens a cell of segment_ledger() down to its accounts.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    accounts
        as for segment_ledger()
    by
        an attribute of the accounts
    segment
        its value, as text; empty for unknown
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
        as segment_ledger(), and when the ledger has no such period or the attribute no such value
    """

def reconcile(
    ledger: MrrLedger,
    summary: Summary,
    *,
    tolerance_minor: typing.SupportsIndex = 0,
) -> Reconciliation:
    """Explains where a summary differs from a ledger: in which period, for which account, by how much, and what
    kind of difference it is.

    The periods from the summary's first to its last are compared. An account or a period of these that the
    summary leaves out counts as 0 there, as does in the ledger what it does not have.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    summary
        of the ledger's periods and currency; with accounts, each account is compared
    tolerance_minor
        amounts that differ by at most so many minor units are not listed

    Returns
    -------
    the differences, and the totals that they explain to the last minor unit

    Raises
    ------
    InvalidInput
        when the summary has other periods than the ledger (quarters against months), another
        currency, ids of another kind, or several rows of one period and account; on a tolerance
        below 0
    Overflow
        when a sum or a difference leaves 64 bits
    """

def close_periods(
    ledger: MrrLedger,
    *,
    through: datetime.date | numpy.datetime64 | str = '',
    policy: str = '',
) -> ClosedPeriods:
    """Pins the numbers of every period up to one, as they are reported: by period, account and kind.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    through
        the last period to close, such as 2024-12, 2024-Q4 or 2024-W52, or a day in it
    policy
        a text that stands for the conventions, to be told from others by extend()

    Returns
    -------
    the closed numbers, for restatements() to hold later ledgers against

    Raises
    ------
    InvalidInput
        when the ledger has no such period, or knows only a part of it
    """

def restatements(ledger: MrrLedger, closed: ClosedPeriods) -> Restatements:
    """Every difference between what was closed and what a ledger says now of the same periods, and of those
    before them.

    Parameters
    ----------
    ledger
        of the same periods and currency, that knows the closed periods to their end
    closed
        as made by close_periods()

    Returns
    -------
    the differences by account, and by period; none when nothing has changed

    Raises
    ------
    InvalidInput
        when the ledger has other periods, another currency or ids of another kind, or ends before
        the closed periods do
    Overflow
        when a difference leaves 64 bits
    """

