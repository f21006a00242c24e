# SPDX-License-Identifier: MIT
"""Health against scikit-learn and SciPy: logistic regression, discrimination, calibration, and IBM Telco."""

import os
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import scipy.stats
from sklearn import metrics
from sklearn.calibration import calibration_curve
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from fealty import health, survival
from fealty.sklearn import AccountSplit, LogisticClassifier, ScoreCalibrator, WeightOfEvidenceEncoder

sys.path.insert(0, str(Path(__file__).parent))

from peers.studies import agree

SHARED = Path(os.environ.get("FEALTY_SHARED", Path(__file__).parents[3] / "shared"))
TELCO = SHARED / "data/telco_ibm/telco.csv"
SAAS = SHARED / "data/pysurvival_churn/churn.csv"
N = 1200


def known(seed=1, ties=False):
    """Features, a probability, whether it happened, and a weight."""
    draw = np.random.default_rng(seed)
    seats, tenure, plan = draw.lognormal(2, 1, N), draw.normal(24, 9, N), draw.integers(0, 3, N)
    logit = -0.6 + 0.03 * seats - 0.05 * (tenure - 24) - 0.4 * plan
    score = 1 / (1 + np.exp(-1.3 * logit - 0.2))
    return pd.DataFrame(
        {
            "seats": seats,
            "tenure": tenure,
            "plan": np.array(["basic", "plus", "pro"])[plan],
            "score": score.round(1 if ties else 15),
            "left": draw.random(N) < 1 / (1 + np.exp(-logit)),
            "weight": draw.integers(1, 5, N),
        }
    )


def examples(rows, attributes=("score",), **other):
    return health.Examples(rows, outcome="left", attributes=attributes, **other)


def weight_of(rows, weighted):
    return {"sample_weight": rows["weight"]} if weighted else {}


def weighted_examples(rows, weighted, attributes=("score",)):
    return examples(rows, attributes, **({"weight": "weight"} if weighted else {}))


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("penalty", [0.0, 0.002, 0.1])
def test_logistic(penalty, weighted):
    rows = known()
    model = health.logistic(
        weighted_examples(rows, weighted, ["seats", "tenure", "plan"]),
        features=["seats", "tenure", "plan"],
        penalty=penalty,
        standardize=False,
    )
    total = rows["weight"].sum() if weighted else N
    peer = LogisticRegression(
        C=1 / (total * penalty) if penalty else np.inf, solver="newton-cholesky", tol=1e-10, max_iter=500
    )
    features = make_column_transformer(
        ("passthrough", ["seats", "tenure"]), (OneHotEncoder(drop="first"), ["plan"])
    )
    X = features.fit_transform(rows)
    peer.fit(X, rows["left"], **weight_of(rows, weighted))
    agree(model.coef, [*peer.intercept_, *peer.coef_[0]], 1e-6)
    assert model.equivalent_c == pytest.approx(peer.C, rel=1e-12)
    predicted = health.predict_logistic(model, rows)
    agree(predicted.probability, peer.predict_proba(X)[:, 1], 1e-6)
    agree(predicted.linear_predictor, peer.decision_function(X), 1e-6, 1e-8)


