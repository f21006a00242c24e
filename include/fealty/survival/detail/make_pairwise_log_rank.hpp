// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/make_log_rank.hpp>
#include <fealty/survival/detail/rank_groups.hpp>
#include <fealty/survival/log_rank.hpp>
#include <fealty/survival/pairwise_log_rank.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace fealty::survival::detail {

/// P values adjusted for their number; those that are NaN do not count and stay so.
inline std::vector<double> adjusted(const std::vector<double>& p_values, PValueAdjustment adjustment) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p_values.size(); ++i)
    if (!std::isnan(p_values[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
  std::vector<double> result = p_values;
  const auto tests = static_cast<double>(order.size());
  if (adjustment == PValueAdjustment::holm) {
    double largest = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
      largest = std::max(largest, (tests - static_cast<double>(k)) * p_values[order[k]]);
      result[order[k]] = std::min(1.0, largest);
    }
  } else if (adjustment == PValueAdjustment::benjamini_hochberg) {
    double least = 1;
    for (std::size_t k = order.size(); k-- > 0;) {
      least = std::min(least, tests / static_cast<double>(k + 1) * p_values[order[k]]);
      result[order[k]] = least;
    }
  }
  return result;
}

}  // namespace fealty::survival::detail

namespace fealty::survival {

inline PairwiseLogRank pairwise_log_rank(const LifeTable& table, const PairwiseLogRankOptions& options) {
  detail::require_no_groups("pairwise_log_rank", options);
  const detail::RankScheme scheme = detail::checked_scheme("pairwise_log_rank", table, options);
  const detail::RankGroups groups(table);
  PairwiseLogRank pairs;
  pairs.adjustment = options.adjustment;
  pairs.left_out = groups.left_out;
  detail::GroupColumn group(true), other(true);
  for (std::size_t i = 0; i < groups.labels.size(); ++i)
    for (std::size_t j = i + 1; j < groups.labels.size(); ++j) {
      const detail::QuadraticForm form = detail::rank_form(groups.sums({i, j}, scheme), {});
      group.add(groups.labels[i], 1);
      other.add(groups.labels[j], 1);
      pairs.statistic.push_back(form.statistic);
      pairs.p_value.push_back(form.p_value());
    }
  pairs.group = group.take();
  pairs.other = other.take();
  pairs.adjusted_p_value = detail::adjusted(pairs.p_value, options.adjustment);
  return pairs;
}

inline PairwiseLogRank pairwise_log_rank(const Lifetimes& lives, const PairwiseLogRankOptions& options) {
  PairwiseLogRankOptions of_table = options;
  of_table.by = of_table.strata = {};
  return pairwise_log_rank(
      LifeTable(lives, {.by = options.by, .strata = options.strata, .threads = options.threads}), of_table);
}

}  // namespace fealty::survival
