# SPDX-License-Identifier: MIT
"""Pictures of what a score foretells, and of how far it has moved."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import numpy as np

from fealty import _format
from fealty._drawing import GROUPS, INK, MINUS, MUTED, RULE, dress, notes, nothing, own_axes, percents
from fealty._health_plots import band_look

try:
    from matplotlib.axes import Axes
    from matplotlib.ticker import FuncFormatter, MaxNLocator
except ImportError as error:
    raise ImportError("plots need matplotlib: pip install 'fealty[report]'") from error

MOST_BINS, MOST_FEATURES, LEAST_TOLD = 25, 20, 0.005
READINGS = (0.1, 0.25)  # from which on a stability index is read as moderate, and as large
ABSENT_BAR = "#9A9A9A"
TIMES = "\N{MULTIPLICATION SIGN}"
GUIDE: dict[str, Any] = {"color": MUTED, "linestyle": (0, (4, 3)), "linewidth": 1.0, "zorder": 1}


def roc_curve_line(roc: Any, *, title: str | None = None, ax: Axes | None = None) -> Axes:
    """What share of the outcomes a score finds against the share of the others that it flags in vain.

    :param roc: as made by roc_curve()
    :param title: above it; the area under the curve by default
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(5.6, 5.0)
    if len(roc) == 0 or not np.isfinite(roc.auc):
        return nothing(ax, title or "ROC curve", _one_class(roc))
    ax.plot([0, 1], [0, 1], **GUIDE)
    wrong, found = 1 - np.asarray(roc.specificity, float), np.asarray(roc.sensitivity, float)
    ax.plot(wrong, found, color=GROUPS[0], linewidth=2.0, zorder=3)
    ax.fill_between(wrong, found, color=GROUPS[0], alpha=0.12, linewidth=0, zorder=1)
    dress(ax, title or f"ROC curve: AUC {roc.auc:.3f}", "outcomes found (sensitivity)")
    _shares(ax, "flagged in vain (1 \N{MINUS SIGN} specificity)")
    _say(ax, f"{_counted(roc)}\ndashes: a score that tells nothing", (0.97, 0.04))
    return ax


def precision_recall_line(curve: Any, *, ax: Axes | None = None) -> Axes:
    """What share of those flagged have the outcome, against the share of outcomes that is found.

    :param curve: as made by precision_recall()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(5.6, 5.0)
    title = "Precision and recall"
    recall, precision = np.asarray(curve.recall, float), np.asarray(curve.precision, float)
    if len(curve) == 0 or not np.isfinite(recall).any():
        return nothing(ax, title, _one_class(curve))
    ax.step(
        np.concatenate([[0.0], recall]), np.concatenate([precision[:1], precision]), where="pre",
        color=GROUPS[0], linewidth=1.8, zorder=3,
    )  # fmt: skip
    ax.axhline(curve.prevalence, **GUIDE)
    dress(ax, title, "of those flagged (precision)")
    base = _format.percent(float(curve.prevalence))
    said = f"{_counted(curve)}; dashes: a score that tells nothing, {base}"
    _shares(ax, f"of all outcomes found (recall)\n{said}")
    top = 1.2 * float(np.nanmax(precision[recall >= 0.02]))  # the first few rows say little, and may be high
    ax.set_ylim(-0.02 * min(1.0, top), min(1.03, max(top, 1.5 * float(curve.prevalence))))
    return ax


def lift_lines(lift: Any, *, ax: Axes | None = None) -> Axes:
    """What share of the outcomes is among those of highest risk, with intervals; of revenue too, if known.

    The numbers are the lift: how many times as often the outcome happens among them as among all.

    :param lift: as made by lift()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(6.4, 4.6)
    capture, title = np.asarray(lift.capture, float), "Lift and capture"
    if len(lift) == 0 or not np.isfinite(capture).any():
        return nothing(ax, title, _one_class(lift))
    share, last = np.asarray(lift.share, float), float(lift.share[-1])
    ax.plot([0, last], [0, last], **GUIDE)
    valued = bool(np.isfinite(lift.value_capture).any())
    shown: list[tuple[str, str, str, str, Any]] = [("outcomes", "capture", GROUPS[0], "o", "-")]
    shown += [("their MRR or worth", "value_capture", GROUPS[1], "s", (0, (5, 2)))] if valued else []
    for place, (name, column, color, mark, dash) in enumerate(shown):
        heights, at = np.asarray(lift[column], float), share + place * 0.006 * last
        _whiskers(ax, at, heights, lift[f"{column}_lower"], lift[f"{column}_upper"], color)
        ax.plot(
            np.concatenate([[0.0], at]), np.concatenate([[0.0], heights]), marker=mark,
            markevery=slice(1, None), color=color, linestyle=dash, linewidth=1.8, markersize=5.5, label=name,
            zorder=3,
        )  # fmt: skip
    high = np.concatenate(
        [capture, np.asarray(lift.capture_upper, float), np.asarray(lift.value_capture, float)]
    )
    dress(ax, title, "of all outcomes found (capture)", legend=len(shown) if valued else 0)
    ax.set_ylim(0.0, min(1.08, 1.25 * float(np.nanmax(high, initial=last))))
    ax.set_xlim(0.0, 1.06 * last)
    for each in _apart(share, 0.075 * last):
        _above(
            ax, share[each], _finite(lift.capture_upper[each], capture[each]), f"{lift.lift[each]:.2g}{TIMES}"
        )
    _percent_axes(ax)
    ax.set_xlabel("of highest risk looked at", color=MUTED, fontsize=9)
    notes(ax, _counted(lift))
    return ax


