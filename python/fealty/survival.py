# SPDX-License-Identifier: MIT
"""How long customers stay: curves, their comparison and what moves them."""

from fealty._fealty.survival import *  # noqa: F403
