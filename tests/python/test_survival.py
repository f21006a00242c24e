# SPDX-License-Identifier: MIT
"""Survival through Python: lung cancer, dates, states, and how results are shown."""

from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl
import pytest

import fealty as ft
from fealty import survival

DATA = Path(__file__).resolve().parents[1] / "survival/data"


@pytest.fixture(scope="module")
def frame():
    return pd.read_csv(DATA / "lung.csv")


@pytest.fixture(scope="module")
def lives(frame):
    return survival.Lifetimes(frame, duration="time", ended="status", attributes=["sex", "ph.ecog"])


def test_any_dataframe_gives_the_same_lives(frame, lives):
    polars = survival.Lifetimes(pl.from_pandas(frame), duration="time", ended="status", attributes="sex")
    columns = {name: frame[name].tolist() for name in ("time", "status", "sex")}
    lists = survival.Lifetimes(columns, duration="time", ended="status", attributes=["sex"])
    wanted = survival.kaplan_meier(lives, by="sex").to_pandas()
    assert survival.kaplan_meier(polars, by=["sex"]).to_pandas().equals(wanted)
    assert survival.kaplan_meier(lists, by="sex").to_pandas().equals(wanted)
    assert len(lives) == 228
    assert wanted["group"].unique().tolist() == [1, 2]


def test_lung_at_one_year(lives):
    curve = survival.kaplan_meier(lives, scale="log")
    at = survival.survival_at(curve, times=[365])
    assert at.at_risk.tolist() == [65]
    assert at.survival[0] == pytest.approx(0.4092416245, abs=5e-11)
    assert at.lower[0] == pytest.approx(0.3447215818, abs=5e-11)
    assert survival.survival_quantile(curve).time.tolist() == [170, 310, 550]
    mean = survival.restricted_mean(lives, horizon=365)
    assert mean.restricted_mean[0] == pytest.approx(263.221866482, abs=5e-10)
    hazard = survival.nelson_aalen(lives)
    assert hazard.cumulative_hazard[hazard.time <= 365][-1] == pytest.approx(0.8883245744, abs=5e-11)


def test_a_comparison_says_what_it_comes_to(lives):
    test = survival.log_rank(lives, by="sex")
    assert test.statistic == pytest.approx(10.3267419549, abs=5e-11)
    assert test.degrees_of_freedom == 1
    assert "chi-squared 10.3267 on 1 degree of freedom, p = 0.001311" in repr(test)
    assert "p = 0.001311" in test._repr_html_()
    assert survival.log_rank(lives, by="sex", rank_weight="gehan").statistic == pytest.approx(12.4721353313)
    nobody = survival.log_rank(survival.LifeTable(by="sex"))
    assert repr(nobody).startswith("LogRank, nothing to compare")


def test_lives_from_dates_and_causes():
    table = pl.DataFrame(
        {
            "from": ["2024-01-01", "2024-01-01", "2024-02-01"],
            "to": ["2024-01-11", None, "2024-06-01"],
            "why": ["price", None, "merged"],
        }
    )
    lives = survival.Lifetimes(table, origin="from", end="to", cause="why", as_of="2024-03-31")
    curve = survival.kaplan_meier(lives)
    assert curve.time.tolist() == [10, 60, 91]
    assert curve.ended.tolist() == [1, 0, 0]
    assert lives.causes == ["merged", "price"]


def test_causes_compete():
    table = {"days": [1, 2, 3, 4], "why": ["a", None, "b", "a"]}
    curve = survival.aalen_johansen(survival.Lifetimes(table, duration="days", cause="why"))
    assert curve.cause.tolist() == ["a"] * 4 + ["b"] * 4
    assert curve.incidence.tolist() == pytest.approx([0.25, 0.25, 0.25, 0.625, 0, 0, 0.375, 0.375])


