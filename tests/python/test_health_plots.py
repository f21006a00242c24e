# SPDX-License-Identifier: MIT
"""Pictures of health scores and of their proof show the numbers they are of."""

import numpy as np
import pytest
from matplotlib.figure import Figure

import fealty as ft
import health_tables as made
from fealty import plots

NAN = float("nan")


def texts(ax):
    """All that is written, panels included."""
    said = []
    for each in ax.figure.axes:
        said += [each.get_title(loc) for loc in ("left", "right")] + [text.get_text() for text in each.texts]
        said += [each.get_xlabel(), *(label.get_text() for label in each.get_yticklabels())]
        said += [label.get_text() for label in each.get_xticklabels()]
        said += [text.get_text() for text in each.get_legend().get_texts()] if each.get_legend() else []
    return "\n".join(said)


def widths(ax):
    return [bar.get_width() for bar in ax.patches]


def overlapping(ax):
    """Pairs of texts beside the picture or along an axis that touch."""
    ax.figure.canvas.draw()
    renderer = ax.figure.canvas.get_renderer()
    found = []
    for axes in ax.figure.axes:
        ticks = [*axes.get_xticklabels(), *axes.get_yticklabels()]
        groups = [axes.get_xticklabels(), axes.get_yticklabels(), [*axes.texts]]
        groups.append([axes.title, axes._left_title, axes._right_title])
        for group in groups:
            shown = [each for each in group if each.get_text() and each.get_visible()]
            boxes = [each.get_window_extent(renderer) for each in shown if not each.get_rotation()]
            found += [
                (shown[i].get_text(), shown[j].get_text())
                for i in range(len(boxes))
                for j in range(i)
                if boxes[i].overlaps(boxes[j])
            ]
            edge = ax.figure.bbox
            found += [
                (each.get_text(), "the edge")
                for each, box in ((each, each.get_window_extent(renderer)) for each in shown)
                if each not in ticks  # those beyond an axis are not drawn
                if box.x0 < -1 or box.y0 < -1 or box.x1 > edge.x1 + 1 or box.y1 > edge.y1 + 1
            ]
    return found


SOME = {
    "explanation": lambda: plots.explanation_bars(made.explanation()),
    "explanation of 200 measures": lambda: plots.explanation_bars(made.explanation(200)),
    "explanation of one measure": lambda: plots.explanation_bars(made.explanation(1)),
    "change": lambda: plots.score_change_bars(made.change()),
    "change of 100 steps": lambda: plots.score_change_bars(made.change(100)),
    "scores": lambda: plots.score_bars(made.scores()),
    "one score": lambda: plots.score_bars(made.scores(1)),
    "history": lambda: plots.score_history_lines(made.history(), scorecard=made.card()),
    "history of 200": lambda: plots.score_history_lines(made.history(200)),
    "history of a day": lambda: plots.score_history_lines(made.history(1, 1)),
    "loyalty": lambda: plots.loyalty_fields(made.loyalty()),
    "nps": lambda: plots.nps_bars(made.nps()),
    "nps of 200 groups": lambda: plots.nps_bars(made.nps(200)),
    "roc": lambda: plots.roc_curve_line(made.roc()),
    "precision": lambda: plots.precision_recall_line(made.precision_recall()),
    "lift": lambda: plots.lift_lines(made.lift()),
    "calibration": lambda: plots.calibration_dots(made.calibration()),
    "one bin": lambda: plots.calibration_dots(made.calibration(30, 1)),
    "net benefit": lambda: plots.net_benefit_lines(made.benefit()),
    "bands": lambda: plots.churn_by_band_bars(made.bands()),
    "40 bands": lambda: plots.churn_by_band_bars(made.bands([f"band {i}" for i in range(40)])),
    "lead time": lambda: plots.lead_time_steps(made.lead()),
    "psi": lambda: plots.population_stability_bars(made.psi()),
    "psi of 200 texts": lambda: plots.population_stability_bars(made.psi(200, True)),
    "csi": lambda: plots.characteristic_stability_bars(made.csi()),
    "csi of 200": lambda: plots.characteristic_stability_bars(made.csi(200)),
    "evidence": lambda: plots.weight_of_evidence_bars(made.woe()),
    "evidence of 200 bins": lambda: plots.weight_of_evidence_bars(made.woe(200)),
    "proof": lambda: plots.proof_panels(made.proof()),
}


