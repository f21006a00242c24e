// SPDX-License-Identifier: MIT
#include <fealty/health/calibration_measures.hpp>

#include "calibration_tables.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)
using test::codes;
using test::near;
using M = CalibrationMeasure;

namespace {

std::size_t row(const CalibrationMeasures& found, M measure) {
  for (std::size_t i = 0; i < found.measure.size(); ++i)
    if (found.measure[i] == measure) return i;
  return found.measure.size();
}
double value(const CalibrationMeasures& found, M measure) { return found.value[row(found, measure)]; }
double error(const CalibrationMeasures& found, M measure) { return found.std_error[row(found, measure)]; }

struct Wanted {
  M measure;
  double value, std_error;
};
void check(const CalibrationMeasures& found, const std::vector<Wanted>& wanted) {
  for (const Wanted& each : wanted) {
    CAPTURE(enum_names(M{})[static_cast<std::size_t>(each.measure)]);
    CHECK(value(found, each.measure) == near(each.value, 1e-11));
    CHECK(error(found, each.measure) == near(each.std_error, 1e-11));
  }
}

}  // namespace

TEST_SUITE("health/calibration_measures") {
  TEST_CASE("of independent rows values and errors are R's") {
    const auto found = calibration_measures(test::waves().without_weights().without_accounts().examples());
    check(found, {{M::brier, 0.22443444245452, 0.0168585247645704},
                  {M::brier_skill, -0.113266083603768, 0.120157217120988},
                  {M::log_loss, 0.650141607307379, 0.0462035043450388},
                  {M::calibration_slope, 0.697615864157376, 0.130992762264899},
                  {M::calibration_intercept, -1.16099206243059, 0.189595939530903},
                  {M::calibration_in_the_large, -1.34916225431284, 0.18785450507741},
                  {M::mean_difference, 0.215582524271845, 0.0299042540530246},
                  {M::expected_observed_ratio, 1.76993758668516, 1.76993758668516 * 0.103904822959003}});
    CHECK(value(found, M::spiegelhalter_z) == near(4.22472429532206, 1e-13));  // val.prob() of rms
    CHECK(found.p_value[row(found, M::spiegelhalter_z)] == near(2.39233478338038e-05, 1e-11));
    CHECK(found.findings.empty());
    CHECK(found.measure.size() == 11);
    CHECK(found.accounts == 0);
    CHECK(found.share == .28);
    const double z = 1.959963984540054;
    const std::size_t slope = row(found, M::calibration_slope),
                      ratio = row(found, M::expected_observed_ratio);
    CHECK(found.lower[slope] == near(0.697615864157376 - z * 0.130992762264899, 1e-11));
    CHECK(found.upper[slope] == near(0.697615864157376 + z * 0.130992762264899, 1e-11));
    CHECK(found.p_value[slope] ==
          near(std::erfc((1 - 0.697615864157376) / 0.130992762264899 / std::sqrt(2))));
    CHECK(found.lower[ratio] == near(1.76993758668516 * std::exp(-z * 0.103904822959003), 1e-11));
    CHECK(std::isnan(found.p_value[row(found, M::brier)]));
  }
  TEST_CASE("of accounts with several rows errors are those of clusters in R's sandwich") {
    const auto found = calibration_measures(test::waves().without_weights().examples());
    check(found, {{M::brier, 0.22443444245452, 0.0142580630767232},
                  {M::brier_skill, -0.113266083603768, 0.115587709171349},
                  {M::log_loss, 0.650141607307379, 0.040799767320323},
                  {M::calibration_slope, 0.697615864157376, 0.153357244922991},
                  {M::calibration_intercept, -1.16099206243059, 0.169162092549883},
                  {M::calibration_in_the_large, -1.34916225431284, 0.14855770592629},
                  {M::mean_difference, 0.215582524271845, 0.0206891858120414},
                  {M::expected_observed_ratio, 1.76993758668516, 1.76993758668516 * 0.086435118154066}});
    CHECK(found.accounts == 40);
    CHECK(codes(found.findings) == std::vector<std::string>{"many_rows"});
    CHECK(
        found.findings[0].message ==
        "calibration_measures: 200 rows are of 40 accounts; Spiegelhalter's test takes them as if they were "
        "independent");
  }
  TEST_CASE("weights count as in R") {
    check(calibration_measures(test::waves().without_accounts().examples()),
          {{M::calibration_slope, 0.719093589916057, 0.0945356849112186},
           {M::calibration_intercept, -1.18681683931102, 0.136338431215632},
           {M::calibration_in_the_large, -1.36810902126082, 0.133068446219258}});
    check(calibration_measures(test::waves().examples()),
          {{M::calibration_slope, 0.719093589916057, 0.162369885116138},
           {M::calibration_intercept, -1.18681683931102, 0.191519549467052},
           {M::calibration_in_the_large, -1.36810902126082, 0.171716195922504}});
  }
  TEST_CASE("calibration errors are those of their definition") {
    const auto found =
        calibration_measures(test::waves().without_weights().examples(), {.binning = Binning::equal_width});
    CHECK(value(found, M::expected_calibration_error) == near(0.255679611650485, 1e-13));
    CHECK(value(found, M::maximum_calibration_error) == near(0.752427184466019, 1e-13));
    CHECK(found.expected_error_by_chance == near(0.0711275994646939, 1e-13));
    CHECK(found.bins == 10);
  }
  TEST_CASE("calibration errors have errors by derivatives taken numerically, account by account") {
    const auto check_errors = [](const test::ScoreTable& table, std::array<double, 5> wanted) {
      const auto found = calibration_measures(table.examples(), {.binning = Binning::equal_width});
      const std::size_t mean = row(found, M::expected_calibration_error);
      const std::size_t largest = row(found, M::maximum_calibration_error);
      CHECK(found.value[mean] == near(wanted[0], 1e-12));
      CHECK(found.std_error[mean] == near(wanted[1], 1e-9));
      CHECK(found.lower[mean] == near(wanted[2], 1e-9));
      CHECK(found.upper[mean] == near(wanted[0] + 1.959963984540054 * wanted[1], 1e-9));
      CHECK(found.value[largest] == near(wanted[3], 1e-12));
      CHECK(found.lower[largest] == near(wanted[4], 1e-9));
      CHECK(std::isnan(found.std_error[largest]));
      CHECK(std::isnan(found.lower[row(found, M::spiegelhalter_z)]));
    };
    check_errors(test::waves().without_weights(), {0.255679611650485, 0.030315475432253, 0.12078167496953,
                                                   0.752427184466019, 0.482088645898217});
    check_errors(test::waves(), {0.27286663260092, 0.0282923878870848, 0.149318823496729, 0.751361591285816,
                                 0.542417197847101});
  }
  TEST_CASE("intervals of calibration errors hold those of ever more rows at least as often as they say") {
    struct Case {
      double base, slope, expected, largest;
    };
    // Of levels .05, .15 to .95: |p - (.1 + .5 p)| is 1.325 in sum, .375 at most.
    for (const Case& each : {Case{0, 1, 0, 0}, Case{.1, .5, .1705, .375}}) {
      int of_expected = 0, of_largest = 0;
      for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto found =
            calibration_measures(test::clustered_levels(seed, 1000, each.base, each.slope).examples(),
                                 {.binning = Binning::equal_width});
        const std::size_t mean = row(found, M::expected_calibration_error);
        const std::size_t largest = row(found, M::maximum_calibration_error);
        of_expected += found.lower[mean] <= each.expected && each.expected <= found.upper[mean];
        of_largest += found.lower[largest] <= each.largest && each.largest <= found.upper[largest];
      }
      CAPTURE(each.slope);
      CHECK(of_expected >= 275);  // of 285, by nearly three errors of the count
      CHECK(of_largest >= 275);
    }
  }
  TEST_CASE("the toy of four rows has a Brier score of .0375") {
    const auto found = calibration_measures(test::ScoreTable{{0, 1, 1, 0}, {.1, .9, .8, .3}}.examples(),
                                            {.least_outcomes = 0});
    CHECK(value(found, M::brier) == near(.0375, 1e-15));
    CHECK(value(found, M::brier_skill) == near(.85, 1e-15));
    CHECK(std::isnan(value(found, M::calibration_slope)));
    CHECK(codes(found.findings) == std::vector<std::string>{"separation"});
    CHECK(found.findings[0].message ==
          "calibration_measures: the probability tells all outcomes; the calibration slope is infinite");
  }
  TEST_CASE("of right probabilities the interval of the slope covers 1 in 180 samples of 200 or more") {
    for (const bool clustered : {false, true}) {
      int slope = 0, large = 0, brier = 0;
      for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        fealty::detail::SplitMix64 random(seed + (clustered ? 1000 : 0));
        test::ScoreTable table;
        double truth = 0;
        for (int account = 0; account < 150; ++account) {
          const double lean = -1.4 + test::normal(random);
          // Of rows of one account half the risk is not foreseen, and is theirs alone.
          const bool drawn = test::uniform(random) < 1 / (1 + std::exp(-lean));
          for (int i = 0; i < 4; ++i) {
            const double p = 1 / (1 + std::exp(clustered ? -lean : 1.4 - test::normal(random)));
            const bool same = clustered && test::uniform(random) < .5;
            table.score.push_back(p);
            table.outcome.push_back((same ? drawn : test::uniform(random) < p) ? 1 : 0);
            table.account.push_back(account);
            truth += p * (1 - p);
          }
        }
        const auto found =
            calibration_measures(clustered ? table.examples() : table.without_accounts().examples());
        const auto covers = [&](M measure, double right) {
          const std::size_t i = row(found, measure);
          return found.lower[i] <= right && right <= found.upper[i] ? 1 : 0;
        };
        slope += covers(M::calibration_slope, 1);
        large += covers(M::calibration_in_the_large, 0);
        brier += covers(M::brier, truth / static_cast<double>(table.size()));
      }
      CAPTURE(clustered);
      CHECK(slope >= 180);
      CHECK(large >= 180);
      CHECK(brier >= 180);
    }
  }
  TEST_CASE("weights are repeated rows, and the order of rows does not matter") {
    for (std::uint64_t seed = 1; seed < 10; ++seed) {
      for (const bool accounts : {false, true}) {
        const auto drawn = test::random_table(seed, 90);
        const auto table = accounts ? drawn : drawn.without_accounts();
        const auto found = calibration_measures(table.examples());
        const auto repeated = calibration_measures(table.repeated().examples());
        const auto shuffled = calibration_measures(table.shuffled(seed).examples());
        for (std::size_t i = 0; i < found.value.size(); ++i) {
          CHECK(repeated.value[i] == near(found.value[i], 1e-9));
          if (!std::isnan(found.std_error[i])) CHECK(repeated.std_error[i] == near(found.std_error[i], 1e-9));
          CHECK(shuffled.value[i] == found.value[i]);
          if (!std::isnan(found.std_error[i]))
            CHECK(shuffled.std_error[i] == near(found.std_error[i], 1e-13));
        }
      }
    }
  }
  TEST_CASE("one outcome has a Brier score and a log loss, and nothing that would be infinite") {
    const auto found = calibration_measures(test::ScoreTable{{0, 0, 0}, {.1, .2, .3}}.examples());
    CHECK(value(found, M::brier) == near(.14 / 3, 1e-14));
    CHECK(value(found, M::log_loss) == near(-(std::log(.9) + std::log(.8) + std::log(.7)) / 3, 1e-14));
    for (const M each : {M::brier_skill, M::calibration_slope, M::calibration_intercept,
                         M::calibration_in_the_large, M::expected_observed_ratio})
      CHECK(std::isnan(value(found, each)));
    CHECK(value(found, M::mean_difference) == near(.2, 1e-14));
    CHECK(codes(found.findings) == std::vector<std::string>{"one_class"});
    const auto all = calibration_measures(test::ScoreTable{{1, 1}, {.5, .5}}.examples());
    CHECK(value(all, M::expected_observed_ratio) == .5);
    CHECK(std::isnan(value(all, M::spiegelhalter_z)));
  }
  TEST_CASE("3 outcomes are said to be few") {
    test::ScoreTable table = test::waves();
    for (auto& each : table.outcome) each = 0;
    table.outcome[3] = table.outcome[90] = table.outcome[150] = 1;
    const auto found = calibration_measures(table.without_accounts().examples());
    CHECK(codes(found.findings) == std::vector<std::string>{"few_outcomes"});
    CHECK(found.findings[0].message ==
          "calibration_measures: 3 examples have the outcome and 197 have not; fewer "
          "than 30 of either tell little");
    CHECK(std::isfinite(value(found, M::calibration_slope)));
  }
  TEST_CASE("equal probabilities have no slope, and the right level in the large") {
    const auto found = calibration_measures(test::ScoreTable{{0, 1, 0, 1}, {.3, .3, .3, .3}}.examples(),
                                            {.least_outcomes = 0});
    CHECK(std::isnan(value(found, M::calibration_slope)));
    CHECK(value(found, M::calibration_in_the_large) == near(std::log(.7 / .3), 1e-13));
    CHECK(codes(found.findings) == std::vector<std::string>{"no_spread"});
    CHECK(found.bins == 1);
  }
  TEST_CASE("perfect and certain predictions are finite where they can be, and said") {
    const auto found =
        calibration_measures(test::ScoreTable{{0, 1, 0, 1}, {0, 1, 0, 1}}.examples(), {.least_outcomes = 0});
    CHECK(value(found, M::brier) == 0);
    CHECK(value(found, M::brier_skill) == 1);
    CHECK(value(found, M::log_loss) == near(0, 1e-14));
    CHECK(std::isnan(value(found, M::calibration_slope)));
    CHECK(codes(found.findings) == std::vector<std::string>{"certain_scores", "separation"});
    CHECK(found.findings[0].message ==
          "calibration_measures: 4 probabilities are 0 or 1; logarithms and logits are taken at 1e-15 from "
          "there, which decides how much they count");
    const auto wrong = calibration_measures(test::ScoreTable{{1, 0}, {0, 1}}.examples(), {.clip = 1e-6});
    CHECK(value(wrong, M::log_loss) == near(-std::log(1e-6), 1e-12));
    CHECK(value(wrong, M::brier) == 1);
  }
  TEST_CASE("flags as probabilities are far off, but judged") {
    for (const double clip : {1e-15, 1e-4}) {
      test::ScoreTable table;
      for (int i = 0; i < 200; ++i) {
        table.score.push_back(i < 100 ? 0 : 1);
        table.outcome.push_back(i % 2 == 0 && i < 100 ? 1 : 0);
      }
      const auto one_side = calibration_measures(table.examples(), {.clip = clip});
      CHECK(value(one_side, M::brier) == near(.75, 1e-12));
      CHECK(std::isnan(value(one_side, M::calibration_slope)));
      CHECK(std::isfinite(value(one_side, M::calibration_in_the_large)));
      table.outcome[199] = 1;
      table.outcome[0] = 0;
      const auto both = calibration_measures(table.examples(), {.clip = clip});
      CHECK(std::isfinite(value(both, M::calibration_slope)));
      CHECK(std::isfinite(value(both, M::calibration_in_the_large)));
    }
  }
  TEST_CASE("a clip that cannot be told from none is refused") {
    CHECK_THROWS_WITH_AS(
        calibration_measures(test::ScoreTable{{0, 1}, {0, 1}}.examples(), {.clip = 1e-17}),
        "calibration_measures: clip = 1e-17 is so small that 1 less it is 1, whose logarithm is infinite",
        InvalidInput);
  }
  TEST_CASE("no rows and one row") {
    const auto none = calibration_measures(test::ScoreTable{}.examples());
    CHECK(none.measure.size() == 11);
    for (const double each : none.value) CHECK(std::isnan(each));
    CHECK(codes(none.findings) == std::vector<std::string>{"no_examples"});
    const auto one = calibration_measures(test::ScoreTable{{1}, {.8}, {7}}.examples());
    CHECK(value(one, M::brier) == near(.04, 1e-14));
    CHECK(std::isnan(error(one, M::brier)));
    CHECK(std::isnan(one.lower[row(one, M::expected_calibration_error)]));
  }
  TEST_CASE("bad probabilities and settings are refused by name") {
    CHECK_THROWS_WITH_AS(
        calibration_measures(test::health_waves().examples()),
        "calibration_measures: score[0] = 99.02912621359224 is not a probability: a number in "
        "[0, 1]",
        InvalidInput);
    CHECK_THROWS_WITH_AS(calibration_measures(test::ScoreTable{{1, 0}, {.5, -1e-9}}.examples()),
                         "calibration_measures: score[1] = -1e-09 is not a probability: a number in [0, 1]",
                         InvalidInput);
    const auto examples = test::waves().examples();
    CHECK_THROWS_WITH_AS(calibration_measures(examples, {.bins = 0}),
                         "calibration_measures: bins = 0 is not between 1 and 1,000,000", InvalidInput);
    CHECK_THROWS_WITH_AS(calibration_measures(examples, {.clip = std::nan("")}),
                         "calibration_measures: clip = nan is not in (0, 0.5)", InvalidInput);
    CHECK_THROWS_WITH_AS(calibration_measures(examples, {.confidence = 1}),
                         "calibration_measures: confidence = 1 is not in (0, 1)", InvalidInput);
  }
}