def calibration_dots(calibration: Any, *, ax: Axes | None = None) -> Axes:
    """What happened against what was predicted, with Wilson's bounds; beneath it, how many rows each bin has.

    :param calibration: as made by calibration_curve()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(5.8, 5.2)
    if len(calibration) == 0:
        return nothing(
            ax,
            "Calibration",
            "no row has a probability:\na column of them, or more outcomes, would bring this",
        )
    predicted, observed = (np.asarray(each, float) for each in (calibration.predicted, calibration.observed))
    top = max(
        float(np.nanmax(each)) for each in (predicted, observed, calibration.upper, calibration.highest)
    )
    top = min(1.0, 1.05 * top) or 1.0
    ax.plot([0, top], [0, top], **GUIDE)
    _whiskers(ax, predicted, observed, calibration.lower, calibration.upper, GROUPS[0])
    ax.plot(predicted, observed, "o-", color=GROUPS[0], linewidth=1.2, markersize=5.5, zorder=3)
    _counts_beneath(ax, calibration, top)
    dress(ax, "Calibration", "observed")
    _percent_axes(ax)
    ax.set_xlim(0.0, 1.02 * top)
    ax.set_ylim(-0.2 * top, 1.02 * top)
    ax.set_yticks([tick for tick in ax.get_yticks() if 0 <= tick <= top])
    ax.set_xlabel("predicted; beneath the line: rows", color=MUTED, fontsize=9)
    return ax


def net_benefit_lines(benefit: Any, *, ax: Axes | None = None) -> Axes:
    """What acting on a score is worth, from each probability on, against acting on all and on none.

    :param benefit: as made by net_benefit()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(7.0, 4.2)
    net, title = np.asarray(benefit.net_benefit, float), "Net benefit"
    if len(benefit) == 0 or not np.isfinite(net).any():
        return nothing(ax, title, _one_class(benefit))
    at, few = np.asarray(benefit.threshold, float), len(benefit) <= 30
    if few:
        _whiskers(ax, at, net, benefit.lower, benefit.upper, GROUPS[0])
    else:
        ax.fill_between(at, benefit.lower, benefit.upper, color=GROUPS[0], alpha=0.15, linewidth=0, zorder=1)
    ax.plot(
        at,
        net,
        "o-" if few else "-",
        color=GROUPS[0],
        linewidth=2,
        markersize=5,
        label="by the score",
        zorder=3,
    )
    ax.plot(
        at, benefit.treat_all, color=GROUPS[1], linestyle=(0, (5, 2)), linewidth=1.5, label="on all", zorder=2
    )
    ax.axhline(0.0, color=INK, linewidth=1.0, label="on none", zorder=1)
    tops = (net, benefit.upper, benefit.treat_all)
    high = max(*(float(np.nanmax(each, initial=0.0)) for each in tops), 0.001)
    low = min(float(np.nanmin(np.minimum(net, _filled(benefit.lower, net)))), -0.15 * high)
    ax.set_ylim(max(1.15 * low, -high), 1.1 * high)
    dress(ax, title, "net benefit per row", legend=3)
    ax.xaxis.set_major_formatter(percents())
    ax.set_xlabel("act from this probability on", color=MUTED, fontsize=9)
    ax.margins(x=0.05)
    notes(ax, _counted(benefit))
    return ax


