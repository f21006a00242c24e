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

import importlib as _importlib
from types import ModuleType as _ModuleType

from fealty._fealty import *  # noqa: F403
from fealty._fealty import __version__ as __version__

adoption = _importlib.import_module("fealty.adoption")
company = _importlib.import_module("fealty.company")
coverage = _importlib.import_module("fealty.coverage")
health = _importlib.import_module("fealty.health")
retention = _importlib.import_module("fealty.retention")
revenue = _importlib.import_module("fealty.revenue")
survival = _importlib.import_module("fealty.survival")

_ON_DEMAND = ("cli", "io", "plots", "report", "sklearn")


def __getattr__(name: str) -> _ModuleType:
    """Imports what needs more than NumPy when it is first asked for."""
    if name in _ON_DEMAND:
        return _importlib.import_module(f"fealty.{name}")
    raise AttributeError(f"module 'fealty' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *_ON_DEMAND})
