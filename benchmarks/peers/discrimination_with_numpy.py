# SPDX-License-Identifier: MIT
"""The area under the ROC curve in NumPy, with DeLong's error and without."""

from __future__ import annotations

import numpy as np


def area(score: np.ndarray, outcome: np.ndarray) -> float:
    """By mid-ranks from one argsort."""
    order = np.argsort(score)
    ordered = score[order]
    first = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1])))
    last = np.concatenate((first[1:], [len(score)]))
    ranks = np.repeat((first + 1 + last) / 2, last - first)
    happened = outcome[order] == 1
    with_ = np.count_nonzero(happened)
    without = len(score) - with_
    return (ranks[happened].sum() - with_ * (with_ + 1) / 2) / (with_ * without)


def delong(score: np.ndarray, outcome: np.ndarray) -> tuple[float, float]:
    """Each kind is sorted and looked up in the other: what each row has below it, and half of its ties."""
    happened = outcome == 1
    with_, without = np.sort(score[happened]), np.sort(score[~happened])
    below = np.searchsorted(without, with_, "left") + np.searchsorted(without, with_, "right")
    beyond = np.searchsorted(with_, without, "left") + np.searchsorted(with_, without, "right")
    below, above = below / (2 * len(without)), 1 - beyond / (2 * len(with_))
    variance = below.var(ddof=1) / len(with_) + above.var(ddof=1) / len(without)
    return below.mean(), np.sqrt(variance)
