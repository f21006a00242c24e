# SPDX-License-Identifier: MIT
"""Models and what follows from them against R's survival package, on known studies and random lives."""

import functools
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fealty import survival

sys.path.insert(0, str(Path(__file__).parent))

from peers.studies import LATE, RANDOM, WATCHED, agree, study

RSCRIPT = shutil.which("Rscript")
HAS_SURVIVAL = (
    RSCRIPT is not None
    and subprocess.run([RSCRIPT, "-e", "library(survival)"], capture_output=True, check=False).returncode == 0
)
pytestmark = pytest.mark.skipif(not HAS_SURVIVAL, reason="needs R and its package survival")

# Of a study in lives.csv; its covariates are the arguments.
SCRIPT = r"""
suppressMessages(library(survival))
covariates <- commandArgs(TRUE)
d <- read.csv("lives.csv")
d$id <- seq_len(nrow(d))
late <- "entry" %in% names(d)
random <- "share" %in% names(d)
y <- if (late) Surv(d$entry, d$duration, d$ended) else Surv(d$duration, d$ended)
put <- function(name, table) {
  number <- function(x) {
    if (is.numeric(x)) ifelse(is.na(x), "", formatC(x, digits = 17, format = "g")) else x
  }
  write.csv(as.data.frame(lapply(as.data.frame(table), number)), paste0(name, ".csv"), row.names = FALSE,
            quote = FALSE)
}
tight <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
terms <- paste(covariates, collapse = " + ")
fit <- function(ties, more = "", ...) {
  model <- as.formula(paste("y ~", terms, more))
  do.call(coxph, list(model, d, ties = ties, control = tight, nocenter = NULL, ...))
}
models <- list(efron = fit("efron"), breslow = fit("breslow"))
# Among stretches of lives it goes through all subsets of those at risk.
if (!late || max(table(d$duration[d$ended == 1])) < 5) models$exact <- fit("exact")
if (random) {
  models$strata <- fit("efron", "+ strata(stratum)")
  models$share <- fit("efron", "", weights = d$share, cluster = d$id)
  models$all <- fit("breslow", "+ strata(stratum)", weights = d$share, cluster = d$site)
}
new <- d[c(1, 10, 20), ]
for (name in names(models)) {
  m <- models[[name]]
  put(paste0(name, "-model"), data.frame(coef = coef(m), se = sqrt(diag(m$var)), l0 = m$loglik[1],
                                         l = m$loglik[2]))
  if (name == "exact") next
  for (kind in c("martingale", "deviance", "score", "schoenfeld", "scaledsch", "dfbeta", "dfbetas"))
    put(paste0(name, "-", kind), setNames(as.data.frame(as.matrix(residuals(m, kind))),
      if (kind %in% c("martingale", "deviance")) "residual" else covariates))
  for (transform in c("km", "rank", "identity", "log"))
    put(paste0(name, "-zph-", transform), unclass(cox.zph(m, transform)$table))
  risk <- predict(m, new, type = "lp", se.fit = TRUE, reference = "sample")
  put(paste0(name, "-risk"), data.frame(lp = risk$fit, se = risk$se.fit))
  for (i in 1:3) {
    s <- survfit(m, newdata = new[i, ], conf.type = "log-log")
    put(paste0(name, "-survival-", i), data.frame(time = s$time, n = s$n.event, s = s$surv, h = s$cumhaz,
      se = s$std.err * s$surv, lower = s$lower, upper = s$upper))
  }
  for (centered in c(TRUE, FALSE)) {
    b <- basehaz(m, centered = centered)
    put(paste0(name, "-baseline-", centered), b)
  }
}
pairs <- function(name, ...) {
  c <- do.call(concordance, list(..., data = d, reverse = TRUE))
  n <- if (is.matrix(c$count)) colSums(c$count) else c$count
  put(name, data.frame(c = c$concordance, se = sqrt(c$var), t(n)))
}
# Of stretches of lives it knows no other weights, and breaks off at S and I.
for (weight in if (late) "n" else c("n", "n/G2", "S", "S/G", "I"))
  pairs(paste0("pairs-", sub("/", "", weight)), y ~ score, timewt = weight)
pairs("pairs-horizon", y ~ score, ymax = median(d$duration))
pairs("pairs-strata", y ~ score + strata(group))
if ("site" %in% names(d)) pairs("pairs-cluster", y ~ score, cluster = d$site)
if (random) {
  pairs("pairs-share", y ~ score, weights = d$share)
  pairs("pairs-all", y ~ score + strata(stratum), weights = d$share, cluster = d$site)
}
curves <- list(all = survfit(y ~ 1, conf.type = "log-log"),
               group = survfit(y ~ d$group, conf.type = "log-log"))
quantiles <- function(curve, shares) {
  q <- quantile(curve, shares)
  data.frame(time = c(t(q$quantile)), lower = c(t(q$lower)), upper = c(t(q$upper)))
}
put("level", quantiles(curves$group, .75))
for (name in names(curves)) {
  f <- curves[[name]]
  put(paste0("curve-", name), data.frame(time = f$time, at_risk = f$n.risk, ended = f$n.event,
    censored = f$n.censor, s = f$surv, std_error = f$std.err * f$surv, lower = f$lower, upper = f$upper,
    h = f$cumhaz, hse = f$std.chaz))
  put(paste0("quantile-", name), quantiles(f, c(.1, .25, .5, .7)))
  horizon <- if (name == "all") max(d$duration) else min(tapply(d$duration, d$group, max))
  for (share in c(.4, 1)) {
    t <- rbind(summary(f, rmean = share * horizon)$table)
    put(paste0("mean-", name, "-", share), data.frame(mean = t[, "rmean"], se = t[, "se(rmean)"]))
  }
}
"""


