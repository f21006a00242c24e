// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/hazard_model.hpp>
#include <fealty/survival/lifetimes.hpp>

namespace fealty::health {

/// Discrete-time hazard: the chance to end in each period of a life, given that it has come so far: what a
/// generalized linear model of one row for each life and period (person-period) finds, without making that
/// table.
///
/// Durations are whole periods: a life of duration 3 that ended was at risk in periods 1 to 3 and ended in
/// the third. A period in which none or all that were at risk ended has a chance of 0 or 1 and no coefficient
/// (finding certain_period). Features, missing values, separation and the weak prior are as in logistic().
/// Weights say how many lives one stands for. Standard errors come from the expected curvature.
///
/// \param lives    as made by Lifetimes; a life whose features change is several stretches of it
/// \param options  features, link, baseline, penalty
/// \returns        the coefficients
/// \throws InvalidInput  for durations that are no whole numbers, lives that ended in period 0, more than
///                       10,000 periods, or 1,000 of a baseline by_period; for names of no attribute,
///                       features that are no numbers, flags or texts, infinite values, no lives or none that
///                       ended; unless degree is 1 to 6, and the rest as in logistic()
/// \throws NotConverged  when max_iterations steps do not suffice
/// \see Prentice & Gloeckler (1978), Biometrics 34:57-67; Singer & Willett (1993), Journal of Educational
///      Statistics 18:155-195; Tutz & Schmid (2016), Modeling Discrete Time-to-Event Data, ch. 3
DiscreteHazardModel discrete_hazard(const survival::Lifetimes& lives, const DiscreteHazardOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_discrete_hazard.hpp>
