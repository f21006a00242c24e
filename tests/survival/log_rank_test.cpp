// SPDX-License-Identifier: MIT
#include <fealty/survival/log_rank.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

}  // namespace

TEST_SUITE("survival/log_rank") {
  TEST_CASE("lung by sex agrees with R") {
    const auto test = log_rank(Lifetimes(test::lung()), {.by = {"sex"}});
    CHECK(test.statistic == near(10.3267419549));
    CHECK(test.degrees_of_freedom == 1);
    CHECK(test.p_value == doctest::Approx(.00131116451685).epsilon(1e-9));
    CHECK(test.observed == std::vector<double>{112, 53});
    CHECK(test.expected[0] == near(91.58173903));
    CHECK(test.expected[1] == near(73.41826097));
    CHECK(test.variance[0] == near(40.37143398));
    CHECK(test.lives == std::vector<std::int64_t>{138, 90});
    CHECK(test.group.text(1) == "2");
  }
  TEST_CASE("the other weights of lung by sex agree with R") {
    const Lifetimes lives(test::lung());
    struct {
      RankWeight weight;
      double rho, gamma, statistic;
    } const tests[] = {{RankWeight::fleming_harrington, 0, 0, 10.3267419549},
                       {RankWeight::fleming_harrington, 1, 0, 12.7141514012},
                       {RankWeight::fleming_harrington, 0, 1, 3.45998416609},
                       {RankWeight::fleming_harrington, 1, 1, 7.66478297860},
                       {RankWeight::gehan, 0, 0, 12.4721353313},
                       {RankWeight::tarone_ware, 0, 0, 12.4555439022},
                       {RankWeight::peto, 0, 0, 12.7078477734}};
    for (const auto& each : tests)
      CHECK(log_rank(lives, {.by = {"sex"}, .rank_weight = each.weight, .rho = each.rho, .gamma = each.gamma})
                .statistic == near(each.statistic));
  }
  TEST_CASE("strata, several groups and a trend agree with R") {
    const Lifetimes lives(test::lung());
    const auto strata = log_rank(lives, {.by = {"sex"}, .strata = {"ph.ecog"}});
    CHECK(strata.statistic == near(10.7950596335));
    CHECK(strata.expected[0] == near(90.64102266365));
    CHECK(strata.observed == std::vector<double>{111, 53});
    CHECK(strata.left_out == 1);
    CHECK(strata.variance[0] == near(38.39607860022));
    const auto groups = log_rank(lives, {.by = {"ph.ecog"}});
    CHECK(groups.statistic == near(21.96213168248));
    CHECK(groups.degrees_of_freedom == 3);
    CHECK(groups.left_out == 1);
    CHECK(log_rank(lives, {.by = {"ph.ecog"}, .rank_weight = RankWeight::fleming_harrington, .rho = 1})
              .statistic == near(23.39529337034));
    const auto trend = log_rank(lives, {.by = {"ph.ecog"}, .scores = {0, 1, 2, 3}});
    CHECK(trend.statistic == near(17.8751207625));
    CHECK(trend.degrees_of_freedom == 1);
  }
  TEST_CASE("lives without a stratum are left out, as those without a group are") {
    const auto of = [](std::vector<std::uint32_t> site, std::vector<std::uint8_t> keep) {
      const std::vector<std::int32_t> duration{1, 2, 3, 4, 5, 6, 7, 8};
      std::vector<std::int32_t> days;
      std::vector<std::string> plan;
      std::vector<std::uint32_t> sites;
      for (std::size_t i = 0; i < 8; ++i) {
        if (keep[i] == 0) continue;
        days.push_back(duration[i]), plan.emplace_back(i % 3 == 0 ? "a" : "b"), sites.push_back(site[i]);
      }
      auto ids = std::make_shared<Ids>();
      ids->encode(std::string_view("x"));
      ids->encode(std::string_view("y"));
      Frame attributes;
      attributes.add("plan", IdColumn(plan));
      attributes.add("site", IdColumn(sites, ids));
      const std::size_t rows = days.size();
      return log_rank(Lifetimes({.duration = std::move(days),
                                 .ended = std::vector<std::uint8_t>(rows, 1),
                                 .attributes = attributes}),
                      {.by = {"plan"}, .strata = {"site"}});
    };
    const auto with = of({0, 0, no_id, no_id, 1, 0, 1, no_id}, std::vector<std::uint8_t>(8, 1));
    const auto without = of({0, 0, no_id, no_id, 1, 0, 1, no_id}, {1, 1, 0, 0, 1, 1, 1, 0});
    CHECK(with.left_out == 3);
    CHECK(with.statistic == without.statistic);
    CHECK(with.lives == without.lives);
  }
  TEST_CASE("delayed entries: the score test of the exact partial likelihood in R") {
    CHECK(log_rank(Lifetimes(test::heart()), {.by = {"transplant"}}).statistic == near(.1750858396722));
  }
  TEST_CASE("cases count as so many lives; a table gives what its lives give") {
    const test::RandomLives random(2, 120);
    std::vector<std::size_t> repeated;
    test::RandomLives few = random;
    for (std::size_t row = 0; row < few.size(); ++row) {
      few.weight[row] = static_cast<double>(1 + row % 3);
      repeated.insert(repeated.end(), 1 + row % 3, row);
    }
    const auto weighted = log_rank(few.table(true, true), {.by = {"group"}});
    const auto single = log_rank(few.table(repeated, true, false), {.by = {"group"}});
    CHECK(weighted.statistic == near(single.statistic));
    CHECK(weighted.observed == single.observed);
    CHECK(log_rank(LifeTable(few.table(true, true), {.by = {"group"}})).statistic == weighted.statistic);
  }
  TEST_CASE("groups that nobody could be compared with add no degree of freedom") {
    const auto of = [](std::vector<std::int32_t> duration, std::vector<std::string> plan) {
      const std::size_t rows = duration.size();
      Frame attributes;
      attributes.add("plan", IdColumn(plan));
      return log_rank(Lifetimes({.duration = std::move(duration),
                                 .ended = std::vector<std::uint8_t>(rows, 1),
                                 .attributes = attributes}),
                      {.by = {"plan"}});
    };
    const auto alone = of({3, 4}, {"a", "a"});
    CHECK(alone.degrees_of_freedom == 0);
    CHECK(std::isnan(alone.statistic));
    CHECK(std::isnan(alone.p_value));
    const auto three = of({3, 4, 5, 6, 7, 8}, {"a", "b", "a", "b", "c", "c"});
    CHECK(three.degrees_of_freedom == 2);
    const auto none = log_rank(LifeTable({.by = {"plan"}}));
    CHECK(none.group.size() == 0);
    CHECK(std::isnan(none.p_value));
  }
  TEST_CASE("bad settings are refused by name") {
    const Lifetimes lives(test::lung());
    CHECK_THROWS_WITH(log_rank(lives), "log_rank: by is missing; a comparison needs groups");
    CHECK_THROWS_WITH(log_rank(lives, {.by = {"sex"}, .scores = {1}}),
                      "log_rank: scores = 1 numbers are not one for each of 2 groups");
    CHECK_THROWS_WITH(
        log_rank(lives, {.by = {"sex"}, .rank_weight = RankWeight::fleming_harrington, .rho = -1}),
        "log_rank: rho = -1 is not a number >= 0");
    CHECK_THROWS_WITH(log_rank(lives, {.by = {"sex"}, .gamma = 1}),
                      "log_rank: rank_weight = log_rank takes no rho and no gamma; fleming_harrington does");
    auto columns = test::lung();
    columns.weight = std::vector<double>(228, 1.5);
    CHECK_THROWS_WITH(log_rank(Lifetimes(columns), {.by = {"sex"}}),
                      "log_rank: weight_kind = sampling has no rank test; a test counts lives");
    CHECK_THROWS_WITH(
        log_rank(LifeTable({.by = {"sex"}}), {.strata = {"age"}}),
        "log_rank: strata = \"age\" is an option for lives; a life table has its groups and strata "
        "already");
  }
}