def test_a_hazard_model_is_shown_as_people_know_it(frame):
    lives = survival.Lifetimes(frame, duration="time", ended="status", attributes=["age", "sex", "ph.ecog"])
    model = survival.cox(lives, covariates=["age", "sex", "ph.ecog"])
    assert model.coef == pytest.approx([0.01106676456, -0.55261239570, 0.46372847537], rel=1e-8)
    assert model.to_pandas().columns[:6].tolist() == [
        "covariate",
        "coef",
        "exp_coef",
        "std_error",
        "z",
        "p_value",
    ]
    assert repr(model).startswith(
        "CoxModel, 227 lives of which 164 ended, likelihood ratio 30.50 on 3 degrees"
    )
    assert np.sqrt(np.diag(model.covariance)) == pytest.approx(model.std_error)
    texts = survival.Lifetimes(
        frame.assign(sex=frame["sex"].map({1: "male", 2: "female"})),
        duration="time",
        ended="status",
        attributes=["sex"],
    )
    assert survival.cox(texts, covariates="sex").covariate.tolist() == ["sex=male"]
    with pytest.raises(ft.NotConverged, match=r"^cox: max_iterations = 1 steps do not reach the tolerance$"):
        survival.cox(lives, covariates=["age", "sex"], max_iterations=1)


def test_penalties_hold_coefficients_back(frame):
    columns = ["age", "sex", "ph.ecog"]
    lives = survival.Lifetimes(frame, duration="time", ended="status", attributes=columns)
    ridge = survival.cox(lives, covariates=columns, penalty=10, standardize=False)
    assert ridge.coef.round(8).tolist() == [0.0118698, -0.42995878, 0.40686009]
    assert ridge.sampling_std_error.round(8).tolist() == [0.00924059, 0.12948476, 0.100811]
    assert round(ridge.effective_degrees_of_freedom, 8) == 2.67111374
    assert (ridge.penalty, ridge.standardize) == (10, False)
    assert "on 2.67 degrees of freedom" in repr(ridge)
    assert "sampling_std_error" not in survival.cox(lives, covariates=columns).columns
    path = survival.cox_path(lives, covariates=columns, ties="breslow", penalties=[0.01, 0.1])
    assert path.covariate.tolist() == columns * 2
    assert path.coef.round(8).tolist()[:3] == [0, -0.24389066, 0.27334844]
    assert path.nonzero.tolist() == [2, 2, 2, 3, 3, 3]
    with pytest.raises(ft.InvalidInput, match=r"^cox_path: l1_ratio = 2 is not in \(0, 1\]$"):
        survival.cox_path(lives, covariates=columns, l1_ratio=2)


def test_a_hazard_model_predicts(frame):
    columns = ["age", "sex", "ph.ecog"]
    lives = survival.Lifetimes(frame, duration="time", ended="status", attributes=columns)
    model = survival.cox(lives, covariates=columns)
    new = pl.DataFrame({"age": [60, 75], "sex": [1, 2], "ph.ecog": [1, 2], "spare": [[1], [2]]})
    found = survival.predict_cox(model, new, ages=[180, 365])
    assert found.row.tolist() == [0, 0, 1, 1]
    assert found.survival == pytest.approx(
        [0.68594297440480, 0.33586336959781, 0.66552347542563, 0.30773405107229], rel=1e-10
    )
    later = survival.predict_cox(model, new.with_columns(passed=pl.lit(180)), ahead=[185], given="passed")
    assert later.survival == pytest.approx([0.48963745111500, 0.46239398373662], rel=1e-10)
    hazard = survival.baseline_hazard(model)
    assert hazard.columns == ["time", "cumulative_hazard", "std_error", "survival"]
    missing = r'^predict_cox: column = "sex" is not there; the columns are age$'
    with pytest.raises(ft.InvalidInput, match=missing):
        survival.predict_cox(model, {"age": [60]})
    text = frame.assign(sex=frame["sex"].map({1: "male", 2: "female"}))
    lives = survival.Lifetimes(text, duration="time", ended="status", attributes=["sex"])
    model = survival.cox(lives, covariates="sex", ties="breslow")
    assert model.reference.tolist() == ["female"]
    with pytest.raises(ft.InvalidInput, match=r"^predict_cox: sex\[1\] = other is no level of the model"):
        survival.predict_cox(model, {"sex": ["male", "other"]})


