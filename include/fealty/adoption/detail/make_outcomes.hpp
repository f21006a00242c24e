// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/goal_state.hpp>
#include <fealty/adoption/detail/no_figure.hpp>
#include <fealty/adoption/detail/result_findings.hpp>
#include <fealty/adoption/outcomes.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Makes the rows of outcomes().
class OutcomeRows {
 public:
  OutcomeRows(const Goals& goals, const OutcomesOptions& options) : rows_(goals.data()), options_(options) {
    check(goals);
    out_.value.currency = out_.cost.currency = out_.net_value.currency = goals.currency();
    if (out_.as_of) read();
    if (options.accounts) read_unstated(*options.accounts);
    write();
    note();
  }
  Outcomes take() { return std::move(out_); }

 private:
  [[noreturn]] static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "outcomes",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void check(const Goals& goals) {
    if (options_.stalled_days < 1)
      refuse("stalled_days", fmt::format("{}", options_.stalled_days), "is below 1");
    if (options_.as_of && (options_.as_of->days < min_day || options_.as_of->days > max_day))
      refuse("as_of", to_string(*options_.as_of), "is not between 1900-01-01 and 9999-12-31");
    out_.as_of = options_.as_of ? options_.as_of : goals.last_day();
    out_.as_of_inferred = out_.as_of && !options_.as_of;
    out_.stalled_days = options_.stalled_days;
  }

  /// Goals come one after the other, each by date.
  void read() {
    for (std::size_t first = 0, end = 0; first < rows_.rows.size(); first = end) {
      const GoalRow& begin = rows_.rows[first];
      std::size_t known = first;
      for (; end < rows_.rows.size() && rows_.rows[end].account == begin.account &&
             rows_.rows[end].goal == begin.goal;
           ++end)
        if (rows_.rows[end].date <= out_.as_of->days) known = end + 1;
      if (known == first) continue;
      states_.emplace_back(&rows_.rows[first], &rows_.rows[known - 1] + 1);
    }
    for (const GoalState& state : states_) accounts_.push_back(account(state.account));
  }
  std::uint32_t account(std::uint32_t code) {
    return rows_.accounts->is_text() ? ids_.encode(rows_.accounts->view(code))
                                     : ids_.encode(rows_.accounts->number(code));
  }
  /// Accounts that have no goal, as states without one.
  void read_unstated(const revenue::Accounts& accounts) {
    const Ids& names = *accounts.ids();
    const std::vector<std::uint32_t> match =
        rows_.rows.empty() ? std::vector<std::uint32_t>{} : accounts.match(*rows_.accounts);
    std::vector<std::uint8_t> stated(names.size());
    for (const GoalState& state : states_)
      if (const std::uint32_t code = match[state.account]; code != no_id) stated[code] = 1;
    for (std::uint32_t code = 0; code < names.size(); ++code) {
      if (stated[code] != 0 || !accounts.has_row(code) || accounts.final_account(code) != code) continue;
      states_.emplace_back();
      accounts_.push_back(names.is_text() ? ids_.encode(names.view(code)) : ids_.encode(names.number(code)));
    }
  }

