// SPDX-License-Identifier: MIT
// Seeded random rows of a subscription business, with everything that is rare in tidy data.
#pragma once

#include "revenue/naive_ledger.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace naive {

/// splitmix64: the same numbers with every compiler.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15U;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }
  /// A number in [low, high].
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(high - low + 1));
  }
  bool chance(int percent) { return between(1, 100) <= percent; }

 private:
  std::uint64_t state_;
};

struct Shape {
  std::int64_t accounts = 20;
  int rows = 6;                                                               // at most, per account
  std::int32_t first_day = 19000;                                             // 2022-01-08
  std::int32_t days = 500;                                                    // in which rows start
  std::int32_t longest = 200;                                                 // days of a row
  std::int64_t highest = 50'000;                                              // minor units
  int free = 10, zero_length = 4, open = 20, overlapping = 20, monthly = 30;  // percent
};

inline void shuffle(Random& random, std::vector<Row>& rows) {
  for (std::size_t i = rows.size(); i > 1; --i)
    std::swap(rows[i - 1],
              rows[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(i) - 1))]);
}

inline std::vector<Row> random_rows(Random& random, const Shape& shape) {
  std::vector<Row> rows;
  for (std::int64_t account = 0; account < shape.accounts; ++account) {
    auto day = static_cast<std::int32_t>(shape.first_day + random.between(0, shape.days));
    std::int64_t mrr = random.between(1, shape.highest);
    const std::int64_t n = random.between(1, shape.rows);
    for (std::int64_t i = 0; i < n && day <= shape.first_day + shape.days; ++i) {
      if (random.chance(60)) mrr = random.between(1, shape.highest);
      const auto length = static_cast<std::int32_t>(random.chance(30) ? random.between(1, 12)
                                                                      : random.between(1, shape.longest));
      Row row{account, day, day + length, random.chance(shape.free) ? 0 : mrr};
      if (random.chance(shape.monthly))
        row.end = next_first_day(first_day(row.end, Cut::month, 1), Cut::month);
      if (random.chance(shape.zero_length)) row.end = row.start;
      if (random.chance(shape.open)) row.end = never;
      rows.push_back(row);
      const auto after = row.end == never ? day + length : row.end;
      const bool overlaps = random.chance(shape.overlapping);
      const bool adjoins = random.chance(50);
      day = overlaps  ? static_cast<std::int32_t>(random.between(row.start, after))
            : adjoins ? after
                      : static_cast<std::int32_t>(after + random.between(1, random.chance(50) ? 20 : 120));
    }
  }
  shuffle(random, rows);
  return rows;
}

}  // namespace naive
