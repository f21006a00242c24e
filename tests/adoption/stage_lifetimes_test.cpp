// SPDX-License-Identifier: MIT
#include <fealty/adoption/stage_lifetimes.hpp>

#include "adoption/lifecycle_tables.hpp"

#include <fealty/survival/aalen_johansen.hpp>
#include <fealty/survival/kaplan_meier.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::adoption;
using lifecycle_tables::milestones;

TEST_SUITE("adoption/stage_lifetimes") {
  TEST_CASE("a life for each time in a stage, censored where it lasts") {
    const Lifecycle life =
        lifecycle(milestones(lifecycle_tables::three_accounts()), {.churn = "churned", .as_of = Date{100}});
    const survival::Lifetimes lives = stage_lifetimes(life);
    CHECK(lives.size() == 6);
    const auto curve = survival::kaplan_meier(lives, {.by = {"stage"}, .cluster = "account"});
    REQUIRE(curve.time.size() == 6);  // adoption 20, 30; expansion 50; onboarding 20, 40, 60
    CHECK(curve.time == std::vector<double>{20, 30, 50, 20, 40, 60});
    CHECK(curve.censored == std::vector<std::int64_t>{0, 0, 1, 0, 0, 1});
    CHECK(curve.survival[3] == doctest::Approx(2.0 / 3).epsilon(1e-15));
    CHECK(curve.group.text(0) == "adoption");
  }

  TEST_CASE("moving on and leaving compete") {
    const Lifecycle life =
        lifecycle(milestones(lifecycle_tables::three_accounts()), {.churn = "churned", .as_of = Date{100}});
    const auto curve = survival::aalen_johansen(stage_lifetimes(life), {.by = {"stage"}});
    double moved_on = 0, churned = 0;
    for (std::size_t i = 0; i < curve.time.size(); ++i)
      if (curve.group.text(i) == "adoption")
        (curve.cause[i] == "moved_on" ? moved_on : churned) = curve.incidence[i];
    CHECK(moved_on == 0.5);
    CHECK(churned == 0.5);
  }

  TEST_CASE("the empty lifecycle has no lives") {
    CHECK(stage_lifetimes(lifecycle(milestones({}))).size() == 0);
  }
}