  void write() {
    const std::vector<std::uint32_t> rank = ids_.ranks();
    std::vector<std::size_t> order(states_.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),  // goals of an account are in order already
                     [&](std::size_t a, std::size_t b) { return rank[accounts_[a]] < rank[accounts_[b]]; });
    std::vector<std::uint32_t> account, goal, unit;
    std::vector<GoalState> sorted;
    for (const std::size_t i : order) {
      account.push_back(accounts_[i]);
      goal.push_back(states_[i].goal);
      unit.push_back(states_[i].unit);
      sorted.push_back(states_[i]);
      add(states_[i]);
    }
    states_ = std::move(sorted);
    out_.account = IdColumn(std::move(account), std::make_shared<const Ids>(std::move(ids_)));
    out_.goal = IdColumn(std::move(goal), rows_.goals);
    out_.unit = IdColumn(std::move(unit), rows_.units ? rows_.units : std::make_shared<const Ids>());
  }
  void add(const GoalState& state) {
    out_.start.days.push_back(state.start);
    out_.measured_on.days.push_back(state.measured_on);
    out_.progressed_on.days.push_back(state.progressed_on);
    out_.due.days.push_back(state.due);
    out_.baseline.push_back(state.baseline);
    out_.target.push_back(state.target);
    out_.actual.push_back(state.actual);
    const double attainment = state.attainment(),
                 planned = out_.as_of ? state.planned(*out_.as_of) : no_figure;
    out_.attainment.push_back(attainment);
    out_.planned.push_back(planned);
    out_.pace.push_back(planned > 0 ? attainment / planned : no_figure);
    const bool reached = attainment >= 1;
    out_.reached.push_back(reached ? 1 : 0);
    out_.stalled.push_back(state.has_target() && !reached &&
                                   out_.as_of->days - state.progressed_on >= options_.stalled_days
                               ? 1
                               : 0);
    add_money(state);
  }
  void add_money(const GoalState& state) {
    const std::optional<std::int64_t> value = state.value_of(state.actual);
    const std::int64_t worth = value.value_or(0), cost = state.cost.value_or(0);
    std::int64_t net = 0;
    if (__builtin_sub_overflow(worth, cost, &net))
      throw Overflow({"outcomes",
                      "net_value",
                      {},
                      fmt::format("{} - {}", worth, cost),
                      "is beyond 64 bits of minor units"});
    out_.value.minor.push_back(worth);
    out_.cost.minor.push_back(cost);
    out_.net_value.minor.push_back(net);
    out_.has_value.push_back(value ? 1 : 0);
    out_.has_cost.push_back(state.cost ? 1 : 0);
    const bool both = value && state.cost;
    out_.roi.push_back(both && cost > 0 ? static_cast<double>(net) / static_cast<double>(cost) : no_figure);
    out_.payback_days.push_back(both ? state.payback_days() : no_figure);
  }

  std::string name(std::size_t row) const {
    return fmt::format("account {}, goal {}", out_.account.text(row), out_.goal.text(row));
  }
  template <class Odd, class Describe>
  void note(const char* code, Severity severity, Odd odd, Describe describe) {
    note_result_rows(
        out_.findings, code, severity, states_.size(),
        [&](std::size_t row) { return odd(states_[row], row); }, describe);
  }
  void note() {
    note(
        "unstated_goal", Severity::warning, [](const GoalState& s, std::size_t) { return s.goal == no_id; },
        [&](std::size_t row) {
          return fmt::format("account {} has not said what it wants", out_.account.text(row));
        });
    note(
        "incomplete_goal", Severity::warning,
        [](const GoalState& s, std::size_t) {
          return s.goal != no_id && (std::isnan(s.baseline) || std::isnan(s.target));
        },
        [&](std::size_t row) {
          return fmt::format("{} has no {}", name(row),
                             std::isnan(states_[row].target) ? "target" : "baseline");
        });
    note(
        "target_is_baseline", Severity::warning,
        [](const GoalState& s, std::size_t) { return s.baseline == s.target; },
        [&](std::size_t row) {
          return fmt::format("{} has the target {}, which is its baseline; there is nothing to attain",
                             name(row), states_[row].target);
        });
    note(
        "stalled_goal", Severity::warning,
        [&](const GoalState&, std::size_t row) { return out_.stalled[row] != 0; },
        [&](std::size_t row) {
          return fmt::format("{} has made no progress since {}, {} days before {}", name(row),
                             to_string(Date{states_[row].progressed_on}),
                             out_.as_of->days - states_[row].progressed_on, to_string(*out_.as_of));
        });
    note(
        "target_changed", Severity::information,
        [](const GoalState& s, std::size_t) { return s.target_changed; },
        [&](std::size_t row) {
          return fmt::format("{} had other targets before {}, which counts", name(row), states_[row].target);
        });
    note(
        "baseline_changed", Severity::warning,
        [](const GoalState& s, std::size_t) { return s.baseline_changed; },
        [&](std::size_t row) {
          return fmt::format("{} has other baselines after {}, which counts", name(row),
                             states_[row].baseline);
        });
  }

  const GoalRows& rows_;
  const OutcomesOptions& options_;
  std::vector<GoalState> states_;
  std::vector<std::uint32_t> accounts_;  // of each state
  Ids ids_;
  Outcomes out_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Outcomes outcomes(const Goals& goals, const OutcomesOptions& options) {
  return detail::OutcomeRows(goals, options).take();
}

}  // namespace fealty::adoption
