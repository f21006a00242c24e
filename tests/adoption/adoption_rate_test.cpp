// SPDX-License-Identifier: MIT
#include <fealty/adoption/adoption_rate.hpp>
#include <fealty/adoption/onboarding_rate.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include "adoption/journeys.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::adoption;  // NOLINT(google-build-using-namespace)
using Counts = std::vector<std::int64_t>;

namespace {

Milestones some() {
  return test::milestones({{"a", "signed", "2023-12-01"},
                           {"a", "onboarded", "2024-01-02"},
                           {"a", "adopted", "2024-02-01"},
                           {"b", "onboarded", "2024-01-05"},
                           {"b", "adopted", "2024-02-05"},
                           {"c", "onboarded", "2024-01-31"},
                           {"c", "left", "2024-02-10"},
                           {"d", "signed", "2024-01-31"},
                           {"d", "adopted", "2024-01-31"}});
}

}  // namespace

TEST_SUITE("adoption/adoption_rate") {
  TEST_CASE("of those onboarded in a month, how many adopted within the window") {
    const auto rate =
        adoption_rate(some(), {.churn = "left", .window_days = 30, .as_of = parse_date("2024-03-01")});
    REQUIRE(rate.rate.size() == 1);
    CHECK(rate.onboarded == Counts{3});
    CHECK(rate.adopted == Counts{1});
    CHECK(rate.churned == Counts{1});
    CHECK(rate.missed == Counts{1});
    CHECK(rate.undecided == Counts{0});
    CHECK(rate.rate[0] == doctest::Approx(1.0 / 3).epsilon(1e-12));
    CHECK(rate.lower[0] == doctest::Approx(.06149194472039626).epsilon(1e-10));  // Wilson's of 1 of 3
    CHECK(rate.upper[0] == doctest::Approx(.7923403991979523).epsilon(1e-10));
    CHECK(rate.total_onboarded == 3);
    CHECK(rate.total_adopted == 1);
    CHECK(rate.start == "onboarded");
    CHECK(rate.milestone == "adopted");
    REQUIRE(rate.findings.size() == 1);
    CHECK(rate.findings[0].code == "milestone_without_start");
    CHECK(rate.findings[0].rows == Counts{8});
  }

  TEST_CASE("it is the onboarding rate of other milestones") {
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      const auto table =
          test::RandomMilestones(seed, 100, {"signed", "onboarded", "adopted", "left"}).table();
      const auto adopted = adoption_rate(table, {.churn = "left", .window_days = 14, .period = Period::week});
      const auto other = onboarding_rate(table, {.start = "onboarded",
                                                 .onboarded = "adopted",
                                                 .churn = "left",
                                                 .window_days = 14,
                                                 .period = Period::week});
      CHECK(adopted.onboarded == other.started);
      CHECK(adopted.adopted == other.onboarded);
      CHECK(adopted.complete == other.complete);
      for (std::size_t i = 0; i < other.rate.size(); ++i)
        CHECK((adopted.rate[i] == other.rate[i] || std::isnan(other.rate[i])));
    }
  }

  TEST_CASE("no account and one") {
    CHECK(adoption_rate(test::milestones({})).rate.empty());
    const auto one = adoption_rate(test::milestones({{"a", "onboarded", "2024-01-10"}}));
    CHECK(one.onboarded == Counts{1});
    CHECK(std::isnan(one.rate[0]));
  }

  TEST_CASE("bad settings are refused by name") {
    CHECK_THROWS_WITH_AS(adoption_rate(some(), {.window_days = -1}),
                         "adoption_rate: window_days = -1 is negative", InvalidInput);
    CHECK_THROWS_WITH_AS(adoption_rate(some(), {.adopted = "onboarded"}),
                         "adoption_rate: adopted = \"onboarded\" is onboarded too; they are two milestones",
                         InvalidInput);
  }
}
