# SPDX-License-Identifier: MIT
"""pandas, vectorized: the delta form as one sort and running sums, which was faster than grouping."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .answers import WINDOW
from .data import MONTHS, OPEN, Subscriptions

_STRIDE = 64  # key = account * 64 + month
_CLASSES = ("new_business", "reactivation", "expansion", "contraction", "churn")


def dense_frame(table: Subscriptions) -> pd.DataFrame:
    """Dense ids, `datetime64`, integer cents."""
    end = table.end.astype("datetime64[D]")
    end[table.end == OPEN] = np.datetime64("NaT")
    return pd.DataFrame(
        {
            "account": table.account,
            "start_date": table.start.astype("datetime64[D]").astype("datetime64[us]"),
            "end_date": end.astype("datetime64[us]"),
            "mrr_minor": table.mrr_minor,
        }
    )


def ledger(frame: pd.DataFrame) -> pd.DataFrame:
    """Work (a) on dense ids."""
    return _ledger(frame["account"], frame["start_date"], frame["end_date"], frame["mrr_minor"])


def frame_to_frame(frame: pd.DataFrame) -> pd.DataFrame:
    """Work (a) on string ids, which are factorized first."""
    account = pd.Series(pd.factorize(frame["account_id"])[0].astype(np.int64), frame.index)
    amount = (frame["mrr_amount"] * 100).round().astype(np.int64)
    return _ledger(account, frame["start_date"], frame["end_date"], amount)


def _month(dates: pd.Series) -> pd.Series:
    return dates.dt.year * 12 + dates.dt.month - (2020 * 12 + 1)


def _ledger(account: pd.Series, start: pd.Series, end: pd.Series, mrr: pd.Series) -> pd.DataFrame:
    periods = pd.DataFrame(
        {
            "row": account * _STRIDE,
            "first": _month(start).astype(np.int64),
            "end": _month(end).fillna(MONTHS).astype(np.int64),
            "mrr": mrr,
        }
    )
    return _totals(_states(periods[periods["first"] != periods["end"]]))


def _states(periods: pd.DataFrame) -> pd.DataFrame:
    """The MRR, and that of a year ago, after each change of either; accounts end at 0 in month 60."""
    row, first, end, mrr = (periods[name] for name in ("row", "first", "end", "mrr"))
    first_then, end_then = (first + WINDOW).clip(upper=MONTHS), (end + WINDOW).clip(upper=MONTHS)
    changes = pd.concat(
        [
            pd.DataFrame({"key": row + first, "change": mrr, "change_then": 0}),
            pd.DataFrame({"key": row + end, "change": -mrr, "change_then": 0}),
            pd.DataFrame({"key": row + first_then, "change": 0, "change_then": mrr}),
            pd.DataFrame({"key": row + end_then, "change": 0, "change_then": -mrr}),
        ],
        ignore_index=True,
    ).sort_values("key", ignore_index=True)
    is_last = changes["key"] != changes["key"].shift(-1, fill_value=-1)
    states = changes.assign(now=changes["change"].cumsum(), then=changes["change_then"].cumsum())[is_last]
    return states[["key", "now", "then"]]


def _totals(states: pd.DataFrame) -> pd.DataFrame:
    key, now, then = states["key"], states["now"], states["then"]
    before, then_before = now.shift(1, fill_value=0), then.shift(1, fill_value=0)
    is_first = key // _STRIDE != key.shift(1, fill_value=-1) // _STRIDE
    change, month = now - before, key % _STRIDE
    begins = (before == 0) & (now > 0)
    falls = change < 0
    conditions = [begins & is_first, begins, change > 0, falls & (now > 0), falls]  # the first that holds
    kind = np.select(conditions, range(len(_CLASSES)), len(_CLASSES))
    cell = change.groupby(kind * _STRIDE + month)
    sums = pd.DataFrame({"minor": cell.sum(), "accounts": cell.count()})
    sums = sums.reindex(range(len(_CLASSES) * _STRIDE), fill_value=0)
    months = pd.RangeIndex(MONTHS, name="month")
    result = pd.DataFrame(index=months)
    for number, name in enumerate(_CLASSES):
        of_kind = sums.iloc[number * _STRIDE : number * _STRIDE + MONTHS]
        result[f"{name}_minor"] = of_kind["minor"].abs().to_numpy()
        result[f"{name}_accounts"] = of_kind["accounts"].to_numpy()
    retained = now * (then > 0) - before * (then_before > 0)
    gross = np.minimum(now, then) - np.minimum(before, then_before)
    result["retained_minor"] = retained.groupby(month).sum().reindex(months, fill_value=0).cumsum()
    result["gross_retained_minor"] = gross.groupby(month).sum().reindex(months, fill_value=0).cumsum()
    gains = result["new_business_minor"] + result["reactivation_minor"] + result["expansion_minor"]
    result["closing_minor"] = (gains - result["contraction_minor"] - result["churn_minor"]).cumsum()
    logos = result["new_business_accounts"] + result["reactivation_accounts"] - result["churn_accounts"]
    result["closing_accounts"] = logos.cumsum()
    for unit in ("minor", "accounts"):
        result[f"opening_{unit}"] = result[f"closing_{unit}"].shift(1, fill_value=0)
    result["base_minor"] = result["closing_minor"].shift(WINDOW, fill_value=0)
    return result.reset_index()
