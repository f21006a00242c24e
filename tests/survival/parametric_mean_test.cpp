// SPDX-License-Identifier: MIT
#include <fealty/survival/parametric_mean.hpp>
#include <fealty/survival/predict_parametric.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include <boost/math/special_functions/gamma.hpp>

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
void check(const ParametricModel& model, double given_age, double mean, double std_error) {
  const auto found = parametric_mean(model, two(), {.given_age = given_age});
  REQUIRE(found.row == std::vector<std::int64_t>{0, 1});
  CHECK(found.mean[0] == near(mean));
  CHECK(found.std_error[0] == near(std_error, 1e-7));
  CHECK(found.upper[0] == near(mean * std::exp(1.959963984540054 * std_error / mean), 1e-8));
  CHECK(found.lower[0] * found.upper[0] == near(mean * mean, 1e-8));
}
/// A model of lives whose logarithms are spread over some width.
ParametricModel spread(LifetimeDistribution distribution, double width, bool turned = false) {
  std::vector<double> duration;
  for (int i = 0; i < 40; ++i) {
    const double share = (i + 0.5) / 40, log_age = width * std::log(-std::log(1 - share));
    duration.push_back(std::exp(turned ? -log_age : log_age));
  }
  return parametric(Lifetimes({.duration = duration, .ended = std::vector<std::uint8_t>(40, 1)}),
                    {.distribution = distribution});
}
}  // namespace

