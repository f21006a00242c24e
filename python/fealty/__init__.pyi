# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""Retention and revenue measures of a subscription business.

Tables of rows become validated tables, these a ledger, and a ledger the measures::

    subs = ft.revenue.Subscriptions(df, account="account_id", start="start_date", end="end_date",
                                    mrr="mrr_amount", currency="USD")
    ledger = ft.revenue.mrr_ledger(subs)
    ft.retention.revenue_retention(ledger, window=12)

Any dataframe comes in; results are Arrow streams and have NumPy columns, to_pandas(), to_polars() and,
where there is a picture, plot().
"""

import collections.abc
import datetime
import enum
import numpy
import numpy.typing
import pandas  # type: ignore[import-untyped,unused-ignore]
import polars
import typing
from fealty import adoption as adoption, cli as cli, company as company, coverage as coverage, health as health, io as io, plots as plots, report as report, retention as retention, revenue as revenue, sklearn as sklearn, survival as survival

class Error(Exception):
    """Base of every exception that fealty throws."""
    who: str
    what: str
    where: int | None
    value: str
    rule: str

class InvalidInput(Error, ValueError):
    """Data or options break a documented precondition."""

class Overflow(Error, OverflowError):
    """An exact amount would leave the range of 64 bits."""

class NotConverged(Error, RuntimeError):
    """An iteration stopped without reaching its tolerance."""

class Severity(enum.StrEnum):
    """How much a finding matters.

    Members
    -------
    information
        normal, but good to know
    warning
        probably not meant
    error
        the row cannot be used; it was left out
    """
    information = "information"
    warning = "warning"
    error = "error"

class OnError(enum.StrEnum):
    """What a table does with a row that breaks a rule.

    Members
    -------
    fail
        throw, and build nothing
    drop
        leave the row out and list it as a finding
    """
    fail = "fail"
    drop = "drop"

class Finding:
    """One kind of odd thing in the data: computable, but worth a look."""
    @property
    def code(self) -> str:
        """stable, snake_case"""
    @property
    def severity(self) -> Severity:
        """how much it matters"""
    @property
    def rows(self) -> list[int]:
        """every row it stands in, ascending, counted from 0"""
    @property
    def message(self) -> str:
        """one sentence, with the first row's values"""
    def __repr__(self) -> str: ...

class Currency:
    """A currency of ISO 4217: its letters, and how many digits its minor unit has."""
    @property
    def code(self) -> str:
        """Its three letters."""
    @property
    def exponent(self) -> int:
        """minor units per major unit = 10^exponent; 0 to 4"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...

class Money:
    """An exact amount of one currency."""
    def __init__(self, minor: typing.SupportsIndex, currency: Currency) -> None: ...
    @property
    def minor(self) -> int:
        """minor units: cents, yen, fils"""
    @property
    def currency(self) -> Currency:
        """whose minor units they are"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...

class MinorUnits:
    """An amount read from major units."""
    @property
    def minor(self) -> int:
        """half-even at the currency's last digit"""
    @property
    def exact(self) -> bool:
        """false when the amount had more digits than the currency"""
    def __repr__(self) -> str: ...

