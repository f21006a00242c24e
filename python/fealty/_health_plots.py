# SPDX-License-Identifier: MIT
"""Pictures of health scores: what they are made of, how they change, and what customers say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from fealty import _format
from fealty._drawing import (
    GROUPS,
    INK,
    LEVEL,
    MINUS,
    MUTED,
    RULE,
    counts,
    date_axis,
    dress,
    name_ends,
    notes,
    nothing,
    own_axes,
)

try:
    from matplotlib.axes import Axes
    from matplotlib.ticker import FuncFormatter, MaxNLocator
except ImportError as error:
    raise ImportError("plots need matplotlib: pip install 'fealty[report]'") from error

MOST_STEPS, MOST_ACCOUNTS, MOST_GROUPS, MOST_DOTS = 30, 7, 30, 20_000
UP, DOWN, ABSENT, UNKNOWN = GROUPS[0], GROUPS[1], "#BBBBBB", "unknown"
# Usual names of bands, the worst first; others are ordered by their scores.
USUAL = ("critical", "red", "poor", "orange", "amber", "yellow", "fair", "lime", "green", "good", "excellent")
FIELDS = (
    ("true_loyalty", GROUPS[2], "o"),
    ("latent_loyalty", GROUPS[0], "^"),
    ("spurious_loyalty", GROUPS[1], "s"),
    ("no_loyalty", LEVEL, "v"),
)


def explanation_bars(explanation: Any, *, ax: Axes | None = None) -> Axes:
    """From no points to the score that is shown, line by line: what each measure adds, then what
    renormalization, decay, exceptions, the ends of the scale and rounding change.

    :param explanation: as made by explain()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    title = f"Score of {_format.visible(str(explanation.account), 40)}"
    rows, left_out = _lines_shown(explanation)
    ax = ax if ax is not None else own_axes(9.5, 1.7 + 0.42 * (len(rows) + bool(left_out) + 1))
    if not rows:
        return nothing(ax, title, "the scorecard has no measures")
    steps = [(_line_name(explanation, row), int(explanation.micro_points[row]), row) for row in rows]
    if left_out:
        rest = sum(int(explanation.micro_points[row]) for row in left_out)
        steps.insert(_measures_of(explanation, rows), (f"{len(left_out)} others", rest, -1))
    level = 0
    for place, (_, micro, row) in enumerate(steps):
        seen = row < 0 or bool(explanation.counts[row]) or str(explanation.line[row]) != "measure"
        _step(
            ax, place, level, micro, absent=not seen, hatched=row >= 0 and not _is_measure(explanation, row)
        )
        _beside(ax, place, level, level + micro, _line_text(explanation, row, micro))
        level += micro
    last, unknown = len(steps), not np.isfinite(explanation.score)
    shown = int(explanation.score_micro) / 1e6
    look: Any = {"facecolor": "white", "edgecolor": LEVEL, "hatch": "////"} if unknown else {"color": LEVEL}
    ax.barh(last, shown, 0.62, zorder=2, **look)
    known = f"{_format.percent(explanation.coverage, 0)} of the weight observed"
    told = f"no score: {known}" if unknown else f"{points(explanation.score)} {explanation.band}"
    _beside(ax, last, 0, int(explanation.score_micro), told, bold=True)
    names = [name for name, *_ in steps] + ["observed so far" if unknown else "score"]
    _dress_steps(ax, names, f"{title}: {told}")
    ax.set_xlabel(_of_card(explanation, "" if unknown else known), color=MUTED, fontsize=9)
    ax.axvline(0, color=INK, linewidth=0.9, zorder=3)
    ax.set_xlim(left=min(0.0, ax.dataLim.xmin) if ax.dataLim.xmin >= 0 else None)
    return ax


