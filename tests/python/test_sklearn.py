# SPDX-License-Identifier: MIT
"""Estimators and splitters: what scikit-learn asks of its own, and that they say what fealty.health says."""

import copy
import datetime as dt
import inspect
import pickle
import subprocess
import sys

import numpy as np
import pandas as pd
import polars as pl
import pytest
from sklearn import config_context
from sklearn.base import clone, is_classifier
from sklearn.compose import make_column_transformer
from sklearn.exceptions import NotFittedError
from sklearn.model_selection import GridSearchCV, cross_val_predict, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils import get_tags
from sklearn.utils.estimator_checks import parametrize_with_checks

import fealty
from fealty import health
from fealty.sklearn import (
    AccountSplit,
    LogisticClassifier,
    ScoreCalibrator,
    TimeSplit,
    WeightOfEvidenceEncoder,
)

N = 240


@parametrize_with_checks([LogisticClassifier(), LogisticClassifier(penalty=0.1), WeightOfEvidenceEncoder()])
def test_scikit_learn_checks(estimator, check):
    """None fails. ScoreCalibrator takes one score, which these checks do not make."""
    check(estimator)


def customers(seed=3):
    draw = np.random.default_rng(seed)
    usage, plan = draw.normal(10, 4, N), draw.integers(0, 2, N)
    left = draw.random(N) < 1 / (1 + np.exp(0.3 * (usage - 8) + plan))
    return pd.DataFrame(
        {
            "usage": usage,
            "plan": np.array(["basic", "pro"])[plan],
            "left": np.where(left, "yes", "no"),
            "account": np.arange(N) // 3,
            "day": np.datetime64("2024-01-01") + np.arange(N),
            "weight": draw.integers(1, 4, N),
        }
    )


ROWS = customers()
X, Y = ROWS[["usage", "plan"]], ROWS["left"]


def examples(rows=ROWS, attributes=("usage", "plan"), **other):
    table = {**{name: rows[name] for name in rows}, "outcome": (rows["left"] == "yes").to_numpy()}
    return health.Examples(table, outcome="outcome", attributes=attributes, **other)


def same(ours, theirs):
    np.testing.assert_array_equal(np.asarray(ours), np.asarray(theirs))


@pytest.mark.parametrize(
    ("estimator", "function", "not_here"),
    [
        (LogisticClassifier, health.logistic, {"features"}),
        (WeightOfEvidenceEncoder, health.weight_of_evidence, {"feature", "edges", "merge"}),
        (AccountSplit, health.account_splits, set()),
        (TimeSplit, health.time_splits, set()),
        (ScoreCalibrator, health.platt, {"score"}),
        (ScoreCalibrator, health.isotonic, {"score"}),
        (ScoreCalibrator, health.beta_calibration, {"score"}),
    ],
)
def test_options_are_those_of_the_function(estimator, function, not_here):
    ours = inspect.signature(estimator).parameters
    theirs = list(inspect.signature(function).parameters.values())[1:]
    assert {each.name for each in theirs} - set(ours) == not_here
    for each in theirs:
        if each.name not in not_here:
            default = ours[each.name].default
            same(list(default) if default == () else default, each.default)


