// SPDX-License-Identifier: MIT
#include <fealty/health/net_benefit.hpp>

#include "calibration_tables.hpp"

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

/// By counting anew for each threshold, and each account.
struct Counted {
  double benefit = 0, std_error = 0;
};
Counted count(const test::ScoreTable& table, double threshold) {
  const double odds = threshold / (1 - threshold);
  double weight = 0;
  Counted out;
  std::vector<double> gain(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    gain[i] = table.score[i] >= threshold ? (table.outcome[i] != 0 ? 1 : -odds) : 0;
    weight += table.weight[i];
    out.benefit += table.weight[i] * gain[i];
  }
  out.benefit /= weight;
  double squares = 0, units = weight;
  if (table.account.empty()) {
    for (std::size_t i = 0; i < table.size(); ++i)
      squares += table.weight[i] * std::pow(gain[i] - out.benefit, 2);
  } else {
    std::vector<double> sum(100), rows(100);
    for (std::size_t i = 0; i < table.size(); ++i) {
      sum[static_cast<std::size_t>(table.account[i])] += table.weight[i] * (gain[i] - out.benefit);
      rows[static_cast<std::size_t>(table.account[i])] += 1;
    }
    units = 0;
    for (std::size_t i = 0; i < 100; ++i) squares += sum[i] * sum[i], units += rows[i] > 0 ? 1 : 0;
  }
  out.std_error = std::sqrt(squares * units / (units - 1)) / weight;
  return out;
}

}  // namespace

TEST_SUITE("health/net_benefit") {
  TEST_CASE("it is that of dcurves") {
    const auto found =
        net_benefit(test::waves().without_weights().examples(), {.thresholds = {.1, .25, .5, .7}});
    const std::vector<double> model{0.188888888888889, 0.0766666666666667, -0.0549999999999999,
                                    -0.176666666666667};
    const std::vector<double> all{0.2, 0.04, -0.44, -1.4};
    for (std::size_t i = 0; i < 4; ++i) {
      CHECK(found.net_benefit[i] == near(model[i], 1e-14));
      CHECK(found.treat_all[i] == near(all[i], 1e-14));
      CHECK(found.standardized[i] == near(model[i] / .28, 1e-14));
      const double t = found.threshold[i];
      CHECK(found.avoided[i] == near((model[i] - all[i]) * (1 - t) / t, 1e-13));
    }
    CHECK(found.share == .28);
  }
  TEST_CASE("the toy of four rows, worked out by hand") {
    const auto found =
        net_benefit(test::ScoreTable{{0, 1, 1, 0}, {.1, .9, .8, .3}}.examples(), {.thresholds = {.2, .8}});
    CHECK(found.net_benefit[0] == near(2.0 / 4 - 1.0 / 4 * .25));
    CHECK(found.treated == std::vector<std::int64_t>{3, 2});  // .8 is treated at .8
    CHECK(found.treated_outcomes == std::vector<std::int64_t>{2, 2});
    CHECK(found.net_benefit[1] == near(.5));
    CHECK(found.standardized[1] == near(1));
  }
  TEST_CASE("benefits and errors are those of counting each threshold by itself") {
    for (std::uint64_t seed = 1; seed < 10; ++seed)
      for (const bool accounts : {false, true}) {
        const auto drawn = test::random_table(seed, 150);
        const auto table = accounts ? drawn : drawn.without_accounts();
        const auto found = net_benefit(table.examples());
        CHECK(found.threshold.size() == 99);
        for (std::size_t i = 0; i < found.threshold.size(); i += 7) {
          const Counted counted = count(table, found.threshold[i]);
          CHECK(found.net_benefit[i] == near(counted.benefit, 1e-12));
          CHECK(found.std_error[i] == near(counted.std_error, 1e-10));
        }
        const auto repeated = net_benefit(table.repeated().examples());
        const auto shuffled = net_benefit(table.shuffled(seed).examples());
        for (std::size_t i = 0; i < found.threshold.size(); ++i) {
          CHECK(repeated.net_benefit[i] == near(found.net_benefit[i], 1e-12));
          CHECK(repeated.std_error[i] == near(found.std_error[i], 1e-10));
          CHECK(shuffled.net_benefit[i] == near(found.net_benefit[i], 1e-13));
          CHECK(shuffled.std_error[i] == near(found.std_error[i], 1e-12));
        }
      }
  }
  TEST_CASE("right probabilities are never worse than treating all or none, as far as chance lets them") {
    const auto found = net_benefit(test::random_table(3, 4000).examples());
    for (std::size_t i = 0; i < found.threshold.size(); ++i) {
      CHECK(found.net_benefit[i] > found.treat_all[i] - 3 * found.std_error[i] - 1e-12);
      CHECK(found.net_benefit[i] > -3 * found.std_error[i] - 1e-12);
    }
  }
  TEST_CASE("no rows, one row, one outcome") {
    const auto none = net_benefit(test::ScoreTable{}.examples(), {.thresholds = {.5}});
    CHECK(std::isnan(none.net_benefit[0]));
    CHECK(none.treated[0] == 0);
    CHECK(codes(none.findings) == std::vector<std::string>{"no_examples"});
    const auto one = net_benefit(test::ScoreTable{{0}, {.7}}.examples(), {.thresholds = {.5, .8}});
    CHECK(one.net_benefit == std::vector<double>{-1, 0});
    CHECK(std::isnan(one.std_error[0]));
    CHECK(std::isnan(one.standardized[0]));
    CHECK(codes(one.findings) == std::vector<std::string>{"one_class"});
  }
  TEST_CASE("bad thresholds and probabilities are refused by name") {
    const auto examples = test::waves().examples();
    CHECK_THROWS_WITH_AS(net_benefit(examples, {.thresholds = {.1, 1}}),
                         "net_benefit: thresholds[1] = 1 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(net_benefit(examples, {.thresholds = {.1, .1}}),
                         "net_benefit: thresholds[1] = 0.1 is not above the one before", InvalidInput);
    CHECK_THROWS_WITH_AS(net_benefit(examples, {.confidence = 2}),
                         "net_benefit: confidence = 2 is not in (0, 1)", InvalidInput);
    CHECK_THROWS_WITH_AS(net_benefit(test::ScoreTable{{1}, {3}}.examples()),
                         "net_benefit: score[0] = 3 is not a probability: a number in [0, 1]", InvalidInput);
  }
}
