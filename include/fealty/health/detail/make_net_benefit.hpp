// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/calibration_rows.hpp>
#include <fealty/health/net_benefit.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Sums over accounts of what is treated so far: with the outcome (a), in vain (b), and all rows (w).
class TreatedSums {
 public:
  explicit TreatedSums(const CalibrationRows& rows) : rows_(rows) {
    if (!rows.has_accounts) {
      ww_ = rows.weight;  // a row is so many, each an account of its own
    } else {
      of_account_.resize(rows.codes);
      for (const CalibrationRow& row : rows.rows) of_account_[row.account].w += row.weight;
      for (const Account& each : of_account_) ww_ += each.w * each.w;
    }
    const double units = rows.has_accounts ? static_cast<double>(rows.accounts) : rows.weight;
    factor_ = units > 1 ? units / (units - 1) : std::numeric_limits<double>::quiet_NaN();
  }
  void add(const CalibrationRow& row) {
    const double da = row.outcome != 0 ? row.weight : 0, db = row.weight - da;
    a_ += da;
    b_ += db;
    if (!rows_.has_accounts) {
      aa_ += da, bb_ += db, aw_ += da, bw_ += db;
      return;
    }
    Account& of = of_account_[row.account];
    aa_ += da * (2 * of.a + da);
    bb_ += db * (2 * of.b + db);
    ab_ += da * of.b + db * of.a;  // one of the two is 0
    aw_ += da * of.w;
    bw_ += db * of.w;
    of.a += da;
    of.b += db;
  }
  double benefit(double odds) const { return (a_ - odds * b_) / rows_.weight; }
  double std_error(double odds) const {
    const double mean = benefit(odds);
    const double squares =
        aa_ - 2 * odds * ab_ + odds * odds * bb_ - 2 * mean * (aw_ - odds * bw_) + mean * mean * ww_;
    return std::sqrt(std::max(0.0, squares) * factor_) / rows_.weight;
  }

 private:
  struct Account {
    double a = 0, b = 0, w = 0;
  };
  const CalibrationRows& rows_;
  std::vector<Account> of_account_;
  double factor_, a_ = 0, b_ = 0, aa_ = 0, bb_ = 0, ab_ = 0, aw_ = 0, bw_ = 0, ww_ = 0;
};

inline std::vector<double> checked_thresholds(const char* who, std::vector<double> thresholds) {
  if (thresholds.empty())
    for (int i = 1; i < 100; ++i) thresholds.push_back(i / 100.0);
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    const bool inside = thresholds[i] > 0 && thresholds[i] < 1;
    if (inside && (i == 0 || thresholds[i] > thresholds[i - 1])) continue;
    throw InvalidInput({.who = who,
                        .what = "thresholds",
                        .where = static_cast<std::int64_t>(i),
                        .value = fmt::format("{}", thresholds[i]),
                        .rule = inside ? "is not above the one before" : "is not in (0, 1)"});
  }
  return thresholds;
}

/// Treats rows from the highest probability down, and threshold by threshold from the highest.
inline void fill_net_benefit(const CalibrationRows& rows, double z, NetBenefit& out) {
  const std::size_t n = out.threshold.size();
  for (auto* column : {&out.net_benefit, &out.std_error, &out.lower, &out.upper, &out.treat_all,
                       &out.standardized, &out.avoided})
    column->assign(n, std::numeric_limits<double>::quiet_NaN());
  out.treated.assign(n, 0);
  out.treated_outcomes.assign(n, 0);
  if (rows.size() == 0) return;
  TreatedSums sums(rows);
  std::size_t left = rows.size();
  std::int64_t outcomes = 0;
  for (std::size_t i = n; i-- > 0;) {
    const double t = out.threshold[i], odds = t / (1 - t);
    for (; left > 0 && rows.rows[left - 1].score >= t; --left) {
      sums.add(rows.rows[left - 1]);
      outcomes += rows.rows[left - 1].outcome;
    }
    out.net_benefit[i] = sums.benefit(odds);
    out.std_error[i] = sums.std_error(odds);
    out.lower[i] = out.net_benefit[i] - z * out.std_error[i];
    out.upper[i] = out.net_benefit[i] + z * out.std_error[i];
    out.treat_all[i] = out.share - (1 - out.share) * odds;
    if (out.share > 0) out.standardized[i] = out.net_benefit[i] / out.share;
    out.avoided[i] = (out.net_benefit[i] - out.treat_all[i]) / odds;
    out.treated[i] = static_cast<std::int64_t>(rows.size() - left);
    out.treated_outcomes[i] = outcomes;
  }
}

}  // namespace fealty::health::detail

namespace fealty::health {

inline NetBenefit net_benefit(const Examples& examples, const NetBenefitOptions& options) {
  constexpr const char* who = "net_benefit";
  fealty::detail::check_confidence(who, options.confidence);
  NetBenefit out;
  out.threshold = detail::checked_thresholds(who, options.thresholds);
  detail::CalibrationRows rows =
      detail::read_calibration_rows(who, examples, options.score, detail::ScoreRange::probability);
  out.share = rows.share();
  out.examples = static_cast<std::int64_t>(rows.size());
  out.outcomes = rows.outcomes;
  out.left_out = rows.left_out;
  out.confidence = options.confidence;
  detail::fill_net_benefit(rows, fealty::detail::normal_quantile(0.5 + options.confidence / 2), out);
  out.findings = std::move(rows.findings);
  detail::note_outcomes(who, rows, 0, out.findings);
  return out;
}

}  // namespace fealty::health
