# SPDX-License-Identifier: MIT
"""Whether a health score foretells anything: the verdict and its evidence, in words, tables and pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

import fealty
from fealty import _format
from fealty._coverage import Pages, Part, Picture, Table
from fealty._health_tables import Judged

VERDICT = "Verdict"
FIGURES = "Key figures"
BANDS = "Churn by band"
OUTCOME_BANDS = "Outcomes by band"
#: What a verdict says, in plain words.
WORDS = {
    "predictive": "Predictive: {score} tells beforehand, better than chance, which customers {happen}.",
    "not_predictive": "Not predictive: these data do not show that {score} tells beforehand which customers "
    "{happen}.",
    "insufficient_events": "Not enough happened to tell: whether {score} foretells which customers {happen} "
    "is open.",
    "leaking": "Not a fair test: something that was known only later, or that gives the outcome away, is "
    "among what was held to be known. How well {score} foretells which customers {happen} cannot be said "
    "before it is taken out.",
}
#: What to do next.
NEXT = {
    "predictive": "It may be used to decide whom to call. How far, the figures below say.",
    "not_predictive": "Do not decide by it whom to call. The measures it is made of, or its weights, need "
    "another look.",
    "insufficient_events": "The figures below are of too few accounts to stand on. More time or more "
    "customers bring more outcomes; a longer --horizon counts more of them.",
    "leaking": "The leakage audit names it. Until it is taken out, do not rely on the figures.",
}
#: Figures that a reader wants first, in this order.
KEY = (
    "roc_auc",
    "roc_auc_baseline",
    "average_precision",
    "lift",
    "capture",
    "revenue_captured",
    "brier",
    "calibration_slope",
    "calibration_in_the_large",
    "not_best_before",
    "median_warned_days",
    "score_psi",
)
NAMES = {
    "roc_auc": "ROC AUC of {of}",
    "roc_auc_delong": "ROC AUC of {of}, as if rows were independent",
    "roc_auc_baseline": "ROC AUC of {of} alone",
    "roc_auc_difference": "better than {of} by",
    "roc_auc_treated": "ROC AUC, accounts that somebody acted on",
    "roc_auc_untreated": "ROC AUC, accounts that nobody acted on",
    "average_precision": "average precision",
    "kolmogorov_smirnov": "Kolmogorov-Smirnov distance",
    "lift": "lift in the {of} at highest risk",
    "capture": "outcomes among the {of} at highest risk",
    "revenue_captured": "MRR of outcomes among the {of} at highest risk",
    "brier": "Brier score",
    "log_loss": "log loss",
    "calibration_slope": "calibration slope",
    "calibration_in_the_large": "calibration in the large",
    "expected_calibration_error": "expected calibration error",
    "spiegelhalter_z": "Spiegelhalter's z",
    "net_benefit": "net benefit of acting from {of} on",
    "band_outcome_rate": "outcomes in {of}",
    "band_trend": "trend over bands, z",
    "not_best_before": "outcomes not in the best band {of} days before",
    "watermelon_share": "outcomes in the best band {of} days before",
    "median_worst_days": "median days in {of} before",
    "median_warned_days": "median days out of {of} before",
    "score_psi": "stability index (PSI) of {of}",
    "feature_csi": "stability index (CSI) of {of}",
    "examples": "rows that are judged",
    "accounts": "accounts",
    "events": "outcomes",
    "accounts_with_outcome": "accounts with the outcome",
    "accounts_without_outcome": "accounts without it",
    "outcome_rate": "outcome rate",
    "leaks": "attributes that know the outcome",
}
SHARES = (
    "capture",
    "revenue_captured",
    "band_outcome_rate",
    "not_best_before",
    "watermelon_share",
    "outcome_rate",
)
COUNTS = ("examples", "accounts", "events", "accounts_with_outcome", "accounts_without_outcome", "leaks")
DAYS = ("median_worst_days", "median_warned_days")
BRIER = (
    "brier",
    "reliability",
    "resolution",
    "uncertainty",
    "within_bin_variance",
    "within_bin_covariance",
)
OF_SHARE = ("lift", "capture", "revenue_captured", "net_benefit")  #: `of` is a share
#: Results by the name that --show takes; parts of a proof.
RESULTS = (
    "figures",
    "bands",
    "roc",
    "lift",
    "calibration",
    "benefit",
    "lead_time",
    "landmarks",
    "leaks",
    "score_drift",
    "feature_drift",
)
#: Parts of a proof whose names are no words.
PART_NAMES = {"csi": "CSI", "psi": "PSI", "roc_auc": "ROC AUC", "roc_comparison": "comparison of ROC AUC"}
LEAKS = {
    "none": "nothing",
    "known_later": "dated after the snapshot",
    "same_as_outcome": "it is the outcome under another name",
    "separates_outcomes": "too good to be true",
    "missing_separates": "whether it is missing is too good to be true",
}


@dataclass
class Settings:
    """What a proof is asked with; none is the library's own."""

    horizon: int | None = None
    gap: int | None = None
    at_risk: str | None = None
    polarity: str | None = None
    draws: int | None = None
    outcome_kind: str | None = None
    gain: bool | None = None
    recurrent: bool | None = None

    def options(self) -> dict[str, Any]:
        """Those of prove() that were given."""
        named = {
            "horizon_days": self.horizon,
            "gap_days": self.gap,
            "at_risk": self.at_risk,
            "polarity": self.polarity,
            "draws": self.draws,
            "kind": self.outcome_kind,
            "outcome_is_loss": False if self.gain else None,
            "recurrent": self.recurrent,
        }
        return {name: value for name, value in named.items() if value is not None}


