// SPDX-License-Identifier: MIT
#include <fealty/health/roc_comparison.hpp>

#include <fealty/health/roc_auc.hpp>

#include "health/asah.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using test::Scored;

namespace {

doctest::Approx near(double value, double epsilon = 1e-12) {
  return doctest::Approx(value).epsilon(epsilon).scale(0);
}
/// Rows with two scores that tell something.
Scored two_scores(std::size_t rows, std::mt19937_64& random, bool extras) {
  Scored drawn = test::drawn_rows(rows, random, extras);
  for (const double each : drawn.score) drawn.other.push_back(each + static_cast<double>(random() % 9) / 4);
  return drawn;
}

}  // namespace

TEST_SUITE("health/roc_comparison") {
  TEST_CASE("differences are pROC's") {
    const RocComparison found =
        roc_comparison(test::asah("s100b", "wfns").examples(), {.scores = {"score"}, .baseline = "other"});
    CHECK(found.score == tables::Texts{"score"});
    CHECK(found.baseline == "other");
    CHECK(found.auc[0] == near(0.731368563685637));
    CHECK(found.baseline_auc[0] == near(0.823678861788618));
    CHECK(found.difference[0] == near(0.731368563685637 - 0.823678861788618));
    CHECK(found.z[0] == near(-2.208983591440908));
    CHECK(found.p_value[0] == near(0.027175782229188));
    CHECK(found.lower[0] == near(-0.174214419249478));
    CHECK(found.upper[0] == near(-0.010406176956485));
    const double variance = 0.002668682457172 + 0.001469914708824 - 2 * 0.001196155673768;
    CHECK(found.std_error[0] == near(std::sqrt(variance)));
    CHECK(found.examples == 113);
    CHECK(found.outcomes == 41);
    CHECK(found.findings.empty());
    const RocComparison ndka =
        roc_comparison(test::asah("s100b", "ndka").examples(), {.scores = {"score"}, .baseline = "other"});
    CHECK(ndka.z[0] == near(1.3907700257355771));
    CHECK(ndka.p_value[0] == near(0.1642951752230545));
    CHECK(ndka.lower[0] == near(-0.0488706064228094));
  }

  TEST_CASE("clusters and weights as sums over all pairs have them") {
    const auto check = [](bool accounts, bool weights, double difference, double std_error) {
      const RocComparison found = roc_comparison(test::asah_with(accounts, weights).examples(),
                                                 {.scores = {"score"}, .baseline = "other"});
      CHECK(found.difference[0] == near(difference));
      CHECK(found.std_error[0] == near(std_error));
      CHECK(found.clustered == accounts);
    };
    check(false, false, -0.09231029810298, 0.04178858478653);
    check(true, false, -0.09231029810298, 0.03436527001349);
    check(false, true, -0.11164043082022, 0.04783445324828);
    check(true, true, -0.11164043082022, 0.04345006252494);
  }

  TEST_CASE("areas are those of roc_auc, and directions turn each") {
    std::mt19937_64 random(1);
    const Scored rows = two_scores(500, random, true);
    const RocComparison found = roc_comparison(rows.examples(), {.scores = {"other", "score"}});
    CHECK(found.auc[0] == near(roc_auc(rows.examples(), {.score = "other"}).auc[0]));
    CHECK(found.auc[1] == near(roc_auc(rows.examples()).auc[0]));
    CHECK(found.baseline_auc[0] == found.auc[1]);
    Scored turned = rows;
    for (double& each : turned.other) each = -each;
    const RocComparison again =
        roc_comparison(turned.examples(), {.scores = {"other"}, .opposite = {"other"}});
    CHECK(again.difference[0] == found.difference[0]);
    CHECK(again.std_error[0] == found.std_error[0]);
    for (double& each : turned.score) each = -each;
    const RocComparison down =
        roc_comparison(turned.examples(), {.scores = {"other"}, .higher_predicts_outcome = false});
    CHECK(down.difference[0] == found.difference[0]);
    CHECK(down.p_value[0] == found.p_value[0]);
    const RocComparison baseline = roc_comparison(
        turned.examples(),
        {.scores = {"other"}, .higher_predicts_outcome = true, .opposite = {"other", "score"}});
    CHECK(baseline.difference[0] == found.difference[0]);
  }

  TEST_CASE("rows in another order change no bit") {
    std::mt19937_64 random(2);
    for (const bool extras : {false, true})
      for (int i = 0; i < 10; ++i) {
        Scored rows = two_scores(50 + random() % 500, random, extras);
        rows.weight.clear();
        const RocComparison a = roc_comparison(rows.examples(), {.scores = {"other"}});
        const RocComparison b = roc_comparison(rows.shuffled(random).examples(), {.scores = {"other"}});
        CHECK(a.difference == b.difference);
        CHECK(a.std_error == b.std_error);
        CHECK(a.p_value == b.p_value);
      }
  }

  TEST_CASE("a test of scores that are as good rejects one time in twenty") {
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    int rejected = 0;
    for (int i = 0; i < 1000; ++i) {
      Scored rows;
      for (int row = 0; row < 200; ++row) {
        const double known = normal(random);
        rows.outcome.push_back(known + normal(random) > 1 ? 1 : 0);
        rows.score.push_back(known + normal(random));
        rows.other.push_back(known + normal(random));
      }
      rejected += roc_comparison(rows.examples(), {.scores = {"other"}}).p_value[0] < 0.05 ? 1 : 0;
    }
    CHECK(std::abs(rejected - 50) < 21);  // three standard errors
  }

  TEST_CASE("rows without one of the scores are left out of all") {
    Scored rows{{1, 2, std::nan(""), 4, 3}, {0, 0, 1, 1, 1}, {}, {}, {1, 3, 2, 4, std::nan("")}};
    const RocComparison found = roc_comparison(rows.examples(), {.scores = {"other"}});
    CHECK(found.examples == 3);
    CHECK(found.left_out == 2);
    CHECK(found.outcomes == 1);
    CHECK(tables::codes(found.findings) == "few_outcomes no_interval");
    CHECK(found.difference[0] == 0);
    CHECK(std::isnan(found.p_value[0]));
  }

  TEST_CASE("a score and itself, and one kind alone") {
    const RocComparison self = roc_comparison(test::asah("s100b").examples(), {.scores = {"score"}});
    CHECK(self.difference[0] == 0);
    CHECK(self.std_error[0] == 0);
    CHECK(std::isnan(self.z[0]));
    CHECK(std::isnan(self.lower[0]));
    REQUIRE(tables::codes(self.findings) == "no_interval");
    CHECK(self.findings[0].message ==
          "roc_comparison: score differs from score by 0.0000 without any spread; there is no interval");
    for (const Scored& rows : {Scored{}, Scored{{1}, {1}}}) {
      const RocComparison none = roc_comparison(rows.examples(), {.scores = {"score"}});
      CHECK(std::isnan(none.auc[0]));
      CHECK(std::isnan(none.difference[0]));
      CHECK(std::isnan(none.upper[0]));
      CHECK(std::isnan(none.p_value[0]));
      CHECK(tables::codes(none.findings) == "one_class");
    }
  }

  TEST_CASE("what is refused") {
    const Examples examples = Scored{{1, 2}, {0, 1}}.examples();
    const auto refused = [&](const RocComparisonOptions& options) {
      return test::refusal([&] { roc_comparison(examples, options); });
    };
    CHECK(refused({.scores = {}}) ==
          "roc_comparison: scores names no attribute; there is nothing to compare");
    CHECK(refused({.scores = {"risk"}}) ==
          "roc_comparison: scores = \"risk\" is no attribute of the examples; there are score");
    CHECK(refused({.scores = {"score"}, .baseline = "tenure"}) ==
          "roc_comparison: baseline = \"tenure\" is no attribute of the examples; there are score");
    CHECK(refused({.scores = {"score"}, .opposite = {"tenure"}}) ==
          "roc_comparison: opposite = \"tenure\" is none of the scores that are compared");
    CHECK(refused({.scores = {"score"}, .cluster = true}) ==
          "roc_comparison: cluster = true needs examples with accounts");
    CHECK(refused({.scores = {"score"}, .confidence = 0}) ==
          "roc_comparison: confidence = 0 is not in (0, 1)");
  }
}
