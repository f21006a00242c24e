// SPDX-License-Identifier: MIT
#include <fealty/adoption/lifecycle.hpp>

#include "adoption/lifecycle_tables.hpp"

#include <fealty/core/error.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using lifecycle_tables::contracts;
using lifecycle_tables::milestones;
using lifecycle_tables::Step;
using lifecycle_tables::Term;

namespace {

/// Each row, such as "a onboarding 0-20 moved_on".
std::vector<std::string> stays(const Lifecycle& life) {
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < life.stage.size(); ++i) {
    const std::int32_t left = life.left.days[i];
    rows.push_back(fmt::format("{} {} {}-{} {}", life.account.text(i),
                               enum_names(LifecycleStage{})[static_cast<std::size_t>(life.stage[i])],
                               life.entered.days[i], left == open ? "" : fmt::format("{}", left),
                               enum_names(StageOutcome{})[static_cast<std::size_t>(life.outcome[i])]));
  }
  return rows;
}
using Rows = std::vector<std::string>;

std::vector<std::string> codes(const Lifecycle& life) {
  std::vector<std::string> found;
  for (const Finding& each : life.findings) found.push_back(each.code);
  return found;
}

std::string lifecycle_error(const LifecycleOptions& options) {
  try {
    lifecycle(milestones(lifecycle_tables::three_accounts()), options);
  } catch (const InvalidInput& error) {
    return error.what();
  }
  return "";
}

/// The accounts of data/lifecycle.py.
std::pair<std::vector<Step>, std::vector<Term>> drawn_accounts(std::int64_t seed) {
  std::int64_t state = 1000 * seed;
  const auto draw = [&](std::int64_t below) {
    state = 16807 * state % 2147483647;
    return static_cast<std::int32_t>(below * state / 2147483647);
  };
  for (int i = 0; i < 3; ++i) draw(2);
  std::vector<Step> steps;
  std::vector<Term> terms;
  for (int i = 0; i < 60; ++i) {
    const std::string account = std::to_string(i);
    const std::int32_t first = draw(300);
    steps.push_back({account, "signed", first});
    const std::pair<const char*, std::int64_t> later[] = {
        {"first_value", 200}, {"adopted", 400}, {"churned", 900}};
    for (const auto& [name, most] : later)
      if (draw(4) != 0) steps.push_back({account, name, first + draw(most)});
    std::int32_t start = first;
    const std::int32_t count = draw(5);
    for (std::int32_t k = 0; k < count; ++k) {
      const std::int32_t end = start + 60 + draw(400);
      terms.push_back({account, std::max(start - draw(150), 0), start, end});
      start = end + draw(40) - 20;
    }
  }
  return {steps, terms};
}

}  // namespace

