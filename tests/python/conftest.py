# SPDX-License-Identifier: MIT
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tools/api"), str(ROOT / "tests/python")]


@pytest.fixture(scope="session")
def api():
    """What the public headers declare."""
    import parse

    return parse.parse(ROOT)