def score_change_bars(change: Any, *, ax: Axes | None = None) -> Axes:
    """From the score before to the score after, step by step, with the values that changed.

    :param change: as made by explain_change()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    before, after = float(change.score_before), float(change.score_after)
    title = f"Change of the score of {_format.visible(str(change.account), 40)}"
    order = sorted(range(len(change)), key=lambda row: -abs(int(change.micro_points[row])))
    kept = sorted(order[:MOST_STEPS])
    ax = ax if ax is not None else own_axes(9.5, 2.0 + 0.42 * (len(kept) + 2))
    told = f"{_told(before, change.band_before)} \N{RIGHTWARDS ARROW} {_told(after, change.band_after)}"
    if not kept:
        return nothing(ax, f"{title}: {told}", "nothing has changed")
    steps = [(_change_name(change, row), int(change.micro_points[row])) for row in kept]
    if len(order) > len(kept):
        rest = sum(int(change.micro_points[row]) for row in order[MOST_STEPS:])
        steps.append((f"{len(order) - len(kept)} others", rest))
    total = int(change.change_micro)
    start = (
        round(1e6 * before) if np.isfinite(before) else round(1e6 * after) - total if after == after else 0
    )
    level = start
    _end_mark(ax, 0, start, _told(before, change.band_before), known=bool(np.isfinite(before)))
    for place, (_, micro) in enumerate(steps, start=1):
        _step(ax, place, level, micro)
        _beside(ax, place, level, level + micro, signed(micro))
        level += micro
    last = len(steps) + 1
    _end_mark(ax, last, level, _told(after, change.band_after), known=bool(np.isfinite(after)))
    _dress_steps(ax, ["before", *(name for name, _ in steps), "after"], f"{title}: {told}")
    same = change.fingerprint_before == change.fingerprint_after
    ax.set_xlabel("points" if same else "points; the scorecard is another one", color=MUTED, fontsize=9)
    return ax


def score_bars(scores: Any, *, scorecard: Any = None, ax: Axes | None = None) -> Axes:
    """How many accounts have which score, by band, and how many have none.

    :param scores: as made by score(), or anything with scores and bands
    :param scorecard: tells where bands end; by default they are ordered by usual names, or by their scores
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(9.0, 3.8)
    title = "Scores" + (f" on {scores.as_of}" if getattr(scores, "as_of", None) is not None else "")
    if len(scores) == 0:
        return nothing(ax, title, "no accounts")
    values, bands = np.asarray(scores.score, float), _texts(scores.band)
    known = np.isfinite(values)
    order = band_order(bands, values, scorecard)
    low, high = _scale_of(scorecard, values[known])
    edges, stack = np.linspace(low, high, 21), np.zeros(20)
    for place, band in enumerate(order):
        rows = known & (bands == band)
        heights = _counted_between(values[rows], edges, scorecard)
        label = f"{_format.visible(band, 20)}  {_share(int(np.count_nonzero(rows)), len(scores))}"
        look = band_look(place, len(order))
        ax.bar(edges[:-1], heights, np.diff(edges), bottom=stack, align="edge", label=label, zorder=2, **look)
        stack = stack + heights
    absent = int(np.count_nonzero(~known))
    top = max(float(stack.max()), float(absent), 1.0)
    if absent:
        _unknown_bar(ax, absent, len(scores), (low, high))
    dress(ax, title, "accounts", legend=min(5, max(1, len(order) + bool(absent))))
    _band_ends(ax, scorecard)
    ax.set_ylim(0.0, 1.08 * top)
    ax.yaxis.set_major_locator(MaxNLocator(integer=True))
    ax.yaxis.set_major_formatter(counts())
    ax.set_xlabel("score", color=MUTED, fontsize=9)
    ax.set_xlim(low - (0.14 if absent else 0.01) * (high - low), high + 0.01 * (high - low))
    return ax


