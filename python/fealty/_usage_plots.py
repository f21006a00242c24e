# SPDX-License-Identifier: MIT
"""Pictures of usage, of the way to value, and of the people who look after accounts."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np

from fealty import _format, coverage
from fealty._drawing import (
    GROUPS,
    INK,
    LEVEL,
    MOST_BANDS,
    MUTED,
    Steps,
    counts,
    date_axis,
    draw_steps,
    dress,
    groups_of,
    name_ends,
    nothing,
    notes,
    own_axes,
    percents,
    period_axis,
)

try:
    from matplotlib.axes import Axes
    from matplotlib.patches import Rectangle
    from matplotlib.ticker import MaxNLocator, NullFormatter
except ImportError as error:
    raise ImportError("plots need matplotlib: pip install 'fealty[report]'") from error

MOST_LINES, MOST_CSMS, MOST_NAMES, LATEST_COHORTS = 7, 40, 20, 4
LINES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (5, 1.5, 1, 1.5)))  # none that looks dotted
WORK = {"onboarding": "#0072B2", "check_in": "#56B4E9", "review": "#009E73", "renewal": "#E69F00"}
WORK_HATCHES = {"review": "////", "renewal": "...."}


def active_user_lines(active: Any, *, ax: Axes | None = None) -> Axes:
    """Daily, weekly and monthly active users; of groups, the monthly ones of at most seven.

    Dotted parts count windows that begin before the first day that is known: they are too low.

    :param active: as made by active_users()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.0)
    groups = groups_of(active)
    if not groups:
        return nothing(ax, "Active users", "no period has ended yet")
    if "group" in active.columns:
        title = f"Users active in {active.window} days, by group"
        lines = [(name, rows, active.mau) for name, rows in _largest(groups, active.mau)]
    else:
        title, rows = "Active users", groups[0][1]
        lines = [
            (f"MAU ({active.window} days)", rows, active.mau),
            ("WAU", rows, active.wau),
            ("DAU", rows, active.dau),
        ]
    _dated_lines(ax, active, lines)
    ax.set_ylim(0.0, 1.08 * max(1.0, *(float(values[rows].max()) for _, rows, values in lines)))
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    ax.yaxis.set_major_formatter(counts())
    ends = [
        (float(values[rows][-1]), 0.0, f"{name} {_format.count(values[rows][-1])}", GROUPS[place])
        for place, (name, rows, values) in enumerate(lines)
    ]
    name_ends(ax, ends, rates=False)
    how = ", estimated" if str(active.counting) == "approximate" else ""
    dress(ax, f"{title}{how}", "users")
    notes(ax, _fewer(groups, "most users"), _incomplete(active, lines))
    return ax


