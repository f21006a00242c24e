# SPDX-License-Identifier: MIT
"""NumPy, as an expert writes it, in two forms; both take the columns of `data.Subscriptions`.

`sorted_changes` is the fastest form found and the peer that counts; `dense` is the matrix of accounts by
months that one writes first.
"""

from __future__ import annotations

import numpy as np

from .answers import COHORTS, WINDOW, with_states
from .data import FIRST_DAY, HORIZON, MONTHS, Subscriptions

_days = np.arange(FIRST_DAY, FIRST_DAY + HORIZON + 1).astype("datetime64[D]")
MONTH_OF_DAY = (_days.astype("datetime64[M]") - np.datetime64("2020-01", "M")).astype(np.int64)


def dense(table: Subscriptions) -> dict[str, np.ndarray]:
    """Accounts by months: scatter the starts and ends, integrate, slice, mask and sum."""
    row = table.account * (MONTHS + 1)
    start = row + MONTH_OF_DAY.take(table.start - FIRST_DAY)
    end = row + MONTH_OF_DAY.take(table.end - FIRST_DAY, mode="clip")
    cells = table.accounts * (MONTHS + 1)
    state = np.bincount(start, table.mrr_minor, cells)  # doubles, but exact below 2^53
    state -= np.bincount(end, table.mrr_minor, cells)
    state = state.reshape(table.accounts, MONTHS + 1)
    np.cumsum(state, axis=1, out=state)
    now = state[:, :MONTHS]
    before = np.empty_like(now)
    before[:, 0] = 0
    before[:, 1:] = now[:, :-1]
    change = now - before
    on, was = now > 0, before > 0
    seen = np.logical_or.accumulate(was, axis=1)
    begins, goes_on = on & ~was, on & was
    masks = {
        "new_business": (begins & ~seen, change),
        "reactivation": (begins & seen, change),
        "expansion": (goes_on & (change > 0), change),
        "contraction": (goes_on & (change < 0), -change),
        "churn": (was & ~on, before),
    }
    moved = {}
    for kind, (mask, amount) in masks.items():
        moved[f"{kind}_minor"] = (amount * mask).sum(axis=0)
        moved[f"{kind}_accounts"] = np.count_nonzero(mask, axis=0)
    then, later = now[:, :-WINDOW], now[:, WINDOW:]
    first_year = np.zeros(WINDOW)
    moved["retained_minor"] = np.append(first_year, (later * (then > 0)).sum(axis=0))
    moved["gross_retained_minor"] = np.append(first_year, np.minimum(later, then).sum(axis=0))
    return with_states(moved)


# The sorted form packs (account, month, signed amount) into one int64, so that one vectorized sort does the
# grouping: account << 40 | month << 34, plus the amount in two's complement.
AMOUNT_BITS = 34
MONTH_BITS = 6
HALF = 1 << (AMOUNT_BITS - 1)
STRIDE = 1 << MONTH_BITS  # cells of an account; month 60 is "after the last"
BLOCK = 2048  # accounts whose dense states stay in cache
UP, DOWN, EDGE, FIRST = 1, 2, 4, 8
KIND = {
    "new_business": UP | EDGE | FIRST,
    "reactivation": UP | EDGE,
    "expansion": UP,
    "contraction": DOWN,
    "churn": DOWN | EDGE,
}

Changes = list[tuple[np.ndarray, np.ndarray]]  # for each block: account * 64 + month, the account's MRR after


def sorted_changes(table: Subscriptions) -> tuple[dict[str, np.ndarray], Changes]:
    """Sorts the changes once, then works in blocks of accounts that stay in cache; returns them too."""
    packed = _packed(table)
    first_accounts = np.arange(0, table.accounts, BLOCK)
    cuts = np.searchsorted(packed, (first_accounts << (AMOUNT_BITS + MONTH_BITS)) - HALF)
    minor, accounts = np.zeros(16 * STRIDE), np.zeros(16 * STRIDE, np.int64)
    retained, gross = np.zeros(STRIDE, np.int64), np.zeros(STRIDE, np.int64)
    workspace = np.empty((3, WINDOW + BLOCK * STRIDE), np.int64)
    changes = []
    for first, of_block in zip(first_accounts.tolist(), np.split(packed, cuts[1:]), strict=True):
        key, after = _states(of_block)
        change = np.diff(after, prepend=0)  # every account ends at 0, so none spills into the next
        cell = _class_and_month(key, after, change)
        minor += np.bincount(cell, change, len(minor))
        accounts += np.bincount(cell, minlength=len(accounts))
        count = min(BLOCK, table.accounts - first)
        space = workspace[:, : WINDOW + count * STRIDE]
        _add_retention(key - first * STRIDE, change, space, retained, gross)
        changes.append((key, after))
    minor = minor.reshape(16, STRIDE)[:, :MONTHS]
    accounts = accounts.reshape(16, STRIDE)[:, :MONTHS]
    moved = {f"{kind}_minor": np.abs(minor[code]) for kind, code in KIND.items()}
    moved |= {f"{kind}_accounts": accounts[code] for kind, code in KIND.items()}
    in_window = (np.arange(MONTHS) >= WINDOW).astype(np.int64)
    moved["retained_minor"] = retained[:MONTHS] * in_window
    moved["gross_retained_minor"] = gross[:MONTHS] * in_window
    return with_states(moved), changes


