# SPDX-License-Identifier: MIT
"""The text of the headers as Python's help() shows it: NumPy's sections, the same sentences."""

import re
import textwrap
from dataclasses import dataclass, field

from cpp_only import overloads_of
from parse import Api, Class, Enum, Function, Value

COMMAND = re.compile(r"\\(param|returns|throws|see)\b\s*(.*)")


@dataclass
class Comment:
    body: str = ""
    params: dict[str, str] = field(default_factory=dict)
    returns: str = ""
    throws: list[tuple[str, str]] = field(default_factory=list)
    see: list[str] = field(default_factory=list)
    examples: list[str] = field(default_factory=list)


def read(text: str) -> Comment:
    """Takes a comment apart."""
    comment = Comment()
    body: list[str] = []
    code: list[str] | None = None
    sections: list[list[str]] = []  # command and its lines
    for line in text.splitlines():
        if line.startswith("\\code"):
            code = []
        elif line.startswith("\\endcode"):
            assert code is not None
            comment.examples.append("\n".join(code))
            body += textwrap.indent("\n".join(code), "    ").splitlines()
            code = None
        elif code is not None:
            code.append(line)
        elif command := COMMAND.match(line):
            sections.append([command[1], command[2]])
        elif sections:
            sections[-1].append(line.strip())
        else:
            body.append(line)
    comment.body = "\n".join(body).strip("\n")
    for name, *lines in sections:
        words = " ".join(line for line in lines if line).strip()
        if name == "param":
            param, _, about = words.partition(" ")
            comment.params[param] = about.strip()
        elif name == "throws":
            error, _, about = words.partition(" ")
            comment.throws.append((error, about.strip()))
        elif name == "returns":
            comment.returns = words
        else:
            comment.see.append(words)
    return comment


def function_doc(api: Api, overloads: list[Function]) -> str:
    """What help() says of a function: its own words, and those of its options."""
    texts: list[str] = []
    for function in overloads_of(overloads) or overloads:
        options = api.options(function)
        comment = read(function.doc)
        parameters = [
            (each.name, comment.params.get(each.name, ""))
            for each in (function.params[:-1] if options else function.params)
        ]
        text = render(
            comment, table_parameters(options) if is_table(options) else [*parameters, *fields(options)]
        )
        if text not in texts:
            texts.append(text)
    return "\n\n".join(texts)


def class_doc(api: Api, cls: Class) -> str:
    """What help() says of a class: its own words, and those of the constructor's arguments."""
    comment = read(cls.doc)
    parameters: list[tuple[str, str]] = []
    for constructor in cls.constructors:
        options = api.options(constructor)
        of_constructor = read(constructor.doc)
        if is_table(options):
            parameters = table_parameters(options)
            comment.body += "\n\n" + read(options.doc).body
        elif of_constructor.params:
            parameters = [
                (each.name, of_constructor.params.get(each.name, "")) for each in constructor.params
            ]
            comment.throws += of_constructor.throws
    if cls.columns is not None:
        columns = [(name, about) for name, about in fields(cls) if name in cls.columns]
        return render(comment, []) + section("Columns", columns)
    return render(comment, parameters if cls.settings is None else fields(cls))


def enum_doc(enum: Enum) -> str:
    return render(read(enum.doc), []) + section(
        "Members", [(each.name, each.doc) for each in enum.enumerators]
    )


def value_doc(value: Value) -> str:
    return flow(value.doc)


def is_table(options: Class | None) -> bool:
    return options is not None and options.name.endswith("Columns")


def table_parameters(columns: Class) -> list[tuple[str, str]]:
    """A dataframe, then the fields of a columns struct: the names of its columns, and settings."""
    table = (
        "a dataframe, any Arrow stream, or a dict of arrays; the arguments that are columns name its columns"
    )
    return [("table", table), *fields(columns)]


def fields(cls: Class | None) -> list[tuple[str, str]]:
    return [] if cls is None else [(each.name, flow(each.doc)) for each in cls.fields]


def flow(text: str) -> str:
    """Lines of one paragraph as one line."""
    return " ".join(text.split())


def section(title: str, entries: list[tuple[str, str]]) -> str:
    if not entries:
        return ""
    lines = ["", "", title, "-" * len(title)]
    for name, about in entries:
        lines.append(name)
        lines += textwrap.wrap(about, 96, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines)


def render(comment: Comment, parameters: list[tuple[str, str]]) -> str:
    text = comment.body
    if any(about for _, about in parameters):
        text += section("Parameters", parameters)
    if comment.returns:
        text += "\n\nReturns\n-------\n" + textwrap.fill(comment.returns, 100)
    text += section("Raises", comment.throws)
    if comment.see:
        text += "\n\nReferences\n----------\n" + "\n".join(textwrap.fill(each, 100) for each in comment.see)
    return text


def all_docs(api: Api) -> dict[str, str]:
    """The text of every public name, by key."""
    docs = {key: function_doc(api, overloads) for key, overloads in api.functions.items()}
    docs |= {key: enum_doc(enum) for key, enum in api.enums.items()}
    docs |= {key: value_doc(constant) for key, constant in api.constants.items()}
    for key, cls in api.classes.items():
        docs[key] = class_doc(api, cls)
        docs |= {f"{key}.{each.name}": value_doc(each) for each in (*cls.fields, *cls.constants)}
        methods: dict[str, list[Function]] = {}
        for method in cls.methods:
            methods.setdefault(method.key, []).append(method)
        docs |= {name: function_doc(api, overloads) for name, overloads in methods.items()}
    return docs
