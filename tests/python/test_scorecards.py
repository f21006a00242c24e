# SPDX-License-Identifier: MIT
"""Scorecards in Python: made in code or of JSON, compared by value, refused in words."""

import copy
import sys

import numpy as np
import pytest

import fealty as ft
from fealty.health import (
    AttributeCondition,
    Band,
    Measure,
    MeasureGroup,
    Scorecard,
    ScorecardConfig,
    ScorecardSet,
    ScorecardSetConfig,
    ScoreException,
    SelectionRule,
    Transform,
    TransformPoint,
)

JSON = """
{"id": "small", "version": "1",
 "bands": [{"name": "red", "upper": 50}, {"name": "green", "upper": 100}],
 "groups": [{"id": "use", "weight": 2}],
 "measures": [{"id": "seats", "group": "use", "polarity": "higher_is_healthier",
               "transform": {"bands": [[0.5, 20], [0.9, 100]]}, "missing": {"carry": 60}}],
 "exceptions": [{"when": "sponsor_left", "cap": 49, "expires_days": 45}]}
"""


@pytest.fixture
def config():
    return ScorecardConfig(
        id="small",
        version="1",
        bands=[Band(name="red", upper=50), Band(name="green", upper=100)],
        groups=[MeasureGroup(id="use", weight=2)],
        measures=[
            Measure(
                id="seats",
                group="use",
                polarity="higher_is_healthier",
                transform=Transform(
                    kind="bands",
                    points=[TransformPoint(value=0.5, points=20), TransformPoint(value=0.9, points=100)],
                ),
                missing="carry",
                carry_days=60,
            )
        ],
        exceptions=[ScoreException(when="sponsor_left", effect="cap", points=49, expires_days=45)],
    )


def test_a_card_made_in_code_is_that_of_its_json(config):
    made, read = Scorecard(config), Scorecard.from_json(JSON)
    assert made.config == read.config == config
    assert made.to_json() == read.to_json()
    assert made.fingerprint == read.fingerprint
    assert (read.id, read.version) == ("small", "1")
    assert repr(read) == f"Scorecard: small 1, 1 measures, {read.fingerprint}"


def test_a_config_is_what_it_shows(config):
    assert eval(repr(config)) == config
    assert hash(eval(repr(config))) == hash(config)
    assert repr(ScorecardConfig()) == "ScorecardConfig()"
    if sys.version_info >= (3, 13):
        assert copy.replace(config, id="other").id == "other"


def test_a_card_is_refused_in_words(config):
    with pytest.raises(
        ft.InvalidInput, match=r"^Scorecard: measures\[seats\]\.weight = -1\.5 is not above 0$"
    ):
        Scorecard.from_json(JSON.replace('"id": "seats"', '"id": "seats", "weight": -1.5'))
    with pytest.raises(ft.InvalidInput, match=r"^Scorecard: groups\[use\] stands there twice$"):
        Scorecard(config.__replace__(groups=[MeasureGroup(id="use"), MeasureGroup(id="use")]))
    with pytest.raises(ft.InvalidInput, match="characters are more than 4,194,304"):
        Scorecard.from_json(" " * 5_000_000)
    with pytest.raises(TypeError, match=r"measures\[0\] = \{'id': 'x'\} is not a fealty\.health\.Measure"):
        ScorecardConfig(measures=[{"id": "x"}])
    with pytest.raises(TypeError, match="is not a text"):
        Scorecard.from_json(b"{}")


def test_a_set_is_read_back_and_selects(config):
    rule = SelectionRule(
        where=[AttributeCondition(attribute="plan", values=["pro"])],
        valid_from="2024-02-01",
        scorecard=config,
    )
    cards = ScorecardSet(ScorecardSetConfig(id="all", rules=[rule]))
    assert ScorecardSet.from_json(cards.to_json()).config == cards.config
    assert [each.id for each in cards.scorecards] == ["small"]
    accounts = ft.revenue.Accounts(
        {"id": ["a", "b"], "plan": ["pro", "free"]}, account="id", attributes=["plan"]
    )
    found = ft.health.select_scorecards(cards, accounts, "2024-02-01")
    assert found.rule.tolist() == [0, -1]
    assert found.scorecard[0] == "small" and found.scorecard[1] is None
    assert [each.code for each in found.findings] == ["no_scorecard"]
    assert str(found.as_of) == "2024-02-01" and found.set_fingerprint == cards.fingerprint


def test_scores_of_a_dataframe_roll_up():
    frame = {"group": ["g", "g", None], "account": [1, 2, 3], "score": [90.0, None, 1.0], "arr": [3, 1, 1]}
    children = ft.health.ChildScores(frame, parent="group", child="account", score="score", weight="arr")
    assert [each.code for each in children.findings] == ["child_without_parent"]
    found = ft.health.roll_up(children)
    assert (found.mean.tolist(), found.coverage.tolist(), found.scored.tolist()) == ([90], [0.75], [1])
    assert len(found.members) == 2


def test_groups_add_up_to_the_score(config):
    measures = {"account": ["a", "b"], "seats": [0.7, None]}
    table = ft.health.MeasureTable(measures, account="account", values=["seats"])
    scores = ft.health.score(Scorecard(config), table)
    groups = ft.health.group_scores(scores)
    assert list(groups.columns) == [
        "account", "use", "use_micro", "ungrouped_micro", "exception", "clamp", "rounding", "score_micro",
    ]  # fmt: skip
    assert groups["use"].tolist()[0] == 100 and np.isnan(groups["use"][1])
    parts = groups["use_micro"] + groups.ungrouped_micro + groups.exception + groups.clamp + groups.rounding
    assert parts.tolist() == groups.score_micro.tolist() == scores.score_micro.tolist()


def test_accounts_are_scored_by_the_card_of_their_own(config):
    rules = [
        SelectionRule(
            where=[AttributeCondition(attribute="plan", values=["pro"])],
            valid_from="2024-02-01",
            scorecard=config.__replace__(version="2"),
        ),
        SelectionRule(where=[AttributeCondition(attribute="plan", values=["pro"])], scorecard=config),
    ]
    cards = ScorecardSet(ScorecardSetConfig(id="all", rules=rules))
    accounts = ft.revenue.Accounts(
        {"id": ["a", "b"], "plan": ["pro", "free"]}, account="id", attributes=["plan"]
    )
    observations = ft.health.Observations(
        {"id": ["a", "b"], "what": ["seats"] * 2, "value": [0.7, 0.7], "day": ["2024-01-20"] * 2},
        account="id", measure="what", value="value", date="day",
    )  # fmt: skip
    found = ft.health.score_by_set(cards, observations, accounts, as_of="2024-01-31")
    assert found.account.tolist() == ["a", "b"] and found.rule.tolist() == [1, -1]
    assert found.score[0] == 100 and np.isnan(found.score[1])
    assert found.band[0] == "green" and found.band[1] is None
    assert str(found.as_of) == "2024-01-31" and not found.as_of_inferred
    assert [each.code for each in found.findings] == ["no_scorecard"]
    past = ft.health.score_history_by_set(cards, observations, accounts, dates=["2024-01-31", "2024-02-01"])
    assert past.version.tolist()[:2] == ["1", "2"] and past.rule.tolist() == [1, 0, -1, -1]
    assert past.set_fingerprint == found.set_fingerprint == cards.fingerprint
