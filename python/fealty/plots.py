# SPDX-License-Identifier: MIT
"""Pictures of results. Each function takes a result and, if you like, the axes to draw into.

Colors tell the movements apart for the color-blind too, and their lightness, hatching and line styles
do in grey.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from fealty import _format

try:
    import matplotlib
    from matplotlib.axes import Axes
    from matplotlib.patches import Patch
    from matplotlib.ticker import FuncFormatter, MaxNLocator
except ImportError as error:
    raise ImportError("plots need matplotlib: pip install 'fealty[report]'") from error

from fealty._drawing import (
    DASHES,
    GROUPS,
    INK,
    LEVEL,
    MINUS,
    MOST_BANDS,
    MUTED,
    RULE,
    Steps,
    draw_steps,
    dress,
    groups_of,
    hatch_cells,
    name_ends,
    nothing,
    own_axes,
    percents,
    period_axis,
)
from fealty._health_plots import (
    explanation_bars,
    loyalty_fields,
    nps_bars,
    score_bars,
    score_change_bars,
    score_history_lines,
)
from fealty._proof_plots import (
    calibration_dots,
    characteristic_stability_bars,
    churn_by_band_bars,
    lead_time_steps,
    lift_lines,
    net_benefit_lines,
    population_stability_bars,
    precision_recall_line,
    proof_panels,
    roc_curve_line,
    weight_of_evidence_bars,
)
from fealty._usage_plots import (
    active_user_lines,
    funnel_bars,
    growth_bars,
    performance_funnel,
    power_user_bars,
    stickiness_lines,
    time_to_value_steps,
    usage_retention_lines,
    workload_bars,
    workload_heat_map,
)

__all__ = [
    "active_user_lines",
    "baseline_steps",
    "calibration_dots",
    "characteristic_stability_bars",
    "churn_by_band_bars",
    "churn_lines",
    "coefficient_paths",
    "cohort_heat_map",
    "convention_dots",
    "explanation_bars",
    "funnel_bars",
    "growth_bars",
    "hazard_ratios",
    "hazard_steps",
    "incidence_steps",
    "lead_time_steps",
    "lift_lines",
    "loyalty_fields",
    "movements",
    "net_benefit_lines",
    "nps_bars",
    "performance_funnel",
    "plot",
    "population_stability_bars",
    "power_user_bars",
    "precision_recall_line",
    "predicted_lines",
    "predicted_steps",
    "proof_panels",
    "renewal_lines",
    "residual_dots",
    "retention_lines",
    "roc_curve_line",
    "score_bars",
    "score_change_bars",
    "score_history_lines",
    "stickiness_lines",
    "survival_steps",
    "time_to_value_steps",
    "turnbull_steps",
    "usage_retention_lines",
    "waterfall",
    "weight_of_evidence_bars",
    "workload_bars",
    "workload_heat_map",
]

COHORT_TITLES = {
    "logos": "Accounts by cohort",
    "net": "Net revenue by cohort",
    "gross": "Gross revenue by cohort",
}

# Okabe and Ito's colors; neighbors in a stack differ in lightness too.
GAINS = {"new_business": "#0072B2", "expansion": "#56B4E9", "reactivation": "#009E73"}
LOSSES = {"churn": "#D55E00", "contraction": "#E69F00"}
HATCHES = {"reactivation": "////", "contraction": "////"}
EXCHANGE = "#CC79A7"  # of either sign, and only with a reporting currency
COLORS = GAINS | LOSSES | {"exchange": EXCHANGE}
CONVENTION_MARKS = {
    "nrr": ("NRR", "#0072B2", "o"),
    "grr": ("GRR", "#D55E00", "s"),
    "logo_retention": ("logos", "#009E73", "^"),
}
SCALES = ((1e12, "trillion "), (1e9, "billion "), (1e6, "million "), (1e3, "thousand "))


def plot(result: Any, ax: Axes | None = None) -> Axes:
    """Draws a result in the way that suits it.

    :param result: a ledger, its periods, a retention, a churn rate, a cohort table, conventions, a curve,
        a hazard model or its residuals, usage, a funnel of milestones, a workload, performance, scores and
        what they are made of, or what they foretell
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    draw = _PLOTS.get(type(result).__name__)
    if draw is None:
        raise TypeError(f"{type(result).__name__} has no picture; those with one are {', '.join(_PLOTS)}")
    return draw(result, ax=ax)