def churn_by_band_bars(bands: Any, *, ax: Axes | None = None) -> Axes:
    """How often the outcome happens in each band, the worst first, with Wilson's bounds.

    :param bands: as made by churn_by_band()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(max(5.6, min(12.0, 2.0 + 0.9 * len(bands))), 4.2)
    title = "Outcome rate by band"
    rate = np.asarray(bands.rate, float)
    if len(bands) == 0 or not np.isfinite(rate).any():
        return nothing(ax, title, "no row has a band:\na column of bands would bring this")
    at, many = np.arange(len(bands)), len(bands)
    for place in at[np.isfinite(rate)]:
        ax.bar(place, rate[place], 0.62, zorder=2, **band_look(int(place), many))
    low, high = np.asarray(bands.lower, float), np.asarray(bands.upper, float)
    _whiskers(ax, at, rate, low, high, INK)
    dress(ax, title, "of rows with the outcome")
    ax.set_ylim(0.0, min(1.12, 1.22 * float(np.nanmax(high, initial=0.01))))
    ax.yaxis.set_major_formatter(percents())
    names = [_format.visible(str(each), 16) for each in np.asarray(bands.band).tolist()]
    step = -(-many // 12)
    beneath = [
        f"{name}\n{_format.count(found)} of {_format.count(rows)}"
        for name, found, rows in zip(names, bands.outcomes, bands.examples, strict=True)
    ]
    ax.set_xticks(at[::step], beneath[::step])
    ax.tick_params(axis="x", length=0)
    ax.set_xlim(-0.6, many - 0.4)
    for place in at[np.isfinite(rate)] if many <= 12 else []:
        _above(ax, place, _finite(high[place], rate[place]), _format.percent(float(rate[place])))
    trend = _trend(bands)
    if trend:
        ax.set_xlabel(trend, color=MUTED, fontsize=9)
    return ax


def lead_time_steps(lead: Any, *, ax: Axes | None = None) -> Axes:
    """Of all accounts with the outcome, which share already stood out so many days before it.

    :param lead: as made by lead_time()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    ax = ax if ax is not None else own_axes(6.8, 4.2)
    title, total = "Lead time", len(lead)
    if total == 0:
        why = "no outcome has a snapshot with a band before it"
        return nothing(ax, title, f"{why}:\na column of bands, or earlier snapshots, would bring this")
    shown = (("not in the best band", lead.warned_days, GROUPS[0], "-"),
             ("in the worst band", lead.worst_days, GROUPS[1], (0, (5, 2))))  # fmt: skip
    last = max(float(np.nanmax(days, initial=0.0)) for _, days, *_ in shown)
    last = max(1.1 * last, 1.2 * float(lead.days_before))
    for name, days, color, dash in shown:
        known = np.sort(np.asarray(days, float)[np.isfinite(days)])
        at = np.concatenate([[0.0], known, [last]])
        left = np.concatenate([[len(known)], len(known) - np.arange(len(known)), [0]]) / total
        ax.step(at, left, where="pre", color=color, linestyle=dash, linewidth=1.9, label=name, zorder=3)
    ax.axvline(lead.days_before, **GUIDE)
    dress(ax, title, "of accounts with the outcome", legend=2)
    ax.set_ylim(0.0, 1.03)
    ax.set_xlim(0.0, last)
    ax.yaxis.set_major_formatter(percents())
    ax.xaxis.set_major_locator(MaxNLocator(6, integer=True))
    said = "\n".join(["days before the outcome, at least", *_lead_said(lead)])
    ax.set_xlabel(said, color=MUTED, fontsize=9)
    return ax


