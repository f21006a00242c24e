// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/capacity_what_if.hpp>
#include <fealty/coverage/detail/make_capacity.hpp>
#include <fealty/coverage/detail/planned_work.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// The work of each week after each number of moves.
class WhatIf {
 public:
  WhatIf(const TierSpans& tiers, const TierPlan& plan, const CapacityWhatIfOptions& options)
      : options_(options),
        work_("capacity_what_if", tiers, plan, options.as_of, options.weeks, options.contracts),
        full_time_(work_.full_time(options.hours_per_week, options.overhead)) {
    check_options(plan);
    const auto last = static_cast<std::uint32_t>(plan.tier.size() - 1);
    from_ = tier_named("capacity_what_if", "move_from", plan, options.move_from, last - 1);
    to_ = tier_named("capacity_what_if", "move_to", plan, options.move_to, last);
    out_.move_from = plan.tier.text(from_);
    out_.move_to = plan.tier.text(to_);
    out_.as_of = work_.as_of();
    out_.as_of_inferred = !options.as_of && work_.as_of();
    find_movable();
    add_up();
    for (const std::int64_t headcount : options.headcounts) {
      write_least(headcount);
      for (const double share : options.shares) write(headcount, share, moves(share), false);
    }
  }
  CapacityWhatIf take() { return std::move(out_); }

 private:
  void check_options(const TierPlan& plan) const {
    if (plan.tier.size() < 2)
      work_.refuse("plan", fmt::format("{} tiers", plan.tier.size()), "have none to move accounts to");
    for (const std::int64_t headcount : options_.headcounts)
      if (headcount < 0 || headcount > 1'000'000)
        work_.refuse("headcounts", fmt::format("{}", headcount), "is not from 0 to 1000000");
    for (const double share : options_.shares)
      if (!(share >= 0 && share <= 1)) work_.refuse("shares", fmt::format("{}", share), "is not in [0, 1]");
  }
  void find_movable() {
    std::vector<std::int64_t> unknown;
    for (const PlannedAccount& account : work_.accounts()) {
      if (account.tier != from_) continue;
      movable_.push_back(&account);
      if (std::isnan(account.acv)) unknown.push_back(account.row);
    }
    if (!movable_.empty() && unknown.size() == movable_.size())
      work_.refuse("acv", "", "is null for every account of tier " + out_.move_from);
    out_.movable = static_cast<std::int64_t>(movable_.size());
    const auto acv = [](const PlannedAccount* account) {
      return std::isnan(account->acv) ? 0 : account->acv;
    };
    std::stable_sort(movable_.begin(), movable_.end(),  // accounts are in the order of their ids
                     [&](const PlannedAccount* a, const PlannedAccount* b) { return acv(a) < acv(b); });
    if (unknown.empty()) return;
    std::sort(unknown.begin(), unknown.end());
    std::string text =
        fmt::format("capacity_what_if: row {}: the acv is null, and taken to be 0", unknown.front());
    out_.findings.push_back({"unknown_acv", Severity::warning, std::move(unknown), std::move(text)});
  }
  void add(const PlannedAccount& account, std::uint32_t tier, std::int64_t sign,
           std::vector<std::int64_t>& weeks) {
    work_.for_each_week(account, tier, [&](std::size_t, std::size_t week, std::int64_t minutes) {
      weeks[week] += sign * minutes;
    });
  }
  void add_up() {
    std::vector<std::int64_t> weeks(work_.weeks());
    for (const PlannedAccount& account : work_.accounts()) add(account, account.tier, 1, weeks);
    demand_ = weeks;
    for (const PlannedAccount* const account : movable_) {
      add(*account, from_, -1, weeks);
      add(*account, to_, 1, weeks);
      demand_.insert(demand_.end(), weeks.begin(), weeks.end());
    }
  }
  std::size_t moves(double share) const {
    const double all = static_cast<double>(movable_.size());
    return static_cast<std::size_t>(std::ceil(share * all - 1e-9 * all));
  }
  std::int64_t demand(std::size_t moved, std::size_t week) const {
    return demand_[moved * work_.weeks() + week];
  }
  bool enough(std::int64_t headcount, std::size_t moved) const {
    for (std::size_t week = 0; week < work_.weeks(); ++week)
      if (demand(moved, week) > headcount * full_time_) return false;
    return true;
  }
  void write_least(std::int64_t headcount) {
    for (std::size_t moved = 0; moved <= movable_.size(); ++moved)
      if (enough(headcount, moved)) {
        const double share =
            movable_.empty() ? 0 : static_cast<double>(moved) / static_cast<double>(movable_.size());
        return write(headcount, share, moved, true);
      }
    write(headcount, std::numeric_limits<double>::quiet_NaN(), movable_.size(), true);
    out_.moved.back() = -1;
  }
  void write(std::int64_t headcount, double share, std::size_t moved, bool least) {
    const std::int64_t time = headcount * full_time_, all = time * static_cast<std::int64_t>(work_.weeks());
    std::int64_t work = 0, shortfall = 0, over = 0, peak = 0;
    for (std::size_t week = 0; week < work_.weeks(); ++week) {
      const std::int64_t minutes = demand(moved, week);
      work += minutes;
      shortfall += std::max<std::int64_t>(0, minutes - time);
      over += minutes > time ? 1 : 0;
      peak = std::max(peak, people_for(minutes, full_time_));
    }
    const std::int64_t each =
        full_time_ * std::max<std::int64_t>(1, static_cast<std::int64_t>(work_.weeks()));
    out_.headcount.push_back(headcount);
    out_.least.push_back(least ? 1 : 0);
    out_.share.push_back(share);
    out_.moved.push_back(static_cast<std::int64_t>(moved));
    out_.demand_minutes.push_back(work);
    out_.supply_minutes.push_back(all);
    out_.utilization.push_back(utilization(work, all));
    out_.shortfall_minutes.push_back(shortfall);
    out_.weeks_over.push_back(over);
    out_.headcount_needed.push_back(people_for(work, each));
    out_.peak_headcount.push_back(peak);
    out_.feasible.push_back(over == 0 ? 1 : 0);
  }

  const CapacityWhatIfOptions& options_;
  PlannedWork work_;
  std::int64_t full_time_;
  std::uint32_t from_ = 0, to_ = 0;
  std::vector<const PlannedAccount*> movable_;
  std::vector<std::int64_t> demand_;  // by number of moves and week
  CapacityWhatIf out_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline CapacityWhatIf capacity_what_if(const TierSpans& tiers, const TierPlan& plan,
                                       const CapacityWhatIfOptions& options) {
  return detail::WhatIf(tiers, plan, options).take();
}

}  // namespace fealty::coverage