@dataclass
class _Case:
    """A proof, and what it is of."""

    proof: Any
    judged: Judged
    settings: Settings

    def word(self, of_loss: str, of_outcome: str) -> str:
        """What is said of those who leave, or of another outcome."""
        return of_loss if self.settings.outcome_kind is None and not self.settings.gain else of_outcome

    def rows(self, *figures: str) -> list[int]:
        """Rows of figures, in the order of these."""
        names = [str(each) for each in self.proof.figure]
        return [row for figure in figures for row, name in enumerate(names) if name == figure]

    def value(self, figure: str) -> float:
        rows = self.rows(figure)
        return float(self.proof.value[rows[0]]) if rows else float("nan")


def pages(judged: Judged, settings: Settings | None = None) -> Pages:
    """A proof and all that a page shows of it."""
    settings = settings or Settings()
    options = judged.options | settings.options()
    proof = fealty.health.prove(judged.snapshots, judged.outcomes, **options)
    case = _Case(proof, judged, settings)
    parts = [make(case) for make in PARTS]
    results = {name: proof if name == "figures" else getattr(proof, name) for name in RESULTS}
    return Pages([part for part in parts if part is not None], results)


def summary(found: Pages) -> list[Part]:
    """The verdict, the key figures and the bands: what a prompt and a report show."""
    return [each for each in found.parts if each.title in (VERDICT, FIGURES, BANDS, OUTCOME_BANDS)]


def _verdict(case: _Case) -> Part:
    proof = case.proof
    verdict, days = str(proof.verdict), int(proof.horizon_days)
    gap = f" after a gap of {_format.plural(int(proof.gap_days), 'day')}" if proof.gap_days else ""
    kind = case.settings.outcome_kind
    happen = case.word("leave", "have the outcome" if kind is None else f'have the outcome "{kind}"')
    words = WORDS[verdict].format(score=_score(case), happen=f"{happen} within {days} days{gap}")
    counts = {name: int(case.value(name)) for name in ("examples", "accounts", "events")}
    based = (
        f"{_format.plural(counts['examples'], 'snapshot')} of "
        f"{_format.plural(counts['accounts'], 'account')} are judged; "
        f"{_format.plural(counts['events'], 'outcome')} came within the {days} days after one."
    )
    reasons = [f"{each[:1].upper()}{each[1:]}." for each in proof.reasons]
    return Part(VERDICT, [*reasons, based, NEXT[verdict]], lead=words)


def _score(case: _Case) -> str:
    name = str(case.proof.score)
    return "the score" if name == "score" else name


def _key(case: _Case) -> Part:
    rows = [row for row in case.rows(*KEY) if np.isfinite(case.proof.value[row])]
    if not rows:
        return Part(FIGURES, ["There is no row to make figures of."])
    return Part(FIGURES, [], [_figures(case, rows, "")], _figure_notes(case))


def _figure_notes(case: _Case) -> list[str]:
    share = _format.percent(float(case.proof.confidence), 0)
    notes = [f"Intervals are {share} intervals. ROC AUC: 0.5 tells nothing, 1 tells everything."]
    draws = case.settings.draws
    due = any(str(case.proof.of[row]) == "days_to_renewal" for row in case.rows("roc_auc_baseline"))
    if due and case.settings.at_risk is None:
        notes.append(
            "Contracts decide when customers can leave: --at-risk due_in_window judges those that could."
        )
    if draws is not None:
        notes.append(f"Intervals by drawing are of {draws:,} draws; fealty prove takes more.")
    return notes


