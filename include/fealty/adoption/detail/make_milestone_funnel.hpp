// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/funnel_paths.hpp>
#include <fealty/adoption/detail/wait_lives.hpp>
#include <fealty/adoption/detail/waiting_curve.hpp>
#include <fealty/adoption/milestone_funnel.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/period.hpp>
#include <fealty/survival/detail/grouping.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

using Quartiles = std::array<double, 3>;
inline constexpr Quartiles quartile_shares{.25, .5, .75};

/// Counts and times of one step, in one group.
struct FunnelCell {
  std::int64_t reached = 0, churned = 0, waiting = 0, out_of_order = 0;
  std::vector<double> days;  // of those who have come to it in order
  Quartiles all{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                std::numeric_limits<double>::quiet_NaN()};

  /// The first day by which each share of those who have come to it had.
  Quartiles of_reached() {
    std::sort(days.begin(), days.end());
    Quartiles found = {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN(),
                       std::numeric_limits<double>::quiet_NaN()};
    for (std::size_t q = 0; q < 3 && !days.empty(); ++q)
      found[q] =
          days[static_cast<std::size_t>(std::ceil(quartile_shares[q] * static_cast<double>(days.size()))) -
               1];
    return found;
  }
};

/// The cells of a funnel, group by group.
class FunnelCells {
 public:
  /// \param group  of each path; absent where all are in one
  FunnelCells(const std::vector<FunnelPath>& paths, const IdColumn& group, std::size_t steps,
              std::int32_t as_of, std::shared_ptr<const Ids> ids)
      : paths_(paths), steps_(steps), as_of_(as_of), ids_(std::move(ids)) {
    find_groups(group);
    cells_.resize(codes_.size() * steps);
    for (std::size_t i = 0; i < paths.size(); ++i) count(paths[i], group_of_[i]);
    for (std::size_t step = 1; step < steps; ++step) estimate(step);
  }

  std::size_t groups() const { return codes_.size(); }
  std::uint32_t code(std::size_t group) const { return codes_[group]; }
  FunnelCell& cell(std::size_t group, std::size_t step) { return cells_[group * steps_ + step]; }

 private:
  void find_groups(const IdColumn& group) {
    const std::vector<std::uint32_t> rank =
        group.present() ? group.ids()->ranks() : std::vector<std::uint32_t>();
    const auto code = [&](std::size_t path) { return group.present() ? group.codes()[path] : no_id; };
    const auto key = [&](std::size_t path) { return code(path) == no_id ? no_id : rank[code(path)]; };
    std::map<std::uint32_t, std::size_t> place;  // of each group, by rank, null last
    for (std::size_t i = 0; i < paths_.size(); ++i) place.emplace(key(i), i);
    for (auto& [each, at] : place) {
      codes_.push_back(code(at));
      at = codes_.size() - 1;
    }
    for (std::size_t i = 0; i < paths_.size(); ++i) group_of_.push_back(place.at(key(i)));
  }
  void count(const FunnelPath& path, std::size_t group) {
    for (std::size_t step = 0; step < steps_; ++step) {
      FunnelCell& to = cell(group, step);
      if (path.day[step] == open) {
        ++(path.churn == open ? to.waiting : to.churned);
        return;
      }
      ++to.reached;
      if (path.out_of_order[step]) ++to.out_of_order;
      else if (step > 0) to.days.push_back(path.day[step] - path.day[step - 1]);
    }
  }
  /// Quartiles of all who came to the step before, but for those out of order.
  void estimate(std::size_t step) {
    std::vector<Wait> waits;
    std::vector<std::int64_t> group;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      const FunnelPath& path = paths_[i];
      if (path.day[step - 1] == open || path.out_of_order[step]) continue;
      waits.push_back(wait_of(path.account, path.day[step - 1], path.day[step], path.churn, as_of_));
      group.push_back(static_cast<std::int64_t>(group_of_[i]));
    }
    Frame attributes;
    attributes.add("group", Column<std::int64_t>(std::move(group)));
    const survival::LifeTable table(lives_of(waits, ids_, std::move(attributes)), {.by = {"group"}});
    const WaitingCurve curve = waiting_curve(table, .95, survival::ConfidenceScale::log_log);
    for (const auto& rows : curve.groups()) {
      const std::int64_t of = curve.group.ids()->number(curve.group.codes()[rows.begin]);
      FunnelCell& to = cell(static_cast<std::size_t>(of), step);
      for (std::size_t q = 0; q < 3; ++q) to.all[q] = share_reached(curve, rows, quartile_shares[q]);
    }
  }

  const std::vector<FunnelPath>& paths_;
  std::size_t steps_;
  std::int32_t as_of_;
  std::shared_ptr<const Ids> ids_;
  std::vector<std::uint32_t> codes_;  // of the groups, in order
  std::vector<std::size_t> group_of_;
  std::vector<FunnelCell> cells_;
};

