# SPDX-License-Identifier: MIT
"""Survival against lifelines, on known studies and random lives, where lifelines is installed."""

import sys
from pathlib import Path

import numpy as np
import pytest

from fealty import survival

sys.path.insert(0, str(Path(__file__).parent))

from peers.studies import LATE, WATCHED, agree, study

lifelines = pytest.importorskip("lifelines", reason="needs lifelines")
statistics = pytest.importorskip("lifelines.statistics")

# It counts a life that enters at an age as at risk at that age already, which is not (start, stop].
NO_ENTRY_AT_AN_AGE = [name for name in LATE if name.startswith("late")]
GROUPED = [name for name in WATCHED if name != "no_ties"]
TIGHT = {"step_size": 1.0, "precision": 1e-20, "r_precision": 1e-30}


def rows_at(frame, times):
    return frame.loc[times].to_numpy()


def known(curve):
    """Where a curve has a band."""
    return (curve.survival > 0) & (curve.survival < 1)


def compare_curve(curve, fitter):
    agree(curve.survival, rows_at(fitter.survival_function_["KM_estimate"], curve.time), 1e-12)
    band = rows_at(fitter.confidence_interval_survival_function_, curve.time)[known(curve)]
    agree(np.column_stack([curve.lower, curve.upper])[known(curve)], band, 1e-10)


@pytest.mark.parametrize("name", WATCHED + NO_ENTRY_AT_AN_AGE)
def test_kaplan_meier(name):
    lives = study(name)
    frame = lives.frame
    fitter = lifelines.KaplanMeierFitter()
    fitter.fit(frame["duration"], frame["ended"], entry=frame[lives.entry] if lives.entry else None)
    curve = survival.kaplan_meier(lives.lifetimes())
    compare_curve(curve, fitter)
    for ours in ("at_risk", "censored"):
        agree(curve[ours], rows_at(fitter.event_table[ours], curve.time))
    agree(curve.ended, rows_at(fitter.event_table["observed"], curve.time))
    # No share that the curve runs level at: it compares them without a tolerance.
    shares = [share for share in (0.11, 0.26, 0.51, 0.76) if 1 - share > curve.survival[-1] + 1e-9]
    quantiles = survival.survival_quantile(curve, probabilities=shares)
    curve = fitter.survival_function_
    agree(quantiles.time, [lifelines.utils.qth_survival_times(1 - share, curve) for share in shares])


@pytest.mark.parametrize("name", ["ties", "late_ties"])
def test_kaplan_meier_of_cases(name):
    lives = study(name)
    frame = lives.frame
    fitter = lifelines.KaplanMeierFitter()
    entry = frame[lives.entry] if lives.entry else None
    fitter.fit(frame["duration"], frame["ended"], entry=entry, weights=frame["cases"])
    compare_curve(survival.kaplan_meier(lives.lifetimes(weight="cases")), fitter)


@pytest.mark.parametrize("name", WATCHED + NO_ENTRY_AT_AN_AGE)
def test_nelson_aalen(name):
    lives = study(name)
    frame = lives.frame
    entry = frame[lives.entry] if lives.entry else None
    plain = lifelines.NelsonAalenFitter(nelson_aalen_smoothing=False)
    plain.fit(frame["duration"], frame["ended"], entry=entry)
    # Its error has d (n - d) / n^3 where ours has d / n^2, so that only hazards agree.
    curve = survival.nelson_aalen(lives.lifetimes())
    agree(curve.cumulative_hazard, rows_at(plain.cumulative_hazard_["NA_estimate"], curve.time), 1e-12)

    one_by_one = lifelines.NelsonAalenFitter(nelson_aalen_smoothing=True)
    one_by_one.fit(frame["duration"], frame["ended"], entry=entry)
    curve = survival.nelson_aalen(lives.lifetimes(), ties="fleming_harrington", scale="log")
    agree(curve.cumulative_hazard, rows_at(one_by_one.cumulative_hazard_["NA_estimate"], curve.time), 1e-10)
    some = curve.cumulative_hazard > 0
    band = rows_at(one_by_one.confidence_interval_, curve.time)[some]
    agree(np.column_stack([curve.lower, curve.upper])[some], band, 1e-10)


@pytest.mark.parametrize("name", [*WATCHED, "late"])
def test_competing_causes(name):
    lives = study(name).without_ties()  # it moves ties at random
    age = lives.frame["duration"]
    ended = (lives.frame["ended"] == 1) & (age < age.max())  # where all have ended, its variance is NaN
    cause = np.where(ended, 1 + np.arange(len(age)) % 2, 0)
    names = np.array([None, "first", "second"], dtype=object)[cause]
    rows = lives.with_columns(cause=names).lifetimes(ended=None, cause="cause")
    curve = survival.aalen_johansen(rows).to_pandas()
    entry = lives.frame[lives.entry] if lives.entry else None
    for i, each in enumerate(("first", "second"), 1):
        fitter = lifelines.AalenJohansenFitter().fit(age, cause, i, entry=entry)
        ours = curve[curve["cause"] == each]
        agree(ours["incidence"], rows_at(fitter.cumulative_density_, ours["time"])[:, 0], 1e-10)
        if lives.entry:
            continue  # there it has Greenwood's formula, and fealty the influence of each life
        some = (ours["incidence"] > 0).to_numpy()
        agree(ours["std_error"][some] ** 2, rows_at(fitter.variance_, ours["time"])[some])
        band = rows_at(fitter.confidence_interval_, ours["time"])[some]
        # What it calls the upper limit is the lower one.
        agree(ours[["upper", "lower"]][some], band[:, ::-1])


