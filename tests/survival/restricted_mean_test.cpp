// SPDX-License-Identifier: MIT
#include <fealty/survival/restricted_mean.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-9); }
Lifetimes of(std::vector<std::int32_t> duration, std::vector<std::uint8_t> ended) {
  return Lifetimes({.duration = std::move(duration), .ended = std::move(ended)});
}

}  // namespace

TEST_SUITE("survival/restricted_mean") {
  TEST_CASE("lung up to one year agrees with R, in all and by sex") {
    const Lifetimes lives(test::lung());
    for (const auto robust : {std::optional<bool>(), std::optional<bool>(true)}) {
      const auto mean = restricted_mean(lives, {.horizon = 365, .robust = robust});
      CHECK(mean.restricted_mean[0] == near(263.221866482));
      CHECK(mean.std_error[0] == near(7.798859086));
      CHECK(mean.survival[0] == near(.40924162446006));
      CHECK(mean.truncated[0] == 0);
      CHECK(mean.lower[0] == near(263.221866482 - 1.959963984540054 * 7.798859086));
    }
    const auto means = restricted_mean(lives, {.by = {"sex"}, .horizon = 365});
    CHECK(means.restricted_mean[0] == near(241.4950852));
    CHECK(means.std_error[0] == near(10.35822649));
    CHECK(means.restricted_mean[1] == near(297.4654095));
    CHECK(means.std_error[1] == near(10.79132398));
    const auto difference = restricted_mean_difference(means);
    CHECK(difference.difference[0] == near(297.4654095 - 241.4950852));
    CHECK(difference.std_error[0] == near(std::sqrt(10.35822649 * 10.35822649 + 10.79132398 * 10.79132398)));
    CHECK(difference.p_value[0] ==
          doctest::Approx(std::erfc(difference.z[0] / std::sqrt(2.0))).epsilon(1e-12));
    CHECK(difference.group.text(0) == "2");
    CHECK(difference.reference.text(0) == "1");
  }
  TEST_CASE("a horizon beyond what was seen is cut to it, and marked") {
    auto mean = restricted_mean(of({2, 4}, {1, 0}), {.horizon = 10});
    CHECK(mean.truncated[0] == 1);
    CHECK(mean.horizon[0] == 4);
    CHECK(mean.restricted_mean[0] == 3);  // 2 + .5 x 2
    CHECK(mean.survival[0] == .5);
    REQUIRE(mean.findings.size() == 1);
    CHECK(mean.findings[0].code == "horizon_beyond_support");
    CHECK(mean.findings[0].message ==
          "restricted_mean: horizon 10 is beyond the last life that was seen, at 4");
    mean = restricted_mean(of({2, 4}, {1, 1}), {.horizon = 10});  // all have ended: the mean is whole
    CHECK(mean.truncated[0] == 0);
    CHECK(mean.findings.empty());
    CHECK(mean.restricted_mean[0] == 3);
    CHECK(mean.survival[0] == 0);
  }
  TEST_CASE("without a horizon it is the last age that every group reaches") {
    Frame attributes;
    attributes.add("plan", IdColumn(std::vector<std::string>{"a", "a", "b"}));
    const auto means = restricted_mean(Lifetimes({.duration = std::vector<std::int32_t>{3, 9, 5},
                                                  .ended = std::vector<std::uint8_t>{1, 0, 0},
                                                  .attributes = attributes}),
                                       {.by = {"plan"}});
    CHECK(means.horizon == std::vector<double>{5, 5});
    CHECK(means.restricted_mean == std::vector<double>{4, 5});
    CHECK(means.std_error[1] == 0);
    CHECK(means.findings.empty());
    const auto beyond = restricted_mean(Lifetimes({.duration = std::vector<std::int32_t>{3, 9, 5},
                                                   .ended = std::vector<std::uint8_t>{1, 0, 0},
                                                   .attributes = attributes}),
                                        {.by = {"plan"}, .horizon = 12});
    CHECK(beyond.truncated == std::vector<std::uint8_t>{1, 1});
    REQUIRE(beyond.findings.size() == 1);
    CHECK(beyond.findings[0].message ==
          "restricted_mean: horizon 12 is beyond the last life that was seen, at 9 (a), 5 (b)");
  }
  TEST_CASE("of who has passed an age it counts the time from there on") {
    const auto mean = restricted_mean(of({1, 3, 5, 9}, {1, 1, 1, 0}), {.horizon = 7, .given_age = 2});
    CHECK(mean.restricted_mean[0] == near(1 + 2 * 2.0 / 3 + 2 * 1.0 / 3));
  }
  TEST_CASE("the robust error is the sum of squares of what each life changes") {
    for (const bool late : {false, true}) {
      const test::RandomLives random(11, 40);
      const RestrictedMeanOptions options{.horizon = 25, .robust = true};
      const auto mean = restricted_mean(random.table(late, true), options);
      double squares = 0;
      for (std::size_t row = 0; row < random.size(); ++row) {
        const double step = 1e-4 * random.weight[row];
        test::RandomLives more = random, less = random;
        more.weight[row] += step, less.weight[row] -= step;
        const double change = restricted_mean(more.table(late, true), options).restricted_mean[0] -
                              restricted_mean(less.table(late, true), options).restricted_mean[0];
        squares += std::pow(change / (2 * step) * random.weight[row], 2);
      }
      CHECK(mean.std_error[0] == doctest::Approx(std::sqrt(squares)).epsilon(1e-6));
    }
  }
  TEST_CASE("a table gives what its lives give, and none nothing") {
    const Lifetimes lives(test::lung());
    CHECK(restricted_mean(LifeTable(lives), {.horizon = 365}).restricted_mean ==
          restricted_mean(lives, {.horizon = 365}).restricted_mean);
    CHECK(restricted_mean(LifeTable()).horizon.empty());
    CHECK(restricted_mean_difference({}).difference.empty());
  }
  TEST_CASE("bad settings are refused by name") {
    const Lifetimes lives(test::lung());
    CHECK_THROWS_WITH(restricted_mean(lives, {.horizon = 0}),
                      "restricted_mean: horizon = 0 is not an age above 0");
    CHECK_THROWS_WITH(restricted_mean(lives, {.horizon = 5, .given_age = 7}),
                      "restricted_mean: horizon = 5 is not an age above 7");
    CHECK_THROWS_WITH(restricted_mean_difference(restricted_mean(lives)),
                      "restricted_mean_difference: by is missing; the means have no groups to compare");
    CHECK_THROWS_WITH(restricted_mean_difference(restricted_mean(lives, {.by = {"sex"}, .horizon = 1000})),
                      "restricted_mean_difference: horizon = 965 is not that of the first group");
  }
}
