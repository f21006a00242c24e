// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/account_groups.hpp>
#include <fealty/health/detail/ticket_tally.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/tickets.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/lifetimes.hpp>
#include <fealty/survival/survival_quantile.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

namespace fealty::health::detail {

/// What is known of a group's tickets.
struct TicketSum {
  std::int64_t opened = 0, escalated = 0, closed = 0, open = 0, open_escalated = 0, days = 0, scored = 0;
  fealty::detail::DoubleSum score;
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

  /// Those of a state; all together there is always a group.
  explicit TicketSums(const TicketTallies& tallies) : as_of_(tallies.options.as_of.value_or(Date{})) {
    for (const auto& [label, tally] : tallies.groups) {
      const auto place = static_cast<std::int64_t>(sums_.size());
      sums_.push_back({tally.opened, tally.escalated, tally.closed, tally.open, tally.open_escalated,
                       tally.days, tally.scored, tally.score.sum(), true});
      for (const auto& [days, tickets] : tally.lasted)
        for (const bool closed : {true, false})
          if (const std::int64_t count = closed ? tickets.closed : tickets.open; count > 0) {
            add_life(place, days, closed);
            weight_.push_back(static_cast<double>(count));
          }
    }
    if (sums_.empty() && tallies.options.by.empty()) sums_.emplace_back();
  }

  const std::vector<TicketSum>& sums() const { return sums_; }
  /// What a state adds, one group after the other.
  std::vector<TicketTally> tallies() const {
    std::vector<TicketTally> tallies(sums_.size());
    for (std::size_t place = 0; place < sums_.size(); ++place) {
      const TicketSum& sum = sums_[place];
      TicketTally& to = tallies[place];
      to.opened = sum.opened, to.escalated = sum.escalated, to.closed = sum.closed, to.open = sum.open;
      to.open_escalated = sum.open_escalated, to.days = sum.days, to.scored = sum.scored;
    }
    for (std::size_t i = 0; i < scores_.size(); ++i) tallies[score_place_[i]].score.add(scores_[i]);
    for (std::size_t i = 0; i < days_.size(); ++i) {
      Lasted& lasted = tallies[static_cast<std::size_t>(place_[i])].lasted[days_[i]];
      ++(ended_[i] != 0 ? lasted.closed : lasted.open);
    }
    return tallies;
  }
  /// The median of each group by Kaplan-Meier; NaN where there is none.
  std::vector<double> medians() const {
    std::vector<double> medians(sums_.size(), std::numeric_limits<double>::quiet_NaN());
    if (place_.empty()) return medians;
    survival::LifetimeColumns columns{.duration = Column<std::int64_t>(days_),
                                      .ended = Column<std::uint8_t>(ended_)};
    if (!weight_.empty()) columns.weight = Column<double>(weight_);
    columns.attributes.add("group", IdColumn(place_));
    const auto curve = survival::kaplan_meier(survival::Lifetimes(columns), {.by = {"group"}, .threads = 1});
    const auto found = survival::survival_quantile(curve, {.probabilities = {0.5}});
    for (std::size_t i = 0; i < found.time.size(); ++i)
      medians[static_cast<std::size_t>(found.group.ids()->number(found.group.codes()[i]))] = found.time[i];
    return medians;
  }

 private:
  void add_life(std::int64_t place, std::int64_t days, bool closed) {
    place_.push_back(place);
    days_.push_back(days);
    ended_.push_back(closed ? 1 : 0);
  }
  void add(const TicketRow& row, std::size_t place) {
    TicketSum& sum = sums_[place];
    const bool closed = row.closed <= as_of_.days;
    sum.seen = true;
    if (row.opened >= since_) {
      ++sum.opened;
      sum.escalated += row.escalated ? 1 : 0;
      add_life(static_cast<std::int64_t>(place), (closed ? row.closed : as_of_.days) - row.opened, closed);
    }
    if (!closed) {
      ++sum.open;
      sum.open_escalated += row.escalated ? 1 : 0;
    } else if (row.closed >= since_) {
      ++sum.closed;
      sum.days += row.closed - row.opened;
      if (std::isnan(row.score)) return;
      ++sum.scored;
      sum.score.add(row.score);
      score_place_.push_back(place);
      scores_.push_back(row.score);
    }
  }

  Date as_of_;
  std::int64_t since_ = 0;
  std::vector<TicketSum> sums_;
  std::vector<std::int64_t> place_, days_;
  std::vector<std::uint8_t> ended_;
  std::vector<double> weight_;  // tickets of a row of these, where one stands for several
  std::vector<std::size_t> score_place_;
  std::vector<double> scores_;
};

}  // namespace fealty::health::detail
