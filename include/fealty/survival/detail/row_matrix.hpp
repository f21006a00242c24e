// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

namespace fealty::survival::detail {

/// Rows in memory one after the other.
using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace fealty::survival::detail
