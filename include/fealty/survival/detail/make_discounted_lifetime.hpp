// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/make_renewal_projection.hpp>
#include <fealty/survival/discounted_lifetime.hpp>

#include <boost/math/quadrature/tanh_sinh.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::survival {

namespace detail {

/// The sum of S(t) v^t from t = 1 on, of customers whose chance to end is distributed by beta(a, b); NaN
/// where it is infinite.
inline double discounted_renewals(double a, double b, double discount) {
  if (std::isnan(a) || std::isnan(b)) return nan;
  if (discount == 0) return a > 1 ? b / (a - 1) : nan;
  // The mean of (1 - x) v / (1 - (1 - x) v) over the distribution of x, which is (1 - x) / (discount + x).
  const double log_beta = std::lgamma(a) + std::lgamma(b) - std::lgamma(a + b);
  const auto density = [&](double x, double to_end) {
    // Near an end, to_end is the distance to it: negative at the lower.
    const double low = to_end < 0 ? -to_end : x, high = to_end > 0 ? to_end : 1 - x;
    if (low <= 0 || high <= 0) return 0.0;
    return std::exp((a - 1) * std::log(low) + b * std::log(high) - log_beta) / (discount + low);
  };
  boost::math::quadrature::tanh_sinh<double> integrator(15);
  return integrator.integrate(density, 0.0, 1.0, 1e-14);
}
}  // namespace detail

inline DiscountedLifetime discounted_lifetime(const RenewalModel& model,
                                              const DiscountedLifetimeOptions& options) {
  const auto refuse = [](const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "discounted_lifetime",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  if (!(options.discount >= 0 && std::isfinite(options.discount)))
    refuse("discount", fmt::format("{}", options.discount), "is not a number >= 0");
  detail::check_periods("discounted_lifetime", "renewals", options.renewals, 0);
  if (options.timing == PaymentTiming::new_customer && options.renewals > 0)
    refuse("renewals", fmt::format("{}", options.renewals), "is not of a new customer, who has none");
  DiscountedLifetime found{.group = model.group,
                           .discounted_lifetime = {},
                           .timing = options.timing,
                           .discount = options.discount,
                           .renewals = options.renewals};
  for (std::size_t g = 0; g < model.alpha.size(); ++g) {
    const double beta = model.beta[g] + static_cast<double>(options.renewals);
    const double later = detail::discounted_renewals(model.alpha[g], beta, options.discount);
    found.discounted_lifetime.push_back(options.timing == PaymentTiming::new_customer ? 1 + later
                                        : options.timing == PaymentTiming::before_renewal
                                            ? (1 + options.discount) * later
                                            : later);
  }
  return found;
}

}  // namespace fealty::survival
