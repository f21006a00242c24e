// SPDX-License-Identifier: MIT
#include <fealty/health/contributions.hpp>

#include "health/random_cards.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;

namespace {

std::int64_t sum_of_lines(const Contributions& lines, std::size_t row) {
  std::int64_t sum = lines.renormalization[row] + lines.decay[row] + lines.exception[row] + lines.clamp[row] +
                     lines.rounding[row];
  for (const auto& each : lines.measures) sum += each[row];
  return sum;
}
Scorecard two_measures() {
  return Scorecard({.id = "two",
                    .bands = {{"all", 100}},
                    .min_coverage = 0,
                    .measures = {{.id = "x", .weight = 3, .transform = {.points = {{0, 0}, {100, 100}}}},
                                 {.id = "y", .weight = 1, .transform = {.points = {{0, 0}, {100, 100}}}}}});
}
MeasureTable two_accounts() {
  MeasureColumns columns{.account = std::vector<std::string>{"a", "b"}};
  columns.values.add("x", Column<double>(std::vector<double>{80, 33.333}));
  columns.values.add("y", Column<double>(std::vector<double>{40, std::nan("")}));
  return MeasureTable(columns);
}

}  // namespace

TEST_SUITE("health/contributions") {
  TEST_CASE("a measure counts its share of the card, and renormalization what others count for it") {
    const Contributions lines = contributions(score(two_measures(), two_accounts()));
    CHECK(lines.measure == std::vector<std::string>{"x", "y"});
    CHECK(lines.measures[0][0] == 60'000'000);
    CHECK(lines.measures[1][0] == 10'000'000);
    CHECK(lines.renormalization[0] == 0);
    CHECK(lines.rounding[0] == 0);
    CHECK(lines.measures[0][1] == 24'999'750);
    CHECK(lines.measures[1][1] == 0);
    CHECK(lines.renormalization[1] == 8'333'250);
    CHECK(lines.rounding[1] == -3'000);  // 33.333 is shown as 33.33
    CHECK(lines.score_micro[1] == 33'330'000);
  }

  TEST_CASE("lines add up exactly for a million random accounts under random cards") {
    std::int64_t accounts = 0, faded = 0, excepted = 0, cut = 0, renormalized = 0;
    for (std::uint64_t seed = 1; seed <= 125; ++seed) {
      random_cards::Random random(seed);
      const Scorecard card = random_cards::random_scorecard(random, seed % 5 == 0);
      const Scores scores = score(card, random_cards::random_measures(random, 8000, seed % 5 != 0),
                                  {.with_contributions = seed % 2 == 0});
      const Contributions lines = contributions(scores);
      const auto roundings = static_cast<double>(lines.measures.size() + card.config().exceptions.size() + 4);
      const double bound = .5 * std::pow(10, 6 - card.config().decimals) + .5 * roundings;
      CAPTURE(seed);
      std::int64_t wrong = 0, unbounded = 0;
      for (std::size_t row = 0; row < scores.score.size(); ++row) {
        wrong += sum_of_lines(lines, row) == scores.score_micro[row] ? 0 : 1;
        unbounded += static_cast<double>(std::abs(lines.rounding[row])) <= bound ? 0 : 1;
        if (!std::isnan(scores.score[row]))  // what is shown is these micro-points
          wrong += scores.score[row] == static_cast<double>(scores.score_micro[row]) / 1e6 ? 0 : 1;
        faded += lines.decay[row] != 0 ? 1 : 0;
        excepted += lines.exception[row] != 0 ? 1 : 0;
        cut += lines.clamp[row] != 0 ? 1 : 0;
        renormalized += lines.renormalization[row] != 0 ? 1 : 0;
        ++accounts;
      }
      REQUIRE(wrong == 0);
      REQUIRE(unbounded == 0);
    }
    CHECK(accounts == 1'000'000);
    CHECK(faded > 100'000);  // so that all lines have been seen
    CHECK(excepted > 100'000);
    CHECK(renormalized > 100'000);
    CHECK(cut > 1'000);
  }

  TEST_CASE("the same whether they were asked for beforehand or not") {
    random_cards::Random random(11);
    const Scorecard card = random_cards::random_scorecard(random);
    const MeasureTable table = random_cards::random_measures(random, 1500);
    const Contributions now = contributions(score(card, table, {.with_contributions = true}));
    const Contributions later = contributions(score(card, table));
    for (std::size_t i = 0; i < now.measures.size(); ++i)
      CHECK(std::ranges::equal(now.measures[i].values(), later.measures[i].values()));
    CHECK(std::ranges::equal(now.rounding.values(), later.rounding.values()));
  }

  TEST_CASE("of no scores") {
    CHECK(contributions(Scores{}).measures.empty());
    const Contributions none = contributions(score(two_measures(), MeasureTable()));
    CHECK(none.measures.size() == 2);
    CHECK(none.measures[0].size() == 0);
  }

  TEST_CASE("a measure may bear the name of another column") {
    Contributions lines = contributions(score(two_measures(), two_accounts()));
    lines.measure = {"account", "decay"};
    std::string names;
    Contributions::each_column(lines,
                               [&](const char* name, const auto&) { names += std::string(name) + " "; });
    CHECK(names == "account account_ decay renormalization decay_ exception clamp rounding score_micro ");
  }
}
