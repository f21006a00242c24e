# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import datetime
import enum
import fealty
import fealty.revenue
import fealty.survival
import matplotlib.axes
import numpy
import numpy.typing
import pandas  # type: ignore[import-untyped,unused-ignore]
import polars
import typing

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
    nrr_lower
        interval of nrr in the cohort form, from; none without draws
    nrr_upper
        to
    grr_lower
        interval of grr in the forms of single accounts, from
    grr_upper
        to
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
    def nrr_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """interval of nrr in the cohort form, from; none without draws"""
    @property
    def nrr_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def grr_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """interval of grr in the forms of single accounts, from"""
    @property
    def grr_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
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
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy:
        """what it was made with"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """gross_retained_below_zero, with the rows of this result"""

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
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy:
        """what it was made with"""

class ChurnRate:
    """Churn, one row for each period but the first.

    Columns
    -------
    period
        first day
    period_end
        last day
    logo_churn
        churn_accounts / base_accounts; none without a base
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
    base_accounts
        what logo_churn is over, as logo_base says
    churn_accounts
        customers that left, of those up for renewal if that is the base
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
    def logo_churn(self) -> numpy.typing.NDArray[numpy.float64]:
        """churn_accounts / base_accounts; none without a base"""
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
    def base_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """what logo_churn is over, as logo_base says"""
    @property
    def churn_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers that left, of those up for renewal if that is the base"""
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
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy:
        """what it was made with"""

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
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy:
        """what the ledger was made with"""

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
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none without rows"""
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy:
        """what the ledger was made with"""

class SpellWeight(enum.StrEnum):
    """What a spell counts for.

    Members
    -------
    account
        each the same: curves of accounts
    first_mrr
        its MRR on the first day: curves of revenue
    """
    account = "account"
    first_mrr = "first_mrr"

class LifetimeArpa(enum.StrEnum):
    """What a customer is taken to pay a month.

    Members
    -------
    by_age
        what customers of the same age paid
    flat
        ARPA of the ledger's last period
    """
    by_age = "by_age"
    flat = "flat"

