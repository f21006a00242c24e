# SPDX-License-Identifier: MIT
"""What a vendor's export looks like: descriptions that are data, read from TOML, and which one fits."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fealty._sources import SourceError

FOLDER = Path(__file__).parent / "vendors"

#: What the cells of a column are read as, by the field it is.
TYPES: dict[str, str] = {
    **dict.fromkeys(("account", "subscription", "item", "plan", "status", "kind", "interval_unit"), "text"),
    "currency": "currency",
    **dict.fromkeys(("start", "end", "trial_end", "discount_start", "discount_end", "status_since"), "time"),
    **dict.fromkeys(("cancel_requested", "paid_through", "signed_on", "date", "period"), "time"),
    **dict.fromkeys(("mrr", "amount", "discount", "percent_off", "change", "opening", "closing"), "number"),
    **dict.fromkeys(("quantity", "interval_count"), "whole"),
}
KINDS = ("text", "currency", "time", "local", "number", "whole", "flag")

#: The columns of each table that an export can become; those of subscriptions in the order of the table.
OUTPUTS: dict[str, tuple[str, ...]] = {
    "subscriptions": (
        *("account", "start", "end", "mrr", "amount", "interval_unit", "interval_count", "quantity"),
        *("discount", "discount_end", "kind", "status", "subscription", "item", "plan", "cancel_requested"),
        *("paid_through", "signed_on", "currency"),
    ),
    "changes": ("account", "date", "change", "subscription", "item", "plan", "currency"),
    "summary": ("period", "account", "subscription", "opening", "closing", "currency"),
}
#: Fields that are worked into others: a day at which a row is cut in two, and a discount as a percentage.
HELPERS = ("trial_end", "discount_start", "status_since", "percent_off")
PRESETS = ("chartmogul", "stripe", "baremetrics", "profitwell", "chargebee", "smsb")
#: What a status may mean, besides those of a subscription: a row that has ended, and one that never was.
STATUSES = ("active", "trialing", "past_due", "unpaid", "paused", "ended", "left_out")
#: Words for them that need no mapping.
COMMON_STATUSES = {
    **{word: word for word in STATUSES},
    **dict.fromkeys(("canceled", "cancelled", "expired", "churned"), "ended"),
    "trial": "trialing",
}


@dataclass(frozen=True)
class Drop:
    """Rows that are left out, and what is said of them."""

    code: str
    when: str  #: SQL over the joined rows
    value: str  #: SQL of what is shown
    rule: str
    severity: str = "error"
    keeps: bool = False  #: said, but not left out


@dataclass(frozen=True)
class TableSpec:
    """One file of an export."""

    name: str
    columns: dict[str, tuple[str, ...]]  #: field -> names that its column may have
    types: dict[str, str]
    values: dict[str, dict[str, str]]  #: field -> the vendor's word -> ours
    needed: tuple[str, ...]
    files: tuple[str, ...] = ()  #: names of the file, or of a database's table
    optional: bool = False
    key: str | None = None  #: the field that is there once
    latest: str | None = None  #: of several rows of a key, the one where this is the latest is read

    def find(self, there: Sequence[str]) -> dict[str, str]:
        """Which of some columns each field is."""
        plain = {_plain(column): column for column in reversed(there)}
        hits = {
            name: next((plain[_plain(each)] for each in names if _plain(each) in plain), None)
            for name, names in self.columns.items()
        }
        return {name: column for name, column in hits.items() if column is not None}

    def missing(self, there: Sequence[str]) -> list[str]:
        found = self.find(there)
        return [name for name in self.needed if name not in found]


@dataclass(frozen=True)
class VendorSpec:
    """One export of one vendor."""

    name: str
    title: str
    makes: str
    rows: str  #: the table whose rows become rows
    tables: dict[str, TableSpec]
    policy: str | None = None
    constants: dict[str, Any] = field(default_factory=dict)
    units: str = "major"
    decimal: str = "."
    date_format: str | None = None
    written_in: str = "UTC"
    time_zone: str | None = None
    exponents: dict[str, int] = field(default_factory=dict)
    join: str | None = None
    select: str | None = None
    drops: tuple[Drop, ...] = ()
    account_table: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def main(self) -> TableSpec:
        return self.tables[self.rows]


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


def vendors() -> dict[str, str]:
    """Every vendor's export that can be read: its name, and what it is."""
    return {name: spec(name).title for name in _names()}


@functools.cache
def _names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml")))