def test_a_hazard_model_is_examined(frame):
    columns = ["age", "sex"]
    lives = survival.Lifetimes(frame, duration="time", ended="status", attributes=columns)
    model = survival.cox(lives, covariates=columns)
    residuals = survival.cox_residuals(lives, model)
    assert residuals.columns == ["row", "time", "residual"]
    assert residuals.residual.sum() == pytest.approx(0, abs=1e-10)
    assert survival.cox_residuals(lives, model, kind="dfbeta").covariate.tolist()[:3] == ["age", "sex", "age"]
    test = survival.proportional_hazards_test(lives, model, transform="rank")
    assert test.covariate.tolist() == ["age", "sex", "all"]
    assert test.degrees_of_freedom.tolist() == [1, 1, 2]


def test_states_add_up_and_travel(frame, lives):
    whole = survival.LifeTable(by="sex")
    whole.update(lives)
    parts = survival.LifeTable(by="sex")
    for first in range(5):
        state = survival.LifeTable(by="sex")
        part = frame.iloc[first::5].reset_index(drop=True)
        state.update(survival.Lifetimes(part, duration="time", ended="status", attributes=["sex"]))
        parts.merge(survival.LifeTable.deserialize(state.serialize()))
    assert parts.serialize() == whole.serialize()
    assert len(parts) == 228
    assert parts.by == ["sex"]
    assert survival.log_rank(parts).p_value == survival.log_rank(lives, by="sex").p_value
    curve = survival.kaplan_meier(parts)
    assert curve.to_pandas().equals(survival.kaplan_meier(lives, by="sex").to_pandas())


def test_columns_of_groups_and_weights_are_there_when_they_say_something(frame, lives):
    assert survival.kaplan_meier(lives).columns[0] == "time"
    weighted = survival.Lifetimes(
        frame.assign(mrr=100.0), duration="time", ended="status", weight="mrr", weight_kind="revenue"
    )
    curve = survival.kaplan_meier(weighted)
    assert curve.robust
    assert curve.weight_kind == "revenue"
    assert curve.at_risk_weight[0] == 22800
    assert "at_risk_weight" not in survival.kaplan_meier(lives).columns
    plain = survival.kaplan_meier(lives)
    assert np.allclose(curve.std_error[:-1], plain.std_error[:-1], rtol=1e-10)


def test_whole_ages_are_shown_without_decimals(lives):
    first = repr(survival.kaplan_meier(lives)).splitlines()[2].split()
    assert first == ["5", "228", "1", "0", "0.9956", "0.0044", "0.9693", "0.9994"]


def test_errors_name_the_column_of_the_caller(frame):
    with pytest.raises(
        ft.InvalidInput, match=r"^Lifetimes: time\[3\] = -1 is not a duration: a number >= 0$"
    ):
        survival.Lifetimes({"time": [1, 2, 3, -1], "ended": [1, 1, 0, 1]}, duration="time", ended="ended")
    with pytest.raises(ft.InvalidInput, match=r'^Lifetimes: column = "tenure" is not there'):
        survival.Lifetimes(frame, duration="tenure", ended="status")
    with pytest.raises(ft.InvalidInput, match=r"^Lifetimes: sex holds texts; durations are numbers$"):
        survival.Lifetimes({"sex": ["m"], "ended": [1]}, duration="sex", ended="ended")
    with pytest.raises(ft.InvalidInput, match="is not one of plain, log, log_log, logit, arcsin"):
        survival.kaplan_meier(survival.LifeTable(), scale="linear")
    with pytest.raises(TypeError, match=r"is not a fealty\.survival\.Lifetimes"):
        survival.kaplan_meier(frame)
