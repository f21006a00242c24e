# SPDX-License-Identifier: MIT
"""Survival in NumPy: one pass over the lives, days and outcomes packed into one number, then work by day."""

from __future__ import annotations

import numpy as np


def kaplan_meier(days: np.ndarray, ended: np.ndarray) -> np.ndarray:
    """Survival of each day from 0."""
    counts = np.bincount(2 * days + ended).astype(np.float64)
    counts = np.append(counts, 0.0) if counts.size % 2 else counts
    left, gone = counts[0::2], counts[1::2]
    at_risk = np.cumsum((left + gone)[::-1])[::-1]
    return np.cumprod(1 - gone / np.maximum(at_risk, 1))


def log_rank(days: np.ndarray, ended: np.ndarray, group: np.ndarray) -> float:
    """Chi-squared of five groups."""
    size = int(days.max()) + 1
    counts = np.bincount((group * size + days) * 2 + ended, minlength=10 * size).reshape(5, size, 2)
    gone = counts[:, :, 1].astype(np.float64)
    at_risk = np.cumsum(counts.sum(axis=2)[:, ::-1], axis=1)[:, ::-1].astype(np.float64)
    d, n = gone.sum(axis=0), at_risk.sum(axis=0)
    some = d > 0
    d, n, gone, at_risk = d[some], n[some], gone[:, some], at_risk[:, some]
    u = (gone - at_risk * d / n).sum(axis=1)[:4]
    factor = d * (n - d) / np.maximum(n - 1, 1) / n**2
    v = np.diag((factor * at_risk * n).sum(axis=1)) - (at_risk * factor) @ at_risk.T
    return float(u @ np.linalg.solve(v[:4, :4], u))


def aalen_johansen(days: np.ndarray, cause: np.ndarray) -> np.ndarray:
    """Incidence of two causes, one row each, of each day from 0; without standard errors."""
    counts = np.bincount(3 * days + cause, minlength=3 * (int(days.max()) + 1)).reshape(-1, 3)
    at_risk = np.maximum(np.cumsum(counts.sum(axis=1)[::-1])[::-1], 1)
    survival = np.cumprod(1 - counts[:, 1:].sum(axis=1) / at_risk)
    before = np.concatenate([[1.0], survival[:-1]])
    return np.cumsum((before / at_risk)[:, None] * counts[:, 1:], axis=0).T
