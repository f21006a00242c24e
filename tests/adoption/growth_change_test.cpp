// SPDX-License-Identifier: MIT
#include <fealty/adoption/growth_change.hpp>

#include "adoption/growth_tables.hpp"

#include <fealty/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using growth_tables::Row;
using growth_tables::segments;
using growth_tables::together;

namespace {

/// The parts of a row, in units of 2^-20.
std::vector<double> units(const GrowthChange& change, std::size_t row) {
  std::vector<double> parts{change.customers[row], change.mix[row],       change.onboarding[row],
                            change.adoption[row],  change.headcount[row], change.per_csm[row]};
  for (double& each : parts) each *= 0x1p20;
  return parts;
}

std::vector<Row> random_segments(std::mt19937_64& random, std::size_t most) {
  std::vector<Row> rows;
  const auto below = [&](std::int64_t limit) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit + 1));
  };
  for (std::size_t s = 0; s < most; ++s) {
    if (random() % 4 == 0) continue;
    const std::int64_t customers = below(random() % 3 == 0 ? 100000000 : 50), onboarded = below(customers);
    rows.push_back({std::string(1, static_cast<char>('a' + s)), customers, onboarded, below(onboarded),
                    1 + static_cast<double>(random() % 9)});
  }
  return rows;
}

}  // namespace

TEST_SUITE("adoption/growth_change") {
  TEST_CASE("one segment") {  // tests/adoption/data/growth.py
    const GrowthChange change =
        growth_change(together({"", 120, 90, 60, 4}), together({"", 150, 120, 84, 5}));
    CHECK_FALSE(change.segment.present());
    REQUIRE(change.change.size() == 1);
    CHECK(change.before[0] == 60);
    CHECK(change.now[0] == 84);
    CHECK(change.change[0] == 24);
    CHECK(units(change, 0) == std::vector<double>{16663620, 0, 4840926, 3661278, 16672358, 8493466});
  }

  TEST_CASE("with unchanged rates and as many customers, all is mix") {
    const GrowthChange change = growth_change(segments({{"a", 100, 80, 40, 2}, {"b", 100, 40, 10, 2}}),
                                              segments({{"b", 150, 60, 15, 3}, {"a", 50, 40, 20, 1}}));
    CHECK(change.mix == std::vector<double>{-20, 5, -15});
    CHECK(change.customers == std::vector<double>{0, 0, 0});
    CHECK(change.onboarding == std::vector<double>{0, 0, 0});
    CHECK(change.headcount == std::vector<double>{-20, 5, -15});
    CHECK(change.segment.text(0) == "a");
    CHECK(change.segment.text(2) == "null");
  }

  TEST_CASE("segments that come and go, as exact fractions walked through in all orders") {
    const GrowthChange change = growth_change(segments({{"a", 4186, 2938, 2829, 27},
                                                        {"b", 8685, 476, 431, 15},
                                                        {"c", 4081, 2659, 213, 29},
                                                        {"d", 2570, 464, 191, 16}}),
                                              segments({{"b", 4040, 1560, 1114, 4},
                                                        {"c", 9404, 4086, 54, 24},
                                                        {"d", 3551, 1672, 573, 6},
                                                        {"e", 6381, 1308, 148, 5}}));
    CHECK(units(change, 0) == std::vector<double>{292812941, -3259234445, 0, 0, -2966421504, 0});
    CHECK(units(change, 1) ==
          std::vector<double>{195526611, -1080804632, 1864922313, -263466884, -1771866249, 2488043657});
    CHECK(units(change, 2) ==
          std::vector<double>{29770893, 112361684, -63534730, -245321431, -25152265, -141571319});
    CHECK(units(change, 3) ==
          std::vector<double>{70022146, 55814223, 348180714, -73461051, -563281920, 963837952});
    CHECK(units(change, 4) == std::vector<double>{12793022, 142396226, 0, 0, 155189248, 0});
    CHECK(units(change, 5) ==
          std::vector<double>{600925613, -4029466944, 2149568297, -582249366, -5171532690, 3310310290});
  }

  TEST_CASE("parts add up to the bit, turn round with time, and do not depend on the order of rows") {
    std::mt19937_64 random(11);
    for (int round = 0; round < 300; ++round) {
      std::vector<Row> one = random_segments(random, 8), two = random_segments(random, 8);
      if (one.empty() || two.empty()) continue;
      const GrowthChange change = growth_change(segments(one), segments(two));
      const GrowthChange back = growth_change(segments(two), segments(one));
      std::shuffle(one.begin(), one.end(), random);
      const GrowthChange again = growth_change(segments(one), segments(two));
      CHECK(again.adoption == change.adoption);
      CHECK(again.mix == change.mix);
      double sum = 0;
      for (std::size_t i = 0; i < change.change.size(); ++i) {
        CHECK(change.customers[i] + change.mix[i] + change.onboarding[i] + change.adoption[i] ==
              change.change[i]);
        CHECK(change.headcount[i] + change.per_csm[i] == change.change[i]);
        CHECK(back.onboarding[i] == -change.onboarding[i]);
        CHECK(back.mix[i] == -change.mix[i]);
        if (i + 1 < change.change.size()) sum += change.onboarding[i];
      }
      CHECK(sum == change.onboarding.back());
      CHECK(change.now.back() - change.before.back() == change.change.back());
    }
  }

  TEST_CASE("rates are taken to a millionth of a customer") {
    const auto of = [](double onboarding, double adoption) {
      return GrowthSegments({.customers = std::vector<std::int64_t>{1000},
                             .onboarding_rate = std::vector{onboarding},
                             .adoption_rate = std::vector{adoption}});
    };
    const GrowthChange change = growth_change(of(0.7, 0.3), of(0.8, 0.3));
    CHECK(change.before[0] == doctest::Approx(210).epsilon(1e-8));
    CHECK(change.onboarding[0] == change.change[0]);  // nothing else has changed
    CHECK(change.adoption[0] == 0);
    CHECK(std::isnan(change.headcount[0]));  // nobody said how many
  }

  TEST_CASE("successes without a CSM are not explained by CSMs") {
    const GrowthChange change = growth_change(together({"", 10, 8, 6, 0}), together({"", 10, 8, 7, 1}));
    CHECK(change.adoption[0] == 1);
    CHECK(std::isnan(change.per_csm[0]));
  }

  TEST_CASE("empty tables, and tables that do not belong together") {
    CHECK(growth_change(segments({}), segments({})).change.empty());
    const GrowthChange first = growth_change(segments({}), segments({{"a", 4, 2, 1, 1}}));
    CHECK(first.customers == std::vector<double>{1, 1});
    CHECK_THROWS_WITH_AS(growth_change(segments({{"a", 4, 2, 1, 1}}), together({"", 4, 2, 1, 1})),
                         "growth_change: now has no segments, as before has", InvalidInput);
    CHECK_THROWS_WITH_AS(growth_change(together({"", 4, 2, 1, 1}), segments({{"a", 4, 2, 1, 1}})),
                         "growth_change: now has segments, which before has not", InvalidInput);
    const GrowthSegments numbered({.customers = std::vector<std::int64_t>{1},
                                   .onboarded = std::vector<std::int64_t>{1},
                                   .adopted = std::vector<std::int64_t>{1},
                                   .segment = std::vector<std::int64_t>{7}});
    CHECK_THROWS_WITH_AS(growth_change(segments({{"a", 4, 2, 1, 1}}), numbered),
                         "growth_change: now names segments by integers, and before by texts", InvalidInput);
  }
}