class TestLogisticClassifier:
    def test_is_the_model_of_health(self):
        ours = LogisticClassifier(penalty=0.02).fit(X, Y)
        model = health.logistic(examples(), features=["usage", "plan"], penalty=0.02)
        same(ours.model_.coef, model.coef)
        same(ours.intercept_, model.coef[:1])
        same(ours.coef_, [model.coef[1:]])
        assert ours.model_.covariate.tolist() == ["(intercept)", "usage", "plan=pro"]
        found = health.predict_logistic(model, X)
        same(ours.decision_function(X), found.linear_predictor)
        same(ours.predict_proba(X)[:, 1], found.probability)
        same(ours.predict_proba(X).sum(axis=1), np.ones(N))
        same(ours.predict(X), np.where(found.probability > 0.5, "yes", "no"))
        assert ours.classes_.tolist() == ["no", "yes"]
        assert ours.feature_names_in_.tolist() == ["usage", "plan"]
        assert ours.n_features_in_ == 2
        assert 0.6 < ours.score(X, Y) < 1

    def test_any_table_gives_the_same(self):
        plain = ["usage", "weight"]
        expected = LogisticClassifier().fit(ROWS[plain], Y)
        polars = pl.from_pandas(ROWS[plain])
        for table in (ROWS[plain].to_numpy(), polars, polars.to_arrow(), np.asfortranarray(polars)):
            found = LogisticClassifier().fit(table, Y)
            same(found.coef_, expected.coef_)
            same(found.predict_proba(table), expected.predict_proba(ROWS[plain]))
        texts = LogisticClassifier().fit(pl.from_pandas(X), pl.Series(Y))
        same(texts.coef_, LogisticClassifier().fit(X.astype({"plan": "category"}), Y.to_numpy()).coef_)
        assert texts.feature_names_in_.tolist() == ["usage", "plan"]
        assert not hasattr(LogisticClassifier().fit(ROWS[plain].to_numpy(), Y), "feature_names_in_")

    def test_names_of_columns_do_not_matter(self):
        named = X.rename(columns={"usage": "outcome", "plan": "weight"})
        found = LogisticClassifier().fit(named, Y, sample_weight=ROWS["weight"])
        same(found.coef_, LogisticClassifier().fit(X, Y, sample_weight=ROWS["weight"]).coef_)

    def test_weights(self):
        found = LogisticClassifier(penalty=0.1).fit(X, Y, sample_weight=ROWS["weight"])
        model = health.logistic(examples(weight="weight"), features=["usage", "plan"], penalty=0.1)
        same(found.model_.std_error, model.std_error)
        some = np.arange(N) % 3 > 0
        left_out = LogisticClassifier().fit(X, Y, sample_weight=some.astype(float), account=ROWS["account"])
        fewer = LogisticClassifier().fit(X[some], Y[some], account=ROWS["account"][some])
        np.testing.assert_allclose(left_out.model_.std_error, fewer.model_.std_error, rtol=1e-12)
        polars = LogisticClassifier().fit(pl.from_pandas(X), Y, sample_weight=some.astype(float))
        same(polars.coef_, fewer.coef_)

    def test_robust_errors_of_accounts(self):
        found = LogisticClassifier().fit(X, Y, account=ROWS["account"])
        model = health.logistic(examples(account="account"), features=["usage", "plan"])
        assert found.model_.robust
        same(found.model_.std_error, model.std_error)

    def test_signs_and_factors(self):
        held = LogisticClassifier(signs=["positive", "any"], penalty=0.1, penalty_factors=[1, 0]).fit(X, Y)
        assert held.coef_[0, 0] == 0
        assert [each.code for each in held.model_.findings] == ["held_by_sign"]

    def test_separation_and_constants_are_told(self):
        apart = LogisticClassifier().fit([[1, 5], [2, 5], [8, 5], [9, 5]], [0, 0, 1, 1])
        codes = [each.code for each in apart.model_.findings]
        assert {"separation", "constant_covariate"} <= set(codes)
        assert np.isfinite(apart.coef_[0, 0]) and np.isnan(apart.coef_[0, 1])
        assert apart.predict([[0, 5], [10, 5]]).tolist() == [0, 1]

    @pytest.mark.parametrize(
        ("table", "labels", "message"),
        [
            (X, np.arange(N) % 3, "Only binary classification is supported.*multiclass"),
            (X, ["yes"] * N, "y has one class only, yes"),
            (X, Y[:-1], "inconsistent numbers of samples"),
            (X.assign(usage=np.nan), Y, "usage is missing in all 240 rows"),
            (X.assign(usage=X["usage"].where(X["usage"] > 5)), Y, "NaN or None in .* rows"),
            (X.assign(plan=X["plan"].where(X["usage"] > 5, None)), Y, "NaN or None in .* rows"),
            (X.assign(usage=np.inf), Y, "inf"),
        ],
    )
    def test_refuses(self, table, labels, message):
        with pytest.raises(ValueError, match=message):
            LogisticClassifier().fit(table, labels)

    def test_refuses_to_predict_what_it_does_not_know(self):
        model = LogisticClassifier()
        with pytest.raises(NotFittedError):
            model.predict(X)
        model.fit(X, Y)
        with pytest.raises(ValueError, match="plan"):
            model.predict(X.assign(plan="enterprise"))
        with pytest.raises(ValueError, match="usage"):
            model.predict_proba(X.assign(usage=np.nan))
        with pytest.raises(ValueError, match="feature names should match"):
            model.predict(X.rename(columns={"plan": "tier"}))

    def test_copies(self):
        model = LogisticClassifier(penalty=0.3, signs=["negative", "any"]).fit(X, Y)
        for other in (pickle.loads(pickle.dumps(model)), copy.deepcopy(model)):
            same(other.predict_proba(X), model.predict_proba(X))
            assert other.get_params() == model.get_params()
            same(other.model_.std_error, model.model_.std_error)
        unfitted = clone(model)
        assert not hasattr(unfitted, "model_") and unfitted.penalty == 0.3
        assert clone(model).set_params(penalty=1).penalty == 1
        assert "penalty=0.3" in repr(model)

    def test_in_a_grid_of_a_pipeline(self):
        model = make_pipeline(
            make_column_transformer((StandardScaler(), ["usage"])), LogisticClassifier(standardize=False)
        )
        grid = GridSearchCV(
            model, {"logisticclassifier__penalty": [0.01, 10]}, scoring="neg_log_loss", n_jobs=2
        )
        grid.fit(X, Y)
        assert grid.best_params_ == {"logisticclassifier__penalty": 0.01}
        scores = cross_val_score(LogisticClassifier(), X, Y, scoring="roc_auc")
        assert scores.shape == (5,) and (scores > 0.55).all()

    def test_tags(self):
        tags = get_tags(LogisticClassifier())
        assert is_classifier(LogisticClassifier())
        assert not tags.classifier_tags.multi_class


