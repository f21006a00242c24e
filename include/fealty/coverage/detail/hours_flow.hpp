// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/book_problem.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Accounts that the same CSMs may have, taken together.
struct WorkGroup {
  std::vector<std::uint32_t> csms;
  double hours = 0;
};

/// The work of some accounts, by who may have them.
inline std::vector<WorkGroup> work_groups(const BookProblem& problem,
                                          const std::vector<std::uint32_t>& accounts) {
  std::map<std::vector<std::uint32_t>, std::size_t> known;
  std::vector<std::size_t> group_of_kind(problem.tier_of.size());
  std::vector<WorkGroup> groups;
  for (std::size_t kind = 0; kind < problem.tier_of.size(); ++kind) {
    std::vector<std::uint32_t> csms;
    for (std::uint32_t i = 0; i < problem.csms(); ++i)
      if (problem.qualified[kind * problem.csms() + i] != 0) csms.push_back(i);
    const auto [at, is_first] = known.emplace(csms, groups.size());
    if (is_first) groups.push_back({std::move(csms), 0});
    group_of_kind[kind] = at->second;
  }
  for (const std::uint32_t account : accounts)
    groups[group_of_kind[problem.kind[account]]].hours += problem.hours[account];
  return groups;
}

/// The most hours that CSMs can take of groups of work, were accounts divisible: a maximum flow along
/// shortest paths.
///
/// \see Edmonds, Karp: Theoretical improvements in algorithmic efficiency for network flow problems, Journal
/// of
///      the ACM 19, 1972
class HoursFlow {
 public:
  HoursFlow(const std::vector<WorkGroup>& groups, std::vector<double> room)
      : groups_(groups), all_room_(room), room_(std::move(room)), takers_(room_.size()) {
    double total = 0;
    for (const auto& group : groups_) {
      rest_.push_back(group.hours);
      flow_.emplace_back(group.csms.size());
      total += group.hours;
    }
    least_ = 1e-12 * total;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (std::size_t edge = 0; edge < groups_[g].csms.size(); ++edge)
        takers_[groups_[g].csms[edge]].push_back({g, edge});
    fill();
    std::size_t edges = 1;
    for (const auto& group : groups_) edges += group.csms.size();
    constexpr std::size_t most_looks = 100'000'000;
    const std::size_t most_paths = std::min(50 * (groups_.size() + room_.size()), most_looks / edges + 1);
    for (std::size_t path = 0; path < most_paths && augment(); ++path) {
    }
    csm_seen_.assign(room_.size(), 0);  // whatever groups these are, what holds of their CSMs is true
    for (std::size_t g = 0; g < groups_.size(); ++g)
      for (const std::uint32_t csm : groups_[g].csms) csm_seen_[csm] |= group_seen_[g];
  }

  /// The groups that are too much for those who may have them; none where there is room for all.
  const std::vector<std::uint8_t>& crowded_groups() const { return group_seen_; }
  /// Those who may have them.
  const std::vector<std::uint8_t>& crowded_csms() const { return csm_seen_; }
  /// By how much.
  double too_much() const {
    double hours = 0;
    for (std::size_t g = 0; g < groups_.size(); ++g) hours += group_seen_[g] != 0 ? groups_[g].hours : 0;
    for (std::size_t i = 0; i < all_room_.size(); ++i) hours -= csm_seen_[i] != 0 ? all_room_[i] : 0;
    return hours;
  }

 private:
  struct Edge {
    std::size_t group, edge;
  };
  /// A first flow: each group fills its CSMs in the same share, as far as there is room.
  void fill() {
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      double room = 0;
      for (const std::uint32_t csm : groups_[g].csms) room += room_[csm];
      const double share = room > 0 ? std::min(1.0, rest_[g] / room) : 0;
      for (std::size_t edge = 0; edge < groups_[g].csms.size(); ++edge) {
        const std::uint32_t csm = groups_[g].csms[edge];
        push(g, edge, std::min(rest_[g], room_[csm] * share));
      }
    }
  }
  void push(std::size_t group, std::size_t edge, double hours) {
    flow_[group][edge] += hours;
    rest_[group] -= hours;
    room_[groups_[group].csms[edge]] -= hours;
  }
  bool augment() {
    group_seen_.assign(groups_.size(), 0);
    csm_seen_.assign(room_.size(), 0);
    to_group_.assign(groups_.size(), Edge{no_id, 0});
    to_csm_.assign(room_.size(), Edge{no_id, 0});
    std::vector<std::size_t> queue;
    for (std::size_t g = 0; g < groups_.size(); ++g)
      if (rest_[g] > least_) {
        group_seen_[g] = 1;
        queue.push_back(g);
      }
    for (std::size_t next = 0; next < queue.size(); ++next) {
      const std::size_t g = queue[next];
      for (std::size_t edge = 0; edge < groups_[g].csms.size(); ++edge) {
        const std::uint32_t csm = groups_[g].csms[edge];
        if (csm_seen_[csm] != 0) continue;
        csm_seen_[csm] = 1;
        to_csm_[csm] = {g, edge};
        if (room_[csm] > least_) {
          follow(csm);
          return true;
        }
        for (const Edge& taken : takers_[csm]) {
          if (group_seen_[taken.group] != 0 || flow_[taken.group][taken.edge] <= least_) continue;
          group_seen_[taken.group] = 1;
          to_group_[taken.group] = taken;
          queue.push_back(taken.group);
        }
      }
    }
    return false;
  }
  void follow(std::size_t csm) {
    double hours = room_[csm];
    for (std::size_t at = csm;;) {
      const std::size_t g = to_csm_[at].group;
      if (to_group_[g].group == no_id) {
        hours = std::min(hours, rest_[g]);
        break;
      }
      hours = std::min(hours, flow_[g][to_group_[g].edge]);
      at = groups_[g].csms[to_group_[g].edge];
    }
    room_[csm] -= hours;
    for (std::size_t at = csm;;) {
      const std::size_t g = to_csm_[at].group;
      flow_[g][to_csm_[at].edge] += hours;
      if (to_group_[g].group == no_id) {
        rest_[g] -= hours;
        return;
      }
      flow_[g][to_group_[g].edge] -= hours;
      at = groups_[g].csms[to_group_[g].edge];
    }
  }

  const std::vector<WorkGroup>& groups_;
  std::vector<double> all_room_, rest_, room_;
  double least_ = 0;
  std::vector<std::vector<double>> flow_;
  std::vector<std::vector<Edge>> takers_;
  std::vector<std::uint8_t> group_seen_, csm_seen_;
  std::vector<Edge> to_group_, to_csm_;
};

}  // namespace fealty::coverage::detail