def stickiness_lines(sticky: Any, *, ax: Axes | None = None) -> Axes:
    """On what share of the window's days an active user came; of groups, of at most seven.

    :param sticky: as made by stickiness()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.0)
    groups, title = groups_of(sticky), f"Stickiness, {sticky.window} days"
    if not groups or not np.isfinite(sticky.stickiness).any():
        return nothing(ax, title, "no active users in any window")
    lines = [(name, rows, sticky.stickiness) for name, rows in _largest(groups, sticky.mau)]
    _dated_lines(ax, sticky, lines)
    shown = np.concatenate([sticky.stickiness[rows] for _, rows, _ in lines])
    ax.set_ylim(0.0, min(1.03, 1.15 * float(np.nanmax(shown))) if np.isfinite(shown).any() else 1.03)
    ax.yaxis.set_major_formatter(percents())
    ends = [
        (*_last_known(values[rows]), name, GROUPS[place]) for place, (name, rows, values) in enumerate(lines)
    ]
    name_ends(ax, ends)
    dress(ax, title, "mean DAU of MAU")
    notes(ax, _fewer(groups, "most users"), _incomplete(sticky, lines))
    return ax


def growth_bars(growth: Any, *, group: str | None = None, ax: Axes | None = None) -> Axes:
    """New and resurrected users above the line, dormant ones below it, and the active ones as a line.

    Users who come from other groups, or go to them, are drawn where there are any.

    :param growth: as made by growth_accounting()
    :param group: of which group; by default that with the most active users
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.2)
    unit = str(growth.unit)
    title = f"Growth of active {unit}"
    chosen = _one_group(growth, growth.active, group)
    if chosen is None:
        return nothing(ax, title, "no period with usage")
    name, rows = chosen
    at, over = np.arange(len(rows)), ~np.asarray(growth.complete[rows], bool)
    kinds = [("new_users", "new", GROUPS[0], 1), ("resurrected", "resurrected", GROUPS[2], 1)]
    kinds += [("entered", "entered", GROUPS[5], 1)] if growth.entered[rows].any() else []
    kinds += [("dormant", "dormant", GROUPS[1], -1)]
    kinds += [("left", "left", GROUPS[4], -1)] if growth.left[rows].any() else []
    stacks = {1: np.zeros(len(rows)), -1: np.zeros(len(rows))}
    for column, label, color, sign in kinds:
        heights = sign * np.asarray(growth[column][rows], float)
        drawn = ax.bar(at, heights, 0.8, bottom=stacks[sign], color=color, label=label, zorder=2)
        for bar in (bar for bar, open_ in zip(drawn, over, strict=True) if open_):
            bar.set(hatch="////", edgecolor="white", linewidth=0.0)
        stacks[sign] = stacks[sign] + heights
    ax.plot(at, growth.active[rows], color="white", linewidth=3.2, zorder=3)
    marker = "o" if len(rows) <= 36 else ""
    ax.plot(
        at,
        growth.active[rows],
        color=INK,
        linewidth=1.4,
        marker=marker,
        markersize=3.5,
        label="active",
        zorder=4,
    )
    ax.axhline(0, color=INK, linewidth=0.8, zorder=3)
    dress(ax, f"{title}{_of(growth, name)}", unit, legend=len(kinds) + 1)
    ax.yaxis.set_major_formatter(counts())
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    period_axis(ax, SimpleNamespace(period=growth.period[rows], period_end=growth.period_end[rows]))
    ax.use_sticky_edges = False
    ax.margins(y=0.06)
    notes(ax, "hatched: period not over" if over.any() else "")
    return ax


def usage_retention_lines(retention: Any, *, ax: Axes | None = None) -> Axes:
    """Which share comes back, by days since the start: all cohorts together, and the latest ones lighter.

    Of groups, all cohorts of at most seven. Hollow points rest on a part of their cohort.

    :param retention: as made by usage_retention()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(9.0, 4.4)
    together, title = np.isnat(retention.cohort), f"Retention of {retention.unit}"
    if not np.isfinite(retention.rate[together]).any():
        return nothing(ax, title, "nobody has been seen for as long as the first interval")
    groups = [(name, rows[together[rows]]) for name, rows in groups_of(retention)]
    groups = [(name, rows) for name, rows in groups if np.isfinite(retention.rate[rows]).any()]
    largest = _largest(groups, retention.started)
    for place, (name, rows) in enumerate(largest):
        _retention_line(ax, retention, rows, place, name or "all together", len(largest) <= MOST_BANDS)
    several = "group" in retention.columns
    cohorts = [] if several else _latest_cohorts(retention)
    for place, start in enumerate(cohorts):
        rows = np.flatnonzero(retention.cohort == start)
        dots = ("s", "^", "D", "v")[place]
        _cohort_line(ax, retention, rows, _cohort_name(start, str(retention.every)), ("#7F7F7F", dots))
    shown = np.concatenate([np.asarray(line.get_ydata(), float) for line in ax.lines])
    ax.set_ylim(0.0, min(1.03, 1.15 * max(float(np.nanmax(shown)), 0.02)))
    ax.yaxis.set_major_formatter(percents())
    kind = {
        "n_day": "active on the day",
        "unbounded": "active on the day or later",
        "bracket": "active in the days",
    }
    dress(ax, title, f"of those who started, {kind[str(retention.kind)]}", legend=len(largest) + len(cohorts))
    _interval_axis(ax, retention, largest[0][1])
    hollow = (
        "; hollow: part of the cohort has not been seen so long"
        if _part_seen(retention, cohorts, largest)
        else ""
    )
    ax.set_xlabel(f"days since the start{hollow}", color=MUTED, fontsize=9)
    notes(ax, _fewer(groups, "most users"))
    return ax


def power_user_bars(histogram: Any, *, group: str | None = None, ax: Axes | None = None) -> Axes:
    """The power-user curve: which share of the active users came on how many days.

    :param histogram: as made by engagement_histogram()
    :param group: of which group; by default that with the most active users
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(8.0, 3.8)
    title = f"Users by days active, of {histogram.window} days"
    chosen = _one_group(histogram, histogram.users, group)
    if chosen is None or not histogram.users[chosen[1]].any():
        return nothing(ax, title, "no active users in the window")
    name, rows = chosen
    ax.bar(histogram.days[rows], histogram.share[rows], 0.85, color=GROUPS[0], zorder=2)
    ax.yaxis.set_major_formatter(percents())
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=15))
    ax.set_xlim(0.3, float(histogram.days[rows].max()) + 0.7)
    until = f" to {histogram.as_of}" if histogram.as_of is not None else ""
    dress(ax, f"{title}{until}{_of(histogram, name)}", "of active users")
    ax.set_xlabel("days active", color=MUTED, fontsize=9)
    return ax