@pytest.mark.parametrize("weighted", [False, True])
def test_standardized_logistic(weighted):
    rows = known()
    names = ["seats", "tenure"]
    ours = LogisticClassifier(penalty=0.05).fit(rows[names], rows["left"], **weight_of(rows, weighted))
    total = rows["weight"].sum() if weighted else N
    scaler = StandardScaler().fit(rows[names], **weight_of(rows, weighted))
    peer = LogisticRegression(C=1 / (total * 0.05), solver="newton-cholesky", tol=1e-10)
    peer.fit(scaler.transform(rows[names]), rows["left"], **weight_of(rows, weighted))
    agree(ours.coef_ * scaler.scale_, peer.coef_, 1e-6)
    agree(ours.predict_proba(rows[names]), peer.predict_proba(scaler.transform(rows[names])), 1e-6)


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("ties", [False, True])
class TestDiscrimination:
    def test_roc(self, ties, weighted):
        rows = known(ties=ties)
        weight = weight_of(rows, weighted)
        table = weighted_examples(rows, weighted)
        theirs = metrics.roc_auc_score(rows["left"], rows["score"], **weight)
        assert health.roc_auc(table).auc[0] == pytest.approx(theirs, rel=1e-12)
        curve = health.roc_curve(table)
        false, true, threshold = metrics.roc_curve(
            rows["left"], rows["score"], drop_intermediate=False, **weight
        )
        agree(curve.sensitivity, true, 1e-12)
        agree(1 - curve.specificity, false, 1e-11)
        agree(curve.threshold, threshold, 0)

    def test_precision(self, ties, weighted):
        rows = known(ties=ties)
        weight = weight_of(rows, weighted)
        table = weighted_examples(rows, weighted)
        theirs = metrics.average_precision_score(rows["left"], rows["score"], **weight)
        ours = health.average_precision(table, draws=0)
        assert ours.average_precision[0] == pytest.approx(theirs, rel=1e-12)
        curve = health.precision_recall(table)
        precision, recall, threshold = metrics.precision_recall_curve(rows["left"], rows["score"], **weight)
        agree(curve.threshold[::-1], threshold, 0)
        agree(curve.precision[::-1], precision[:-1], 1e-12)
        agree(curve.recall[::-1], recall[:-1], 1e-12)

    def test_brier_and_log_loss(self, ties, weighted):
        rows = known(ties=ties)
        weight = weight_of(rows, weighted)
        judged = health.calibration_measures(weighted_examples(rows, weighted))
        told = dict(zip(judged.measure.tolist(), judged.value, strict=True))
        theirs = metrics.brier_score_loss(rows["left"], rows["score"], **weight)
        assert told["brier"] == pytest.approx(theirs, rel=1e-12)
        base = np.average(rows["left"], weights=rows["weight"] if weighted else None)
        worst = metrics.brier_score_loss(rows["left"], np.full(N, base), **weight)
        assert told["brier_skill"] == pytest.approx(1 - theirs / worst, rel=1e-10)
        inside = rows["score"].clip(1e-15, 1 - 1e-15)
        assert told["log_loss"] == pytest.approx(metrics.log_loss(rows["left"], inside, **weight), rel=1e-12)

    def test_isotonic(self, ties, weighted):
        rows = known(ties=ties)
        ours = health.isotonic(weighted_examples(rows, weighted))
        peer = IsotonicRegression(out_of_bounds="clip")
        peer.fit(rows["score"], rows["left"], **weight_of(rows, weighted))
        at = np.concatenate([rows["score"], np.linspace(0, 1, 333)])
        agree(health.calibrate(ours, at).probability, peer.predict(at), 1e-10)

    def test_kolmogorov_smirnov(self, ties, weighted):
        rows = known(ties=ties)
        weights = rows["weight"] if weighted else np.ones(N, int)
        left, stayed = (
            np.repeat(rows["score"][here], weights[here]) for here in (rows["left"], ~rows["left"])
        )
        ours = health.kolmogorov_smirnov(weighted_examples(rows, weighted))
        theirs = scipy.stats.ks_2samp(left, stayed, method="asymp").statistic
        assert ours.statistic[0] == pytest.approx(theirs, rel=1e-12)


@pytest.mark.parametrize(("binning", "strategy"), [("equal_width", "uniform"), ("equal_mass", "quantile")])
@pytest.mark.parametrize("bins", [4, 10])
def test_calibration_curve(binning, strategy, bins):
    rows = known()
    ours = health.calibration_curve(examples(rows), bins=bins, binning=binning)
    observed, predicted = calibration_curve(rows["left"], rows["score"], n_bins=bins, strategy=strategy)
    agree(ours.observed, observed, 1e-12)
    agree(ours.predicted, predicted, 1e-12)


@pytest.mark.parametrize("weighted", [False, True])
def test_platt(weighted):
    """A logistic regression of Platt's targets: each row twice, with the target as its weight."""
    rows = known()
    ours = health.platt(weighted_examples(rows, weighted))
    weight = rows["weight"].to_numpy(float) if weighted else np.ones(N)
    with_it, without = weight[rows["left"]].sum(), weight[~rows["left"]].sum()
    target = np.where(rows["left"], (with_it + 1) / (with_it + 2), 1 / (without + 2))
    peer = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-10)
    score = rows["score"].to_numpy()
    peer.fit(
        np.tile(score, 2)[:, None],
        np.repeat([1, 0], N),
        sample_weight=np.concatenate([weight * target, weight * (1 - target)]),
    )
    agree([ours.intercept, ours.slope], [*peer.intercept_, *peer.coef_[0]], 1e-6)


