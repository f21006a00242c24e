# SPDX-License-Identifier: MIT
"""python -m fealty: the command line."""

import sys

from fealty.cli import main

sys.exit(main())
