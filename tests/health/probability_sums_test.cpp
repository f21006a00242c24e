// SPDX-License-Identifier: MIT
#include <fealty/health/brier_decomposition.hpp>
#include <fealty/health/calibration_curve.hpp>
#include <fealty/health/calibration_measures.hpp>
#include <fealty/health/probability_sums.hpp>

#include "calibration_tables.hpp"
#include "partial_states.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using tables::Reals;
using tables::Texts;
using test::codes;
using test::near;
using test::ScoreTable;

namespace {

struct Row {
  double score, weight;
  std::uint8_t outcome;
};
Examples of(const std::vector<Row>& rows) {
  ScoreTable table;
  for (const Row& row : rows) {
    table.score.push_back(row.score);
    table.weight.push_back(row.weight);
    table.outcome.push_back(row.outcome);
  }
  return table.examples();
}
/// Probabilities with all their digits, weights far apart, some unknown.
std::vector<Row> random_rows(fealty::detail::SplitMix64& random) {
  std::vector<Row> rows;
  for (std::uint64_t i = 0, n = 2 + random.next() % 200; i < n; ++i) {
    const double p = std::pow(test::uniform(random), 3), at = test::uniform(random);
    rows.push_back({random.next() % 20 == 0 ? std::nan("") : p, std::exp(10 * test::uniform(random) - 5),
                    at < p ? std::uint8_t{1} : std::uint8_t{0}});
  }
  return rows;
}
ProbabilitySums sums_of(const Examples& examples) {
  ProbabilitySums sums;
  sums.update(examples);
  return sums;
}
void check_near(const Reals& found, const Reals& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(std::abs(found[i] - expected[i]) <= 1e-13 * (1 + std::abs(expected[i])));
}

}  // namespace

TEST_SUITE("health/probability_sums") {
  TEST_CASE("numbers worked out by hand") {
    const auto sums = sums_of(of({{.25, 1, 0}, {.75, 2, 1}, {.5, 1, 1}}));
    CHECK(sums.brier() == (.0625 + 2 * .0625 + .25) / 4);
    CHECK(sums.log_loss() == near((-std::log(.75) - 2 * std::log(.75) - std::log(.5)) / 4, 1e-15));
    CHECK(sums.mean_difference() == .5625 - .75);
    CHECK(sums.outcomes() == 2);
  }
  TEST_CASE("parts in any order come to the same bytes, and to what the whole comes to") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      const std::vector<Row> rows = random_rows(random);
      const Examples all = of(rows);
      const auto parts = test::random_parts(rows, random);
      const auto merged = test::merged_in_any_order(parts, random, ProbabilitySums(), of);
      REQUIRE(merged.serialize() == sums_of(all).serialize());
      const auto direct = brier_decomposition(all, {.binning = Binning::equal_width});
      const auto found = merged.brier_decomposition();
      check_near(found.value, direct.value);
      check_near(found.contribution, direct.contribution);
      check_near({found.brier, found.generalized_resolution}, {direct.brier, direct.generalized_resolution});
      CHECK(merged.brier() == found.brier);
      CHECK(found.examples == direct.examples);
      CHECK(found.outcomes == direct.outcomes);
      CHECK(found.left_out == direct.left_out);
      CHECK(found.bins == direct.bins);
      CHECK(found.binning == direct.binning);
      CHECK(codes(found.findings) == codes(direct.findings));
      CHECK(test::message(found.findings, "missing_score") ==
            test::message(direct.findings, "missing_score"));
      const auto curve = calibration_curve(all, {.binning = Binning::equal_width});
      const auto drawn = merged.calibration_curve();
      CHECK(drawn.lowest == curve.lowest);
      CHECK(drawn.highest == curve.highest);
      check_near(drawn.predicted, curve.predicted);
      check_near(drawn.observed, curve.observed);
      check_near(drawn.lower, curve.lower);
      check_near(drawn.upper, curve.upper);
      CHECK(drawn.examples == curve.examples);
      CHECK(drawn.outcomes == curve.outcomes);
      CHECK(codes(drawn.findings) == codes(curve.findings));
    }
  }
  TEST_CASE("means are those of calibration_measures()") {
    const Examples examples = test::waves().examples();
    const auto direct = calibration_measures(examples);
    const ProbabilitySums sums = sums_of(examples);
    CHECK(sums.brier() == near(direct.value[0], 1e-14));
    CHECK(sums.log_loss() == near(direct.value[2], 1e-14));
    CHECK(sums.mean_difference() == near(direct.value[6], 1e-13));
    const ProbabilitySums sure = sums_of(of({{1, 1, 0}, {0, 1, 0}}));
    CHECK(sure.log_loss() == near(calibration_measures(of({{1, 1, 0}, {0, 1, 0}})).value[2], 1e-15));
  }
  TEST_CASE("a state of nothing has no means and a finding, and adds nothing") {
    const ProbabilitySums none;
    CHECK(std::isnan(none.brier()));
    CHECK(std::isnan(none.log_loss()));
    CHECK(std::isnan(none.mean_difference()));
    CHECK(none.calibration_curve().predicted.empty());
    CHECK(std::isnan(none.brier_decomposition().value[0]));
    CHECK(codes(none.brier_decomposition().findings) == Texts{"no_examples"});
    ProbabilitySums sums = sums_of(of({{.25, 1, 0}}));
    const auto bytes = sums.serialize();
    sums.merge(none);
    CHECK(sums.serialize() == bytes);
    sums.merge(sums);
    CHECK(sums.size() == 2);
  }
  TEST_CASE("refuses other settings, what is no probability, and bytes that are none") {
    ProbabilitySums sums = sums_of(of({{.25, 1, 0}, {.75, 2, 1}}));
    const auto bytes = sums.serialize();
    CHECK_THROWS_WITH_AS(sums.update(of({{.5, 1, 0}, {1.5, 1, 0}})),
                         "ProbabilitySums: score[1] = 1.5 is not a probability: a number in [0, 1]",
                         InvalidInput);
    CHECK(sums.serialize() == bytes);
    CHECK_THROWS_WITH_AS(sums.merge(ProbabilitySums({.bins = 5})),
                         "ProbabilitySums: bins = \"5\" is not \"10\", of which the state is", InvalidInput);
    CHECK_THROWS_WITH_AS(ProbabilitySums({.bins = 0}), "ProbabilitySums: bins = 0 is not between 1 and 1,000",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(ProbabilitySums({.clip = .5}), "ProbabilitySums: clip = 0.5 is not in (0, 0.5)",
                         InvalidInput);
    CHECK_THROWS_AS(sums.calibration_curve(1), InvalidInput);
    test::check_bad_bytes(sums);
  }
}
