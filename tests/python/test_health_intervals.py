# SPDX-License-Identifier: MIT
"""Intervals of the figures of a proof, as Python shows them."""

import numpy as np
import pytest

from fealty import health

N = 400
CHURN = [(i * 53) % 197 / 197 < 0.05 + 0.6 * ((i * 37) % 101 / 103) ** 2 for i in range(N)]
RISK = [((i * 37) % 101 + 1) / 103 for i in range(N)]


def examples(**more):
    table = {"churned": CHURN, "score": RISK, "customer": [i // 2 for i in range(N)]}
    return health.Examples(table, outcome="churned", attributes=["score"], **more)


@pytest.mark.parametrize("more", [{}, {"account": "customer"}], ids=["rows", "accounts"])
class TestFigures:
    def test_kolmogorov_smirnov(self, more):
        found = health.kolmogorov_smirnov(examples(**more))
        narrow = health.kolmogorov_smirnov(examples(**more), confidence=0.5)
        assert 0 < found.lower[0] < narrow.lower[0] < found.statistic[0] < narrow.upper[0] < found.upper[0]
        assert found.std_error[0] == narrow.std_error[0] > 0
        assert (found.confidence, narrow.confidence) == (0.95, 0.5)

    def test_brier_decomposition(self, more):
        found = health.brier_decomposition(examples(**more))
        narrow = health.brier_decomposition(examples(**more), confidence=0.5)
        assert np.all((found.lower <= found.value) & (found.value <= found.upper))
        assert np.all(narrow.upper < found.upper) and narrow.confidence == 0.5
        assert np.array_equal(narrow.std_error, found.std_error)
        assert found.accounts == (N // 2 if more else 0)

    def test_calibration_errors(self, more):
        found = health.calibration_measures(examples(**more))
        for name in ("expected_calibration_error", "maximum_calibration_error"):
            at = found.measure.tolist().index(name)
            assert 0 <= found.lower[at] < found.value[at] < found.upper[at] <= 1


def drifting():
    before = {"score": [i % 10 for i in range(200)], "customer": [f"c{i // 2}" for i in range(200)]}
    now = {"score": [i % 10 * i % 11 for i in range(200)], "customer": before["customer"]}
    return before, now


def test_psi():
    before, now = drifting()
    by_rows, by_accounts = health.psi(before, now), health.psi(before, now, account="customer")
    assert by_rows.psi == by_accounts.psi
    assert by_rows.psi_lower < by_rows.psi < by_rows.psi_upper
    assert by_accounts.std_error != by_rows.std_error
    now["customer"] = [*now["customer"][1:], None]
    with pytest.raises(ValueError, match="is missing; every row is of an account"):
        health.psi(before, now, account="customer")


def test_csi():
    before, now = drifting()
    found = health.csi(before, now, features=["score"], account="customer")
    alone = health.psi(before, now, account="customer")
    shown = (found.csi[0], found.std_error[0], found.lower[0], found.upper[0])
    assert shown == (alone.psi, alone.std_error, alone.psi_lower, alone.psi_upper)


def proof(probability):
    snapshots = health.Snapshots(
        {
            "customer": list(range(N)), "day": ["2024-01-01"] * N,
            "score": [100 - 100 * p for p in RISK], "p": probability,
        },
        account="customer", as_of="day", attributes=["score", "p"],
    )  # fmt: skip
    gone = [i for i in range(N) if CHURN[i]]
    outcomes = health.Outcomes(
        {"customer": gone, "day": ["2024-02-01"] * len(gone)},
        account="customer", date="day", observed_until="2024-12-31",
    )  # fmt: skip
    return health.prove(snapshots, outcomes, probability="p", draws=200)


def test_proof_shows_intervals_and_warnings_of_parts():
    found = proof([0.25] * N)
    shown = dict(zip(found.figure, zip(found.lower, found.value, found.upper)))
    for name in ("kolmogorov_smirnov", "reliability", "expected_calibration_error", "outcome_rate"):
        low, value, high = shown[name]
        assert low <= value <= high
    assert np.isnan(shown["spiegelhalter_z"][0])
    said = [each.message for each in found.findings]
    assert "prove: calibration_measures: all probabilities are alike; there is no calibration slope" in said


def test_an_impossible_probability_is_refused_by_name():
    with pytest.raises(ValueError, match=r"prove: p.*is not a probability: a number in \[0, 1\]"):
        proof([0.25] * (N - 1) + [2])
