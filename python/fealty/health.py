# SPDX-License-Identifier: MIT
"""How healthy accounts are, why, and whether the score tells what happens next."""

from fealty._fealty.health import *  # noqa: F403
