// SPDX-License-Identifier: MIT
#include <fealty/company/measures.hpp>
#include <fealty/company/simulate.hpp>
#include <fealty/health/default_scorecard.hpp>
#include <fealty/health/lint.hpp>
#include <fealty/health/scores.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

TEST_SUITE("health/default_scorecard") {
  TEST_CASE("loads from its own text, and lint has nothing against it") {
    const Scorecard card = default_scorecard();
    CHECK(Scorecard::from_json(card.to_json()).fingerprint() == card.fingerprint());
    const Lint complaints = lint(card);
    CHECK(complaints.code == std::vector<std::string>{});
    double outcome = 0, experience = 0;
    for (const Measure& each : card.config().measures)
      (each.group == "outcome" ? outcome : experience) += each.weight;
    CHECK(outcome == 50);
    CHECK(experience == 50);
  }

  TEST_CASE("knows most accounts of a company from its tables, and tells them apart") {
    const Date as_of = tables::date("2024-06-30");
    const company::Measures measures = company::measures(company::simulate(300, 7), as_of);
    const auto& ids = *measures.measure.ids();
    std::set<std::string> known;
    for (const std::uint32_t code : measures.measure.codes()) known.insert(ids.text(code));
    for (const Measure& each : default_scorecard().config().measures) {
      CAPTURE(each.id);
      CHECK(known.count(each.id) == 1);
    }
    const Scores scores = score(default_scorecard(), company::observations(measures), {.as_of = as_of});
    std::size_t unknown = 0;
    double least = 100, most = 0;
    for (const double each : scores.score) {
      if (std::isnan(each)) ++unknown;
      else least = std::min(least, each), most = std::max(most, each);
    }
    // Accounts that have left by then have no state.
    CHECK(2 * unknown < scores.score.size());
    CHECK(least < 50);
    CHECK(most > 75);
  }
}
