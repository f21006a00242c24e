# SPDX-License-Identifier: MIT
"""Writes python/bindings/docstrings.hpp out of the headers: python tools/api/generate.py"""

import sys
from pathlib import Path

import docs
from parse import ROOT, Api, parse

FILE = Path("python/bindings/docstrings.hpp")
HEAD = """\
// SPDX-License-Identifier: MIT
// Written by tools/api/generate.py, from the comments of the public headers. Do not edit.
#pragma once

#include <string_view>

namespace fealty::python {

struct Docstring {
  std::string_view key, text;
};

inline constexpr Docstring docstrings[] = {
"""
TAIL = """};

}  // namespace fealty::python
"""


def docstrings(api: Api) -> str:
    """The generated header."""
    entries = sorted(docs.all_docs(api).items(), key=lambda item: item[0].encode())
    return HEAD + "".join(f'    {{"{key}", R"doc({text})doc"}},\n' for key, text in entries) + TAIL


if __name__ == "__main__":
    (ROOT / FILE).write_text(docstrings(parse()), encoding="utf-8")
    print(f"wrote {FILE}", file=sys.stderr)
