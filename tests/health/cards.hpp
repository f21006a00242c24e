// SPDX-License-Identifier: MIT
// Scorecards that the tests of health share.
#pragma once

#include <fealty/health/scorecard_config.hpp>

namespace cards {

/// A card as a company of enterprises would draw it up.
inline constexpr const char* enterprise = R"({"id": "enterprise", "version": "2026-11-01",
 "polarity": "higher_is_healthier", "scale": [0, 100],
 "bands": [{"name": "red", "upper": 50}, {"name": "yellow", "upper": 75}, {"name": "green", "upper": 100}],
 "band_rule": "upper_inclusive", "min_coverage": 0.6,
 "groups": [{"id": "outcome", "weight": 50}, {"id": "experience", "weight": 50}],
 "measures": [
  {"id": "seat_utilization", "group": "outcome", "weight": 30,
   "transform": {"piecewise": [[0.1, 0], [0.5, 50], [0.8, 100]]}, "missing": "renormalize", "validity_days": 30},
  {"id": "goal_attainment", "group": "outcome", "weight": 20,
   "transform": {"piecewise": [[0, 0], [1, 100]]}, "missing": "renormalize"},
  {"id": "csat", "group": "experience", "weight": 10,
   "transform": {"bands": [[3, 20], [4, 60], [5, 100]]}, "missing": {"neutral": 50}, "validity_days": 180}],
 "exceptions": [{"when": "sponsor_left", "cap": 49, "expires_days": 45, "reason_required": true}]})";

/// Every transform, missing policy, decay and effect.
inline constexpr const char* every_field = R"({"format": 1, "id": "everything", "version": "3",
 "polarity": "higher_is_healthier", "scale": [-50, 50],
 "bands": [{"name": "red", "lower": -50, "upper": 0}, {"name": "green", "upper": 50}],
 "band_rule": "upper_exclusive", "min_coverage": 0.25, "combination": "weighted_mean", "decimals": 1,
 "inputs": ["contracted_seats"],
 "groups": [{"id": "outcome", "weight": 2}, {"id": "usage", "weight": 1, "parent": "outcome"}],
 "measures": [
  {"id": "depth", "group": "usage", "polarity": "higher_is_healthier",
   "transform": {"bands": [{"lower": 0, "upper": 3, "points": -20}, {"lower": 3, "upper": 9, "points": 20}]},
   "missing": "worst"},
  {"id": "seats", "group": "usage", "weight": 0.5, "polarity": "higher_is_healthier",
   "transform": {"ratio": {"of": "contracted_seats", "points": 40}}, "missing": {"carry": 60}, "validity_days": 30},
  {"id": "logins", "group": "outcome", "transform": {"growth": {"baseline_days": 90, "points": [[-0.2, -50], [0.2, 50]]}},
   "decay": "linear", "validity_days": 30, "neutral": 5},
  {"id": "sessions", "group": "outcome", "transform": {"growth": {"baseline": "logins", "points": [[0, 0], [1, 50]]}},
   "decay": {"half_life": 45.5}},
  {"id": "tickets", "polarity": "lower_is_healthier", "transform": {"percentile": {"reference": [0, 1, 1, 7]}}},
  {"id": "nps", "relationship": true, "transform": {"z_score": {"mean": 30, "std_dev": 12, "points": [[-2, -50], [2, 50]]}},
   "missing": "fail"},
  {"id": "tenure", "transform": {"weight_of_evidence": {"bins": [[90, -0.7], {"upper": 720, "woe": 0.9}],
   "factor": 28.8, "offset": 3, "missing": 0}}},
  {"id": "revenue", "polarity": "higher_is_healthier", "transform": {"ratio": {"target": 564, "points": 50}},
   "missing": "neutral", "neutral": -5}],
 "exceptions": [{"when": "sponsor_left", "cap": -1}, {"when": "new_sponsor", "floor": 1, "expires_days": 9},
  {"when": "csm_says", "set": 10, "reason_required": true}]})";

/// The least that a card can be.
inline fealty::health::ScorecardConfig small() {
  return {.id = "small",
          .bands = {{"red", 50}, {"green", 100}},
          .groups = {{"use"}},
          .measures = {{.id = "seats", .group = "use", .transform = {.points = {{0, 0}, {1, 100}}}}}};
}

}  // namespace cards
