// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace fealty::health::detail {

/// What rows of one score weigh, group by group of ascending risk.
struct ClassTotals {
  std::vector<double> with, without;  // those with the outcome, and the others
  std::vector<double> value;          // worth of those with the outcome; empty where it is not asked for

  /// Nothing, in so many groups.
  void clear(std::size_t groups, bool with_value) {
    with.assign(groups, 0);
    without.assign(groups, 0);
    value.assign(with_value ? groups : 0, 0);
  }
};

/// The area under the ROC curve.
inline double area(const ClassTotals& totals) {
  double all = 0, below = 0, pairs = 0;
  for (std::size_t g = 0; g < totals.with.size(); ++g) {
    pairs += totals.with[g] * (below + totals.without[g] / 2);
    below += totals.without[g];
    all += totals.with[g];
  }
  return pairs / (all * below);
}

/// The sum over thresholds of what recall gains x precision.
inline double step_average_precision(const ClassTotals& totals) {
  double found = 0, flagged = 0, sum = 0;
  for (std::size_t g = totals.with.size(); g-- > 0;) {
    found += totals.with[g];
    flagged += totals.with[g] + totals.without[g];
    if (totals.with[g] > 0) sum += totals.with[g] * (found / flagged);
  }
  return sum / found;
}

/// What is found among the rows of highest risk, by what share of all is looked at. Of rows of one score the
/// share is expected that a draw among them finds.
class Gains {
 public:
  explicit Gains(const ClassTotals& totals) : totals_(totals) {
    for (std::size_t g = 0; g < totals.with.size(); ++g) {
      with_ += totals.with[g];
      all_ += totals.with[g] + totals.without[g];
      if (!totals.value.empty()) value_ += totals.value[g];
    }
  }
  /// What all rows with the outcome are worth.
  double value() const { return value_; }
  struct At {
    double looked_at, capture, precision, lift, value_capture;
  };
  At at(double share) const {
    const double most = share * all_;
    double looked_at = 0, found = 0, value = 0;
    for (std::size_t g = totals_.with.size(); g-- > 0 && looked_at < most;) {
      const double size = totals_.with[g] + totals_.without[g];
      const double part = size > 0 ? std::min(1.0, (most - looked_at) / size) : 0;
      found += part * totals_.with[g];
      if (!totals_.value.empty()) value += part * totals_.value[g];
      looked_at += size;
    }
    const double capture = found / with_, nothing = std::numeric_limits<double>::quiet_NaN();
    return {most, capture, found / most, capture / share, value_ > 0 ? value / value_ : nothing};
  }

 private:
  const ClassTotals& totals_;
  double with_ = 0, all_ = 0, value_ = 0;
};

}  // namespace fealty::health::detail
