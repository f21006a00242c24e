# SPDX-License-Identifier: MIT
"""Reads the public API of fealty out of its headers, with libclang.

What is public: everything in namespace fealty that include/fealty declares outside of `detail`.
A name's key is its path without the root namespace: `revenue.mrr_ledger`, `Money.minor`.
"""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from clang import cindex
from clang.cindex import AccessSpecifier, Cursor, CursorKind

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Value:
    """A parameter, a field or a constant: `default` is C++ source, None where there is none."""

    name: str
    type: str
    default: str | None = None
    doc: str = ""


@dataclass
class Function:
    key: str
    where: str
    doc: str
    returns: str
    params: list[Value]
    is_static: bool = False
    is_const: bool = False
    is_template: bool = False


@dataclass
class Enum:
    key: str
    where: str
    doc: str
    enumerators: list[Value]


@dataclass
class Class:
    """A class or a struct.

    `columns` names what each_column() visits, `settings` what each_field() does; None if there is no such
    member.
    """

    key: str
    where: str
    doc: str
    bases: list[str] = field(default_factory=list)
    fields: list[Value] = field(default_factory=list)
    constants: list[Value] = field(default_factory=list)
    constructors: list[Function] = field(default_factory=list)
    methods: list[Function] = field(default_factory=list)
    columns: list[str] | None = None
    settings: list[str] | None = None
    is_template: bool = False

    @property
    def name(self) -> str:
        return self.key.rpartition(".")[2]


@dataclass
class Api:
    functions: dict[str, list[Function]] = field(default_factory=dict)  # overloads share a key
    classes: dict[str, Class] = field(default_factory=dict)
    enums: dict[str, Enum] = field(default_factory=dict)
    constants: dict[str, Value] = field(default_factory=dict)

    def options(self, function: Function) -> Class | None:
        """The struct whose fields are the keyword arguments of a function: its last parameter's."""
        if not function.params:
            return None
        struct = self.class_of(function.params[-1].type, function.key)
        return struct if struct is not None and struct.name.endswith(("Options", "Columns")) else None

    def class_of(self, cpp_type: str, seen_from: str) -> Class | None:
        """The class that a type names, looked up from the scope of `seen_from`."""
        key = re.sub(r"\b(const|fealty::)|[&* ]", "", cpp_type).replace("::", ".")
        scope = seen_from
        while scope:
            scope = scope.rpartition(".")[0]
            if found := self.classes.get(f"{scope}.{key}" if scope else key):
                return found
        return None

    def names(self) -> Iterator[tuple[str, str]]:
        """Every public identifier, and the key of what bears it."""
        for overloads in self.functions.values():
            for function in overloads:
                yield from self._function_names(function)
        for key, enum in self.enums.items():
            yield from ((part, key) for part in key.split("."))
            yield from ((each.name, f"{key}.{each.name}") for each in enum.enumerators)
        for key, struct in self.classes.items():
            yield from ((part, key) for part in key.split("."))
            for each in (*struct.fields, *struct.constants):
                yield each.name, f"{key}.{each.name}"
            for method in (*struct.constructors, *struct.methods):
                yield from self._function_names(method)
        yield from ((key.rpartition(".")[2], key) for key in self.constants)

    @staticmethod
    def _function_names(function: Function) -> Iterator[tuple[str, str]]:
        yield from ((part, function.key) for part in function.key.split("."))
        yield from ((each.name, f"{function.key}({each.name})") for each in function.params if each.name)


# Eigen's headers lie in a folder of their own.
EIGEN = ("/usr/include/eigen3", "/usr/local/include/eigen3", "/opt/homebrew/include/eigen3")


def resource_dir() -> str:
    """The folder of a compiler's own headers (stddef.h, …): libclang from PyPI comes without them."""
    for name in ("clang", "clang-18", "clang-17", "clang-16", "clang-15", "clang-14"):
        if path := shutil.which(name):
            found = subprocess.run([path, "-print-resource-dir"], capture_output=True, text=True, check=True)
            return found.stdout.strip()
    for found in sorted(Path("/usr/lib").glob("llvm-*/lib/clang/*"), reverse=True):
        if (found / "include/stddef.h").is_file():
            return str(found)
    raise SystemExit("tools/api/parse.py: no clang found, whose headers libclang needs: install clang")


