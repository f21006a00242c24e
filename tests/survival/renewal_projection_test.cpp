// SPDX-License-Identifier: MIT
#include <fealty/survival/beta_discrete_weibull.hpp>
#include <fealty/survival/renewal_projection.hpp>
#include <fealty/survival/shifted_beta_geometric.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "data.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)

TEST_SUITE("survival/renewal_projection") {
  TEST_CASE("the two segments of Fader and Hardie go on as the paper projects") {
    const RenewalModel model = shifted_beta_geometric(Lifetimes(test::fader_hardie(7)), {.by = {"segment"}});
    const RenewalProjection found = renewal_projection(model);
    REQUIRE(found.survival.size() == 26);
    CHECK(std::abs(found.survival[12] - .377999) <= 5.1e-7);
    CHECK(std::abs(found.survival[25] - .170037) <= 5.1e-7);
    CHECK(found.period[25] == 12);
    CHECK(found.group.ids()->text(found.group.codes()[25]) == "Regular");
    CHECK(found.survival[0] == 1);
    CHECK(std::isnan(found.retention_rate[0]));
    CHECK(found.retention_rate[1] == doctest::Approx(1 - model.churn_rate[0]).epsilon(1e-14));
    for (std::size_t i = 2; i < 13; ++i) CHECK(found.retention_rate[i] > found.retention_rate[i - 1]);
    // The paper's own check: the mean absolute error of years 8 to 12 is below 2 points of survival.
    const std::vector<double> regular{22.3, 20.7, 19.4, 18.3, 17.3};
    double error = 0;
    for (std::size_t year = 8; year <= 12; ++year)
      error += std::abs(100 * found.survival[13 + year] - regular[year - 8]) / 5;
    CHECK(error < 2);
  }
  TEST_CASE("customers that have renewed go on from there") {
    const RenewalModel model = shifted_beta_geometric(Lifetimes(test::fader_hardie(7)), {.by = {"segment"}});
    const auto whole = renewal_projection(model, {.periods = 20});
    const auto later = renewal_projection(model, {.periods = 13, .given_age = 7});
    for (std::size_t i = 0; i < 14; ++i) {
      CHECK(later.period[i] == static_cast<std::int64_t>(7 + i));
      CHECK(later.survival[i] == doctest::Approx(whole.survival[7 + i] / whole.survival[7]).epsilon(1e-13));
    }
    CHECK(later.retention_rate[1] == doctest::Approx(whole.retention_rate[8]).epsilon(1e-15));
  }
  TEST_CASE("a shape bends the curve: its powers may be larger than any number") {
    RenewalModel model;
    model.alpha = {.3, .3, 2, .02};
    model.beta = {2, 2, 500, .1};
    model.shape = {1, 1.6, .4, 60};
    const auto found = renewal_projection(model, {.periods = 1'000'000});
    const auto survival = [&](std::size_t row, std::size_t age) {
      return found.survival[row * 1'000'001 + age];
    };
    for (std::size_t row = 0; row < 3; ++row)
      for (const std::size_t age : {1U, 2U, 9U, 400U}) {
        const double a = model.alpha[row], b = model.beta[row];
        const double power = std::pow(static_cast<double>(age), model.shape[row]);
        CHECK(survival(row, age) ==
              doctest::Approx(std::exp(std::lgamma(b + power) - std::lgamma(a + b + power) +
                                       std::lgamma(a + b) - std::lgamma(b)))
                  .epsilon(1e-11));
        CHECK(found.retention_rate[row * 1'000'001 + age] ==
              doctest::Approx(survival(row, age) / survival(row, age - 1)).epsilon(1e-13));
      }
    // At last it falls as the power -alpha of t^shape.
    CHECK(survival(3, 1'000'000) / survival(3, 1000) ==
          doctest::Approx(std::pow(1000, -.02 * 60)).epsilon(1e-11));
    CHECK(found.retention_rate[3 * 1'000'001 + 1'000'000] ==
          doctest::Approx(std::pow(1 - 1e-6, .02 * 60)).epsilon(1e-14));
  }
  TEST_CASE("a group without alpha has no projection, and bad options are refused") {
    const RenewalModel none = shifted_beta_geometric(
        Lifetimes({.duration = std::vector<double>{1, 2}, .ended = std::vector<std::uint8_t>{0, 0}}));
    const auto found = renewal_projection(none, {.periods = 1});
    CHECK(std::isnan(found.survival[0]));
    CHECK(std::isnan(found.retention_rate[1]));
    const auto refusal = [&](const RenewalProjectionOptions& options) {
      try {
        renewal_projection(none, options);
        return std::string("nothing");
      } catch (const InvalidInput& error) {
        return std::string(error.what());
      }
    };
    CHECK(refusal({.periods = 0}) == "renewal_projection: periods = 0 is not in [1, 1000000]");
    CHECK(refusal({.given_age = -1}) == "renewal_projection: given_age = -1 is not in [0, 1000000]");
  }
}