def population_stability_bars(drift: Any, *, ax: Axes | None = None) -> Axes:
    """Which share of rows was in each bin and is now, and what the bin adds to the stability index.

    :param drift: as made by psi()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    rows = _telling(drift.contribution)
    ax = ax if ax is not None else own_axes(max(6.4, 1.6 + 0.62 * rows.size), 4.2)
    if rows.size == 0 or not np.isfinite(drift.psi):
        return nothing(
            ax, "Drift of the score", "before or now has no rows:\nsnapshots of two times would bring this"
        )
    at = np.arange(rows.size)
    before, now = (np.asarray(each, float)[rows] for each in (drift.reference_share, drift.current_share))
    ax.bar(
        at - 0.2,
        before,
        0.38,
        color=ABSENT_BAR,
        hatch="////",
        edgecolor="white",
        linewidth=0.0,
        label="before",
    )
    ax.bar(at + 0.2, now, 0.38, color=GROUPS[0], label="now")
    told = np.abs(np.asarray(drift.contribution, float)[rows]) >= LEAST_TOLD
    for place, row in enumerate(rows):
        if rows.size > 12 or not told[place]:
            continue
        _above(ax, place, max(before[place], now[place]), _index(float(drift.contribution[row])))
    dress(ax, f"Drift of the score: PSI {_index(float(drift.psi))}, {drift.reading}", "of rows", legend=2)
    ax.set_ylim(0.0, 1.15 * max(float(before.max()), float(now.max()), 0.01))
    ax.yaxis.set_major_formatter(percents())
    _bin_names(ax, drift, rows)
    over = f"chance alone brings up to {_index(float(drift.limit))}" if np.isfinite(drift.limit) else ""
    ax.set_xlabel(over, color=MUTED, fontsize=9)
    few = f"{rows.size} of {len(drift)} bins: those that moved most" if rows.size < len(drift) else ""
    notes(ax, few)
    return ax


def characteristic_stability_bars(drift: Any, *, ax: Axes | None = None) -> Axes:
    """How far the features of a score have moved, those that moved most first, beside what chance brings.

    :param drift: as made by csi()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    rows = np.arange(min(len(drift), MOST_FEATURES))
    ax = ax if ax is not None else own_axes(8.0, 1.7 + 0.34 * max(rows.size, 1))
    if rows.size == 0 or not np.isfinite(drift.csi).any():
        return nothing(ax, "Drift of features", "no feature is in both samples")
    index, limit = np.asarray(drift.csi, float)[rows], np.asarray(drift.limit, float)[rows]
    beyond = index > limit
    for mask, color, hatch, name in (
        (beyond, GROUPS[1], "", "beyond chance"),
        (~beyond, ABSENT_BAR, "////", "within chance"),
    ):
        if mask.any():
            ax.barh(
                rows[mask], _filled(index[mask], 0.0), 0.62, color=color, hatch=hatch, edgecolor="white",
                linewidth=0.0, label=name, zorder=2,
            )  # fmt: skip
    ax.plot(
        limit,
        rows,
        "|",
        color=INK,
        markersize=11,
        markeredgewidth=1.4,
        linestyle="",
        label="chance, at most",
        zorder=4,
    )
    top = 1.05 * max(float(np.nanmax(index)), float(np.nanmax(limit, initial=0.0)), READINGS[0])
    for edge in (edge for edge in READINGS if edge < top):
        ax.axvline(edge, **GUIDE)
    for place in rows.tolist():
        _right(ax, place, _feature_text(drift, place))
    dress(ax, "Drift of features", "", legend=2 + bool(beyond.any() and not beyond.all()))
    ax.grid(visible=False, axis="y")
    ax.grid(axis="x", color=RULE, linewidth=0.7)
    _names_down(ax, [_format.visible(str(drift.feature[row]), 28) for row in rows])
    ax.set_xlim(0.0, top)
    ax.set_xlabel(
        "stability index (CSI); dashes: moderate from 0.1, large from 0.25", color=MUTED, fontsize=9
    )
    notes(
        ax, f"{rows.size} of {len(drift)} features: those that moved most" if rows.size < len(drift) else ""
    )
    return ax


