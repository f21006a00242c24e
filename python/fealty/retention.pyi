# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import enum
import fealty.revenue
import matplotlib.axes
import numpy
import numpy.typing
import pandas  # type: ignore[import-untyped,unused-ignore]
import polars
import typing

class RetentionForm(enum.StrEnum):
    """Whose revenue is retained.

    Members
    -------
    cohort
        MRR now of the accounts that had MRR `window` periods ago, over their MRR then
    movement
        the movements of all accounts within the window, over the opening MRR
    """
    cohort = "cohort"
    movement = "movement"

class RevenueRetention:
    """Retention of revenue, one row for each period that has one `window` periods before it.

    Columns
    -------
    period
        first day
    period_end
        last day
    nrr
        retained / base; none without a base
    grr
        gross_retained / base; none without a base
    base
        MRR `window` periods before
    retained
        what is left of it, with expansion
    gross_retained
        what is left of it, without; below 0 only in the movement form
    base_accounts
        accounts with MRR then
    small_base
        1 where they are few
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
    def nrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """retained / base; none without a base"""
    @property
    def grr(self) -> numpy.typing.NDArray[numpy.float64]:
        """gross_retained / base; none without a base"""
    @property
    def base(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR `window` periods before"""
    @property
    def base_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR `window` periods before"""
    @property
    def retained(self) -> numpy.typing.NDArray[numpy.float64]:
        """what is left of it, with expansion"""
    @property
    def retained_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what is left of it, with expansion"""
    @property
    def gross_retained(self) -> numpy.typing.NDArray[numpy.float64]:
        """what is left of it, without; below 0 only in the movement form"""
    @property
    def gross_retained_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what is left of it, without; below 0 only in the movement form"""
    @property
    def base_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts with MRR then"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where they are few"""
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

class LogoRetention:
    """Retention of accounts, one row for each period that has one `window` periods before it.

    Columns
    -------
    period
        first day
    period_end
        last day
    retention
        retained_accounts / base_accounts; none without a base
    lower
        Wilson's interval, from; none without a base
    upper
        to; none without a base
    base_accounts
        customers `window` periods before
    retained_accounts
        those of them that are customers now
    small_base
        1 where the base is few accounts
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
    def retention(self) -> numpy.typing.NDArray[numpy.float64]:
        """retained_accounts / base_accounts; none without a base"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval, from; none without a base"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to; none without a base"""
    @property
    def base_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers `window` periods before"""
    @property
    def retained_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """those of them that are customers now"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the base is few accounts"""
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

class ChurnRate:
    """Churn, one row for each period but the first.

    Columns
    -------
    period
        first day
    period_end
        last day
    logo_churn
        churn_accounts / opening_accounts; none without an opening
    lower
        Wilson's interval of logo_churn, from
    upper
        to
    gross_mrr_churn
        (churn + contraction) / opening; none without an opening
    net_mrr_churn
        the same less expansion; below 0 when expansion outweighs it
    opening
        MRR at the end of the period before
    lost
        churn + contraction
    opening_accounts
        customers at the end of the period before
    churn_accounts
        those of them that left
    small_base
        1 where the opening is few accounts
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
    def logo_churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """churn_accounts / opening_accounts; none without an opening"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of logo_churn, from"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def gross_mrr_churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """(churn + contraction) / opening; none without an opening"""
    @property
    def net_mrr_churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same less expansion; below 0 when expansion outweighs it"""
    @property
    def opening(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR at the end of the period before"""
    @property
    def opening_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR at the end of the period before"""
    @property
    def lost(self) -> numpy.typing.NDArray[numpy.float64]:
        """churn + contraction"""
    @property
    def lost_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """churn + contraction"""
    @property
    def opening_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers at the end of the period before"""
    @property
    def churn_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """those of them that left"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the opening is few accounts"""
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

class CohortValue(enum.StrEnum):
    """What of a cohort is followed.

    Members
    -------
    logos
        its accounts
    net
        its MRR, with expansion
    gross
        its MRR, no account for more than in its first period
    """
    logos = "logos"
    net = "net"
    gross = "gross"