@pytest.fixture(scope="module")
def ask_r(tmp_path_factory):
    """Of a study's name, the study and how to read what R says of it; R runs once for each."""

    @functools.cache
    def ask(name):
        lives = study(name)
        scaled = lives.frame[lives.covariates] / lives.frame[lives.covariates].std()
        lives = lives.with_columns(score=scaled.sum(axis=1).round(1))
        folder = tmp_path_factory.mktemp(name)
        lives.frame.to_csv(folder / "lives.csv", index=False, float_format="%.17g")
        (folder / "peers.R").write_text(SCRIPT, encoding="utf-8")
        command = [RSCRIPT, "peers.R", *lives.covariates]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return lives, lambda table: pd.read_csv(folder / f"{table}.csv")

    return ask


@pytest.fixture
def peer(request, ask_r):
    return ask_r(request.param)


MODELS = {
    "efron": ({}, {}),
    "breslow": ({}, {"ties": "breslow"}),
    "exact": ({}, {"ties": "exact"}),
    "strata": ({}, {"strata": "stratum"}),
    "share": ({"weight": "share"}, {}),
    "all": ({"weight": "share"}, {"strata": "stratum", "ties": "breslow", "cluster": "site"}),
}
CASES = [(lives, name) for lives in WATCHED + LATE for name in ("efron", "breslow")]
CASES += [(lives, name) for lives in RANDOM for name in ("strata", "share", "all")]
EXACT = [(lives, "exact") for lives in WATCHED + LATE if lives not in ("recur", "late_ties")]


def each(cases):
    """A test for each study and name."""
    return pytest.mark.parametrize(("peer", "name"), cases, indirect=["peer"])


def modelled(lives, name):
    roles, options = MODELS[name]
    rows = lives.lifetimes(**roles)
    return rows, survival.cox(rows, covariates=lives.covariates, **options)


@each(CASES + EXACT)
def test_models(peer, name):
    lives, read = peer
    model, expected = modelled(lives, name)[1], read(f"{name}-model")
    agree(model.coef, expected["coef"])
    agree(model.std_error, expected["se"])
    agree(model.null_log_likelihood, expected["l0"][0])
    agree(model.log_likelihood, expected["l"][0])


