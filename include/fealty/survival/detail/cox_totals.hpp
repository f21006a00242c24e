// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/survival/detail/life_cells.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace fealty::survival::detail {

/// What lives come to in a round after the survey. Tables hold, row by row, a sum of risks and those of risk
/// x each column of covariates.
struct CoxTotals {
  std::uint8_t finite = 1;  // 0 where a linear predictor is not
  // Of risks:
  fealty::detail::DoubleSum log_risk;  // weight x (linear predictor - shift) of those that end
  std::vector<double> linear;          // weight x covariates of those that end
  std::vector<double> most;            // linear predictor of each stratum
  std::vector<double> stay;            // of each cell: those that are last seen, less those that enter
  std::vector<double> end;             // of each event: those that end
  // Of the information and of influence:
  std::vector<double> gram;                      // a triangle, row by row
  std::map<Label, std::vector<double>> cluster;  // sums of residuals

  bool same_shape(const CoxTotals& other) const {
    bool same = linear.size() == other.linear.size() && most.size() == other.most.size() &&
                stay.size() == other.stay.size() && end.size() == other.end.size() &&
                gram.size() == other.gram.size();
    for (const auto& [label, sums] : other.cluster) {
      const auto at = cluster.find(label);
      same = same && (at == cluster.end() || at->second.size() == sums.size());
    }
    return same;
  }
  void add(const CoxTotals& other) {
    finite = finite != 0 && other.finite != 0 ? 1 : 0;
    log_risk.add(other.log_risk);
    for (std::size_t s = 0; s < most.size(); ++s) most[s] = std::max(most[s], other.most[s]);
    add_to(linear, other.linear);
    add_to(stay, other.stay);
    add_to(end, other.end);
    add_to(gram, other.gram);
    for (const auto& [label, sums] : other.cluster) {
      const auto [at, is_new] = cluster.try_emplace(label, sums);
      if (!is_new) add_to(at->second, sums);
    }
  }

 private:
  static void add_to(std::vector<double>& to, const std::vector<double>& more) {
    for (std::size_t i = 0; i < to.size(); ++i) to[i] += more[i];
  }
};

}  // namespace fealty::survival::detail
