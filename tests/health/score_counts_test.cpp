// SPDX-License-Identifier: MIT
#include <fealty/health/calibration_measures.hpp>
#include <fealty/health/roc_auc.hpp>
#include <fealty/health/score_counts.hpp>

#include "calibration_tables.hpp"
#include "partial_states.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using test::ScoreTable;

namespace {

struct Row {
  double score, weight;
  std::uint8_t outcome;
};
ScoreTable table_of(const std::vector<Row>& rows) {
  ScoreTable table;
  for (const Row& row : rows) {
    table.score.push_back(row.score);
    table.weight.push_back(row.weight);
    table.outcome.push_back(row.outcome);
  }
  return table;
}
Examples of(const std::vector<Row>& rows) { return table_of(rows).examples(); }
Examples unweighted(const std::vector<Row>& rows) { return table_of(rows).without_weights().examples(); }
std::vector<Row> random_rows(fealty::detail::SplitMix64& random) {
  std::vector<Row> rows{{.5, 1, 0}, {.25, 1, 1}, {.75, 1, 1}, {.5, 2, 0}};
  for (std::uint64_t i = 0, n = random.next() % 100; i < n; ++i)
    rows.push_back({random.next() % 20 == 0 ? std::nan("") : static_cast<double>(random.next() % 30) / 30,
                    1 + static_cast<double>(random.next() % 3),
                    static_cast<std::uint8_t>(random.next() % 2)});
  return rows;
}

}  // namespace

TEST_SUITE("health/score_counts") {
  TEST_CASE("parts in any order come to the area and the variance of the whole") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      fealty::detail::SplitMix64 random(seed);
      const auto rows = random_rows(random);
      const auto batch = seed % 2 == 0 ? of : unweighted;
      ScoreCounts whole;
      whole.update(batch(rows));
      const auto parts = test::random_parts(rows, random);
      const auto merged = test::merged_in_any_order(parts, random, ScoreCounts(), batch);
      REQUIRE(merged.serialize() == whole.serialize());
      const Examples examples = merged.examples();
      CHECK(static_cast<std::int64_t>(examples.size()) + merged.left_out() == merged.size());
      const auto found = roc_auc(examples), direct = roc_auc(batch(rows));
      REQUIRE(found.auc.size() == direct.auc.size());
      for (std::size_t i = 0; i < found.auc.size(); ++i) {
        CHECK(found.auc[i] == direct.auc[i]);
        CHECK(found.std_error[i] == direct.std_error[i]);
        CHECK(found.lower[i] == direct.lower[i]);
        CHECK(found.upper[i] == direct.upper[i]);
      }
      CHECK(test::columns_of(calibration_measures(examples)) ==
            test::columns_of(calibration_measures(batch(rows))));
    }
  }
  TEST_CASE("a state of nothing adds nothing") {
    CHECK(ScoreCounts().examples().size() == 0);
    ScoreCounts counts;
    counts.update(of({{.5, 1, 0}, {-0.0, 1, 0}, {0, 1, 0}}));
    const auto bytes = counts.serialize();
    counts.merge(ScoreCounts());
    CHECK(counts.serialize() == bytes);
    counts.merge(counts);
    CHECK(counts.size() == 6);
  }
  TEST_CASE("refuses other attributes, scores that are none, too many rows, and bytes that are none") {
    ScoreCounts counts;
    counts.update(of({{.5, 1, 0}, {.75, 2, 1}}));
    CHECK_THROWS_WITH_AS(counts.merge(ScoreCounts({.score = "points"})),
                         "ScoreCounts: score = \"points\" is not \"score\", of which the state is",
                         InvalidInput);
    CHECK_THROWS_AS(counts.update(of({{INFINITY, 1, 0}})), InvalidInput);
    test::check_bad_bytes(counts);
    auto many = counts.serialize();
    many[many.size() - 4] = 1;  // 2^32 of the last
    CHECK_THROWS_WITH_AS(ScoreCounts::deserialize(many).examples(),
                         "ScoreCounts: examples = 4294967298 are more than 2^31, too many for a table",
                         InvalidInput);
  }
}
