// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/outcomes.hpp>
#include <fealty/health/snapshots.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace fealty::health {

/// Settings of lead_time().
struct LeadTimeOptions {
  std::vector<std::string> order;  ///< all bands, the worst first
  std::string band = "band";       ///< attribute that holds the band
  std::int32_t days_before = 90;   ///< how long beforehand an account ought to stand out, 1 to 36,500; the
                                   ///< quarter that a rescue mostly needs
  bool recurrent = false;          ///< whether it can happen again; otherwise the first outcome counts
  std::optional<std::string> kind = {};  ///< the kind of outcome; by default any
  double confidence = 0.95;              ///< coverage of the intervals, in (0, 1)
};

namespace detail {
inline constexpr double no_days = std::numeric_limits<double>::quiet_NaN();
}  // namespace detail

/// How long before each outcome its account stood out, by account id and date: one row for each outcome that
/// has a snapshot with a band before it.
struct LeadTime {
  IdColumn account;                 ///< whose
  DateColumn date;                  ///< of the outcome
  IdColumn band_before;             ///< band of the last snapshot `days_before` or earlier; null without any
  IdColumn last_band;               ///< band of the last snapshot before the outcome
  std::vector<double> worst_days;   ///< from the snapshot on which it came into the worst band, and stayed,
                                    ///< to the outcome; NaN where it was not in it at last
  std::vector<double> warned_days;  ///< the same, since it left the best band for good
  std::int64_t outcomes = 0;        ///< rows
  std::int64_t with_band_before = 0;             ///< of them, with a band so long before
  std::int64_t watermelons = 0;                  ///< of these, in the best band: green outside, red inside
  double not_best_share = detail::no_days;       ///< 1 - watermelons / with_band_before: those that stood out
  double not_best_lower = detail::no_days;       ///< of Wilson's interval
  double not_best_upper = detail::no_days;       ///< likewise
  std::int64_t in_worst = 0;                     ///< rows whose account was in the worst band at last
  double median_worst_days = detail::no_days;    ///< of them
  double median_worst_lower = detail::no_days;   ///< of the interval of the sign test; NaN of too few
  double median_worst_upper = detail::no_days;   ///< likewise
  std::int64_t warned = 0;                       ///< rows whose account was not in the best band at last
  double median_warned_days = detail::no_days;   ///< of them
  double median_warned_lower = detail::no_days;  ///< of the interval of the sign test; NaN of too few
  double median_warned_upper = detail::no_days;  ///< likewise
  std::int32_t days_before = 90;                 ///< as chosen
  double confidence = 0.95;                      ///< coverage of the intervals
  std::vector<Finding> findings = {};  ///< codes: outcome_without_snapshot, outcome_before_snapshots,
                                       ///< no_common_account, unknown_kind, band_not_in_order

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("date", self.date);
    f("band_before", self.band_before);
    f("last_band", self.last_band);
    f("worst_days", self.worst_days);
    f("warned_days", self.warned_days);
  }
};

/// How long beforehand bands warned of outcomes, and how often they did not.
///
/// A snapshot without a band, or with one that is not in the order, tells nothing and is passed over. An
/// account that was in the worst band from its first snapshot on was so at least as long as is said. Medians
/// are of those that were warned of at all: read them beside how many these are. Their intervals are those of
/// the sign test.
///
/// \param snapshots  as made by Snapshots, with the bands
/// \param outcomes   as made by Outcomes
/// \param options    the bands in their order, days_before, recurrent, kind
/// \returns          a row for each outcome
/// \throws InvalidInput  for an order of fewer than two bands, one that is empty or there twice, an attribute
///                       that is not there or holds no texts or integers, a kind without the column kind;
///                       unless 1 <= days_before <= 36,500 and 0 < confidence < 1
LeadTime lead_time(const Snapshots& snapshots, const Outcomes& outcomes, const LeadTimeOptions& options);

}  // namespace fealty::health

#include <fealty/health/detail/make_lead_time.hpp>
