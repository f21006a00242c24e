// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/beta_discrete_weibull.hpp>
#include <fealty/survival/detail/beta_weibull_fit.hpp>
#include <fealty/survival/detail/renewal_modeler.hpp>

namespace fealty::survival {

inline RenewalModel beta_discrete_weibull(const LifeTable& table, const RenewalModelOptions& options) {
  return detail::renewal_model<detail::BetaWeibullFit>("beta_discrete_weibull", table, options);
}

inline RenewalModel beta_discrete_weibull(const Lifetimes& lives, const RenewalModelOptions& options) {
  return detail::renewal_model<detail::BetaWeibullFit>("beta_discrete_weibull", lives, options);
}

}  // namespace fealty::survival
