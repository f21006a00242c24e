# SPDX-License-Identifier: MIT
"""Survival against scikit-survival, on known studies and random lives, where it is installed."""

import dataclasses
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fealty import survival

sys.path.insert(0, str(Path(__file__).parent))

from peers.studies import LATE, WATCHED, agree, study

pytest.importorskip("sksurv", reason="needs scikit-survival")

from sksurv import compare, linear_model, metrics, nonparametric, util


def outcomes(frame):
    return util.Surv.from_arrays(frame["ended"] == 1, frame["duration"].astype(float))


def ages_of(frame):
    """Some at which lives end, before the last."""
    ended = frame["duration"][frame["ended"] == 1]
    return np.unique(np.quantile(ended, (0.1, 0.25, 0.4, 0.55, 0.7), method="nearest")).astype(float)


@pytest.mark.parametrize("name", WATCHED)
def test_kaplan_meier(name):
    lives = study(name)
    ended, age = lives.frame["ended"] == 1, lives.frame["duration"]
    time, curve, band = nonparametric.kaplan_meier_estimator(ended, age, conf_type="log-log")
    ours = survival.kaplan_meier(lives.lifetimes())
    agree(ours.time, time)
    agree(ours.survival, curve, 1e-12)
    known = (ours.survival > 0) & (ours.survival < 1)
    agree([ours.lower[known], ours.upper[known]], band[:, known], 1e-10)


@pytest.mark.parametrize("name", LATE)
def test_kaplan_meier_of_delayed_entries(name):
    lives = study(name)
    ended, age, entry = (lives.frame[each] for each in ("ended", "duration", "entry"))
    time, curve, band = nonparametric.kaplan_meier_estimator(ended == 1, age, entry, conf_type="log-log")
    ours = survival.kaplan_meier(lives.lifetimes())
    at = np.searchsorted(time, ours.time)
    agree(ours.survival, curve[at], 1e-12)
    known = (ours.survival > 0) & (ours.survival < 1)
    agree([ours.lower[known], ours.upper[known]], band[:, at[known]], 1e-10)


@pytest.mark.parametrize("name", WATCHED)
def test_nelson_aalen(name):
    lives = study(name)
    time, hazard = nonparametric.nelson_aalen_estimator(lives.frame["ended"] == 1, lives.frame["duration"])
    ours = survival.nelson_aalen(lives.lifetimes())
    agree(ours.time, time)
    agree(ours.cumulative_hazard, hazard, 1e-12)


@pytest.mark.parametrize("name", WATCHED)
def test_competing_causes(name):
    lives = study(name)
    age = lives.frame["duration"].to_numpy()
    ended = (lives.frame["ended"] == 1) & (age < age.max())  # where all have ended, its variance is NaN
    cause = np.where(ended, 1 + np.arange(len(age)) % 2, 0)
    names = np.array([None, "first", "second"], dtype=object)[cause]
    curve = survival.aalen_johansen(lives.with_columns(cause=names).lifetimes(ended=None, cause="cause"))
    kinds = {"conf_type": "log-log", "var_type": "Dinse_Approx"}
    time, incidence, band = nonparametric.cumulative_incidence_competing_risks(cause, age, **kinds)
    for i, each in enumerate(("first", "second"), 1):
        ours = curve.to_pandas()
        ours = ours[ours["cause"] == each].reset_index(drop=True)
        agree(ours["time"], time)
        agree(ours["incidence"], incidence[i], 1e-10)
        some = (ours["incidence"] > 0).to_numpy()
        agree(ours[["lower", "upper"]].to_numpy()[some].T, band[i][:, some])


@pytest.mark.parametrize("name", [name for name in WATCHED if name != "no_ties"])
def test_log_rank(name):
    lives = study(name)
    y, group = outcomes(lives.frame), lives.frame["group"]
    statistic, p_value, table, _ = compare.compare_survival(y, group, return_stats=True)
    ours = survival.log_rank(lives.lifetimes(), by="group")
    agree([ours.statistic, ours.p_value], [statistic, p_value])
    agree(ours.observed, table["observed"])
    agree(ours.expected, table["expected"])


def fitted(lives, ties):
    model = linear_model.CoxPHSurvivalAnalysis(ties=ties, tol=1e-14)
    return model.fit(lives.frame[lives.covariates].astype(float), outcomes(lives.frame))


