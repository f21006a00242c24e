# SPDX-License-Identifier: MIT
"""Whether customers use what they pay for: what the report and the command line tell of it."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

import fealty
from fealty import _format
from fealty._adoption_tables import Tables
from fealty._html import html_table, picture, section
from fealty._sources import literal, sql_rows

AGES = (30, 90, 180)  #: days since the start at which time to value is told
LAST = 8  #: periods that are listed
MOST_GROUPS = 20  #: that are listed


@dataclass
class Grid:
    """A table in text."""

    columns: list[str]
    cells: list[list[str]]
    title: str = ""


@dataclass
class Part:
    """One page: sentences, tables and pictures; or the sentence that says what is missing."""

    name: str
    title: str
    explains: str = ""
    sentences: list[str] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str, Any]] = field(default_factory=list)  #: alt, function of plots, result
    result: Any | None = None
    missing: str = ""


@dataclass
class Options:
    """What counts, as it was asked."""

    every: str = "week"
    window: int | None = None
    core: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)


def pages(tables: Tables, options: Options | None = None) -> list[Part]:
    """Everything that the adoption pages show."""
    asked = options or Options()
    found: list[Any] = []
    parts = [make(tables, asked, found) for make in (*USAGE_PARTS, *MILESTONE_PARTS, _outcomes)]
    return [*parts, _findings(tables, found)]


def _group(tables: Tables) -> dict[str, Any]:
    return {"accounts": tables.accounts, "by": ["group_value"]} if tables.accounts is not None else {}


def _window(options: Options) -> dict[str, Any]:
    return {} if options.window is None else {"window": options.window}


def _active_users(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("active_users", "Active users", missing=_no(tables.usage))
    if part.missing:
        return part
    given = {"every": options.every, "as_of": tables.as_of, **_window(options)}
    active = fealty.adoption.active_users(tables.usage, **given)
    sticky = fealty.adoption.stickiness(tables.usage, **given)
    found += [active, sticky]
    part.result = active
    who = "users" if tables.usage.has_users else "accounts"
    part.explains = (
        f"Distinct {who} active on the last day of each {options.every}, in the 7 and in the {active.window} days "
        "up to it. Stickiness is the mean of the daily numbers of the window over those active in it."
    )
    rows = range(max(0, len(active) - LAST), len(active))
    cells = [
        [
            str(active.date[row]) + ("" if active.complete[row] else "*"),
            _format.count(active.dau[row]),
            f"{sticky.mean_dau[row]:,.1f}",
            _format.count(active.wau[row]),
            _format.count(active.mau[row]),
            _format.percent(sticky.stickiness[row]),
        ]
        for row in rows
    ]
    part.grids.append(Grid(["up to", "DAU", "mean DAU", "WAU", "MAU", "stickiness"], cells))
    if any(not active.complete[row] for row in rows):
        part.notes.append("* the window begins before the first day that is known")
    if len(active):
        part.pictures = [
            ("Active users", "active_user_lines", active),
            ("Stickiness", "stickiness_lines", sticky),
        ]
    return part


def _engagement(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("engagement", "Engagement", missing=_no(tables.usage))
    if part.missing:
        return part
    given = {
        "as_of": tables.as_of,
        "core_events": options.core,
        "features": options.features,
        **_window(options),
    }
    all_ = fealty.adoption.engagement(tables.usage, **given)
    found.append(all_)
    part.result = all_
    columns = ["active", "L7", f"L{all_.window}", "depth", "breadth"]
    part.grids.append(Grid(["", *columns], _engaged(all_, ["all"])))
    if tables.accounts is not None:
        part.result = groups = fealty.adoption.engagement(tables.usage, **given, **_group(tables))
        part.grids.append(Grid([tables.by or "", *columns], _most(_engaged(groups, _names(groups)), part)))
    core = ", ".join(options.core) if options.core else "events of any kind (--core names those that matter)"
    part.notes.append(
        f"L7 and L{all_.window}: days active of the last 7 and {all_.window}. Depth: {core} per active day."
    )
    if not options.features:
        part.notes.append("Breadth needs the names of the key features: --feature names one.")
    histogram = fealty.adoption.engagement_histogram(tables.usage, as_of=tables.as_of, **_window(options))
    part.pictures = [("Days active, by users", "power_user_bars", histogram)]
    return part


def _engaged(result: Any, names: list[str]) -> list[list[str]]:
    return [
        [
            name,
            _format.count(result.active_users[row]),
            _number(result.mean_days_of_7[row]),
            _number(result.frequency[row]),
            _number(result.depth[row]),
            _format.percent(result.breadth[row]),
        ]
        for row, name in enumerate(names)
    ]


def _growth(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("growth_accounting", "Growth accounting", missing=_no(tables.usage))
    if part.missing:
        return part
    growth = fealty.adoption.growth_accounting(tables.usage, every=options.every, as_of=tables.as_of)
    found.append(growth)
    part.result = growth
    part.explains = "Active = opening + new + resurrected \N{MINUS SIGN} dormant, in every line."
    labels = _format.period_labels(growth.period, growth.period_end)
    rows = range(max(0, len(growth) - LAST), len(growth))
    part.grids.append(
        Grid(
            ["period", "opening", "new", "resurrected", "dormant", "active", "retained", "quick ratio"],
            [
                [
                    labels[row] + ("" if growth.complete[row] else "*"),
                    *(_format.count(growth[name][row]) for name in ("opening", "new_users", "resurrected")),
                    f"-{_format.count(growth.dormant[row])}" if growth.dormant[row] else "0",
                    *(_format.count(growth[name][row]) for name in ("active", "retained")),
                    _number(growth.quick_ratio[row]),
                ]
                for row in rows
            ],
        )
    )
    if any(not growth.complete[row] for row in rows):
        part.notes.append("* not known in whole")
    part.pictures = [("Growth accounting", "growth_bars", growth)]
    return part


def _retention(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("usage_retention", "Usage retention", missing=_no(tables.usage))
    if part.missing:
        return part
    part.explains = (
        "The share that came back so many days after the first day; cohorts are months, here all together."
    )
    for kind, title in (("n_day", "on the day"), ("unbounded", "on the day or later")):
        kept = fealty.adoption.usage_retention(tables.usage, kind=kind, every="month", as_of=tables.as_of)
        found.append(kept)
        rows = np.flatnonzero(np.isnat(np.asarray(kept.cohort, "datetime64[D]")))
        cells = [
            [
                f"day {kept.interval_start[row]}",
                _format.count(kept.eligible[row]),
                _format.count(kept.returned[row]),
                _format.percent(kept.rate[row]),
                f"{_format.percent(kept.lower[row])} to {_format.percent(kept.upper[row])}",
            ]
            for row in rows
        ]
        part.grids.append(
            Grid(["", "eligible", "returned", "rate", "95% interval"], cells, f"Active {title}")
        )
        part.result = part.result if part.result is not None else kept
    part.pictures = [("Usage retention", "usage_retention_lines", part.result)]
    return part


def _seats(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("seat_utilization", "Seat utilization", missing=_no(tables.usage) or _no(tables.seats))
    if part.missing:
        return part
    used = fealty.adoption.seat_utilization(
        tables.usage, tables.seats, as_of=tables.as_of, **_window(options)
    )
    found += [used, tables.seats]
    part.result = used
    part.explains = f"Users active in {used.window} days over paid seats, by age of the account in days."
    bands = fealty.adoption.seat_utilization_bands(used)
    part.grids.append(
        Grid(
            [
                "age",
                "accounts",
                "seats",
                "active users",
                "utilization",
                "quartile",
                "median",
                "quartile",
                "unused",
            ],
            [
                [
                    str(bands.band[row]),
                    *(_format.count(bands[name][row]) for name in ("accounts", "seats", "active_users")),
                    *(
                        _format.percent(bands[name][row])
                        for name in ("utilization", "lower_quartile", "median", "upper_quartile")
                    ),
                    _format.count(bands.unused[row]),
                ]
                for row in range(len(bands))
            ],
        )
    )
    part.notes.append(f"Seats: {tables.seats_from}.")
    return part


def _steps(tables: Tables, wanted: list[str]) -> str:
    """Why milestones do not tell; nothing where they do."""
    if isinstance(tables.milestones, str):
        return tables.milestones
    lacking = [name for name in wanted if name not in tables.milestones.names]
    if not lacking:
        return ""
    return (
        f"No milestone is called {', '.join(lacking)}; those there are: {', '.join(tables.milestones.names)}."
    )


def _churn(tables: Tables) -> dict[str, Any]:
    if tables.spells is not None:
        return {"lifetimes": tables.lives, "as_of": tables.as_of}
    return {"as_of": tables.as_of} | ({"churn": "churned"} if "churned" in tables.milestones.names else {})


def _time_to_value(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("time_to_value", "Time to value", missing=_steps(tables, ["signed", "first_value"]))
    if part.missing:
        return part
    value = fealty.adoption.time_to_value(tables.milestones, **_churn(tables))
    found.append(value)
    part.explains = (
        "From the start to the first value, of all who started; who leaves before competes (Aalen-Johansen)."
    )
    columns = ["started", "came", "left before", "waiting", "quarter by", "half by", "three quarters by"]
    columns += [f"by {age} days" for age in AGES]
    part.grids.append(Grid(["", *columns], _valued(value, ["all"])))
    part.result = value.curve
    if tables.accounts is not None:
        groups = fealty.adoption.time_to_value(tables.milestones, **_churn(tables), **_group(tables))
        part.grids.append(
            Grid([tables.by or "", *columns], _most(_valued(groups, _names(groups.summary)), part))
        )
        part.result = groups.curve
    part.notes.append(f"Quartiles are days since the start; {_format.NONE}: not reached yet.")
    if len(value.curve):
        part.pictures = [("Time to value", "time_to_value_steps", value.curve)]
    return part


def _valued(value: Any, names: list[str]) -> list[list[str]]:
    found, curve = value.summary, value.curve
    groups = [str(each) for each in curve.group] if "group" in curve.columns else ["all"] * len(curve)
    told = [str(each) for each in found.group] if "group" in found.columns else ["all"]
    cells = []
    for row, name in enumerate(names):
        mine = [place for place, each in enumerate(groups) if each == told[row]]
        cells.append(
            [
                name,
                *(_format.count(found[each][row]) for each in ("started", "reached", "churned", "waiting")),
                *(_days(found[each][row]) for each in ("lower_quartile", "median", "upper_quartile")),
                *(_share_by(curve, mine, age) for age in AGES),
            ]
        )
    return cells


def _share_by(curve: Any, rows: list[int], age: int) -> str:
    if not rows or curve.time[rows[-1]] < age:
        return _format.NONE
    before = [row for row in rows if curve.time[row] <= age]
    return _format.percent(float(curve.incidence[before[-1]]) if before else 0.0)


def _funnel(tables: Tables, options: Options, found: list[Any]) -> Part:
    steps = ["signed", "onboarded", "first_value", "adopted"]
    part = Part("milestone_funnel", "Funnel", missing=_steps(tables, steps))
    if part.missing:
        return part
    part.result = funnel = fealty.adoption.milestone_funnel(tables.milestones, steps=steps, **_churn(tables))
    found.append(funnel)
    columns = [
        "step",
        "reached",
        "of the step before",
        "of the first",
        "left before",
        "waiting",
        "median days",
    ]
    cells = [
        [
            str(funnel.step[row]),
            _format.count(funnel.reached[row]),
            _format.percent(funnel.from_previous[row]),
            _format.percent(funnel.from_first[row]),
            *(_format.count(funnel[name][row]) for name in ("churned", "waiting")),
            _days(funnel["median"][row]),
        ]
        for row in range(len(funnel))
    ]
    part.grids.append(Grid(columns, cells))
    part.notes.append("Median days: of all who came to the step before, by when half of them have come on.")
    part.pictures = [("Funnel", "funnel_bars", funnel)]
    return part


def _rates(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part(
        "rates",
        "Onboarding and adoption rates",
        missing=_steps(tables, ["signed", "onboarded", "adopted"]),
    )
    if part.missing:
        return part
    made = (
        ("onboarded", "started", fealty.adoption.onboarding_rate(tables.milestones, **_churn(tables))),
        ("adopted", "onboarded", fealty.adoption.adoption_rate(tables.milestones, **_churn(tables))),
    )
    for name, base, rate in made:
        found.append(rate)
        labels = _format.period_labels(rate.period, rate.period_end)
        cells = [
            [
                labels[row] + ("" if rate.complete[row] else "*"),
                _format.count(rate[base][row]),
                _format.count(rate[name][row]),
                _format.percent(rate.rate[row]),
                _interval(rate.lower[row], rate.upper[row]),
            ]
            for row in range(max(0, len(rate) - LAST), len(rate))
        ]
        total = [
            "all closed",
            _format.count(getattr(rate, f"total_{base}")),
            _format.count(getattr(rate, f"total_{name}")),
            _format.percent(rate.total_rate),
            _interval(rate.total_lower, rate.total_upper),
        ]
        title = f"{name.capitalize()} within {rate.window_days} days"
        part.grids.append(Grid([base, base, name, "rate", "95% interval"], [*cells, total], title))
        part.grids[-1].columns[0] = "month"
        part.result = part.result if part.result is not None else rate
    part.notes.append("* the window is still open: the rate is an estimate, and the counts are those so far")
    return part


def _equation(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part(
        "growth_equation", "Growth equation", missing=_steps(tables, ["signed", "first_value", "adopted"])
    )
    if part.missing:
        return part
    rows = tables.connection.sql(_equation_sql(tables))
    if not rows.fetchall():
        part.missing = "There are no customers today."
        return part
    given = {"customers": "customers", "onboarded": "onboarded", "adopted": "adopted"}
    if tables.accounts is not None:
        given["segment"] = "segment"
    part.result = growth = fealty.adoption.growth_equation(fealty.adoption.GrowthSegments(rows, **given))
    found.append(growth)
    last = len(growth) - 1
    part.explains = "Successful customers = customers \N{MULTIPLICATION SIGN} onboarding rate \N{MULTIPLICATION SIGN} adoption rate."
    part.sentences.append(
        f"{_format.count(round(growth.successes[last]))} of {_format.count(growth.customers[last])} customers are "
        f"successful. A point more of the onboarding rate brings {growth.per_onboarding_point[last]:,.1f} more, a "
        f"point more of the adoption rate {growth.per_adoption_point[last]:,.1f}."
    )
    names = _names(growth, "segment")[:-1] + ["all"] if "segment" in given else ["all"]
    cells = [
        [
            name,
            _format.count(growth.customers[row]),
            _format.percent(growth.onboarding_rate[row]),
            _format.percent(growth.adoption_rate[row]),
            f"{growth.successes[row]:,.0f}",
            _number(growth.per_onboarding_point[row]),
            _number(growth.per_adoption_point[row]),
        ]
        for row, name in enumerate(names)
    ]
    head = [
        "customers",
        "onboarding rate",
        "adoption rate",
        "successful",
        "a point of onboarding",
        "a point of adoption",
    ]
    part.grids.append(Grid([tables.by or "", *head], cells))
    who = "of today" if tables.spells is not None else "that ever signed, for subscriptions are not known"
    part.notes.append(f"Customers {who}. Onboarded: came to first value. Adopted: of these, came to adopted.")
    return part


def _equation_sql(tables: Tables) -> str:
    """Customers, and how many of these came to first value and then adopted: milestones up to as_of."""
    day = f"DATE {literal(tables.as_of)}"
    if tables.spells is not None:
        tables.connection.register("spells_now", tables.spells)
        customers = "SELECT DISTINCT account FROM spells_now WHERE NOT ended"
    else:
        customers = f"SELECT DISTINCT account FROM steps WHERE milestone = 'signed' AND \"date\" <= {day}"
    segment, members = "'all'", ""
    if tables.accounts is not None:
        there = [str(row[0]) for row in sql_rows(tables.connection, "DESCRIBE members")]
        order = "arg_max(group_value, valid_from)" if "valid_from" in there else "any_value(group_value)"
        known = f"WHERE valid_from <= {day}" if "valid_from" in there else ""
        members = (
            f"LEFT JOIN (SELECT account, {order} AS g FROM members {known} GROUP BY 1) g USING (account)"
        )
        segment = "coalesce(g, 'unknown')"
    return (
        f"WITH c AS ({customers}), m AS (SELECT account, bool_or(milestone = 'first_value') AS v, "
        f"bool_or(milestone = 'adopted') AS a FROM steps WHERE \"date\" <= {day} GROUP BY 1) "
        f"SELECT {segment} AS segment, count(*) AS customers, count(*) FILTER (v) AS onboarded, "
        f"count(*) FILTER (v AND a) AS adopted FROM c LEFT JOIN m USING (account) {members} GROUP BY 1 ORDER BY 1"
    )


def _outcomes(tables: Tables, options: Options, found: list[Any]) -> Part:
    part = Part("outcomes", "Outcomes", missing=_no(tables.goals))
    if part.missing:
        return part
    part.result = reached = fealty.adoption.outcomes(tables.goals, as_of=tables.as_of)
    found.append(reached)
    total = fealty.adoption.outcome_totals(reached)
    part.explains = "What customers want, and how far they have come with it."
    sums = ["value", "cost", "net_value"] if total.priced[0] else []
    exponent = tables.goals.currency.exponent if sums else 0
    part.grids.append(
        Grid(
            [
                "accounts",
                "goals",
                "reached",
                "stalled",
                "attainment",
                *(each.replace("_", " ") for each in sums),
                "ROI",
            ],
            [
                [
                    *(_format.count(total[name][0]) for name in ("accounts", "goals", "reached", "stalled")),
                    _format.percent(total.attainment[0]),
                    *(_format.money(getattr(total, f"{name}_minor")[0], exponent) for name in sums),
                    _format.percent(total.roi[0]),
                ]
            ],
        )
    )
    if sums:
        part.notes.append(f"Amounts in {tables.goals.currency.code}.")
    return part


def _findings(tables: Tables, found: list[Any]) -> Part:
    """What is odd about the rows, each once."""
    part = Part("findings", "Findings of usage and milestones")
    listed: dict[tuple[str, str], list[str]] = {}
    for each in (tables.usage, tables.milestones, tables.goals, *found):
        for finding in getattr(each, "findings", []):
            text = str(finding.message)
            if finding.code != "as_of_inferred":
                key = (finding.code, text.partition(": ")[2])
                listed.setdefault(
                    key, [finding.code, str(finding.severity), _format.count(len(finding.rows)), text]
                )
    if listed:
        part.grids.append(Grid(["code", "severity", "rows", "the first of them"], [*listed.values()]))
    else:
        part.sentences.append("Nothing odd was found in the rows.")
    return part


USAGE_PARTS: tuple[Callable[[Tables, Options, list[Any]], Part], ...] = (
    _active_users,
    _engagement,
    _growth,
    _retention,
    _seats,
)
MILESTONE_PARTS: tuple[Callable[[Tables, Options, list[Any]], Part], ...] = (
    _time_to_value,
    _funnel,
    _rates,
    _equation,
)


def to_sections(parts: list[Part]) -> str:
    """The adoption pages as HTML."""
    return "".join(_section(part) for part in parts)


def _section(part: Part) -> str:
    if part.missing:
        return section(part.title, f"<p>{html.escape(part.missing)}</p>")
    words = "".join(f"<p>{html.escape(each)}</p>" for each in part.sentences)
    drawn = "".join(
        f"<figure>{picture(alt, (11.5, 4.2), _drawing(name, result))}</figure>"
        for alt, name, result in part.pictures
    )
    grids = "".join(
        (f"<h3>{html.escape(grid.title)}</h3>" if grid.title else "")
        + html_table(grid.columns, grid.cells, numbers=part.name != "findings")
        for grid in part.grids
    )
    notes = "".join(f"<p class=note>{html.escape(each)}</p>" for each in part.notes)
    return section(part.title, words + drawn + grids + notes, html.escape(part.explains))


def _drawing(name: str, result: Any) -> Callable[[Any], Any]:
    from fealty import plots

    return lambda ax: getattr(plots, name)(result, ax=ax)


def _no(table: Any) -> str:
    return table if isinstance(table, str) else ""


def _names(result: Any, column: str = "group") -> list[str]:
    return ["unknown" if each is None else str(each) for each in result[column]]


def _most(cells: list[list[str]], part: Part) -> list[list[str]]:
    """The first groups, and a note where there are more."""
    if len(cells) > MOST_GROUPS:
        part.notes.append(f"The first {MOST_GROUPS} of {len(cells):,} groups; -f csv has all.")
    return cells[:MOST_GROUPS]


def _number(value: float) -> str:
    return f"{value:,.2f}" if np.isfinite(value) else _format.NONE


def _days(value: float) -> str:
    return f"{value:,.0f}" if np.isfinite(value) else _format.NONE


def _interval(low: float, high: float) -> str:
    return f"{_format.percent(low)} to {_format.percent(high)}" if np.isfinite(low) else _format.NONE
