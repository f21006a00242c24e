// SPDX-License-Identifier: MIT
#include <fealty/health/loyalty.hpp>

#include "revenue/tables.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using tables::Reals;
using tables::Texts;

TEST_SUITE("health/loyalty") {
  TEST_CASE("puts accounts into the four fields of Dick and Basu, and guesses none") {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const Loyalty out = loyalty(LoyaltyScores({.account = Texts{"a", "b", "c", "d", "e", "f"},
                                               .attitude = Reals{50, 80, 20, 49.9, unknown, 90},
                                               .behavior = Reals{50, 10, 90, 49.9, 80, unknown}}));
    CHECK(out.field == std::vector<LoyaltyField>{LoyaltyField::true_loyalty, LoyaltyField::latent_loyalty,
                                                 LoyaltyField::spurious_loyalty, LoyaltyField::no_loyalty,
                                                 LoyaltyField::unknown, LoyaltyField::unknown});
    REQUIRE(out.findings.size() == 2);
    CHECK(out.findings[0].code == "spurious_loyalty");
    CHECK(out.findings[0].rows == std::vector<std::int64_t>{2});
    CHECK(out.findings[0].message == "loyalty: account c stays, and does not think well of it");
    CHECK(out.findings[1].message ==
          "loyalty: account e has no attitude or no behavior that is known; it is in no field");
    CHECK(out.findings[1].rows == std::vector<std::int64_t>{4, 5});
    const LoyaltyCounts counts = loyalty_counts(out);
    CHECK(counts.accounts == std::vector<std::int64_t>{1, 1, 1, 1, 2});
    CHECK(counts.share[2] == 0.25);
    CHECK(std::isnan(counts.share[4]));
  }

  TEST_CASE("takes thresholds as data") {
    const LoyaltyScores scores({.account = Texts{"a"}, .attitude = Reals{8}, .behavior = Reals{-1}});
    const Loyalty out = loyalty(scores, {.attitude_threshold = 9, .behavior_threshold = -2});
    CHECK(out.field[0] == LoyaltyField::spurious_loyalty);
    CHECK(out.attitude_threshold == 9);
    CHECK_THROWS_WITH_AS(loyalty(scores, {.attitude_threshold = std::nan("")}),
                         "loyalty: attitude_threshold = nan is not a finite number", InvalidInput);
  }

  TEST_CASE("has every account in one field, whatever the scores") {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      std::mt19937_64 random(seed);
      Texts account;
      Reals attitude, behavior;
      for (int i = 0; i < 50; ++i) {
        account.push_back(std::to_string(i));
        attitude.push_back(random() % 6 == 0 ? std::nan("") : static_cast<double>(random() % 101));
        behavior.push_back(random() % 6 == 0 ? std::nan("") : static_cast<double>(random() % 101));
      }
      const LoyaltyCounts counts = loyalty_counts(
          loyalty(LoyaltyScores({.account = account, .attitude = attitude, .behavior = behavior})));
      CHECK(std::accumulate(counts.accounts.begin(), counts.accounts.end(), std::int64_t{0}) == 50);
      CHECK(counts.share[0] + counts.share[1] + counts.share[2] + counts.share[3] ==
            doctest::Approx(1).epsilon(1e-14));
    }
  }

  TEST_CASE("has no share without accounts") {
    const Loyalty out = loyalty(LoyaltyScores());
    CHECK(out.field.empty());
    CHECK(out.findings.empty());
    CHECK(std::isnan(loyalty_counts(out).share[0]));
  }
}