@pytest.mark.parametrize("name", SOME)
def test_labels_do_not_touch(name):
    assert overlapping(SOME[name]()) == []


def test_lines_lead_from_nothing_to_the_score():
    explanation = made.explanation()
    ax = plots.explanation_bars(explanation)
    shown = [micro / 1e6 for line, micro in zip(explanation.line, explanation.micro_points, strict=True)
             if line == "measure" or micro]  # fmt: skip
    assert widths(ax) == pytest.approx([*shown, 66])
    assert sum(widths(ax)[:-1]) == pytest.approx(66)
    said = texts(ax)
    assert "Score of A-17: 66 yellow" in said and "not observed; weight 25%" in said
    assert "24 days old" in said and "the sponsor took a job elsewhere" in said and "clamp" not in said
    assert "90% of the weight observed" in said and "enterprise 2026-11-01" in said


def test_a_score_that_is_unknown_is_no_score():
    ax = plots.explanation_bars(made.explanation(4, score=NAN, score_micro=31_250_000, coverage=0.4))
    assert "no score: 40% of the weight observed" in texts(ax)
    assert widths(ax)[-1] == 31.25 and ax.patches[-1].get_hatch()


def test_many_measures_still_add_up():
    ax = plots.explanation_bars(made.explanation(200))
    assert "170 others" in texts(ax)
    assert sum(widths(ax)[:-1]) == pytest.approx(66)


def test_a_change_leads_from_the_one_to_the_other():
    ax = plots.score_change_bars(made.change())
    assert sum(widths(ax)) == pytest.approx(41 - 72)
    assert "72 yellow → 41 red" in texts(ax) and "measure_0: 9 → 3" in texts(ax)
    ax = plots.score_change_bars(made.change(100))
    assert sum(widths(ax)) == pytest.approx(41 - 72) and "71 others" in texts(ax)
    ax = plots.score_change_bars(made.change(5, NAN, 41.0))
    assert "unknown → 41 red" in texts(ax)
    same = emptied(made.change(0, 50.0, 50.0))
    assert "nothing has changed" in texts(plots.score_change_bars(same))


def test_every_account_is_in_its_band_or_has_no_score():
    scores = made.scores(400)
    ax = plots.score_bars(scores)
    for band, parts in zip(("red", "yellow", "green"), ax.containers, strict=False):
        assert sum(bar.get_height() for bar in parts) == np.count_nonzero(scores.band == band)
        assert f"{band}  {np.count_nonzero(scores.band == band)} (" in texts(ax)
    absent = np.count_nonzero(scores.band == "unknown")
    assert ax.patches[-1].get_height() == absent and f"no score  {absent} (" in texts(ax)
    hatches = {parts[0].get_hatch() for parts in ax.containers[:3]}
    assert len(hatches) == 3  # told apart without color


def test_bands_of_other_names_are_ordered_by_their_scores_or_by_the_card():
    score = np.array([10.0, 90.0, 50.0])
    bands = made.words("low", "top", "middle")
    table = made.Table(account=np.arange(3), score=score, band=bands)
    legend = [text.get_text().split()[0] for text in plots.score_bars(table).get_legend().get_texts()]
    assert legend == ["low", "middle", "top"]
    card = made.card()
    for band, name in zip(card.config.bands, ("low", "middle", "top"), strict=True):
        band.name = name
    card.config.polarity = "lower_is_healthier"
    legend = [
        text.get_text().split()[0]
        for text in plots.score_bars(table, scorecard=card).get_legend().get_texts()
    ]
    assert legend == ["top", "middle", "low"]


def test_histories_are_lines_with_gaps_and_bands_behind():
    history = made.history()
    ax = plots.score_history_lines(history, scorecard=made.card())
    for account, line in zip(dict.fromkeys(history.account), ax.lines[3:], strict=True):
        np.testing.assert_array_equal(line.get_ydata(), history.score[history.account == account])
    assert {"red", "yellow", "green"} <= {text.get_text() for text in ax.texts} and "gaps" in texts(ax)
    assert len(ax.patches) == 3
    ax = plots.score_history_lines(history, accounts=["account 1"])
    assert "Score of account 1" in texts(ax) and len(ax.lines) == 1
    assert "7 of 200 accounts" in texts(plots.score_history_lines(made.history(200)))
    with pytest.raises(ValueError, match="'nobody' has no history; those that do are account 0"):
        plots.score_history_lines(history, accounts=["nobody"])


