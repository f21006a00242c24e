// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/active_days.hpp>
#include <fealty/adoption/detail/matched_ids.hpp>
#include <fealty/adoption/detail/option_days.hpp>
#include <fealty/adoption/detail/qualifying_events.hpp>
#include <fealty/adoption/detail/ratio.hpp>
#include <fealty/adoption/seat_utilization.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Bands of ages: 0-89, 90-179 and so on.
class AgeBands {
 public:
  explicit AgeBands(const std::vector<std::int32_t>& edges) : edges_(edges) {
    Ids labels;
    std::int32_t from = 0;
    for (const std::int32_t edge : edges_) {
      if (edge <= from)
        throw InvalidInput(
            {.who = "seat_utilization",
             .what = "band_edges",
             .where = {},
             .value = fmt::format("{}", edge),
             .rule = fmt::format("is not above {}; ages at which bands begin ascend from 0", from)});
      labels.encode(fmt::format("{}-{}", from, edge - 1));
      from = edge;
    }
    labels.encode(fmt::format("{}+", from));
    labels_ = std::make_shared<const Ids>(std::move(labels));
  }

  const std::shared_ptr<const Ids>& labels() const { return labels_; }
  /// The band of an age; no_id where that is unknown, below 0.
  std::uint32_t of(std::int64_t age) const {
    if (age < 0) return no_id;
    return static_cast<std::uint32_t>(std::upper_bound(edges_.begin(), edges_.end(), age) - edges_.begin());
  }

 private:
  const std::vector<std::int32_t>& edges_;
  std::shared_ptr<const Ids> labels_;
};

/// Sets against each other who is active and what is paid for.
class SeatUse {
 public:
  SeatUse(const Usage& usage, const Seats& seats, const SeatUtilizationOptions& options)
      : usage_(usage.data()), seats_(seats.data()), options_(options),
        events_(who, usage_, options.events, options.as_of), bands_(options.band_edges),
        known_(matched_ids(who, "seats", *seats_.accounts, *usage_.accounts)) {
    require_days(who, "window", options.window);
    out_.as_of = known_as_of(usage_, events_);
    out_.as_of_inferred = events_.as_of_inferred();
    out_.window = options.window;
    out_.band_edges = options.band_edges;
    if (usage_.rows > 0)
      note_long_window(who, std::min(*usage_.first_day(), events_.as_of()), events_.as_of(), options.window,
                       out_.findings);
    sum_seats();
    count_users();
    if (out_.as_of) add_rows();
    set_percentiles();
  }

  SeatUtilization take() { return std::move(out_); }

 private:
  static constexpr const char* who = "seat_utilization";

  void sum_seats() {
    paid_.assign(seats_.accounts->size(), -1);
    for (const SeatRow& row : seats_.rows)
      if (row.holds_on(events_.as_of().days))
        paid_[row.account] = std::max<std::int64_t>(paid_[row.account], 0) + row.seats;
  }
  void count_users() {
    active_.assign(paid_.size(), 0);
    const ActiveDays days(usage_, events_);
    std::vector<std::uint8_t> unpaid(usage_.accounts->size(), 0);
    for (std::uint32_t member = 0; member < usage_.members(); ++member) {
      const auto within = days_within(days.of(member), events_.last() - options_.window, events_.last());
      if (within.empty()) continue;
      const std::uint32_t account = usage_.account[member], seats = known_[account];
      if (seats == no_id || paid_[seats] < 0) unpaid[account] = 1;
      else if (usage_.user[member] != no_id) ++active_[seats];
    }
    note_unpaid(unpaid);
  }
  void note_unpaid(const std::vector<std::uint8_t>& unpaid) {
    const auto count = std::count(unpaid.begin(), unpaid.end(), 1);
    if (count == 0) return;
    const auto order = usage_.accounts->sorted();
    const auto first =
        std::find_if(order.begin(), order.end(), [&](std::uint32_t i) { return unpaid[i] != 0; });
    out_.findings.push_back(
        {"usage_without_seats",
         Severity::warning,
         {},
         fmt::format("{}: account {}{} active in the window without a row of seats on {}", who,
                     usage_.accounts->text(*first),
                     count > 1 ? fmt::format(" and {} more are", count - 1) : std::string(" is"),
                     to_string(events_.as_of()))});
  }

