// SPDX-License-Identifier: MIT
#include <fealty/survival/parametric_quantile.hpp>

#include <fealty/survival/predict_parametric.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "data.hpp"
#include "refusal.hpp"

using namespace fealty;            // NOLINT(google-build-using-namespace)
using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using enum fealty::survival::LifetimeDistribution;

namespace {

using test::refusal;

doctest::Approx near(double value, double epsilon = 1e-9) { return doctest::Approx(value).epsilon(epsilon); }

/// A man of 60, and a woman of 75.
Frame two() {
  Frame frame;
  frame.add("age", Column<double>(std::vector<double>{60, 75}));
  frame.add("sex", Column<double>(std::vector<double>{1, 2}));
  return frame;
}
ParametricModel lung(ParametricOptions options) {
  options.covariates = {"age", "sex"};
  return parametric(Lifetimes(test::lung()), options);
}
void check(const ParametricModel& model, const std::vector<double>& time,
           const std::vector<double>& std_error) {
  const auto found = parametric_quantile(model, two());
  REQUIRE(found.row == std::vector<std::int64_t>{0, 0, 0, 1, 1, 1});
  CHECK(found.probability == std::vector<double>{.25, .5, .75, .25, .5, .75});
  for (std::size_t i = 0; i < 6; ++i) {
    CHECK(found.time[i] == near(time[i], 1e-10));
    CHECK(found.std_error[i] == near(std_error[i], 1e-8));
    CHECK(found.upper[i] == near(time[i] * std::exp(1.959963984540054 * std_error[i] / time[i]), 1e-9));
    CHECK(found.lower[i] * found.upper[i] == near(time[i] * time[i], 1e-9));
  }
}
void check_fifth(const ParametricModel& model, double given_age, double time, double std_error) {
  const auto found = parametric_quantile(model, two(), {.probabilities = {.2}, .given_age = given_age});
  CHECK(found.time[0] == near(time));
  CHECK(found.std_error[0] == near(std_error, 1e-7));
  CHECK((found.lower[0] - given_age) * (found.upper[0] - given_age) ==
        near(std::pow(time - given_age, 2), 1e-8));
}
}  // namespace

TEST_SUITE("survival/parametric_quantile") {
  TEST_CASE("quantiles agree with R's predict()") {
    check(lung({}),
          {145.7721952971, 282.9152117467, 477.1426658434, 177.7316543254, 344.9422471485, 581.7526118525},
          {14.56256204092, 22.45073159922, 36.23731398950, 25.86201000492, 46.69475314405, 79.02642552849});
    check(lung({.distribution = lognormal}),
          {123.4499328409, 251.1008797929, 510.7467487571, 146.1659299810, 297.3059018290, 604.7291545560},
          {12.53657631095, 24.55569897439, 55.89698215159, 24.55937893566, 49.77340724848, 106.45128242442});
    check(lung({.distribution = loglogistic}),
          {139.5144112909, 259.6980206772, 483.4128698222, 182.2903694810, 339.3229968483, 631.6301652023},
          {13.31286597948, 22.89239283224, 47.71195523479, 28.18810693599, 50.94706057063, 98.82664656032});
  }
  TEST_CASE("from an age on, of shapes, cures and rates, they agree with the delta method in R") {
    check_fifth(lung({}), 0, 120.35978846719, 13.00261024992);
    check_fifth(lung({}), 180, 254.914656766190, 7.138356308658);
    check_fifth(lung({.distribution = loglogistic}), 180, 245.25626754298, 6.97638644815);
    const auto gamma = lung({.distribution = generalized_gamma});
    check_fifth(gamma, 0, 120.28224190981, 13.02316360548);
    check_fifth(gamma, 180, 254.657669431914, 8.088161564604);
    check_fifth(lung({.cure = true}), 180, 252.172949810505, 7.277034680585);
    check_fifth(lung({.distribution = piecewise_exponential, .breaks = {180, 365}}), 100, 197.979504772461,
                7.514377239624);
  }
  TEST_CASE("survival at a quantile is what is left") {
    for (const auto distribution :
         {exponential, weibull, lognormal, loglogistic, generalized_gamma, piecewise_exponential})
      for (const double given : {0.0, 1.0, 500.0, 5000.0}) {
        ParametricOptions options{.distribution = distribution};
        if (distribution == piecewise_exponential) options.breaks = {100, 300, 600};
        const auto model = lung(options);
        const std::vector<double> shares{1e-6, 0.01, 0.3, 0.5, 0.9, 0.9999};
        const auto found = parametric_quantile(model, two(), {.probabilities = shares, .given_age = given});
        const auto back = predict_parametric(model, two(), {.ages = found.time, .given_age = given});
        for (std::size_t i = 0; i < shares.size(); ++i) {
          CHECK(back.cumulative_hazard[i] == near(-std::log1p(-shares[i]), 1e-7));
          CHECK(found.time[i] > given);
        }
      }
  }
  TEST_CASE("what never ends has no quantile, nor has what is missing") {
    const auto cured = lung({.cure = true});  // fewer than 2 percent
    const auto found = parametric_quantile(cured, two(), {.probabilities = {.9, .98, .99}});
    CHECK(found.time[1] > found.time[0]);
    CHECK(std::isnan(found.time[2]));
    CHECK(std::isnan(found.std_error[2]));
    CHECK(std::isnan(found.upper[2]));
    const auto last = parametric(Lifetimes({.duration = std::vector<double>{1, 2, 4, 7, 9, 9},
                                            .ended = std::vector<std::uint8_t>{1, 1, 0, 0, 0, 0}}),
                                 {.distribution = piecewise_exponential, .breaks = {2}});
    const auto few = parametric_quantile(last, {}, {.probabilities = {.2, .5}});
    CHECK(few.time[0] == near(-std::log(.8) * 11 / 2, 1e-12));
    CHECK(std::isnan(few.time[1]));
    Frame missing;
    missing.add("age", Column<double>(std::vector<double>{std::nan("")}));
    missing.add("sex", Column<double>(std::vector<double>{1}));
    CHECK(std::isnan(parametric_quantile(cured, missing).time[0]));
    CHECK(parametric_quantile(cured, missing).row.size() == 3);
  }
  TEST_CASE("each life from the age that it has passed on") {
    Frame today = two();
    today.add("passed", Column<double>(std::vector<double>{180, 0}));
    const auto found = parametric_quantile(lung({}), today, {.probabilities = {.2, .25}, .given = "passed"});
    CHECK(found.time[0] == near(254.914656766190));
    CHECK(found.time[3] == near(177.7316543254));
  }
  TEST_CASE("bad input is refused") {
    const auto model = lung({});
    CHECK(refusal([&] { parametric_quantile({}, two()); }) ==
          "parametric_quantile: model has no curve: parametric() makes models that have one");
    CHECK(refusal([&] { parametric_quantile(model, two(), {.probabilities = {1}}); }) ==
          "parametric_quantile: probabilities = 1 is not in (0, 1)");
    CHECK(refusal([&] { parametric_quantile(model, two(), {.given_age = -1}); }) ==
          "parametric_quantile: given_age = -1 is not an age: a number >= 0");
    CHECK(refusal([&] { parametric_quantile(model, two(), {.confidence = 2}); }) ==
          "parametric_quantile: confidence = 2 is not in (0, 1)");
    CHECK(refusal([&] { parametric_quantile(model, {}); }) ==
          "parametric_quantile: covariates = \"age\" is no attribute of the lives; there are none");
  }
}