TEST_SUITE("survival/parametric_mean") {
  TEST_CASE("means, and what is left of them after an age, agree with R's integrals and the delta method") {
    check(lung({}), 0, 343.13511914309, 25.96005146313);
    check(lung({}), 180, 276.98746688837, 27.35746441912);
    check(lung({.distribution = loglogistic}), 180, 483.52252748155, 82.48567071135);
    const auto gamma = lung({.distribution = generalized_gamma});
    check(gamma, 0, 343.21723481387, 26.09472837882);
    check(gamma, 180, 277.36407072756, 28.14407547136);
    check(lung({.distribution = piecewise_exponential, .breaks = {180, 365}}), 100, 311.70563303498,
          29.80528516723);
  }
  TEST_CASE("how much of a mean lies beyond the last life that was seen has closed forms") {
    // Of lung, the last was seen at 1022 days: exp(-1022 / mean) of an exponential mean; of a Weibull one,
    // the regularized gamma function of (1022 / its scale)^shape.
    const Lifetimes lives(test::lung());
    const auto exponentials = parametric(lives, {.distribution = exponential});
    for (const double given : {0.0, 180.0, 2000.0}) {
      const auto found = parametric_mean(exponentials, {}, {.given_age = given});
      CHECK(found.beyond[0] == near(std::exp(std::min(0.0, (given - 1022) / found.mean[0])), 1e-10));
    }
    const auto later = parametric_mean(exponentials, {}, {.given_age = 2000});
    REQUIRE(later.findings.size() == 1);
    CHECK(later.findings[0].code == "horizon_beyond_support");
    CHECK(later.findings[0].rows == std::vector<std::int64_t>{0});
    CHECK(later.findings[0].message ==
          "parametric_mean: up to 100% of a mean is beyond the last life that was seen, at 1022: it is the "
          "model's");
    CHECK(parametric_mean(spread(weibull, 0.05)).findings.empty());  // all have ended
    const auto weibulls = parametric(lives);
    const double at = std::pow(1022 / std::exp(weibulls.coef[0]), 1 / weibulls.scale);
    CHECK(parametric_mean(weibulls).beyond[0] == near(boost::math::gamma_q(weibulls.scale, at), 1e-9));
    for (const auto distribution : {lognormal, loglogistic, generalized_gamma, piecewise_exponential}) {
      ParametricOptions options{.distribution = distribution};
      if (distribution == piecewise_exponential) options.breaks = {180, 365};
      const auto model = parametric(lives, options);
      const double whole = parametric_mean(model).mean[0];
      double seen = 0;  // by trapezoids
      const auto curve = predict_parametric(model, {}, {.ages = [] {
                                              std::vector<double> ages(10221);
                                              for (std::size_t i = 0; i < ages.size(); ++i)
                                                ages[i] = static_cast<double>(i) / 10;
                                              return ages;
                                            }()});
      for (std::size_t i = 1; i < curve.survival.size(); ++i)
        seen += (curve.survival[i - 1] + curve.survival[i]) / 20;
      CHECK(parametric_mean(model).beyond[0] == near(1 - seen / whole, 1e-6));
    }
  }
  TEST_CASE("means from the beginning have closed forms, for narrow and wide distributions") {
    for (const double width : {0.001, 0.05, 0.4, 1.0, 3.0, 8.0}) {
      CAPTURE(width);
      const auto weibulls = spread(weibull, width), normals = spread(lognormal, width),
                 logistics = spread(loglogistic, width), exponentials = spread(exponential, width);
      const auto mean = [](const ParametricModel& model) { return parametric_mean(model).mean[0]; };
      CHECK(mean(exponentials) == near(std::exp(exponentials.coef[0]), 1e-12));
      CHECK(mean(weibulls) == near(std::exp(weibulls.coef[0] + std::lgamma(1 + weibulls.scale)), 1e-11));
      CHECK(mean(normals) == near(std::exp(normals.coef[0] + std::pow(normals.scale, 2) / 2), 1e-11));
      if (logistics.scale < 1)
        CHECK(mean(logistics) == near(std::exp(logistics.coef[0] + std::lgamma(1 + logistics.scale) +
                                               std::lgamma(1 - logistics.scale)),
                                      1e-11));
      else CHECK(std::isnan(mean(logistics)));
    }
    const auto one = parametric_mean(spread(exponential, 1));
    CHECK(one.std_error[0] == near(one.mean[0] / std::sqrt(40), 1e-11));
  }
  TEST_CASE("the mean of a generalized gamma has a closed form, and is infinite where its tail is heavy") {
    for (const bool turned : {false, true})
      for (const double width : {0.1, 0.5, 2.0}) {
        const auto model = spread(generalized_gamma, width, turned);
        const double q = model.shape, k = 1 / (q * q), more = k + model.scale / q;
        CAPTURE(q);
        const double mean = parametric_mean(model).mean[0];
        if (more > 0)
          CHECK(mean == near(std::exp(model.coef[0] + 2 * model.scale / q * std::log(std::abs(q)) +
                                      std::lgamma(more) - std::lgamma(k)),
                             1e-10));
        else CHECK(std::isnan(mean));
      }
  }
  TEST_CASE("time ahead of an exponential life does not change, that of rising hazards falls") {
    const auto one = lung({.distribution = exponential});
    const auto rising = lung({}), rates = lung({.distribution = piecewise_exponential, .breaks = {200}});
    double last = HUGE_VAL;
    for (const double given : {0.0, 1e-3, 100.0, 1e4, 1e6}) {
      CHECK(parametric_mean(one, two(), {.given_age = given}).mean[0] ==
            near(parametric_mean(one, two()).mean[0], 1e-11));
      const double ahead = parametric_mean(rising, two(), {.given_age = given}).mean[1];
      CHECK(ahead < last);
      CHECK(ahead > 0);
      last = ahead;
    }
    CHECK(parametric_mean(rates, two(), {.given_age = 200}).mean[0] ==
          near(parametric_mean(rates, two(), {.given_age = 9999}).mean[0], 1e-12));
  }
  TEST_CASE("where some are cured, or the last hazard is 0, the mean is infinite and not told") {
    const auto cured = parametric_mean(lung({.cure = true}), two());
    CHECK((std::isnan(cured.mean[0]) && std::isnan(cured.std_error[0]) && std::isnan(cured.lower[0])));
    const auto last = parametric(Lifetimes({.duration = std::vector<double>{1, 2, 4, 7, 9, 9},
                                            .ended = std::vector<std::uint8_t>{1, 1, 0, 0, 0, 0}}),
                                 {.distribution = piecewise_exponential, .breaks = {2}});
    CHECK(std::isnan(parametric_mean(last).mean[0]));
    const auto middle = parametric(Lifetimes({.duration = std::vector<double>{1, 2, 4, 7, 9, 9},
                                              .ended = std::vector<std::uint8_t>{1, 1, 0, 0, 1, 0}}),
                                   {.distribution = piecewise_exponential, .breaks = {2, 8}});
    const double h = 2 / 11.0;  // 2 ended in 11, none until 8, and one in 2 after it
    CHECK(parametric_mean(middle).mean[0] ==
          near((1 - std::exp(-2 * h)) / h + std::exp(-2 * h) * (6 + 2), 1e-12));
  }
  TEST_CASE("each life from the age that it has passed on; none of one of which something is missing") {
    Frame today = two();
    today.add("passed", Column<double>(std::vector<double>{180, std::nan("")}));
    const auto found = parametric_mean(lung({}), today, {.given = "passed"});
    CHECK(found.mean[0] == near(276.98746688837));
    CHECK(std::isnan(found.mean[1]));
    CHECK(std::isnan(found.std_error[1]));
  }
  TEST_CASE("bad input is refused") {
    const auto model = lung({});
    CHECK(refusal([&] { parametric_mean({}, two()); }) ==
          "parametric_mean: model has no curve: parametric() makes models that have one");
    CHECK(refusal([&] { parametric_mean(model, two(), {.given_age = -1}); }) ==
          "parametric_mean: given_age = -1 is not an age: a number >= 0");
    CHECK(refusal([&] { parametric_mean(model, two(), {.confidence = 2}); }) ==
          "parametric_mean: confidence = 2 is not in (0, 1)");
    CHECK(refusal([&] { parametric_mean(model, {}); }) ==
          "parametric_mean: covariates = \"age\" is no attribute of the lives; there are none");
  }
}