def _figures(case: _Case, rows: Sequence[int], title: str) -> Table:
    proof = case.proof
    cells = []
    for row in rows:
        figure, of = str(proof.figure[row]), str(proof.of[row])
        shown = _format.percent(float(of), 0) if figure in OF_SHARE else "the score" if of == "score" else of
        low, high = float(proof.lower[row]), float(proof.upper[row])
        interval = f"{_text(figure, low)} to {_text(figure, high)}" if np.isfinite(low + high) else ""
        p_value, note = float(proof.p_value[row]), _format.counts(str(proof.note[row]))
        cells.append(
            [
                NAMES.get(figure, figure.replace("_", " ")).format(of=shown),
                _text(figure, float(proof.value[row])),
                interval,
                _p(p_value),
                "" if "nan" in note else note,  # nothing to compare with
            ]
        )
    columns = ["figure", "value", "interval", "p", "to read it with"]
    for place in (3, 2):
        if all(not line[place] for line in cells):
            cells = [[*line[:place], *line[place + 1 :]] for line in cells]
            columns = [*columns[:place], *columns[place + 1 :]]
    return Table(title, columns, cells, numbers=False)


def _text(figure: str, value: float) -> str:
    if not np.isfinite(value):
        return _format.NONE
    if figure in COUNTS:
        return _format.count(int(value))
    if figure in SHARES:
        return _format.percent(value)
    if figure in DAYS:
        return f"{value:,.0f}"
    if figure in BRIER:
        return f"{value:.5f}"
    return f"{value:.2f}" if figure in ("lift", "band_trend", "spiegelhalter_z") else f"{value:.3f}"


def _p(value: float) -> str:
    if not np.isfinite(value):
        return ""
    return "<0.001" if value < 0.001 else f"{value:.3f}"


def _discrimination(case: _Case) -> Part:
    """Whether it tells those who leave from those who stay, and better than the simplest things do."""
    rows = case.rows(
        "roc_auc",
        "roc_auc_delong",
        "roc_auc_baseline",
        "roc_auc_difference",
        "average_precision",
        "kolmogorov_smirnov",
    )
    notes = [
        "The first interval decides: accounts are drawn with all their rows, for rows of one account are "
        "nearly one."
    ]
    if not case.rows("roc_auc_baseline"):
        notes.append(
            "There is nothing to compare it with: columns tenure_days, due (the next renewal), csm_sentiment "
            "or csm_color would bring baselines."
        )
    drawn = [Picture("ROC curve", (5.6, 5.0), case.proof.roc)] if len(case.proof.roc) else []
    title = case.word("Who leaves from who stays", "Who has the outcome from who has not")
    return Part(title, [], [_figures(case, rows, "")], notes, drawn)


def _lift(case: _Case) -> Part:
    found = case.proof.lift
    has_money = bool(case.rows("revenue_captured"))
    cells = []
    for row in range(len(found)):
        line = [
            _format.percent(found.share[row], 0),
            _format.count(found.looked_at[row]),
            _with(found.precision[row], found.precision_lower[row], found.precision_upper[row]),
            f"{found.lift[row]:.2f}\n{found.lift_lower[row]:.2f} to {found.lift_upper[row]:.2f}",
            _with(found.capture[row], found.capture_lower[row], found.capture_upper[row]),
        ]
        if has_money:
            line.append(
                _with(
                    found.value_capture[row], found.value_capture_lower[row], found.value_capture_upper[row]
                )
            )
        cells.append([_dashed(each) for each in line])
    first = case.word("at highest risk", "most expected")
    them = case.word("left", "with the outcome")
    all_them = case.word("of all who left", "of all with the outcome")
    columns = [first, "rows", f"of them {them}", "lift", all_them]
    columns += [case.word("of the MRR that left", "of the MRR with the outcome")] if has_money else []
    happen = case.word(
        "customers leave among those at highest risk", "the outcome comes among the most expected"
    )
    notes = [f"Lift is how many times as often {happen} as among all."]
    if not has_money:
        revenue = case.word("the revenue that left", "the revenue with the outcome")
        notes.append(f"A column mrr would say how much of {revenue} was among them.")
    drawn = [Picture("Lift", (6.4, 4.6), found)] if len(found) else []
    return Part("If only some can be called", [], [Table("", columns, cells, "lift")], notes, drawn)


