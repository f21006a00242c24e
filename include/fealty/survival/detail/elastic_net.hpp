// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fealty::survival::detail {

/// The least of b'Hb / 2 - c'b + the sum of sizes x |b| + squares x b^2 / 2, for H with no negative squares:
/// one coordinate after the other, and at times all that are not 0 at once, which is exact where signs stay.
class ElasticNet {
 public:
  /// \param least  curvature of a coordinate that counts, at least; others stay where they are
  ElasticNet(const Eigen::MatrixXd& curvature, const Eigen::VectorXd& slope, const Eigen::VectorXd& sizes,
             const Eigen::VectorXd& squares, double least)
      : h_(curvature), c_(slope), sizes_(sizes), squares_(squares), least_(least) {}

  /// \param tolerance  slope that may be left along a coordinate
  Eigen::VectorXd from(Eigen::VectorXd b, double tolerance) const {
    Eigen::VectorXd hb = h_ * b;
    for (int sweep = 1; sweep <= most_sweeps; ++sweep) {
      if (this->sweep(b, hb) <= tolerance) break;
      if (sweep != 3 && sweep % 10 != 0) continue;
      if (jump(b, tolerance)) break;
      hb = h_ * b;  // rounding of many small steps
    }
    return b;
  }

 private:
  static constexpr int most_sweeps = 1000;

  /// \returns  the largest change of a slope
  double sweep(Eigen::VectorXd& b, Eigen::VectorXd& hb) const {
    double largest = 0;
    for (Eigen::Index j = 0; j < b.size(); ++j) {
      const double curve = h_(j, j) + squares_[j];
      if (!(curve > least_)) continue;
      const double pull = c_[j] - hb[j] + h_(j, j) * b[j];
      const double next = std::copysign(std::max(0.0, std::abs(pull) - sizes_[j]), pull) / curve;
      const double change = next - b[j];
      if (change == 0) continue;
      b[j] = next;
      hb += change * h_.col(j);
      largest = std::max(largest, std::abs(change) * curve);
    }
    return largest;
  }
  /// Goes to where the slope of all that are not 0 is 0, if no sign changes and all others stay at 0.
  bool jump(Eigen::VectorXd& b, double tolerance) const {
    std::vector<Eigen::Index> in;
    for (Eigen::Index j = 0; j < b.size(); ++j)
      if (b[j] != 0) in.push_back(j);
    if (in.empty()) return false;
    Eigen::MatrixXd curvature = h_(in, in);
    curvature.diagonal() += squares_(in);
    const Eigen::VectorXd signs = b(in).cwiseSign();
    const Eigen::VectorXd right = c_(in) - sizes_(in).cwiseProduct(signs);
    const Eigen::VectorXd at = curvature.ldlt().solve(right);
    if (!at.allFinite() || (at.cwiseSign() - signs).cwiseAbs().maxCoeff() > 0) return false;
    if ((curvature * at - right).cwiseAbs().maxCoeff() > tolerance) return false;
    Eigen::VectorXd all = Eigen::VectorXd::Zero(b.size());
    all(in) = at;
    const Eigen::VectorXd pull = c_ - h_ * all;
    for (Eigen::Index j = 0; j < b.size(); ++j)
      if (b[j] == 0 && std::abs(pull[j]) > sizes_[j] + tolerance) return false;
    b = all;
    return true;
  }

  const Eigen::MatrixXd& h_;
  const Eigen::VectorXd &c_, &sizes_, &squares_;
  double least_;
};

}  // namespace fealty::survival::detail
