// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/outcomes.hpp>
#include <fealty/health/proof.hpp>
#include <fealty/health/snapshots.hpp>

namespace fealty::health {

/// Whether a health score foretells what happens, with the evidence.
///
/// The verdict is `leaking` where leakage() finds an attribute, the score among them, that knows the outcome;
/// otherwise `insufficient_events` with fewer than min_events accounts that have the outcome, or have it not;
/// otherwise `predictive` where the interval of the area under the ROC curve, by draws of accounts with all
/// their rows, lies above .5; otherwise `not_predictive`. A score that is no better than a baseline is still
/// predictive, and a reason says so; so does one of a score that points the wrong way.
///
/// A health score is no probability. Where none is given, it is made one by Platt's curve, learned on the
/// accounts of the other folds: no row is judged by a curve that has seen its account. Accounts are taken to
/// be independent of one another, days of one account are not. Treated accounts are judged with the others
/// and shown apart: one that was saved makes a good score look wrong.
///
/// \param snapshots  as made by Snapshots
/// \param outcomes   as made by Outcomes
/// \param options    what to look at, and how
/// \returns          the verdict, why, and a row for each figure
/// \throws InvalidInput  as landmarks(), leakage(), lift(), net_benefit() and lead_time() do; for a score,
///                       probability, baseline or feature that is no attribute, a number that is infinite, a
///                       score that is no number; unless min_events >= 2 and folds is from 2 to 100
/// \see Steyerberg et al. (2010), Epidemiology 21:128-138; Collins et al. (2024), BMJ 385:e078378 (TRIPOD+AI)
Proof prove(const Snapshots& snapshots, const Outcomes& outcomes, const ProveOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_prove.hpp>
