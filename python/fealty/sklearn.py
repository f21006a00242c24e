# SPDX-License-Identifier: MIT
"""Models of fealty.health as estimators of scikit-learn, for its pipelines, grids and cross-validation.

The second class in order is the outcome: True of False and True, "yes" of "no" and "yes". Features are the
columns of a dataframe of pandas or polars, or of an array of numbers.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Self

import numpy as np

try:
    import sklearn.base
    from sklearn.model_selection import BaseCrossValidator
    from sklearn.utils import ClassifierTags, Tags, _safe_indexing, check_array, column_or_1d
    from sklearn.utils.multiclass import check_classification_targets, type_of_target
    from sklearn.utils.validation import (
        _check_sample_weight,
        check_consistent_length,
        check_is_fitted,
        validate_data,
    )
except ImportError as error:
    raise ImportError("estimators need scikit-learn 1.6 or later: pip install 'fealty[sklearn]'") from error

from fealty import health

__all__ = ["AccountSplit", "LogisticClassifier", "ScoreCalibrator", "TimeSplit", "WeightOfEvidenceEncoder"]

Array = np.ndarray[Any, Any]
CALIBRATORS = {
    "platt": health.platt,
    "isotonic": health.isotonic,
    "beta_calibration": health.beta_calibration,
}


class LogisticClassifier(sklearn.base.ClassifierMixin, sklearn.base.BaseEstimator):
    """Logistic regression with a ridge penalty and bounds of signs: health.logistic() as an estimator.

    The penalty is that of glmnet: LogisticRegression's C is 1 / (n penalty). A text column of a dataframe
    is a feature by its levels, each against the first. Missing values are refused: put
    WeightOfEvidenceEncoder or an imputer before.

    :param signs: of each feature: "any", "positive" or "negative"; any by default
    :param penalty: ridge: the mean negative log-likelihood plus penalty / 2 x sum of squared coefficients
        is smallest
    :param penalty_factors: of each feature: the penalty is multiplied by it; 1 by default
    :param standardize: whether coefficients are penalized per standard deviation of their features
    :param robust: whether standard errors tell how much each account moves the fit (each row, without
        accounts); by default where there are accounts
    :param confidence: coverage of the intervals of `model_`
    :param tolerance: standard errors that the last step may have
    :param max_iterations: Newton steps, at most
    :param threads: at most so many; 0 for all of the machine's

    What it learned is in `model_`, the LogisticModel with standard errors and findings; `coef_` has its
    coefficients but the intercept (NaN of a feature that is constant), `intercept_` that one, `classes_` the
    two labels.
    """

    def __init__(
        self,
        *,
        signs: Sequence[str] = (),
        penalty: float = 0.0,
        penalty_factors: Sequence[float] = (),
        standardize: bool = True,
        robust: bool | None = None,
        confidence: float = 0.95,
        tolerance: float = 1e-9,
        max_iterations: int = 50,
        threads: int = 0,
    ) -> None:
        self.signs = signs
        self.penalty = penalty
        self.penalty_factors = penalty_factors
        self.standardize = standardize
        self.robust = robust
        self.confidence = confidence
        self.tolerance = tolerance
        self.max_iterations = max_iterations
        self.threads = threads

    def fit(self, X: Any, y: Any, sample_weight: Any = None, account: Any = None) -> Self:
        """Learns how features move the log odds of the second class.

        :param X: n rows of features
        :param y: n labels, of two classes
        :param sample_weight: how many rows each stands for; 1 by default
        :param account: whose row it is, for robust standard errors
        :returns: itself
        """
        columns, rows = _rows_to_learn(self, X, y, sample_weight, account)
        self.classes_ = rows.classes
        self.model_ = health.logistic(rows.examples(columns), features=list(columns), **self.get_params())
        if self.model_.left_out:
            raise ValueError(
                f"{type(self).__name__}: X contains NaN or None in {self.model_.left_out} rows, which is not "
                "accepted; WeightOfEvidenceEncoder takes missing values"
            )
        self.intercept_ = self.model_.coef[:1]
        self.coef_ = self.model_.coef[1:].reshape(1, -1)
        return self

    def decision_function(self, X: Any) -> Array:
        """The log odds of the second class.

        :param X: n rows of the same features
        :returns: n numbers
        """
        return self._predict(X).linear_predictor

    def predict_proba(self, X: Any) -> Array:
        """How likely each class is.

        :param X: n rows of the same features
        :returns: n x 2 probabilities, in the order of `classes_`
        """
        return _of_both(self._predict(X).probability)

    def predict(self, X: Any) -> Array:
        """The class that is the more likely one.

        :param X: n rows of the same features
        :returns: n labels
        """
        above = self.decision_function(X) > 0
        return np.asarray(self.classes_[above.astype(int)])

    def _predict(self, X: Any) -> health.LogisticPrediction:
        check_is_fitted(self)
        found = health.predict_logistic(self.model_, _columns(self, X, reset=False))
        if np.isnan(found.probability).any():
            raise ValueError("; ".join(each.message for each in found.findings))
        return found

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        return tags

    def __getstate__(self) -> dict[str, Any]:
        return _with(super().__getstate__(), "model_", health.logistic_json)

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(_with(state, "model_", health.logistic_from_json))


class ScoreCalibrator(sklearn.base.ClassifierMixin, sklearn.base.BaseEstimator):
    """What a score is worth as a probability: health.platt(), isotonic() or beta_calibration().

    It takes one column: a health score, or what another model says. Let it learn from rows that the model
    has not seen, as cross_val_predict() gives them.

    :param kind: "platt", "isotonic" or "beta_calibration"
    :param scale: of Platt's: "raw", or "logit" for a score that is a probability
    :param higher_predicts_outcome: whether the second class is expected of high scores; of a health score
        and churn it is not
    :param clip: scores are kept so far from 0 and 1 for their logarithms; of no account to isotonic
    :param least_outcomes: fewer rows of either class are found

    What it learned is in `calibrator_`, with its findings; `classes_` are the two labels.
    """

    def __init__(
        self,
        kind: str = "platt",
        *,
        scale: str = "raw",
        higher_predicts_outcome: bool = True,
        clip: float = 1e-15,
        least_outcomes: int = 30,
    ) -> None:
        self.kind = kind
        self.scale = scale
        self.higher_predicts_outcome = higher_predicts_outcome
        self.clip = clip
        self.least_outcomes = least_outcomes

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:
        """Learns how often the second class comes with which score.

        :param X: n scores, or one column of them
        :param y: n labels, of two classes
        :param sample_weight: how many rows each stands for; 1 by default
        :returns: itself
        """
        if self.kind not in CALIBRATORS:
            raise ValueError(f"ScoreCalibrator: kind is {self.kind!r}, not one of {', '.join(CALIBRATORS)}")
        scores = _scores(X)
        rows, keep = _checked_rows(self, scores, y, sample_weight)
        learn = CALIBRATORS[self.kind]
        taken = inspect.signature(learn).parameters
        options = {name: value for name, value in self.get_params().items() if name in taken}
        self.classes_ = rows.classes
        self.calibrator_ = learn(rows.examples({"score": scores[keep]}), score="score", **options)
        return self

    def predict_proba(self, X: Any) -> Array:
        """How likely each class is.

        :param X: n scores, or one column of them
        :returns: n x 2 probabilities, in the order of `classes_`
        """
        check_is_fitted(self)
        return _of_both(health.calibrate(self.calibrator_, _scores(X)).probability)

    def predict(self, X: Any) -> Array:
        """The class that is the more likely one.

        :param X: n scores, or one column of them
        :returns: n labels
        """
        above = self.predict_proba(X)[:, 1] > 0.5
        return np.asarray(self.classes_[above.astype(int)])

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.classifier_tags.multi_class = False
        tags.input_tags.one_d_array = True
        tags.input_tags.two_d_array = False
        return tags

    def __getstate__(self) -> dict[str, Any]:
        return _with(super().__getstate__(), "calibrator_", health.calibrator_json)

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(_with(state, "calibrator_", health.calibrator_from_json))


class WeightOfEvidenceEncoder(
    sklearn.base.OneToOneFeatureMixin, sklearn.base.TransformerMixin, sklearn.base.BaseEstimator
):
    """Each value as the weight of evidence of its bin: health.weight_of_evidence() as a transformer.

    Numbers are cut into bins, texts have one each, and missing values have theirs.

    :param bins: of numbers, at most so many, missing ones apart
    :param min_share: of the weight of the numbers in each bin
    :param monotone: which way bins of numbers have to go: "none", "increasing", "decreasing" or
        "any_direction"
    :param smoothing: examples added to both cells of a bin of which one is empty
    :param unseen: in place of a value that no bin holds; 0 says nothing either way

    What it learned is in `evidence_`, a WeightOfEvidence for each feature, with its information value and
    findings; `classes_` are the two labels.
    """

    def __init__(
        self,
        *,
        bins: int = 5,
        min_share: float = 0.05,
        monotone: str = "none",
        smoothing: float = 0.5,
        unseen: float = float("nan"),
    ) -> None:
        self.bins = bins
        self.min_share = min_share
        self.monotone = monotone
        self.smoothing = smoothing
        self.unseen = unseen

    def fit(self, X: Any, y: Any, sample_weight: Any = None) -> Self:
        """Makes the bins of each feature.

        :param X: n rows of features
        :param y: n labels, of two classes
        :param sample_weight: how many rows each stands for; 1 by default
        :returns: itself
        """
        columns, rows = _rows_to_learn(self, X, y, sample_weight)
        examples = rows.examples(columns)
        options = self.get_params()
        del options["unseen"]
        self.classes_ = rows.classes
        self.evidence_ = [health.weight_of_evidence(examples, feature=name, **options) for name in columns]
        self._counts = [_counts(each, examples) for each in self.evidence_]
        return self

    def transform(self, X: Any) -> Array:
        """The weights of evidence.

        :param X: n rows of the same features
        :returns: n rows, a column for each feature
        """
        check_is_fitted(self)
        columns = _columns(self, X, reset=False)
        # NaN is the default, and not taken as an argument.
        options: dict[str, Any] = {} if np.isnan(self.unseen) else {"unseen": self.unseen}
        found = health.weight_of_evidence_features(columns, self.evidence_, **options)
        return np.column_stack([found[name] for name in columns])

    def __sklearn_tags__(self) -> Tags:
        tags = super().__sklearn_tags__()
        tags.target_tags.required = True
        tags.classifier_tags = ClassifierTags(multi_class=False)
        tags.input_tags.allow_nan = True
        return tags

    def __getstate__(self) -> dict[str, Any]:
        state: dict[str, Any] = super().__getstate__()
        if "evidence_" not in state:
            return state
        counts = [each.serialize() for each in self._counts]
        return {**state, "evidence_": [_made(each) for each in self.evidence_], "_counts": counts}

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        if "evidence_" in state:
            self._counts = [health.EvidenceCounts.deserialize(each) for each in state["_counts"]]
            self.evidence_ = [
                health.weight_of_evidence(counts, **made)
                for counts, made in zip(self._counts, state["evidence_"], strict=True)
            ]


class AccountSplit(BaseCrossValidator):
    """Splits by account, of which all rows are in one fold: health.account_splits() for cross_val_score().

    :param folds: at least 2
    :param seed: of the draw
    """

    __metadata_request__split = {"groups": True}  # noqa: RUF012

    def __init__(self, folds: int = 5, *, seed: int = 1) -> None:
        self.folds = folds
        self.seed = seed

    def split(self, X: Any, y: Any = None, groups: Any = None) -> Iterator[tuple[Array, Array]]:
        """Rows to learn from and rows to be judged by, fold by fold.

        :param X: n rows, which are not looked at
        :param y: n labels, of two classes: each fold has about as many of both
        :param groups: n accounts
        :returns: pairs of row numbers
        """
        rows = _rows_to_split(self, X, y, groups, "the account of each row")
        yield from _folds(health.account_splits(rows.examples({}, account=groups), **_params(self)))

    def get_n_splits(self, X: Any = None, y: Any = None, groups: Any = None) -> int:
        """How many folds there are; the arguments are not looked at."""
        return self.folds


class TimeSplit(BaseCrossValidator):
    """Splits by time: what comes after a day judges a model of what was known before, outcomes included.

    Rows whose outcome was not yet known then are in neither part: health.time_splits() for
    cross_val_score().

    :param horizon_days: the length of the outcome's window
    :param gap_days: between the day of a row and that window
    :param folds: stretches of about as many rows, after one to learn from first
    :param cuts: instead: the first day of each stretch, ascending
    """

    __metadata_request__split = {"groups": True}  # noqa: RUF012

    def __init__(
        self, horizon_days: int, *, gap_days: int = 0, folds: int = 4, cuts: Sequence[Any] = ()
    ) -> None:
        self.horizon_days = horizon_days
        self.gap_days = gap_days
        self.folds = folds
        self.cuts = cuts

    def split(self, X: Any, y: Any = None, groups: Any = None) -> Iterator[tuple[Array, Array]]:
        """Rows to learn from and rows to be judged by, fold by fold.

        :param X: n rows, which are not looked at
        :param y: n labels, of two classes
        :param groups: n days, on which rows were known
        :returns: pairs of row numbers
        """
        rows = _rows_to_split(self, X, y, groups, "the day of each row")
        yield from _folds(health.time_splits(rows.examples({}, as_of=groups), **_params(self)))

    def get_n_splits(self, X: Any = None, y: Any = None, groups: Any = None) -> int:
        """How many folds there are; the arguments are not looked at."""
        return len(self.cuts) or self.folds


class _Rows:
    """What is known of rows beside their features."""

    def __init__(self, classes: Array, outcome: Array, **beside: Any) -> None:
        self.classes, self.outcome = classes, outcome
        self.beside = {name: values for name, values in beside.items() if values is not None}

    def examples(self, columns: Mapping[str, Any], **further: Any) -> health.Examples:
        """A table of them and their features, whose names stay as they are."""
        table = dict(columns)
        names = {}
        for name, values in {"outcome": self.outcome, **self.beside, **further}.items():
            free = name
            while free in table:
                free += "_"
            table[free] = values
            names[name] = free
        return health.Examples(table, attributes=list(columns), **names)


def _rows_to_learn(
    estimator: Any, X: Any, y: Any, weight: Any, account: Any = None
) -> tuple[dict[str, Any], _Rows]:
    """The features of rows that count, and what is known beside them."""
    columns = _columns(estimator, X, y, reset=True)
    rows, keep = _checked_rows(estimator, X, y, weight, account)
    if keep.all():
        return columns, rows
    at = np.flatnonzero(keep)
    return {name: _safe_indexing(values, at) for name, values in columns.items()}, rows


def _checked_rows(estimator: Any, X: Any, y: Any, weight: Any, account: Any = None) -> tuple[_Rows, Array]:
    """What is known of rows that count, and which do: a weight of 0 is no row."""
    y = column_or_1d(y, warn=True)
    check_consistent_length(X, y, account)
    keep = np.ones(len(y), bool)
    if weight is not None:
        weight = _check_sample_weight(weight, X, dtype=np.float64, ensure_non_negative=True)
        keep = weight > 0
        weight = weight[keep]
    account = account if account is None or keep.all() else _safe_indexing(account, np.flatnonzero(keep))
    return _Rows(*_classes(estimator, y[keep]), weight=weight, account=account), keep


def _rows_to_split(splitter: Any, X: Any, y: Any, groups: Any, what: str) -> _Rows:
    name = type(splitter).__name__
    if groups is None:
        raise ValueError(f"{name}: groups is missing: {what}")
    if y is None:
        raise ValueError(f"{name}: y is missing: the label of each row")
    check_consistent_length(X, y, groups)
    return _Rows(*_classes(splitter, column_or_1d(y)))


def _classes(estimator: Any, y: Array) -> tuple[Array, Array]:
    """The two labels in order, and which rows have the second."""
    check_classification_targets(y)
    kind = type_of_target(y, input_name="y")
    if kind != "binary":
        raise ValueError(f"Only binary classification is supported. The type of the target is {kind}.")
    classes, codes = np.unique(y, return_inverse=True)
    if len(classes) == 1:
        raise ValueError(f"{type(estimator).__name__}: y has one class only, {classes[0]}; it takes two")
    return classes, codes == 1


def _columns(estimator: Any, X: Any, y: Any = "no_validation", *, reset: bool) -> dict[str, Any]:
    """Features by the names that they had when they were learned."""
    if hasattr(X, "columns"):
        validate_data(estimator, X, y, reset=reset, skip_check_array=True)
        values = [X[name] for name in (X.column_names if hasattr(X, "column_names") else X.columns)]
    else:
        finite = "allow-nan" if sklearn.utils.get_tags(estimator).input_tags.allow_nan else True
        checked = validate_data(estimator, X, y, reset=reset, dtype=np.float64, ensure_all_finite=finite)
        values = list((checked if isinstance(y, str) else checked[0]).T)
    known = getattr(estimator, "feature_names_in_", None)
    names = known if known is not None else [f"x{place}" for place in range(len(values))]
    return dict(zip(map(str, names), values, strict=True))


def _scores(X: Any) -> Array:
    """One number for each row."""
    scores = check_array(X, ensure_2d=False, dtype=np.float64, input_name="X")
    if scores.ndim == 2 and scores.shape[1] != 1:
        raise ValueError(f"ScoreCalibrator: X has {scores.shape[1]} columns; it takes one, the score")
    return np.asarray(scores.reshape(-1))


def _of_both(probability: Array) -> Array:
    return np.column_stack([1 - probability, probability])


def _counts(evidence: health.WeightOfEvidence, examples: health.Examples) -> health.EvidenceCounts:
    """What the bins were made of: to be kept, where bins are not."""
    texts = "category" in evidence.kind.tolist()
    counts = health.EvidenceCounts(feature=evidence.feature, edges=None if texts else _edges(evidence))
    counts.update(examples)
    return counts


def _edges(evidence: health.WeightOfEvidence) -> Array:
    """Upper ends of all bins of numbers but the last."""
    return evidence.upper[np.isfinite(evidence.upper)]


def _made(evidence: health.WeightOfEvidence) -> dict[str, Any]:
    """How the same bins come out of their counts: as they are, without one of numbers that is empty."""
    return {
        "monotone": str(evidence.monotone),
        "smoothing": evidence.smoothing,
        "merge": len(_edges(evidence)) == 0,
    }


def _folds(splits: health.Splits) -> Iterator[tuple[Array, Array]]:
    for fold in range(1, splits.folds + 1):
        here = splits.fold == fold
        train, test = (splits.row[here & (splits.role == role)] for role in ("train", "test"))
        yield train, test


def _params(splitter: Any) -> dict[str, Any]:
    return {name: getattr(splitter, name) for name in inspect.signature(type(splitter)).parameters}


def _with(state: dict[str, Any], name: str, change: Any) -> dict[str, Any]:
    """A state of which one attribute, if it is there, is another."""
    return {**state, name: change(state[name])} if name in state else state
