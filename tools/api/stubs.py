# SPDX-License-Identifier: MIT
"""Writes python/fealty/*.pyi out of the module that was built: python tools/api/stubs.py"""

import enum
import inspect
import keyword
import re
import sys
import textwrap
from types import ModuleType
from typing import Any

from parity import PYTHON_MODULES
from parse import ROOT

FOLDER = ROOT / "python/fealty"
HEAD = """\
# SPDX-License-Identifier: MIT
# Written by tools/api/stubs.py, from the module that was built. Do not edit.
"""
UNTYPED = {"pandas"}  # packages that come without types of their own


class _Stub:
    def __init__(self, package: ModuleType, prefix: str) -> None:
        self.signatures: dict[str, str] = package._fealty.__signatures__
        self.module = getattr(package, prefix.rstrip(".")) if prefix else package
        self.prefix = prefix
        self.name = f"fealty.{prefix}".rstrip(".")
        self.lines: list[str] = []

    def text(self) -> str:
        public = [name for name in vars(self.module) if not name.startswith("_")]
        things = [(name, getattr(self.module, name)) for name in public]
        for name, thing in things:
            if inspect.isclass(thing):
                self.class_(name, thing)
        for name, thing in things:
            if callable(thing) and not inspect.isclass(thing):
                self.function(self.prefix + name, name, thing.__doc__ or "", "")
        if not self.prefix:
            self.lines.append("\n__version__: str")
        body = "\n".join(self.lines) + "\n"
        return HEAD + f'"""{self.module.__doc__}"""\n\n' + self.imports(body) + body

    def imports(self, body: str) -> str:
        """The modules that the stub names."""
        named = set(re.findall(r"\b((?:[a-z_]+\.)+)[A-Za-z_]\w*", re.sub(r'"""[\s\S]*?"""', "", body)))
        needed = {each.rstrip(".") for each in named} - {self.name}
        lines = [
            f"import {each}" + ("  # type: ignore[import-untyped,unused-ignore]" if each in UNTYPED else "")
            for each in sorted(needed)
        ]
        if not self.prefix:
            own = sorted(
                {*modules()} | {each for each in PYTHON_MODULES if (FOLDER / f"{each}.py").is_file()}
            )
            lines.append("from fealty import " + ", ".join(f"{each} as {each}" for each in own))
        return "\n".join(lines) + "\n"

    def local(self, text: str) -> str:
        """Names of this module without its own prefix."""
        return re.sub(rf"\b{re.escape(self.name)}\.(?=[A-Z])", "", text)

    def doc(self, text: str, indent: str) -> None:
        if text:
            quoted = '"""' + text.replace("\\", "\\\\") + ('\n"""' if "\n" in text else '"""')
            self.lines.append(textwrap.indent(quoted, indent))

    def signature(self, head: str, text: str) -> str:
        """A def line, an argument on each line where one line would be too long."""
        line = f"{head}{self.local(text)}:"
        if len(line) <= 110:
            return line
        indent = " " * (len(head) - len(head.lstrip()))
        inside, _, result = line[len(head) + 1 :].rpartition(") -> ")
        arguments = re.split(r", (?![^\[]*\])", inside)
        return "\n".join(
            [f"{head}(", *(f"{indent}    {each}," for each in arguments), f"{indent}) -> {result}"]
        )

    def function(self, key: str, name: str, doc: str, indent: str, decorator: str = "") -> None:
        if decorator:
            self.lines.append(f"{indent}@{decorator}")
        self.lines.append(
            self.signature(f"{indent}def {name}", self.signatures[key]) + ("" if doc else " ...")
        )
        self.doc(doc, indent + "    ")
        if not indent:
            self.lines.append("")

    def class_(self, name: str, thing: Any) -> None:
        key = self.prefix + name
        bases = [
            base.__name__
            if base.__module__ in ("builtins", self.name)
            else f"{base.__module__}.{base.__name__}"
            for base in thing.__bases__
        ]
        bases = [base for base in bases if base not in ("object", "pybind11_builtins.pybind11_object")]
        self.lines.append(f"\nclass {name}" + (f"({', '.join(bases)})" if bases else "") + ":")
        self.doc(inspect.cleandoc(thing.__doc__ or ""), "    ")
        if issubclass(thing, enum.Enum):
            self.lines += [
                f'    {each} = "{each}"' for each in thing.__members__ if not keyword.iskeyword(each)
            ]
            return
        if key in self.signatures:
            self.lines.append(self.signature("    def __init__", self.signatures[key]) + " ...")
        for member in (
            [*vars(thing), "who", "what", "where", "value", "rule"] if name == "Error" else vars(thing)
        ):
            self.member(f"{key}.{member}", member, vars(thing).get(member))

    def member(self, key: str, name: str, member: Any) -> None:
        signature = self.signatures.get(key)
        if isinstance(member, property):
            self.lines += [
                "    @property",
                f"    def {name}(self) -> {self.local(signature or 'typing.Any')}:",
            ]
            self.doc(member.__doc__ or "", "        ")
            if not member.__doc__:
                self.lines[-1] += " ..."
        elif isinstance(member, int):
            self.lines.append(f"    {name}: typing.Final = {member}")
        elif signature is None:
            return
        elif signature.startswith("("):
            static = isinstance(member, staticmethod)
            doc = (member.__func__ if static else member).__doc__ or ""
            self.function(key, name, doc, "    ", "staticmethod" if static else "")
        else:
            self.lines.append(f"    {name}: {signature}")


def modules() -> list[str]:
    """The modules that are bound, without the package itself."""
    import fealty

    return [name for name, thing in vars(fealty._fealty).items() if inspect.ismodule(thing)]


def stubs() -> dict[str, str]:
    """The text of every stub, by file name."""
    import fealty

    texts = {"__init__.pyi": _Stub(fealty, "").text()}
    return texts | {f"{each}.pyi": _Stub(fealty, f"{each}.").text() for each in modules()}


if __name__ == "__main__":
    for file, text in stubs().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
        print(f"wrote python/fealty/{file}", file=sys.stderr)