class LifetimeValue:
    """What a customer brings over a lifetime, month by month of age. Real numbers of money are in major units.

    Columns
    -------
    month
        of age, from 0
    customers
        seen at its beginning; 0 from a curve, which does not say
    survival
        share of customers that reach its beginning
    arpa
        what one pays in it
    discount
        factor that brings it to the day of the first payment
    contribution
        survival x arpa x margin x discount
    cumulative
        sum of the contributions up to it
    """
    @property
    def month(self) -> numpy.typing.NDArray[numpy.int64]:
        """of age, from 0"""
    @property
    def customers(self) -> numpy.typing.NDArray[numpy.int64]:
        """seen at its beginning; 0 from a curve, which does not say"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of customers that reach its beginning"""
    @property
    def arpa(self) -> numpy.typing.NDArray[numpy.float64]:
        """what one pays in it"""
    @property
    def discount(self) -> numpy.typing.NDArray[numpy.float64]:
        """factor that brings it to the day of the first payment"""
    @property
    def contribution(self) -> numpy.typing.NDArray[numpy.float64]:
        """survival x arpa x margin x discount"""
    @property
    def cumulative(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of the contributions up to it"""
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
    def value(self) -> float | None:
        """sum of `contribution`; none without a month that was seen"""
    @property
    def textbook(self) -> float | None:
        """arpa x margin / churn, for comparison; none without churn"""
    @property
    def flat_arpa(self) -> float | None:
        """ARPA of the ledger's last period"""
    @property
    def monthly_churn(self) -> float | None:
        """losses / months at risk, over all ages"""
    @property
    def horizon_months(self) -> int:
        """months that were summed"""
    @property
    def support_months(self) -> int:
        """months that were seen"""
    @property
    def truncated(self) -> bool:
        """customers are left at the end of what was seen, short of the horizon"""
    @property
    def remaining(self) -> float:
        """survival at the end of the sum: who would go on to bring more"""
    @property
    def margin(self) -> float:
        """as it was chosen"""
    @property
    def annual_discount_rate(self) -> float:
        """as it was chosen"""
    @property
    def arpa_form(self) -> LifetimeArpa:
        """as it was chosen"""
    @property
    def currency(self) -> fealty.Currency:
        """of all amounts; none from a curve"""
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy | None:
        """what the ledger was made with; none from a curve"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: horizon_beyond_support"""

class RenewalOutcome(enum.StrEnum):
    """What became of a contract that was due.

    Members
    -------
    on_time
        renewed within the period it was due in, without a gap
    early
        renewed, and signed before the first day of that period
    late
        renewed, but signed or begun only after the end
    lapsed
        not renewed, and it is too late for it
    pending
        not renewed yet
    """
    on_time = "on_time"
    early = "early"
    late = "late"
    lapsed = "lapsed"
    pending = "pending"

class Renewals:
    """Each contract that was due, by account id and then by start.

    Columns
    -------
    account
        whose
    row
        of the contracts table, from 0
    end
        the day it was due
    period
        first day of the period that holds it
    outcome
        what became of it
    decided
        1 once `late_days` have passed since its end
    renewal_row
        the contract that renewed it; -1 where there is none
    due_mrr
        its total / months of its term
    renewed_mrr
        the same of the contract that renewed it; 0 without one
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the contracts table, from 0"""
    @property
    def end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the day it was due"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period that holds it"""
    @property
    def outcome(self) -> numpy.typing.NDArray[numpy.object_]:
        """what became of it"""
    @property
    def decided(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 once `late_days` have passed since its end"""
    @property
    def renewal_row(self) -> numpy.typing.NDArray[numpy.int64]:
        """the contract that renewed it; -1 where there is none"""
    @property
    def due_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """its total / months of its term"""
    @property
    def due_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """its total / months of its term"""
    @property
    def renewed_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of the contract that renewed it; 0 without one"""
    @property
    def renewed_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the same of the contract that renewed it; 0 without one"""
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

class RenewalRate:
    """Renewal rates, one row for each period from the first end to as_of: due = renewed + lapsed + undecided.

    Columns
    -------
    period
        first day
    period_end
        last day
    rate
        renewed / (renewed + lapsed)
    lower
        Wilson's interval of rate, from
    upper
        to
    gross_rate
        retained_mrr / decided_mrr: at most 1
    net_rate
        renewed_mrr / decided_mrr: above 1 where renewals grow
    due
        contracts that end in the period
    renewed
        decided, and renewed
    early
        of the renewed
    late
        of the renewed
    lapsed
        decided, and not renewed
    undecided
        less than late_days have passed since their end
    undecided_renewed
        those of the undecided that have been renewed already
    due_mrr
        a month's worth of the contracts due
    decided_mrr
        of the decided ones
    renewed_mrr
        of the contracts that renewed them
    retained_mrr
        the same, none for more than the one that it renewed
    small_base
        1 where few contracts are decided
    complete
        0 where as_of cuts the period short, or some are undecided
    """
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day"""
    @property
    def period_end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day"""
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """renewed / (renewed + lapsed)"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of rate, from"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def gross_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """retained_mrr / decided_mrr: at most 1"""
    @property
    def net_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """renewed_mrr / decided_mrr: above 1 where renewals grow"""
    @property
    def due(self) -> numpy.typing.NDArray[numpy.int64]:
        """contracts that end in the period"""
    @property
    def renewed(self) -> numpy.typing.NDArray[numpy.int64]:
        """decided, and renewed"""
    @property
    def early(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the renewed"""
    @property
    def late(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the renewed"""
    @property
    def lapsed(self) -> numpy.typing.NDArray[numpy.int64]:
        """decided, and not renewed"""
    @property
    def undecided(self) -> numpy.typing.NDArray[numpy.int64]:
        """less than late_days have passed since their end"""
    @property
    def undecided_renewed(self) -> numpy.typing.NDArray[numpy.int64]:
        """those of the undecided that have been renewed already"""
    @property
    def due_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """a month's worth of the contracts due"""
    @property
    def due_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """a month's worth of the contracts due"""
    @property
    def decided_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the decided ones"""
    @property
    def decided_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the decided ones"""
    @property
    def renewed_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the contracts that renewed them"""
    @property
    def renewed_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the contracts that renewed them"""
    @property
    def retained_mrr(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same, none for more than the one that it renewed"""
    @property
    def retained_mrr_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the same, none for more than the one that it renewed"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where few contracts are decided"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """0 where as_of cuts the period short, or some are undecided"""
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
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""

class RetentionMeasure(enum.StrEnum):
    """What is retained.

    Members
    -------
    nrr
        revenue, with expansion
    grr
        revenue, without
    logo_retention
        accounts
    """
    nrr = "nrr"
    grr = "grr"
    logo_retention = "logo_retention"

class Conventions:
    """One measure of the same data over the same window by every convention, one row for each.

    Columns
    -------
    measure
        what is retained
    convention
        its name
    value
        the rate; none without a base
    lower
        its interval, from; none for rates of totals
    upper
        to
    retained
        what is left of the base; 0 for accounts
    base
        MRR at the window's beginning; 0 for accounts
    retained_accounts
        customers that are left; of accounts only, 0 for revenue
    base_accounts
        accounts that the rate is of
    small_base
        1 where they are few
    definition
        what it counts
    used_by
        who counts so; empty where nobody is known to
    fingerprint
        policy_fingerprint() of what it was made with
    """
    @property
    def measure(self) -> numpy.typing.NDArray[numpy.object_]:
        """what is retained"""
    @property
    def convention(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """the rate; none without a base"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """its interval, from; none for rates of totals"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def retained(self) -> numpy.typing.NDArray[numpy.float64]:
        """what is left of the base; 0 for accounts"""
    @property
    def retained_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """what is left of the base; 0 for accounts"""
    @property
    def base(self) -> numpy.typing.NDArray[numpy.float64]:
        """MRR at the window's beginning; 0 for accounts"""
    @property
    def base_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """MRR at the window's beginning; 0 for accounts"""
    @property
    def retained_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers that are left; of accounts only, 0 for revenue"""
    @property
    def base_accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that the rate is of"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where they are few"""
    @property
    def definition(self) -> numpy.typing.NDArray[numpy.object_]:
        """what it counts"""
    @property
    def used_by(self) -> numpy.typing.NDArray[numpy.object_]:
        """who counts so; empty where nobody is known to"""
    @property
    def fingerprint(self) -> numpy.typing.NDArray[numpy.object_]:
        """policy_fingerprint() of what it was made with"""
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
    def period(self) -> datetime.date:
        """first day of the period"""
    @property
    def period_end(self) -> datetime.date:
        """its last day"""
    @property
    def window(self) -> int:
        """periods looked back"""
    @property
    def policy(self) -> fealty.revenue.RevenuePolicy:
        """the ledger's own"""
def revenue_retention(
    ledger: fealty.revenue.MrrLedger,
    *,
    window: typing.SupportsIndex | None = None,
    nrr_form: fealty.revenue.NetForm | typing.Literal['cohort', 'movement', 'chained', 'mean_annualized', 'weighted'] | str | None = None,
    grr_form: fealty.revenue.GrossForm | typing.Literal['cohort', 'running_minimum', 'movement', 'chained'] | str | None = None,
    nrr_reactivation: bool | None = None,
    currency: fealty.revenue.RateCurrency | typing.Literal['constant', 'with_exchange'] | str | None = None,
    draws: typing.SupportsIndex = 0,
    seed: typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex | None = None,
    small_base: typing.SupportsIndex | None = None,
) -> RevenueRetention:
    """Net and gross revenue retention over a trailing window.

    The cohort form follows the accounts that had MRR `window` periods ago: NRR is their MRR now over
    their MRR then, and in GRR no account counts for more than it had then. The other forms are those that
    are in use: of the movements within the window, whoever moved (its GRR falls below 0 when accounts won
    within the window are lost again, and is not clamped), chained from period to period, averaged, or of
    each account's least MRR on the way. What a product or a mean retains is its rate of the base, to the
    nearest minor unit.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    window
        periods, at least 1
    nrr_form
        how NRR is made
    grr_form
        how GRR is made
    nrr_reactivation
        NRR of movements: whether returning MRR is retained
    currency
        in a reporting currency: whether rates move retention
    draws
        bootstrap draws for the intervals, >= 0; 0 for none
    seed
        of the draws
    confidence
        coverage of the intervals, in (0, 1)
    small_base
        fewer accounts than this are flagged, >= 0

    Returns
    -------
    one row for each period that has one `window` periods before it

    Raises
    ------
    InvalidInput
        unless window >= 1, draws >= 0, 0 < confidence < 1 and small_base >= 0

    References
    ----------
    SaaS Metrics Standards Board, net and gross revenue retention (cohort form)
    """

def logo_retention(
    ledger: fealty.revenue.MrrLedger,
    *,
    window: typing.SupportsIndex | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex | None = None,
    small_base: typing.SupportsIndex | None = None,
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
        fewer accounts than this are flagged, >= 0

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
    confidence: typing.SupportsFloat | typing.SupportsIndex | None = None,
    net_churn_reactivation: bool | None = None,
    logo_base: fealty.revenue.LogoBase | typing.Literal['opening', 'opening_and_new', 'days_ago', 'up_for_renewal'] | str | None = None,
    small_base: typing.SupportsIndex | None = None,
) -> ChurnRate:
    """Churn of accounts and of revenue, period by period.

    MRR churn is over what there was at the period's opening, logo churn over the customers that `logo_base`
    names. By event, customers that came and left within the period have left too, so that logo churn may
    exceed 1 and then has no interval. For other windows make a ledger of longer periods, or bring a rate to
    another length with annualize().

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    confidence
        coverage of the interval, in (0, 1)
    net_churn_reactivation
        whether returning MRR lowers net churn
    logo_base
        what logo churn is over
    small_base
        fewer accounts than this are flagged, >= 0

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
    after the ledger's as_of is not known yet: the spell lasts, and is right-censored. In a reporting currency
    with the rates of each period's end, a row's MRR is that of the period in which it starts.

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

def lifetimes(
    spells: CustomerLifetimes,
    *,
    accounts: fealty.revenue.Accounts | None = None,
    spell_weight: SpellWeight | typing.Literal['account', 'first_mrr'] | str = 'account',
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'day',
) -> fealty.survival.Lifetimes:
    """Spells of being a customer as lifetimes, for curves and their comparison.

    Durations are days, or periods counted from the spell's first day: from January 31 the first month ends on
    the last of February. A spell that lasts has so many whole ones; one that ended also counts the one that
    it ended in, as a contract that is not renewed at its end.

    Attributes are `account`, to cluster by; `spell`, 1 for an account's first; `start`, its first day; and
    those of the accounts table, as they were on the spell's first day: what became of an account later does
    not tell how long it would stay. Accounts that the table does not know have none.

    Parameters
    ----------
    spells
        as made by customer_lifetimes()
    accounts
        whose attributes make groups and covariates
    spell_weight
        what a spell counts for
    period
        what durations count

    Returns
    -------
    one life for each spell, in their order

    Raises
    ------
    InvalidInput
        when an attribute is called account, spell or start
    """

def lifetime_value(
    ledger: fealty.revenue.MrrLedger,
    *,
    margin: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    annual_discount_rate: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    horizon_months: typing.SupportsIndex | None = None,
    arpa: LifetimeArpa | typing.Literal['by_age', 'flat'] | str = 'by_age',
    gap_days: typing.SupportsIndex = 0,
) -> LifetimeValue:
    """What a customer brings over a lifetime: the sum over months t = 0, 1, … of survival(t) x arpa(t) x
    margin x discount^t.

    A month is paid at its beginning, by those who are customers then: so with a constant churn and no
    discount the sum comes to the textbook's arpa x margin / churn, which assumes just that. survival(t) is
    Kaplan-Meier's by month of age, of all spells of customer_lifetimes() (one that comes after a return is
    a life of its own); ages are counted in months of the calendar, since most subscriptions end with
    these. Nothing is extrapolated: the sum ends with the last month of age that anyone was seen to
    complete, and says so in `truncated` and in the finding horizon_beyond_support (a warning where more
    months were asked for); `remaining` tells how many customers it leaves out.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    margin
        gross margin, in [0, 1]; 1 gives revenue
    annual_discount_rate
        of money, >= 0: a month's factor is (1 + rate)^(-1/12)
    horizon_months
        months that count, >= 1; by default all that were seen
    arpa
        what a customer is taken to pay
    gap_days
        gaps of at most so many days do not end a life, >= 0

    Returns
    -------
    the value, the textbook's beside it, and one row for each month

    Raises
    ------
    InvalidInput
        unless 0 <= margin <= 1, annual_discount_rate is a number >= 0, horizon_months >= 1 and
        gap_days >= 0

    References
    ----------
    Fader & Hardie (2010), Marketing Science 29:85-93, for the value of a contractual customer; Kaplan &
    Meier (1958), JASA 53:457-481
    """

def renewals(
    contracts: fealty.revenue.Contracts,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    fiscal_year_start: typing.SupportsIndex = 1,
    early_days: typing.SupportsIndex = 90,
    late_days: typing.SupportsIndex = 30,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    small_base: typing.SupportsIndex = 30,
) -> Renewals:
    """Follows each contract to the one that renewed it.

    A contract is due on the day it ends (the first day after it), in the period that holds that day. It is
    renewed by another contract of the account that begins later than it, from `early_days` before its end
    to `late_days` after it, and ends later than it. A contract renews at most one: contracts choose in the
    order of their ends (the one worth more first), each the one that begins nearest to its end (of two
    that are as near the earlier, then the one worth more). A renewal is late when it is signed or begins
    after the end, early when it is signed before the first day of the period in which the contract is due,
    and otherwise on time. Contracts signed after as_of are not known; the end of one that is known is.

    Parameters
    ----------
    contracts
        validated rows, of one currency
    as_of
        last day known; by default the latest signature
    period
        how time is cut
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    early_days
        a renewal begins at most so many days before the end, >= 0
    late_days
        or so many after it, >= 0
    confidence
        coverage of the interval, in (0, 1)
    small_base
        fewer decided contracts than this are flagged, >= 0

    Returns
    -------
    one row for each contract that ends in a period up to the one that holds as_of

    Raises
    ------
    InvalidInput
        on several currencies; unless early_days, late_days and small_base are >= 0, 0 < confidence
        < 1, the fiscal year starts in a month, as_of is from 1900 to 9999, and there are at most
        65,535 periods
    """

def renewal_rate(
    contracts: fealty.revenue.Contracts,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    fiscal_year_start: typing.SupportsIndex = 1,
    early_days: typing.SupportsIndex = 90,
    late_days: typing.SupportsIndex = 30,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    small_base: typing.SupportsIndex = 30,
) -> RenewalRate:
    """The share of the contracts due that were renewed, by number and by value, period by period.

    Value is what a contract brings in a month (its recurring total / months of its term), so that terms of
    different lengths compare. Rates are of the contracts that are decided, those whose `late_days` have
    passed: to count what is renewed already, and not what may still be, would flatter the last periods.

    Parameters
    ----------
    contracts
        validated rows, of one currency
    as_of
        last day known; by default the latest signature
    period
        how time is cut
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    early_days
        a renewal begins at most so many days before the end, >= 0
    late_days
        or so many after it, >= 0
    confidence
        coverage of the interval, in (0, 1)
    small_base
        fewer decided contracts than this are flagged, >= 0

    Returns
    -------
    one row for each period; none before the first end

    Raises
    ------
    InvalidInput
        as renewals()
    Overflow
        when a sum leaves 64 bits

    References
    ----------
    Wilson (1927), JASA 22:209-212, for the interval
    """

def conventions(
    ledger: fealty.revenue.MrrLedger,
    *,
    period: datetime.date | numpy.datetime64 | str = '',
    window: typing.SupportsIndex | None = None,
    draws: typing.SupportsIndex = 1000,
    seed: typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex | None = None,
    small_base: typing.SupportsIndex | None = None,
) -> Conventions:
    """Net and gross revenue retention and logo retention of one period by every convention that is in use, side
    by side.

    The forms of rates are those of the ledger as it is. The others are those of the same rows under another
    policy: other instants of a period, changes by event, gaps bridged, customers at 0 that are none,
    subscriptions in place of accounts where the table has them, and the presets of products; one that the
    table or the rates of exchange have no answer for is left out. Revenue of single accounts has bootstrap
    intervals, accounts have Wilson's.

    Parameters
    ----------
    ledger
        as made by mrr_ledger()
    period
        a period's name such as 2024-12, or a day in it; the last complete one by default
    window
        periods, at least 1; the policy's by default
    draws
        bootstrap draws for intervals of revenue, >= 0
    seed
        of the draws
    confidence
        coverage of the intervals, in (0, 1)
    small_base
        fewer accounts than this are flagged, >= 0

    Returns
    -------
    by measure, the ledger's own forms first; none where the period has no base period

    Raises
    ------
    InvalidInput
        when the ledger has no such period, no complete one when none is named, or none `window`
        periods before it; unless window >= 1, draws >= 0, 0 < confidence < 1 and small_base >= 0

    References
    ----------
    SaaS Metrics Standards Board; Gold (2020), Fighting Churn with Data, ch. 2
    """