WEIGHTS = {
    "log_rank": ({}, {}),
    "gehan": ({"weightings": "wilcoxon"}, {}),
    "tarone_ware": ({"weightings": "tarone-ware"}, {}),
    "peto": ({"weightings": "peto"}, {}),
    "fleming_harrington": (
        {"weightings": "fleming-harrington", "p": 1.3, "q": 0.7},
        {"rho": 1.3, "gamma": 0.7},
    ),
}


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("name", GROUPED)
def test_rank_tests(name, weight):
    lives = study(name)
    theirs, ours = WEIGHTS[weight]
    columns = lives.frame["duration"], lives.frame["group"], lives.frame["ended"]
    rows = lives.lifetimes()
    expected = statistics.multivariate_logrank_test(*columns, **theirs)
    test = survival.log_rank(rows, by="group", rank_weight=weight, **ours)
    agree([test.statistic, test.p_value], [expected.test_statistic, expected.p_value])
    assert test.degrees_of_freedom == expected.degrees_of_freedom
    expected = statistics.pairwise_logrank_test(*columns, **theirs)
    pairs = survival.pairwise_log_rank(rows, by="group", rank_weight=weight, **ours)
    assert [*zip(pairs.group, pairs.other, strict=True)] == expected.name
    agree(pairs.statistic, expected.test_statistic)
    agree(pairs.p_value, expected.p_value)


def test_rank_test_of_cases():
    lives = study("ties")
    frame = lives.frame
    expected = statistics.multivariate_logrank_test(
        frame["duration"], frame["group"], frame["ended"], weights=frame["cases"]
    )
    agree(survival.log_rank(lives.lifetimes(weight="cases"), by="group").statistic, expected.test_statistic)


def compare_model(model, fitter):
    assert model.findings == []
    agree(model.coef, fitter.params_)
    agree(model.std_error, fitter.standard_errors_)
    agree(model.lower, np.exp(fitter.confidence_intervals_.iloc[:, 0]))
    agree(model.upper, np.exp(fitter.confidence_intervals_.iloc[:, 1]))
    agree(model.log_likelihood, fitter.log_likelihood_)


def fitted(lives, *others, **options):
    """Their model of a study."""
    columns = ["duration", "ended", *lives.covariates, *others, *([lives.entry] if lives.entry else [])]
    fitter = lifelines.CoxPHFitter()
    return fitter.fit(
        lives.frame[columns], "duration", "ended", entry_col=lives.entry, fit_options=TIGHT, **options
    )


@pytest.mark.parametrize("name", WATCHED + LATE)
def test_hazard_models(name):
    lives = study(name)
    fitter = fitted(lives)
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates)
    compare_model(model, fitter)
    agree(model.covariance, fitter.variance_matrix_)
    agree(model.null_log_likelihood, fitter._ll_null_)


@pytest.mark.parametrize("name", ["ties", "no_ties", "late_ties", "late"])
def test_hazard_models_with_strata_and_cases(name):
    lives = study(name)
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates, strata="stratum")
    compare_model(model, fitted(lives, "stratum", strata="stratum"))
    model = survival.cox(lives.lifetimes(weight="cases"), covariates=lives.covariates)
    compare_model(model, fitted(lives, "cases", weights_col="cases"))
    model = survival.cox(lives.lifetimes(weight="cases"), covariates=lives.covariates, strata="stratum")
    compare_model(model, fitted(lives, "cases", "stratum", strata="stratum", weights_col="cases"))


# Its robust errors and residuals know neither ties nor delayed entries.
def test_robust_errors():
    lives = study("no_ties")
    model = survival.cox(lives.lifetimes(weight="share"), covariates=lives.covariates)
    compare_model(model, fitted(lives, "share", weights_col="share", robust=True))
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates, cluster="site")
    compare_model(model, fitted(lives, "site", cluster_col="site"))
    model = survival.cox(lives.lifetimes(weight="share"), covariates=lives.covariates, cluster="site")
    compare_model(model, fitted(lives, "site", "share", cluster_col="site", weights_col="share", robust=True))


@pytest.mark.parametrize("name", LATE)
def test_hazard_models_of_stretches(name):
    lives = study(name)
    lives = lives if name in ("heart", "recur") else lives.with_columns(site=np.arange(len(lives.frame)))
    fitter = lifelines.CoxTimeVaryingFitter()
    frame = lives.frame[["site", "entry", "duration", "ended", *lives.covariates]]
    columns = {"id_col": "site", "event_col": "ended", "start_col": "entry", "stop_col": "duration"}
    fitter.fit(frame, **columns, fit_options=TIGHT)
    compare_model(survival.cox(lives.lifetimes(), covariates=lives.covariates), fitter)


