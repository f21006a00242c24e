# SPDX-License-Identifier: MIT
"""The benchmark data: seeded subscriptions as raw files, and as dataframes with string ids.

One row per account, the rest to uniform accounts. An account's plans follow one another (15% of them after
a gap) with a changed amount; add-ons, and rows whose turn would come after the horizon, overlap the chain.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FIRST_DAY = 18262  # 2020-01-01, in days since 1970-01-01
HORIZON = 1827  # days; the last is 2024-12-31
AS_OF = "2024-12-31"
MONTHS = 60
OPEN = np.iinfo(np.int32).max
VERSION = 1  # of the recipe below: cached files of another version are written again

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def splitmix64(seed: int, stream: int, count: int) -> np.ndarray:
    """`count` values of the splitmix64 generator; every stream of a seed starts elsewhere."""
    with np.errstate(over="ignore"):
        origin = _mix(np.array([seed], np.uint64) + np.uint64(stream) * _GOLDEN)
        return _mix(origin + np.arange(1, count + 1, dtype=np.uint64) * _GOLDEN)


def _mix(z: np.ndarray) -> np.ndarray:
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


@dataclass(frozen=True)
class Subscriptions:
    """The columns: dense account ids, days since 1970-01-01 (`OPEN` where there is no end), cents."""

    account: np.ndarray  # int64, 0 .. accounts - 1
    start: np.ndarray  # int32
    end: np.ndarray  # int32, exclusive
    mrr_minor: np.ndarray  # int64
    accounts: int
    folder: Path

    @property
    def rows(self) -> int:
        return len(self.account)


_FILES = {
    "account": ("account.i64", "<i8"),
    "start": ("start.i32", "<i4"),
    "end": ("end.i32", "<i4"),
    "mrr_minor": ("mrr.i64", "<i8"),
}


def load(root: Path, rows: int, seed: int = 1) -> Subscriptions:
    """Reads the table of `rows` rows below `root`, writing it first when it is not there."""
    folder = Path(root) / f"subscriptions-{rows}-{seed}"
    accounts = max(rows // 5, 1)
    meta = {"rows": rows, "accounts": accounts, "seed": seed, "as_of": AS_OF, "version": VERSION}
    note = folder / "meta.json"
    if not note.exists() or json.loads(note.read_text()) != meta:
        folder.mkdir(parents=True, exist_ok=True)
        columns = generate(rows, accounts, seed)
        for name, (file, dtype) in _FILES.items():
            columns[name].astype(dtype, copy=False).tofile(folder / file)
        note.write_text(json.dumps(meta))
    columns = {name: np.fromfile(folder / file, dtype) for name, (file, dtype) in _FILES.items()}
    return Subscriptions(**columns, accounts=accounts, folder=folder)


def generate(rows: int, accounts: int, seed: int = 1) -> dict[str, np.ndarray]:
    """The recipe, all of it vectorized."""
    streams = iter(range(1, 100))

    def uniform(count: int) -> np.ndarray:
        return (splitmix64(seed, next(streams), count) >> np.uint64(11)) * 2.0**-53

    owner = np.concatenate([np.arange(accounts), (uniform(rows - accounts) * accounts).astype(np.int64)])
    account = np.sort(owner)
    first_row = np.searchsorted(account, np.arange(accounts))
    is_first = np.zeros(rows, bool)
    is_first[first_row] = True

    first_start = (1500 * uniform(accounts)).astype(np.int64)
    normal = np.sqrt(-2 * np.log1p(-uniform(accounts))) * np.cos(2 * np.pi * uniform(accounts))
    base = np.clip(np.exp(9.2 + normal), 500, 5e6)

    duration = 15 + (-200 * np.log1p(-uniform(rows))).astype(np.int64)
    gap = np.where(uniform(rows) < 0.15, 20 + (180 * uniform(rows)).astype(np.int64), 0)
    choice, u = uniform(rows), uniform(rows)
    factor = np.where(choice < 0.5, 1.05 + 0.45 * u, np.where(choice < 0.75, 0.6 + 0.35 * u, 1.0))
    factor[is_first] = 1.0

    # The chain of plans: running sums that start anew with every account.
    addon = (uniform(rows) < 0.1) & ~is_first
    step = np.where(addon, 0, duration + gap)
    before = np.cumsum(step) - step
    start = first_start[account] + before - before[first_row][account]
    addon |= start >= HORIZON
    growth = np.cumsum(np.log(np.where(addon, 1.0, factor)))
    mrr = base[account] * np.exp(growth - growth[first_row][account])
    end = start + duration
    chain_rows = np.flatnonzero(~addon)
    is_last = np.append(np.diff(account[chain_rows]) != 0, True)
    last = chain_rows[is_last]  # one for each account, since a first row is never an add-on
    end[last[uniform(accounts) < 0.6]] = OPEN

    reach = np.minimum(end[last], HORIZON)[account]
    inside = first_start[account] + (uniform(rows) * (reach - first_start[account])).astype(np.int64)
    start = np.where(addon, inside, start)
    end = np.where(addon, inside + duration, end)
    mrr = np.where(addon, base[account] * (0.05 + 0.45 * uniform(rows)), mrr)

    end = np.where(end >= HORIZON, OPEN, end + FIRST_DAY)  # an end after the last day is not known yet
    shuffle = np.argsort(splitmix64(seed, next(streams), rows), kind="stable")
    return {
        "account": account[shuffle],
        "start": (start + FIRST_DAY).astype(np.int32)[shuffle],
        "end": end.astype(np.int32)[shuffle],
        "mrr_minor": np.maximum(np.rint(mrr), 1).astype(np.int64)[shuffle],
    }


def account_ids(accounts: int) -> np.ndarray:
    """Distinct ids such as `A-00012ab`: 7 to 9 hexadecimal digits in no order, as fixed-width bytes."""
    number = np.arange(accounts, dtype=np.uint64)
    digits = 7 + (number % np.uint64(3)).astype(np.int64)
    ids = np.zeros((accounts, 11), np.uint8)
    ids[:, :2] = np.frombuffer(b"A-", np.uint8)
    alphabet = np.frombuffer(b"0123456789abcdef", np.uint8)
    for length in (7, 8, 9):
        who = np.flatnonzero(digits == length)
        mask = np.uint64((1 << 4 * length) - 1)
        code = number[who]
        for multiplier in (0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9):  # can be undone: no id twice
            code = (code * np.uint64(multiplier)) & mask
            code ^= code >> np.uint64(2 * length)
        for place in range(length):
            digit = (code >> np.uint64(4 * (length - 1 - place))) & np.uint64(15)
            ids[who, 2 + place] = alphabet[digit.astype(np.int64)]
    return ids.view("S11").ravel()


def polars_frame(table: Subscriptions):
    """What users have: string ids, dates, an end that is null while open, amounts as doubles."""
    import polars as pl

    names = pl.Series(account_ids(table.accounts).astype(str).tolist(), dtype=pl.String)
    days = pl.DataFrame({"start_date": table.start, "end_date": table.end})
    return days.select(
        account_id=names.gather(pl.Series(table.account)),
        start_date=pl.col("start_date").cast(pl.Date),
        end_date=pl.when(pl.col("end_date") != OPEN).then(pl.col("end_date")).cast(pl.Date),
        mrr_amount=pl.Series(table.mrr_minor / 100.0),
    ).rechunk()


def pandas_frame(table: Subscriptions):
    """The same for pandas: its own string type, `datetime64` with NaT while open."""
    import pandas as pd

    names = pd.Series(account_ids(table.accounts).astype(str), dtype="str")
    end = table.end.astype("datetime64[D]")
    end[table.end == OPEN] = np.datetime64("NaT")
    return pd.DataFrame(
        {
            "account_id": names.take(table.account).reset_index(drop=True),
            "start_date": table.start.astype("datetime64[D]").astype("datetime64[us]"),
            "end_date": end.astype("datetime64[us]"),
            "mrr_amount": table.mrr_minor / 100.0,
        }
    )