KINDS = {
    "martingale": "martingale",
    "deviance": "deviance",
    "score": "score",
    "schoenfeld": "schoenfeld",
    "scaled_schoenfeld": "scaledsch",
    "dfbeta": "dfbeta",
    "dfbetas": "dfbetas",
}


@each(CASES)
def test_residuals(peer, name):
    lives, read = peer
    rows, model = modelled(lives, name)
    for kind, theirs in KINDS.items():
        expected = read(f"{name}-{theirs}")
        ours = survival.cox_residuals(rows, model, kind=kind)
        row = ours.row[:: expected.shape[1]]
        ours = ours.residual.reshape(len(row), -1)
        if "schoenfeld" in kind and name in ("strata", "all"):  # R's strata ascend
            ours = ours[np.argsort(lives.frame["stratum"].iloc[row], kind="stable")]
        agree(ours, expected, 1e-8, 1e-10 * np.abs(expected.to_numpy()).max())


@each(CASES)
def test_proportional_hazards(peer, name):
    lives, read = peer
    rows, model = modelled(lives, name)
    for transform, theirs in (
        ("kaplan_meier", "km"),
        ("rank", "rank"),
        ("identity", "identity"),
        ("log", "log"),
    ):
        expected = read(f"{name}-zph-{theirs}")
        ours = survival.proportional_hazards_test(rows, model, transform=transform)
        agree(ours.statistic, expected["chisq"])
        agree(ours.degrees_of_freedom, expected["df"])
        agree(ours.p_value, expected["p"])


@each(CASES)
def test_predictions(peer, name):
    lives, read = peer
    model = modelled(lives, name)[1]
    new = lives.frame.iloc[[0, 9, 19]].reset_index(drop=True)
    for i in range(3):
        expected = read(f"{name}-survival-{i + 1}")
        expected = expected[expected["n"] > 0]
        ours = survival.predict_cox(model, new.iloc[[i]], ages=expected["time"].tolist())
        agree(ours.survival, expected["s"])
        agree(ours.cumulative_hazard, expected["h"])
        known = (expected["s"] > 1e-12).to_numpy()
        agree(ours.std_error[known], expected["se"][known])
        agree(ours.lower[known], expected["lower"][known])
        agree(ours.upper[known], expected["upper"][known])


# The means that these are relative to: R has no weights in those of stretches, so that cases are not as many rows.
CENTERED = [case for case in CASES if case[1] not in ("share", "all") or case[0] in WATCHED]


@each(CENTERED)
def test_risks(peer, name):
    lives, read = peer
    _, model = modelled(lives, name)
    risk = survival.cox_risk(model, lives.frame.iloc[[0, 9, 19]].reset_index(drop=True))
    expected = read(f"{name}-risk")
    agree(risk.linear_predictor, expected["lp"], 1e-8, 1e-12)
    agree(risk.std_error, expected["se"])


def compare_baseline(lives, name, expected, *, centered):
    _, model = modelled(lives, name)
    ours = survival.baseline_hazard(model, centered=centered).to_pandas()
    if "strata" in expected:  # R's strata ascend
        ours = ours.sort_values("stratum", kind="stable")
        before = expected["hazard"].groupby(expected["strata"]).shift(fill_value=0)
    else:
        before = expected["hazard"].shift(fill_value=0)
    # R has each age of a stratum, fealty those at which lives end.
    expected = expected[expected["hazard"] > before]
    agree(ours["time"], expected["time"])
    agree(ours["cumulative_hazard"], expected["hazard"])


@each(CENTERED)
def test_baseline_hazards(peer, name):
    compare_baseline(peer[0], name, peer[1](f"{name}-baseline-TRUE"), centered=True)


@each(CASES)
def test_baseline_hazards_at_0(peer, name):
    compare_baseline(peer[0], name, peer[1](f"{name}-baseline-FALSE"), centered=False)


