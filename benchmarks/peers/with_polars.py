# SPDX-License-Identifier: MIT
"""polars, lazily: the delta form as one sort and running sums, which was faster than grouping.

The threads are those of POLARS_MAX_THREADS, read when polars is imported.
"""

from __future__ import annotations

import polars as pl

from .answers import WINDOW
from .data import MONTHS, OPEN, Subscriptions

_STRIDE = 64  # key = account * 64 + month


def dense_frame(table: Subscriptions) -> pl.DataFrame:
    """Dense ids, real dates, integer cents."""
    days = pl.DataFrame({"start_date": table.start, "end_date": table.end})
    return days.select(
        account=pl.Series(table.account),
        start_date=pl.col("start_date").cast(pl.Date),
        end_date=pl.when(pl.col("end_date") != OPEN).then(pl.col("end_date")).cast(pl.Date),
        mrr_minor=pl.Series(table.mrr_minor),
    ).rechunk()


def ledger(frame: pl.DataFrame) -> pl.DataFrame:
    """Work (a) on dense ids."""
    return _ledger(frame, pl.col("account"), pl.col("mrr_minor"))


def frame_to_frame(frame: pl.DataFrame) -> pl.DataFrame:
    """Work (a) on string ids, which become numbers as a categorical."""
    account = pl.col("account_id").cast(pl.Categorical).to_physical().cast(pl.Int64)
    return _ledger(frame, account, (pl.col("mrr_amount") * 100).round().cast(pl.Int64))


def _month(date: str) -> pl.Expr:
    return (pl.col(date).dt.year() * 12 + pl.col(date).dt.month() - (2020 * 12 + 1)).cast(pl.Int64)


def _ledger(frame: pl.DataFrame, account: pl.Expr, amount: pl.Expr) -> pl.DataFrame:
    periods = (
        frame.lazy()
        .select(
            row=account * _STRIDE,
            first=_month("start_date"),
            end=_month("end_date").fill_null(MONTHS),
            mrr=amount,
        )
        .filter(pl.col("first") != pl.col("end"))
    )
    return _totals(_classified(_states(periods))).collect(engine="streaming")


def _states(periods: pl.LazyFrame) -> pl.LazyFrame:
    """The MRR, and that of a year ago, after each change of either; accounts end at 0 in month 60."""
    row, first, end, mrr = (pl.col(name) for name in ("row", "first", "end", "mrr"))
    none = pl.lit(0, pl.Int64)
    changes = (
        periods.select(key=row + first, change=mrr, change_then=none),
        periods.select(key=row + end, change=-mrr, change_then=none),
        periods.select(key=row + (first + WINDOW).clip(upper_bound=MONTHS), change=none, change_then=mrr),
        periods.select(key=row + (end + WINDOW).clip(upper_bound=MONTHS), change=none, change_then=-mrr),
    )
    return (
        pl.concat(changes)
        .sort("key")
        .with_columns(now=pl.col("change").cum_sum(), then=pl.col("change_then").cum_sum())
        .filter(pl.col("key") != pl.col("key").shift(-1, fill_value=-1))
        .with_columns(
            before=pl.col("now").shift(1, fill_value=0),
            then_before=pl.col("then").shift(1, fill_value=0),
            is_first=pl.col("key").shift(1, fill_value=-1) // _STRIDE != pl.col("key") // _STRIDE,
            month=pl.col("key") % _STRIDE,
        )
        .filter(pl.col("month") < MONTHS)
    )


def _classified(states: pl.LazyFrame) -> pl.LazyFrame:
    """The sums and counts of each class by month."""
    now, before, then, then_before = (pl.col(name) for name in ("now", "before", "then", "then_before"))
    change = now - before
    classes = {
        "new_business": ((before == 0) & (now > 0) & pl.col("is_first"), change),
        "reactivation": ((before == 0) & (now > 0) & ~pl.col("is_first"), change),
        "expansion": ((before > 0) & (change > 0), change),
        "contraction": ((now > 0) & (change < 0), -change),
        "churn": ((before > 0) & (now == 0), before),
    }
    sums = {f"{kind}_minor": amount.filter(mask).sum() for kind, (mask, amount) in classes.items()}
    sums |= {f"{kind}_accounts": mask.sum().cast(pl.Int64) for kind, (mask, _) in classes.items()}
    sums["retained_minor"] = (now * (then > 0) - before * (then_before > 0)).sum()
    gross, gross_before = pl.min_horizontal(now, then), pl.min_horizontal(before, then_before)
    sums["gross_retained_minor"] = (gross - gross_before).sum()
    return states.group_by("month").agg(**sums)


def _totals(moved: pl.LazyFrame) -> pl.LazyFrame:
    months = pl.LazyFrame({"month": range(MONTHS)})
    minor, accounts = pl.col("closing_minor"), pl.col("closing_accounts")
    gains = pl.col("new_business_minor") + pl.col("reactivation_minor") + pl.col("expansion_minor")
    logos = pl.col("new_business_accounts") + pl.col("reactivation_accounts") - pl.col("churn_accounts")
    return (
        months.join(moved, on="month", how="left", maintain_order="left")
        .fill_null(0)
        .with_columns(
            pl.col("retained_minor", "gross_retained_minor").cum_sum(),
            closing_minor=(gains - pl.col("contraction_minor") - pl.col("churn_minor")).cum_sum(),
            closing_accounts=logos.cum_sum(),
        )
        .with_columns(
            opening_minor=minor.shift(1, fill_value=0),
            opening_accounts=accounts.shift(1, fill_value=0),
            base_minor=minor.shift(WINDOW, fill_value=0),
        )
    )
