// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/no_figure.hpp>
#include <fealty/adoption/detail/renewal_windows.hpp>
#include <fealty/adoption/detail/result_findings.hpp>
#include <fealty/adoption/detail/stage_path.hpp>
#include <fealty/adoption/detail/stage_rules.hpp>
#include <fealty/adoption/lifecycle.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Makes the rows of lifecycle().
class LifecycleRows {
 public:
  LifecycleRows(const Milestones& milestones, const LifecycleOptions& options)
      : rows_(milestones.data()), options_(options), rules_(options) {
    out_.as_of = options.as_of ? options.as_of : milestones.last_day();
    out_.as_of_inferred = out_.as_of && !options.as_of;
    out_.rules = rules_.words();
    if (out_.as_of) read();
    out_.account = IdColumn(std::move(accounts_), rows_.accounts);
    find_limits();
    note();
  }
  Lifecycle take() { return std::move(out_); }

 private:
  void read() {
    std::optional<RenewalWindows> windows;
    if (options_.contracts)
      windows.emplace(*options_.contracts, *rows_.accounts, options_.renewal_days, *out_.as_of);
    if (windows) out_.left_out = windows->unknown();
    std::vector<std::size_t> place;
    for (std::uint32_t code = 0; code < rows_.milestones->size(); ++code)
      place.push_back(rules_.place(rows_.milestones->text(code)));
    for (std::size_t first = 0, end = 0; first < rows_.rows.size(); first = end) {
      std::array<std::int32_t, StageRules::none> day{};
      day.fill(open);
      for (; end < rows_.rows.size() && rows_.rows[end].account == rows_.rows[first].account; ++end) {
        const MilestoneRow& row = rows_.rows[end];
        if (place[row.milestone] < StageRules::none && row.date <= out_.as_of->days)
          day[place[row.milestone]] = row.date;
      }
      const std::uint32_t account = rows_.rows[first].account;
      if (std::all_of(day.begin(), day.begin() + StageRules::renewed,
                      [](auto each) { return each == open; })) {
        ++out_.left_out;
        continue;
      }
      add(account, StagePath(day, windows ? windows->of(account) : std::vector<RenewalWindow>{}));
    }
  }
  void add(std::uint32_t account, const StagePath& path) {
    std::array<std::int64_t, 4> visits{};
    out_of_order_.resize(accounts_.size() + path.stays().size());
    early_.resize(out_of_order_.size());
    if (!path.stays().empty()) {
      out_of_order_[accounts_.size()] = path.out_of_order() ? 1 : 0;
      early_[accounts_.size()] = path.renewal_before_adoption() ? 1 : 0;
    }
    for (const StageStay& stay : path.stays()) {
      const bool ended = stay.left != open;
      accounts_.push_back(account);
      out_.stage.push_back(stay.stage);
      out_.visit.push_back(++visits[static_cast<std::size_t>(stay.stage)]);
      out_.entered.days.push_back(stay.entered);
      out_.left.days.push_back(stay.left);
      out_.days.push_back(std::int64_t{ended ? stay.left : out_.as_of->days} - stay.entered);
      out_.outcome.push_back(stay.outcome);
      out_.ended.push_back(ended ? 1 : 0);
    }
  }

  void find_limits() {
    std::array<double, 4> limit{};
    for (std::size_t s = 0; s < limit.size(); ++s) limit[s] = limit_of(static_cast<LifecycleStage>(s));
    for (std::size_t row = 0; row < out_.stage.size(); ++row) {
      const double most = limit[static_cast<std::size_t>(out_.stage[row])];
      out_.limit_days.push_back(most);
      out_.stalled.push_back(out_.ended[row] == 0 && static_cast<double>(out_.days[row]) > most ? 1 : 0);
    }
  }
  double limit_of(LifecycleStage stage) const {
    if (const auto given = rules_.limit(stage)) return *given;
    std::vector<std::int64_t> days;
    for (std::size_t row = 0; row < out_.stage.size(); ++row)
      if (out_.stage[row] == stage &&
          (out_.outcome[row] == StageOutcome::moved_on || out_.outcome[row] == StageOutcome::renewed))
        days.push_back(out_.days[row]);
    if (days.empty()) return no_figure;
    const double share = options_.stalled_quantile * static_cast<double>(days.size());
    const auto at =
        static_cast<std::size_t>(std::ceil(share - 1e-9)) - 1;  // the first day by which so many had
    std::nth_element(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(at), days.end());
    return static_cast<double>(days[at]);
  }

  std::string name(std::size_t row) const { return "account " + out_.account.text(row); }
  void note() {
    const std::size_t rows = out_.stage.size();
    const auto stage = [&](std::size_t row) {
      return enum_names(LifecycleStage{})[static_cast<std::size_t>(out_.stage[row])];
    };
    note_result_rows(
        out_.findings, "stalled_stage", Severity::warning, rows,
        [&](std::size_t row) { return out_.stalled[row] != 0; },
        [&](std::size_t row) {
          return fmt::format("{} has been in {} for {} days, more than {}", name(row), stage(row),
                             out_.days[row], out_.limit_days[row]);
        });
    note_result_rows(
        out_.findings, "renewal_before_adoption", Severity::warning, rows,
        [&](std::size_t row) { return early_[row] != 0; },
        [&](std::size_t row) { return name(row) + " came to a renewal before it had adopted the product"; });
    note_result_rows(
        out_.findings, "stage_out_of_order", Severity::information, rows,
        [&](std::size_t row) { return out_of_order_[row] != 0; },
        [&](std::size_t row) {
          return name(row) + " came to a milestone after one of a later stage; it did not go back";
        });
    if (options_.churn.empty() && rows > 0)
      out_.findings.push_back(
          {"no_competing_event",
           Severity::warning,
           {},
           "lifecycle: churn does not say who left; an account that left counts as current"});
  }

  const MilestoneRows& rows_;
  const LifecycleOptions& options_;
  StageRules rules_;
  std::vector<std::uint32_t> accounts_;
  std::vector<std::uint8_t> out_of_order_, early_;  // in the first row of an account
  Lifecycle out_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Lifecycle lifecycle(const Milestones& milestones, const LifecycleOptions& options) {
  return detail::LifecycleRows(milestones, options).take();
}

}  // namespace fealty::adoption
