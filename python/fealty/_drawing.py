# SPDX-License-Identifier: MIT
"""What all pictures share: colors, axes, titles, curves of steps and the names at the ends of lines."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

import numpy as np

from fealty import _format

try:
    import matplotlib
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.dates import AutoDateLocator, DateFormatter
    from matplotlib.figure import Figure
    from matplotlib.ticker import FuncFormatter, MaxNLocator
except ImportError as error:
    raise ImportError("plots need matplotlib: pip install 'fealty[report]'") from error

MINUS = "\N{MINUS SIGN}"
# Groups of curves, told apart by their dashes too.
GROUPS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#404040")
DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1, 1.5)), (0, (5, 1.5, 1, 1.5)))
MOST_BANDS, MOST_TICKS = 4, 500  # more would hide the curves
LEVEL, INK, MUTED, RULE = "#404040", "#222222", "#666666", "#DDDDDD"
STEPS = (1, 2, 3, 4, 6, 12, 24, 36, 48, 60, 120)


@dataclass
class Steps:
    """A curve that changes at times: its name, its rows of the result, and its height before the first."""

    name: str
    rows: Any
    values: Any
    lower: Any
    upper: Any
    start: float


def own_axes(width: float, height: float) -> Axes:
    """Axes of a new figure; one that pyplot shows, where the caller works with pyplot."""
    if "matplotlib.pyplot" in sys.modules or in_notebook():
        from matplotlib import pyplot

        return pyplot.subplots(figsize=(width, height), layout="constrained")[1]
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure.add_subplot()


def in_notebook() -> bool:
    shell = getattr(sys.modules.get("IPython"), "get_ipython", lambda: None)()
    return shell is not None and "IPKernelApp" in shell.config


def dress(ax: Axes, title: str, unit: str, legend: int = 0) -> None:
    ax.set_title(title, loc="left", fontsize=11, fontweight="bold", color=INK, pad=28 if legend else 10)
    ax.set_ylabel(unit, color=MUTED, fontsize=9)
    if legend:
        ax.legend(
            loc="lower left",
            bbox_to_anchor=(-0.01, 1.0),
            ncols=legend,
            frameon=False,
            fontsize=8.5,
            handlelength=1.4,
            columnspacing=1.4,
            borderaxespad=0.2,
        )
    ax.grid(axis="y", color=RULE, linewidth=0.7)
    ax.set_axisbelow(True)
    ax.tick_params(color=RULE, labelcolor=INK, labelsize=8.5)
    for side in ("top", "right", "left"):
        ax.spines[side].set_visible(False)
    ax.spines["bottom"].set_color(MUTED)


def nothing(ax: Axes, title: str, reason: str) -> Axes:
    ax.set_title(title, loc="left", fontsize=11, fontweight="bold", color=INK, pad=10)
    ax.text(0.5, 0.5, reason, transform=ax.transAxes, ha="center", va="center", color=MUTED)
    ax.set_xticks([])
    ax.set_yticks([])
    for spine in ax.spines.values():
        spine.set_color(RULE)
    return ax


def percents() -> FuncFormatter:
    """Rates on an axis: never 1e+04%, and no digits after the point where they are that large."""

    def text(value: float, _: object) -> str:
        percent = 100 * value
        return (f"{percent:,.0f}%" if abs(percent) >= 1000 else f"{percent:,.4g}%").replace("-", MINUS)

    return FuncFormatter(text)


def counts() -> FuncFormatter:
    return FuncFormatter(lambda value, _: f"{abs(value):,.10g}")


def notes(ax: Axes, *notes: str) -> None:
    """Small text above the picture, to the right of its title."""
    said = "; ".join(filter(None, notes))
    if said:
        ax.set_title(said, loc="right", fontsize=8, color=MUTED, pad=28 if ax.get_legend() else 10)


def date_axis(ax: Axes, dates: Any) -> None:
    """Days in the order of ISO 8601, no more than have room."""
    if len(dates) <= 7:
        ax.set_xticks(dates, [str(date) for date in dates])
    else:
        span = int((dates[-1] - dates[0]).astype(int))
        ax.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=9))  # type: ignore[no-untyped-call]
        form = "%Y-%m" if span > 250 else "%Y-%m-%d"
        ax.xaxis.set_major_formatter(DateFormatter(form))  # type: ignore[no-untyped-call]
    pad = max(1, int((dates[-1] - dates[0]).astype(int)) // 100)
    ax.set_xlim(dates[0] - pad, dates[-1] + pad)


def period_axis(ax: Axes, table: Any, first: int = 0) -> None:
    """Names periods from `first` on, as many as have room, at round months where there are many."""
    labels = _format.period_labels(table.period, table.period_end)
    n = len(labels)
    width = max(map(len, labels))
    room = max(2, int(100 / (width + 1)))
    step = next((step for step in STEPS if (n - first) / step <= room), n)
    month = int(np.datetime64(table.period[0], "M").astype(int)) % 12
    monthly = width == 7 and "-W" not in labels[0]
    shift = (-month) % min(step, 12) if monthly and step in (3, 6, 12, 24, 36, 48, 60, 120) else 0
    places = [place for place in range(shift, n, step) if place >= first]
    ax.set_xticks(places, [labels[place] for place in places])
    ax.set_xlim(first - 0.6, n - 0.4)


def name_ends(ax: Axes, ends: list[tuple[float, float, str, str]], *, rates: bool = True) -> None:
    """Writes each line's name and last rate to its right, moved apart where they would touch."""
    low, high = ax.get_ylim()
    gap = 0.058 * (high - low)
    places: list[float] = []
    for height, *_ in sorted(ends, key=lambda end: end[0]):
        places.append(max(height, places[-1] + gap) if places else height)
    over = max(0.0, places[-1] - high) if places else 0.0
    for (_, rate, name, color), place in zip(sorted(ends, key=lambda end: end[0]), places, strict=True):
        ax.annotate(
            f"{name} {_format.percent(rate)}".strip() if rates else name,
            (1.01, place - over),
            xycoords=("axes fraction", "data"),
            va="center",
            color=color,
            fontsize=9,
            fontweight="bold",
            annotation_clip=False,
        )


