# SPDX-License-Identifier: MIT
"""What isotonic_test.cpp, calibration_measures_test.cpp, brier_decomposition_test.cpp, calibration_curve_test.cpp,
net_benefit_test.cpp and churn_by_band_test.cpp hold. Needs scikit-learn, betacal and dcurves (PyPI)."""

from fractions import Fraction
from itertools import product
from math import comb

import betacal
import dcurves
import numpy as np
import pandas as pd
from sklearn.calibration import _sigmoid_calibration, calibration_curve
from sklearn.isotonic import IsotonicRegression

# The examples of ../calibration_tables.hpp.
i = np.arange(200)
p = ((i * 37) % 101 + 1) / 103
health = 100 - 100 * p
y = (((i * 53) % 197) / 197 < 0.05 + 0.6 * p * p).astype(int)
w = 1.0 + i % 3
at = np.array([0.0, 0.005, 0.013, 0.2, 0.31, 0.444, 0.5, 0.77, 0.9, 1.0])


def show(name, *values):
    print(name, *(f"{value:.15g}" for value in np.ravel(values)))


a, b = _sigmoid_calibration(-health, y)
show("platt health", -b, a)
for name, outcome in (("even", (((i * 71) % 199) / 199 < p).astype(int)), ("held", y)):
    a, b, middle = betacal.BetaCalibration(parameters="abm").fit(p.reshape(-1, 1), outcome).calibrator_.map_
    show("beta, " + name, b * np.log(1 - middle) - a * np.log(middle), a, b)
show("isotonic", IsotonicRegression(out_of_bounds="clip").fit(p, y).predict(at))
show("isotonic, weights", IsotonicRegression(out_of_bounds="clip").fit(p, y, w).predict(at))
falling = IsotonicRegression(out_of_bounds="clip", increasing=False).fit(health, y, w)
show("isotonic, falling", falling.predict(100 * at))
show("isotonic, knots", falling.X_thresholds_.size, *falling.X_thresholds_[:4], *falling.y_thresholds_[:4])

share, mean = calibration_curve(y, p, n_bins=10, strategy="uniform")
show("curve, observed", share)
show("curve, predicted", mean)
edges = np.linspace(0, 1, 11)
bin_of = np.searchsorted(edges[1:-1], p)
count = np.bincount(bin_of, minlength=10)
show("curve, examples", count)
show("errors", np.sum(count / 200 * np.abs(share - mean)), np.max(np.abs(share - mean)))
chance = sum(np.sqrt(2 / np.pi * np.sum((p * (1 - p))[bin_of == k])) for k in range(10)) / 200
show("by chance", chance)


def decompose(p, y, w, bin_of):
    n, base = w.sum(), np.average(y, weights=w)
    terms = np.zeros(5)
    terms[2] = base * (1 - base)
    for k in np.unique(bin_of):
        here = bin_of == k
        wk, f, o = w[here], np.average(p[here], weights=w[here]), np.average(y[here], weights=w[here])
        terms[0] += wk.sum() / n * (f - o) ** 2
        terms[1] += wk.sum() / n * (o - base) ** 2
        terms[3] += np.sum(wk * (p[here] - f) ** 2) / n
        terms[4] += 2 * np.sum(wk * (p[here] - f) * (y[here] - o)) / n
    return terms


show("brier terms", decompose(p, y, np.ones(200), bin_of))
show("brier terms, weights", decompose(p, y, w, bin_of))

frame = pd.DataFrame({"y": y, "p": p})
curve = dcurves.dca(data=frame, outcome="y", modelnames=["p"], thresholds=[0.1, 0.25, 0.5, 0.7])
for model in ("p", "all"):
    show("net benefit, " + model, curve[curve.model == model].net_benefit)


def exact_trend(examples, outcomes):
    """By looking at every way in which outcomes may fall on bands."""
    n, m = sum(examples), sum(outcomes)
    steps = range(len(examples))
    middle = Fraction(m * sum(s * e for s, e in zip(steps, examples)), n)
    seen = abs(sum(s * o for s, o in zip(steps, outcomes)) - middle)
    total = Fraction(0)
    for ways in product(*(range(min(e, m) + 1) for e in examples)):
        if sum(ways) == m and abs(sum(s * o for s, o in zip(steps, ways)) - middle) >= seen:
            chance = 1
            for e, o in zip(examples, ways):
                chance *= comb(e, o)
            total += Fraction(chance, comb(n, m))
    return float(total)


show("exact trend", exact_trend([8, 15, 30], [4, 3, 2]), exact_trend([5, 0, 7, 20], [1, 0, 1, 1]))
show("exact trend, mostly outcomes", exact_trend([8, 15, 30], [8, 13, 22]))


def by_accounts(terms, account, w):
    """Errors by the derivatives of terms in the weight of each account, taken numerically."""
    accounts, h = np.unique(account), 1e-4
    slopes = []
    for each in accounts:
        up, down = w * np.where(account == each, 1 + h, 1), w * np.where(account == each, 1 - h, 1)
        slopes.append((terms(up) - terms(down)) / (2 * h))
    return len(accounts) / (len(accounts) - 1) * np.sum(np.square(slopes), axis=0)


def of_bins(miss, w, bin_of, account, least):
    """Shares of bins, and variances of their means of `miss`, at least so much, as much more as all have."""
    shares, seen, floor = [], [], []
    for k in np.unique(bin_of):
        here = bin_of == k
        apart = w[here] * (miss[here] - np.average(miss[here], weights=w[here]))
        sums = np.array([apart[account[here] == each].sum() for each in np.unique(account[here])])
        seen.append(len(sums) / (len(sums) - 1) * np.sum(sums**2))
        floor.append(np.sum((w * least)[here]))
        shares.append(w[here].sum() / w.sum())
    more = max(1, sum(seen) / sum(floor)) if sum(floor) > 0 else 1
    return np.array(shares), np.maximum(seen, more * np.array(floor)) / (np.array(shares) * w.sum()) ** 2


def expected_error(w):
    sums = [np.sum((w * (p - y))[bin_of == k]) for k in range(10)]
    return np.sum(np.abs(sums)) / w.sum()


account, z = i % 40, 1.959963984540054
for name, weight in (("", np.ones(200)), (", weights", w)):
    spread = by_accounts(lambda each: decompose(p, y, each, bin_of), account, weight)
    part, off = of_bins(p - y, weight, bin_of, account, p * (1 - p))
    _, outcomes = of_bins(y, weight, bin_of, account, 0 * p)
    spread[0] += np.sum(2 * part**2 * off**2)
    spread[1] += np.sum(2 * part**2 * outcomes**2)
    show("brier errors" + name, np.sqrt(spread))
    show("brier by chance" + name, np.sum(part * off), np.sum(part * outcomes))
    error = np.sqrt(by_accounts(lambda each: np.array([expected_error(each)]), account, weight))[0]
    low = expected_error(weight) - np.sum(part * np.sqrt(2 / np.pi * off)) - z * error
    show("expected error" + name, expected_error(weight), error, low)
    distance = [abs(np.average((p - y)[bin_of == k], weights=weight[bin_of == k])) for k in range(10)]
    show("maximum error" + name, max(distance), np.max(distance - 2.807033768343811 * np.sqrt(off)))
