// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/coverage/detail/books.hpp>
#include <fealty/coverage/detail/smooth_maximum.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::coverage::detail {

/// Chains of accounts of equal hours: a CSM passes one to the next, who passes another on, up to one with
/// room. Where accounts are alike this is what a flow of least cost does.
///
/// \see Harvey, Ladner, Lovász, Tamir: Semi-matchings for bipartite graphs and load balancing, Journal of
///      Algorithms 59, 2006
class BookChain {
 public:
  /// \param looks  how many accounts may still be looked at; none is left when it is below 0
  BookChain(Books& books, const SmoothMaximum& smooth, std::int64_t& looks)
      : books_(books), problem_(books.problem()), smooth_(smooth), looks_(looks) {}

  /// The CSMs of a chain that saves anything, from one on; it was made. None where there is no such chain.
  std::vector<std::size_t> make(std::size_t first) {
    double before = -1;
    for (const std::uint32_t account : books_.accounts(first)) {
      const double hours = problem_.hours[account];
      if (hours == before || looks_ < 0) continue;
      before = hours;
      const std::size_t last = search(first, hours);
      if (last == no_id) continue;
      std::vector<std::size_t> touched{last};
      for (std::size_t at = last; at != first; at = links_[at].from) {
        books_.move(links_[at].account, at);
        touched.push_back(links_[at].from);
      }
      return touched;
    }
    return {};
  }

 private:
  struct Link {
    std::size_t from = no_id;
    std::uint32_t account = no_id;  // that comes
    int handovers = 0;              // up to here
  };

  /// Breadth first: the last CSM of a shortest chain that saves.
  std::size_t search(std::size_t first, double hours) {
    links_.assign(problem_.csms(), {});
    links_[first].from = first;
    queue_.assign(1, first);
    for (std::size_t next = 0; next < queue_.size() && looks_ >= 0; ++next) {
      const std::size_t from = queue_[next];
      for (std::size_t to = 0; to < problem_.csms(); ++to) {
        if (links_[to].from != no_id) continue;
        const Link link = cheapest(from, to, hours);
        if (link.account == no_id) continue;
        links_[to] = link;
        if (books_.has_room(to, link.account) && link.handovers <= 2 &&
            smooth_.saves(smooth_.change(first, to, hours), std::max(link.handovers, -2)))
          return to;
        queue_.push_back(to);
      }
    }
    return no_id;
  }
  /// Of the accounts that one may pass to another, the one of the fewest handovers.
  Link cheapest(std::size_t from, std::size_t to, double hours) {
    Link best;
    --looks_;
    const auto& list = books_.accounts(from);
    const std::uint32_t comes = links_[from].account;
    for (std::size_t at = books_.first_of(from, hours); at < list.size(); ++at) {
      const std::uint32_t account = list[at];
      if (problem_.hours[account] != hours) break;
      --looks_;
      if (!problem_.may_have(to, account)) continue;
      if (comes != no_id && problem_.tier(comes) != problem_.tier(account) &&
          books_.tier_full(from, problem_.tier(comes)))
        continue;
      const int more =
          links_[from].handovers + problem_.handed_over(account, to) - problem_.handed_over(account, from);
      if (best.account == no_id || more < best.handovers) best = {from, account, more};
    }
    return best;
  }

  Books& books_;
  const BookProblem& problem_;
  const SmoothMaximum& smooth_;
  std::int64_t& looks_;
  std::vector<Link> links_;
  std::vector<std::size_t> queue_;
};

}  // namespace fealty::coverage::detail