def _calibration(case: _Case) -> Part:
    proof = case.proof
    rows = case.rows(
        "calibration_slope",
        "calibration_in_the_large",
        "expected_calibration_error",
        "spiegelhalter_z",
        "brier",
        "log_loss",
    )
    terms = case.rows(*BRIER[1:])
    tables = [_figures(case, rows, ""), _figures(case, terms, "What the Brier score is made of")]
    drawn = [Picture("Calibration", (5.8, 5.2), proof.calibration)] if len(proof.calibration) else []
    by = str(proof.probability_by)
    notes = [
        f"How the score became a probability: {by}.",
        "Brier score = reliability \N{MINUS SIGN} resolution + uncertainty + within-bin variance "
        "\N{MINUS SIGN} within-bin covariance.",
    ]
    return Part("Whether the probabilities are right", [], tables, notes, drawn)


def _benefit(case: _Case) -> Part:
    found = case.proof.benefit
    cells = [
        [
            _format.percent(found.threshold[row], 0),
            _format.count(found.treated[row]),
            _format.count(found.treated_outcomes[row]),
            _dashed(f"{found.net_benefit[row]:.4f}\n{found.lower[row]:.4f} to {found.upper[row]:.4f}"),
            _dashed(f"{found.treat_all[row]:.4f}"),
        ]
        for row in range(len(found))
    ]
    them = case.word("of them left", "of them with the outcome")
    columns = ["acting from a probability of", "rows", them, "net benefit", "of calling everybody"]
    missed = case.word("a churn costs that is missed", "it costs to miss an outcome")
    note = (
        f"At 20%, a call in vain costs a quarter of what {missed}. Above 0 it is better than calling nobody."
    )
    drawn = [Picture("Net benefit", (7.0, 4.2), found)] if len(found) else []
    return Part("Whether it pays to act on it", [], [Table("", columns, cells, "benefit")], [note], drawn)


def _bands(case: _Case) -> Part:
    found = case.proof.bands
    title = case.word(BANDS, OUTCOME_BANDS)
    if not len(found):
        return Part(title, ["There are no bands: a column band would bring them."])
    cells = [
        [
            str(found.band[row]),
            _format.count(found.examples[row]),
            _format.count(found.outcomes[row]),
            _dashed(_with(found.rate[row], found.lower[row], found.upper[row])),
        ]
        for row in range(len(found))
    ]
    columns = ["band", "rows", case.word("left", "with the outcome"), "rate"]
    if not np.sum(found.outcomes):
        return Part(title, ["No row of a band has the outcome, so bands cannot be told apart."])
    better = "better" if case.settings.gain else "worse"
    trend = (
        f"The {better} the band, the more {case.word('leave', 'have the outcome')}, in every step (trend p "
        f"{_p(float(found.p_value)) or 'unknown'})."
        if found.monotone
        else f"Rates go the wrong way somewhere: a {better} band that "
        f"{case.word('loses fewer', 'has fewer outcomes')}."
    )
    drawn = [Picture(title, (max(5.6, min(12.0, 2.0 + 0.9 * len(found))), 4.2), found)]
    notes = [_said(each) for each in found.findings if each.code in ("bands_alike", "empty_band")]
    notes.append("Bounds are Wilson's, as if rows were independent.")
    return Part(title, [trend], [Table("", columns, cells, "bands")], notes, drawn)


def _warning(case: _Case) -> Part | None:
    if case.settings.gain:
        return None  # nobody is warned of what is hoped for
    found, title = case.proof.lead_time, "How long beforehand it warned"
    if not len(found):
        return Part(
            title, ["No outcome has a snapshot with a band before it, so there was no warning to measure."]
        )
    days = int(found.days_before)
    bands = [str(each) for each in case.proof.bands.band]
    worst, best = (bands[0], bands[-1]) if bands else ("the worst band", "the best band")
    sentences = [
        f"Of {_format.plural(int(found.outcomes), 'outcome')}, {_format.count(found.in_worst)} came from "
        f"{worst}, after a median of {_days(found.median_worst_days)} days in it; "
        f"{_format.count(found.warned)} had left {best}, by a median of {_days(found.median_warned_days)} "
        "days.",
    ]
    if found.with_band_before:
        share = _format.percent(found.not_best_share)
        sentences.append(
            f"{share} of {_format.count(found.with_band_before)} were not {best} any more {days} days "
            f"before; {_format.count(found.watermelons)} still were: green outside, red inside."
        )
    rows = case.rows("not_best_before", "watermelon_share", "median_worst_days", "median_warned_days")
    drawn = [Picture("Warning time", (6.8, 4.2), found)]
    return Part(title, sentences, [_figures(case, rows, "")], [], drawn)


