// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/book_problem.hpp>
#include <fealty/coverage/detail/books.hpp>
#include <fealty/coverage/detail/hours_flow.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// The most hours of some accounts that the numbers of accounts of some CSMs allow, their places taken
/// together.
inline double hours_by_place(const BookProblem& problem, const std::vector<std::uint32_t>& largest_first,
                             const std::vector<std::uint32_t>& csms) {
  std::int64_t places = 0;
  std::vector<std::int64_t> of_tier(problem.tiers);
  std::vector<std::uint8_t> may_have(problem.tier_of.size());
  for (const std::uint32_t csm : csms) {
    places += problem.maximum[csm];
    for (std::size_t t = 0; t < problem.tiers; ++t)
      of_tier[t] += problem.tier_maximum[csm * problem.tiers + t];
    for (std::size_t kind = 0; kind < may_have.size(); ++kind)
      may_have[kind] |= problem.qualified[kind * problem.csms() + csm];
  }
  double hours = 0;
  for (const std::uint32_t account : largest_first) {
    if (places <= 0) break;
    std::int64_t& left = of_tier[problem.tier(account)];
    if (left <= 0 || may_have[problem.kind[account]] == 0) continue;
    --left;
    --places;
    hours += problem.hours[account];
  }
  return hours;
}

/// What no assignment of the accounts that have a CSM can be below.
class BookBound {
 public:
  /// \param books  whoever has most is where to look for what holds them up; the bound holds for all books
  explicit BookBound(const Books& books)
      : books_(books), problem_(books.problem()), staying_(problem_.csms()) {
    for (const std::uint32_t account : problem_.largest_first()) {
      if (books.csm_of(account) == no_id) continue;
      order_.push_back(account);
      const std::uint32_t home = problem_.home[account];
      if (home != no_id && problem_.may_have(home, account)) staying_[home].push_back(account);
      else leaving_ += problem_.owned[account];
    }
  }

  /// Of the largest utilization.
  double utilization() const {
    return std::max({largest_account(), several_accounts(), crowded(), left_by_others()});
  }

  /// Of the objective: the lower the largest utilization, the more accounts must leave the CSMs who have them
  /// now, the largest of each first.
  double objective() const {
    double most = utilization();
    std::int64_t leaving = leaving_;
    std::vector<double> freed;  // utilizations at which one account less must leave
    for (std::uint32_t csm = 0; csm < problem_.csms(); ++csm) leaving += must_leave(csm, most, freed);
    std::sort(freed.begin(), freed.end());
    double least = most + problem_.handover * static_cast<double>(leaving);
    for (const double each : freed)
      least = std::min(least, each + problem_.handover * static_cast<double>(--leaving));
    return least;
  }

