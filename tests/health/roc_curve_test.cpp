// SPDX-License-Identifier: MIT
#include <fealty/health/roc_curve.hpp>

#include <fealty/health/roc_auc.hpp>

#include "health/asah.hpp"
#include "revenue/tables.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
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
/// The area under the rows of a curve.
double trapezoids(const RocCurve& curve) {
  double area = 0;
  for (std::size_t i = 1; i < curve.threshold.size(); ++i)
    area += (curve.specificity[i - 1] - curve.specificity[i]) *
            (curve.sensitivity[i - 1] + curve.sensitivity[i]) / 2;
  return area;
}

}  // namespace

TEST_SUITE("health/roc_curve") {
  TEST_CASE("points are pROC's") {
    const RocCurve curve = roc_curve(test::asah("s100b").examples());
    const auto check = [&](double threshold, double sensitivity, double specificity, std::int64_t right,
                           std::int64_t wrong) {
      const auto at = std::find(curve.threshold.begin(), curve.threshold.end(), threshold);
      REQUIRE(at != curve.threshold.end());
      const auto i = static_cast<std::size_t>(at - curve.threshold.begin());
      CHECK(curve.sensitivity[i] == near(sensitivity));
      CHECK(curve.specificity[i] == near(specificity));
      CHECK(curve.true_positives[i] == right);
      CHECK(curve.false_positives[i] == wrong);
    };
    check(0.12, 0.7560975609756, 0.5416666666667, 31, 33);  // pROC's thresholds lie between scores: .115
    check(0.22, 0.6341463414634, 0.8055555555556, 26, 14);
    check(0.44, 0.3902439024390, 0.9027777777778, 16, 7);
    CHECK(curve.auc == near(0.731368563685637));
    CHECK(curve.threshold.front() == std::numeric_limits<double>::infinity());
    CHECK(curve.sensitivity.front() == 0);
    CHECK(curve.specificity.front() == 1);
    CHECK(curve.sensitivity.back() == 1);
    CHECK(curve.specificity.back() == 0);
    CHECK(curve.examples == 113);
    CHECK(curve.outcomes == 41);
  }

  TEST_CASE("the area is roc_auc's, with weights and in both directions") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 20; ++i) {
      const Scored rows = test::drawn_rows(10 + random() % 500, random, i % 2 == 1);
      for (const bool higher : {true, false}) {
        const RocCurve curve = roc_curve(rows.examples(), {.higher_predicts_outcome = higher});
        if (!curve.findings.empty()) continue;
        CHECK(curve.auc == near(roc_auc(rows.examples(), {.higher_predicts_outcome = higher}).auc[0]));
        CHECK(trapezoids(curve) == near(curve.auc));
        CHECK(std::is_sorted(curve.sensitivity.begin(), curve.sensitivity.end()));
        CHECK(std::is_sorted(curve.threshold.begin(), curve.threshold.end()) == !higher);
        const RocCurve again =
            roc_curve(rows.shuffled(random).examples(), {.higher_predicts_outcome = higher});
        CHECK(again.true_positives == curve.true_positives);
        CHECK(again.threshold == curve.threshold);
      }
    }
  }

  TEST_CASE("fewer points lie on the curve, and come close to its area") {
    std::mt19937_64 random(2);
    std::normal_distribution<double> normal;
    Scored rows;
    for (int i = 0; i < 5000; ++i) {
      rows.outcome.push_back(i % 4 == 0 ? 1 : 0);
      rows.score.push_back(normal(random) + rows.outcome.back());
    }
    const RocCurve all = roc_curve(rows.examples()), few = roc_curve(rows.examples(), {.points = 101});
    CHECK(all.threshold.size() == 5001);
    CHECK(few.threshold.size() <= 102);
    CHECK(few.threshold.size() > 90);
    CHECK(few.auc == all.auc);
    CHECK(trapezoids(few) == near(all.auc, 0.001));
    for (std::size_t i = 0; i < few.threshold.size(); ++i)
      CHECK(std::find(all.threshold.begin(), all.threshold.end(), few.threshold[i]) != all.threshold.end());
    CHECK(few.sensitivity.back() == 1);
    CHECK(roc_curve(rows.examples(), {.points = 2}).threshold.size() == 2);
  }

  TEST_CASE("missing scores, one kind and no row") {
    const RocCurve few = roc_curve(Scored{{1, std::nan(""), 2}, {0, 1, 1}}.examples());
    CHECK(few.left_out == 1);
    CHECK(few.auc == 1);
    const RocCurve events = roc_curve(Scored{{1, 2}, {1, 1}}.examples(), {.points = 5});
    CHECK(std::isnan(events.auc));
    CHECK(std::isnan(events.specificity[1]));
    CHECK(events.sensitivity == tables::Reals{0, 0.5, 1});
    CHECK(tables::codes(events.findings) == "one_class");
    const RocCurve none = roc_curve(Scored{}.examples());
    CHECK(none.threshold.size() == 1);
    CHECK(std::isnan(none.auc));
    CHECK(none.findings[0].message ==
          "roc_curve: the outcome happened in 0 of 0 rows; there is nothing to tell apart");
  }

  TEST_CASE("what is refused") {
    const Examples examples = Scored{{1, 2}, {0, 1}}.examples();
    CHECK(test::refusal([&] { roc_curve(examples, {.points = 1}); }) ==
          "roc_curve: points = 1 is neither 0 nor 2 or more");
    CHECK(test::refusal([&] { roc_curve(examples, {.score = "risk"}); }) ==
          "roc_curve: score = \"risk\" is no attribute of the examples; there are score");
  }
}
