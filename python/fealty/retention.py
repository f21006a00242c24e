# SPDX-License-Identifier: MIT
"""Measures of what a ledger kept and lost."""

from fealty._fealty.retention import *  # noqa: F403