def waterfall(ledger: Any, *, periods: int = 12, ax: Axes | None = None) -> Axes:
    """From opening to closing MRR over the last complete periods, movement by movement.

    :param ledger: a ledger, or its periods
    :param periods: how many periods, at most; fewer when there are fewer
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    table = getattr(ledger, "periods", ledger)
    ax = ax if ax is not None else own_axes(8.0, 4.2)
    if len(table) == 0:
        return nothing(ax, "MRR waterfall", "no periods")
    rows = _last_complete(table, periods)
    kinds = ["new_business", "reactivation", "expansion", "contraction", "churn"]
    kinds += ["exchange"] if np.any(table.exchange_minor[rows]) else []
    # Minor units add up exactly; only the finished sums become lengths.
    opening, closing = int(table.opening_minor[rows][0]), int(table.closing_minor[rows][-1])
    moves = [(-1 if kind in LOSSES else 1) * sum(map(int, table[f"{kind}_minor"][rows])) for kind in kinds]
    code, exponent = _currency(ledger, table)
    levels = [opening]
    for move in moves:
        levels.append(levels[-1] + move)
    unit = 10**exponent
    base = _axis_base([level / unit for level in levels])
    tops = np.array(levels) / unit
    scale, word = _scale(float(tops.max(initial=0)))

    for place, (bottom, top) in enumerate(
        [(base, opening / unit), *itertools.pairwise(tops), (base, closing / unit)]
    ):
        kind = kinds[place - 1] if 0 < place <= len(kinds) else None
        ax.bar(
            place,
            top - bottom,
            0.62,
            bottom=bottom,
            color=COLORS[kind] if kind else LEVEL,
            **_hatch(kind),
            zorder=2,
        )
        if kind:
            ax.plot([place - 0.31, place + 0.31], [top, top], color=COLORS[kind], linewidth=1.2, zorder=2)
        amount = (opening, *moves, closing)[place] / unit
        text = f"{abs(amount) / scale:,.{_digits(scale, exponent, amount)}f}"
        if amount and not text.strip("0.,"):
            text = "<0.1"
        text = f"{MINUS if amount < 0 else '+' if kind and amount > 0 else ''}{text}"
        ax.annotate(
            text,
            (place, max(bottom, top)),
            (0, 3),
            textcoords="offset points",
            ha="center",
            va="bottom",
            fontsize=9,
            color=INK,
        )
        if place <= len(kinds):
            ax.plot([place + 0.31, place + 1 - 0.31], [top, top], color=MUTED, linewidth=0.8, zorder=1)
    before = np.datetime64(table.period[rows][0], "D") - 1
    names = [
        f"opening\n{before}",
        "new\nbusiness",
        *(f"{kind}\n" for kind in kinds[1:]),
        f"closing\n{table.period_end[rows][-1]}",
    ]
    ax.set_xticks(range(len(names)), names)
    highest = float(tops.max())
    ax.set_ylim(base, highest + 0.12 * (highest - base) if highest > base else base + 1)
    if base > 0:
        _break(ax, base, (0, 6))
    labels = _format.period_labels(table.period[rows], table.period_end[rows])
    span = labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"
    over = "" if table.complete[rows][-1] else " (not over)"
    dress(ax, f"MRR waterfall, {span}{over}", _unit("MRR", word, code))
    ax.yaxis.set_major_formatter(_amounts(scale))
    ax.tick_params(axis="x", length=0)
    return ax


def movements(ledger: Any, *, ax: Axes | None = None) -> Axes:
    """Gains above and losses below the line, stacked for each period, with their net.

    :param ledger: a ledger, or its periods
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    table = getattr(ledger, "periods", ledger)
    ax = ax if ax is not None else own_axes(10.0, 4.2)
    n = len(table)
    if n == 0:
        return nothing(ax, "Movements of MRR", "no periods")
    code, _ = _currency(ledger, table)
    at = np.arange(n)
    width = 0.4 if n < 6 else 0.8 if n <= 60 else 1.0
    reach = 0.0
    exchange = np.asarray(table.exchange, float)
    for kinds, sign in ((GAINS, 1.0), (LOSSES, -1.0)):
        stack = np.zeros(n)
        for kind, color in kinds.items():
            heights = sign * np.asarray(table[kind], float)
            ax.bar(
                at,
                heights,
                width,
                bottom=stack,
                color=color,
                label=kind.replace("_", " "),
                **_hatch(kind, n),
                zorder=2,
            )
            stack = stack + heights
        if np.any(exchange):
            heights = sign * np.maximum(sign * exchange, 0)
            label = "exchange" if sign > 0 else "_nolegend_"
            ax.bar(at, heights, width, bottom=stack, color=EXCHANGE, label=label, zorder=2)
            stack = stack + heights
        reach = max(reach, float(np.abs(stack).max()))
    net = (np.asarray(table.closing_minor) - np.asarray(table.opening_minor)) / 10 ** _currency(
        ledger, table
    )[1]
    if n <= 60:
        ax.plot(at, net, color="white", linewidth=3.2, zorder=3)
    ax.plot(
        at,
        net,
        color="black",
        linewidth=1.4 if n <= 60 else 0.6,
        marker="o" if n <= 36 else "",
        markersize=3.5,
        label="net",
        zorder=4,
    )
    ax.axhline(0, color=INK, linewidth=0.8, zorder=3)
    scale, word = _scale(reach)
    title = "Movements of MRR" + ("" if table.complete[-1] else " (last period incomplete)")
    dress(ax, title, _unit("change of MRR", word, code), legend=7 if np.any(exchange) else 6)
    ax.yaxis.set_major_formatter(_amounts(scale))
    period_axis(ax, table)
    ax.use_sticky_edges = False  # else the highest bar would touch the frame
    ax.margins(y=0.06)
    ax.set_xlim(-0.6, n - 0.4)
    if reach == 0:
        ax.set_ylim(-1, 1)
    return ax


def retention_lines(retention: Any, logos: Any = None, *, ax: Axes | None = None) -> Axes:
    """Net and gross revenue retention, logo retention, or all three, against the line of 100%.

    Hollow points rest on a small base or on a period that is not over.

    :param retention: a revenue retention or a logo retention
    :param logos: a logo retention of the same periods to draw with the revenue
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.0)
    lines: list[tuple[str, Any, Any, str, Any]] = []
    if hasattr(retention, "nrr"):
        lines.append(("NRR", retention.nrr, retention, "#0072B2", "-"))
        lines.append(("GRR", retention.grr, retention, "#D55E00", (0, (5, 2))))
    else:
        logos = retention if logos is None else logos
    if logos is not None:
        lines.append(("logos", logos.retention, logos, "#009E73", (0, (1, 1.5))))
    title = (
        "Retention of revenue and logos"
        if len(lines) == 3
        else "Retention of revenue"
        if len(lines) == 2
        else "Retention of logos"
    )
    band = (logos.lower, logos.upper) if len(lines) == 1 else None
    ax = _rate_lines(ax, lines, title, "of the base kept", band)
    if np.isfinite(np.concatenate([np.asarray(values, float) for _, values, *_ in lines])).any():
        ax.axhline(1.0, color=INK, linewidth=0.9, zorder=1)
    return ax


def churn_lines(churn: Any, *, ax: Axes | None = None) -> Axes:
    """Churn of logos with its confidence band, and gross and net churn of MRR.

    :param churn: a churn rate
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(10.0, 4.0)
    lines = [
        ("logos", churn.logo_churn, churn, "#009E73", (0, (1, 1.5))),
        ("gross MRR", churn.gross_mrr_churn, churn, "#D55E00", (0, (5, 2))),
        ("net MRR", churn.net_mrr_churn, churn, "#0072B2", "-"),
    ]
    none = "no period opens with customers yet"
    ax = _rate_lines(ax, lines, "Churn", "of the opening lost", (churn.lower, churn.upper), none)
    ax.axhline(0.0, color=INK, linewidth=0.9, zorder=1)
    return ax


