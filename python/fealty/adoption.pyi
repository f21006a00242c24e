# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""None"""

import collections.abc
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

class UserScope(enum.StrEnum):
    """Whether one user id in two accounts is one person.

    Members
    -------
    everywhere
        one id is one person, in whichever account
    account
        ids are those of an account: user 1 of A and user 1 of B are two
    """
    everywhere = "everywhere"
    account = "account"

class Usage:
    """A validated table of usage. Copies are cheap.

    A user of two accounts is active in both, and counts once where accounts are taken together. An event
    without a user is its account's own, as if the account were a user. An event before the start of its
    account counts; the finding `before_start` lists such rows. Times without a zone are read as UTC, which
    `time_without_zone` tells: with the rows, where their day is another one in `time_zone`.

    The columns of a table of usage: one row for each event, or for what happened on a day.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    user
        who did it; without it, an account is its own user
    time
        n days since 1970-01-01, or instants
    event
        what was done
    value
        how often, or how much, >= 0; 1 by default
    start
        first day of the account, for the finding before_start
    time_zone
        in which instants become days
    user_scope
        whether one user id in two accounts is one person
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or time, a day before 1900-01-01 or
        after 2079-06-06, a value that is not a number >= 0, an unknown time zone, more than
        4,294,967,294 rows
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        user: str | None = None,
        time: str | None = None,
        event: str | None = None,
        value: str | None = None,
        start: str | None = None,
        time_zone: str = 'UTC',
        user_scope: UserScope | typing.Literal['everywhere', 'account'] | str = 'everywhere',
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        account_is_user, null_user, user_in_several_accounts, time_without_zone, before_start, null_value.
        """
    def __repr__(self) -> str: ...
    @property
    def first_day(self) -> datetime.date | None:
        """First day with an event; none without rows."""
    @property
    def last_day(self) -> datetime.date | None:
        """Last day with an event; none without rows."""
    @property
    def accounts(self) -> int:
        """Accounts that have events."""
    @property
    def users(self) -> int:
        """Users that have events: of `user_scope` everywhere each once."""
    @property
    def has_users(self) -> bool:
        """Whether users are known at all; otherwise each account is its own user."""
    @property
    def user_scope(self) -> UserScope:
        """Whether one user id in two accounts is one person."""
    @property
    def events(self) -> list[str]:
        """What the events are called, in order."""

class UsageDays:
    """The exact partial state of whatever counts users by days: who of which account was active on which day.

    Tables of partitions, batches of a stream and states from other processes add up to the state of all their
    rows, in any order and bit by bit; a row that is there twice changes nothing. Names and values of events
    are not kept, so what needs them takes a table.
    """
    def __init__(self, *, events: collections.abc.Iterable[str] = []) -> None: ...
    def update(self, usage: Usage) -> None:
        """Adds a table's days. A batch need not have any of the events that count.

        Raises
        ------
        InvalidInput
            when its ids or its user_scope are of another kind than those so far; nothing is added then
        """
    def merge(self, other: UsageDays) -> None:
        """Adds those of another state.

        Raises
        ------
        InvalidInput
            when its events, its ids or its user_scope are others; nothing is added then
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize(). Equal states have equal bytes."""
    @staticmethod
    def deserialize(bytes: bytes) -> UsageDays:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    @property
    def table(self) -> Usage:
        """A table with one row for each day of a user, for calculators that need no more than that. Its events
        have no names, and count once.
        """
    def __len__(self) -> int: ...
    @property
    def accounts(self) -> int:
        """Accounts so far, also those of which no event counts."""
    @property
    def users(self) -> int:
        """Users so far, as of `user_scope`; also those of whom no event counts."""
    @property
    def events(self) -> list[str]:
        """Names of the events that count, in order; empty where all do."""
    @property
    def user_scope(self) -> UserScope | None:
        """Whether one user id in two accounts is one person; none before the first row."""
    @property
    def first_day(self) -> datetime.date | None:
        """First day with an event, also with one that does not count."""
    @property
    def last_day(self) -> datetime.date | None:
        """Last day with an event, also with one that does not count."""
    def __repr__(self) -> str: ...

class UsageSketch:
    """The approximate partial state of distinct users: a HyperLogLog sketch for each day, of all accounts
    together or of each.

    A sketch takes at most 2^precision bytes however many users it has seen, and names none of them. A user
    has the same hash in every process, so tables of partitions, batches and states from elsewhere add up to
    the state of all their rows, in any order and bit by bit. Estimates err by 1.04 / sqrt(2^precision) of the
    number (its standard error), and by less where it is small.

    References
    ----------
    Flajolet, Fusy, Gandouet, Meunier: HyperLogLog, AofA 2007; Ertl: New cardinality estimation
    algorithms for HyperLogLog sketches, arXiv:1702.01284 (2017)
    """
    def __init__(
        self,
        *,
        events: collections.abc.Iterable[str] = [],
        by: collections.abc.Iterable[str] = [],
        precision: typing.SupportsIndex = 14,
    ) -> None: ...
    def update(self, usage: Usage) -> None:
        """Adds a table's users. A batch need not have any of the events that count.

        Raises
        ------
        InvalidInput
            when its ids or its user_scope are of another kind than those so far; nothing is added then
        """
    def merge(self, other: UsageSketch) -> None:
        """Adds those of another state.

        Raises
        ------
        InvalidInput
            when its settings, its ids or its user_scope are others; nothing is added then
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize(). Equal states have equal bytes."""
    @staticmethod
    def deserialize(bytes: bytes) -> UsageSketch:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def users(self) -> float:
        """Distinct users so far, estimated."""
    @property
    def std_error(self) -> float:
        """Standard error of an estimate, relative to it."""
    @property
    def events(self) -> list[str]:
        """Names of the events that count, in order; empty where all do."""
    @property
    def by(self) -> list[str]:
        """What there is a sketch for each of."""
    @property
    def precision(self) -> int:
        """2 to this power are a sketch's registers."""
    @property
    def user_scope(self) -> UserScope | None:
        """Whether one user id in two accounts is one person; none before the first row."""
    @property
    def first_day(self) -> datetime.date | None:
        """First day with an event, also with one that does not count."""
    @property
    def last_day(self) -> datetime.date | None:
        """Last day with an event, also with one that does not count."""
    def __repr__(self) -> str: ...

class DistinctCounting(enum.StrEnum):
    """How distinct users were counted.

    Members
    -------
    exact
        each once
    approximate
        by sketches, with a standard error
    """
    exact = "exact"
    approximate = "approximate"

class ActiveUsers:
    """Distinct users in windows of days: for each group, ascending, a row for each date.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    date
        last day of the windows
    dau
        users on the day
    wau
        users on any of the 7 days up to it
    mau
        users on any of the `window` days up to it
    complete
        1 where all of these days are known, 0 where a window begins earlier
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day of the windows"""
    @property
    def dau(self) -> numpy.typing.NDArray[numpy.int64]:
        """users on the day"""
    @property
    def wau(self) -> numpy.typing.NDArray[numpy.int64]:
        """users on any of the 7 days up to it"""
    @property
    def mau(self) -> numpy.typing.NDArray[numpy.int64]:
        """users on any of the `window` days up to it"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where all of these days are known, 0 where a window begins earlier"""
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
    def window(self) -> int:
        """days of `mau`"""
    @property
    def every(self) -> fealty.Period:
        """what the dates are last days of"""
    @property
    def since(self) -> datetime.date:
        """first day that is known"""
    @property
    def as_of(self) -> datetime.date:
        """last day that is known"""
    @property
    def as_of_inferred(self) -> bool:
        """whether it is the last with an event"""
    @property
    def counting(self) -> DistinctCounting:
        """how users were counted"""
    @property
    def std_error(self) -> float:
        """of a count, relative to it; 0 for exact counts"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: window_longer_than_data"""

