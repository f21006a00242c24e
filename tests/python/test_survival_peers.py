# SPDX-License-Identifier: MIT
"""Curves and tests against R's survival package, on every age of random lives, where R is installed."""

import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from fealty import survival

RSCRIPT = shutil.which("Rscript")
HAS_SURVIVAL = (
    RSCRIPT is not None
    and subprocess.run([RSCRIPT, "-e", "library(survival)"], capture_output=True, check=False).returncode == 0
)
pytestmark = pytest.mark.skipif(not HAS_SURVIVAL, reason="needs R and its package survival")

SCRIPT = """
library(survival)
d <- read.csv("lives.csv")
curve <- function(name, fit) {
  se <- if (fit$logse) fit$std.err * fit$surv else fit$std.err
  write.csv(data.frame(time = fit$time, n = fit$n.risk, d = fit$n.event, s = fit$surv, se = se,
                       lower = fit$lower, upper = fit$upper, h = fit$cumhaz, hse = fit$std.chaz),
            paste0(name, ".csv"), row.names = FALSE)
}
y <- Surv(d$entry, d$duration, d$ended)
for (type in c("plain", "log", "log-log", "logit", "arcsin"))
  curve(paste0("plain-", type), survfit(y ~ 1, conf.type = type))
curve("cases", survfit(y ~ 1, weights = d$cases, conf.type = "log-log"))
curve("sampling", survfit(y ~ 1, weights = d$share, conf.type = "log-log", cluster = seq_len(nrow(d))))
curve("cluster", survfit(y ~ 1, cluster = d$site, conf.type = "log-log"))
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
model <- function(name, m) {
  write.csv(data.frame(coef = coef(m), se = sqrt(diag(m$var)), l0 = m$loglik[1], l = m$loglik[2], score = m$score,
                       wald = m$wald.test), paste0(name, ".csv"), row.names = FALSE)
}
d$group <- factor(d$group)
for (ties in c("efron", "breslow"))
  model(paste0("cox-", ties), coxph(y ~ x + u + group, d, ties = ties, control = tight))
model("cox-strata", coxph(y ~ x + u + strata(site), d, control = tight))
model("cox-cluster", coxph(y ~ x + u, d, cluster = site, control = tight))
model("cox-cases", coxph(y ~ x + u, d, weights = cases, control = tight))
model("cox-sampling", coxph(y ~ x + u, d, weights = share, cluster = seq_len(nrow(d)), control = tight))
model("cox-offset", coxph(y ~ x + offset(u), d, control = tight))
b <- bladder2
write.csv(b, "bladder2.csv", row.names = FALSE)
model("cox-bladder2", coxph(Surv(start, stop, event) ~ rx + size + number, b, cluster = id, control = tight))
t <- function(...) survdiff(...)$chisq
z <- Surv(d$duration, d$ended)
incidence <- function(name, fit) {
  write.csv(data.frame(time = fit$time, n = fit$n.risk[, 1], p = fit$pstate, se = fit$std.err),
            paste0(name, ".csv"), row.names = FALSE)
}
cause <- factor(ifelse(d$ended == 0, 0, ifelse(d$site < 5, 1, 2)), 0:2, c("none", "first", "second"))
id <- seq_len(nrow(d))
incidence("causes", survfit(Surv(d$entry, d$duration, cause) ~ 1, id = id))
incidence("causes-share", survfit(Surv(d$entry, d$duration, cause) ~ 1, id = id, weights = d$share))
# It takes no cluster here, but says how much each life matters: at the beginning, then at each time.
fit <- survfit(Surv(d$entry, d$duration, cause) ~ 1, id = id, influence = TRUE)
fit$std.err <- apply(fit$influence.pstate[, -1, ], 3, function(of) sqrt(colSums(rowsum(of, d$site)^2)))
incidence("causes-cluster", fit)
m <- mgus2
m$time <- ifelse(m$pstat == 0, m$futime, m$ptime)
m$cause <- factor(ifelse(m$pstat == 1, 1, 2 * m$death), 0:2, c("none", "first", "second"))
incidence("mgus2-incidence", survfit(Surv(time, cause) ~ 1, m))
m$row <- seq_len(nrow(m))
g <- finegray(Surv(time, cause) ~ age + mspike + row, m[!is.na(m$mspike), ], id = row, etype = "first")
fit <- coxph(Surv(fgstart, fgstop, fgstatus) ~ age + mspike, g, weights = fgwt, cluster = row,
             control = coxph.control(eps = 1e-12, iter.max = 50))
write.csv(m[, c("time", "cause", "age", "mspike")], "mgus2.csv", row.names = FALSE)
write.csv(data.frame(coef = coef(fit), se = sqrt(diag(fit$var)), naive = sqrt(diag(fit$naive.var)),
                     l0 = fit$loglik[1], l = fit$loglik[2]), "mgus2-subdistribution.csv", row.names = FALSE)
write.csv(data.frame(rho0 = t(z ~ d$group), rho1 = t(z ~ d$group, rho = 1), rho3 = t(z ~ d$group, rho = .3),
                     strata = t(z ~ d$group + strata(d$site))), "tests.csv", row.names = FALSE)
"""