def convention_dots(conventions: Any, *, ax: Axes | None = None) -> Axes:
    """One line for each convention, with a mark for NRR, GRR and logo retention.

    :param conventions: what conventions() returns
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(*convention_dots_size(conventions))
    names = list(dict.fromkeys(str(name) for name in conventions.convention))
    places = {name: place for place, name in enumerate(names)}
    values = np.asarray(conventions.value, float)
    for place in places.values():
        ax.axhline(place, color=RULE, linewidth=0.7, zorder=0)
    for measure, (label, color, marker) in CONVENTION_MARKS.items():
        rows = [row for row in range(len(conventions)) if str(conventions.measure[row]) == measure]
        shown = [row for row in rows if np.isfinite(values[row])]
        for row in shown:
            low, high = float(conventions.lower[row]), float(conventions.upper[row])
            if low == low:
                at = places[str(conventions.convention[row])]
                ax.plot([low, high], [at, at], color=color, linewidth=2.2, alpha=0.35, solid_capstyle="butt")
        ax.plot(
            [values[row] for row in shown],
            [places[str(conventions.convention[row])] for row in shown],
            linestyle="none",
            marker=marker,
            markersize=6.5,
            color=color,
            markeredgecolor="white",
            markeredgewidth=0.6,
            label=label,
        )
    periods = _format.plural(conventions.window, "period")
    title = f"Retention by convention, {periods} up to {conventions.period_end}"
    dress(ax, title, "", legend=len(CONVENTION_MARKS))
    ax.grid(visible=False)
    ax.set_yticks(range(len(names)), [name.replace("_", " ") for name in names])
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.xaxis.set_major_formatter(percents())
    ax.axvline(1.0, color=INK, linewidth=0.9, zorder=1)
    return ax


def convention_dots_size(conventions: Any) -> tuple[float, float]:
    """Inches in which every convention has a line of its own."""
    return 10.0, 1.2 + 0.27 * len({str(name) for name in conventions.convention})


def survival_steps(curve: Any, *, title: str | None = None, ax: Axes | None = None) -> Axes:
    """Survival curves with their bands, ticks where lives were last seen, and the numbers at risk beneath.

    :param curve: as made by kaplan_meier()
    :param title: above it; what the curve is of by default
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    title = title or "Survival" + (f" of those older than {curve.given_age:g}" if curve.given_age else "")
    unit = "of revenue" if curve.weight_kind == "revenue" else "of lives"
    lines = [
        Steps(name, rows, curve.survival[rows], curve.lower[rows], curve.upper[rows], 1.0)
        for name, rows in groups_of(curve)
    ]
    return draw_steps(ax, curve, lines, title, unit, rates=True)


def turnbull_steps(curve: Any, *, ax: Axes | None = None) -> Axes:
    """Survival of lives that ended between two looks: levels that are known, and the falls between them, of which
    the data do not say where in the shaded stretch they lie.

    :param curve: as made by turnbull()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(8.0, 4.2)
    groups = groups_of(curve)
    if not groups:
        return nothing(ax, "Survival", "no lives")
    seen = np.concatenate([curve.after, curve.until])
    last, ends = float(np.max(seen[np.isfinite(seen)])), []
    for place, (name, rows) in enumerate(groups):
        color, dash = GROUPS[place % len(GROUPS)], DASHES[place % len(DASHES)]
        begin, level = 0.0, 1.0
        for after, until, lower in zip(
            curve.after[rows], curve.until[rows], curve.survival[rows], strict=True
        ):
            ax.plot([begin, after], [level, level], color=color, linestyle=dash, linewidth=1.6, zorder=3)
            if not np.isfinite(until):
                begin = last
                break
            ax.plot([after, until], [level, lower], color=color, linestyle=":", linewidth=1.2, zorder=3)
            if len(groups) <= MOST_BANDS:
                ax.fill_between([after, until], lower, level, color=color, alpha=0.15, linewidth=0, zorder=1)
            begin, level = float(until), float(lower)
        if begin < last:
            ax.plot([begin, last], [level, level], color=color, linestyle=dash, linewidth=1.6, zorder=3)
        ends.append((level, level, name, color))
    ax.set_xlim(0.0, last * 1.005 or 1.0)
    ax.set_ylim(0.0, 1.03)
    ax.yaxis.set_major_formatter(percents())
    name_ends(ax, ends)
    dress(ax, "Survival", "of lives")
    ax.set_xlabel("age", color=MUTED, fontsize=9)
    return ax


def hazard_steps(curve: Any, *, ax: Axes | None = None) -> Axes:
    """Cumulative hazards with their bands, and the numbers at risk beneath.

    :param curve: as made by nelson_aalen()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    lines = [
        Steps(name, rows, curve.cumulative_hazard[rows], curve.lower[rows], curve.upper[rows], 0.0)
        for name, rows in groups_of(curve)
    ]
    return draw_steps(ax, curve, lines, "Cumulative hazard", "expected ends", rates=False)