@functools.cache
def spec(name: str) -> VendorSpec:
    """The description of a vendor's export.

    :raises SourceError: for an unknown name, listing the known ones
    """
    if name not in _names():
        raise SourceError(f"vendor = {name!r} is not one of {', '.join(_names())}")
    return read_spec(FOLDER / f"{name}.toml")


TABLE_KEYS = {"columns", "types", "values", "needed", "files", "optional", "key", "latest"}
FLAT_KEYS = {"columns", "types", "values"}
TEXT_KEYS = ("title", "makes", "policy", "rows", "units", "decimal", "date_format", "written_in", "time_zone")
SPEC_KEYS = {
    *TEXT_KEYS,
    *FLAT_KEYS,
    *("tables", "constants", "exponents", "join", "select", "drop", "account_table", "notes"),
}


def read_spec(path: Path) -> VendorSpec:
    """A description from a TOML file: of a vendor, or somebody's own mapping.

    :raises SourceError: when it cannot be read, or says what means nothing
    """
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise SourceError(f"{path}: {why}") from None
    _check_settings(path, told)
    if "columns" in told:
        flat = {name: told[name] for name in FLAT_KEYS if name in told}
        own = path.parent != FOLDER  # a mapping names columns that are there
        tables = {"rows": _table(path, "rows", flat, all_needed=own)}
    else:
        tables = {
            name: _table(path, f"tables.{name}", table) for name, table in told.get("tables", {}).items()
        }
    if not tables:
        raise SourceError(f'{path}: has no [columns]: field = "column", such as account = "customer"')
    result = _spec(path, told, tables)
    if result.select is None:
        _require_fields(path, result)
    return result


def _spec(path: Path, told: Mapping[str, Any], tables: dict[str, TableSpec]) -> VendorSpec:
    return VendorSpec(
        name=path.stem,
        title=told.get("title", str(path)),
        makes=told.get("makes", "subscriptions"),
        rows=told.get("rows", next(iter(tables))),
        tables=tables,
        policy=told.get("policy"),
        constants=told.get("constants", {}),
        units=told.get("units", "major"),
        decimal=told.get("decimal", "."),
        date_format=told.get("date_format"),
        written_in=told.get("written_in", "UTC"),
        time_zone=told.get("time_zone"),
        exponents=told.get("exponents", {}),
        join=told.get("join"),
        select=told.get("select"),
        drops=tuple(Drop(**each) for each in told.get("drop", [])),
        account_table=told.get("account_table"),
        notes=tuple(told.get("notes", [])),
    )


def _check_settings(path: Path, told: Mapping[str, Any]) -> None:
    _known_keys(path, "", told, SPEC_KEYS)
    for name in TEXT_KEYS:
        if not isinstance(told.get(name, ""), str):
            raise SourceError(f"{path}: {name} = {told[name]!r} is not a text")
    _one_of(path, "makes", told.get("makes", "subscriptions"), tuple(OUTPUTS))
    _one_of(path, "units", told.get("units", "major"), ("major", "minor"))
    _one_of(path, "decimal", told.get("decimal", "."), (".", ","))
    if "policy" in told:
        _one_of(path, "policy", told["policy"], PRESETS)


def _known_keys(path: Path, where: str, table: Mapping[str, Any], known: set[str]) -> None:
    for key in table:
        if key not in known:
            at = f"[{where}] has" if where else "there is"
            raise SourceError(f"{path}: {at} no key {key}; the keys are {', '.join(sorted(known))}")


def _one_of(path: Path, name: str, value: object, known: Sequence[str]) -> None:
    if value not in known:
        raise SourceError(f"{path}: {name} = {value!r} is not one of {', '.join(known)}")


def _table(path: Path, where: str, told: Mapping[str, Any], all_needed: bool = False) -> TableSpec:
    _known_keys(path, where, told, TABLE_KEYS)
    columns = {
        name: (names,) if isinstance(names, str) else tuple(names)
        for name, names in told.get("columns", {}).items()
    }
    types = {name: told.get("types", {}).get(name) or TYPES.get(name) for name in columns}
    for name, kind in types.items():
        if kind is None:
            fields = ", ".join(TYPES)
            raise SourceError(f"{path}: {name} is no field; the fields are {fields}")
        _one_of(path, f"the type of {name}", kind, KINDS)
    values = {
        name: {word.casefold(): ours for word, ours in words.items()}
        for name, words in told.get("values", {}).items()
    }
    if "status" in columns:
        values.setdefault("status", COMMON_STATUSES)
    for name, words in values.items():
        if name not in columns:
            raise SourceError(f"{path}: [values.{name}] has words for a field that has no column")
        if name == "status":
            for ours in words.values():
                _one_of(path, "a status", ours, STATUSES)
    return TableSpec(
        name=where.removeprefix("tables."),
        columns=columns,
        types={name: str(kind) for name, kind in types.items()},
        values=values,
        needed=tuple(columns) if all_needed else tuple(told.get("needed", ())),
        files=tuple(told.get("files", ())),
        optional=bool(told.get("optional", False)),
        key=told.get("key"),
        latest=told.get("latest"),
    )


