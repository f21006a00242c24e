# SPDX-License-Identifier: MIT
"""Events for the usage benchmarks: sessions of about eight events, in the order of time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

FIRST_DAY = 18267  # 2020-01-06, a Monday, in days since 1970-01-01
DAYS = 364
WEEKS = DAYS // 7


@dataclass(frozen=True)
class Events:
    """Who of which account did something on which day since the first; ids are dense."""

    account: np.ndarray  # int32
    user: np.ndarray  # int32, users of one account one after the other
    day: np.ndarray  # int32, 0 .. DAYS - 1
    owner: np.ndarray  # int32: the account of each user


def events(rows: int, random: np.random.Generator, shuffled: bool = False) -> Events:
    """About 200 events an account; users are log-normal, 10 in the middle, at most 2,000."""
    accounts = max(rows // 200, 1)
    users = np.clip(np.exp(2.3 + random.normal(size=accounts)), 1, 2000).astype(np.int32)
    owner = np.repeat(np.arange(accounts, dtype=np.int32), users)
    sessions = -(-rows // 8)
    minute = random.integers(0, DAYS * 1440, sessions).astype(np.int32)
    user = np.repeat(random.integers(0, owner.size, sessions).astype(np.int32), 8)[:rows]
    at = np.repeat(minute, 8)[:rows] + random.integers(0, 20, rows).astype(np.int32)
    at = np.minimum(at, DAYS * 1440 - 1)
    order = random.permutation(rows) if shuffled else np.argsort(at, kind="stable")
    return Events(owner[user[order]], user[order], at[order] // 1440, owner)
