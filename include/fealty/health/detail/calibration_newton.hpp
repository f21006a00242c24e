// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// 1 / (1 + exp(-x)).
inline double logistic_of(double x) {
  return x >= 0 ? 1 / (1 + std::exp(-x)) : std::exp(x) / (1 + std::exp(x));
}
/// log(p / (1 - p)).
inline double logit_of(double p) { return std::log(p) - std::log1p(-p); }

/// What a logistic curve of few features is fitted to. Targets need not be 0 or 1.
struct CurveData {
  std::vector<std::vector<double>> features;  // at most 2, each of n rows, none of them constant
  std::vector<double> target, weight;         // n rows
  std::vector<double> offset = {};            // added to the linear predictor; none for 0
};
/// The curve of the largest likelihood.
struct LogisticCurve {
  Eigen::VectorXd coefficients;  // the intercept, then one for each feature
  Eigen::MatrixXd covariance;    // of them: the inverse of the information
  double loss = 0;               // less the log-likelihood
};

/// Fits a logistic curve by Newton's steps, each of which is halved until it leads down. The logarithms are
/// those of Lin, Lin & Weng (2007), Machine Learning 68:267-276, which neither overflow nor cancel.
class CalibrationNewton {
 public:
  CalibrationNewton(const char* who, const CurveData& data) : who_(who), data_(data) {
    const auto size = static_cast<Eigen::Index>(data.features.size() + 1);
    for (const double each : data.weight) total_ += each;
    standardize();
    at_ = Eigen::VectorXd::Zero(size);
    climb();
  }

  LogisticCurve take() const {
    const auto size = at_.size();
    Eigen::MatrixXd back = Eigen::MatrixXd::Identity(size, size);  // to features that are not standardized
    for (Eigen::Index j = 1; j < size; ++j) {
      const Standard& each = standard_[static_cast<std::size_t>(j - 1)];
      back(j, j) = 1 / each.spread;
      back(0, j) = -each.center / each.spread;
    }
    const Eigen::MatrixXd inverse = information_.ldlt().solve(Eigen::MatrixXd::Identity(size, size));
    return {back * at_, back * inverse * back.transpose(), loss_};
  }

 private:
  struct Standard {
    double center = 0, spread = 1;
  };
  void standardize() {
    for (const auto& feature : data_.features) {
      Standard each;
      double sum = 0, squares = 0;
      for (std::size_t i = 0; i < feature.size(); ++i) sum += data_.weight[i] * feature[i];
      each.center = sum / total_;
      for (std::size_t i = 0; i < feature.size(); ++i)
        squares += data_.weight[i] * (feature[i] - each.center) * (feature[i] - each.center);
      if (squares > 0) each.spread = std::sqrt(squares / total_);
      standard_.push_back(each);
    }
  }
  double feature(std::size_t j, std::size_t row) const {
    return (data_.features[j][row] - standard_[j].center) / standard_[j].spread;
  }
  double predictor(const Eigen::VectorXd& at, std::size_t row) const {
    double x = at[0] + (data_.offset.empty() ? 0 : data_.offset[row]);
    for (std::size_t j = 0; j < standard_.size(); ++j)
      x += at[static_cast<Eigen::Index>(j) + 1] * feature(j, row);
    return x;
  }
  double loss(const Eigen::VectorXd& at) const {
    double sum = 0;
    for (std::size_t row = 0; row < data_.target.size(); ++row) {
      const double x = predictor(at, row), t = data_.target[row];
      sum += data_.weight[row] * ((x >= 0 ? (1 - t) * x : -t * x) + std::log1p(std::exp(-std::abs(x))));
    }
    return sum;
  }
  void measure() {
    const auto size = at_.size();
    gradient_ = Eigen::VectorXd::Zero(size);
    information_ = Eigen::MatrixXd::Zero(size, size);
    Eigen::VectorXd design = Eigen::VectorXd::Ones(size);
    for (std::size_t row = 0; row < data_.target.size(); ++row) {
      for (Eigen::Index j = 1; j < size; ++j) design[j] = feature(static_cast<std::size_t>(j - 1), row);
      const double p = logistic_of(predictor(at_, row)), w = data_.weight[row];
      gradient_ += w * (p - data_.target[row]) * design;
      information_ += (w * p * (1 - p)) * (design * design.transpose());
    }
  }
  void climb() {
    loss_ = loss(at_);
    double before = std::numeric_limits<double>::infinity();
    for (int iteration = 0; iteration < 200; ++iteration) {
      measure();
      Eigen::MatrixXd safe = information_;
      safe.diagonal().array() += 1e-13 * information_.trace() + 1e-300;
      const Eigen::VectorXd step = safe.ldlt().solve(gradient_);
      const double gain = gradient_.dot(step);
      if (!std::isfinite(gain)) break;
      // So near, losses differ by rounding alone: steps are taken whole while they become shorter.
      const bool near = gain <= 1e-9 * total_;
      if (gain <= 1e-28 * total_ || (near && gain >= before)) return;
      if (near) before = gain, at_ -= step, loss_ = loss(at_);
      else if (!halve(step, gain)) break;
    }
    throw NotConverged({.who = who_,
                        .what = "",
                        .where = {},
                        .value = "",
                        .rule = "no logistic curve was found that fits best"});
  }
  bool halve(const Eigen::VectorXd& step, double gain) {
    for (double length = 1; length > 1e-12; length /= 2) {
      const Eigen::VectorXd next = at_ - length * step;
      const double there = loss(next);
      if (!(there <= loss_ - 1e-4 * length * gain)) continue;
      at_ = next;
      loss_ = there;
      return true;
    }
    return false;
  }

  const char* who_;
  const CurveData& data_;
  std::vector<Standard> standard_;
  double total_ = 0, loss_ = 0;
  Eigen::VectorXd at_, gradient_;
  Eigen::MatrixXd information_;
};

}  // namespace fealty::health::detail
