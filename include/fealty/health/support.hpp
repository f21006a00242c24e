// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/support_options.hpp>
#include <fealty/health/tickets.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::health {

/// Support as of a day, one row for each group. Columns of the window count what happened in it; `open` and
/// `open_escalated` count what is open on as_of, however old.
struct Support {
  IdColumn group;                            ///< of `by`, ascending, null last; only with `by`
  std::vector<std::int64_t> opened;          ///< tickets opened in the window
  std::vector<std::int64_t> escalated;       ///< of these
  std::vector<std::int64_t> closed;          ///< tickets closed in the window
  std::vector<std::int64_t> open;            ///< tickets open on as_of
  std::vector<std::int64_t> open_escalated;  ///< of these
  std::vector<double> mean_days;    ///< from opened to closed, of those closed in the window; NaN without any
  std::vector<double> median_days;  ///< by which half of those opened in the window are closed, by
                                    ///< Kaplan-Meier; NaN where less than half are
  std::vector<double> mean_score;   ///< of those closed in the window that have one; NaN without any
  std::optional<Date> as_of = {};   ///< last day known; none for a table without rows
  bool as_of_inferred = false;      ///< it was not given
  std::optional<std::int32_t> window_days = {};  ///< days up to as_of
  std::vector<Finding> findings = {};            ///< codes: undated_attribute, escalation_not_told

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.open.empty()) f("group", self.group);
    f("opened", self.opened);
    f("escalated", self.escalated);
    f("closed", self.closed);
    f("open", self.open);
    f("open_escalated", self.open_escalated);
    f("mean_days", self.mean_days);
    f("median_days", self.median_days);
    f("mean_score", self.mean_score);
  }
};

/// How many tickets there are, how many were escalated, and how long it takes to close them.
///
/// A ticket that is opened after as_of is not known, and neither is a later close: the ticket is open, and
/// its score, which comes with the close, is not told. The mean is of closed tickets alone, and so too short
/// while long ones are open; the median takes the open ones as censored on as_of. When a ticket was escalated
/// is not told: where as_of lies before the last day of the tickets, the finding undated_attribute says that
/// a ticket may have been escalated later.
///
/// \param tickets  as made by Tickets
/// \param options  as_of, window, groups
/// \returns        one row for each group with a ticket opened up to as_of; without `by` one row
/// \throws InvalidInput  unless as_of is from 1900 to 9999 and window_days >= 1; for `by` without accounts or
///                       with an attribute that they do not have
/// \see Kaplan & Meier (1958), JASA 53:457-481
Support support(const Tickets& tickets, const SupportOptions& options = {});

}  // namespace fealty::health

#include <fealty/health/detail/make_support.hpp>
