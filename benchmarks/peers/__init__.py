# SPDX-License-Identifier: MIT
"""The same work in what a user would pick instead, and fealty beside it."""
