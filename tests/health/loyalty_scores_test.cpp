// SPDX-License-Identifier: MIT
#include <fealty/health/loyalty_scores.hpp>

#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Of b the NPS is 9 on its last day, the mean of two.
Observations few_observations() {
  return Observations({.account = Texts{"b", "b", "b", "b", "a", "a", "c"},
                       .measure = Texts{"nps", "nps", "nps", "usage", "csat", "usage", "usage"},
                       .value = Reals{0, 10, 8, 0.5, 3, 2, 0.1},
                       .date = tables::days({"2024-01-01", "2024-02-01", "2024-02-01", "2024-01-01",
                                             "2024-01-01", "2024-01-01", "2024-03-01"})});
}
LoyaltyScoresOptions two_sides() {
  return {.attitude = {"nps", "csat"},
          .behavior = {"usage"},
          .attitude_weights = {3, 1},
          .attitude_low = {0, 1},
          .attitude_high = {10, 5},
          .behavior_high = {1}};
}
template <class Edit>
void refuses_sides(Edit edit, const char* message) {
  LoyaltyScoresOptions options = two_sides();
  edit(options);
  CHECK_THROWS_WITH_AS(loyalty_scores(few_observations(), options), message, InvalidInput);
}

}  // namespace

TEST_SUITE("health/loyalty_scores") {
  TEST_CASE("reads two numbers for each account, by id") {
    const LoyaltyScores scores({.account = Texts{"b", "a"},
                                .attitude = tables::with_nulls(Reals{1, 2}, {1}),
                                .behavior = Reals{3, none}});
    CHECK(scores.account.text(0) == "a");
    CHECK(std::isnan(scores.attitude[0]));
    CHECK(std::isnan(scores.behavior[0]));
    CHECK(scores.attitude[1] == 1);
    CHECK(scores.attitude_coverage == Reals{0, 1});
    CHECK(LoyaltyScores({.account = Texts{}, .attitude = Reals{}, .behavior = Reals{}}).attitude.empty());
  }

  TEST_CASE("refuses tables that cannot be") {
    CHECK_THROWS_WITH_AS(LoyaltyScores({.account = Texts{"a"}, .attitude = Reals{1}, .behavior = {}}),
                         "LoyaltyScores: behavior is missing; the table needs this column", InvalidInput);
    CHECK_THROWS_WITH_AS(
        LoyaltyScores({.account = Texts{"a", "a"}, .attitude = Reals{1, 2}, .behavior = Reals{1, 2}}),
        "LoyaltyScores: account[1] = a is there twice", InvalidInput);
    CHECK_THROWS_WITH_AS(
        LoyaltyScores(
            {.account = tables::ids_with_nulls({"a", ""}), .attitude = Reals{1, 2}, .behavior = Reals{1, 2}}),
        "LoyaltyScores: account[1] is null; every row needs it", InvalidInput);
    CHECK_THROWS_WITH_AS(LoyaltyScores({.account = Texts{"a"},
                                        .attitude = Reals{std::numeric_limits<double>::infinity()},
                                        .behavior = Reals{1}}),
                         "LoyaltyScores: attitude[0] = inf is not a finite number", InvalidInput);
  }

  TEST_CASE("weighs what was observed, from 0 to 100") {
    const LoyaltyScores scores = loyalty_scores(few_observations(), two_sides());
    CHECK(scores.as_of == tables::date("2024-03-01"));
    CHECK(scores.as_of_inferred);
    REQUIRE(scores.account.size() == 3);
    CHECK(std::isnan(scores.attitude[0]));  // a quarter of the weight is too little
    CHECK(scores.attitude[1] == 90);
    CHECK(std::isnan(scores.attitude[2]));
    CHECK(scores.attitude_coverage == Reals{0.25, 0.75, 0});
    CHECK(scores.behavior == Reals{100, 50, 10});
    LoyaltyScoresOptions options = two_sides();
    options.min_coverage = 0.25;
    CHECK(loyalty_scores(few_observations(), options).attitude[0] == 50);
  }

  TEST_CASE("knows nothing that is later than as_of, or older than it may be") {
    LoyaltyScoresOptions options = two_sides();
    options.as_of = tables::date("2024-01-31");
    const LoyaltyScores early = loyalty_scores(few_observations(), options);
    REQUIRE(early.account.size() == 2);
    CHECK(early.attitude[1] == 0);
    options.validity_days = 30;
    CHECK(loyalty_scores(few_observations(), options).attitude[1] == 0);
    options.validity_days = 29;
    CHECK(std::isnan(loyalty_scores(few_observations(), options).attitude[1]));
    CHECK(loyalty_scores(few_observations(), options).behavior_coverage == Reals{0, 0});
  }

  TEST_CASE("turns a measure round where less is better") {
    LoyaltyScoresOptions options = two_sides();
    options.behavior_low = {1};
    options.behavior_high = {0};
    CHECK(loyalty_scores(few_observations(), options).behavior == Reals{0, 50, 90});
  }

  TEST_CASE("does not depend on the order of rows") {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      std::mt19937_64 random(seed);
      Texts account, measure;
      Reals value;
      tables::Days date;
      std::vector<std::size_t> order(60);
      std::iota(order.begin(), order.end(), std::size_t{0});
      for (std::size_t i = 0; i < order.size(); ++i) {
        account.push_back("a" + std::to_string(random() % 7));
        measure.push_back(i % 3 == 0 ? "nps" : i % 3 == 1 ? "csat" : "usage");
        value.push_back(static_cast<double>(random() % 1000) / 97);
        date.push_back(static_cast<std::int32_t>(random() % 4));
      }
      const auto scores = [&] {
        Texts accounts, measures;
        Reals values;
        tables::Days dates;
        for (const std::size_t i : order) {
          accounts.push_back(account[i]);
          measures.push_back(measure[i]);
          values.push_back(value[i]);
          dates.push_back(date[i]);
        }
        return loyalty_scores(
            Observations({.account = accounts, .measure = measures, .value = values, .date = dates}),
            two_sides());
      };
      const LoyaltyScores one = scores();
      std::shuffle(order.begin(), order.end(), random);
      const LoyaltyScores other = scores();
      for (std::size_t i = 0; i < one.attitude.size(); ++i) {
        CHECK(one.account.text(i) == other.account.text(i));
        CHECK(((one.attitude[i] == other.attitude[i]) ||
               (std::isnan(one.attitude[i]) && std::isnan(other.attitude[i]))));
        CHECK(((one.behavior[i] == other.behavior[i]) ||
               (std::isnan(one.behavior[i]) && std::isnan(other.behavior[i]))));
      }
    }
  }

  TEST_CASE("refuses options that cannot be") {
    refuses_sides([](auto& o) { o.behavior = {}; },
                  "loyalty_scores: behavior names no measure; each side needs one or more");
    refuses_sides(
        [](auto& o) {
          o.attitude = {"nps", "ces"};
        },
        "loyalty_scores: attitude = \"ces\" is not a measure of the observations");
    refuses_sides(
        [](auto& o) {
          o.attitude = {"nps", "nps"};
        },
        "loyalty_scores: attitude = \"nps\" is there twice");
    refuses_sides([](auto& o) { o.attitude_weights = {1}; },
                  "loyalty_scores: attitude_weights = 1 numbers does not match the 2 measures of attitude");
    refuses_sides(
        [](auto& o) {
          o.attitude_weights = {1, 0};
        },
        "loyalty_scores: attitude_weights = 0 is not a finite number above 0");
    refuses_sides([](auto& o) { o.behavior_high = {0}; },
                  "loyalty_scores: behavior_high = 0 is not a finite number other than the 0 that is worth "
                  "nothing, of usage");
    refuses_sides([](auto& o) { o.behavior_low = {none}; },
                  "loyalty_scores: behavior_low = nan is not a finite number");
    refuses_sides([](auto& o) { o.min_coverage = 1.5; },
                  "loyalty_scores: min_coverage = 1.5 is not between 0 and 1");
    refuses_sides([](auto& o) { o.validity_days = 0; },
                  "loyalty_scores: validity_days = 0 is not a number of days >= 1");
    refuses_sides([](auto& o) { o.as_of = Date{min_day - 1}; },
                  "loyalty_scores: as_of = 1899-12-31 is not between 1900-01-01 and 9999-12-31");
  }
}
