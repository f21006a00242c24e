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

class Polarity(enum.StrEnum):
    """Which way a number points.

    Members
    -------
    higher_is_healthier
        more is better: usage, satisfaction, a health score
    lower_is_healthier
        more is worse: open tickets, days of late payment, a probability of churn
    """
    higher_is_healthier = "higher_is_healthier"
    lower_is_healthier = "lower_is_healthier"

class Examples:
    """A validated table of examples: what models learn from, and scores are proven on. Copies are cheap.

    The columns of a table of examples: what was known of an account on a day, and what happened next. One row
    for each account and day.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    outcome
        n flags: 1 where it happened: a churn, a renewal, an expansion
    attributes
        n rows: scores and features that were known beforehand, by their names
    account
        whose row it is: rows of one account are not independent
    as_of
        the day on which the attributes were known
    weight
        how much the row counts, > 0 and at most 1e15; 1 by default
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        without outcomes, on unequal lengths, an outcome that is not 0 or 1, an account that is
        null, a day that is null, before 1900 or after 9999, a weight that is null, not above 0 or
        above 1e15, weights that are all below 1e-9
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        outcome: str | None = None,
        attributes: collections.abc.Iterable[str] | None = None,
        account: str | None = None,
        as_of: str | None = None,
        weight: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """With `on_error = drop`, which rows were left out and why."""
    def __repr__(self) -> str: ...
    @property
    def outcomes(self) -> int:
        """Rows in which the outcome happened."""

class Observations:
    """A validated table of dated observations, from anyone: what scores are made of. Copies are cheap.

    Of several values of one account, measure and day the mean counts (finding several_values): no order of
    rows changes a score.

    The columns of a table of observations: what was measured of an account, and on which day it was known.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    measure
        what was measured: the id of a scorecard's measure, or of a flag
    value
        finite; of flags, 1 from the day on and 0 when it is over
    date
        days since 1970-01-01: the day from which on it was known
    reason
        why, in words, where somebody set the value: of a flag, an override
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or measure, a value that is null or not
        finite, a day that is null, before 1900 or after 9999
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        measure: str | None = None,
        value: str | None = None,
        date: str | None = None,
        reason: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
        several_values.
        """
    def __repr__(self) -> str: ...
    @property
    def last_day(self) -> datetime.date | None:
        """The latest date; none without rows."""

class BandRule(enum.StrEnum):
    """To which band a score belongs that lies on the border of two; the same for the steps of a transform.

    Members
    -------
    upper_inclusive
        to the lower one: 50 is red where red ends at 50
    upper_exclusive
        to the upper one; the end of the scale belongs to the last band
    """
    upper_inclusive = "upper_inclusive"
    upper_exclusive = "upper_exclusive"

class TransformKind(enum.StrEnum):
    """How a measure's value becomes points.

    Members
    -------
    bands
        steps: the points of the step in which the value lies
    piecewise
        linear between the given points, constant outside them
    ratio
        value over a target, times the points that the target is worth
    growth
        value over a baseline, minus 1, then piecewise
    percentile
        share of a stored reference that lies below, half of ties, over the scale
    z_score
        (value - mean) over std_dev, then piecewise
    weight_of_evidence
        offset + factor times the weight of evidence of the value's bin
    """
    bands = "bands"
    piecewise = "piecewise"
    ratio = "ratio"
    growth = "growth"
    percentile = "percentile"
    z_score = "z_score"
    weight_of_evidence = "weight_of_evidence"

class MissingPolicy(enum.StrEnum):
    """What stands in the place of a measure that was not observed, or no longer holds.

    Members
    -------
    renormalize
        nothing: the other members of its group count for it
    neutral
        the measure's neutral points
    worst
        the points at the bad end of the scale
    carry
        its last value, up to carry_days old; then as renormalize
    fail
        an error that names the account and the measure
    """
    renormalize = "renormalize"
    neutral = "neutral"
    worst = "worst"
    carry = "carry"
    fail = "fail"

class Decay(enum.StrEnum):
    """How a measure's points fade as its value ages.

    Members
    -------
    none
        not at all, until the value no longer holds
    linear
        1 - age / validity_days of the distance from neutral remains
    half_life
        2^(-age / half_life_days) of the distance from neutral remains
    """
    none = "none"
    linear = "linear"
    half_life = "half_life"

class ExceptionEffect(enum.StrEnum):
    """What an exception does to a score.

    Members
    -------
    cap
        at most its points
    floor
        at least its points
    set
        its points
    """
    cap = "cap"
    floor = "floor"
    set = "set"

class Combination(enum.StrEnum):
    """How points become a score.

    Members
    -------
    weighted_mean
        of the members of each group, then of the groups
    sum
        of weight times points, not divided by the weights: a points scorecard
    """
    weighted_mean = "weighted_mean"
    sum = "sum"

class Band:
    """A named part of the scale.

    Parameters
    ----------
    name
        such as red
    upper
        where it ends; the last one's is the end of the scale
    lower
        where it begins; where the one before ends by default
    """
    def __init__(
        self,
        *,
        name: str = '',
        upper: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        lower: typing.SupportsFloat | typing.SupportsIndex | None = None,
    ) -> None: ...
    @property
    def name(self) -> str:
        """such as red"""
    @property
    def upper(self) -> float:
        """where it ends; the last one's is the end of the scale"""
    @property
    def lower(self) -> float | None:
        """where it begins; where the one before ends by default"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> Band:
        """For copy.replace()."""

class TransformPoint:
    """One pair of a transform.

    Parameters
    ----------
    value
        a value; of steps and bins their upper end
    points
        what it is worth; of a bin its weight of evidence
    lower
        where a step begins; where the one before ends by default
    """
    def __init__(
        self,
        *,
        value: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        points: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        lower: typing.SupportsFloat | typing.SupportsIndex | None = None,
    ) -> None: ...
    @property
    def value(self) -> float:
        """a value; of steps and bins their upper end"""
    @property
    def points(self) -> float:
        """what it is worth; of a bin its weight of evidence"""
    @property
    def lower(self) -> float | None:
        """where a step begins; where the one before ends by default"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> TransformPoint:
        """For copy.replace()."""

class Transform:
    """From a measure's value to points. Each kind has its own fields; the others stay as they are.

    Parameters
    ----------
    kind
        which
    points
        of all but ratio and percentile, ascending
    target
        ratio: the value that is worth target_points, > 0
    target_points
        ratio: what the target is worth
    of
        ratio: the measure that is the target
    baseline_days
        growth: the same measure, so many days before
    baseline
        growth: the measure that is the baseline
    reference
        percentile: the stored values
    mean
        z_score
    std_dev
        z_score, > 0
    factor
        weight_of_evidence
    offset
        weight_of_evidence
    missing_evidence
        weight_of_evidence of a value that is missing
    """
    def __init__(
        self,
        *,
        kind: TransformKind | typing.Literal['bands', 'piecewise', 'ratio', 'growth', 'percentile', 'z_score', 'weight_of_evidence'] | str = 'piecewise',
        points: collections.abc.Iterable[TransformPoint] = [],
        target: typing.SupportsFloat | typing.SupportsIndex | None = None,
        target_points: typing.SupportsFloat | typing.SupportsIndex = 100.0,
        of: str = '',
        baseline_days: typing.SupportsIndex | None = None,
        baseline: str = '',
        reference: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
        mean: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        std_dev: typing.SupportsFloat | typing.SupportsIndex = 1.0,
        factor: typing.SupportsFloat | typing.SupportsIndex = 1.0,
        offset: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        missing_evidence: typing.SupportsFloat | typing.SupportsIndex | None = None,
    ) -> None: ...
    @property
    def kind(self) -> TransformKind:
        """which"""
    @property
    def points(self) -> list[TransformPoint]:
        """of all but ratio and percentile, ascending"""
    @property
    def target(self) -> float | None:
        """ratio: the value that is worth target_points, > 0"""
    @property
    def target_points(self) -> float:
        """ratio: what the target is worth"""
    @property
    def of(self) -> str:
        """ratio: the measure that is the target"""
    @property
    def baseline_days(self) -> int | None:
        """growth: the same measure, so many days before"""
    @property
    def baseline(self) -> str:
        """growth: the measure that is the baseline"""
    @property
    def reference(self) -> list[float]:
        """percentile: the stored values"""
    @property
    def mean(self) -> float:
        """z_score"""
    @property
    def std_dev(self) -> float:
        """z_score, > 0"""
    @property
    def factor(self) -> float:
        """weight_of_evidence"""
    @property
    def offset(self) -> float:
        """weight_of_evidence"""
    @property
    def missing_evidence(self) -> float | None:
        """weight_of_evidence of a value that is missing"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> Transform:
        """For copy.replace()."""

class Measure:
    """A measure of a scorecard: one line of its explanation.

    Parameters
    ----------
    id
        as in Observations
    group
        the group it belongs to; none: the top
    weight
        relative to the members of its group, > 0
    polarity
        which way the value points
    transform
        from value to points
    missing
        what stands in its place
    carry_days
        of carry: how old a value may be
    neutral
        points that say nothing; the scale's middle
    decay
        how it ages, toward neutral
    half_life_days
        of half_life, > 0
    validity_days
        how long a value holds; none: for ever
    relationship
        whether it tells of people: sponsor, survey, visit
    """
    def __init__(
        self,
        *,
        id: str = '',
        group: str = '',
        weight: typing.SupportsFloat | typing.SupportsIndex = 1.0,
        polarity: Polarity | typing.Literal['higher_is_healthier', 'lower_is_healthier'] | str | None = None,
        transform: Transform | None = None,
        missing: MissingPolicy | typing.Literal['renormalize', 'neutral', 'worst', 'carry', 'fail'] | str = 'renormalize',
        carry_days: typing.SupportsIndex | None = None,
        neutral: typing.SupportsFloat | typing.SupportsIndex | None = None,
        decay: Decay | typing.Literal['none', 'linear', 'half_life'] | str = 'none',
        half_life_days: typing.SupportsFloat | typing.SupportsIndex | None = None,
        validity_days: typing.SupportsIndex | None = None,
        relationship: bool = False,
    ) -> None: ...
    @property
    def id(self) -> str:
        """as in Observations"""
    @property
    def group(self) -> str:
        """the group it belongs to; none: the top"""
    @property
    def weight(self) -> float:
        """relative to the members of its group, > 0"""
    @property
    def polarity(self) -> Polarity | None:
        """which way the value points"""
    @property
    def transform(self) -> Transform:
        """from value to points"""
    @property
    def missing(self) -> MissingPolicy:
        """what stands in its place"""
    @property
    def carry_days(self) -> int | None:
        """of carry: how old a value may be"""
    @property
    def neutral(self) -> float | None:
        """points that say nothing; the scale's middle"""
    @property
    def decay(self) -> Decay:
        """how it ages, toward neutral"""
    @property
    def half_life_days(self) -> float | None:
        """of half_life, > 0"""
    @property
    def validity_days(self) -> int | None:
        """how long a value holds; none: for ever"""
    @property
    def relationship(self) -> bool:
        """whether it tells of people: sponsor, survey, visit"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> Measure:
        """For copy.replace()."""

class MeasureGroup:
    """Measures, or groups, that count together.

    Parameters
    ----------
    id
        its name
    weight
        relative to the other members of its parent, > 0
    parent
        the group it belongs to; none: the top
    """
    def __init__(
        self,
        *,
        id: str = '',
        weight: typing.SupportsFloat | typing.SupportsIndex = 1.0,
        parent: str = '',
    ) -> None: ...
    @property
    def id(self) -> str:
        """its name"""
    @property
    def weight(self) -> float:
        """relative to the other members of its parent, > 0"""
    @property
    def parent(self) -> str:
        """the group it belongs to; none: the top"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> MeasureGroup:
        """For copy.replace()."""

class ScoreException:
    """A rule beside the measures: while a flag is up, the score is capped, lifted or set.

    Parameters
    ----------
    when
        the flag: a measure of Observations that is not 0
    effect
        what it does
    points
        to which score
    expires_days
        after the flag's date; none: while the flag is up
    reason_required
        whether a flag without a reason is a finding
    """
    def __init__(
        self,
        *,
        when: str = '',
        effect: ExceptionEffect | typing.Literal['cap', 'floor', 'set'] | str = 'cap',
        points: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        expires_days: typing.SupportsIndex | None = None,
        reason_required: bool = False,
    ) -> None: ...
    @property
    def when(self) -> str:
        """the flag: a measure of Observations that is not 0"""
    @property
    def effect(self) -> ExceptionEffect:
        """what it does"""
    @property
    def points(self) -> float:
        """to which score"""
    @property
    def expires_days(self) -> int | None:
        """after the flag's date; none: while the flag is up"""
    @property
    def reason_required(self) -> bool:
        """whether a flag without a reason is a finding"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> ScoreException:
        """For copy.replace()."""

class ScorecardConfig:
    """Everything that a scorecard says, as plain data: Scorecard checks it.

    Parameters
    ----------
    id
        its name
    version
        which state of it: a day, a number
    polarity
        which way the score points
    scale_lower
        the scale's beginning, -2,000 or more
    scale_upper
        the scale's end, 2,000 at most
    bands
        the scale's parts, ascending
    band_rule
        to which of two a border belongs
    min_coverage
        less observed weight is no score, 0 to 1
    combination
        how points become a score
    decimals
        shown, rounded half to even, 0 to 6
    inputs
        measures that ratio and growth refer to, not scored
    groups
        none: all measures are at the top
    measures
        at least one
    exceptions
        applied in this order
    """
    def __init__(
        self,
        *,
        id: str = '',
        version: str = '',
        polarity: Polarity | typing.Literal['higher_is_healthier', 'lower_is_healthier'] | str = 'higher_is_healthier',
        scale_lower: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        scale_upper: typing.SupportsFloat | typing.SupportsIndex = 100.0,
        bands: collections.abc.Iterable[Band] = [],
        band_rule: BandRule | typing.Literal['upper_inclusive', 'upper_exclusive'] | str = 'upper_inclusive',
        min_coverage: typing.SupportsFloat | typing.SupportsIndex = 0.5,
        combination: Combination | typing.Literal['weighted_mean', 'sum'] | str = 'weighted_mean',
        decimals: typing.SupportsIndex = 2,
        inputs: collections.abc.Iterable[str] = [],
        groups: collections.abc.Iterable[MeasureGroup] = [],
        measures: collections.abc.Iterable[Measure] = [],
        exceptions: collections.abc.Iterable[ScoreException] = [],
    ) -> None: ...
    @property
    def id(self) -> str:
        """its name"""
    @property
    def version(self) -> str:
        """which state of it: a day, a number"""
    @property
    def polarity(self) -> Polarity:
        """which way the score points"""
    @property
    def scale_lower(self) -> float:
        """the scale's beginning, -2,000 or more"""
    @property
    def scale_upper(self) -> float:
        """the scale's end, 2,000 at most"""
    @property
    def bands(self) -> list[Band]:
        """the scale's parts, ascending"""
    @property
    def band_rule(self) -> BandRule:
        """to which of two a border belongs"""
    @property
    def min_coverage(self) -> float:
        """less observed weight is no score, 0 to 1"""
    @property
    def combination(self) -> Combination:
        """how points become a score"""
    @property
    def decimals(self) -> int:
        """shown, rounded half to even, 0 to 6"""
    @property
    def inputs(self) -> list[str]:
        """measures that ratio and growth refer to, not scored"""
    @property
    def groups(self) -> list[MeasureGroup]:
        """none: all measures are at the top"""
    @property
    def measures(self) -> list[Measure]:
        """at least one"""
    @property
    def exceptions(self) -> list[ScoreException]:
        """applied in this order"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> ScorecardConfig:
        """For copy.replace()."""

class Scorecard:
    """A validated scorecard: how measures become a score. It is plain data, and reading one runs no code. Copies
    are cheap.

    A measure's weight is relative within its group, a group's within its parent. A stated polarity has to
    agree with the transform; ratio and percentile need one.

    Raises
    ------
    InvalidInput
        naming the measure, on what contradicts itself: a name that is empty or repeated, a weight
        that is not above 0, bands or steps that do not ascend, overlap or leave a gap, points
        outside the scale, a group that is empty, unknown or its own ancestor, a reference to a
        measure that is neither scored nor an input, a field that the transform's kind does not
        have, a polarity that contradicts the transform, a sum of measures that may be left out
    """
    def __init__(self, config: ScorecardConfig) -> None: ...
    @staticmethod
    def from_json(json: str) -> Scorecard:
        """Reads a scorecard. What a text does not say is as in ScorecardConfig.

        Parameters
        ----------
        json
            an object as to_json() writes it, of at most 4,194,304 characters

        Raises
        ------
        InvalidInput
            on what is no JSON object, a key that is unknown or repeated, a value of another type or out
            of range, a format that is newer than this version, and on all that the constructor refuses
        """
    def to_json(self) -> str:
        """The scorecard as JSON: every field, in a fixed order, so that equal scorecards are equal texts."""
    @property
    def fingerprint(self) -> str:
        """A short name for it: 16 hexadecimal digits, equal for equal scorecards; the 64-bit FNV-1a hash of
        to_json().
        """
    @property
    def id(self) -> str:
        """Its name."""
    @property
    def version(self) -> str:
        """Which state of it."""
    @property
    def config(self) -> ScorecardConfig:
        """Everything that it says."""
    def __repr__(self) -> str: ...

class Lint:
    """What is to be said against a scorecard, one row for each complaint.

    Columns
    -------
    code
        which complaint
    measure
        the measure, or the flag of an exception; empty: the whole card
    severity
        warning where a score is likely to mislead
    message
        one sentence
    """
    @property
    def code(self) -> numpy.typing.NDArray[numpy.object_]:
        """which complaint"""
    @property
    def measure(self) -> numpy.typing.NDArray[numpy.object_]:
        """the measure, or the flag of an exception; empty: the whole card"""
    @property
    def severity(self) -> numpy.typing.NDArray[numpy.object_]:
        """warning where a score is likely to mislead"""
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
        """The table as HTML."""
    def __repr__(self) -> str:
        """The table as text."""

class AttributeCondition:
    """What an attribute of an account has to be.

    Parameters
    ----------
    attribute
        a name in the accounts table, such as stage
    values
        any of these; integers are written as texts
    """
    def __init__(self, *, attribute: str = '', values: collections.abc.Iterable[str] = []) -> None: ...
    @property
    def attribute(self) -> str:
        """a name in the accounts table, such as stage"""
    @property
    def values(self) -> list[str]:
        """any of these; integers are written as texts"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> AttributeCondition:
        """For copy.replace()."""

