// SPDX-License-Identifier: MIT
#include <fealty/adoption/growth_equation.hpp>

#include "adoption/growth_tables.hpp"

#include <fealty/core/error.hpp>

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

TEST_SUITE("adoption/growth_equation") {
  TEST_CASE("both forms, and what one more of each brings") {
    // 120 customers x 75% x 2/3 = 60 = 4 CSMs x 15
    const GrowthEquation now = growth_equation(together({"", 120, 90, 60, 4}));
    REQUIRE(now.successes.size() == 1);
    CHECK_FALSE(now.segment.present());
    CHECK(now.onboarding_rate[0] == 0.75);
    CHECK(now.adoption_rate[0] == 2.0 / 3);
    CHECK(now.successes[0] == 60);
    CHECK(now.successes_per_csm[0] == 15);
    CHECK(now.per_onboarding_point[0] == doctest::Approx(0.8).epsilon(1e-15));  // 120 x 2/3 / 100
    CHECK(now.per_adoption_point[0] == doctest::Approx(0.9).epsilon(1e-15));    // 90 / 100
    const GrowthEquation ten = growth_equation(together({"", 120, 90, 60, 4}), {.points = 10});
    CHECK(ten.per_adoption_point[0] == doctest::Approx(9).epsilon(1e-15));
    CHECK(ten.points == 10);
  }

  TEST_CASE("what a target needs") {  // tests/adoption/data/growth.py
    const GrowthEquation high = growth_equation(together({"", 120, 90, 60, 4, 100}));
    CHECK(high.needed_success_rate[0] == 0.8333333333333334);
    CHECK(high.needed_onboarding_rate[0] == 1.25);
    CHECK(high.needed_adoption_rate[0] == 1.1111111111111112);
    CHECK(high.needed_factor[0] == doctest::Approx(1.2909944487358056).epsilon(1e-15));
    CHECK(high.needed_both_onboarding_rate[0] == doctest::Approx(0.9682458365518543).epsilon(1e-15));
    CHECK(high.needed_both_adoption_rate[0] == doctest::Approx(0.8606629658238704).epsilon(1e-15));
    CHECK(high.needed_customers[0] == 200);
    CHECK(high.needed_csms[0] == 6.666666666666667);
    CHECK(high.onboarding_suffices[0] == 0);
    CHECK(high.adoption_suffices[0] == 0);
    CHECK(high.both_suffice[0] == 1);
    CHECK(high.findings.empty());
    const GrowthEquation low = growth_equation(together({"", 120, 90, 60, 4, 80}));
    CHECK(low.needed_onboarding_rate[0] == 1);  // just so
    CHECK(low.onboarding_suffices[0] == 1);
    CHECK(low.needed_adoption_rate[0] == 0.8888888888888888);
    CHECK(low.needed_csms[0] == 5.333333333333333);
  }

  TEST_CASE("a target that no rates reach is an answer with numbers") {
    const GrowthEquation beyond = growth_equation(together({"", 120, 90, 60, 4, 150}));
    CHECK(beyond.needed_success_rate[0] == 1.25);
    CHECK(beyond.needed_onboarding_rate[0] == 1.875);
    CHECK(beyond.both_suffice[0] == 0);
    REQUIRE(beyond.findings.size() == 1);
    CHECK(beyond.findings[0].code == "target_out_of_reach");
    CHECK(beyond.findings[0].severity == Severity::warning);
    CHECK(beyond.findings[0].rows == std::vector<std::int64_t>{0});
    CHECK(beyond.findings[0].message ==
          "all customers: 150 successes of 120 customers need an onboarding rate of 1.875 or an adoption "
          "rate of "
          "1.667, or both 1.581 times as high; rates end at 1");
  }

  TEST_CASE("where nothing succeeds no factor helps") {
    const GrowthEquation none = growth_equation(together({"", 10, 0, 0, 2, 5}));
    CHECK(std::isnan(none.adoption_rate[0]));
    CHECK(std::isnan(none.needed_factor[0]));
    CHECK(std::isnan(none.needed_onboarding_rate[0]));
    CHECK(std::isnan(none.needed_customers[0]));
    CHECK(none.successes_per_csm[0] == 0);
    CHECK(none.needed_success_rate[0] == 0.5);
    CHECK(none.findings.size() == 1);
  }

  TEST_CASE("successes without a CSM have no successes per CSM") {
    const GrowthEquation none = growth_equation(together({"", 10, 5, 5, 0}));
    CHECK(std::isnan(none.successes_per_csm[0]));
    REQUIRE(none.findings.size() == 1);
    CHECK(none.findings[0].code == "successes_without_csm");
    CHECK(none.findings[0].message ==
          "all customers: 5 successes without a CSM; there are no successes per CSM");
  }

  TEST_CASE("segments, and all of them, in whatever order they come") {
    const std::vector<Row> rows{{"pro", 100, 80, 40, 2, 50}, {"free", 300, 60, 30, 1, 60}};
    const GrowthEquation by = growth_equation(segments(rows));
    REQUIRE(by.segment.size() == 3);
    CHECK(by.segment.text(0) == "free");
    CHECK(by.segment.text(1) == "pro");
    CHECK(by.segment.text(2) == "null");
    CHECK(by.customers == std::vector<std::int64_t>{300, 100, 400});
    CHECK(by.onboarding_rate == std::vector<double>{0.2, 0.8, 0.35});
    CHECK(by.adoption_rate == std::vector<double>{0.5, 0.5, 0.5});
    CHECK(by.successes == std::vector<double>{30, 40, 70});
    CHECK(by.csms[2] == 3);
    CHECK(by.target[2] == 110);
    const GrowthEquation again = growth_equation(segments({rows[1], rows[0]}));
    CHECK(again.successes == by.successes);
    CHECK(again.needed_factor == by.needed_factor);
  }

  TEST_CASE("with what is needed, the equation gives the target") {
    std::mt19937_64 random(3);
    for (int round = 0; round < 200; ++round) {
      const std::int64_t customers = 1 + static_cast<std::int64_t>(random() % 100000);
      const std::int64_t onboarded =
          1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(customers));
      const std::int64_t adopted =
          1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(onboarded));
      const double target = 1 + static_cast<double>(random() % 100000);
      const GrowthEquation g = growth_equation(together({"", customers, onboarded, adopted, 3, target}));
      const double c = static_cast<double>(customers), y = g.onboarding_rate[0], z = g.adoption_rate[0];
      const auto same = [&](double successes) { return std::abs(successes - target) < 1e-12 * target; };
      CHECK(same(c * g.needed_onboarding_rate[0] * z));
      CHECK(same(c * y * g.needed_adoption_rate[0]));
      CHECK(same(c * g.needed_both_onboarding_rate[0] * g.needed_both_adoption_rate[0]));
      CHECK(same(g.needed_customers[0] * y * z));
      CHECK(same(g.needed_csms[0] * g.successes_per_csm[0]));
      CHECK((g.needed_success_rate[0] <= 1) >= (g.onboarding_suffices[0] != 0));
    }
  }

  TEST_CASE("the empty table, and wrong options") {
    CHECK(growth_equation(segments({})).successes.empty());
    for (const double points : {0.0, -1.0, std::nan(""), HUGE_VAL})
      CHECK_THROWS_AS(growth_equation(segments({}), {.points = points}), InvalidInput);
    CHECK_THROWS_WITH(growth_equation(segments({}), {.points = 0}),
                      "growth_equation: points = 0 is not a number above 0");
  }
}