class TestWeightOfEvidenceEncoder:
    def test_is_the_evidence_of_health(self):
        encoder = WeightOfEvidenceEncoder(bins=3, monotone="decreasing")
        encoded = encoder.fit_transform(X, Y)
        evidence = [
            health.weight_of_evidence(examples(), feature=name, bins=3, monotone="decreasing") for name in X
        ]
        found = health.weight_of_evidence_features(X, evidence)
        same(encoded, np.column_stack([found["usage"], found["plan"]]))
        assert [each.information_value for each in encoder.evidence_] == [
            each.information_value for each in evidence
        ]
        assert encoder.get_feature_names_out().tolist() == ["usage", "plan"]
        same(encoder.transform(pl.from_pandas(X)), encoded)

    def test_gives_dataframes(self):
        encoder = WeightOfEvidenceEncoder().set_output(transform="pandas")
        frame = encoder.fit_transform(X, Y)
        assert frame.columns.tolist() == ["usage", "plan"]
        polars = WeightOfEvidenceEncoder().set_output(transform="polars").fit_transform(X, Y)
        same(polars.to_numpy(), frame.to_numpy())

    def test_missing_and_unseen_values(self):
        holes = X.assign(usage=X["usage"].where(X["usage"] > 5), plan=X["plan"].where(X["usage"] < 15, None))
        encoder = WeightOfEvidenceEncoder(unseen=0).fit(holes, Y)
        assert np.isfinite(encoder.transform(holes)).all()
        assert encoder.transform(X.assign(plan="enterprise"))[:, 1].tolist() == [0] * N
        encoder.set_params(unseen=float("nan"))
        assert np.isnan(encoder.transform(X.assign(plan="enterprise"))[:, 1]).all()

    def test_weights(self):
        found = WeightOfEvidenceEncoder().fit(X, Y, sample_weight=ROWS["weight"]).evidence_[1]
        theirs = health.weight_of_evidence(examples(weight="weight"), feature="plan")
        same(found.weight_of_evidence, theirs.weight_of_evidence)

    @pytest.mark.parametrize("monotone", ["none", "any_direction"])
    def test_copies(self, monotone):
        holes = X.assign(usage=X["usage"].where(X["usage"] > 5), nothing=np.nan, void=None)
        encoder = WeightOfEvidenceEncoder(monotone=monotone).fit(holes, Y, sample_weight=ROWS["weight"] / 3)
        for other in (pickle.loads(pickle.dumps(encoder)), copy.deepcopy(encoder)):
            same(other.transform(holes), encoder.transform(holes))
            for ours, theirs in zip(other.evidence_, encoder.evidence_, strict=True):
                assert ours.to_pandas().equals(theirs.to_pandas())
                assert (ours.feature, ours.monotone) == (theirs.feature, theirs.monotone)

    def test_before_a_classifier(self):
        model = make_pipeline(WeightOfEvidenceEncoder(), LogisticClassifier())
        assert cross_val_score(model, X, Y, scoring="roc_auc").mean() > 0.6
        model.set_output(transform="pandas").fit(X, Y)
        assert model[-1].feature_names_in_.tolist() == ["usage", "plan"]


