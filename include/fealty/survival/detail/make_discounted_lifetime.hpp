// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/make_renewal_projection.hpp>
#include <fealty/survival/detail/renewal_sum.hpp>
#include <fealty/survival/detail/renewal_survival.hpp>
#include <fealty/survival/discounted_lifetime.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace fealty::survival {

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
    const detail::RenewalSurvival stay{model.alpha[g], model.beta[g], model.shape[g]};
    const auto renewals = static_cast<double>(options.renewals);
    const double later = detail::RenewalSum(stay, renewals, options.discount).value();
    found.discounted_lifetime.push_back(options.timing == PaymentTiming::new_customer ? 1 + later
                                        : options.timing == PaymentTiming::before_renewal
                                            ? (1 + options.discount) * later
                                            : later);
  }
  return found;
}

}  // namespace fealty::survival