def parse(root: Path = ROOT) -> Api:
    """The API of the headers under root/include."""
    include = root / "include"
    headers = [path.relative_to(include) for path in sorted(include.glob("fealty/*/*.hpp"))]
    source = "".join(f"#include <{header.as_posix()}>\n" for header in headers)
    arguments = ["-x", "c++", "-std=c++20", f"-I{include}", "-resource-dir", resource_dir()]
    arguments += [f"-isystem{path}" for path in EIGEN if Path(path).is_dir()]
    unit = cindex.Index.create().parse(
        "api.cpp",
        args=arguments,
        unsaved_files=[("api.cpp", source)],
        options=cindex.TranslationUnit.PARSE_SKIP_FUNCTION_BODIES,
    )
    errors = [each for each in unit.diagnostics if each.severity >= cindex.Diagnostic.Error]
    if errors:
        lines = (f"{each.location.file}:{each.location.line}: {each.spelling}" for each in errors)
        raise SystemExit("tools/api/parse.py: the headers do not parse\n" + "\n".join(lines))
    reader = _Reader(include)
    reader.read_namespace(unit.cursor, "")
    return reader.api


class _Reader:
    def __init__(self, include: Path) -> None:
        self.include = include
        self.api = Api()

    def read_namespace(self, scope: Cursor, prefix: str) -> None:
        for cursor in scope.get_children():
            if cursor.kind == CursorKind.NAMESPACE:
                if not prefix and scope.kind == CursorKind.TRANSLATION_UNIT:
                    if cursor.spelling == "fealty":
                        self.read_namespace(cursor, "")
                elif cursor.spelling != "detail":
                    self.read_namespace(cursor, f"{prefix}{cursor.spelling}.")
            elif scope.kind == CursorKind.NAMESPACE and self.is_ours(cursor) and is_of(cursor, scope):
                self.read(cursor, prefix)

    def is_ours(self, cursor: Cursor) -> bool:
        file = cursor.location.file
        return file is not None and Path(file.name).is_relative_to(self.include)

    def where(self, cursor: Cursor) -> str:
        return (
            f"{Path(cursor.location.file.name).relative_to(self.include).as_posix()}:{cursor.location.line}"
        )

    def read(self, cursor: Cursor, prefix: str) -> None:
        key = prefix + cursor.spelling
        kind = cursor.kind
        if kind in (CursorKind.FUNCTION_DECL, CursorKind.FUNCTION_TEMPLATE):
            if cursor.spelling == "enum_names":
                return
            overloads = self.api.functions.setdefault(key, [])
            read = self.function(cursor, key)
            same = [
                each for each in overloads if [p.type for p in each.params] == [p.type for p in read.params]
            ]
            if not same:
                overloads.append(read)
            elif read.doc and not same[0].doc:  # declared first, documented where it is defined
                same[0].doc = read.doc
        elif kind == CursorKind.ENUM_DECL:
            values = [
                Value(each.spelling, key, str(each.enum_value), comment(each))
                for each in cursor.get_children()
                if each.kind == CursorKind.ENUM_CONSTANT_DECL
            ]
            self.api.enums[key] = Enum(key, self.where(cursor), comment(cursor), values)
        elif kind in (CursorKind.STRUCT_DECL, CursorKind.CLASS_DECL, CursorKind.CLASS_TEMPLATE):
            if cursor.is_definition():
                self.api.classes[key] = self.class_(cursor, key)
        elif kind == CursorKind.VAR_DECL:
            self.api.constants[key] = Value(
                cursor.spelling, cursor.type.spelling, initializer(cursor), comment(cursor)
            )

    def class_(self, cursor: Cursor, key: str) -> Class:
        found = Class(
            key, self.where(cursor), comment(cursor), is_template=cursor.kind == CursorKind.CLASS_TEMPLATE
        )
        for each in cursor.get_children():
            if each.kind == CursorKind.CXX_BASE_SPECIFIER:
                found.bases.append(each.type.spelling.removeprefix("fealty::").replace("::", "."))
            if each.access_specifier != AccessSpecifier.PUBLIC:
                continue
            member = f"{key}.{each.spelling}"
            if each.kind == CursorKind.FIELD_DECL and "detail::" not in each.type.spelling:
                found.fields.append(
                    Value(each.spelling, each.type.spelling, initializer(each), comment(each))
                )
            elif each.kind == CursorKind.VAR_DECL:
                found.constants.append(
                    Value(each.spelling, each.type.spelling, initializer(each), comment(each))
                )
            elif each.kind == CursorKind.CONSTRUCTOR:
                if not each.is_deleted_method():
                    found.constructors.append(self.function(each, key))
            elif each.kind == CursorKind.CXX_METHOD:
                if not each.spelling.startswith("operator"):
                    found.methods.append(self.function(each, member))
            elif each.kind == CursorKind.FUNCTION_TEMPLATE:
                if each.spelling == "each_column":
                    found.columns = visited(each)
                    self.flatten(found, each)
                elif each.spelling == "each_field":
                    found.settings = visited(each)
                elif each.spelling.startswith(cursor.spelling):
                    found.constructors.append(self.function(each, key))
                else:
                    found.methods.append(self.function(each, member))
            elif each.kind in (CursorKind.STRUCT_DECL, CursorKind.CLASS_DECL, CursorKind.ENUM_DECL):
                self.read(each, f"{key}.")
        return found

    def flatten(self, found: Class, each_column: Cursor) -> None:
        """Puts the columns of a member in its place, where each_column() hands them out too."""
        for name in re.findall(r"::each_column\(self\.(\w+),", body(each_column)):
            at = next(i for i, each in enumerate(found.fields) if each.name == name)
            inner = self.api.class_of(found.fields[at].type, found.key)
            assert inner is not None and inner.columns is not None and found.columns is not None
            found.fields[at : at + 1] = inner.fields
            found.columns += inner.columns

    def function(self, cursor: Cursor, key: str) -> Function:
        params = [
            Value(each.spelling, each.type.spelling, initializer(each))
            for each in cursor.get_children()
            if each.kind == CursorKind.PARM_DECL
        ]
        return Function(
            key,
            self.where(cursor),
            comment(cursor),
            cursor.result_type.spelling,
            params,
            is_static=cursor.is_static_method(),
            is_const=cursor.is_const_method(),
            is_template=cursor.kind == CursorKind.FUNCTION_TEMPLATE,
        )


