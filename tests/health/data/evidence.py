# SPDX-License-Identifier: MIT
"""Oracles of weight of evidence and drift, by plain arithmetic and by trying every way to cut.

    python tests/health/data/evidence.py ../shared/data/telco_ibm/telco.csv

needs pandas, NumPy and SciPy. Every way to cut the 73 values of tenure into at most five bins is tried, so
that the dynamic programme is held against nothing of its own kind.
"""

import itertools
import math
import sys

import numpy as np
import pandas as pd
from scipy.stats import chi2


def weight(outcomes, others, all_outcomes, all_others, smoothing=0.5):
    if outcomes == 0 or others == 0:
        outcomes, others = outcomes + smoothing, others + smoothing
    one, other = outcomes / all_outcomes, others / all_others
    return math.log(one / other), (one - other) * math.log(one / other)


def telco(path):
    table = pd.read_csv(path)
    churn = table.Churn == "Yes"
    total, rest = churn.sum(), (~churn).sum()
    print("Contract")
    value = 0
    for name, rows in churn.groupby(table.Contract):
        found = weight(rows.sum(), (~rows).sum(), total, rest)
        value += found[1]
        print(f"  {name} {found[0]:.13f}")
    print(f"  information value {value:.13f}")
    steps = (table.MonthlyCharges // 5).rename("charges")
    for values, least, most in (
        (table.tenure, 0.05, 5),
        (table.tenure, 0.15, 4),
        (steps, 0.05, 5),
        (steps, 0.1, 3),
    ):
        for direction in (0, 1, -1):
            cut(values, churn, least, most, direction)


def cut(values, churn, least, most, direction):
    """The best way to cut, of all, by exhaustion."""
    counts = pd.DataFrame({"x": values, "y": churn}).groupby("x").y.agg(["sum", "count"])
    ends, with_, all_ = (
        counts.index.to_numpy(),
        counts["sum"].cumsum().to_numpy(),
        counts["count"].cumsum().to_numpy(),
    )
    total, rest = with_[-1], all_[-1] - with_[-1]
    best = (-1.0, ())
    places = range(len(ends) - 1)
    for bins in range(1, most + 1):
        cuts = np.array(list(itertools.combinations(places, bins - 1)), dtype=int)
        cuts = cuts.reshape(len(cuts), bins - 1)

        def edge(of, cuts=cuts):
            ends_of = np.full((len(cuts), 1), of[-1])
            return np.diff(np.hstack([np.zeros((len(cuts), 1)), of[cuts], ends_of]))

        outcomes, rows = edge(with_), edge(all_)
        others = rows - outcomes
        empty = (outcomes == 0) | (others == 0)
        one, other = (outcomes + 0.5 * empty) / total, (others + 0.5 * empty) / rest
        woe = np.log(one / other)
        good = (rows >= least * all_[-1] - 1e-9).all(axis=1)
        if direction:
            good &= (np.diff(direction * woe) > 0).all(axis=1)
        value = np.where(good, ((one - other) * woe).sum(axis=1), -1)
        at = int(np.argmax(value))
        if value[at] > best[0] + 1e-12:
            best = (float(value[at]), tuple(int(ends[i]) for i in cuts[at]))
    print(f"{values.name}, least {least}, most {most}, direction {direction}: {best[0]:.12f} {best[1]}")


def stability(reference, current):
    n, m = sum(reference), sum(current)
    index = 0
    for a, b in zip(reference, current, strict=True):
        if a == 0 or b == 0:
            a, b = a + 0.5, b + 0.5
        index += (b / m - a / n) * math.log((b / m) / (a / n))
    unit, free = 1 / n + 1 / m, len(reference) - 1
    print(
        f"{reference} {current}: {index:.12f} expected {unit * free:.12f} "
        f"limit {unit * chi2.ppf(0.95, free):.12f} p {chi2.sf(index / unit, free):.12g}"
    )


def coverage():
    """How often chance exceeds the limit where nothing has moved."""
    random = np.random.default_rng(1)
    over = 0
    for _ in range(4000):
        a, b = random.multinomial(500, [0.1] * 10), random.multinomial(300, [0.1] * 10)
        p, q = a / 500, b / 300
        over += ((p - q) * np.log(p / q)).sum() > (1 / 500 + 1 / 300) * chi2.ppf(0.95, 9)
    print(f"exceeded in {over / 4000:.4f} of cases; asked for .05")


def index(before, now):
    before, now = before / before.sum(), now / now.sum()
    return np.sum((now - before) * np.log(now / before))


def drift_errors(account, bins, current):
    """Of accounts: the error of the index by numeric derivatives, and what chance adds to it."""
    n, h = bins.max() + 1, 1e-5
    one, accounts = np.ones(len(bins)), np.unique(account)

    def counts(w, some):
        return np.bincount(bins[some], w[some], n)

    def shares(w):
        before, now = counts(w, ~current), counts(w, current)
        return np.append(now / now.sum() - before / before.sum(), index(before, now))

    slopes = []
    for each in accounts:
        step = h * (account == each)
        slopes.append((shares(one + step) - shares(one - step)) / (2 * h))
    spread = len(accounts) / (len(accounts) - 1) * np.sum(np.square(slopes), axis=0)
    chance = np.sum(spread[:n] / (np.bincount(bins, minlength=n) / len(bins)))
    error = np.sqrt(spread[n] + 2 * chance**2 / (n - 1))
    return index(counts(one, ~current), counts(one, current)), error, chance


def row_errors(before, now):
    """The same of independent rows in bins of these counts."""
    before, now, variance = np.array(before, float), np.array(now, float), 0
    for k, h in enumerate(1e-5 * np.eye(len(before))):
        variance += before[k] * ((index(before + h, now) - index(before - h, now)) / 2e-5) ** 2
        variance += now[k] * ((index(before, now + h) - index(before, now - h)) / 2e-5) ** 2
    chance = (len(before) - 1) * (1 / before.sum() + 1 / now.sum())
    return np.sqrt(variance + 2 * chance**2 / (len(before) - 1)), chance


if __name__ == "__main__":
    telco(sys.argv[1])
    stability([40, 30, 30], [35, 25, 40])  # shares of a worked table: 40, 30, 30% and 35, 25, 40%
    stability([100] * 10, [60, 80, 90, 95, 100, 105, 110, 115, 120, 125])
    stability([10, 20, 30], [0, 25, 40])
    coverage()
    row = np.arange(240)  # 48 accounts: two rows of the reference, three of the current sample
    whose, current = row % 48, row // 48 >= 2
    bins = np.where(current, (whose * 7 + row // 96) % 5 * 3 // 4, (whose * 7) % 5 * whose % 4)
    print("index, error and chance of accounts", *drift_errors(whose, bins, current))
    print("error and chance", *row_errors([40, 30, 30], [35, 25, 40]))
    print("error and chance", *row_errors([100] * 4, [60, 90, 120, 130]))