def score_history_lines(
    history: Any, *, accounts: Sequence[Any] | None = None, scorecard: Any = None, ax: Axes | None = None
) -> Axes:
    """Scores over time of one account or of several, with the bands behind them; gaps where one is unknown.

    :param history: as made by score_history()
    :param accounts: whose; by default the first seven
    :param scorecard: the card of the history, which knows where bands begin; without it, none are drawn
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.0)
    ids = np.asarray(history.account)
    there = list(dict.fromkeys(ids.tolist()))
    chosen = list(accounts) if accounts is not None else there[:MOST_ACCOUNTS]
    _are_there(chosen, there)
    title = f"Score of {_format.visible(str(chosen[0]), 40)}" if len(chosen) == 1 else "Scores"
    rows_of = {account: np.flatnonzero(ids == account) for account in chosen[:MOST_ACCOUNTS]}
    rows = np.concatenate([*rows_of.values(), np.array([], int)])
    values = np.asarray(history.score, float)
    if not np.isfinite(values[rows]).any():
        return nothing(ax, title, "no score is known: too little was observed")
    low, high = _scale_of(scorecard, values[rows][np.isfinite(values[rows])])
    room = 0.03 * (high - low)
    ax.set_ylim(low - room, high + room)
    _bands_behind(ax, scorecard)
    ends = [
        _account_line(ax, history, values, rows_of[account], place, str(account))
        for place, account in enumerate(rows_of)
    ]
    date_axis(ax, np.unique(np.asarray(history.as_of, "datetime64[D]")[rows]))
    name_ends(ax, ends, rates=False)
    dress(ax, title, "score")
    ax.grid(visible=False, axis="y")
    total = len(there) if accounts is None else len(chosen)
    fewer = f"{MOST_ACCOUNTS} of {_format.plural(total, 'account')}" if total > MOST_ACCOUNTS else ""
    gaps = "gaps: too little was known" if not np.isfinite(values[rows]).all() else ""
    notes(ax, fewer, gaps)
    return ax


def loyalty_fields(loyalty: Any, *, ax: Axes | None = None) -> Axes:
    """What accounts do against what they think, with the four fields of loyalty and how many are in each.

    :param loyalty: as made by loyalty()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(7.6, 5.4)
    field, title = _texts(loyalty.field), "Attitude and behavior"
    attitude, behavior = np.asarray(loyalty.attitude, float), np.asarray(loyalty.behavior, float)
    known = np.flatnonzero(field != UNKNOWN)
    if known.size == 0:
        return nothing(ax, title, "of no account both attitude and behavior are known")
    bars = float(loyalty.behavior_threshold), float(loyalty.attitude_threshold)
    (left, right), (bottom, top) = _ends(behavior[known], bars[0]), _ends(attitude[known], bars[1])
    every = -(-known.size // MOST_DOTS)
    for name, color, mark in FIELDS:
        rows = known[field[known] == name]
        few = rows.size <= 300
        ax.plot(
            behavior[rows][::every], attitude[rows][::every], mark, color=color, alpha=0.75 if few else 0.25,
            markersize=5 if few else 3, markeredgewidth=0, linestyle="", zorder=3, rasterized=not few,
        )  # fmt: skip
        where = (0.99 if name in ("true_loyalty", "spurious_loyalty") else 0.01,
                 0.985 if name in ("true_loyalty", "latent_loyalty") else 0.015)  # fmt: skip
        ax.annotate(
            f"{name.replace('_', ' ')}  {_share(rows.size, known.size)}", where, xycoords="axes fraction",
            ha="right" if where[0] > 0.5 else "left", va="top" if where[1] > 0.5 else "bottom",
            fontsize=9, fontweight="bold", color=color, zorder=5,
            bbox={"facecolor": "white", "alpha": 0.85, "linewidth": 0, "pad": 1.5},
        )  # fmt: skip
    ax.axvline(bars[0], color=INK, linewidth=0.9, zorder=1)
    ax.axhline(bars[1], color=INK, linewidth=0.9, zorder=1)
    dress(ax, title, "attitude: what they think")
    ax.set_xlabel("behavior: what they do", color=MUTED, fontsize=9)
    ax.set_xlim(left, right)
    ax.set_ylim(bottom, top)
    absent = len(field) - known.size
    notes(ax, f"one side is not known of {_format.plural(absent, 'account')}" if absent else "")
    return ax


def nps_bars(nps: Any, *, ax: Axes | None = None) -> Axes:
    """Net Promoter Scores with their intervals, of groups of at most thirty.

    :param nps: as made by nps()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    answered = np.flatnonzero(np.isfinite(nps.nps)) if len(nps) else np.array([], int)
    kept = np.sort(answered[np.argsort(-nps.respondents[answered], kind="stable")][:MOST_GROUPS])
    ax = ax if ax is not None else own_axes(8.5, 1.6 + 0.32 * max(kept.size, 1))
    if kept.size == 0:
        return nothing(ax, "Net Promoter Score", "nobody has answered in the window")
    at = np.arange(kept.size)
    value, low, high = (np.asarray(each, float)[kept] for each in (nps.nps, nps.lower, nps.upper))
    ax.hlines(at, low, high, color=GROUPS[0], linewidth=2.4, alpha=0.45, zorder=2)
    ax.plot(value, at, "o", color=GROUPS[0], markersize=6.5, markeredgecolor="white", zorder=3)
    for place, row in enumerate(kept):
        said = f"{value[place]:.0f} ({low[place]:.0f} to {high[place]:.0f})".replace("-", MINUS)
        ax.annotate(
            f"{said}, {_format.plural(int(nps.respondents[row]), 'respondent')}", (1.01, place),
            xycoords=("axes fraction", "data"), va="center", fontsize=8.5, color=INK, annotation_clip=False,
        )  # fmt: skip
    ax.axvline(0, color=INK, linewidth=0.9, zorder=1)
    until = f" to {nps.as_of}" if nps.as_of is not None else ""
    dress(ax, f"Net Promoter Score{until}", "")
    ax.grid(visible=False)
    grouped = "group" in nps.columns
    groups = _texts(nps.group)[kept] if grouped else ["all"]
    names = [_format.visible(each, 28) for each in groups]
    _rows_axis(ax, names)
    ax.set_xlim(-104, 104)
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}".replace("-", MINUS)))
    fewer = (
        f"; the {kept.size} of {len(nps)} groups with most respondents" if kept.size < answered.size else ""
    )
    ax.set_xlabel(f"promoters less detractors, in points{fewer}", color=MUTED, fontsize=9)
    return ax


def points(value: float) -> str:
    """Points without needless digits."""
    return f"{value:,.6f}".rstrip("0").rstrip(".").replace("-", MINUS)


def signed(micro: int) -> str:
    """Millionths of a point as points to add: +12.4, or +0.000001 where two digits would say nothing."""
    size = abs(micro) / 1e6
    text = f"{size:,.{2 if size >= 0.005 else 6}f}".rstrip("0").rstrip(".")
    return f"{MINUS if micro < 0 else '+' if micro > 0 else ''}{text}"


def band_order(bands: Any, values: Any, scorecard: Any) -> list[str]:
    """Names of the bands that occur, the worst first."""
    there = [band for band in dict.fromkeys(bands.tolist()) if band != UNKNOWN]
    if scorecard is not None:
        names = [str(band.name) for band in scorecard.config.bands]
        ordered = names if str(scorecard.config.polarity) == "higher_is_healthier" else names[::-1]
        return [name for name in ordered if name in there] + [name for name in there if name not in ordered]
    if all(band.lower() in USUAL for band in there):
        return sorted(there, key=lambda band: USUAL.index(band.lower()))
    return sorted(there, key=lambda band: float(np.nanmin(values[bands == band], initial=np.inf)))


def band_look(place: int, many: int) -> dict[str, Any]:
    """Color and hatch of a band by its rank, the worst first: told apart without color too."""
    colors = {1: (4,), 2: (1, 2), 3: (1, 4, 2), 4: (1, 4, 5, 2)}.get(many, (1, 4, 6, 5, 2))
    color = GROUPS[colors[round(place * (len(colors) - 1) / max(1, many - 1))]]
    hatch = (
        "////" if place == 0 and many > 1 else "" if place == many - 1 else "...." if place % 2 else "xxxx"
    )
    return {"color": color, "hatch": hatch, "edgecolor": "white", "linewidth": 0.0 if many < 20 else 0.2}


def _texts(column: Any) -> Any:
    return np.array([UNKNOWN if each is None else str(each) for each in np.asarray(column).tolist()], object)


def _share(part: int, whole: int) -> str:
    return f"{_format.count(part)} ({_format.percent(part / whole, 0)})" if whole else "0"


def _is_measure(explanation: Any, row: int) -> bool:
    return str(explanation.line[row]) == "measure"


def _lines_shown(explanation: Any) -> tuple[list[int], list[int]]:
    """Rows that are drawn, and measures too small to be: of many, those that add least."""
    rows = [row for row in range(len(explanation))
            if _is_measure(explanation, row) or int(explanation.micro_points[row]) != 0]  # fmt: skip
    measures = [row for row in rows if _is_measure(explanation, row)]
    small = sorted(measures, key=lambda row: -abs(int(explanation.micro_points[row])))[MOST_STEPS:]
    left_out = set(small)
    return [row for row in rows if row not in left_out], sorted(left_out)


def _measures_of(explanation: Any, rows: list[int]) -> int:
    return sum(_is_measure(explanation, row) for row in rows)


def _line_name(explanation: Any, row: int) -> str:
    line, measure = str(explanation.line[row]), _format.visible(str(explanation.measure[row]), 32)
    if line != "measure":
        return f"{line}: {measure}" if measure else line
    return measure


def _line_text(explanation: Any, row: int, micro: int) -> str:
    """What a line adds, and of what: value, age, points and weight."""
    if row < 0:
        return signed(micro)
    if not _is_measure(explanation, row):
        reason, age = (
            _format.visible(str(explanation.reason[row] or ""), 50),
            float(explanation.age_days[row]),
        )
        since = f"for {_format.plural(int(age), 'day')}" if np.isfinite(age) else ""
        return "  ".join(filter(None, [signed(micro), since, reason]))
    weight = _format.percent(float(explanation.weight[row]), 1).replace(".0%", "%")
    worth = float(explanation.points[row])
    made = f"{_short(worth)} points \N{MULTIPLICATION SIGN} {weight}"
    observed = _observed(explanation, row)
    if not explanation.counts[row]:
        stands = f"; {made} in its place" if np.isfinite(worth) and micro else f"; weight {weight}"
        return f"{signed(micro)}  {observed}{stands}" if micro else f"{observed}{stands}"
    return f"{signed(micro)}  {observed}: {made}"


def _observed(explanation: Any, row: int) -> str:
    value, age = float(explanation.value[row]), float(explanation.age_days[row])
    if not np.isfinite(value):
        return "not observed"
    old = f", {_format.plural(int(age), 'day')} old" if np.isfinite(age) and age > 0 else ""
    late = "" if explanation.counts[row] else " (does not count)"
    return f"{_short(value)}{old}{late}"


def _short(value: float) -> str:
    return f"{value:,.4g}".replace("-", MINUS) if abs(value) < 1e6 else f"{value:,.0f}".replace("-", MINUS)


def _step(
    ax: Axes, place: int, start: int, micro: int, *, absent: bool = False, hatched: bool = False
) -> None:
    """A bar from a level to the next; one of next to nothing is a line."""
    color = ABSENT if absent else UP if micro >= 0 else DOWN
    look: Any = {"hatch": "////", "edgecolor": "white", "linewidth": 0.0} if hatched or absent else {}
    ax.barh(place, micro / 1e6, 0.62, left=start / 1e6, color=color, zorder=2, **look)
    end = (start + micro) / 1e6
    if micro:
        ax.plot([end, end], [place - 0.31, place + 0.31], color=color, linewidth=1.2, zorder=2)
    ax.plot([end, end], [place + 0.31, place + 1 - 0.31], color=MUTED, linewidth=0.8, zorder=1)


def _beside(ax: Axes, place: int, start: int, end: int, text: str, *, bold: bool = False) -> None:
    ax.annotate(
        text, (max(start, end, 0) / 1e6, place), (5, 0), textcoords="offset points", va="center",
        fontsize=8.5, color=INK, fontweight="bold" if bold else "normal", annotation_clip=False, zorder=5,
    )  # fmt: skip


def _rows_axis(ax: Axes, names: Sequence[str]) -> None:
    ax.set_yticks(range(len(names)), list(names))
    ax.tick_params(axis="y", length=0)
    ax.set_ylim(len(names) - 0.4, -0.6)


def _dress_steps(ax: Axes, names: list[str], title: str) -> None:
    dress(ax, title, "")
    ax.grid(visible=False, axis="y")
    ax.grid(axis="x", color=RULE, linewidth=0.7)
    _rows_axis(ax, names)
    ax.use_sticky_edges = False
    ax.margins(x=0.03)
    ax.xaxis.set_major_locator(MaxNLocator(8, min_n_ticks=2))
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.6g}".replace("-", MINUS)))


def _of_card(explanation: Any, known: str) -> str:
    card = f"points of scorecard {explanation.card} {explanation.version}".rstrip()
    return f"{_format.visible(card, 80)}; {known}" if known else _format.visible(card, 80)


def _told(score: float, band: str) -> str:
    return f"{points(score)} {band}".rstrip() if np.isfinite(score) else UNKNOWN


def _change_name(change: Any, row: int) -> str:
    reason, measure = str(change.change[row]), _format.visible(str(change.measure[row]), 28)
    if not measure:
        return reason
    before, after = float(change.value_before[row]), float(change.value_after[row])
    if reason not in ("value", "missingness") or not (np.isfinite(before) or np.isfinite(after)):
        return f"{measure}: {reason}"
    first, then = (_short(each) if np.isfinite(each) else "none" for each in (before, after))
    kind = "" if reason == "value" else f" ({reason})"
    return f"{measure}: {first} \N{RIGHTWARDS ARROW} {then}{kind}"


def _end_mark(ax: Axes, place: int, micro: int, text: str, *, known: bool) -> None:
    face = LEVEL if known else "white"
    at = micro / 1e6
    ax.plot([at], [place], "D", color=LEVEL, markerfacecolor=face, markersize=8, zorder=4)
    if place == 0:
        ax.plot([at, at], [0.2, 0.69], color=MUTED, linewidth=0.8, zorder=1)
    _beside(ax, place, micro, micro, f"  {text}", bold=True)


def _scale_of(scorecard: Any, values: Any) -> tuple[float, float]:
    """The ends of the scale; without a card 0 to 100, or those of the scores where these lie elsewhere."""
    if scorecard is not None:
        config = scorecard.config
        return float(config.scale_lower), float(config.scale_upper)
    low, high = float(np.min(values, initial=0.0)), float(np.max(values, initial=0.0))
    if low >= 0 and high <= 100:
        return 0.0, 100.0 if high > 1 else 1.0
    if low > 100:
        low = float(np.min(values))
    return low, high if high > low else low + 1.0


def _counted_between(values: Any, edges: Any, scorecard: Any) -> Any:
    """How many values lie between edges, which belong to the side that the card's bands give them to."""
    if scorecard is not None and str(scorecard.config.band_rule) == "upper_exclusive":
        return np.histogram(values, edges)[0]
    return np.histogram(-values, -edges[::-1])[0][::-1]


def _unknown_bar(ax: Axes, absent: int, whole: int, scale: tuple[float, float]) -> None:
    """Accounts without a score, left of the scale."""
    low, high = scale
    ax.bar(
        low - 0.08 * (high - low), absent, 0.06 * (high - low), facecolor="white", edgecolor=MUTED,
        hatch="////", linewidth=0.8, label=f"no score  {_share(absent, whole)}", zorder=2,
    )  # fmt: skip


def _band_ends(ax: Axes, scorecard: Any) -> None:
    for band in list(scorecard.config.bands)[:-1] if scorecard is not None else []:
        ax.axvline(float(band.upper), color=INK, linewidth=0.8, linestyle=(0, (2, 2)), zorder=3)


def _bands_behind(ax: Axes, scorecard: Any) -> None:
    """The bands of a card as pale strips, each with its name at the left."""
    if scorecard is None:
        return
    config = scorecard.config
    bands, lower = list(config.bands), float(config.scale_lower)
    healthy_high = str(config.polarity) == "higher_is_healthier"
    for place, band in enumerate(bands):
        rank = place if healthy_high else len(bands) - 1 - place
        color = band_look(rank, len(bands))["color"]
        ax.axhspan(lower, float(band.upper), color=color, alpha=0.12, linewidth=0, zorder=0)
        ax.axhline(float(band.upper), color="white", linewidth=1.2, zorder=0.5)
        ax.annotate(
            _format.visible(str(band.name), 20), (0.005, (lower + float(band.upper)) / 2),
            xycoords=("axes fraction", "data"), va="center", fontsize=8, color=MUTED, zorder=1,
        )  # fmt: skip
        lower = float(band.upper)


def _account_line(
    ax: Axes, history: Any, values: Any, rows: Any, place: int, name: str
) -> tuple[float, float, str, str]:
    color = GROUPS[place % len(GROUPS)]
    dash = ("-", (0, (5, 2)), (0, (5, 1.5, 1, 1.5)))[place % 3]
    dates, scores = np.asarray(history.as_of, "datetime64[D]")[rows], values[rows]
    mark = "o" if len(rows) <= 40 else ""
    ax.plot(dates, scores, color=color, linestyle=dash, linewidth=1.8, marker=mark, markersize=4, zorder=3)
    known = np.flatnonzero(np.isfinite(scores))
    if not known.size:
        return 0.0, 0.0, f"{_format.visible(name, 20)} unknown", color
    last = float(scores[known[-1]])
    unknown = "" if known[-1] == len(scores) - 1 else " (now unknown)"
    return last, last, f"{_format.visible(name, 20)} {_short(last)}{unknown}", color


def _are_there(chosen: list[Any], there: list[Any]) -> None:
    for account in chosen:
        if account not in there:
            some = ", ".join(_format.visible(str(each), 30) for each in there[:20])
            raise ValueError(f"accounts: {account!r} has no history; those that do are {some}")


def _ends(values: Any, threshold: float) -> tuple[float, float]:
    """An axis that shows all values and has its threshold inside."""
    low, high = min(float(values.min()), threshold), max(float(values.max()), threshold)
    if low >= 0 and high <= 100 and 0 < threshold < 100 and high > 1:
        low, high = 0.0, 100.0
    room = 0.06 * ((high - low) or 1.0)
    return low - room, high + room
