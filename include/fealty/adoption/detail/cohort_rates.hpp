// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/journeys.hpp>
#include <fealty/adoption/detail/wait_lives.hpp>
#include <fealty/adoption/detail/waiting_curve.hpp>
#include <fealty/adoption/detail/waits.hpp>
#include <fealty/core/column.hpp>
#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/period.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/life_table.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// What a rate of cohorts is asked by.
struct CohortRequest {
  std::int32_t window_days;
  Period period;
  std::int32_t fiscal_year_start;
  const std::optional<revenue::Accounts>& accounts;
  const std::vector<std::string>& by;
  double confidence;
  std::int64_t small_base;
};

/// \throws InvalidInput  for settings out of their ranges
inline void check_cohort_request(const char* who, const CohortRequest& asked) {
  const auto refuse = [&](const char* what, std::int64_t value) {
    throw InvalidInput(
        {.who = who, .what = what, .where = {}, .value = fmt::format("{}", value), .rule = "is negative"});
  };
  if (asked.window_days < 0) refuse("window_days", asked.window_days);
  if (asked.small_base < 0) refuse("small_base", asked.small_base);
  fealty::detail::check_confidence(who, asked.confidence);
  fealty::detail::check_fiscal_year_start(who, asked.fiscal_year_start);
}

/// The accounts that start in one period, of one group.
struct Cohort {
  std::size_t period = 0;
  std::uint32_t group = no_id;
  std::vector<std::size_t> waits;  // places
  std::int64_t reached = 0, churned = 0, missed = 0, undecided = 0;
  bool complete = false;
  double rate = 0, lower = 0, upper = 0;

  std::int64_t started() const { return static_cast<std::int64_t>(waits.size()); }
};

/// Shares of cohorts that come to a milestone within a window.
class CohortRates {
 public:
  /// \param who    the function that was called
  /// \param waits  of `journeys`
  CohortRates(const char* who, Journeys& journeys, const std::vector<Wait>& waits, const CohortRequest& asked)
      : asked_(asked), waits_(waits), z_(fealty::detail::normal_quantile(0.5 + asked.confidence / 2)),
        ids_(journeys.ids()), grid_(start_periods(waits, asked.period, asked.fiscal_year_start)) {
    Frame attributes;
    if (asked.accounts) add_attributes(attributes, waits, *journeys.ids(), *asked.accounts);
    group_ = survival::detail::grouping(attributes, asked.by, who, "by").group;
    if (waits.empty()) return;
    make_cohorts();
    for (Cohort& cohort : cohorts_) count(cohort, journeys.as_of()->days);
    estimate();
    note_unseen(who, journeys.findings());
  }

  const std::vector<Cohort>& all() const { return cohorts_; }
  const PeriodGrid& grid() const { return *grid_; }
  /// The groups of the rows; absent without `by`.
  IdColumn group() const {
    if (!group_.present()) return {};
    std::vector<std::uint32_t> codes;
    for (const Cohort& cohort : cohorts_) codes.push_back(cohort.group);
    return {std::move(codes), group_.ids()};
  }
  fealty::detail::Interval interval(std::int64_t reached, std::int64_t started) const {
    return fealty::detail::wilson(reached, started, z_);
  }

 private:
  void make_cohorts() {
    const std::vector<std::uint32_t> rank =
        group_.present() ? group_.ids()->ranks() : std::vector<std::uint32_t>();
    std::map<std::pair<std::uint32_t, std::size_t>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < waits_.size(); ++i) {
      const std::uint32_t code = group_.present() ? group_.codes()[i] : no_id;
      places[{code == no_id ? no_id : rank[code], grid_->index(waits_[i].start)}].push_back(i);
    }
    for (auto& [key, each] : places) {
      Cohort cohort;
      cohort.period = key.second;
      cohort.group = group_.present() ? group_.codes()[each.front()] : no_id;
      cohort.waits = std::move(each);
      cohorts_.push_back(std::move(cohort));
    }
  }
  void count(Cohort& cohort, std::int32_t as_of) const {
    for (const std::size_t i : cohort.waits) {
      const Wait& wait = waits_[i];
      const bool within = wait.days <= asked_.window_days;
      if (within && wait.outcome == WaitOutcome::reached) ++cohort.reached;
      else if (within && wait.outcome == WaitOutcome::churned) ++cohort.churned;
      else if (std::int64_t{wait.start} + asked_.window_days <= as_of) ++cohort.missed;
      else ++cohort.undecided;
    }
    cohort.complete = std::int64_t{grid_->last_day(cohort.period).days} + asked_.window_days <= as_of;
    const auto limits = interval(cohort.reached, cohort.started());
    cohort.rate = fealty::detail::rate(cohort.reached, cohort.started());
    cohort.lower = limits.lower;
    cohort.upper = limits.upper;
  }

  /// Replaces the shares of cohorts whose window is open by their incidence at its end.
  void estimate() {
    std::vector<Wait> waits;
    std::vector<std::int64_t> cell;
    std::vector<std::size_t> unfinished;
    for (std::size_t c = 0; c < cohorts_.size(); ++c) {
      if (cohorts_[c].complete) continue;
      unfinished.push_back(c);
      for (const std::size_t i : cohorts_[c].waits) {
        waits.push_back(waits_[i]);
        cell.push_back(static_cast<std::int64_t>(c));
      }
    }
    if (unfinished.empty()) return;
    Frame attributes;
    attributes.add("cohort", Column<std::int64_t>(std::move(cell)));
    const survival::LifeTable table(lives_of(waits, ids_, std::move(attributes)), {.by = {"cohort"}});
    const WaitingCurve curve = waiting_curve(table, asked_.confidence, survival::ConfidenceScale::log_log);
    const auto rows = curve.groups();
    for (std::size_t g = 0; g < rows.size(); ++g) read_at_window(curve, rows[g], cohorts_[unfinished[g]]);
  }
  void read_at_window(const WaitingCurve& curve, survival::detail::CurveRows rows, Cohort& cohort) const {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const bool seen = curve.time[rows.end - 1] >= asked_.window_days || curve.waiting[rows.end - 1] <= 0;
    cohort.rate = seen ? 0 : nan;
    cohort.lower = cohort.upper = nan;
    for (std::size_t i = rows.begin; seen && i < rows.end && curve.time[i] <= asked_.window_days; ++i) {
      cohort.rate = curve.incidence[i];
      cohort.lower = curve.lower[i];
      cohort.upper = curve.upper[i];
    }
  }
  void note_unseen(const char* who, RowFindings& findings) const {
    std::vector<std::string> labels;
    for (const Cohort& cohort : cohorts_) {
      const std::string label = grid_->label(cohort.period);
      const bool unseen = std::isnan(cohort.rate);
      if (unseen && std::find(labels.begin(), labels.end(), label) == labels.end()) labels.push_back(label);
    }
    std::sort(labels.begin(), labels.end());
    if (!labels.empty())
      findings.add("horizon_beyond_support", Severity::warning,
                   fmt::format("{}: window_days {} is longer than any account was seen that started in {}",
                               who, asked_.window_days, fmt::join(labels, ", ")));
  }

  const CohortRequest& asked_;
  const std::vector<Wait>& waits_;
  double z_;
  std::shared_ptr<const Ids> ids_;
  std::optional<PeriodGrid> grid_;
  IdColumn group_;  // of each wait
  std::vector<Cohort> cohorts_;
};

}  // namespace fealty::adoption::detail
