# SPDX-License-Identifier: MIT
"""Scores of a card of piecewise measures in NumPy: contributions in micro-points, what renormalization and rounding
add, the score, its coverage and its band."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MEASURES = 20
MICRO = 1e6
BANDS = np.array([50.0, 75.0])


@dataclass
class Card:
    """Points of each measure, and its share of the card."""

    values: list[list[float]]
    points: list[list[float]]
    share: np.ndarray


@dataclass
class Scored:
    score: np.ndarray
    coverage: np.ndarray
    lines: np.ndarray  # measures x accounts
    renormalization: np.ndarray
    rounding: np.ndarray
    band: np.ndarray


def card() -> Card:
    weight = np.array([1.0 + j % 4 for j in range(MEASURES)])
    values = [[10.0 + j % 5, 40, 60, 90] for j in range(MEASURES)]
    return Card(values, [[0, 30, 70, 100.0]] * MEASURES, weight / weight.sum())


def measures(rows: int) -> list[np.ndarray]:
    random = np.random.default_rng(1)
    columns = []
    for j in range(MEASURES):
        column = random.normal(50, 20, rows)
        column[random.random(rows) < 0.015 * j] = np.nan
        columns.append(column)
    return columns


def _finish(nominal: np.ndarray, coverage: np.ndarray, lines: np.ndarray) -> tuple[np.ndarray, ...]:
    with np.errstate(invalid="ignore"):
        mean = nominal / coverage
        shown = np.rint(np.rint(mean) / 1e4) * 1e4
        moved = np.rint(mean - nominal)
        return shown, moved, shown - moved - lines


def by_columns(card: Card, columns: list[np.ndarray]) -> Scored:
    """As one writes it: a column after the other, with np.interp."""
    rows = len(columns[0])
    nominal, coverage, total = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    lines = np.empty((MEASURES, rows), np.int32)
    for j, column in enumerate(columns):
        seen = ~np.isnan(column)
        points = np.where(seen, np.interp(column, card.values[j], card.points[j]), 0) * (card.share[j] * MICRO)
        nominal += points
        coverage += seen * card.share[j]
        lines[j] = np.rint(points)
        total += lines[j]
    shown, moved, rounding = _finish(nominal, coverage, total)
    score = shown / MICRO
    band = np.searchsorted(BANDS, score)
    return Scored(score, coverage, lines, moved.astype(np.int64), rounding.astype(np.int64), band)


def by_blocks(card: Card, columns: list[np.ndarray], block: int = 32_768) -> Scored:
    """The fastest form found: blocks that stay in cache, in memory that is there, pieces by np.clip."""
    rows = len(columns[0])
    out = Scored(
        np.empty(rows), np.empty(rows), np.empty((MEASURES, rows), np.int32),
        np.empty(rows, np.int64), np.empty(rows, np.int64), np.empty(rows, np.int64),
    )  # fmt: skip
    room = np.empty((5, block))
    flags = np.empty(block, bool)
    for begin in range(0, rows, block):
        end = min(rows, begin + block)
        nominal, coverage, total, points, piece = room[:, : end - begin]
        seen = flags[: end - begin]
        nominal[:] = coverage[:] = total[:] = 0
        for j, column in enumerate(columns):
            x, y = card.values[j], card.points[j]
            for k in range(3):
                into = points if k == 0 else piece
                np.subtract(column[begin:end], x[k], out=into)
                np.clip(into, 0, x[k + 1] - x[k], out=into)
                into *= (y[k + 1] - y[k]) / (x[k + 1] - x[k]) * (card.share[j] * MICRO)
                if k > 0:
                    points += piece
            np.equal(column[begin:end], column[begin:end], out=seen)
            np.copyto(points, 0, where=~seen)
            nominal += points
            np.multiply(seen, card.share[j], out=piece)
            coverage += piece
            np.rint(points, out=points)
            total += points
            out.lines[j, begin:end] = points
        shown, moved, rounding = _finish(nominal, coverage, total)
        out.score[begin:end] = shown / MICRO
        out.coverage[begin:end] = coverage
        out.renormalization[begin:end] = moved
        out.rounding[begin:end] = rounding
        out.band[begin:end] = np.searchsorted(BANDS, out.score[begin:end])
    return out
