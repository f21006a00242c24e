// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/detail/account_groups.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/support.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/survival_quantile.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// What is known of a group's tickets.
struct TicketSum {
  std::int64_t opened = 0, escalated = 0, closed = 0, open = 0, open_escalated = 0, days = 0, scored = 0;
  double score = 0;
  bool seen = false;
};

/// Sums of tickets by group, and how long those of the window lasted.
class TicketSums {
 public:
  TicketSums(const Tickets& tickets, const AccountGroups& groups, Date as_of,
             const std::optional<std::int32_t>& window)
      : as_of_(as_of), since_(window_start(as_of, window)) {
    for (std::size_t place = 0; place < groups.count(); ++place) sums_.emplace_back();
    for (const TicketRow& row : tickets.data().rows)
      if (row.opened <= as_of.days) add(row, groups.of(row.account));
  }

  const std::vector<TicketSum>& sums() const { return sums_; }
  /// The median of each group by Kaplan-Meier; NaN where there is none.
  std::vector<double> medians() const {
    std::vector<double> medians(sums_.size(), std::numeric_limits<double>::quiet_NaN());
    if (place_.empty()) return medians;
    survival::LifetimeColumns columns{.duration = Column<std::int64_t>(days_),
                                      .ended = Column<std::uint8_t>(ended_)};
    columns.attributes.add("group", IdColumn(place_));
    const auto curve = survival::kaplan_meier(survival::Lifetimes(columns), {.by = {"group"}, .threads = 1});
    const auto found = survival::survival_quantile(curve, {.probabilities = {0.5}});
    for (std::size_t i = 0; i < found.time.size(); ++i)
      medians[static_cast<std::size_t>(found.group.ids()->number(found.group.codes()[i]))] = found.time[i];
    return medians;
  }

 private:
  void add(const TicketRow& row, std::size_t place) {
    TicketSum& sum = sums_[place];
    const bool closed = row.closed <= as_of_.days;
    sum.seen = true;
    if (row.opened >= since_) {
      ++sum.opened;
      sum.escalated += row.escalated ? 1 : 0;
      place_.push_back(static_cast<std::int64_t>(place));
      days_.push_back((closed ? row.closed : as_of_.days) - row.opened);
      ended_.push_back(closed ? 1 : 0);
    }
    if (!closed) {
      ++sum.open;
      sum.open_escalated += row.escalated ? 1 : 0;
    } else if (row.closed >= since_) {
      ++sum.closed;
      sum.days += row.closed - row.opened;
      if (std::isnan(row.score)) return;
      ++sum.scored;
      sum.score += row.score;
    }
  }

  Date as_of_;
  std::int64_t since_;
  std::vector<TicketSum> sums_;
  std::vector<std::int64_t> place_, days_;
  std::vector<std::uint8_t> ended_;
};

inline void add_ticket_sum(const TicketSum& sum, double median, Support& out) {
  out.opened.push_back(sum.opened);
  out.escalated.push_back(sum.escalated);
  out.closed.push_back(sum.closed);
  out.open.push_back(sum.open);
  out.open_escalated.push_back(sum.open_escalated);
  out.mean_days.push_back(fealty::detail::rate(sum.days, sum.closed));
  out.median_days.push_back(median);
  out.mean_score.push_back(sum.scored == 0 ? std::numeric_limits<double>::quiet_NaN()
                                           : sum.score / static_cast<double>(sum.scored));
}

/// What is known of escalations has no date, or nothing is.
inline void note_escalation(const Tickets& tickets, const std::optional<Date>& last, Support& out) {
  if (!tickets.data().has_escalated)
    out.findings.push_back({"escalation_not_told",
                            Severity::information,
                            {},
                            "support: tickets have no column escalated; none counts as escalated"});
  else if (last && *out.as_of < *last)
    out.findings.push_back({"undated_attribute",
                            Severity::warning,
                            {},
                            fmt::format("support: escalated has no date of its own; on {} it may tell what "
                                        "came later",
                                        to_string(*out.as_of))});
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline Support support(const Tickets& tickets, const SupportOptions& options) {
  detail::check_as_of("support", options.as_of);
  detail::check_days_option("support", "window_days", options.window_days);
  const std::optional<Date> last = tickets.last_day();
  Support out;
  out.as_of = options.as_of ? options.as_of : last;
  out.as_of_inferred = out.as_of && !options.as_of;
  out.window_days = options.window_days;
  const detail::AccountGroups groups("support", tickets.data().accounts, options.by, options.accounts,
                                     out.as_of);
  // Without a row no day matters.
  const detail::TicketSums sums(tickets, groups, out.as_of.value_or(Date{}), options.window_days);
  const std::vector<double> medians = sums.medians();
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < groups.count(); ++place) {
    if (groups.grouped() && !sums.sums()[place].seen) continue;
    places.push_back(place);
    detail::add_ticket_sum(sums.sums()[place], medians[place], out);
  }
  out.group = groups.column(places);
  detail::note_escalation(tickets, last, out);
  return out;
}

}  // namespace fealty::health