def time_to_value_steps(curve: Any, *, title: str | None = None, ax: Axes | None = None) -> Axes:
    """Which share of all who started has come to value by a day, and which has left without, as a dashed line.

    Diamonds are at the first days by which a quarter, a half and three quarters have come to value.

    :param curve: the curve of what time_to_value() makes
    :param title: above it
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    curve = getattr(curve, "curve", curve)
    groups = groups_of(curve)
    shown = _largest(groups, curve.at_risk)
    low, high = (np.where(np.isfinite(each), each, curve.incidence) for each in (curve.lower, curve.upper))
    lines = [
        Steps(name or "with value", rows, curve.incidence[rows], low[rows], high[rows], 0.0)
        for name, rows in shown
    ]
    ax = draw_steps(ax, curve, lines, title or "Time to value", "of all who started", rates=True)
    if not lines:
        return ax
    several = len(lines) > 1
    for place, line in enumerate(lines):
        color = GROUPS[place % len(GROUPS)]
        left = np.concatenate([[0.0], curve.churn_incidence[line.rows]])
        times = np.concatenate([[0.0], curve.time[line.rows]])
        look: Any = {"color": color if several else MUTED, "linestyle": (0, (4, 3)), "linewidth": 1.0}
        if left.any():
            ax.step(times, left, where="post", zorder=2, **look)
        _quartile_marks(ax, curve, line, color, written=not several)
    highest = max(ax.get_ylim()[1], 1.1 * float(np.max(curve.churn_incidence)))
    ax.set_ylim(0.0, min(1.03, highest))
    ax.set_xlabel("days since the start", color=MUTED, fontsize=9)
    anyone_left = bool(np.any(curve.churn_incidence > 0))
    said = "thin dashes: left without value" if anyone_left else ""
    notes(ax, _fewer(groups, "most accounts"), said, "\N{BLACK DIAMOND}: quartiles")
    return ax


def funnel_bars(funnel: Any, *, group: str | None = None, ax: Axes | None = None) -> Axes:
    """How many accounts came to each step, wait for it, or left before it, and how long it takes.

    :param funnel: as made by milestone_funnel()
    :param group: of which group; by default that with the most accounts
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    chosen = _one_group(funnel, funnel.reached, group)
    steps = len(chosen[1]) if chosen else 3
    ax = ax if ax is not None else own_axes(9.0, 1.5 + 0.55 * steps)
    title = "From step to step"
    if chosen is None or not funnel.reached[chosen[1]].any():
        return nothing(ax, title, "no account has come to the first step")
    name, rows = chosen
    parts = (("reached", GROUPS[0], ""), ("waiting", "#BBBBBB", "////"), ("churned", GROUPS[1], "...."))
    begin = np.zeros(len(rows))
    for column, color, hatch in parts:
        widths = np.asarray(funnel[column][rows], float)
        look: Any = {"hatch": hatch, "edgecolor": "white", "linewidth": 0.0} if hatch else {}
        ax.barh(range(len(rows)), widths, 0.7, left=begin, color=color, label=column, zorder=2, **look)
        begin = begin + widths
    for place, row in enumerate(rows):
        _say(ax, place, _step_text(funnel, row, place))
    names = [f"{str(step).replace('_', ' ')}\n{_format.count(n)}" for step, n in zip(
        funnel.step[rows], funnel.reached[rows], strict=True)]  # fmt: skip
    dress(ax, f"{title}{_of(funnel, name)}", "", legend=len(parts))
    ax.grid(visible=False)
    ax.set_yticks(range(len(rows)), names)
    ax.tick_params(axis="y", length=0)
    ax.set_ylim(len(rows) - 0.5, -0.5)
    ax.set_xlim(0.0, 1.01 * float(begin.max()))
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, nbins=8))
    ax.xaxis.set_major_formatter(counts())
    ax.set_xlabel(
        "accounts; days are the median from the step before, of all who came to that", color=MUTED, fontsize=9
    )
    return ax


