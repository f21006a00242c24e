# SPDX-License-Identifier: MIT
"""The installed package: its version, what it needs, and what it weighs."""

import importlib.metadata
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import fealty

VERSION_HEADER = Path(__file__).parents[2] / "include/fealty/core/version.hpp"


def test_version_is_the_header_s() -> None:
    numbers = re.findall(r"#define FEALTY_VERSION_\w+ (\d+)", VERSION_HEADER.read_text())
    assert len(numbers) == 3
    assert fealty.__version__ == importlib.metadata.version("fealty") == ".".join(numbers)


def test_numpy_is_all_it_needs() -> None:
    needed = [line for line in importlib.metadata.requires("fealty") or [] if "extra ==" not in line]
    assert [re.match(r"[\w-]+", line).group() for line in needed] == ["numpy"]


def test_import_leaves_the_extras_alone() -> None:
    extras = ["duckdb", "matplotlib", "pandas", "polars", "psycopg", "pyarrow", "pyspark", "rich", "sklearn"]
    code = f"import sys, fealty; print(*sorted(set(sys.modules) & {{'typer', *{extras!r}}}))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_packed_it_weighs_less_than_the_limit_of_the_wheel() -> None:
    files = [file.locate() for file in importlib.metadata.files("fealty") or [] if file.suffix != ".pyc"]
    assert any(Path(file).suffix == ".so" for file in files)
    wheel = io.BytesIO()
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.write(file)
    assert wheel.tell() < 5_000_000
