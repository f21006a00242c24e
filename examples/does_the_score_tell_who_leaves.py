# SPDX-License-Identifier: MIT
"""Does the score tell who leaves? Scores of each month's last day, against the churns of the next 90 days."""

import numpy as np

import fealty as ft

company = ft.company.simulate(400, seed=1)
days = np.arange("2022-02", "2025-02", dtype="datetime64[M]").astype("datetime64[D]") - 1
known = ft.company.measure_history(company, days)
scores = ft.health.score_history(ft.health.default_scorecard(), ft.company.observations(known), dates=days)

snapshots = ft.health.Snapshots(scores, account="account", as_of="as_of", attributes=["score", "band"])
churns = ft.health.Outcomes(company.causes, account="account", date="date", observed_until="2024-12-31")
proof = ft.health.prove(snapshots, churns, horizon_days=90)

print(proof.verdict)
for reason in proof.reasons:
    print(f"  {reason}")
for band, rate, count in zip(proof.bands.band, proof.bands.rate, proof.bands.examples):
    print(f"{band}: {rate:.1%} left, of {count} scores")
print(f"not green 90 days before they left: {proof.lead_time.not_best_share:.1%}")
