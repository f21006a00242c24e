# SPDX-License-Identifier: MIT
"""From rows to a ledger of monthly recurring revenue."""

from fealty._fealty.revenue import *  # noqa: F403
