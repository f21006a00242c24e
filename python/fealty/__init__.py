# SPDX-License-Identifier: MIT
"""Retention and revenue measures of a subscription business.

Tables of rows become validated tables, these a ledger, and a ledger the measures::

    subs = ft.revenue.Subscriptions(df, account="account_id", start="start_date", end="end_date",
                                    mrr="mrr_amount", currency="USD")
    ledger = ft.revenue.mrr_ledger(subs)
    ft.retention.revenue_retention(ledger, window=12)

Any dataframe comes in; results are Arrow streams and have NumPy columns, to_pandas(), to_polars() and,
where there is a picture, plot().
"""

import importlib
from types import ModuleType

from fealty._fealty import *  # noqa: F403
from fealty._fealty import __version__ as __version__

import fealty.company
import fealty.retention
import fealty.revenue  # isort: skip

_ON_DEMAND = ("cli", "io", "plots", "report")


def __getattr__(name: str) -> ModuleType:
    """Imports what needs more than NumPy when it is first asked for."""
    if name in _ON_DEMAND:
        return importlib.import_module(f"fealty.{name}")
    raise AttributeError(f"module 'fealty' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_ON_DEMAND})