@pytest.mark.parametrize("weighted", [False, True])
def test_beta_calibration(weighted):
    rows = known()
    ours = health.beta_calibration(weighted_examples(rows, weighted))
    peer = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-10)
    score = rows["score"].to_numpy()
    peer.fit(np.column_stack([np.log(score), -np.log1p(-score)]), rows["left"], **weight_of(rows, weighted))
    assert (peer.coef_ > 0).all()  # otherwise the bounds would hold
    agree([ours.intercept, ours.slope, ours.rest_slope], [*peer.intercept_, *peer.coef_[0]], 1e-6)


def test_cox_of_saas_churn():
    """As R's coxph has it, with ties by Efron."""
    if not SAAS.is_file():
        pytest.skip("needs the shared data")
    features = ["csat_score", "minutes_customer_support", "articles_viewed"]
    lives = survival.Lifetimes(pd.read_csv(SAAS), duration="months_active", ended="churned", attributes=features)
    model = survival.cox(lives, covariates=features)
    assert model.coef.round(8).tolist() == [-0.71149743, 0.04417516, -0.04276035]
    assert round(model.log_likelihood, 6) == -6288.309557


@pytest.fixture(scope="module")
def telco():
    if not TELCO.is_file():
        pytest.skip("needs the shared data")
    rows = pd.read_csv(TELCO, index_col="customerID")
    rows["TotalCharges"] = pd.to_numeric(rows["TotalCharges"], errors="coerce")
    return rows.drop(columns="Churn"), rows["Churn"]


def telco_models():
    return {
        "evidence": make_pipeline(WeightOfEvidenceEncoder(unseen=0), LogisticClassifier(penalty=0.001)),
        "texts": make_pipeline(
            make_column_transformer(
                (
                    SimpleImputer().set_output(transform="pandas"),
                    ["tenure", "MonthlyCharges", "TotalCharges"],
                ),
                remainder="passthrough",
                verbose_feature_names_out=False,
            ).set_output(transform="pandas"),
            LogisticClassifier(penalty=0.001),
        ),
    }


@pytest.mark.parametrize("name", ["evidence", "texts"])
def test_telco(telco, name):
    X, y = telco
    learn, judge, labels, truth = train_test_split(X, y, test_size=0.3, stratify=y, random_state=1)
    model = telco_models()[name].fit(learn, labels)
    probability = model.predict_proba(judge)[:, 1]
    assert model.classes_.tolist() == ["No", "Yes"]
    assert 0.84 < metrics.roc_auc_score(truth == "Yes", probability) < 0.86
    assert probability.mean() == pytest.approx((truth == "Yes").mean(), abs=0.01)  # about .265
    table = health.Examples(
        {"left": truth == "Yes", "score": probability}, outcome="left", attributes=["score"]
    )
    assert health.roc_auc(table).auc[0] == pytest.approx(
        metrics.roc_auc_score(truth == "Yes", probability), rel=1e-12
    )


def test_telco_across_accounts(telco):
    X, y = telco
    scores = cross_val_score(
        telco_models()["evidence"], X, y, groups=X.index, cv=AccountSplit(), scoring="roc_auc"
    )
    assert len(scores) == 5
    assert 0.84 < scores.mean() < 0.86


def test_telco_by_calibrated_score(telco):
    X, y = telco
    score = X["tenure"]  # those who have stayed for long go on to stay
    for kind in ("platt", "isotonic"):
        fitted = ScoreCalibrator(kind, higher_predicts_outcome=False).fit(score, y)
        probability = fitted.predict_proba(score)[:, 1]
        assert probability.mean() == pytest.approx((y == "Yes").mean(), abs=1e-3)
        assert np.corrcoef(probability, score)[0, 1] < -0.9


