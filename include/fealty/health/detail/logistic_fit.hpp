// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/cox_baseline.hpp>

#include <Eigen/Core>

#include <vector>

namespace fealty::health::detail {

/// What a model tells of rows that it has not seen: coefficients in the units of its design, in which
/// features are centered and in standard deviations.
struct LogisticFit {
  std::vector<survival::detail::CovariateLevels> features;
  Eigen::VectorXd mean, scale;  // of the columns of the design; scale 0 for a constant
  Eigen::VectorXd beta;         // the intercept, then of each column; 0 where there is none
  Eigen::MatrixXd covariance;   // of beta; 0 where there is none
};

}  // namespace fealty::health::detail
