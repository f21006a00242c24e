# SPDX-License-Identifier: MIT
"""What every peer must answer, as int64 columns, and the comparison cell by cell.

Work (a), one value a month: the movements and their accounts, the opening and closing states, and for the
trailing twelve months base(t), the sum of MRR(t - 12); retained(t), the sum of MRR(t) over accounts with
MRR(t - 12) > 0; and gross_retained(t), the sum of min(MRR(t), MRR(t - 12)); all 0 in the first year.

Work (b), one value a start month and age in months: the active accounts, their MRR (net), and the sum of
min(MRR, MRR in the start month) (gross); 0 after the last month.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from .data import MONTHS

WINDOW = 12
KINDS = ("opening", "new_business", "reactivation", "expansion", "contraction", "churn", "closing")
LEDGER = (
    *(f"{kind}_minor" for kind in KINDS),
    *(f"{kind}_accounts" for kind in KINDS),
    *("base_minor", "retained_minor", "gross_retained_minor"),
)
COHORTS = ("cohort_accounts", "cohort_net_minor", "cohort_gross_minor")

Answer = Mapping[str, np.ndarray]


class Disagreement(Exception):
    """Two answers differ; the text names the first cell that does."""


def from_frame(frame) -> dict[str, np.ndarray]:
    """The columns of a polars or pandas result (or of a mapping), all as int64."""
    return {name: np.asarray(frame[name]).astype(np.int64) for name in LEDGER}


def compare(name: str, answer: Answer, reference_name: str, reference: Answer) -> int:
    """Returns the number of cells compared; raises Disagreement at the first that differs."""
    cells = 0
    for column, right in reference.items():
        if column not in answer:
            raise Disagreement(f"{name}: no column {column}")
        left = np.asarray(answer[column])
        if left.dtype != np.int64 or left.shape != right.shape:
            raise Disagreement(f"{name}: {column} is {left.dtype}{left.shape}, not int64{right.shape}")
        wrong = np.argwhere(left != right)
        if len(wrong):
            cell = tuple(int(i) for i in wrong[0])
            where = f"{column}[{month_name(cell[0])}]" + (f"[age {cell[1]}]" if len(cell) > 1 else "")
            raise Disagreement(f"{name}: {where} = {left[cell]}, but {reference_name} has {right[cell]}")
        cells += right.size
    return cells


def month_name(month: int) -> str:
    return f"{2020 + month // 12}-{month % 12 + 1:02d}"


def with_states(moved: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Adds the opening, closing and base columns that follow from the movements (monthly totals only)."""
    answer = {name: column.astype(np.int64) for name, column in moved.items()}
    signs = {"new_business": 1, "reactivation": 1, "expansion": 1, "contraction": -1, "churn": -1}
    for unit in ("minor", "accounts"):
        moving = [kind for kind in signs if unit == "minor" or kind not in ("expansion", "contraction")]
        answer[f"closing_{unit}"] = np.cumsum(sum(signs[kind] * answer[f"{kind}_{unit}"] for kind in moving))
        answer[f"opening_{unit}"] = shifted(answer[f"closing_{unit}"], 1)
    answer["base_minor"] = shifted(answer["closing_minor"], WINDOW)
    return answer


def shifted(column: np.ndarray, months: int) -> np.ndarray:
    return np.concatenate((np.zeros(months, np.int64), column[: MONTHS - months]))
