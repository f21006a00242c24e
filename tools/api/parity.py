# SPDX-License-Identifier: MIT
"""Compares the API of the headers with the Python module that was built of them.

    python tools/api/parity.py

prints every difference: a name that only one side has, arguments, their order, kinds or defaults, fields,
enumerators, texts.
"""

import enum
import inspect
import re
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import docs
from cpp_only import CPP_ONLY as CPP_ONLY
from cpp_only import NO_COLUMN
from cpp_only import is_cpp_only, overloads_of
from parse import Api, Class, Enum, Function, Value, parse

# What Python has and C++ does without: modules of its own, and what a result can do there.
PYTHON_MODULES = {"cli", "duckdb", "io", "plots", "report", "sklearn", "spark", "tabpy"}
PYTHON_METHODS = {"columns", "plot", "to_pandas", "to_polars"}

COLUMN = re.compile(r"std::vector<(?!(fealty::)?Finding>|std::vector<)|\w*Column$|(fealty::)?Column<")


def is_internal(function: Function) -> bool:
    """Whether a member takes or gives what only the library itself can make."""
    return "detail::" in function.returns or any("detail::" in each.type for each in function.params)


def is_argument_list(cls: Class) -> bool:
    """Whether a struct's fields are keyword arguments in Python, and the struct itself is not there."""
    return cls.name.endswith(("Options", "Columns"))


