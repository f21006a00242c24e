// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/int128.hpp>
#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/class_totals.hpp>
#include <fealty/health/detail/scored_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <tuple>
#include <vector>

namespace fealty::health::detail {

inline void check_draws(const char* who, std::int32_t draws, bool may_be_none) {
  if ((draws >= 2 && draws <= 1'000'000) || (may_be_none && draws == 0)) return;
  throw InvalidInput(
      {.who = who,
       .what = "draws",
       .where = {},
       .value = fmt::format("{}", draws),
       .rule = may_be_none ? "is neither 0 nor between 2 and 1,000,000" : "is not between 2 and 1,000,000"});
}

/// The bootstrap: accounts, or rows, are drawn with replacement, as many as there are. A draw without one of
/// the classes is drawn again. No order of rows and no number of threads changes a draw.
///
/// \see Efron & Tibshirani (1993), An Introduction to the Bootstrap
class Resampling {
 public:
  /// \param value  worth of each row; empty where it is not asked for
  Resampling(const ScoredRows& rows, const RiskGroups& groups, const std::vector<double>& value,
             std::uint64_t seed)
      : units_(rows.units), groups_(groups.size()), with_value_(!value.empty()), seed_(seed) {
    const bool clustered = !rows.unit.empty();
    const std::vector<std::uint32_t> order = sorted(rows, groups, value);
    if (clustered) first_.assign(units_ + 1, 0);
    for (const std::uint32_t i : order) {
      place_.push_back(2 * std::uint64_t{groups.group[i]} + rows.outcome[i]);
      if (!rows.weight.empty()) weight_.push_back(rows.weight[i]);
      if (with_value_) value_.push_back(value[i]);
      if (clustered) ++first_[rows.unit[i] + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
  }

  /// \param tell  takes the totals of a draw and writes `width` numbers
  /// \returns     the numbers of all draws, one draw after the other
  template <class Tell>
  std::vector<double> run(std::int32_t draws, std::size_t width, std::size_t threads,
                          const Tell& tell) const {
    const auto number = static_cast<std::size_t>(draws);
    std::vector<double> told(number * width);
    std::vector<ClassTotals> totals(std::max<std::size_t>(1, threads));
    std::vector<std::vector<std::uint32_t>> drawn(totals.size());
    for_each_chunk(number, threads, [&](std::size_t draw, std::size_t slot) {
      fealty::detail::SplitMix64 random(fealty::detail::SplitMix64::mix(seed_) +
                                        fealty::detail::SplitMix64::mix(draw + 1));
      do fill(random, drawn[slot], totals[slot]);
      while (one_class(totals[slot]));
      tell(totals[slot], told.data() + draw * width);
    });
    return told;
  }

 private:
  static constexpr std::size_t block = 1024;  // units that stay in the nearest cache

  /// Rows by account or, without, by score; then by all that tells them apart.
  static std::vector<std::uint32_t> sorted(const ScoredRows& rows, const RiskGroups& groups,
                                           const std::vector<double>& value) {
    const std::vector<std::uint32_t>& bucket = rows.unit.empty() ? groups.group : rows.unit;
    std::vector<std::size_t> first(std::max(groups.size(), rows.units) + 1);
    for (const std::uint32_t each : bucket) ++first[each + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> order(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      order[first[bucket[i]]++] = static_cast<std::uint32_t>(i);  // first now is where each ends
    const auto key = [&](std::uint32_t i) {
      return std::tuple(groups.group[i], rows.outcome[i], rows.weight_of(i), value.empty() ? 0.0 : value[i]);
    };
    std::size_t begin = 0;
    for (const std::size_t end : first) {
      if (end <= begin) continue;
      std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
                order.begin() + static_cast<std::ptrdiff_t>(end),
                [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
      begin = end;
    }
    return order;
  }
  static std::size_t below(fealty::detail::SplitMix64& random, std::size_t n) {
    return static_cast<std::size_t>(static_cast<fealty::detail::uint128>(random.next()) * n >> 64);
  }
  /// First how many units of each block are drawn, then which.
  void fill(fealty::detail::SplitMix64& random, std::vector<std::uint32_t>& drawn, ClassTotals& to) const {
    to.clear(groups_, with_value_);
    drawn.assign((units_ + block - 1) / block, 0);
    for (std::size_t i = 0; i < units_; ++i) ++drawn[below(random, units_) / block];
    for (std::size_t b = 0; b < drawn.size(); ++b) {
      const std::size_t begin = b * block, size = std::min(block, units_ - begin);
      for (std::uint32_t i = 0; i < drawn[b]; ++i) {
        const std::size_t unit = begin + below(random, size);
        if (first_.empty()) add(unit, to);
        else
          for (std::size_t at = first_[unit]; at < first_[unit + 1]; ++at) add(at, to);
      }
    }
  }
  void add(std::size_t at, ClassTotals& to) const {
    const std::size_t group = static_cast<std::size_t>(place_[at] >> 1);
    const bool happened = (place_[at] & 1) != 0;
    const double weight = weight_.empty() ? 1 : weight_[at];
    (happened ? to.with : to.without)[group] += weight;
    if (with_value_ && happened) to.value[group] += weight * value_[at];
  }
  static bool one_class(const ClassTotals& totals) {
    const auto none = [](const std::vector<double>& weights) {
      return std::all_of(weights.begin(), weights.end(), [](double each) { return each == 0; });
    };
    return none(totals.with) || none(totals.without);
  }

  std::size_t units_, groups_;
  bool with_value_;
  std::uint64_t seed_;
  std::vector<std::size_t> first_;    // of each account; empty where rows are drawn
  std::vector<std::uint64_t> place_;  // of each row: twice its group, and whether the outcome happened
  std::vector<double> weight_, value_;
};

/// The spread and the percentile interval of every `width`th number; those that are NaN do not count.
struct DrawnInterval {
  double std_error = std::numeric_limits<double>::quiet_NaN();
  double lower = std_error, upper = std_error;

  DrawnInterval(const std::vector<double>& told, std::size_t at, std::size_t width, double confidence) {
    std::vector<double> drawn;
    for (; at < told.size(); at += width)
      if (!std::isnan(told[at])) drawn.push_back(told[at]);
    if (drawn.size() < 2) return;
    std::sort(drawn.begin(), drawn.end());
    const auto n = static_cast<double>(drawn.size());
    const double mean = std::accumulate(drawn.begin(), drawn.end(), 0.0) / n;
    double squares = 0;
    for (const double each : drawn) squares += (each - mean) * (each - mean);
    std_error = drawn.front() == drawn.back() ? 0 : std::sqrt(squares / (n - 1));
    lower = quantile(drawn, (1 - confidence) / 2);
    upper = quantile(drawn, (1 + confidence) / 2);
  }

 private:
  /// Hyndman & Fan's seventh, as R and NumPy have it.
  static double quantile(const std::vector<double>& sorted, double p) {
    const double place = p * static_cast<double>(sorted.size() - 1);
    const auto below = std::min(static_cast<std::size_t>(place), sorted.size() - 1);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
  }
};

}  // namespace fealty::health::detail