@pytest.fixture(scope="module", params=[1, 2, 3])
def random(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("r")
    rng = np.random.default_rng(request.param)
    n = 300
    duration = rng.integers(1, 60, n) if request.param < 3 else rng.exponential(20, n) + 0.01
    lives = pd.DataFrame(
        {
            "duration": duration.astype(float),
            "entry": np.where(rng.random(n) < 0.3, np.floor(duration * rng.random(n) * 0.9 * 4) / 4, 0.0),
            "ended": (rng.random(n) < 0.6).astype(int),
            "cases": rng.integers(1, 5, n).astype(float),
            "share": rng.random(n) + 0.3,
            "site": rng.integers(0, 12, n),
            "group": rng.choice(["a", "b", "c"], n),
            "x": rng.normal(size=n),
            "u": rng.random(n) * 3 - 1,
        }
    )
    lives.to_csv(folder / "lives.csv", index=False, float_format="%.17g")
    (folder / "peers.R").write_text(SCRIPT, encoding="utf-8")
    subprocess.run([RSCRIPT, "peers.R"], cwd=folder, check=True, capture_output=True)
    return lives, folder


def table(lives, **columns):
    return survival.Lifetimes(
        lives,
        duration="duration",
        entry="entry",
        ended="ended",
        attributes=["site", "group", "x", "u"],
        **columns,
    )


def agree(ours, theirs, rtol=1e-9):
    np.testing.assert_allclose(ours, theirs, rtol=rtol, atol=1e-13)


def rows_of(curve, expected):
    """R's rows at the ages of a curve: it has some at which lives enter, too, and writes 15 digits."""
    return expected[expected["time"].round(9).isin(np.round(curve.time, 9))].reset_index(drop=True)


def compare(curve, hazard, expected):
    expected = rows_of(curve, expected)
    agree(curve.time, expected["time"])
    agree(curve.survival, expected["s"])
    known = (curve.survival > 0) & (curve.survival < 1)
    for ours, theirs in (("std_error", "se"), ("lower", "lower"), ("upper", "upper")):
        agree(curve[ours][known], expected[theirs][known])
    agree(hazard.cumulative_hazard, expected["h"])
    agree(hazard.std_error, expected["hse"])


@pytest.mark.parametrize("scale", ["plain", "log", "log-log", "logit", "arcsin"])
def test_curves_on_every_scale(random, scale):
    lives, folder = random
    rows = table(lives)
    curve = survival.kaplan_meier(rows, scale=scale.replace("-", "_"))
    compare(curve, survival.nelson_aalen(rows), pd.read_csv(folder / f"plain-{scale}.csv"))
    expected = rows_of(curve, pd.read_csv(folder / f"plain-{scale}.csv"))
    assert curve.at_risk.tolist() == expected["n"].tolist()
    assert curve.ended.tolist() == expected["d"].tolist()


@pytest.mark.parametrize(
    ("name", "columns", "options"),
    [
        ("cases", {"weight": "cases"}, {}),
        ("sampling", {"weight": "share"}, {}),
        ("cluster", {}, {"cluster": "site"}),
    ],
)
def test_weights_and_clusters(random, name, columns, options):
    lives, folder = random
    rows = table(lives, **columns)
    expected = pd.read_csv(folder / f"{name}.csv")
    compare(survival.kaplan_meier(rows, **options), survival.nelson_aalen(rows, **options), expected)


def compare_incidence(curve, expected):
    first = curve[curve["cause"] == "first"].reset_index(drop=True)
    expected = rows_of(first, expected)
    for i, cause in enumerate(("first", "second"), 2):
        ours = curve[curve["cause"] == cause]
        agree(ours["incidence"], expected[f"p.{i}"])
        np.testing.assert_allclose(ours["std_error"], expected[f"se.{i}"], rtol=1e-8, atol=1e-11)


@pytest.mark.parametrize(
    ("name", "columns", "options"),
    [
        ("causes", {}, {}),
        ("causes-share", {"weight": "share"}, {}),
        ("causes-cluster", {}, {"cluster": "site"}),
    ],
)
def test_competing_causes(random, name, columns, options):
    lives, folder = random
    cause = np.where(lives["ended"] == 0, "none", np.where(lives["site"] < 5, "first", "second"))
    rows = survival.Lifetimes(
        lives.assign(cause=cause),
        duration="duration",
        entry="entry",
        cause="cause",
        censored="none",
        attributes=["site"],
        **columns,
    )
    curve = survival.aalen_johansen(rows, **options).to_pandas()
    compare_incidence(curve, pd.read_csv(folder / f"{name}.csv"))


def test_competing_causes_of_mgus2(random):
    _, folder = random
    lives = pd.read_csv(folder / "mgus2.csv")
    rows = survival.Lifetimes(lives, duration="time", cause="cause", censored="none")
    curve = survival.aalen_johansen(rows).to_pandas()
    assert len(lives) == 1384
    compare_incidence(curve, pd.read_csv(folder / "mgus2-incidence.csv"))


def test_subdistribution_hazards_of_mgus2(random):
    _, folder = random
    rows = survival.Lifetimes(
        pd.read_csv(folder / "mgus2.csv"),
        duration="time",
        cause="cause",
        censored="none",
        attributes=["age", "mspike"],
    )
    model = survival.fine_gray(
        rows, cause="first", covariates=["age", "mspike"], chances="known", tolerance=1e-12
    )
    expected = pd.read_csv(folder / "mgus2-subdistribution.csv")
    agree(model.coef, expected["coef"], 1e-8)
    agree(model.std_error, expected["se"], 1e-8)
    agree(model.naive_std_error, expected["naive"], 1e-8)
    agree(model.null_log_likelihood, expected["l0"].iloc[0])
    agree(model.log_likelihood, expected["l"].iloc[0])


def compare_model(model, expected):
    agree(model.coef, expected["coef"], 1e-8)
    agree(model.std_error, expected["se"], 1e-8)
    first = expected.iloc[0]
    agree(model.null_log_likelihood, first["l0"])
    agree(model.log_likelihood, first["l"])
    agree(model.score, first["score"], 1e-8)
    agree(model.wald, first["wald"], 1e-8)
    assert model.findings == []


@pytest.mark.parametrize(
    ("name", "columns", "options"),
    [
        ("efron", {}, {"covariates": ["x", "u", "group"]}),
        ("breslow", {}, {"covariates": ["x", "u", "group"], "ties": "breslow"}),
        ("strata", {}, {"covariates": ["x", "u"], "strata": "site"}),
        ("cluster", {}, {"covariates": ["x", "u"], "cluster": "site"}),
        ("cases", {"weight": "cases"}, {"covariates": ["x", "u"]}),
        ("sampling", {"weight": "share"}, {"covariates": ["x", "u"]}),
        ("offset", {}, {"covariates": ["x"], "offset": "u"}),
    ],
)
def test_hazard_models(random, name, columns, options):
    lives, folder = random
    model = survival.cox(table(lives, **columns), **options)
    compare_model(model, pd.read_csv(folder / f"cox-{name}.csv"))


def test_hazard_model_of_bladder2(random):
    _, folder = random
    rows = survival.Lifetimes(
        pd.read_csv(folder / "bladder2.csv"),
        entry="start",
        duration="stop",
        ended="event",
        attributes=["rx", "size", "number", "id"],
    )
    model = survival.cox(rows, covariates=["rx", "size", "number"], cluster="id")
    assert model.coef == pytest.approx([-0.46468695294, -0.04366027609, 0.17496038132], rel=1e-8)
    assert model.std_error == pytest.approx([0.26556081190, 0.07761611268, 0.06304054320], rel=1e-8)
    compare_model(model, pd.read_csv(folder / "cox-bladder2.csv"))


def test_rank_tests(random):
    lives, folder = random
    rows = survival.Lifetimes(lives, duration="duration", ended="ended", attributes=["site", "group"])
    expected = pd.read_csv(folder / "tests.csv").iloc[0]
    for rho, column in ((0, "rho0"), (1, "rho1"), (0.3, "rho3")):
        test = survival.log_rank(rows, by="group", rank_weight="fleming_harrington", rho=rho)
        agree(test.statistic, expected[column])
    agree(survival.log_rank(rows, by="group", strata="site").statistic, expected["strata"])