class Milestones:
    """A validated table of milestones. Copies are cheap.

    Of several rows of one account and milestone the first date counts (finding repeated_milestone). Instants
    are the days of UTC.

    The columns of a milestones table: one row for each milestone that an account has reached.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    milestone
        n names of what was reached
    date
        n days since 1970-01-01, or instants: when
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, milestone or date, a day before 1900
        or after 9999
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        milestone: str | None = None,
        date: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...
    @property
    def names(self) -> list[str]:
        """What any account has reached, in order of the names."""
    @property
    def last_day(self) -> datetime.date | None:
        """The latest date; none without rows."""

class TimeToValueCurve:
    """How many have come to value by a day, for each group: a row for each day since the start on which any came
    to value, left, or was last seen.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    time
        days since the start
    at_risk
        accounts that wait just before `time`
    reached
        accounts that come to value at `time`
    churned
        accounts that leave at `time`, without value
    censored
        accounts last seen at `time`, as they still wait
    incidence
        P(value by `time`)
    std_error
        of `incidence`
    lower
        pointwise band of `incidence`; NaN where it is 0
    upper
        pointwise band of `incidence`; NaN where it is 0
    churn_incidence
        P(left without value by `time`)
    waiting
        P(neither by `time`): the three add up to 1
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """days since the start"""
    @property
    def at_risk(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that wait just before `time`"""
    @property
    def reached(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that come to value at `time`"""
    @property
    def churned(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that leave at `time`, without value"""
    @property
    def censored(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts last seen at `time`, as they still wait"""
    @property
    def incidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(value by `time`)"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `incidence`"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band of `incidence`; NaN where it is 0"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band of `incidence`; NaN where it is 0"""
    @property
    def churn_incidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(left without value by `time`)"""
    @property
    def waiting(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(neither by `time`): the three add up to 1"""
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

class TimeToValueSummary:
    """What the curve comes to: a row for each group. started = reached + churned + waiting.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    started
        accounts
    reached
        that have come to value
    churned
        that have left without
    waiting
        that still wait
    lower_quartile
        days by which a quarter has come to value; NaN where it has not
    median
        the same of one half of all who started
    upper_quartile
        the same of three quarters
    horizon
        days up to which time counted in the mean
    incidence
        P(value by the horizon)
    restricted_mean
        mean days without value up to the horizon: who leaves has none
    std_error
        of `restricted_mean`
    lower
        of a normal interval of `restricted_mean`
    upper
        of a normal interval of `restricted_mean`
    truncated
        1 where the asked horizon is beyond the last day that was seen; `horizon` then is what was
        seen
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def started(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts"""
    @property
    def reached(self) -> numpy.typing.NDArray[numpy.int64]:
        """that have come to value"""
    @property
    def churned(self) -> numpy.typing.NDArray[numpy.int64]:
        """that have left without"""
    @property
    def waiting(self) -> numpy.typing.NDArray[numpy.int64]:
        """that still wait"""
    @property
    def lower_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """days by which a quarter has come to value; NaN where it has not"""
    @property
    def median(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of one half of all who started"""
    @property
    def upper_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of three quarters"""
    @property
    def horizon(self) -> numpy.typing.NDArray[numpy.float64]:
        """days up to which time counted in the mean"""
    @property
    def incidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(value by the horizon)"""
    @property
    def restricted_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean days without value up to the horizon: who leaves has none"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `restricted_mean`"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval of `restricted_mean`"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval of `restricted_mean`"""
    @property
    def truncated(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the asked horizon is beyond the last day that was seen; `horizon` then is what was seen"""
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

class TimeToValue:
    """How long it takes to value, and how it was asked."""
    @property
    def curve(self) -> TimeToValueCurve:
        """day by day"""
    @property
    def summary(self) -> TimeToValueSummary:
        """a row for each group"""
    @property
    def start(self) -> str:
        """milestone from which on time counts"""
    @property
    def value(self) -> str:
        """milestone of the first value"""
    @property
    def churn(self) -> str:
        """milestone of leaving; empty where lifetimes, or nothing, told"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def cohort(self) -> fealty.Period | None:
        """how starts were cut into cohorts"""
    @property
    def confidence(self) -> float:
        """coverage of band and intervals"""
    @property
    def scale(self) -> fealty.survival.ConfidenceScale:
        """of the band"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_competing_event, unknown_milestone, milestone_before_start, milestone_without_start, milestone_after_churn, account_without_lifetime, horizon_beyond_support"""
    def __repr__(self) -> str: ...

class OnboardingRate:
    """Onboarding rates: a row for each group and period in which any account started. started = onboarded +
    churned + missed + undecided.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    period
        first day of the period that holds the start
    period_end
        last day
    rate
        onboarded / started, or, before its window has closed, an estimate
    lower
        Wilson's interval, or the band of the estimate, from
    upper
        to
    complete
        1 where the window has closed; 0: `rate` is an estimate
    started
        accounts
    onboarded
        within the window
    churned
        left within the window, and before
    missed
        neither within the window, which has passed
    undecided
        neither so far, and the window has not passed
    small_base
        1 where few accounts started
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period that holds the start"""
    @property
    def period_end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day"""
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """onboarded / started, or, before its window has closed, an estimate"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval, or the band of the estimate, from"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the window has closed; 0: `rate` is an estimate"""
    @property
    def started(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts"""
    @property
    def onboarded(self) -> numpy.typing.NDArray[numpy.int64]:
        """within the window"""
    @property
    def churned(self) -> numpy.typing.NDArray[numpy.int64]:
        """left within the window, and before"""
    @property
    def missed(self) -> numpy.typing.NDArray[numpy.int64]:
        """neither within the window, which has passed"""
    @property
    def undecided(self) -> numpy.typing.NDArray[numpy.int64]:
        """neither so far, and the window has not passed"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where few accounts started"""
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
    def start(self) -> str:
        """milestone from which on time counted"""
    @property
    def milestone(self) -> str:
        """milestone of the end of onboarding"""
    @property
    def churn(self) -> str:
        """milestone of leaving; empty where lifetimes, or nothing, told"""
    @property
    def window_days(self) -> int:
        """days since the start within which it counted"""
    @property
    def cohort(self) -> fealty.Period:
        """how starts were cut into cohorts"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def total_rate(self) -> float:
        """total_onboarded / total_started; NaN where none is complete"""
    @property
    def total_lower(self) -> float:
        """Wilson's interval of total_rate, from"""
    @property
    def total_upper(self) -> float:
        """to"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: as of time_to_value()"""
    @property
    def total_started(self) -> int:
        """of all rows that are complete"""
    @property
    def total_onboarded(self) -> int:
        """of all rows that are complete"""

class AdoptionRate:
    """Adoption rates: a row for each group and period in which any account was onboarded. onboarded = adopted +
    churned + missed + undecided.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    period
        first day of the period of onboarding
    period_end
        last day
    rate
        adopted / onboarded, or, before its window has closed, an estimate
    lower
        Wilson's interval, or the band of the estimate, from
    upper
        to
    complete
        1 where the window has closed; 0: `rate` is an estimate
    onboarded
        accounts
    adopted
        within the window
    churned
        left within the window, and before
    missed
        neither within the window, which has passed
    undecided
        neither so far, and the window has not passed
    small_base
        1 where few accounts were onboarded
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the period of onboarding"""
    @property
    def period_end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day"""
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """adopted / onboarded, or, before its window has closed, an estimate"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval, or the band of the estimate, from"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the window has closed; 0: `rate` is an estimate"""
    @property
    def onboarded(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts"""
    @property
    def adopted(self) -> numpy.typing.NDArray[numpy.int64]:
        """within the window"""
    @property
    def churned(self) -> numpy.typing.NDArray[numpy.int64]:
        """left within the window, and before"""
    @property
    def missed(self) -> numpy.typing.NDArray[numpy.int64]:
        """neither within the window, which has passed"""
    @property
    def undecided(self) -> numpy.typing.NDArray[numpy.int64]:
        """neither so far, and the window has not passed"""
    @property
    def small_base(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where few accounts were onboarded"""
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
    def start(self) -> str:
        """milestone from which on time counted"""
    @property
    def milestone(self) -> str:
        """milestone of adoption"""
    @property
    def churn(self) -> str:
        """milestone of leaving; empty where lifetimes, or nothing, told"""
    @property
    def window_days(self) -> int:
        """days since onboarding within which it counted"""
    @property
    def cohort(self) -> fealty.Period:
        """how days of onboarding were cut into cohorts"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def total_rate(self) -> float:
        """total_adopted / total_onboarded; NaN where none is complete"""
    @property
    def total_lower(self) -> float:
        """Wilson's interval of total_rate, from"""
    @property
    def total_upper(self) -> float:
        """to"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: as of time_to_value()"""
    @property
    def total_onboarded(self) -> int:
        """of all rows that are complete"""
    @property
    def total_adopted(self) -> int:
        """of all rows that are complete"""

class MilestoneFunnel:
    """A funnel: a row for each group and step. Those who came to the step before = reached + churned + waiting.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    step
        milestone, in order
    reached
        accounts that have come to this step and all before it
    churned
        that came to the step before, and left there
    waiting
        that came to the step before, and are still there
    from_previous
        reached / reached of the step before; NaN for the first
    from_first
        reached / reached of the first step
    lower_quartile
        days since the step before by which a quarter of those who came to it come to this one; NaN
        where they do not
    median
        the same of one half
    upper_quartile
        the same of three quarters
    reached_lower_quartile
        the same of those who have come to this step alone: it leaves out who is slow
    reached_median
        the same of one half of them
    reached_upper_quartile
        the same of three quarters of them
    out_of_order
        of those reached, that came to it before the step before; they have no time
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def step(self) -> numpy.typing.NDArray[numpy.object_]:
        """milestone, in order"""
    @property
    def reached(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that have come to this step and all before it"""
    @property
    def churned(self) -> numpy.typing.NDArray[numpy.int64]:
        """that came to the step before, and left there"""
    @property
    def waiting(self) -> numpy.typing.NDArray[numpy.int64]:
        """that came to the step before, and are still there"""
    @property
    def from_previous(self) -> numpy.typing.NDArray[numpy.float64]:
        """reached / reached of the step before; NaN for the first"""
    @property
    def from_first(self) -> numpy.typing.NDArray[numpy.float64]:
        """reached / reached of the first step"""
    @property
    def lower_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """days since the step before by which a quarter of those who came to it come to this one; NaN where they do not"""
    @property
    def median(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of one half"""
    @property
    def upper_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of three quarters"""
    @property
    def reached_lower_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of those who have come to this step alone: it leaves out who is slow"""
    @property
    def reached_median(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of one half of them"""
    @property
    def reached_upper_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of three quarters of them"""
    @property
    def out_of_order(self) -> numpy.typing.NDArray[numpy.int64]:
        """of those reached, that came to it before the step before; they have no time"""
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
    def churn(self) -> str:
        """milestone of leaving; empty where lifetimes, or nothing, told"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def cohort(self) -> fealty.Period | None:
        """how days of the first step were cut into cohorts"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: as of time_to_value(), and skipped_step, step_out_of_order"""

class UsageUnit(enum.StrEnum):
    """Who is counted.

    Members
    -------
    users
        people; where accounts are taken together, a user of several counts once
    accounts
        accounts: one is active when anybody in it is
    """
    users = "users"
    accounts = "accounts"

class GrowthAccounting:
    """Who is active, and how they came and went: a row for each group and period. In each row opening
    + new_users + resurrected + entered - dormant - left = active, and active = new_users + resurrected
    + entered + retained.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    period
        first day
    period_end
        last day
    opening
        active in the period before
    new_users
        active for the first time ever, in whichever group
    resurrected
        active before, and nowhere in the period before
    entered
        in the period before active in other groups alone
    dormant
        active in the period before, and nowhere now
    left
        active in the period before, and now in other groups alone
    active
        active on any day of the period
    retained
        active in the period before, and now
    quick_ratio
        (new_users + resurrected) / dormant; none when nobody is dormant
    known_days
        days from `since` to the period; with 0, new users may be old
    complete
        0 for a last period that as_of cuts short
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day"""
    @property
    def period_end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day"""
    @property
    def opening(self) -> numpy.typing.NDArray[numpy.int64]:
        """active in the period before"""
    @property
    def new_users(self) -> numpy.typing.NDArray[numpy.int64]:
        """active for the first time ever, in whichever group"""
    @property
    def resurrected(self) -> numpy.typing.NDArray[numpy.int64]:
        """active before, and nowhere in the period before"""
    @property
    def entered(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the period before active in other groups alone"""
    @property
    def dormant(self) -> numpy.typing.NDArray[numpy.int64]:
        """active in the period before, and nowhere now"""
    @property
    def left(self) -> numpy.typing.NDArray[numpy.int64]:
        """active in the period before, and now in other groups alone"""
    @property
    def active(self) -> numpy.typing.NDArray[numpy.int64]:
        """active on any day of the period"""
    @property
    def retained(self) -> numpy.typing.NDArray[numpy.int64]:
        """active in the period before, and now"""
    @property
    def quick_ratio(self) -> numpy.typing.NDArray[numpy.float64]:
        """(new_users + resurrected) / dormant; none when nobody is dormant"""
    @property
    def known_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """days from `since` to the period; with 0, new users may be old"""
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
    def every(self) -> fealty.Period:
        """how time is cut"""
    @property
    def unit(self) -> UsageUnit:
        """who is counted"""
    @property
    def since(self) -> datetime.date | None:
        """first day known; none without rows"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: no_history"""

class GrowthCell(enum.StrEnum):
    """The numbers of a row of growth_accounting().

    Members
    -------
    opening
    new_users
    resurrected
    entered
    dormant
    left
    active
    retained
    """
    opening = "opening"
    new_users = "new_users"
    resurrected = "resurrected"
    entered = "entered"
    dormant = "dormant"
    left = "left"
    active = "active"
    retained = "retained"

class UsersBehind:
    """Who makes a number, by account and then by user: as many rows as the number says.

    Columns
    -------
    account
        where they were active, of several accounts the first by id
    user
        who it is; null for an account that is its own user; absent for accounts
    first_day
        first day on which they were ever active
    last_day
        last day up to the period's end
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """where they were active, of several accounts the first by id"""
    @property
    def user(self) -> numpy.typing.NDArray[typing.Any]:
        """who it is; null for an account that is its own user; absent for accounts"""
    @property
    def first_day(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day on which they were ever active"""
    @property
    def last_day(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day up to the period's end"""
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

class UsageRetentionKind(enum.StrEnum):
    """When a user has returned.

    Members
    -------
    n_day
        active on day N
    unbounded
        active on day N or later, as far as is known
    bracket
        active on any day of an interval
    """
    n_day = "n_day"
    unbounded = "unbounded"
    bracket = "bracket"

class UsageRetention:
    """Who came back: for each group and cohort a row for each interval, and then those of all cohorts together.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    cohort
        first day of its period; fealty::open for all together
    interval_start
        first day, counted from the start, which is day 0
    interval_end
        last day; absent where it is open
    started
        users of the cohort
    eligible
        of these, who were seen up to the interval's last day
    returned
        of the eligible, who were active in the interval
    rate
        returned / eligible; none without eligible users
    lower
        Wilson's interval of it, from
    upper
        to
    complete
        0 where as_of cuts the interval short for some of the cohort
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def cohort(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of its period; fealty::open for all together"""
    @property
    def interval_start(self) -> numpy.typing.NDArray[numpy.int64]:
        """first day, counted from the start, which is day 0"""
    @property
    def interval_end(self) -> numpy.typing.NDArray[numpy.int64]:
        """last day; absent where it is open"""
    @property
    def started(self) -> numpy.typing.NDArray[numpy.int64]:
        """users of the cohort"""
    @property
    def eligible(self) -> numpy.typing.NDArray[numpy.int64]:
        """of these, who were seen up to the interval's last day"""
    @property
    def returned(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the eligible, who were active in the interval"""
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """returned / eligible; none without eligible users"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of it, from"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """to"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """0 where as_of cuts the interval short for some of the cohort"""
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
    def kind(self) -> UsageRetentionKind:
        """when a user has returned"""
    @property
    def every(self) -> fealty.Period:
        """the period of the start is the cohort"""
    @property
    def unit(self) -> UsageUnit:
        """who is counted"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def since(self) -> datetime.date | None:
        """who started before is left out; none without rows"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_history, no_start"""

class Stickiness:
    """How often active users come back, one row for each group and date.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    date
        last day of the window
    stickiness
        mean_dau / mau: from 1 / window to 1; none without active users
    mean_dau
        user_days / window
    mau
        users who were active on any day of the window
    user_days
        sum over the window's days of the users who were active then
    complete
        0 where the window begins before `since`
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day of the window"""
    @property
    def stickiness(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean_dau / mau: from 1 / window to 1; none without active users"""
    @property
    def mean_dau(self) -> numpy.typing.NDArray[numpy.float64]:
        """user_days / window"""
    @property
    def mau(self) -> numpy.typing.NDArray[numpy.int64]:
        """users who were active on any day of the window"""
    @property
    def user_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """sum over the window's days of the users who were active then"""
    @property
    def complete(self) -> numpy.typing.NDArray[numpy.bool]:
        """0 where the window begins before `since`"""
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
    def as_of(self) -> datetime.date | None:
        """last day known; none for a table without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def since(self) -> datetime.date:
        """first day known"""
    @property
    def window(self) -> int:
        """days of MAU"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: window_longer_than_data"""

class Entitlements:
    """A validated table of the features that accounts have paid for. Copies are cheap.

    A feature may stand in several rows of an account; it counts once. Numbers of features hold as attributes
    of accounts do: one row a day, without valid_to until the account's next.

    The columns of a table of entitlements. Exactly one of `feature` and `features` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    feature
        what it may use, called as its event: a row for each feature
    features
        or how many key features it may use, 0 to 1,000,000,000
    valid_from
        first day of the entitlement; null: from ever
    valid_to
        first day after; null or fealty::open while it lasts
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, both of `feature` and `features`, unequal lengths, a null account,
        feature or number, a number that is not between 0 and 1,000,000,000, a day before 1900 or
        after 9999, a valid_to before its valid_from, two numbers of an account that hold on one day
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        feature: str | None = None,
        features: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
        zero_length_period.
        """
    def __repr__(self) -> str: ...

class Engagement:
    """How broadly, deeply and often groups use, one row for each.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    active_users
        active in the window
    weekly_users
        active in the last 7 days
    user_days
        days active of the window, of all users
    mean_days_of_7
        L7: days active of the last 7, mean of weekly_users
    frequency
        L28: user_days / active_users
    weekly_frequency
        weeks of the window with an active day, mean of active_users
    core_actions
        sum of the values of core events
    depth
        core_actions / user_days
    features_used
        key features used in the window, of all accounts
    features_entitled
        key features that they may use
    breadth
        features_used / features_entitled
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def active_users(self) -> numpy.typing.NDArray[numpy.int64]:
        """active in the window"""
    @property
    def weekly_users(self) -> numpy.typing.NDArray[numpy.int64]:
        """active in the last 7 days"""
    @property
    def user_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """days active of the window, of all users"""
    @property
    def mean_days_of_7(self) -> numpy.typing.NDArray[numpy.float64]:
        """L7: days active of the last 7, mean of weekly_users"""
    @property
    def frequency(self) -> numpy.typing.NDArray[numpy.float64]:
        """L28: user_days / active_users"""
    @property
    def weekly_frequency(self) -> numpy.typing.NDArray[numpy.float64]:
        """weeks of the window with an active day, mean of active_users"""
    @property
    def core_actions(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of the values of core events"""
    @property
    def depth(self) -> numpy.typing.NDArray[numpy.float64]:
        """core_actions / user_days"""
    @property
    def features_used(self) -> numpy.typing.NDArray[numpy.int64]:
        """key features used in the window, of all accounts"""
    @property
    def features_entitled(self) -> numpy.typing.NDArray[numpy.int64]:
        """key features that they may use"""
    @property
    def breadth(self) -> numpy.typing.NDArray[numpy.float64]:
        """features_used / features_entitled"""
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
    @property
    def window(self) -> int:
        """days of the window, of which as_of is the last"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: window_longer_than_data, used_not_entitled, entitled_without_usage"""

class UserEngagement:
    """How much each user uses, one row for each user of an account.

    Columns
    -------
    group
        of `by`; only with `by`
    account
        whose user
    user
        null for the account itself; only where users are known
    days_of_7
        L7: days active of the last 7
    active_days
        days active of the window; L28 where it is 28
    active_weeks
        weeks of the window with an active day, counted back from as_of
    first_day
        first day active, ever
    last_day
        last day active
    events
        in the window
    value
        sum of their values
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`; only with `by`"""
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose user"""
    @property
    def user(self) -> numpy.typing.NDArray[typing.Any]:
        """null for the account itself; only where users are known"""
    @property
    def days_of_7(self) -> numpy.typing.NDArray[numpy.int64]:
        """L7: days active of the last 7"""
    @property
    def active_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """days active of the window; L28 where it is 28"""
    @property
    def active_weeks(self) -> numpy.typing.NDArray[numpy.int64]:
        """weeks of the window with an active day, counted back from as_of"""
    @property
    def first_day(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day active, ever"""
    @property
    def last_day(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last day active"""
    @property
    def events(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the window"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of their values"""
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
    @property
    def window(self) -> int:
        """days of the window, of which as_of is the last"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: window_longer_than_data"""

class EngagementHistogram:
    """The power-user curve: how many users were active on how many days.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    days
        active of the window, 1 to `window`
    users
        who were active on so many
    share
        of the group's active users; none without any
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def days(self) -> numpy.typing.NDArray[numpy.int64]:
        """active of the window, 1 to `window`"""
    @property
    def users(self) -> numpy.typing.NDArray[numpy.int64]:
        """who were active on so many"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the group's active users; none without any"""
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
    @property
    def window(self) -> int:
        """days of the window, of which as_of is the last"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: window_longer_than_data"""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""

class Seats:
    """A validated table of paid seats. Copies are cheap.

    Seats hold from valid_from on, on each day before valid_to; without a column valid_to, until the account's
    next day with a row. Rows of an account that hold on the same days add up, as subscriptions do (finding
    overlap).

    The columns of a table of seats: how many users each account has paid for, and when.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    seats
        paid for, 0 to 1,000,000,000
    valid_from
        first day; null: from ever
    valid_to
        first day after; null or fealty::open while it lasts
    start
        first day of the account; by default its first valid_from
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or number, a number that is not between
        0 and 1,000,000,000, a day before 1900 or after 9999, a valid_to before its valid_from
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        seats: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        start: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        zero_length_period, overlap.
        """
    def __repr__(self) -> str: ...

class SeatUtilization:
    """Active of paid seats, one row for each account that has seats on as_of.

    Columns
    -------
    account
        ascending
    seats
        paid for on as_of
    active_users
        users of the account with an event in the window
    utilization
        active_users / seats; none without seats
    over_used
        1 where more users are active than seats are paid for
    age_days
        days since the account's start; -1 where it is unknown
    band
        of the age, such as 90-179; null where it is unknown
    percentile
        share of the band's accounts that use less, and half of those that use as much, itself among
        them
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def seats(self) -> numpy.typing.NDArray[numpy.int64]:
        """paid for on as_of"""
    @property
    def active_users(self) -> numpy.typing.NDArray[numpy.int64]:
        """users of the account with an event in the window"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """active_users / seats; none without seats"""
    @property
    def over_used(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where more users are active than seats are paid for"""
    @property
    def age_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """days since the account's start; -1 where it is unknown"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """of the age, such as 90-179; null where it is unknown"""
    @property
    def percentile(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the band's accounts that use less, and half of those that use as much, itself among them"""
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
        """last day known; none for usage without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def window(self) -> int:
        """days in which a user counts as active"""
    @property
    def band_edges(self) -> list[int]:
        """ages in days at which bands begin"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: zero_seats, more_active_than_seats, usage_without_seats, users_unknown, age_unknown, window_longer_than_data"""

class SeatUtilizationBands:
    """Utilization by age of the accounts, one row for each band.

    Columns
    -------
    band
        by age; last null, for accounts whose age is unknown
    accounts
        with at least one seat
    seats
        of them
    active_users
        of them
    utilization
        active_users / seats
    lower_quartile
        of the accounts' utilization
    median
        of the accounts' utilization
    upper_quartile
        of the accounts' utilization
    unused
        accounts without an active user
    over_used
        accounts with more active users than seats
    """
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """by age; last null, for accounts whose age is unknown"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """with at least one seat"""
    @property
    def seats(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them"""
    @property
    def active_users(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """active_users / seats"""
    @property
    def lower_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the accounts' utilization"""
    @property
    def median(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the accounts' utilization"""
    @property
    def upper_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the accounts' utilization"""
    @property
    def unused(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts without an active user"""
    @property
    def over_used(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts with more active users than seats"""
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

class UserRoles:
    """A validated table of who has which role in which account. Copies are cheap.

    A role holds from valid_from on, on each day before valid_to; without a column valid_to, until the user's
    next day with a row. A user may have several roles at once.

    The columns of a table of users' roles.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    user
        n ids, those of the usage
    role
        what the user is, such as sponsor
    valid_from
        first day of the role; null: from ever
    valid_to
        first day after; null or fealty::open while it lasts
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, user or role, a day before 1900 or
        after 9999, a valid_to before its valid_from
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        user: str | None = None,
        role: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
        zero_length_period.
        """
    def __repr__(self) -> str: ...

class ChampionEventKind(enum.StrEnum):
    """What happened to a champion.

    Members
    -------
    went_silent
        is silent while colleagues are active: the person is gone, or has turned away
    silent_with_account
        is silent, as is everybody else in the account
    lost_role
        is no sponsor any more
    """
    went_silent = "went_silent"
    silent_with_account = "silent_with_account"
    lost_role = "lost_role"

class Champions:
    """Who does the work, one row for each user of an account who was active in the window.

    Columns
    -------
    account
        ascending
    user
        by rank
    role
        on as_of, the one that began last; only with `roles`
    rank
        1 for who did most; of two as much the lower id comes first
    actions
        sum of the values of core actions in the window
    share
        of the account's
    active_days
        of the window
    colleagues
        other users of the account who were active in the window
    streak_weeks
        weeks in a row with an active day, counted back from as_of
    power_user
        1 with power_share and power_days
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def user(self) -> numpy.typing.NDArray[typing.Any]:
        """by rank"""
    @property
    def role(self) -> numpy.typing.NDArray[typing.Any]:
        """on as_of, the one that began last; only with `roles`"""
    @property
    def rank(self) -> numpy.typing.NDArray[numpy.int64]:
        """1 for who did most; of two as much the lower id comes first"""
    @property
    def actions(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of the values of core actions in the window"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the account's"""
    @property
    def active_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the window"""
    @property
    def colleagues(self) -> numpy.typing.NDArray[numpy.int64]:
        """other users of the account who were active in the window"""
    @property
    def streak_weeks(self) -> numpy.typing.NDArray[numpy.int64]:
        """weeks in a row with an active day, counted back from as_of"""
    @property
    def power_user(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 with power_share and power_days"""
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
    @property
    def window(self) -> int:
        """days that shares are of"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: users_unknown, window_longer_than_data"""

class ChampionConcentration:
    """How much of the work hangs on how few, one row for each account with an active user.

    Columns
    -------
    account
        ascending
    active_users
        in the window
    actions
        sum of the values of core actions in the window
    top_user
        who did most
    top_share
        of the actions; none without any
    herfindahl
        sum of the squares of all users' shares
    effective_users
        1 / herfindahl: as if so many did the same each
    key_person
        1 where top_share or effective_users reaches its threshold
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def active_users(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the window"""
    @property
    def actions(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of the values of core actions in the window"""
    @property
    def top_user(self) -> numpy.typing.NDArray[typing.Any]:
        """who did most"""
    @property
    def top_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the actions; none without any"""
    @property
    def herfindahl(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum of the squares of all users' shares"""
    @property
    def effective_users(self) -> numpy.typing.NDArray[numpy.float64]:
        """1 / herfindahl: as if so many did the same each"""
    @property
    def key_person(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where top_share or effective_users reaches its threshold"""
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
    @property
    def window(self) -> int:
        """days that shares are of"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: users_unknown, window_longer_than_data"""
    @property
    def key_person_share(self) -> float:
        """of top_share, from which on key_person is 1"""
    @property
    def key_person_users(self) -> float:
        """of effective_users, up to which key_person is 1"""

class ChampionEvents:
    """Losses of champions, one row for each.

    Columns
    -------
    account
        ascending
    user
        ascending within the account
    date
        the day on which it was known: of silence the last of silent_days
    kind
        what happened
    role
        the role then, or the one that was lost; only with `roles`
    share
        of the account's core actions, in the window that ends on the last day of use, or before the
        role ended; none without actions
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def user(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending within the account"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the day on which it was known: of silence the last of silent_days"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what happened"""
    @property
    def role(self) -> numpy.typing.NDArray[typing.Any]:
        """the role then, or the one that was lost; only with `roles`"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the account's core actions, in the window that ends on the last day of use, or before the role ended; none without actions"""
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
        """last day known; none where nothing is"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def window(self) -> int:
        """days that shares are of"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: users_unknown"""
    @property
    def silent_days(self) -> int:
        """days in a row without use after which a user is silent"""

class GrowthSegments:
    """A validated table of segments: how many customers each has, how many of these were onboarded, and how many
    of the onboarded have adopted the product. Copies are cheap.

    The columns of a table of segments: one row for each, or a single one for all customers. Both counts
    `onboarded` and `adopted` are given, or both rates.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    customers
        n numbers of customers, 0 to 2^31
    onboarded
        of the customers, those that saw their first value, or
    onboarding_rate
        their share, in [0, 1]
    adopted
        of the onboarded, those whose work the product is a part of, or
    adoption_rate
        their share of the onboarded, in [0, 1]
    csms
        customer success managers, as full-time ones, >= 0
    target
        how many successful customers are wanted, >= 0; null for none
    segment
        whose row it is; without it there is one row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, counts beside rates, a null but of `target`, a count
        below 0, more onboarded than customers or adopted than onboarded, more than 2^31 customers
        altogether, a rate that is not in [0, 1], CSMs or a target that are no number >= 0, several
        rows of a segment, or without segments
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        customers: str | None = None,
        onboarded: str | None = None,
        onboarding_rate: str | None = None,
        adopted: str | None = None,
        adoption_rate: str | None = None,
        csms: str | None = None,
        target: str | None = None,
        segment: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """With `on_error = drop`, which rows were left out and why."""
    def __repr__(self) -> str: ...

class GrowthEquation:
    """Where successful customers come from, and what would bring more. Needed figures are NaN without a target,
    and where no figure would do.

    Columns
    -------
    segment
        ascending, then null: all of them; only with segments
    customers
        all that there are
    onboarding_rate
        onboarded / customers; NaN without customers
    adoption_rate
        adopted / onboarded; NaN where nobody was onboarded
    successes
        customers x onboarding_rate x adoption_rate
    csms
        customer success managers; NaN where it was not told
    successes_per_csm
        successes / csms, and so what one more brings; NaN without
    per_onboarding_point
        more successes if the onboarding rate were `points` higher
    per_adoption_point
        the same of the adoption rate
    target
        successes that are wanted; NaN for none
    needed_success_rate
        target / customers: above 1, only more customers help
    needed_onboarding_rate
        if only this rate changes; above 1 it cannot
    needed_adoption_rate
        the same of the adoption rate
    needed_factor
        by which both rates grow to reach the target
    needed_both_onboarding_rate
        the onboarding rate then
    needed_both_adoption_rate
        the adoption rate then
    needed_customers
        at the same rates
    needed_csms
        at the same successes per CSM; round it up
    onboarding_suffices
        1 where the onboarding rate alone can reach the target
    adoption_suffices
        the same of the adoption rate
    both_suffice
        the same of both, raised by one factor
    """
    @property
    def segment(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending, then null: all of them; only with segments"""
    @property
    def customers(self) -> numpy.typing.NDArray[numpy.int64]:
        """all that there are"""
    @property
    def onboarding_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """onboarded / customers; NaN without customers"""
    @property
    def adoption_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """adopted / onboarded; NaN where nobody was onboarded"""
    @property
    def successes(self) -> numpy.typing.NDArray[numpy.float64]:
        """customers x onboarding_rate x adoption_rate"""
    @property
    def csms(self) -> numpy.typing.NDArray[numpy.float64]:
        """customer success managers; NaN where it was not told"""
    @property
    def successes_per_csm(self) -> numpy.typing.NDArray[numpy.float64]:
        """successes / csms, and so what one more brings; NaN without"""
    @property
    def per_onboarding_point(self) -> numpy.typing.NDArray[numpy.float64]:
        """more successes if the onboarding rate were `points` higher"""
    @property
    def per_adoption_point(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of the adoption rate"""
    @property
    def target(self) -> numpy.typing.NDArray[numpy.float64]:
        """successes that are wanted; NaN for none"""
    @property
    def needed_success_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """target / customers: above 1, only more customers help"""
    @property
    def needed_onboarding_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """if only this rate changes; above 1 it cannot"""
    @property
    def needed_adoption_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of the adoption rate"""
    @property
    def needed_factor(self) -> numpy.typing.NDArray[numpy.float64]:
        """by which both rates grow to reach the target"""
    @property
    def needed_both_onboarding_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """the onboarding rate then"""
    @property
    def needed_both_adoption_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """the adoption rate then"""
    @property
    def needed_customers(self) -> numpy.typing.NDArray[numpy.float64]:
        """at the same rates"""
    @property
    def needed_csms(self) -> numpy.typing.NDArray[numpy.float64]:
        """at the same successes per CSM; round it up"""
    @property
    def onboarding_suffices(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the onboarding rate alone can reach the target"""
    @property
    def adoption_suffices(self) -> numpy.typing.NDArray[numpy.bool]:
        """the same of the adoption rate"""
    @property
    def both_suffice(self) -> numpy.typing.NDArray[numpy.bool]:
        """the same of both, raised by one factor"""
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
    def points(self) -> float:
        """as chosen"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """by rows of the result: target_out_of_reach, successes_without_csm"""

class GrowthChange:
    """What changed the number of successful customers between two periods. All figures are whole multiples of
    2^-20 of a customer, so that sums of them are exact, in whatever order:
    change = now - before = customers + mix + onboarding + adoption, and where CSMs are told
    = headcount + per_csm; the last row is the sum of those above it.

    Columns
    -------
    segment
        ascending, then null: all of them; only with segments
    before
        successes of the first period
    now
        of the second
    change
        now - before
    customers
        of it, because there are more customers altogether
    mix
        because the segment is a larger part of them
    onboarding
        because more of them were onboarded
    adoption
        because more of the onboarded have adopted the product
    headcount
        because there are more CSMs; NaN where it is not told how many
    per_csm
        because each has more successes; NaN likewise
    """
    @property
    def segment(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending, then null: all of them; only with segments"""
    @property
    def before(self) -> numpy.typing.NDArray[numpy.float64]:
        """successes of the first period"""
    @property
    def now(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the second"""
    @property
    def change(self) -> numpy.typing.NDArray[numpy.float64]:
        """now - before"""
    @property
    def customers(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, because there are more customers altogether"""
    @property
    def mix(self) -> numpy.typing.NDArray[numpy.float64]:
        """because the segment is a larger part of them"""
    @property
    def onboarding(self) -> numpy.typing.NDArray[numpy.float64]:
        """because more of them were onboarded"""
    @property
    def adoption(self) -> numpy.typing.NDArray[numpy.float64]:
        """because more of the onboarded have adopted the product"""
    @property
    def headcount(self) -> numpy.typing.NDArray[numpy.float64]:
        """because there are more CSMs; NaN where it is not told how many"""
    @property
    def per_csm(self) -> numpy.typing.NDArray[numpy.float64]:
        """because each has more successes; NaN likewise"""
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

class Goals:
    """A validated table of the customers' own goals. Copies are cheap.

    Of several actuals of one goal and day the highest counts (finding several_actuals). Instants are the days
    of UTC.

    The columns of a goals table: a row for each day on which an account's goal was stated or measured. Money,
    if there is any, is given in major or in minor units, with a currency.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    goal
        n names of what the account wants
    unit
        what it is measured in
    baseline
        where the account began; null or NaN where the row does not tell
    target
        where it wants to come, above or below the baseline; null likewise
    date
        n days since 1970-01-01, or instants
    actual
        what was measured on this day; null where nothing was
    due
        day by which the target shall be reached; null for none
    value_per_unit
        what a unit of progress is worth, in major units, >= 0
    value_per_unit_minor
        the same in minor units
    cost
        what the goal has cost so far, in major units, >= 0
    cost_minor
        the same in minor units
    currency
        ISO 4217 code of all amounts, or
    currency_column
        the code of each row; all have to be the same
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, goal or date, a day before 1900 or
        after 9999, an infinite number, an amount that is negative or not finite, an amount in major
        and in minor units, without or with an unknown currency, several currencies
    Overflow
        when an amount leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        goal: str | None = None,
        unit: str | None = None,
        baseline: str | None = None,
        target: str | None = None,
        date: str | None = None,
        actual: str | None = None,
        due: str | None = None,
        value_per_unit: str | None = None,
        value_per_unit_minor: str | None = None,
        cost: str | None = None,
        cost_minor: str | None = None,
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
    @property
    def last_day(self) -> datetime.date | None:
        """The latest date; none without rows."""

class Outcomes:
    """Each goal of each account, by account id and then by goal; an account without any has a row without a
    goal. progress = (actual - baseline), reversed where the target is below the baseline; value =
    value_per_unit x progress; net_value = value - cost; roi = net_value / cost.

    Columns
    -------
    account
        whose
    goal
        what it wants; null for an account without goals
    unit
        what it is measured in, as told last
    start
        first date of the goal
    measured_on
        date of the last actual; null before the first
    progressed_on
        last date on which it was nearer to the target than ever before, or start
    due
        day by which the target shall be reached, as told last
    baseline
        the first that was told
    target
        the last that was told
    actual
        the last
    attainment
        (actual - baseline) / (target - baseline); NaN where any lacks
    planned
        share of the time from start to due that has passed, at most 1
    pace
        attainment / planned: below 1 it is behind; NaN on the first day
    reached
        1 where attainment is 1 or more
    stalled
        1 where it is not reached and long without progress
    value
        realized by the last actual; 0 without has_value
    cost
        the last that was told; 0 without has_cost
    net_value
        value - cost
    has_value
        1 where there is an actual, a baseline and a value per unit
    has_cost
        1 where a cost was told
    roi
        net_value / cost; NaN without either, and for a cost of 0
    payback_days
        from start to the first actual whose value covered the cost; or NaN
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def goal(self) -> numpy.typing.NDArray[typing.Any]:
        """what it wants; null for an account without goals"""
    @property
    def unit(self) -> numpy.typing.NDArray[typing.Any]:
        """what it is measured in, as told last"""
    @property
    def start(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first date of the goal"""
    @property
    def measured_on(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """date of the last actual; null before the first"""
    @property
    def progressed_on(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """last date on which it was nearer to the target than ever before, or start"""
    @property
    def due(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """day by which the target shall be reached, as told last"""
    @property
    def baseline(self) -> numpy.typing.NDArray[numpy.float64]:
        """the first that was told"""
    @property
    def target(self) -> numpy.typing.NDArray[numpy.float64]:
        """the last that was told"""
    @property
    def actual(self) -> numpy.typing.NDArray[numpy.float64]:
        """the last"""
    @property
    def attainment(self) -> numpy.typing.NDArray[numpy.float64]:
        """(actual - baseline) / (target - baseline); NaN where any lacks"""
    @property
    def planned(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the time from start to due that has passed, at most 1"""
    @property
    def pace(self) -> numpy.typing.NDArray[numpy.float64]:
        """attainment / planned: below 1 it is behind; NaN on the first day"""
    @property
    def reached(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where attainment is 1 or more"""
    @property
    def stalled(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it is not reached and long without progress"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """realized by the last actual; 0 without has_value"""
    @property
    def value_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """realized by the last actual; 0 without has_value"""
    @property
    def cost(self) -> numpy.typing.NDArray[numpy.float64]:
        """the last that was told; 0 without has_cost"""
    @property
    def cost_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """the last that was told; 0 without has_cost"""
    @property
    def net_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """value - cost"""
    @property
    def net_value_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """value - cost"""
    @property
    def has_value(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where there is an actual, a baseline and a value per unit"""
    @property
    def has_cost(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where a cost was told"""
    @property
    def roi(self) -> numpy.typing.NDArray[numpy.float64]:
        """net_value / cost; NaN without either, and for a cost of 0"""
    @property
    def payback_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """from start to the first actual whose value covered the cost; or NaN"""
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
    @property
    def stalled_days(self) -> int:
        """as chosen"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """by rows of the result: unstated_goal, incomplete_goal, stalled_goal, target_is_baseline, target_changed, baseline_changed"""

class OutcomeTotals:
    """Outcomes of a portfolio, or of each group.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    accounts
        with and without goals
    unstated
        of them, accounts without goals
    goals
        in all
    measured
        goals that have an attainment
    reached
        goals at their target
    stalled
        goals long without progress
    attainment
        mean of the measured, each from 0 to 1: none hides another
    pace
        attainment / planned, summed over the goals that are due some day
    priced
        goals with both a value and a cost, of which the next four are
    value
        realized
    cost
        so far
    net_value
        value - cost
    roi
        net_value / cost; NaN for a cost of 0
    paid_back
        priced goals whose value has covered their cost
    unpriced_value
        of goals that have a value and no cost
    unpriced_cost
        of goals that have a cost and no value
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """with and without goals"""
    @property
    def unstated(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, accounts without goals"""
    @property
    def goals(self) -> numpy.typing.NDArray[numpy.int64]:
        """in all"""
    @property
    def measured(self) -> numpy.typing.NDArray[numpy.int64]:
        """goals that have an attainment"""
    @property
    def reached(self) -> numpy.typing.NDArray[numpy.int64]:
        """goals at their target"""
    @property
    def stalled(self) -> numpy.typing.NDArray[numpy.int64]:
        """goals long without progress"""
    @property
    def attainment(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean of the measured, each from 0 to 1: none hides another"""
    @property
    def pace(self) -> numpy.typing.NDArray[numpy.float64]:
        """attainment / planned, summed over the goals that are due some day"""
    @property
    def priced(self) -> numpy.typing.NDArray[numpy.int64]:
        """goals with both a value and a cost, of which the next four are"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """realized"""
    @property
    def value_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """realized"""
    @property
    def cost(self) -> numpy.typing.NDArray[numpy.float64]:
        """so far"""
    @property
    def cost_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """so far"""
    @property
    def net_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """value - cost"""
    @property
    def net_value_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """value - cost"""
    @property
    def roi(self) -> numpy.typing.NDArray[numpy.float64]:
        """net_value / cost; NaN for a cost of 0"""
    @property
    def paid_back(self) -> numpy.typing.NDArray[numpy.int64]:
        """priced goals whose value has covered their cost"""
    @property
    def unpriced_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """of goals that have a value and no cost"""
    @property
    def unpriced_value_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """of goals that have a value and no cost"""
    @property
    def unpriced_cost(self) -> numpy.typing.NDArray[numpy.float64]:
        """of goals that have a cost and no value"""
    @property
    def unpriced_cost_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """of goals that have a cost and no value"""
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
        """as of the outcomes"""

class LifecycleStage(enum.StrEnum):
    """What an account's life is about.

    Members
    -------
    onboarding
        to come to a first value
    adoption
        to make the product a part of the work
    expansion
        to do more with it
    renewal
        to decide whether it goes on
    """
    onboarding = "onboarding"
    adoption = "adoption"
    expansion = "expansion"
    renewal = "renewal"

class StageOutcome(enum.StrEnum):
    """How a stage ended.

    Members
    -------
    moved_on
        the account entered a later stage
    renewed
        the account has renewed, and is back in the stage that its milestones say
    churned
        the account left
    current
        it has not ended, as far as is known
    """
    moved_on = "moved_on"
    renewed = "renewed"
    churned = "churned"
    current = "current"

class Lifecycle:
    """The stages of each account, one after the other, by account id and then by day.

    Columns
    -------
    account
        whose
    stage
        which
    visit
        1 for the account's first time in the stage, 2 after it, …
    entered
        first day
    left
        first day no longer; null while it lasts
    days
        from entered to left, or to as_of: 0 on the first day
    outcome
        how it ended
    ended
        1 where it has, 0 where it lasts on as_of (right-censored)
    limit_days
        beyond which an account in the stage is stalled; NaN for none
    stalled
        1 where it lasts, and longer than that
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def stage(self) -> numpy.typing.NDArray[numpy.object_]:
        """which"""
    @property
    def visit(self) -> numpy.typing.NDArray[numpy.int64]:
        """1 for the account's first time in the stage, 2 after it, …"""
    @property
    def entered(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day"""
    @property
    def left(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day no longer; null while it lasts"""
    @property
    def days(self) -> numpy.typing.NDArray[numpy.int64]:
        """from entered to left, or to as_of: 0 on the first day"""
    @property
    def outcome(self) -> numpy.typing.NDArray[numpy.object_]:
        """how it ended"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it has, 0 where it lasts on as_of (right-censored)"""
    @property
    def limit_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """beyond which an account in the stage is stalled; NaN for none"""
    @property
    def stalled(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it lasts, and longer than that"""
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
    @property
    def left_out(self) -> int:
        """accounts of either table without a milestone that begins a stage"""
    @property
    def rules(self) -> str:
        """what begins and ends each stage, in words"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """by rows of the result: stalled_stage, renewal_before_adoption, stage_out_of_order; and no_competing_event"""

class StageFunnel:
    """How many come from stage to stage, and how long it takes: a row for each stage, in order.
    visits = moved_on + renewed + churned + current.

    Columns
    -------
    stage
        which
    accounts
        accounts that have ever been in it
    share
        of all accounts
    visits
        times that accounts have been in it
    moved_on
        of them, those that ended with a later stage
    renewed
        those that ended with a renewal
    churned
        those that ended with leaving
    current
        those that last
    stalled
        of the current
    lower_quartile
        days by which a quarter of the visits have ended (Kaplan-Meier: those that last are not
        taken for ends); NaN where it has not
    median
        the same of one half
    upper_quartile
        the same of three quarters
    """
    @property
    def stage(self) -> numpy.typing.NDArray[numpy.object_]:
        """which"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that have ever been in it"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all accounts"""
    @property
    def visits(self) -> numpy.typing.NDArray[numpy.int64]:
        """times that accounts have been in it"""
    @property
    def moved_on(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, those that ended with a later stage"""
    @property
    def renewed(self) -> numpy.typing.NDArray[numpy.int64]:
        """those that ended with a renewal"""
    @property
    def churned(self) -> numpy.typing.NDArray[numpy.int64]:
        """those that ended with leaving"""
    @property
    def current(self) -> numpy.typing.NDArray[numpy.int64]:
        """those that last"""
    @property
    def stalled(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the current"""
    @property
    def lower_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """days by which a quarter of the visits have ended (Kaplan-Meier: those that last are not taken for ends); NaN where it has not"""
    @property
    def median(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of one half"""
    @property
    def upper_quartile(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of three quarters"""
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
        """as of the lifecycle"""
def active_users(
    usage: Usage | UsageDays | UsageSketch,
    *,
    events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    window: typing.SupportsIndex = 28,
    every: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'day',
    since: datetime.date | numpy.datetime64 | str | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    threads: typing.SupportsIndex = 0,
) -> ActiveUsers:
    """Daily, weekly and monthly active users: how many were active on a day, in the 7 and in the `window` days
    up to it.

    Rows begin with the first day that is known and end with the last period that as_of has ended. An account
    counts for the group that it is in on the row's date. In a group, a user of several accounts counts once.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names of events that count; empty: all
    by
        "account", or attributes of `accounts`; empty: all together
    accounts
        whose attributes make groups
    window
        days of `mau`, 1 to 366; 28 holds each weekday four times
    every
        a row for the last day of each
    since
        first day that is known; by default the first with an event
    as_of
        last day that is known; by default the last with an event
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    for each group one row for each date

    Raises
    ------
    InvalidInput
        unless 1 <= window <= 366; for events and attributes that are not there, a since after
        as_of, more than 65,535 dates, more than 2^31 rows, a negative number of threads

    The same of a state, whose events are those it was made for.

    Parameters
    ----------
    usage
    events
        names of events that count; empty: all
    by
        "account", or attributes of `accounts`; empty: all together
    accounts
        whose attributes make groups
    window
        days of `mau`, 1 to 366; 28 holds each weekday four times
    every
        a row for the last day of each
    since
        first day that is known; by default the first with an event
    as_of
        last day that is known; by default the last with an event
    threads
        at most so many; 0 for all of the machine's

    The same of sketches, approximately: `std_error` tells how exactly. Sketches by account serve every `by`.

    Parameters
    ----------
    usage
    events
        names of events that count; empty: all
    by
        "account", or attributes of `accounts`; empty: all together
    accounts
        whose attributes make groups
    window
        days of `mau`, 1 to 366; 28 holds each weekday four times
    every
        a row for the last day of each
    since
        first day that is known; by default the first with an event
    as_of
        last day that is known; by default the last with an event
    threads
        at most so many; 0 for all of the machine's
    """

def value_lifetimes(
    milestones: Milestones,
    *,
    start: str = 'signed',
    value: str = 'first_value',
    churn: str = '',
    lifetimes: fealty.survival.Lifetimes | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    cohort: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str | None = None,
    fiscal_year_start: typing.SupportsIndex = 1,
) -> fealty.survival.Lifetimes:
    """The time from a start to the first value as lifetimes, which leaving may end before: for curves, tests and
    models of survival.

    Durations are days, 0 for what happens on the day of the start. What comes first ends the life: its cause
    is `value` or `churn`, and on one day value comes before churn. Who has come to neither was last seen on
    as_of (right-censored). Milestones after as_of are not known yet, and who starts after it is not there.

    Left out, since they tell no time, are accounts whose value or churn comes before their start, and those
    without a start; time_to_value() lists them. With neither `churn` nor `lifetimes`, accounts that left go
    on waiting up to as_of: how many come to value by a day stays right, but who waits may never come.

    Attributes are `account`; `start`, the day; `cohort`, the name of the period that holds it; and those of
    the accounts table, as they were on the day of the start.

    Parameters
    ----------
    milestones
        as made by Milestones
    start
        milestone from which on time counts
    value
        milestone of the first value
    churn
        milestone of leaving; or `lifetimes`
    lifetimes
        of customers, by days and accounts: the first end after the start is churn
    as_of
        last day known; by default that of `lifetimes`, or the latest milestone
    accounts
        whose attributes make groups and covariates
    cohort
        cuts starts into cohorts: an attribute `cohort`
    fiscal_year_start
        first month of the fiscal year, 1 to 12

    Returns
    -------
    one life for each account with a start, by account id

    Raises
    ------
    InvalidInput
        for names that are empty or the same; for both of `churn` and `lifetimes`, and for lifetimes
        without days or accounts, or that know less than as_of; unless as_of is from 1900 to 9999,
        the fiscal year starts in a month, and cohorts are at most 65,535; when an attribute is
        called account, start or cohort
    """

def time_to_value(
    milestones: Milestones,
    *,
    start: str = 'signed',
    value: str = 'first_value',
    churn: str = '',
    lifetimes: fealty.survival.Lifetimes | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
    cohort: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str | None = None,
    fiscal_year_start: typing.SupportsIndex = 1,
    horizon: typing.SupportsFloat | typing.SupportsIndex | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: fealty.survival.ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
) -> TimeToValue:
    """How long accounts take from a start to their first value, of all who started: those who still wait count
    as long as they were seen, and those who left without value never come to it.

    The curve is that of Aalen and Johansen, in which leaving competes. Quartiles are the first days by which
    so many of all who started have come to value. Neither the median of those who made it, nor one minus a
    Kaplan-Meier curve in which those who left count as last seen when they left, would do: both flatter. The
    mean is the area above the curve up to the horizon.

    What makes the lives, and what is left out, stands at value_lifetimes(), which gives them to any other
    calculator of survival.

    Parameters
    ----------
    milestones
        as made by Milestones
    start
        milestone from which on time counts
    value
        milestone of the first value
    churn
        milestone of leaving; or `lifetimes`
    lifetimes
        of customers, by days and accounts: the first end after the start is churn
    as_of
        last day known; by default that of `lifetimes`, or the latest milestone
    accounts
        whose attributes make groups
    by
        attributes whose values make the groups, or `cohort`
    cohort
        cuts starts into cohorts: the attribute `cohort`
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    horizon
        days up to which time counts in the mean, > 0; by default the most that every group reaches
    confidence
        coverage of band and intervals, in (0, 1)
    scale
        on which the band is symmetric

    Returns
    -------
    the curve and a summary, by group

    Raises
    ------
    InvalidInput
        as value_lifetimes(); unless 0 < confidence < 1 and the horizon is a number above 0; for a
        name of `by` that is no attribute

    References
    ----------
    Aalen & Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Andersen (2013), Statistics
    in Medicine 32:5278-5285
    """

def onboarding_rate(
    milestones: Milestones,
    *,
    start: str = 'signed',
    onboarded: str = 'onboarded',
    churn: str = '',
    lifetimes: fealty.survival.Lifetimes | None = None,
    window_days: typing.SupportsIndex = 90,
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    fiscal_year_start: typing.SupportsIndex = 1,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    small_base: typing.SupportsIndex = 30,
) -> OnboardingRate:
    """The share of the accounts that started in a period which were onboarded within a window of days.

    The window of a period has closed when it has passed for its last day: then the rate is a share. Before,
    to divide by all who started would count those who have had no time yet, and to leave them out would count
    the quick alone: the rate then is the incidence at the end of the window, as Aalen and Johansen estimate
    it, with leaving as the competing event; none (NaN) where no account was seen for that long.

    Who leaves before is not onboarded, and stays in the base. What is left out stands at value_lifetimes().

    Parameters
    ----------
    milestones
        as made by Milestones
    start
        milestone from which on time counts
    onboarded
        milestone of the end of onboarding
    churn
        milestone of leaving; or `lifetimes`
    lifetimes
        of customers, by days and accounts: the first end after the start is churn
    window_days
        days since the start within which it counts, >= 0; a quarter, which is a choice and no
        standard
    period
        cuts starts into cohorts
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    as_of
        last day known; by default that of `lifetimes`, or the latest milestone
    accounts
        whose attributes make groups
    by
        attributes whose values on the start make the groups
    confidence
        coverage of the interval, in (0, 1)
    small_base
        cohorts of fewer accounts are flagged, >= 0

    Returns
    -------
    one row for each group and period with a start

    Raises
    ------
    InvalidInput
        as value_lifetimes(); unless window_days and small_base are >= 0 and 0 < confidence < 1; for
        a name of `by` that is no attribute

    References
    ----------
    Wilson (1927), JASA 22:209-212, for the interval
    """

def adoption_rate(
    milestones: Milestones,
    *,
    onboarded: str = 'onboarded',
    adopted: str = 'adopted',
    churn: str = '',
    lifetimes: fealty.survival.Lifetimes | None = None,
    window_days: typing.SupportsIndex = 90,
    period: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    fiscal_year_start: typing.SupportsIndex = 1,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    small_base: typing.SupportsIndex = 30,
) -> AdoptionRate:
    """The share of the accounts onboarded in a period which have adopted the product within a window of days.

    It is counted and estimated as onboarding_rate() does: a share once the window has passed for the period's
    last day, and before an estimate in which leaving competes. Customers x onboarding rate x adoption rate
    are the successful ones, if both have the windows that one means.

    Parameters
    ----------
    milestones
        as made by Milestones
    onboarded
        milestone from which on time counts
    adopted
        milestone of adoption
    churn
        milestone of leaving; or `lifetimes`
    lifetimes
        of customers, by days and accounts: the first end after onboarding is churn
    window_days
        days since onboarding within which it counts, >= 0; a quarter, which is a choice and no
        standard
    period
        cuts days of onboarding into cohorts
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    as_of
        last day known; by default that of `lifetimes`, or the latest milestone
    accounts
        whose attributes make groups
    by
        attributes whose values on that day make the groups
    confidence
        coverage of the interval, in (0, 1)
    small_base
        cohorts of fewer accounts are flagged, >= 0

    Returns
    -------
    one row for each group and period with an onboarding

    Raises
    ------
    InvalidInput
        as value_lifetimes(); unless window_days and small_base are >= 0 and 0 < confidence < 1; for
        a name of `by` that is no attribute

    References
    ----------
    Wilson (1927), JASA 22:209-212, for the interval
    """

def milestone_funnel(
    milestones: Milestones,
    *,
    steps: collections.abc.Iterable[str] = ['signed', 'onboarded', 'first_value', 'adopted'],
    churn: str = '',
    lifetimes: fealty.survival.Lifetimes | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
    cohort: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str | None = None,
    fiscal_year_start: typing.SupportsIndex = 1,
) -> MilestoneFunnel:
    """How many accounts come to each of several steps, and how long each takes them.

    An account is at a step on the day by which it has come to it and to all before it. So it counts as having
    reached a step that came before its predecessor (finding step_out_of_order), but has no time between the
    two; a step after one that was skipped does not count (skipped_step), nor does one after leaving
    (milestone_after_churn). Who has no first step, or left before it, is left out.

    Quartiles are of all who came to the step before: those who are still there count as long as they were
    seen, and those who left never come on (Aalen and Johansen). Beside them stand the quartiles of those who
    have come on already, who are the quick ones.

    Parameters
    ----------
    milestones
        as made by Milestones
    steps
        milestones in order, two or more
    churn
        milestone of leaving; or `lifetimes`
    lifetimes
        of customers, by days and accounts: the first end after the first step is churn
    as_of
        last day known; by default that of `lifetimes`, or the latest milestone
    accounts
        whose attributes make groups
    by
        attributes whose values on the first step make the groups, or `cohort`
    cohort
        cuts days of the first step into cohorts: the attribute `cohort`
    fiscal_year_start
        first month of the fiscal year, 1 to 12

    Returns
    -------
    one row for each group and step

    Raises
    ------
    InvalidInput
        as value_lifetimes(); for fewer than two steps; for a name of `by` that is no attribute
    """

def growth_accounting(
    usage: Usage | UsageDays,
    *,
    events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    every: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'week',
    fiscal_year_start: typing.SupportsIndex = 1,
    unit: UsageUnit | typing.Literal['users', 'accounts'] | str = 'users',
    since: datetime.date | numpy.datetime64 | str | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> GrowthAccounting:
    """Splits the active users of each period by what they did before: new, retained, resurrected, and those who
    went dormant.

    A user is new once, in the period of the first event in the table, not of the first in a window: give all
    the history that there is. Who came before `since` may look new then; the finding `no_history` lists the
    periods that begin with it.

    An account is in the group that it belongs to on a period's last day, as in active_users(). When it comes
    into another, its users leave one group and enter the other: they are neither new nor dormant. A user of
    accounts in several groups counts in each. Groups in which nobody is ever active have no rows.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    every
        how time is cut
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    unit
        who is counted
    since
        first day known; by default the first with an event
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each group and period, from that of `since` to that of as_of

    Raises
    ------
    InvalidInput
        for events, groups or days that cannot be, a since after as_of, more than 20,000,000 rows

    References
    ----------
    users_behind(), which opens each number

    The same of a state, whose events are those it was made for.

    Parameters
    ----------
    usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    every
        how time is cut
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    unit
        who is counted
    since
        first day known; by default the first with an event
    as_of
        last day known; by default the last with an event
    """

def users_behind(
    growth: GrowthAccounting,
    *,
    period: datetime.date | numpy.datetime64 | str,
    kind: GrowthCell | typing.Literal['opening', 'new_users', 'resurrected', 'entered', 'dormant', 'left', 'active', 'retained'] | str = 'dormant',
    group: str = '',
) -> UsersBehind:
    """Opens a number of growth_accounting() down to the users, or accounts, that it counts.

    Who opened, went dormant or left is shown with the account of the period before, in which they were
    active.

    Parameters
    ----------
    growth
        as made by growth_accounting()
    period
        a period's name such as 2024-W52 or 2024-12, or a day in it
    kind
        its column
    group
        its group as text, null for those without one; only with `by`

    Returns
    -------
    one row for each that is counted

    Raises
    ------
    InvalidInput
        when there is no such period or group
    """

def usage_retention(
    usage: Usage | UsageDays,
    *,
    events: collections.abc.Iterable[str] = [],
    start_events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    kind: UsageRetentionKind | typing.Literal['n_day', 'unbounded', 'bracket'] | str = 'n_day',
    days: collections.abc.Iterable[typing.SupportsIndex] = [1, 7, 14, 28],
    last_days: collections.abc.Iterable[typing.SupportsIndex] = [],
    every: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'week',
    fiscal_year_start: typing.SupportsIndex = 1,
    unit: UsageUnit | typing.Literal['users', 'accounts'] | str = 'users',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    since: datetime.date | numpy.datetime64 | str | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> UsageRetention:
    """Which share of those who started comes back, by the days since their start.

    A user starts with the first event in the table (of `start_events`), on day 0. Days count from each user's
    own start. The denominator has only those whose interval could be seen in whole: who started too lately
    has neither returned nor stayed away. An unbounded interval has no end to wait for: who has had N days is
    eligible, and may yet return.

    For a start that is no use, such as a signature or an invitation, add it to the table as an event of its
    own and name it in `start_events`: so those who never came are in the denominator. Who has no such event
    has not started (finding `no_start`); what is done before the start does not count.

    A user belongs to the group of the account on the day of the start, and stays there. In a group, a user of
    several accounts counts once, with what is done in the group's accounts.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names that make a user active; by default every event
    start_events
        names of which the first starts a user; by default `events`
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    kind
        when a user has returned
    days
        each N, or the first day of each interval, 0 to 65,535
    last_days
        with `bracket`: the last day of each interval
    every
        the period of the start is the cohort
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    unit
        who is counted
    confidence
        coverage of the intervals, in (0, 1)
    since
        who started before is left out; by default the first day with an event
    as_of
        last day known; by default the last with an event

    Returns
    -------
    by group, cohort and interval; cohorts without users have no rows

    Raises
    ------
    InvalidInput
        for events, groups or days that cannot be, a since after as_of, a confidence that is not in
        (0, 1), intervals that end before they start

    References
    ----------
    Wilson (1927), JASA 22:209-212

    The same of a state, whose events are those it was made for.

    Parameters
    ----------
    usage
    events
        names that make a user active; by default every event
    start_events
        names of which the first starts a user; by default `events`
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    kind
        when a user has returned
    days
        each N, or the first day of each interval, 0 to 65,535
    last_days
        with `bracket`: the last day of each interval
    every
        the period of the start is the cohort
    fiscal_year_start
        first month of the fiscal year, 1 to 12
    unit
        who is counted
    confidence
        coverage of the intervals, in (0, 1)
    since
        who started before is left out; by default the first day with an event
    as_of
        last day known; by default the last with an event
    """

def stickiness(
    usage: Usage | UsageDays,
    *,
    events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    window: typing.SupportsIndex = 28,
    every: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'day',
    since: datetime.date | numpy.datetime64 | str | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> Stickiness:
    """Mean daily active users over a window / users who were active in it: on what share of the window's days an
    active user came.

    Each row looks back from its date: `window` days, of which the date is the last. A group holds the
    accounts that belong to it on that date. A user of several accounts is one person where these are taken
    together. Counts are exact, and divided once. A window that begins before the data counts the days that
    are not known as days without use, and is marked.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    window
        days of MAU, 1 to 65,535; four whole weeks by default
    every
        a row for the last day of each
    since
        first day known; by default the first with an event
    as_of
        last day known; by default the last with an event

    Returns
    -------
    for each group one row for each period that has ended by as_of, from that of `since` on

    Raises
    ------
    InvalidInput
        for events or groups that are not there; for days that cannot be, or a since after as_of;
        unless 1 <= window <= 65,535

    References
    ----------
    active_users(), which has the same MAU

    The same of a state, whose events are those it was made for.

    Parameters
    ----------
    usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    window
        days of MAU, 1 to 65,535; four whole weeks by default
    every
        a row for the last day of each
    since
        first day known; by default the first with an event
    as_of
        last day known; by default the last with an event
    """

def engagement(
    usage: Usage,
    *,
    events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    core_events: collections.abc.Iterable[str] = [],
    features: collections.abc.Iterable[str] = [],
    entitlements: Entitlements | None = None,
    window: typing.SupportsIndex = 28,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> Engagement:
    """How broadly, deeply and often users use at as_of.

    Frequency is days (and weeks) per active user, depth core actions per active user and active day, breadth
    key features used / entitled. A group holds the accounts that belong to it on as_of; a user of several is
    one person where they are together. What has no base is NaN.

    Breadth adds up accounts. Without entitlements, each account with an active user in the window may use all
    of `features`; with them, each account that holds any of `features` on as_of counts, active or not, and
    what it may not use does not count as used (finding used_not_entitled). Accounts that the usage does not
    know belong to no group, and are left out (finding entitled_without_usage). Numbers of features are taken
    as they are.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    core_events
        what depth counts; by default `events`
    features
        events that are key features; none: no breadth
    entitlements
        who may use which; by default all of `features`
    window
        days, 1 to 65,535; four whole weeks by default
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each group

    Raises
    ------
    InvalidInput
        for events, groups or an as_of that cannot be; unless 1 <= window <= 65,535; for
        entitlements without features, or whose accounts are texts where those of the usage are
        integers
    """

def user_engagement(
    usage: Usage,
    *,
    events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    core_events: collections.abc.Iterable[str] = [],
    features: collections.abc.Iterable[str] = [],
    entitlements: Entitlements | None = None,
    window: typing.SupportsIndex = 28,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> UserEngagement:
    """L7 and L28 of each user at as_of.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    core_events
        what depth counts; by default `events`
    features
        events that are key features; none: no breadth
    entitlements
        who may use which; by default all of `features`
    window
        days, 1 to 65,535; four whole weeks by default
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each user of an account who was ever active up to as_of, by account and user id, the
    account itself last

    Raises
    ------
    InvalidInput
        as engagement()
    """

def engagement_histogram(
    usage: Usage,
    *,
    events: collections.abc.Iterable[str] = [],
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    core_events: collections.abc.Iterable[str] = [],
    features: collections.abc.Iterable[str] = [],
    entitlements: Entitlements | None = None,
    window: typing.SupportsIndex = 28,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> EngagementHistogram:
    """The power-user curve at as_of: of the users active in a window, how many came on 1, 2, … of its days. A
    smile has users for whom the product is part of the work; a slope down has visitors.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names that make a user active; by default every event
    by
        "account", or attributes whose values make the groups
    accounts
        whose attributes they are
    core_events
        what depth counts; by default `events`
    features
        events that are key features; none: no breadth
    entitlements
        who may use which; by default all of `features`
    window
        days, 1 to 65,535; four whole weeks by default
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each group and number of days

    Raises
    ------
    InvalidInput
        as engagement()
    """

def seat_utilization(
    usage: Usage,
    seats: Seats,
    *,
    events: collections.abc.Iterable[str] = [],
    window: typing.SupportsIndex = 28,
    band_edges: collections.abc.Iterable[typing.SupportsIndex] = [90, 180, 365],
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> SeatUtilization:
    """Which share of the seats that an account pays for is used, at as_of.

    A seat is used when a user of the account has an event in the trailing window. Accounts with seats and
    without usage count 0. Above 1 more users are active than seats are paid for: shared contracts, or seats
    to sell (finding more_active_than_seats). Without a seat there is no share (zero_seats); accounts with
    active users that the table of seats lacks on as_of have no row (usage_without_seats). Events without a
    user use no seat; where no event has one there is no share at all (users_unknown). A low share means
    little in the first weeks of an account: compare within a band of age.

    Parameters
    ----------
    usage
        as made by Usage
    seats
        as made by Seats; rows that begin after as_of are not seen
    events
        names that make a user active; by default every event
    window
        days in which a user counts as active, 1 to 65,535
    band_edges
        ages in days at which bands begin, ascending, > 0: by default a quarter, half a year, a
        year; a choice of this library
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each account with seats on as_of, also 0

    Raises
    ------
    InvalidInput
        for events or an as_of that cannot be; unless 1 <= window <= 65,535 and the band edges
        ascend from above 0; for accounts that are texts in one table and integers in the other
    """

def seat_utilization_bands(utilization: SeatUtilization) -> SeatUtilizationBands:
    """Utilization by age of the accounts: what is usual for accounts as old.

    Quartiles are those between the two accounts next to them (R's type 7).

    Parameters
    ----------
    utilization
        as made by seat_utilization()

    Returns
    -------
    one row for each band, by age
    """

def champions(
    usage: Usage,
    *,
    events: collections.abc.Iterable[str] = [],
    roles: UserRoles | None = None,
    sponsor_roles: collections.abc.Iterable[str] = ['champion', 'sponsor'],
    window: typing.SupportsIndex = 28,
    power_share: typing.SupportsFloat | typing.SupportsIndex = 0.2,
    power_days: typing.SupportsIndex = 8,
    silent_days: typing.SupportsIndex = 28,
    key_person_share: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    key_person_users: typing.SupportsFloat | typing.SupportsIndex = 2.0,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> Champions:
    """Who does how much of the work in an account: its champions, and who could become one.

    A week is seven days, counted back from as_of. Events without a user are nobody's: they are left out, of
    sums too. Where no event has a user there is no answer (finding users_unknown).

    Parameters
    ----------
    usage
        as made by Usage
    events
        names of core actions; by default every event
    roles
        who has which role
    sponsor_roles
        roles whose loss is an event
    window
        days that shares are of, 1 to 65,535
    power_share
        of the account's core actions, from which a user is a power user, in (0, 1]
    power_days
        active days of the window, from which on a power user or a sponsor can fall silent, >= 1:
        two days a week by default
    silent_days
        days in a row without use after which a user is silent, 1 to 65,535
    key_person_share
        share of the first user from which on an account depends on it, in (0, 1]
    key_person_users
        effective users up to which an account depends on them, >= 1
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each user who was active in the window, by account and rank

    Raises
    ------
    InvalidInput
        for events or an as_of that cannot be; for numbers out of their range; for roles whose
        accounts or users are texts where those of the usage are integers
    """

def champion_concentration(
    usage: Usage,
    *,
    events: collections.abc.Iterable[str] = [],
    roles: UserRoles | None = None,
    sponsor_roles: collections.abc.Iterable[str] = ['champion', 'sponsor'],
    window: typing.SupportsIndex = 28,
    power_share: typing.SupportsFloat | typing.SupportsIndex = 0.2,
    power_days: typing.SupportsIndex = 8,
    silent_days: typing.SupportsIndex = 28,
    key_person_share: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    key_person_users: typing.SupportsFloat | typing.SupportsIndex = 2.0,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> ChampionConcentration:
    """How far accounts depend on single users.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names of core actions; by default every event
    roles
        who has which role
    sponsor_roles
        roles whose loss is an event
    window
        days that shares are of, 1 to 65,535
    power_share
        of the account's core actions, from which a user is a power user, in (0, 1]
    power_days
        active days of the window, from which on a power user or a sponsor can fall silent, >= 1:
        two days a week by default
    silent_days
        days in a row without use after which a user is silent, 1 to 65,535
    key_person_share
        share of the first user from which on an account depends on it, in (0, 1]
    key_person_users
        effective users up to which an account depends on them, >= 1
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each account with an active user in the window

    Raises
    ------
    InvalidInput
        as champions()

    References
    ----------
    Herfindahl (1950), Concentration in the Steel Industry; Laakso & Taagepera (1979), Comparative
    Political Studies 12:3-27, for the effective number
    """

def champion_events(
    usage: Usage,
    *,
    events: collections.abc.Iterable[str] = [],
    roles: UserRoles | None = None,
    sponsor_roles: collections.abc.Iterable[str] = ['champion', 'sponsor'],
    window: typing.SupportsIndex = 28,
    power_share: typing.SupportsFloat | typing.SupportsIndex = 0.2,
    power_days: typing.SupportsIndex = 8,
    silent_days: typing.SupportsIndex = 28,
    key_person_share: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    key_person_users: typing.SupportsFloat | typing.SupportsIndex = 2.0,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> ChampionEvents:
    """Sponsors and power users who fell silent, and sponsors who lost their role, up to as_of.

    A user falls silent on the last of `silent_days` days in a row without use, if in the window that ends
    with the last day of use it was active on `power_days` days, and had `power_share` of the account's core
    actions or a sponsor's role on that day. A sponsor loses the role on the first day without one of
    `sponsor_roles`. Later rows change no event: each was known on its date.

    Parameters
    ----------
    usage
        as made by Usage
    events
        names of core actions; by default every event
    roles
        who has which role
    sponsor_roles
        roles whose loss is an event
    window
        days that shares are of, 1 to 65,535
    power_share
        of the account's core actions, from which a user is a power user, in (0, 1]
    power_days
        active days of the window, from which on a power user or a sponsor can fall silent, >= 1:
        two days a week by default
    silent_days
        days in a row without use after which a user is silent, 1 to 65,535
    key_person_share
        share of the first user from which on an account depends on it, in (0, 1]
    key_person_users
        effective users up to which an account depends on them, >= 1
    as_of
        last day known; by default the last with an event

    Returns
    -------
    one row for each event, by account, user, date and kind

    Raises
    ------
    InvalidInput
        as champions()
    """

def growth_equation(
    segments: GrowthSegments,
    *,
    points: typing.SupportsFloat | typing.SupportsIndex = 1.0,
) -> GrowthEquation:
    """The growth equation in its two forms: successful customers = CSMs x successes per CSM, which grows with
    the payroll, and = customers x onboarding rate x adoption rate, which says what to raise.

    Both forms are linear in each factor, so a point more of one rate brings customers x (the other rate) /
    100 more, and one more CSM as many as each brings now. All segments' rates are those of all their
    customers together. A target is that of its segment; the last row's is the sum of them.

    Parameters
    ----------
    segments
        as made by GrowthSegments
    points
        by how many percentage points rates are raised to see what it brings, > 0

    Returns
    -------
    a row for each segment, and one for all of them

    Raises
    ------
    InvalidInput
        unless points is a number above 0

    References
    ----------
    growth_change() for what changed between two periods
    """

def growth_change(before: GrowthSegments, now: GrowthSegments) -> GrowthChange:
    """Explains the change of successful customers by the factors of the growth equation.

    A segment's successes are all customers x its share of them x its onboarding rate x its adoption rate. A
    factor's part is the mean, over all orders in which the factors could have changed one after the other, of
    what its change did (the Shapley value): no factor is favored, and one that stayed has no part. A factor
    that is unknown in one period (a rate of nobody) counts as in the other: the rates of a new segment have
    changed nothing. Parts are rounded to 2^-20 of a customer, about a millionth; what this leaves goes to the
    largest part (of equals, the first).

    Parameters
    ----------
    before
        the first period
    now
        the second; a segment that one of them lacks has no customers in it

    Returns
    -------
    a row for each segment of either, and one for all of them

    Raises
    ------
    InvalidInput
        when only one period has segments, or when one names them by texts and the other by integers

    References
    ----------
    Shapley (1953), Contributions to the Theory of Games 2:307-317; Sun (1998), Energy Economics
    20:85-100
    """

def outcomes(
    goals: Goals,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    stalled_days: typing.SupportsIndex = 90,
) -> Outcomes:
    """How far customers have come with what they want, and what it was worth to them.

    The plan is a straight line from the baseline on the goal's first date to the target on the day it is due.
    What is told again counts from then on, but for the baseline; `cost` and `value_per_unit` told last count
    for all of the goal's days. Rows dated after as_of are not known. A value is rounded half-even, once for
    each goal, so that totals of goals are exact.

    Parameters
    ----------
    goals
        as made by Goals
    as_of
        last day known; by default the latest date
    accounts
        who ought to have goals
    stalled_days
        a goal without progress for so many days is stalled, >= 1; a quarter, as goals are mostly
        reviewed each quarter

    Returns
    -------
    one row for each goal that is known, and for each account without any

    Raises
    ------
    InvalidInput
        unless stalled_days >= 1 and as_of is from 1900 to 9999; when accounts have texts and goals
        integers, or the other way round
    Overflow
        when a value leaves 64 bits

    References
    ----------
    outcome_totals() for the portfolio
    """

def outcome_totals(
    outcomes: Outcomes,
    *,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
) -> OutcomeTotals:
    """Adds up outcomes of a portfolio. Money adds up exactly; the return on what was spent is that of goals
    whose value and cost are both known, as one without the other would flatter or slander it.

    Parameters
    ----------
    outcomes
        as made by outcomes()
    accounts
        whose attributes make groups
    by
        attributes, as they are on as_of; or "account", for a row for each

    Returns
    -------
    one row, or one for each group

    Raises
    ------
    InvalidInput
        for names of no attribute, and for attributes without `accounts`
    Overflow
        when a sum leaves 64 bits
    """

def lifecycle(
    milestones: Milestones,
    *,
    onboarding: str = 'signed',
    adoption: str = 'first_value',
    expansion: str = 'adopted',
    renewal: str = '',
    renewed: str = '',
    churn: str = '',
    contracts: fealty.revenue.Contracts | None = None,
    renewal_days: typing.SupportsIndex = 90,
    onboarding_limit: typing.SupportsIndex | None = None,
    adoption_limit: typing.SupportsIndex | None = None,
    expansion_limit: typing.SupportsIndex | None = None,
    renewal_limit: typing.SupportsIndex | None = None,
    stalled_quantile: typing.SupportsFloat | typing.SupportsIndex = 0.9,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> Lifecycle:
    """Follows accounts through onboarding, adoption, expansion and renewal.

    A stage begins with its milestone, the first of that name, and ends when a later one begins; on one day
    the later stage follows. A milestone of an earlier stage than the account is in does not take it back
    (finding stage_out_of_order). A renewal begins `renewal_days` before the end of a contract, though not
    before this one is signed and begins, unless one that ends later was signed by then; it ends when one
    that ends later is signed, or with the milestone `renewed`, and takes the account back to the stage that
    its milestones say: to expansion, once adopted. A renewal begins in any stage. Leaving ends all. What is
    dated after as_of is not known.

    Parameters
    ----------
    milestones
        as made by Milestones; of each account and name, the first counts
    onboarding
        milestone that begins the stage
    adoption
        the same
    expansion
        the same
    renewal
        the same; or `contracts`
    renewed
        milestone that ends a renewal; or `contracts`
    churn
        milestone of leaving
    contracts
        whose ends are renewals
    renewal_days
        a renewal begins so many days before a contract's end, >= 0; as early_days of renewal_rate()
    onboarding_limit
        longer in the stage, an account is stalled, >= 0
    adoption_limit
        the same
    expansion_limit
        the same
    renewal_limit
        the same
    stalled_quantile
        without a limit, it is this quantile of those that moved on or renewed, in (0, 1): longer
        than nine of ten
    as_of
        last day known; by default the latest milestone

    Returns
    -------
    one row for each stage that an account has been in

    Raises
    ------
    InvalidInput
        for a milestone that is named twice; without one of onboarding; for renewals by milestones
        beside contracts, and `renewed` without `renewal`; unless days and limits are >= 0, 0 <
        stalled_quantile < 1, and as_of is from 1900 to 9999; when contracts name accounts by texts
        and milestones by integers, or the other way round

    References
    ----------
    stage_funnel() for how many come from stage to stage, stage_lifetimes() for curves
    """

def stage_funnel(lifecycle: Lifecycle) -> StageFunnel:
    """Counts accounts by stages, with the time in each.

    Parameters
    ----------
    lifecycle
        as made by lifecycle()

    Returns
    -------
    four rows; none of an empty lifecycle

    References
    ----------
    kaplan_meier() for the quartiles, of all that ends a stage
    """

def stage_lifetimes(lifecycle: Lifecycle) -> fealty.survival.Lifetimes:
    """Times in stages as lifetimes, for curves and their comparison.

    A life is one time that an account was in a stage, and lasts as many days; its causes are moved_on,
    renewed and churned, and one that lasts on as_of is censored there. Its attributes are `account`, to
    cluster by; `stage`; `visit`, 1 for the account's first time in the stage; and `entered`, its first day.

    Parameters
    ----------
    lifecycle
        as made by lifecycle()

    Returns
    -------
    one life for each row, in their order
    """

