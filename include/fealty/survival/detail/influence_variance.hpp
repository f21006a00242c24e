// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_rows.hpp>
#include <fealty/survival/detail/risk_steps.hpp>
#include <fealty/survival/lifetime_columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival::detail {

/// The infinitesimal jackknife: the variance of what moves with the weights of lives.
class InfluenceVariance {
 public:
  /// \param cluster  attribute; empty where each life is a cluster of its own
  InfluenceVariance(const char* who, const LifetimeData& data, const std::vector<std::uint32_t>& rows,
                    const std::string& cluster)
      : cases_(!data.weight_kind || *data.weight_kind == WeightKind::cases) {
    for (const std::uint32_t row : rows) weight_.push_back(weight_of(data, row));
    if (cluster.empty()) return;
    cluster_ = clusters_of(grouping(data.attributes, {cluster}, who, "cluster"), rows);
    for (const std::uint32_t each : cluster_) clusters_ = std::max(clusters_, std::size_t{each} + 1);
  }

  /// \param slopes  of what is estimated along the weight of each life
  double operator()(const std::vector<double>& slopes) const {
    double sum = 0;
    if (cluster_.empty()) {  // cases are so many lives, each of weight 1
      for (std::size_t life = 0; life < slopes.size(); ++life)
        sum += slopes[life] * slopes[life] * weight_[life] * (cases_ ? 1 : weight_[life]);
      return sum;
    }
    std::vector<double> moved(clusters_);
    for (std::size_t life = 0; life < slopes.size(); ++life)
      moved[cluster_[life]] += weight_[life] * slopes[life];
    for (const double each : moved) sum += each * each;
    return sum;
  }

 private:
  bool cases_;
  std::vector<double> weight_;
  std::vector<std::uint32_t> cluster_;
  std::size_t clusters_ = 0;
};

}  // namespace fealty::survival::detail
