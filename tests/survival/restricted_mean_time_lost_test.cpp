// SPDX-License-Identifier: MIT
#include <fealty/survival/restricted_mean.hpp>
#include <fealty/survival/restricted_mean_time_lost.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

Lifetimes twelve() {
  return Lifetimes({.duration = std::vector<std::int32_t>{1, 2, 2, 3, 4, 4, 5, 6, 7, 7, 8, 10},
                    .cause = IdColumn(std::vector<std::int64_t>{1, 1, 2, 1, 0, 1, 2, 1, 0, 1, 0, 2}),
                    .censored = "0"});
}

}  // namespace

TEST_SUITE("survival/restricted_mean_time_lost") {
  TEST_CASE("twelve lives agree with R") {
    const auto lost = restricted_mean_time_lost(twelve(), {.horizon = 8});
    CHECK(lost.cause == std::vector<std::string>{"1", "2"});
    CHECK(lost.time_lost[0] == near(2.125));
    CHECK(lost.std_error[0] == near(.7375183090425));
    CHECK(lost.time_lost[1] == near(.791666666667));
    CHECK(lost.std_error[1] == near(.5299207225824));
    CHECK(lost.incidence[0] == near(.5277777777778));
    CHECK(lost.lower[0] == near(2.125 - 1.959963984540054 * .7375183090425));
    CHECK(lost.upper[0] == near(2.125 + 1.959963984540054 * .7375183090425));
    CHECK(lost.horizon == std::vector<double>{8, 8});
    CHECK(lost.findings.empty());
  }
  TEST_CASE("lung with two causes agrees with R, in all, by sex and with late entries") {
    const auto lost = restricted_mean_time_lost(Lifetimes(test::lung_causes()), {.horizon = 365});
    CHECK(lost.time_lost[0] == near(69.15813340479));
    CHECK(lost.std_error[0] == near(7.143936563388));
    CHECK(lost.time_lost[1] == near(32.62000011320));
    CHECK(lost.std_error[1] == near(5.466323798591));
    const auto by_sex =
        restricted_mean_time_lost(Lifetimes(test::lung_causes()), {.by = {"sex"}, .horizon = 365});
    CHECK(by_sex.time_lost[2] == near(40.49116553795));
    CHECK(by_sex.std_error[2] == near(8.928893587149));
    const auto late = restricted_mean_time_lost(Lifetimes(test::lung_causes(true)), {.horizon = 365});
    CHECK(late.time_lost[0] == near(73.951992514342));
    CHECK(late.std_error[0] == near(7.813908015583));
  }
  TEST_CASE("with the mean lifetime it makes the horizon; of one cause it is what is missing to it") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const test::RandomLives random(seed, 80);
      const bool late = seed % 2 == 0;
      const Lifetimes lives = test::with_causes(random, late, seed % 3 == 0);
      const auto lost = restricted_mean_time_lost(lives, {.horizon = 25});
      const auto mean = restricted_mean(lives, {.horizon = 25});
      CHECK(lost.time_lost[0] + lost.time_lost[1] + mean.restricted_mean[0] == near(25));
      const auto one = restricted_mean_time_lost(random.table(late, false), {.horizon = 25});
      const auto robust = restricted_mean(random.table(late, false), {.horizon = 25, .robust = true});
      CHECK(one.time_lost[0] == near(25 - robust.restricted_mean[0]));
      CHECK(one.std_error[0] == near(robust.std_error[0]));
    }
  }
  TEST_CASE("errors are the sum of squares of what each life changes") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      const test::RandomLives random(seed, 40);
      const RestrictedMeanTimeLostOptions options{.horizon = 25.5};
      for (const bool late : {false, true}) {
        double squares = 0;
        for (std::size_t row = 0; row < random.size(); ++row) {
          const double step = 1e-4 * random.weight[row];
          test::RandomLives more = random, less = random;
          more.weight[row] += step, less.weight[row] -= step;
          const auto up = restricted_mean_time_lost(test::with_causes(more, late, true), options),
                     down = restricted_mean_time_lost(test::with_causes(less, late, true), options);
          squares += std::pow((up.time_lost[1] - down.time_lost[1]) / (2 * step) * random.weight[row], 2);
        }
        const auto lost = restricted_mean_time_lost(test::with_causes(random, late, true), options);
        CHECK(lost.std_error[1] == doctest::Approx(std::sqrt(squares)).epsilon(1e-6));
      }
    }
  }
  TEST_CASE("the horizon is the last age that every group reaches, and one beyond it is cut") {
    const auto lost = restricted_mean_time_lost(twelve());
    CHECK(lost.horizon == std::vector<double>{10, 10});
    Frame attributes;
    attributes.add("plan", IdColumn(std::vector<std::string>{"a", "a", "b"}));
    const Lifetimes lives({.duration = std::vector<std::int32_t>{3, 9, 5},
                           .ended = std::vector<std::uint8_t>{1, 0, 1},
                           .attributes = attributes});
    CHECK(restricted_mean_time_lost(lives, {.by = {"plan"}}).time_lost == std::vector<double>{1, 0});
    const auto beyond = restricted_mean_time_lost(lives, {.by = {"plan"}, .horizon = 12});
    CHECK(beyond.horizon == std::vector<double>{9, 12});  // all of b have ended
    CHECK(beyond.time_lost == std::vector<double>{3, 7});
    CHECK(beyond.truncated == std::vector<std::uint8_t>{1, 0});
    REQUIRE(beyond.findings.size() == 1);
    CHECK(beyond.findings[0].code == "horizon_beyond_support");
    CHECK(beyond.findings[0].message ==
          "restricted_mean_time_lost: horizon 12 is beyond the last life that was seen, at 9 (a)");
  }
  TEST_CASE("a table gives what its lives give, clusters of one life change nothing, and none is nothing") {
    const Lifetimes lives(test::lung_causes());
    const auto of_lives = restricted_mean_time_lost(lives, {.horizon = 365});
    CHECK(restricted_mean_time_lost(LifeTable(lives), {.horizon = 365}).std_error == of_lives.std_error);
    CHECK(restricted_mean_time_lost(LifeTable()).horizon.empty());
    const auto one = restricted_mean_time_lost(
        Lifetimes({.duration = std::vector<std::int32_t>{4}, .ended = std::vector<std::uint8_t>{1}}),
        {.horizon = 6});
    CHECK(one.time_lost == std::vector<double>{2});
    CHECK(one.std_error == std::vector<double>{0});
  }
  TEST_CASE("bad settings are refused by name") {
    CHECK_THROWS_WITH(restricted_mean_time_lost(twelve(), {.horizon = 0}),
                      "restricted_mean_time_lost: horizon = 0 is not an age above 0");
    CHECK_THROWS_WITH(restricted_mean_time_lost(twelve(), {.confidence = 1}),
                      "restricted_mean_time_lost: confidence = 1 is not in (0, 1)");
    CHECK_THROWS_WITH(restricted_mean_time_lost(LifeTable(Lifetimes(test::heart())), {.horizon = 9}),
                      "restricted_mean_time_lost: table has lives with a delayed entry, whose standard "
                      "errors need the lives; a life table does not know who entered when");
  }
}
