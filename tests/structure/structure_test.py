# SPDX-License-Identifier: MIT
"""This tree keeps every rule, and each rule is shown to notice what breaks it."""

import tempfile
import unittest
from pathlib import Path

import rules

ROOT = Path(__file__).resolve().parents[2]
HEADER = "// SPDX-License-Identifier: MIT\n#pragma once\n"


class ThisTree(unittest.TestCase):
    def test_keeps_every_rule(self) -> None:
        for rule in rules.ALL:
            with self.subTest(rule.__name__):
                if broken := rule(ROOT):
                    self.fail("\n".join(["", *broken]))

    def test_has_headers_to_look_at(self) -> None:
        self.assertIn(Path("core/version.hpp"), rules.headers(ROOT))


class SmallTree(unittest.TestCase):
    """A tree of two modules that keeps the rules until a test breaks one."""

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("include/fealty/core/money.hpp", HEADER)
        self.write("include/fealty/revenue/ledger.hpp", HEADER + "#include <fealty/core/money.hpp>\n")
        self.write("include/fealty/revenue/detail/sweep.hpp", HEADER)
        self.write(
            "include/fealty/fealty.hpp",
            HEADER + "#include <fealty/core/money.hpp>\n#include <fealty/revenue/ledger.hpp>\n",
        )
        self.write("tests/core/money_test.cpp", 'TEST_SUITE("core/money") {}')
        self.write("tests/revenue/ledger_test.cpp", 'TEST_SUITE("revenue/ledger") {}')
        self.write(
            "pyproject.toml",
            '[build-system]\nrequires = ["a"]\n[project]\ndependencies = ["b"]\n'
            '[project.optional-dependencies]\nall = ["fealty[x]"]\nx = ["c>=1"]\n'
            '[dependency-groups]\ntest = ["d"]\n',
        )
        self.write("tools/requirements.txt", "# why\na\nb\nc>=1\nd\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def check(self, rule, *broken: str) -> None:
        self.assertEqual(rule(self.root), list(broken))

    def test_keeps_every_rule(self) -> None:
        for rule in rules.ALL:
            self.check(rule)

    def test_header_without_a_test(self) -> None:
        (self.root / "tests/core/money_test.cpp").unlink()
        self.check(rules.lonely_headers, "include/fealty/core/money.hpp: no tests/core/money_test.cpp")

    def test_suite_of_another_name(self) -> None:
        self.write("tests/core/money_test.cpp", 'TEST_SUITE("core/cash") {}')
        self.check(rules.misnamed_suites, 'tests/core/money_test.cpp: no TEST_SUITE("core/money")')

    def test_include_of_a_higher_floor(self) -> None:
        self.write("include/fealty/core/money.hpp", HEADER + "#include <fealty/revenue/ledger.hpp>\n")
        self.check(
            rules.floor_violations,
            "include/fealty/core/money.hpp: includes fealty/revenue/ledger.hpp, not on a lower floor",
        )

    def test_include_of_the_same_floor(self) -> None:
        self.write("include/fealty/survival/cox.hpp", HEADER + "#  include <fealty/revenue/ledger.hpp>\n")
        self.check(
            rules.floor_violations,
            "include/fealty/survival/cox.hpp: includes fealty/revenue/ledger.hpp, not on a lower floor",
        )

    def test_include_of_another_floor_by_a_relative_path(self) -> None:
        self.write("include/fealty/core/money.hpp", HEADER + '#include "../revenue/detail/sweep.hpp"\n')
        self.check(
            rules.floor_violations,
            "include/fealty/core/money.hpp: includes fealty/revenue/detail/sweep.hpp, not on a lower floor",
        )

    def test_include_of_the_umbrella(self) -> None:
        self.write("include/fealty/core/money.hpp", HEADER + "#include <fealty/fealty.hpp>\n")
        self.check(
            rules.floor_violations,
            "include/fealty/core/money.hpp: includes fealty/fealty.hpp, not on a lower floor",
        )

    def test_include_in_a_comment(self) -> None:
        self.write(
            "include/fealty/core/money.hpp",
            HEADER
            + "// #include <fealty/revenue/ledger.hpp>\n/*\n#include <fealty/revenue/ledger.hpp>\n*/\n",
        )
        self.check(rules.floor_violations)

    def test_module_without_a_floor(self) -> None:
        self.write("include/fealty/attic/box.hpp", HEADER)
        self.check(rules.floor_violations, "include/fealty/attic/box.hpp: attic stands on no floor")

    def test_malformed_header(self) -> None:
        self.write("include/fealty/core/money.hpp", "\n" * 251)
        self.check(
            rules.malformed_headers,
            "include/fealty/core/money.hpp: the first line is not the licence",
            "include/fealty/core/money.hpp: no #pragma once",
            "include/fealty/core/money.hpp: 251 lines, more than 250",
        )

    def test_header_missing_from_the_umbrella(self) -> None:
        self.write("include/fealty/core/date.hpp", HEADER)
        self.check(rules.umbrella_gaps, "include/fealty/fealty.hpp: does not include fealty/core/date.hpp")

    def test_header_in_a_list_of_the_umbrella(self) -> None:
        self.write("include/fealty/core/date.hpp", HEADER)
        self.write("include/fealty/core/period.hpp", HEADER)
        self.write("include/fealty/core.hpp", HEADER + "#include <fealty/core/date.hpp>\n")
        umbrella = (self.root / "include/fealty/fealty.hpp").read_text(encoding="utf-8")
        self.write("include/fealty/fealty.hpp", umbrella + "#include <fealty/core.hpp>\n")
        self.check(rules.umbrella_gaps, "include/fealty/fealty.hpp: does not include fealty/core/period.hpp")

    def test_requirements_that_drift(self) -> None:
        self.write("tools/requirements.txt", "a\nb\nc>=2\nd\n")
        self.check(
            rules.requirement_drift,
            "tools/requirements.txt: lacks c>=1",
            "pyproject.toml: does not ask for c>=2",
        )


if __name__ == "__main__":
    unittest.main()
