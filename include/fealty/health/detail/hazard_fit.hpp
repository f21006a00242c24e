// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_baseline.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fealty::health {

enum class HazardLink;
enum class HazardBaseline;

namespace detail {

/// How coefficients of the baseline make the linear predictor of a period.
struct BaselineShape {
  HazardBaseline kind{};
  std::int32_t degree = 1;   // of a polynomial
  std::int64_t periods = 0;  // seen
  // Of each period, from 0: its coefficient (by_period only); -1 where it has none, and `certain` then is its
  // chance: 0, 1, or NaN where nobody was at risk.
  std::vector<std::int64_t> place = {};
  std::vector<double> certain = {};

  Eigen::Index columns() const;
  /// Of a period from 1: what its coefficients are multiplied by. Powers are those of its share of the
  /// longest life, so that they stay small.
  Eigen::VectorXd row(std::int64_t period) const;
  /// What divides a coefficient of powers to be that of periods.
  double unit(Eigen::Index column) const {
    return std::pow(static_cast<double>(periods), static_cast<double>(column));
  }
  /// Whether coefficients tell the chance of a period from 1.
  bool has_coefficients(std::int64_t period) const {
    return place.empty() || (period <= periods && place[static_cast<std::size_t>(period - 1)] >= 0);
  }
  /// The chance of a period whose coefficients do not tell it.
  double certain_chance(std::int64_t period) const {
    return period <= periods ? certain[static_cast<std::size_t>(period - 1)]
                             : std::numeric_limits<double>::quiet_NaN();
  }
};

/// What a model tells of lives that it has not seen.
struct HazardFit {
  HazardLink link{};
  BaselineShape shape;
  std::vector<survival::detail::CovariateLevels> features;
  Eigen::VectorXd mean, scale;  // of the columns of the design
  Eigen::VectorXd beta;         // of the baseline, then of each column; 0 where there is none
  Eigen::MatrixXd covariance;   // of beta; 0 where there is none
};

}  // namespace detail
}  // namespace fealty::health