TEST_SUITE("adoption/lifecycle") {
  TEST_CASE("stages follow their milestones, leaving ends them, and what lasts is censored") {
    const Lifecycle life =
        lifecycle(milestones(lifecycle_tables::three_accounts()), {.churn = "churned", .as_of = Date{100}});
    CHECK(stays(life) == Rows{"a onboarding 0-20 moved_on", "a adoption 20-50 moved_on",
                              "a expansion 50- current", "b onboarding 10-50 moved_on",
                              "b adoption 50-70 churned", "c onboarding 40- current"});
    CHECK(life.days == std::vector<std::int64_t>{20, 30, 50, 40, 20, 60});
    CHECK(life.ended == std::vector<std::uint8_t>{1, 1, 0, 1, 1, 0});
    // Of those that moved on: 20 and 40 days of onboarding, 30 of adoption, none of expansion.
    CHECK(life.limit_days[0] == 40);
    CHECK(life.limit_days[1] == 30);
    CHECK(std::isnan(life.limit_days[2]));
    CHECK(life.stalled == std::vector<std::uint8_t>{0, 0, 0, 0, 0, 1});
    CHECK(codes(life) == Rows{"stalled_stage"});
    CHECK(life.findings[0].message == "account c has been in onboarding for 60 days, more than 40");
    CHECK(life.findings[0].rows == std::vector<std::int64_t>{5});
    CHECK(life.rules ==
          "onboarding begins with signed; adoption with first_value; expansion with adopted; all ends with "
          "churned; stalled beyond quantile 0.9 of those that moved on or renewed");
    CHECK_FALSE(life.as_of_inferred);
  }

  TEST_CASE("what lies after as_of is not known") {
    const Milestones table = milestones(lifecycle_tables::three_accounts());
    const Lifecycle life = lifecycle(table, {.churn = "churned", .as_of = Date{49}});
    CHECK(stays(life) == Rows{"a onboarding 0-20 moved_on", "a adoption 20- current",
                              "b onboarding 10- current", "c onboarding 40- current"});
    const Lifecycle last = lifecycle(table);
    CHECK(last.as_of == Date{70});
    CHECK(last.as_of_inferred);
    CHECK(codes(last) == Rows{"no_competing_event"});
    CHECK(lifecycle(table, {.as_of = Date{5}}).left_out == 2);
  }

  TEST_CASE("a renewal begins before a contract ends, and ends when the next is signed") {
    const Milestones table = milestones({{"a", "signed", 0}, {"a", "first_value", 20}, {"a", "adopted", 50}});
    const std::vector<Term> terms{{"a", 0, 0, 365}, {"a", 330, 365, 730}, {"a", 600, 730, 1095}};
    const Lifecycle life = lifecycle(table, {.contracts = contracts(terms), .as_of = Date{1010}});
    CHECK(stays(life) == Rows{"a onboarding 0-20 moved_on", "a adoption 20-50 moved_on",
                              "a expansion 50-275 moved_on", "a renewal 275-330 renewed",
                              "a expansion 330-1005 moved_on",  // the third was signed before its time
                              "a renewal 1005- current"});
    CHECK(life.visit == std::vector<std::int64_t>{1, 1, 1, 1, 2, 2});
    const Lifecycle shorter =
        lifecycle(table, {.contracts = contracts(terms), .renewal_days = 30, .as_of = Date{340}});
    CHECK(stays(shorter).back() == "a expansion 50- current");
    // On day 329 nobody knows that the second will be signed.
    CHECK(stays(lifecycle(table, {.contracts = contracts(terms), .as_of = Date{329}})).back() ==
          "a renewal 275- current");
  }

  TEST_CASE("an account may come to a renewal before it has adopted the product") {
    const Lifecycle life =
        lifecycle(milestones({{"a", "signed", 0}, {"a", "first_value", 300}, {"b", "other", 3}}),
                  {.contracts = contracts({{"a", 0, 0, 365}, {"a", 340, 365, 730}, {"z", 0, 0, 5}}),
                   .as_of = Date{400}});
    CHECK(stays(life) ==
          Rows{"a onboarding 0-275 moved_on", "a renewal 275-340 renewed", "a adoption 340- current"});
    CHECK(codes(life) == Rows{"renewal_before_adoption", "no_competing_event"});
    CHECK(life.findings[0].message == "account a came to a renewal before it had adopted the product");
    CHECK(life.left_out == 2);  // b and z
  }

  TEST_CASE("dated stages of the caller's own") {
    const Lifecycle life = lifecycle(
        milestones(
            {{"a", "on", 0}, {"a", "grow", 30}, {"a", "renew", 60}, {"a", "done", 80}, {"a", "use", 70}}),
        {.onboarding = "on",
         .adoption = "use",
         .expansion = "grow",
         .renewal = "renew",
         .renewed = "done",
         .onboarding_limit = 25,
         .expansion_limit = 9,
         .as_of = Date{90}});
    CHECK(stays(life) == Rows{"a onboarding 0-30 moved_on", "a expansion 30-60 moved_on",
                              "a renewal 60-80 renewed", "a expansion 80- current"});
    CHECK(life.stalled == std::vector<std::uint8_t>{0, 0, 0, 1});
    CHECK(life.limit_days[3] == 9);
    CHECK(codes(life) == Rows{"stalled_stage", "stage_out_of_order", "no_competing_event"});
    CHECK(
        life.rules ==
        "onboarding begins with on; adoption with use; expansion with grow; renewal with renew, until done; "
        "nobody leaves; stalled beyond 25 days in onboarding, 9 days in expansion, otherwise beyond quantile "
        "0.9 "
        "of those that moved on or renewed");
  }

  TEST_CASE("on one day the later stage follows") {
    const Lifecycle life = lifecycle(
        milestones({{"a", "adopted", 5}, {"a", "signed", 5}, {"a", "churned", 5}}), {.churn = "churned"});
    CHECK(stays(life) == Rows{"a onboarding 5-5 moved_on", "a expansion 5-5 churned"});
    CHECK(life.days == std::vector<std::int64_t>{0, 0});
  }

  TEST_CASE("random accounts agree with asking on each day what their life is about") {
    // By stage: stays of a day or more, days, moved_on, renewed, churned, current.
    constexpr std::int64_t oracle[][4][6] = {
        {{63, 5334, 55, 0, 8, 0},
         {38, 4448, 34, 0, 2, 2},
         {50, 11980, 23, 0, 16, 11},
         {50, 5999, 0, 29, 10, 11}},
        {{62, 6577, 58, 0, 3, 1},
         {35, 3634, 27, 0, 8, 0},
         {54, 12877, 28, 0, 13, 13},
         {47, 5789, 0, 25, 10, 12}},
        {{64, 6392, 59, 0, 5, 0},
         {42, 7121, 28, 0, 10, 4},
         {42, 8812, 21, 0, 8, 13},
         {54, 7439, 0, 34, 9, 11}},
        {{67, 7335, 54, 0, 12, 1},
         {29, 4884, 20, 0, 6, 3},
         {41, 9103, 24, 0, 8, 9},
         {45, 4642, 0, 24, 8, 13}},
        {{64, 8552, 55, 0, 8, 1},
         {40, 6196, 27, 0, 8, 5},
         {33, 5633, 16, 0, 11, 6},
         {48, 5413, 0, 27, 10, 11}},
        {{61, 6418, 54, 0, 7, 0},
         {32, 5325, 22, 0, 6, 4},
         {37, 8868, 15, 0, 11, 11},
         {42, 5769, 0, 21, 9, 12}},
    };
    for (std::int64_t seed = 1; seed <= 6; ++seed) {
      CAPTURE(seed);
      auto [steps, terms] = drawn_accounts(seed);
      std::mt19937_64 random(static_cast<std::uint64_t>(seed));
      std::shuffle(steps.begin(), steps.end(), random);
      std::shuffle(terms.begin(), terms.end(), random);
      const Lifecycle life = lifecycle(
          milestones(steps), {.churn = "churned", .contracts = contracts(terms), .as_of = Date{800}});
      std::int64_t found[4][6] = {};
      for (std::size_t i = 0; i < life.stage.size(); ++i) {
        auto& row = found[static_cast<std::size_t>(life.stage[i])];
        if (life.days[i] == 0 && life.ended[i] != 0) continue;
        ++row[0];
        row[1] += life.days[i];
        ++row[2 + static_cast<std::size_t>(life.outcome[i])];
      }
      for (std::size_t stage = 0; stage < 4; ++stage)
        for (std::size_t i = 0; i < 6; ++i) CHECK(found[stage][i] == oracle[seed - 1][stage][i]);
    }
  }

  TEST_CASE("the empty table") {
    const Lifecycle none = lifecycle(milestones({}), {.contracts = contracts({{"a", 0, 0, 365}})});
    CHECK(none.stage.empty());
    CHECK_FALSE(none.as_of);
    CHECK(none.findings.empty());
  }

  TEST_CASE("what it refuses") {
    CHECK(lifecycle_error({.onboarding = ""}) == "lifecycle: onboarding = \"\" is no milestone");
    CHECK(lifecycle_error({.churn = "adopted"}) ==
          "lifecycle: churn = \"adopted\" is expansion too; they are two milestones");
    CHECK(lifecycle_error({.renewed = "x"}) ==
          "lifecycle: renewed = \"x\" needs the milestone that begins a renewal");
    CHECK(lifecycle_error({.renewal = "x", .contracts = contracts({})}) ==
          "lifecycle: renewal = \"x\" stands beside contracts; one of the two tells renewals");
    CHECK(lifecycle_error({.renewal_days = -1}) == "lifecycle: renewal_days = -1 is below 0");
    CHECK(lifecycle_error({.renewal_limit = -1}) == "lifecycle: renewal_limit = -1 is below 0");
    CHECK(lifecycle_error({.stalled_quantile = 1}) == "lifecycle: stalled_quantile = 1 is not in (0, 1)");
    CHECK(lifecycle_error({.as_of = Date{3000000}}) ==
          "lifecycle: as_of = day 3000000 is not between 1900-01-01 and 9999-12-31");
    const revenue::Contracts numbered({.account = std::vector<std::int64_t>{1},
                                       .signed_on = std::vector<std::int32_t>{0},
                                       .start = std::vector<std::int32_t>{0},
                                       .end = std::vector<std::int32_t>{9},
                                       .total_minor = std::vector<std::int64_t>{1},
                                       .currency = "EUR"});
    CHECK(lifecycle_error({.contracts = numbered}) ==
          "lifecycle: contracts name accounts by integers, and milestones by texts");
  }
}
