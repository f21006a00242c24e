// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/retention/detail/wilson.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <vector>

namespace fealty::retention::detail {

/// What one account adds to a rate's denominator and to two numerators.
struct AccountShare {
  std::int64_t base, net, gross;
};
struct ShareIntervals {
  Interval net, gross;
};

/// The same numbers on every machine.
class Draws {
 public:
  explicit Draws(std::uint64_t seed) : bits_(seed) {}
  /// A number below n.
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>(
        static_cast<fealty::detail::int128>(bits_.next() >> 1) * static_cast<std::int64_t>(n) >> 63);
  }

 private:
  fealty::detail::SplitMix64 bits_;
};

/// The quantile of n sorted values between the two next to it.
inline double quantile_of(const std::vector<double>& sorted, double p) {
  const double at = p * static_cast<double>(sorted.size() - 1);
  const auto low = static_cast<std::size_t>(at);
  const std::size_t high = std::min(low + 1, sorted.size() - 1);
  return sorted[low] + (at - static_cast<double>(low)) * (sorted[high] - sorted[low]);
}

/// Percentile intervals of the two rates, drawing accounts with replacement.
///
/// \see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13
inline ShareIntervals bootstrap(std::vector<AccountShare> accounts, std::int32_t draws, std::uint64_t seed,
                                double confidence) {
  constexpr double nan = std::numeric_limits<double>::quiet_NaN();
  if (draws < 1 || accounts.empty()) return {{nan, nan}, {nan, nan}};
  // In an order of their own, so that the order of the rows changes no bit.
  std::sort(accounts.begin(), accounts.end(), [](const AccountShare& a, const AccountShare& b) {
    return std::tie(a.base, a.net, a.gross) < std::tie(b.base, b.net, b.gross);
  });
  Draws random(seed);
  std::vector<double> net, gross;
  for (std::int32_t draw = 0; draw < draws; ++draw) {
    double base = 0, kept = 0, capped = 0;
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      const AccountShare& account = accounts[random.below(accounts.size())];
      base += static_cast<double>(account.base);
      kept += static_cast<double>(account.net);
      capped += static_cast<double>(account.gross);
    }
    net.push_back(kept / base);
    gross.push_back(capped / base);
  }
  std::sort(net.begin(), net.end());
  std::sort(gross.begin(), gross.end());
  const double tail = (1 - confidence) / 2;
  return {{quantile_of(net, tail), quantile_of(net, 1 - tail)},
          {quantile_of(gross, tail), quantile_of(gross, 1 - tail)}};
}

}  // namespace fealty::retention::detail