def test_fields_of_loyalty_have_their_counts():
    loyalty = made.loyalty()
    ax = plots.loyalty_fields(loyalty)
    for field in ("true_loyalty", "latent_loyalty", "spurious_loyalty", "no_loyalty"):
        assert f"{field.replace('_', ' ')}  {np.count_nonzero(loyalty.field == field)} (" in texts(ax)
    assert sum(len(line.get_xdata()) for line in ax.lines[:4]) == 270 and "of 30 accounts" in texts(ax)


def test_nps_of_the_groups_with_most_respondents():
    ax = plots.nps_bars(made.nps())
    assert "unknown" in texts(ax) and f"{made.nps().respondents[0]} respondents" in texts(ax)
    assert "the 30 of 200 groups" in texts(plots.nps_bars(made.nps(200)))


def test_curves_are_those_of_the_results():
    roc = made.roc()
    ax = plots.roc_curve_line(roc)
    np.testing.assert_array_equal(ax.lines[1].get_ydata(), roc.sensitivity)
    assert f"AUC {roc.auc:.3f}" in texts(ax) and f"{roc.outcomes} outcomes of 800 rows" in texts(ax)
    curve = made.precision_recall()
    ax = plots.precision_recall_line(curve)
    np.testing.assert_array_equal(ax.lines[0].get_ydata()[1:], curve.precision)
    lift = made.lift()
    ax = plots.lift_lines(lift)
    np.testing.assert_array_equal(ax.lines[1].get_ydata()[1:], lift.capture)
    assert f"{lift.lift[-1]:.2g}\N{MULTIPLICATION SIGN}" in texts(ax) and "MRR" in texts(ax)
    assert "MRR" not in texts(plots.lift_lines(made.lift(valued=False)))
    benefit = made.benefit()
    ax = plots.net_benefit_lines(benefit)
    np.testing.assert_array_equal(ax.lines[0].get_ydata(), benefit.net_benefit)
    np.testing.assert_array_equal(ax.lines[1].get_ydata(), benefit.treat_all)


def test_calibration_has_bounds_and_counts():
    calibration = made.calibration()
    ax = plots.calibration_dots(calibration)
    np.testing.assert_array_equal(ax.lines[1].get_ydata(), calibration.observed)
    bounds = np.array([path.vertices[:, 1] for path in ax.collections[0].get_paths()])
    np.testing.assert_array_equal(bounds, np.column_stack([calibration.lower, calibration.upper]))
    assert len(ax.patches) == len(calibration) and "80" in texts(ax)


def test_rates_by_band():
    bands = made.bands()
    ax = plots.churn_by_band_bars(bands)
    assert [bar.get_height() for bar in ax.patches] == bands.rate.tolist()
    assert "red\n43 of 140" in texts(ax) and "p < 0.0001" in texts(ax) and "never rises" in texts(ax)
    assert len({bar.get_hatch() for bar in ax.patches}) == 3


def test_lead_time_counts_who_stood_out():
    lead = made.lead()
    ax = plots.lead_time_steps(lead)
    assert ax.lines[0].get_ydata()[0] == lead.warned / 60 and ax.lines[1].get_ydata()[0] == lead.in_worst / 60
    assert f"{lead.warned} of 60 at last not in the best band" in texts(ax)


def test_drift_and_evidence():
    drift = made.psi()
    ax = plots.population_stability_bars(drift)
    assert [bar.get_height() for bar in ax.patches] == [*drift.reference_share, *drift.current_share]
    assert f"PSI {drift.psi:.3f}" in texts(ax)
    assert "25 of 200 bins" in texts(plots.population_stability_bars(made.psi(200, True)))
    features = made.csi()
    ax = plots.characteristic_stability_bars(features)
    assert sorted(widths(ax)) == pytest.approx(sorted(features.csi))
    assert "20 of 200 features" in texts(plots.characteristic_stability_bars(made.csi(200)))
    evidence = made.woe()
    ax = plots.weight_of_evidence_bars(evidence)
    assert sorted(widths(ax)) == pytest.approx(sorted(evidence.weight_of_evidence))
    assert "information value 0.734" in texts(ax) and "missing" in texts(ax)