 private:
  /// Each account needs somebody.
  double largest_account() const {
    double most = 0;
    std::vector<double> capacity(problem_.tier_of.size());
    for (std::size_t kind = 0; kind < capacity.size(); ++kind)
      for (std::size_t csm = 0; csm < problem_.csms(); ++csm)
        if (problem_.qualified[kind * problem_.csms() + csm] != 0)
          capacity[kind] = std::max(capacity[kind], problem_.capacity[csm]);
    for (const std::uint32_t account : order_)
      most = std::max(most, problem_.hours[account] / capacity[problem_.kind[account]]);
    return most;
  }
  /// Of k m + 1 accounts somebody of m has k + 1.
  double several_accounts() const {
    double most = 0, capacity = 0;
    std::size_t csms = 0;
    for (const double each : problem_.capacity) {
      capacity = std::max(capacity, each);
      csms += each > 0 ? 1U : 0U;
    }
    if (csms == 0) return 0;
    for (std::size_t k = 1; k * csms < order_.size(); ++k) {
      double sum = 0;
      for (std::size_t at = k * csms + 1 - (k + 1); at <= k * csms; ++at) sum += problem_.hours[order_[at]];
      most = std::max(most, sum / capacity);
    }
    return most;
  }
  /// The set of CSMs that is most crowded by accounts that only they may have: the optimum of the linear
  /// program in which accounts are divisible. Each round finds a set that is too small for its work.
  double crowded() const {
    const std::vector<WorkGroup> groups = work_groups(problem_, order_);
    std::vector<double> most;
    for (std::uint32_t i = 0; i < problem_.csms(); ++i) most.push_back(hours_by_place(problem_, order_, {i}));
    std::vector<std::uint8_t> all_groups(groups.size(), 1), all_csms(problem_.csms(), 1);
    double utilization = needed(groups, all_groups, all_csms, most);
    constexpr int most_rounds = 50;
    for (int round = 0; round < most_rounds; ++round) {
      std::vector<double> room(most.size());
      for (std::size_t i = 0; i < room.size(); ++i)
        room[i] = std::min(most[i], utilization * problem_.capacity[i]);
      const HoursFlow flow(groups, std::move(room));
      const double more = needed(groups, flow.crowded_groups(), flow.crowded_csms(), most);
      if (!(more > utilization * (1 + 1e-12))) break;
      utilization = more;
    }
    return utilization;
  }
  /// What the others leave to those who have most, as they may have only so many accounts: each set of the
  /// most used CSMs, with the places of all others taken together.
  double left_by_others() const {
    std::vector<std::uint32_t> csms;
    double hours = 0, most = 0, capacity = 0;
    for (std::uint32_t i = 0; i < problem_.csms(); ++i)
      if (problem_.capacity[i] > 0) csms.push_back(i);
    std::stable_sort(csms.begin(), csms.end(), [this](std::uint32_t a, std::uint32_t b) {
      return books_.utilization(a) > books_.utilization(b);
    });
    for (const std::uint32_t account : order_) hours += problem_.hours[account];
    for (std::size_t first = 1; first < csms.size(); ++first) {
      capacity += problem_.capacity[csms[first - 1]];
      most = std::max(
          most, (hours - hours_by_place(problem_, order_,
                                        {csms.begin() + static_cast<std::ptrdiff_t>(first), csms.end()})) /
                    capacity);
    }
    return most;
  }
  /// The utilization that some CSMs need for some groups of work.
  double needed(const std::vector<WorkGroup>& groups, const std::vector<std::uint8_t>& group_in,
                const std::vector<std::uint8_t>& csm_in, const std::vector<double>& most) const {
    double hours = 0, capacity = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) hours += group_in[g] != 0 ? groups[g].hours : 0;
    std::vector<std::pair<double, std::size_t>> by_limit;  // the utilization beyond which a CSM takes no more
    for (std::size_t i = 0; i < csm_in.size(); ++i)
      if (csm_in[i] != 0 && problem_.capacity[i] > 0) {
        by_limit.emplace_back(most[i] / problem_.capacity[i], i);
        capacity += problem_.capacity[i];
      }
    std::sort(by_limit.begin(), by_limit.end());
    for (const auto& [limit, csm] : by_limit) {
      if (hours <= limit * capacity * (1 + 1e-12)) return hours / capacity;
      hours -= most[csm];
      capacity -= problem_.capacity[csm];
    }
    return 0;  // unless numbers of accounts forbid it, which those assigned do not
  }
  /// How many accounts must leave a CSM at a utilization; adds the utilizations at which it is one less.
  std::int64_t must_leave(std::uint32_t csm, double utilization, std::vector<double>& freed) const {
    const std::vector<std::uint32_t>& accounts = staying_[csm];  // the largest first
    std::vector<std::int64_t> of_tier(problem_.tiers);
    double sum = 0;
    for (const std::uint32_t account : accounts) {
      sum += problem_.hours[account];
      ++of_tier[problem_.tier(account)];
    }
    const auto size = static_cast<std::int64_t>(accounts.size());
    std::int64_t by_count = std::max<std::int64_t>(0, size - problem_.maximum[csm]);
    std::int64_t by_tier = 0;
    for (std::size_t tier = 0; tier < problem_.tiers; ++tier)
      by_tier +=
          std::max<std::int64_t>(0, of_tier[tier] - problem_.tier_maximum[csm * problem_.tiers + tier]);
    by_count = std::max(by_count, by_tier);
    std::int64_t leaving = 0;
    const double slack = 1e-12 * sum;
    while (leaving < size && (leaving < by_count || sum > utilization * problem_.capacity[csm] + slack)) {
      if (leaving >= by_count) freed.push_back(sum / problem_.capacity[csm]);
      sum -= problem_.hours[accounts[static_cast<std::size_t>(leaving++)]];
    }
    return leaving;
  }

  const Books& books_;
  const BookProblem& problem_;
  std::vector<std::uint32_t> order_;                 // the largest first
  std::vector<std::vector<std::uint32_t>> staying_;  // by the CSM who has them and may keep them
  std::int64_t leaving_ = 0;                         // those whom nobody can let stay
};

}  // namespace fealty::coverage::detail