class _Comparison:
    def __init__(self, api: Api, package: ModuleType) -> None:
        self.api, self.package = api, package
        self.texts = docs.all_docs(api)
        self.found: list[str] = []

    def say(self, text: str) -> None:
        self.found.append(text)

    def bound(self, key: str) -> Any:
        """What Python has under a key, None if nothing."""
        here: Any = self.package
        for name in key.split("."):
            here = (
                inspect.getattr_static(here, name, None)
                if inspect.isclass(here)
                else getattr(here, name, None)
            )
        return here

    def run(self) -> list[str]:
        for key, functions in self.api.functions.items():
            if not is_cpp_only(key):
                self.documented(functions[0])
                self.function(key, overloads_of(functions), self.bound(key))
        for key, cpp_enum in self.api.enums.items():
            if not is_cpp_only(key):
                self.documented(cpp_enum)
                self.enum(cpp_enum, self.bound(key))
        for key, cls in self.api.classes.items():
            if is_argument_list(cls):
                self.argument_list(cls)
            elif not is_cpp_only(key) and not cls.is_template:
                self.documented(cls)
                self.class_(cls, self.bound(key))
        for key in self.api.constants:
            if not is_cpp_only(key) and self.bound(key) is None:
                self.say(f"{key}: is not bound")
        self.python_only()
        return self.found

    def documented(self, thing: Class | Enum | Function) -> None:
        if not thing.doc:
            self.say(f"{thing.key}: has no text")

    def text(self, key: str, thing: Any, said: int) -> None:
        """Compares texts, unless more was said since `said`: a text lists the names that differ."""
        if len(self.found) != said:
            return
        wanted, given = self.texts[key], inspect.cleandoc(thing.__doc__ or "")
        if given == inspect.cleandoc(wanted):
            return
        for ours, theirs in zip([*wanted.splitlines(), ""], [*given.splitlines(), ""], strict=False):
            if ours.strip() != theirs.strip():
                self.say(f'{key}: the text says "{theirs.strip()}", C++ says "{ours.strip()}"')
                return
        self.say(f"{key}: the text differs in length")

    # -- callables ------------------------------------------------------------------------------------

    def function(self, key: str, functions: list[Function], thing: Any) -> None:
        if thing is None:
            self.say(f"{key}: is not bound")
            return
        said = len(self.found)
        self.arguments(key, list(self.expected(functions[0])), inspect.signature(thing))
        self.text(key, thing, said)

    def arguments(self, key: str, wanted: list[inspect.Parameter], signature: inspect.Signature) -> None:
        given = [each for each in signature.parameters.values() if each.name != "self"]
        names, ours = [each.name for each in given], [each.name for each in wanted]
        for name in ours:
            if name not in names:
                self.say(f"{key}: the argument {name} is not bound")
        for name in names:
            if name not in ours:
                self.say(f"{key}: the argument {name} is not in C++")
        if sorted(names) == sorted(ours) and names != ours:
            self.say(f"{key}: the arguments are {', '.join(names)}, in C++ {', '.join(ours)}")
        by_name = {each.name: each for each in given}
        for each in wanted:
            other = by_name.get(each.name)
            if other is None:
                continue
            if other.kind != each.kind:
                self.say(f"{key}: {each.name} is {other.kind.description}, in C++ {each.kind.description}")
            if other.default != each.default or (other.default is None) != (each.default is None):
                self.say(f"{key}: {each.name} is {shown(other)} by default, in C++ {shown(each)}")

    def expected(self, function: Function) -> Iterator[inspect.Parameter]:
        """The arguments that Python takes for those of C++."""
        options = self.api.options(function)
        is_table = docs.is_table(options)
        if is_table:
            yield inspect.Parameter("table", inspect.Parameter.POSITIONAL_ONLY)
        for each in function.params[:-1] if options else function.params:
            yield inspect.Parameter(
                each.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=self.default(each)
            )
        for each in options.fields if options else ():
            default = self.default(each)
            if is_table and (default is inspect.Parameter.empty or default == []):
                default = None  # a column, or columns, by name
            yield inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=default)

    def settings(self, cls: Class) -> list[inspect.Parameter]:
        """The arguments that make a struct of settings."""
        return [
            inspect.Parameter(each.name, inspect.Parameter.KEYWORD_ONLY, default=self.default(each))
            for each in cls.fields
        ]

    def default(self, value: Value) -> Any:
        """A default of C++ as Python has it."""
        source = value.default
        if source is None:
            return inspect.Parameter.empty
        if source in ("{ }", "std :: nullopt"):
            empty = {"std::string": "", "std::string_view": ""}
            return [] if value.type.startswith("std::vector<") else empty.get(value.type)
        if source in ("true", "false"):
            return source == "true"
        if date := re.fullmatch(r"make_date \( (\d+) , (\d+) , (\d+) \)", source):
            return "{:0>4}-{:0>2}-{:0>2}".format(*date.groups())
        if enumerator := re.fullmatch(r"(?:\w+ :: )+(\w+)", source):
            return enumerator[1]
        if source.startswith('"'):
            return source[1:-1]
        if source.startswith("{"):
            items = [each.strip() for each in source.strip("{ }").split(",")]
            return [each[1:-1] if each.startswith('"') else self.number(each) for each in items]
        return self.number(source)

    @staticmethod
    def number(source: str) -> float | int:
        number = source.replace("'", "").replace(" ", "")
        return float(number) if re.search(r"[.e]", number) else int(number)

    # -- types ----------------------------------------------------------------------------------------

    def enum(self, cpp: Enum, thing: Any) -> None:
        if not (inspect.isclass(thing) and issubclass(thing, enum.Enum)):
            self.say(f"{cpp.key}: is not bound")
            return
        names, ours = list(thing.__members__), [each.name for each in cpp.enumerators]
        for name in ours:
            if name not in names:
                self.say(f"{cpp.key}: the enumerator {name} is not bound")
        for name in names:
            if name not in ours:
                self.say(f"{cpp.key}: the enumerator {name} is not in C++")
        if names == ours and cpp.doc:
            self.text(cpp.key, thing, len(self.found))
        elif sorted(names) == sorted(ours):
            self.say(f"{cpp.key}: the enumerators are {', '.join(names)}, in C++ {', '.join(ours)}")

    def argument_list(self, cls: Class) -> None:
        """An options struct that no bound function takes is one that Python has forgotten."""
        if is_cpp_only(cls.key):
            return
        for each in cls.fields:
            if not each.doc:
                self.say(f"{cls.key}.{each.name}: has no text")
        functions = [each for overloads in self.api.functions.values() for each in overloads]
        functions += [
            each for other in self.api.classes.values() for each in (*other.constructors, *other.methods)
        ]
        if not any(self.api.options(each) is cls for each in functions):
            self.say(f"{cls.key}: no function takes it")

    def class_(self, cls: Class, thing: Any) -> None:
        if not inspect.isclass(thing):
            self.say(f"{cls.key}: is not bound")
            return
        said = len(self.found) if cls.doc else -1
        bases = [each.__name__ for each in thing.__mro__[1:]]
        for base in cls.bases:
            if base.startswith("std.") or base in bases:
                continue
            self.say(f"{cls.key}: is no {base}, as in C++")
        fields = [each.name for each in cls.fields if not is_cpp_only(f"{cls.key}.{each.name}")]
        columns = [
            each.name
            for each in cls.fields
            if COLUMN.match(each.type)
            and not (cls.columns and each.name not in cls.columns and self.repeats_a_setting(cls, each))
            and f"{cls.key}.{each.name}" not in NO_COLUMN
        ]
        if cls.columns is not None and cls.columns != columns:
            self.say(
                f"{cls.key}: each_column() visits {', '.join(cls.columns)}; "
                f"the columns are {', '.join(columns)}"
            )
        if cls.settings is not None and cls.settings != fields:
            self.say(
                f"{cls.key}: each_field() visits {', '.join(cls.settings)}; "
                f"the fields are {', '.join(fields)}"
            )
        bound = [name for name in vars(thing) if name in columns]
        if cls.columns is not None and sorted(bound) == sorted(columns) and bound != columns:
            self.say(f"{cls.key}: the columns are {', '.join(bound)}, in C++ {', '.join(columns)}")
        for each in cls.fields:
            if not each.doc:
                self.say(f"{cls.key}.{each.name}: has no text")
        for name in fields:
            self.property(f"{cls.key}.{name}", vars(thing).get(name))
        for each in cls.constants:
            if not is_cpp_only(f"{cls.key}.{each.name}"):
                self.constant(f"{cls.key}.{each.name}", each, vars(thing).get(each.name))
        self.members(cls, thing)
        self.text(cls.key, thing, said)

    def repeats_a_setting(self, cls: Class, field: Value) -> bool:
        """Whether a field of a result says what a function of its module was asked."""
        module = cls.key.rpartition(".")[0]
        return any(
            (each.name, each.type) == (field.name, field.type)
            for key, options in self.api.classes.items()
            if key.endswith("Options") and key.rpartition(".")[0] == module
            for each in options.fields
        )

    def members(self, cls: Class, thing: Any) -> None:
        public = [each for each in cls.constructors if not is_internal(each) and not each.is_template]
        if public and not cls.bases:
            self.arguments(cls.key, list(self.expected(public[0])), inspect.signature(thing))
        if cls.settings is not None:
            self.arguments(cls.key, self.settings(cls), inspect.signature(thing))
        methods: dict[str, list[Function]] = {}
        for each in cls.methods:
            if not is_cpp_only(each.key) and not is_internal(each):
                methods.setdefault(each.key, []).append(each)
        for key, overloads in methods.items():
            self.documented(overloads[0])
            name = key.rpartition(".")[2]
            if name == "size":
                if "__len__" not in vars(thing):
                    self.say(f"{key}: is not bound as len()")
            elif overloads[0].is_const and not overloads[0].params and name not in ("serialize", "to_json"):
                self.property(key, vars(thing).get(name))
            else:
                self.function(key, overloads, getattr(thing, name, None))

    def property(self, key: str, thing: Any) -> None:
        if not isinstance(thing, property):
            self.say(f"{key}: is not bound")
        else:
            self.text(key, thing, len(self.found))

    def constant(self, key: str, value: Value, thing: Any) -> None:
        if thing is None:
            self.say(f"{key}: is not bound")
        elif thing != self.default(value):
            self.say(f"{key}: is {thing}, in C++ {self.default(value)}")

    # -- the other way round --------------------------------------------------------------------------

    def python_only(self) -> None:
        """What Python has and C++ lacks."""
        prefixes = {
            key.rpartition(".")[0] for key in (*self.api.functions, *self.api.classes, *self.api.enums)
        }
        modules = {
            each for each in prefixes if each and each not in self.api.classes and not is_cpp_only(f"{each}.")
        }
        for module in ("", *sorted(modules)):
            here = self.bound(module) if module else self.package
            if here is None:
                self.say(f"{module}: there is no such module")
                continue
            for name in dir(here):
                key = f"{module}.{name}" if module else name
                if name.startswith("_") or (not module and name in PYTHON_MODULES) or key in modules:
                    continue
                self.known(key, getattr(here, name))

    def known(self, key: str, thing: Any) -> None:
        if key in self.api.functions or key in self.api.enums or key in self.api.constants:
            return
        cls = self.api.classes.get(key)
        if cls is None:
            self.say(f"{key}: is not in C++")
            return
        names = {each.name for each in (*cls.fields, *cls.constants)} | {
            each.key.rpartition(".")[2] for each in cls.methods
        }
        names |= {f"{each.name}_minor" for each in cls.fields if each.type.endswith("MoneyColumn")}
        for name in vars(thing):
            if not name.startswith("_") and name not in names and name not in PYTHON_METHODS:
                self.say(f"{key}.{name}: is not in C++")


def shown(parameter: inspect.Parameter) -> str:
    return "nothing" if parameter.default is inspect.Parameter.empty else repr(parameter.default)


def differences(api: Api, package: ModuleType) -> list[str]:
    """Every difference between the headers and the Python package."""
    return _Comparison(api, package).run()


if __name__ == "__main__":
    import fealty

    found = differences(parse(), fealty)
    print("\n".join(found) or "Python and C++ agree", file=sys.stderr if found else sys.stdout)
    raise SystemExit(1 if found else 0)