def incidence_steps(curve: Any, *, title: str | None = None, ax: Axes | None = None) -> Axes:
    """The incidence of each cause with its band, and the numbers at risk beneath.

    :param curve: as made by aalen_johansen()
    :param title: above it
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    lines = [
        Steps(", ".join(filter(None, (name, str(cause)))), part, *values, 0.0)
        for name, rows in groups_of(curve)
        for cause in dict.fromkeys(curve.cause[rows])
        for part in [rows[curve.cause[rows] == cause]]
        for values in [(curve.incidence[part], curve.lower[part], curve.upper[part])]
    ]
    return draw_steps(ax, curve, lines, title or "Incidence by cause", "of lives", rates=True)


def hazard_ratios(model: Any, *, ax: Axes | None = None) -> Axes:
    """A forest plot: the hazard ratio of each covariate and its interval, against the line of 1.

    :param model: as made by cox() or fine_gray()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(8.0, 1.3 + 0.36 * len(model))
    texts = model.reference.tolist() if "reference" in model.columns else [""] * len(model)
    names = [
        f"{name} (against {reference})" if reference else str(name)
        for name, reference in zip(model.covariate.tolist(), texts, strict=True)
    ]
    finite = np.isfinite(model.exp_coef)
    for place in range(len(model)):
        ratio, low, high = float(model.exp_coef[place]), float(model.lower[place]), float(model.upper[place])
        if finite[place]:
            ax.plot([low, high], [place, place], color=GROUPS[0], linewidth=1.8, solid_capstyle="butt")
            ax.plot([ratio], [place], "s", color=GROUPS[0], markersize=6.5, markeredgecolor="white")
        said = f"{ratio:.2f} ({low:.2f}, {high:.2f})" if finite[place] else "no coefficient"
        ax.annotate(
            said,
            (1.01, place),
            xycoords=("axes fraction", "data"),
            va="center",
            color=INK if finite[place] else MUTED,
            fontsize=8.5,
            annotation_clip=False,
        )
    dress(ax, "Hazard ratios", "")
    ax.grid(visible=False)
    ax.set_xscale("log")
    _ratio_axis(ax, np.concatenate([model.lower[finite], model.upper[finite]]))
    ax.axvline(1.0, color=INK, linewidth=0.9, zorder=1)
    ax.set_yticks(range(len(model)), names)
    ax.set_ylim(len(model) - 0.4, -0.6)
    ax.set_xlabel(f"hazard ratio, {model.confidence:.0%} interval", color=MUTED, fontsize=9)
    return ax


def _ratio_axis(ax: Axes, limits: Any) -> None:
    """Ticks at ratios that are read at a glance, wide enough for all intervals and for 1."""
    finite = limits[np.isfinite(limits) & (limits > 0)]
    low = min(0.8, float(finite.min()) / 1.1) if finite.size else 0.5
    high = max(1.25, float(finite.max()) * 1.1) if finite.size else 2.0
    ax.set_xlim(low, high)
    steps = (1, 1.25, 1.5, 2, 3, 4, 5, 7.5) if high / low < 4 else (1, 2, 5) if high / low < 200 else (1,)
    decades = range(int(np.floor(np.log10(low))), int(np.ceil(np.log10(high))) + 1)
    ticks = [step * 10.0**decade for decade in decades for step in steps]
    ticks = [tick for tick in ticks if low <= tick <= high]
    ax.set_xticks(ticks, [f"{tick:g}" for tick in ticks])
    ax.minorticks_off()


def coefficient_paths(path: Any, *, ax: Axes | None = None) -> Axes:
    """Coefficients along falling penalties; those that end farthest from 0 are named.

    :param path: as made by cox_path()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(8.0, 4.2)
    title = "Coefficients by penalty"
    names = np.asarray(path.covariate.tolist(), object)
    lines = {name: np.flatnonzero(names == name) for name in dict.fromkeys(names.tolist())}
    lines = {name: rows for name, rows in lines.items() if np.isfinite(path.coef[rows]).all()}
    if not lines:
        return nothing(ax, title, "no coefficients")
    ends = {name: float(path.coef[rows[-1]]) for name, rows in lines.items()}
    told = sorted((name for name in ends if ends[name]), key=lambda name: -abs(ends[name]))[: len(GROUPS)]
    for name, rows in lines.items():
        place = told.index(name) if name in told else None
        color, dash = (MUTED, "-") if place is None else (GROUPS[place], DASHES[place % len(DASHES)])
        ax.plot(path.penalty[rows], path.coef[rows], color=color, linestyle=dash, linewidth=1.5, zorder=3)
    ax.axhline(0.0, color=INK, linewidth=0.9, zorder=1)
    ax.set_xscale("log")
    low, high = float(path.penalty.min()), float(path.penalty.max())
    ax.set_xlim(high * (1.0 if high > low else 2.0), low / (1.0 if high > low else 2.0))
    name_ends(ax, [(ends[name], ends[name], name, GROUPS[told.index(name)]) for name in told], rates=False)
    dress(ax, title, "log hazard ratio")
    ax.set_xlabel("penalty", color=MUTED, fontsize=9)
    return ax


def baseline_steps(hazard: Any, *, ax: Axes | None = None) -> Axes:
    """The cumulative baseline hazard of each stratum.

    :param hazard: as made by baseline_hazard()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    several = "stratum" in hazard.columns and len(hazard) > 0
    names = ["unknown" if each is None else str(each) for each in hazard.stratum.tolist()] if several else []
    lines = [(name, np.flatnonzero([each == name for each in names])) for name in dict.fromkeys(names)]
    lines = lines or ([("", np.arange(len(hazard)))] if len(hazard) else [])
    steps = [Steps(name, rows, hazard.cumulative_hazard[rows], None, None, 0.0) for name, rows in lines]
    return _plain_steps(ax, hazard, steps, "Cumulative baseline hazard", "expected ends")


