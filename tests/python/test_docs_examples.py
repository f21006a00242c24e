# SPDX-License-Identifier: MIT
"""Every example runs: in the headers, the handbook and the README, and the programs in examples/."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import fealty

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/api"))

import docs  # noqa: E402
from parse import parse  # noqa: E402


def header_examples():
    """Key and source of every code block in the comments of the headers."""
    api = parse(ROOT)
    commented = [each for overloads in api.functions.values() for each in overloads]
    commented += [each for cls in api.classes.values() for each in (*cls.methods, *cls.constructors)]
    commented += [*api.classes.values(), *api.enums.values()]
    return [(each.key, code) for each in commented for code in docs.read(each.doc).examples]


def page_examples():
    """Name and source of every page of the handbook with Python in it: its blocks, one after the other."""
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        lines = [""] * (text.count("\n") + 1)  # a traceback shows the page's own line numbers
        for block in re.finditer(r"^```python\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
            first = text.count("\n", 0, block.start(1))
            code = block[1].splitlines()
            lines[first : first + len(code)] = code
        if any(lines):
            yield page, "\n".join(lines)


HEADER_EXAMPLES = header_examples()
PAGE_EXAMPLES = list(page_examples())


@pytest.mark.parametrize(("key", "code"), HEADER_EXAMPLES, ids=[key for key, _ in HEADER_EXAMPLES])
def test_header(key, code):
    exec(compile(code, key, "exec"), {"ft": fealty})


@pytest.mark.parametrize(("page", "code"), PAGE_EXAMPLES, ids=[page.name for page, _ in PAGE_EXAMPLES])
def test_page(page, code, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(compile(code, str(page), "exec"), {})


@pytest.mark.parametrize("program", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.stem)
def test_program(program, tmp_path):
    environment = {**os.environ, "PYTHONWARNINGS": "error"}
    run = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout
    assert run.stderr == ""


def test_there_are_examples():
    assert {"revenue.mrr_ledger", "retention.annualize"} <= {key for key, _ in HEADER_EXAMPLES}
    assert "README.md" in {page.name for page, _ in PAGE_EXAMPLES}


def test_an_example_that_fails_is_noticed():
    comment = docs.read(
        "Adds.\n\n\\code{.py}\nassert ft.add_months('2024-01-31', 1) == 7\n\\endcode\n\n\\param a  one\n"
    )
    assert len(comment.examples) == 1
    with pytest.raises(AssertionError):
        test_header("add", comment.examples[0])
