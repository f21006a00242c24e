# SPDX-License-Identifier: MIT
"""Prints the figures of scikit-survival that the tests of predictions hold: python predictions.py.

They are of the predictions in lung_predicted.csv, which predictions.R wrote.
"""

import csv
import math
from pathlib import Path

import numpy as np
from sksurv.metrics import brier_score, cumulative_dynamic_auc, integrated_brier_score
from sksurv.util import Surv

HERE = Path(__file__).parent
AGES = np.array([60, 180, 365, 540, 730])


def columns(name: str) -> dict[str, np.ndarray]:
    """A file of numbers by column, NaN where a cell is empty."""
    with (HERE / name).open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {key: np.array([float(row[key] or math.nan) for row in rows]) for key in rows[0]}


def show(name: str, *values: float) -> None:
    print(name, ":", *(f"{value:.13g}" for value in values))


lung, predicted = columns("lung.csv"), columns("lung_predicted.csv")
used = ~np.isnan(predicted["risk"])
lives = Surv.from_arrays(lung["status"][used] == 1, lung["time"][used])
survival = np.column_stack([predicted[f"survival_{age}"][used] for age in AGES])
risk = predicted["risk"][used]
tens = (np.floor(lung["age"] / 10) - 2 * lung["sex"])[used]
show("brier", *brier_score(lives, lives, survival, AGES)[1])
show("brier, integrated", integrated_brier_score(lives, lives, survival, AGES))
for name, score in (("risk", risk), ("score with ties", tens), ("a score for each age", -survival)):
    auc, mean = cumulative_dynamic_auc(lives, lives, score, AGES)
    show(f"auc, {name}", *auc, mean)
