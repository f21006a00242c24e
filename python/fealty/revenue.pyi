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

class SubscriptionKind(enum.StrEnum):
    """What a subscription row is paid for.

    Members
    -------
    recurring
        counts as MRR
    trial
        no MRR before its conversion, whatever its price says
    metered
        no MRR
    one_time
        no MRR
    """
    recurring = "recurring"
    trial = "trial"
    metered = "metered"
    one_time = "one_time"

class Subscriptions:
    """A validated subscriptions table.

    Each row's monthly amount, (amount x quantity - discount) brought to one month, is rounded once,
    half-even, to the currency's minor unit. The table copies what it needs, except columns that
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
        n days since 1970-01-01: the first day
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
        recurring, trial, metered or one_time; recurring by default
    trial
        1 for a trial; instead of `kind`
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
        currency, kind or interval
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

class Grain(enum.StrEnum):
    """Whose movements a ledger shows.

    Members
    -------
    account
        all subscriptions of an account are one state
    """
    account = "account"

class Netting(enum.StrEnum):
    """What a movement is the difference of.

    Members
    -------
    period
        two period-end states: at most one movement per account and period
    """
    period = "period"

class LedgerPolicy:
    """The conventions that a ledger was made with; every ledger carries them."""
    @property
    def period(self) -> fealty.Period:
        """how time is cut"""
    @property
    def fiscal_year_start(self) -> int:
        """first month of the fiscal year, 1 to 12"""
    @property
    def grain(self) -> Grain:
        """whose movements are shown"""
    @property
    def netting(self) -> Netting:
        """what a movement is the difference of"""
    def __repr__(self) -> str: ...

class PolicyTable:
    """A policy in words, one row for each convention.

    Columns
    -------
    convention
        its name
    value
        what was chosen
    meaning
        what that does to the numbers
    """
    @property
    def convention(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name"""
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

class MovementKind(enum.StrEnum):
    """What can happen to an account's MRR from one period's end to the next.

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
    """
    new_business = "new_business"
    reactivation = "reactivation"
    expansion = "expansion"
    contraction = "contraction"
    churn = "churn"

class LedgerPeriods:
    """MRR by period: opening + new_business + reactivation + expansion - contraction - churn = closing,
    exactly, in money and in accounts, and every opening is the closing before it.

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
    """Each thing that happened, by period and then by account id.

    Columns
    -------
    account
        whose MRR moved
    period
        first day of the period
    kind
        what happened
    amount
        by how much, >= 0; 0 for a customer that left at 0
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose MRR moved"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what happened"""
    @property
    def amount(self) -> numpy.typing.NDArray[numpy.float64]:
        """by how much, >= 0; 0 for a customer that left at 0"""
    @property
    def amount_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """by how much, >= 0; 0 for a customer that left at 0"""
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
    def policy(self) -> LedgerPolicy:
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
    closing
    """
    opening = "opening"
    new_business = "new_business"
    reactivation = "reactivation"
    expansion = "expansion"
    contraction = "contraction"
    churn = "churn"
    closing = "closing"

class AccountsBehind:
    """The accounts that make a cell, by id; their amounts sum to it.

    Columns
    -------
    account
        each account once
    amount
        its part, >= 0
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """each account once"""
    @property
    def amount(self) -> numpy.typing.NDArray[numpy.float64]:
        """its part, >= 0"""
    @property
    def amount_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """its part, >= 0"""
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
        n days since 1970-01-01: the first day
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
        recurring, trial, metered or one_time; recurring by default
    trial
        1 for a trial; instead of `kind`
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
) -> int:
    """Brings an amount paid per interval down (or up) to one month.

    A year is 12 months, a quarter 3, a week 12/52 and a day 12/365 of a month. The result is rounded
    once, half-even.

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

def describe_policy(policy: LedgerPolicy) -> PolicyTable:
    """Spells a policy out: the conventions that were chosen, and those that every ledger keeps.

    Parameters
    ----------
    policy
        such as that of a ledger

    Returns
    -------
    one row for each convention
    """

def mrr_ledger(
    table: Subscriptions | MrrSnapshots | MrrChanges | LedgerState,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    fiscal_year_start: typing.SupportsIndex = 1,
    grain: Grain | typing.Literal['account'] | str = 'account',
    netting: Netting | typing.Literal['period'] | str = 'period',
    threads: typing.SupportsIndex = 0,
) -> MrrLedger:
    """Brings a table down to one row for each period: opening and closing MRR, and what moved it.

    A row counts in a period when start <= last day < end. An account that has MRR for the first time is
    new business, one that has it again a reactivation; more or less of it is expansion or contraction;
    none of it any more is churn. Movements are differences of two period-end states, so an account that
    joins and leaves within a period does not move. The time taken does not depend on how long accounts
    stay.

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
        validated rows, of one currency
    as_of
        last day known; by default the latest start, or an end at most one period later
    period
        how time is cut
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    grain
        whose movements are shown
    netting
        what a movement is the difference of
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the periods, and what is behind them

    Raises
    ------
    InvalidInput
        on several currencies, on a fiscal year that starts in no month, on more than 65,535 periods
    Overflow
        when the amounts of all rows, without their signs, sum beyond 64 bits
    """

def accounts_behind(
    ledger: MrrLedger,
    *,
    period: datetime.date | numpy.datetime64 | str,
    kind: LedgerCell | typing.Literal['opening', 'new_business', 'reactivation', 'expansion', 'contraction', 'churn', 'closing'] | str = 'churn',
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
    kind: LedgerCell | typing.Literal['opening', 'new_business', 'reactivation', 'expansion', 'contraction', 'churn', 'closing'] | str = 'churn',
) -> RowsBehind:
    """Opens a cell of a ledger down to the rows of the table it was made of.

    For each account behind the cell these are the rows that count at the end of the period before or of
    the period itself; the sum of `after` less the sum of `before` is the account's movement.

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

