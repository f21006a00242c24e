// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/health/detail/radix_sort.hpp>
#include <fealty/health/detail/scored_rows.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace fealty::health::detail {

struct AucEstimate {
  double auc = std::numeric_limits<double>::quiet_NaN();
  double variance = std::numeric_limits<double>::quiet_NaN();  // none with a single row of a class
};

/// The area and DeLong's variance of rows that count alike, in whole numbers: twice the mid-ranks. So no
/// order of rows changes a bit.
///
/// \see Sun & Xu (2014), IEEE Signal Processing Letters 21:1389-1393
class DelongSums {
 public:
  DelongSums(std::uint64_t with, std::uint64_t without) : with_(with), without_(without) {}

  /// Rows of the next higher risk.
  void add(std::uint64_t with, std::uint64_t without) {
    using Wide = fealty::detail::uint128;
    const std::uint64_t below = 2 * without_below_ + without, above = 2 * (with_ - with_below_ - with) + with;
    pairs_ += static_cast<Wide>(with) * below;
    with_squares_ += static_cast<Wide>(with) * below * below;
    without_squares_ += static_cast<Wide>(without) * above * above;
    with_below_ += with, without_below_ += without;
  }
  AucEstimate estimate() const {
    const auto m = static_cast<double>(with_), n = static_cast<double>(without_);
    if (with_ == 0 || without_ == 0) return {};
    AucEstimate found;
    found.auc = static_cast<double>(pairs_) / (2 * m * n);
    if (with_ > 1 && without_ > 1)
      found.variance =
          spread(with_squares_, with_) / (4 * n * n) + spread(without_squares_, without_) / (4 * m * m);
    return found;
  }

 private:
  /// The variance of a mean of k whole numbers, of whose squares the sum is given.
  double spread(fealty::detail::uint128 squares, std::uint64_t k) const {
    const auto number = static_cast<double>(k);
    return static_cast<double>(k * squares - pairs_ * pairs_) / (number * number * (number - 1));
  }

  std::uint64_t with_, without_, with_below_ = 0, without_below_ = 0;
  fealty::detail::uint128 pairs_ = 0, with_squares_ = 0, without_squares_ = 0;  // twice, four times
};

/// The same of keys of both classes, which are sorted here.
inline AucEstimate delong(std::span<std::uint64_t> with, std::span<std::uint64_t> without) {
  radix_sort(with);
  radix_sort(without);
  DelongSums sums(with.size(), without.size());
  std::size_t i = 0, j = 0;
  const auto add = [&](std::size_t next_i, std::size_t next_j) {
    if (next_i > i || next_j > j) sums.add(next_i - i, next_j - j);
    i = next_i, j = next_j;
  };
  // Rows of one kind between two of the other have one mid-rank among these, whatever their scores.
  while (i < with.size() && j < without.size()) {
    std::size_t next = j;
    while (next < without.size() && without[next] < with[i]) ++next;
    add(i, next);
    if (j == without.size()) break;
    for (next = i; next < with.size() && with[next] < without[j];) ++next;
    add(next, j);
    if (i == with.size() || with[i] != without[j]) continue;
    std::size_t tied = j;
    while (next < with.size() && with[next] == with[i]) ++next;
    while (tied < without.size() && without[tied] == with[i]) ++tied;
    add(next, tied);
  }
  add(with.size(), without.size());
  return sums.estimate();
}

/// How much each account, or row, moves an area under the curve: as one with the outcome, and as another.
struct AucInfluence {
  double auc = std::numeric_limits<double>::quiet_NaN();
  std::vector<double> with, without;  // 0 for a unit without such rows
  std::size_t units_with = 0, units_without = 0;

  AucInfluence(const ScoredRows& rows, const RiskGroups& groups) : with(rows.units), without(rows.units) {
    if (rows.one_class()) return;
    std::vector<double> below(groups.size()), above(groups.size());  // twice the mid-ranks
    double lower = 0, higher = groups.all_with;
    fealty::detail::DoubleSum pairs;
    for (std::size_t g = 0; g < groups.size(); ++g) {
      higher -= groups.with[g];
      below[g] = 2 * lower + groups.without[g];
      above[g] = 2 * higher + groups.with[g];
      lower += groups.without[g];
      pairs.add_product(groups.with[g], below[g]);
    }
    auc = pairs.value() / 2 / groups.all_with / groups.all_without;
    std::vector<double> weight_with(rows.units), weight_without(rows.units);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const std::size_t unit = rows.unit_of(i);
      const double weight = rows.weight_of(i);
      const bool happened = rows.outcome[i] != 0;
      (happened ? with : without)[unit] += weight * (happened ? below : above)[groups.group[i]];
      (happened ? weight_with : weight_without)[unit] += weight;
    }
    for (std::size_t u = 0; u < rows.units; ++u) {
      with[u] = (with[u] / 2 / groups.all_without - auc * weight_with[u]) / groups.all_with;
      without[u] = (without[u] / 2 / groups.all_with - auc * weight_without[u]) / groups.all_without;
      units_with += weight_with[u] > 0 ? 1 : 0;
      units_without += weight_without[u] > 0 ? 1 : 0;
    }
  }
};

/// Covariance of two areas of the same rows: DeLong's of rows that count alike, Obuchowski's of accounts.
inline double covariance(const AucInfluence& a, const AucInfluence& b) {
  if (a.units_with < 2 || a.units_without < 2) return std::numeric_limits<double>::quiet_NaN();
  fealty::detail::DoubleSum with, without, both;
  for (std::size_t u = 0; u < a.with.size(); ++u) {
    with.add_product(a.with[u], b.with[u]);
    without.add_product(a.without[u], b.without[u]);
    both.add_product(a.with[u], b.without[u]);
    both.add_product(a.without[u], b.with[u]);
  }
  const auto corrected = [](const fealty::detail::DoubleSum& sum, std::size_t units) {
    const auto n = static_cast<double>(units);
    return sum.value() * n / (n - 1);
  };
  return corrected(with, a.units_with) + corrected(without, a.units_without) + corrected(both, a.with.size());
}

}  // namespace fealty::health::detail
