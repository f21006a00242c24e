# SPDX-License-Identifier: MIT
"""How customers come to value, and how they use what they pay for."""

from fealty._fealty.adoption import *  # noqa: F403