def predicted_steps(prediction: Any, *, ax: Axes | None = None) -> Axes:
    """The predicted survival or incidence of single lives, with bands where they are few.

    :param prediction: as made by predict_cox() or predict_fine_gray()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    return _predicted(prediction, ax, "steps-post")


def predicted_lines(prediction: Any, *, ax: Axes | None = None) -> Axes:
    """The survival of single lives by a distribution, with bands where they are few.

    :param prediction: as made by predict_parametric()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    return _predicted(prediction, ax, "default")


def _predicted(prediction: Any, ax: Axes | None, style: str) -> Axes:
    of_cause = "incidence" in prediction.columns
    chance = prediction.incidence if of_cause else prediction.survival
    first = 0.0 if of_cause else 1.0
    lives = list(dict.fromkeys(prediction.row.tolist()))[: len(GROUPS)]
    steps = [
        Steps(f"life {life}", rows, chance[rows], prediction.lower[rows], prediction.upper[rows], first)
        for life in lives
        for rows in [np.flatnonzero((prediction.row == life) & np.isfinite(chance))]
        if rows.size
    ]
    title = f"Predicted incidence of {prediction.cause}" if of_cause else "Predicted survival"
    unit = "chance to have ended by the cause" if of_cause else "chance to pass the age"
    ax = _plain_steps(ax, prediction, steps, title, unit, style)
    if steps:
        ax.set_ylim(0.0, 1.03)
        ax.yaxis.set_major_formatter(percents())
    return ax


def _plain_steps(
    ax: Axes | None, result: Any, lines: list[Steps], title: str, unit: str, style: str = "steps-post"
) -> Axes:
    """Curves without numbers at risk."""
    ax = ax if ax is not None else own_axes(8.0, 4.2)
    if not lines:
        return nothing(ax, title, "no lives")
    ends = []
    for place, line in enumerate(lines):
        color, dash = GROUPS[place % len(GROUPS)], DASHES[place % len(DASHES)]
        times = np.concatenate([[0.0], result.time[line.rows]])
        heights = np.concatenate([[line.start], line.values])
        ax.plot(times, heights, drawstyle=style, color=color, linestyle=dash, linewidth=1.6, zorder=3)
        if line.lower is not None and len(lines) <= MOST_BANDS:
            low, high = (np.concatenate([[line.start], limit]) for limit in (line.lower, line.upper))
            step: Any = "post" if style == "steps-post" else None
            ax.fill_between(times, low, high, step=step, color=color, alpha=0.15, linewidth=0, zorder=1)
        ends.append((float(heights[-1]), float(heights[-1]), line.name, color))
    ax.set_xlim(0.0, float(np.nanmax(result.time)) * 1.005 or 1.0)
    ax.set_ylim(bottom=0.0)
    if len(lines) > 1:
        name_ends(ax, ends, rates=False)
    dress(ax, title, unit)
    ax.set_xlabel("age", color=MUTED, fontsize=9)
    return ax


