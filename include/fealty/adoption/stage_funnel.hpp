// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/lifecycle.hpp>
#include <fealty/core/date.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::adoption {

/// How many come from stage to stage, and how long it takes: a row for each stage, in order.
/// visits = moved_on + renewed + churned + current.
struct StageFunnel {
  std::vector<LifecycleStage> stage;   ///< which
  std::vector<std::int64_t> accounts;  ///< accounts that have ever been in it
  std::vector<double> share;           ///< of all accounts
  std::vector<std::int64_t> visits;    ///< times that accounts have been in it
  std::vector<std::int64_t> moved_on;  ///< of them, those that ended with a later stage
  std::vector<std::int64_t> renewed;   ///< those that ended with a renewal
  std::vector<std::int64_t> churned;   ///< those that ended with leaving
  std::vector<std::int64_t> current;   ///< those that last
  std::vector<std::int64_t> stalled;   ///< of the current
  std::vector<double> lower_quartile;  ///< days by which a quarter of the visits have ended (Kaplan-Meier:
                                       ///< those that last are not taken for ends); NaN where it has not
  std::vector<double> median;          ///< the same of one half
  std::vector<double> upper_quartile;  ///< the same of three quarters
  std::optional<Date> as_of = {};      ///< as of the lifecycle

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("stage", self.stage);
    f("accounts", self.accounts);
    f("share", self.share);
    f("visits", self.visits);
    f("moved_on", self.moved_on);
    f("renewed", self.renewed);
    f("churned", self.churned);
    f("current", self.current);
    f("stalled", self.stalled);
    f("lower_quartile", self.lower_quartile);
    f("median", self.median);
    f("upper_quartile", self.upper_quartile);
  }
};

/// Counts accounts by stages, with the time in each.
///
/// \param lifecycle  as made by lifecycle()
/// \returns          four rows; none of an empty lifecycle
/// \see kaplan_meier() for the quartiles, of all that ends a stage
StageFunnel stage_funnel(const Lifecycle& lifecycle);

}  // namespace fealty::adoption

#include <fealty/adoption/detail/make_stage_funnel.hpp>
