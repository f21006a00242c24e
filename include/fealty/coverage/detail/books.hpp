// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/book_problem.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::coverage::detail {

/// Whether hours are more than those of a CSM; the last digit does not count.
inline bool is_over(double load, double capacity) { return load > capacity * (1 + 1e-9); }

/// Who has which accounts, while they are moved about.
class Books {
 private:
  /// The place of an account in a CSM's list, or where it would be.
  auto place(std::vector<std::uint32_t>& list, std::uint32_t account) const {
    const std::vector<double>& hours = problem_->hours;
    return std::lower_bound(list.begin(), list.end(), account, [&](std::uint32_t a, std::uint32_t b) {
      return hours[a] != hours[b] ? hours[a] < hours[b] : a < b;
    });
  }

 public:
  explicit Books(const BookProblem& problem)
      : problem_(&problem), csm_(problem.accounts(), no_id), load_(problem.csms()), lists_(problem.csms()),
        tier_counts_(problem.csms() * problem.tiers) {}

  const BookProblem& problem() const { return *problem_; }
  /// The CSM of an account, `no_id` for none.
  std::uint32_t csm_of(std::uint32_t account) const { return csm_[account]; }
  double load(std::size_t csm) const { return load_[csm]; }
  double utilization(std::size_t csm) const { return load_[csm] / problem_->capacity[csm]; }
  /// A CSM's accounts, from the smallest to the largest.
  const std::vector<std::uint32_t>& accounts(std::size_t csm) const { return lists_[csm]; }
  std::int64_t handovers() const { return handovers_; }

  bool full(std::size_t csm) const {
    return static_cast<std::int64_t>(lists_[csm].size()) >= problem_->maximum[csm];
  }
  bool tier_full(std::size_t csm, std::uint32_t tier) const {
    const std::size_t cell = csm * problem_->tiers + tier;
    return tier_counts_[cell] >= problem_->tier_maximum[cell];
  }
  bool has_room(std::size_t csm, std::uint32_t account) const {
    return !full(csm) && !tier_full(csm, problem_->tier(account));
  }

  void put(std::uint32_t account, std::size_t csm) {
    auto& list = lists_[csm];
    list.insert(place(list, account), account);
    csm_[account] = static_cast<std::uint32_t>(csm);
    load_[csm] += problem_->hours[account];
    ++tier_counts_[csm * problem_->tiers + problem_->tier(account)];
    handovers_ += problem_->handed_over(account, csm);
  }
  void take(std::uint32_t account) {
    const std::size_t csm = csm_[account];
    auto& list = lists_[csm];
    list.erase(place(list, account));
    csm_[account] = no_id;
    handovers_ -= problem_->handed_over(account, csm);
    --tier_counts_[csm * problem_->tiers + problem_->tier(account)];
    load_[csm] = list.empty() ? 0 : load_[csm] - problem_->hours[account];
  }
  void move(std::uint32_t account, std::size_t csm) {
    take(account);
    put(account, csm);
  }

  /// Whether two accounts may change places.
  bool can_swap(std::uint32_t account, std::uint32_t other) const {
    const std::uint32_t i = csm_[account], j = csm_[other];
    if (i == no_id || j == no_id || i == j || !problem_->may_have(j, account) ||
        !problem_->may_have(i, other))
      return false;
    const std::uint32_t tier = problem_->tier(account), other_tier = problem_->tier(other);
    return tier == other_tier || (!tier_full(j, tier) && !tier_full(i, other_tier));
  }
  void swap(std::uint32_t account, std::uint32_t other) {
    const std::uint32_t i = csm_[account], j = csm_[other];
    take(other);
    move(account, j);
    put(other, i);
  }

  double largest_utilization() const {
    double most = 0;
    for (std::size_t i = 0; i < lists_.size(); ++i)
      if (!lists_[i].empty()) most = std::max(most, utilization(i));
    return most;
  }
  double assigned_hours() const {
    double sum = 0;
    for (const double load : load_) sum += load;
    return sum;
  }
  /// From now on the search keeps all books within the hours of their CSMs, as they are now.
  void keep_hours() { within_hours_ = true; }
  bool within_hours() const { return within_hours_; }
  /// What is to be made small.
  double objective() const {
    return largest_utilization() + problem_->handover * static_cast<double>(handovers_);
  }
  /// Adds the hours anew, so that no rounding of many moves stays.
  void add_up() {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      load_[i] = 0;
      for (const std::uint32_t account : lists_[i]) load_[i] += problem_->hours[account];
    }
  }
  /// The first place in a CSM's list whose account has at least so many hours.
  std::size_t first_of(std::size_t csm, double hours) const {
    const auto& list = lists_[csm];
    const auto found = std::lower_bound(
        list.begin(), list.end(), hours,
        [this](std::uint32_t account, double asked) { return problem_->hours[account] < asked; });
    return static_cast<std::size_t>(found - list.begin());
  }

 private:
  const BookProblem* problem_;
  std::vector<std::uint32_t> csm_;
  std::vector<double> load_;
  std::vector<std::vector<std::uint32_t>> lists_;
  std::vector<std::int64_t> tier_counts_;
  std::int64_t handovers_ = 0;
  bool within_hours_ = false;
};

}  // namespace fealty::coverage::detail