@pytest.mark.parametrize("ties", ["efron", "breslow"])
@pytest.mark.parametrize("name", WATCHED)
def test_hazard_models(name, ties):
    lives = study(name)
    theirs = fitted(lives, ties)
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates, ties=ties)
    agree(model.coef, theirs.coef_)
    risk = lives.frame[lives.covariates] @ theirs.coef_
    ours = survival.cox_risk(model, lives.frame).linear_predictor
    agree(ours - ours[0], risk - risk[0], 1e-8, 1e-10)


@pytest.mark.parametrize("name", WATCHED)
def test_predictions(name):
    lives = study(name)
    for ties, rows in (("breslow", lives), ("efron", lives.without_ties())):  # its hazard is always Breslow's
        theirs = fitted(rows, ties)
        model = survival.cox(rows.lifetimes(), covariates=lives.covariates, ties=ties)
        new = rows.frame[lives.covariates].astype(float).iloc[::10]
        ours = survival.predict_cox(model, new, ages=theirs.unique_times_.tolist()).to_pandas()
        ours = ours.pivot(index="row", columns="time", values=["survival", "cumulative_hazard"])
        agree(ours["survival"], theirs.predict_survival_function(new, return_array=True))
        agree(ours["cumulative_hazard"], theirs.predict_cumulative_hazard_function(new, return_array=True))


@pytest.fixture(params=WATCHED)
def scored(request):
    """A study with a model's risk, the same with ties, and survival at some ages."""
    lives = study(request.param)
    model = survival.cox(lives.lifetimes(), covariates=lives.covariates)
    risk = survival.cox_risk(model, lives.frame).linear_predictor
    ages = ages_of(lives.frame)
    at = survival.predict_cox(model, lives.frame, ages=ages.tolist()).survival.reshape(-1, len(ages))
    survivals = {f"at_{i}": at[:, i] for i in range(len(ages))}
    return lives.with_columns(risk=risk, tens=np.round(risk, 1), **survivals), ages


@pytest.mark.parametrize("score", ["risk", "tens"])
def test_concordance(scored, score):
    frame = scored[0].frame
    ours = survival.concordance(scored[0].lifetimes(), score=score)
    theirs = metrics.concordance_index_censored(frame["ended"] == 1, frame["duration"], frame[score])
    mine = ours.to_pandas()[["concordance", "concordant", "discordant", "tied_score"]]
    agree(mine.iloc[0], theirs[:4], 1e-12)


@pytest.mark.parametrize("score", ["risk", "tens"])
def test_concordance_of_uno(scored, score):
    # Where lives are last seen at an age at which others end, it weights by G after the age, not before.
    lives, ages = scored[0].without_ties(), scored[1]
    y = outcomes(lives.frame)
    for horizon in (None, float(ages[-1])):
        # Its horizon leaves out those who end at it.
        theirs = metrics.concordance_index_ipcw(y, y, lives.frame[score], tau=horizon and horizon + 1e-6)
        ours = survival.concordance(lives.lifetimes(), score=score, pair_weight="uno", horizon=horizon)
        agree(ours.concordance, theirs[0])


def test_brier_score(scored):
    lives, ages = scored
    columns = [f"at_{i}" for i in range(len(ages))]
    y = outcomes(lives.frame)
    ours = survival.brier(lives.lifetimes(), ages=ages, survival=columns, censoring="at_age")
    estimate = lives.frame[columns].to_numpy()
    agree(ours.brier, metrics.brier_score(y, y, estimate, ages)[1])
    agree(ours.integrated_brier, metrics.integrated_brier_score(y, y, estimate, ages))


def test_time_dependent_auc(scored):
    lives, ages = scored
    # It refuses lives that end after all others were last seen, even where no answer needs them.
    later = lives.frame.iloc[[0]].assign(duration=lives.frame["duration"].max() + 1, ended=0)
    lives = dataclasses.replace(lives, frame=pd.concat([lives.frame, later], ignore_index=True))
    y = outcomes(lives.frame)
    rows = lives.lifetimes()
    for score in ("risk", "tens"):
        areas, mean = metrics.cumulative_dynamic_auc(y, y, lives.frame[score], ages)
        ours = survival.time_dependent_auc(rows, ages=ages, score=score, censoring="at_age")
        agree(ours.auc, areas)
        agree(ours.mean_auc, mean)
    columns = [f"at_{i}" for i in range(len(ages))]
    areas, mean = metrics.cumulative_dynamic_auc(y, y, -lives.frame[columns].to_numpy(), ages)
    options = {"ages": ages, "scores": columns, "higher_ends_earlier": False, "censoring": "at_age"}
    ours = survival.time_dependent_auc(rows, **options)
    agree(ours.auc, areas)
    agree(ours.mean_auc, mean)