def renewal_lines(
    projection: Any,
    *,
    observed: Any = None,
    group: str | None = None,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Projected survival of customers by renewal, one line for each group, beside what was observed.

    :param projection: as made by renewal_projection()
    :param observed: a curve of the same customers, as made by kaplan_meier()
    :param group: the only one to draw; all by default
    :param title: above it
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(8.0, 4.2)
    ends = []
    known = dict(groups_of(observed)) if observed is not None else {}
    groups = [each for each in groups_of(projection) if group is None or each[0] == group]
    for place, (name, rows) in enumerate(groups):
        color, dash = GROUPS[place % len(GROUPS)], DASHES[place % len(DASHES)]
        values = projection.survival[rows]
        if np.isfinite(values).all():
            mark = "none" if known else "o"
            ax.plot(projection.period[rows], values, color=color, linestyle=dash, marker=mark, markersize=3.5)
            ends.append((float(values[-1]), float(values[-1]), "" if group else name, color))
            if name in known:
                _observed_dots(ax, observed, known[name], color)
    if not ends:
        return nothing(ax, title or "Projected renewals", "no group has a model")
    ax.set_ylim(0.0, 1.03)
    ax.yaxis.set_major_formatter(percents())
    ax.xaxis.set_major_locator(MaxNLocator(integer=True))
    name_ends(ax, ends)
    dress(ax, title or "Projected renewals", "of customers still there")
    if known:
        last = max(
            (float(np.max(observed.time[known[name]])) for name, _ in groups if name in known), default=0.0
        )
        ax.axvspan(last, max(last, float(np.max(projection.period))), color="#F3F3F3", zorder=0)
        ax.annotate(
            "line: projected; dots: observed; grey: beyond what was observed",
            (1.0, 1.015),
            xycoords="axes fraction",
            ha="right",
            fontsize=8,
            color=MUTED,
        )
    ax.set_xlabel("renewals", color=MUTED, fontsize=9)
    return ax


def _observed_dots(ax: Axes, curve: Any, rows: Any, color: str) -> None:
    """A curve at its ages, with the intervals; the bars of many would hide the line."""
    heights, low, high = curve.survival[rows], curve.lower[rows], curve.upper[rows]
    ax.plot(
        curve.time[rows],
        heights,
        "o",
        color=color,
        markerfacecolor="white",
        markersize=4,
        linestyle="",
        zorder=4,
    )
    told = np.isfinite(low) & np.isfinite(high)
    if np.count_nonzero(told) <= 60:
        ax.vlines(
            curve.time[rows][told], low[told], high[told], color=color, alpha=0.45, linewidth=1.0, zorder=3
        )


def residual_dots(residuals: Any, *, covariate: str | None = None, ax: Axes | None = None) -> Axes:
    """Residuals against age, with a smooth line: a flat one is what a model that fits gives.

    Scaled Schoenfeld residuals follow the coefficient over age; the line should then be level.

    :param residuals: as made by cox_residuals()
    :param covariate: of which; by default the first with residuals
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(8.0, 4.2)
    kind = str(residuals.kind).rpartition(".")[2].replace("_", " ")
    keep = np.isfinite(residuals.residual)
    of = ""
    if "covariate" in residuals.columns and len(residuals):
        names = np.asarray(residuals.covariate.tolist(), object)
        told = list(dict.fromkeys(names[keep].tolist()))
        if covariate is not None and covariate not in told:
            known = ", ".join(told)
            raise ValueError(f"covariate = {covariate!r} has no residuals; those with some are {known}")
        name = covariate if covariate is not None else (told[0] if told else "")
        keep &= names == name
        of = f" of {name}"
    if kind == "scaled schoenfeld":
        title, unit = f"Coefficient{of} over age", "coefficient"
    else:
        title, unit = f"Residuals{of}", kind
    if not keep.any():
        return nothing(ax, title, "no residuals")
    time, value = residuals.time[keep], residuals.residual[keep]
    ax.plot(time, value, "o", color=GROUPS[0], alpha=0.35, markersize=4, markeredgewidth=0)
    level = float(np.mean(value)) if kind == "scaled schoenfeld" else 0.0
    ax.axhline(level, color=INK, linewidth=0.9, zorder=1)
    smooth = _smoothed(time, value)
    if smooth is not None:
        at, line, error = smooth
        ax.plot(at, line, color=GROUPS[1], linewidth=1.8, zorder=3)
        ax.fill_between(at, line - 2 * error, line + 2 * error, color=GROUPS[1], alpha=0.15, linewidth=0)
    dress(ax, title, unit)
    ax.set_xlabel("age", color=MUTED, fontsize=9)
    return ax


def _smoothed(time: Any, value: Any) -> tuple[Any, Any, Any] | None:
    """A natural cubic spline of four degrees of freedom by least squares, and its standard error."""
    knots = np.unique(np.quantile(time, [0, 0.25, 0.5, 0.75, 1]))
    if len(knots) < 5 or len(time) < 10:
        return None

    def basis(x: Any) -> Any:
        def bent(k: int) -> Any:
            cubes = np.maximum(x - knots[k], 0) ** 3 - np.maximum(x - knots[-1], 0) ** 3
            return cubes / (knots[-1] - knots[k])

        columns = [bent(k) - bent(len(knots) - 2) for k in range(len(knots) - 2)]
        return np.column_stack([np.ones_like(x), x, *columns])

    span = knots[-1] - knots[0]
    knots = (knots - knots[0]) / span
    shifted = (time - time.min()) / span
    design = basis(shifted)
    coefficients, *_ = np.linalg.lstsq(design, value, rcond=None)
    left = value - design @ coefficients
    variance = float(left @ left) / max(1, len(value) - design.shape[1])
    at = np.linspace(0.0, 1.0, 80)
    rows = basis(at)
    spread = np.einsum("ij,jk,ik->i", rows, np.linalg.pinv(design.T @ design), rows)
    return at * span + time.min(), rows @ coefficients, np.sqrt(variance * spread)


def cohort_heat_map(table: Any, *, title: str | None = None, ax: Axes | None = None) -> Axes:
    """What each cohort kept at each age. Hatched cells are of a period that is not over.

    :param table: a cohort table
    :param title: what the rates are of; by default the table's value
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    title = title or COHORT_TITLES[str(table.value)]
    starts = np.unique(np.asarray(table.cohort, "datetime64[D]"))
    ages = int(np.max(table.age, initial=0)) + 1
    ax = ax if ax is not None else own_axes(*heat_map_size(table))
    if len(starts) == 0:
        return nothing(ax, title, "no cohorts")
    row_of = np.searchsorted(starts, np.asarray(table.cohort, "datetime64[D]"))
    rates, unfinished = np.full((len(starts), ages), np.nan), np.zeros((len(starts), ages), bool)
    rates[row_of, table.age] = table.rate
    unfinished[row_of, table.age] = ~np.asarray(table.complete, bool)
    known = rates[np.isfinite(rates)]
    low, high = _color_range(known)
    mesh = ax.pcolormesh(
        np.arange(ages + 1) - 0.5,
        np.arange(len(starts) + 1) - 0.5,
        np.ma.masked_invalid(rates),
        cmap="cividis",
        vmin=low,
        vmax=high,
        edgecolors="white",
        linewidth=0.6 if ages <= 40 else 0.0,
        rasterized=ages > 40,
    )
    size = 7.5 if ages <= 26 else 5.5
    written = ages <= 40 and len(starts) <= 40
    hatch_cells(ax, unfinished)
    if written:
        _write_cells(ax, rates, mesh, size)
    ax.invert_yaxis()
    bar = ax.figure.colorbar(
        mesh,
        ax=ax,
        pad=0.015,
        fraction=0.025,
        aspect=40,
        extend="max" if known.max(initial=1.0) > high else "neither",
    )
    bar.ax.yaxis.set_major_formatter(percents())
    bar.outline.set_visible(False)
    bar.ax.tick_params(labelsize=8, color=MUTED)
    return _dress_cohorts(ax, table, starts, title, bool(unfinished.any()))


def heat_map_size(table: Any) -> tuple[float, float]:
    """Inches that a cohort table needs to be legible."""
    cohorts, ages = len(np.unique(table.cohort)), int(np.max(table.age, initial=0)) + 1
    return min(11.5, 3.2 + 0.46 * max(ages, 6)), min(11.0, 1.7 + 0.29 * max(cohorts, 3))


def _color_range(rates: Any) -> tuple[float, float]:
    """The rates that the darkest and the lightest color stand for; a few outliers do not stretch them."""
    highest = float(rates.max(initial=1.0))
    if highest > 2:
        highest = max(2.0, float(np.percentile(rates, 90)))
    high = np.ceil(10 * highest - 1e-9) / 10
    return min(np.floor(10 * rates.min(initial=1.0) + 1e-9) / 10, 0.5), high


def _write_cells(ax: Axes, rates: Any, mesh: Any, size: float) -> None:
    shades = mesh.cmap(mesh.norm(rates))[..., :3] @ np.array([0.299, 0.587, 0.114])
    for row, age in zip(*np.nonzero(np.isfinite(rates)), strict=True):
        ax.text(
            age,
            row,
            f"{100 * rates[row, age]:,.0f}" if rates[row, age] < 99.995 else ">9,999",
            ha="center",
            va="center",
            fontsize=size,
            color="black" if shades[row, age] > 0.5 else "white",
        )


def _dress_cohorts(ax: Axes, table: Any, starts: Any, title: str, hatched: bool) -> Axes:
    cohort, age = np.asarray(table.cohort, "datetime64[D]"), np.asarray(table.age)
    firsts = np.nonzero(age == 0)[0]
    sizes = dict(zip(cohort[firsts].tolist(), np.asarray(table.base_accounts)[firsts].tolist(), strict=True))
    names = [
        f"{label}  ({_format.count(sizes.get(start.astype(object), 0))})"
        for label, start in zip(_start_labels(starts, table.period), starts, strict=True)
    ]
    step = next(step for step in (1, 2, 3, 6, 12, 24, 60, 120, 10**6) if len(starts) / step <= 40)
    ax.set_yticks(range(0, len(starts), step), names[::step])
    ax.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 3, 6, 10], nbins=26, min_n_ticks=1))
    ax.set_xlabel("age of the cohort in periods", color=MUTED, fontsize=9)
    ax.set_ylabel("cohort (accounts)", color=MUTED, fontsize=9)
    pad = 26 if hatched else 10
    ax.set_title(f"{title}, % of the start", loc="left", fontsize=11, fontweight="bold", color=INK, pad=pad)
    ax.tick_params(length=0, labelsize=8, labelcolor=INK)
    for spine in ax.spines.values():
        spine.set_visible(False)
    if hatched:
        ax.legend(
            handles=[Patch(facecolor="#8a8a8a", edgecolor="white", hatch="////", label="period not over")],
            loc="lower left",
            bbox_to_anchor=(-0.01, 1.0),
            borderaxespad=0.2,
            frameon=False,
            fontsize=8,
            handlelength=2.2,
            handleheight=1.3,
        )
    return ax