def compare_residuals(lives, kinds):
    fitter, rows = fitted(lives), lives.lifetimes()
    model = survival.cox(rows, covariates=lives.covariates)
    columns = ["duration", "ended", *lives.covariates]
    for kind, name in kinds.items():
        ours = survival.cox_residuals(rows, model, kind=kind).to_pandas()
        theirs = fitter.compute_residuals(lives.frame[columns], name)
        if "covariate" in ours:
            ours = ours.pivot(index="row", columns="covariate", values="residual")[lives.covariates]
            theirs = theirs.loc[ours.index].to_numpy()
        else:
            theirs = theirs[name].loc[ours["row"]]
            ours = ours["residual"]
        if kind == "scaled_schoenfeld":  # it leaves the coefficient out
            theirs = theirs + model.coef
        agree(ours, theirs, 1e-8, 1e-10)  # large terms cancel: covariates are up to 1e3


@pytest.mark.parametrize("name", WATCHED)
def test_schoenfeld_residuals(name):
    kinds = ("schoenfeld", "scaled_schoenfeld")
    compare_residuals(study(name), {kind: kind for kind in kinds})


@pytest.mark.parametrize("name", WATCHED)
def test_other_residuals(name):
    lives = study(name).without_ties()
    # Other covariates it takes for ones of unit deviation, where residuals are asked for.
    scaled = lives.frame[lives.covariates] / lives.frame[lives.covariates].std()
    lives = lives.with_columns(**scaled)
    kinds = {"martingale": "martingale", "score": "score", "dfbeta": "delta_beta"}
    compare_residuals(lives, kinds)
    rows = lives.lifetimes()
    model = survival.cox(rows, covariates=lives.covariates)
    ours = survival.cox_residuals(rows, model, kind="deviance")
    with np.errstate(all="ignore"):  # it takes the logarithm of 0 and throws it away
        columns = ["duration", "ended", *lives.covariates]
        theirs = fitted(lives).compute_residuals(lives.frame[columns], "deviance")
    agree(ours.residual, theirs["deviance"].loc[ours.row])


@pytest.mark.parametrize("name", WATCHED)
def test_predictions(name):
    lives = study(name).without_ties()  # its baseline hazard is Breslow's, its coefficients are Efron's
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates)
    new = lives.frame[lives.covariates].iloc[:5]
    fitter = fitted(lives)
    ours = survival.predict_cox(model, new).to_pandas().pivot(index="time", columns="row", values="survival")
    agree(ours, fitter.predict_survival_function(new, times=ours.index))
    agree(survival.cox_risk(model, new).hazard_ratio, fitter.predict_partial_hazard(new))


# It has the approximation that R had before 2019, which is made here of fealty's residuals.
@pytest.mark.parametrize("transform", ["identity", "log"])
@pytest.mark.parametrize("name", WATCHED)
def test_proportional_hazards(name, transform):
    lives = study(name)
    rows = lives.lifetimes()
    model = survival.cox(rows, covariates=lives.covariates)
    residuals = survival.cox_residuals(rows, model, kind="scaled_schoenfeld").to_pandas()
    residuals = residuals.pivot(index="row", columns="covariate", values="residual")[lives.covariates]
    age = lives.frame["duration"].loc[residuals.index].to_numpy(float)
    age = np.log(age) if transform == "log" else age
    drift = (age - age.mean()) @ (residuals.to_numpy() - model.coef)
    statistic = drift**2 / (len(age) * model.std_error**2 * ((age - age.mean()) ** 2).sum())
    frame = lives.frame[["duration", "ended", *lives.covariates]]
    theirs = statistics.proportional_hazard_test(fitted(lives), frame, time_transform=transform)
    agree(statistic, theirs.test_statistic)


@pytest.mark.parametrize("name", WATCHED)
def test_concordance(name):
    lives = study(name)
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates)
    tied = np.round(survival.cox_risk(model, lives.frame).linear_predictor, 1)
    ours = survival.concordance(lives.with_columns(score=tied).lifetimes(), score="score").concordance
    frame = lives.frame
    agree(ours, lifelines.utils.concordance_index(frame["duration"], -tied, frame["ended"]), 1e-12)


@pytest.mark.parametrize("name", WATCHED)
def test_restricted_mean(name):
    lives = study(name)
    fitter = lifelines.KaplanMeierFitter().fit(lives.frame["duration"], lives.frame["ended"])
    for share in (0.3, 0.7, 1):
        horizon = float(share * lives.frame["duration"].max())
        mean = survival.restricted_mean(lives.lifetimes(), horizon=horizon)
        theirs = lifelines.utils.restricted_mean_survival_time(fitter, t=horizon)
        agree(mean.restricted_mean, theirs, 1e-10)