@pytest.mark.parametrize("verdict", ["predictive", "insufficient_events"])
def test_a_proof_is_a_page_of_panels(verdict):
    proof = made.proof(verdict)
    ax = plots.proof_panels(proof)
    said = texts(ax)
    assert verdict.replace("_", " ").capitalize() in said and proof.reasons[0][:40] in said
    for part in (
        "ROC AUC 0.731 (0.680 to 0.780)",
        "Calibration",
        "Outcome rate by band",
        "Lift",
        "Lead time",
        "PSI",
    ):
        assert part in said
    with pytest.raises(ValueError, match="grid of subplots"):
        plots.proof_panels(proof, ax=Figure().add_axes((0, 0, 1, 1)))


def emptied(table, **only):
    kept = {name: value for name, value in vars(table).items() if name not in [*table.columns, "columns"]}
    return made.Table(**{name: table[name][:0] for name in table.columns}, only=kept | only)


@pytest.mark.parametrize(
    ("draw", "table", "reason"),
    [
        (plots.explanation_bars, emptied(made.explanation()), "no measures"),
        (plots.score_bars, emptied(made.scores()), "no accounts"),
        (plots.score_history_lines, emptied(made.history()), "no score is known"),
        (plots.loyalty_fields, emptied(made.loyalty()), "both attitude and behavior"),
        (plots.nps_bars, emptied(made.nps()), "nobody has answered"),
        (plots.roc_curve_line, emptied(made.roc(), auc=NAN, examples=0, outcomes=0), "no row has both"),
        (plots.precision_recall_line, emptied(made.precision_recall(), outcomes=0), "none of 800 rows"),
        (plots.lift_lines, emptied(made.lift(), examples=0), "no row has both"),
        (plots.calibration_dots, emptied(made.calibration()), "no row has a probability"),
        (plots.net_benefit_lines, emptied(made.benefit(), examples=0), "no row has both"),
        (plots.churn_by_band_bars, emptied(made.bands()), "a column of bands would bring this"),
        (plots.lead_time_steps, emptied(made.lead()), "no outcome has a snapshot"),
        (plots.population_stability_bars, emptied(made.psi(), psi=NAN), "has no rows"),
        (plots.characteristic_stability_bars, emptied(made.csi()), "no feature"),
        (plots.weight_of_evidence_bars, emptied(made.woe()), "no evidence"),
    ],
)
def test_nothing_to_draw_says_so(draw, table, reason):
    assert reason in texts(draw(table))


CARD = """
{"id": "small", "version": "1",
 "bands": [{"name": "red", "upper": 50}, {"name": "yellow", "upper": 75}, {"name": "green", "upper": 100}],
 "measures": [
  {"id": "seats", "weight": 2, "transform": {"piecewise": [[0, 0], [1, 100]]}},
  {"id": "csat", "validity_days": 180, "transform": {"bands": [[3, 20], [4, 60], [5, 100]]}},
  {"id": "visits <i>", "weight": 1, "transform": {"piecewise": [[0, 0], [4, 100]]}}],
 "exceptions": [{"when": "sponsor_left", "cap": 49, "expires_days": 45}]}
"""


@pytest.fixture(scope="module")
def card():
    return ft.health.Scorecard.from_json(CARD)


@pytest.fixture(scope="module")
def observations():
    rows = [
        ("A", "seats", 0.9, "2024-01-31"), ("A", "csat", 4, "2024-01-20"), ("A", "seats", 0.5, "2024-02-29"),
        ("A", "sponsor_left", 1, "2024-03-10"), ("B", "seats", 0.95, "2024-01-31"),
        ("B", "csat", 5, "2024-01-31"),
        ("B", "visits <i>", 3, "2024-02-10"), ("C", "visits <i>", 1, "2024-02-10"),
    ]  # fmt: skip
    account, measure, value, date = (list(column) for column in zip(*rows, strict=True))
    table = {"account": account, "measure": measure, "value": [float(each) for each in value], "date": date}
    return ft.health.Observations(table, account="account", measure="measure", value="value", date="date")


