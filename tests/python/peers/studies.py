# SPDX-License-Identifier: MIT
"""Lives that fealty and its peers are compared on: known studies and random ones, with common names."""

import dataclasses
import functools
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from fealty import survival

TREE = Path(__file__).resolve().parents[3]
FOLDERS = (TREE / "tests/survival/data", TREE.parent / "shared/data/survival")

# Watched from the beginning, and with delayed entries.
WATCHED = ["gbsg2", "kidney_transplant", "larynx", "lung", "rossi", "waltons", "ties", "no_ties"]
LATE = ["heart", "recur", "late_ties", "late"]
RANDOM = ["ties", "no_ties", "late_ties", "late"]

# File, names of its columns in a study, covariates.
FILES = {
    "gbsg2": (
        "lifelines_gbsg2.csv",
        {"time": "duration", "cens": "ended", "tgrade": "group"},
        ["age", "tsize", "pnodes", "progrec", "estrec"],
    ),
    "heart": (
        "stanford_heart.csv",
        {"start": "entry", "stop": "duration", "event": "ended", "transplant": "group", "id": "site"},
        ["age", "year", "surgery", "group"],
    ),
    "kidney_transplant": (
        "lifelines_kidney_transplant.csv",
        {"time": "duration", "death": "ended", "black_male": "group"},
        ["age", "group", "white_male", "black_female"],
    ),
    "larynx": (
        "lifelines_larynx.csv",
        {"time": "duration", "death": "ended", "Stage_III": "group"},
        ["age", "Stage_II", "group", "Stage_IV"],
    ),
    "lung": (
        "lung.csv",
        {"time": "duration", "status": "ended", "sex": "group", "ph.ecog": "ecog", "inst": "site"},
        ["age", "group", "ecog"],
    ),
    "recur": (
        "lifelines_recur.csv",
        {"TIME0": "entry", "TIME1": "duration", "CENSOR": "ended", "TREAT": "group", "ID": "site"},
        ["AGE", "group"],
    ),
    "rossi": (
        "rossi.csv",
        {"week": "duration", "arrest": "ended", "fin": "group"},
        ["group", "age", "race", "wexp", "mar", "paro", "prio"],
    ),
    "waltons": ("lifelines_waltons_dataset.csv", {"T": "duration", "E": "ended"}, ["treated"]),
}


@dataclasses.dataclass(frozen=True)
class Study:
    """Lives: duration, ended, group, covariates, and where there are such, entry, site and weights."""

    name: str
    frame: pd.DataFrame
    covariates: list[str]

    @property
    def entry(self) -> str | None:
        return "entry" if "entry" in self.frame else None

    def lifetimes(self, **roles: str) -> survival.Lifetimes:
        roles = {"duration": "duration", "ended": "ended", "entry": self.entry} | roles
        attributes = [name for name in self.frame if name not in roles.values()]
        return survival.Lifetimes(self.frame, attributes=attributes, **roles)

    def with_columns(self, **columns) -> "Study":
        return dataclasses.replace(self, frame=self.frame.assign(**columns))

    def without_ties(self) -> "Study":
        """Of each age the first life."""
        frame = self.frame.drop_duplicates("duration").reset_index(drop=True)
        return dataclasses.replace(self, frame=frame)


def read(name: str) -> pd.DataFrame:
    """A data set by the name of its file; the test is skipped where it is not there."""
    for folder in FOLDERS:
        if (folder / name).is_file():
            return pd.read_csv(folder / name)
    pytest.skip(f"needs the data set {name}")


def random_study(name: str) -> Study:
    """Lives with weights, strata and clusters; where ages are tied, no life enters at one of them."""
    draw = np.random.default_rng(7)
    n = 300
    x, u = draw.normal(size=n), draw.random(n) * 3 - 1
    duration = draw.exponential(20 / np.exp(0.5 * x - 0.3 * u)) + 0.01
    duration = np.ceil(duration) if name.endswith("ties") and name != "no_ties" else duration
    entry = np.where(draw.random(n) < 0.3, np.floor(duration * draw.random(n) * 0.9) + 0.5, 0.0)
    ended = (draw.random(n) < 0.6).astype(int)
    ended[np.argmax(duration)] = 0  # a curve that comes down to 0 has no band there
    frame = pd.DataFrame(
        {
            "duration": duration,
            "entry": np.where(entry < duration, entry, 0.0),
            "ended": ended,
            "x": x,
            "u": u,
            "group": draw.choice([1, 2, 3], n),
            "site": draw.integers(0, 12, n),
            "stratum": draw.choice(["a", "b"], n),
            "cases": draw.integers(1, 5, n).astype(float),
            "share": draw.random(n) + 0.3,
        }
    )
    return Study(name, frame if name.startswith("late") else frame.drop(columns="entry"), ["x", "u"])


@functools.cache
def study(name: str) -> Study:
    """A study by its name."""
    if name not in FILES:
        return random_study(name)
    file, names, covariates = FILES[name]
    frame = read(file).rename(columns=names)
    if name == "waltons":
        frame["treated"] = (frame["group"] == "miR-137").astype(int)
    others = [each for each in ("entry", "group", "site") if each in frame and each not in covariates]
    frame = frame[["duration", "ended", *others, *covariates]].dropna().reset_index(drop=True)
    return Study(name, frame, covariates)


def agree(ours, theirs, rtol: float = 1e-8, atol: float = 1e-13) -> None:
    """All of ours, in their order, are theirs."""
    np.testing.assert_allclose(np.asarray(ours, float), np.asarray(theirs, float), rtol=rtol, atol=atol)
