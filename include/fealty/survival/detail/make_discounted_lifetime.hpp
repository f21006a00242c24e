// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/make_renewal_projection.hpp>
#include <fealty/survival/detail/renewal_sum.hpp>
#include <fealty/survival/detail/renewal_survival.hpp>
#include <fealty/survival/discounted_lifetime.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// How much of a sum over the renewals after so many comes from those that are later than some.
inline double sum_beyond(const RenewalSurvival& stay, double renewals, double later, double discount) {
  if (later <= renewals) return RenewalSum(stay, renewals, discount).value();
  return std::exp(stay.log_share(renewals, later) - (later - renewals) * std::log1p(discount)) *
         RenewalSum(stay, later, discount).value();
}

}  // namespace fealty::survival::detail

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
                           .beyond = {},
                           .timing = options.timing,
                           .discount = options.discount,
                           .renewals = options.renewals};
  std::vector<std::int64_t> rows;
  double most = 0;
  for (std::size_t g = 0; g < model.alpha.size(); ++g) {
    const detail::RenewalSurvival stay{model.alpha[g], model.beta[g], model.shape[g]};
    const auto renewals = static_cast<double>(options.renewals);
    const double later = detail::RenewalSum(stay, renewals, options.discount).value();
    const double all = options.timing == PaymentTiming::new_customer ? 1 + later : later;
    const double due = options.timing == PaymentTiming::before_renewal ? 1 + options.discount : 1;
    const auto seen = static_cast<double>(model.periods[g]);
    const double beyond = detail::sum_beyond(stay, renewals, seen, options.discount) / all;
    found.discounted_lifetime.push_back(due * all);
    found.beyond.push_back(beyond);
    if (!(beyond >= 0.01)) continue;
    rows.push_back(static_cast<std::int64_t>(g));
    most = std::max(most, beyond);
  }
  if (!rows.empty())
    found.findings.push_back(
        {"horizon_beyond_support", Severity::information, std::move(rows),
         fmt::format("discounted_lifetime: up to {:.0f}% of it is from renewals later than any that were "
                     "seen: it is the model's",
                     100 * most)});
  return found;
}

}  // namespace fealty::survival
