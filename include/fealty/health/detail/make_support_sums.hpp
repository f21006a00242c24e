// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/bytes.hpp>
#include <fealty/health/detail/account_groups.hpp>
#include <fealty/health/detail/group_labels.hpp>
#include <fealty/health/detail/state_bytes.hpp>
#include <fealty/health/detail/ticket_sums.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/support_sums.hpp>
#include <fealty/survival/detail/life_table_bytes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fealty::health {

inline SupportSums::SupportSums(SupportOptions options) : tallies_{.options = std::move(options)} { check(); }
inline void SupportSums::check() const {
  detail::check_as_of("SupportSums", tallies_.options.as_of);
  detail::check_days_option("SupportSums", "window_days", tallies_.options.window_days);
}

inline void SupportSums::update(const Tickets& tickets) {
  constexpr const char* who = "SupportSums";
  const SupportOptions& options = tallies_.options;
  detail::require_as_of(who, options.as_of);
  const detail::AccountGroups groups(who, tickets.data().accounts, options.by, options.accounts,
                                     options.as_of);
  const detail::TicketSums sums(tickets, groups, *options.as_of, options.window_days);
  detail::TicketTallies more{
      .options = options, .has_escalated = tickets.data().has_escalated, .last = tickets.last_day()};
  std::vector<std::size_t> places;
  for (std::size_t place = 0; place < groups.count(); ++place)
    if (!groups.grouped() || sums.sums()[place].seen) places.push_back(place);
  const IdColumn labels = groups.column(places);
  std::vector<detail::TicketTally> tallies = sums.tallies();
  for (std::size_t i = 0; i < places.size(); ++i)
    more.groups.emplace(detail::group_label(labels, i), std::move(tallies[places[i]]));
  add(more);
}
inline void SupportSums::merge(const SupportSums& other) { add(detail::TicketTallies(other.tallies_)); }

inline void SupportSums::add(const detail::TicketTallies& more) {
  constexpr const char* who = "SupportSums";
  const SupportOptions &mine = tallies_.options, &other = more.options;
  detail::require_same(who, "as_of", detail::text_of(mine.as_of), detail::text_of(other.as_of));
  detail::require_same(who, "window_days", detail::text_of(mine.window_days),
                       detail::text_of(other.window_days));
  detail::require_same(who, "by", fmt::format("{}", fmt::join(mine.by, ", ")),
                       fmt::format("{}", fmt::join(other.by, ", ")));
  detail::check_labels(who, tallies_.groups, more.groups);
  tallies_.has_escalated = tallies_.has_escalated && more.has_escalated;
  if (more.last && (!tallies_.last || *tallies_.last < *more.last)) tallies_.last = more.last;
  for (const auto& [label, tally] : more.groups) tallies_.groups[label].add(tally);
}

inline std::int64_t SupportSums::size() const {
  std::int64_t sum = 0;
  for (const auto& [label, tally] : tallies_.groups) sum += tally.opened;
  return sum;
}

inline std::vector<std::uint8_t> SupportSums::serialize() const {
  ByteWriter to("SupportSums", 1);
  detail::write_option(to, detail::days_of(tallies_.options.as_of));
  detail::write_option(to, tallies_.options.window_days);
  survival::detail::write_texts(to, tallies_.options.by);
  to.write(static_cast<std::uint8_t>(tallies_.has_escalated ? 1 : 0));
  detail::write_option(to, detail::days_of(tallies_.last));
  to.write(static_cast<std::uint64_t>(tallies_.groups.size()));
  for (const auto& [label, tally] : tallies_.groups) {
    survival::detail::write_label(to, label);
    tally.write(to);
  }
  return to.take();
}

inline SupportSums SupportSums::deserialize(std::span<const std::uint8_t> bytes) {
  ByteReader from(bytes, "SupportSums", 1);
  SupportSums state;
  detail::TicketTallies& to = state.tallies_;
  to.options.as_of = detail::read_date(from);
  to.options.window_days = detail::read_option<std::int32_t>(from);
  to.options.by = survival::detail::read_texts(from);
  const auto escalated = from.read<std::uint8_t>();
  if (escalated > 1) from.refuse("has a flag that is neither 0 nor 1");
  to.has_escalated = escalated == 1;
  to.last = detail::read_date(from);
  for (auto left = from.read<std::uint64_t>(); left > 0; --left) {
    detail::GroupLabel label = survival::detail::read_label(from);
    if (!to.options.as_of || (to.options.by.empty() && label.index() != 2))
      from.refuse("has a group that there is not");
    auto tally = detail::TicketTally::read(from);
    if (!to.groups.emplace(std::move(label), std::move(tally)).second) from.refuse("has a group twice");
  }
  if (detail::mixed_labels(to.groups, {})) from.refuse("has groups that are integers and texts");
  from.finish();
  state.check();
  return state;
}

inline Support SupportSums::support() const {
  Support out;
  out.as_of = tallies_.options.as_of;
  out.window_days = tallies_.options.window_days;
  const detail::TicketSums all(tallies_);
  const std::vector<double> medians = all.medians();
  for (std::size_t place = 0; place < medians.size(); ++place)
    detail::add_ticket_sum(all.sums()[place], medians[place], out);
  if (!tallies_.options.by.empty()) out.group = detail::label_column(tallies_.groups);
  detail::note_escalation(tallies_.has_escalated, tallies_.last, out);
  return out;
}

}  // namespace fealty::health