def test_landmark_lifetimes():
    """Followed by pandas, from each snapshot to the outcome, the horizon or the last day known."""
    rng = np.random.default_rng(3)
    start = pd.Timestamp("2024-01-01")
    shots = pd.DataFrame({"customer": np.repeat(np.arange(80), 4), "month": np.tile(np.arange(4), 80)})
    shots["day"] = start + pd.to_timedelta(shots["month"] * 30, unit="D")
    shots["score"] = rng.normal(60, 15, len(shots)).round(1)
    gone = pd.DataFrame({"customer": np.arange(50), "gone": rng.integers(1, 300, 50)})
    gone["day"] = start + pd.to_timedelta(gone["gone"], unit="D")
    snapshots = health.Snapshots(shots, account="customer", as_of="day", attributes=["score"])
    outcomes = health.Outcomes(gone, account="customer", date="day", observed_until="2024-09-07")
    found = health.landmark_lifetimes(snapshots, outcomes, gap_days=7, horizon_days=90)
    rows = shots.merge(gone[["customer", "gone"]], how="left", on="customer")
    begin = rows["month"] * 30 + 7
    last = np.minimum(begin + 90, 250)
    rows["ended"] = (rows["gone"] <= last).astype(int)
    rows["duration"] = np.minimum(rows["gone"].fillna(999), last) - begin
    rows["used"] = rows["gone"].isna() | (rows["gone"] > begin)
    assert (found.status == "used").tolist() == rows["used"].tolist()
    kept = rows[rows["used"]]
    used = found.status == "used"
    assert found.duration[used].tolist() == kept["duration"].tolist()
    assert found.ended[used].tolist() == kept["ended"].tolist()
    assert np.isnan(found.duration[~used]).all()
    assert (found.used, len(found.lives)) == (len(kept), len(kept))
    written = survival.Lifetimes(
        kept, duration="duration", ended="ended", attributes=["score", "customer"]
    )
    model = survival.cox(found.lives, covariates=["score"], cluster="account")
    again = survival.cox(written, covariates=["score"], cluster="customer")
    agree(model.coef, again.coef)
    agree(model.std_error, again.std_error)


def test_partial_states():
    rows = known()
    rows["band"] = np.where(rows.score > 0.5, "red", "green")
    sums, counts = health.ProbabilitySums(), health.BandCounts()
    for part in (rows[700:], rows[:700]):
        one = health.ProbabilitySums()
        one.update(examples(part, ("score", "band")))
        sums.merge(health.ProbabilitySums.deserialize(one.serialize()))
        counts.update(examples(part, ("score", "band")))
    whole = examples(rows, ("score", "band"))
    assert len(sums) == len(counts) == N
    agree(sums.brier, metrics.brier_score_loss(rows.left, rows.score))
    agree(sums.log_loss, metrics.log_loss(rows.left, rows.score))
    curve = health.calibration_curve(whole, binning="equal_width")
    assert sums.calibration_curve().examples.tolist() == curve.examples.tolist()
    agree(sums.brier_decomposition.value, health.brier_decomposition(whole, binning="equal_width").value)
    order = ["red", "green"]
    direct = health.churn_by_band(whole, order=order)
    assert health.churn_by_band(counts, order=order).p_value == direct.p_value
    with pytest.raises(ValueError, match="is not a serialized ProbabilitySums"):
        health.ProbabilitySums.deserialize(counts.serialize())


def test_partial_states_of_voice():
    days = ["2024-01-01", "2024-02-01"]
    told = {"account": ["a", "b"], "day": days, "closed": [None, days[1]]}
    told |= {"kind": ["csat", "csat"], "score": [4.5, 3]}
    surveys = health.Surveys(told, account="account", date="day", kind="kind", score="score")
    tickets = health.Tickets(told, account="account", opened="day", closed="closed")
    options = {"as_of": "2024-03-01", "by": "account"}
    answers, waiting = health.SurveyCounts("csat", **options), health.SupportSums(**options)
    answers.update(surveys)
    waiting.update(tickets)
    answers = health.SurveyCounts.deserialize(answers.serialize())
    waiting = health.SupportSums.deserialize(waiting.serialize())
    assert answers.csat.share.tolist() == health.csat(surveys, **options).share.tolist()
    assert waiting.support.open.tolist() == health.support(tickets, **options).open.tolist() == [1, 0]
    with pytest.raises(ValueError, match="kind"):
        answers.nps  # noqa: B018


def test_splits_of_other_examples_are_refused():
    rows = pd.DataFrame({"left": [1, 0] * 6, "x": range(12), "who": list("abcdefabcdef")})
    ours = health.Examples(rows, outcome="left", attributes=["x"], account="who")
    splits = health.account_splits(ours, folds=2)
    assert len(splits.fingerprint) == 16
    assert health.cross_validate(ours, splits, features=["x"]).predictions.row.size == 12
    others = health.Examples(rows[::-1], outcome="left", attributes=["x"], account="who")
    with pytest.raises(ValueError, match="are of other examples: their accounts are not in the same rows"):
        health.cross_validate(others, splits, features=["x"])
