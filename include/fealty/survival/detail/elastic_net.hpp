// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::survival::detail {

/// The least of b'Hb / 2 - c'b + the sum of sizes x |b| + squares x b^2 / 2, for H without negative squares:
/// sweeps over one coordinate after the other tell which are 0, and the others follow at once.
class ElasticNet {
 public:
  /// \param least  curvature of a coordinate that counts, at least; others stay where they are
  ElasticNet(const Eigen::MatrixXd& curvature, const Eigen::VectorXd& slope, const Eigen::VectorXd& sizes,
             const Eigen::VectorXd& squares, double least)
      : h_(curvature), c_(slope), sizes_(sizes), squares_(squares), least_(least) {}

  /// \param b          where to begin
  /// \param tolerance  slope that may be left along a coordinate
  Eigen::VectorXd from(Eigen::VectorXd b, double tolerance) {
    // Where columns tell the same, the nearest of the least is taken.
    const double hold = b.size() > 0 ? 1e-12 * h_.diagonal().maxCoeff() : 0;
    h_.diagonal().array() += hold;
    c_ += hold * b;
    for (int round = 0; round < 100; ++round) {
      Eigen::VectorXd hb = h_ * b;
      for (int i = 0; i < 10; ++i)
        if (sweep(b, hb) <= tolerance) return b;
      if (follow(b, tolerance)) return b;
    }
    return b;
  }

 private:
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
  /// Goes on with all that are not 0 as if signs stayed; stops where one would not, and leaves it at 0; lets
  /// the one in whose slope is too large.
  ///
  /// \returns  whether it has arrived
  bool follow(Eigen::VectorXd& b, double tolerance) const {
    Eigen::VectorXd sign = b.cwiseSign();
    for (Eigen::Index i = 0; i < 3 * b.size() + 10; ++i) {
      std::vector<Eigen::Index> in;
      for (Eigen::Index j = 0; j < b.size(); ++j)
        if (sign[j] != 0) in.push_back(j);
      if (!in.empty() && !follow(b, sign, in, tolerance)) return false;
      if ((sign(in).array() == 0).any()) continue;
      const Eigen::VectorXd pull = c_ - h_ * b;
      Eigen::Index worst = -1;
      double most = tolerance;
      for (Eigen::Index j = 0; j < b.size(); ++j) {
        const double over = std::abs(pull[j]) - sizes_[j];
        if (sign[j] == 0 && over > most && h_(j, j) + squares_[j] > least_) worst = j, most = over;
      }
      if (worst < 0) return true;
      sign[worst] = std::copysign(1.0, pull[worst]);
    }
    return false;
  }
  /// One move of those that are in, as far as signs stay.
  ///
  /// \returns  whether the move could be told
  bool follow(Eigen::VectorXd& b, Eigen::VectorXd& sign, const std::vector<Eigen::Index>& in,
              double tolerance) const {
    Eigen::MatrixXd curvature = h_(in, in);
    curvature.diagonal() += squares_(in);
    const Eigen::VectorXd right = c_(in) - sizes_(in).cwiseProduct(sign(in));
    const Eigen::VectorXd at = curvature.ldlt().solve(right);
    if (!at.allFinite() || (curvature * at - right).cwiseAbs().maxCoeff() > tolerance) return false;
    double length = 1;
    Eigen::Index stops = -1;
    for (Eigen::Index k = 0; k < at.size(); ++k) {
      const Eigen::Index j = in[static_cast<std::size_t>(k)];
      if (sizes_[j] == 0 || at[k] * sign[j] > 0) continue;
      const double reach = b[j] == at[k] ? 0 : b[j] / (b[j] - at[k]);
      if (reach < length || stops < 0) length = std::min(reach, 1.0), stops = j;
    }
    b(in) += length * (at - b(in)).eval();
    if (stops >= 0) b[stops] = sign[stops] = 0;
    return true;
  }

  Eigen::MatrixXd h_;
  Eigen::VectorXd c_;
  const Eigen::VectorXd &sizes_, &squares_;
  double least_;
};

}  // namespace fealty::survival::detail
