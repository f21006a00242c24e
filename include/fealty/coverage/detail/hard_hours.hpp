// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/books.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::coverage::detail {

/// Leaves accounts without a CSM until no book exceeds its hours, as few hours as it can.
class HardHours {
 public:
  explicit HardHours(Books& books) : books_(books), problem_(books.problem()) {}

  void keep() {
    for (std::size_t csm = 0; csm < problem_.csms(); ++csm)
      while (is_over(books_.load(csm), problem_.capacity[csm])) books_.take(cut(csm));
    constexpr int most_rounds = 10;
    for (int round = 0; round < most_rounds; ++round) {
      bool any = false;
      for (const std::uint32_t account : problem_.largest_first())
        if (books_.csm_of(account) == no_id) any |= fits(account) || replaces(account);
      if (!any) break;
    }
    books_.add_up();
    books_.keep_hours();
  }

 private:
  bool holds(std::size_t csm, double more) const {
    return !is_over(books_.load(csm) + more, problem_.capacity[csm]);
  }
  /// The account that goes: the smallest that is enough, or else the largest.
  std::uint32_t cut(std::size_t csm) const {
    const auto& list = books_.accounts(csm);
    const std::size_t at = books_.first_of(csm, books_.load(csm) - problem_.capacity[csm] * (1 + 1e-9));
    return list[std::min(at, list.size() - 1)];
  }
  /// Gives an account to who would have the least room left, or to one who can pass another on.
  bool fits(std::uint32_t account) {
    const double hours = problem_.hours[account];
    std::size_t best = no_id;
    double least = 0;
    for (std::size_t csm = 0; csm < problem_.csms(); ++csm) {
      if (!problem_.may_have(csm, account) || !books_.has_room(csm, account) || !holds(csm, hours)) continue;
      const double left = problem_.capacity[csm] - books_.load(csm) - hours;
      if (best != no_id && left >= least) continue;
      best = csm;
      least = left;
    }
    if (best != no_id) {
      books_.put(account, best);
      return true;
    }
    for (std::size_t csm = 0; csm < problem_.csms(); ++csm)
      if (problem_.may_have(csm, account) && passes_on(account, csm)) return true;
    return false;
  }
  bool passes_on(std::uint32_t account, std::size_t csm) {
    const double hours = problem_.hours[account];
    const auto& list = books_.accounts(csm);
    const double needed = books_.load(csm) + hours - problem_.capacity[csm] * (1 + 1e-9);
    for (std::size_t at = books_.first_of(csm, needed); at < list.size(); ++at) {
      const std::uint32_t other = list[at];
      if (!frees(csm, account, other)) continue;
      for (std::size_t to = 0; to < problem_.csms(); ++to) {
        if (to == csm || !problem_.may_have(to, other) || !books_.has_room(to, other) ||
            !holds(to, problem_.hours[other]))
          continue;
        books_.move(other, to);
        books_.put(account, csm);
        return true;
      }
    }
    return false;
  }
  /// Whether a CSM who lets another account go may have this one.
  bool frees(std::size_t csm, std::uint32_t account, std::uint32_t other) const {
    return problem_.tier(account) == problem_.tier(other) || !books_.tier_full(csm, problem_.tier(account));
  }
  /// Takes the place of a smaller account, the smallest that is enough.
  bool replaces(std::uint32_t account) {
    const double hours = problem_.hours[account];
    for (std::size_t csm = 0; csm < problem_.csms(); ++csm) {
      if (!problem_.may_have(csm, account)) continue;
      const auto& list = books_.accounts(csm);
      const double needed = books_.load(csm) + hours - problem_.capacity[csm] * (1 + 1e-9);
      for (std::size_t at = books_.first_of(csm, needed); at < list.size(); ++at) {
        const std::uint32_t other = list[at];
        if (problem_.hours[other] >= hours) break;
        if (!frees(csm, account, other)) continue;
        books_.take(other);
        books_.put(account, csm);
        return true;
      }
    }
    return false;
  }

  Books& books_;
  const BookProblem& problem_;
};

}  // namespace fealty::coverage::detail
