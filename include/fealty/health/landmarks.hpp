// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/examples.hpp>
#include <fealty/health/landmark_enums.hpp>
#include <fealty/health/outcomes.hpp>
#include <fealty/health/snapshots.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of landmarks().
struct LandmarksOptions {
  std::int32_t gap_days = 0;       ///< days after a snapshot that are too short to act, 0 to 36,500
  std::int32_t horizon_days = 90;  ///< days after the gap in which outcomes count, 1 to 36,500; a quarter,
                                   ///< the time that a customer success team mostly plans for
  AtRisk at_risk = AtRisk::all;    ///< which accounts could have it
  bool recurrent = false;          ///< whether it can happen again: an expansion; a churn cannot
  std::optional<std::string> kind = {};  ///< the kind of outcome; by default any
};

namespace detail {
inline Examples no_examples() { return Examples({.outcome = std::vector<std::uint8_t>{}}); }
}  // namespace detail

/// Each snapshot and what happened after it, by account id and as_of.
struct Landmarks {
  IdColumn account;                     ///< whose
  DateColumn as_of;                     ///< day of the snapshot
  std::vector<LandmarkStatus> status;   ///< whether it became an example, or why not
  std::vector<std::uint8_t> outcome;    ///< 1 where it is used, and the outcome is in the window
  std::vector<double> days_to_outcome;  ///< from as_of to the next outcome, however far, and after the gap if
                                        ///< it can happen again; NaN without any
  Examples examples = detail::no_examples();  ///< the rows that are used, in their order
  std::int64_t used = 0;                      ///< rows of this status
  std::int64_t already_happened = 0;          ///< rows of this status
  std::int64_t not_at_risk = 0;               ///< rows of this status
  std::int64_t window_open = 0;               ///< rows of this status
  std::int64_t happened_in_gap = 0;           ///< rows of this status
  std::int64_t events = 0;                    ///< outcomes in windows of used rows, each once
  std::optional<Date> observed_until = {};    ///< last day that is known
  std::int32_t gap_days = 0;                  ///< as chosen
  std::int32_t horizon_days = 90;             ///< as chosen
  std::vector<Finding> findings = {};         ///< codes: outcome_without_snapshot, outcome_before_snapshots,
                                              ///< no_common_account, unknown_kind, no_examples

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("as_of", self.as_of);
    f("status", self.status);
    f("outcome", self.outcome);
    f("days_to_outcome", self.days_to_outcome);
  }
};

/// Examples of what was known on a day, and what happened afterwards: for churn, renewal, expansion or first
/// value alike.
///
/// An example has the outcome when one lies in (as_of + gap, as_of + gap + horizon]. One in the gap makes the
/// row neither: it came too early to act on, and the account is not one that stayed. Of an outcome that can
/// happen again only the window counts. A row whose window is not over yet is left out even where the outcome
/// is known, since rows without it would be missing.
///
/// \param snapshots  as made by Snapshots
/// \param outcomes   as made by Outcomes
/// \param options    gap_days, horizon_days, at_risk, recurrent, kind
/// \returns          a row for each snapshot, and the examples
/// \throws InvalidInput  unless 0 <= gap_days <= 36,500 and 1 <= horizon_days <= 36,500; for due_in_window
///                       without the column due, a kind without the column kind; when accounts of the one
///                       table are texts and of the other integers
/// \see van Houwelingen (2007), Scandinavian Journal of Statistics 34:70-85
Landmarks landmarks(const Snapshots& snapshots, const Outcomes& outcomes,
                    const LandmarksOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_landmarks.hpp>
