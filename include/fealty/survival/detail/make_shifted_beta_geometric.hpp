// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/beta_geometric_fit.hpp>
#include <fealty/survival/detail/renewal_modeler.hpp>
#include <fealty/survival/shifted_beta_geometric.hpp>

namespace fealty::survival {

inline RenewalModel shifted_beta_geometric(const LifeTable& table, const RenewalModelOptions& options) {
  return detail::renewal_model<detail::BetaGeometricFit>("shifted_beta_geometric", table, options);
}

inline RenewalModel shifted_beta_geometric(const Lifetimes& lives, const RenewalModelOptions& options) {
  return detail::renewal_model<detail::BetaGeometricFit>("shifted_beta_geometric", lives, options);
}

}  // namespace fealty::survival