class YearMonthDay:
    """Year, month and day of the Gregorian calendar."""
    @property
    def year(self) -> int:
        """1400 to 9999"""
    @property
    def month(self) -> int:
        """1 to 12"""
    @property
    def day(self) -> int:
        """1 to 31"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...

class TimeZone:
    """By which clock instants become days; made by time_zone(). Copies are cheap."""
    def day(self, micros: typing.SupportsIndex) -> int:
        """The local day of an instant.

        Parameters
        ----------
        micros
            microseconds since 1970-01-01T00:00 UTC

        Returns
        -------
        days since 1970-01-01
        """
    def days(self, micros: collections.abc.Iterable[typing.SupportsIndex]) -> list[int]:
        """The local days of many instants, in a few nanoseconds each and in any order.

        Parameters
        ----------
        micros
            n instants in microseconds since 1970-01-01T00:00 UTC

        Returns
        -------
        n days since 1970-01-01
        """
    def offset_seconds(self, micros: typing.SupportsIndex) -> int:
        """How far local time is ahead of UTC at an instant; negative west of Greenwich."""
    @property
    def name(self) -> str:
        """The name by which it was asked for."""
    def __repr__(self) -> str: ...

class Period(enum.StrEnum):
    """How time is cut.

    Members
    -------
    day
    week
        ISO 8601: Monday to Sunday
    month
    quarter
    year
    """
    day = "day"
    week = "week"
    month = "month"
    quarter = "quarter"
    year = "year"

class PeriodGrid:
    """The periods from one day to another, without gaps: index 0 holds the first day.

    Parameters
    ----------
    first
        a day of the first period
    last
        a day of the last period, not before `first`
    period
    fiscal_year_start
        1 to 12

    Raises
    ------
    InvalidInput
        out of range, or with more than 65,535 periods
    """
    def __init__(
        self,
        first: datetime.date | numpy.datetime64 | str,
        last: datetime.date | numpy.datetime64 | str,
        period: Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str,
        fiscal_year_start: typing.SupportsIndex = 1,
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def period(self) -> Period:
        """How time is cut."""
    @property
    def fiscal_year_start(self) -> int:
        """First month of the fiscal year, 1 to 12."""
    def start(self, index: typing.SupportsIndex) -> datetime.date:
        """The first day of a period.

        Raises
        ------
        InvalidInput
            unless index < size()
        """
    def last_day(self, index: typing.SupportsIndex) -> datetime.date:
        """The last day of a period.

        Raises
        ------
        InvalidInput
            unless index < size()
        """
    def label(self, index: typing.SupportsIndex) -> str:
        """A period's name: 2024-12-31, 2024-W52, 2024-12, 2024-Q4 or 2024; FY2024 when the fiscal year
        starts in another month than January, named by the calendar year it ends in.

        Raises
        ------
        InvalidInput
            unless index < size()
        """
    def index(self, day: datetime.date | numpy.datetime64 | str) -> int:
        """The index of the period that holds a day; `size()` for a day that none holds."""
    def __repr__(self) -> str: ...
    max_size: typing.Final = 65535

class Frame:
    """Named columns of equal length: what "any dataframe" is in C++."""
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
def currency(code: str) -> Currency:
    """The currency of an ISO 4217 code.

    Parameters
    ----------
    code
        three capital letters

    Raises
    ------
    InvalidInput
        for any other text

    References
    ----------
    ISO 4217:2015, list one of 2026-01-01, and six codes withdrawn since 2021
    """

def try_currency(code: str) -> Currency | None:
    """The currency of an ISO 4217 code, none for any other text."""

def add(a: Money, b: Money) -> Money:
    """a + b.

    Raises
    ------
    InvalidInput
        unless both are of one currency
    Overflow
        when the sum leaves 64 bits
    """

def allocate(amount: Money, weights: collections.abc.Iterable[typing.SupportsIndex]) -> list[int]:
    """Splits an amount in proportion to weights, to the last minor unit (largest remainder).

    Parameters
    ----------
    amount
        any amount
    weights
        n weights >= 0, at least one > 0

    Returns
    -------
    n amounts that sum to `amount`; a tie of remainders goes to the earlier weight

    Raises
    ------
    InvalidInput
        on a negative weight, or when all are 0
    """

def to_minor(major: typing.SupportsFloat | typing.SupportsIndex, currency: Currency) -> MinorUnits:
    """Reads major units, half-even at the currency's last digit.

    Parameters
    ----------
    major
        such as 12.5 for 12.50 USD; 0.125 is read as the decimal 0.125, not as its binary
    currency
        gives the digits

    Raises
    ------
    InvalidInput
        when not finite
    Overflow
        beyond 2^52 minor units, where doubles stop telling cents apart
    """

def make_date(
    year: typing.SupportsIndex,
    month: typing.SupportsIndex,
    day: typing.SupportsIndex,
) -> datetime.date:
    """The day of a year, month and day.

    Raises
    ------
    InvalidInput
        when the Gregorian calendar from 1400 to 9999 has no such day
    """

def year_month_day(date: datetime.date | numpy.datetime64 | str) -> YearMonthDay:
    """Splits a day into year, month and day.

    Raises
    ------
    InvalidInput
        before 1400 or after 9999
    """

def parse_date(text: str) -> datetime.date:
    """Reads YYYY-MM-DD.

    Raises
    ------
    InvalidInput
        for any other text, or a day that the calendar lacks
    """

def try_parse_date(text: str) -> datetime.date | None:
    """Reads YYYY-MM-DD, none for any other text."""

def month_end(date: datetime.date | numpy.datetime64 | str) -> datetime.date:
    """The last day of the month of `date`.

    Raises
    ------
    InvalidInput
        before 1400 or after 9999
    """

def add_months(date: datetime.date | numpy.datetime64 | str, months: typing.SupportsIndex) -> datetime.date:
    """The same day of the month `months` later, or that month's last day if it is shorter.

    Raises
    ------
    InvalidInput
        when the result is before 1400 or after 9999
    """

def to_string(money: Money) -> str:
    """Writes an amount with its currency, such as "1,234.50 USD"."""

def time_zone(name: str) -> TimeZone:
    """The time zone of a name.

    Names of the IANA database are read from the system's time zone files, in /usr/share/zoneinfo or in
    the folder that the environment variable TZDIR names; offsets and UTC need no files. An offset counts
    east of Greenwich: UTC-8 is eight hours behind UTC (and Etc/GMT+8 is the same: the database counts these
    the other way round).

        zone = ft.time_zone("UTC-8")
        assert zone.offset_seconds(0) == -8 * 3600
        assert zone.day(0) == -1

    Parameters
    ----------
    name
        UTC or Z; an offset of less than a day such as +09:00, -0800, UTC-8 or UTC+05:30; or a name
        of the IANA database such as America/Los_Angeles, spelt as there

    Raises
    ------
    InvalidInput
        for any other name, where the system has no time zone files, and for a file that is damaged
        or counts leap seconds

    References
    ----------
    RFC 9636; POSIX.1-2017, 8.3, TZ
    """

def period_start(
    date: datetime.date | numpy.datetime64 | str,
    period: Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str,
    fiscal_year_start: typing.SupportsIndex,
) -> datetime.date:
    """The first day of the period that holds a day.

    Parameters
    ----------
    date
        a day from 1400-12-31 to 9999-12-31
    period
        how time is cut
    fiscal_year_start
        first month of the fiscal year, 1 to 12; matters to quarters and years

    Raises
    ------
    InvalidInput
        out of these ranges
    """


__version__: str
