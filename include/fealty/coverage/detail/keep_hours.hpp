// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/coverage/detail/books.hpp>
#include <fealty/coverage/detail/find_books.hpp>
#include <fealty/coverage/detail/hard_hours.hpp>

#include <cstddef>
#include <utility>

namespace fealty::coverage::detail {

/// Takes out what does not fit into hours, and balances what is left anew. Of few accounts, more ways to do
/// so are tried, from shaken books.
inline void keep_hours(Books& books) {
  const double all = books.assigned_hours();
  Books walk = books;
  HardHours(books).keep();
  fealty::detail::SplitMix64 random(2);
  const std::size_t rounds = shaken_rounds(books.problem());
  for (std::size_t i = 0; i < rounds && books.assigned_hours() < all * (1 - 1e-12); ++i) {
    shake(walk, random);
    Books other = walk;
    HardHours(other).keep();
    if (other.assigned_hours() > books.assigned_hours() * (1 + 1e-12)) books = std::move(other);
  }
  improve(books);
  HardHours(books).keep();
}

}  // namespace fealty::coverage::detail
