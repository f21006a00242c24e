// SPDX-License-Identifier: MIT
#include <fealty/health/scorecard.hpp>

#include <string>

#include <doctest/doctest.h>

namespace {

using namespace fealty;
using health::Scorecard;

/// The example of a scorecard that a company of enterprises would draw up.
const char* const enterprise = R"({"id": "enterprise", "version": "2026-11-01", "polarity": "higher_is_healthier", "scale": [0, 100],
 "bands": [{"name": "red", "upper": 50}, {"name": "yellow", "upper": 75}, {"name": "green", "upper": 100}],
 "band_rule": "upper_inclusive", "min_coverage": 0.6,
 "groups": [{"id": "outcome", "weight": 50}, {"id": "experience", "weight": 50}],
 "measures": [
  {"id": "seat_utilization", "group": "outcome", "weight": 30, "transform": {"piecewise": [[0.1, 0], [0.5, 50], [0.8, 100]]}, "missing": "renormalize", "validity_days": 30},
  {"id": "goal_attainment", "group": "outcome", "weight": 20, "transform": {"piecewise": [[0, 0], [1, 100]]}, "missing": "renormalize"},
  {"id": "csat", "group": "experience", "weight": 10, "transform": {"bands": [[3, 20], [4, 60], [5, 100]]}, "missing": {"neutral": 50}, "validity_days": 180}],
 "exceptions": [{"when": "sponsor_left", "cap": 49, "expires_days": 45, "reason_required": true}]})";

}  // namespace

TEST_SUITE("health/scorecard") {
  TEST_CASE("a scorecard that is read and written is the same") {
    const Scorecard card = Scorecard::from_json(enterprise);
    CHECK(card.id() == "enterprise");
    const Scorecard again = Scorecard::from_json(card.to_json());
    CHECK(again.to_json() == card.to_json());
    CHECK(again.config() == card.config());
    CHECK(again.fingerprint() == card.fingerprint());
  }
}
