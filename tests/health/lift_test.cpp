// SPDX-License-Identifier: MIT
#include <fealty/health/lift.hpp>

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

}  // namespace

TEST_SUITE("health/lift") {
  TEST_CASE("figures are those that are expected over ties") {
    const auto check = [](const char* score, std::vector<double> precision, std::vector<double> capture,
                          std::vector<double> value) {
      const Lift found = lift(test::asah(score, "ndka").examples(),
                              {.shares = {0.1, 0.25, 0.5, 1}, .value = "other", .draws = 0});
      for (std::size_t i = 0; i < 4; ++i) {
        CHECK(found.looked_at[i] == near(found.share[i] * 113));
        CHECK(found.precision[i] == near(precision[i]));
        CHECK(found.capture[i] == near(capture[i]));
        CHECK(found.lift[i] == near(precision[i] * 113 / 41));
        CHECK(found.value_capture[i] == near(value[i]));
        CHECK(std::isnan(found.lift_lower[i]));
      }
      CHECK(found.prevalence == near(41.0 / 113));
      CHECK(found.findings.empty());
    };
    check("wfns", {0.8181818181818182, 0.7477876106194691, 0.5741150442477876, 0.36283185840707965},
          {0.2254988913525499, 0.5152439024390244, 0.7911585365853658, 1.0},
          {0.30640407601359626, 0.6357859253164997, 0.7981407001632427, 1.0});
    check("s100b", {1.0, 0.6415929203539823, 0.4902654867256637, 0.36283185840707965},
          {0.275609756097561, 0.4420731707317073, 0.6756097560975609, 1.0},
          {0.4882786586318881, 0.5647348175676851, 0.7243735130159946, 1.0});
  }

  TEST_CASE("a score that is the same for all has lift 1 everywhere") {
    const Lift found = lift(Scored{{5, 5, 5, 5, 5}, {1, 0, 0, 1, 0}}.examples(), {.draws = 0});
    for (std::size_t i = 0; i < found.share.size(); ++i) {
      CHECK(found.lift[i] == near(1));
      CHECK(found.capture[i] == near(found.share[i]));
      CHECK(found.precision[i] == near(0.4));
    }
  }

  TEST_CASE("rows in another order change no bit, and threads neither") {
    std::mt19937_64 random(1);
    for (int i = 0; i < 10; ++i) {
      Scored rows = test::drawn_rows(50 + random() % 300, random, true);
      rows.weight.clear();
      const Lift a = lift(rows.examples(), {.draws = 40, .threads = 1});
      const Lift b = lift(rows.shuffled(random).examples(), {.draws = 40, .threads = 2});
      CHECK(a.precision == b.precision);
      CHECK(a.capture_lower[5] == b.capture_lower[5]);
      CHECK(a.lift_upper[5] == b.lift_upper[5]);
      CHECK(a.clustered);
    }
  }

  TEST_CASE("identities: precision x rows is capture x outcomes, and weights that are alike change nothing") {
    std::mt19937_64 random(2);
    Scored rows = test::drawn_rows(400, random);
    const Lift found = lift(rows.examples(), {.draws = 0});
    rows.weight.assign(400, 0.25);
    const Lift weighted = lift(rows.examples(), {.draws = 0});
    for (std::size_t i = 0; i < found.share.size(); ++i) {
      CHECK(found.precision[i] * found.looked_at[i] ==
            near(found.capture[i] * static_cast<double>(found.outcomes)));
      CHECK(found.lift[i] == near(found.precision[i] / found.prevalence));
      CHECK(weighted.lift[i] == near(found.lift[i]));
      CHECK(weighted.looked_at[i] == near(found.looked_at[i] / 4));
    }
  }

  TEST_CASE("intervals cover what they say, of accounts too") {
    std::mt19937_64 random(3);
    std::normal_distribution<double> normal;
    // Scores N(1, 1) and N(0, 1), a fifth of them with the outcome: among a fifth of all with the highest
    // score are .4989 of those with the outcome.
    double threshold = 0;
    for (int step = 0; step < 60; ++step) {
      const double above = 0.2 * std::erfc((threshold - 1) / std::sqrt(2.0)) / 2 +
                           0.8 * std::erfc(threshold / std::sqrt(2.0)) / 2;
      threshold += (above - 0.2) * 2;
    }
    const double truth = std::erfc((threshold - 1) / std::sqrt(2.0)) / 2;
    int covered = 0;
    for (int i = 0; i < 200; ++i) {
      Scored rows;
      for (int row = 0; row < 400; ++row) {
        const bool happened = random() % 5 == 0;
        const double score = normal(random) + (happened ? 1 : 0);
        for (int time = 0; time < 2; ++time) {
          rows.score.push_back(score);
          rows.outcome.push_back(happened ? 1 : 0);
          rows.account.push_back(row);
        }
      }
      const Lift found = lift(rows.examples(), {.shares = {0.2}, .draws = 300});
      covered += found.capture_lower[0] <= truth && truth <= found.capture_upper[0] ? 1 : 0;
    }
    CHECK(std::abs(covered - 190) < 12);
  }

  TEST_CASE("rows without a score or a value are left out; without value there is none") {
    const Scored rows{{1, 2, std::nan(""), 4}, {0, 1, 1, 1}, {}, {}, {1, std::nan(""), 5, 0}};
    const Lift plain = lift(rows.examples(), {.draws = 0});
    CHECK(plain.left_out == 1);
    CHECK(std::isnan(plain.value_capture[0]));
    const Lift valued = lift(rows.examples(), {.value = "other", .draws = 0});
    CHECK(valued.left_out == 2);
    CHECK(valued.examples == 2);
    CHECK(std::isnan(valued.value_capture[0]));  // the one with the outcome is worth nothing
    CHECK(tables::find(valued.findings, "no_value")->message ==
          "lift: other is 0 in all 1 rows that have the outcome; there is no value_capture");
    const Lift huge_but_finite =
        lift(Scored{{1, 2, 3, 4}, {1, 0, 1, 0}, {}, {}, {1e289, 5, 3e289, 1}}.examples(),
             {.shares = {.5}, .value = "other"});
    CHECK(huge_but_finite.value_capture[0] == near(.75));
    CHECK_THROWS_WITH_AS(
        lift(Scored{{1, 2, 3, 4}, {1, 0, 1, 0}, {}, {}, {1e308, 5, 1e308, 1}}.examples(), {.value = "other"}),
        "lift: other = inf in all is too large to compute with", InvalidInput);
  }

  TEST_CASE("one kind, no row and a single one") {
    for (const Scored& rows : {Scored{}, Scored{{1}, {1}}, Scored{{1, 2}, {0, 0}}}) {
      const Lift found = lift(rows.examples());
      CHECK(found.share.size() == 6);
      CHECK(std::isnan(found.capture[0]));
      CHECK(std::isnan(found.precision[0]));
      CHECK(std::isnan(found.lift_upper[0]));
      CHECK(tables::codes(found.findings) == "one_class");
    }
    const Lift single = lift(Scored{{1, 2, 3, 4}, {0, 0, 1, 0}}.examples());
    CHECK(single.capture[5] == 1);
    CHECK(std::isnan(single.capture_lower[5]));
    CHECK(tables::codes(single.findings) == "few_outcomes no_interval");
    CHECK(lift(Scored{{1, 2}, {0, 1}}.examples(), {.shares = {}}).share.empty());
  }

  TEST_CASE("what is refused") {
    const Examples examples = Scored{{1, 2}, {0, 1}, {}, {}, {1, -2}}.examples();
    const auto refused = [&](const LiftOptions& options) {
      return test::refusal([&] { lift(examples, options); });
    };
    CHECK(refused({.shares = {0}}) == "lift: shares[0] = 0 is not in (0, 1]");
    CHECK(refused({.shares = {0.5, 1.1}}) == "lift: shares[1] = 1.1 is not in (0, 1]");
    CHECK(refused({.shares = {std::nan("")}}) == "lift: shares[0] = nan is not in (0, 1]");
    CHECK(refused({.shares = {0.5, 0.2}}) == "lift: shares[1] = 0.2 is not above the share before it");
    CHECK(refused({.value = "mrr"}) ==
          "lift: value = \"mrr\" is no attribute of the examples; there are score, other");
    CHECK(refused({.value = "other"}) == "lift: other[1] = -2 is negative");
    CHECK(refused({.draws = -1}) == "lift: draws = -1 is neither 0 nor between 2 and 1,000,000");
    CHECK(refused({.confidence = 0}) == "lift: confidence = 0 is not in (0, 1)");
  }
}
