// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Finds where a quadratic function is largest among coefficients with given signs: c'b - b'Hb/2.
///
/// \see Lawson & Hanson (1974), Solving Least Squares Problems, ch. 23, for the active set
class BoundedQuadratic {
 public:
  /// \param sign   of each coefficient: 1 for >= 0, -1 for <= 0, 0 for any
  /// \param begin  has these signs
  BoundedQuadratic(const Eigen::MatrixXd& h, Eigen::VectorXd c, const std::vector<int>& sign,
                   Eigen::VectorXd begin)
      : h_(h), c_(std::move(c)), sign_(sign), b_(std::move(begin)), is_free_(sign.size()) {
    for (std::size_t j = 0; j < sign.size(); ++j) is_free_[j] = sign[j] == 0 || at(b_, j) != 0;
    // Each round adds or removes one; the bound is far beyond what is ever needed.
    for (std::size_t round = 0; round < 100 + 20 * sign.size(); ++round) {
      while (!solve_free()) {
      }
      if (!release()) break;
    }
  }
  Eigen::VectorXd take() { return std::move(b_); }

 private:
  static double at(const Eigen::VectorXd& of, std::size_t j) { return of[static_cast<Eigen::Index>(j)]; }

  /// Moves to the best of the free coefficients, or up to the first that would change its sign.
  ///
  /// \returns  whether it got there
  bool solve_free() {
    std::vector<Eigen::Index> free;
    for (std::size_t j = 0; j < is_free_.size(); ++j)
      if (is_free_[j]) free.push_back(static_cast<Eigen::Index>(j));
    if (free.empty()) return true;
    Eigen::VectorXd to = Eigen::VectorXd::Zero(b_.size());
    const Eigen::VectorXd solution = h_(free, free).ldlt().solve(c_(free).eval());
    to(free) = solution;
    double share = 1;
    std::size_t stops = sign_.size();
    for (std::size_t j = 0; j < sign_.size(); ++j) {
      if (!is_free_[j] || sign_[j] * at(to, j) >= 0) continue;
      const double upto = at(b_, j) == 0 ? 0 : at(b_, j) / (at(b_, j) - at(to, j));
      if (stops < sign_.size() && upto >= share) continue;
      share = upto;
      stops = j;
    }
    if (stops == sign_.size()) {
      b_ = to;
      return true;
    }
    b_ += share * (to - b_);
    b_[static_cast<Eigen::Index>(stops)] = 0;
    is_free_[stops] = false;
    return false;
  }
  /// Frees the coefficient at 0 that most wants to leave it to its side.
  bool release() {
    const Eigen::VectorXd slope = c_ - h_ * b_;
    std::size_t best = sign_.size();
    double most = 0;
    for (std::size_t j = 0; j < sign_.size(); ++j) {
      if (is_free_[j]) continue;
      const auto i = static_cast<Eigen::Index>(j);
      const double gain = sign_[j] * slope[i] / std::sqrt(h_(i, i));
      if (gain <= most + 1e-12 * std::abs(c_[i]) / std::sqrt(h_(i, i))) continue;
      most = gain;
      best = j;
    }
    if (best == sign_.size()) return false;
    is_free_[best] = true;
    return true;
  }

  const Eigen::MatrixXd& h_;
  Eigen::VectorXd c_;
  const std::vector<int>& sign_;
  Eigen::VectorXd b_;
  std::vector<bool> is_free_;
};

}  // namespace fealty::health::detail
