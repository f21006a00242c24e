// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/books.hpp>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Makes room for an account where all who may have it are full: others pass on one account each, along a
/// shortest path to a CSM with room (an augmenting path of the flow of accounts to CSMs). Where there is
/// none, there is none later either.
class RoomPath {
 public:
  explicit RoomPath(Books& books) : books_(books), problem_(books.problem()) {}

  /// Whether the account was placed.
  bool place(std::uint32_t account) {
    from_.assign(problem_.tier_of.size(), Step{no_id, no_id, 0});
    queue_.assign(1, problem_.kind[account]);
    from_[queue_.front()].account = account;
    for (std::size_t next = 0; next < queue_.size(); ++next)
      for (std::size_t csm = 0; csm < problem_.csms(); ++csm)
        if (problem_.qualified[queue_[next] * problem_.csms() + csm] != 0 && try_csm(queue_[next], csm))
          return true;
    return false;
  }

 private:
  /// An account that must go, because one of the kind before comes to its CSM.
  struct Step {
    std::uint32_t account;
    std::uint32_t before;
    std::size_t csm;
  };
  bool try_csm(std::uint32_t kind, std::size_t csm) {
    const std::uint32_t tier = problem_.tier_of[kind];
    const bool tier_full = books_.tier_full(csm, tier);
    if (!tier_full && !books_.full(csm)) {
      follow(kind, csm);
      return true;
    }
    for (const std::uint32_t other : books_.accounts(csm)) {
      const std::uint32_t there = problem_.kind[other];
      if (from_[there].account != no_id || (tier_full && problem_.tier_of[there] != tier)) continue;
      from_[there] = {other, kind, csm};
      queue_.push_back(there);
    }
    return false;
  }
  /// From the end of the path: each account goes where the one after it has left.
  void follow(std::uint32_t kind, std::size_t csm) {
    for (;;) {
      const Step step = from_[kind];
      if (books_.csm_of(step.account) != no_id) books_.take(step.account);
      books_.put(step.account, csm);
      if (step.before == no_id) return;
      kind = step.before;
      csm = step.csm;
    }
  }

  Books& books_;
  const BookProblem& problem_;
  std::vector<Step> from_;
  std::vector<std::uint32_t> queue_;
};

/// The first books: the longest processing time first, each account to who then has the least utilization.
///
/// \param stay  accounts stay where they may; only the others are given out
/// \see Graham: Bounds on multiprocessing timing anomalies, SIAM Journal on Applied Mathematics 17, 1969
inline Books first_books(const BookProblem& problem, bool stay) {
  Books books(problem);
  const std::vector<std::uint32_t> order = problem.largest_first();
  if (stay)
    for (const std::uint32_t account : order) {
      const std::uint32_t home = problem.home[account];
      if (home != no_id && problem.may_have(home, account) && books.has_room(home, account))
        books.put(account, home);
    }
  RoomPath path(books);
  std::vector<std::uint8_t> hopeless(problem.tier_of.size());
  for (const std::uint32_t account : order) {
    if (books.csm_of(account) != no_id) continue;
    std::size_t best = no_id;
    double least = 0;
    for (std::size_t csm = 0; csm < problem.csms(); ++csm) {
      if (!problem.may_have(csm, account) || !books.has_room(csm, account)) continue;
      const double filled = (books.load(csm) + problem.hours[account]) / problem.capacity[csm];
      if (best != no_id && filled >= least) continue;
      best = csm;
      least = filled;
    }
    if (best != no_id) books.put(account, best);
    else if (hopeless[problem.kind[account]] == 0)
      hopeless[problem.kind[account]] = path.place(account) ? 0 : 1;
  }
  return books;
}

}  // namespace fealty::coverage::detail
