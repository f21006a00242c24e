// SPDX-License-Identifier: MIT
#include <fealty/health/brier_decomposition.hpp>

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

namespace {

double total(const BrierDecomposition& found) {
  double sum = 0;
  for (const double each : found.contribution) sum += each;
  return sum;
}
void check(const BrierDecomposition& found, const std::vector<double>& wanted) {
  REQUIRE(found.value.size() == wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(found.value[i] == near(wanted[i], 1e-13));
}

}  // namespace

TEST_SUITE("health/brier_decomposition") {
  TEST_CASE("terms are those of their definition") {
    const BrierDecompositionOptions width{.binning = Binning::equal_width};
    check(brier_decomposition(test::waves().without_weights().examples(), width),
          {0.115709952194559, 0.0924928571428571, 0.2016, 0.000803200384787022, 0.00118585298196949});
    const auto weighted = brier_decomposition(test::waves().examples(), width);
    check(weighted, {0.123122514304251, 0.0989254124445672, 0.200802758776641, 0.000882810047327302,
                     0.00168328070148578});
    CHECK(weighted.bins == 10);
    CHECK(weighted.generalized_resolution ==
          near(0.0989254124445672 - 0.000882810047327302 + 0.00168328070148578, 1e-13));
  }
  TEST_CASE("errors are those of derivatives taken numerically, account by account") {
    const auto check_errors = [](const BrierDecomposition& found, const std::vector<double>& errors,
                                 double chance_off, double chance_apart) {
      constexpr double z = 1.959963984540054;
      for (std::size_t i = 0; i < 5; ++i) CHECK(found.std_error[i] == near(errors[i], 1e-7));
      CHECK(found.lower[0] == near(found.value[0] - chance_off - z * errors[0], 1e-7));
      CHECK(found.lower[1] == near(found.value[1] - chance_apart - z * errors[1], 1e-7));
      CHECK(found.upper[0] == near(found.value[0] + z * errors[0], 1e-7));
      CHECK(found.lower[4] == near(found.value[4] - z * errors[4], 1e-7));
      CHECK(found.accounts == 40);
    };
    const BrierDecompositionOptions width{.binning = Binning::equal_width};
    check_errors(brier_decomposition(test::waves().without_weights().examples(), width),
                 {0.0156223344119711, 0.0134875620084285, 0.0132936846393376, 4.21025257363258e-05,
                  0.00131800661602076},
                 0.00919046149637455, 0.00442571722608457);
    check_errors(
        brier_decomposition(test::waves().examples(), width),
        {0.0172114029910063, 0.0163696448236153, 0.0147268204751285, 4.454143073224e-05, 0.00131730309471389},
        0.00761777657599095, 0.00519761321382851);
  }
  TEST_CASE("intervals hold the terms of ever more rows at least as often as they say") {
    struct Case {
      double base, slope;
      std::array<double, 5> terms;
    };
    // Of the ten levels the variance is .0825, and that within bins .0016 / 3.
    for (const Case& each :
         {Case{0, 1, {0, .0825, .25, .0016 / 3, .0032 / 3}},
          Case{.1, .5, {.0225 + .25 * .0825, .25 * .0825, .35 * .65, .0016 / 3, .0016 / 3}}}) {
      std::array<int, 5> holds{};
      for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        const auto found =
            brier_decomposition(test::clustered_levels(seed, 1000, each.base, each.slope).examples(),
                                {.binning = Binning::equal_width});
        for (std::size_t i = 0; i < 5; ++i)
          holds[i] += found.lower[i] <= each.terms[i] + 1e-12 && each.terms[i] <= found.upper[i] + 1e-12;
      }
      CAPTURE(each.slope);
      for (const int each_holds : holds)
        CHECK(each_holds >= 275);  // of 285, by nearly three errors of the count
    }
  }
  TEST_CASE("the toy of four rows, in two bins worked out by hand") {
    const auto found =
        brier_decomposition(test::ScoreTable{{0, 1, 1, 0}, {.1, .9, .8, .3}}.examples(), {.bins = 2});
    CHECK(found.brier == near(.0375, 1e-15));
    // Bins .1, .3 of no outcome and .8, .9 of two: means .2 and .85.
    check(found, {(.04 + .0225) / 2, .25, .25, (.01 + .0025) / 2, 0});
  }
  TEST_CASE("they add up to the score exactly, of any bins") {
    for (std::uint64_t seed = 1; seed < 30; ++seed) {
      const auto table = test::random_table(seed, 300);
      for (const Binning binning : {Binning::equal_mass, Binning::equal_width})
        for (const int bins : {1, 3, 10, 1000}) {
          const auto found = brier_decomposition(table.examples(), {.bins = bins, .binning = binning});
          double sum = 0, weight = 0;
          for (std::size_t i = 0; i < table.size(); ++i) {
            sum += table.weight[i] * std::pow(table.score[i] - table.outcome[i], 2);
            weight += table.weight[i];
          }
          CHECK(std::abs(total(found) - found.brier) < 1e-15);
          CHECK(std::abs(found.brier - sum / weight) < 1e-14);
          const auto shuffled =
              brier_decomposition(table.shuffled(seed).examples(), {.bins = bins, .binning = binning});
          CHECK(shuffled.value == found.value);
          const auto repeated =
              brier_decomposition(table.repeated().examples(), {.bins = bins, .binning = binning});
          for (std::size_t i = 0; i < 5; ++i) CHECK(std::abs(repeated.value[i] - found.value[i]) < 1e-14);
        }
    }
  }
  TEST_CASE("in one bin everything is within, and with a bin for each probability nothing is") {
    const auto table = test::waves();
    const auto one = brier_decomposition(table.examples(), {.bins = 1});
    CHECK(one.value[1] == 0);
    const auto all = brier_decomposition(table.examples(), {.bins = 100'000});
    CHECK(all.bins == 101);
    CHECK(std::abs(all.value[3]) < 1e-30);
    CHECK(std::abs(all.value[4]) < 1e-30);
  }
  TEST_CASE("perfect predictions, equal ones, one outcome, one row, none") {
    const auto perfect = brier_decomposition(test::ScoreTable{{0, 1, 0, 1}, {0, 1, 0, 1}}.examples());
    CHECK(perfect.brier == 0);
    CHECK(perfect.value == std::vector<double>{0, .25, .25, 0, 0});
    const auto equal = brier_decomposition(test::ScoreTable{{0, 1, 0, 1}, {.5, .5, .5, .5}}.examples());
    CHECK(equal.value == std::vector<double>{0, 0, .25, 0, 0});
    const auto one = brier_decomposition(test::ScoreTable{{1}, {.5}}.examples());
    CHECK(one.brier == .25);
    CHECK(one.value == std::vector<double>{.25, 0, 0, 0, 0});
    CHECK(codes(one.findings) == std::vector<std::string>{"one_class"});
    CHECK(std::isnan(one.std_error[0]));
    CHECK(std::isnan(one.lower[2]));
    CHECK(equal.lower[0] == 0);
    CHECK(equal.upper[0] > 0);
    CHECK(equal.upper[2] == .25);
    const auto none = brier_decomposition(test::ScoreTable{}.examples());
    CHECK(std::isnan(none.upper[0]));
    CHECK(std::isnan(none.brier));
    CHECK(std::isnan(none.value[0]));
    CHECK(codes(none.findings) == std::vector<std::string>{"no_examples"});
  }
  TEST_CASE("bad probabilities and settings are refused by name") {
    CHECK_THROWS_WITH_AS(brier_decomposition(test::ScoreTable{{1, 0}, {.5, 2}}.examples()),
                         "brier_decomposition: score[1] = 2 is not a probability: a number in [0, 1]",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(brier_decomposition(test::waves().examples(), {.bins = -1}),
                         "brier_decomposition: bins = -1 is not between 1 and 1,000,000", InvalidInput);
    CHECK_THROWS_WITH_AS(brier_decomposition(test::waves().examples(), {.confidence = 1}),
                         "brier_decomposition: confidence = 1 is not in (0, 1)", InvalidInput);
  }
}