def is_of(cursor: Cursor, scope: Cursor) -> bool:
    """Whether a declaration is a member of a scope, not one of a class that is defined there."""
    return bool(cursor.semantic_parent.kind == scope.kind)


def initializer(cursor: Cursor) -> str | None:
    """The source of a default value, as written."""
    tokens = [token.spelling for token in cursor.get_tokens()]
    if "=" in tokens:
        tokens = tokens[tokens.index("=") + 1 :]
    elif "{" in tokens:
        tokens = tokens[tokens.index("{") :]
    else:
        return None
    while tokens and tokens[-1] == ";":
        tokens.pop()
    return " ".join(tokens)


def body(cursor: Cursor) -> str:
    """The source of a function's body, which libclang skips."""
    source = (
        Path(cursor.location.file.name)
        .read_text(encoding="utf-8")
        .encode()[cursor.extent.start.offset :]
        .decode()
    )
    begin = depth = source.index("{")
    for place in (match.start() for match in re.finditer("[{}]", source)):
        depth += 1 if source[place] == "{" else -1
        if depth == begin:
            return source[begin:place]
    raise ValueError(f"{cursor.location}: no end of {cursor.spelling}")


def visited(cursor: Cursor) -> list[str]:
    """The members that each_column() or each_field() hands out under their own names."""
    return re.findall(r'f\("(\w+)", self\.\1\)', body(cursor))


def trailing_comment(cursor: Cursor) -> str:
    """The ///< text after a declaration, which libclang overlooks when that takes two lines."""
    if cursor.kind not in (CursorKind.FIELD_DECL, CursorKind.ENUM_CONSTANT_DECL):
        return ""
    source = Path(cursor.location.file.name).read_bytes()[cursor.extent.end.offset :].decode()
    found = re.match(r"[;,]?[ \t]*(///<.*(?:\n\s*///<.*)*)", source)
    return found[1] if found else ""


def comment(cursor: Cursor) -> str:
    """The text of a /// comment, without its marks."""
    lines = []
    for line in (cursor.raw_comment or trailing_comment(cursor)).splitlines():
        text = re.sub(r"^\s*///<?", "", line).rstrip()
        lines.append(text.removeprefix(" "))
    return "\n".join(lines).strip("\n")


if __name__ == "__main__":
    json.dump(asdict(parse(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT)), sys.stdout, indent=1)