def _start_labels(starts: Any, periods: Any) -> list[str]:
    """Names of the periods that cohorts started in; how long those are, two that follow each other say."""
    known = np.unique(np.asarray(periods, "datetime64[D]"))
    days = int(np.diff(known).min().astype(int)) if len(known) > 1 else 0
    months = starts.astype("datetime64[M]")
    if days < 28:
        ends = starts + max(days - 1, 0)
        whole_months = days == 0 and bool((months == starts).all())
        return [str(month) for month in months] if whole_months else _format.period_labels(starts, ends)
    ends = (months + round(days / 30.5)).astype("datetime64[D]") - 1
    return _format.period_labels(starts, ends)


def _rate_lines(
    ax: Axes,
    lines: Sequence[tuple[str, Any, Any, str, Any]],
    title: str,
    unit: str,
    band: Any,
    none: str = "no period has a base yet: the ledger is no longer than the window",
) -> Axes:
    """Lines of rates over the periods of their results, each named at its end."""
    table = lines[0][2]
    n = len(table)
    known = (
        np.isfinite([np.asarray(values, float) for _, values, *_ in lines]).any(axis=0)
        if n
        else np.array([], bool)
    )
    if not known.any():
        return nothing(ax, title, none)
    first = int(np.argmax(known))
    at = np.arange(n)
    lower = upper = np.array([])
    if band is not None:
        lower, upper = (np.where(table.small_base, np.nan, np.asarray(edge, float)) for edge in band)
        ax.fill_between(at, lower, upper, color=lines[0][3], alpha=0.18, linewidth=0, zorder=1)
    ends, doubtful = [], False
    for name, rates, result, color, style in lines:
        values = np.asarray(rates, float)
        ax.plot(at, values, color=color, linestyle=style, linewidth=2.0, zorder=3)
        sure = np.asarray(result.complete, bool) & ~np.asarray(result.small_base, bool)
        doubtful |= bool(np.isfinite(values[~sure]).any())
        few = n - first <= 36
        for mask, face in ((sure, color), (~sure, "white"))[0 if few else 1 :]:
            ax.plot(
                at[mask],
                values[mask],
                "o",
                color=color,
                markerfacecolor=face,
                markersize=4.5 if few else 3.0,
                linestyle="",
                zorder=4,
            )
        ends.append((*_end(values, result), name, color))
    dress(ax, title, unit)
    ax.yaxis.set_major_formatter(percents())
    shown = np.concatenate([*(np.asarray(values, float)[first:] for _, values, *_ in lines), lower, upper])
    _rate_limits(ax, shown[np.isfinite(shown)], touch=1.0 if unit.endswith("kept") else 0.0)
    period_axis(ax, table, first)
    name_ends(ax, ends)
    if doubtful:
        ax.annotate(
            "hollow: small base, or period not over",
            (1.0, 1.015),
            xycoords="axes fraction",
            ha="right",
            fontsize=8,
            color=MUTED,
        )
    return ax


