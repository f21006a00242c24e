// SPDX-License-Identifier: MIT
#pragma once

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// A number of events of which many are possible, each unlikely.
struct PoissonCount {
  double mean;

  double at_most(std::int64_t k) const {
    return k < 0 ? 0 : boost::math::gamma_q(static_cast<double>(k) + 1, mean);
  }
  double at_least(std::int64_t k) const {
    return k <= 0 ? 1 : boost::math::gamma_p(static_cast<double>(k), mean);
  }
  double exactly(std::int64_t k) const {
    if (k < 0) return 0;
    if (mean == 0) return k == 0 ? 1 : 0;
    return boost::math::gamma_p_derivative(static_cast<double>(k) + 1, mean);
  }
  /// More than there ever are.
  std::int64_t most() const { return static_cast<std::int64_t>(mean + 50 * std::sqrt(mean) + 1000); }
};

/// A number of events of equal probability, out of a number that need not be whole.
struct BinomialCount {
  double size, probability;

  double at_most(std::int64_t k) const {
    const auto x = static_cast<double>(k);
    if (k < 0) return 0;
    return x >= size ? 1 : boost::math::ibetac(x + 1, size - x, probability);
  }
  double at_least(std::int64_t k) const {
    const auto x = static_cast<double>(k);
    if (k <= 0) return 1;
    return x >= size + 1 ? 0 : boost::math::ibeta(x, size - x + 1, probability);
  }
  double exactly(std::int64_t k) const { return std::max(0.0, at_most(k) - at_most(k - 1)); }
  std::int64_t most() const { return static_cast<std::int64_t>(size) + 2; }
};

/// A number of events of which each has a probability of its own.
class BernoulliCount {
 public:
  static constexpr double negligible = 1e-100;

  explicit BernoulliCount(std::span<const double> probabilities, double least = negligible) {
    for (const double p : probabilities) add(p, least);
    sum_up();
  }
  /// Of both together.
  BernoulliCount(const BernoulliCount& a, const BernoulliCount& b) : first_(a.first_ + b.first_) {
    chance_.assign(a.chance_.size() + b.chance_.size() - 1, 0.0);
    for (std::size_t i = 0; i < a.chance_.size(); ++i)
      for (std::size_t j = 0; j < b.chance_.size(); ++j) chance_[i + j] += a.chance_[i] * b.chance_[j];
    trim(negligible);
    sum_up();
  }

  double at_most(std::int64_t k) const {
    if (k < first_) return 0;
    return up_to_[std::min(static_cast<std::size_t>(k - first_), up_to_.size() - 1)];
  }
  double at_least(std::int64_t k) const {
    if (k <= first_) return from_.front();
    const auto at = static_cast<std::size_t>(k - first_);
    return at < from_.size() ? from_[at] : 0;
  }
  double exactly(std::int64_t k) const {
    const bool in = k >= first_ && static_cast<std::size_t>(k - first_) < chance_.size();
    return in ? chance_[static_cast<std::size_t>(k - first_)] : 0;
  }
  std::int64_t most() const { return first_ + static_cast<std::int64_t>(chance_.size()) + 1; }

 private:
  void add(double p, double least) {
    chance_.push_back(0);
    for (std::size_t k = chance_.size() - 1; k > 0; --k)
      chance_[k] = chance_[k] * (1 - p) + chance_[k - 1] * p;
    chance_[0] *= 1 - p;
    trim(least);
  }
  /// Forgets ends that do not matter, so that the work grows with the spread and not with the number.
  void trim(double least) {
    while (chance_.size() > 1 && chance_.back() < least) chance_.pop_back();
    std::size_t none = 0;
    while (none + 1 < chance_.size() && chance_[none] < least) ++none;
    if (none == 0) return;
    chance_.erase(chance_.begin(), chance_.begin() + static_cast<std::ptrdiff_t>(none));
    first_ += static_cast<std::int64_t>(none);
  }
  void sum_up() {
    up_to_ = from_ = chance_;
    for (std::size_t i = 1; i < chance_.size(); ++i) up_to_[i] += up_to_[i - 1];
    for (std::size_t i = chance_.size() - 1; i > 0; --i) from_[i - 1] += from_[i];
  }

  std::int64_t first_ = 0;            // number of events that chance_[0] is of
  std::vector<double> chance_{1.0};   // of each number of events
  std::vector<double> up_to_, from_;  // its sums from either end
};

/// The tails of a count: what was seen itself counts in full, or by half.
template <class Count>
struct Tails {
  const Count& count;
  bool mid;

  double below(std::int64_t k) const {
    return std::max(0.0, count.at_most(k) - (mid ? count.exactly(k) / 2 : 0));
  }
  double above(std::int64_t k) const {
    return std::max(0.0, count.at_least(k) - (mid ? count.exactly(k) / 2 : 0));
  }
  double p_value(std::int64_t k) const { return std::min(1.0, 2 * std::min(below(k), above(k))); }

  /// Numbers of events beyond which a share `tail` lies at each end, interpolated between whole ones. A
  /// number is beyond the lower one if and only if below() of it is not above `tail`, and likewise the upper.
  std::pair<double, double> limits(double tail) const {
    const std::int64_t most = count.most();
    std::int64_t low = -1, high = most;  // below(low) <= tail < below(high)
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      (below(middle) > tail ? high : low) = middle;
    }
    const double in = below(high), out = low < 0 ? 0 : below(low);
    const double lower = static_cast<double>(high) - (in > out ? (in - tail) / (in - out) : 0);
    low = -1, high = most;  // above(low) > tail >= above(high)
    while (high - low > 1) {
      const std::int64_t middle = low + (high - low) / 2;
      (above(middle) > tail ? low : high) = middle;
    }
    const double last = above(low), next = above(high);
    const double upper = static_cast<double>(low) + (last > next ? (last - tail) / (last - next) : 0);
    return {std::max(0.0, lower), upper};
  }
};

}  // namespace fealty::coverage::detail
