// SPDX-License-Identifier: MIT
#pragma once

#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

struct BandCount {
  std::int64_t examples = 0, outcomes = 0;

  void add(const BandCount& other) {
    examples += other.examples;
    outcomes += other.outcomes;
  }
};

/// log(n! / (k! (n - k)!)).
inline double log_choose(std::int64_t n, std::int64_t k) {
  const auto log_factorial = [](std::int64_t x) { return boost::math::lgamma(static_cast<double>(x) + 1); };
  return log_factorial(n) - log_factorial(k) - log_factorial(n - k);
}

/// Cochran and Armitage's test for a trend over bands one step apart.
class BandTrend {
 public:
  BandTrend(std::vector<BandCount> bands, std::int64_t exact_up_to) : bands_(std::move(bands)) {
    for (std::size_t i = 0; i < bands_.size(); ++i) {
      const auto step = static_cast<double>(i), n = static_cast<double>(bands_[i].examples);
      all_.examples += bands_[i].examples;
      all_.outcomes += bands_[i].outcomes;
      sum_ += step * static_cast<double>(bands_[i].outcomes);
      steps_ += n * step;
      squares_ += n * step * step;
    }
    const auto n = static_cast<double>(all_.examples), share = static_cast<double>(all_.outcomes) / n;
    const double variance = share * (1 - share) * (squares_ - steps_ * steps_ / n);
    if (!(variance > 0)) return;
    z_ = (sum_ - share * steps_) / std::sqrt(variance);
    p_ = 2 * cdf(complement(boost::math::normal(), std::abs(z_)));
    few_ = std::min(all_.outcomes, all_.examples - all_.outcomes);
    const auto number = static_cast<double>(bands_.size()), few = static_cast<double>(few_);
    exact_ = few_ <= exact_up_to && number * number * few * few * few <= 3e8;
    if (exact_) p_ = exact_p();
  }
  double z() const { return z_; }  ///< above 0 where outcomes lie in late bands
  double p() const { return p_; }
  bool exact() const { return exact_; }

 private:
  /// Gives the rarer of outcomes and rows without to the bands one after the other: the chance of each sum of
  /// steps, by how many have been given away.
  double exact_p() const {
    const auto few = static_cast<std::size_t>(few_);
    const std::size_t sums = few * (bands_.size() - 1) + 1;
    std::vector<double> chance((few + 1) * sums), next;
    chance[0] = 1;
    std::int64_t left = all_.examples;
    for (std::size_t band = 0; band < bands_.size(); ++band) {
      const std::int64_t n = bands_[band].examples;
      next.assign(chance.size(), 0);
      for (std::size_t given = 0; given <= few; ++given) give(band, n, left, given, sums, chance, next);
      chance.swap(next);
      left -= n;
    }
    return tails(&chance[few * sums], sums);
  }
  void give(std::size_t band, std::int64_t n, std::int64_t left, std::size_t given, std::size_t sums,
            const std::vector<double>& chance, std::vector<double>& next) const {
    const auto open = few_ - static_cast<std::int64_t>(given);
    for (std::int64_t take = std::max<std::int64_t>(0, open - (left - n)); take <= std::min(open, n);
         ++take) {
      const double here =
          std::exp(log_choose(n, take) + log_choose(left - n, open - take) - log_choose(left, open));
      const std::size_t shift = band * static_cast<std::size_t>(take);
      const double* const from = &chance[given * sums];
      double* const to = &next[(given + static_cast<std::size_t>(take)) * sums];
      for (std::size_t sum = 0; sum + shift < sums; ++sum) to[sum + shift] += here * from[sum];
    }
  }
  /// The chance of a sum as far from what is expected as the one that was seen.
  double tails(const double* chance, std::size_t sums) const {
    const bool without = few_ < all_.outcomes;
    const double seen = without ? steps_ - sum_ : sum_;
    const auto few = static_cast<double>(few_), n = static_cast<double>(all_.examples);
    const double far = std::abs(seen * n - few * steps_);  // whole numbers: no rounding makes a tie
    double p = 0;
    for (std::size_t sum = 0; sum < sums; ++sum)
      if (std::abs(static_cast<double>(sum) * n - few * steps_) >= far) p += chance[sum];
    return std::min(1.0, p);
  }

  std::vector<BandCount> bands_;
  BandCount all_;
  std::int64_t few_ = 0;
  double sum_ = 0, steps_ = 0, squares_ = 0;
  double z_ = std::numeric_limits<double>::quiet_NaN(), p_ = z_;
  bool exact_ = false;
};

/// The two-sided p of two shares being the same, by the score test; NaN where it cannot be told.
inline double same_share_p(const BandCount& a, const BandCount& b) {
  const auto m = static_cast<double>(a.examples), n = static_cast<double>(b.examples);
  const auto x = static_cast<double>(a.outcomes), y = static_cast<double>(b.outcomes);
  const double share = (x + y) / (m + n), variance = share * (1 - share) * (1 / m + 1 / n);
  if (!(variance > 0)) return m > 0 && n > 0 ? 1 : std::numeric_limits<double>::quiet_NaN();
  return 2 * cdf(complement(boost::math::normal(), std::abs(x / m - y / n) / std::sqrt(variance)));
}

}  // namespace fealty::health::detail
