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

class WeightKind(enum.StrEnum):
    """What the weight of a life means; standard errors depend on it.

    Members
    -------
    cases
        so many lives that are alike: whole numbers; standard errors as if each had a row
    sampling
        how many lives one stands for, or how much it matters: robust standard errors
    revenue
        what it pays: the curve is of revenue instead of accounts; robust standard errors
    """
    cases = "cases"
    sampling = "sampling"
    revenue = "revenue"

class Lifetimes:
    """A validated table of lifetimes. Copies are cheap.

    A life is at risk from its entry, exclusive, to its duration, inclusive: of those that end or are last
    seen at the same age, the former come first. Without an entry it is at risk from the beginning, and may be
    of duration 0. Ages that lie within 1.5e-8 of their size are ties, unless both are whole numbers.

    From dates, a life that ended lasted end - origin days, and one that goes on as_of + 1 - origin. An end
    after as_of is not known yet. A life that begins after as_of is left out (finding begins_after_as_of).

    The columns of a table of lifetimes: one row for each life, or for each stretch of one. How long it lasted
    is told by `duration`, in any unit, or by the days `origin` and `end`.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    duration
        n ages at which lives ended or were last seen, >= 0; or `origin`
    entry
        age from which on it was watched, below its duration; null: from 0 on
    origin
        n days since 1970-01-01, or instants: the first day
    end
        the first day after; null or fealty::open while it lasts
    as_of
        last day known, with `origin`: what lasts on it is censored after it
    ended
        1 where it ended, 0 where it was last seen alive (right-censored)
    cause
        what ended it, null where it was last seen alive; instead of `ended`
    censored
        the cause that stands for none, where it is written as one
    weight
        of a row, > 0; 1 by default
    weight_kind
        by default cases where all weights are whole, else sampling
    account
        whose life it is
    attributes
        n rows: groups, strata, clusters and covariates, by their names
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a duration that is null, negative or not finite, an
        entry at or after its duration, an end before its origin, a weight that is not a number
        above 0, cases that are not whole, more than 250 causes
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        duration: str | None = None,
        entry: str | None = None,
        origin: str | None = None,
        end: str | None = None,
        as_of: datetime.date | numpy.datetime64 | str | None = None,
        ended: str | None = None,
        cause: str | None = None,
        censored: str = '',
        weight: str | None = None,
        weight_kind: WeightKind | typing.Literal['cases', 'sampling', 'revenue'] | str | None = None,
        account: str | None = None,
        attributes: collections.abc.Iterable[str] | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        none_ended, zero_duration, begins_after_as_of.
        """
    def __repr__(self) -> str: ...
    @property
    def causes(self) -> list[str]:
        """What can end a life, in order; one without a name where `ended` or `end` told."""
    @property
    def weight_kind(self) -> WeightKind | None:
        """What weights mean; none without weights."""

