// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/coverage/books.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace fealty::coverage::detail {

/// The sums of one group.
struct GroupBook {
  std::uint32_t group = no_id;
  std::int64_t accounts = 0, rows = 0, observed = 0;
  fealty::detail::DoubleSum expected, exposure, variance;
  std::vector<double> probabilities;  // of rows with one

  GroupBook() = default;
  GroupBook(std::span<const BookRow> book, bool bernoulli)
      : group(book.front().group), rows(static_cast<std::int64_t>(book.size())) {
    std::vector<std::uint32_t> ids;
    for (const BookRow& row : book) {
      ids.push_back(row.account);
      observed += row.observed;
      expected.add(row.expected);
      exposure.add(row.exposure);
      variance.add(row.expected * (bernoulli ? 1 - row.expected : 1));
      if (bernoulli) probabilities.push_back(row.expected);
    }
    std::sort(ids.begin(), ids.end());
    accounts = std::unique(ids.begin(), ids.end()) - ids.begin();
  }
};

}  // namespace fealty::coverage::detail
