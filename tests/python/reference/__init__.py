# SPDX-License-Identifier: MIT
"""A ledger written from the definitions alone, slow and plain, to which fealty is compared."""
