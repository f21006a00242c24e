// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/renewal_model.hpp>

namespace fealty::survival {

/// The beta-discrete-Weibull model of contracts that are renewed, by the largest likelihood: the shifted
/// beta-geometric model whose customers change. With a shape above 1 each one's churn rises with age, below 1
/// it falls; that of all falls with age even so, since those who are quick to leave have left.
///
/// Durations are numbers of periods, as in shifted_beta_geometric(). Three parameters take three renewals at
/// least, and often more than a few hundred lives.
///
/// \param lives    as made by Lifetimes, of whole durations; one that ended lasted 1 at least
/// \param options  groups
/// \returns        one row for each group
/// \throws InvalidInput  for durations or entries that are not whole, or above 1,000,000, an end at 0, and
///                       `by` that names no attribute
/// \throws NotConverged  when no largest likelihood is found
/// \see Fader, Hardie, Liu, Davin & Steenburgh (2018), Journal of Interactive Marketing 43:1-16
RenewalModel beta_discrete_weibull(const Lifetimes& lives, const RenewalModelOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by`, which only lives can tell
RenewalModel beta_discrete_weibull(const LifeTable& table, const RenewalModelOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_beta_discrete_weibull.hpp>
