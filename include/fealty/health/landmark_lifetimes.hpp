// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/landmark_enums.hpp>
#include <fealty/health/outcomes.hpp>
#include <fealty/health/snapshots.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of landmark_lifetimes().
struct LandmarkLifetimesOptions {
  std::int32_t gap_days = 0;  ///< days after a snapshot that are too short to act, 0 to 36,500
  std::optional<std::int32_t> horizon_days = {};  ///< days after the gap at which a life is last seen, 1 to
                                                  ///< 36,500; by default the last day that is known
  std::int32_t period_days = 1;  ///< what durations count, 1 to 36,500; horizon_days are whole periods
  AtRisk at_risk = AtRisk::all;  ///< which accounts could have the outcome; due_in_window has a horizon
  bool recurrent = false;        ///< whether it can happen again: an expansion; a churn cannot
  bool first_only = false;       ///< an account's first life only; by default one of each snapshot
  std::optional<std::string> kind = {};  ///< the kind of outcome; by default any
};

namespace detail {
inline survival::Lifetimes no_lives() {
  return survival::Lifetimes({.duration = std::vector<double>{}, .ended = std::vector<std::uint8_t>{}});
}
}  // namespace detail

/// Each snapshot and the time from it to the outcome, by account id and as_of.
struct LandmarkLifetimes {
  IdColumn account;                    ///< whose
  DateColumn as_of;                    ///< day of the snapshot
  std::vector<LandmarkStatus> status;  ///< whether it became a life, or why not
  std::vector<double> duration;        ///< periods from as_of + gap to the one that has the outcome, or all
                                       ///< that are known; NaN where it is not used
  std::vector<std::uint8_t> ended;     ///< 1 where it is used, and the outcome is in the last of them
  survival::Lifetimes lives = detail::no_lives();  ///< the rows that are used, in their order
  std::int64_t used = 0;                           ///< rows of this status
  std::int64_t already_happened = 0;               ///< rows of this status
  std::int64_t not_at_risk = 0;                    ///< rows of this status
  std::int64_t window_open = 0;                    ///< rows of this status
  std::int64_t happened_in_gap = 0;                ///< rows of this status
  std::int64_t not_first = 0;                      ///< rows of this status
  std::int64_t events = 0;                         ///< outcomes that ended lives, each once
  std::optional<Date> observed_until = {};         ///< last day that is known
  std::int32_t gap_days = 0;                       ///< as chosen
  std::optional<std::int32_t> horizon_days = {};   ///< as chosen
  std::int32_t period_days = 1;                    ///< as chosen
  std::vector<Finding> findings = {};  ///< codes: outcome_without_snapshot, outcome_before_snapshots,
                                       ///< no_common_account, unknown_kind, no_lives

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("as_of", self.as_of);
    f("status", self.status);
    f("duration", self.duration);
    f("ended", self.ended);
  }
};

/// Lifetimes of what was known on a day, for survival::cox(), discrete_hazard() and every other model of
/// them: a score that tells when, and learns from windows that are not over.
///
/// A life begins gap_days after its snapshot, and ends with the first outcome after that; otherwise it is
/// last seen (right-censored) at the horizon, or on the last day that is known. Who is at risk, the gap and
/// outcomes that can happen again are as in landmarks(): with its horizon, a life of an example that
/// landmarks() uses has ended if, and only if, its outcome is 1. Periods are whole: one of which the end is
/// not known is left out, also where its outcome is, since those without it would be missing. One period that
/// is as long as the horizon makes the rows of landmarks().
///
/// The attributes of lives are those of the snapshots, and account, to cluster by: lives of one account
/// overlap, and are not independent; and as_of, to stratify by.
///
/// \param snapshots  as made by Snapshots
/// \param outcomes   as made by Outcomes
/// \param options    gap_days, horizon_days, period_days, at_risk, recurrent, first_only, kind
/// \returns          a row for each snapshot, and the lives
/// \throws InvalidInput  unless 0 <= gap_days <= 36,500, horizon_days and period_days are 1 to 36,500, and
///                       the former a multiple of the latter; for due_in_window without a horizon or the
///                       column due, a kind without the column kind, attributes called account or as_of;
///                       when accounts of the one table are texts and of the other integers
/// \see van Houwelingen & Putter (2012), Dynamic Prediction in Clinical Survival Analysis, ch. 7
LandmarkLifetimes landmark_lifetimes(const Snapshots& snapshots, const Outcomes& outcomes,
                                     const LandmarkLifetimesOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_landmark_lifetimes.hpp>
