// SPDX-License-Identifier: MIT
#include <fealty/survival/lifetime_distribution.hpp>

#include <fealty/survival/detail/parametric_error.hpp>

#include <cmath>
#include <cstddef>
#include <set>

#include <doctest/doctest.h>

using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using detail::ErrorDistribution;
using enum fealty::survival::LifetimeDistribution;

namespace {

doctest::Approx near(double value, double epsilon) { return doctest::Approx(value).epsilon(epsilon); }

}  // namespace

TEST_SUITE("survival/lifetime_distribution") {
  TEST_CASE("each distribution has a name of its own, in order") {
    const auto names = enum_names(LifetimeDistribution{});
    CHECK(names.size() == static_cast<std::size_t>(piecewise_exponential) + 1);
    CHECK(std::set(names.begin(), names.end()).size() == names.size());
    CHECK(names[static_cast<std::size_t>(exponential)] == "exponential");
    CHECK(names[static_cast<std::size_t>(generalized_gamma)] == "generalized_gamma");
    CHECK(names.back() == "piecewise_exponential");
  }
  TEST_CASE("a density is what survival loses, from 1 to 0") {
    for (const auto distribution : {exponential, weibull, lognormal, loglogistic, generalized_gamma})
      for (const double shape : {-0.7, 0.0, 1.6}) {
        const ErrorDistribution error(distribution, shape);
        for (const double z : {-5.0, -1.0, -0.1, 0.1, 1.0, 2.5}) {
          CAPTURE(z);
          const auto survival = [&](double at) { return std::exp(error.log_survival(at).value); };
          const double h = 1e-5, density = std::exp(error.log_density(z).value);
          CHECK(density == near((survival(z - h) - survival(z + h)) / (2 * h), 1e-5));
          CHECK(-error.log_survival(z).z == near(density / survival(z), 1e-12));
          const auto slope = [&](double at) { return error.log_survival(at).z; };
          CHECK(error.log_survival(z).zz == near((slope(z + h) - slope(z - h)) / (2 * h), 1e-5));
          const auto log_density = [&](double at) { return error.log_density(at).value; };
          CHECK(error.log_density(z).z == near((log_density(z + h) - log_density(z - h)) / (2 * h), 1e-5));
        }
        CHECK(error.log_survival(-300).value == near(0, 1e-30));
        CHECK(error.log_survival(300).value < -100);
      }
  }
  TEST_CASE("hazards of age rise or fall as they are said to") {
    const auto hazard = [](LifetimeDistribution distribution, double scale, double age) {
      const double z = std::log(age) / scale;
      return -ErrorDistribution(distribution, 0).log_survival(z).z / (scale * age);
    };
    for (const double scale : {0.5, 1.0, 2.0}) {
      const double power = 1 / scale - 1;  // of age
      CHECK(hazard(weibull, scale, 3) == near(hazard(weibull, scale, 1) * std::pow(3, power), 1e-12));
      CHECK(hazard(exponential, 1, 3) == near(1, 1e-12));
      CHECK(hazard(lognormal, scale, 1e-3) < hazard(lognormal, scale, 0.1));
      CHECK(hazard(lognormal, scale, 1e3) > hazard(lognormal, scale, 1e4));
      // Far out the logistic tail is a power of age.
      CHECK(hazard(loglogistic, scale, 1e6) == near(1 / (scale * 1e6), 1e-2));
    }
  }
  TEST_CASE("generalized gamma is lognormal at shape 0, Weibull at 1, and as smooth between as anywhere") {
    const auto gamma = [](double shape) { return ErrorDistribution(generalized_gamma, shape); };
    const ErrorDistribution normal(lognormal, 0), extreme(weibull, 0);
    for (const double z : {-6.0, -1.0, 0.0, 0.5, 3.0, 8.5, 12.0}) {
      CAPTURE(z);
      for (const double tiny : {0.0, 1e-12, -1e-12}) {
        CHECK(gamma(tiny).log_density(z).value == near(normal.log_density(z).value, 1e-9));
        CHECK(gamma(tiny).log_survival(z).value == near(normal.log_survival(z).value, 1e-9));
        CHECK(gamma(tiny).log_survival(z).z == near(normal.log_survival(z).z, 1e-9));
      }
      CHECK(gamma(0).log_survival(z).value == near(normal.log_survival(z).value, 1e-13));
      CHECK(gamma(0).log_survival(z).zz == near(normal.log_survival(z).zz, 1e-10));
      CHECK(gamma(1).log_density(z).value == near(extreme.log_density(z).value, 1e-13));
      CHECK(gamma(1).log_survival(z).value == near(extreme.log_survival(z).value, 1e-13));
      CHECK(gamma(1).log_survival(z).zz == near(extreme.log_survival(z).zz, 1e-9));
      // Its derivatives by the shape are those of differences, also across 0.
      for (const double shape : {-1.3, -0.301, -1e-4, 0.0, 1e-4, 0.299, 1.0, 2.5}) {
        if (shape * z > 6) continue;
        CAPTURE(shape);
        const double h = 1e-4, middle = gamma(shape).log_survival(z).value;
        const double up = gamma(shape + h).log_survival(z).value,
                     down = gamma(shape - h).log_survival(z).value;
        const auto slope = gamma(shape).log_survival(z);
        CHECK(slope.q == near((up - down) / (2 * h), 1e-5));
        CHECK(std::abs(slope.qq - (up - 2 * middle + down) / (h * h)) < 1e-4 * (1 + std::abs(middle)));
      }
    }
  }
}
