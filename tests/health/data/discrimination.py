# SPDX-License-Identifier: MIT
"""Prints the figures of scikit-learn and SciPy that the tests of discrimination hold: run it here."""

import numpy as np
from scipy.stats import kstwobign
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score

asah = np.genfromtxt("asah.csv", delimiter=",", names=True)
outcome, weight = asah["outcome"], 1 + np.arange(1, len(asah) + 1) % 3
for score in ("s100b", "wfns", "ndka"):
    print(score, repr(average_precision_score(outcome, asah[score])))
print("weights", repr(average_precision_score(outcome, asah["s100b"], sample_weight=weight)))
print("weights, area", repr(roc_auc_score(outcome, asah["s100b"], sample_weight=weight)))
print("Kolmogorov", [float(kstwobign.sf(x)) for x in (0.3, 0.5, 1.22, 1.36, 1.63, 3)])
print("toy", repr(average_precision_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8])))
print("wfns", [list(map(float, each)) for each in precision_recall_curve(outcome, asah["wfns"])])

# Among the highest tenths, expected over ties: rows count in part where only some of a score are looked at.
for name in ("wfns", "s100b"):
    score = asah[name]
    for share in (0.1, 0.25, 0.5, 1.0):
        most, found, seen, ndka = share * len(score), 0.0, 0, 0.0
        for value in sorted(set(score), reverse=True):
            tied = score == value
            part = min(1.0, max(0.0, (most - seen) / tied.sum()))
            found += part * outcome[tied].sum()
            ndka += part * (asah["ndka"] * outcome)[tied].sum()
            seen += tied.sum()
        print(name, share, most, found / most, found / outcome.sum(), ndka / (asah["ndka"] * outcome).sum())
