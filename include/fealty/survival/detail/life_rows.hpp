// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/robust_variance.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The lives of each group, and the clusters they are in: a cluster in several groups is one in each.
class LivesByGroup {
 public:
  /// \param cluster  attribute; empty where each life is a cluster of its own
  LivesByGroup(const LifetimeData& data, const std::vector<std::string>& by, const std::string& cluster,
               const char* who) {
    const Grouping group = grouping(data.attributes, by, who, "by");
    const std::vector<Label> names = labels(group);
    for (std::size_t row = 0; row < data.rows; ++row)
      groups_[names[group.of(row)]].rows.push_back(static_cast<std::uint32_t>(row));
    if (!cluster.empty()) cluster_of_ = clusters(data, grouping(data.attributes, {cluster}, who, "cluster"));
    for (auto& [label, lives] : groups_) number_clusters(lives);
  }
  const LifeRows& of(const Label& label) const { return groups_.at(label); }

 private:
  /// A life whose cluster is missing is one of its own.
  static std::vector<std::uint32_t> clusters(const LifetimeData& data, const Grouping& grouping) {
    const auto missing = static_cast<std::uint32_t>(grouping.count() - 1);
    std::vector<std::uint32_t> codes(data.rows);
    std::uint32_t next = missing;
    for (std::size_t row = 0; row < data.rows; ++row) {
      codes[row] = grouping.of(row);
      if (codes[row] == missing) codes[row] = next++;
    }
    return codes;
  }
  void number_clusters(LifeRows& lives) const {
    lives.clusters = lives.rows.size();
    if (cluster_of_.empty()) return;
    std::vector<std::uint32_t> used;
    for (const auto row : lives.rows) used.push_back(cluster_of_[row]);
    std::sort(used.begin(), used.end());
    used.erase(std::unique(used.begin(), used.end()), used.end());
    for (const auto row : lives.rows)
      lives.cluster.push_back(static_cast<std::uint32_t>(
          std::lower_bound(used.begin(), used.end(), cluster_of_[row]) - used.begin()));
    lives.clusters = used.size();
  }

  std::map<Label, LifeRows> groups_;
  std::vector<std::uint32_t> cluster_of_;
};

}  // namespace fealty::survival::detail
