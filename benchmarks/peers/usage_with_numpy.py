# SPDX-License-Identifier: MIT
"""Active users in NumPy, as matrices of accounts and weeks: on Sundays, in weeks and in four weeks."""

from __future__ import annotations

import numpy as np

from peers.usage_data import WEEKS, Events

Matrices = tuple[np.ndarray, np.ndarray, np.ndarray]


def _count(events: Events, user: np.ndarray, week: np.ndarray, weeks: int = WEEKS) -> np.ndarray:
    accounts = int(events.owner[-1]) + 1
    cell = events.owner[user].astype(np.int64) * weeks + week
    return np.bincount(cell, minlength=accounts * weeks).reshape(accounts, weeks)


def _from_distinct_days(events: Events, key: np.ndarray) -> Matrices:
    """From the distinct days of users, ascending: user × 512 + day."""
    user, day = (key >> 9).astype(np.int32), (key & 511).astype(np.int32)
    week = day // 7
    sunday = day % 7 == 6
    dau = _count(events, user[sunday], week[sunday])
    first = np.append(True, (user[1:] != user[:-1]) | (week[1:] != week[:-1]))
    user, week = user[first], week[first]
    wau = _count(events, user, week)
    # A user counts from a week to three weeks later, or to the next week of the same user.
    following = np.append(np.where(user[1:] == user[:-1], week[1:], WEEKS), WEEKS)
    end = np.minimum(np.minimum(week + 4, following), WEEKS)
    changes = _count(events, user, week, WEEKS + 1) - _count(events, user, end, WEEKS + 1)
    return dau, wau, np.cumsum(changes, axis=1)[:, :WEEKS]


def sorted_days(events: Events) -> Matrices:
    """One sort of packed numbers, which NumPy vectorizes."""
    key = events.user.astype(np.int64) * 512 + events.day
    key.sort()
    return _from_distinct_days(events, key[np.append(True, key[1:] != key[:-1])])


def unique_days(events: Events) -> Matrices:
    """np.unique of users' days."""
    return _from_distinct_days(events, np.unique(events.user.astype(np.int64) * 512 + events.day))


def dense(events: Events) -> Matrices:
    """A cell for each user and week."""
    users = events.owner.size
    begin = np.searchsorted(events.owner, np.arange(int(events.owner[-1]) + 1))

    def marks(chosen: np.ndarray | slice) -> np.ndarray:
        cells = np.zeros(users * WEEKS, np.uint8)
        cells[events.user[chosen].astype(np.int64) * WEEKS + events.day[chosen] // 7] = 1
        return cells.reshape(users, WEEKS)

    near = marks(slice(None))
    far = near.copy()
    for back in (1, 2, 3):
        far[:, back:] |= near[:, :-back]
    measures = (marks(events.day % 7 == 6), near, far)
    dau, wau, mau = (np.add.reduceat(each, begin, axis=0, dtype=np.int32) for each in measures)
    return dau, wau, mau
