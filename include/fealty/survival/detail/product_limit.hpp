// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/risk_steps.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// A product-limit curve over steps, and how it moves with the weight of each life.
///
/// The curve of censoring is read among those that do not end: at one age, ends come before censorings.
class ProductLimit {
 public:
  std::vector<double> value;  // after so many steps, from 0 on; 1 at first

  static ProductLimit survival(const RiskSteps& steps) { return ProductLimit(steps, true); }
  static ProductLimit censoring(const RiskSteps& steps) { return ProductLimit(steps, false); }

  /// The slope of the logarithm of the curve after `count` steps along the weight of a life from the
  /// beginning, which leaves at step `exit`.
  double slope(std::size_t count, std::uint32_t exit, bool ended) const {
    return count <= exit ? drift[count] : stop(exit, ended);
  }
  /// Where the slope stays after the life's last step.
  double stop(std::uint32_t exit, bool ended) const {
    if (ended != of_ends_) return of_ends_ ? drift[exit + 1] : drift[exit];
    return drift[exit] - 1 / at_risk_[exit];
  }
  std::vector<double> drift;  // slope along the weight of a life that is still there

 private:
  ProductLimit(const RiskSteps& steps, bool of_ends) : value{1}, drift{0}, of_ends_(of_ends) {
    for (std::size_t step = 0; step < steps.size(); ++step) {
      const double n = of_ends ? steps.at_risk[step] : steps.at_risk[step] - steps.ended[step];
      const double gone = of_ends ? steps.ended[step] : steps.censored[step];
      const std::int64_t lives = steps.lives_at_risk[step] - (of_ends ? 0 : steps.lives_ended[step]);
      const std::int64_t lives_gone = of_ends ? steps.lives_ended[step] : steps.lives_censored[step];
      const bool none_left = lives == lives_gone && lives > 0;
      at_risk_.push_back(n);
      value.push_back(none_left ? 0 : lives_gone == 0 ? value.back() : value.back() * ((n - gone) / n));
      drift.push_back(drift.back() + (none_left || lives_gone == 0 ? 0 : gone / (n * (n - gone))));
    }
  }

  bool of_ends_;
  std::vector<double> at_risk_;
};

}  // namespace fealty::survival::detail
