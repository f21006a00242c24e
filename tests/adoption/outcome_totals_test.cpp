// SPDX-License-Identifier: MIT
#include <fealty/adoption/outcome_totals.hpp>

#include "adoption/goal_tables.hpp"

#include <fealty/core/error.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using goal_tables::goals;

namespace {

revenue::Accounts with_plans() {
  return revenue::Accounts(
      {.account = std::vector<std::string>{"a", "b", "c", "d"},
       .attributes = {{"plan", IdColumn(std::vector<std::string>{"pro", "free", "pro", "free"})}}});
}
std::vector<goal_tables::Row> three_goals() {
  return {{"a", "x", 0, 10, 100, 20, 200, 2, 10},
          {"a", "y", 0, 10, 100, 5, 200, 1, 20},
          {"b", "x", 10, 0, 100, 8, 300, 4, 30},
          {"e", "x", 0, 10, 100, std::nan(""), 200, 4, 30}};
}

}  // namespace

TEST_SUITE("adoption/outcome_totals") {
  TEST_CASE("a portfolio, and each plan") {
    const Outcomes o = outcomes(goals(three_goals()), {.as_of = Date{150}, .accounts = with_plans()});
    const OutcomeTotals all = outcome_totals(o);
    REQUIRE(all.goals.size() == 1);
    CHECK_FALSE(all.group.present());
    CHECK(all.accounts[0] == 5);
    CHECK(all.unstated[0] == 2);  // c and d
    CHECK(all.goals[0] == 4);
    CHECK(all.measured[0] == 3);
    CHECK(all.reached[0] == 1);
    CHECK(all.attainment[0] == doctest::Approx((1 + 0.5 + 0.2) / 3).epsilon(1e-15));
    CHECK(all.pace[0] == doctest::Approx((2 + 0.5 + 0.2) / (0.5 + 0.5 + 0.25)).epsilon(1e-15));
    CHECK(all.priced[0] == 3);
    CHECK(all.value.minor[0] == 4000 + 500 + 800);
    CHECK(all.cost.minor[0] == 6000);
    CHECK(all.net_value.minor[0] == -700);
    CHECK(all.roi[0] == -7.0 / 60);
    CHECK(all.paid_back[0] == 1);
    CHECK(all.unpriced_cost.minor[0] == 3000);  // nothing was measured
    CHECK(all.unpriced_value.minor[0] == 0);
    CHECK(all.value.currency == currency("EUR"));
    CHECK(all.as_of == Date{150});

    const OutcomeTotals plans = outcome_totals(o, {.accounts = with_plans(), .by = {"plan"}});
    REQUIRE(plans.group.size() == 3);
    CHECK(plans.group.text(0) == "free");
    CHECK(plans.group.text(2) == "null");  // of e, which the table does not know
    CHECK(plans.accounts == std::vector<std::int64_t>{2, 2, 1});
    CHECK(plans.value.minor == std::vector<std::int64_t>{800, 4500, 0});
  }

  TEST_CASE("random goals agree with exact fractions") {  // data/outcomes.py
    const struct {
      std::int64_t accounts, goals, measured, reached, stalled;
      double attainment, pace;
      std::int64_t priced, value, cost, paid_back;
      double payback_days;
    } oracle[] = {{11, 24, 23, 6, 11, 0.47513259664704016, 0.8249481600881693, 23, 82840, 245559, 5, 280},
                  {11, 19, 18, 2, 11, 0.41821199101339046, 0.3013065011668824, 18, 32257, 160182, 3, 70},
                  {17, 35, 32, 5, 17, 0.3679252013219919, -0.16388782933285295, 34, 39125, 375527, 3, 245},
                  {11, 25, 22, 5, 11, 0.47417956805308586, 0.8909892188996426, 22, 61392, 260073, 3, 105},
                  {7, 15, 15, 1, 7, 0.4066686492524459, 0.4750771252298558, 15, 41555, 131885, 1, 35},
                  {13, 30, 28, 7, 15, 0.40689973129084084, 0.36465404753642805, 29, 47709, 295873, 5, 210},
                  {11, 24, 21, 5, 9, 0.4240852623282145, 2.467905362990885, 22, 36264, 188382, 5, 70},
                  {9, 18, 18, 5, 9, 0.4531807396711598, 0.47004849675205884, 18, 48812, 163747, 5, 420}};
    for (std::int64_t seed = 1; seed <= 8; ++seed) {
      CAPTURE(seed);
      const auto& is = oracle[seed - 1];
      const Outcomes o = outcomes(goals(goal_tables::drawn_goals(seed)), {.as_of = Date{250}});
      const OutcomeTotals all = outcome_totals(o);
      CHECK(all.accounts[0] == is.accounts);
      CHECK(all.goals[0] == is.goals);
      CHECK(all.measured[0] == is.measured);
      CHECK(all.reached[0] == is.reached);
      CHECK(all.stalled[0] == is.stalled);
      CHECK(all.attainment[0] == doctest::Approx(is.attainment).epsilon(1e-14));
      CHECK(all.pace[0] == doctest::Approx(is.pace).epsilon(1e-14));
      CHECK(all.priced[0] == is.priced);
      CHECK(all.value.minor[0] == is.value);
      CHECK(all.cost.minor[0] == is.cost);
      CHECK(all.paid_back[0] == is.paid_back);
      double days = 0;
      for (const double each : o.payback_days) days += std::isnan(each) ? 0 : each;
      CHECK(days == is.payback_days);
    }
  }

  TEST_CASE("accounts add up to the portfolio") {
    const Outcomes o = outcomes(goals(goal_tables::drawn_goals(2)), {.as_of = Date{250}});
    const OutcomeTotals each = outcome_totals(o, {.by = {"account"}});
    const OutcomeTotals all = outcome_totals(o);
    CHECK(static_cast<std::int64_t>(each.goals.size()) == all.accounts[0]);
    const auto sum = [](const auto& column) {
      return std::accumulate(column.begin(), column.end(), std::int64_t{0});
    };
    CHECK(sum(each.goals) == all.goals[0]);
    CHECK(sum(each.value.minor) == all.value.minor[0]);
    CHECK(sum(each.unpriced_cost.minor) == all.unpriced_cost.minor[0]);
  }

  TEST_CASE("nothing, and what it refuses") {
    const Outcomes none = outcomes(goals({}));
    CHECK(outcome_totals(none).goals.empty());
    CHECK(outcome_totals(none, {.by = {"account"}}).goals.empty());
    const Outcomes o = outcomes(goals(three_goals()));
    CHECK_THROWS_WITH_AS(
        outcome_totals(o, {.by = {"plan"}}),
        "outcome_totals: by = \"plan\" needs `accounts`, which has the attributes; alone there is "
        "\"account\"",
        InvalidInput);
    CHECK_THROWS_AS(outcome_totals(o, {.accounts = with_plans(), .by = {"size"}}), InvalidInput);
    goal_tables::Table large({{"a", "x", 0, 1, 100, 1, 200, 1, 1}, {"a", "y", 0, 1, 100, 1, 200, 1, 1}});
    GoalColumns columns = large.columns();
    columns.cost = {};
    columns.cost_minor = std::vector<std::int64_t>(2, std::int64_t{1} << 62);
    CHECK_THROWS_WITH_AS(outcome_totals(outcomes(Goals(columns))),
                         "outcome_totals: cost is beyond 64 bits of minor units", Overflow);
  }
}
