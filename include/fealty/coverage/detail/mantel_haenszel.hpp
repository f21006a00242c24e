// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <limits>

namespace fealty::coverage::detail {

/// The counts of a stratum.
struct FourfoldTable {
  double treated_with = 0, treated_without = 0, control_with = 0, control_without = 0;
};

/// An estimate and its standard error: of its logarithm, where it is a ratio. NaN where there is none.
struct Estimate {
  double value = std::numeric_limits<double>::quiet_NaN();
  double std_error = std::numeric_limits<double>::quiet_NaN();
};

/// Sums over strata, for what is common to them. Names are those of the papers.
class MantelHaenszel {
 public:
  void add(const FourfoldTable& table) {
    const double a = table.treated_with, b = table.treated_without, c = table.control_with,
                 d = table.control_without, n1 = a + b, n0 = c + d, n = n1 + n0;
    if (n1 == 0 || n0 == 0) return;
    const double r = a * d / n, s = b * c / n, p = (a + d) / n, q = (b + c) / n;
    r_ += r, s_ += s, pr_ += p * r, mixed_ += p * s + q * r, qs_ += q * s;
    risk_treated_ += a * n0 / n, risk_control_ += c * n1 / n;
    risk_spread_ += (n1 * n0 * (a + c) - a * c * n) / (n * n);
    weight_ += n1 * n0 / n;
    sato_p_ += (n1 * n1 * c - n0 * n0 * a + n1 * n0 * (n0 - n1) / 2) / (n * n);
    sato_q_ += (a * d + c * b) / (2 * n);
    if (n < 2) return;
    excess_ += a - n1 * (a + c) / n;
    variance_ += n1 * n0 * (a + c) * (b + d) / (n * n * (n - 1));
  }

  Estimate odds_ratio() const {
    if (!(r_ > 0 && s_ > 0)) return {ratio(r_, s_), not_known};
    return {r_ / s_, std::sqrt(pr_ / (2 * r_ * r_) + mixed_ / (2 * r_ * s_) + qs_ / (2 * s_ * s_))};
  }
  Estimate risk_ratio() const {
    if (!(risk_treated_ > 0 && risk_control_ > 0)) return {ratio(risk_treated_, risk_control_), not_known};
    return {risk_treated_ / risk_control_, std::sqrt(risk_spread_ / (risk_treated_ * risk_control_))};
  }
  Estimate risk_difference() const {
    if (!(weight_ > 0)) return {};
    const double difference = (risk_treated_ - risk_control_) / weight_;
    const double variance = (difference * sato_p_ + sato_q_) / (weight_ * weight_);
    return {difference, variance > 0 ? std::sqrt(variance) : not_known};
  }
  /// Cochran-Mantel-Haenszel, of one degree of freedom.
  double statistic() const { return variance_ > 0 ? excess_ * excess_ / variance_ : not_known; }

 private:
  static constexpr double not_known = std::numeric_limits<double>::quiet_NaN();
  /// 0 or a number; not what is divided by 0.
  static double ratio(double over, double under) { return under > 0 ? over / under : not_known; }

  double r_ = 0, s_ = 0, pr_ = 0, mixed_ = 0, qs_ = 0;
  double risk_treated_ = 0, risk_control_ = 0, risk_spread_ = 0;
  double weight_ = 0, sato_p_ = 0, sato_q_ = 0;
  double excess_ = 0, variance_ = 0;
};

}  // namespace fealty::coverage::detail