class TestScoreCalibrator:
    @pytest.mark.parametrize("kind", ["platt", "isotonic", "beta_calibration"])
    def test_is_the_calibrator_of_health(self, kind):
        score = 100 / (1 + np.exp(-ROWS["usage"] / 10)) / 100
        calibrator = ScoreCalibrator(kind, higher_predicts_outcome=False).fit(score, Y)
        table = health.Examples({"left": Y == "yes", "score": score}, outcome="left", attributes=["score"])
        theirs = getattr(health, kind)(table, higher_predicts_outcome=False)
        expected = health.calibrate(theirs, score).probability
        same(calibrator.predict_proba(score)[:, 1], expected)
        same(calibrator.predict_proba(score.to_frame()), calibrator.predict_proba(score.tolist()))
        assert set(calibrator.predict(score)) <= {"no", "yes"}
        other = pickle.loads(pickle.dumps(calibrator))
        same(other.predict_proba(score), calibrator.predict_proba(score))
        assert clone(calibrator).get_params() == calibrator.get_params()

    def test_of_scores_of_rows_that_the_model_has_not_seen(self):
        log_odds = cross_val_predict(LogisticClassifier(), X, Y, method="decision_function")
        calibrator = ScoreCalibrator().fit(log_odds, Y, sample_weight=ROWS["weight"])
        assert calibrator.predict_proba([0.0]).shape == (1, 2)
        assert calibrator.calibrator_.slope > 0

    @pytest.mark.parametrize(
        ("kind", "score", "message"),
        [
            ("sigmoid", ROWS["usage"], "kind is 'sigmoid', not one of platt, isotonic, beta_calibration"),
            ("platt", ROWS[["usage", "weight"]], "X has 2 columns; it takes one, the score"),
            ("platt", ROWS["usage"].where(ROWS["usage"] > 5), "NaN"),
            ("beta_calibration", ROWS["usage"], "0"),
        ],
    )
    def test_refuses(self, kind, score, message):
        with pytest.raises(ValueError, match=message):
            ScoreCalibrator(kind).fit(score, Y)


class TestSplitters:
    def test_accounts(self):
        folds = list(AccountSplit(4, seed=7).split(X, Y, ROWS["account"]))
        assert len(folds) == AccountSplit(4).get_n_splits() == 4
        splits = health.account_splits(examples(account="account"), folds=4, seed=7)
        for fold, (train, test) in enumerate(folds, start=1):
            assert not set(ROWS["account"][train]) & set(ROWS["account"][test])
            same(test, splits.row[(splits.fold == fold) & (splits.role == "test")])
            assert len(train) + len(test) == N
        same(np.sort(np.concatenate([test for _, test in folds])), np.arange(N))

    def test_time_is_purged(self):
        splitter = TimeSplit(30, gap_days=5, folds=3)
        for train, test in splitter.split(X, Y, ROWS["day"]):
            cut = ROWS["day"][test].min()
            assert (ROWS["day"][train] + pd.Timedelta(35, "D")).max() < cut
            assert len(train) + len(test) < N
        cuts = [dt.date(2024, 4, 1), dt.date(2024, 6, 1)]
        by_cuts = TimeSplit(30, cuts=cuts)
        assert by_cuts.get_n_splits() == 2
        firsts = [ROWS["day"][test].min().date() for _, test in by_cuts.split(X, Y, ROWS["day"])]
        assert firsts == cuts

    @pytest.mark.parametrize("splitter", [AccountSplit(3), TimeSplit(20, folds=3)])
    def test_in_cross_validation(self, splitter):
        groups = ROWS["account"] if isinstance(splitter, AccountSplit) else ROWS["day"]
        scores = cross_val_score(LogisticClassifier(), X, Y, groups=groups, cv=splitter, scoring="roc_auc")
        assert scores.shape == (3,) and np.isfinite(scores).all()
        grid = GridSearchCV(LogisticClassifier(), {"penalty": [0, 0.1]}, cv=splitter)
        assert grid.fit(X, Y, groups=groups).best_params_

    def test_metadata_is_routed(self):
        params = {"groups": ROWS["account"], "account": ROWS["account"]}
        with config_context(enable_metadata_routing=True):
            model = LogisticClassifier().set_fit_request(account=True)
            routed = cross_val_score(model, X, Y, cv=AccountSplit(), params=params)
        same(routed, cross_val_score(LogisticClassifier(), X, Y, cv=AccountSplit(), groups=ROWS["account"]))

    def test_refuses(self):
        with pytest.raises(ValueError, match="groups is missing: the account of each row"):
            list(AccountSplit().split(X, Y))
        with pytest.raises(ValueError, match="y is missing"):
            list(TimeSplit(30).split(X, None, ROWS["day"]))

    def test_are_shown_by_their_settings(self):
        assert repr(TimeSplit(30, gap_days=5)) == "TimeSplit(cuts=(), folds=4, gap_days=5, horizon_days=30)"


def test_is_imported_on_demand():
    assert fealty.sklearn.LogisticClassifier is LogisticClassifier
    assert "sklearn" in dir(fealty)


def test_says_what_is_missing():
    code = "import sys; sys.modules['sklearn'] = None; import fealty; fealty.sklearn"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "estimators need scikit-learn 1.6 or later: pip install 'fealty[sklearn]'" in run.stderr