inline JourneyRequest funnel_request(const MilestoneFunnelOptions& options) {
  if (options.steps.size() < 2)
    throw InvalidInput({.who = "milestone_funnel",
                        .what = "steps",
                        .where = {},
                        .value = fmt::format("{}", options.steps.size()),
                        .rule = "are too few; a funnel has two or more"});
  fealty::detail::check_fiscal_year_start("milestone_funnel", options.fiscal_year_start);
  JourneyRequest asked{.who = "milestone_funnel",
                       .milestones = {},
                       .churn = options.churn,
                       .lifetimes = options.lifetimes,
                       .as_of = options.as_of};
  for (std::size_t i = 0; i < options.steps.size(); ++i)
    asked.milestones.emplace_back(fmt::format("steps[{}]", i), options.steps[i]);
  return asked;
}

/// The group of each path.
inline IdColumn funnel_groups(const std::vector<FunnelPath>& paths, const Ids& ids,
                              const MilestoneFunnelOptions& options) {
  std::vector<Wait> starts;  // who begins when
  for (const FunnelPath& path : paths) starts.push_back({path.account, path.day[0], 0, WaitOutcome::waiting});
  Frame attributes;
  if (options.cohort)
    attributes.add("cohort", cohort_names(starts, *options.cohort, options.fiscal_year_start));
  if (options.accounts) add_attributes(attributes, starts, ids, *options.accounts);
  return survival::detail::grouping(attributes, options.by, "milestone_funnel", "by").group;
}

inline void add_step(FunnelCell& cell, const FunnelCell* previous, const FunnelCell& first,
                     MilestoneFunnel& out) {
  const auto share = [](std::int64_t part, std::int64_t whole) {
    return whole == 0 ? std::numeric_limits<double>::quiet_NaN()
                      : static_cast<double>(part) / static_cast<double>(whole);
  };
  out.reached.push_back(cell.reached);
  out.churned.push_back(cell.churned);
  out.waiting.push_back(cell.waiting);
  out.from_previous.push_back(previous == nullptr ? share(0, 0) : share(cell.reached, previous->reached));
  out.from_first.push_back(share(cell.reached, first.reached));
  out.lower_quartile.push_back(cell.all[0]);
  out.median.push_back(cell.all[1]);
  out.upper_quartile.push_back(cell.all[2]);
  const Quartiles reached = cell.of_reached();
  out.reached_lower_quartile.push_back(reached[0]);
  out.reached_median.push_back(reached[1]);
  out.reached_upper_quartile.push_back(reached[2]);
  out.out_of_order.push_back(cell.out_of_order);
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline MilestoneFunnel milestone_funnel(const Milestones& milestones, const MilestoneFunnelOptions& options) {
  const detail::JourneyRequest asked = detail::funnel_request(options);
  detail::Journeys journeys(milestones, asked);
  const std::vector<detail::FunnelPath> paths = detail::funnel_paths(journeys, options.steps.size());
  const IdColumn group = detail::funnel_groups(paths, *journeys.ids(), options);
  MilestoneFunnel out;
  std::vector<std::uint32_t> codes;
  if (!paths.empty()) {
    detail::FunnelCells cells(paths, group, options.steps.size(), journeys.as_of()->days, journeys.ids());
    for (std::size_t g = 0; g < cells.groups(); ++g)
      for (std::size_t step = 0; step < options.steps.size(); ++step) {
        codes.push_back(cells.code(g));
        out.step.push_back(options.steps[step]);
        detail::add_step(cells.cell(g, step), step == 0 ? nullptr : &cells.cell(g, step - 1),
                         cells.cell(g, 0), out);
      }
  }
  if (group.present()) out.group = IdColumn(std::move(codes), group.ids());
  out.churn = options.churn;
  out.as_of = journeys.as_of();
  out.as_of_inferred = journeys.as_of_inferred();
  out.cohort = options.cohort;
  out.findings = journeys.findings().take();
  return out;
}

}  // namespace fealty::adoption