def groups_of(curve: Any) -> list[tuple[str, Any]]:
    """Names and rows of the groups of a curve; one without a name where there are none."""
    if len(curve) == 0:
        return []
    if "group" not in curve.columns:
        return [("", np.arange(len(curve)))]
    names = ["unknown" if each is None else str(each) for each in curve.group.tolist()]
    return [(name, np.flatnonzero([each == name for each in names])) for name in dict.fromkeys(names)]


def draw_steps(
    ax: Axes | None, curve: Any, lines: list[Steps], title: str, unit: str, *, rates: bool
) -> Axes:
    ax = ax if ax is not None else own_axes(8.0, 4.4 + 0.16 * len(lines))
    if not lines:
        return nothing(ax, title, "no lives")
    begin = float(getattr(curve, "given_age", 0.0))
    ends = []
    for place, line in enumerate(lines):
        color, dash = GROUPS[place % len(GROUPS)], DASHES[place % len(DASHES)]
        times = np.concatenate([[begin], curve.time[line.rows]])
        heights = np.concatenate([[line.start], line.values])
        ax.step(times, heights, where="post", color=color, linestyle=dash, linewidth=1.6, zorder=3)
        if len(lines) <= MOST_BANDS:
            low = np.concatenate([[line.start], line.lower])
            high = np.concatenate([[line.start], line.upper])
            ax.fill_between(times, low, high, step="post", color=color, alpha=0.15, linewidth=0, zorder=1)
        last_seen(ax, curve, line, color)
        ends.append((float(heights[-1]), float(heights[-1]), line.name, color))
    ax.set_xlim(begin, float(np.max(curve.time)) * 1.005 or 1.0)
    if rates:
        top = 1.0 if lines[0].start else min(1.0, 1.15 * max(float(np.nanmax(line.upper)) for line in lines))
        ax.set_ylim(0.0, top * 1.03 if np.isfinite(top) and top > 0 else 1.03)
        ax.yaxis.set_major_formatter(percents())
        name_ends(ax, ends)
    elif len(lines) > 1:
        ax.set_ylim(bottom=0.0)
        name_ends(ax, ends, rates=False)
    dress(ax, title, unit)
    numbers_at_risk(ax, curve, lines)
    return ax


def last_seen(ax: Axes, curve: Any, line: Steps, color: str) -> None:
    """Ticks on a curve where lives were last seen."""
    if "censored" not in curve.columns:
        return
    seen = curve.censored[line.rows] > 0
    if 0 < np.count_nonzero(seen) <= MOST_TICKS:
        ax.plot(
            curve.time[line.rows][seen],
            line.values[seen],
            linestyle="none",
            marker="|",
            markersize=5,
            markeredgewidth=0.8,
            color=color,
            zorder=4,
        )


def numbers_at_risk(ax: Axes, curve: Any, lines: list[Steps]) -> None:
    """Beneath the axis, for each group, how many lives are at risk at its ticks."""
    low, high = ax.get_xlim()
    ticks = [
        tick
        for tick in MaxNLocator(6, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high)
        if low <= tick <= high
    ]
    ax.set_xticks(ticks)
    ax.set_xlabel("age", color=MUTED, fontsize=9)
    shown: list[tuple[str, Any]] = []
    for place, line in enumerate(lines):  # causes of a group have the same lives
        if not shown or not np.array_equal(curve.at_risk[line.rows], curve.at_risk[lines[place - 1].rows]):
            shown.append((line.name, line.rows))
    several = len(shown) > 1

    def write(x: float, row: int, text: str, **how: Any) -> None:
        ax.annotate(
            text,
            (x, 0.0),
            (0, -40 - 12 * row),
            xycoords=("data", "axes fraction"),
            textcoords="offset points",
            va="top",
            fontsize=8,
            annotation_clip=False,
            **how,
        )

    write(low, 0, "at risk", ha="left", color=MUTED)
    for row, (name, rows) in enumerate(shown):
        color = GROUPS[[line.rows is rows for line in lines].index(True) % len(GROUPS)] if several else INK
        for tick in ticks:
            after = np.searchsorted(curve.time[rows], tick, side="left")
            count = int(curve.at_risk[rows][after]) if after < len(rows) else 0
            write(tick, row + 1, f"{count:,}", ha="center", color=color)
        if several:
            ax.annotate(
                name,
                (0.0, 0.0),
                (-14, -40 - 12 * (row + 1)),
                xycoords="axes fraction",
                textcoords="offset points",
                ha="right",
                va="top",
                fontsize=8,
                color=color,
                fontweight="bold",
                annotation_clip=False,
            )


def hatch_cells(ax: Axes, unfinished: Any) -> None:
    for row, age in zip(*np.nonzero(unfinished), strict=True):
        ax.add_patch(
            matplotlib.patches.Rectangle(
                (age - 0.5, row - 0.5),
                1,
                1,
                fill=False,
                hatch="////",
                edgecolor="#8a8a8a",  # seen on the darkest and on the lightest color
                linewidth=0,
                alpha=0.8,
            )
        )