def weight_of_evidence_bars(evidence: Any, *, ax: Axes | None = None) -> Axes:
    """What each bin of a feature says about the outcome: above 0 it is more likely.

    :param evidence: as made by weight_of_evidence()
    :param ax: where to draw; a figure of its own by default
    :returns: the axes
    """
    rows = _telling(evidence.contribution)
    ax = ax if ax is not None else own_axes(8.0, 1.7 + 0.4 * max(rows.size, 1))
    name = _format.visible(str(evidence.feature), 40)
    weights = np.asarray(evidence.weight_of_evidence, float)[rows]
    if rows.size == 0 or not np.isfinite(weights).any():
        return nothing(ax, f"Evidence of {name}", "with one kind of outcome alone there is no evidence")
    at = np.arange(rows.size)
    for mask, color, hatch in ((weights > 0, GROUPS[1], "////"), (weights <= 0, GROUPS[0], "")):
        ax.barh(
            at[mask],
            weights[mask],
            0.62,
            color=color,
            hatch=hatch,
            edgecolor="white",
            linewidth=0.0,
            zorder=2,
        )
    for place, row in enumerate(rows):
        found, all_rows = int(evidence.outcomes[row]), int(evidence.examples[row])
        value = f"{weights[place]:+.2f}".replace("-", MINUS) if np.isfinite(weights[place]) else "none"
        _right(ax, place, f"{value}  {_format.count(found)} of {_format.count(all_rows)} rows")
    ax.axvline(0, color=INK, linewidth=0.9, zorder=3)
    dress(ax, f"Evidence of {name}: information value {_index(float(evidence.information_value))}", "")
    ax.grid(visible=False, axis="y")
    ax.grid(axis="x", color=RULE, linewidth=0.7)
    _names_down(ax, [_bin_name(evidence, row) for row in rows])
    ax.xaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:g}".replace("-", MINUS)))
    fewer = f"; the {rows.size} most telling of {len(evidence)} bins" if rows.size < len(evidence) else ""
    ax.set_xlabel(
        f"weight of evidence: right of 0 the outcome is more likely{fewer}", color=MUTED, fontsize=9
    )
    return ax