class SelectionRule:
    """Who has a scorecard, and since when.

    Parameters
    ----------
    where
        all have to hold; none: every account
    valid_from
        the first day on which it is used; none: from ever
    scorecard
        the card
    """
    def __init__(
        self,
        *,
        where: collections.abc.Iterable[AttributeCondition] = [],
        valid_from: datetime.date | numpy.datetime64 | str | None = None,
        scorecard: ScorecardConfig | None = None,
    ) -> None: ...
    @property
    def where(self) -> list[AttributeCondition]:
        """all have to hold; none: every account"""
    @property
    def valid_from(self) -> datetime.date | None:
        """the first day on which it is used; none: from ever"""
    @property
    def scorecard(self) -> ScorecardConfig:
        """the card"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> SelectionRule:
        """For copy.replace()."""

class ScorecardSetConfig:
    """Scorecards by segment, stage and time, as plain data: ScorecardSet checks it.

    Parameters
    ----------
    id
        its name
    version
        which state of it: a day, a number
    rules
        the first that holds selects
    """
    def __init__(
        self,
        *,
        id: str = '',
        version: str = '',
        rules: collections.abc.Iterable[SelectionRule] = [],
    ) -> None: ...
    @property
    def id(self) -> str:
        """its name"""
    @property
    def version(self) -> str:
        """which state of it: a day, a number"""
    @property
    def rules(self) -> list[SelectionRule]:
        """the first that holds selects"""
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __repr__(self) -> str: ...
    def __replace__(self, /, **changes: typing.Any) -> ScorecardSetConfig:
        """For copy.replace()."""

class ScorecardSet:
    """Validated scorecards of which each account has one: the first rule that holds for it on a day selects. A
    new version of a card stands above the old one with the day from which it is used, so that a past day
    finds the card of its time. Copies are cheap.

    Raises
    ------
    InvalidInput
        naming the rule, without rules; on an attribute without values or named twice, a rule with
        conditions after one that takes every account, a rule that is never reached, two different
        cards of one id and version, and on what Scorecard refuses
    """
    def __init__(self, config: ScorecardSetConfig) -> None: ...
    @staticmethod
    def from_json(json: str) -> ScorecardSet:
        """Reads a set: {"id", "version", "rules": [{"where": {"stage": ["live"]}, "valid_from", "scorecard"}]}.

        Parameters
        ----------
        json
            an object as to_json() writes it, of at most 16,777,216 characters

        Raises
        ------
        InvalidInput
            as Scorecard.from_json(), and on all that the constructor refuses
        """
    def to_json(self) -> str:
        """The set as JSON: every field, in a fixed order, so that equal sets are equal texts."""
    @property
    def fingerprint(self) -> str:
        """A short name for it: 16 hexadecimal digits, equal for equal sets; the 64-bit FNV-1a hash of to_json()."""
    @property
    def id(self) -> str:
        """Its name."""
    @property
    def version(self) -> str:
        """Which state of it."""
    @property
    def config(self) -> ScorecardSetConfig:
        """Everything that it says."""
    @property
    def scorecards(self) -> list[Scorecard]:
        """The cards, one for each rule."""
    def __repr__(self) -> str: ...

class SelectedScorecards:
    """Which scorecard each account has on a day, by account id.

    Columns
    -------
    account
        ascending
    scorecard
        the card's id; null where no rule holds
    version
        the card's version; null likewise
    fingerprint
        the card's fingerprint; null likewise
    rule
        the rule that holds first, counted from 0; -1 where none does
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def scorecard(self) -> numpy.typing.NDArray[typing.Any]:
        """the card's id; null where no rule holds"""
    @property
    def version(self) -> numpy.typing.NDArray[typing.Any]:
        """the card's version; null likewise"""
    @property
    def fingerprint(self) -> numpy.typing.NDArray[typing.Any]:
        """the card's fingerprint; null likewise"""
    @property
    def rule(self) -> numpy.typing.NDArray[numpy.int64]:
        """the rule that holds first, counted from 0; -1 where none does"""
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
    def as_of(self) -> datetime.date:
        """the day"""
    @property
    def set_fingerprint(self) -> str:
        """of the set that was asked"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """what to look at. Code: no_scorecard"""

class ChildScores:
    """A validated table of scores of children. Copies are cheap.

    The columns of a table of scores to be rolled up: one row for each account of a group, or each product of
    an account.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    parent
        n ids: what the row belongs to; null where it belongs to nothing
    child
        n ids: whose score it is, once below each parent
    score
        points; null or NaN where it has none
    weight
        how much it counts, such as its ARR, 0 to 1e15; 1 by default
    band
        its band; null or "unknown" where it has none
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null child, a score that is beyond 1e15 either way,
        a weight that is null or not from 0 to 1e15, a child that is there twice below one parent
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        parent: str | None = None,
        child: str | None = None,
        score: str | None = None,
        weight: str | None = None,
        band: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
        child_without_parent.
        """
    def __repr__(self) -> str: ...

class RolledUpChildren:
    """The children that make a roll-up, by parent id and child id: every figure opens to them.

    Columns
    -------
    parent
        what the child belongs to
    child
        whose score it is
    score
        its points; NaN where it has none
    weight
        how much it counts
    contribution
        what it adds to weighted_mean; NaN where it adds nothing
    band
        its band; null where it has none
    """
    @property
    def parent(self) -> numpy.typing.NDArray[typing.Any]:
        """what the child belongs to"""
    @property
    def child(self) -> numpy.typing.NDArray[typing.Any]:
        """whose score it is"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """its points; NaN where it has none"""
    @property
    def weight(self) -> numpy.typing.NDArray[numpy.float64]:
        """how much it counts"""
    @property
    def contribution(self) -> numpy.typing.NDArray[numpy.float64]:
        """what it adds to weighted_mean; NaN where it adds nothing"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """its band; null where it has none"""
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

class RollUp:
    """Scores of children rolled up to their parents, one row for each parent.

    Columns
    -------
    parent
        ascending
    children
        how many it has
    scored
        how many of them have a score
    coverage
        share of the children's weight that has a score; NaN without weight
    mean
        of scores, each the same; NaN without scores
    weighted_mean
        of scores, each as it weighs; NaN where none of them weighs anything
    worst
        the least healthy score; NaN without scores
    worst_child
        whose it is, the first by id; null without scores
    share_worse
        share of scores beyond worse_than; NaN without it
    share_in_bands
        share of bands that are one of `bands`; NaN without them
    """
    @property
    def parent(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def children(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many it has"""
    @property
    def scored(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many of them have a score"""
    @property
    def coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the children's weight that has a score; NaN without weight"""
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of scores, each the same; NaN without scores"""
    @property
    def weighted_mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of scores, each as it weighs; NaN where none of them weighs anything"""
    @property
    def worst(self) -> numpy.typing.NDArray[numpy.float64]:
        """the least healthy score; NaN without scores"""
    @property
    def worst_child(self) -> numpy.typing.NDArray[typing.Any]:
        """whose it is, the first by id; null without scores"""
    @property
    def share_worse(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of scores beyond worse_than; NaN without it"""
    @property
    def share_in_bands(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of bands that are one of `bands`; NaN without them"""
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
    def members(self) -> RolledUpChildren:
        """what the rows are made of"""
    @property
    def polarity(self) -> Polarity:
        """which way the scores point"""
    @property
    def worse_than(self) -> float | None:
        """as it was asked"""
    @property
    def bands(self) -> list[str]:
        """as they were asked"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """what to look at. Codes: no_child_scored, no_child_weighs"""

class MeasureTable:
    """A validated table of measures: what scores are computed of. Copies are cheap.

    The columns of a table of measures: what is known of each account on one day, one row for each account.

    Columns beside `values` bear the name of the measure, or more of it: `csat_days`, `csat_reason`,
    `logins_90_days_before`.

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, an account that is null or there twice, a column of
        values that is not of numbers, a value that is infinite, an age that is missing, negative or
        no whole number, columns beside the values that belong to none, an as_of before 1900 or
        after 9999
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        values: collections.abc.Iterable[str] | None = None,
        ages: collections.abc.Iterable[str] | None = None,
        baselines: collections.abc.Iterable[str] | None = None,
        reasons: collections.abc.Iterable[str] | None = None,
        as_of: datetime.date | numpy.datetime64 | str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """Whose measures, one row for each."""
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
        """The day on which all this was known; none where it was not told."""
    @property
    def findings(self) -> list[fealty.Finding]:
        """With `on_error = drop`, which rows were left out and why. Code, of measures_on(): unobserved_measure."""

class Scores:
    """Scores of accounts, and all that it takes to explain them.

    Columns
    -------
    account
        in the order of the measures
    score
        as it is shown; NaN where too little is known
    band
        the band of what is shown; "unknown" without a score
    coverage
        share of the card's weight that was observed, 0 to 1
    oldest_days
        age of the oldest value that counts; NaN where no ages are known
    score_micro
        micro-points that the lines add up to, also without a score
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """in the order of the measures"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """as it is shown; NaN where too little is known"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """the band of what is shown; "unknown" without a score"""
    @property
    def coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the card's weight that was observed, 0 to 1"""
    @property
    def oldest_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """age of the oldest value that counts; NaN where no ages are known"""
    @property
    def score_micro(self) -> numpy.typing.NDArray[numpy.int64]:
        """micro-points that the lines add up to, also without a score"""
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
        """the day on which all this was known"""
    @property
    def as_of_inferred(self) -> bool:
        """whether it is the last with an observation"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: low_coverage, unobserved_measure, undated_measure, exception_without_reason"""

class Contributions:
    """What scores are made of, in micro-points (millionths of a point): in each row the lines add up to
    `score_micro` exactly. A column for each measure bears its id.
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """as in the scores"""
    @property
    def renormalization(self) -> numpy.typing.NDArray[numpy.int64]:
        """what others count for measures that are missing"""
    @property
    def decay(self) -> numpy.typing.NDArray[numpy.int64]:
        """what points lose or gain as values age"""
    @property
    def exception(self) -> numpy.typing.NDArray[numpy.int64]:
        """what exceptions change"""
    @property
    def clamp(self) -> numpy.typing.NDArray[numpy.int64]:
        """what is cut off at the ends of the scale"""
    @property
    def rounding(self) -> numpy.typing.NDArray[numpy.int64]:
        """to whole micro-points and to the card's decimals"""
    @property
    def score_micro(self) -> numpy.typing.NDArray[numpy.int64]:
        """the score that is shown, or would be with more coverage"""
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

class GroupScores:
    """What the groups of a card come to. A column for each group bears its id; for each top group, one that is
    not within another, there is `<id>_micro` as well: what it adds to the score, in micro-points. In each row
    these and the columns behind them add up to `score_micro` exactly.
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """as in the scores"""
    @property
    def ungrouped_micro(self) -> numpy.typing.NDArray[numpy.int64]:
        """what measures without a group add"""
    @property
    def exception(self) -> numpy.typing.NDArray[numpy.int64]:
        """what exceptions change"""
    @property
    def clamp(self) -> numpy.typing.NDArray[numpy.int64]:
        """what is cut off at the ends of the scale"""
    @property
    def rounding(self) -> numpy.typing.NDArray[numpy.int64]:
        """to whole micro-points and to the card's decimals"""
    @property
    def score_micro(self) -> numpy.typing.NDArray[numpy.int64]:
        """as in the scores"""
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

class ScoreLine(enum.StrEnum):
    """What a line of an explanation is of.

    Members
    -------
    measure
        a measure, with its nominal share of the card
    renormalization
        what others count for measures that are missing
    decay
        what points lose or gain as values age
    exception
        what an exception changes
    clamp
        what is cut off at the ends of the scale
    rounding
        to whole micro-points and to the card's decimals
    """
    measure = "measure"
    renormalization = "renormalization"
    decay = "decay"
    exception = "exception"
    clamp = "clamp"
    rounding = "rounding"

class Explanation:
    """One score, opened: lines that add up to it.

    Columns
    -------
    line
        what it is of
    measure
        the measure, or the flag of an exception; empty otherwise
    group
        the group of the measure; empty at the top
    value
        what was observed; NaN where there is none
    age_days
        how old it is; NaN where that is not known
    counts
        1 where a value counts, 0 where it is missing or too old
    points
        what it is worth, or what stands in its place
    weight
        nominal share of the card
    micro_points
        millionths of a point of the score
    reason
        why a flag is up, where it is told
    """
    @property
    def line(self) -> numpy.typing.NDArray[numpy.object_]:
        """what it is of"""
    @property
    def measure(self) -> numpy.typing.NDArray[numpy.object_]:
        """the measure, or the flag of an exception; empty otherwise"""
    @property
    def group(self) -> numpy.typing.NDArray[numpy.object_]:
        """the group of the measure; empty at the top"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """what was observed; NaN where there is none"""
    @property
    def age_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """how old it is; NaN where that is not known"""
    @property
    def counts(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where a value counts, 0 where it is missing or too old"""
    @property
    def points(self) -> numpy.typing.NDArray[numpy.float64]:
        """what it is worth, or what stands in its place"""
    @property
    def weight(self) -> numpy.typing.NDArray[numpy.float64]:
        """nominal share of the card"""
    @property
    def micro_points(self) -> numpy.typing.NDArray[numpy.int64]:
        """millionths of a point of the score"""
    @property
    def reason(self) -> numpy.typing.NDArray[numpy.object_]:
        """why a flag is up, where it is told"""
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
        """The lines as HTML, and as bars."""
    def __repr__(self) -> str:
        """The table as text."""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""
    @property
    def account(self) -> str:
        """whose score it is"""
    @property
    def score(self) -> float:
        """as it is shown; NaN where too little is known"""
    @property
    def score_micro(self) -> int:
        """what the lines add up to, also without a score"""
    @property
    def band(self) -> str:
        """of the score"""
    @property
    def coverage(self) -> float:
        """share of the card's weight that was observed"""
    @property
    def card(self) -> str:
        """id of the scorecard"""
    @property
    def version(self) -> str:
        """its version"""
    @property
    def fingerprint(self) -> str:
        """its fingerprint"""

class ChangeReason(enum.StrEnum):
    """Why a score changed.

    Members
    -------
    value
        a measure that counts in both has another value
    staleness
        and another age, so that its points have faded more or less
    missingness
        a measure counts in only one of the two: seen anew, too old, gone
    exception
        a flag went up or down, or expired
    configuration
        the scorecard is another one, or another version
    rounding
        what remains of rounding both scores
    """
    value = "value"
    staleness = "staleness"
    missingness = "missingness"
    exception = "exception"
    configuration = "configuration"
    rounding = "rounding"

class ScoreChange:
    """The change of one score, split: rows that add up to it.

    Columns
    -------
    change
        why
    measure
        of which measure or flag; empty for configuration and rounding
    value_before
        what was observed; NaN where there was none
    value_after
        what is
    micro_points
        millionths of a point of the score
    """
    @property
    def change(self) -> numpy.typing.NDArray[numpy.object_]:
        """why"""
    @property
    def measure(self) -> numpy.typing.NDArray[numpy.object_]:
        """of which measure or flag; empty for configuration and rounding"""
    @property
    def value_before(self) -> numpy.typing.NDArray[numpy.float64]:
        """what was observed; NaN where there was none"""
    @property
    def value_after(self) -> numpy.typing.NDArray[numpy.float64]:
        """what is"""
    @property
    def micro_points(self) -> numpy.typing.NDArray[numpy.int64]:
        """millionths of a point of the score"""
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
        """The steps as HTML, and as bars."""
    def __repr__(self) -> str:
        """The table as text."""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""
    @property
    def account(self) -> str:
        """whose score it is"""
    @property
    def score_before(self) -> float:
        """as it was shown; NaN where too little was known"""
    @property
    def score_after(self) -> float:
        """as it is"""
    @property
    def change_micro(self) -> int:
        """what the rows add up to, also without a score"""
    @property
    def band_before(self) -> str:
        """of the score"""
    @property
    def band_after(self) -> str:
        """of the score"""
    @property
    def fingerprint_before(self) -> str:
        """of the scorecard"""
    @property
    def fingerprint_after(self) -> str:
        """of the scorecard; another one is another scorecard"""

class ScoreHistory:
    """Scores of the past: for each account, by id, a row for each day from its first observation on.

    Columns
    -------
    account
        ascending
    as_of
        the day, ascending within an account
    score
        as it would have been shown; NaN where too little was known
    band
        of the score; "unknown" without one
    coverage
        share of the card's weight that was observed
    oldest_days
        age of the oldest value that counts; NaN where there is none
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def as_of(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the day, ascending within an account"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """as it would have been shown; NaN where too little was known"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """of the score; "unknown" without one"""
    @property
    def coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the card's weight that was observed"""
    @property
    def oldest_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """age of the oldest value that counts; NaN where there is none"""
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
    def fingerprint(self) -> str:
        """of the scorecard"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: unobserved_measure"""

class ScoreTrend:
    """Where scores are going: a row for each account.

    Columns
    -------
    account
        ascending
    as_of
        the account's last row
    score
        on that day; NaN where too little was known
    slope
        points in 30 days, by least squares; NaN with fewer than two scores
    change
        from the first score of the window to the last; NaN likewise
    scores
        how many known scores this stands on
    band
        on that day
    previous_band
        the one before; null where it has always been the same
    days_in_band
        since the first row of this stay, at least
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def as_of(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the account's last row"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """on that day; NaN where too little was known"""
    @property
    def slope(self) -> numpy.typing.NDArray[numpy.float64]:
        """points in 30 days, by least squares; NaN with fewer than two scores"""
    @property
    def change(self) -> numpy.typing.NDArray[numpy.float64]:
        """from the first score of the window to the last; NaN likewise"""
    @property
    def scores(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many known scores this stands on"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """on that day"""
    @property
    def previous_band(self) -> numpy.typing.NDArray[typing.Any]:
        """the one before; null where it has always been the same"""
    @property
    def days_in_band(self) -> numpy.typing.NDArray[numpy.int64]:
        """since the first row of this stay, at least"""
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
    def window_days(self) -> int:
        """days that count"""

class SetScores:
    """Scores of accounts, each by the scorecard that a set has for it.

    Columns
    -------
    account
        ascending
    scorecard
        the card's id; null where no rule holds
    version
        the card's version; null likewise
    fingerprint
        the card's fingerprint; null likewise
    rule
        the rule that holds first, counted from 0; -1 where none does
    score
        as it is shown; NaN where too little is known, or no rule holds
    band
        of the account's card; "unknown" without a score, null without a card
    coverage
        share of the card's weight that was observed; NaN without a card
    oldest_days
        age of the oldest value that counts; NaN where there is none
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def scorecard(self) -> numpy.typing.NDArray[typing.Any]:
        """the card's id; null where no rule holds"""
    @property
    def version(self) -> numpy.typing.NDArray[typing.Any]:
        """the card's version; null likewise"""
    @property
    def fingerprint(self) -> numpy.typing.NDArray[typing.Any]:
        """the card's fingerprint; null likewise"""
    @property
    def rule(self) -> numpy.typing.NDArray[numpy.int64]:
        """the rule that holds first, counted from 0; -1 where none does"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """as it is shown; NaN where too little is known, or no rule holds"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """of the account's card; "unknown" without a score, null without a card"""
    @property
    def coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the card's weight that was observed; NaN without a card"""
    @property
    def oldest_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """age of the oldest value that counts; NaN where there is none"""
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
        """the day on which all this was known"""
    @property
    def as_of_inferred(self) -> bool:
        """whether it is the last with an observation"""
    @property
    def set_fingerprint(self) -> str:
        """of the set"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_scorecard, low_coverage, unobserved_measure, exception_without_reason; those of a card bear its name"""

class SetScoreHistory:
    """Scores of the past, each by the card of its time: for each account, by id, a row for each day from its
    first observation on.

    Columns
    -------
    account
        ascending
    as_of
        the day, ascending within an account
    scorecard
        the id of that day's card; null where no rule holds
    version
        its version; null likewise
    fingerprint
        its fingerprint; null likewise
    rule
        the rule that holds first, counted from 0; -1 where none does
    score
        as it would have been shown; NaN without one
    band
        of that day's card; "unknown" without a score, null without a card
    coverage
        share of the card's weight that was observed; NaN without a card
    oldest_days
        age of the oldest value that counts; NaN where there is none
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """ascending"""
    @property
    def as_of(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """the day, ascending within an account"""
    @property
    def scorecard(self) -> numpy.typing.NDArray[typing.Any]:
        """the id of that day's card; null where no rule holds"""
    @property
    def version(self) -> numpy.typing.NDArray[typing.Any]:
        """its version; null likewise"""
    @property
    def fingerprint(self) -> numpy.typing.NDArray[typing.Any]:
        """its fingerprint; null likewise"""
    @property
    def rule(self) -> numpy.typing.NDArray[numpy.int64]:
        """the rule that holds first, counted from 0; -1 where none does"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """as it would have been shown; NaN without one"""
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """of that day's card; "unknown" without a score, null without a card"""
    @property
    def coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the card's weight that was observed; NaN without a card"""
    @property
    def oldest_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """age of the oldest value that counts; NaN where there is none"""
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
    def set_fingerprint(self) -> str:
        """of the set"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_scorecard, unobserved_measure"""

class SurveyKind(enum.StrEnum):
    """Which question was asked.

    Members
    -------
    nps
        Net Promoter Score: how likely is it that you recommend us?
    csat
        customer satisfaction: how satisfied are you?
    ces
        customer effort score: did we make it easy for you?
    """
    nps = "nps"
    csat = "csat"
    ces = "ces"

class CountedAnswers(enum.StrEnum):
    """Which answers of the window count.

    Members
    -------
    every
        each one: who answers often counts often
    last_of_user
        the last of each user of an account; those of nobody known count each
    last_of_account
        the last of each account
    """
    every = "every"
    last_of_user = "last_of_user"
    last_of_account = "last_of_account"

class Surveys:
    """A validated table of surveys. Copies are cheap.

    Scores of CSAT and CES may have fractions, as the mean of several questions has. Instants are the days of
    UTC.

    The columns of a table of surveys: one row for each answer.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    date
        n days since 1970-01-01, or instants: when it was answered
    kind
        nps, csat or ces
    score
        of nps whole, 0 to 10; of the others on their scale
    user
        who answered; null: unknown
    csat_scale
        lowest and highest CSAT score
    ces_scale
        lowest and highest CES score; the highest is the least effort
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or kind, a kind that is none of the
        three, a score that is null or not on its scale, a scale that is not two ascending numbers
        from -1,000 to 1,000, a day that is null, before 1900 or after 9999
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        date: str | None = None,
        kind: str | None = None,
        score: str | None = None,
        user: str | None = None,
        csat_scale: collections.abc.Iterable[typing.SupportsIndex] = [1, 5],
        ces_scale: collections.abc.Iterable[typing.SupportsIndex] = [1, 7],
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Code:
        several_answers.
        """
    def __repr__(self) -> str: ...
    @property
    def last_day(self) -> datetime.date | None:
        """The latest date; none without rows."""

class Nps:
    """Net Promoter Score, one row for each group: in points from -100 to 100.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    answers
        in the window
    respondents
        answers that count
    promoters
        9 and 10
    passives
        7 and 8
    detractors
        0 to 6
    nps
        100 (promoters - detractors) / respondents; NaN without any
    std_error
        100 sqrt((p + d - (p - d)^2) / n) of their shares; 0 where all are of one sort, which the
        interval is not
    lower
        adjusted Wald interval
    upper
        adjusted Wald interval
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def answers(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the window"""
    @property
    def respondents(self) -> numpy.typing.NDArray[numpy.int64]:
        """answers that count"""
    @property
    def promoters(self) -> numpy.typing.NDArray[numpy.int64]:
        """9 and 10"""
    @property
    def passives(self) -> numpy.typing.NDArray[numpy.int64]:
        """7 and 8"""
    @property
    def detractors(self) -> numpy.typing.NDArray[numpy.int64]:
        """0 to 6"""
    @property
    def nps(self) -> numpy.typing.NDArray[numpy.float64]:
        """100 (promoters - detractors) / respondents; NaN without any"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """100 sqrt((p + d - (p - d)^2) / n) of their shares; 0 where all are of one sort, which the interval is not"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """adjusted Wald interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """adjusted Wald interval"""
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
    def window_days(self) -> int | None:
        """days up to as_of whose answers count"""
    @property
    def counted(self) -> CountedAnswers:
        """which of them"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_answers, users_unknown"""

class Csat:
    """Customer satisfaction, one row for each group.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    answers
        in the window
    respondents
        answers that count
    mean
        of the scores, on their scale; NaN without any
    std_error
        of the mean, with n - 1; NaN for one respondent
    satisfied
        scores in the top two boxes: at least the highest less 1
    share
        satisfied / respondents; NaN without any
    lower
        Wilson's interval of the share
    upper
        Wilson's interval of the share
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def answers(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the window"""
    @property
    def respondents(self) -> numpy.typing.NDArray[numpy.int64]:
        """answers that count"""
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the scores, on their scale; NaN without any"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the mean, with n - 1; NaN for one respondent"""
    @property
    def satisfied(self) -> numpy.typing.NDArray[numpy.int64]:
        """scores in the top two boxes: at least the highest less 1"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """satisfied / respondents; NaN without any"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of the share"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of the share"""
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
    def window_days(self) -> int | None:
        """days up to as_of whose answers count"""
    @property
    def counted(self) -> CountedAnswers:
        """which of them"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_answers, users_unknown"""

class Ces:
    """Customer effort score, one row for each group.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    answers
        in the window
    respondents
        answers that count
    mean
        of the scores, on their scale; NaN without any
    std_error
        of the mean, with n - 1; NaN for one respondent
    agreeing
        scores above the middle of the scale
    share
        agreeing / respondents; NaN without any
    lower
        Wilson's interval of the share
    upper
        Wilson's interval of the share
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def answers(self) -> numpy.typing.NDArray[numpy.int64]:
        """in the window"""
    @property
    def respondents(self) -> numpy.typing.NDArray[numpy.int64]:
        """answers that count"""
    @property
    def mean(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the scores, on their scale; NaN without any"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the mean, with n - 1; NaN for one respondent"""
    @property
    def agreeing(self) -> numpy.typing.NDArray[numpy.int64]:
        """scores above the middle of the scale"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """agreeing / respondents; NaN without any"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of the share"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """Wilson's interval of the share"""
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
    def window_days(self) -> int | None:
        """days up to as_of whose answers count"""
    @property
    def counted(self) -> CountedAnswers:
        """which of them"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_answers, users_unknown"""

class SurveyCounts:
    """The partial state of nps(), csat() and ces(): how often each score was given, by group.

    All answers of an account must be in one table of one part: only there is it known which answer of a user
    is the last. Counts of such parts, and states from other processes, add up to those of all answers,
    exactly and in any order; scores, errors and intervals are then those of the whole table, to the bit.

    Parameters
    ----------
    kind
        the answers that are counted
    options
        those of nps(); as_of must be given, since each part has a last day of its own

    Raises
    ------
    InvalidInput
        as nps() does for its options
    """
    def __init__(
        self,
        kind: SurveyKind | typing.Literal['nps', 'csat', 'ces'] | str = 'nps',
        *,
        as_of: datetime.date | numpy.datetime64 | str | None = None,
        window_days: typing.SupportsIndex | None = None,
        counted: CountedAnswers | typing.Literal['every', 'last_of_user', 'last_of_account'] | str = 'last_of_user',
        by: collections.abc.Iterable[str] = [],
        accounts: fealty.revenue.Accounts | None = None,
        confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> None: ...
    def update(self, surveys: Surveys) -> None:
        """Adds answers.

        Raises
        ------
        InvalidInput
            without as_of; for a scale other than that of tables before, or groups that are integers
            after texts; by attributes, for a state that was read from bytes, which has no accounts.
            Nothing is added then
        """
    def merge(self, other: SurveyCounts) -> None:
        """Adds the counts of another state.

        Raises
        ------
        InvalidInput
            when its kind, settings or scale are others
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize(). Accounts are not among them."""
    @staticmethod
    def deserialize(bytes: bytes) -> SurveyCounts:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def kind(self) -> SurveyKind:
        """The answers that are counted."""
    @property
    def nps(self) -> Nps:
        """What nps() has of all answers.

        Raises
        ------
        InvalidInput
            when answers of another kind were counted, as of the two others
        """
    @property
    def csat(self) -> Csat:
        """What csat() has of all answers."""
    @property
    def ces(self) -> Ces:
        """What ces() has of all answers."""
    def __repr__(self) -> str: ...

class Tickets:
    """A validated table of support tickets. Copies are cheap.

    Instants are the days of UTC.

    The columns of a table of support tickets: one row for each.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    opened
        n days since 1970-01-01, or instants
    closed
        null or fealty::open while it is open
    severity
        low, high, …; null: unknown
    escalated
        1 where it was escalated; null: unknown
    score
        how content the customer was when it was closed; null: not told
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or opened, a day before 1900 or after
        9999, a closed before its opened, a flag that is not 0 or 1, a score that is infinite
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        opened: str | None = None,
        closed: str | None = None,
        severity: str | None = None,
        escalated: str | None = None,
        score: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why. Codes:
        unknown_escalation, score_while_open.
        """
    def __repr__(self) -> str: ...
    @property
    def last_day(self) -> datetime.date | None:
        """The latest day on which a ticket was opened or closed; none without rows."""

class Support:
    """Support as of a day, one row for each group. Columns of the window count what happened in it; `open` and
    `open_escalated` count what is open on as_of, however old.

    Columns
    -------
    group
        of `by`, ascending, null last; only with `by`
    opened
        tickets opened in the window
    escalated
        of these
    closed
        tickets closed in the window
    open
        tickets open on as_of
    open_escalated
        of these
    mean_days
        from opened to closed, of those closed in the window; NaN without any
    median_days
        by which half of those opened in the window are closed, by Kaplan-Meier; NaN where less than
        half are
    mean_score
        of those closed in the window that have one; NaN without any
    """
    @property
    def group(self) -> numpy.typing.NDArray[typing.Any]:
        """of `by`, ascending, null last; only with `by`"""
    @property
    def opened(self) -> numpy.typing.NDArray[numpy.int64]:
        """tickets opened in the window"""
    @property
    def escalated(self) -> numpy.typing.NDArray[numpy.int64]:
        """of these"""
    @property
    def closed(self) -> numpy.typing.NDArray[numpy.int64]:
        """tickets closed in the window"""
    @property
    def open(self) -> numpy.typing.NDArray[numpy.int64]:
        """tickets open on as_of"""
    @property
    def open_escalated(self) -> numpy.typing.NDArray[numpy.int64]:
        """of these"""
    @property
    def mean_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """from opened to closed, of those closed in the window; NaN without any"""
    @property
    def median_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """by which half of those opened in the window are closed, by Kaplan-Meier; NaN where less than half are"""
    @property
    def mean_score(self) -> numpy.typing.NDArray[numpy.float64]:
        """of those closed in the window that have one; NaN without any"""
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
    def window_days(self) -> int | None:
        """days up to as_of"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: undated_attribute, escalation_not_told"""

class SupportSums:
    """The partial state of support(): how many tickets there are, by group, and how many lasted so many days.

    Tickets may be in any part. Sums of parts, and states from other processes, add up to those of all
    tickets, exactly and in any order: rows are those of the whole table.

    Parameters
    ----------
    options
        as_of must be given, since each part has a last day of its own

    Raises
    ------
    InvalidInput
        as support() does for its options
    """
    def __init__(
        self,
        *,
        as_of: datetime.date | numpy.datetime64 | str | None = None,
        window_days: typing.SupportsIndex | None = None,
        by: collections.abc.Iterable[str] = [],
        accounts: fealty.revenue.Accounts | None = None,
    ) -> None: ...
    def update(self, tickets: Tickets) -> None:
        """Adds tickets.

        Raises
        ------
        InvalidInput
            without as_of; for groups that are integers after texts; by attributes, for a state that was
            read from bytes, which has no accounts. Nothing is added then
        """
    def merge(self, other: SupportSums) -> None:
        """Adds the sums of another state.

        Raises
        ------
        InvalidInput
            when its settings are others
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize(). Accounts are not among them."""
    @staticmethod
    def deserialize(bytes: bytes) -> SupportSums:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def support(self) -> Support:
        """What support() has of all tickets."""
    def __repr__(self) -> str: ...

class LoyaltyField(enum.StrEnum):
    """Which of the four fields of attitude and behavior an account is in.

    Members
    -------
    true_loyalty
        thinks well of us and stays: both are high
    latent_loyalty
        thinks well of us, but does not act on it: attitude is high, behavior low
    spurious_loyalty
        stays without thinking well of us, as long as it has to: behavior is high, attitude low
    no_loyalty
        both are low
    unknown
        one side is not known: it is not guessed
    """
    true_loyalty = "true_loyalty"
    latent_loyalty = "latent_loyalty"
    spurious_loyalty = "spurious_loyalty"
    no_loyalty = "no_loyalty"
    unknown = "unknown"

class LoyaltyScores:
    """What accounts think and do, by account id.

    The columns of a table of what accounts think and do: one row for each account.

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, an account that is null or there twice, a number that
        is infinite

    Columns
    -------
    account
        whose
    attitude
        NaN where it is not known
    behavior
        NaN where it is not known
    attitude_coverage
        share of the measures' weight that was observed, 0 to 1
    behavior_coverage
        share of the measures' weight that was observed, 0 to 1
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        attitude: str | None = None,
        behavior: str | None = None,
    ) -> None: ...
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def attitude(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where it is not known"""
    @property
    def behavior(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where it is not known"""
    @property
    def attitude_coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the measures' weight that was observed, 0 to 1"""
    @property
    def behavior_coverage(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of the measures' weight that was observed, 0 to 1"""
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
        """last day known; none where it does not matter"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""

class Loyalty:
    """The field of each account, by account id.

    Columns
    -------
    account
        whose
    attitude
        NaN where it is not known
    behavior
        NaN where it is not known
    field
        which
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def attitude(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where it is not known"""
    @property
    def behavior(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where it is not known"""
    @property
    def field(self) -> numpy.typing.NDArray[numpy.object_]:
        """which"""
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
    def attitude_threshold(self) -> float:
        """from which on an attitude is high"""
    @property
    def behavior_threshold(self) -> float:
        """from which on behavior is high"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """by rows of the result: spurious_loyalty, loyalty_unknown"""

class LoyaltyCounts:
    """How many accounts each field has: one row for each, in their order.

    Columns
    -------
    field
        which
    accounts
        in it
    share
        of those whose field is known; NaN for the unknown, and without any
    """
    @property
    def field(self) -> numpy.typing.NDArray[numpy.object_]:
        """which"""
    @property
    def accounts(self) -> numpy.typing.NDArray[numpy.int64]:
        """in it"""
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of those whose field is known; NaN for the unknown, and without any"""
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

class Sentiments:
    """A validated table of scores and of what the customer success managers (CSMs) think. Copies are cheap.

    The columns of a table of sentiments: one row for each account.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    score
        the health score as of the day; null or NaN: unknown
    band
        of the score; by default that in which the score lies
    sentiment
        what the CSM thinks, on the scale of the score; null or NaN: unknown
    date
        days since 1970-01-01: when the CSM said so; null: unknown
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, an account that is null or there twice, a number that
        is infinite, a day before 1900 or after 9999
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        score: str | None = None,
        band: str | None = None,
        sentiment: str | None = None,
        date: str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """With `on_error = drop`, which rows were left out and why."""
    def __repr__(self) -> str: ...
    @property
    def last_day(self) -> datetime.date | None:
        """The latest date; none without dates."""

class Sentiment:
    """What the score says and what the CSM says, side by side, by account id.

    Columns
    -------
    account
        whose
    score
        the health score; NaN where it is unknown
    score_band
        its band; null where it is unknown
    sentiment
        what the CSM thinks; NaN where it is unknown
    sentiment_band
        its band; null where it is unknown
    disagreement
        sentiment - score, in points: above 0 the CSM sees it greener
    band_disagreement
        the same in bands
    days_since
        from the CSM's word to as_of; NaN where the day is unknown
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """the health score; NaN where it is unknown"""
    @property
    def score_band(self) -> numpy.typing.NDArray[typing.Any]:
        """its band; null where it is unknown"""
    @property
    def sentiment(self) -> numpy.typing.NDArray[numpy.float64]:
        """what the CSM thinks; NaN where it is unknown"""
    @property
    def sentiment_band(self) -> numpy.typing.NDArray[typing.Any]:
        """its band; null where it is unknown"""
    @property
    def disagreement(self) -> numpy.typing.NDArray[numpy.float64]:
        """sentiment - score, in points: above 0 the CSM sees it greener"""
    @property
    def band_disagreement(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same in bands"""
    @property
    def days_since(self) -> numpy.typing.NDArray[numpy.float64]:
        """from the CSM's word to as_of; NaN where the day is unknown"""
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
        """last day known; none without dates"""
    @property
    def as_of_inferred(self) -> bool:
        """it was not given"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """by rows of the result: sentiment_above_score, sentiment_below_score, outside_bands"""

class CoefficientSign(enum.StrEnum):
    """Which sign a coefficient may have: what is known beforehand of how a feature works.

    Members
    -------
    any
        none is asked for
    positive
        >= 0: more of the feature never makes the outcome less likely
    negative
        <= 0
    """
    any = "any"
    positive = "positive"
    negative = "negative"

class LogisticModel:
    """A logistic regression: a row for the intercept, for each feature, and for each level of one of texts but
    the first.

    Columns
    -------
    covariate
        "(intercept)", then names of features, and = the level of texts
    reference
        the level that it is told against, of one of texts; otherwise empty
    coef
        log odds ratio; NaN where the data do not tell it (see findings)
    std_error
        of `coef`; NaN where a sign holds it at 0
    odds_ratio
        e^coef
    z
        coef / std_error
    p_value
        two-sided
    lower
        of the odds ratio
    upper
        of the odds ratio
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """"(intercept)", then names of features, and = the level of texts"""
    @property
    def reference(self) -> numpy.typing.NDArray[numpy.object_]:
        """the level that it is told against, of one of texts; otherwise empty"""
    @property
    def coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """log odds ratio; NaN where the data do not tell it (see findings)"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`; NaN where a sign holds it at 0"""
    @property
    def odds_ratio(self) -> numpy.typing.NDArray[numpy.float64]:
        """e^coef"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """coef / std_error"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the odds ratio"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the odds ratio"""
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
        """of the coefficients, row by row; NaN where there is none"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a feature is missing"""
    @property
    def outcomes(self) -> int:
        """rows used in which the outcome happened"""
    @property
    def weight(self) -> float:
        """of all rows used; `examples` without weights"""
    @property
    def log_likelihood(self) -> float:
        """weighted, at the coefficients, without the penalty"""
    @property
    def deviance(self) -> float:
        """-2 log_likelihood"""
    @property
    def null_deviance(self) -> float:
        """with the intercept alone"""
    @property
    def effective_degrees_of_freedom(self) -> float:
        """coefficients, less what the penalty takes of them"""
    @property
    def iterations(self) -> int:
        """Newton steps"""
    @property
    def robust(self) -> bool:
        """what kind the standard errors are"""
    @property
    def stabilized(self) -> bool:
        """whether separation made a weak prior necessary (see findings)"""
    @property
    def penalty(self) -> float:
        """of squared coefficients"""
    @property
    def standardize(self) -> bool:
        """whether it was per standard deviation of features"""
    @property
    def equivalent_c(self) -> float:
        """scikit-learn's C that penalizes as much: 1 / (weight x penalty); infinite without one"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: separation, few_outcomes, constant_covariate, collinear_covariate, held_by_sign"""

class LogisticPrediction:
    """Probabilities of rows.

    Columns
    -------
    row
        of the attributes, from 0
    probability
        of the outcome; NaN where a feature is missing or unknown
    lower
        of the interval of the probability
    upper
        of the interval of the probability
    linear_predictor
        log odds
    std_error
        of the log odds: how sure the coefficients are
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the outcome; NaN where a feature is missing or unknown"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval of the probability"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval of the probability"""
    @property
    def linear_predictor(self) -> numpy.typing.NDArray[numpy.float64]:
        """log odds"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the log odds: how sure the coefficients are"""
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
        """codes: missing_feature, unknown_level"""

class LogisticContributions:
    """What makes a prediction: for each row the log odds of an average row, then what each feature adds.

    Columns
    -------
    row
        of the attributes, from 0
    feature
        "(average)", then the model's features in their order
    contribution
        to the log odds; NaN where the feature is missing or unknown
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def feature(self) -> numpy.typing.NDArray[typing.Any]:
        """"(average)", then the model's features in their order"""
    @property
    def contribution(self) -> numpy.typing.NDArray[numpy.float64]:
        """to the log odds; NaN where the feature is missing or unknown"""
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
        """codes: missing_feature, unknown_level"""

class LogisticRound(enum.StrEnum):
    """What a round of a logistic regression asks of examples.

    Members
    -------
    survey
        which levels there are, the means of features, how many have the outcome
    sums
        the log-likelihood, its slope and its curvature, at coefficients
    margins
        how far a direction takes examples to the side of their outcomes: for separation
    influence
        how much each account moves the slope: for robust standard errors
    """
    survey = "survey"
    sums = "sums"
    margins = "margins"
    influence = "influence"

class LogisticTask:
    """What LogisticRounds asks of all examples in a round: small, and the same for all partitions."""
    def serialize(self) -> bytes:
        """The task as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> LogisticTask:
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
    def round(self) -> LogisticRound:
        """What it asks."""
    def __repr__(self) -> str: ...

class LogisticPartial:
    """The partial state of a round: what the examples of a partition come to. Its size is that of a matrix of
    features, whatever the number of examples; that of influence holds a row for each account.

    States of a task add up, in any order, to that of all examples: exactly for counts, and to about 15 digits
    for sums. Examples of one account may be in any partition. A state without a task is that of no examples.

    Parameters
    ----------
    task
        what LogisticRounds asks
    """
    def __init__(self, task: LogisticTask) -> None: ...
    def update(self, examples: Examples) -> None:
        """Adds examples.

        Raises
        ------
        InvalidInput
            when features of the task are no attributes of theirs; for features that are no numbers,
            flags or texts, or are infinite; after the survey, for levels that were not in it; when
            these have accounts and others have not; for a state that was read from bytes. Nothing is
            added then
        """
    def merge(self, other: LogisticPartial) -> None:
        """Adds the examples of another state.

        Raises
        ------
        InvalidInput
            when it is of another task, or a feature is of texts in one and of numbers in the other, or
            one has accounts and the other has not
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize(). The task is not among them."""
    @staticmethod
    def deserialize(bytes: bytes) -> LogisticPartial:
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
        """Examples in which a feature is missing."""
    def __repr__(self) -> str: ...

class LogisticRounds:
    """The fit of logistic() to examples that no single place holds: coefficients are here, examples in
    partitions.

    A task goes down to all partitions, the states that they make of it come up and are merged, and tell the
    next task. The first round surveys the examples, each step then takes one; a step that looks like
    separation takes another, and so do robust standard errors. Settings and the model are those of
    logistic(), whatever the partition, to about 12 digits.

    References
    ----------
    McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; cox_rounds.hpp
    """
    def __init__(
        self,
        *,
        features: collections.abc.Iterable[str],
        signs: collections.abc.Iterable[CoefficientSign | typing.Literal['any', 'positive', 'negative'] | str] = [],
        penalty: typing.SupportsFloat | typing.SupportsIndex = 0.0,
        penalty_factors: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
        standardize: bool = True,
        robust: bool | None = None,
        confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
        tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
        max_iterations: typing.SupportsIndex = 50,
        threads: typing.SupportsIndex = 0,
    ) -> None: ...
    def advance(self, all: LogisticPartial) -> None:
        """Takes the state of all examples, and goes on to the next round.

        Parameters
        ----------
        all
            made of task(), merged over partitions

        Raises
        ------
        InvalidInput
            for a state of another task or of other examples than the survey's; as logistic() does for
            examples; when the model is done
        NotConverged
            as logistic() does
        """
    @property
    def task(self) -> LogisticTask:
        """What all partitions are asked next; once the model is done, again the last."""
    @property
    def done(self) -> bool:
        """Whether there is a model."""
    @property
    def model(self) -> LogisticModel:
        """The model, once it is done.

        Raises
        ------
        InvalidInput
            before
        """
    def __repr__(self) -> str: ...

class HazardLink(enum.StrEnum):
    """How the chance to end in a period follows from a sum of effects.

    Members
    -------
    logit
        log odds: effects are odds ratios of ending in a period
    cloglog
        log(-log(1 - chance)): effects are hazard ratios, whatever the length of a period
    """
    logit = "logit"
    cloglog = "cloglog"

class HazardBaseline(enum.StrEnum):
    """How the chance to end depends on the age.

    Members
    -------
    by_period
        a coefficient for each period: any shape, as far as lives were seen
    polynomial
        a power series of the period, of `degree`
    log_period
        a line in the logarithm of the period
    """
    by_period = "by_period"
    polynomial = "polynomial"
    log_period = "log_period"

class DiscreteHazardModel:
    """A discrete-time hazard model: rows for the baseline, then for each feature and level but the first.

    Columns
    -------
    covariate
        "period=1", ... or "(intercept)", "period", "period^2", ... or "log(period)"; then features,
        and = the level of texts
    reference
        the level that it is told against, of one of texts; otherwise empty
    coef
        on the scale of the link; NaN where the data do not tell it
    std_error
        of `coef`
    exp_coef
        e^coef: of features, odds ratio (logit) or hazard ratio (cloglog)
    z
        coef / std_error
    p_value
        two-sided
    lower
        of e^coef
    upper
        of e^coef
    """
    @property
    def covariate(self) -> numpy.typing.NDArray[numpy.object_]:
        """"period=1", ... or "(intercept)", "period", "period^2", ... or "log(period)"; then features, and = the level of texts"""
    @property
    def reference(self) -> numpy.typing.NDArray[numpy.object_]:
        """the level that it is told against, of one of texts; otherwise empty"""
    @property
    def coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """on the scale of the link; NaN where the data do not tell it"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of `coef`"""
    @property
    def exp_coef(self) -> numpy.typing.NDArray[numpy.float64]:
        """e^coef: of features, odds ratio (logit) or hazard ratio (cloglog)"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """coef / std_error"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of e^coef"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of e^coef"""
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
    def lives(self) -> int:
        """rows that were used"""
    @property
    def left_out(self) -> int:
        """rows in which a feature is missing"""
    @property
    def ended(self) -> int:
        """lives that ended"""
    @property
    def person_periods(self) -> int:
        """periods that lives were at risk in: rows of the expanded table"""
    @property
    def periods(self) -> int:
        """the longest life"""
    @property
    def log_likelihood(self) -> float:
        """weighted, at the coefficients, without the penalty"""
    @property
    def deviance(self) -> float:
        """-2 log_likelihood"""
    @property
    def iterations(self) -> int:
        """scoring steps"""
    @property
    def stabilized(self) -> bool:
        """whether separation made a weak prior necessary (see findings)"""
    @property
    def link(self) -> HazardLink:
        """of the chance to end in a period"""
    @property
    def baseline(self) -> HazardBaseline:
        """how it depends on the age"""
    @property
    def penalty(self) -> float:
        """of squared coefficients"""
    @property
    def standardize(self) -> bool:
        """whether it was per standard deviation of features"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: separation, few_outcomes, constant_covariate, collinear_covariate, certain_period"""

class HazardPrediction:
    """The next periods of lives, one row for each of them and period.

    Columns
    -------
    row
        of the attributes, from 0
    period
        of the life, from 1
    hazard
        chance to end in it, having come so far; NaN where it is not known
    survival
        chance to pass it, having passed the given age
    std_error
        of the survival
    lower
        of the interval of the survival
    upper
        of the interval of the survival
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the attributes, from 0"""
    @property
    def period(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the life, from 1"""
    @property
    def hazard(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance to end in it, having come so far; NaN where it is not known"""
    @property
    def survival(self) -> numpy.typing.NDArray[numpy.float64]:
        """chance to pass it, having passed the given age"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the survival"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval of the survival"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval of the survival"""
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
        """codes: missing_feature, unknown_level, beyond_support"""

class BinKind(enum.StrEnum):
    """What a bin of an attribute holds.

    Members
    -------
    numbers
        those above its lower end, up to its upper end
    category
        one text
    missing
        rows in which the attribute is not known
    """
    numbers = "numbers"
    category = "category"
    missing = "missing"

class BinCounts:
    """The partial state of drift: how many rows are in each bin of an attribute.

    Counts of partitions, batches of a stream and states from other processes add up to those of all rows,
    exactly and in any order.
    """
    def __init__(
        self,
        *,
        feature: str = '',
        edges: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] | None = None,
    ) -> None: ...
    def update(self, attributes: typing.Any) -> None:
        """Adds rows.

        Raises
        ------
        InvalidInput
            when the attribute is not there, infinite, a date, or numbers without edges or texts with
            edges; nothing is added then
        """
    def merge(self, other: BinCounts) -> None:
        """Adds the counts of another state.

        Raises
        ------
        InvalidInput
            when its attribute or its edges are others
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> BinCounts:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def feature(self) -> str:
        """The attribute."""
    def __repr__(self) -> str: ...

class EvidenceCounts:
    """The partial state of weight of evidence: how many examples with the outcome, and how many others, are in
    each bin of an attribute.

    Counts of partitions, batches of a stream and states from other processes add up to those of all examples:
    exactly for counts and whole weights, in any order, and to 32 digits for other weights.
    """
    def __init__(
        self,
        *,
        feature: str = '',
        edges: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] | None = None,
    ) -> None: ...
    def update(self, examples: Examples) -> None:
        """Adds examples.

        Raises
        ------
        InvalidInput
            when the attribute is not there, infinite, a date, or numbers without edges or texts with
            edges; nothing is added then
        """
    def merge(self, other: EvidenceCounts) -> None:
        """Adds the counts of another state.

        Raises
        ------
        InvalidInput
            when its attribute or its edges are others
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> EvidenceCounts:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def outcomes(self) -> int:
        """Examples with the outcome."""
    @property
    def feature(self) -> str:
        """The attribute."""
    def __repr__(self) -> str: ...

class Monotone(enum.StrEnum):
    """Which way the weight of evidence goes as the number rises, from bin to bin.

    Members
    -------
    none
        any
    increasing
        the higher, the more outcomes
    decreasing
        the higher, the fewer
    any_direction
        one of the two: the one that tells more
    """
    none = "none"
    increasing = "increasing"
    decreasing = "decreasing"
    any_direction = "any_direction"

class WeightOfEvidence:
    """What each value of an attribute says about the outcome, one row for each bin: numbers ascending, texts by
    their bytes, then those that are missing.

    Columns
    -------
    kind
        what the bin holds
    lower
        of numbers: above it; -infinity of the first; NaN otherwise
    upper
        of numbers: up to it; infinity of the last; NaN otherwise
    category
        of a text; empty otherwise
    examples
        rows in the bin
    outcomes
        of them, with the outcome
    share_outcomes
        of the weight of all outcomes, those of the bin
    share_others
        of the weight of all others, those of the bin
    weight_of_evidence
        ln(share_outcomes / share_others); NaN of an empty bin
    contribution
        (share_outcomes - share_others) times it
    """
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what the bin holds"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of numbers: above it; -infinity of the first; NaN otherwise"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of numbers: up to it; infinity of the last; NaN otherwise"""
    @property
    def category(self) -> numpy.typing.NDArray[numpy.object_]:
        """of a text; empty otherwise"""
    @property
    def examples(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows in the bin"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
    @property
    def share_outcomes(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the weight of all outcomes, those of the bin"""
    @property
    def share_others(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the weight of all others, those of the bin"""
    @property
    def weight_of_evidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """ln(share_outcomes / share_others); NaN of an empty bin"""
    @property
    def contribution(self) -> numpy.typing.NDArray[numpy.float64]:
        """(share_outcomes - share_others) times it"""
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
    def feature(self) -> str:
        """the attribute"""
    @property
    def information_value(self) -> float:
        """sum of the contributions; NaN of one class"""
    @property
    def monotone(self) -> Monotone:
        """which way bins of numbers go, if they had to"""
    @property
    def smoothing(self) -> float:
        """added to both cells of a bin of which one is empty"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_examples, one_class, one_bin, empty_cell"""

class EvidenceReading(enum.StrEnum):
    """How an information value is usually read (Siddiqi 2006).

    Members
    -------
    none
        there is no information value
    useless
        below .02
    weak
        below .1
    medium
        below .3
    strong
        up to `suspicious`
    suspicious
        above it: a feature that knows the outcome already looks like this
    """
    none = "none"
    useless = "useless"
    weak = "weak"
    medium = "medium"
    strong = "strong"
    suspicious = "suspicious"

class InformationValue:
    """What each attribute tells of the outcome, one row for each, the most telling first.

    Columns
    -------
    feature
        the attribute; among equals by its bytes
    information_value
        of its bins; NaN of one class
    reading
        how that is usually read
    bins
        how many it has, missing values among them
    missing
        examples in which it is not known
    """
    @property
    def feature(self) -> numpy.typing.NDArray[numpy.object_]:
        """the attribute; among equals by its bytes"""
    @property
    def information_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its bins; NaN of one class"""
    @property
    def reading(self) -> numpy.typing.NDArray[numpy.object_]:
        """how that is usually read"""
    @property
    def bins(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many it has, missing values among them"""
    @property
    def missing(self) -> numpy.typing.NDArray[numpy.int64]:
        """examples in which it is not known"""
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
    def suspicious(self) -> float:
        """from which on a feature may be a leak"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_examples, one_class, suspicious_feature"""

class PointsOdds:
    """What points mean, one row for each.

    Columns
    -------
    points
        as given
    odds
        of the healthy outcome to the other
    probability
        of the healthy outcome: that an account stays
    """
    @property
    def points(self) -> numpy.typing.NDArray[numpy.float64]:
        """as given"""
    @property
    def odds(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the healthy outcome to the other"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the healthy outcome: that an account stays"""
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

class PointsScorecard:
    """Points for each bin, one row for each of all attributes.

    Columns
    -------
    feature
        the attribute
    kind
        what the bin holds
    lower
        of numbers: above it
    upper
        of numbers: up to it
    category
        of a text
    weight_of_evidence
        of the bin
    coefficient
        of the attribute
    points
        what the bin is worth, unrounded; NaN of an empty bin
    rounded_points
        the same, rounded half to even
    """
    @property
    def feature(self) -> numpy.typing.NDArray[numpy.object_]:
        """the attribute"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what the bin holds"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of numbers: above it"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of numbers: up to it"""
    @property
    def category(self) -> numpy.typing.NDArray[numpy.object_]:
        """of a text"""
    @property
    def weight_of_evidence(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the bin"""
    @property
    def coefficient(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the attribute"""
    @property
    def points(self) -> numpy.typing.NDArray[numpy.float64]:
        """what the bin is worth, unrounded; NaN of an empty bin"""
    @property
    def rounded_points(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same, rounded half to even"""
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
    def factor(self) -> float:
        """points by which log odds of 1 are worth: pdo / ln 2"""
    @property
    def offset(self) -> float:
        """points at even odds: base_points - factor ln(base_odds)"""
    @property
    def intercept(self) -> float:
        """of the model"""
    @property
    def polarity(self) -> Polarity:
        """of the model's outcome"""
    @property
    def pdo(self) -> float:
        """points that double the odds"""
    @property
    def base_points(self) -> float:
        """points at which the odds are base_odds"""
    @property
    def base_odds(self) -> float:
        """of the healthy outcome to the other"""
    @property
    def lowest(self) -> float:
        """the least that all attributes come to"""
    @property
    def highest(self) -> float:
        """the most"""

class SplitRole(enum.StrEnum):
    """What a row is for in a fold.

    Members
    -------
    train
        a model learns from it
    test
        the model is judged by it
    purged
        neither: its outcome was not yet known when the model had to be made
    """
    train = "train"
    test = "test"
    purged = "purged"

class Splits:
    """Rows to learn from and rows to be judged by, one row for each fold and row of the examples.

    Columns
    -------
    row
        of the examples, from 0
    fold
        from 1
    role
        what the row is for in this fold
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the examples, from 0"""
    @property
    def fold(self) -> numpy.typing.NDArray[numpy.int64]:
        """from 1"""
    @property
    def role(self) -> numpy.typing.NDArray[numpy.object_]:
        """what the row is for in this fold"""
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
    def folds(self) -> int:
        """how many there are"""
    @property
    def examples(self) -> int:
        """rows of the examples"""
    @property
    def cuts(self) -> list[datetime.date]:
        """of splits by time: the first day of the test rows of each fold"""
    @property
    def fingerprint(self) -> str:
        """of the accounts or days that they were made by, row by row: tells splits of other examples; empty where it does not matter"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: fold_without_outcome, fold_without_training"""

class CrossValidationPredictions:
    """What models said of rows that they had not seen, one row for each test row.

    Columns
    -------
    row
        of the examples, from 0
    fold
        in which it was tested, from 1
    outcome
        1 where it happened
    probability
        of the outcome; NaN where the model cannot say
    linear_predictor
        log odds
    """
    @property
    def row(self) -> numpy.typing.NDArray[numpy.int64]:
        """of the examples, from 0"""
    @property
    def fold(self) -> numpy.typing.NDArray[numpy.int64]:
        """in which it was tested, from 1"""
    @property
    def outcome(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it happened"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the outcome; NaN where the model cannot say"""
    @property
    def linear_predictor(self) -> numpy.typing.NDArray[numpy.float64]:
        """log odds"""
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

class CrossValidationFolds:
    """How good the model of each fold was, one row for each.

    Columns
    -------
    fold
        from 1
    train
        rows that it learned from
    test
        rows that it was judged by
    outcomes
        of them, with the outcome
    auc
        area under the ROC curve of its test rows; NaN of one class
    log_loss
        weighted mean of -ln of the probability of what happened
    null_log_loss
        the same of the share of outcomes among its training rows
    """
    @property
    def fold(self) -> numpy.typing.NDArray[numpy.int64]:
        """from 1"""
    @property
    def train(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows that it learned from"""
    @property
    def test(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows that it was judged by"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
    @property
    def auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """area under the ROC curve of its test rows; NaN of one class"""
    @property
    def log_loss(self) -> numpy.typing.NDArray[numpy.float64]:
        """weighted mean of -ln of the probability of what happened"""
    @property
    def null_log_loss(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of the share of outcomes among its training rows"""
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

class CrossValidationPath:
    """How good each penalty was, one row for each, ascending.

    Columns
    -------
    penalty
        ridge
    log_loss
        mean over folds, by the weight of their test rows
    std_error
        of it, by how much folds differ; NaN of one fold
    """
    @property
    def penalty(self) -> numpy.typing.NDArray[numpy.float64]:
        """ridge"""
    @property
    def log_loss(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean over folds, by the weight of their test rows"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, by how much folds differ; NaN of one fold"""
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

class CrossValidation:
    """How a logistic model does on rows that it has not seen."""
    @property
    def predictions(self) -> CrossValidationPredictions:
        """of each test row, with the penalty that was chosen"""
    @property
    def folds(self) -> CrossValidationFolds:
        """with the penalty that was chosen"""
    @property
    def path(self) -> CrossValidationPath:
        """of all penalties"""
    @property
    def penalty(self) -> float:
        """chosen: the largest whose log loss is within one standard error of the best"""
    @property
    def best_penalty(self) -> float:
        """of the least log loss"""
    @property
    def auc(self) -> float:
        """mean over the folds that have one"""
    @property
    def left_out(self) -> int:
        """test rows without a prediction"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: fold_without_training, no_prediction"""
    def __repr__(self) -> str: ...

class DriftReading(enum.StrEnum):
    """How a stability index is usually read.

    Members
    -------
    none
        there is no index, or it has one bin and tells nothing
    stable
        below .1
    moderate
        below .25
    large
        .25 or more
    """
    none = "none"
    stable = "stable"
    moderate = "moderate"
    large = "large"

class PopulationStability:
    """How far a score has moved, one row for each bin.

    Columns
    -------
    kind
        what the bin holds
    lower
        of numbers: above it; -infinity of the first; NaN otherwise
    upper
        of numbers: up to it; infinity of the last; NaN otherwise
    category
        of a text; empty otherwise
    reference
        rows of the reference in the bin
    current
        rows of the current sample
    reference_share
        of all rows
    current_share
        of all rows
    contribution
        (current_share - reference_share) ln(the one / the other)
    """
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """what the bin holds"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of numbers: above it; -infinity of the first; NaN otherwise"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of numbers: up to it; infinity of the last; NaN otherwise"""
    @property
    def category(self) -> numpy.typing.NDArray[numpy.object_]:
        """of a text; empty otherwise"""
    @property
    def reference(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows of the reference in the bin"""
    @property
    def current(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows of the current sample"""
    @property
    def reference_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all rows"""
    @property
    def current_share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of all rows"""
    @property
    def contribution(self) -> numpy.typing.NDArray[numpy.float64]:
        """(current_share - reference_share) ln(the one / the other)"""
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
    def psi(self) -> float:
        """sum of the contributions; NaN of an empty sample"""
    @property
    def std_error(self) -> float:
        """of the index; NaN of one bin, or one account"""
    @property
    def psi_lower(self) -> float:
        """of the interval of the index; NaN without an error"""
    @property
    def psi_upper(self) -> float:
        """likewise"""
    @property
    def reading(self) -> DriftReading:
        """how that is usually read"""
    @property
    def degrees_of_freedom(self) -> int:
        """bins that hold rows, less 1"""
    @property
    def expected(self) -> float:
        """the index that chance brings about on average"""
    @property
    def limit(self) -> float:
        """what chance exceeds in 1 - confidence of cases"""
    @property
    def p_value(self) -> float:
        """that chance alone brings about as much"""
    @property
    def confidence(self) -> float:
        """of `limit` and the interval"""
    @property
    def smoothing(self) -> float:
        """added to both cells of a bin of which one is empty"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: empty_sample, one_bin, empty_cell, drift, within_chance, configuration_changed"""

class CharacteristicStability:
    """How far attributes have moved, one row for each, those that moved most first.

    Columns
    -------
    feature
        the attribute; among equals by its bytes
    csi
        its stability index; NaN of an empty sample
    std_error
        of it; NaN of one bin, or one account
    lower
        of its interval, as in psi(); NaN without an error
    upper
        likewise
    reading
        how that is usually read
    share_of_all
        of the sum of the indices
    bins
        how many hold rows
    expected
        the index that chance brings about on average
    limit
        what chance exceeds in 1 - confidence of cases
    p_value
        that chance alone brings about as much
    points_shift
        points that a mean score has moved by through it; NaN without points
    largest_bin
        the bin that contributes most, as text
    """
    @property
    def feature(self) -> numpy.typing.NDArray[numpy.object_]:
        """the attribute; among equals by its bytes"""
    @property
    def csi(self) -> numpy.typing.NDArray[numpy.float64]:
        """its stability index; NaN of an empty sample"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it; NaN of one bin, or one account"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval, as in psi(); NaN without an error"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def reading(self) -> numpy.typing.NDArray[numpy.object_]:
        """how that is usually read"""
    @property
    def share_of_all(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the sum of the indices"""
    @property
    def bins(self) -> numpy.typing.NDArray[numpy.int64]:
        """how many hold rows"""
    @property
    def expected(self) -> numpy.typing.NDArray[numpy.float64]:
        """the index that chance brings about on average"""
    @property
    def limit(self) -> numpy.typing.NDArray[numpy.float64]:
        """what chance exceeds in 1 - confidence of cases"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """that chance alone brings about as much"""
    @property
    def points_shift(self) -> numpy.typing.NDArray[numpy.float64]:
        """points that a mean score has moved by through it; NaN without points"""
    @property
    def largest_bin(self) -> numpy.typing.NDArray[numpy.object_]:
        """the bin that contributes most, as text"""
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
    def points_shift_sum(self) -> float:
        """of the score; NaN without points"""
    @property
    def confidence(self) -> float:
        """of `limit` and the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: empty_sample, one_bin, drift, within_chance, unseen_value, configuration_changed"""

class AucInterval(enum.StrEnum):
    """How the interval of an area under the ROC curve is made.

    Members
    -------
    delong
        normal, by DeLong's standard error, or Obuchowski's of accounts, cut to [0, 1]
    logit
        the same of ln(auc / (1 - auc)): the better one near 1
    bootstrap
        percentiles of draws of rows, or of accounts
    """
    delong = "delong"
    logit = "logit"
    bootstrap = "bootstrap"

class RocAuc:
    """How well a score tells rows with the outcome from the others: one row.

    Columns
    -------
    auc
        share of pairs of one with and one without the outcome that the score has in order, ties
        counting half; NaN without a pair
    std_error
        of it; NaN with a single row, or account, of a kind
    lower
        of the interval; NaN where the standard error is 0 or none
    upper
        of the interval; NaN likewise
    examples
        rows that were used
    outcomes
        of them, with the outcome
    left_out
        rows whose score is missing
    """
    @property
    def auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of pairs of one with and one without the outcome that the score has in order, ties counting half; NaN without a pair"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it; NaN with a single row, or account, of a kind"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval; NaN where the standard error is 0 or none"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the interval; NaN likewise"""
    @property
    def examples(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows that were used"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
    @property
    def left_out(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows whose score is missing"""
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
    def clustered(self) -> bool:
        """whether rows of one account were taken together"""
    @property
    def interval(self) -> AucInterval:
        """how the interval was made"""
    @property
    def confidence(self) -> float:
        """coverage of the interval"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: one_class, few_outcomes, many_rows, no_interval, wrong_direction"""

class RocComparison:
    """How much better scores tell rows with the outcome from the others than a baseline: one row for each score.

    Columns
    -------
    score
        the attribute
    auc
        area under its ROC curve; NaN without a pair
    baseline_auc
        that of the baseline, on the same rows
    difference
        auc - baseline_auc
    std_error
        of the difference, both being of the same rows
    lower
        of a normal interval; NaN where the standard error is 0 or none
    upper
        of a normal interval; NaN likewise
    z
        difference / std_error; NaN likewise
    p_value
        two-sided; NaN likewise
    """
    @property
    def score(self) -> numpy.typing.NDArray[numpy.object_]:
        """the attribute"""
    @property
    def auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """area under its ROC curve; NaN without a pair"""
    @property
    def baseline_auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """that of the baseline, on the same rows"""
    @property
    def difference(self) -> numpy.typing.NDArray[numpy.float64]:
        """auc - baseline_auc"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the difference, both being of the same rows"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval; NaN where the standard error is 0 or none"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval; NaN likewise"""
    @property
    def z(self) -> numpy.typing.NDArray[numpy.float64]:
        """difference / std_error; NaN likewise"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided; NaN likewise"""
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
    def baseline(self) -> str:
        """the attribute they were compared with"""
    @property
    def examples(self) -> int:
        """rows that were used: every score is known"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def left_out(self) -> int:
        """rows in which a score is missing"""
    @property
    def clustered(self) -> bool:
        """whether rows of one account were taken together"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: one_class, few_outcomes, many_rows, no_interval"""

class RocCurve:
    """What a score finds at each threshold, one row for each score, from the highest risk down.

    Columns
    -------
    threshold
        rows with this score or one of more risk are flagged; in the first row none is, and it is
        infinite
    sensitivity
        share flagged of the rows with the outcome: recall
    specificity
        share not flagged of the others
    true_positives
        rows flagged that have the outcome
    false_positives
        rows flagged that do not
    """
    @property
    def threshold(self) -> numpy.typing.NDArray[numpy.float64]:
        """rows with this score or one of more risk are flagged; in the first row none is, and it is infinite"""
    @property
    def sensitivity(self) -> numpy.typing.NDArray[numpy.float64]:
        """share flagged of the rows with the outcome: recall"""
    @property
    def specificity(self) -> numpy.typing.NDArray[numpy.float64]:
        """share not flagged of the others"""
    @property
    def true_positives(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows flagged that have the outcome"""
    @property
    def false_positives(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows flagged that do not"""
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
    def auc(self) -> float:
        """area under the curve of all thresholds, by trapezoids; NaN without a pair"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def left_out(self) -> int:
        """rows whose score is missing"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: one_class"""

class PrecisionRecall:
    """What is right of what a score flags at each threshold, one row for each score, from the highest risk down.

    Columns
    -------
    threshold
        rows with this score or one of more risk are flagged
    precision
        share of those flagged that have the outcome
    recall
        share of those with the outcome that are flagged; NaN without any
    true_positives
        rows flagged that have the outcome
    false_positives
        rows flagged that do not
    """
    @property
    def threshold(self) -> numpy.typing.NDArray[numpy.float64]:
        """rows with this score or one of more risk are flagged"""
    @property
    def precision(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of those flagged that have the outcome"""
    @property
    def recall(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of those with the outcome that are flagged; NaN without any"""
    @property
    def true_positives(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows flagged that have the outcome"""
    @property
    def false_positives(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows flagged that do not"""
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
    def prevalence(self) -> float:
        """share of all rows that have the outcome: the precision of a draw"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def left_out(self) -> int:
        """rows whose score is missing"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """code: one_class"""

class AveragePrecision:
    """How much of what a score flags is right, over all recalls: one row.

    Columns
    -------
    average_precision
        the precision at each threshold x the recall it adds, summed up; NaN without a row with the
        outcome
    std_error
        of it, by the bootstrap
    lower
        percentile of the draws; NaN without an interval
    upper
        percentile of the draws; NaN likewise
    prevalence
        share with the outcome: what a score that tells nothing comes to
    examples
        rows that were used
    outcomes
        of them, with the outcome
    left_out
        rows whose score is missing
    """
    @property
    def average_precision(self) -> numpy.typing.NDArray[numpy.float64]:
        """the precision at each threshold x the recall it adds, summed up; NaN without a row with the outcome"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of it, by the bootstrap"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """percentile of the draws; NaN without an interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """percentile of the draws; NaN likewise"""
    @property
    def prevalence(self) -> numpy.typing.NDArray[numpy.float64]:
        """share with the outcome: what a score that tells nothing comes to"""
    @property
    def examples(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows that were used"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
    @property
    def left_out(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows whose score is missing"""
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
    def clustered(self) -> bool:
        """whether accounts were drawn"""
    @property
    def confidence(self) -> float:
        """coverage of the interval"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: one_class, few_outcomes, many_rows, no_interval"""

class KolmogorovSmirnov:
    """How far apart a score keeps rows with the outcome and the others: one row.

    Columns
    -------
    statistic
        largest distance of the two distributions of the score; NaN where a kind has no row
    threshold
        where it is: rows with this score or one of more risk are flagged; the one of highest risk,
        if there are several
    sensitivity
        share flagged there of the rows with the outcome
    specificity
        share not flagged there of the others
    p_value
        that it would be as large if the score told nothing
    std_error
        of the statistic, at its threshold
    lower
        of its interval; NaN where std_error is 0
    upper
        likewise
    examples
        rows that were used
    outcomes
        of them, with the outcome
    left_out
        rows whose score is missing
    """
    @property
    def statistic(self) -> numpy.typing.NDArray[numpy.float64]:
        """largest distance of the two distributions of the score; NaN where a kind has no row"""
    @property
    def threshold(self) -> numpy.typing.NDArray[numpy.float64]:
        """where it is: rows with this score or one of more risk are flagged; the one of highest risk, if there are several"""
    @property
    def sensitivity(self) -> numpy.typing.NDArray[numpy.float64]:
        """share flagged there of the rows with the outcome"""
    @property
    def specificity(self) -> numpy.typing.NDArray[numpy.float64]:
        """share not flagged there of the others"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """that it would be as large if the score told nothing"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the statistic, at its threshold"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval; NaN where std_error is 0"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def examples(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows that were used"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
    @property
    def left_out(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows whose score is missing"""
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
        """coverage of the interval"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: one_class, few_outcomes, many_rows, no_interval"""

class Lift:
    """What is found among the rows of highest risk, one row for each share that is looked at.

    Columns
    -------
    share
        of the rows, that is looked at
    looked_at
        so many rows, as they count; not rounded
    precision
        share of them that have the outcome; all figures NaN with one kind alone
    precision_lower
        percentile of the draws; NaN where no draw differs
    precision_upper
        percentile of the draws; NaN likewise
    capture
        share of all rows with the outcome that is among them: recall at k
    capture_lower
        of its interval
    capture_upper
        of its interval
    lift
        precision / prevalence = capture / share: 1 tells nothing
    lift_lower
        of its interval
    lift_upper
        of its interval
    value_capture
        share of what rows with the outcome are worth; with `value`
    value_capture_lower
        of its interval
    value_capture_upper
        of its interval
    """
    @property
    def share(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the rows, that is looked at"""
    @property
    def looked_at(self) -> numpy.typing.NDArray[numpy.float64]:
        """so many rows, as they count; not rounded"""
    @property
    def precision(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of them that have the outcome; all figures NaN with one kind alone"""
    @property
    def precision_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """percentile of the draws; NaN where no draw differs"""
    @property
    def precision_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """percentile of the draws; NaN likewise"""
    @property
    def capture(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of all rows with the outcome that is among them: recall at k"""
    @property
    def capture_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval"""
    @property
    def capture_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval"""
    @property
    def lift(self) -> numpy.typing.NDArray[numpy.float64]:
        """precision / prevalence = capture / share: 1 tells nothing"""
    @property
    def lift_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval"""
    @property
    def lift_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval"""
    @property
    def value_capture(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of what rows with the outcome are worth; with `value`"""
    @property
    def value_capture_lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval"""
    @property
    def value_capture_upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval"""
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
    def prevalence(self) -> float:
        """share of all rows that have the outcome"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def left_out(self) -> int:
        """rows whose score, or value, is missing"""
    @property
    def clustered(self) -> bool:
        """whether accounts were drawn"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: one_class, few_outcomes, many_rows, no_interval, no_value"""

class CalibratorKind(enum.StrEnum):
    """How a score becomes a probability.

    Members
    -------
    platt
        logit p = intercept + slope x: x is the score, or its logit
    isotonic
        linear between knots, as far as the outermost ones beyond them
    beta_calibration
        logit p = intercept + slope ln s - rest_slope ln(1 - s)
    """
    platt = "platt"
    isotonic = "isotonic"
    beta_calibration = "beta_calibration"

class ScoreScale(enum.StrEnum):
    """On which scale a score is taken.

    Members
    -------
    raw
        as it is: points, a linear predictor
    logit
        ln(s / (1 - s)) of a probability s
    """
    raw = "raw"
    logit = "logit"

class Calibrator:
    """What turns scores into probabilities of an outcome, one row for each knot: only isotonic ones have some.

    Columns
    -------
    score
        of the knot, ascending
    probability
        at the knot
    """
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the knot, ascending"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """at the knot"""
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
    def kind(self) -> CalibratorKind:
        """how a score becomes a probability"""
    @property
    def intercept(self) -> float:
        """of the logit; NaN where nothing was learned"""
    @property
    def slope(self) -> float:
        """of the score, of its logit, or of ln s"""
    @property
    def rest_slope(self) -> float:
        """of beta calibration: of -ln(1 - s)"""
    @property
    def scale(self) -> ScoreScale:
        """of Platt's: what the slope is of"""
    @property
    def higher_predicts_outcome(self) -> bool:
        """which way the score was taken to point; beta calibration of one that does not is of s = 1 - score"""
    @property
    def clip(self) -> float:
        """scores are kept so far from 0 and 1 for their logarithms"""
    @property
    def examples(self) -> int:
        """rows that it learned from"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def left_out(self) -> int:
        """rows in which the score is missing"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: missing_score, no_examples, one_class, few_outcomes, separation, no_spread, wrong_direction, certain_scores"""

class CalibratedScores:
    """Scores as probabilities, one row for each.

    Columns
    -------
    score
        as given
    probability
        of the outcome; NaN where the score is
    """
    @property
    def score(self) -> numpy.typing.NDArray[numpy.float64]:
        """as given"""
    @property
    def probability(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the outcome; NaN where the score is"""
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
        """codes: missing_score, no_calibration"""

class Binning(enum.StrEnum):
    """How probabilities are put into bins.

    Members
    -------
    equal_mass
        of about as many rows; those of the same probability stay together, so bins may be fewer
    equal_width
        of the same width over [0, 1]; a bin holds its upper end; empty ones are left out
    """
    equal_mass = "equal_mass"
    equal_width = "equal_width"

class CalibrationMeasure(enum.StrEnum):
    """How probabilities are judged.

    Members
    -------
    brier
        mean square of probability - outcome
    brier_skill
        1 - brier / that of the share of outcomes
    log_loss
        mean of less the logarithm of the probability of what happened
    calibration_slope
        of a logistic curve on logit p; 1 if right, below for too extreme ones
    calibration_intercept
        of the same curve
    calibration_in_the_large
        intercept of the curve whose slope is 1; 0 if right
    mean_difference
        mean probability - share of outcomes; 0 if right
    expected_observed_ratio
        the one / the other; 1 if right
    expected_calibration_error
        mean of |mean probability - share of outcomes| over bins
    maximum_calibration_error
        largest of them
    spiegelhalter_z
        of Spiegelhalter's test that all probabilities are right; 0 on average
    """
    brier = "brier"
    brier_skill = "brier_skill"
    log_loss = "log_loss"
    calibration_slope = "calibration_slope"
    calibration_intercept = "calibration_intercept"
    calibration_in_the_large = "calibration_in_the_large"
    mean_difference = "mean_difference"
    expected_observed_ratio = "expected_observed_ratio"
    expected_calibration_error = "expected_calibration_error"
    maximum_calibration_error = "maximum_calibration_error"
    spiegelhalter_z = "spiegelhalter_z"

class CalibrationMeasures:
    """Whether probabilities are right, one row for each measure.

    Columns
    -------
    measure
        what the row tells
    value
        NaN where there is none, and a finding why
    std_error
        NaN of maximum_calibration_error and spiegelhalter_z
    lower
        of a normal interval; of the ratio, of one of its logarithm; of calibration errors, see
        below; NaN of spiegelhalter_z, which is in standard errors already and has its p_value
    upper
        likewise
    p_value
        two-sided, that it would be as far from what is right; NaN where nothing is
    """
    @property
    def measure(self) -> numpy.typing.NDArray[numpy.object_]:
        """what the row tells"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where there is none, and a finding why"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN of maximum_calibration_error and spiegelhalter_z"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of a normal interval; of the ratio, of one of its logarithm; of calibration errors, see below; NaN of spiegelhalter_z, which is in standard errors already and has its p_value"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """two-sided, that it would be as far from what is right; NaN where nothing is"""
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
    def expected_error_by_chance(self) -> float:
        """expected_calibration_error that right probabilities would show on average in these bins, about"""
    @property
    def share(self) -> float:
        """of outcomes"""
    @property
    def mean_probability(self) -> float:
        """of all examples"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def accounts(self) -> int:
        """they are of; 0 where it is not known"""
    @property
    def left_out(self) -> int:
        """rows in which the probability is missing"""
    @property
    def bins(self) -> int:
        """that have rows"""
    @property
    def binning(self) -> Binning:
        """how they were cut"""
    @property
    def clip(self) -> float:
        """how far from 0 and 1 logarithms were taken"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: missing_score, no_examples, one_class, few_outcomes, separation, no_spread, certain_scores, many_rows"""

class BrierTerm(enum.StrEnum):
    """What a Brier score is made of.

    Members
    -------
    reliability
        how far the bins' mean probabilities are from their shares of outcomes; 0 if right
    resolution
        how far these shares are from that of all: how much the bins tell apart
    uncertainty
        Brier score of the share of all outcomes
    within_bin_variance
        of probabilities around their bin's mean
    within_bin_covariance
        of probabilities and outcomes within bins, twice: what the bins hide
    """
    reliability = "reliability"
    resolution = "resolution"
    uncertainty = "uncertainty"
    within_bin_variance = "within_bin_variance"
    within_bin_covariance = "within_bin_covariance"

class BrierDecomposition:
    """A Brier score term by term, one row for each.

    Columns
    -------
    term
        what the row tells
    value
        NaN without examples
    contribution
        value, or less it for resolution and within_bin_covariance: they add up to the Brier score
    std_error
        of value; NaN of a single row or account
    lower
        of the term of these bins, without what chance adds to it; NaN without an error
    upper
        likewise
    """
    @property
    def term(self) -> numpy.typing.NDArray[numpy.object_]:
        """what the row tells"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN without examples"""
    @property
    def contribution(self) -> numpy.typing.NDArray[numpy.float64]:
        """value, or less it for resolution and within_bin_covariance: they add up to the Brier score"""
    @property
    def std_error(self) -> numpy.typing.NDArray[numpy.float64]:
        """of value; NaN of a single row or account"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of the term of these bins, without what chance adds to it; NaN without an error"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
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
    @property
    def brier(self) -> float:
        """mean square of probability - outcome"""
    @property
    def generalized_resolution(self) -> float:
        """resolution - within_bin_variance + within_bin_covariance: does not depend on where bins are cut as much as resolution does"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def accounts(self) -> int:
        """they are of; 0 where it is not known"""
    @property
    def left_out(self) -> int:
        """rows in which the probability is missing"""
    @property
    def bins(self) -> int:
        """that have rows"""
    @property
    def binning(self) -> Binning:
        """how they were cut"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: missing_score, no_examples, one_class"""

class CalibrationCurve:
    """Probabilities beside what happened, one row for each bin, the lowest probabilities first.

    Columns
    -------
    lowest
        probability in the bin
    highest
        probability in the bin
    predicted
        mean of the probabilities
    observed
        share of outcomes
    lower
        of Wilson's interval of it
    upper
        likewise
    examples
        rows in the bin
    outcomes
        of them, with the outcome
    """
    @property
    def lowest(self) -> numpy.typing.NDArray[numpy.float64]:
        """probability in the bin"""
    @property
    def highest(self) -> numpy.typing.NDArray[numpy.float64]:
        """probability in the bin"""
    @property
    def predicted(self) -> numpy.typing.NDArray[numpy.float64]:
        """mean of the probabilities"""
    @property
    def observed(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of outcomes"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of Wilson's interval of it"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def examples(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows in the bin"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
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
    def left_out(self) -> int:
        """rows in which the probability is missing"""
    @property
    def binning(self) -> Binning:
        """how bins were cut"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: missing_score, no_examples, one_class, many_rows"""

class NetBenefit:
    """What it is worth to act on probabilities, one row for each threshold.

    Columns
    -------
    threshold
        accounts are treated whose probability is as high, or higher
    net_benefit
        of treating these: share of rows that are treated and have the outcome - threshold / (1 -
        threshold) x share that are treated in vain
    std_error
        of it
    lower
        of a normal interval
    upper
        of a normal interval
    treat_all
        net benefit of treating all; that of treating none is 0
    standardized
        net_benefit / share of outcomes: 1 is the best there is
    avoided
        (net_benefit - treat_all) x (1 - threshold) / threshold: share of rows whose treatment is
        spared without missing more outcomes
    treated
        rows
    treated_outcomes
        of them, with the outcome
    """
    @property
    def threshold(self) -> numpy.typing.NDArray[numpy.float64]:
        """accounts are treated whose probability is as high, or higher"""
    @property
    def net_benefit(self) -> numpy.typing.NDArray[numpy.float64]:
        """of treating these: share of rows that are treated and have the outcome - threshold / (1 - threshold) x share that are treated in vain"""
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
    def treat_all(self) -> numpy.typing.NDArray[numpy.float64]:
        """net benefit of treating all; that of treating none is 0"""
    @property
    def standardized(self) -> numpy.typing.NDArray[numpy.float64]:
        """net_benefit / share of outcomes: 1 is the best there is"""
    @property
    def avoided(self) -> numpy.typing.NDArray[numpy.float64]:
        """(net_benefit - treat_all) x (1 - threshold) / threshold: share of rows whose treatment is spared without missing more outcomes"""
    @property
    def treated(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows"""
    @property
    def treated_outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
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
    def share(self) -> float:
        """of outcomes"""
    @property
    def examples(self) -> int:
        """rows that were used"""
    @property
    def outcomes(self) -> int:
        """of them, with the outcome"""
    @property
    def left_out(self) -> int:
        """rows in which the probability is missing"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: missing_score, no_examples, one_class"""

class ProbabilitySums:
    """The partial state of how far probabilities are from what happened: sums of them, of their squares and of
    their logarithms, by bins of equal width. Its size is that of its bins, whatever the number of examples.

    States of partitions, batches of a stream and other processes add up to that of all examples. No sum is
    rounded, so that no order of updates and merges changes a bit of them. Weights count as so many rows;
    accounts are not known to sums.
    """
    def __init__(
        self,
        *,
        score: str = 'score',
        bins: typing.SupportsIndex = 10,
        clip: typing.SupportsFloat | typing.SupportsIndex = 1e-15,
    ) -> None: ...
    def update(self, examples: Examples) -> None:
        """Adds examples.

        Raises
        ------
        InvalidInput
            for a score that is no attribute, is no column of numbers, or is not in [0, 1]; nothing is
            added then
        """
    def merge(self, other: ProbabilitySums) -> None:
        """Adds the sums of another state.

        Raises
        ------
        InvalidInput
            when its settings are others
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> ProbabilitySums:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def examples(self) -> int:
        """Examples that are in the sums."""
    @property
    def outcomes(self) -> int:
        """Of them, those with the outcome."""
    @property
    def left_out(self) -> int:
        """Examples in which the probability is missing."""
    @property
    def brier(self) -> float:
        """Mean square of probability - outcome; NaN without examples."""
    @property
    def log_loss(self) -> float:
        """Mean of less the logarithm of the probability of what happened; NaN without examples."""
    @property
    def mean_difference(self) -> float:
        """Mean probability - share of outcomes; NaN without examples."""
    @property
    def brier_decomposition(self) -> BrierDecomposition:
        """What brier_decomposition() has of all examples, in bins of equal width."""
    def calibration_curve(
        self,
        confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    ) -> CalibrationCurve:
        """What calibration_curve() has of all examples, in bins of equal width, without many_rows.

        Parameters
        ----------
        confidence
            coverage of the intervals, in (0, 1)
        """
    def __repr__(self) -> str: ...

class ScoreCounts:
    """The partial state of whatever is told of a score alone, roc_auc() among them: how often each score occurs
    with the outcome, and without.

    Counts of partitions, batches of a stream and states from other processes add up to those of all examples,
    exactly and in any order. Its size is that of the scores that differ: some thousands of scores with two
    decimals, but all rows of probabilities with all their digits, for which there is ProbabilitySums.
    Accounts are not kept: what is made of it takes rows as independent.
    """
    def __init__(self, *, score: str = 'score') -> None: ...
    def update(self, examples: Examples) -> None:
        """Adds examples.

        Raises
        ------
        InvalidInput
            for a score that is no attribute, is no column of numbers, or is infinite; nothing is added
            then
        """
    def merge(self, other: ScoreCounts) -> None:
        """Adds the counts of another state.

        Raises
        ------
        InvalidInput
            when they are of another attribute
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> ScoreCounts:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def score(self) -> str:
        """The attribute."""
    @property
    def left_out(self) -> int:
        """Examples without a score."""
    @property
    def examples(self) -> Examples:
        """All examples that have a score, for roc_auc() and its like: as many rows as there were, without
        accounts, in the order of their scores.

        Raises
        ------
        InvalidInput
            when there are more than 2^31 of them
        """
    def __repr__(self) -> str: ...

class BandCounts:
    """The partial state of churn_by_band(): how many examples are in each band, and how many of them have the
    outcome.

    Counts of partitions, batches of a stream and states from other processes add up to those of all examples,
    exactly and in any order. Weights do not count.
    """
    def __init__(self, *, band: str = 'band') -> None: ...
    def update(self, examples: Examples) -> None:
        """Adds examples.

        Raises
        ------
        InvalidInput
            for an attribute that is not there, or is neither texts nor integers; nothing is added then
        """
    def merge(self, other: BandCounts) -> None:
        """Adds the counts of another state.

        Raises
        ------
        InvalidInput
            when they are of another attribute
        """
    def serialize(self) -> bytes:
        """The state as bytes of version 1, for deserialize()."""
    @staticmethod
    def deserialize(bytes: bytes) -> BandCounts:
        """Reads a state back.

        Raises
        ------
        InvalidInput
            for bytes that are no state, are cut short or of a newer version
        """
    def __len__(self) -> int: ...
    @property
    def band(self) -> str:
        """The attribute."""
    @property
    def left_out(self) -> int:
        """Examples without a band."""
    def __repr__(self) -> str: ...

class ChurnByBand:
    """How often the outcome happens in each band, the worst first.

    Columns
    -------
    band
        as in `order`
    examples
        rows in the band
    outcomes
        of them, with the outcome
    rate
        share of outcomes; NaN of an empty band
    lower
        of Wilson's interval
    upper
        likewise
    monotone_rate
        isotonic fit: the nearest rates that never go the wrong way; NaN of an empty band
    next_p_value
        that the next band that has examples is of the same rate, by a score test; NaN of the last
    """
    @property
    def band(self) -> numpy.typing.NDArray[typing.Any]:
        """as in `order`"""
    @property
    def examples(self) -> numpy.typing.NDArray[numpy.int64]:
        """rows in the band"""
    @property
    def outcomes(self) -> numpy.typing.NDArray[numpy.int64]:
        """of them, with the outcome"""
    @property
    def rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """share of outcomes; NaN of an empty band"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of Wilson's interval"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def monotone_rate(self) -> numpy.typing.NDArray[numpy.float64]:
        """isotonic fit: the nearest rates that never go the wrong way; NaN of an empty band"""
    @property
    def next_p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """that the next band that has examples is of the same rate, by a score test; NaN of the last"""
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
    def monotone(self) -> bool:
        """whether rates never go the wrong way"""
    @property
    def trend(self) -> float:
        """Cochran and Armitage's z; above 0 where worse bands have more outcomes; NaN where nothing differs"""
    @property
    def p_value(self) -> float:
        """two-sided, of the trend; NaN likewise"""
    @property
    def exact(self) -> bool:
        """whether p_value is of all ways in which outcomes may fall on bands"""
    @property
    def left_out(self) -> int:
        """rows without a band"""
    @property
    def worse_predicts_outcome(self) -> bool:
        """what was expected"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: missing_band, no_examples, one_class, empty_band, not_monotone, bands_alike, many_rows"""

class Snapshots:
    """A validated table of snapshots: what scores and features were, before it was known what would happen.
    Copies are cheap.

    Findings: more_digits_than_currency.

    The columns of a table of snapshots: what was known of each account on each of some days.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    as_of
        days since 1970-01-01: the day on which the row was known
    attributes
        n rows: the score, its band, features, and baselines, by their names
    due
        day of the next renewal; null where none is agreed
    known_on
        latest date of anything that the row was made of
    treated
        1 where somebody acted on the score afterwards
    mrr
        what the account pays a month, in major units, >= 0
    mrr_minor
        the same in minor units, >= 0
    currency
        ISO 4217 code of every amount
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account or as_of, a day before 1900 or after
        9999, two rows of an account and day, a flag that is not 0 or 1, an amount that is null,
        negative or not finite, an unknown currency
    Overflow
        when an amount leaves 64 bits
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        as_of: str | None = None,
        attributes: collections.abc.Iterable[str] | None = None,
        due: str | None = None,
        known_on: str | None = None,
        treated: str | None = None,
        mrr: str | None = None,
        mrr_minor: str | None = None,
        currency: str = '',
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...

class Outcomes:
    """A validated table of outcomes. Copies are cheap.

    An account without a row has had none up to observed_until. Rows dated later are not known (finding
    after_observed_until). Without an observed_until it is the latest date (finding observed_until_inferred):
    give it, since data mostly goes on for some days without an outcome.

    Findings: observed_until_inferred, after_observed_until.

    The columns of a table of outcomes: what happened to which account, and when. One row for each time.

    Parameters
    ----------
    table
        a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its
        columns
    account
        n ids, texts or integers
    date
        days since 1970-01-01: of a churn, the first day without
    kind
        what happened, or why: a renewal, an expansion, a cause
    observed_until
        last day on which an outcome would be known; by default the latest date
    on_error
        what to do with a row that breaks a rule

    Raises
    ------
    InvalidInput
        on a missing column, unequal lengths, a null account, a day that is null, before 1900 or
        after 9999; unless observed_until is between them
    """
    def __init__(
        self,
        table: typing.Any,
        /,
        *,
        account: str | None = None,
        date: str | None = None,
        kind: str | None = None,
        observed_until: datetime.date | numpy.datetime64 | str | None = None,
        on_error: fealty.OnError | typing.Literal['fail', 'drop'] | str = 'fail',
    ) -> None: ...
    def __len__(self) -> int: ...
    @property
    def findings(self) -> list[fealty.Finding]:
        """What is odd about the rows, and, with `on_error = drop`, which were left out and why."""
    def __repr__(self) -> str: ...
    @property
    def observed_until(self) -> datetime.date | None:
        """The last day that is known; none without rows if it was not given."""

class AtRisk(enum.StrEnum):
    """Which accounts could have the outcome in the window.

    Members
    -------
    all
        every one: contracts that can be left, or extended, at any time
    due_in_window
        those whose renewal is due in it: before, an account that wants to leave cannot
    """
    all = "all"
    due_in_window = "due_in_window"

class LandmarkStatus(enum.StrEnum):
    """Whether a snapshot became an example, or a life, or why not.

    Members
    -------
    used
        an example, or a life
    already_happened
        on or before as_of: it cannot happen again
    not_at_risk
        no renewal is due in the window
    window_open
        the window ends after the last day that is known; of lives, their first period
    happened_in_gap
        too early for the window, and once only: neither with nor without the outcome
    not_first
        of lives, where each account has one only: it has an earlier one
    """
    used = "used"
    already_happened = "already_happened"
    not_at_risk = "not_at_risk"
    window_open = "window_open"
    happened_in_gap = "happened_in_gap"
    not_first = "not_first"

class Landmarks:
    """Each snapshot and what happened after it, by account id and as_of.

    Columns
    -------
    account
        whose
    as_of
        day of the snapshot
    status
        whether it became an example, or why not
    outcome
        1 where it is used, and the outcome is in the window
    days_to_outcome
        from as_of to the next outcome, however far, and after the gap if it can happen again; NaN
        without any
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def as_of(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """day of the snapshot"""
    @property
    def status(self) -> numpy.typing.NDArray[numpy.object_]:
        """whether it became an example, or why not"""
    @property
    def outcome(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it is used, and the outcome is in the window"""
    @property
    def days_to_outcome(self) -> numpy.typing.NDArray[numpy.float64]:
        """from as_of to the next outcome, however far, and after the gap if it can happen again; NaN without any"""
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
    def examples(self) -> Examples:
        """the rows that are used, in their order"""
    @property
    def used(self) -> int:
        """rows of this status"""
    @property
    def already_happened(self) -> int:
        """rows of this status"""
    @property
    def not_at_risk(self) -> int:
        """rows of this status"""
    @property
    def window_open(self) -> int:
        """rows of this status"""
    @property
    def happened_in_gap(self) -> int:
        """rows of this status"""
    @property
    def events(self) -> int:
        """outcomes in windows of used rows, each once"""
    @property
    def observed_until(self) -> datetime.date | None:
        """last day that is known"""
    @property
    def gap_days(self) -> int:
        """as chosen"""
    @property
    def horizon_days(self) -> int:
        """as chosen"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: outcome_without_snapshot, outcome_before_snapshots, no_common_account, unknown_kind, no_examples"""

class LandmarkLifetimes:
    """Each snapshot and the time from it to the outcome, by account id and as_of.

    Columns
    -------
    account
        whose
    as_of
        day of the snapshot
    status
        whether it became a life, or why not
    duration
        periods from as_of + gap to the one that has the outcome, or all that are known; NaN where
        it is not used
    ended
        1 where it is used, and the outcome is in the last of them
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def as_of(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """day of the snapshot"""
    @property
    def status(self) -> numpy.typing.NDArray[numpy.object_]:
        """whether it became a life, or why not"""
    @property
    def duration(self) -> numpy.typing.NDArray[numpy.float64]:
        """periods from as_of + gap to the one that has the outcome, or all that are known; NaN where it is not used"""
    @property
    def ended(self) -> numpy.typing.NDArray[numpy.bool]:
        """1 where it is used, and the outcome is in the last of them"""
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
    def lives(self) -> fealty.survival.Lifetimes:
        """the rows that are used, in their order"""
    @property
    def used(self) -> int:
        """rows of this status"""
    @property
    def already_happened(self) -> int:
        """rows of this status"""
    @property
    def not_at_risk(self) -> int:
        """rows of this status"""
    @property
    def window_open(self) -> int:
        """rows of this status"""
    @property
    def happened_in_gap(self) -> int:
        """rows of this status"""
    @property
    def not_first(self) -> int:
        """rows of this status"""
    @property
    def events(self) -> int:
        """outcomes that ended lives, each once"""
    @property
    def observed_until(self) -> datetime.date | None:
        """last day that is known"""
    @property
    def gap_days(self) -> int:
        """as chosen"""
    @property
    def horizon_days(self) -> int | None:
        """as chosen"""
    @property
    def period_days(self) -> int:
        """as chosen"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: outcome_without_snapshot, outcome_before_snapshots, no_common_account, unknown_kind, no_lives"""

class LeadTime:
    """How long before each outcome its account stood out, by account id and date: one row for each outcome that
    has a snapshot with a band before it.

    Columns
    -------
    account
        whose
    date
        of the outcome
    band_before
        band of the last snapshot `days_before` or earlier; null without any
    last_band
        band of the last snapshot before the outcome
    worst_days
        from the snapshot on which it came into the worst band, and stayed, to the outcome; NaN
        where it was not in it at last
    warned_days
        the same, since it left the best band for good
    """
    @property
    def account(self) -> numpy.typing.NDArray[typing.Any]:
        """whose"""
    @property
    def date(self) -> numpy.typing.NDArray[numpy.datetime64]:
        """of the outcome"""
    @property
    def band_before(self) -> numpy.typing.NDArray[typing.Any]:
        """band of the last snapshot `days_before` or earlier; null without any"""
    @property
    def last_band(self) -> numpy.typing.NDArray[typing.Any]:
        """band of the last snapshot before the outcome"""
    @property
    def worst_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """from the snapshot on which it came into the worst band, and stayed, to the outcome; NaN where it was not in it at last"""
    @property
    def warned_days(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same, since it left the best band for good"""
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
    def outcomes(self) -> int:
        """rows"""
    @property
    def with_band_before(self) -> int:
        """of them, with a band so long before"""
    @property
    def watermelons(self) -> int:
        """of these, in the best band: green outside, red inside"""
    @property
    def not_best_share(self) -> float:
        """1 - watermelons / with_band_before: those that stood out"""
    @property
    def not_best_lower(self) -> float:
        """of Wilson's interval"""
    @property
    def not_best_upper(self) -> float:
        """likewise"""
    @property
    def in_worst(self) -> int:
        """rows whose account was in the worst band at last"""
    @property
    def median_worst_days(self) -> float:
        """of them"""
    @property
    def median_worst_lower(self) -> float:
        """of the interval of the sign test; NaN of too few"""
    @property
    def median_worst_upper(self) -> float:
        """likewise"""
    @property
    def warned(self) -> int:
        """rows whose account was not in the best band at last"""
    @property
    def median_warned_days(self) -> float:
        """of them"""
    @property
    def median_warned_lower(self) -> float:
        """of the interval of the sign test; NaN of too few"""
    @property
    def median_warned_upper(self) -> float:
        """likewise"""
    @property
    def days_before(self) -> int:
        """as chosen"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: outcome_without_snapshot, outcome_before_snapshots, no_common_account, unknown_kind, band_not_in_order"""

class LeakKind(enum.StrEnum):
    """Why an attribute cannot have been known beforehand.

    Members
    -------
    none
        nothing says so
    known_later
        it was made of something dated after as_of
    same_as_outcome
        it is the outcome, or the contrary, under another name
    separates_outcomes
        it tells nearly every row with the outcome from the others
    missing_separates
        whether it is missing does
    """
    none = "none"
    known_later = "known_later"
    same_as_outcome = "same_as_outcome"
    separates_outcomes = "separates_outcomes"
    missing_separates = "missing_separates"

class Leakage:
    """What each attribute gives away, one row for each, in their order.

    Columns
    -------
    attribute
        its name
    kind
        why it cannot have been known beforehand
    auc
        area under its ROC curve, whichever way it points; NaN of one class
    missing_auc
        the same of whether it is missing; NaN where it never is
    rows
        that show it: dated after as_of, or all with a value
    """
    @property
    def attribute(self) -> numpy.typing.NDArray[numpy.object_]:
        """its name"""
    @property
    def kind(self) -> numpy.typing.NDArray[numpy.object_]:
        """why it cannot have been known beforehand"""
    @property
    def auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """area under its ROC curve, whichever way it points; NaN of one class"""
    @property
    def missing_auc(self) -> numpy.typing.NDArray[numpy.float64]:
        """the same of whether it is missing; NaN where it never is"""
    @property
    def rows(self) -> numpy.typing.NDArray[numpy.int64]:
        """that show it: dated after as_of, or all with a value"""
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
    def limit(self) -> float:
        """of the areas, as chosen"""
    @property
    def leaks(self) -> int:
        """attributes with a kind"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """codes: no_examples, one_class, few_outcomes"""

class Verdict(enum.StrEnum):
    """What the evidence comes to.

    Members
    -------
    predictive
        the score tells who will have the outcome from who will not
    not_predictive
        it does not, as far as the data can tell
    insufficient_events
        too few accounts have the outcome, or have it not, to tell
    leaking
        the score, or what it is made of, already knows the outcome
    """
    predictive = "predictive"
    not_predictive = "not_predictive"
    insufficient_events = "insufficient_events"
    leaking = "leaking"

class ProofFigure(enum.StrEnum):
    """What is shown of a score.

    Members
    -------
    examples
        rows that are judged
    accounts
        of which these are
    events
        outcomes in their windows, each once
    accounts_with_outcome
        that have a row with the outcome
    accounts_without_outcome
        that have a row without
    outcome_rate
        share of rows with the outcome; Wilson's bounds of what accounts are worth
    leaks
        attributes that know the outcome
    roc_auc
        area under the ROC curve; interval by draws of accounts: this one decides
    roc_auc_delong
        the same with DeLong's interval, as if rows were independent
    roc_auc_baseline
        of a baseline, whichever way it points; interval of accounts taken together
    roc_auc_difference
        that of the score - that of a baseline, both of the same rows
    roc_auc_treated
        of accounts that somebody acted on
    roc_auc_untreated
        of the others
    average_precision
        area under steps of precision by recall
    kolmogorov_smirnov
        largest distance of the two distributions; below, Kolmogorov's band
    lift
        precision among a share of highest risk / outcome_rate
    capture
        share of outcomes that is among them
    revenue_captured
        share of the MRR of outcomes that is among them
    brier
        mean square of probability - outcome
    reliability
        its first term: how far the probabilities of bins are wrong
    resolution
        its second, subtracted: how much bins tell apart
    uncertainty
        its third: what the outcome rate alone comes to
    within_bin_variance
        its fourth
    within_bin_covariance
        its fifth, subtracted
    log_loss
        mean of less the logarithm of the probability of what happened
    calibration_slope
        1 if right, below for probabilities that are too extreme
    calibration_in_the_large
        of the fit with the logit as an offset; 0 if right
    expected_calibration_error
        mean distance of probabilities and outcomes over bins; the lower bound is without what
        chance adds
    spiegelhalter_z
        of the test that all probabilities are right; no interval: it is in standard errors already
    net_benefit
        of acting from a probability on
    band_outcome_rate
        share of rows with the outcome in a band, with Wilson's bounds
    band_trend
        z of Cochran and Armitage; above 0 where worse bands have more outcomes
    not_best_before
        share of outcomes whose account was not in the best band days_before
    watermelon_share
        share whose account was: green outside, red inside
    median_worst_days
        how long accounts with the outcome had been in the worst band
    median_warned_days
        how long they had been out of the best one
    score_psi
        population stability index of the score, first half against last half; lower as of
        expected_calibration_error; interval of accounts taken together
    feature_csi
        characteristic stability index of a feature, likewise
    """
    examples = "examples"
    accounts = "accounts"
    events = "events"
    accounts_with_outcome = "accounts_with_outcome"
    accounts_without_outcome = "accounts_without_outcome"
    outcome_rate = "outcome_rate"
    leaks = "leaks"
    roc_auc = "roc_auc"
    roc_auc_delong = "roc_auc_delong"
    roc_auc_baseline = "roc_auc_baseline"
    roc_auc_difference = "roc_auc_difference"
    roc_auc_treated = "roc_auc_treated"
    roc_auc_untreated = "roc_auc_untreated"
    average_precision = "average_precision"
    kolmogorov_smirnov = "kolmogorov_smirnov"
    lift = "lift"
    capture = "capture"
    revenue_captured = "revenue_captured"
    brier = "brier"
    reliability = "reliability"
    resolution = "resolution"
    uncertainty = "uncertainty"
    within_bin_variance = "within_bin_variance"
    within_bin_covariance = "within_bin_covariance"
    log_loss = "log_loss"
    calibration_slope = "calibration_slope"
    calibration_in_the_large = "calibration_in_the_large"
    expected_calibration_error = "expected_calibration_error"
    spiegelhalter_z = "spiegelhalter_z"
    net_benefit = "net_benefit"
    band_outcome_rate = "band_outcome_rate"
    band_trend = "band_trend"
    not_best_before = "not_best_before"
    watermelon_share = "watermelon_share"
    median_worst_days = "median_worst_days"
    median_warned_days = "median_warned_days"
    score_psi = "score_psi"
    feature_csi = "feature_csi"

class Proof:
    """The verdict on a score, and the evidence: one row for each figure.

    Columns
    -------
    figure
        what it is
    of
        of what: an attribute, a share, a threshold, a band; may be empty
    value
        NaN where there is none
    lower
        of its interval; NaN without one, as of counts and of the z of tests
    upper
        likewise
    p_value
        that chance alone would bring about as much; NaN without a test
    note
        what to read it with; may be empty
    """
    @property
    def figure(self) -> numpy.typing.NDArray[numpy.object_]:
        """what it is"""
    @property
    def of(self) -> numpy.typing.NDArray[numpy.object_]:
        """of what: an attribute, a share, a threshold, a band; may be empty"""
    @property
    def value(self) -> numpy.typing.NDArray[numpy.float64]:
        """NaN where there is none"""
    @property
    def lower(self) -> numpy.typing.NDArray[numpy.float64]:
        """of its interval; NaN without one, as of counts and of the z of tests"""
    @property
    def upper(self) -> numpy.typing.NDArray[numpy.float64]:
        """likewise"""
    @property
    def p_value(self) -> numpy.typing.NDArray[numpy.float64]:
        """that chance alone would bring about as much; NaN without a test"""
    @property
    def note(self) -> numpy.typing.NDArray[numpy.object_]:
        """what to read it with; may be empty"""
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
        """The verdict, its reasons, and the figures, as HTML."""
    def __repr__(self) -> str:
        """What it comes to, and its rows, as text."""
    def plot(self, ax: matplotlib.axes.Axes | None = None) -> matplotlib.axes.Axes:
        """Draws the result into matplotlib axes, by default those of a new figure, and returns them."""
    @property
    def verdict(self) -> Verdict:
        """what the evidence comes to"""
    @property
    def reasons(self) -> list[str]:
        """why, in sentences, what decided first"""
    @property
    def probability_by(self) -> str:
        """how the score became a probability"""
    @property
    def landmarks(self) -> Landmarks:
        """every snapshot, and what became of it"""
    @property
    def leaks(self) -> Leakage:
        """every attribute, and what it gives away"""
    @property
    def roc(self) -> RocCurve:
        """of the score"""
    @property
    def lift(self) -> Lift:
        """among shares of highest risk"""
    @property
    def calibration(self) -> CalibrationCurve:
        """of the probability"""
    @property
    def benefit(self) -> NetBenefit:
        """of acting on it"""
    @property
    def bands(self) -> ChurnByBand:
        """outcomes by band; without rows where there are no bands"""
    @property
    def lead_time(self) -> LeadTime:
        """how long before each outcome bands warned; of losses"""
    @property
    def score_drift(self) -> PopulationStability:
        """of the score, bin by bin"""
    @property
    def feature_drift(self) -> CharacteristicStability:
        """of features"""
    @property
    def score(self) -> str:
        """as chosen"""
    @property
    def horizon_days(self) -> int:
        """as chosen"""
    @property
    def gap_days(self) -> int:
        """as chosen"""
    @property
    def confidence(self) -> float:
        """coverage of the intervals"""
    @property
    def findings(self) -> list[fealty.Finding]:
        """those of landmarks, and: missing_score, bands_inferred, one_band, one_day, not_calibrated; and, each once, with the name of the part in its message, what parts warn of, such as few_outcomes, no_interval, separation, band_not_in_order, drift"""
def default_scorecard() -> Scorecard:
    """A scorecard to begin with, of measures that company::measures() makes; late payments and a sponsor who
    left are those of its table of observations.

    Half of it is customer outcome: seats in use, days since the last use, goals, first value reached. The
    other half is customer experience: the last answers to surveys, escalated tickets, days since the last
    touch, late payments. A sponsor who left caps it below green for 90 days, longer if it is told again.
    There are no published standards for weights, points and days: these are choices of this library, to be
    replaced by your own, and prove() says whether either foretells anything. What the CSM feels is left out
    on purpose: it is kept beside the score, by sentiment(). lint() has nothing against it.

    Returns
    -------
    scale 0 to 100: red to 50, yellow to 75, green above; unknown below half of the weight
    """

def lint(
    scorecard: Scorecard,
    *,
    bands: collections.abc.Iterable[str] = [],
    top_share: typing.SupportsFloat | typing.SupportsIndex = 0.8,
) -> Lint:
    """Looks for what makes scorecards fail their readers, in a card that is valid.

    Of the whole card: `version_unstated`, `no_min_coverage` (a score may be made of next to nothing),
    `no_relationship_measure` (no measure says that it tells of people), and with bands `mostly_green` (more
    than top_share of the accounts that have a score are in the healthiest band).

    Of a measure: `polarity_unstated`, `validity_unstated` (an old value counts like a new one),
    `constant_measure` (every value is worth the same), `neutral_is_healthy` (a value that is missing counts
    as healthy) and `single_measure_crosses_band`: alone it can move the score by more than the narrowest band
    that has others on both sides is wide; of a card with two bands, than the narrower one.

    Of an exception: `override_never_expires`, `override_without_reason`, `override_makes_healthy` (it lifts
    to, or sets, the healthiest band).

    Parameters
    ----------
    scorecard
        a card
    bands
        the bands that accounts have by this card, as scores give them
    top_share
        a larger share in the healthiest band is a complaint, 0 to 1

    Returns
    -------
    the complaints: of the card, of its measures and of its exceptions, in their order

    Raises
    ------
    InvalidInput
        for a band that the card does not have, and a share that is not in [0, 1]
    """

def select_scorecards(
    scorecards: ScorecardSet,
    accounts: fealty.revenue.Accounts,
    as_of: datetime.date | numpy.datetime64 | str,
) -> SelectedScorecards:
    """The scorecard of each account on a day: that of the first rule that is used by then, and whose attributes
    are what the account's were on that day. An attribute that is unknown on the day is none of a rule's
    values: before its first valid_from an account has a row too, and only a rule without conditions holds.

    Parameters
    ----------
    scorecards
        rules, in order of precedence
    accounts
        their attributes, with the days from which they hold
    as_of
        the day: a past one finds the card of its time

    Returns
    -------
    one row for each account that has a row of its own

    Raises
    ------
    InvalidInput
        for an attribute that the accounts do not have; for a day before 1900 or after 9999
    """

def roll_up(
    children: ChildScores,
    *,
    polarity: Polarity | typing.Literal['higher_is_healthier', 'lower_is_healthier'] | str = 'higher_is_healthier',
    worse_than: typing.SupportsFloat | typing.SupportsIndex | None = None,
    bands: collections.abc.Iterable[str] = [],
) -> RollUp:
    """Rolls scores up: of accounts to their groups, of products to their accounts. Every usual figure stands
    beside the others, as they disagree where it matters: a mean of 76 may hide a child at 40.

    Children without a score count in none of the figures, and lower the coverage.

    Parameters
    ----------
    children
        whose scores
    polarity
        which way the scores point
    worse_than
        points: for share_worse
    bands
        names: for share_in_bands

    Returns
    -------
    one row for each parent

    Raises
    ------
    InvalidInput
        when worse_than is not finite, or bands are named and the children have none
    """

def measures_on(
    observations: Observations,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    measures: collections.abc.Iterable[str] = [],
    baseline_days: collections.abc.Iterable[typing.SupportsIndex] = [],
    accounts: fealty.revenue.Accounts | None = None,
) -> MeasureTable:
    """What was known of each account on a day: of every measure the last observation on or before it, and how
    old it is.

    Of several values of that observation's day the mean counts. Nothing after `as_of` is seen; an account
    has a row from its first observation on, of whatever measure. Those in `accounts` always have one, also
    before their first valid_from: it is the day from which attributes are known, not that of a customer's
    beginning.

    Parameters
    ----------
    observations
        as made by Observations
    as_of
        last day that is known; by default the last observation's
    measures
        which, in this order; empty: all, by id
    baseline_days
        their values so many days before as well, each > 0
    accounts
        accounts that have a row without any observation

    Returns
    -------
    a row for each account, by id

    Raises
    ------
    InvalidInput
        for a measure that is named twice, baseline_days that are not above 0, accounts whose ids
        are texts where those of the observations are integers, or the reverse; unless as_of is from
        1900 to 9999
    """

def score(
    card: Scorecard,
    measures: MeasureTable | Observations,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    accounts: fealty.revenue.Accounts | None = None,
    with_contributions: bool = False,
    threads: typing.SupportsIndex = 0,
) -> Scores:
    """Scores accounts by a card.

    Values become points by the transform of their measure. Points of a value fade toward neutral as it ages,
    if the card says so; a value that is too old, or has nothing to be compared with (a target or baseline
    that is missing or not above 0), is missing, and the measure's policy says what counts. A group is the
    mean of its members by weight, without those that are missing; one without any is missing itself.
    Exceptions whose flag is up change the result in the card's order. It is held within the scale and
    rounded: to whole micro-points (millionths of a point), then to the card's decimals, half to even.

    Below the card's `min_coverage` there is no score, and the band is "unknown", whatever exceptions say.
    Values without ages are taken to be of the day. Accounts in `accounts` have a row on every day, also
    before their first valid_from, as measures_on() says.

    Parameters
    ----------
    card
        as made by Scorecard
    measures
        as made by MeasureTable or measures_on()
    as_of
        of observations: the last day that is known; by default the last of them
    accounts
        of observations: accounts that have a row without any
    with_contributions
        whether contributions() are computed along with it
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    a row for each of the measures' accounts

    Raises
    ------
    InvalidInput
        for a measure that is missing though its policy is `fail`, naming the account; for as_of or
        accounts beside measures, an as_of before 1900 or after 9999, a negative number of threads

    The same of observations: of each measure the last one on or before `as_of`.

    Parameters
    ----------
    card
    observations
    as_of
        of observations: the last day that is known; by default the last of them
    accounts
        of observations: accounts that have a row without any
    with_contributions
        whether contributions() are computed along with it
    threads
        at most so many; 0 for all of the machine's
    """

def contributions(scores: Scores) -> Contributions:
    """Opens scores into the lines that they are made of.

    A measure's line is its nominal share of the card x its points, before they fade. Each line is rounded to
    whole micro-points. So `rounding` is at most half a unit of the last decimal that is shown, and half a
    micro-point for each line: errors do not fit in.

    Parameters
    ----------
    scores
        as made by score()

    Returns
    -------
    a row for each of them
    """

def group_scores(scores: Scores) -> GroupScores:
    """What each group of the card comes to, and what it adds to the score: with the two groups outcome and
    experience, how much of customers' success is the one and how much the other.

    A group's points are the mean of its members by weight, as they have faded and without those that are
    missing, or their sum if the card says so. A top group adds its points by its share of the weights that
    count in the row; so groups count for one that is missing, and there is no line for that. Each is rounded
    to whole micro-points, and `rounding` is at most half a unit of the last decimal that is shown and half a
    micro-point for each.

    Parameters
    ----------
    scores
        as made by score()

    Returns
    -------
    a row for each of them, also for those without a score

    References
    ----------
    contributions, explain
    """

def explain(scores: Scores, account: str | typing.SupportsIndex) -> Explanation:
    """Opens the score of an account into lines that add up to it exactly: one for each measure and for each
    exception that holds, and one each for renormalization, decay, clamp and rounding.

    A score that is unknown is explained as well: the lines say what is observed, and add up to `score_micro`.

    Parameters
    ----------
    scores
        as made by score()
    account
        its id

    Returns
    -------
    a row for each line

    Raises
    ------
    InvalidInput
        for an account that has no row

    The same where ids are integers.
    """

def explain_change(before: Scores, after: Scores, account: str | typing.SupportsIndex) -> ScoreChange:
    """Splits the change of an account's score into what made it, by scoring along a path from the one to the
    other.

    The path begins with the card and the measures of `before`. First each measure that counts in both gets
    its new value, one after the other in the card's order; then each of these its new age; then each other
    measure that the card reads what it has now; then the flags are those of `after`; last the card is. Each
    row is what its step changes, before the score is rounded, so that many small steps are not lost. Another
    order of steps would share out what two of them do together otherwise; the sum is the same.

    An account without a row in one of the two is one of which nothing is known there.

    Parameters
    ----------
    before
        as made by score()
    after
        likewise, with the same card or another one
    account
        its id

    Returns
    -------
    the steps that change something

    Raises
    ------
    InvalidInput
        for an account that has a row in neither

    The same where ids are integers.
    """

def score_history(
    card: Scorecard,
    observations: Observations,
    *,
    dates: collections.abc.Iterable[datetime.date | numpy.datetime64 | str] = [],
    first: datetime.date | numpy.datetime64 | str | None = None,
    last: datetime.date | numpy.datetime64 | str | None = None,
    every: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    threads: typing.SupportsIndex = 0,
) -> ScoreHistory:
    """Scores accounts on days of the past, under any card: each day as score() does with observations up to it.

    Parameters
    ----------
    card
        as made by Scorecard; not what was in force then, unless it is the same
    observations
        as made by Observations
    dates
        the days, in any order; empty: the last days of each `every`
    first
        first day of these; by default that of the first observation
    last
        last day; by default that of the last observation
    every
        a row for the last day of each that ends by `last`
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    a row for each account and day on which something was known of it

    Raises
    ------
    InvalidInput
        for dates beside first or last, a first after last, more than 65,535 days, a day before 1900
        or after 9999; for a measure that is missing though its policy is `fail`
    """

def score_trend(history: ScoreHistory, *, window_days: typing.SupportsIndex = 90) -> ScoreTrend:
    """How scores moved over a window of days, and how long accounts have been in their band.

    The slope is a description of the days that are there, no forecast. Unknown scores are left out of it;
    "unknown" is a band of its own.

    Parameters
    ----------
    history
        as made by score_history()
    window_days
        days before an account's last row that count; a convention, > 0

    Returns
    -------
    a row for each account

    Raises
    ------
    InvalidInput
        unless window_days > 0
    """

def score_by_set(
    scorecards: ScorecardSet,
    observations: Observations,
    accounts: fealty.revenue.Accounts,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    threads: typing.SupportsIndex = 0,
) -> SetScores:
    """Scores each account as score() does, by the card that select_scorecards() finds for it on the day.

    Bands of different cards are on different scales, whatever their names. Accounts have a row from their
    first observation on, or because they are in `accounts`, also before their first valid_from. For one that
    is not there, or has no attributes on the day, only a rule without conditions holds.

    Parameters
    ----------
    scorecards
        rules, in order of precedence
    observations
        as made by Observations
    accounts
        their attributes, with the days from which they hold
    as_of
        the last day that is known; by default that of the last observation
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    a row for each account, by id

    Raises
    ------
    InvalidInput
        for an attribute that the accounts do not have, accounts whose ids are texts where those of
        the observations are integers, or the reverse; on what score() refuses

    References
    ----------
    score, select_scorecards, score_history_by_set
    """

def score_history_by_set(
    scorecards: ScorecardSet,
    observations: Observations,
    accounts: fealty.revenue.Accounts,
    *,
    dates: collections.abc.Iterable[datetime.date | numpy.datetime64 | str] = [],
    first: datetime.date | numpy.datetime64 | str | None = None,
    last: datetime.date | numpy.datetime64 | str | None = None,
    every: fealty.Period | typing.Literal['day', 'week', 'month', 'quarter', 'year'] | str = 'month',
    threads: typing.SupportsIndex = 0,
) -> SetScoreHistory:
    """Scores accounts on days of the past, as was done then: each day by the card that select_scorecards() finds
    for it, with the observations and the attributes up to it. A step where `fingerprint` changes is that of
    the card too, not of the customer alone.

    Parameters
    ----------
    scorecards
        rules, in order of precedence, with the days from which they are used
    observations
        as made by Observations
    accounts
        their attributes, with the days from which they hold
    dates
        the days, in any order; empty: the last days of each `every`
    first
        first day of these; by default that of the first observation
    last
        last day; by default that of the last observation
    every
        a row for the last day of each that ends by `last`
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    a row for each account and day on which something was known of it

    Raises
    ------
    InvalidInput
        on what score_history() and score_by_set() refuse

    References
    ----------
    score_by_set, score_history
    """

def nps(
    surveys: Surveys,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    window_days: typing.SupportsIndex | None = None,
    counted: CountedAnswers | typing.Literal['every', 'last_of_user', 'last_of_account'] | str = 'last_of_user',
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> Nps:
    """The Net Promoter Score: the share of promoters less that of detractors, with its standard error and
    interval.

    The standard error is that of a mean of n answers that are 1, 0 or -1, with n and not n - 1 below. The
    interval is Wald's after three answers were added, one half passive and a quarter each promoter and
    detractor, held within -100 and 100: of 10 respondents Wald's own 95% interval, nps -+ 1.96 std_error,
    holds the true score in 88 of 100 surveys, this one in 95 (the mean over all populations in steps of 5%).

    Parameters
    ----------
    surveys
        as made by Surveys
    as_of
        last day known; by default the last with an answer
    window_days
        days up to as_of whose answers count, >= 1; by default all
    counted
        which answers of the window count; by default nobody counts twice, which the intervals
        assume
    by
        "account", or attributes of `accounts` on as_of
    accounts
        whose attributes make groups
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each group with an answer up to as_of; without `by` one row

    Raises
    ------
    InvalidInput
        unless as_of is from 1900 to 9999, window_days >= 1 and 0 < confidence < 1; for `by` without
        accounts or with an attribute that they do not have

    References
    ----------
    Reichheld (2003), Harvard Business Review 81(12):46-54; Rocks (2016), American Statistician
    70:365-372, for the interval
    """

def csat(
    surveys: Surveys,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    window_days: typing.SupportsIndex | None = None,
    counted: CountedAnswers | typing.Literal['every', 'last_of_user', 'last_of_account'] | str = 'last_of_user',
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> Csat:
    """Customer satisfaction: the mean score, and the share of the satisfied ("top two boxes": 4 and 5 of 5).

    Parameters
    ----------
    surveys
        as made by Surveys
    as_of
        last day known; by default the last with an answer
    window_days
        days up to as_of whose answers count, >= 1; by default all
    counted
        which answers of the window count; by default nobody counts twice, which the intervals
        assume
    by
        "account", or attributes of `accounts` on as_of
    accounts
        whose attributes make groups
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each group with an answer up to as_of; without `by` one row

    Raises
    ------
    InvalidInput
        as nps()

    References
    ----------
    Wilson (1927), JASA 22:209-212
    """

def ces(
    surveys: Surveys,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    window_days: typing.SupportsIndex | None = None,
    counted: CountedAnswers | typing.Literal['every', 'last_of_user', 'last_of_account'] | str = 'last_of_user',
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> Ces:
    """Customer effort: the mean agreement that it was made easy, and the share of those who agree (5 to 7 of 7).

    Scores are those of the second version of the question, in which more is better. Answers to the first, in
    which more is more effort, are to be turned round: low + high - score.

    Parameters
    ----------
    surveys
        as made by Surveys
    as_of
        last day known; by default the last with an answer
    window_days
        days up to as_of whose answers count, >= 1; by default all
    counted
        which answers of the window count; by default nobody counts twice, which the intervals
        assume
    by
        "account", or attributes of `accounts` on as_of
    accounts
        whose attributes make groups
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each group with an answer up to as_of; without `by` one row

    Raises
    ------
    InvalidInput
        as nps()

    References
    ----------
    Dixon, Freeman & Toman (2010), Harvard Business Review 88(7/8):116-122
    """

def support(
    tickets: Tickets,
    *,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
    window_days: typing.SupportsIndex | None = None,
    by: collections.abc.Iterable[str] = [],
    accounts: fealty.revenue.Accounts | None = None,
) -> Support:
    """How many tickets there are, how many were escalated, and how long it takes to close them.

    A ticket that is opened after as_of is not known, and neither is a later close: the ticket is open, and
    its score, which comes with the close, is not told. The mean is of closed tickets alone, and so too short
    while long ones are open; the median takes the open ones as censored on as_of. When a ticket was escalated
    is not told: where as_of lies before the last day of the tickets, the finding undated_attribute says that
    a ticket may have been escalated later.

    Parameters
    ----------
    tickets
        as made by Tickets
    as_of
        last day known; by default the last in the tickets
    window_days
        days up to as_of, >= 1; by default all
    by
        "account", or attributes of `accounts` on as_of
    accounts
        whose attributes make groups

    Returns
    -------
    one row for each group with a ticket opened up to as_of; without `by` one row

    Raises
    ------
    InvalidInput
        unless as_of is from 1900 to 9999 and window_days >= 1; for `by` without accounts or with an
        attribute that they do not have

    References
    ----------
    Kaplan & Meier (1958), JASA 53:457-481
    """

def loyalty_scores(
    observations: Observations,
    *,
    attitude: collections.abc.Iterable[str] = [],
    behavior: collections.abc.Iterable[str] = [],
    attitude_weights: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    behavior_weights: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    attitude_low: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    attitude_high: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    behavior_low: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    behavior_high: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    min_coverage: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    validity_days: typing.SupportsIndex | None = None,
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> LoyaltyScores:
    """Makes two numbers from measures: what accounts think and what they do, from 0 to 100.

    Of each measure the last value up to as_of counts, of several on one day their mean; it is worth 0 points
    at `low`, 100 at `high`, in between in proportion. A side is the weighted mean of the measures that were
    observed, if they have enough of the weight.

    Parameters
    ----------
    observations
        as made by Observations
    attitude
        measures of what accounts think; one or more
    behavior
        measures of what they do; one or more
    attitude_weights
        how much each counts, 1e-6 to 1e6; all the same by default
    behavior_weights
        how much each counts, 1e-6 to 1e6; all the same by default
    attitude_low
        value of each that is worth 0 points; 0 by default
    attitude_high
        value of each that is worth 100; 100 by default; below the other where less is better
    behavior_low
        value of each that is worth 0 points; 0 by default
    behavior_high
        value of each that is worth 100; 100 by default
    min_coverage
        share of the weight that must be observed for a side to be known, 0 to 1: half of it is a
        choice of this library
    validity_days
        how old a value may be, >= 1; any age by default
    as_of
        last day known; by default the last of the observations

    Returns
    -------
    one row for each account with an observation up to as_of

    Raises
    ------
    InvalidInput
        for a side without measures, a measure that is not observed at all or there twice, lists of
        another length, weights that are not from 1e-6 to 1e6, ends that are the same or not from
        -1e15 to 1e15, unless 0 <= min_coverage <= 1, validity_days >= 1 and as_of is from 1900 to
        9999
    """

def loyalty(
    scores: LoyaltyScores,
    *,
    attitude_threshold: typing.SupportsFloat | typing.SupportsIndex = 50.0,
    behavior_threshold: typing.SupportsFloat | typing.SupportsIndex = 50.0,
) -> Loyalty:
    """Holds what customers think against what they do.

    A green score on behavior alone is where a lost champion hides: the account is used, and nobody there
    would choose it again.

    Parameters
    ----------
    scores
        two numbers for each account, as made by LoyaltyScores or loyalty_scores()
    attitude_threshold
        from which on an attitude is high
    behavior_threshold
        from which on behavior is high

    Returns
    -------
    one row for each account

    Raises
    ------
    InvalidInput
        for a threshold that is not finite

    References
    ----------
    Dick & Basu (1994), Journal of the Academy of Marketing Science 22(2):99-113
    """

def loyalty_counts(loyalty: Loyalty) -> LoyaltyCounts:
    """How many accounts are in each of the four fields.

    Parameters
    ----------
    loyalty
        as made by loyalty()

    Returns
    -------
    one row for each field, and one for the unknown
    """

def sentiment(
    sentiments: Sentiments,
    *,
    band_names: collections.abc.Iterable[str] = ['red', 'yellow', 'green'],
    band_uppers: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [50.0, 75.0, 100.0],
    band_rule: BandRule | typing.Literal['upper_inclusive', 'upper_exclusive'] | str = 'upper_inclusive',
    as_of: datetime.date | numpy.datetime64 | str | None = None,
) -> Sentiment:
    """Keeps the CSM's sentiment beside the score, and shows where they disagree: they are not averaged.

    A sentiment that is dated after as_of is not known. Where one is in another band than the score, a finding
    lists it: one of the two knows something.

    Parameters
    ----------
    sentiments
        as made by Sentiments
    band_names
        of the scale, from the worst to the best
    band_uppers
        where each ends, ascending; those of the example of a scorecard
    band_rule
        to which of two a border belongs
    as_of
        last day known; by default the last date

    Returns
    -------
    one row for each account

    Raises
    ------
    InvalidInput
        for bands without names, or as many uppers, or uppers that do not ascend; for a band of a
        score that is none of the names, other than unknown; unless as_of is from 1900 to 9999
    """

def logistic(
    examples: Examples,
    *,
    features: collections.abc.Iterable[str],
    signs: collections.abc.Iterable[CoefficientSign | typing.Literal['any', 'positive', 'negative'] | str] = [],
    penalty: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    penalty_factors: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    standardize: bool = True,
    robust: bool | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 50,
    threads: typing.SupportsIndex = 0,
) -> LogisticModel:
    """Logistic regression: how features move the log odds of an outcome, with a ridge penalty and bounds of
    signs where asked for.

    Texts are features by their levels, each against the first in order; missing values leave the row out.
    Weights say how many rows one stands for. A feature that is constant, or, without a penalty, told by those
    before it, has no coefficient. Where features tell without error who has the outcome (separation), no
    finite coefficient is best: then a weak prior holds coefficients, normal about 0, of standard
    deviation 2.5 for each two standard deviations of a feature, and for the step of one of two values. The
    intercept is never penalized. Signs hold exactly: a coefficient is on its side or 0. Standard errors come
    from the curvature of what is largest; robust ones from how much each account moves it, times G / (G - 1)
    of G accounts.

    Parameters
    ----------
    examples
        as made by Examples
    features
        attributes: numbers, flags, or texts by their levels
    signs
        of each of `features`; any by default
    penalty
        ridge, as in glmnet: the mean negative log-likelihood plus penalty / 2 x sum of squared
        coefficients is smallest, >= 0
    penalty_factors
        of each of `features`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default; they
        are not rescaled
    standardize
        whether coefficients are penalized per standard deviation (weighted, of the rows used, over
        n) or per unit of their features
    robust
        standard errors by how much each account moves the fit (each row, without accounts); by
        default where there are accounts
    confidence
        coverage of the intervals, in (0, 1)
    tolerance
        standard errors that the last step may have, in (0, 1)
    max_iterations
        Newton steps, >= 1
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the coefficients

    Raises
    ------
    InvalidInput
        for names of no attribute, features that are no numbers, flags or texts, infinite values, no
        rows, rows of one outcome only; for signs or penalty_factors that are not one for each
        feature; unless penalty >= 0, 0 < confidence < 1, 0 < tolerance < 1 and max_iterations >= 1
    NotConverged
        when max_iterations steps do not suffice

    References
    ----------
    McCullagh & Nelder (1989), Generalized Linear Models, ch. 4; Albert & Anderson (1984), Biometrika
    71:1-10; Gelman et al. (2008), Annals of Applied Statistics 2:1360-1383, for the prior; Friedman et
    al. (2010), Journal of Statistical Software 33(1), for the penalty; Peduzzi et al. (1996), Journal
    of Clinical Epidemiology 49:1373-1379, for ten outcomes a coefficient
    """

def logistic_json(model: LogisticModel) -> str:
    """A model as JSON: its features and their levels, coefficients, covariances, and how it was made. It keeps
    every bit, and holds no data of accounts.

    Parameters
    ----------
    model
        as made by logistic()

    Returns
    -------
    an object of format 1

    Raises
    ------
    InvalidInput
        for a model that logistic() did not make
    """

def logistic_from_json(json: str) -> LogisticModel:
    """Reads a model from JSON. Nothing in it is run.

    Parameters
    ----------
    json
        as written by logistic_json()

    Returns
    -------
    the model; it predicts the same, to the last bit

    Raises
    ------
    InvalidInput
        for a format newer than 1, named; for what is no JSON or no such model, more than 16 MiB,
        nested too deeply, keys that stand there twice or are unknown, numbers that do not fit one
        another

    References
    ----------
    predict_logistic()
    """

def predict_logistic(
    model: LogisticModel,
    attributes: typing.Any,
    *,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> LogisticPrediction:
    """How likely an outcome is of rows that the model may not have seen.

    The interval is that of the expected probability, symmetric in log odds. A row in which a feature is
    missing, or has a level that the model does not know, has NaN, and stands in a finding. Features without a
    coefficient because they were constant are not looked at, but for their levels.

    Parameters
    ----------
    model
        as made by logistic()
    attributes
        one row for each prediction: the model's features, by their names
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each of the attributes

    Raises
    ------
    InvalidInput
        for a model that logistic() did not make, attributes that are not there, are of another kind
        than the model's or infinite; unless 0 < confidence < 1

    References
    ----------
    McCullagh & Nelder (1989), Generalized Linear Models, ch. 4
    """

def logistic_contributions(model: LogisticModel, attributes: typing.Any) -> LogisticContributions:
    """Opens predictions: how much each feature moves the log odds away from those of an average row.

    A feature adds coef x (value - mean), the mean being that of the rows the model was made of (of texts:
    shares of levels); the lines of a row add up to its log odds.

    Parameters
    ----------
    model
        as made by logistic()
    attributes
        one row for each prediction: the model's features, by their names

    Returns
    -------
    one row for each of the attributes and feature, and one for the average

    Raises
    ------
    InvalidInput
        as predict_logistic() does

    References
    ----------
    predict_logistic()
    """

def discrete_hazard(
    lives: fealty.survival.Lifetimes,
    *,
    features: collections.abc.Iterable[str] = [],
    link: HazardLink | typing.Literal['logit', 'cloglog'] | str = 'logit',
    baseline: HazardBaseline | typing.Literal['by_period', 'polynomial', 'log_period'] | str = 'by_period',
    degree: typing.SupportsIndex = 3,
    penalty: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    penalty_factors: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    standardize: bool = True,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    tolerance: typing.SupportsFloat | typing.SupportsIndex = 1e-09,
    max_iterations: typing.SupportsIndex = 50,
    threads: typing.SupportsIndex = 0,
) -> DiscreteHazardModel:
    """Discrete-time hazard: the chance to end in each period of a life, given that it has come so far: what a
    generalized linear model of one row for each life and period (person-period) finds, without making that
    table.

    Durations are whole periods: a life of duration 3 that ended was at risk in periods 1 to 3 and ended in
    the third. A period in which none or all that were at risk ended has a chance of 0 or 1 and no coefficient
    (finding certain_period). Features, missing values, separation and the weak prior are as in logistic().
    Weights say how many lives one stands for. Standard errors come from the expected curvature.

    Parameters
    ----------
    lives
        as made by Lifetimes; a life whose features change is several stretches of it
    features
        attributes: numbers, flags, or texts by their levels
    link
        of the chance to end in a period
    baseline
        how it depends on the age
    degree
        of a polynomial baseline, 1 to 6
    penalty
        ridge: the mean negative log-likelihood of person-periods plus penalty / 2 x sum of squared
        coefficients is smallest, >= 0
    penalty_factors
        of each of `features`: the penalty is multiplied by it, >= 0; 0 for none, 1 by default; the
        baseline has none
    standardize
        whether coefficients are penalized per standard deviation (weighted, of lives) or per unit
        of their features
    confidence
        coverage of the intervals, in (0, 1)
    tolerance
        standard errors that the last step may have, in (0, 1)
    max_iterations
        scoring steps, >= 1
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the coefficients

    Raises
    ------
    InvalidInput
        for durations that are no whole numbers, lives that ended in period 0, more than 10,000
        periods, or 1,000 of a baseline by_period; for names of no attribute, features that are no
        numbers, flags or texts, infinite values, no lives or none that ended; unless degree is 1 to
        6, and the rest as in logistic()
    NotConverged
        when max_iterations steps do not suffice

    References
    ----------
    Prentice & Gloeckler (1978), Biometrics 34:57-67; Singer & Willett (1993), Journal of Educational
    Statistics 18:155-195; Tutz & Schmid (2016), Modeling Discrete Time-to-Event Data, ch. 3
    """

def predict_discrete_hazard(
    model: DiscreteHazardModel,
    attributes: typing.Any,
    *,
    ahead: typing.SupportsIndex = 12,
    given_age: typing.SupportsFloat | typing.SupportsIndex = 0.0,
    given: str = '',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> HazardPrediction:
    """How likely lives are to pass their next periods, given the age they have.

    Beyond the longest life that the model has seen, a baseline by_period tells nothing (NaN); a polynomial or
    log_period goes on (finding beyond_support in both cases). Intervals are symmetric in log(-log survival).

    Parameters
    ----------
    model
        as made by discrete_hazard()
    attributes
        one row for each life: the model's features, by their names
    ahead
        periods that are told, 1 to 10,000
    given_age
        periods that lives have passed, whole, >= 0
    given
        attribute that holds how many each life has passed, instead
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each life and period

    Raises
    ------
    InvalidInput
        for a model that discrete_hazard() did not make, attributes that are not there, are of
        another kind than the model's or infinite; for ages that are no whole numbers >= 0,
        given_age and given together; unless 1 <= ahead <= 10,000 and 0 < confidence < 1

    References
    ----------
    Tutz & Schmid (2016), Modeling Discrete Time-to-Event Data, ch. 3
    """

def weight_of_evidence(
    examples: Examples | EvidenceCounts,
    *,
    feature: str = '',
    bins: typing.SupportsIndex = 5,
    min_share: typing.SupportsFloat | typing.SupportsIndex = 0.05,
    monotone: Monotone | typing.Literal['none', 'increasing', 'decreasing', 'any_direction'] | str = 'none',
    smoothing: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    edges: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] | None = None,
    merge: bool = True,
) -> WeightOfEvidence:
    """Weight of evidence: how much more often a value is found among examples with the outcome than among the
    others, as a logarithm. Above 0, the outcome is more likely.

    Texts have a bin each, and so have rows in which the attribute is missing. Numbers are first cut into 100
    bins of about as many examples, at values that occur; then neighbors become one such that of all ways with
    at most `bins` bins of at least `min_share`, and monotone if asked, the one with the highest information
    value is found (by dynamic programming; among equals the one with fewest bins).

    A bin that has no outcomes, or nothing else, would have an infinite weight: `smoothing` is added to both
    of its cells, the shares of the bin are of these, and a finding says so.

    Parameters
    ----------
    examples
        as made by Examples
    feature
        the attribute; of counts that of the counts
    bins
        of numbers, at most so many, missing ones apart; at least 1
    min_share
        of the weight of the numbers in each bin, 0 to .5; a custom of the field
    monotone
        which way bins of numbers have to go
    smoothing
        examples added to both cells of a bin of which one is empty, > 0
    edges
        upper ends of bins of numbers; by default 100 bins of about as many examples
    merge
        whether neighbors become one, down to `bins`; if not, bins stay as they are

    Returns
    -------
    a row for each bin

    Raises
    ------
    InvalidInput
        for names of no attribute, dates, infinite numbers; bins < 1; unless 0 <= min_share <= .5
        and smoothing > 0; for edges that do not ascend, or of texts; for more than 200 bins that
        are to be merged

    References
    ----------
    Good (1950), Probability and the Weighing of Evidence; Siddiqi (2006), Credit Risk Scorecards, ch.
    6; Kullback & Leibler (1951), Annals of Mathematical Statistics 22:79-86 (their divergence J is the
    information value)

    The same of counts, whose bins take the place of the 100.

    Parameters
    ----------
    counts
    feature
        the attribute; of counts that of the counts
    bins
        of numbers, at most so many, missing ones apart; at least 1
    min_share
        of the weight of the numbers in each bin, 0 to .5; a custom of the field
    monotone
        which way bins of numbers have to go
    smoothing
        examples added to both cells of a bin of which one is empty, > 0
    edges
        upper ends of bins of numbers; by default 100 bins of about as many examples
    merge
        whether neighbors become one, down to `bins`; if not, bins stay as they are
    """

def weight_of_evidence_features(
    attributes: typing.Any,
    evidence: collections.abc.Iterable[WeightOfEvidence],
    *,
    keep: collections.abc.Iterable[str] = [],
    unseen: typing.SupportsFloat | typing.SupportsIndex | None = None,
) -> fealty.Frame:
    """Columns in which each value is replaced by the weight of evidence of its bin: what a logistic model of
    weights of evidence takes. They have the names of their attributes.

    A text, or a missing value, that was not there when the bins were made has no weight.

    Parameters
    ----------
    attributes
        rows with the attributes, by their names
    evidence
        as made by weight_of_evidence(), one for each attribute
    keep
        columns that are passed on as they are
    unseen
        in place of a value that no bin holds: 0 says nothing either way; by default NaN

    Returns
    -------
    the columns of `keep`, then one for each of `evidence`

    Raises
    ------
    InvalidInput
        for names of no attribute or that are there twice, dates, infinite numbers, numbers where
        the bins are of texts and the other way round; when `unseen` is not finite
    """

def information_value(
    examples: Examples,
    *,
    features: collections.abc.Iterable[str] = [],
    bins: typing.SupportsIndex = 5,
    min_share: typing.SupportsFloat | typing.SupportsIndex = 0.05,
    monotone: Monotone | typing.Literal['none', 'increasing', 'decreasing', 'any_direction'] | str = 'none',
    smoothing: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    suspicious: typing.SupportsFloat | typing.SupportsIndex = 0.5,
) -> InformationValue:
    """The information value of attributes: which tell something of the outcome, and which tell too much.

    Parameters
    ----------
    examples
        as made by Examples
    features
        attributes; by default all but dates and times
    bins
        as of weight_of_evidence()
    min_share
        likewise
    monotone
        likewise
    smoothing
        likewise
    suspicious
        from which information value on a feature may be a leak; > 0

    Returns
    -------
    a row for each attribute

    Raises
    ------
    InvalidInput
        as weight_of_evidence() does; for an attribute that is named twice; unless suspicious > 0

    References
    ----------
    Siddiqi (2006), Credit Risk Scorecards, ch. 6
    """

def points_odds(
    points: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
    *,
    pdo: typing.SupportsFloat | typing.SupportsIndex = 20.0,
    base_points: typing.SupportsFloat | typing.SupportsIndex = 600.0,
    base_odds: typing.SupportsFloat | typing.SupportsIndex = 50.0,
) -> PointsOdds:
    """Odds and probabilities of points: odds = base_odds * 2^((points - base_points) / pdo).

    Parameters
    ----------
    points
        of a points scorecard; NaN where there are none
    pdo
        points that double the odds, > 0
    base_points
        points at which the odds are base_odds
    base_odds
        of the healthy outcome to the other, > 0

    Returns
    -------
    a row for each

    Raises
    ------
    InvalidInput
        for points that are infinite; unless pdo > 0 and base_odds > 0

    References
    ----------
    Siddiqi (2006), Credit Risk Scorecards, ch. 6 (scaling)
    """

def points_scorecard(
    evidence: collections.abc.Iterable[WeightOfEvidence],
    *,
    coefficients: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
    intercept: typing.SupportsFloat | typing.SupportsIndex,
    polarity: Polarity | typing.Literal['higher_is_healthier', 'lower_is_healthier'] | str = 'lower_is_healthier',
    pdo: typing.SupportsFloat | typing.SupportsIndex = 20.0,
    base_points: typing.SupportsFloat | typing.SupportsIndex = 600.0,
    base_odds: typing.SupportsFloat | typing.SupportsIndex = 50.0,
) -> PointsScorecard:
    """A logistic model of weights of evidence as a points scorecard: points that add up to a score.

    score = offset + factor * log odds of the healthy outcome, with factor = pdo / ln 2 and offset =
    base_points - factor * ln(base_odds): higher is healthier. The log odds of the model's outcome are
    intercept + the sum of coefficient * weight of evidence; of a churn, they count with a minus. The
    intercept and the offset are spread evenly over the attributes. Rounded points may miss the score by half
    a point for each attribute.

    Parameters
    ----------
    evidence
        as made by weight_of_evidence(), in the order of the coefficients
    coefficients
        of each attribute's weight of evidence, in a logistic model
    intercept
        of that model
    polarity
        of the model's outcome: a churn, or, higher is healthier, a renewal
    pdo
        points that double the odds, > 0; a custom of the field
    base_points
        points at which the odds are base_odds; likewise
    base_odds
        of the healthy outcome to the other, > 0; likewise

    Returns
    -------
    a row for each bin

    Raises
    ------
    InvalidInput
        without evidence; for more or fewer coefficients; for numbers that are not finite, or make
        points that are not; unless pdo > 0 and base_odds > 0

    References
    ----------
    Siddiqi (2006), Credit Risk Scorecards, ch. 6 (scaling)
    """

def scorecard_of_points(
    points: PointsScorecard,
    *,
    id: str = 'points',
    version: str = '',
    decimals: typing.SupportsIndex = 2,
    bands: collections.abc.Iterable[Band] = [],
) -> Scorecard:
    """A points scorecard as a Scorecard that sums, with one measure for each attribute: it scores, explains and
    keeps history as any other.

    A missing value has the points of its bin; where none was missing when the bins were made, a weight of
    evidence of 0, which says nothing either way. The scale runs from the least to the most that can be
    reached, in whole points.

    Parameters
    ----------
    points
        as made by points_scorecard(), of attributes that are numbers
    id
        the scorecard's name
    version
        which state of it
    decimals
        shown, 0 to 6
    bands
        ascending; the last one ends where the scale does; by default one, "all"

    Returns
    -------
    the scorecard; its score is offset + factor * log odds of the healthy outcome

    Raises
    ------
    InvalidInput
        for attributes that are texts, since measures are numbers; for bins without weight; for
        points beyond -2,000 to 2,000, and for all that Scorecard refuses
    """

def time_splits(
    examples: Examples,
    *,
    horizon_days: typing.SupportsIndex,
    gap_days: typing.SupportsIndex = 0,
    folds: typing.SupportsIndex = 4,
    cuts: collections.abc.Iterable[datetime.date | numpy.datetime64 | str] = [],
) -> Splits:
    """Splits by time: a model learns from what was known on a day, and is judged by what comes after.

    Test rows of a fold are those from its cut up to the next. It learns from rows whose outcome was known
    before the cut: as_of + gap_days + horizon_days, the last day of their window, lies before it. Other rows
    before the cut are purged: their window crosses it, and holds what happened to the test rows.

    Parameters
    ----------
    examples
        as made by Examples, with as_of
    horizon_days
        the length of the outcome's window, > 0
    gap_days
        between as_of and that window, >= 0
    folds
        stretches of about as many rows, after one to learn from first; >= 1
    cuts
        instead: the first day of each stretch, ascending

    Returns
    -------
    by fold and row

    Raises
    ------
    InvalidInput
        for examples without as_of; horizon_days < 1, gap_days < 0, folds < 1; fewer days than folds
        + 1; cuts that do not ascend, or lie before 1900 or after 9999

    References
    ----------
    Lopez de Prado (2018), Advances in Financial Machine Learning, ch. 7 (purging)
    """

def account_splits(
    examples: Examples,
    *,
    folds: typing.SupportsIndex = 5,
    seed: typing.SupportsIndex = 1,
) -> Splits:
    """Splits by account: all rows of an account are in one fold, since they are alike.

    Accounts are dealt to the folds in an order that is drawn from their ids and the seed, whatever the order
    of rows: first those with an outcome, then the others, so that each fold has about as many of both.

    Parameters
    ----------
    examples
        as made by Examples, with accounts
    folds
        at least 2
    seed
        of the draw

    Returns
    -------
    by fold and row; each row is tested once

    Raises
    ------
    InvalidInput
        for examples without accounts; folds < 2, or more than accounts
    """

def cross_validate(
    examples: Examples,
    splits: Splits,
    *,
    features: collections.abc.Iterable[str],
    penalties: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.0],
    standardize: bool = True,
    weight_of_evidence: bool = False,
    bins: typing.SupportsIndex = 5,
    min_share: typing.SupportsFloat | typing.SupportsIndex = 0.05,
    monotone: Monotone | typing.Literal['none', 'increasing', 'decreasing', 'any_direction'] | str = 'none',
    threads: typing.SupportsIndex = 0,
) -> CrossValidation:
    """Cross-validation of a logistic model: each test row is predicted by a model that has seen nothing of it.

    Each fold begins anew with its training rows: bins, means and standard deviations of features, levels of
    texts and coefficients are theirs alone. So predictions can teach a calibrator, or prove the model. The
    penalty is chosen by the predictions themselves: with many penalties the figures of the chosen one are a
    little too good. A fold whose training rows are of one class has no model.

    Parameters
    ----------
    examples
        as made by Examples
    splits
        of these examples, by time or by account
    features
        attributes of the logistic model
    penalties
        ridge penalties to choose from, each >= 0, as of logistic()
    standardize
        as of logistic()
    weight_of_evidence
        whether features enter as the weight of evidence of their bins, which the training rows of
        each fold make; unseen values as 0
    bins
        as of weight_of_evidence()
    min_share
        likewise
    monotone
        likewise
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    predictions, folds and the path of penalties

    Raises
    ------
    InvalidInput
        for splits of other examples; without features or penalties, for a penalty that is negative
        or infinite; and as logistic() and weight_of_evidence() do
    NotConverged
        as logistic() does

    References
    ----------
    Stone (1974), Journal of the Royal Statistical Society B 36:111-147; Hastie, Tibshirani & Friedman
    (2009), The Elements of Statistical Learning, ch. 7.10
    """

def psi(
    reference: typing.Any,
    current: typing.Any,
    *,
    score: str = 'score',
    bins: typing.SupportsIndex = 10,
    edges: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] | None = None,
    smoothing: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    account: str = '',
    fingerprint: str = '',
) -> PopulationStability:
    """The population stability index: how far the distribution of a score has moved from a reference.

    Numbers are put into bins of about as many rows of the reference, at values that occur; texts have a bin
    each, and so have rows in which the score is missing. A bin that one of the samples does not reach would
    be infinitely far: `smoothing` is added to both of its cells, and a finding says so.

    The readings .1 and .25 know nothing of the size of the samples. Where nothing has moved, the index is
    about (1 / n + 1 / m) times a chi-squared of bins - 1 degrees of freedom, n and m being the rows: in small
    samples it exceeds .1 by chance alone. So `drift` is told only beyond `limit`; a larger reading within it
    is told as within_chance. Several rows of one account make chance larger than that. A reference of one
    value alone has one bin, in which whatever came later lies too: that reads as none, not as stable.

    The interval is of the index of ever more rows in these bins, by the delta method, with the variance that
    chance has where nothing moves added. What chance brings about on average lifts the index: the lower bound
    is without it, and 0 where no more is there; the upper bound keeps it, so that the interval covers more
    than it says. With `account`, accounts of both samples are independent, not their rows (sandwich, G / (G -
    1)), and chance adds what it adds to such (Rao & Scott); `expected`, `limit` and the p value are of rows.

    Parameters
    ----------
    reference
        rows as they were, such as when a model was made
    current
        rows as they are
    score
        the attribute; counts have their own
    bins
        of numbers, of about as many rows of the reference, 1 to 1,000
    edges
        upper ends of bins of numbers but the last, instead
    smoothing
        rows added to both cells of a bin of which one is empty, > 0
    confidence
        of what chance alone may bring about, and of the interval, in (0, 1)
    account
        attribute that tells whose a row is; without, rows are independent
    fingerprint
        attribute that tells under which configuration a row was scored

    Returns
    -------
    a row for each bin

    Raises
    ------
    InvalidInput
        for names of no attribute, dates, infinite numbers, numbers in one sample and texts in the
        other, an account that is missing; bins that are not from 1 to 1,000; edges that do not
        ascend; unless smoothing > 0 and 0 < confidence < 1

    References
    ----------
    Yurdakul & Naranjo (2020), Journal of Risk Model Validation 14(4):89-100; Siddiqi (2006), Credit
    Risk Scorecards, ch. 8, for the readings; Rao & Scott (1981), Journal of the American Statistical
    Association 76:221-230

    The same of counts, with their bins.

    Parameters
    ----------
    reference
    current
    score
        the attribute; counts have their own
    bins
        of numbers, of about as many rows of the reference, 1 to 1,000
    edges
        upper ends of bins of numbers but the last, instead
    smoothing
        rows added to both cells of a bin of which one is empty, > 0
    confidence
        of what chance alone may bring about, and of the interval, in (0, 1)
    account
        attribute that tells whose a row is; without, rows are independent
    fingerprint
        attribute that tells under which configuration a row was scored
    """

def csi(
    reference: typing.Any,
    current: typing.Any,
    *,
    features: collections.abc.Iterable[str] = [],
    bins: typing.SupportsIndex = 10,
    smoothing: typing.SupportsFloat | typing.SupportsIndex = 0.5,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    points: PointsScorecard | None = None,
    account: str = '',
    fingerprint: str = '',
) -> CharacteristicStability:
    """The characteristic stability index: which of a score's attributes have moved, and by how many points.

    Each attribute's index is that of psi(). With a points scorecard its bins are taken, and points_shift is
    the sum over bins of (current share - reference share) times points: what the attribute has moved the mean
    score by. Values that no bin of the scorecard holds are left out, and a finding says so.

    Parameters
    ----------
    reference
        rows as they were, such as when a model was made
    current
        rows as they are
    features
        attributes; with `points` none: then all of its attributes
    bins
        of numbers, of about as many rows of the reference, 1 to 1,000
    smoothing
        rows added to both cells of a bin of which one is empty, > 0
    confidence
        of what chance alone may bring about, and of the intervals, in (0, 1)
    points
        whose bins are taken, and whose points move
    account
        as in psi()
    fingerprint
        attribute that tells under which configuration a row was scored

    Returns
    -------
    a row for each attribute

    Raises
    ------
    InvalidInput
        without features and points, or with both; for an attribute that is named twice; and as
        psi() does

    References
    ----------
    Siddiqi (2006), Credit Risk Scorecards, ch. 8 (characteristic analysis); psi()
    """

def roc_auc(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    interval: AucInterval | typing.Literal['delong', 'logit', 'bootstrap'] | str = 'delong',
    cluster: bool | None = None,
    draws: typing.SupportsIndex = 2000,
    seed: typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    threads: typing.SupportsIndex = 0,
) -> RocAuc:
    """The area under the ROC curve of a score, with its interval.

    Without clusters and weights, DeLong's variance, by mid-ranks in n log n. Of accounts with several rows,
    Obuchowski's, which takes their rows together. Weights count as often as they say; the variance then is
    that of how much each row, or account, moves the area, which is DeLong's and Obuchowski's where they are
    all alike. An interval of an area whose standard error is 0, as of a score that is the same for all or
    has all in order, would say more than is known: there is none.

    Parameters
    ----------
    examples
        as made by Examples
    score
        attribute that holds the scores, of which the order matters
    higher_predicts_outcome
        false for a health score and a churn
    interval
        how the interval is made
    cluster
        whether rows of one account are taken together; by default where the examples have accounts
    draws
        of the bootstrap, 2 to 1,000,000; 2000 as pROC has it
    seed
        of the draws
    confidence
        coverage of the interval, in (0, 1)
    threads
        of the bootstrap, at most so many; 0 for all of the machine's

    Returns
    -------
    one row

    Raises
    ------
    InvalidInput
        for a name of no attribute, scores that are no numbers or infinite, clusters without
        accounts, draws out of range; unless 0 < confidence < 1

    References
    ----------
    Hanley & McNeil (1982), Radiology 143:29-36; DeLong, DeLong & Clarke-Pearson (1988), Biometrics
    44:837-845; Obuchowski (1997), Biometrics 53:567-578; Qin & Hotilovac (2008), Statistical Methods in
    Medical Research 17:207-221; Sun & Xu (2014), IEEE Signal Processing Letters 21:1389-1393
    """

def roc_comparison(
    examples: Examples,
    *,
    scores: collections.abc.Iterable[str],
    baseline: str = 'score',
    higher_predicts_outcome: bool = True,
    opposite: collections.abc.Iterable[str] = [],
    cluster: bool | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> RocComparison:
    """Areas under the ROC curves of several scores of the same rows, each against that of a baseline.

    Scores of the same rows go together, and so their difference is known better than either: DeLong's test,
    of accounts with several rows Obuchowski's. Rows in which any of the scores is missing are left out of
    all.

    Parameters
    ----------
    examples
        as made by Examples
    scores
        attributes that hold the scores to compare
    baseline
        attribute that holds the score they are compared with
    higher_predicts_outcome
        false for health scores and a churn
    opposite
        those of the scores that point the other way than that
    cluster
        whether rows of one account are taken together; by default where the examples have accounts
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each score

    Raises
    ------
    InvalidInput
        without scores, for names of no attribute, scores that are no numbers or infinite, names in
        `opposite` that are none of the scores, clusters without accounts; unless 0 < confidence < 1

    References
    ----------
    DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44:837-845; Obuchowski (1997), Biometrics
    53:567-578
    """

def roc_curve(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    points: typing.SupportsIndex = 0,
) -> RocCurve:
    """The ROC curve of a score.

    With `points`, thresholds are left out that lie closer to the one before than 2 / (points - 1), in steps
    of sensitivity and specificity together; what is kept lies on the curve. Shares count weights, counts do
    not.

    Parameters
    ----------
    examples
        as made by Examples
    score
        attribute that holds the scores
    higher_predicts_outcome
        false for a health score and a churn
    points
        at most about so many rows, for drawing, >= 2; 0 for all

    Returns
    -------
    one row for each threshold; NaN for shares of rows of which there are none

    Raises
    ------
    InvalidInput
        for a name of no attribute, scores that are no numbers or infinite; for points that are 1 or
        negative

    References
    ----------
    Fawcett (2006), Pattern Recognition Letters 27:861-874
    """

def precision_recall(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
) -> PrecisionRecall:
    """Precision and recall by threshold.

    Parameters
    ----------
    examples
        as made by Examples
    score
        attribute that holds the scores
    higher_predicts_outcome
        false for a health score and a churn

    Returns
    -------
    one row for each threshold

    Raises
    ------
    InvalidInput
        for a name of no attribute, scores that are no numbers or infinite

    References
    ----------
    Davis & Goadrich (2006), ICML 23:233-240; average_precision() for one number of it
    """

def average_precision(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    cluster: bool | None = None,
    draws: typing.SupportsIndex = 2000,
    seed: typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    threads: typing.SupportsIndex = 0,
) -> AveragePrecision:
    """The average precision of a score: the area under its steps of precision by recall, without interpolation,
    which would flatter it.

    Parameters
    ----------
    examples
        as made by Examples
    score
        attribute that holds the scores
    higher_predicts_outcome
        false for a health score and a churn
    cluster
        whether accounts are drawn with all their rows; by default where the examples have accounts
    draws
        of the bootstrap, 2 to 1,000,000; 0 for no interval
    seed
        of the draws
    confidence
        coverage of the interval, in (0, 1)
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row

    Raises
    ------
    InvalidInput
        for a name of no attribute, scores that are no numbers or infinite, clusters without
        accounts, draws out of range; unless 0 < confidence < 1

    References
    ----------
    Davis & Goadrich (2006), ICML 23:233-240; Saito & Rehmsmeier (2015), PLOS ONE 10:e0118432
    """

def kolmogorov_smirnov(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> KolmogorovSmirnov:
    """The Kolmogorov-Smirnov statistic of a score: of all thresholds, the largest of |sensitivity + specificity
    - 1|, which is Youden's index where the score points the right way.

    The p value is that of the two-sided limit distribution. It is for scores without ties: with ties it is
    too large, and the test misses more. It takes rows as independent, and of rows that have weights as many
    as they are worth (Kish).

    The statistic is the largest of many distances, and so too large by chance, the more the less the score
    tells. The lower bound is what Kolmogorov's band around all distances at once leaves of it: where no
    accounts are known, it is above 0 if the p value is below 1 - confidence. The upper bound is normal, with
    the standard error at the threshold. Together they cover more than they say. Accounts that are given are
    taken as independent, not their rows: the error is that of sums over them (sandwich, G / (G - 1)), and the
    band is as much wider as that error is larger than that of rows.

    Parameters
    ----------
    examples
        as made by Examples
    score
        attribute that holds the scores
    higher_predicts_outcome
        false for a health score and a churn
    confidence
        coverage of the interval, in (0, 1)

    Returns
    -------
    one row

    Raises
    ------
    InvalidInput
        for a name of no attribute, scores that are no numbers or infinite; unless 0 < confidence <
        1

    References
    ----------
    Smirnov (1948), Annals of Mathematical Statistics 19:279-281; Youden (1950), Cancer 3:32-35; Hsieh &
    Turnbull (1996), Statistica Sinica 6:47-62; Schisterman & Perkins (2007), Communications in
    Statistics - Simulation and Computation 36:549-563, for the error
    """

def lift(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    shares: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.01, 0.05, 0.1, 0.2, 0.3, 0.5],
    value: str = '',
    cluster: bool | None = None,
    draws: typing.SupportsIndex = 2000,
    seed: typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    threads: typing.SupportsIndex = 0,
) -> Lift:
    """What those of highest risk come to, for teams that can look at so many.

    Of rows of one score of which only a part is looked at, what a draw among them finds on average counts: no
    order of rows changes it. A share that is no whole number of rows counts the next row in part.

    Parameters
    ----------
    examples
        as made by Examples
    score
        attribute that holds the scores
    higher_predicts_outcome
        false for a health score and a churn
    shares
        of the rows, those of highest risk, ascending, in (0, 1]
    value
        attribute that holds what a row is worth, >= 0, such as its MRR; none without
    cluster
        whether accounts are drawn with all their rows; by default where the examples have accounts
    draws
        of the bootstrap, 2 to 1,000,000; 0 for no intervals
    seed
        of the draws
    confidence
        coverage of the intervals, in (0, 1)
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    one row for each share

    Raises
    ------
    InvalidInput
        for shares that are not ascending numbers in (0, 1], a name of no attribute, scores that are
        no numbers or infinite, values below 0 or above 1e290 in all, clusters without accounts,
        draws out of range; unless 0 < confidence < 1

    References
    ----------
    Vuk & Curk (2006), Metodoloski zvezki 3:89-108
    """

def platt(
    examples: Examples,
    *,
    score: str = 'score',
    scale: ScoreScale | typing.Literal['raw', 'logit'] | str = 'raw',
    higher_predicts_outcome: bool = True,
    clip: typing.SupportsFloat | typing.SupportsIndex = 1e-15,
    least_outcomes: typing.SupportsIndex = 30,
) -> Calibrator:
    """Platt scaling: a logistic curve from scores to probabilities.

    It is fitted to (N1 + 1) / (N1 + 2) for rows with the outcome and 1 / (N0 + 2) for the others, N1 and N0
    being how many there are, so that there is a curve even where the score tells all. Weights count as so
    many rows. The slope has the sign that the examples say: finding wrong_direction where it is not the
    one expected. Where all scores are alike, or all outcomes, the slope is 0.

    Parameters
    ----------
    examples
        what was known, and what happened
    score
        attribute that holds the score
    scale
        on which it is taken; logit for one that is a probability
    higher_predicts_outcome
        whether the outcome is expected of high scores; of a health score and churn it is not
    clip
        for the logit, scores are kept so far from 0 and 1; in (0, .5)
    least_outcomes
        fewer rows with the outcome, or without, are found; an assumption

    Returns
    -------
    a calibrator for calibrate()

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, is infinite, or for the logit is
        not in [0, 1]; for weights of rows with the outcome, or without, that come to less than 1;
        unless 0 < clip < .5 and least_outcomes >= 0

    References
    ----------
    Platt (1999), Advances in Large Margin Classifiers, 61-74; Lin, Lin & Weng (2007), Machine Learning
    68:267-276
    """

def isotonic(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    least_outcomes: typing.SupportsIndex = 30,
) -> Calibrator:
    """Isotonic regression: the probabilities that never fall with the score and are nearest to what happened.

    Neighbors that go the wrong way are pooled (pool adjacent violators); rows of the same score always are.
    Weights count as so many rows. Each pool has a knot at its lowest and its highest score; between knots
    probabilities are linear, beyond the outermost they stay what they are there. It learns more of a large
    table than a curve does, and more that is chance of a small one.

    Parameters
    ----------
    examples
        what was known, and what happened
    score
        attribute that holds the score
    higher_predicts_outcome
        whether probabilities rise with the score; of a health score and churn they fall
    least_outcomes
        fewer rows with the outcome, or without, are found; an assumption

    Returns
    -------
    a calibrator for calibrate(), with its knots

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, or is infinite; unless
        least_outcomes >= 0

    References
    ----------
    Ayer, Brunk, Ewing, Reid & Silverman (1955), Annals of Mathematical Statistics 26:641-647; Zadrozny
    & Elkan (2002), KDD, 694-699
    """

def beta_calibration(
    examples: Examples,
    *,
    score: str = 'score',
    higher_predicts_outcome: bool = True,
    clip: typing.SupportsFloat | typing.SupportsIndex = 1e-15,
    least_outcomes: typing.SupportsIndex = 30,
) -> Calibrator:
    """Beta calibration: a curve from scores in [0, 1] to probabilities that may be bent at either end, or not at
    all: Platt's cannot leave alone a score that is a probability already.

    logit p = intercept + slope ln s - rest_slope ln(1 - s), with the largest likelihood of all slopes >= 0,
    so that probabilities never fall with s. Weights count as so many rows. Scores that tell all outcomes, and
    examples of one outcome, have no such curve: it is fitted to Platt's targets then. Two distinct scores
    cannot tell both slopes: they are made equal.

    Parameters
    ----------
    examples
        what was known, and what happened
    score
        attribute that holds the score, in [0, 1]
    higher_predicts_outcome
        whether the outcome is expected of high scores; otherwise s is 1 - score, as of a health
        score and churn
    clip
        scores are kept so far from 0 and 1; in (0, .5)
    least_outcomes
        fewer rows with the outcome, or without, are found; an assumption

    Returns
    -------
    a calibrator for calibrate()

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, or is not in [0, 1]; where scores
        tell all, for weights of rows with the outcome, or without, that come to less than 1; unless
        0 < clip < .5 and least_outcomes >= 0

    References
    ----------
    Kull, Silva Filho & Flach (2017), Electronic Journal of Statistics 11:5052-5080
    """

def calibrate(
    calibrator: Calibrator,
    scores: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex],
) -> CalibratedScores:
    """Turns scores into probabilities.

    Parameters
    ----------
    calibrator
        as made by platt(), isotonic() or beta_calibration()
    scores
        numbers; NaN where one is missing

    Returns
    -------
    one row for each score, in the same order

    Raises
    ------
    InvalidInput
        for a score that is infinite, or not in [0, 1] where a logarithm of it is taken; for knots
        that do not ascend, or parameters that do not belong to the kind
    """

def calibrator_json(calibrator: Calibrator) -> str:
    """A calibrator as JSON: its kind, parameters or knots, and how it was made; not its findings, which may name
    rows. It keeps every bit.

    Parameters
    ----------
    calibrator
        as made by platt(), isotonic() or beta_calibration()

    Returns
    -------
    an object of format 1

    Raises
    ------
    InvalidInput
        for a calibrator that no fit gives, or that learned nothing
    """

def calibrator_from_json(json: str) -> Calibrator:
    """Reads a calibrator from JSON. Nothing in it is run.

    Parameters
    ----------
    json
        as written by calibrator_json(), of at most 67,108,864 characters

    Returns
    -------
    the calibrator; it gives the same probabilities, to the last bit

    Raises
    ------
    InvalidInput
        for a format newer than 1, named; for what is no JSON object, keys that are missing, unknown
        or stand there twice, values of another type or out of range, and all that calibrate()
        refuses

    References
    ----------
    calibrate()
    """

def calibration_measures(
    examples: Examples,
    *,
    score: str = 'score',
    bins: typing.SupportsIndex = 10,
    binning: Binning | typing.Literal['equal_mass', 'equal_width'] | str = 'equal_mass',
    clip: typing.SupportsFloat | typing.SupportsIndex = 1e-15,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    least_outcomes: typing.SupportsIndex = 30,
) -> CalibrationMeasures:
    """How far probabilities are from what happened.

    Calibration in the large is that of the offset fit; the intercept beside the slope is another number, and
    says little by itself. Where accounts are given they are independent, and errors are those of sums over
    accounts (sandwich, G / (G - 1)); otherwise rows are, and the logistic curves have the errors of maximum
    likelihood. Spiegelhalter's test takes rows as independent always. Weights count as so many rows.
    Probabilities of 0 and 1 are allowed: for logarithms and logits they are taken at `clip` from there
    (finding certain_scores).

    Calibration errors are above 0 by chance alone. Their intervals are of the errors that these bins would
    show of ever more rows. The lower bound of the expected error is without what chance adds on average to
    right probabilities with the spread that the bins show, and the upper one keeps it. That of the maximum is
    of all bins at once (Bonferroni). Both cover more than they say.

    Parameters
    ----------
    examples
        probabilities that were known, and what happened
    score
        attribute that holds the probability of the outcome, in [0, 1]
    bins
        of the calibration errors; 1 or more
    binning
        how they are cut
    clip
        for logarithms, probabilities are kept so far from 0 and 1; in (0, .5)
    confidence
        coverage of the intervals, in (0, 1)
    least_outcomes
        fewer rows with the outcome, or without, are found; an assumption

    Returns
    -------
    one row for each measure

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins below
        1; unless 0 < clip < .5, 0 < confidence < 1 and least_outcomes >= 0

    References
    ----------
    Cox (1958), Biometrika 45:562-565; Spiegelhalter (1986), Statistics in Medicine 5:421-433;
    Steyerberg & Vergouwe (2014), European Heart Journal 35:1925-1931; Van Calster et al. (2019), BMC
    Medicine 17:230
    """

def brier_decomposition(
    examples: Examples,
    *,
    score: str = 'score',
    bins: typing.SupportsIndex = 10,
    binning: Binning | typing.Literal['equal_mass', 'equal_width'] | str = 'equal_mass',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> BrierDecomposition:
    """Why a Brier score is what it is: reliability - resolution + uncertainty + within_bin_variance -
    within_bin_covariance, exactly.

    The first three are Murphy's, and add up to the score only where all probabilities of a bin are the same;
    the other two are what is lost by bins. Weights count as so many rows.

    Errors are those of the delta method, with the bins held fixed: of sums over accounts where these are
    known (sandwich, G / (G - 1)), otherwise of rows. Chance alone lifts reliability and resolution above 0,
    by the variance of the bins' means: their intervals are of what they would be of ever more rows, so that
    the lower bound is without this bias, and 0 where no more is there; the upper bound keeps it, and so they
    cover more than they say. The interval of uncertainty is that of the share of outcomes.

    Parameters
    ----------
    examples
        probabilities that were known, and what happened
    score
        attribute that holds the probability of the outcome, in [0, 1]
    bins
        within which probabilities are taken together; 1 or more
    binning
        how they are cut
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each term

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins below
        1; unless 0 < confidence < 1

    References
    ----------
    Stephenson, Coelho & Jolliffe (2008), Weather and Forecasting 23:752-757; Murphy (1973), Journal of
    Applied Meteorology 12:595-600; Ferro & Fricker (2012), Quarterly Journal of the Royal
    Meteorological Society 138:1954-1960, for the bias
    """

def calibration_curve(
    examples: Examples,
    *,
    score: str = 'score',
    bins: typing.SupportsIndex = 10,
    binning: Binning | typing.Literal['equal_mass', 'equal_width'] | str = 'equal_mass',
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> CalibrationCurve:
    """Whether the outcome happens as often as was predicted, of low probabilities and of high ones.

    Weights count as so many rows. Intervals take rows as independent: finding many_rows where several
    are of one account.

    Parameters
    ----------
    examples
        probabilities that were known, and what happened
    score
        attribute that holds the probability of the outcome, in [0, 1]
    bins
        1 or more
    binning
        how they are cut
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each bin that has examples

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, or is not in [0, 1]; bins below
        1; unless 0 < confidence < 1

    References
    ----------
    Bröcker & Smith (2007), Weather and Forecasting 22:651-661; Wilson (1927), JASA 22:209-212
    """

def net_benefit(
    examples: Examples,
    *,
    score: str = 'score',
    thresholds: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [],
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> NetBenefit:
    """Decision curve analysis: whether treating the accounts that a score points at does more good than treating
    all, or none.

    The threshold says how much a treatment in vain costs against an outcome that is missed: who treats from
    20% on takes four in vain for one. Where accounts are given they are independent, otherwise rows are; the
    error is that of a sum over them. Weights count as so many rows.

    Parameters
    ----------
    examples
        probabilities that were known, and what happened without treatment
    score
        attribute that holds the probability of the outcome, in [0, 1]
    thresholds
        from which probability on an account is treated: ascending, in (0, 1); by default .01, .02,
        … .99
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    one row for each threshold

    Raises
    ------
    InvalidInput
        for a score that is no attribute, is no column of numbers, or is not in [0, 1]; thresholds
        that do not ascend or are not in (0, 1); unless 0 < confidence < 1

    References
    ----------
    Vickers & Elkin (2006), Medical Decision Making 26:565-574; Kerr, Brown, Zhu & Janes (2016), Journal
    of Clinical Oncology 34:2534-2540
    """

def churn_by_band(
    examples: Examples | BandCounts,
    *,
    order: collections.abc.Iterable[str],
    band: str = 'band',
    worse_predicts_outcome: bool = True,
    exact_outcomes: typing.SupportsIndex = 50,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> ChurnByBand:
    """Whether bands mean something: how often the outcome happens in each, and whether it happens less the
    better the band.

    The trend is that of Cochran and Armitage over bands that lie one step apart. With few outcomes its p is
    exact: the share of all ways in which the outcomes may fall on these rows whose trend is as far from none.
    Rows count as independent: finding many_rows where several are of one account. Weights do not count.

    Parameters
    ----------
    examples
        bands that were known, and what happened
    order
        all bands, the worst first
    band
        attribute that holds the band
    worse_predicts_outcome
        whether the outcome is expected of bad bands, as churn is; a renewal is not
    exact_outcomes
        up to so many outcomes, or rows without, the trend's p is exact; a choice of cost
    confidence
        coverage of the intervals, in (0, 1); neighbors are said to be alike where p is above 1 -
        confidence

    Returns
    -------
    one row for each band

    Raises
    ------
    InvalidInput
        without an order, for a band that is empty or there twice, or one of the examples that is
        not in the order; for an attribute that is not there, or is neither texts nor integers;
        unless 0 < confidence < 1 and 0 <= exact_outcomes <= 1,000

    References
    ----------
    Cochran (1954), Biometrics 10:417-451; Armitage (1955), Biometrics 11:375-386

    The same of counts, which know neither rows nor accounts: missing_band names no rows, and there is no
    many_rows.

    Parameters
    ----------
    counts
    order
        all bands, the worst first
    band
        attribute that holds the band
    worse_predicts_outcome
        whether the outcome is expected of bad bands, as churn is; a renewal is not
    exact_outcomes
        up to so many outcomes, or rows without, the trend's p is exact; a choice of cost
    confidence
        coverage of the intervals, in (0, 1); neighbors are said to be alike where p is above 1 -
        confidence
    """

def landmarks(
    snapshots: Snapshots,
    outcomes: Outcomes,
    *,
    gap_days: typing.SupportsIndex = 0,
    horizon_days: typing.SupportsIndex = 90,
    at_risk: AtRisk | typing.Literal['all', 'due_in_window'] | str = 'all',
    recurrent: bool = False,
    kind: str | None = None,
) -> Landmarks:
    """Examples of what was known on a day, and what happened afterwards: for churn, renewal, expansion or first
    value alike.

    An example has the outcome when one lies in (as_of + gap, as_of + gap + horizon]. One in the gap makes the
    row neither: it came too early to act on, and the account is not one that stayed. Of an outcome that can
    happen again only the window counts. A row whose window is not over yet is left out even where the outcome
    is known, since rows without it would be missing.

    Parameters
    ----------
    snapshots
        as made by Snapshots
    outcomes
        as made by Outcomes
    gap_days
        days after a snapshot that are too short to act, 0 to 36,500
    horizon_days
        days after the gap in which outcomes count, 1 to 36,500; a quarter, the time that a customer
        success team mostly plans for
    at_risk
        which accounts could have it
    recurrent
        whether it can happen again: an expansion; a churn cannot
    kind
        the kind of outcome; by default any

    Returns
    -------
    a row for each snapshot, and the examples

    Raises
    ------
    InvalidInput
        unless 0 <= gap_days <= 36,500 and 1 <= horizon_days <= 36,500; for due_in_window without
        the column due, a kind without the column kind; when accounts of the one table are texts and
        of the other integers

    References
    ----------
    van Houwelingen (2007), Scandinavian Journal of Statistics 34:70-85
    """

def landmark_lifetimes(
    snapshots: Snapshots,
    outcomes: Outcomes,
    *,
    gap_days: typing.SupportsIndex = 0,
    horizon_days: typing.SupportsIndex | None = None,
    period_days: typing.SupportsIndex = 1,
    at_risk: AtRisk | typing.Literal['all', 'due_in_window'] | str = 'all',
    recurrent: bool = False,
    first_only: bool = False,
    kind: str | None = None,
) -> LandmarkLifetimes:
    """Lifetimes of what was known on a day, for survival::cox(), discrete_hazard() and every other model of
    them: a score that tells when, and learns from windows that are not over.

    A life begins gap_days after its snapshot, and ends with the first outcome after that; otherwise it is
    last seen (right-censored) at the horizon, or on the last day that is known. Who is at risk, the gap and
    outcomes that can happen again are as in landmarks(): with its horizon, a life of an example that
    landmarks() uses has ended if, and only if, its outcome is 1. Periods are whole: one of which the end is
    not known is left out, also where its outcome is, since those without it would be missing. One period that
    is as long as the horizon makes the rows of landmarks().

    The attributes of lives are those of the snapshots, and account, to cluster by: lives of one account
    overlap, and are not independent; and as_of, to stratify by.

    Parameters
    ----------
    snapshots
        as made by Snapshots
    outcomes
        as made by Outcomes
    gap_days
        days after a snapshot that are too short to act, 0 to 36,500
    horizon_days
        days after the gap at which a life is last seen, 1 to 36,500; by default the last day that
        is known
    period_days
        what durations count, 1 to 36,500; horizon_days are whole periods
    at_risk
        which accounts could have the outcome; due_in_window has a horizon
    recurrent
        whether it can happen again: an expansion; a churn cannot
    first_only
        an account's first life only; by default one of each snapshot
    kind
        the kind of outcome; by default any

    Returns
    -------
    a row for each snapshot, and the lives

    Raises
    ------
    InvalidInput
        unless 0 <= gap_days <= 36,500, horizon_days and period_days are 1 to 36,500, and the former
        a multiple of the latter; for due_in_window without a horizon or the column due, a kind
        without the column kind, attributes called account or as_of; when accounts of the one table
        are texts and of the other integers

    References
    ----------
    van Houwelingen & Putter (2012), Dynamic Prediction in Clinical Survival Analysis, ch. 7
    """

def lead_time(
    snapshots: Snapshots,
    outcomes: Outcomes,
    *,
    order: collections.abc.Iterable[str],
    band: str = 'band',
    days_before: typing.SupportsIndex = 90,
    recurrent: bool = False,
    kind: str | None = None,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
) -> LeadTime:
    """How long beforehand bands warned of outcomes, and how often they did not.

    A snapshot without a band, or with one that is not in the order, tells nothing and is passed over. An
    account that was in the worst band from its first snapshot on was so at least as long as is said. Medians
    are of those that were warned of at all: read them beside how many these are. Their intervals are those of
    the sign test.

    Parameters
    ----------
    snapshots
        as made by Snapshots, with the bands
    outcomes
        as made by Outcomes
    order
        all bands, the worst first
    band
        attribute that holds the band
    days_before
        how long beforehand an account ought to stand out, 1 to 36,500; the quarter that a rescue
        mostly needs
    recurrent
        whether it can happen again; otherwise the first outcome counts
    kind
        the kind of outcome; by default any
    confidence
        coverage of the intervals, in (0, 1)

    Returns
    -------
    a row for each outcome

    Raises
    ------
    InvalidInput
        for an order of fewer than two bands, one that is empty or there twice, an attribute that is
        not there or holds no texts or integers, a kind without the column kind; unless 1 <=
        days_before <= 36,500 and 0 < confidence < 1
    """

def leakage(
    examples: Examples,
    *,
    attributes: collections.abc.Iterable[str] = [],
    known_on: str = '',
    auc: typing.SupportsFloat | typing.SupportsIndex = 0.98,
    least_outcomes: typing.SupportsIndex = 30,
) -> Leakage:
    """Looks for attributes that know the outcome: dated later, too good to be true, or told only where it
    happened.

    Numbers and flags are taken as they are, dates as days from as_of. Of texts the rate of outcomes among
    other accounts with the same text is taken, so that a text of each account's own says nothing. A date that
    is told only of those who left shows by where it is missing. Something that is known later and tells
    little does not show: dates of what rows are made of (`known_on`) are the better proof.

    Parameters
    ----------
    examples
        as made by Examples; rows of one account are taken together
    attributes
        to look at; by default all
    known_on
        attribute that holds the latest date of anything a row was made of; it is compared with
        as_of
    auc
        an area under the ROC curve above it is too good to be true, in (.5, 1); an assumption: no
        honest score of customers comes near
    least_outcomes
        accounts with the outcome, and without, of fewer of which an area tells nothing; >= 1

    Returns
    -------
    one row for each attribute, that of known_on first

    Raises
    ------
    InvalidInput
        for names of no attribute, a known_on that holds no dates or is without as_of; unless .5 <
        auc < 1 and least_outcomes >= 1

    References
    ----------
    Kaufman, Rosset, Perlich & Stitelman (2012), ACM Transactions on Knowledge Discovery from Data 6:15
    """

def prove(
    snapshots: Snapshots,
    outcomes: Outcomes,
    *,
    horizon_days: typing.SupportsIndex = 90,
    gap_days: typing.SupportsIndex = 0,
    score: str = 'score',
    polarity: Polarity | typing.Literal['higher_is_healthier', 'lower_is_healthier'] | str = 'higher_is_healthier',
    outcome_is_loss: bool = True,
    probability: str | None = None,
    band: str | None = None,
    order: collections.abc.Iterable[str] = [],
    at_risk: AtRisk | typing.Literal['all', 'due_in_window'] | str = 'all',
    recurrent: bool = False,
    kind: str | None = None,
    baselines: collections.abc.Iterable[str] | None = None,
    features: collections.abc.Iterable[str] | None = None,
    min_events: typing.SupportsIndex = 30,
    leak_auc: typing.SupportsFloat | typing.SupportsIndex = 0.98,
    shares: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.05, 0.1, 0.2],
    thresholds: collections.abc.Iterable[typing.SupportsFloat | typing.SupportsIndex] = [0.05, 0.1, 0.2, 0.3],
    days_before: typing.SupportsIndex = 90,
    folds: typing.SupportsIndex = 5,
    draws: typing.SupportsIndex = 2000,
    seed: typing.SupportsIndex = 1,
    confidence: typing.SupportsFloat | typing.SupportsIndex = 0.95,
    threads: typing.SupportsIndex = 0,
) -> Proof:
    """Whether a health score foretells what happens, with the evidence.

    The verdict is `leaking` where leakage() finds an attribute, the score among them, that knows the outcome;
    otherwise `insufficient_events` with fewer than min_events accounts that have the outcome, or have it not;
    otherwise `predictive` where the interval of the area under the ROC curve, by draws of accounts with all
    their rows, lies above .5; otherwise `not_predictive`. A score that is no better than a baseline is still
    predictive, and a reason says so; so does one of a score that points the wrong way.

    A health score is no probability. Where none is given, it is made one by Platt's curve, learned on the
    accounts of the other folds: no row is judged by a curve that has seen its account. Accounts are taken to
    be independent of one another, days of one account are not. Treated accounts are judged with the others
    and shown apart: one that was saved makes a good score look wrong.

    Parameters
    ----------
    snapshots
        as made by Snapshots
    outcomes
        as made by Outcomes
    horizon_days
        days after the gap in which outcomes count, 1 to 36,500
    gap_days
        days after a snapshot that are too short to act, 0 to 36,500
    score
        attribute that holds the score
    polarity
        which way the score points
    outcome_is_loss
        whether the outcome is bad, as a churn is; a renewal, an expansion, a first value are not
    probability
        attribute that holds the probability of the outcome; by default the score is made one, see
        prove()
    band
        attribute that holds the band; by default `band`, if there is one
    order
        all bands, the worst first; by default by their mean scores
    at_risk
        which accounts could have the outcome
    recurrent
        whether it can happen again
    kind
        the kind of outcome; by default any
    baselines
        attributes that the score has to beat, and days_to_renewal, which is made of `due`; by
        default this, tenure_days, csm_color and csm_sentiment, as far as they are there
    features
        attributes whose drift is shown; by default all but score, band, probability and dates
    min_events
        accounts with the outcome, and without, that a verdict needs, >= 2; an assumption: fewer
        leave intervals of an area of .70 wider than .2
    leak_auc
        as `auc` of leakage()
    shares
        as of lift()
    thresholds
        as of net_benefit()
    days_before
        as of lead_time()
    folds
        of accounts, by which the score is made a probability, 2 to 100
    draws
        of the bootstraps, 2 to 1,000,000
    seed
        of the draws and folds
    confidence
        coverage of the intervals, in (0, 1)
    threads
        at most so many; 0 for all of the machine's

    Returns
    -------
    the verdict, why, and a row for each figure

    Raises
    ------
    InvalidInput
        as landmarks(), leakage(), lift(), net_benefit() and lead_time() do; for a score,
        probability, baseline or feature that is no attribute, a number that is infinite, a score
        that is no number; unless min_events >= 2 and folds is from 2 to 100

    References
    ----------
    Steyerberg et al. (2010), Epidemiology 21:128-138; Collins et al. (2024), BMJ 385:e078378
    (TRIPOD+AI)
    """

