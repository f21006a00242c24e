// SPDX-License-Identifier: MIT
#include <fealty/coverage/capacity_what_if.hpp>

#include "coverage/capacity_tables.hpp"
#include "revenue/tables.hpp"

#include <fealty/coverage/capacity.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::days;
using tables::Reals;
using tables::Texts;

TEST_SUITE("coverage/capacity_what_if") {
  TEST_CASE("a case worked by hand: accounts of the lowest acv are moved first") {
    // an hour a week each, except of T; the one with two renewal hours is worth the least
    const TierPlan plan({.tier = Texts{"L", "T"},
                         .cadence_days = tables::with_nulls(Reals{7, 0}, {1}),
                         .check_in_hours = Reals{1, 0}});
    const TierSpans tiers({.account = Texts{"c", "b", "a"},
                           .tier = Texts{"L", "L", "L"},
                           .valid_from = tables::Days{0, 0, 0},
                           .acv = tables::with_nulls(Reals{5, 5, 0}, {2})});
    const auto out = capacity_what_if(tiers, plan,
                                      {.headcounts = {1, 0, 3},
                                       .shares = {0, .5},
                                       .as_of = Date{100},
                                       .weeks = 2,
                                       .hours_per_week = 1,
                                       .overhead = 0});
    CHECK(out.move_from == "L");
    CHECK(out.move_to == "T");
    CHECK(out.movable == 3);
    CHECK(out.headcount == std::vector<std::int64_t>{1, 1, 1, 0, 0, 0, 3, 3, 3});
    CHECK(out.least == std::vector<std::uint8_t>{1, 0, 0, 1, 0, 0, 1, 0, 0});
    CHECK(out.moved == std::vector<std::int64_t>{2, 0, 2, 3, 0, 2, 0, 0, 2});
    CHECK(out.share[0] == doctest::Approx(2.0 / 3).epsilon(1e-15));
    CHECK(out.demand_minutes == std::vector<std::int64_t>{120, 360, 120, 0, 360, 120, 360, 360, 120});
    CHECK(out.supply_minutes == std::vector<std::int64_t>{120, 120, 120, 0, 0, 0, 360, 360, 360});
    CHECK(out.shortfall_minutes == std::vector<std::int64_t>{0, 240, 0, 0, 360, 120, 0, 0, 0});
    CHECK(out.weeks_over == std::vector<std::int64_t>{0, 2, 0, 0, 2, 2, 0, 0, 0});
    CHECK(out.headcount_needed == std::vector<std::int64_t>{1, 3, 1, 0, 3, 1, 3, 3, 1});
    CHECK(std::isnan(out.utilization[3]));
    REQUIRE(out.findings.size() == 1);
    CHECK(out.findings[0].message == "capacity_what_if: row 2: the acv is null, and taken to be 0");
  }
  TEST_CASE("the figures of exact fractions in Python") {
    const test::DrawnTables drawn;
    const auto out = capacity_what_if(drawn.spans(), test::drawn_plan(),
                                      {.headcounts = {17, 19, 20, 21, 23},
                                       .shares = {0, .5, 1},
                                       .as_of = Date{400},
                                       .weeks = 26,
                                       .contracts = drawn.contracts(),
                                       .hours_per_week = 5,
                                       .overhead = 0});
    CHECK(out.movable == 23);
    CHECK(out.moved ==
          std::vector<std::int64_t>{-1, 0, 12, 23, 21, 0, 12, 23, 14, 0, 12, 23, 7, 0, 12, 23, 0, 0, 12, 23});
    std::vector<std::int64_t> shortfall;
    for (std::size_t i = 0; i < out.moved.size(); ++i) {
      if (out.least[i] == 0) shortfall.push_back(out.shortfall_minutes[i]);
      if (out.moved[i] == 12) CHECK(out.demand_minutes[i] == 108109);
      if (out.moved[i] == 23) CHECK(out.demand_minutes[i] == 99118);
      if (out.least[i] != 0) CHECK((out.feasible[i] != 0) == (out.moved[i] >= 0));
    }
    CHECK(shortfall ==
          std::vector<std::int64_t>{7001, 3071, 1405, 3205, 797, 0, 1823, 50, 0, 818, 0, 0, 0, 0, 0});
    const auto whole = capacity(drawn.spans(), test::drawn_plan(),
                                {.as_of = Date{400}, .weeks = 26, .contracts = drawn.contracts()});
    for (std::size_t i = 0; i < out.moved.size(); ++i)
      if (out.moved[i] == 0) CHECK(out.demand_minutes[i] == whole.demand_minutes);
  }
  TEST_CASE("where not even all accounts are enough there is no smallest move") {
    const TierPlan plan(
        {.tier = Texts{"H", "L", "T"}, .cadence_days = Reals{7, 7, 7}, .check_in_hours = Reals{1, 1, .5}});
    const TierSpans tiers({.account = Texts{"a", "b"},
                           .tier = Texts{"H", "L"},
                           .valid_from = tables::Days{0, 0},
                           .acv = Reals{5, 5}});
    CapacityWhatIfOptions options{
        .headcounts = {1}, .shares = {}, .as_of = Date{100}, .weeks = 1, .hours_per_week = 1, .overhead = 0};
    auto out = capacity_what_if(tiers, plan, options);
    CHECK(out.moved == std::vector<std::int64_t>{-1});
    CHECK(std::isnan(out.share[0]));
    CHECK(out.feasible[0] == 0);
    CHECK(out.shortfall_minutes[0] == 30);
    CHECK(out.peak_headcount[0] == 2);
    options.move_from = "H";
    options.headcounts = {2};
    out = capacity_what_if(tiers, plan, options);
    CHECK(out.moved == std::vector<std::int64_t>{0});
    CHECK(out.feasible[0] == 1);
  }
  TEST_CASE("empty, and bad settings refused by name") {
    const TierPlan plan(
        {.tier = Texts{"L", "T"}, .cadence_days = Reals{7, 7}, .check_in_hours = Reals{1, 1}});
    const TierSpans none({.account = Texts{}, .tier = Texts{}, .valid_from = tables::Days{}});
    const auto empty = capacity_what_if(none, plan, {.headcounts = {0}, .shares = {1}});
    CHECK(empty.moved == std::vector<std::int64_t>{0, 0});
    CHECK(!empty.as_of);
    const TierSpans one({.account = Texts{"a"}, .tier = Texts{"L"}, .valid_from = tables::Days{0}});
    const auto refuses = [&](const TierPlan& given, const CapacityWhatIfOptions& options,
                             const char* message) {
      CHECK_THROWS_WITH_AS(capacity_what_if(one, given, options), message, InvalidInput);
    };
    refuses(plan, {.headcounts = {-1}}, "capacity_what_if: headcounts = -1 is not from 0 to 1000000");
    refuses(plan, {.headcounts = {}, .shares = {1.5}}, "capacity_what_if: shares = 1.5 is not in [0, 1]");
    refuses(plan, {.headcounts = {}}, "capacity_what_if: acv is null for every account of tier L");
    refuses(plan, {.headcounts = {}, .move_to = "X"},
            "capacity_what_if: move_to = \"X\" is not in the plan; its tiers are L, T");
    refuses(TierPlan({.tier = Texts{"L"}, .cadence_days = Reals{7}, .check_in_hours = Reals{1}}),
            {.headcounts = {}}, "capacity_what_if: plan = 1 tiers have none to move accounts to");
  }
}
