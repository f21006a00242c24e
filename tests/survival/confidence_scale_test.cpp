// SPDX-License-Identifier: MIT
#include <fealty/survival/confidence_scale.hpp>
#include <fealty/survival/detail/confidence_band.hpp>

#include <cmath>

#include <doctest/doctest.h>

using namespace fealty::survival;  // NOLINT(google-build-using-namespace)
using detail::band;

TEST_SUITE("survival/confidence_scale") {
  TEST_CASE("a band is symmetric on its scale") {
    const double p = .3, std_error = .2, z = 1.5;  // the standard error of log p
    const auto symmetric = [&](ConfidenceScale scale, auto transform) {
      const auto [lower, upper] = band(p, std_error, z, scale);
      const double below = transform(p) - transform(lower), above = transform(upper) - transform(p);
      CHECK(std::abs(below) == doctest::Approx(std::abs(above)).epsilon(1e-12));
      const double step = 1e-6;  // the delta method, by differences
      const double slope = (transform(p + step) - transform(p - step)) / (2 * step);
      CHECK(std::abs(above) == doctest::Approx(std::abs(z * std_error * p * slope)).epsilon(1e-8));
    };
    symmetric(ConfidenceScale::plain, [](double x) { return x; });
    symmetric(ConfidenceScale::log, [](double x) { return std::log(x); });
    symmetric(ConfidenceScale::log_log, [](double x) { return std::log(-std::log(x)); });
    symmetric(ConfidenceScale::logit, [](double x) { return std::log(x / (1 - x)); });
    symmetric(ConfidenceScale::arcsin, [](double x) { return std::asin(std::sqrt(x)); });
  }
  TEST_CASE("bands stay within [0, 1], and there is none around 0") {
    for (const auto scale : {ConfidenceScale::plain, ConfidenceScale::log, ConfidenceScale::log_log,
                             ConfidenceScale::logit, ConfidenceScale::arcsin}) {
      const auto [lower, upper] = band(.98, 5, 2, scale);
      CHECK(lower >= 0);
      CHECK(upper <= 1);
      CHECK(std::isnan(band(0, .1, 2, scale).lower));
      CHECK(band(1, 0, 2, scale).lower == 1);
    }
  }
  TEST_CASE("the width is the normal quantile") {
    CHECK(detail::band_width("test", .95) == doctest::Approx(1.959963984540054).epsilon(1e-14));
    CHECK_THROWS_WITH(detail::band_width("test", 0), "test: confidence = 0 is not in (0, 1)");
  }
}
