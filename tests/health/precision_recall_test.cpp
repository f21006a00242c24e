// SPDX-License-Identifier: MIT
#include <fealty/health/precision_recall.hpp>

#include "health/asah.hpp"
#include "revenue/tables.hpp"

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
double average_of(const Scored& rows) {
  return average_precision(rows.examples(), {.draws = 0}).average_precision[0];
}

}  // namespace

TEST_SUITE("health/precision_recall") {
  TEST_CASE("precision and recall are scikit-learn's") {
    const PrecisionRecall found = precision_recall(test::asah("wfns").examples());
    const tables::Reals precision{0.8181818181818182, 0.6842105263157895, 0.6428571428571429,
                                  0.527027027027027, 0.36283185840707965};
    const tables::Reals recall{0.43902439024390244, 0.6341463414634146, 0.6585365853658537,
                               0.9512195121951219, 1.0};
    CHECK(found.threshold == tables::Reals{5, 4, 3, 2, 1});
    for (std::size_t i = 0; i < 5; ++i) {
      CHECK(found.precision[i] == near(precision[i]));
      CHECK(found.recall[i] == near(recall[i]));
    }
    CHECK(found.true_positives == tables::Counts{18, 26, 27, 39, 41});
    CHECK(found.false_positives == tables::Counts{4, 12, 15, 35, 72});
    CHECK(found.prevalence == near(41.0 / 113));
    CHECK(found.examples == 113);
  }

  TEST_CASE("average precision is scikit-learn's, with weights too") {
    CHECK(average_of(test::asah("s100b")) == near(0.6856209231721957));
    CHECK(average_of(test::asah("wfns")) == near(0.6803366371169433));
    CHECK(average_of(test::asah("ndka")) == near(0.48624872262242125));
    CHECK(average_of(test::asah_with(false, true)) == near(0.6813799730523646));
    CHECK(average_of({{.1, .4, .35, .8}, {0, 0, 1, 1}}) == near(5.0 / 6));
  }

  TEST_CASE("it is the sum of the curve's steps, and in no order of rows another") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 10; ++i) {
      Scored rows = test::drawn_rows(50 + random() % 500, random, true);
      const AveragePrecisionOptions options{.draws = 20};
      const PrecisionRecall curve = precision_recall(rows.examples());
      const AveragePrecision found = average_precision(rows.examples(), options);
      double sum = 0, before = 0;
      for (std::size_t j = 0; j < curve.recall.size(); ++j) {
        sum += (curve.recall[j] - before) * curve.precision[j];
        before = curve.recall[j];
      }
      CHECK(found.average_precision[0] == near(sum));
      CHECK(found.prevalence[0] == near(curve.prevalence));
      rows.weight.clear();
      const AveragePrecision plain = average_precision(rows.examples(), options);
      const AveragePrecision again = average_precision(rows.shuffled(random).examples(), options);
      CHECK(plain.average_precision == again.average_precision);
      CHECK(plain.lower == again.lower);
      CHECK(plain.upper == again.upper);
    }
  }

  TEST_CASE("a score that tells nothing comes to the prevalence; the interval covers it") {
    std::mt19937_64 random(2);
    std::size_t covered = 0, clusters = 0;
    for (int i = 0; i < 200; ++i) {
      Scored rows, thrice;
      for (int row = 0; row < 300; ++row) {
        rows.score.push_back(static_cast<double>(random() % 4));
        rows.outcome.push_back(random() % 4 == 0 ? 1 : 0);
        for (int time = 0; time < 3; ++time) {
          thrice.score.push_back(rows.score.back());
          thrice.outcome.push_back(rows.outcome.back());
          thrice.account.push_back(row);
        }
      }
      const AveragePrecision found = average_precision(rows.examples(), {.draws = 300});
      covered += found.lower[0] <= 0.255 && 0.245 <= found.upper[0] ? 1 : 0;
      const AveragePrecision taken = average_precision(thrice.examples(), {.draws = 300});
      clusters += taken.lower[0] <= 0.255 && 0.245 <= taken.upper[0] ? 1 : 0;
      CHECK(taken.clustered);
    }
    CHECK(covered >= 180);
    CHECK(clusters >= 180);
  }

  TEST_CASE("threads change no bit; no draws, no interval") {
    const Examples patients = test::asah_with(true, true).examples();
    const AveragePrecision one = average_precision(patients, {.draws = 100, .threads = 1});
    const AveragePrecision two = average_precision(patients, {.draws = 100, .threads = 2});
    CHECK(one.lower == two.lower);
    CHECK(one.std_error == two.std_error);
    CHECK(one.lower[0] < one.average_precision[0]);
    const AveragePrecision none = average_precision(patients, {.draws = 0});
    CHECK(std::isnan(none.lower[0]));
    CHECK(std::isnan(none.std_error[0]));
    CHECK(none.findings.empty());
  }

  TEST_CASE("one kind, no spread and a single row") {
    for (const Scored& rows : {Scored{}, Scored{{1}, {1}}, Scored{{1, 2}, {0, 0}}}) {
      const AveragePrecision found = average_precision(rows.examples());
      CHECK(std::isnan(found.average_precision[0]));
      CHECK(std::isnan(found.lower[0]));
      CHECK(tables::codes(found.findings) == "one_class");
      CHECK(tables::codes(precision_recall(rows.examples()).findings) == "one_class");
    }
    CHECK(precision_recall(Scored{}.examples()).threshold.empty());
    CHECK(std::isnan(precision_recall(Scored{}.examples()).prevalence));
    CHECK(std::isnan(precision_recall(Scored{{1, 2}, {0, 0}}.examples()).recall[0]));
    const AveragePrecision perfect = average_precision(Scored{{1, 2, 3, 4}, {0, 0, 1, 1}}.examples());
    CHECK(perfect.average_precision[0] == 1);
    CHECK(std::isnan(perfect.lower[0]));
    REQUIRE(tables::codes(perfect.findings) == "few_outcomes no_interval");
    CHECK(perfect.findings[1].message == "average_precision: no draw differs; there is no interval");
    const AveragePrecision single = average_precision(Scored{{1, 2, 3, 4}, {0, 0, 1, 0}}.examples());
    CHECK(single.average_precision[0] == 0.5);
    CHECK(std::isnan(single.lower[0]));
    CHECK(tables::codes(single.findings) == "few_outcomes no_interval");
  }

  TEST_CASE("what is refused") {
    const Examples examples = Scored{{1, 2}, {0, 1}}.examples();
    const auto refused = [&](const AveragePrecisionOptions& options) {
      return test::refusal([&] { average_precision(examples, options); });
    };
    CHECK(refused({.score = "risk"}) ==
          "average_precision: score = \"risk\" is no attribute of the examples; there are score");
    CHECK(refused({.draws = 1}) == "average_precision: draws = 1 is neither 0 nor between 2 and 1,000,000");
    CHECK(refused({.confidence = 2}) == "average_precision: confidence = 2 is not in (0, 1)");
    CHECK(refused({.cluster = true}) == "average_precision: cluster = true needs examples with accounts");
    CHECK(test::refusal([&] { precision_recall(examples, {.score = "risk"}); }) ==
          "precision_recall: score = \"risk\" is no attribute of the examples; there are score");
  }
}