class LifeTable:
    """The partial state of survival curves and of their comparison: how many lives were watched from each age
    on, and how many ended, by cause, or were last seen at it; in each group and stratum.

    Tables of partitions, batches of a stream and states from other processes add up to the table of all their
    rows: exactly for counts and whole weights, in any order, and to 32 digits for others. A life in several
    stretches, each with its entry, may be spread over states.
    """
    def __init__(
        self,
        *,
        by: collections.abc.Iterable[str] = [],
        strata: collections.abc.Iterable[str] = [],
        threads: typing.SupportsIndex = 0,
    ) -> None: ...
    def update(self, lives: Lifetimes) -> None:
        """Adds lives.

        Raises
        ------
        InvalidInput
            when attributes of `by` or `strata` are not there, or make no groups; when these lives have
            weights and others had none, or of another kind; nothing is added then
        """
    def merge(self, other: LifeTable) -> None:
        """Adds the lives of another table.

        Raises
        ------
        InvalidInput
            when its `by` or `strata` differ, or its weights are of another kind
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> LifeTable:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def by(self) -> list[str]:
        """Attributes whose values make the groups."""
    @property
    def strata(self) -> list[str]:
        """Attributes within whose values groups are compared."""
    @property
    def causes(self) -> list[str]:
        """What can end a life, in order; one without a name where no cause was told."""
    @property
    def weight_kind(self) -> WeightKind | None:
        """What weights mean; none without weights."""
    def __repr__(self) -> str: ...

class ConfidenceScale(enum.StrEnum):
    """Scale on which the confidence band of a probability is symmetric around the estimate.

    Members
    -------
    plain
        of the probability itself
    log
        of its logarithm
    log_log
        of log(-log): keeps the band within [0, 1]
    logit
        of log(p / (1 - p))
    arcsin
        of arcsin(sqrt(p))
    """
    plain = "plain"
    log = "log"
    log_log = "log_log"
    logit = "logit"
    arcsin = "arcsin"

class SurvivalCurve:
    """A survival step curve for each group: a row for each age at which a life ended or was last seen.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    time
        age, ascending within a group
    at_risk
        lives at risk just before `time`
    ended
        lives that ended at `time`
    censored
        lives last seen at `time`
    at_risk_weight
        weight of those at risk; a column only with weights
    ended_weight
        weight of those that ended; a column only with weights
    survival
        P(life > time), in [0, 1]
    std_error
        of `survival`; NaN where survival is 0
    lower
        pointwise band; NaN where survival is 0
    upper
        pointwise band; NaN where survival is 0
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age, ascending within a group"""
    @property
    def at_risk(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives at risk just before `time`"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives that ended at `time`"""
    @property
    def censored(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives last seen at `time`"""
    @property
    def at_risk_weight(self) -> numpy.typing.NDArray[numpy.float64]:
        """weight of those at risk; a column only with weights"""
    @property
    def ended_weight(self) -> numpy.typing.NDArray[numpy.float64]:
        """weight of those that ended; a column only with weights"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(life > time), in [0, 1]"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `survival`; NaN where survival is 0"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN where survival is 0"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN where survival is 0"""
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
    def confidence(self) -> float:
        """coverage of the band"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which it is symmetric"""
    @property
    def given_age(self) -> float:
        """the curve is of lives that have passed this age"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""
    @property
    def weight_kind(self) -> WeightKind | None:
        """what weights mean; none without weights"""

class HazardTies(enum.StrEnum):
    """How lives that end at one age add to the hazard.

    Members
    -------
    nelson_aalen
        together: d / n
    fleming_harrington
        one after the other: 1 / n + 1 / (n - 1) + …
    """
    nelson_aalen = "nelson_aalen"
    fleming_harrington = "fleming_harrington"

class HazardScale(enum.StrEnum):
    """Scale on which the confidence band of a cumulative hazard is symmetric around the estimate.

    Members
    -------
    plain
        of the hazard itself, cut off at 0
    log
        of its logarithm
    """
    plain = "plain"
    log = "log"

class HazardCurve:
    """A cumulative hazard for each group: a row for each age at which a life ended or was last seen.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    time
        age, ascending within a group
    at_risk
        lives at risk just before `time`
    ended
        lives that ended at `time`
    censored
        lives last seen at `time`
    cumulative_hazard
        expected number of ends up to `time`, >= 0
    std_error
        of `cumulative_hazard`
    lower
        pointwise band; NaN where no life has ended yet on the scale log
    upper
        pointwise band; NaN likewise
    survival
        exp(-cumulative_hazard), in [0, 1]
    survival_lower
        exp(-upper)
    survival_upper
        exp(-lower)
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age, ascending within a group"""
    @property
    def at_risk(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives at risk just before `time`"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives that ended at `time`"""
    @property
    def censored(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives last seen at `time`"""
    @property
    def cumulative_hazard(self) -> numpy.typing.NDArray[numpy.float64]:
        """expected number of ends up to `time`, >= 0"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `cumulative_hazard`"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN where no life has ended yet on the scale log"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN likewise"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """exp(-cumulative_hazard), in [0, 1]"""
    @property
    def survival_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """exp(-upper)"""
    @property
    def survival_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """exp(-lower)"""
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
    def confidence(self) -> float:
        """coverage of the bands"""
    @property
    def scale(self) -> HazardScale:
        """on which they are symmetric"""
    @property
    def ties(self) -> HazardTies:
        """how lives that end at one age count"""
    @property
    def given_age(self) -> float:
        """the curve is of lives that have passed this age"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""
    @property
    def weight_kind(self) -> WeightKind | None:
        """what weights mean; none without weights"""

class TurnbullCurve:
    """The survival curve of each group: a row for each innermost interval, which are those that can hold a part
    of the distribution. Where in it lives end is not known.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    after
        age above which, ascending within a group
    until
        and up to which: the same where ends were seen at it; infinite after the last age at which a
        life was seen
    probability
        that a life ends in the interval; 0 where the likelihood wants none
    survival
        P(life > until)
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def after(self) -> numpy.typing.NDArray[numpy.float64]:
        """age above which, ascending within a group"""
    @property
    def until(self) -> numpy.typing.NDArray[numpy.float64]:
        """and up to which: the same where ends were seen at it; infinite after the last age at which a life was seen"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """that a life ends in the interval; 0 where the likelihood wants none"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(life > until)"""
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
    def log_likelihood(self) -> float:
        """of all groups: the sum of the logarithms of the lives' chances"""
    @property
    def iterations(self) -> int:
        """steps of the group that took the most"""
    @property
    def weight_kind(self) -> WeightKind | None:
        """what weights mean; none without weights"""

class IncidenceCurve:
    """The incidence of each cause, for each group: a row for each age at which a life ended or was last seen.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    cause
        what ends a life, in order within a group
    time
        age, ascending within a cause
    at_risk
        lives at risk just before `time`
    ended
        lives that this cause ended at `time`
    incidence
        P(this cause ends a life by `time`), in [0, 1]
    std_error
        of `incidence`
    lower
        pointwise band; NaN where the incidence is 0
    upper
        pointwise band; NaN where the incidence is 0
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def cause(self) -> numpy.typing.NDArray[numpy.object_]:
        """what ends a life, in order within a group"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age, ascending within a cause"""
    @property
    def at_risk(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives at risk just before `time`"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives that this cause ended at `time`"""
    @property
    def incidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(this cause ends a life by `time`), in [0, 1]"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `incidence`"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN where the incidence is 0"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN where the incidence is 0"""
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
    def confidence(self) -> float:
        """coverage of the band"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which it is symmetric"""
    @property
    def weight_kind(self) -> WeightKind | None:
        """what weights mean; none without weights"""

class SurvivalQuantiles:
    """Ages by which shares of lives have ended.

    Columns
    -------
    group
        as in the curve; only with groups
    probability
        share of lives that have ended
    time
        the age; NaN where the curve does not come down to it
    lower
        where the curve's lower band comes down to it; NaN where it does not
    upper
        where the curve's upper band does; NaN where it does not
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """as in the curve; only with groups"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of lives that have ended"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """the age; NaN where the curve does not come down to it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """where the curve's lower band comes down to it; NaN where it does not"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """where the curve's upper band does; NaN where it does not"""
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

class SurvivalAt:
    """A curve at chosen ages: what stands beneath a plot, and in a table.

    Columns
    -------
    group
        as in the curve; only with groups
    time
        age
    at_risk
        lives at risk just before it; 0 beyond the last
    ended
        lives that ended up to it, since the age before
    survival
        P(life > time); NaN beyond the last life, where nothing is known
    std_error
        of `survival`; NaN where survival is 0 or unknown
    lower
        pointwise band; NaN likewise
    upper
        pointwise band; NaN likewise
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """as in the curve; only with groups"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age"""
    @property
    def at_risk(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives at risk just before it; 0 beyond the last"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives that ended up to it, since the age before"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(life > time); NaN beyond the last life, where nothing is known"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `survival`; NaN where survival is 0 or unknown"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN likewise"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """pointwise band; NaN likewise"""
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

class RestrictedMean:
    """Mean lifetimes up to a horizon, one row for each group.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    horizon
        age up to which time counted
    restricted_mean
        mean time from given_age to the end or the horizon
    std_error
        of it
    lower
        of a normal interval
    upper
        of a normal interval
    survival
        share of lives that pass the horizon
    truncated
        1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what
        was seen, and the mean is of that
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def horizon(self) -> numpy.typing.NDArray[numpy.float64]:
        """age up to which time counted"""
    @property
    def restricted_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean time from given_age to the end or the horizon"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of lives that pass the horizon"""
    @property
    def truncated(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what was seen, and the mean is of that"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def given_age(self) -> float:
        """the means are of lives that have passed this age"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: horizon_beyond_support"""

class RestrictedMeanDifference:
    """How restricted means differ from that of one group.

    Columns
    -------
    group
        compared
    reference
        with this one
    difference
        restricted mean of the group less that of the reference
    std_error
        of it; groups are independent
    lower
        of a normal interval
    upper
        of a normal interval
    z
        difference / std_error
    p_value
        two-sided
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """compared"""
    @property
    def reference(self) -> numpy.typing.NDArray[typing.Any]:
        """with this one"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """restricted mean of the group less that of the reference"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it; groups are independent"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """difference / std_error"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided"""
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

class RestrictedMeanTimeLost:
    """Time lost to each cause up to a horizon: a row for each group and cause.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    cause
        what ends a life, in order within a group
    horizon
        age up to which time counted
    time_lost
        mean time from an end by this cause to the horizon
    std_error
        of it
    lower
        of a normal interval
    upper
        of a normal interval
    incidence
        P(this cause ends a life by the horizon)
    truncated
        1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what
        was seen, and the mean is of that
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def cause(self) -> numpy.typing.NDArray[numpy.object_]:
        """what ends a life, in order within a group"""
    @property
    def horizon(self) -> numpy.typing.NDArray[numpy.float64]:
        """age up to which time counted"""
    @property
    def time_lost(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean time from an end by this cause to the horizon"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval"""
    @property
    def incidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """P(this cause ends a life by the horizon)"""
    @property
    def truncated(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where the asked horizon lies beyond the last life that was seen; `horizon` then is what was seen, and the mean is of that"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: horizon_beyond_support"""

class RankWeight(enum.StrEnum):
    """How much the ends at an age count in a rank test, by who was at risk before.

    Members
    -------
    log_rank
        1: best where hazards are proportional
    gehan
        number at risk (Gehan, Breslow, generalized Wilcoxon)
    tarone_ware
        its square root
    peto
        a survival estimate, prod(1 - d / (n + 1)) (Peto and Peto, Prentice)
    fleming_harrington
        S^rho (1 - S)^gamma, S being all groups' Kaplan-Meier curve just before
    """
    log_rank = "log_rank"
    gehan = "gehan"
    tarone_ware = "tarone_ware"
    peto = "peto"
    fleming_harrington = "fleming_harrington"

class LogRank:
    """A comparison of groups.

    Columns
    -------
    group
        ascending; lives without a group or a stratum are left out
    lives
        in the group
    observed
        ends, each as much as its age counts
    expected
        the same if all groups had one hazard
    variance
        of observed - expected
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending; lives without a group or a stratum are left out"""
    @property
    def lives(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the group"""
    @property
    def observed(self) -> numpy.typing.NDArray[numpy.float64]:
        """ends, each as much as its age counts"""
    @property
    def expected(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same if all groups had one hazard"""
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        """of observed - expected"""
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
        """What it comes to, and its rows, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    @property
    def statistic(self) -> float:
        """chi-squared; NaN where nothing can be compared"""
    @property
    def degrees_of_freedom(self) -> int:
        """of it: 1 for a trend"""
    @property
    def p_value(self) -> float:
        """that groups of one hazard would differ as much; NaN likewise"""
    @property
    def rank_weight(self) -> RankWeight:
        """how much an age counted"""
    @property
    def rho(self) -> float:
        """of fleming_harrington"""
    @property
    def gamma(self) -> float:
        """of fleming_harrington"""
    @property
    def left_out(self) -> int:
        """lives without a group or a stratum"""

class PValueAdjustment(enum.StrEnum):
    """How p values of several tests are made larger, so that few of those called small are so by chance.

    Members
    -------
    none
        as they are
    holm
        any false one is unlikely (Holm's step-down)
    benjamini_hochberg
        few of those called small are false (false discovery rate)
    """
    none = "none"
    holm = "holm"
    benjamini_hochberg = "benjamini_hochberg"

class PairwiseLogRank:
    """Comparisons of each two groups.

    Columns
    -------
    group
        ascending
    other
        compared with it, after it in order
    statistic
        chi-squared on 1 degree of freedom; NaN where nothing can be compared
    p_value
        of the pair alone; NaN likewise
    adjusted_p_value
        for the number of pairs that could be compared
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def other(self) -> numpy.typing.NDArray[typing.Any]:
        """compared with it, after it in order"""
    @property
    def statistic(self) -> numpy.typing.NDArray[numpy.float64]:
        """chi-squared on 1 degree of freedom; NaN where nothing can be compared"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the pair alone; NaN likewise"""
    @property
    def adjusted_p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """for the number of pairs that could be compared"""
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
    def adjustment(self) -> PValueAdjustment:
        """as it was chosen"""
    @property
    def left_out(self) -> int:
        """lives without a group or a stratum"""

class GrayTest:
    """A comparison of incidences between groups.

    Columns
    -------
    group
        ascending; lives without a group or a stratum are left out
    lives
        in the group
    ended
        of them, by the cause
    observed
        ends by the cause, each as much as its age counts
    expected
        the same if all groups had one incidence
    variance
        of observed - expected
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending; lives without a group or a stratum are left out"""
    @property
    def lives(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the group"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, by the cause"""
    @property
    def observed(self) -> numpy.typing.NDArray[numpy.float64]:
        """ends by the cause, each as much as its age counts"""
    @property
    def expected(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same if all groups had one incidence"""
    @property
    def variance(self) -> numpy.typing.NDArray[numpy.float64]:
        """of observed - expected"""
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
        """What it comes to, and its rows, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    @property
    def statistic(self) -> float:
        """chi-squared; NaN where nothing can be compared"""
    @property
    def degrees_of_freedom(self) -> int:
        """of it"""
    @property
    def p_value(self) -> float:
        """that groups of one incidence would differ as much; NaN likewise"""
    @property
    def cause(self) -> str:
        """whose incidence was compared"""
    @property
    def rho(self) -> float:
        """how much an age counted"""
    @property
    def left_out(self) -> int:
        """lives without a group or a stratum"""

class CoxTies(enum.StrEnum):
    """How lives that end at one age share the likelihood.

    Members
    -------
    efron
        close to the exact likelihood, also with many ties
    breslow
        as if the others that end were still at risk: too small where ties are many
    exact
        as if time had no finer parts: of all sets of as many lives at risk, these end; work grows
        with lives x ties at each age
    """
    efron = "efron"
    breslow = "breslow"
    exact = "exact"

class CoxModel:
    """A proportional hazards model: a row for each covariate, and for each level of one but the first.

    Columns
    -------
    covariate
        its name, and = the level of one of texts
    reference
        the level that it is told against, of one of texts; otherwise empty
    coef
        log hazard ratio; NaN where the data do not tell it (see findings)
    exp_coef
        hazard ratio
    std_error
        of `coef`; robust where asked for
    z
        coef / std_error
    p_value
        two-sided
    lower
        of the hazard ratio
    upper
        of the hazard ratio
    naive_std_error
        as if lives were independent, and weights cases
    sampling_std_error
        with a penalty: likewise, how far `coef` varies from sample to sample about what the penalty
        makes of it; else empty
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name, and = the level of one of texts"""
    @property
    def reference(self) -> numpy.typing.NDArray[numpy.object_]:
        """the level that it is told against, of one of texts; otherwise empty"""
    @property
    def coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """log hazard ratio; NaN where the data do not tell it (see findings)"""
    @property
    def exp_coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """hazard ratio"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`; robust where asked for"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """coef / std_error"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the hazard ratio"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the hazard ratio"""
    @property
    def naive_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """as if lives were independent, and weights cases"""
    @property
    def sampling_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """with a penalty: likewise, how far `coef` varies from sample to sample about what the penalty makes of it; else empty"""
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
        """What it comes to, and its rows, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""
    @property
    def covariance(self) -> list[list[float]]:
        """of the coefficients, row by row; NaN where there is none"""
    @property
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a covariate, a stratum or the offset is missing"""
    @property
    def ended(self) -> int:
        """lives that ended"""
    @property
    def null_log_likelihood(self) -> float:
        """partial, with all coefficients 0"""
    @property
    def log_likelihood(self) -> float:
        """partial, at the coefficients, or as far as steps went along a covariate that has none; without the penalty"""
    @property
    def degrees_of_freedom(self) -> int:
        """coefficients that there are"""
    @property
    def effective_degrees_of_freedom(self) -> float:
        """what the penalty leaves of them; tests are on so many"""
    @property
    def likelihood_ratio(self) -> float:
        """2 (log_likelihood - null_log_likelihood)"""
    @property
    def likelihood_ratio_p_value(self) -> float:
        """that it would be as large without any effect"""
    @property
    def wald(self) -> float:
        """coef' V^-1 coef, V robust where asked for"""
    @property
    def wald_p_value(self) -> float:
        """likewise"""
    @property
    def score(self) -> float:
        """from the slope at 0, and the penalty"""
    @property
    def score_p_value(self) -> float:
        """likewise"""
    @property
    def iterations(self) -> int:
        """Newton steps"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""
    @property
    def ties(self) -> CoxTies:
        """how ties shared the likelihood"""
    @property
    def penalty(self) -> float:
        """of squared coefficients"""
    @property
    def standardize(self) -> bool:
        """whether it was per standard deviation of covariates"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: constant_covariate, collinear_covariate, separation"""

class CoxPath:
    """Coefficients along falling penalties: a row for each penalty and covariate, or level of one but the first.

    Columns
    -------
    penalty
        descending
    covariate
        its name, and = the level of one of texts
    coef
        log hazard ratio; 0 where the penalty holds it back, NaN where the data do not tell it (see
        findings)
    nonzero
        coefficients that are not 0 at the penalty
    log_likelihood
        partial, at the penalty's coefficients; without the penalty
    deviance_ratio
        share of the deviance of no coefficients that they explain
    """
    @property
    def penalty(self) -> numpy.typing.NDArray[numpy.float64]:
        """descending"""
    @property
    def covariate(self) -> numpy.typing.NDArray[typing.Any]:
        """its name, and = the level of one of texts"""
    @property
    def coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """log hazard ratio; 0 where the penalty holds it back, NaN where the data do not tell it (see findings)"""
    @property
    def nonzero(self) -> numpy.typing.NDArray[numpy.int64]:
        """coefficients that are not 0 at the penalty"""
    @property
    def log_likelihood(self) -> numpy.typing.NDArray[numpy.float64]:
        """partial, at the penalty's coefficients; without the penalty"""
    @property
    def deviance_ratio(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the deviance of no coefficients that they explain"""
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
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a covariate, a stratum or the offset is missing"""
    @property
    def ended(self) -> int:
        """lives that ended"""
    @property
    def null_log_likelihood(self) -> float:
        """partial, with all coefficients 0"""
    @property
    def l1_ratio(self) -> float:
        """share of the penalty that is of sizes"""
    @property
    def standardize(self) -> bool:
        """whether it was per standard deviation of covariates"""
    @property
    def ties(self) -> CoxTies:
        """how ties shared the likelihood"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: constant_covariate, collinear_covariate"""

class BaselineHazard:
    """The hazard that a model's coefficients multiply, summed up to each age at which lives end.

    Columns
    -------
    stratum
        ascending; only with `strata`
    time
        age, ascending within a stratum
    cumulative_hazard
        up to the age, inclusive
    std_error
        of it
    survival
        exp(-cumulative_hazard)
    """
    @property
    def stratum(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending; only with `strata`"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age, ascending within a stratum"""
    @property
    def cumulative_hazard(self) -> numpy.typing.NDArray[numpy.float64]:
        """up to the age, inclusive"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """exp(-cumulative_hazard)"""
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

class CoxPrediction:
    """Survival of single lives, one row for each of them and age.

    Columns
    -------
    row
        of the attributes, from 0
    time
        age
    survival
        chance to pass the age; NaN beyond what was seen of the stratum
    std_error
        of it
    lower
        of the interval
    upper
        of the interval
    cumulative_hazard
        from the given age to this one
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance to pass the age; NaN beyond what was seen of the stratum"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def cumulative_hazard(self) -> numpy.typing.NDArray[numpy.float64]:
        """from the given age to this one"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which they are symmetric"""

class CoxRisk:
    """How much higher the hazard of single lives is than that of one whose covariates are the means.

    Columns
    -------
    row
        of the attributes, from 0
    linear_predictor
        its logarithm; NaN where an attribute is missing
    std_error
        of `linear_predictor`
    hazard_ratio
        exp(linear_predictor)
    lower
        of the hazard ratio
    upper
        of the hazard ratio
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def linear_predictor(self) -> numpy.typing.NDArray[numpy.float64]:
        """its logarithm; NaN where an attribute is missing"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `linear_predictor`"""
    @property
    def hazard_ratio(self) -> numpy.typing.NDArray[numpy.float64]:
        """exp(linear_predictor)"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the hazard ratio"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the hazard ratio"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""

class CoxResidualKind(enum.StrEnum):
    """What a residual tells.

    Members
    -------
    martingale
        ended or not, less the hazard that the model expected: large where a life ended early
    deviance
        the same, made symmetric: large ones are outliers
    score
        how much a life moves the score of each covariate
    schoenfeld
        of a life that ends: its covariates less their mean over those at risk
    scaled_schoenfeld
        the same times ends and naive covariance, and the coefficient: its course over age
    dfbeta
        how much each coefficient changes with a life, about
    dfbetas
        the same in naive standard errors
    """
    martingale = "martingale"
    deviance = "deviance"
    score = "score"
    schoenfeld = "schoenfeld"
    scaled_schoenfeld = "scaled_schoenfeld"
    dfbeta = "dfbeta"
    dfbetas = "dfbetas"

class CoxResiduals:
    """Residuals, one row for each life that was used, or each that ended (Schoenfeld's), and each covariate.

    Columns
    -------
    row
        of the lives, from 0; ascending, but Schoenfeld's by stratum and age
    time
        age at which the life ended or was last seen
    covariate
        of the coefficient; not for kinds that tell of the life alone
    residual
        in the units of the kind; NaN for a covariate without a coefficient
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the lives, from 0; ascending, but Schoenfeld's by stratum and age"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age at which the life ended or was last seen"""
    @property
    def covariate(self) -> numpy.typing.NDArray[typing.Any]:
        """of the coefficient; not for kinds that tell of the life alone"""
    @property
    def residual(self) -> numpy.typing.NDArray[numpy.float64]:
        """in the units of the kind; NaN for a covariate without a coefficient"""
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
    def kind(self) -> CoxResidualKind:
        """what is told"""

class AgeTransform(enum.StrEnum):
    """The scale of age on which a coefficient may drift.

    Members
    -------
    kaplan_meier
        the share of lives that ended before
    rank
        its order among all ages at which lives ended or were last seen
    identity
        age itself
    log
        its logarithm
    """
    kaplan_meier = "kaplan_meier"
    rank = "rank"
    identity = "identity"
    log = "log"

class ProportionalHazardsTest:
    """Tests of single covariates and, in the last row, of all of them together.

    Columns
    -------
    covariate
        its name, all levels of one of texts together; "all" in the last row
    statistic
        chi-squared where hazards are proportional
    degrees_of_freedom
        coefficients tested
    p_value
        that a statistic is as large; NaN without a coefficient to test
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name, all levels of one of texts together; "all" in the last row"""
    @property
    def statistic(self) -> numpy.typing.NDArray[numpy.float64]:
        """chi-squared where hazards are proportional"""
    @property
    def degrees_of_freedom(self) -> numpy.typing.NDArray[numpy.int64]:
        """coefficients tested"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """that a statistic is as large; NaN without a coefficient to test"""
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
    def transform(self) -> AgeTransform:
        """of age"""

class WatchingChance(enum.StrEnum):
    """What standard errors make of the chances to be still watched, by which lives are weighted.

    Members
    -------
    estimated
        they are not known: their errors count (Fine & Gray; R's cmprsk)
    known
        as if they were (R's finegray() and coxph())
    """
    estimated = "estimated"
    known = "known"

class FineGrayModel:
    """A model of one of several causes: a row for each covariate, and for each level of one but the first.

    Columns
    -------
    covariate
        its name, and = the level of one of texts
    reference
        the level that it is told against, of one of texts; otherwise empty
    coef
        log ratio of subdistribution hazards; NaN where the data do not tell it
    exp_coef
        ratio of subdistribution hazards
    std_error
        of `coef`, robust
    z
        coef / std_error
    p_value
        two-sided
    lower
        of the hazard ratio
    upper
        of the hazard ratio
    naive_std_error
        as if weighted lives were lives
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name, and = the level of one of texts"""
    @property
    def reference(self) -> numpy.typing.NDArray[numpy.object_]:
        """the level that it is told against, of one of texts; otherwise empty"""
    @property
    def coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """log ratio of subdistribution hazards; NaN where the data do not tell it"""
    @property
    def exp_coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """ratio of subdistribution hazards"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`, robust"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """coef / std_error"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the hazard ratio"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the hazard ratio"""
    @property
    def naive_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """as if weighted lives were lives"""
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
        """What it comes to, and its rows, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""
    @property
    def covariance(self) -> list[list[float]]:
        """of the coefficients, row by row; NaN where there is none"""
    @property
    def cause(self) -> str:
        """whose incidence is told"""
    @property
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a covariate or a stratum is missing"""
    @property
    def ended(self) -> int:
        """lives that ended by the cause"""
    @property
    def competing(self) -> int:
        """lives that ended by another"""
    @property
    def null_log_likelihood(self) -> float:
        """partial and weighted, with all coefficients 0"""
    @property
    def log_likelihood(self) -> float:
        """partial and weighted, at the coefficients"""
    @property
    def degrees_of_freedom(self) -> int:
        """coefficients that there are"""
    @property
    def likelihood_ratio(self) -> float:
        """2 (log_likelihood - null_log_likelihood); weights make it inexact"""
    @property
    def likelihood_ratio_p_value(self) -> float:
        """that it would be as large without any effect"""
    @property
    def wald(self) -> float:
        """coef' V^-1 coef, V robust"""
    @property
    def wald_p_value(self) -> float:
        """likewise"""
    @property
    def score(self) -> float:
        """from the slope at 0; weights make it inexact"""
    @property
    def score_p_value(self) -> float:
        """likewise"""
    @property
    def iterations(self) -> int:
        """Newton steps"""
    @property
    def ties(self) -> CoxTies:
        """how ties shared the likelihood"""
    @property
    def chances(self) -> WatchingChance:
        """what standard errors made of the weights"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: constant_covariate, collinear_covariate, separation"""

class FineGrayPrediction:
    """The incidence of a cause among single lives, one row for each of them and age.

    Columns
    -------
    row
        of the attributes, from 0
    time
        age
    incidence
        chance to have ended by the cause at the age, and not by another before; NaN beyond what was
        seen of the stratum
    std_error
        of it
    lower
        of the interval
    upper
        of the interval
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age"""
    @property
    def incidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance to have ended by the cause at the age, and not by another before; NaN beyond what was seen of the stratum"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
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
    def cause(self) -> str:
        """that it is the incidence of"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which they are symmetric"""

class LifetimeDistribution(enum.StrEnum):
    """What lifetimes are distributed like. But for the last, the logarithm of an age is an intercept + effects +
    scale x error: effects stretch time.

    Members
    -------
    exponential
        a constant hazard: the scale is 1
    weibull
        a hazard that rises or falls with a power of age
    lognormal
        a hazard that rises and then falls: normal errors
    loglogistic
        likewise, with more lives that last: logistic errors
    generalized_gamma
        of these by its shape: 0 lognormal, 1 Weibull, equal to the scale gamma
    piecewise_exponential
        a hazard that is constant between `breaks`; effects multiply it
    """
    exponential = "exponential"
    weibull = "weibull"
    lognormal = "lognormal"
    loglogistic = "loglogistic"
    generalized_gamma = "generalized_gamma"
    piecewise_exponential = "piecewise_exponential"

class ParametricModel:
    """A model of lifetimes: a row for each of its parameters. They are the (intercept), a coefficient for each
    covariate and each level of one but the first, and, where the distribution has them, the (log scale), the
    (shape), and the (cure), the logit of the cured share, with coefficients of its own; piecewise_exponential
    has a (log rate from) each break instead of the intercept.

    Columns
    -------
    covariate
        its name, and = the level of one of texts; or as above
    reference
        the level that it is told against, of one of texts; otherwise empty
    coef
        of log age, or of the log hazard; NaN where the data do not tell it
    std_error
        of `coef`; robust where asked for
    z
        coef / std_error
    p_value
        two-sided
    lower
        of `coef`
    upper
        of `coef`
    naive_std_error
        as if lives were independent, and weights cases
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name, and = the level of one of texts; or as above"""
    @property
    def reference(self) -> numpy.typing.NDArray[numpy.object_]:
        """the level that it is told against, of one of texts; otherwise empty"""
    @property
    def coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """of log age, or of the log hazard; NaN where the data do not tell it"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`; robust where asked for"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """coef / std_error"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`"""
    @property
    def naive_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """as if lives were independent, and weights cases"""
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
        """What it comes to, and its rows, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    @property
    def covariance(self) -> list[list[float]]:
        """of the parameters, row by row; NaN where there is none"""
    @property
    def scale(self) -> float:
        """of the errors; NaN of piecewise_exponential"""
    @property
    def shape(self) -> float:
        """of generalized_gamma; NaN of others"""
    @property
    def cure(self) -> float:
        """share of lives that never end; NaN where it depends on covariates"""
    @property
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a covariate is missing"""
    @property
    def ended(self) -> int:
        """lives that ended"""
    @property
    def null_log_likelihood(self) -> float:
        """without covariates; NaN where it has no maximum"""
    @property
    def log_likelihood(self) -> float:
        """with them"""
    @property
    def likelihood_ratio(self) -> float:
        """2 (log_likelihood - null_log_likelihood)"""
    @property
    def likelihood_ratio_p_value(self) -> float:
        """that it would be as large without any effect"""
    @property
    def degrees_of_freedom(self) -> int:
        """parameters that there are"""
    @property
    def aic(self) -> float:
        """2 (degrees_of_freedom - log_likelihood)"""
    @property
    def bic(self) -> float:
        """degrees_of_freedom x log(lives, or cases) - 2 log_likelihood"""
    @property
    def iterations(self) -> int:
        """Newton steps of the last way up"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def distribution(self) -> LifetimeDistribution:
        """of lifetimes"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: constant_covariate, collinear_covariate, separation, no_cure, interval_without_ends, interval_not_watched"""

class ParametricPrediction:
    """Survival of single lives, one row for each of them and age.

    Columns
    -------
    row
        of the attributes, from 0
    time
        age
    survival
        chance to pass the age
    std_error
        of it
    lower
        of the interval
    upper
        of the interval
    cumulative_hazard
        from the given age to this one
    hazard
        at the age; NaN at age 0
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance to pass the age"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def cumulative_hazard(self) -> numpy.typing.NDArray[numpy.float64]:
        """from the given age to this one"""
    @property
    def hazard(self) -> numpy.typing.NDArray[numpy.float64]:
        """at the age; NaN at age 0"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which they are symmetric"""

class ParametricQuantiles:
    """Ages by which shares of lives like these have ended, one row for each life and share.

    Columns
    -------
    row
        of the attributes, from 0
    probability
        share of those that passed the given age
    time
        age; NaN where so many never end
    std_error
        of it
    lower
        of an interval that is symmetric for the log of the time ahead
    upper
        of the interval
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of those that passed the given age"""
    @property
    def time(self) -> numpy.typing.NDArray[numpy.float64]:
        """age; NaN where so many never end"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of an interval that is symmetric for the log of the time ahead"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""

class ParametricMeans:
    """Mean lifetimes, one row for each life.

    Columns
    -------
    row
        of the attributes, from 0
    mean
        time from the given age to the end; NaN where it is infinite
    std_error
        of it
    lower
        of an interval that is symmetric for its log
    upper
        of the interval
    beyond
        share of it that lies beyond the last life that was seen: the model's
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """time from the given age to the end; NaN where it is infinite"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of an interval that is symmetric for its log"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval"""
    @property
    def beyond(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of it that lies beyond the last life that was seen: the model's"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: horizon_beyond_support, where that is 1% or more"""

class CoxRound(enum.StrEnum):
    """What a round of a proportional hazards model asks of lives.

    Members
    -------
    survey
        which ages, strata and levels there are, and the means of covariates
    risks
        sums of risks by age, at coefficients
    information
        squares of covariates, by the baseline hazard that lives passed
    influence
        how much each life matters: for robust standard errors
    """
    survey = "survey"
    risks = "risks"
    information = "information"
    influence = "influence"

class CoxTask:
    """What CoxRounds asks of all lives in a round: small, and the same for all partitions."""
    def serialize(self) -> bytes:
        """The task as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> CoxTask:
        """Reads a task back.

        Raises
        ------
        InvalidInput
            for bytes that are no task, are cut short or of a newer version
        """
    @property
    def number(self) -> int:
        """The number of the round, from 1."""
    @property
    def round(self) -> CoxRound:
        """What it asks."""
    def __repr__(self) -> str: ...

class CoxPartial:
    """The partial state of a round: what the lives of a partition come to. Its size is that of the ages that
    occur, times twice the columns of covariates, whatever the number of lives.

    States of a task add up, in any order, to that of all lives: exactly for counts, and to about 15 digits
    for sums. Lives of one age or stratum may be in any partition. A state without a task is that of no lives.

    Parameters
    ----------
    task
        what CoxRounds asks
    """
    def __init__(self, task: CoxTask) -> None: ...
    def update(self, lives: Lifetimes) -> None:
        """Adds lives.

        Raises
        ------
        InvalidInput
            when names of the task are no attributes of theirs; for covariates that are no numbers,
            flags or texts, or are infinite; after the survey, for ages, strata and levels that were not
            in it; when their weights are of another kind than those of others; for a state that was
            read from bytes. Nothing is added then
        """
    def merge(self, other: CoxPartial) -> None:
        """Adds the lives of another state.

        Raises
        ------
        InvalidInput
            when it is of another task, or lives are told otherwise
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize(). The task is not among them."""
    @staticmethod
    def deserialize(bytes: bytes) -> CoxPartial:
        """Reads a state back, to be merged.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def number(self) -> int:
        """The number of the round; 0 without a task."""
    @property
    def left_out(self) -> int:
        """Lives in which a covariate, a stratum or the offset is missing."""
    def __repr__(self) -> str: ...

class CoxRounds:
    """The fit of cox() to lives that no single place holds: the coefficients are here, lives are in partitions.

    A task goes down to all partitions, the states that they make of it come up and are merged, and tell the
    next task. The first round surveys the lives. Each step then takes two: sums of risks by age come up, the
    baseline hazard goes down, a matrix comes up. Robust standard errors take one more. Settings and the model
    are those of cox(), with all that follows from one, whatever the partition.

    References
    ----------
    Therneau & Grambsch (2000), Modeling Survival Data, ch. 3; Lu et al. (2015), Journal of the American
    Medical Informatics Association 22:1212-1219, for sums of partitions
    """
    def __init__(
        self,
        *,
        covariates: collections.abc.Iterable[str],
        strata: collections.abc.Iterable[str] = [],
        cluster: str = '',
        offset: str = '',
        ties: CoxTies | typing.Literal['efron', 'breslow', 'exact'] | str = 'efron',
        penalty: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        penalty_factors: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
        standardize: bool = True,
        robust: bool | None = None,
        confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
        max_iterations: typing.SupportsIndex = 50,
        threads: typing.SupportsIndex = 0,
    ) -> None: ...
    def advance(self, all: CoxPartial) -> None:
        """Takes the state of all lives, and goes on to the next round.

        Parameters
        ----------
        all
            made of task(), merged over partitions

        Raises
        ------
        InvalidInput
            for a state of another task or of other lives than the survey's; for no lives, or none that
            ended; when the model is done
        NotConverged
            as cox() does
        """
    @property
    def task(self) -> CoxTask:
        """What all partitions are asked next; once the model is done, again the last."""
    @property
    def done(self) -> bool:
        """Whether there is a model."""
    @property
    def model(self) -> CoxModel:
        """The model, once it is done.

        Raises
        ------
        InvalidInput
            before
        """
    def __repr__(self) -> str: ...

class PairWeight(enum.StrEnum):
    """How much the pairs of a life that ends count, by its age. S is the Kaplan-Meier curve just before the age,
    G that of being seen until then, n the number at risk.

    Members
    -------
    harrell
        1: as often as there are pairs
    uno
        1 / G^2: as if none had been lost from sight
    survival
        N S / n, as the Peto-Prentice test has it
    schemper
        N S / (G n)
    information
        1 / n, as a proportional hazards model has it
    """
    harrell = "harrell"
    uno = "uno"
    survival = "survival"
    schemper = "schemper"
    information = "information"

class Concordance:
    """How often a score tells which of two lives ends first: one row.

    Columns
    -------
    concordance
        share of pairs in order, ties of the score counting half; NaN without any
    std_error
        of it, by how much each life, or cluster, matters
    lower
        of a normal interval, cut off at 0
    upper
        of a normal interval, cut off at 1
    somers_d
        2 concordance - 1
    concordant
        pairs in order, as they count
    discordant
        pairs in the wrong order
    tied_score
        pairs with one score
    tied_age
        pairs that end at one age, not compared
    tied_both
        of one score too
    """
    @property
    def concordance(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of pairs in order, ties of the score counting half; NaN without any"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, by how much each life, or cluster, matters"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval, cut off at 0"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval, cut off at 1"""
    @property
    def somers_d(self) -> numpy.typing.NDArray[numpy.float64]:
        """2 concordance - 1"""
    @property
    def concordant(self) -> numpy.typing.NDArray[numpy.float64]:
        """pairs in order, as they count"""
    @property
    def discordant(self) -> numpy.typing.NDArray[numpy.float64]:
        """pairs in the wrong order"""
    @property
    def tied_score(self) -> numpy.typing.NDArray[numpy.float64]:
        """pairs with one score"""
    @property
    def tied_age(self) -> numpy.typing.NDArray[numpy.float64]:
        """pairs that end at one age, not compared"""
    @property
    def tied_both(self) -> numpy.typing.NDArray[numpy.float64]:
        """of one score too"""
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
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows whose score or stratum is missing"""
    @property
    def confidence(self) -> float:
        """coverage of the interval"""

class CensoringLimit(enum.StrEnum):
    """Which chance to be still watched weights lives, where some are last seen at the same age.

    Members
    -------
    before_age
        that just before the age: who is last seen at an age is known to have passed it (R's
        survival)
    at_age
        that at the age: who is last seen at it is not known to have passed it (scikit-survival)
    """
    before_age = "before_age"
    at_age = "at_age"

class BrierScore:
    """How far predicted survival is from what happened, one row for each age.

    Columns
    -------
    age
        at which survival was predicted
    brier
        mean squared distance; NaN beyond the last life that was seen
    std_error
        of it, by how much each life matters
    lower
        of a normal interval, cut to [0, 1]
    upper
        of a normal interval, cut to [0, 1]
    null_brier
        that of the Kaplan-Meier curve of all these lives
    r_squared
        1 - brier / null_brier
    """
    @property
    def age(self) -> numpy.typing.NDArray[numpy.float64]:
        """at which survival was predicted"""
    @property
    def brier(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean squared distance; NaN beyond the last life that was seen"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, by how much each life matters"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval, cut to [0, 1]"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval, cut to [0, 1]"""
    @property
    def null_brier(self) -> numpy.typing.NDArray[numpy.float64]:
        """that of the Kaplan-Meier curve of all these lives"""
    @property
    def r_squared(self) -> numpy.typing.NDArray[numpy.float64]:
        """1 - brier / null_brier"""
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
    def integrated_brier(self) -> float:
        """mean over the ages from the first to the last, by trapezoids; NaN of fewer than two, or where one is NaN"""
    @property
    def integrated_std_error(self) -> float:
        """of it"""
    @property
    def integrated_null_brier(self) -> float:
        """the same of null_brier"""
    @property
    def integrated_r_squared(self) -> float:
        """1 - integrated_brier / integrated_null_brier"""
    @property
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a prediction is missing"""
    @property
    def censoring(self) -> CensoringLimit:
        """how lives that are last seen were made up for"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: beyond_last_life"""

class TimeDependentAuc:
    """How well a score tells lives that end by an age from those that pass it, one row for each age.

    Columns
    -------
    age
        by which lives end or not
    auc
        share of pairs of one that ends by the age and one that passes it which the score has in
        order, ties counting half; NaN without a pair, and beyond the last life that was seen
    std_error
        of it, by how much each life matters
    lower
        of a normal interval, cut to [0, 1]
    upper
        of a normal interval, cut to [0, 1]
    ended
        lives that ended by the age
    passed
        lives that are known to have passed it
    """
    @property
    def age(self) -> numpy.typing.NDArray[numpy.float64]:
        """by which lives end or not"""
    @property
    def auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of pairs of one that ends by the age and one that passes it which the score has in order, ties counting half; NaN without a pair, and beyond the last life that was seen"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, by how much each life matters"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval, cut to [0, 1]"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval, cut to [0, 1]"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives that ended by the age"""
    @property
    def passed(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives that are known to have passed it"""
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
    def mean_auc(self) -> float:
        """over the ages, each counting as much as survival falls since the one before; NaN where one that counts is, or none has ended"""
    @property
    def mean_std_error(self) -> float:
        """of it"""
    @property
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a score is missing"""
    @property
    def censoring(self) -> CensoringLimit:
        """how lives that are last seen were made up for"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: beyond_last_life"""

class SurvivalCalibration:
    """Predicted survival beside what was observed, one row for each bin, the lowest predictions first.

    Columns
    -------
    lowest
        prediction in the bin
    highest
        prediction in the bin
    predicted
        mean of the predictions
    observed
        Kaplan-Meier survival at the age; NaN beyond the bin's last life
    std_error
        of it, by how much each life matters: Greenwood's where none has a weight; NaN where none is
        left
    lower
        of its interval; NaN likewise
    upper
        of its interval; NaN likewise
    lives
        rows in the bin
    ended
        of them, by the age
    """
    @property
    def lowest(self) -> numpy.typing.NDArray[numpy.float64]:
        """prediction in the bin"""
    @property
    def highest(self) -> numpy.typing.NDArray[numpy.float64]:
        """prediction in the bin"""
    @property
    def predicted(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean of the predictions"""
    @property
    def observed(self) -> numpy.typing.NDArray[numpy.float64]:
        """Kaplan-Meier survival at the age; NaN beyond the bin's last life"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, by how much each life matters: Greenwood's where none has a weight; NaN where none is left"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval; NaN likewise"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval; NaN likewise"""
    @property
    def lives(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows in the bin"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, by the age"""
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
    def age(self) -> float:
        """at which survival was predicted"""
    @property
    def mean_predicted(self) -> float:
        """of all lives"""
    @property
    def mean_observed(self) -> float:
        """Kaplan-Meier survival of all lives at the age"""
    @property
    def expected_ended(self) -> float:
        """sum of 1 - prediction: how many should end by the age"""
    @property
    def observed_ended(self) -> float:
        """lives x (1 - mean_observed): how many do, those that are last seen before being made up for"""
    @property
    def ended_ratio(self) -> float:
        """observed_ended / expected_ended: calibration in the large, 1 if right"""
    @property
    def ended_ratio_lower(self) -> float:
        """of an interval of its logarithm, for what was observed"""
    @property
    def ended_ratio_upper(self) -> float:
        """likewise"""
    @property
    def left_out(self) -> int:
        """rows in which the prediction is missing"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which those of observed survival are symmetric"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: beyond_last_life"""

class ConditionalSurvival:
    """How likely customers of today are to stay, one row for each group, age or band of ages, and time ahead.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    given_age
        age that they have passed, or at which their band begins
    ahead
        how much longer they are to stay
    customers
        of that age
    weight
        what they count for together
    unknown
        of them, whose time ahead reaches beyond the last life that was seen: what follows is of the
        others
    unknown_weight
        what these count for
    at_risk
        lives still at risk at the highest age that is reached
    survival
        chance to stay, the mean by weight; NaN where none is known
    std_error
        of `survival`; NaN where it is 0 or unknown
    lower
        of the interval; NaN likewise
    upper
        of the interval; NaN likewise
    expected_ended
        weight that is expected to have ended by then
    expected_ended_lower
        by the upper limit of survival
    expected_ended_upper
        by the lower limit of survival
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def given_age(self) -> numpy.typing.NDArray[numpy.float64]:
        """age that they have passed, or at which their band begins"""
    @property
    def ahead(self) -> numpy.typing.NDArray[numpy.float64]:
        """how much longer they are to stay"""
    @property
    def customers(self) -> numpy.typing.NDArray[numpy.int64]:
        """of that age"""
    @property
    def weight(self) -> numpy.typing.NDArray[numpy.float64]:
        """what they count for together"""
    @property
    def unknown(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, whose time ahead reaches beyond the last life that was seen: what follows is of the others"""
    @property
    def unknown_weight(self) -> numpy.typing.NDArray[numpy.float64]:
        """what these count for"""
    @property
    def at_risk(self) -> numpy.typing.NDArray[numpy.int64]:
        """lives still at risk at the highest age that is reached"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance to stay, the mean by weight; NaN where none is known"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `survival`; NaN where it is 0 or unknown"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval; NaN likewise"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval; NaN likewise"""
    @property
    def expected_ended(self) -> numpy.typing.NDArray[numpy.float64]:
        """weight that is expected to have ended by then"""
    @property
    def expected_ended_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """by the upper limit of survival"""
    @property
    def expected_ended_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """by the lower limit of survival"""
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
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def scale(self) -> ConfidenceScale:
        """on which they are symmetric"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""

class RenewalModel:
    """How customers of a contract renew, one row for each group: each ends it at a renewal with a chance of its
    own, drawn from a beta distribution. The share that has renewed t times is
    B(alpha, beta + t^shape) / B(alpha, beta).

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    alpha
        of the beta distribution, > 0; NaN where the lives do not tell it (findings)
    beta
        likewise
    shape
        above 1, each customer's churn rises with age; 1 where it is a given
    alpha_std_error
        NaN for weights that are not cases
    beta_std_error
        likewise
    shape_std_error
        likewise; NaN for a shape that is a given
    shape_statistic
        Chi-squared: twice what the likelihood gains over the shape 1; NaN likewise, and where that
        has no alpha.
    shape_p_value
        that lives of the shape 1 would gain as much; NaN likewise
    churn_rate
        mean chance not to renew the first time: alpha / (alpha + beta)
    expected_lifetime
        mean number of periods; NaN where infinite: alpha shape <= 1
    log_likelihood
        at its largest; NaN without alpha
    aic
        4 - 2 log_likelihood; 6 - … where the shape is not a given
    bic
        2 log(lives) - 2 log_likelihood; 3 log(lives) - … likewise
    lives
        rows of the group
    periods
        renewals that were seen
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def alpha(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the beta distribution, > 0; NaN where the lives do not tell it (findings)"""
    @property
    def beta(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def shape(self) -> numpy.typing.NDArray[numpy.float64]:
        """above 1, each customer's churn rises with age; 1 where it is a given"""
    @property
    def alpha_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN for weights that are not cases"""
    @property
    def beta_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def shape_std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise; NaN for a shape that is a given"""
    @property
    def shape_statistic(self) -> numpy.typing.NDArray[numpy.float64]:
        """Chi-squared: twice what the likelihood gains over the shape 1; NaN likewise, and where that has no alpha."""
    @property
    def shape_p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """that lives of the shape 1 would gain as much; NaN likewise"""
    @property
    def churn_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean chance not to renew the first time: alpha / (alpha + beta)"""
    @property
    def expected_lifetime(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean number of periods; NaN where infinite: alpha shape <= 1"""
    @property
    def log_likelihood(self) -> numpy.typing.NDArray[numpy.float64]:
        """at its largest; NaN without alpha"""
    @property
    def aic(self) -> numpy.typing.NDArray[numpy.float64]:
        """4 - 2 log_likelihood; 6 - … where the shape is not a given"""
    @property
    def bic(self) -> numpy.typing.NDArray[numpy.float64]:
        """2 log(lives) - 2 log_likelihood; 3 log(lives) - … likewise"""
    @property
    def lives(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows of the group"""
    @property
    def periods(self) -> numpy.typing.NDArray[numpy.int64]:
        """renewals that were seen"""
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
    def findings(self) -> list[fealty.Finding]:
        """codes: none_ended, one_renewal, two_renewals, no_renewal, alike, polarized, endless_shape"""

class RenewalProjection:
    """Survival and retention by period, one row for each group and period.

    Columns
    -------
    group
        as the model has it; only with groups
    period
        given_age, …, given_age + periods
    survival
        share that has renewed so often, of those that had given_age times
    retention_rate
        share of those due that renew; NaN at given_age
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """as the model has it; only with groups"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.int64]:
        """given_age, …, given_age + periods"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """share that has renewed so often, of those that had given_age times"""
    @property
    def retention_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of those due that renew; NaN at given_age"""
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

class PaymentTiming(enum.StrEnum):
    """Whose payments count, and when the first is. S is the survival of one who has renewed `renewals` times, v
    1 / (1 + discount).

    Members
    -------
    new_customer
        of one yet to be won, who pays at once: the sum of S(t) v^t from t = 0 on (DEL)
    before_renewal
        of a customer whose renewal is due now: of S(t) v^(t - 1) from t = 1 on (DERL)
    after_renewal
        of one who has just renewed and paid: of S(t) v^t from t = 1 on (DERL)
    """
    new_customer = "new_customer"
    before_renewal = "before_renewal"
    after_renewal = "after_renewal"

class DiscountedLifetime:
    """Payments to come, in payments of today: times the margin of one they are a lifetime value.

    Columns
    -------
    group
        as the model has it; only with groups
    discounted_lifetime
        NaN where it is infinite, or the group has no alpha
    beyond
        share of it from renewals later than any that were seen
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """as the model has it; only with groups"""
    @property
    def discounted_lifetime(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where it is infinite, or the group has no alpha"""
    @property
    def beyond(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of it from renewals later than any that were seen"""
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
    def timing(self) -> PaymentTiming:
        """whose payments"""
    @property
    def discount(self) -> float:
        """per period"""
    @property
    def renewals(self) -> int:
        """so often they have renewed"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: horizon_beyond_support, where 1% or more are beyond"""

class StudyVerdict(enum.StrEnum):
    """What a check of study_audit() came to.

    Members
    -------
    clear
        there is nothing to find
    finding
        there is something to look into
    attested
        there is something, and the caller says that it is in order
    not_checked
        the lives, or the settings, lack what the check needs; the message says what
    """
    clear = "clear"
    finding = "finding"
    attested = "attested"
    not_checked = "not_checked"

class StudyAudit:
    """What each check came to, one row for each, in the order in which study_audit() lists them.

    Columns
    -------
    code
        of the check
    verdict
        what it came to
    lives
        that it points at; few, or none, where it is clear
    share
        of all lives; many_spells: of accounts; NaN where it was not made
    p_value
        chance of this, or more, in a sound study; NaN where it is a count
    message
        one sentence
    """
    @property
    def code(self) -> numpy.typing.NDArray[numpy.object_]:
        """of the check"""
    @property
    def verdict(self) -> numpy.typing.NDArray[numpy.object_]:
        """what it came to"""
    @property
    def lives(self) -> numpy.typing.NDArray[numpy.int64]:
        """that it points at; few, or none, where it is clear"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all lives; many_spells: of accounts; NaN where it was not made"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance of this, or more, in a sound study; NaN where it is a count"""
    @property
    def message(self) -> numpy.typing.NDArray[numpy.object_]:
        """one sentence"""
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
        """What it comes to, and its rows, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    @property
    def findings(self) -> list[fealty.Finding]:
        """what is neither clear nor attested, with its rows"""
def kaplan_meier(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    robust: bool | None = None,
    cluster: str = '',
    threads: typing.SupportsIndex = 0,
) -> SurvivalCurve:
    """The probability that a life outlasts each age: the product-limit estimate.

    Lives last seen are right-censored, and at one age they are last seen after others have ended. The
    standard error is Greenwood's; the robust one, of weights that do not stand for lives, sums the squares of
    how much each life, or cluster of lives, moves the curve (the infinitesimal jackknife; without weights the
    two are the same). With `given_age` the curve is conditional: of a customer of that age today, P(life >
    time | life > given_age).

    Parameters
    ----------
    lives
        as made by Lifetimes
    by
        attributes whose values make the groups
    confidence
        coverage of the band, in (0, 1)
    scale
        on which the band is symmetric
    given_age
        of lives that have passed this age, >= 0
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group and age with an end or a censoring

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1 and given_age is a number >= 0; for `by` or `cluster` that name no
        attribute

    References
    ----------
    Kaplan & Meier (1958), JASA 53:457-481; Kalbfleisch & Prentice (2002), The Statistical Analysis of
    Failure Time Data, sec. 1.4; Therneau & Grambsch (2000), Modeling Survival Data, sec. 2.2

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    confidence
        coverage of the band, in (0, 1)
    scale
        on which the band is symmetric
    given_age
        of lives that have passed this age, >= 0
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
        lives that were not watched from the beginning, which need the lives too
    """

def nelson_aalen(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: HazardScale | typing.Literal['plain', 'log'] | str = 'log',
    ties: HazardTies | typing.Literal['nelson_aalen', 'fleming_harrington'] | str = 'nelson_aalen',
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    robust: bool | None = None,
    cluster: str = '',
    threads: typing.SupportsIndex = 0,
) -> HazardCurve:
    """The cumulative hazard up to each age, and the survival that it implies (Fleming and Harrington's
    estimate).

    The variance is the sum of d / n^2, or of 1 / (n - k)^2 where ties come one after the other. Where weights
    are cases or none, that is; the robust one sums the squares of how much each life, or cluster of lives,
    moves the hazard, ties taken together.

    Parameters
    ----------
    lives
        as made by Lifetimes
    by
        attributes whose values make the groups
    confidence
        coverage of the bands, in (0, 1)
    scale
        on which the band is symmetric
    ties
        how lives that end at one age count
    given_age
        of lives that have passed this age, >= 0
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group and age with an end or a censoring

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1 and given_age is a number >= 0; for `by` or `cluster` that name no
        attribute; for robust standard errors where ties come one after the other

    References
    ----------
    Aalen (1978), Annals of Statistics 6:701-726; Fleming & Harrington (1984), Communications in
    Statistics 13:2469-2486

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    confidence
        coverage of the bands, in (0, 1)
    scale
        on which the band is symmetric
    ties
        how lives that end at one age count
    given_age
        of lives that have passed this age, >= 0
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
        lives that were not watched from the beginning, which need the lives too
    """

def turnbull(
    lives: Lifetimes,
    *,
    ended_by: str = '',
    by: collections.abc.Iterable[str] = [],
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 1000,
) -> TurnbullCurve:
    """The survival curve of lives of which some are only known to have ended between two ages (between two
    visits, exports, surveys): the nonparametric maximum likelihood estimate.

    A life with an age of `ended_by` has ended above its duration and up to that age; with a duration of 0 it
    is left-censored. Others have ended at their duration, or were last seen at it. Where no life has an
    interval the curve is that of kaplan_meier(). The estimate is the only one: it is reached when no mass
    anywhere would raise the likelihood by more than `tolerance`, and that of each interval with mass agrees.

    There are no standard errors. Where lives are looked at at any age the curve converges at the cube root of
    their number, so that neither the information nor the bootstrap tells how sure it is. Nor are there
    delayed entries: with them the likelihood has several maxima, or none. An entry of 0 is none.

    Parameters
    ----------
    lives
        as made by Lifetimes
    ended_by
        attribute: the age by which a life has ended of which it is only known that it had not at
        its duration (interval-censored); otherwise null
    by
        attributes whose values make the groups
    tolerance
        relative slope of the log-likelihood at which to stop, in (0, 1)
    max_iterations
        steps up the likelihood, >= 1

    Returns
    -------
    one row for each group and innermost interval

    Raises
    ------
    InvalidInput
        for `ended_by` or `by` that name no attribute, or none of numbers; for an age of `ended_by`
        that is not above the duration; for lives that entered above age 0; unless 0 < tolerance < 1
        and max_iterations >= 1
    NotConverged
        when max_iterations steps do not suffice

    References
    ----------
    Peto (1973), Applied Statistics 22:86-91; Turnbull (1976), Journal of the Royal Statistical Society
    B 38:290-295; Groeneboom & Wellner (1992), Information Bounds and Nonparametric Maximum Likelihood
    Estimation, part II; Jongbloed (1998), Journal of Computational and Graphical Statistics 7:310-321
    """

def aalen_johansen(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
    cluster: str = '',
    threads: typing.SupportsIndex = 0,
) -> IncidenceCurve:
    """The probability that each of several causes has ended a life by an age.

    Causes compete: a life that one has ended is not at risk of another any more, so the incidences and the
    survival add up to 1; one minus the Kaplan-Meier curve of a single cause would be too much. Lives that end
    at one age leave together, whatever their causes. The standard error sums the squares of how much each
    life, or cluster of lives, moves the curve (the infinitesimal jackknife). Cases are so many lives with one
    row each.

    Parameters
    ----------
    lives
        as made by Lifetimes, with `cause`
    by
        attributes whose values make the groups
    confidence
        coverage of the band, in (0, 1)
    scale
        on which the band is symmetric
    cluster
        attribute of lives that are not independent
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group, cause and age with an end or a censoring

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1; for `by` or `cluster` that name no attribute

    References
    ----------
    Aalen & Johansen (1978), Scandinavian Journal of Statistics 5:141-150; Therneau & Grambsch (2000),
    Modeling Survival Data

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    confidence
        coverage of the band, in (0, 1)
    scale
        on which the band is symmetric
    cluster
        attribute of lives that are not independent
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `cluster`, which only lives can tell; for lives that were not watched
        from the beginning, whose standard errors need the lives too
    """

def survival_quantile(
    curve: SurvivalCurve,
    *,
    probabilities: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.25, 0.5, 0.75],
    midpoint: bool = False,
) -> SurvivalQuantiles:
    """The ages by which shares of lives have ended, with the limits that the curve's band gives: of the median
    that of Brookmeyer and Crowley.

    A quantile is the first age at which so many have ended. R's survfit() takes the midpoint where the curve
    is exactly at the share for a while.

    Parameters
    ----------
    curve
        as made by kaplan_meier()
    probabilities
        shares of lives that have ended, in (0, 1)
    midpoint
        where the curve runs level at a share, the middle of that stretch, not its begin

    Returns
    -------
    one row for each group and probability, in their order

    Raises
    ------
    InvalidInput
        for a probability that is not in (0, 1)

    References
    ----------
    Brookmeyer & Crowley (1982), Biometrics 38:29-41
    """

def survival_at(
    curve: SurvivalCurve,
    *,
    times: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
) -> SurvivalAt:
    """A survival curve at chosen ages.

    A curve that has come down to 0 stays there; one that has not ends with the last life that was seen.

    Parameters
    ----------
    curve
        as made by kaplan_meier()
    times
        ages, each a number >= 0

    Returns
    -------
    one row for each group and age, ages ascending

    Raises
    ------
    InvalidInput
        for an age that is not a number >= 0
    """

def restricted_mean(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    horizon: typing.SupportsFloat | typing.SupportsIndex | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    robust: bool | None = None,
    cluster: str = '',
    threads: typing.SupportsIndex = 0,
) -> RestrictedMean:
    """The mean lifetime up to a horizon: the area under the Kaplan-Meier curve.

    Nothing is extrapolated: a horizon beyond the last life that was seen is cut to it, and marked. The
    variance is the sum over ages of (area from there to the horizon)^2 x d / (n (n - d)).

    Parameters
    ----------
    lives
        as made by Lifetimes
    by
        attributes whose values make the groups
    horizon
        age up to which time counts, > given_age; by default the largest that every group reaches
    confidence
        coverage of the intervals, in (0, 1)
    given_age
        of lives that have passed this age, >= 0: the time from it on
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1, given_age is a number >= 0 and the horizon one above it; for `by`
        or `cluster` that name no attribute

    References
    ----------
    Irwin (1949), Journal of Hygiene 47:188-189; Royston & Parmar (2013), BMC Medical Research
    Methodology 13:152

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    horizon
        age up to which time counts, > given_age; by default the largest that every group reaches
    confidence
        coverage of the intervals, in (0, 1)
    given_age
        of lives that have passed this age, >= 0: the time from it on
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
        lives that were not watched from the beginning, which need the lives too
    """

def restricted_mean_difference(means: RestrictedMean) -> RestrictedMeanDifference:
    """The restricted mean of each further group less that of the first.

    Parameters
    ----------
    means
        as made by restricted_mean() with groups, all up to the same horizon

    Returns
    -------
    one row for each group but the first

    Raises
    ------
    InvalidInput
        for means without groups, or of different horizons, which do not compare
    """

def restricted_mean_time_lost(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    horizon: typing.SupportsFloat | typing.SupportsIndex | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    cluster: str = '',
    threads: typing.SupportsIndex = 0,
) -> RestrictedMeanTimeLost:
    """The mean time that each of several causes takes from a life up to a horizon: the area under its incidence.

    The times lost to all causes and the restricted mean lifetime add up to the horizon. The standard error
    sums the squares of how much each life, or cluster of lives, moves the area (the infinitesimal jackknife).
    Nothing is extrapolated: a horizon beyond the last life that was seen is cut to it, and marked.

    Parameters
    ----------
    lives
        as made by Lifetimes, with `cause`
    by
        attributes whose values make the groups
    horizon
        age up to which time counts, > 0; by default the largest that every group reaches
    confidence
        coverage of the intervals, in (0, 1)
    cluster
        attribute of lives that are not independent
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group and cause

    Raises
    ------
    InvalidInput
        unless 0 < confidence < 1 and the horizon is a number above 0; for `by` or `cluster` that
        name no attribute

    References
    ----------
    Andersen (2013), Statistics in Medicine 32:5278-5285

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    horizon
        age up to which time counts, > 0; by default the largest that every group reaches
    confidence
        coverage of the intervals, in (0, 1)
    cluster
        attribute of lives that are not independent
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `cluster`, which only lives can tell; for lives that were not watched
        from the beginning, whose standard errors need the lives too
    """

def log_rank(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    strata: collections.abc.Iterable[str] = [],
    rank_weight: RankWeight | typing.Literal['log_rank', 'gehan', 'tarone_ware', 'peto', 'fleming_harrington'] | str = 'log_rank',
    rho: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    gamma: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    scores: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    threads: typing.SupportsIndex = 0,
) -> LogRank:
    """Tests whether groups have one and the same hazard at every age.

    At each age the ends of a group are compared with its share of those at risk; the sums of the differences
    are judged by their hypergeometric covariance. With strata only lives of one stratum are compared. Lives
    with a delayed entry count from it on. Groups that nobody could be compared with add no degree of freedom.

    Parameters
    ----------
    lives
        as made by Lifetimes
    by
        attributes whose values make the groups
    strata
        attributes within whose values groups are compared
    rank_weight
        how much an age counts
    rho
        of fleming_harrington, >= 0: above 0, early ages count for more
    gamma
        of fleming_harrington, >= 0: above 0, late ages count for more
    scores
        of the groups in order: tests for a trend along them
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the test, and a row for each group

    Raises
    ------
    InvalidInput
        without `by`, or for names of no attribute; unless rho and gamma are numbers >= 0; for as
        many scores as there are no groups; for weights that are not cases

    References
    ----------
    Mantel (1966), Cancer Chemotherapy Reports 50:163-170; Fleming & Harrington (1991), Counting
    Processes and Survival Analysis, ch. 7; Klein & Moeschberger (2003), Survival Analysis, sec. 7.3-7.5

    The same of a state, whose groups and strata are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    strata
        attributes within whose values groups are compared
    rank_weight
        how much an age counts
    rho
        of fleming_harrington, >= 0: above 0, early ages count for more
    gamma
        of fleming_harrington, >= 0: above 0, late ages count for more
    scores
        of the groups in order: tests for a trend along them
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `strata`, which only lives can tell
    """

def pairwise_log_rank(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    strata: collections.abc.Iterable[str] = [],
    rank_weight: RankWeight | typing.Literal['log_rank', 'gehan', 'tarone_ware', 'peto', 'fleming_harrington'] | str = 'log_rank',
    rho: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    gamma: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    adjustment: PValueAdjustment | typing.Literal['none', 'holm', 'benjamini_hochberg'] | str = 'holm',
    threads: typing.SupportsIndex = 0,
) -> PairwiseLogRank:
    """Rank tests of each two groups, by their lives alone, as log_rank() tests them.

    Parameters
    ----------
    lives
        as made by Lifetimes
    by
        attributes whose values make the groups
    strata
        attributes within whose values groups are compared
    rank_weight
        how much an age counts
    rho
        of fleming_harrington, >= 0: above 0, early ages count for more
    gamma
        of fleming_harrington, >= 0: above 0, late ages count for more
    adjustment
        for the number of pairs
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    a row for each pair

    Raises
    ------
    InvalidInput
        as log_rank()

    References
    ----------
    Holm (1979), Scandinavian Journal of Statistics 6:65-70; Benjamini & Hochberg (1995), Journal of the
    Royal Statistical Society B 57:289-300

    The same of a state, whose groups and strata are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    strata
        attributes within whose values groups are compared
    rank_weight
        how much an age counts
    rho
        of fleming_harrington, >= 0: above 0, early ages count for more
    gamma
        of fleming_harrington, >= 0: above 0, late ages count for more
    adjustment
        for the number of pairs
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as log_rank(); for `by` and `strata`, which only lives can tell
    """

def gray_test(
    lives: Lifetimes | LifeTable,
    *,
    cause: str,
    by: collections.abc.Iterable[str] = [],
    strata: collections.abc.Iterable[str] = [],
    rho: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    threads: typing.SupportsIndex = 0,
) -> GrayTest:
    """Tests whether groups have one and the same incidence of a cause at every age, where other causes compete.

    A log-rank test of the cause alone would ask about its hazard while others spare a life. Here lives that
    other causes have ended stay among those that might have ended by this one: at each age, n lives at risk
    count as n (1 - incidence) / survival, both of their group just before. Sums of observed - expected ends
    are judged by their covariance under one incidence, without which hazards of other causes need not be
    alike. With strata only lives of one stratum are compared.

    Parameters
    ----------
    lives
        as made by Lifetimes
    cause
        the cause whose incidence is compared; others compete with it
    by
        attributes whose values make the groups
    strata
        attributes within whose values groups are compared
    rho
        ages count by (1 - incidence)^rho: above 0, early ages count for more
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the test, and a row for each group

    Raises
    ------
    InvalidInput
        without `by`, for names of no attribute or no cause; unless rho is a finite number; for
        weights that are not cases, and for lives with a delayed entry

    References
    ----------
    Gray (1988), Annals of Statistics 16:1141-1154

    The same of a state, whose groups and strata are its own.

    Parameters
    ----------
    table
    cause
        the cause whose incidence is compared; others compete with it
    by
        attributes whose values make the groups
    strata
        attributes within whose values groups are compared
    rho
        ages count by (1 - incidence)^rho: above 0, early ages count for more
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `strata`, which only lives can tell
    """

def cox(
    lives: Lifetimes,
    *,
    covariates: collections.abc.Iterable[str],
    strata: collections.abc.Iterable[str] = [],
    cluster: str = '',
    offset: str = '',
    ties: CoxTies | typing.Literal['efron', 'breslow', 'exact'] | str = 'efron',
    penalty: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    penalty_factors: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    standardize: bool = True,
    robust: bool | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 50,
    threads: typing.SupportsIndex = 0,
) -> CoxModel:
    """Proportional hazards: how much covariates multiply the hazard, whatever it is, at every age.

    Texts are covariates by their levels, each against the first in order; missing values leave the row out. A
    covariate that is constant, or that others tell, has no coefficient; one that tells who ends has none that
    is finite, and is reported (findings). Age enters by its order alone. With a penalty all but constants
    have one; standard errors then come from the curvature of the penalized likelihood, robust
    ones from how much each life moves where it is largest.

    Parameters
    ----------
    lives
        as made by Lifetimes; a life whose covariates change is several stretches of it
    covariates
        attributes: numbers, flags, or texts by their levels
    strata
        attributes within whose values hazards are compared
    cluster
        attribute of lives that are not independent; implies robust
    offset
        attribute that is added to the linear predictor as it is
    ties
        how ties share the likelihood
    penalty
        ridge: the log-likelihood less penalty / 2 x sum of squared coefficients is largest, >= 0
    penalty_factors
        of each of `covariates`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default
    standardize
        whether coefficients are penalized per standard deviation (weighted, of the rows used) or
        per unit of their covariates
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    confidence
        coverage of the intervals, in (0, 1)
    tolerance
        relative change of the log-likelihood at which to stop, > 0
    max_iterations
        Newton steps, >= 1
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the coefficients, and tests of all of them

    Raises
    ------
    InvalidInput
        for names of no attribute, covariates that are no numbers, flags or texts, infinite values,
        no lives or none that ended; unless penalty >= 0, each of penalty_factors likewise, 0 <
        confidence < 1, tolerance > 0 and max_iterations >= 1
    NotConverged
        when max_iterations steps do not suffice

    References
    ----------
    Cox (1972), Journal of the Royal Statistical Society B 34:187-220; Efron (1977), JASA 72:557-565;
    Lin & Wei (1989), JASA 84:1074-1078; Gray (1992), JASA 87:942-951; Therneau & Grambsch (2000),
    Modeling Survival Data, ch. 3, 5 and 7
    """

def cox_path(
    lives: Lifetimes,
    *,
    covariates: collections.abc.Iterable[str],
    strata: collections.abc.Iterable[str] = [],
    offset: str = '',
    ties: CoxTies | typing.Literal['efron', 'breslow', 'exact'] | str = 'efron',
    l1_ratio: typing.SupportsFloat | typing.SupportsIndex = 1.0,
    penalties: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    count: typing.SupportsIndex = 100,
    ratio: typing.SupportsFloat | typing.SupportsIndex | None = None,
    penalty_factors: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    standardize: bool = True,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 100,
    threads: typing.SupportsIndex = 0,
) -> CoxPath:
    """Proportional hazards of few covariates among many: the elastic net, from the penalty that lets none in
    down.

    Coefficients are those at which - log-likelihood / W + penalty x the sum of factor x (l1_ratio |b| +
    (1 - l1_ratio) b^2 / 2) is least: W is the sum of the weights of the rows used (their number without), b a
    coefficient per standard deviation of its covariate, or per unit. Factors are taken as they are. A
    sequence that was not given ends early where more than 0.999 of the deviance is explained. There are no
    standard errors: coefficients that were chosen by the same data are not near normal, and errors that
    overlook the choice would be too small.

    Parameters
    ----------
    lives
        as made by Lifetimes; a life whose covariates change is several stretches of it
    covariates
        attributes: numbers, flags, or texts by their levels
    strata
        attributes within whose values hazards are compared
    offset
        attribute that is added to the linear predictor as it is
    ties
        how ties share the likelihood: efron or breslow
    l1_ratio
        share of the penalty that is of sizes, not of squares, in (0, 1]
    penalties
        > 0, in any order; empty for a sequence from the smallest at which all coefficients are 0
        down
    count
        of penalties in that sequence, evenly spaced in logarithms, >= 1
    ratio
        of its last to its first, in (0, 1); by default 1e-4, or 1e-2 where covariates are more than
        rows
    penalty_factors
        of each of `covariates`: its penalty is multiplied by it, >= 0; 0 for none, 1 by default
    standardize
        whether coefficients are penalized per standard deviation (weighted, of the rows used) or
        per unit of their covariates
    tolerance
        slope that may be left of the objective, for each end and standard deviation, in (0, 1)
    max_iterations
        steps at each penalty, >= 1
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the coefficients at each penalty, with their likelihood

    Raises
    ------
    InvalidInput
        for names of no attribute, covariates that are no numbers, flags or texts, infinite values,
        no lives or none that ended, exact ties; unless 0 < l1_ratio <= 1, penalties > 0,
        penalty_factors >= 0, 0 < ratio < 1, 0 < tolerance < 1, count and max_iterations >= 1
    NotConverged
        when max_iterations steps do not suffice, or a covariate without a penalty tells who ends
        before whom

    References
    ----------
    Simon, Friedman, Hastie & Tibshirani (2011), Journal of Statistical Software 39(5):1-13; Tibshirani
    et al. (2012), Journal of the Royal Statistical Society B 74:245-266
    """

def baseline_hazard(model: CoxModel, *, centered: bool = True) -> BaselineHazard:
    """The baseline hazard of a proportional hazards model, with the ties that it was fitted with (exact: those
    of Breslow). An offset counts as 0.

    Parameters
    ----------
    model
        as made by cox()
    centered
        of a life whose covariates are the means of those that were used; otherwise of one whose
        covariates are 0, and levels those of reference

    Returns
    -------
    one row for each stratum and age at which a life of it ends

    Raises
    ------
    InvalidInput
        for a model that cox() did not make

    References
    ----------
    Breslow (1974), Biometrics 30:89-99; Tsiatis (1981), Annals of Statistics 9:93-108; Therneau &
    Grambsch (2000), Modeling Survival Data, ch. 10
    """

def predict_cox(
    model: CoxModel,
    attributes: typing.Any,
    *,
    ages: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    ahead: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    given: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
) -> CoxPrediction:
    """How likely lives are to pass ages, by a proportional hazards model: new ones, or those that have already
    passed an age.

    The standard error has two parts: how sure the baseline hazard is, and how sure the coefficients are. A
    life in which a covariate, the stratum, the offset or its age is missing has NaN.

    Parameters
    ----------
    model
        as made by cox()
    attributes
        one row for each life: the model's covariates, strata and offset, by their names
    ages
        at which survival is told, >= 0; by default all at which lives ended
    ahead
        instead of `ages`: so long after the given age, >= 0
    given_age
        of lives that have passed this age, >= 0
    given
        attribute that holds the age that each life has passed, instead
    confidence
        coverage of the intervals, in (0, 1)
    scale
        on which these are symmetric

    Returns
    -------
    one row for each life and age

    Raises
    ------
    InvalidInput
        for a model that cox() did not make, attributes that are not there, infinite values, texts
        that are no level or stratum of it; for ages that are no numbers >= 0, `ages` and `ahead`,
        or `given_age` and `given`, together; unless 0 < confidence < 1

    References
    ----------
    Tsiatis (1981), Annals of Statistics 9:93-108; Therneau & Grambsch (2000), Modeling Survival Data,
    ch. 10
    """

def cox_risk(
    model: CoxModel,
    attributes: typing.Any,
    *,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> CoxRisk:
    """The risk of lives by a proportional hazards model, relative to the means of the covariates: whom to look
    after first, and the score that concordance() judges.

    Parameters
    ----------
    model
        as made by cox()
    attributes
        one row for each life: the model's covariates, strata and offset, by their names
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each life

    Raises
    ------
    InvalidInput
        for a model that cox() did not make, attributes that are not there, infinite values, texts
        that are no level or stratum of it; unless 0 < confidence < 1

    References
    ----------
    Therneau & Grambsch (2000), Modeling Survival Data, ch. 3
    """

def cox_residuals(
    lives: Lifetimes,
    model: CoxModel,
    *,
    kind: CoxResidualKind | typing.Literal['martingale', 'deviance', 'score', 'schoenfeld', 'scaled_schoenfeld', 'dfbeta', 'dfbetas'] | str = 'martingale',
    threads: typing.SupportsIndex = 0,
) -> CoxResiduals:
    """How single lives differ from what a proportional hazards model expects of them.

    Residuals of score, Schoenfeld, martingale and deviance are of a life as such; dfbeta and dfbetas are of
    it with its weight. Of a model with exact ties they are those of Breslow's.

    Parameters
    ----------
    lives
        those that the model was made of
    model
        as made by cox()
    kind
        what is told
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each life, and covariate where the kind has one for each

    Raises
    ------
    InvalidInput
        for a model that cox() did not make, and lives that miss its attributes

    References
    ----------
    Therneau, Grambsch & Fleming (1990), Biometrika 77:147-160; Schoenfeld (1982), Biometrika
    69:239-241; Grambsch & Therneau (1994), Biometrika 81:515-526; Cain & Lange (1984), Biometrics
    40:493-499
    """

def proportional_hazards_test(
    lives: Lifetimes,
    model: CoxModel,
    *,
    transform: AgeTransform | typing.Literal['kaplan_meier', 'rank', 'identity', 'log'] | str = 'kaplan_meier',
    threads: typing.SupportsIndex = 0,
) -> ProportionalHazardsTest:
    """Whether coefficients stay the same at every age: the score test against a coefficient that drifts with
    a transform of age. R calls it cox.zph.

    Parameters
    ----------
    lives
        those that the model was made of
    model
        as made by cox(); exact ties count as Breslow's
    transform
        of age
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    a row for each covariate, and one for all

    Raises
    ------
    InvalidInput
        for a model that cox() did not make, or with a penalty, lives that miss its attributes, and
        log of an age of 0 at which a life ended

    References
    ----------
    Grambsch & Therneau (1994), Biometrika 81:515-526
    """

def fine_gray(
    lives: Lifetimes,
    *,
    cause: str,
    covariates: collections.abc.Iterable[str],
    strata: collections.abc.Iterable[str] = [],
    cluster: str = '',
    ties: CoxTies | typing.Literal['efron', 'breslow', 'exact'] | str = 'efron',
    chances: WatchingChance | typing.Literal['estimated', 'known'] | str = 'estimated',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 50,
    threads: typing.SupportsIndex = 0,
) -> FineGrayModel:
    """How much covariates move the incidence of one cause, where others compete: proportional hazards of the
    subdistribution.

    Who ends by another cause will never end by this one, and stays at risk of it: at each later age with the
    chance to be still watched at it, relative to when it ended, so that those who were last seen are stood
    for. A delayed entry counts likewise, by the chance to have entered. These chances are estimated in each
    stratum by itself, from all of its lives that are used, with their weights. Ratios above 1 mean more ends
    by the cause, be it directly or because fewer end by others.

    Each row is a life, with covariates of its first day: they cannot change along a life that has ended by
    another cause.

    Parameters
    ----------
    lives
        as made by Lifetimes, with `cause`
    cause
        the cause whose incidence is told; others compete with it
    covariates
        attributes: numbers, flags, or texts by their levels
    strata
        attributes within whose values hazards are compared
    cluster
        attribute of lives that are not independent
    ties
        how ties share the likelihood: efron or breslow
    chances
        what standard errors make of the weights
    confidence
        coverage of the intervals, in (0, 1)
    tolerance
        relative change of the log-likelihood at which to stop, > 0
    max_iterations
        Newton steps, >= 1
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the coefficients, and tests of all of them

    Raises
    ------
    InvalidInput
        for a cause that no life has; for names of no attribute, covariates that are no numbers,
        flags or texts, infinite values, no lives; for exact ties; for stretches of one account that
        follow each other; where nobody is left to tell how many had entered before; unless 0 <
        confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
    NotConverged
        when max_iterations steps do not suffice

    References
    ----------
    Fine & Gray (1999), JASA 94:496-509; Geskus (2011), Biometrics 67:39-49; Zhang, Zhang & Fine (2011),
    Statistics in Medicine 30:1933-1951
    """

def predict_fine_gray(
    model: FineGrayModel,
    attributes: typing.Any,
    *,
    ages: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
) -> FineGrayPrediction:
    """How likely new lives are to end by the cause of a model by ages, where others compete.

    The standard error is that of what each life moves the baseline and the coefficients by together, and the
    chances to be watched where the model takes them as estimated. A life in which a covariate or the stratum
    is missing has NaN. Incidences of several causes, each by a model of its own, may add up to more than 1.

    Parameters
    ----------
    model
        as made by fine_gray()
    attributes
        one row for each life: the model's covariates and strata, by their names
    ages
        at which the incidence is told, >= 0; by default all at which lives ended by the cause
    confidence
        coverage of the intervals, in (0, 1)
    scale
        on which these are symmetric

    Returns
    -------
    one row for each life and age

    Raises
    ------
    InvalidInput
        for a model that fine_gray() did not make, attributes that are not there, infinite values,
        texts that are no level or stratum of it; for ages that are no numbers >= 0; unless 0 <
        confidence < 1

    References
    ----------
    Fine & Gray (1999), JASA 94:496-509, sec. 3.3
    """

def parametric(
    lives: Lifetimes,
    *,
    covariates: collections.abc.Iterable[str] = [],
    distribution: LifetimeDistribution | typing.Literal['exponential', 'weibull', 'lognormal', 'loglogistic', 'generalized_gamma', 'piecewise_exponential'] | str = 'weibull',
    breaks: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    cure: bool = False,
    cure_covariates: collections.abc.Iterable[str] = [],
    ended_by: str = '',
    cluster: str = '',
    robust: bool | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 50,
    threads: typing.SupportsIndex = 0,
) -> ParametricModel:
    """Lifetimes of a known distribution, and what makes them longer or shorter: unlike a curve that is only
    drawn from what was seen, it goes on beyond.

    Texts are covariates by their levels, each against the first in order; missing values leave the row out. A
    life that entered late counts from then on. Standard errors come from the observed information; the
    likelihood is that of ages, not of their logarithms. Piecewise intervals include their ends.

    Parameters
    ----------
    lives
        as made by Lifetimes
    covariates
        attributes: numbers, flags, or texts by their levels
    distribution
        of lifetimes
    breaks
        ages at which the hazard of piecewise_exponential changes, ascending
    cure
        whether a share of lives, the cured, never ends
    cure_covariates
        attributes that this share depends on
    ended_by
        attribute: the age by which a life has ended of which it is only known that it had not at
        its duration (interval-censored); otherwise null
    cluster
        attribute of lives that are not independent; implies robust
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    confidence
        coverage of the intervals, in (0, 1)
    tolerance
        relative change of the log-likelihood at which to stop, in (0, 1)
    max_iterations
        Newton steps, >= 1
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the parameters, and how well they fit

    Raises
    ------
    InvalidInput
        for names of no attribute, covariates that are no numbers, flags or texts, infinite values;
        for no lives, none that ended, or one that ended at age 0, unless piecewise_exponential; for
        `breaks` that are no ascending ages above 0, or that the distribution does not have,
        likewise `cure`; for an age of `ended_by` that is not above the duration; unless 0 <
        confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
    NotConverged
        when max_iterations steps do not suffice, or the likelihood has no maximum

    References
    ----------
    Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., ch. 2 and 3;
    Prentice (1974), Biometrika 61:539-544; Farewell (1982), Biometrics 38:1041-1046
    """

def predict_parametric(
    model: ParametricModel,
    attributes: typing.Any = None,
    *,
    ages: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    ahead: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    given: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
) -> ParametricPrediction:
    """How likely lives are to pass ages, by a model of their distribution, also beyond what was ever seen: new
    lives, or those that have already passed an age.

    Standard errors are those of the parameters, by the delta method. A life in which a covariate or its age
    is missing has NaN, as has piecewise_exponential beyond a break after which no life was watched.

    Parameters
    ----------
    model
        as made by parametric()
    attributes
        one row for each life: the model's covariates, by their names; a model without any tells of
        one life
    ages
        at which survival is told, >= 0; by default all at which lives ended
    ahead
        instead of `ages`: so long after the given age, >= 0
    given_age
        of lives that have passed this age, >= 0
    given
        attribute that holds the age that each life has passed, instead
    confidence
        coverage of the intervals, in (0, 1)
    scale
        on which these are symmetric

    Returns
    -------
    one row for each life and age

    Raises
    ------
    InvalidInput
        for a model that parametric() did not make, attributes that are not there, infinite values,
        texts that are no level of it; for ages that are no numbers >= 0, `ages` and `ahead`, or
        `given_age` and `given`, together; unless 0 < confidence < 1

    References
    ----------
    Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, 2nd ed., ch. 3
    """

def parametric_quantile(
    model: ParametricModel,
    attributes: typing.Any = None,
    *,
    probabilities: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.25, 0.5, 0.75],
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    given: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> ParametricQuantiles:
    """The ages by which shares of lives have ended, the median among them, by a model of their distribution.

    Standard errors are those of the parameters, by the delta method. A life in which a covariate or its age
    is missing has NaN; so has a share that never ends, for a cure or because the last hazard is 0.

    Parameters
    ----------
    model
        as made by parametric()
    attributes
        one row for each life, as predict_parametric() reads them
    probabilities
        shares of lives that have ended, in (0, 1)
    given_age
        of lives that have passed this age, >= 0
    given
        attribute that holds the age that each life has passed, instead
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each life and probability

    Raises
    ------
    InvalidInput
        for a probability that is not in (0, 1), and as predict_parametric() does

    References
    ----------
    Meeker & Escobar (1998), Statistical Methods for Reliability Data, ch. 8
    """

def parametric_mean(
    model: ParametricModel,
    attributes: typing.Any = None,
    *,
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    given: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> ParametricMeans:
    """The mean time that lives last, or that is still before them, by a model of their distribution: the whole
    area under its survival curve. `beyond` tells how much of it was never seen.

    The mean is infinite where some are cured, where the last hazard of piecewise_exponential is 0, for a
    scale of loglogistic that is not below 1, and for a negative shape of generalized_gamma that is not above
    -1 / scale; then it is NaN, as it is for a life in which a covariate or its age is missing. Standard
    errors are those of the parameters, by the delta method.

    Parameters
    ----------
    model
        as made by parametric()
    attributes
        one row for each life, as predict_parametric() reads them
    given_age
        of lives that have passed this age, >= 0: the time from it on
    given
        attribute that holds the age that each life has passed, instead
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each life

    Raises
    ------
    InvalidInput
        as predict_parametric() does

    References
    ----------
    Meeker & Escobar (1998), Statistical Methods for Reliability Data, ch. 4 and 8
    """

def concordance(
    lives: Lifetimes,
    *,
    score: str,
    strata: collections.abc.Iterable[str] = [],
    cluster: str = '',
    pair_weight: PairWeight | typing.Literal['harrell', 'uno', 'survival', 'schemper', 'information'] | str = 'harrell',
    horizon: typing.SupportsFloat | typing.SupportsIndex | None = None,
    higher_ends_earlier: bool = True,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> Concordance:
    """Concordance of a score with lifetimes: of the pairs in which one life ends while the other is at risk, the
    share in which the one that ends has the higher score.

    A life that is last seen at the age at which another ends outlives it. Work grows with n log n. The
    standard error takes the weights by age as given.

    Parameters
    ----------
    lives
        as made by Lifetimes; also stretches of lives
    score
        attribute that holds the scores: numbers, of which the order matters
    strata
        attributes within whose values lives are compared
    cluster
        attribute of lives that are not independent
    pair_weight
        how much pairs count
    horizon
        ends after this age count as not seen
    higher_ends_earlier
        as hazards have it; false for a predicted lifetime or survival
    confidence
        coverage of the interval, in (0, 1)

    Returns
    -------
    one row

    Raises
    ------
    InvalidInput
        for names of no attribute, scores that are no numbers or infinite, a horizon that is no age,
        weights uno and schemper of lives with a delayed entry; unless 0 < confidence < 1

    References
    ----------
    Harrell, Califf, Pryor, Lee & Rosati (1982), JAMA 247:2543-2546; Uno, Cai, Pencina, D'Agostino & Wei
    (2011), Statistics in Medicine 30:1105-1117; Therneau & Watson (2017), Mayo Clinic report 85
    """

def brier(
    lives: Lifetimes,
    *,
    ages: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
    survival: collections.abc.Iterable[str],
    censoring: CensoringLimit | typing.Literal['before_age', 'at_age'] | str = 'before_age',
    cluster: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> BrierScore:
    """The Brier score: how far predicted survival is from 1 for lives that pass an age, and from 0 for those
    that end by it.

    Lives that are last seen before are made up for by the others, each of which counts 1 / G times, G being
    the chance to be still watched when it ended or passed the age (Kaplan-Meier of censoring). The standard
    error is the infinitesimal jackknife's: of each life, or cluster, it takes how much the score moves with
    its weight, through G too.

    Parameters
    ----------
    lives
        as made by Lifetimes, watched from the beginning
    ages
        at which survival was predicted, >= 0, ascending
    survival
        attributes that hold it, one for each age: numbers in [0, 1]
    censoring
        how lives that are last seen are made up for
    cluster
        attribute of lives that are not independent
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each age, and the mean over the ages

    Raises
    ------
    InvalidInput
        for ages that are not ascending numbers >= 0, more or fewer attributes than ages, names of
        no attribute, predictions that are no numbers in [0, 1], lives with a delayed entry; unless
        0 < confidence < 1

    References
    ----------
    Graf, Schmoor, Sauerbrei & Schumacher (1999), Statistics in Medicine 18:2529-2545
    """

def time_dependent_auc(
    lives: Lifetimes,
    *,
    ages: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
    score: str = '',
    scores: collections.abc.Iterable[str] = [],
    higher_ends_earlier: bool = True,
    censoring: CensoringLimit | typing.Literal['before_age', 'at_age'] | str = 'before_age',
    cluster: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> TimeDependentAuc:
    """The area under the ROC curve by age: cumulative, of lives that end by an age, and dynamic, against those
    that pass it.

    Lives that are last seen before are made up for by the others, each of which counts 1 / G times, G being
    the chance to be still watched when it ended or passed the age (Kaplan-Meier of censoring). Standard
    errors are the infinitesimal jackknife's: of each life, or cluster, they take how much the area moves with
    its weight, through G too.

    Parameters
    ----------
    lives
        as made by Lifetimes, watched from the beginning
    ages
        by which lives end or not, >= 0, ascending
    score
        attribute that holds the scores
    scores
        instead of `score`: attributes, one for each age
    higher_ends_earlier
        as hazards have it; false for a predicted lifetime or survival
    censoring
        how lives that are last seen are made up for
    cluster
        attribute of lives that are not independent
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each age, and the mean over the ages

    Raises
    ------
    InvalidInput
        for ages that are not ascending numbers >= 0, `score` and `scores` together or neither, not
        as many scores as ages, names of no attribute, scores that are no numbers, lives with a
        delayed entry; unless 0 < confidence < 1

    References
    ----------
    Uno, Cai, Tian & Wei (2007), JASA 102:527-537; Hung & Chiang (2010), Canadian Journal of Statistics
    38:8-26; Blanche, Dartigues & Jacqmin-Gadda (2013), Statistics in Medicine 32:5381-5397; Lambert &
    Chevret (2016), Statistical Methods in Medical Research 25:2088-2102
    """

def survival_calibration(
    lives: Lifetimes,
    *,
    age: typing.SupportsFloat | typing.SupportsIndex,
    survival: str,
    bins: typing.SupportsIndex = 10,
    cluster: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
) -> SurvivalCalibration:
    """Whether as many lives pass an age as was predicted, of those of low predictions and of those of high ones.

    Lives are put in order of their predictions and cut into bins of equal weight; those with the same
    prediction stay together, so that bins may be fewer.

    Parameters
    ----------
    lives
        as made by Lifetimes, watched from the beginning
    age
        at which survival was predicted, > 0
    survival
        attribute that holds it: numbers in [0, 1]
    bins
        groups of about as many lives, by what was predicted; 1 or more
    cluster
        attribute of lives that are not independent
    confidence
        coverage of the intervals, in (0, 1)
    scale
        on which those of observed survival are symmetric

    Returns
    -------
    one row for each bin with lives, and calibration in the large

    Raises
    ------
    InvalidInput
        for an age that is not a number > 0, a name of no attribute, predictions that are no numbers
        in [0, 1], bins below 1, lives with a delayed entry; unless 0 < confidence < 1

    References
    ----------
    Royston & Altman (2013), BMC Medical Research Methodology 13:33; Crowson, Atkinson & Therneau
    (2016), Statistical Methods in Medical Research 25:1692-1706
    """

def conditional_survival(
    lives: Lifetimes | LifeTable,
    customers: typing.Any,
    *,
    ahead: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
    given: str = 'age',
    weight: str = '',
    bands: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    by: collections.abc.Iterable[str] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    scale: ConfidenceScale | typing.Literal['plain', 'log', 'log_log', 'logit', 'arcsin'] | str = 'log_log',
    robust: bool | None = None,
    cluster: str = '',
    threads: typing.SupportsIndex = 0,
) -> ConditionalSurvival:
    """The chance that customers who have come to an age stay so much longer: S(age + ahead) / S(age), of the
    Kaplan-Meier curve.

    Each customer's chance is that of its own age; that of a band is their mean, by weight. The standard error
    counts that all of these are read from one curve; by how much chance makes the outcome differ from what is
    expected, it does not say. Nothing is extrapolated: customers whose time ahead reaches beyond the last
    life that was seen are counted as unknown, and in nothing else.

    Parameters
    ----------
    lives
        as made by Lifetimes
    customers
        one row for each customer of today: its age, its groups, its weight
    ahead
        how much longer a customer is to stay, > 0
    given
        attribute of customers that holds the age that each has passed
    weight
        attribute of customers: what each counts for, >= 0; 1 by default
    bands
        ages, ascending, at which bands of customers begin; by default each age is one of its own
    by
        attributes, of lives and of customers, that make the groups
    confidence
        coverage of the intervals, in (0, 1)
    scale
        on which these are symmetric
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group, band and time ahead, all ascending, that has customers

    Raises
    ------
    InvalidInput
        for attributes that are not there; for ages that are no numbers >= 0, or below the first
        band; for bands that do not ascend; for a time ahead that is no number > 0, a weight that is
        none >= 0; for a group that no life is in; unless 0 < confidence < 1

    References
    ----------
    Zabor, Gonen, Chapman & Panageas (2013), Cancer 119:3589-3592

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    customers
    ahead
        how much longer a customer is to stay, > 0
    given
        attribute of customers that holds the age that each has passed
    weight
        attribute of customers: what each counts for, >= 0; 1 by default
    bands
        ages, ascending, at which bands of customers begin; by default each age is one of its own
    by
        attributes, of lives and of customers, that make the groups
    confidence
        coverage of the intervals, in (0, 1)
    scale
        on which these are symmetric
    robust
        standard errors by how much each life matters; by default for weights that are not cases,
        and clusters
    cluster
        attribute of lives that are not independent; implies robust
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by` and `cluster`, which only lives can tell; for robust standard errors of
        lives that were not watched from the beginning, which need the lives too
    """

def shifted_beta_geometric(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    threads: typing.SupportsIndex = 0,
) -> RenewalModel:
    """The shifted beta-geometric model of contracts that are renewed, by the largest likelihood. Retention rises
    with age because those who are quick to leave have left, with no one changing.

    Durations are numbers of periods: a life that ended at t did not renew for the t-th time, one that was
    last seen at t has renewed t times. Cohorts of any ages go in together; counts of a cohort table are
    weights.

    Parameters
    ----------
    lives
        as made by Lifetimes, of whole durations; one that ended lasted 1 at least
    by
        attributes whose values make the groups
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group

    Raises
    ------
    InvalidInput
        for durations or entries that are not whole, or above 1,000,000, an end at 0, and `by` that
        names no attribute
    NotConverged
        when no largest likelihood is found

    References
    ----------
    Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by`, which only lives can tell
    """

def beta_discrete_weibull(
    lives: Lifetimes | LifeTable,
    *,
    by: collections.abc.Iterable[str] = [],
    threads: typing.SupportsIndex = 0,
) -> RenewalModel:
    """The beta-discrete-Weibull model of contracts that are renewed, by the largest likelihood: the shifted
    beta-geometric model whose customers change. With a shape above 1 each one's churn rises with age, below 1
    it falls; that of all falls with age even so, since those who are quick to leave have left.

    Durations are numbers of periods, as in shifted_beta_geometric(). Three parameters take three renewals at
    least, and often more than a few hundred lives.

    Parameters
    ----------
    lives
        as made by Lifetimes, of whole durations; one that ended lasted 1 at least
    by
        attributes whose values make the groups
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each group

    Raises
    ------
    InvalidInput
        for durations or entries that are not whole, or above 1,000,000, an end at 0, and `by` that
        names no attribute
    NotConverged
        when no largest likelihood is found

    References
    ----------
    Fader, Hardie, Liu, Davin & Steenburgh (2018), Journal of Interactive Marketing 43:1-16

    The same of a state, whose groups are its own.

    Parameters
    ----------
    table
    by
        attributes whose values make the groups
    threads
        at most so many; 0 for all of the machine's

    Raises
    ------
    InvalidInput
        as above; for `by`, which only lives can tell
    """

def renewal_projection(
    model: RenewalModel,
    *,
    periods: typing.SupportsIndex = 12,
    given_age: typing.SupportsIndex = 0,
) -> RenewalProjection:
    """How customers of a renewal model will renew.

    Parameters
    ----------
    model
        as made by shifted_beta_geometric() or beta_discrete_weibull()
    periods
        how far, >= 1
    given_age
        of customers that have renewed so often, >= 0

    Returns
    -------
    one row for each group and period; NaN for a group without alpha

    Raises
    ------
    InvalidInput
        unless 1 <= periods <= 1,000,000 and 0 <= given_age <= 1,000,000

    References
    ----------
    Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90, equations 5 to 8
    """

def discounted_lifetime(
    model: RenewalModel,
    *,
    discount: typing.SupportsFloat | typing.SupportsIndex,
    timing: PaymentTiming | typing.Literal['new_customer', 'before_renewal', 'after_renewal'] | str = 'new_customer',
    renewals: typing.SupportsIndex = 0,
) -> DiscountedLifetime:
    """The discounted expected lifetime (DEL), or residual lifetime (DERL), of customers of a renewal model.
    `beyond` tells how much of it was never seen: it is the model's.

    Parameters
    ----------
    model
        as made by shifted_beta_geometric() or beta_discrete_weibull()
    discount
        per period, >= 0
    timing
        whose payments
    renewals
        so often it has renewed; 0 for a new customer

    Returns
    -------
    one row for each group

    Raises
    ------
    InvalidInput
        unless the discount is a number >= 0 and 0 <= renewals <= 1,000,000; for a new customer with
        renewals

    References
    ----------
    Fader & Hardie (2010), Marketing Science 29:85-93, equations 4 to 8
    """

def study_audit(
    lives: Lifetimes,
    *,
    attested: collections.abc.Iterable[str] = [],
    horizon: typing.SupportsFloat | typing.SupportsIndex | None = None,
    by: collections.abc.Iterable[str] = [],
    covariates: collections.abc.Iterable[str] = [],
    created: str = '',
    status: str = '',
    ended_statuses: collections.abc.Iterable[str] = [],
    active_statuses: collections.abc.Iterable[str] = [],
    censored_statuses: collections.abc.Iterable[str] = [],
    excluded_statuses: collections.abc.Iterable[str] = [],
    significance: typing.SupportsFloat | typing.SupportsIndex = 0.0001,
    first_day_share: typing.SupportsFloat | typing.SupportsIndex = 0.05,
    spell_share: typing.SupportsFloat | typing.SupportsIndex = 0.05,
) -> StudyAudit:
    """Whether lives were gathered so that curves and models of them can be trusted: a wrong study design cannot
    be made up for by an estimator. Each row counts once, whatever it weighs.

    - `delayed_entry_ignored`: before the first end on the calendar, ends were to be expected by the hazards
      of ages (p = (1 - expected / ends)^ends), and from when one was due it took thrice the longest pause
      since. Who left before is missing: tell `entry`.
    - `origin_is_window_start`: first_day_share of lives, 5 at least, begin on one day, thrice as many as on
      any other, and at most 1% before it: the day of a migration, not the origin. With `created`, only lives
      count whose account is more than 31 days older.
    - `status_not_mapped`: a status is in no list, or the table of lives has another outcome than its list.
    - `informative_censoring`: lives were last seen before the last day that is known; without days, lives
      whose status is in `censored_statuses`. Censoring supposes that they would have gone on as others do.
    - `immortal_time`: no life with some value of a covariate ended, or was last seen, before an age by which
      others did (exact chance that none of those who ended had it, were its hazard a quarter of that of
      others, times the number of values). A value that takes an age to reach looks as if it made lives long.
      One that may come at any age is not told from one that protects.
    - `horizon_beyond_support`: a group was not seen up to the horizon.
    - `many_spells`: accounts have several lives; stretches (entry, duration] in a row are one.
    - `ends_on_last_day`: the last day with ends has 5 at least, twice as many as any other, and more than the
      hazards of ages let expect since the day with ends before (binomial). So it is where an export closes
      what is open.

    Delayed entries, first days and last days need lives that are told by `origin` and `end`.

    Parameters
    ----------
    lives
        as made by Lifetimes
    attested
        codes of checks whose findings are known to be in order
    horizon
        age up to which means or values are to be told, > 0
    by
        attributes whose values make the groups that are to reach it
    covariates
        attributes to check for immortal time; by default all texts and flags of at most 50 values
    created
        attribute: day on which the life's account was created
    status
        attribute: state in which the life was last
    ended_statuses
        statuses of lives that ended
    active_statuses
        of lives that go on
    censored_statuses
        of lives that were lost from sight before
    excluded_statuses
        of lives that are to be left out: test accounts
    significance
        p values up to this are findings: so rare on sound data, in (0, 1)
    first_day_share
        share of lives on one first day that is too much, in (0, 1]: fewer move a curve by less than
        its error
    spell_share
        share of accounts with several lives that is too much, in (0, 1]: fewer widen a variance by
        less than that

    Returns
    -------
    one row for each check; rows of findings are those of the lives that were accepted

    Raises
    ------
    InvalidInput
        for codes, attributes that are not there, statuses in two lists or without `status`, and
        thresholds or a horizon out of range

    References
    ----------
    Suissa (2008), American Journal of Epidemiology 167:492-499, on immortal time; Kalbfleisch &
    Prentice (2002), The Statistical Analysis of Failure Time Data, ch. 1 and 3, on censoring and
    delayed entry
    """

