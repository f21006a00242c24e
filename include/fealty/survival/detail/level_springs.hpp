// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// Least squares of survival at the levels between masses: springs between levels, of which the first is
/// fixed at 1 and the last at 0. Solved by conjugate gradients, with the springs of neighbors as a
/// preconditioner: where all ends are exact these are all that there are.
class LevelSprings {
 public:
  explicit LevelSprings(std::size_t masses) : levels_(masses - 1), diagonal_(levels_), beside_(levels_) {}

  /// \param from, to  levels, 0 the first
  /// \param pull      by which the distance should grow, times the stiffness
  void add(std::size_t from, std::size_t to, double stiffness, double pull, std::vector<double>& force) {
    if (inner(from)) diagonal_[from - 1] += stiffness, force[from - 1] += pull;
    if (inner(to)) diagonal_[to - 1] += stiffness, force[to - 1] -= pull;
    if (!inner(from) || !inner(to)) return;
    if (to == from + 1) beside_[from - 1] += stiffness;
    else far_.push_back({from - 1, to - 1, stiffness});
  }
  std::size_t size() const { return levels_; }

  /// How far levels move under forces.
  ///
  /// \param precision  of the moves, as a share of them
  std::vector<double> moves(std::vector<double> left, double precision) {
    factor();
    std::vector<double> x(levels_), z = precondition(left), along = z;
    double size = dot(left, z);
    const double enough = precision * precision * size;
    for (std::size_t i = 0; i < 2 * levels_ + 50 && size > enough; ++i) {
      const std::vector<double> product = times(along);
      const double step = size / dot(along, product);
      if (!std::isfinite(step)) break;
      for (std::size_t j = 0; j < levels_; ++j) x[j] += step * along[j], left[j] -= step * product[j];
      z = precondition(left);
      const double before = size;
      size = dot(left, z);
      for (std::size_t j = 0; j < levels_; ++j) along[j] = z[j] + size / before * along[j];
    }
    return x;
  }

 private:
  struct Spring {
    std::size_t from, to;
    double stiffness;
  };
  bool inner(std::size_t level) const { return level > 0 && level <= levels_; }
  static double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t j = 0; j < a.size(); ++j) sum += a[j] * b[j];
    return sum;
  }
  std::vector<double> times(const std::vector<double>& x) const {
    std::vector<double> y(levels_);
    for (std::size_t j = 0; j < levels_; ++j) y[j] = diagonal_[j] * x[j];
    for (std::size_t j = 0; j + 1 < levels_; ++j)
      y[j] -= beside_[j] * x[j + 1], y[j + 1] -= beside_[j] * x[j];
    for (const Spring& s : far_) y[s.from] -= s.stiffness * x[s.to], y[s.to] -= s.stiffness * x[s.from];
    return y;
  }
  /// The diagonal of the factors of the springs of neighbors.
  void factor() {
    pivot_ = diagonal_;
    for (std::size_t j = 1; j < levels_; ++j) pivot_[j] -= beside_[j - 1] * (beside_[j - 1] / pivot_[j - 1]);
    for (std::size_t j = 0; j < levels_; ++j) pivot_[j] = std::max(pivot_[j], 1e-14 * diagonal_[j]);
  }
  std::vector<double> precondition(std::vector<double> x) const {
    for (std::size_t j = 1; j < levels_; ++j) x[j] += beside_[j - 1] / pivot_[j - 1] * x[j - 1];
    for (std::size_t j = levels_; j-- > 0;) {
      x[j] /= pivot_[j];
      if (j + 1 < levels_) x[j] += beside_[j] / pivot_[j] * x[j + 1];
    }
    return x;
  }

  std::size_t levels_;
  std::vector<double> diagonal_, beside_, pivot_;  // beside: to the next level
  std::vector<Spring> far_;
};

}  // namespace fealty::survival::detail
