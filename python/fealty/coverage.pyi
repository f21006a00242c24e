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

class TierPlan:
    """A validated tier plan: which accounts a tier is for, how often they are touched, and what work they make.

    Columns have NaN where there is none.

    The columns of a tier plan: one row for each tier, the highest first. What is null or left out is none.

    Raises
    ------
    InvalidInput
        without a tier, on unequal lengths, a tier that is null or there twice, thresholds that do
        not descend, days or accounts that are not whole numbers from 1 to 36,500, hours that are
        not from 0 to 10,000, hours without the days in which they fall

    Columns
    -------
    tier
        its name
    threshold
        score from which on an account belongs to it; 0 for the last
    cadence_days
        an account is to be touched every so many days
    accounts_per_csm
        the most accounts that one CSM can have
    onboarding_hours
        from the account's first day on, within
    onboarding_days
        so many days
    check_in_hours
        every cadence_days
    review_hours
        every
    review_days
        so many days
    renewal_hours
        for each contract that ends, within
    renewal_lead_days
        so many days before
    source
        where the row's numbers come from
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        tier: str | None = None,
        threshold: str | None = None,
        cadence_days: str | None = None,
        accounts_per_csm: str | None = None,
        onboarding_hours: str | None = None,
        onboarding_days: str | None = None,
        check_in_hours: str | None = None,
        review_hours: str | None = None,
        review_days: str | None = None,
        renewal_hours: str | None = None,
        renewal_lead_days: str | None = None,
        source: str | None = None,
    ) -> None: ...
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """its name"""
    @property
    def threshold(self) -> numpy.typing.NDArray[numpy.float64]:
        """score from which on an account belongs to it; 0 for the last"""
    @property
    def cadence_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """an account is to be touched every so many days"""
    @property
    def accounts_per_csm(self) -> numpy.typing.NDArray[numpy.float64]:
        """the most accounts that one CSM can have"""
    @property
    def onboarding_hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """from the account's first day on, within"""
    @property
    def onboarding_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """so many days"""
    @property
    def check_in_hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """every cadence_days"""
    @property
    def review_hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """every"""
    @property
    def review_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """so many days"""
    @property
    def renewal_hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """for each contract that ends, within"""
    @property
    def renewal_lead_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """so many days before"""
    @property
    def source(self) -> numpy.typing.NDArray[typing.Any]:
        """where the row's numbers come from"""
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

