// SPDX-License-Identifier: MIT
#include <fealty/survival/aalen_johansen.hpp>
#include <fealty/survival/kaplan_meier.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }
using test::with_causes;

}  // namespace

TEST_SUITE("survival/aalen_johansen") {
  TEST_CASE("two causes by hand") {
    // At 1 one of four ends by a, at 2 one of three is last seen, at 3 one of two ends by b, at 4 the last by
    // a.
    const auto curve =
        aalen_johansen(Lifetimes({.duration = std::vector<std::int32_t>{1, 2, 3, 4},
                                  .cause = IdColumn(std::vector<std::string>{"a", "-", "b", "a"}),
                                  .censored = "-"}));
    CHECK(curve.cause == std::vector<std::string>{"a", "a", "a", "a", "b", "b", "b", "b"});
    CHECK(curve.time == std::vector<double>{1, 2, 3, 4, 1, 2, 3, 4});
    const std::vector<double> expected{.25, .25, .25, .625, 0, 0, .375, .375};
    for (std::size_t i = 0; i < 8; ++i) CHECK(curve.incidence[i] == near(expected[i]));
    CHECK(curve.ended == std::vector<std::int64_t>{1, 0, 0, 1, 0, 0, 1, 0});
    CHECK(curve.std_error[0] == near(std::sqrt(.25 * .75 / 4)));
    CHECK(std::isnan(curve.lower[4]));
  }
  TEST_CASE("incidences and survival add up to 1; one cause alone is one less the Kaplan-Meier curve") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const test::RandomLives random(seed, 120);
      const bool late = seed % 2 == 0;
      const auto incidence = aalen_johansen(with_causes(random, late, false));
      const auto survival = kaplan_meier(with_causes(random, late, false));
      const std::size_t ages = survival.time.size();
      REQUIRE(incidence.time.size() == 2 * ages);
      for (std::size_t i = 0; i < ages; ++i)
        CHECK(incidence.incidence[i] + incidence.incidence[ages + i] + survival.survival[i] == near(1));
      const Lifetimes single = random.table(late, false);
      const auto one = aalen_johansen(single);
      const auto curve = kaplan_meier(single, {.robust = true});
      for (std::size_t i = 0; i < one.time.size(); ++i) {
        CHECK(one.incidence[i] == near(1 - curve.survival[i]));
        if (curve.survival[i] > 0) CHECK(one.std_error[i] == near(curve.std_error[i]));
      }
    }
  }
  TEST_CASE("errors are the sum of squares of what each life changes") {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
      const test::RandomLives random(seed, 40);
      for (const bool late : {false, true}) {
        const auto curve = aalen_johansen(with_causes(random, late, true));
        std::vector<double> squares(curve.time.size());
        for (std::size_t row = 0; row < random.size(); ++row) {
          const double step = 1e-4 * random.weight[row];
          test::RandomLives more = random, less = random;
          more.weight[row] += step, less.weight[row] -= step;
          const auto up = aalen_johansen(with_causes(more, late, true)),
                     down = aalen_johansen(with_causes(less, late, true));
          for (std::size_t i = 0; i < squares.size(); ++i)
            squares[i] +=
                std::pow((up.incidence[i] - down.incidence[i]) / (2 * step) * random.weight[row], 2);
        }
        for (std::size_t i = 0; i < squares.size(); ++i)
          CHECK(curve.std_error[i] == doctest::Approx(std::sqrt(squares[i])).epsilon(1e-6).scale(.01));
      }
    }
  }
  TEST_CASE("cases are so many lives; clusters of one life each change nothing") {
    test::RandomLives random(4, 60);
    std::vector<double> duration, entry;
    std::vector<std::string> cause, once;
    for (std::size_t row = 0; row < random.size(); ++row) {
      random.weight[row] = static_cast<double>(1 + row % 3);
      once.push_back(random.ended[row] != 0 ? random.cause[row] : "alive");
      for (std::size_t i = 0; i < 1 + row % 3; ++i)
        duration.push_back(random.duration[row]), entry.push_back(random.entry[row]),
            cause.push_back(once.back());
    }
    for (const bool late : {false, true}) {
      LifetimeColumns cases{.duration = std::vector<double>(random.duration),
                            .cause = IdColumn(once),
                            .censored = "alive",
                            .weight = std::vector<double>(random.weight)};
      LifetimeColumns rows{
          .duration = std::vector<double>(duration), .cause = IdColumn(cause), .censored = "alive"};
      if (late) cases.entry = std::vector<double>(random.entry), rows.entry = std::vector<double>(entry);
      std::vector<std::int64_t> ids;
      for (std::size_t row = 0; row < duration.size(); ++row) ids.push_back(static_cast<std::int64_t>(row));
      rows.attributes.add("id", Column<std::int64_t>(ids));
      const auto weighted = aalen_johansen(Lifetimes(cases)), single = aalen_johansen(Lifetimes(rows)),
                 clusters = aalen_johansen(Lifetimes(rows), {.cluster = "id"});
      REQUIRE(weighted.time == single.time);
      for (std::size_t i = 0; i < single.time.size(); ++i) {
        CHECK(weighted.incidence[i] == near(single.incidence[i]));
        CHECK(weighted.std_error[i] == near(single.std_error[i]).scale(1e-3));
        CHECK(clusters.std_error[i] == near(single.std_error[i]).scale(1e-3));
      }
    }
  }
  TEST_CASE("a table gives what its lives give, and none nothing") {
    const Lifetimes lives = with_causes(test::RandomLives(9, 80), false, true);
    const auto of_lives = aalen_johansen(lives), of_table = aalen_johansen(LifeTable(lives));
    CHECK(of_table.incidence == of_lives.incidence);
    CHECK(of_table.std_error == of_lives.std_error);
    CHECK(aalen_johansen(LifeTable()).time.empty());
  }
  TEST_CASE("bad settings are refused by name") {
    CHECK_THROWS_WITH(aalen_johansen(LifeTable(), {.confidence = 2}),
                      "aalen_johansen: confidence = 2 is not in (0, 1)");
    CHECK_THROWS_WITH(
        aalen_johansen(LifeTable(Lifetimes(test::heart()))),
        "aalen_johansen: table has lives with a delayed entry, whose standard errors need the lives; a "
        "life table does not know who entered when");
  }
}