def proof_panels(proof: Any, *, ax: Axes | None = None) -> Axes:
    """A page: ROC curve, calibration, outcomes by band, lift, lead time and drift, with the verdict above.

    :param proof: as made by prove()
    :param ax: where to draw, one of a grid of subplots; a figure of its own by default
    :returns: the axes that hold the title and the panels
    """
    ax = ax if ax is not None else own_axes(14.0, 9.0)
    spec = ax.get_subplotspec()
    if spec is None:
        raise ValueError("proof_panels: ax is not one of a grid of subplots")
    ax.set_axis_off()
    inside = spec.subgridspec(3, 3, height_ratios=(0.19, 1.0, 1.0))
    head = ax.figure.add_subplot(inside[0, :])
    head.set_axis_off()
    verdict, of = _verdict(proof)
    head.text(0.0, 1.0, verdict, fontsize=13, fontweight="bold", color=INK, va="top")
    head.text(0.0, 0.0, of, fontsize=10, color=MUTED, va="bottom")
    drawn: list[tuple[Callable[..., Axes], Any]] = [
        (_proof_roc, proof),
        (calibration_dots, proof.calibration),
        (churn_by_band_bars, proof.bands),
        (lift_lines, proof.lift),
        (lead_time_steps, proof.lead_time),
        (population_stability_bars, proof.score_drift),
    ]
    for place, (draw, result) in enumerate(drawn):
        draw(result, ax=ax.figure.add_subplot(inside[1 + place // 3, place % 3]))
    return ax


def _proof_roc(proof: Any, *, ax: Axes) -> Axes:
    """The curve, with the interval by accounts in its title."""
    area = [row for row in range(len(proof)) if str(proof.figure[row]) == "roc_auc"]
    if not area or not np.isfinite(proof.value[area[0]]):
        return roc_curve_line(proof.roc, ax=ax)
    row = area[0]
    bounds = (float(proof.lower[row]), float(proof.upper[row]))
    interval = f" ({bounds[0]:.3f} to {bounds[1]:.3f})" if np.isfinite(bounds).all() else ""
    return roc_curve_line(proof.roc, title=f"ROC AUC {float(proof.value[row]):.3f}{interval}", ax=ax)


def _verdict(proof: Any) -> tuple[str, str]:
    """The verdict with its first reason, and what was proven."""
    name = str(proof.verdict).replace("_", " ").capitalize()
    reasons = [str(reason) for reason in proof.reasons]
    first = textwrap.shorten(f"{name}: {reasons[0]}" if reasons else name, 230, placeholder=" …")
    days = _format.plural(proof.horizon_days, "day")
    of = f"{_format.visible(str(proof.score), 40)}, outcomes within {days}"
    after = f" after {_format.plural(proof.gap_days, 'day')}" if proof.gap_days else ""
    more = f"; {_format.plural(len(reasons) - 1, 'more reason')} in the table" if len(reasons) > 1 else ""
    return textwrap.fill(first, 118), f"{of}{after}{more}"


def _one_class(result: Any) -> str:
    rows, found = int(getattr(result, "examples", 0)), int(getattr(result, "outcomes", 0))
    if rows == 0:
        return "no row has both a score and an outcome"
    have = "all" if found else "none"
    return f"{have} of {_format.plural(rows, 'row')} has the outcome: nothing to tell apart"


def _counted(result: Any) -> str:
    return (
        f"{_format.plural(int(result.outcomes), 'outcome')} of {_format.plural(int(result.examples), 'row')}"
    )


def _percent_axes(ax: Axes) -> None:
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_locator(MaxNLocator(6))
        axis.set_major_formatter(percents())


def _shares(ax: Axes, across: str) -> None:
    ax.set_xlim(-0.02, 1.02)
    ax.set_ylim(-0.02, 1.03)
    _percent_axes(ax)
    ax.set_xlabel(across, color=MUTED, fontsize=9)


def _say(ax: Axes, text: str, where: tuple[float, float]) -> None:
    ax.annotate(
        text, where, xycoords="axes fraction", ha="right", va="top" if where[1] > 0.5 else "bottom",
        fontsize=8.5, color=MUTED, zorder=5,
        bbox={"facecolor": "white", "alpha": 0.8, "linewidth": 0, "pad": 1.5},
    )  # fmt: skip


def _above(ax: Axes, x: float, y: float, text: str) -> None:
    ax.annotate(
        text, (float(x), float(y)), (0, 3), textcoords="offset points", ha="center", va="bottom",
        fontsize=8.5, color=INK, zorder=5,
    )  # fmt: skip


def _right(ax: Axes, place: int, text: str) -> None:
    ax.annotate(
        text, (1.01, place), xycoords=("axes fraction", "data"), va="center", fontsize=8.5, color=INK,
        annotation_clip=False,
    )  # fmt: skip


def _names_down(ax: Axes, names: list[str]) -> None:
    ax.set_yticks(range(len(names)), names)
    ax.tick_params(axis="y", length=0)
    ax.set_ylim(len(names) - 0.4, -0.6)


def _whiskers(ax: Axes, at: Any, value: Any, lower: Any, upper: Any, color: str) -> None:
    """Intervals as lines; none where they are not known."""
    low, high = np.asarray(lower, float), np.asarray(upper, float)
    known = np.isfinite(low) & np.isfinite(high) & np.isfinite(np.asarray(value, float))
    ax.vlines(np.asarray(at)[known], low[known], high[known], color=color, linewidth=1.3, alpha=0.9, zorder=4)


def _finite(value: float, other: float) -> float:
    return float(value) if np.isfinite(value) else float(other)


def _filled(values: Any, other: Any) -> Any:
    values = np.asarray(values, float)
    return np.where(np.isfinite(values), values, other)


def _apart(places: Any, least: float) -> list[int]:
    """Rows whose places, which ascend, leave room for a text, from the last on."""
    kept: list[int] = []
    for row in reversed(range(len(places))):
        if not kept or places[kept[-1]] - places[row] >= least:
            kept.append(row)
    return kept


def _counts_beneath(ax: Axes, calibration: Any, top: float) -> None:
    """Bars below the line of 0, as long as bins have rows, and their numbers where there is room."""
    rows = np.asarray(calibration.examples, float)
    low, high = np.asarray(calibration.lowest, float), np.asarray(calibration.highest, float)
    width = np.maximum(high - low, 0.012 * top)
    depth = 0.1 * top * rows / max(1.0, float(rows.max()))
    ax.bar((low + high) / 2, -depth, width, color=ABSENT_BAR, edgecolor="white", linewidth=0.6, zorder=2)
    ax.axhline(0.0, color=INK, linewidth=0.8, zorder=3)
    middle = (low + high) / 2
    for row in _apart(middle, 0.1 * top):
        text = _format.count(int(rows[row]))
        ax.text(middle[row], -0.125 * top, text, ha="center", va="top", fontsize=7.5, color=MUTED)


def _trend(bands: Any) -> str:
    if not np.isfinite(bands.p_value):
        return ""
    p = float(bands.p_value)
    said = "p < 0.0001" if p < 0.0001 else f"p = {p:.2g}"
    way = "never rises from band to band" if bands.monotone and bands.worse_predicts_outcome else ""
    return "; ".join(filter(None, [way, f"trend {said}"]))


def _lead_said(lead: Any) -> list[str]:
    said = []
    for name, share, middle in (
        ("not in the best band", lead.warned, lead.median_warned_days),
        ("in the worst band", lead.in_worst, lead.median_worst_days),
    ):
        days = f", for {middle:,.0f} days (median)" if np.isfinite(middle) else ""
        said.append(f"{_format.count(share)} of {_format.count(len(lead))} at last {name}{days}")
    if np.isfinite(lead.not_best_share):
        share = _format.percent(float(lead.not_best_share), 0)
        said.append(
            f"{lead.days_before} days before, {share} of {_format.count(lead.with_band_before)} stood out"
        )
    return said


def _telling(contribution: Any) -> Any:
    """Rows of the bins that are drawn, in their order: those that contribute most, where they are many."""
    size = np.abs(_filled(contribution, 0.0))
    return np.sort(np.argsort(-size, kind="stable")[:MOST_BINS])


def _index(value: float) -> str:
    return f"{value:.3f}".replace("-", MINUS)


def _bin_name(result: Any, row: int) -> str:
    kind = str(result.kind[row])
    if kind == "missing":
        return "missing"
    if kind == "category":
        return _format.visible(str(result.category[row]), 24) or "(empty)"
    low, high = float(result.lower[row]), float(result.upper[row])
    if not np.isfinite(low) and not np.isfinite(high):
        return "all numbers"
    if not np.isfinite(low):
        return f"\N{LESS-THAN OR EQUAL TO} {_edge(high)}"
    return f"> {_edge(low)}" if not np.isfinite(high) else f"{_edge(low)} to {_edge(high)}"


def _edge(value: float) -> str:
    return f"{value:,.4g}".replace("-", MINUS)


def _bin_names(ax: Axes, drift: Any, rows: Any) -> None:
    names = [_bin_name(drift, row) for row in rows]
    long = max(map(len, names), default=0) * len(names) > 60
    ax.set_xticks(range(len(names)), names, rotation=40 if long else 0, ha="right" if long else "center",
                  rotation_mode="anchor" if long else "default")  # fmt: skip
    ax.set_xlim(-0.6, len(names) - 0.4)
    ax.tick_params(axis="x", length=0)


def _feature_text(drift: Any, row: int) -> str:
    index, shift = float(drift.csi[row]), float(drift.points_shift[row])
    text = f"{_index(index)} {drift.reading[row]}" if np.isfinite(index) else "no index"
    return f"{text}; {shift:+.1f} points".replace("-", MINUS) if np.isfinite(shift) else text
