# SPDX-License-Identifier: MIT
"""The rules of the tree, each a function from the root folder to the list of what breaks it."""

import re
import tomllib
from pathlib import Path

FLOORS = {
    "core": 0,
    "revenue": 1,
    "survival": 1,
    "retention": 2,
    "adoption": 2,
    "health": 2,
    "coverage": 3,
    "churn": 4,
    "forecast": 4,
    "company": 5,
}
MAX_LINES = 250

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def headers(root: Path) -> list[Path]:
    """Every C++ header, relative to include/fealty."""
    base = root / "include/fealty"
    return sorted(path.relative_to(base) for path in base.rglob("*.hpp"))


def module_of(header: Path) -> str:
    """The module a header belongs to; empty for the umbrella beside the modules."""
    return header.parts[0] if len(header.parts) > 1 else ""


def includes(root: Path, header: Path) -> list[Path]:
    """The fealty headers that a header includes, relative to include/fealty."""
    base = root / "include/fealty"
    text = COMMENT.sub("", (base / header).read_text(encoding="utf-8"))
    found = []
    for bracket, name in INCLUDE.findall(text):
        beside = (base / header).parent / name
        if bracket == '"' and beside.is_file():
            found.append(beside.resolve().relative_to(base.resolve()))
        elif name.startswith("fealty/"):
            found.append(Path(name).relative_to("fealty"))
    return found


def lonely_headers(root: Path) -> list[str]:
    """Public headers without tests/<module>/<stem>_test.cpp."""
    public = [h for h in headers(root) if module_of(h) and "detail" not in h.parts]
    tests = {h: f"tests/{module_of(h)}/{h.stem}_test.cpp" for h in public}
    return [f"include/fealty/{h}: no {test}" for h, test in tests.items() if not (root / test).is_file()]


def misnamed_suites(root: Path) -> list[str]:
    """Tests that do not say TEST_SUITE("<module>/<stem>")."""
    bad = []
    for test in sorted((root / "tests").glob("*/*_test.cpp")):
        name = f"{test.parent.name}/{test.stem.removesuffix('_test')}"
        if f'TEST_SUITE("{name}")' not in test.read_text(encoding="utf-8"):
            bad.append(f'{test.relative_to(root)}: no TEST_SUITE("{name}")')
    return bad


def floor_violations(root: Path) -> list[str]:
    """Includes that go sideways or up, and modules that stand on no floor."""
    bad = []
    for header in headers(root):
        here = module_of(header)
        if not here:
            continue
        if here not in FLOORS:
            bad.append(f"include/fealty/{header}: {here} stands on no floor")
            continue
        for included in includes(root, header):
            there = module_of(included)
            if there != here and FLOORS.get(there, len(FLOORS)) >= FLOORS[here]:
                bad.append(f"include/fealty/{header}: includes fealty/{included}, not on a lower floor")
    return bad


def malformed_headers(root: Path) -> list[str]:
    """Headers without licence line or #pragma once, or too long for one idea."""
    bad = []
    for header in headers(root):
        lines = (root / "include/fealty" / header).read_text(encoding="utf-8").splitlines()
        name = f"include/fealty/{header}"
        if lines[:1] != ["// SPDX-License-Identifier: MIT"]:
            bad.append(f"{name}: the first line is not the licence")
        if "#pragma once" not in lines:
            bad.append(f"{name}: no #pragma once")
        if len(lines) > MAX_LINES:
            bad.append(f"{name}: {len(lines)} lines, more than {MAX_LINES}")
    return bad


def umbrella_gaps(root: Path) -> list[str]:
    """Public headers that fealty/fealty.hpp does not include, itself or by another one beside the modules."""
    if not (root / "include/fealty/fealty.hpp").is_file():
        return []
    listed = includes(root, Path("fealty.hpp"))
    known = {*listed, *(h for each in listed if not module_of(each) for h in includes(root, each))}
    public = (h for h in headers(root) if module_of(h) and "detail" not in h.parts)
    return [f"include/fealty/fealty.hpp: does not include fealty/{h}" for h in public if h not in known]


def requirement_drift(root: Path) -> list[str]:
    """Differences between what pyproject.toml asks for and what tools/setup installs."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    asked = {
        *project["build-system"]["requires"],
        *project["project"]["dependencies"],
        *(line for lines in extras.values() for line in lines if not line.startswith("fealty[")),
        *project["dependency-groups"]["test"],
    }
    lines = (root / "tools/requirements.txt").read_text(encoding="utf-8").splitlines()
    installed = {line for line in lines if line and not line.startswith("#")}
    return [
        *(f"tools/requirements.txt: lacks {line}" for line in sorted(asked - installed)),
        *(f"pyproject.toml: does not ask for {line}" for line in sorted(installed - asked)),
    ]


ALL = (
    lonely_headers,
    misnamed_suites,
    floor_violations,
    malformed_headers,
    umbrella_gaps,
    requirement_drift,
)
