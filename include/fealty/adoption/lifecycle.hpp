// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/lifecycle_rules.hpp>
#include <fealty/adoption/milestones.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::adoption {

/// The stages of each account, one after the other, by account id and then by day.
struct Lifecycle {
  IdColumn account;                    ///< whose
  std::vector<LifecycleStage> stage;   ///< which
  std::vector<std::int64_t> visit;     ///< 1 for the account's first time in the stage, 2 after it, …
  DateColumn entered;                  ///< first day
  DateColumn left;                     ///< first day no longer; null while it lasts
  std::vector<std::int64_t> days;      ///< from entered to left, or to as_of: 0 on the first day
  std::vector<StageOutcome> outcome;   ///< how it ended
  std::vector<std::uint8_t> ended;     ///< 1 where it has, 0 where it lasts on as_of (right-censored)
  std::vector<double> limit_days;      ///< beyond which an account in the stage is stalled; NaN for none
  std::vector<std::uint8_t> stalled;   ///< 1 where it lasts, and longer than that
  std::optional<Date> as_of = {};      ///< last day known; none for a table without rows
  bool as_of_inferred = false;         ///< it was not given
  std::int64_t left_out = 0;           ///< accounts of either table without a milestone that begins a stage
  std::string rules = {};              ///< what begins and ends each stage, in words
  std::vector<Finding> findings = {};  ///< by rows of the result: stalled_stage, renewal_before_adoption,
                                       ///< stage_out_of_order; and no_competing_event

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("stage", self.stage);
    f("visit", self.visit);
    f("entered", self.entered);
    f("left", self.left);
    f("days", self.days);
    f("outcome", self.outcome);
    f("ended", self.ended);
    f("limit_days", self.limit_days);
    f("stalled", self.stalled);
  }
};

/// Follows accounts through onboarding, adoption, expansion and renewal.
///
/// A stage begins with its milestone, the first of that name, and ends when a later one begins; on one day
/// the later stage follows. A milestone of an earlier stage than the account is in does not take it back
/// (finding stage_out_of_order). A renewal begins `renewal_days` before the end of a contract, though not
/// before this one is signed and begins, unless one that ends later was signed by then; it ends when one
/// that ends later is signed, or with the milestone `renewed`, and takes the account back to the stage that
/// its milestones say: to expansion, once adopted. A renewal begins in any stage. Leaving ends all. What is
/// dated after as_of is not known.
///
/// \param milestones  as made by Milestones; of each account and name, the first counts
/// \param options     what begins each stage, contracts, limits, as_of
/// \returns           one row for each stage that an account has been in
/// \throws InvalidInput  for a milestone that is named twice; without one of onboarding; for renewals by
///                       milestones beside contracts, and `renewed` without `renewal`; unless days and limits
///                       are >= 0, 0 < stalled_quantile < 1, and as_of is from 1900 to 9999; when contracts
///                       name accounts by texts and milestones by integers, or the other way round
/// \see stage_funnel() for how many come from stage to stage, stage_lifetimes() for curves
Lifecycle lifecycle(const Milestones& milestones, const LifecycleOptions& options = {});

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_lifecycle.hpp>