def _end(values: Any, result: Any) -> tuple[float, float]:
    """Where a line ends, and the rate of the last complete period, which is the one to quote."""
    finite = np.nonzero(np.isfinite(values))[0]
    complete = np.nonzero(np.asarray(result.complete, bool))[0]
    quoted = float(values[complete[-1]]) if complete.size else float("nan")
    return (quoted if np.isfinite(quoted) else float(values[finite[-1]]) if finite.size else 0.0), quoted


def _rate_limits(ax: Axes, values: Any, touch: float) -> None:
    low, high = min(float(values.min()), touch), max(float(values.max()), touch)
    room = max(high - low, 0.02) * 0.08
    ax.set_ylim(low - room if low < 0 or low > room else 0.0, high + room)


def _last_complete(table: Any, periods: int) -> slice:
    """The last complete periods; all periods where none is complete."""
    complete = np.nonzero(np.asarray(table.complete, bool))[0]
    stop = int(complete[-1]) + 1 if complete.size else len(table)
    return slice(max(0, stop - periods), stop)


def _currency(*results: Any) -> tuple[str, int]:
    """Code and digits of the currency; periods by themselves know the digits only."""
    for result in results:
        currency = getattr(result, "currency", None)
        if currency is not None:
            return str(currency.code), int(currency.exponent)
    row = int(np.argmax(results[-1].closing_minor))
    major = float(results[-1].closing[row])
    return "", round(float(np.log10(results[-1].closing_minor[row] / major))) if major else 2


def _scale(reach: float) -> tuple[float, str]:
    """The unit to write amounts up to `reach` in: no more than five digits before the point."""
    for scale, word in SCALES:
        if reach >= 100 * scale:
            return scale, word
    return 1.0, ""


def _unit(name: str, word: str, code: str) -> str:
    inside = f"{word}{code}".strip()
    return f"{name} ({inside})" if inside else name


def _digits(scale: float, exponent: int, amount: float) -> int:
    if amount == int(amount) and (scale == 1 or amount == 0):
        return 0
    return exponent if scale == 1 else 1


def _amounts(scale: float) -> FuncFormatter:
    return FuncFormatter(lambda value, _: f"{value / scale:,.10g}".replace("-", MINUS))


def _axis_base(levels: Sequence[float]) -> float:
    """Where the axis of a waterfall begins: 0, or a round number below when all levels are close together."""
    low, high = min(levels), max(levels)
    spread = high - low
    if low <= 0 or spread == 0 or spread > 0.25 * high:
        return 0.0
    step = 10 ** np.floor(np.log10(spread))
    return max(0.0, float(np.floor((low - 0.6 * spread) / step) * step))


def _break(ax: Axes, base: float, places: Sequence[int]) -> None:
    """Shows that bars are cut off below, and says so."""
    low, high = ax.get_ylim()
    for place in places:
        x = np.linspace(place - 0.36, place + 0.36, 25)
        for lift in (0.05, 0.075):
            ax.plot(
                x,
                base + (high - low) * (lift + 0.008 * np.sin(6 * np.pi * (x - place))),
                color="white",
                linewidth=1.6,
                zorder=3,
            )
    ax.annotate(
        "axis does not start at 0",
        (0.5, 0.02),
        xycoords="axes fraction",
        ha="center",
        fontsize=8,
        color=MUTED,
    )


def _hatch(kind: str | None, bars: int = 1) -> dict[str, Any]:
    if kind in HATCHES and bars <= 60:
        return {"hatch": HATCHES[kind], "edgecolor": "white", "linewidth": 0.0}
    return {}


_PLOTS: dict[str, Callable[..., Axes]] = {
    "MrrLedger": waterfall,
    "LedgerPeriods": waterfall,
    "RevenueRetention": retention_lines,
    "LogoRetention": retention_lines,
    "ChurnRate": churn_lines,
    "CohortTable": cohort_heat_map,
    "Conventions": convention_dots,
    "SurvivalCurve": survival_steps,
    "TurnbullCurve": turnbull_steps,
    "HazardCurve": hazard_steps,
    "IncidenceCurve": incidence_steps,
    "CoxModel": hazard_ratios,
    "CoxPath": coefficient_paths,
    "FineGrayModel": hazard_ratios,
    "BaselineHazard": baseline_steps,
    "CoxPrediction": predicted_steps,
    "FineGrayPrediction": predicted_steps,
    "ParametricPrediction": predicted_lines,
    "CoxResiduals": residual_dots,
    "RenewalProjection": renewal_lines,
    "ActiveUsers": active_user_lines,
    "Stickiness": stickiness_lines,
    "GrowthAccounting": growth_bars,
    "UsageRetention": usage_retention_lines,
    "EngagementHistogram": power_user_bars,
    "TimeToValueCurve": time_to_value_steps,
    "MilestoneFunnel": funnel_bars,
    "CapacityWeeks": workload_bars,
    "CapacityWorkload": workload_heat_map,
    "Performance": performance_funnel,
    "Scores": score_bars,
    "Explanation": explanation_bars,
    "ScoreChange": score_change_bars,
    "ScoreHistory": score_history_lines,
    "Loyalty": loyalty_fields,
    "Nps": nps_bars,
    "RocCurve": roc_curve_line,
    "PrecisionRecall": precision_recall_line,
    "Lift": lift_lines,
    "CalibrationCurve": calibration_dots,
    "NetBenefit": net_benefit_lines,
    "ChurnByBand": churn_by_band_bars,
    "LeadTime": lead_time_steps,
    "PopulationStability": population_stability_bars,
    "CharacteristicStability": characteristic_stability_bars,
    "WeightOfEvidence": weight_of_evidence_bars,
    "Proof": proof_panels,
}