class AccountScores:
    """A validated table of scores: annual contract value x potential x complexity. Copies are cheap.

    A factor whose column is left out is 1, and the score an amount of `currency` a year.

    Findings: more_digits_than_currency.

    The columns of a table of what tells an account's tier: one row for each account, or, with `date`, for
    each account and snapshot. Exactly one of `acv` and `acv_minor` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    date
        n days since 1970-01-01 of snapshots
    acv
        annual contract value in major units, >= 0
    acv_minor
        the same in minor units, >= 0
    potential
        factor >= 0: what it may come to / what it is; 1: no whitespace
    complexity
        factor >= 0: work against the usual; 1: usual
    tier
        the tier it has before this row; null: that of the row before, or none
    currency
        ISO 4217 code of every row
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, date, acv or factor, a day before 1900
        or after 9999, an amount or factor that is negative or not finite, two rows of an account
        and day, an unknown currency
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
        acv: str | None = None,
        acv_minor: str | None = None,
        potential: str | None = None,
        complexity: str | None = None,
        tier: str | None = None,
        currency: str = '',
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class Tiers:
    """The tier of each account and snapshot, by account id and then by date.

    Columns
    -------
    account
        whose
    date
        of the snapshot, and first day of this tier; null without dates
    valid_to
        the account's next snapshot; null for its last
    acv
        annual contract value
    score
        acv x potential x complexity
    score_tier
        the tier that the score alone would make
    previous
        the tier before; null for none
    tier
        the tier
    changed
        1 where it is another than the one before
    beyond
        rows in a row, up to this one, that were past the margin
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """of the snapshot, and first day of this tier; null without dates"""
    @property
    def valid_to(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the account's next snapshot; null for its last"""
    @property
    def acv(self) -> numpy.typing.NDArray[numpy.float64]:
        """annual contract value"""
    @property
    def acv_minor(self) -> numpy.typing.NDArray[numpy.int64]:
        """annual contract value"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """acv x potential x complexity"""
    @property
    def score_tier(self) -> numpy.typing.NDArray[typing.Any]:
        """the tier that the score alone would make"""
    @property
    def previous(self) -> numpy.typing.NDArray[typing.Any]:
        """the tier before; null for none"""
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """the tier"""
    @property
    def changed(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it is another than the one before"""
    @property
    def beyond(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows in a row, up to this one, that were past the margin"""
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
    def margin(self) -> float:
        """as it was asked for"""
    @property
    def snapshots(self) -> int:
        """as it was asked for"""
    @property
    def changes(self) -> int:
        """how often a tier changed"""
    @property
    def changes_without(self) -> int:
        """how often it would have, by the score alone"""

class TierSpans:
    """A validated table of tiers: one row for each account and stretch of days in one tier. Copies are cheap.

    An account is a customer from its first day on, as long as its rows follow one another without a gap;
    after a gap it has come back and begins anew. Without a column valid_to a row holds until the account's
    next.

    Findings: zero_length_period.

    The columns of a table of the accounts to be covered: in which tier each was, from when to when.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    tier
        the tier's name
    valid_from
        n days since 1970-01-01: the first day in this tier
    valid_to
        first day after; null or fealty::open while it lasts
    acv
        what the account is worth in a year, >= 0; null: unknown
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, tier or valid_from, a day before 1900
        or after 9999, a valid_to before its valid_from, two rows of an account that hold on one
        day, an acv that is negative or infinite
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        tier: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        acv: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class Owners:
    """A validated table of owners. Copies are cheap.

    An account has one owner at a time: rows that overlap are an error. Without a column valid_to a row holds
    until the account's next.

    Findings: zero_length_period.

    The columns of a table of owners: which customer success manager (CSM) had an account, from when to when.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    csm
        who has it; null: nobody
    valid_from
        n days since 1970-01-01: the first day
    valid_to
        first day after; null or fealty::open while it lasts
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or valid_from, a day before 1900 or
        after 9999, a valid_to before its valid_from, two rows of an account that hold on one day
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        csm: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class Staff:
    """A validated table of staff. Copies are cheap.

    Hours change, and people come and go, by rows with valid_from and valid_to. It is a plan: rows that begin
    later are known.

    Findings: zero_length_period.

    The columns of a table of customer success managers (CSMs): how many hours a week each works.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    csm
        n ids, texts or integers, as owners has them
    hours_per_week
        before overhead, 0 to 168; null: unknown
    valid_from
        first day of these hours; null: from ever
    valid_to
        first day after; null or fealty::open while it lasts
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null csm, a day before 1900 or after 9999, a
        valid_to before its valid_from, two rows of one CSM that hold on one day, hours that are not
        from 0 to 168
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        csm: str | None = None,
        hours_per_week: str | None = None,
        valid_from: str | None = None,
        valid_to: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class Response(enum.StrEnum):
    """Who moved first.

    Members
    -------
    reactive
        the customer did
    proactive
        a sign was seen
    predictive
        there was no sign yet, but a model said so
    """
    reactive = "reactive"
    proactive = "proactive"
    predictive = "predictive"

class Touches:
    """A validated table of touches. Copies are cheap.

    Findings: duplicate_row (a row repeats another in every column: both count).

    The columns of a table of touches: one row for each contact with an account.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    date
        n days since 1970-01-01
    channel
        call, email, …; null: unknown
    csm
        who did it; null: unknown
    direction
        outbound, inbound, …; null: unknown
    hours
        what it took, >= 0; null: unknown
    response
        reactive, proactive or predictive; null: unknown
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or date, a day before 1900 or after
        9999, hours that are negative or infinite, a response that is none of the three
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        date: str | None = None,
        channel: str | None = None,
        csm: str | None = None,
        direction: str | None = None,
        hours: str | None = None,
        response: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class Cadence:
    """How each account stands with the cadence of its tier, by account id: those that are customers on as_of.

    Columns
    -------
    account
        whose
    tier
        on as_of
    csm
        who has it on as_of; only with `owners`
    start
        first day as a customer, without a gap since
    last_touch
        null where there is none since then
    touches
        since then
    days_since
        from the last touch, or else from the start
    cadence_days
        of the tier; NaN for none
    due
        the last day on which the next touch is in time; null for none
    overdue_days
        days since then; 0 while it is in time
    gap
        1 where it is overdue
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """on as_of"""
    @property
    def csm(self) -> numpy.typing.NDArray[typing.Any]:
        """who has it on as_of; only with `owners`"""
    @property
    def start(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day as a customer, without a gap since"""
    @property
    def last_touch(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """null where there is none since then"""
    @property
    def touches(self) -> numpy.typing.NDArray[numpy.int64]:
        """since then"""
    @property
    def days_since(self) -> numpy.typing.NDArray[numpy.int64]:
        """from the last touch, or else from the start"""
    @property
    def cadence_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the tier; NaN for none"""
    @property
    def due(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the last day on which the next touch is in time; null for none"""
    @property
    def overdue_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """days since then; 0 while it is in time"""
    @property
    def gap(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it is overdue"""
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
        """last day known; none for tables without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def counted(self) -> str:
        """which touches count"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: as_of_inferred, touch_of_no_tier"""

class CoverageShare:
    """How well each tier keeps its cadence on as_of: one row for each tier of the plan, in each group.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    tier
        in the order of the plan
    accounts
        customers on as_of
    covered
        of these: touched in time
    never_touched
        of these
    share
        covered / accounts; NaN for none, or without a cadence
    overdue_days
        of all of them
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """in the order of the plan"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """customers on as_of"""
    @property
    def covered(self) -> numpy.typing.NDArray[numpy.int64]:
        """of these: touched in time"""
    @property
    def never_touched(self) -> numpy.typing.NDArray[numpy.int64]:
        """of these"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """covered / accounts; NaN for none, or without a cadence"""
    @property
    def overdue_days(self) -> numpy.typing.NDArray[numpy.int64]:
        """of all of them"""
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
        """last day known"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def counted(self) -> str:
        """which touches count"""

class CoverageGaps:
    """The stretches of days on which accounts were overdue, by account id and then by day: [start, end).

    Columns
    -------
    account
        whose
    tier
        on the first day
    start
        the first day on which it was overdue
    end
        the first on which it was not any more; null while it lasts
    days
        how many there were, up to as_of
    touched
        1 where a touch ended it; 0 where it lasts, or the tier changed, or the account left
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """on the first day"""
    @property
    def start(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the first day on which it was overdue"""
    @property
    def end(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the first on which it was not any more; null while it lasts"""
    @property
    def days(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many there were, up to as_of"""
    @property
    def touched(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where a touch ended it; 0 where it lasts, or the tier changed, or the account left"""
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
        """last day known"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def counted(self) -> str:
        """which touches count"""

class ResponseMix:
    """Who moved first, by tier: three rows for each tier of the plan, in each group.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    tier
        on the day of the touch
    response
        who moved first
    touches
        that count, and say so
    share
        of those of the tier that say so
    hours
        they took, where that is told
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """on the day of the touch"""
    @property
    def response(self) -> numpy.typing.NDArray[numpy.object_]:
        """who moved first"""
    @property
    def touches(self) -> numpy.typing.NDArray[numpy.int64]:
        """that count, and say so"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of those of the tier that say so"""
    @property
    def hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """they took, where that is told"""
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
        """last day known"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def counted(self) -> str:
        """which touches count"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: response_not_told"""

class WorkKind(enum.StrEnum):
    """What accounts make work by.

    Members
    -------
    onboarding
        in the first days of an account
    check_in
        as the cadence of its tier asks
    review
        business reviews
    renewal
        in the days before a contract ends
    """
    onboarding = "onboarding"
    check_in = "check_in"
    review = "review"
    renewal = "renewal"

class CapacityDemand:
    """The work by week, CSM, tier and kind; cells without work are left out.

    Columns
    -------
    week
        its Monday
    csm
        null for accounts that nobody has
    tier
        in the order of the plan
    kind
        what for
    minutes
        how much
    """
    @property
    def week(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """its Monday"""
    @property
    def csm(self) -> numpy.typing.NDArray[typing.Any]:
        """null for accounts that nobody has"""
    @property
    def tier(self) -> numpy.typing.NDArray[typing.Any]:
        """in the order of the plan"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what for"""
    @property
    def minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """how much"""
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

class CapacityWorkload:
    """Work against time of each CSM in each week, by week and CSM.

    Columns
    -------
    week
        its Monday
    csm
        null for accounts that nobody has, at the end
    demand_minutes
        work
    supply_minutes
        time for it
    shortfall_minutes
        work beyond the time
    utilization
        demand / supply; NaN without supply
    """
    @property
    def week(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """its Monday"""
    @property
    def csm(self) -> numpy.typing.NDArray[typing.Any]:
        """null for accounts that nobody has, at the end"""
    @property
    def demand_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work"""
    @property
    def supply_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """time for it"""
    @property
    def shortfall_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work beyond the time"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """demand / supply; NaN without supply"""
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

class CapacityCsms:
    """Work against time of each CSM in all weeks, by CSM.

    Columns
    -------
    csm
        null for accounts that nobody has, at the end
    accounts
        that they have on as_of
    book_load
        sum over tiers of accounts / accounts_per_csm: above 1 is too many
    demand_minutes
        work
    supply_minutes
        time for it
    shortfall_minutes
        sum of that of the weeks
    weeks_over
        in which there is more work than time
    utilization
        demand / supply; NaN without supply
    """
    @property
    def csm(self) -> numpy.typing.NDArray[typing.Any]:
        """null for accounts that nobody has, at the end"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """that they have on as_of"""
    @property
    def book_load(self) -> numpy.typing.NDArray[numpy.float64]:
        """sum over tiers of accounts / accounts_per_csm: above 1 is too many"""
    @property
    def demand_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work"""
    @property
    def supply_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """time for it"""
    @property
    def shortfall_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """sum of that of the weeks"""
    @property
    def weeks_over(self) -> numpy.typing.NDArray[numpy.int64]:
        """in which there is more work than time"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """demand / supply; NaN without supply"""
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

class CapacityWeeks:
    """Work against time of all CSMs together, week by week: as if work could go to whoever has time.

    Columns
    -------
    week
        its Monday
    label
        such as 2024-W52
    onboarding_minutes
        work of this kind
    check_in_minutes
        work of this kind
    review_minutes
        work of this kind
    renewal_minutes
        work of this kind
    demand_minutes
        all work
    supply_minutes
        time for it
    shortfall_minutes
        work beyond the time
    utilization
        demand / supply; NaN without supply
    csms_over
        CSMs with more work than time
    headcount_needed
        full-time CSMs whose time is enough
    """
    @property
    def week(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """its Monday"""
    @property
    def label(self) -> numpy.typing.NDArray[numpy.object_]:
        """such as 2024-W52"""
    @property
    def onboarding_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work of this kind"""
    @property
    def check_in_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work of this kind"""
    @property
    def review_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work of this kind"""
    @property
    def renewal_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work of this kind"""
    @property
    def demand_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """all work"""
    @property
    def supply_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """time for it"""
    @property
    def shortfall_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """work beyond the time"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """demand / supply; NaN without supply"""
    @property
    def csms_over(self) -> numpy.typing.NDArray[numpy.int64]:
        """CSMs with more work than time"""
    @property
    def headcount_needed(self) -> numpy.typing.NDArray[numpy.int64]:
        """full-time CSMs whose time is enough"""
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

class Capacity:
    """How much work there is, and how many people it takes. More work than people is an answer: `feasible` is
    false, and the shortfall says by how much.
    """
    @property
    def demand(self) -> CapacityDemand:
        """by week, CSM, tier and kind"""
    @property
    def workload(self) -> CapacityWorkload:
        """by week and CSM"""
    @property
    def csms(self) -> CapacityCsms:
        """by CSM"""
    @property
    def weeks(self) -> CapacityWeeks:
        """by week"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known; none for tables without rows"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def demand_minutes(self) -> int:
        """all work"""
    @property
    def supply_minutes(self) -> int:
        """all time for it"""
    @property
    def shortfall_minutes(self) -> int:
        """sum of that of the weeks"""
    @property
    def weeks_over(self) -> int:
        """in which there is more work than time"""
    @property
    def headcount(self) -> int:
        """CSMs who have time"""
    @property
    def headcount_needed(self) -> int:
        """full-time CSMs whose time in all weeks is enough for all work"""
    @property
    def peak_headcount(self) -> int:
        """full-time CSMs whose time is enough in each week"""
    @property
    def feasible(self) -> bool:
        """no week has more work than time"""
    @property
    def hours_per_week(self) -> float:
        """as it was asked for"""
    @property
    def overhead(self) -> float:
        """as it was asked for"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: as_of_inferred, contract_of_no_tier, csm_without_hours, renewals_not_told, staff_assumed, unassigned_accounts"""
    def __repr__(self) -> str: ...

class CapacityWhatIf:
    """One row for each number of CSMs and each share of accounts moved, and before them with `least` 1 the
    fewest that make it feasible.

    Columns
    -------
    headcount
        full-time CSMs
    least
        1 for the smallest move that makes it feasible
    share
        of the accounts that can be moved; NaN where no move is enough
    moved
        accounts; -1 where no move is enough
    demand_minutes
        all work
    supply_minutes
        all time for it
    utilization
        demand / supply; NaN without supply
    shortfall_minutes
        sum over weeks of work beyond the time
    weeks_over
        in which there is more work than time
    headcount_needed
        CSMs whose time in all weeks is enough for all work
    peak_headcount
        CSMs whose time is enough in each week
    feasible
        1 where no week has more work than time
    """
    @property
    def headcount(self) -> numpy.typing.NDArray[numpy.int64]:
        """full-time CSMs"""
    @property
    def least(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 for the smallest move that makes it feasible"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the accounts that can be moved; NaN where no move is enough"""
    @property
    def moved(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts; -1 where no move is enough"""
    @property
    def demand_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """all work"""
    @property
    def supply_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """all time for it"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """demand / supply; NaN without supply"""
    @property
    def shortfall_minutes(self) -> numpy.typing.NDArray[numpy.int64]:
        """sum over weeks of work beyond the time"""
    @property
    def weeks_over(self) -> numpy.typing.NDArray[numpy.int64]:
        """in which there is more work than time"""
    @property
    def headcount_needed(self) -> numpy.typing.NDArray[numpy.int64]:
        """CSMs whose time in all weeks is enough for all work"""
    @property
    def peak_headcount(self) -> numpy.typing.NDArray[numpy.int64]:
        """CSMs whose time is enough in each week"""
    @property
    def feasible(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where no week has more work than time"""
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
    def move_from(self) -> str:
        """the tier that accounts leave"""
    @property
    def move_to(self) -> str:
        """the tier that they come to"""
    @property
    def movable(self) -> int:
        """accounts in the first on as_of"""
    @property
    def as_of(self) -> datetime.date | None:
        """last day known"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: unknown_acv"""

class Books:
    """A validated table of what happened in whose book. Copies are cheap.

    With `probability` a row has at most one event, and events are told apart as such; with `expected` they
    are counts. Rows in nobody's book, and rows of which nothing is expected, are left out and are findings.

    The columns of a table of books: what happened to each account in somebody's book, and what a risk model
    expected of it. Exactly one of `expected` and `probability` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers; an account may have many rows
    group
        in whose book: a csm, team, seller or channel; null for nobody's
    observed
        events: losses, expansions, first values; >= 0
    expected
        events expected, such as a cumulative hazard, >= 0; null: not known
    probability
        or the chance of the one event, in [0, 1]; null: not known
    exposure
        how long the account was in the book, such as months, >= 0
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or outcome, an outcome below 0 (with
        probabilities: that is not 0 or 1), an expectation or exposure that is not a finite number
        >= 0, a probability above 1
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        group: str | None = None,
        observed: str | None = None,
        expected: str | None = None,
        probability: str | None = None,
        exposure: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        nobodys_book, unknown_expectation, impossible_outcome.
        """
    def __repr__(self) -> str: ...

class ExpectedEvents:
    """What happened while each account was in a book, and what a risk model expects: columns of Books. One row
    for each stretch of a life with one owner, or with none.

    Columns
    -------
    account
        by id, then by day
    group
        its owner, null where it has none
    valid_from
        first day of the stretch
    valid_to
        first day after it
    exposure
        days of it
    observed
        events on its days: 0 or 1
    expected
        hazard that is passed on them; NaN where a covariate is missing
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """by id, then by day"""
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """its owner, null where it has none"""
    @property
    def valid_from(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day of the stretch"""
    @property
    def valid_to(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """first day after it"""
    @property
    def exposure(self) -> numpy.typing.NDArray[numpy.float64]:
        """days of it"""
    @property
    def observed(self) -> numpy.typing.NDArray[numpy.int64]:
        """events on its days: 0 or 1"""
    @property
    def expected(self) -> numpy.typing.NDArray[numpy.float64]:
        """hazard that is passed on them; NaN where a covariate is missing"""
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
    def events(self) -> int:
        """of all lives that the model was fitted to"""
    @property
    def covariates(self) -> list[str]:
        """of the model"""
    @property
    def strata(self) -> list[str]:
        """of the model"""
    @property
    def cause(self) -> str | None:
        """that was counted"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """of the model; code: without_owner"""

class CountTails(enum.StrEnum):
    """How the chance of exactly what was seen counts in a tail.

    Members
    -------
    exact
        in full: intervals cover at least as often as they say
    mid_p
        by half: they cover about as often as they say, and are narrower
    """
    exact = "exact"
    mid_p = "mid_p"

class Reference(enum.StrEnum):
    """What a group's events are held against.

    Members
    -------
    expected
        what the risk model says, taken as known: of other data, or of a long past
    others
        what all other groups did: where the risk model was fitted to these very groups
    """
    expected = "expected"
    others = "others"

class PAdjustment(enum.StrEnum):
    """How p values allow for the number of groups that are looked at.

    Members
    -------
    none
        not at all: of twenty groups that are alike one differs
    bonferroni
        for any error: p x groups
    benjamini_hochberg
        for the share of errors among the groups that differ
    """
    none = "none"
    bonferroni = "bonferroni"
    benjamini_hochberg = "benjamini_hochberg"

class Performance:
    """What happened in each group's books, beside what was expected of them.

    Columns
    -------
    group
        ascending
    accounts
        different ones
    rows
        of the table
    exposure
        summed up; only where the table has it
    observed
        events
    expected
        events, had the group been as the risk model has it
    ratio
        observed / expected, or `ratio_to_others`; NaN where there is none
    lower
        of the interval of ratio
    upper
        of the interval of ratio
    p_value
        two-sided: twice the smaller tail, had the group been as expected
    adjusted_p_value
        for the number of groups
    differs
        1 where p_value <= 1 - confidence: 1 is outside the interval
    differs_adjusted
        1 where adjusted_p_value is
    ratio_to_others
        ratio / the ratio of all other groups together
    z
        (observed - the mean by chance) / its standard deviation
    funnel_lower_95
        limits of ratio by chance alone, for this expectation
    funnel_upper_95
        beyond both 5% of such groups lie, at most
    funnel_lower_998
        the same of 0.2%
    funnel_upper_998
        the same of 0.2%
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """different ones"""
    @property
    def rows(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the table"""
    @property
    def exposure(self) -> numpy.typing.NDArray[numpy.float64]:
        """summed up; only where the table has it"""
    @property
    def observed(self) -> numpy.typing.NDArray[numpy.int64]:
        """events"""
    @property
    def expected(self) -> numpy.typing.NDArray[numpy.float64]:
        """events, had the group been as the risk model has it"""
    @property
    def ratio(self) -> numpy.typing.NDArray[numpy.float64]:
        """observed / expected, or `ratio_to_others`; NaN where there is none"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval of ratio"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval of ratio"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided: twice the smaller tail, had the group been as expected"""
    @property
    def adjusted_p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """for the number of groups"""
    @property
    def differs(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where p_value <= 1 - confidence: 1 is outside the interval"""
    @property
    def differs_adjusted(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where adjusted_p_value is"""
    @property
    def ratio_to_others(self) -> numpy.typing.NDArray[numpy.float64]:
        """ratio / the ratio of all other groups together"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """(observed - the mean by chance) / its standard deviation"""
    @property
    def funnel_lower_95(self) -> numpy.typing.NDArray[numpy.float64]:
        """limits of ratio by chance alone, for this expectation"""
    @property
    def funnel_upper_95(self) -> numpy.typing.NDArray[numpy.float64]:
        """beyond both 5% of such groups lie, at most"""
    @property
    def funnel_lower_998(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of 0.2%"""
    @property
    def funnel_upper_998(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of 0.2%"""
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
    def overall_observed(self) -> int:
        """events of all groups"""
    @property
    def overall_expected(self) -> float:
        """of all groups"""
    @property
    def overall_ratio(self) -> float:
        """observed / expected; NaN where nothing is expected"""
    @property
    def overall_p_value(self) -> float:
        """that the risk model is right in all"""
    @property
    def overdispersion(self) -> float:
        """mean square of z, winsorized: about 1 by chance alone"""
    @property
    def between_variance(self) -> float:
        """of the groups' true ratios, by moments; 0 at least"""
    @property
    def mean_probability(self) -> float:
        """of an event, one like the other; 0 for counts"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def reference(self) -> Reference:
        """what groups were held against"""
    @property
    def tails(self) -> CountTails:
        """of intervals, p values and limits"""
    @property
    def adjustment(self) -> PAdjustment:
        """of adjusted_p_value"""
    @property
    def winsorized(self) -> float:
        """share of groups at each end"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: nothing_expected, no_others, miscalibrated, overdispersed"""

class FunnelLimits:
    """The curves of a funnel plot: between which ratios lie by chance alone, for each number of events expected.

    Columns
    -------
    expected
        ascending, in equal steps
    lower_95
        beyond these 5% of groups lie, at most
    upper_95
        likewise
    lower_998
        beyond these 0.2% of groups lie, at most
    upper_998
        likewise
    """
    @property
    def expected(self) -> numpy.typing.NDArray[numpy.float64]:
        """ascending, in equal steps"""
    @property
    def lower_95(self) -> numpy.typing.NDArray[numpy.float64]:
        """beyond these 5% of groups lie, at most"""
    @property
    def upper_95(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def lower_998(self) -> numpy.typing.NDArray[numpy.float64]:
        """beyond these 0.2% of groups lie, at most"""
    @property
    def upper_998(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
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

class TouchStudy:
    """A validated study of touches. Copies are cheap.

    The columns of a study of touches: which accounts were touched, and what became of them. One row for each
    account, or two where it is its own control.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    treated
        1 where it was touched
    outcome
        1 where it happened: a renewal, a loss, an expansion
    stratum
        within which rows are compared: a pair, a block of the draw
    risk
        how likely the outcome was beforehand: a score, or its logit
    attributes
        what else was known beforehand, by its names
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, a flag that is not 0 or 1, a risk that
        is infinite
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        treated: str | None = None,
        outcome: str | None = None,
        stratum: str | None = None,
        risk: str | None = None,
        attributes: collections.abc.Iterable[str] | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """With `on_error = drop`, which rows were left out and why."""
    def __repr__(self) -> str: ...

class StudyDesign(enum.StrEnum):
    """How it came about who was touched: what a comparison is worth.

    Members
    -------
    randomized
        by a draw: what differs afterwards, the touch did
    matched
        by choice, compared among those alike beforehand: as good as what they are alike in
    before_after
        each account with itself: no evidence, since touches follow trouble, and trouble passes
    """
    randomized = "randomized"
    matched = "matched"
    before_after = "before_after"

class EffectMeasure(enum.StrEnum):
    """What an effect is told by.

    Members
    -------
    risk_difference
        share with the outcome of the touched - of the others
    risk_ratio
        the one / the other
    odds_ratio
        likewise of odds
    """
    risk_difference = "risk_difference"
    risk_ratio = "risk_ratio"
    odds_ratio = "odds_ratio"

class TouchEffect:
    """What touches did, one row for each measure.

    Columns
    -------
    measure
        of the effect
    estimate
        Mantel-Haenszel's, within strata; NaN where there is none
    lower
        of the interval
    upper
        of the interval
    std_error
        of the difference, or of the logarithm of the ratio
    crude
        the same of all rows, whatever their stratum
    """
    @property
    def measure(self) -> numpy.typing.NDArray[numpy.object_]:
        """of the effect"""
    @property
    def estimate(self) -> numpy.typing.NDArray[numpy.float64]:
        """Mantel-Haenszel's, within strata; NaN where there is none"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the difference, or of the logarithm of the ratio"""
    @property
    def crude(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of all rows, whatever their stratum"""
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
    def design(self) -> StudyDesign:
        """what the comparison is worth"""
    @property
    def treated(self) -> int:
        """rows that were touched and compared"""
    @property
    def controls(self) -> int:
        """rows that were not, and compared"""
    @property
    def treated_outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def control_outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def strata(self) -> int:
        """with both"""
    @property
    def left_out(self) -> int:
        """rows with nobody to be compared with"""
    @property
    def statistic(self) -> float:
        """Cochran-Mantel-Haenszel, chi-squared; NaN where nothing differs"""
    @property
    def p_value(self) -> float:
        """that it would be as large without any effect; NaN likewise"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: not_evidence, unmeasured_differences, unmatched, many_rows, unknown_risk, without_stratum, no_estimate"""

class TouchBalance:
    """Whether those that are compared were alike beforehand, one row for each covariate, and for each level of
    one of texts but the first.

    Columns
    -------
    covariate
        `risk`, or an attribute, and = its level
    treated_mean
        of all touched
    control_mean
        of all others
    before
        their difference, in standard deviations
    matched_treated_mean
        of the touched that are compared
    matched_control_mean
        of the others, each stratum as much as it has touched
    after
        their difference, in the same standard deviations
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """`risk`, or an attribute, and = its level"""
    @property
    def treated_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all touched"""
    @property
    def control_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all others"""
    @property
    def before(self) -> numpy.typing.NDArray[numpy.float64]:
        """their difference, in standard deviations"""
    @property
    def matched_treated_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the touched that are compared"""
    @property
    def matched_control_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the others, each stratum as much as it has touched"""
    @property
    def after(self) -> numpy.typing.NDArray[numpy.float64]:
        """their difference, in the same standard deviations"""
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
    def design(self) -> StudyDesign:
        """as told"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: imbalanced"""

class AssignmentAccounts:
    """A validated table of accounts that need a CSM.

    The columns of a table of accounts that need a CSM: one row for each. Exactly one of `hours` and `minutes`
    is given, for the same length of time as the hours of the CSMs: a month, a quarter.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    hours
        how much work each is, 0 or 1e-6 to 1e9
    minutes
        the same in minutes
    csm
        who has it now; null for nobody
    tier
        its tier; null for none
    requirements
        what its CSM must offer under the same name; null for nothing
    separator
        between values, where one row requires several: all of them
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, an account with several rows, hours
        that are no such time, a requirement without a name or there twice

    References
    ----------
    assignment()
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        hours: str | None = None,
        minutes: str | None = None,
        csm: str | None = None,
        tier: str | None = None,
        requirements: collections.abc.Iterable[str] | None = None,
        separator: str = ';',
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """With `on_error = drop`, which rows were left out and why."""
    def __repr__(self) -> str: ...

class AssignmentCsms:
    """A validated table of CSMs to whom accounts are to be assigned.

    The columns of a table of CSMs: one row for each. Exactly one of `hours` and `minutes` is given.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    csm
        n ids, texts or integers
    hours
        time for accounts, 0 or 1e-6 to 1e9
    minutes
        the same in minutes
    maximum_accounts
        the most accounts, >= 0; null for any number
    tier_maximum
        the most accounts of a tier, under the tier's name; null for any number
    offers
        skills, languages, regions; null for none
    separator
        between values, where one row offers several
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null CSM, a CSM with several rows, hours that are no
        such time, a maximum that is no whole number >= 0, offers without a name or there twice

    References
    ----------
    assignment()
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        csm: str | None = None,
        hours: str | None = None,
        minutes: str | None = None,
        maximum_accounts: str | None = None,
        tier_maximum: collections.abc.Iterable[str] | None = None,
        offers: collections.abc.Iterable[str] | None = None,
        separator: str = ';',
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """Codes: csm_without_hours; and, with `on_error = drop`, which rows were left out and why."""
    def __repr__(self) -> str: ...

class HoursLimit(enum.StrEnum):
    """Whether books may exceed the hours of their CSMs.

    Members
    -------
    soft
        they may: every account has a CSM where it can, and the most used is used as little as it
        can be
    hard
        they may not: what does not fit has no CSM
    """
    soft = "soft"
    hard = "hard"

class Placement(enum.StrEnum):
    """Why an account has a CSM, or none.

    Members
    -------
    assigned
        it has one
    no_qualified_csm
        nobody with hours offers all that it requires
    no_places
        those who do may have no more accounts, or no more of its tier
    no_hours
        it does not fit into the hours of those who do; with `hours_limit = hard`
    """
    assigned = "assigned"
    no_qualified_csm = "no_qualified_csm"
    no_places = "no_places"
    no_hours = "no_hours"

class Feasibility(enum.StrEnum):
    """Whether every account can have a CSM within all limits and hours.

    Members
    -------
    feasible
        yes: this assignment shows it
    infeasible
        no: `placement` and `hours_short` say why
    undecided
        no such assignment was found, nor a proof that there is none
    """
    feasible = "feasible"
    infeasible = "infeasible"
    undecided = "undecided"

class CsmBooks:
    """What each CSM has, one row each, ascending by id.

    Columns
    -------
    csm
        whose book
    accounts
        in it
    load_hours
        work of these accounts
    hours
        time that there is for them
    utilization
        load_hours / hours; none without hours
    received
        accounts that another had before
    handed_over
        accounts that another has now, or nobody
    """
    @property
    def csm(self) -> numpy.typing.NDArray[typing.Any]:
        """whose book"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """in it"""
    @property
    def load_hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """work of these accounts"""
    @property
    def hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """time that there is for them"""
    @property
    def utilization(self) -> numpy.typing.NDArray[numpy.float64]:
        """load_hours / hours; none without hours"""
    @property
    def received(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that another had before"""
    @property
    def handed_over(self) -> numpy.typing.NDArray[numpy.int64]:
        """accounts that another has now, or nobody"""
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

class Assignment:
    """Who has which account, one row for each account, ascending by id.

    Columns
    -------
    account
        the account
    csm
        who has it; null where nobody can
    hours
        its work
    moved
        1 where another had it before
    previous
        who had it before; null for nobody
    placement
        why it has a CSM, or none
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """the account"""
    @property
    def csm(self) -> numpy.typing.NDArray[typing.Any]:
        """who has it; null where nobody can"""
    @property
    def hours(self) -> numpy.typing.NDArray[numpy.float64]:
        """its work"""
    @property
    def moved(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where another had it before"""
    @property
    def previous(self) -> numpy.typing.NDArray[typing.Any]:
        """who had it before; null for nobody"""
    @property
    def placement(self) -> numpy.typing.NDArray[numpy.object_]:
        """why it has a CSM, or none"""
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
    def books(self) -> CsmBooks:
        """what each CSM has"""
    @property
    def feasibility(self) -> Feasibility:
        """whether all limits and hours can be kept"""
    @property
    def largest_utilization(self) -> float:
        """of the most used CSM; none where no account is assigned"""
    @property
    def handovers(self) -> int:
        """accounts that were moved"""
    @property
    def objective(self) -> float:
        """largest_utilization + handover_hours × handovers / hours of all CSMs"""
    @property
    def bound(self) -> float:
        """no assignment of these accounts has an objective below"""
    @property
    def gap(self) -> float:
        """objective / bound - 1"""
    @property
    def unassigned_hours(self) -> float:
        """work of accounts without a CSM"""
    @property
    def hours_short(self) -> float:
        """work for which there are no hours, were accounts divisible"""
    @property
    def handover_hours(self) -> float:
        """what a handover was taken to cost"""
    @property
    def hours_limit(self) -> HoursLimit:
        """whether books might exceed hours"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: csm_without_hours, unknown_csm, unassigned_accounts, more_work_than_hours, books_over_hours"""
def default_tier_plan() -> TierPlan:
    """A plan of three tiers to begin with: high touch, low touch and tech touch.

    Books on customer success name the three, and 5 to 15 accounts for each CSM of high touch; there are no
    published standards for the rest. The hours are chosen so that they agree with that: 2 hours every two
    weeks, 10 a quarter and 12 for a renewal are about 104 a year, 15 accounts of a CSM who has 30 of 40 hours
    a week for accounts; of low touch about 24 a year and 60 accounts. Thresholds are amounts of US dollars a
    year. The column source says which is which. Put your own numbers in their place.

    Returns
    -------
    one row for each tier
    """

def tiers(
    scores: AccountScores,
    plan: TierPlan,
    *,
    margin: typing.SupportsFloat | typing.SupportsIndex = 0.1,
    snapshots: typing.SupportsIndex = 1,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> Tiers:
    """Puts accounts into tiers by their scores, firmly enough that they do not flap.

    The score alone makes the first tier of the plan whose threshold it reaches. An account that has a tier
    leaves it only when the score reaches the next higher threshold x (1 + margin), or falls below its own x
    (1 - margin), in each of `snapshots` rows one after the other; then it comes into the tier of its score.
    So an account whose score stays within the margin of its tier never moves, and tiers never change more
    often than by the score alone. Without a tier before, the score alone makes it.

    Parameters
    ----------
    scores
        one row for each account, or for each account and snapshot
    plan
        tiers and thresholds, in the currency of the scores
    margin
        share of a threshold by which a score has to pass it, in [0, 1)
    snapshots
        in so many rows of the account one after the other, >= 1
    as_of
        last day known; by default all rows are

    Returns
    -------
    one row for each that is known by as_of

    Raises
    ------
    InvalidInput
        for a plan without thresholds, a tier that it does not have, as_of without dates, unless 0
        <= margin < 1 and snapshots >= 1
    """

def cadence(
    touches: Touches,
    tiers: TierSpans,
    plan: TierPlan,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    channels: collections.abc.Iterable[str] = [],
    directions: collections.abc.Iterable[str] = [],
    owners: Owners | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
) -> Cadence:
    """When each account was last touched, and whether the next touch is overdue.

    A touch is due `cadence_days` of the tier after the last one; an account that was never touched counts
    from its first day as a customer, and one that came back from the day on which it did. A touch counts when
    its channel and direction are among those asked for and its account has a tier on that day; the others are
    listed by the finding touch_of_no_tier. What is dated after as_of is not known: a touch or a tier that
    begins later is not there, and an end that comes later is open.

    Parameters
    ----------
    touches
        validated rows
    tiers
        in which tier each account was, from when to when
    plan
        the cadence of each tier
    as_of
        last day known; by default the latest in the tables
    channels
        whose touches count; all by default
    directions
        whose touches count; all by default
    owners
        who has the accounts
    accounts
        whose attributes make groups
    by
        attributes whose values on as_of make the groups of a summary

    Returns
    -------
    one row for each account that has a tier on as_of

    Raises
    ------
    InvalidInput
        for a tier that the plan does not have, a plan without any cadence, a channel or direction
        when touches have no such column, an as_of out of 1900 to 9999, `by` without accounts or
        with an attribute that they do not have
    """

def coverage_share(
    touches: Touches,
    tiers: TierSpans,
    plan: TierPlan,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    channels: collections.abc.Iterable[str] = [],
    directions: collections.abc.Iterable[str] = [],
    owners: Owners | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
) -> CoverageShare:
    """The share of each tier's accounts that were touched in time.

    Parameters
    ----------
    touches
        validated rows
    tiers
        in which tier each account was, from when to when
    plan
        the cadence of each tier
    as_of
        last day known; by default the latest in the tables
    channels
        whose touches count; all by default
    directions
        whose touches count; all by default
    owners
        who has the accounts
    accounts
        whose attributes make groups
    by
        attributes whose values on as_of make the groups of a summary

    Returns
    -------
    one row for each tier, in each group

    Raises
    ------
    InvalidInput
        as cadence()
    """

def coverage_gaps(
    touches: Touches,
    tiers: TierSpans,
    plan: TierPlan,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    channels: collections.abc.Iterable[str] = [],
    directions: collections.abc.Iterable[str] = [],
    owners: Owners | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
) -> CoverageGaps:
    """Every stretch of days on which an account was overdue: a health measure that has its dates.

    An account is overdue on the days after the one on which its touch was due, by the tier of each day, up to
    the day before the next touch.

    Parameters
    ----------
    touches
        validated rows
    tiers
        in which tier each account was, from when to when
    plan
        the cadence of each tier
    as_of
        last day known; by default the latest in the tables
    channels
        whose touches count; all by default
    directions
        whose touches count; all by default
    owners
        who has the accounts
    accounts
        whose attributes make groups
    by
        attributes whose values on as_of make the groups of a summary

    Returns
    -------
    one row for each stretch

    Raises
    ------
    InvalidInput
        as cadence()
    """

def response_mix(
    touches: Touches,
    tiers: TierSpans,
    plan: TierPlan,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    channels: collections.abc.Iterable[str] = [],
    directions: collections.abc.Iterable[str] = [],
    owners: Owners | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    by: collections.abc.Iterable[str] = [],
) -> ResponseMix:
    """The mix of reactive, proactive and predictive touches; without a column `response` there are no rows.

    Parameters
    ----------
    touches
        validated rows
    tiers
        in which tier each account was, from when to when
    plan
        tells the tiers
    as_of
        last day known; by default the latest in the tables
    channels
        whose touches count; all by default
    directions
        whose touches count; all by default
    owners
        who has the accounts
    accounts
        whose attributes make groups
    by
        attributes whose values on as_of make the groups of a summary

    Returns
    -------
    three rows for each tier, in each group

    Raises
    ------
    InvalidInput
        as cadence()
    """

def capacity(
    tiers: TierSpans,
    plan: TierPlan,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    weeks: typing.SupportsIndex = 52,
    owners: Owners | None = None,
    staff: Staff | None = None,
    contracts: fealty.revenue.Contracts | None = None,
    hours_per_week: typing.SupportsFloat | typing.SupportsIndex = 40.0,
    overhead: typing.SupportsFloat | typing.SupportsIndex = 0.25,
) -> Capacity:
    """Plans the work that accounts make against the time that people have, week by week, since renewals cluster.

    Each account that has a tier on as_of makes the work of that tier, as long as the plan reaches. Onboarding
    is spread evenly over the days after its first one, check-ins and reviews over all days from then on, by
    their cadence, and a renewal over the days before a contract ends. A contract that is known and has not
    ended is taken to be renewed for as long as it ran, again and again; one that is followed by another
    already makes no work, as told by the limits of retention::renewals(). Time is hours x (1 - overhead).
    Work and time are whole minutes, so that all sums agree exactly: of cells, CSMs, weeks, tiers and kinds.

    Parameters
    ----------
    tiers
        in which tier each account was, from when to when
    plan
        the work of each tier
    as_of
        last day known; by default the latest in the tables
    weeks
        how many are planned, from the first Monday after, 1 to 520
    owners
        who has the accounts; nobody by default
    staff
        hours of each CSM; by default hours_per_week for each owner
    contracts
        whose ends are renewals; no renewals by default
    hours_per_week
        of a full-time CSM, in (0, 168]; an assumption
    overhead
        share of all hours that is not for accounts, in [0, 1); an assumption

    Returns
    -------
    tables of the plan, and their sums

    Raises
    ------
    InvalidInput
        for a tier that the plan does not have, a plan without any hours, an as_of out of 1900 to
        9989, unless 1 <= weeks <= 520, 0 < hours_per_week <= 168 and 0 <= overhead < 1
    """

def capacity_what_if(
    tiers: TierSpans,
    plan: TierPlan,
    *,
    headcounts: collections.abc.Iterable[typing.SupportsIndex],
    shares: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.0, 0.25, 0.5, 0.75, 1.0],
    move_from: str = '',
    move_to: str = '',
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    weeks: typing.SupportsIndex = 52,
    contracts: fealty.revenue.Contracts | None = None,
    hours_per_week: typing.SupportsFloat | typing.SupportsIndex = 40.0,
    overhead: typing.SupportsFloat | typing.SupportsIndex = 0.25,
) -> CapacityWhatIf:
    """What more people, or fewer accounts that a person touches, would change.

    Accounts of one tier are moved to another, those with the lowest acv first, of equal ones the lowest id; a
    share is rounded up to whole accounts. Work may go to whoever has time. For each number of CSMs the first
    row is the smallest move after which no week has more work than time; where not even all accounts are
    enough it says what moving all of them leaves.

    Parameters
    ----------
    tiers
        in which tier each account was, from when to when, and their acv
    plan
        the work of each tier
    headcounts
        numbers of full-time CSMs, >= 0
    shares
        shares of accounts that are moved, in [0, 1]
    move_from
        tier; by default the last but one of the plan
    move_to
        tier; by default the last of the plan
    as_of
        last day known; by default the latest in the tables
    weeks
        how many are planned, 1 to 520
    contracts
        whose ends are renewals; no renewals by default
    hours_per_week
        of a full-time CSM, in (0, 168]; an assumption
    overhead
        share of all hours that is not for accounts, in [0, 1); an assumption

    Returns
    -------
    one row for each number of CSMs, and for each of them and each share

    Raises
    ------
    InvalidInput
        as capacity(); for headcounts below 0, shares out of [0, 1], a tier that the plan does not
        have, a plan with one tier, accounts none of which has an acv
    """

def expected_events(
    lives: fealty.survival.Lifetimes,
    owners: Owners,
    *,
    covariates: collections.abc.Iterable[str] = [],
    strata: collections.abc.Iterable[str] = [],
    cause: str | None = None,
    threads: typing.SupportsIndex = 0,
) -> ExpectedEvents:
    """What a proportional hazards model of all accounts, which knows nothing of owners, expects of each owner's
    books: losses by lives that end, expansions or first values by lives that end with these.

    An account is in a book on the days on which its owner has it; one that changes hands counts in part for
    either. An event belongs to whoever had the account on the day before it: the last day of the life. Ties
    are Breslow's, so that all stretches together expect what happened. Causes other than the one that is
    counted end the watch, as being lost before the first value does.

    The model is fitted to these very events, which draws each owner's ratio towards 1 by about the owner's
    share of what is expected: a fifth of them at 30% fewer losses shows .745 instead of .7. An interval then
    covers more often than it says, and finds less: take `reference` others of performance().

    Parameters
    ----------
    lives
        as made by Lifetimes, of days: with `origin`, and accounts; without weights
    owners
        as made by Owners
    covariates
        attributes of the lives that tell their risk, known before anybody had the account; not
        whose it is, nor what that did
    strata
        attributes within whose values hazards are compared
    cause
        the cause that is counted; by default any
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each stretch with one owner, by account and day

    Raises
    ------
    InvalidInput
        for lives without days, without accounts or with weights; a cause or attributes that are not
        there; no lives, or none that ended; accounts that are texts in one table and integers in
        the other
    NotConverged
        when Newton's steps do not suffice

    References
    ----------
    Breslow & Day (1987), Statistical Methods in Cancer Research II, ch. 2; Therneau & Grambsch (2000),
    Modeling Survival Data, sec. 10.2
    """

def performance(
    books: Books,
    *,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    reference: Reference | typing.Literal['expected', 'others'] | str = 'expected',
    tails: CountTails | typing.Literal['exact', 'mid_p'] | str = 'exact',
    adjustment: PAdjustment | typing.Literal['none', 'bonferroni', 'benjamini_hochberg'] | str = 'benjamini_hochberg',
    winsorized: typing.SupportsFloat | typing.SupportsIndex = 0.1,
) -> Performance:
    """How each group did with the books it was given: events observed over those that a risk model expected of
    the same accounts (indirect standardization), so that neither an easy book nor luck passes for skill.

    Counts are Poisson about what is expected; where the table has probabilities, each row has its event or
    not, which varies less. Intervals are the expectations of which neither tail of what was seen is below
    (1 - confidence) / 2 (Garwood; for probabilities all hazards are multiplied alike). Limits are those of
    the same test, told for each group's own expectation, and drawn between whole numbers of events by linear
    interpolation, so that a group lies beyond them if and only if its tail says so.

    The expectation is taken as known. Where the risk model was fitted to these very groups, a group's ratio
    is drawn towards 1 by its share of what is expected, and fewer that differ are found: take `reference`
    others. Then ratio, interval, test and limits are of the group's events out of those of all groups, a
    binomial number whatever the model's level (Clopper and Pearson's interval).

    Parameters
    ----------
    books
        as made by Books
    confidence
        coverage of the intervals, in (0, 1)
    reference
        what groups are held against
    tails
        of intervals, p values and limits
    adjustment
        of `adjusted_p_value`
    winsorized
        share of the groups at each end that count as the next one does when overdispersion is
        estimated, in [0, 0.5)

    Returns
    -------
    one row for each group

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1 and 0 <= winsorized < 0.5; for others, with probabilities

    References
    ----------
    Garwood (1936), Biometrika 28:437-442; Clopper & Pearson (1934), Biometrika 26:404-413; Breslow &
    Day (1987), Statistical Methods in Cancer Research II, ch. 2; Spiegelhalter (2005), Statistics in
    Medicine 24:1185-1202; Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B
    57:289-300
    """

def funnel_limits(
    performance: Performance,
    *,
    points: typing.SupportsIndex = 200,
    widest: typing.SupportsFloat | typing.SupportsIndex = 1.1,
) -> FunnelLimits:
    """The limits that performance() has for each group, as curves over what is expected.

    Of counts, a group has exactly the limits of its expectation. Where the table has probabilities, curves
    are those of events of one probability (`mean_probability`), while each group's own limits are of its own.

    Parameters
    ----------
    performance
        as made by performance()
    points
        of the curves, 2 to 100,000
    widest
        where they end, in multiples of the largest group's expectation, > 0

    Returns
    -------
    one row for each point; none where nothing is expected

    Raises
    ------
    InvalidInput
        unless 2 <= points <= 100,000 and widest is a number above 0

    References
    ----------
    Spiegelhalter (2005), Statistics in Medicine 24:1185-1202
    """

def touch_effect(
    study: TouchStudy,
    *,
    design: StudyDesign | typing.Literal['randomized', 'matched', 'before_after'] | str,
    exact: collections.abc.Iterable[str] = [],
    caliper: typing.SupportsFloat | typing.SupportsIndex | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> TouchEffect:
    """What touches did to an outcome, and what the comparison is worth.

    Rows are compared within strata. With a column `stratum` these are given. Otherwise, of a matched study
    with risks, each touched account gets the one that was not touched, is of the same values of `exact` and
    nearest in risk, within the caliper: those of highest risk choose first, each control is taken once, ties
    go to the smaller id. Without risks, strata are the values of `exact`; of a study before and after, the
    accounts.

    Differences have the errors of Sato, ratios of risks those of Greenland and Robins, ratios of odds those
    of Robins, Breslow and Greenland: right for many small strata as for few large ones. The test is without
    correction for continuity.

    Parameters
    ----------
    study
        as made by TouchStudy
    design
        how it came about who was touched
    exact
        attributes of one value in those that are compared
    caliper
        how far risks of a pair may be apart, in standard deviations of all; .2 by default (Austin
        2011, of the logit), > 0
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    a row for each measure, and what the comparison is worth

    Raises
    ------
    InvalidInput
        for a matched study with neither strata, risks nor `exact`; a caliper without risks; names
        of no attribute; unless caliper > 0 and 0 < confidence < 1

    References
    ----------
    Mantel & Haenszel (1959), Journal of the National Cancer Institute 22:719-748; Robins, Breslow &
    Greenland (1986), Biometrics 42:311-323; Greenland & Robins (1985), Biometrics 41:55-68; Sato
    (1989), Biometrics 45:1323-1324; Austin (2011), Pharmaceutical Statistics 10:150-161
    """

def touch_balance(
    study: TouchStudy,
    *,
    design: StudyDesign | typing.Literal['randomized', 'matched', 'before_after'] | str,
    exact: collections.abc.Iterable[str] = [],
    caliper: typing.SupportsFloat | typing.SupportsIndex | None = None,
    covariates: collections.abc.Iterable[str] = [],
    largest: typing.SupportsFloat | typing.SupportsIndex = 0.1,
) -> TouchBalance:
    """How far the touched differ from the others in what was known beforehand: of all, and of those that
    touch_effect() compares.

    The standard deviation is the root of the mean of both groups' variances, before as after. Missing values
    do not count. NaN where neither group varies.

    Parameters
    ----------
    study
        as made by TouchStudy
    design
        how it came about who was touched
    exact
        attributes of one value in those that are compared
    caliper
        how far risks of a pair may be apart; .2 by default, > 0
    covariates
        attributes that are looked at; by default all
    largest
        a difference above which there is a finding, > 0

    Returns
    -------
    a row for each covariate

    Raises
    ------
    InvalidInput
        as touch_effect(); for covariates that are no numbers, flags or texts; unless largest is
        above 0

    References
    ----------
    Austin (2009), Statistics in Medicine 28:3083-3107; Stuart (2010), Statistical Science 25:1-21
    """

def assignment(
    accounts: AssignmentAccounts,
    csms: AssignmentCsms,
    *,
    handover_hours: typing.SupportsFloat | typing.SupportsIndex = 4.0,
    hours_limit: HoursLimit | typing.Literal['soft', 'hard'] | str = 'soft',
) -> Assignment:
    """Gives accounts to CSMs in balanced books.

    Small is what the objective adds up: the utilization of the most used CSM, and what handovers cost, as a
    share of the hours of all CSMs. So an account is handed over where this saves more hours, were all as used
    as the most used, than it costs. An account qualifies for CSMs with hours who offer every value that it
    requires; maxima of accounts and of tiers are always kept, and as many accounts as these allow are
    assigned.

    Accounts are given out by the longest processing time first, from the books of today and from none. Then
    pairs of CSMs pass accounts on and swap them, and chains of CSMs pass on accounts of the same hours, until
    none of these helps. The bound is the largest of that of the linear program in which accounts are
    divisible (the most crowded set of CSMs), of the largest accounts, and of the maxima; with the handovers
    that no assignment so balanced can avoid. The answer depends on neither the order of rows nor on time:
    ties go to the lower id, and the search ends after fixed numbers of steps.

    Parameters
    ----------
    accounts
        what is to be assigned
    csms
        to whom
    handover_hours
        what it costs to hand an account over, 0 to 1e9; 4 is an assumption of this library (half a
        day to introduce and to read up), not a measurement
    hours_limit
        whether books may exceed the hours of their CSMs

    Returns
    -------
    a row for each account; more work than people is an answer too, told by `feasibility`

    Raises
    ------
    InvalidInput
        when a requirement is not among what CSMs offer, when CSMs have maxima of tiers and accounts
        no tier, when ids of CSMs are texts here and integers there, and for handover_hours out of
        range

    References
    ----------
    Graham: Bounds on multiprocessing timing anomalies, SIAM Journal on Applied Mathematics 17, 1969;
    Gonzalez, Ibarra, Sahni: Bounds for LPT schedules on uniform processors, SIAM Journal on Computing
    6, 1977
    """