def _treated(case: _Case) -> Part:
    title = "Accounts that somebody acted on"
    rows = case.rows("roc_auc_treated", "roc_auc_untreated")
    if not rows:
        why = (
            "The source does not say on which accounts somebody acted, so they are judged with the others: a "
            "red account that was saved makes a good score look wrong. A column treated of a table of "
            "snapshots would tell them apart."
        )
        return Part(title, [why])
    sentence = (
        "They are judged with the others, and shown apart: one that was saved makes a good score look wrong."
    )
    return Part(title, [sentence], [_figures(case, rows, "")])


def _drift(case: _Case) -> Part:
    rows = case.rows("score_psi", "feature_csi")
    if not rows:
        return Part("Drift", ["All snapshots are of one day, so nothing can have moved."])
    note = (
        "First half of the snapshots against the last. By custom, below 0.1 is stable, from 0.25 on the "
        "score is of other customers than it was."
    )
    score, features = case.proof.score_drift, case.proof.feature_drift
    drawn = []
    if len(score):
        size = (max(6.4, 1.6 + 0.62 * len(score)), 4.2)
        drawn.append(Picture("Distribution of the score, then and now", size, score))
    if len(features):
        size = (8.0, 1.7 + 0.34 * len(features))
        drawn.append(Picture("Stability of the features", size, features))
    return Part("Drift", [], [_figures(case, rows, "")], [note], drawn)


def _audit(case: _Case) -> Part:
    found = case.proof.leaks
    cells = [
        [
            str(found.attribute[row]),
            LEAKS.get(str(found.kind[row]), str(found.kind[row])),
            _dashed(f"{found.auc[row]:.3f}"),
            _dashed(f"{found.missing_auc[row]:.3f}"),
        ]
        for row in range(len(found))
    ]
    columns = ["attribute", "what it gives away", "AUC alone", "AUC of missing"]
    count = int(found.leaks)
    sentence = (
        "No attribute gives the outcome away."
        if not count
        else f"{_format.plural(count, 'attribute')} {'gives' if count == 1 else 'give'} the outcome away."
    )
    notes = [
        f"An AUC above {found.limit:g}, whichever way it points, is too good to be true. What is known later "
        "and tells little does not show."
    ]
    return Part("Leakage audit", [sentence], [Table("", columns, cells, "leaks", numbers=False)], notes)


def _assumptions(case: _Case) -> Part:
    proof, marks = case.proof, case.proof.landmarks
    at_risk = case.settings.at_risk or "all"
    lines = [
        *case.judged.said,
        ("horizon", f"{proof.horizon_days} days after the gap"),
        ("gap", f"{proof.gap_days} days"),
        (
            "at risk",
            "those whose renewal is due in the window" if at_risk == "due_in_window" else "every account",
        ),
        (
            "rows left out",
            f"{_format.count(marks.already_happened)} where it had happened, "
            f"{_format.count(marks.not_at_risk)} not at risk, {_format.count(marks.window_open)} whose "
            f"window is not over, {_format.count(marks.happened_in_gap)} where it happened in the gap",
        ),
        ("how the score became a probability", str(proof.probability_by)),
        ("confidence", _format.percent(float(proof.confidence), 0)),
    ]
    table = Table("", ["what", "as it was taken"], [list(each) for each in lines], numbers=False)
    notes = [_said(each) for each in proof.findings if each.code != "bands_inferred"]
    return Part("Assumptions", [], [table], [*case.judged.notes, *notes])


def _said(finding: Any) -> str:
    text = str(finding.message)
    head, colon, rest = text.partition(": ")
    text = rest if colon and " " not in head else text
    part, colon, rest = text.partition(": ")
    name, space, of = part.partition(" ")
    if colon and (name in PART_NAMES or "_" in name):  # what a part of the proof found
        text = f"{PART_NAMES.get(name, name.replace('_', ' '))}{space}{of}: {rest}"
    return f"{text[:1].upper()}{_format.counts(text[1:])}."


PARTS = (
    _verdict,
    _key,
    _bands,
    _discrimination,
    _lift,
    _calibration,
    _benefit,
    _warning,
    _drift,
    _audit,
    _treated,
    _assumptions,
)


def _with(value: float, low: float, high: float) -> str:
    if not np.isfinite(value):
        return _format.NONE
    beneath = f"\n{_format.percent(low)} to {_format.percent(high)}" if np.isfinite(low + high) else ""
    return f"{_format.percent(value)}{beneath}"


def _dashed(text: str) -> str:
    """A cell whose number is none."""
    return _format.NONE if text.startswith("nan") else text.partition("\n")[0] if "nan" in text else text


def _days(value: float) -> str:
    return f"{value:,.0f}" if np.isfinite(value) else _format.NONE
