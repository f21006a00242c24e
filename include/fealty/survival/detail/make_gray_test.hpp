// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/gray_sums.hpp>
#include <fealty/survival/detail/make_log_rank.hpp>
#include <fealty/survival/detail/rank_groups.hpp>
#include <fealty/survival/gray_test.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

[[noreturn]] inline void refuse_gray(const char* what, std::string value, std::string rule) {
  throw InvalidInput(
      {.who = "gray_test", .what = what, .where = {}, .value = std::move(value), .rule = std::move(rule)});
}

inline void check_gray(const LifeTable& table, const GrayTestOptions& options) {
  if (table.by().empty()) refuse_gray("by", "", "is missing; a comparison needs groups");
  if (!std::isfinite(options.rho))
    refuse_gray("rho", fmt::format("{}", options.rho), "is not a finite number");
  if (table.weight_kind() && *table.weight_kind() != WeightKind::cases)
    refuse_gray("weight_kind",
                std::string(enum_names(WeightKind{})[static_cast<std::size_t>(*table.weight_kind())]),
                "has no rank test; a test counts lives");
  for (const auto& [key, cells] : table.groups())
    for (const std::int64_t entered : cells.entered)
      if (entered != 0) refuse_gray("lives", "", "have a delayed entry, for which the test is not known");
}

/// The place of a cause among outcomes.
inline std::size_t outcome_of(const LifeTable& table, const std::string& cause) {
  const std::vector<std::string>& causes = table.causes();
  const auto at = std::find(causes.begin(), causes.end(), cause);
  if (at != causes.end() && !cause.empty()) return static_cast<std::size_t>(at - causes.begin()) + 1;
  const bool any = !causes.empty() && !causes.front().empty();
  refuse_gray("cause", "\"" + cause + "\"",
              "is no cause of the lives; there are " +
                  (any ? fmt::format("{}", fmt::join(causes, ", ")) : std::string("none")));
}

/// Ends by the cause in each group.
inline std::vector<std::int64_t> ends_by(const RankGroups& groups, std::size_t cause) {
  std::vector<std::int64_t> ended(groups.labels.size());
  for (const auto& [label, cells] : groups.strata)
    for (std::size_t g = 0; g < ended.size(); ++g)
      for (std::size_t i = 0; cells[g] != nullptr && i < cells[g]->size(); ++i)
        ended[g] += cells[g]->outcomes[cause][i];
  return ended;
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline GrayTest gray_test(const LifeTable& table, const GrayTestOptions& options) {
  detail::require_no_groups("gray_test", options);
  detail::check_gray(table, options);
  const std::size_t cause = detail::outcome_of(table, options.cause);
  const detail::RankGroups groups(table);
  detail::RankSums sums(groups.labels.size());
  for (const auto& [label, cells] : groups.strata) detail::GrayWalk(cells, cause, options.rho).add_to(sums);
  const detail::QuadraticForm form = detail::quadratic_form(sums.observed - sums.expected, sums.covariance);
  GrayTest test{};
  test.statistic = form.statistic;
  test.degrees_of_freedom = form.degrees_of_freedom;
  test.p_value = form.p_value();
  test.lives = groups.lives;
  test.ended = detail::ends_by(groups, cause);
  test.cause = options.cause;
  test.rho = options.rho;
  test.left_out = groups.left_out;
  detail::GroupColumn group(true);
  for (std::size_t g = 0; g < groups.labels.size(); ++g) {
    const auto i = static_cast<Eigen::Index>(g);
    group.add(groups.labels[g], 1);
    test.observed.push_back(sums.observed[i]);
    test.expected.push_back(sums.expected[i]);
    test.variance.push_back(sums.covariance(i, i));
  }
  test.group = group.take();
  return test;
}

inline GrayTest gray_test(const Lifetimes& lives, const GrayTestOptions& options) {
  GrayTestOptions of_table = options;
  of_table.by = of_table.strata = {};
  return gray_test(LifeTable(lives, {.by = options.by, .strata = options.strata, .threads = options.threads}),
                   of_table);
}

}  // namespace fealty::survival
