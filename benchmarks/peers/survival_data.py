# SPDX-License-Identifier: MIT
"""Lives for the survival benchmarks: Weibull lifetimes in whole days, seen for up to five years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

EFFECTS = np.array([0.3, -0.2, 0.1, 0, 0.05, 0.4, -0.3, 0.2, 0.1, -0.15])


@dataclass(frozen=True)
class Lives:
    """Lives in whole days, and what is known of each."""

    days: np.ndarray
    ended: np.ndarray
    known: np.ndarray  # a group, a cause, a score, or covariates


@dataclass(frozen=True)
class Stretches:
    """Stretches (enter, leave] of lives, in which covariates are constant."""

    life: np.ndarray
    enter: np.ndarray
    leave: np.ndarray
    ended: np.ndarray
    x: np.ndarray


def _lives(ratio: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Days and outcomes, by hazard ratios."""
    life = np.ceil(900 * (random.exponential(size=ratio.size) / ratio) ** 1.25)
    seen = np.ceil(1825 * random.random(ratio.size))
    return np.minimum(life, seen).astype(np.int32), (life <= seen).astype(np.uint8)


def grouped(rows: int, random: np.random.Generator) -> Lives:
    """Five groups with hazard ratios."""
    group = random.integers(0, 5, rows).astype(np.int32)
    return Lives(*_lives(np.array([1, 1.2, 0.8, 1.5, 1.0])[group], random), group)


def caused(rows: int, random: np.random.Generator) -> Lives:
    """Two causes of ends, 1 and 2; 0 where a life goes on."""
    days, ended = _lives(np.ones(rows), random)
    return Lives(days, ended, ended * (1 + (random.random(rows) < 0.3)).astype(np.int32))


def scored(rows: int, random: np.random.Generator) -> Lives:
    """A score that tells the hazard, with as many values as lives."""
    score = random.normal(size=rows)
    return Lives(*_lives(np.exp(0.5 * score), random), score)


def covariates(rows: int, random: np.random.Generator) -> Lives:
    """Ten covariates, normal ones and flags, on which hazards depend."""
    x = random.normal(size=(rows, 10))
    x[:, 5:] = x[:, 5:] > 0.3
    return Lives(*_lives(np.exp(x @ EFFECTS), random), x)


def stretches(rows: int, random: np.random.Generator) -> Stretches:
    """Lives with five covariates, of which two change at a uniform day: two stretches, or one of a day."""
    lives = covariates(rows // 2, random)
    x = lives.known[:, 3:8]
    changes = 1 + np.floor((lives.days - 1) * random.random(lives.days.size)).astype(np.int32)
    second = np.flatnonzero(changes < lives.days)
    later = x[second].copy()
    later[:, 1] += random.normal(size=second.size)
    later[:, 4] = 1 - later[:, 4]
    life = np.arange(lives.days.size, dtype=np.int32)
    split = changes < lives.days
    return Stretches(
        np.concatenate([life, life[second]]),
        np.concatenate([np.zeros_like(lives.days), changes[second]]),
        np.concatenate([np.where(split, changes, lives.days), lives.days[second]]),
        np.concatenate([np.where(split, 0, lives.ended).astype(np.uint8), lives.ended[second]]),
        np.concatenate([x, later]),
    )