@pytest.fixture(scope="module")
def proof():
    rng = np.random.default_rng(1)
    n = 600
    score = np.round(rng.uniform(0, 100, n))
    gone = np.flatnonzero(rng.random(n) < 0.5 * (1 - score / 100) ** 2)
    band = np.where(score <= 50, "red", np.where(score <= 75, "yellow", "green"))
    days = np.repeat(np.array(["2024-01-01", "2024-04-01"], "datetime64[D]"), n)
    known = ft.health.Snapshots(
        {"account": np.tile(np.arange(n), 2), "day": days, "score": np.tile(score, 2),
         "band": np.tile(band, 2).tolist(), "tenure_days": np.tile(rng.integers(1, 900, n), 2)},
        account="account", as_of="day", attributes=["score", "band", "tenure_days"],
    )  # fmt: skip
    outcomes = ft.health.Outcomes(
        {"account": gone, "day": np.full(len(gone), np.datetime64("2024-06-01"))},
        account="account", date="day", observed_until="2024-12-31",
    )  # fmt: skip
    return ft.health.prove(known, outcomes, horizon_days=90, draws=200)


def test_a_real_score_is_explained(card, observations):
    scores = ft.health.score(card, observations, as_of="2024-03-31")
    assert "on 2024-03-31" in texts(scores.plot()) and "no score" in texts(
        plots.score_bars(scores, scorecard=card)
    )
    for account in ("A", "B", "C"):
        explanation = ft.health.explain(scores, account)
        ax = explanation.plot()
        assert sum(widths(ax)[:-1]) == pytest.approx(explanation.score_micro / 1e6)
        shown = explanation._repr_html_()
        assert f"Score of {account}" in shown and "<svg" in shown and "visits &lt;i&gt;" in shown
    assert "exception: sponsor_left" in texts(ft.health.explain(scores, "A").plot())
    assert "not observed" in ft.health.explain(scores, "A")._repr_html_()
    assert "no score" in ft.health.explain(scores, "C")._repr_html_()


def test_a_real_change_is_split(card, observations):
    before = ft.health.score(card, observations, as_of="2024-02-01")
    after = ft.health.score(card, observations, as_of="2024-03-31")
    change = ft.health.explain_change(before, after, "A")
    ax = change.plot()
    assert sum(widths(ax)) == pytest.approx(change.change_micro / 1e6)
    assert "seats: 0.9 → 0.5" in texts(ax) and "<svg" in change._repr_html_()
    assert "nothing has changed" in texts(ft.health.explain_change(after, after, "A").plot())


def test_a_real_history_is_drawn(card, observations):
    history = ft.health.score_history(card, observations, last="2024-06-30")
    ax = plots.score_history_lines(history, accounts=["A"], scorecard=card)
    np.testing.assert_array_equal(ax.lines[-1].get_ydata(), history.score[history.account == "A"])
    assert "Scores" in texts(history.plot())


def test_a_real_proof_is_drawn(proof):
    assert overlapping(proof.plot()) == []
    said, shown = texts(proof.plot()), proof._repr_html_()
    assert str(proof.verdict).capitalize() in said and f"<strong>Proof: {proof.verdict}</strong>" in shown
    assert all(f"<li>{reason}</li>" in shown for reason in proof.reasons) and "roc_auc" in shown
    for part in (proof.roc, proof.lift, proof.calibration, proof.benefit, proof.bands, proof.lead_time,
                 proof.score_drift, proof.feature_drift):  # fmt: skip
        assert overlapping(part.plot()) == []
    examples = proof.landmarks.examples
    curve = ft.health.precision_recall(examples, higher_predicts_outcome=False)
    assert f"{curve.outcomes:,} outcomes of {curve.examples:,} rows" in texts(curve.plot())
    assert "Evidence of tenure_days" in texts(
        ft.health.weight_of_evidence(examples, feature="tenure_days").plot()
    )


def test_real_surveys_and_loyalty_are_drawn():
    surveys = ft.health.Surveys(
        {"account": ["A", "A", "B"], "day": ["2024-03-01"] * 3, "kind": ["nps"] * 3, "score": [9, 3, 10]},
        account="account", date="day", kind="kind", score="score",
    )  # fmt: skip
    assert "all" in texts(ft.health.nps(surveys).plot()).split("\n")
    assert {"A", "B"} <= set(texts(ft.health.nps(surveys, by="account").plot()).split("\n"))
    sides = ft.health.LoyaltyScores(
        {"account": ["A", "B", "C"], "likes": [80, 30, None], "uses": [90, 85, 70]},
        account="account", attitude="likes", behavior="uses",
    )  # fmt: skip
    ax = ft.health.loyalty(sides).plot()
    assert "spurious loyalty  1 (50%)" in texts(ax) and "of 1 account" in texts(ax)