PAIRS = {
    "n": ({}, {}),
    "nG2": ({}, {"pair_weight": "uno"}),
    "S": ({}, {"pair_weight": "survival"}),
    "SG": ({}, {"pair_weight": "schemper"}),
    "I": ({}, {"pair_weight": "information"}),
    "horizon": ({}, {}),
    "strata": ({}, {"strata": "group"}),
    "cluster": ({}, {"cluster": "site"}),
    "share": ({"weight": "share"}, {}),
    "all": ({"weight": "share"}, {"strata": "stratum", "cluster": "site"}),
}
PAIR_CASES = [(lives, name) for lives in WATCHED + LATE for name in ("n", "horizon", "strata")]
PAIR_CASES += [(lives, name) for lives in WATCHED for name in ("nG2", "S", "SG", "I")]
PAIR_CASES += [(lives, "cluster") for lives in ("lung", "heart", "recur", *RANDOM)]
PAIR_CASES += [(lives, name) for lives in RANDOM for name in ("share", "all")]


@each(PAIR_CASES)
def test_concordance(peer, name):
    lives, read = peer
    roles, options = PAIRS[name]
    if name == "horizon":
        options = {"horizon": float(lives.frame["duration"].median())}
    ours = survival.concordance(lives.lifetimes(**roles), score="score", **options).to_pandas()
    expected = read(f"pairs-{name}")
    agree(ours[["concordance", "std_error"]], expected[["c", "se"]])
    counts = {"concordant": "concordant", "discordant": "discordant", "tied_score": "tied.x"}
    if name != "horizon" or not lives.entry:  # of stretches R counts those that end after the horizon, too
        counts |= {"tied_age": "tied.y", "tied_both": "tied.xy"}
    agree(ours[[*counts]], expected[[*counts.values()]])


BY = [(lives, by) for lives in WATCHED + LATE for by in ("all", "group")]


@each(BY)
def test_curves(peer, name):
    lives, read = peer
    by, expected = ["group"] if name == "group" else [], read(f"curve-{name}")
    rows = lives.lifetimes()
    curve = survival.kaplan_meier(rows, by=by)
    # R has the ages at which lives enter, too.
    expected = expected[expected["ended"] + expected["censored"] > 0].reset_index(drop=True)
    agree(curve.time, expected["time"])
    counts = ["at_risk", "ended", "censored"]
    agree(curve.to_pandas()[counts], expected[counts])
    agree(curve.survival, expected["s"])
    known = (curve.survival > 0) & (curve.survival < 1)
    band = ["std_error", "lower", "upper"]
    agree(curve.to_pandas()[band][known], expected[band][known])
    hazard = survival.nelson_aalen(rows, by=by)
    agree(hazard.cumulative_hazard, expected["h"])
    agree(hazard.std_error, expected["hse"])


@each(BY)
def test_quantiles(peer, name):
    lives, read = peer
    curve = survival.kaplan_meier(lives.lifetimes(), by=["group"] if name == "group" else [])
    quantiles = survival.survival_quantile(curve, probabilities=[0.1, 0.25, 0.5, 0.7], midpoint=True)
    quantiles, expected = quantiles.to_pandas(), read(f"quantile-{name}")
    agree(quantiles[["time", "upper"]], expected[["time", "upper"]])
    if name == "all" or not lives.entry:  # R looks for limits as if none could rise where lives enter
        agree(quantiles["lower"], expected["lower"])


@each([("larynx", "group")])
def test_midpoint_where_a_curve_ends_level(peer, name):
    lives, read = peer
    curve = survival.kaplan_meier(lives.lifetimes(), by=[name])
    quantiles = survival.survival_quantile(curve, probabilities=[0.75], midpoint=True)
    agree(quantiles.to_pandas()[["time", "lower", "upper"]], read("level"))


@each(BY)
def test_restricted_means(peer, name):
    lives, read = peer
    by, age = ["group"] if name == "group" else [], lives.frame["duration"]
    last = age.groupby(lives.frame["group"]).max().min() if by else age.max()
    for share in (0.4, 1):
        mean = survival.restricted_mean(lives.lifetimes(), by=by, horizon=share * last).to_pandas()
        agree(mean[["restricted_mean", "std_error"]], read(f"mean-{name}-{share}"))
