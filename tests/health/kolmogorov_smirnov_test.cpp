// SPDX-License-Identifier: MIT
#include <fealty/health/kolmogorov_smirnov.hpp>

#include <fealty/health/roc_curve.hpp>

#include "health/asah.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using test::Scored;

namespace {

doctest::Approx near(double value, double epsilon = 1e-12) {
  return doctest::Approx(value).epsilon(epsilon).scale(0);
}

}  // namespace

TEST_SUITE("health/kolmogorov_smirnov") {
  TEST_CASE("the statistic and its limit are R's") {
    const KolmogorovSmirnov found = kolmogorov_smirnov(test::asah("s100b").examples());
    CHECK(found.statistic[0] == near(0.439701897019, 1e-11));
    CHECK(found.p_value[0] == near(8.20384146395e-05, 1e-11));
    CHECK(found.threshold[0] == 0.22);
    CHECK(found.sensitivity[0] == near(26.0 / 41));
    CHECK(found.specificity[0] == near(58.0 / 72));
    CHECK(found.examples[0] == 113);
    CHECK(found.outcomes[0] == 41);
    CHECK(found.findings.empty());
  }

  TEST_CASE("the limit distribution is SciPy's") {
    const auto check = [](double x, double tail) { CHECK(health::detail::kolmogorov_tail(x) == near(tail)); };
    check(0.3, 0.9999906941986655);  // scipy.stats.kstwobign.sf
    check(0.5, 0.9639452436648751);
    check(1.22, 0.10189777916606356);
    check(1.36, 0.049485876755377876);
    check(1.63, 0.009846364888486529);
    check(3, 3.045995948942526e-08);
    check(0, 1);
    check(0.01, 1);
    check(1 - 1e-15, health::detail::kolmogorov_tail(1));
  }

  TEST_CASE("it is the largest distance on the ROC curve, whichever way the score points") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20; ++i) {
      const Scored rows = test::drawn_rows(20 + random() % 500, random, i % 2 == 1);
      const RocCurve curve = roc_curve(rows.examples());
      double largest = 0;
      for (std::size_t j = 0; j < curve.threshold.size(); ++j)
        largest = std::max(largest, std::abs(curve.sensitivity[j] + curve.specificity[j] - 1));
      const KolmogorovSmirnov found = kolmogorov_smirnov(rows.examples());
      CHECK(found.statistic[0] == near(largest));
      const KolmogorovSmirnov other = kolmogorov_smirnov(rows.examples(), {.higher_predicts_outcome = false});
      CHECK(other.statistic[0] == near(found.statistic[0]));
      CHECK(other.p_value[0] == near(found.p_value[0], 1e-9));
      CHECK(found.sensitivity[0] + found.specificity[0] > 1);
      CHECK(other.sensitivity[0] + other.specificity[0] < 1);
      const KolmogorovSmirnov again = kolmogorov_smirnov(rows.shuffled(random).examples());
      CHECK(again.statistic[0] == near(found.statistic[0]));
      CHECK(again.threshold == found.threshold);
    }
  }

  TEST_CASE("the interval is of Kolmogorov's band below, and of the binomial error above") {
    const KolmogorovSmirnov found = kolmogorov_smirnov(test::asah("s100b").examples());
    const double error = std::sqrt(26.0 * 15 / (41.0 * 41 * 41) + 58.0 * 14 / (72.0 * 72 * 72));
    CHECK(found.std_error[0] == near(error));
    CHECK(found.upper[0] == near(0.439701897019 + 1.959963984540054 * error, 1e-11));
    // scipy.stats.kstwobign.isf(.05), and of .1
    CHECK(found.lower[0] == near(0.439701897019 - 1.3580986393225507 * std::sqrt(113 / (41.0 * 72)), 1e-11));
    const KolmogorovSmirnov other = kolmogorov_smirnov(test::asah("s100b").examples(), {.confidence = 0.9});
    CHECK(other.lower[0] == near(0.439701897019 - 1.2238478702170825 * std::sqrt(113 / (41.0 * 72)), 1e-11));
    CHECK(other.confidence == 0.9);
  }

  TEST_CASE("rows of one account are taken together: twice the same rows are no more than once") {
    Scored twice = test::asah("s100b");
    twice.other.clear();
    const Scored once = twice;
    for (std::size_t i = 0; i < once.score.size(); ++i) {
      twice.score.push_back(once.score[i]);
      twice.outcome.push_back(once.outcome[i]);
    }
    for (std::int64_t i = 0; i < 226; ++i) twice.account.push_back(i % 113);
    const KolmogorovSmirnov found = kolmogorov_smirnov(twice.examples());
    const KolmogorovSmirnov plain = kolmogorov_smirnov(once.examples());
    CHECK(found.std_error[0] == near(plain.std_error[0] * std::sqrt(113.0 / 112)));
    const double band = (plain.statistic[0] - plain.lower[0]) * std::sqrt(113.0 / 112);
    CHECK(found.lower[0] == near(found.statistic[0] - band));
  }

  TEST_CASE("the interval holds the distance at least as often as it says") {
    for (const double shift : {0.0, 0.3, 0.8, 1.5})
      for (const std::size_t repeats : {std::size_t{1}, std::size_t{3}}) {
        const double distance = std::erf(shift / (2 * std::sqrt(2.0)));  // of two normals so far apart
        std::mt19937_64 random(7);
        std::normal_distribution<double> normal;
        int holds = 0;
        for (int i = 0; i < 300; ++i) {
          Scored rows;
          for (std::int64_t account = 0; account < 300; ++account) {
            const bool happened = account % 3 == 0;
            const double score = normal(random) + (happened ? shift : 0);
            for (std::size_t row = 0; row < repeats; ++row) {
              rows.score.push_back(score);
              rows.outcome.push_back(happened ? 1 : 0);
              rows.account.push_back(account);
            }
          }
          const KolmogorovSmirnov found = kolmogorov_smirnov(rows.examples());
          holds += found.lower[0] <= distance && distance <= found.upper[0] ? 1 : 0;
        }
        CHECK(holds >= 275);  // of 285, by nearly three errors of the count
      }
  }

  TEST_CASE("weights that are all alike change nothing") {
    Scored rows = test::asah("s100b");
    rows.weight.assign(113, 2.5);
    CHECK(kolmogorov_smirnov(rows.examples()).statistic[0] == near(0.439701897019, 1e-11));
    CHECK(kolmogorov_smirnov(rows.examples()).p_value[0] == near(8.20384146395e-05, 1e-11));
  }

  TEST_CASE("a score that tells nothing is found to tell something one time in twenty") {
    std::mt19937_64 random(2);
    int found = 0;
    for (int i = 0; i < 1000; ++i) {
      Scored rows;
      for (int row = 0; row < 300; ++row) {
        rows.score.push_back(static_cast<double>(random()));
        rows.outcome.push_back(row % 3 == 0 ? 1 : 0);
      }
      found += kolmogorov_smirnov(rows.examples()).p_value[0] < 0.05 ? 1 : 0;
    }
    CHECK(found > 25);  // the limit is a little too large for few rows
    CHECK(found < 65);
  }

  TEST_CASE("all tied, one kind, no row, rows of one account") {
    const KolmogorovSmirnov tied = kolmogorov_smirnov(Scored{{5, 5, 5}, {0, 1, 1}}.examples());
    CHECK(tied.statistic[0] == 0);
    CHECK(tied.p_value[0] == 1);
    CHECK(tied.threshold[0] == 5);
    CHECK(tied.std_error[0] == 0);
    CHECK(std::isnan(tied.lower[0]));
    CHECK(tables::codes(tied.findings) == "few_outcomes no_interval");
    CHECK(tied.findings[1].message ==
          "kolmogorov_smirnov: at the threshold all rows of a kind are alike, or there is one account: there "
          "is no interval");
    for (const Scored& rows : {Scored{}, Scored{{1}, {1}}, Scored{{1, std::nan("")}, {0, 1}}}) {
      const KolmogorovSmirnov none = kolmogorov_smirnov(rows.examples());
      CHECK(std::isnan(none.statistic[0]));
      CHECK(std::isnan(none.threshold[0]));
      CHECK(std::isnan(none.p_value[0]));
      CHECK(tables::codes(none.findings) == "one_class");
    }
    const KolmogorovSmirnov rows = kolmogorov_smirnov(test::asah_with(true, false).examples());
    CHECK(tables::codes(rows.findings) == "many_rows");
    CHECK(test::refusal([&] {
            kolmogorov_smirnov(Scored{{1}, {1}}.examples(), {.score = "risk"});
          }) == "kolmogorov_smirnov: score = \"risk\" is no attribute of the examples; there are score");
    CHECK(test::refusal([&] {
            kolmogorov_smirnov(Scored{{1}, {1}}.examples(), {.confidence = 0});
          }) == "kolmogorov_smirnov: confidence = 0 is not in (0, 1)");
  }
}