class CohortTable:
    """Cohorts by the period in which accounts became customers, and what is left of them at each age: one
    row for each cohort and age that has begun.

    Columns
    -------
    cohort
        first day of the period they started in
    age
        periods since, from 0
    period
        first day of the period seen
    base_accounts
        customers of the cohort at age 0
    accounts
        customers at this age; one that came back counts again
    base
        MRR of the cohort at age 0
    net
        MRR at this age
    gross
        the same, no account for more than at age 0
    rate
        the chosen value over its value at age 0; none for a base of 0
    complete
        0 where as_of cuts the period short: not final yet, no loss
    """
    @property
    def cohort(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period they started in"""
    @property
    def age(self) -> numpy.typing.NDArray[numpy.int64]:
        """periods since, from 0"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period seen"""
    @property
    def base_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers of the cohort at age 0"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers at this age; one that came back counts again"""
    @property
    def base(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR of the cohort at age 0"""
    @property
    def base_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR of the cohort at age 0"""
    @property
    def net(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR at this age"""
    @property
    def net_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR at this age"""
    @property
    def gross(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same, no account for more than at age 0"""
    @property
    def gross_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the same, no account for more than at age 0"""
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """the chosen value over its value at age 0; none for a base of 0"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """0 where as_of cuts the period short: not final yet, no loss"""
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
    @property
    def value(self) -> CohortValue:
        """what `rate` is of"""

class CustomerLifetimes:
    """Spells of being a customer without interruption, by account id and then by time.

    Columns
    -------
    account
        whose
    spell
        1 for the account's first, 2 after its first return, …
    start
        first day with MRR
    end
        first day without; fealty::open while it lasts
    days
        length up to the end, or to the day after as_of
    ended
        1 when it ended, 0 when it lasted on as_of (right-censored)
    first_mrr
        MRR on the first day
    last_mrr
        MRR on the last day
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def spell(self) -> numpy.typing.NDArray[numpy.int64]:
        """1 for the account's first, 2 after its first return, …"""
    @property
    def start(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day with MRR"""
    @property
    def end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day without; fealty::open while it lasts"""
    @property
    def days(self) -> numpy.typing.NDArray[numpy.int64]:
        """length up to the end, or to the day after as_of"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 when it ended, 0 when it lasted on as_of (right-censored)"""
    @property
    def first_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR on the first day"""
    @property
    def first_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR on the first day"""
    @property
    def last_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR on the last day"""
    @property
    def last_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR on the last day"""
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
def revenue_retention(
    ledger: fealty.revenue.MrrLedger,
    *,
    window: typing.SupportsIndex = 12,
    form: RetentionForm | typing.Literal['cohort', 'movement'] | str = 'cohort',
    count_reactivation: bool = False,
    small_base: typing.SupportsIndex = 30,
) -> RevenueRetention:
    """Net and gross revenue retention over a trailing window.

    The cohort form follows the accounts that had MRR `window` periods ago: NRR is their MRR now over
    their MRR then, and in GRR no account counts for more than it had then. The movement form sums the
    ledger's movements within the window over the opening MRR; its GRR falls below 0 when accounts won
    within the window are lost again, and is not clamped.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    window
        periods, at least 1
    form
        whose revenue is retained
    count_reactivation
        movement form: whether returning MRR is retained
    small_base
        fewer accounts than this are flagged

    Returns
    -------
    one row for each period that has one `window` periods before it

    Raises
    ------
    InvalidInput
        unless window >= 1 and small_base >= 0

    References
    ----------
    SaaS Metrics Standards Board, net and gross revenue retention (cohort form)
    """

def logo_retention(
    ledger: fealty.revenue.MrrLedger,
    *,
    window: typing.SupportsIndex = 12,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    small_base: typing.SupportsIndex = 30,
) -> LogoRetention:
    """Share of the customers of `window` periods ago that are customers now.

    A customer that left and came back within the window is retained.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    window
        periods, at least 1
    confidence
        coverage of the interval, in (0, 1)
    small_base
        fewer accounts than this are flagged

    Returns
    -------
    one row for each period that has one `window` periods before it

    Raises
    ------
    InvalidInput
        unless window >= 1, 0 < confidence < 1 and small_base >= 0

    References
    ----------
    Wilson (1927), JASA 22:209-212, for the interval
    """

def churn_rate(
    ledger: fealty.revenue.MrrLedger,
    *,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    count_reactivation: bool = False,
    small_base: typing.SupportsIndex = 30,
) -> ChurnRate:
    """Churn of accounts and of revenue, period by period.

    The denominator is what there was at the period's opening. For other windows make a ledger of longer
    periods, or bring a rate to another length with annualize().

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    confidence
        coverage of the interval, in (0, 1)
    count_reactivation
        whether returning MRR lowers net churn
    small_base
        fewer accounts than this are flagged

    Returns
    -------
    one row for each period from the second on

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1 and small_base >= 0
    """

def annualize(
    rate: typing.SupportsFloat | typing.SupportsIndex,
    *,
    days: typing.SupportsFloat | typing.SupportsIndex,
    target_days: typing.SupportsFloat | typing.SupportsIndex = 365.0,
) -> float:
    """Brings a churn rate to another length of time by compounding: 1 - (1 - rate)^(target_days / days).

        assert abs(ft.retention.annualize(0.1, days=92) - 0.341641980894416) < 1e-15

    Parameters
    ----------
    rate
        share lost within `days`, in [0, 1]
    days
        how long the rate was measured, > 0
    target_days
        how long it shall hold, > 0; 365 / 12 for a month

    Returns
    -------
    share lost within `target_days`, in [0, 1]

    Raises
    ------
    InvalidInput
        out of these ranges
    """

def cohort_table(
    ledger: fealty.revenue.MrrLedger,
    *,
    value: CohortValue | typing.Literal['logos', 'net', 'gross'] | str = 'logos',
) -> CohortTable:
    """Follows each period's new customers through the periods after.

    An account's cohort is the first period at whose end it was a customer. The periods are the ledger's:
    make a ledger of weeks, quarters or years for cohorts of these.

    Parameters
    ----------
    ledger
        as made by mrr_ledger(), of at most 4,096 periods
    value
        what `rate` is of

    Returns
    -------
    by cohort and age; cohorts without customers have no rows

    Raises
    ------
    InvalidInput
        for a ledger of more periods
    """

def customer_lifetimes(
    ledger: fealty.revenue.MrrLedger,
    *,
    gap_days: typing.SupportsIndex = 0,
) -> CustomerLifetimes:
    """The spells in which accounts were customers, to the day: what survival analysis starts from.

    A spell begins with MRR; overlapping and adjoining rows, and free ones after, are one spell. An end
    after the ledger's as_of is not known yet: the spell lasts, and is right-censored.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    gap_days
        gaps of at most so many days do not end a spell, >= 0; one that as_of cuts short counts as
        an end

    Returns
    -------
    one row for each spell

    Raises
    ------
    InvalidInput
        unless gap_days >= 0
    """

