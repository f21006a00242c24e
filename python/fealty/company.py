# SPDX-License-Identifier: MIT
"""All the tables of one company, and a simulator of them."""

from fealty._fealty.company import *  # noqa: F403
