# SPDX-License-Identifier: MIT
"""Every example runs: in the headers, the handbook and the README, and the programs in examples/. The
handbook leaves nothing out."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import fealty
from fealty import revenue

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
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
    for page in PAGES:
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
    assert {"README.md", "definitions.md", "conventions.md"} <= {page.name for page, _ in PAGE_EXAMPLES}


def read_page(name):
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def quoted(name):
    """Everything that a page sets as code, outside its blocks."""
    text = re.sub(r"^```.*?^```", "", read_page(name), flags=re.DOTALL | re.MULTILINE)
    return {word for code in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"\w+", code)}


def test_conventions_has_every_field_of_a_policy():
    policy = json.loads(revenue.policy_json("none"))
    assert policy["ledger"].keys() | policy["rates"].keys() <= quoted("conventions.md")


def test_conventions_has_every_value_of_a_policy():
    rules = (
        *("Grain", "Netting", "Snapshot", "ChurnDate", "JoinAndLeave", "WeekFactor", "DayFactor", "Rounding"),
        *("DiscountRule", "MeteredRule", "PausedRule", "UnpaidRule", "RefundRule", "FreeRule", "MergedRule"),
        *("ExchangeRule", "NetForm", "GrossForm", "LogoBase", "RateCurrency"),
    )
    values = {str(each) for rule in rules for each in getattr(revenue, rule)}
    assert values <= quoted("conventions.md")
    presets = {str(each) for each in revenue.Preset}
    assert presets <= set(re.findall(r"\w+", read_page("conventions.md")))


def test_definitions_has_every_code_of_a_finding():
    told = (
        r'\b(?:rule|note)(?:<\w+>)?\(\s*"(\w+)"',  # a rule of rows, or what is odd about them
        r'"(\w+)",\s*Severity::',
        r'\.code = "(\w+)"',
        r'\bcheck_(?:own|conflicts|cycles)\([^";]*"(\w+)"',  # the rules of accounts that name others
        r'(?<!f\()"((?:unknown|unreadable)_\w+)"',  # not a column
    )
    files = (*(ROOT / "include").rglob("*.hpp"), *(ROOT / "python/bindings").glob("*.cpp"))
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    codes = {code for pattern in told for code in re.findall(pattern, text)}
    assert {"null_account", "as_of_inferred", "merge_cycle", "unknown_status", "ends_at_end_of_day"} <= codes
    assert codes <= quoted("definitions.md")


def test_glossary_names_what_there_is():
    text = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "include").rglob("*.hpp"))
    words = set(re.findall(r"\w+", text))
    assert {each for each in quoted("glossary.md") if each not in words} <= {"code", "_minor"}


def slug(heading):
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(page):
    link = r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)"
    for target, anchor in re.findall(link, page.read_text(encoding="utf-8")):
        file = page.parent / target if target else page
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            assert anchor in map(slug, headings), f"{target}#{anchor}"


def test_an_example_that_fails_is_noticed():
    comment = docs.read(
        "Adds.\n\n\\code{.py}\nassert ft.add_months('2024-01-31', 1) == 7\n\\endcode\n\n\\param a  one\n"
    )
    assert len(comment.examples) == 1
    with pytest.raises(AssertionError):
        test_header("add", comment.examples[0])
