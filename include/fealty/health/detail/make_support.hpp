// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/health/detail/account_groups.hpp>
#include <fealty/health/detail/ticket_sums.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/support.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline void add_ticket_sum(const TicketSum& sum, double median, Support& out) {
  out.opened.push_back(sum.opened);
  out.escalated.push_back(sum.escalated);
  out.closed.push_back(sum.closed);
  out.open.push_back(sum.open);
  out.open_escalated.push_back(sum.open_escalated);
  out.mean_days.push_back(fealty::detail::rate(sum.days, sum.closed));
  out.median_days.push_back(median);
  out.mean_score.push_back(sum.scored == 0 ? std::numeric_limits<double>::quiet_NaN()
                                           : sum.score.value() / static_cast<double>(sum.scored));
}

/// What is known of escalations has no date, or nothing is.
inline void note_escalation(bool has_escalated, const std::optional<Date>& last, Support& out) {
  if (!has_escalated)
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
  detail::note_escalation(tickets.data().has_escalated, last, out);
  return out;
}

}  // namespace fealty::health
