// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/parallel.hpp>
#include <fealty/health/detail/glm_likelihood.hpp>
#include <fealty/health/detail/hazard_kernel.hpp>
#include <fealty/health/detail/hazard_problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health::detail {

/// The log-likelihood of person-periods; its curvature is the expected one.
class HazardLikelihood : public GlmLikelihood {
 public:
  HazardLikelihood(const HazardProblem& problem, HazardLink link, std::size_t threads)
      : problem_(problem), cloglog_(link == HazardLink::cloglog), threads_(threads),
        basis_(Eigen::MatrixXd::Zero(problem.shape.periods, problem.shape.columns())) {
    for (Eigen::Index k = 0; k < basis_.rows(); ++k) {
      told_.push_back(problem.shape.has_coefficients(k + 1) ? 1 : 0);
      if (told_.back() != 0) basis_.row(k) = problem.shape.row(k + 1).transpose();
    }
  }

  bool evaluate(const Eigen::VectorXd& beta) override {
    const std::size_t p = problem_.x.columns(), size = HazardTiles::size(p, told_.size());
    const std::vector<double> effects = effects_of(beta);
    const Eigen::VectorXd baseline = basis_ * beta.head(basis_.cols());
    std::vector<double> parts(chunks() * size), all(size);
    for_each_chunk(chunks(), threads_, [&](std::size_t chunk, std::size_t) {
      HazardTiles tiles{&problem_.x,           problem_.exit.data(),   problem_.entry.data(),
                        problem_.ended.data(), problem_.weight.data(), effects.data(),
                        baseline.data(),       told_.data(),           cloglog_,
                        chunk * tiles_,        end_of(chunk),          parts.data() + chunk * size};
      dispatch(tiles);
    });
    for (std::size_t i = 0; i < parts.size(); ++i) all[i % size] += parts[i];
    if (!std::all_of(all.begin(), all.end(), [](double sum) { return std::isfinite(sum); })) return false;
    put(all, static_cast<Eigen::Index>(p));
    return true;
  }
  Margins margins(const Eigen::VectorXd& direction) override {
    const std::vector<double> effects = effects_of(direction);
    const Eigen::VectorXd baseline = basis_ * direction.head(basis_.cols());
    Margins all;
    for (std::size_t i = 0; i < problem_.design.rows.size(); ++i) {
      double own = 0;
      for (std::size_t j = 0; j + 1 < effects.size(); ++j) own += effects[j + 1] * problem_.x(i, j);
      for (auto k = static_cast<std::size_t>(problem_.entry[i]);
           k < static_cast<std::size_t>(problem_.exit[i]); ++k) {
        if (told_[k] == 0) continue;
        const bool ends = problem_.ended[i] != 0 && static_cast<double>(k + 1) == problem_.exit[i];
        const double up = own + baseline[static_cast<Eigen::Index>(k)], margin = ends ? up : -up;
        all = {std::min(all.least, margin), std::max(all.most, margin)};
      }
    }
    return all;
  }
  ScoreSquares squares(const Eigen::VectorXd&) override { return {}; }  // errors are not robust

 private:
  static constexpr std::size_t tiles_ = 32;  // of a chunk: they do not depend on the threads
  std::size_t chunks() const { return (problem_.x.tiles() + tiles_ - 1) / tiles_; }
  std::size_t end_of(std::size_t chunk) const { return std::min((chunk + 1) * tiles_, problem_.x.tiles()); }
  std::vector<double> effects_of(const Eigen::VectorXd& beta) const {
    std::vector<double> found{0};
    found.insert(found.end(), beta.data() + basis_.cols(), beta.data() + beta.size());
    return found;
  }
  void put(const std::vector<double>& sums, Eigen::Index p) {
    const Eigen::Index m = basis_.cols(), periods = basis_.rows();
    const Eigen::Map<const Eigen::MatrixXd> by_period(
        sums.data() + HazardTiles::before_periods(static_cast<std::size_t>(p)), 2 + p, periods);
    log_likelihood = -sums[0];
    score.resize(m + p);
    information.resize(m + p, m + p);
    score.head(m) = basis_.transpose() * by_period.row(0).transpose();
    score.tail(p) = Eigen::Map<const Eigen::VectorXd>(sums.data() + 1, p);
    const Eigen::VectorXd weights = by_period.row(1).transpose();
    information.topLeftCorner(m, m) = basis_.transpose() * weights.asDiagonal() * basis_;
    information.topRightCorner(m, p) = basis_.transpose() * by_period.bottomRows(p).transpose();
    information.bottomLeftCorner(p, m) = information.topRightCorner(m, p).transpose();
    const double* gram = sums.data() + 1 + p;
    for (Eigen::Index j = m; j < m + p; ++j)
      for (Eigen::Index k = m; k <= j; ++k) information(j, k) = information(k, j) = *gram++;
  }

  const HazardProblem& problem_;
  bool cloglog_;
  std::size_t threads_;
  Eigen::MatrixXd basis_;  // of each period
  std::vector<std::uint8_t> told_;
};

}  // namespace fealty::health::detail
