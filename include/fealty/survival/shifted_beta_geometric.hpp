// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/renewal_model.hpp>

namespace fealty::survival {

/// The shifted beta-geometric model of contracts that are renewed, by the largest likelihood. Retention rises
/// with age because those who are quick to leave have left, with no one changing.
///
/// Durations are numbers of periods: a life that ended at t did not renew for the t-th time, one that was
/// last seen at t has renewed t times. Cohorts of any ages go in together; counts of a cohort table are
/// weights.
///
/// \param lives    as made by Lifetimes, of whole durations; one that ended lasted 1 at least
/// \param options  groups
/// \returns        one row for each group
/// \throws InvalidInput  for durations or entries that are not whole, or above 1,000,000, an end at 0, and
///                       `by` that names no attribute
/// \throws NotConverged  when no largest likelihood is found
/// \see Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90
RenewalModel shifted_beta_geometric(const Lifetimes& lives, const RenewalModelOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by`, which only lives can tell
RenewalModel shifted_beta_geometric(const LifeTable& table, const RenewalModelOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_shifted_beta_geometric.hpp>
