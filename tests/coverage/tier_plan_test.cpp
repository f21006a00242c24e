// SPDX-License-Identifier: MIT
#include <fealty/coverage/tier_plan.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using tables::Reals;
using tables::Texts;

TEST_SUITE("coverage/tier_plan") {
  TEST_CASE("the default names what books name, and its hours agree with it") {
    const TierPlan plan = default_tier_plan();
    REQUIRE(plan.tier.size() == 3);
    CHECK(plan.tier.text(0) == "high_touch");
    CHECK(plan.threshold == std::vector<double>{50'000, 10'000, 0});
    CHECK(std::isnan(plan.cadence_days[2]));
    for (std::size_t i = 0; i < 2; ++i) {  // hours a year of an account that renews once
      const double hours = 365 / plan.cadence_days[i] * plan.check_in_hours[i] +
                           365 / plan.review_days[i] * plan.review_hours[i] + plan.renewal_hours[i];
      CHECK(52 * 30 / hours >= .99 * plan.accounts_per_csm[i]);
      CHECK(52 * 30 / hours <= 1.1 * plan.accounts_per_csm[i]);
      CHECK(plan.source.text(i).find("assumption") != std::string::npos);
    }
  }
  TEST_CASE("what is left out or null is none; the last threshold is 0") {
    const TierPlan plan({.tier = Texts{"a", "b"},
                         .threshold = tables::with_nulls(Reals{5, 0}, {1}),
                         .cadence_days = tables::with_nulls(Reals{7, 0}, {1})});
    CHECK(plan.threshold == std::vector<double>{5, 0});
    CHECK(plan.cadence_days[0] == 7);
    CHECK(std::isnan(plan.cadence_days[1]));
    CHECK(std::isnan(plan.review_hours[0]));
    CHECK(plan.source.text(0) == "null");
    CHECK(TierPlan({.tier = Texts{"a", "b"}, .threshold = Reals{5, 3}}).threshold[1] == 0);
    CHECK(std::isnan(TierPlan({.tier = Texts{"a"}}).threshold[0]));
  }
  TEST_CASE("bad plans are refused by name") {
    const auto refuses = [](const TierPlanColumns& columns, const char* message) {
      CHECK_THROWS_WITH_AS(TierPlan{columns}, message, InvalidInput);
    };
    refuses({.tier = {}}, "TierPlan: tier is missing; the table needs this column");
    refuses({.tier = Texts{}}, "TierPlan: tier = 0 rows make no plan; it needs one tier or more");
    refuses({.tier = Texts{"a", "a"}}, "TierPlan: tier[1] = a is there twice");
    refuses({.tier = tables::ids_with_nulls({"a", ""})}, "TierPlan: tier[1] is null; every row needs one");
    refuses({.tier = Texts{"a", "b"}, .threshold = Reals{1}},
            "TierPlan: threshold = 1 rows does not match the 2 rows of tier");
    refuses({.tier = Texts{"a", "b"}, .threshold = Reals{1, 1}},
            "TierPlan: threshold[1] = 1 is not below 1, that of the tier before");
    refuses({.tier = Texts{"a", "b"}, .threshold = tables::with_nulls(Reals{1, 0}, {0})},
            "TierPlan: threshold[0] is null; only the last tier needs none");
    refuses({.tier = Texts{"a"}, .threshold = Reals{-1}},
            "TierPlan: threshold[0] = -1 is not a number from 0 to 1000000000000000");
    refuses({.tier = Texts{"a"}, .cadence_days = Reals{1.5}},
            "TierPlan: cadence_days[0] = 1.5 is not a whole number from 1 to 36500");
    refuses({.tier = Texts{"a"}, .accounts_per_csm = Reals{0}},
            "TierPlan: accounts_per_csm[0] = 0 is not a whole number from 1 to 36500");
    refuses({.tier = Texts{"a"}, .review_hours = Reals{std::numeric_limits<double>::infinity()}},
            "TierPlan: review_hours[0] = inf is not a number from 0 to 10000");
    refuses({.tier = Texts{"a"}, .renewal_hours = Reals{2}},
            "TierPlan: renewal_hours[0] = 2 needs renewal_lead_days, the days in which they fall");
  }
}
