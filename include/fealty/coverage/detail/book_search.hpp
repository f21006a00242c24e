// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/book_chain.hpp>
#include <fealty/coverage/detail/books.hpp>
#include <fealty/coverage/detail/smooth_maximum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// The best that two CSMs can do between them: pass an account on, or swap two.
class PairStep {
 public:
  PairStep(Books& books, const SmoothMaximum& smooth)
      : books_(books), problem_(books.problem()), smooth_(smooth) {}

  /// Whether there was a step that saves anything; it was made.
  bool make(std::size_t i, std::size_t j) {
    best_ = {};
    passes(i, j);
    passes(j, i);
    const double level = (books_.load(i) * problem_.capacity[j] - books_.load(j) * problem_.capacity[i]) /
                         (problem_.capacity[i] + problem_.capacity[j]);  // what would make both alike
    for (const std::uint32_t account : books_.accounts(i))
      if (problem_.may_have(j, account)) swaps(account, i, j, level);
    if (best_.account == no_id) return false;
    if (best_.other != no_id) books_.swap(best_.account, best_.other);
    else books_.move(best_.account, best_.to);
    return true;
  }

 private:
  static constexpr std::size_t reach = 6;  // places looked at around the one whose hours fit best
  struct Step {
    std::uint32_t account = no_id, other = no_id;
    std::size_t to = 0;
    double objective = std::numeric_limits<double>::infinity();
  };

  int handovers(std::uint32_t account, std::size_t before, std::size_t after) const {
    return problem_.handed_over(account, after) - problem_.handed_over(account, before);
  }
  void offer(double change, int more, const Step& step) {
    if (!smooth_.saves(change, more)) return;
    const double objective = smooth_.after(change, more);
    if (objective >= best_.objective) return;
    best_ = step;
    best_.objective = objective;
  }
  void passes(std::size_t from, std::size_t to) {
    if (books_.full(to)) return;
    double before = -1, change = 0;
    for (const std::uint32_t account : books_.accounts(from)) {
      if (!problem_.may_have(to, account) || books_.tier_full(to, problem_.tier(account))) continue;
      if (problem_.hours[account] != before) change = smooth_.change(from, to, problem_.hours[account]);
      before = problem_.hours[account];
      offer(change, handovers(account, from, to), {account, no_id, to});
    }
  }
  void swaps(std::uint32_t account, std::size_t i, std::size_t j, double level) {
    const auto& others = books_.accounts(j);
    const std::size_t middle = books_.first_of(j, problem_.hours[account] - level);
    for (std::size_t at = middle, looked = 0; at < others.size() && looked < reach; ++at)
      looked += swap(account, others[at], i, j) ? 1 : 0;
    for (std::size_t at = middle, looked = 0; at > 0 && looked < reach; --at)
      looked += swap(account, others[at - 1], i, j) ? 1 : 0;
  }
  bool swap(std::uint32_t account, std::uint32_t other, std::size_t i, std::size_t j) {
    if (!books_.can_swap(account, other)) return false;
    offer(smooth_.change(i, j, problem_.hours[account] - problem_.hours[other]),
          handovers(account, i, j) + handovers(other, j, i), {account, other, j});
    return true;
  }

  Books& books_;
  const BookProblem& problem_;
  const SmoothMaximum& smooth_;
  Step best_;
};

/// Goes through pairs of CSMs, the most used first, until none can do better between them.
class BookSearch {
 public:
  BookSearch(Books& books, int doublings)
      : books_(books), smooth_(books, doublings), pair_(books, smooth_), chain_(books, smooth_, looks_),
        changed_(books.problem().csms(), 1), looked_(changed_.size() * changed_.size()) {}

  void run() {
    constexpr int most_rounds = 10'000;
    for (int round = 0; round < most_rounds && looks_ >= 0; ++round)
      if (!pairs() && !chains()) break;
    books_.add_up();
  }

 private:
  std::vector<std::uint32_t> most_used_first() const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < changed_.size(); ++i)
      if (books_.problem().capacity[i] > 0) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [this](std::uint32_t a, std::uint32_t b) {
      return books_.utilization(a) > books_.utilization(b);
    });
    return order;
  }
  bool pairs() {
    bool any = false;
    const auto order = most_used_first();
    for (std::size_t high = 0; high < order.size(); ++high)
      for (std::size_t low = order.size(); low-- > high + 1;) any |= pair(order[high], order[low]);
    return any;
  }
  bool pair(std::size_t i, std::size_t j) {
    std::uint64_t& looked = looked_[std::min(i, j) * changed_.size() + std::max(i, j)];
    if (looked >= std::max(changed_[i], changed_[j]) || smooth_.negligible(i, j) || looks_ < 0) return false;
    looked = clock_;
    looks_ -= static_cast<std::int64_t>(books_.accounts(i).size() + books_.accounts(j).size());
    if (!pair_.make(i, j)) return false;
    note({i, j});
    return true;
  }
  bool chains() {
    for (const std::uint32_t csm : most_used_first()) {
      const auto touched = chain_.make(csm);
      if (touched.empty()) continue;
      note(touched);
      return true;
    }
    return false;
  }
  void note(const std::vector<std::size_t>& csms) {
    ++clock_;
    for (const std::size_t csm : csms) changed_[csm] = clock_;
    smooth_.refresh();
  }

  Books& books_;
  std::int64_t looks_ = 20'000'000;  // accounts that may be looked at: never a matter of time
  SmoothMaximum smooth_;
  PairStep pair_;
  BookChain chain_;
  std::uint64_t clock_ = 1;
  std::vector<std::uint64_t> changed_;  // when each CSM last changed
  std::vector<std::uint64_t> looked_;   // when each pair was last looked at
};

}  // namespace fealty::coverage::detail
