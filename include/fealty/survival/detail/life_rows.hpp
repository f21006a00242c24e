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

/// The cluster of each of some rows, numbered from 0. A life whose cluster is missing is one of its own.
inline std::vector<std::uint32_t> clusters_of(const Grouping& grouping,
                                              const std::vector<std::uint32_t>& rows) {
  const auto missing = static_cast<std::uint32_t>(grouping.count() - 1);
  std::vector<std::uint32_t> number(grouping.count(), no_id), found;
  std::uint32_t next = 0;
  for (const std::uint32_t row : rows) {
    const std::uint32_t code = grouping.of(row);
    if (code == missing) {
      found.push_back(next++);
    } else {
      if (number[code] == no_id) number[code] = next++;
      found.push_back(number[code]);
    }
  }
  return found;
}

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
    for (auto& [label, lives] : groups_) lives.clusters = lives.rows.size();
    if (cluster.empty()) return;
    const Grouping clusters = grouping(data.attributes, {cluster}, who, "cluster");
    for (auto& [label, lives] : groups_) {
      lives.cluster = clusters_of(clusters, lives.rows);
      lives.clusters = 1 + *std::max_element(lives.cluster.begin(), lives.cluster.end());
    }
  }
  const LifeRows& of(const Label& label) const { return groups_.at(label); }

 private:
  std::map<Label, LifeRows> groups_;
};

}  // namespace fealty::survival::detail