  void add_rows() {
    std::vector<std::uint32_t> accounts, bands;
    for (const std::uint32_t account : seats_.accounts->sorted()) {
      const std::int64_t seats = paid_[account], users = active_[account];
      if (seats < 0) continue;
      accounts.push_back(account);
      out_.seats.push_back(seats);
      out_.active_users.push_back(users);
      out_.utilization.push_back(usage_.users ? ratio(users, seats)
                                              : std::numeric_limits<double>::quiet_NaN());
      out_.over_used.push_back(users > seats ? 1 : 0);
      const std::int64_t age = std::int64_t{events_.as_of().days} - seats_.start[account];
      out_.age_days.push_back(std::max<std::int64_t>(age, -1));
      bands.push_back(bands_.of(age));
    }
    out_.account = IdColumn(accounts, seats_.accounts);
    out_.band = IdColumn(std::move(bands), bands_.labels());
    if (!usage_.users && !accounts.empty())
      out_.findings.push_back({"users_unknown",
                               Severity::warning,
                               {},
                               "seat_utilization: no column says who did what; seats are used by users"});
    note("zero_seats", Severity::warning, "pays for no seat; it has no utilization",
         [&](std::size_t i) { return out_.seats[i] == 0; });
    note("more_active_than_seats", Severity::information, "has more active users than seats",
         [&](std::size_t i) { return out_.over_used[i] != 0; });
    note("age_unknown", Severity::information, "has no start up to as_of; it is in no band",
         [&](std::size_t i) { return out_.age_days[i] < 0; });
  }
  /// Lists the rows of seats of the accounts for which something holds.
  template <class Holds>
  void note(const char* code, Severity severity, const char* what, Holds holds) {
    std::vector<std::uint8_t> odd(paid_.size(), 0);
    std::uint32_t first = no_id;
    for (std::size_t i = out_.seats.size(); i-- > 0;) {
      if (!holds(i)) continue;
      first = out_.account.codes()[i];
      odd[first] = 1;
    }
    if (first == no_id) return;
    std::vector<std::int64_t> rows;
    for (const SeatRow& row : seats_.rows)
      if (odd[row.account] != 0 && row.holds_on(events_.as_of().days)) rows.push_back(row.row);
    std::sort(rows.begin(), rows.end());
    out_.findings.push_back({code, severity, std::move(rows),
                             fmt::format("{}: account {} {}", who, seats_.accounts->text(first), what)});
  }

  void set_percentiles() {
    std::vector<std::vector<double>> used(options_.band_edges.size() + 1);
    for (std::size_t i = 0; i < out_.seats.size(); ++i)
      if (is_ranked(i)) used[out_.band.codes()[i]].push_back(out_.utilization[i]);
    for (auto& each : used) std::sort(each.begin(), each.end());
    for (std::size_t i = 0; i < out_.seats.size(); ++i) {
      out_.percentile.push_back(std::numeric_limits<double>::quiet_NaN());
      if (!is_ranked(i)) continue;
      const auto& band = used[out_.band.codes()[i]];
      const auto same = std::equal_range(band.begin(), band.end(), out_.utilization[i]);
      const auto less = same.first - band.begin(), up_to = same.second - band.begin();
      out_.percentile.back() = ratio(std::int64_t{less + up_to}, 2 * static_cast<std::int64_t>(band.size()));
    }
  }
  bool is_ranked(std::size_t i) const {
    return out_.band.codes()[i] != no_id && !std::isnan(out_.utilization[i]);
  }

  const UsageData& usage_;
  const SeatData& seats_;
  const SeatUtilizationOptions& options_;
  QualifyingEvents events_;
  AgeBands bands_;
  std::vector<std::uint32_t> known_;         // the account of seats of each of the usage
  std::vector<std::int64_t> paid_, active_;  // by account of seats; -1 where none hold
  SeatUtilization out_;
};

/// A quartile of ascending values.
inline double quartile_of(const std::vector<double>& ascending, std::size_t quarters) {
  if (ascending.empty()) return std::numeric_limits<double>::quiet_NaN();
  const std::size_t place = (ascending.size() - 1) * quarters;  // in quarters of a step
  const double below = ascending[place / 4], above = ascending[std::min(place / 4 + 1, ascending.size() - 1)];
  return below + (above - below) * static_cast<double>(place % 4) / 4;
}

/// Adds the line of a band; of no_id that of unknown ages.
inline void add_band(const SeatUtilization& all, std::uint32_t band, SeatUtilizationBands& out) {
  std::vector<double> used;
  std::int64_t seats = 0, users = 0, unused = 0, over = 0;
  for (std::size_t i = 0; i < all.seats.size(); ++i) {
    if (all.band.codes()[i] != band || all.seats[i] == 0) continue;
    used.push_back(all.utilization[i]);
    seats += all.seats[i];
    users += all.active_users[i];
    unused += all.active_users[i] == 0 ? 1 : 0;
    over += all.over_used[i];
  }
  const bool known = std::none_of(used.begin(), used.end(), [](double each) { return std::isnan(each); });
  out.accounts.push_back(static_cast<std::int64_t>(used.size()));
  out.seats.push_back(seats);
  out.active_users.push_back(users);
  out.unused.push_back(unused);
  out.over_used.push_back(over);
  out.utilization.push_back(known ? ratio(users, seats) : std::numeric_limits<double>::quiet_NaN());
  if (!known) used.clear();
  std::sort(used.begin(), used.end());
  out.lower_quartile.push_back(quartile_of(used, 1));
  out.median.push_back(quartile_of(used, 2));
  out.upper_quartile.push_back(quartile_of(used, 3));
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline SeatUtilization seat_utilization(const Usage& usage, const Seats& seats,
                                        const SeatUtilizationOptions& options) {
  return detail::SeatUse(usage, seats, options).take();
}

inline SeatUtilizationBands seat_utilization_bands(const SeatUtilization& utilization) {
  SeatUtilizationBands out;
  if (!utilization.band.present()) return out;
  const auto codes = utilization.band.codes();
  std::vector<std::uint32_t> bands;
  for (std::uint32_t band = 0; band < utilization.band.ids()->size(); ++band) bands.push_back(band);
  if (std::find(codes.begin(), codes.end(), no_id) != codes.end()) bands.push_back(no_id);
  for (const std::uint32_t band : bands) detail::add_band(utilization, band, out);
  out.band = IdColumn(std::move(bands), utilization.band.ids());
  return out;
}

}  // namespace fealty::adoption
