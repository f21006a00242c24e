// SPDX-License-Identifier: MIT
#include <fealty/coverage/funnel_limits.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::coverage;
using doctest::Approx;
using tables::Counts;
using tables::Reals;
using tables::Texts;

namespace {

Performance of_expected(const Reals& expected, CountTails tails = CountTails::exact) {
  Counts account, group, observed;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    account.push_back(static_cast<std::int64_t>(i));
    group.push_back(static_cast<std::int64_t>(i));
    observed.push_back(1);
  }
  return performance(Books({.account = account, .group = group, .observed = observed, .expected = expected}),
                     {.tails = tails});
}

}  // namespace

TEST_SUITE("coverage/funnel_limits") {
  TEST_CASE("limits at an expectation as R has them") {
    const FunnelLimits curves = funnel_limits(of_expected({20}), {.points = 4, .widest = 2});
    CHECK(curves.expected == Reals{10, 20, 30, 40});
    CHECK(curves.lower_95[1] == Approx(0.56025005192244).epsilon(1e-12).scale(0));
    CHECK(curves.upper_95[1] == Approx(1.48728843350201).epsilon(1e-12).scale(0));
    CHECK(curves.lower_998[1] == Approx(0.35845935538852).epsilon(1e-12).scale(0));
    CHECK(curves.upper_998[1] == Approx(1.78567642868992).epsilon(1e-12).scale(0));
  }

  TEST_CASE("curves run through the limits of groups") {
    for (const auto tails : {CountTails::exact, CountTails::mid_p}) {
      const Performance groups = of_expected({0.5, 3, 11.25, 40}, tails);
      const FunnelLimits curves = funnel_limits(groups, {.points = 160, .widest = 1});
      for (std::size_t g = 0; g < 4; ++g) {
        const auto at = static_cast<std::size_t>(groups.expected[g] * 4) - 1;
        REQUIRE(curves.expected[at] == groups.expected[g]);
        CHECK(curves.lower_95[at] == groups.funnel_lower_95[g]);
        CHECK(curves.upper_95[at] == groups.funnel_upper_95[g]);
        CHECK(curves.lower_998[at] == groups.funnel_lower_998[g]);
        CHECK(curves.upper_998[at] == groups.funnel_upper_998[g]);
      }
    }
  }

  TEST_CASE("a funnel narrows, and the wide one holds the other") {
    const FunnelLimits curves = funnel_limits(of_expected({200}));
    CHECK(curves.expected.size() == 200);
    CHECK(curves.expected.back() == Approx(220));
    for (std::size_t i = 0; i < 200; ++i) {
      CHECK(curves.lower_998[i] <= curves.lower_95[i]);
      CHECK(curves.lower_95[i] < 1);
      CHECK(curves.upper_95[i] > 1);
      CHECK(curves.upper_998[i] > curves.upper_95[i]);
    }
    CHECK(curves.upper_95.back() < curves.upper_95[20]);
    CHECK(curves.lower_95.back() > curves.lower_95[20]);
  }

  TEST_CASE("with probabilities, the curves are those of one probability") {
    Counts account, observed(40, 0);
    for (std::int64_t i = 0; i < 40; ++i) account.push_back(i);
    const Performance alike = performance(Books(
        {.account = account, .group = Counts(40, 1), .observed = observed, .probability = Reals(40, 0.25)}));
    CHECK(alike.mean_probability == Approx(0.25).epsilon(1e-14));
    const FunnelLimits curves = funnel_limits(alike, {.points = 2, .widest = 1});
    CHECK(curves.lower_95[1] == Approx(0.43289455347166).epsilon(1e-11).scale(0));
    CHECK(curves.upper_95[1] == Approx(1.60847810224892).epsilon(1e-11).scale(0));
    CHECK(alike.funnel_lower_95[0] == Approx(curves.lower_95[1]).epsilon(1e-11).scale(0));
    CHECK(alike.funnel_upper_998[0] == Approx(curves.upper_998[1]).epsilon(1e-11).scale(0));
  }

  TEST_CASE("nothing expected, and events that are certain") {
    const FunnelLimits none = funnel_limits(performance(
        Books({.account = Texts{"a"}, .group = Texts{"x"}, .observed = Counts{0}, .expected = Reals{0}})));
    CHECK(none.expected.empty());
    const FunnelLimits sure = funnel_limits(performance(Books({.account = Texts{"a", "b"},
                                                               .group = Texts{"x", "x"},
                                                               .observed = Counts{1, 1},
                                                               .probability = Reals{1, 1}})),
                                            {.points = 2, .widest = 1});
    for (const double limit : sure.lower_95) CHECK(std::isfinite(limit));
    for (const double limit : sure.upper_998) CHECK(std::isfinite(limit));
  }

  TEST_CASE("refuses options out of range") {
    const Performance groups = of_expected({20});
    const auto refuses = [&](const FunnelLimitsOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(funnel_limits(groups, options), message, InvalidInput);
    };
    refuses({.points = 1}, "funnel_limits: points = 1 is not between 2 and 100,000");
    refuses({.widest = 0}, "funnel_limits: widest = 0 is not a number above 0");
    refuses({.widest = std::numeric_limits<double>::infinity()},
            "funnel_limits: widest = inf is not a number above 0");
  }
}
