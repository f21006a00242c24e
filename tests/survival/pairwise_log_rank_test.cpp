// SPDX-License-Identifier: MIT
#include <fealty/survival/pairwise_log_rank.hpp>

#include <fealty/survival/log_rank.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(1e-10); }

}  // namespace

TEST_SUITE("survival/pairwise_log_rank") {
  TEST_CASE("lung by performance status agrees with R, pair by pair") {
    const auto pairs = pairwise_log_rank(Lifetimes(test::lung()), {.by = {"ph.ecog"}});
    const std::vector<double> statistic{3.456830549998, 16.682328146944, 5.779872702196,
                                        8.433446378073, 5.333334940957,  1.242310048614};
    const std::vector<std::string> names{"0 1", "0 2", "0 3", "1 2", "1 3", "2 3"};
    REQUIRE(pairs.statistic.size() == 6);
    for (std::size_t i = 0; i < 6; ++i) {
      CHECK(pairs.statistic[i] == near(statistic[i]));
      CHECK(pairs.group.text(i) + " " + pairs.other.text(i) == names[i]);
      CHECK(pairs.p_value[i] == near(std::erfc(std::sqrt(statistic[i] / 2))));
    }
    CHECK(pairs.adjusted_p_value[1] == near(6 * pairs.p_value[1]));
    CHECK(pairs.left_out == 1);
    const auto one = log_rank(LifeTable(Lifetimes(test::lung()), {.by = {"sex"}}));
    const auto table = pairwise_log_rank(LifeTable(Lifetimes(test::lung()), {.by = {"sex"}}));
    CHECK(table.statistic == std::vector<double>{one.statistic});
  }
  TEST_CASE("p values are adjusted as R's p.adjust does; those that are none do not count") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const std::vector<double> p{.01, nan, .02, .03, .04, .005, .5};
    const auto compare = [&](PValueAdjustment adjustment, const std::vector<double>& expected) {
      const auto result = survival::detail::adjusted(p, adjustment);
      for (std::size_t i = 0; i < p.size(); ++i) {
        if (std::isnan(p[i])) CHECK(std::isnan(result[i]));
        else CHECK(result[i] == near(expected[i]));
      }
    };
    compare(PValueAdjustment::none, p);
    compare(PValueAdjustment::holm, {.05, nan, .08, .09, .09, .03, .5});
    compare(PValueAdjustment::benjamini_hochberg, {.03, nan, .04, .045, .048, .03, .5});
    CHECK(survival::detail::adjusted({.9, .8}, PValueAdjustment::holm) == std::vector<double>{1, 1});
    CHECK(survival::detail::adjusted({}, PValueAdjustment::holm).empty());
  }
  TEST_CASE("weights of ages and strata are those of log_rank") {
    const test::RandomLives random(3, 150);
    const Lifetimes lives = random.table(true, false);
    const auto pairs = pairwise_log_rank(lives, {.by = {"group"}, .rank_weight = RankWeight::gehan});
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < random.size(); ++row)
      if (random.group[row] != "c") rows.push_back(row);
    CHECK(pairs.statistic[0] ==
          near(log_rank(random.table(rows, true, false), {.by = {"group"}, .rank_weight = RankWeight::gehan})
                   .statistic));
  }
  TEST_CASE("bad settings are refused by name, and one group has no pairs") {
    const Lifetimes lives(test::lung());
    CHECK_THROWS_WITH(pairwise_log_rank(lives),
                      "pairwise_log_rank: by is missing; a comparison needs groups");
    CHECK_THROWS_WITH(
        pairwise_log_rank(lives, {.by = {"sex"}, .gamma = 1}),
        "pairwise_log_rank: rank_weight = log_rank takes no rho and no gamma; fleming_harrington "
        "does");
    CHECK_THROWS_WITH(
        pairwise_log_rank(LifeTable({.by = {"sex"}}), {.by = {"sex"}}),
        "pairwise_log_rank: by = \"sex\" is an option for lives; a life table has its groups and "
        "strata already");
    CHECK(pairwise_log_rank(LifeTable({.by = {"sex"}})).p_value.empty());
  }
}