def _packed(table: Subscriptions) -> np.ndarray:
    """Two changes for each row, sorted by account and month; rows that cover no month end go to month 60."""
    if table.mrr_minor.max(initial=0) >= HALF or table.accounts >= 1 << (63 - AMOUNT_BITS - MONTH_BITS):
        raise ValueError("the amounts or the accounts do not fit the packed form")
    month = MONTH_OF_DAY << AMOUNT_BITS
    start = month.take(table.start - FIRST_DAY, mode="clip")
    end = month.take(table.end - FIRST_DAY, mode="clip")
    nothing = start == end
    start[nothing] = end[nothing] = MONTHS << AMOUNT_BITS
    account = table.account << (AMOUNT_BITS + MONTH_BITS)
    packed = np.empty((2, table.rows), np.int64)
    np.add(account, start, out=packed[0])
    np.add(account, end, out=packed[1])
    packed[0] += table.mrr_minor
    packed[1] -= table.mrr_minor
    packed = packed.ravel()
    packed.sort()
    return packed


def _states(packed: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The (account, month) keys with a change, and the account's MRR after each."""
    biased = packed + HALF
    key = biased >> AMOUNT_BITS
    biased &= 2 * HALF - 1
    biased -= HALF
    running = np.cumsum(biased, out=biased)
    last = np.flatnonzero(np.append(key[1:] != key[:-1], True))
    return key[last], running[last]


def _class_and_month(key: np.ndarray, after: np.ndarray, change: np.ndarray) -> np.ndarray:
    account = key >> MONTH_BITS
    first = np.empty(len(key), bool)
    first[0] = True
    np.not_equal(account[1:], account[:-1], out=first[1:])
    edge = (after == 0) | (after == change)
    code = (change > 0).view(np.uint8) * UP
    code += (change < 0).view(np.uint8) * DOWN
    code += edge.view(np.uint8) * EDGE
    code += first.view(np.uint8) * FIRST
    return (key & (STRIDE - 1)) + (code.astype(np.int64) << MONTH_BITS)


def _add_retention(
    at: np.ndarray, change: np.ndarray, space: np.ndarray, retained: np.ndarray, gross: np.ndarray
) -> None:
    """The block's states, dense and account after account: twelve months ago is twelve cells back."""
    state, active, product = space
    state.fill(0)
    state[WINDOW:][at] = change
    np.cumsum(state, out=state)
    np.sign(state, out=active)
    now, then = state[WINDOW:], state[:-WINDOW]
    gross += _by_month(np.minimum(now, then, out=product[WINDOW:]))
    retained += _by_month(np.multiply(now, active[:-WINDOW], out=product[WINDOW:]))


def _by_month(cells: np.ndarray) -> np.ndarray:
    together = next(k for k in (16, 8, 4, 2, 1) if len(cells) % (k * STRIDE) == 0)  # for longer loops
    return cells.reshape(-1, together * STRIDE).sum(axis=0).reshape(together, STRIDE).sum(axis=0)


def cohorts(changes: Changes) -> dict[str, np.ndarray]:
    """Work (b), from `sorted_changes`: differences by start month and month, summed at the end."""
    cells = STRIDE * STRIDE
    active, net, gross = np.zeros(cells), np.zeros(cells), np.zeros(cells)
    for key, after in changes:
        account, month = key >> MONTH_BITS, key & (STRIDE - 1)
        first = np.flatnonzero(np.append(True, account[1:] != account[:-1]))
        size = np.diff(first, append=len(key))
        cell = np.repeat(month[first] << MONTH_BITS, size) + month
        capped = np.minimum(after, np.repeat(after[first], size))
        net += np.bincount(cell, np.diff(after, prepend=0), cells)
        gross += np.bincount(cell, np.diff(capped, prepend=0), cells)
        active += np.bincount(cell, np.diff(np.sign(after), prepend=0), cells)
    return {
        "cohort_accounts": _by_age(active),
        "cohort_net_minor": _by_age(net),
        "cohort_gross_minor": _by_age(gross),
    }


def _by_age(differences: np.ndarray) -> np.ndarray:
    by_month = np.cumsum(differences.reshape(STRIDE, STRIDE)[:MONTHS, :MONTHS], axis=1).astype(np.int64)
    triangle = np.zeros((MONTHS, MONTHS), np.int64)
    for cohort in range(MONTHS):
        triangle[cohort, : MONTHS - cohort] = by_month[cohort, cohort:]
    return triangle


def cohorts_dense(table: Subscriptions) -> dict[str, np.ndarray]:
    """Work (b) the plain way, from the rows: the reference for the others, not timed."""
    state = np.zeros((table.accounts, MONTHS + 1), np.int64)
    start = MONTH_OF_DAY.take(table.start - FIRST_DAY)
    np.add.at(state, (table.account, start), table.mrr_minor)
    end = MONTH_OF_DAY.take(table.end - FIRST_DAY, mode="clip")
    np.subtract.at(state, (table.account, end), table.mrr_minor)
    state = np.cumsum(state, axis=1)[:, :MONTHS]
    state = state[(state > 0).any(axis=1)]
    start = (state > 0).argmax(axis=1)
    triangle = {name: np.zeros((MONTHS, MONTHS), np.int64) for name in COHORTS}
    for cohort in range(MONTHS):
        members = state[start == cohort, cohort:]
        ages = slice(0, MONTHS - cohort)
        triangle["cohort_accounts"][cohort, ages] = (members > 0).sum(axis=0)
        triangle["cohort_net_minor"][cohort, ages] = members.sum(axis=0)
        triangle["cohort_gross_minor"][cohort, ages] = np.minimum(members, members[:, :1]).sum(axis=0)
    return triangle
