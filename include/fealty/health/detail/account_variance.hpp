// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/health/detail/calibration_rows.hpp>

#include <cstddef>
#include <limits>
#include <vector>

namespace fealty::health::detail {

/// The variance of a weighted sum of what rows bring to it, of mean 0: accounts are independent, or rows
/// where no account is known. A weight counts as so many rows.
class AccountVariance {
 public:
  explicit AccountVariance(const CalibrationRows& rows) : rows_(rows) {
    const double units = rows.has_accounts ? static_cast<double>(rows.accounts) : rows.weight;
    factor_ = units > 1 ? units / (units - 1) : std::numeric_limits<double>::quiet_NaN();
  }

  /// \param influence  what a row of weight 1 brings to the sum
  template <class Influence>
  double operator()(const Influence& influence) const {
    fealty::detail::DoubleSum sum;
    if (!rows_.has_accounts) {
      for (const CalibrationRow& row : rows_.rows) {
        const double brings = influence(row);
        sum.add(row.weight * brings * brings);
      }
    } else {
      std::vector<double> of_account(rows_.codes);
      for (const CalibrationRow& row : rows_.rows) of_account[row.account] += row.weight * influence(row);
      for (const double each : of_account) sum.add_product(each, each);
    }
    return factor_ * sum.value();
  }

 private:
  const CalibrationRows& rows_;
  double factor_;
};

}  // namespace fealty::health::detail