def workload_bars(weeks: Any, *, ax: Axes | None = None) -> Axes:
    """Hours of work of each week by kind, against the time that there is.

    :param weeks: the weeks of what capacity() makes
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.2)
    n = len(weeks)
    if n == 0:
        return nothing(ax, "Work by week", "no weeks are planned")
    at, stack = np.arange(n), np.zeros(n)
    for kind, color in WORK.items():
        hours = np.asarray(weeks[f"{kind}_minutes"], float) / 60
        hatched = kind in WORK_HATCHES and n <= 60
        look: Any = {"hatch": WORK_HATCHES[kind], "edgecolor": "white", "linewidth": 0.0} if hatched else {}
        width = 0.8 if n <= 60 else 1.0
        ax.bar(at, hours, width, bottom=stack, color=color, label=kind.replace("_", "-"), zorder=2, **look)
        stack = stack + hours
    supply = np.asarray(weeks.supply_minutes, float) / 60
    edges = np.append(at - 0.5, n - 0.5)
    ax.step(
        edges, np.append(supply, supply[-1]), where="post", color=INK, linewidth=1.6, label="time", zorder=4
    )
    over = np.asarray(weeks.shortfall_minutes) > 0
    top = max(float(stack.max()), float(supply.max()), 1.0)
    ax.plot(at[over], stack[over] + 0.035 * top, "v", color=INK, markersize=4.5, linestyle="", zorder=5)
    dress(ax, "Work and time by week", "hours", legend=len(WORK) + 1)
    ax.set_ylim(0.0, 1.1 * top)
    ax.yaxis.set_major_formatter(counts())
    monday = np.asarray(weeks.week, "datetime64[D]")
    period_axis(ax, SimpleNamespace(period=monday, period_end=monday + 6))
    said = f"\N{BLACK DOWN-POINTING TRIANGLE}: more work than time, in {np.count_nonzero(over)} of "
    notes(ax, f"{said}{_format.plural(n, 'week')}" if over.any() else "")
    return ax


def workload_heat_map(workload: Any, *, ax: Axes | None = None) -> Axes:
    """Work by CSM and week in percent of the time; framed or dotted where there is more work than time.

    :param workload: the workload of what capacity() makes
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    weeks = np.unique(np.asarray(workload.week, "datetime64[D]"))
    csms = ["nobody" if each is None else str(each) for each in workload.csm.tolist()]
    names = list(dict.fromkeys(csms))
    shown = _busiest(names, csms, workload.demand_minutes)
    size = (min(13.0, 2.8 + 0.36 * max(len(weeks), 8)), 1.7 + 0.27 * max(len(shown), 3))
    ax = ax if ax is not None else own_axes(*size)
    title = "Work in % of the time"
    if not shown:
        return nothing(ax, title, "no CSM has work or time: give owners or staff")
    grid, over, idle = _workload_grid(workload, csms, shown, weeks)
    known = grid[np.isfinite(grid)]
    highest = max(1.0, min(2.0, float(known.max(initial=1.0))))
    edges = np.arange(len(weeks) + 1) - 0.5, np.arange(len(shown) + 1) - 0.5
    mesh = ax.pcolormesh(
        *edges,
        np.ma.masked_invalid(grid),
        cmap="cividis",
        vmin=0.0,
        vmax=highest,
        edgecolors="white",
        linewidth=0.5,
    )
    ax.invert_yaxis()
    if len(weeks) > 30:
        bar = ax.figure.colorbar(mesh, ax=ax, pad=0.015, fraction=0.025, aspect=40, extend="max")
        bar.ax.yaxis.set_major_formatter(percents())
        bar.ax.tick_params(labelsize=8, color=MUTED)
    _write_workload(ax, grid, over, idle, mesh, written=len(weeks) <= 30)
    ax.set_yticks(range(len(shown)), shown)
    period_axis(ax, SimpleNamespace(period=weeks, period_end=weeks + 6))
    ax.set_xlim(-0.5, len(weeks) - 0.5)
    if len(weeks) <= 30:
        step = -(-len(weeks) // 12)
        labels = _format.period_labels(weeks, weeks + 6)
        ax.set_xticks(range(0, len(weeks), step), labels[::step], rotation=0 if len(weeks) <= 6 else 30)
    ax.tick_params(length=0, labelsize=8, labelcolor=INK)
    for spine in ax.spines.values():
        spine.set_visible(False)
    ax.set_title(title, loc="left", fontsize=11, fontweight="bold", color=INK, pad=24)
    mark = "framed" if len(weeks) <= 30 else "dotted"
    said = [f"{mark}: more work than time"] if over.any() else []
    said += ["\N{MULTIPLICATION SIGN}: work, but no time"] if idle.any() else []
    fewer = f"{len(shown)} of {len(names)} CSMs: the busiest" if len(names) > len(shown) else ""
    notes(ax, fewer, "; ".join(said))
    return ax


def performance_funnel(performance: Any, *, ax: Axes | None = None) -> Axes:
    """Observed over expected events of each group, against what is expected, with the limits of chance.

    Groups beyond the limits are named: by chance 5% lie beyond the inner ones, 0.2% beyond the outer.

    :param performance: as made by performance()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(9.0, 5.0)
    title, told = "Observed against expected", np.isfinite(performance.ratio)
    if not told.any():
        return nothing(ax, title, "nothing is expected of any group")
    limits = coverage.funnel_limits(performance)
    for edge, dash, label in (("95", (0, (5, 2)), "95%"), ("998", "-", "99.8%")):
        for side in ("lower", "upper"):
            name = label if side == "upper" else "_nolegend_"
            ax.plot(
                limits.expected,
                limits[f"{side}_{edge}"],
                color=MUTED,
                linestyle=dash,
                linewidth=1.1,
                label=name,
            )
    ratio, expected = performance.ratio, performance.expected
    inner = told & ((ratio < performance.funnel_lower_95) | (ratio > performance.funnel_upper_95))
    outer = told & ((ratio < performance.funnel_lower_998) | (ratio > performance.funnel_upper_998))
    looks: Any = (
        (told & ~inner, GROUPS[0], "o", "white", "within"),
        (inner & ~outer, GROUPS[4], "D", GROUPS[4], "beyond 95%"),
        (outer, GROUPS[1], "s", GROUPS[1], "beyond 99.8%"),
    )
    for rows, color, mark, face, label in looks:
        if rows.any():
            ax.plot(
                expected[rows],
                ratio[rows],
                mark,
                color=color,
                markerfacecolor=face,
                markersize=6,
                label=label,
                zorder=4,
            )
    ax.axhline(1.0, color=INK, linewidth=0.9, zorder=1)
    ax.axhline(
        performance.overall_ratio,
        color=LEVEL,
        linestyle=(0, (1, 2)),
        linewidth=1.4,
        label="overall",
        zorder=2,
    )
    dress(ax, title, "observed / expected events", legend=7)
    ax.set_xlabel("expected events", color=MUTED, fontsize=9)
    _ratio_heights(ax, performance, told)
    ax.set_xlim(0.0, float(limits.expected[-1]))
    _name_groups(ax, performance, np.flatnonzero(inner))
    left = int(np.count_nonzero(~told))
    notes(ax, f"without expectation: {_format.plural(left, 'group')}" if left else "")
    return ax


def _largest(groups: list[tuple[str, Any]], sizes: Any) -> list[tuple[str, Any]]:
    """The groups that are largest at some time, at most as many as there are colors, in their order."""
    ranked = sorted(groups, key=lambda group: -float(np.max(sizes[group[1]], initial=0)))[:MOST_LINES]
    kept = {name for name, _ in ranked}
    return [(name, rows) for name, rows in groups if name in kept]


def _fewer(groups: list[tuple[str, Any]], which: str) -> str:
    return f"{MOST_LINES} of {len(groups)} groups: those of the {which}" if len(groups) > MOST_LINES else ""


def _one_group(result: Any, sizes: Any, name: str | None) -> tuple[str, Any] | None:
    """The group of a name, or else the largest."""
    groups = groups_of(result)
    if not groups:
        return None
    if name is None:
        return max(groups, key=lambda group: float(np.max(sizes[group[1]], initial=0)))
    for each in groups:
        if each[0] == name:
            return each
    raise ValueError(
        f"group = {name!r} is not there; those that are: {', '.join(each for each, _ in groups[:20])}"
    )


def _of(result: Any, name: str) -> str:
    """What a title says of the group that is drawn."""
    many = len(groups_of(result))
    return (
        "" if not name else f", {_format.visible(name, 40)}" + (f" (1 of {many} groups)" if many > 1 else "")
    )




def _dated_lines(ax: Axes, table: Any, lines: list[tuple[str, Any, Any]]) -> None:
    """Lines over days, dotted and lighter where their windows are not known in whole."""
    complete = np.asarray(table.complete, bool)
    for place, (_, rows, values) in enumerate(lines):
        dates, known = np.asarray(table.date[rows], "datetime64[D]"), complete[rows]
        look: Any = {
            "color": GROUPS[place],
            "zorder": 3,
            "marker": "o" if len(rows) <= 12 else "",
            "markersize": 4,
        }
        heights = np.asarray(values[rows], float)
        first = int(np.argmax(known)) if known.any() else len(rows)
        if first > 0:
            part = slice(0, first + 1)
            ax.plot(
                dates[part],
                heights[part],
                linestyle=":",
                alpha=0.6,
                linewidth=1.4,
                markerfacecolor="white",
                **look,
            )
        dash = LINES[place % len(LINES)] if len(rows) <= 200 else "-"
        width = 1.8 if len(rows) <= 200 else 1.1
        ax.plot(dates[first:], heights[first:], linestyle=dash, linewidth=width, **look)
    date_axis(
        ax, np.unique(np.concatenate([np.asarray(table.date[rows], "datetime64[D]") for _, rows, _ in lines]))
    )



def _incomplete(table: Any, lines: list[tuple[str, Any, Any]]) -> str:
    short = any(not np.all(table.complete[rows]) for _, rows, _ in lines)
    return "dotted: window begins before the data" if short else ""


def _last_known(values: Any) -> tuple[float, float]:
    known = np.flatnonzero(np.isfinite(values))
    last = float(values[known[-1]]) if known.size else 0.0
    return last, float(values[-1])


def _retention_line(ax: Axes, retention: Any, rows: Any, place: int, name: str, band: bool) -> None:
    color, days, rate = GROUPS[place], retention.interval_start[rows], retention.rate[rows]
    ax.plot(days, rate, color=color, linestyle=LINES[place % len(LINES)], linewidth=2.2, label=name, zorder=5)
    if len(rows) <= 40:
        seen = np.isfinite(rate)
        ax.errorbar(
            days[seen], rate[seen], color=color, fmt="o", markersize=4.5, zorder=6,
            yerr=np.abs([(rate - retention.lower[rows])[seen], (retention.upper[rows] - rate)[seen]]) if band else None,
            elinewidth=0.8,
        )  # fmt: skip
    if band:
        low, high = retention.lower[rows], retention.upper[rows]
        ax.fill_between(days, low, high, color=color, alpha=0.15, linewidth=0, zorder=1)


def _cohort_line(ax: Axes, retention: Any, rows: Any, name: str, look: tuple[str, str]) -> None:
    (color, mark), days, rate = look, retention.interval_start[rows], retention.rate[rows]
    every = max(1, len(rows) // 15)
    ax.plot(
        days,
        rate,
        color=color,
        linewidth=1.0,
        alpha=0.8,
        marker=mark,
        markersize=4,
        markevery=every,
        label=name,
    )
    part = ~np.asarray(retention.complete[rows], bool)
    part[np.arange(len(rows)) % every != 0] = False
    ax.plot(
        days[part],
        rate[part],
        mark,
        color=color,
        markerfacecolor="white",
        markersize=4.5,
        linestyle="",
        zorder=4,
    )


def _latest_cohorts(retention: Any) -> list[Any]:
    seen = ~np.isnat(retention.cohort) & np.isfinite(retention.rate)
    return list(np.unique(retention.cohort[seen])[-LATEST_COHORTS:])


def _cohort_name(start: Any, every: str) -> str:
    return (
        str(start)[:4] if every == "year" else str(start)[:7] if every in ("month", "quarter") else str(start)
    )


def _part_seen(retention: Any, cohorts: list[Any], largest: list[tuple[str, Any]]) -> bool:
    rows = np.isin(retention.cohort, cohorts) if cohorts else np.zeros(len(retention), bool)
    return bool(np.any(rows & ~np.asarray(retention.complete, bool) & np.isfinite(retention.rate)))


def _interval_axis(ax: Axes, retention: Any, rows: Any) -> None:
    """Names intervals by their days where they are few."""
    starts = retention.interval_start[rows]
    if len(rows) > 12:
        ax.xaxis.set_major_locator(MaxNLocator(integer=True))
        return
    names = [str(start) for start in starts]
    if str(retention.kind) == "bracket":
        ends = retention.interval_end[rows]
        names = [f"{start}\N{EN DASH}{int(end)}" for start, end in zip(starts, ends, strict=True)]
    ax.set_xticks(starts, names)


def _quartile_marks(ax: Axes, curve: Any, line: Steps, color: str, *, written: bool) -> None:
    """Diamonds where so many of all who started have come to value."""
    for share in (0.25, 0.5, 0.75):
        there = np.flatnonzero(line.values >= share - 1e-12)
        if not there.size:
            return
        day = float(curve.time[line.rows][there[0]])
        ax.plot([day], [share], "D", color=color, markersize=5.5, markeredgecolor="white", zorder=5)
        if written:
            ax.annotate(
                f"{share:.0%} by day {day:g}", (day, share), (7, -3), textcoords="offset points", va="top",
                fontsize=8, color=INK, bbox={"facecolor": "white", "alpha": 0.7, "linewidth": 0, "pad": 1},
            )  # fmt: skip


def _say(ax: Axes, place: int, text: str) -> None:
    where: Any = ("axes fraction", "data")
    ax.annotate(
        text, (1.01, place), xycoords=where, va="center", fontsize=8.5, color=INK, annotation_clip=False
    )


def _step_text(funnel: Any, row: int, place: int) -> str:
    if place == 0:
        return "100.0% of all"
    days = float(funnel.median[row])
    took = f"median {days:,.4g} days" if np.isfinite(days) else "less than half come on"
    return f"{_format.percent(float(funnel.from_first[row]))} of all; {took}"


def _busiest(names: list[str], csms: list[str], demand: Any) -> list[str]:
    """The CSMs with the most work, in their order."""
    if len(names) <= MOST_CSMS:
        return names
    places = {name: place for place, name in enumerate(names)}
    work = np.bincount([places[each] for each in csms], weights=np.asarray(demand, float))
    kept = set(np.argsort(-work, kind="stable")[:MOST_CSMS].tolist())
    return [name for place, name in enumerate(names) if place in kept]


def _workload_grid(workload: Any, csms: list[str], shown: list[str], weeks: Any) -> tuple[Any, Any, Any]:
    """Utilization by CSM and week, and where there is more work than time, or work and no time at all."""
    places = {name: place for place, name in enumerate(shown)}
    kept = np.flatnonzero([each in places for each in csms])
    row = np.array([places[csms[each]] for each in kept], int)
    column = np.searchsorted(weeks, np.asarray(workload.week, "datetime64[D]")[kept])
    grid = np.full((len(shown), len(weeks)), np.nan)
    over, idle = np.zeros(grid.shape, bool), np.zeros(grid.shape, bool)
    grid[row, column] = workload.utilization[kept]
    over[row, column] = (workload.shortfall_minutes[kept] > 0) & (workload.supply_minutes[kept] > 0)
    idle[row, column] = (workload.demand_minutes[kept] > 0) & (workload.supply_minutes[kept] == 0)
    return grid, over, idle


def _write_workload(ax: Axes, grid: Any, over: Any, idle: Any, mesh: Any, *, written: bool) -> None:
    shades = mesh.cmap(mesh.norm(np.nan_to_num(grid)))[..., :3] @ np.array([0.299, 0.587, 0.114])
    for row, column in zip(*np.nonzero(np.isfinite(grid) & written), strict=True):
        text, heavy = f"{100 * grid[row, column]:.0f}", bool(over[row, column])
        color = "black" if shades[row, column] > 0.5 else "white"
        weight = "bold" if heavy else "normal"
        ax.text(column, row, text, ha="center", va="center", fontsize=7, color=color, fontweight=weight)
        if heavy:
            frame = Rectangle(
                (column - 0.44, row - 0.42), 0.88, 0.84, fill=False, edgecolor="black", linewidth=1.2
            )
            ax.add_patch(frame)
    if not written:
        rows, columns = np.nonzero(over)
        ax.plot(columns, rows, "o", color="black", markersize=2.5, linestyle="")
    rows, columns = np.nonzero(idle)
    ax.plot(columns, rows, "x", color=INK, markersize=4, linestyle="")


def _ratio_heights(ax: Axes, performance: Any, told: Any) -> None:
    """From 0 to above the highest ratio; beyond 8 the steps grow, so that the rest stays legible."""
    highest = max(2.0, 1.15 * float(np.max(performance.ratio[told])))
    if highest > 8:
        ax.set_yscale("symlog", linthresh=1.0, linscale=1.0)
        ticks = [tick for tick in (0, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000) if tick <= highest]
        ax.set_yticks(ticks, [f"{tick:g}" for tick in ticks])
        ax.yaxis.set_minor_formatter(NullFormatter())
    ax.set_ylim(-0.03 * min(highest, 8), highest)


def _name_groups(ax: Axes, performance: Any, rows: Any) -> None:
    """Names beside the dots, the surest first, moved up where they would touch."""
    rows = rows[np.argsort(performance.p_value[rows], kind="stable")][:MOST_NAMES]
    names = ["unknown" if each is None else str(each) for each in performance.group.tolist()]
    ax.figure.canvas.draw()
    taken: list[tuple[float, float, float]] = []
    for row in rows:
        name = _format.visible(names[row], 24)
        x, y = ax.transData.transform((performance.expected[row], performance.ratio[row]))
        width, lift = 6.0 * len(name) + 8, 0.0
        while any(abs(y + lift - other) < 12 and at < x + width and x < end for at, end, other in taken):
            lift += 12
        taken.append((float(x), float(x + width), float(y + lift)))
        right = x + width > ax.bbox.x1
        scale = 72 / ax.figure.dpi
        ax.annotate(
            name, (performance.expected[row], performance.ratio[row]), (-7 if right else 7, lift * scale),
            textcoords="offset points", ha="right" if right else "left", va="center", fontsize=8.5, color=INK, zorder=6,
            bbox={"facecolor": "white", "alpha": 0.75, "linewidth": 0, "pad": 0.5},
        )  # fmt: skip