def _require_fields(path: Path, spec: VendorSpec) -> None:
    """A description without SQL needs the fields of its table."""
    have = {*spec.main.columns, *spec.constants}
    known = {*OUTPUTS[spec.makes], *(HELPERS if spec.makes == "subscriptions" else ())}
    for name in spec.constants:
        if name not in known:
            raise SourceError(f"{path}: [constants] {name} is no field; the fields are {', '.join(TYPES)}")
    needed = {
        "subscriptions": ("account", "start"),
        "changes": ("account", "date", "change"),
        "summary": ("period", "closing"),
    }[spec.makes]
    missing = [name for name in needed if name not in have]
    if spec.makes == "subscriptions" and len(have & {"mrr", "amount"}) != 1:
        missing.append("amount or mrr, one of the two")
    if "amount" in have and "interval_unit" not in have:
        missing.append("interval_unit (amount is paid per what?)")
    if missing:
        raise SourceError(f"{path}: no column or constant for {', '.join(missing)}")


def detect(label: str, columns: Mapping[str, Sequence[str]]) -> VendorSpec:
    """The one export that has these columns.

    :param columns: of each file of the source, by its name
    :raises SourceError: when none has, or several would do equally well
    """
    scores: dict[str, int] = {}
    for name in _names():
        each = spec(name)
        score = _score(each, columns)
        if score:
            scores[name] = score
    best = [name for name, score in scores.items() if score == max(scores.values())]
    if not best:
        there = "; ".join(
            (f"{name}: " if len(columns) > 1 else "") + ", ".join(names) for name, names in columns.items()
        )
        raise SourceError(
            f"{label}: its columns are those of no known export; choose a vendor of {', '.join(_names())}, "
            f"or describe it in a mapping file; found {there}"
        )
    if len(best) > 1:
        raise SourceError(f"{label}: could be an export of {' or of '.join(best)}; choose one as the vendor")
    return spec(best[0])


def _score(spec: VendorSpec, columns: Mapping[str, Sequence[str]]) -> int:
    """How many columns of a source a description reads; 0 where it misses one that it needs."""
    total = 0
    for table in spec.tables.values():
        if len(spec.tables) == 1 or (len(columns) == 1 and table is spec.main):
            names = next(iter(columns.values())) if len(columns) == 1 else ()
        else:
            file = choose_file(table, list(columns), spec.name)
            names = columns[file] if isinstance(file, str) else ()
        if names and not table.missing(names):
            total += len(table.find(names))
        elif not table.optional:
            return 0
    return total


def choose_file(table: TableSpec, names: Sequence[str], vendor: str) -> str | list[str] | None:
    """The file of a table by its name, before which the vendor's may stand; a list where several would do."""
    stems = {name: re.sub(r"\W+", "_", name.removesuffix(".gz").rpartition(".")[0]).lower() for name in names}
    extra = r"(_(data|export|table|\d+))*"
    for pattern in (r"{}", r"{}" + extra, r"[^_]+_{}" + extra):
        for file in table.files:
            hits = [name for name in names if re.fullmatch(pattern.format(file), stems[name])]
            if len(hits) > 1:
                own = vendor.partition("_")[0]
                hits = [name for name in hits if stems[name].startswith(own)] or hits
            if hits:
                return hits[0] if len(hits) == 1 else hits
    return None


def misfit(spec: VendorSpec, table: TableSpec, label: str, there: Sequence[str]) -> SourceError:
    """What is wrong with a file that is no such export: what was expected, and what was found."""
    missing = table.missing(there)
    wanted = ", ".join(f"{name} ({' or '.join(table.columns[name])})" for name in table.needed)
    try:
        hint = f"; it looks like {detect(label, {label: there}).name}"
    except SourceError:
        hint = ""
    what = "a mapping's" if spec.title.endswith(".toml") else f"{spec.name}'s"
    return SourceError(
        f"{label}: has no column for {', '.join(missing)}{hint}; expected {what} columns {wanted}; "
        f"found {', '.join(there)}"
    )
