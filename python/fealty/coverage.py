# SPDX-License-Identifier: MIT
"""Who looks after which accounts, how often, and how many people it takes."""

from fealty._fealty.coverage import *  # noqa: F403
