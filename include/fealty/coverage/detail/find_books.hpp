// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/coverage/detail/book_bound.hpp>
#include <fealty/coverage/detail/book_search.hpp>
#include <fealty/coverage/detail/books.hpp>
#include <fealty/coverage/detail/first_books.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// So many accounts × CSMs are few.
inline constexpr std::size_t few = 20'000;

/// Searches with powers 16, 128 and 1024; keeps the best.
inline void improve(Books& books) {
  Books best = books;
  for (const int doublings : {4, 7, 10}) {
    BookSearch(books, doublings).run();
    if (books.objective() < best.objective()) best = books;
  }
  books = std::move(best);
}

/// Some accounts go elsewhere, at random, or change places, so that the next search ends in other books.
inline void shake(Books& books, fealty::detail::SplitMix64& random) {
  const BookProblem& problem = books.problem();
  constexpr int moved = 3;
  for (int i = 0; i < moved; ++i) {
    const auto account = static_cast<std::uint32_t>(random.next() % problem.accounts());
    const auto other = static_cast<std::uint32_t>(random.next() % problem.accounts());
    const auto csm = static_cast<std::uint32_t>(random.next() % problem.csms());
    const std::uint32_t from = books.csm_of(account);
    if (from == no_id) continue;
    if (csm != from && problem.may_have(csm, account) && books.has_room(csm, account))
      books.move(account, csm);
    else if (books.can_swap(account, other)) books.swap(account, other);
  }
}

/// How often few accounts are shaken, none at all where they are many.
inline std::size_t shaken_rounds(const BookProblem& problem) {
  return std::min<std::size_t>(100, few / std::max<std::size_t>(1, problem.accounts() * problem.csms()));
}

/// The books that are found: from those of today, and from none where that may be better. Few accounts are
/// searched again from shaken books, a fixed number of times.
inline Books find_books(const BookProblem& problem) {
  Books books = first_books(problem, true);
  improve(books);
  const double bound = BookBound(books).objective();
  const auto is_within = [&](double share) { return books.objective() <= bound * (1 + share); };
  const std::size_t size = problem.accounts() * problem.csms();
  if (!is_within(1e-9) && (size < few || !is_within(0.002))) {
    Books other = first_books(problem, false);
    improve(other);
    if (other.objective() < books.objective() &&
        other.assigned_hours() >= (1 - 1e-12) * books.assigned_hours())
      books = std::move(other);
  }
  const std::size_t rounds = shaken_rounds(problem);
  fealty::detail::SplitMix64 random(1);
  for (std::size_t i = 0; i < rounds && !is_within(1e-9); ++i) {
    Books shaken = books;
    shake(shaken, random);
    improve(shaken);
    if (shaken.objective() <= books.objective()) books = std::move(shaken);
  }
  return books;
}

}  // namespace fealty::coverage::detail
