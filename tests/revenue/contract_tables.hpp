// SPDX-License-Identifier: MIT
// Contracts written by hand, and seeded random ones.
#pragma once

#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/revenue/contracts.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tables {

struct Contract {
  std::string account;
  std::int32_t signed_on, start, end;
  std::int64_t total_minor;
  std::int64_t one_time_minor = 0;
};

inline Contract contract(std::string account, std::string_view signed_on, std::string_view start,
                         std::string_view end, std::int64_t total, std::int64_t one_time = 0) {
  return {std::move(account), day(signed_on), day(start), day(end), total, one_time};
}

inline fealty::revenue::Contracts contracts(const std::vector<Contract>& rows, std::string currency = "USD") {
  Texts account;
  Days signed_on, start, end;
  Counts total, one_time;
  for (const auto& row : rows) {
    account.push_back(row.account);
    signed_on.push_back(row.signed_on);
    start.push_back(row.start);
    end.push_back(row.end);
    total.push_back(row.total_minor);
    one_time.push_back(row.one_time_minor);
  }
  return fealty::revenue::Contracts({.account = account,
                                     .signed_on = signed_on,
                                     .start = start,
                                     .end = end,
                                     .total_minor = total,
                                     .one_time_minor = one_time,
                                     .currency = std::move(currency)});
}

/// Chains of contracts with gaps, overlaps, and signatures on either side of the start.
inline std::vector<Contract> random_contracts(naive::Random& random, std::int64_t accounts) {
  std::vector<Contract> rows;
  for (std::int64_t account = 0; account < accounts; ++account) {
    auto start = static_cast<std::int32_t>(19000 + random.between(0, 700));
    const std::int64_t n = random.between(1, 5);
    for (std::int64_t i = 0; i < n; ++i) {
      const auto length = static_cast<std::int32_t>(random.chance(50) ? 365 : random.between(1, 800));
      const auto signed_on = static_cast<std::int32_t>(start - random.between(-40, 150));
      rows.push_back({fmt::format("A{}", account), signed_on, start, start + length,
                      random.between(0, 5'000'000), random.chance(30) ? random.between(0, 100'000) : 0});
      const auto next = random.chance(50) ? 0 : static_cast<std::int32_t>(random.between(-120, 60));
      start = std::max(start + 1, start + length + next);
    }
  }
  for (std::size_t i = rows.size(); i > 1; --i)
    std::swap(rows[i - 1],
              rows[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(i) - 1))]);
  return rows;
}

}  // namespace tables
