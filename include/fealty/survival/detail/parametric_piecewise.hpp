// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/parametric_likelihood.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Intervals of age between breaks, each without its beginning and with its end.
struct AgeIntervals {
  std::vector<double> breaks;

  std::size_t size() const { return breaks.size() + 1; }
  double from(std::size_t interval) const { return interval == 0 ? 0 : breaks[interval - 1]; }
  double to(std::size_t interval) const {
    return interval == breaks.size() ? std::numeric_limits<double>::infinity() : breaks[interval];
  }
  std::size_t of(double age) const {
    return static_cast<std::size_t>(std::lower_bound(breaks.begin(), breaks.end(), age) - breaks.begin());
  }
  /// Calls f(interval, time) for the time between two ages that is spent in each interval.
  template <class F>
  void spent(double begin, double end, F f) const {
    for (std::size_t j = of(begin); j < size() && from(j) < end; ++j) {
      const double time = std::min(end, to(j)) - std::max(begin, from(j));
      if (time > 0) f(j, time);
    }
  }
};

/// The likelihood of lives whose hazard is exp(log rate of the interval + x' coefficients). The parameters
/// are the log rates and then the coefficients.
class PiecewiseLikelihood : public LifeLikelihood {
 public:
  PiecewiseLikelihood(const ParametricProblem& problem, AgeIntervals intervals, std::size_t threads)
      : LifeLikelihood(problem.size(), threads), problem_(problem), intervals_(std::move(intervals)),
        x_(problem.matrix(0, problem.terms)), rates_(static_cast<Eigen::Index>(intervals_.size())) {}

  const RowMatrix& x() const { return x_; }  // its first column is of ones
  Eigen::Index rates() const { return rates_; }
  Eigen::Index parameters() const { return rates_ + x_.cols() - 1; }

  LikelihoodSums at(const Eigen::VectorXd& theta) const override {
    const Eigen::Index p = x_.cols() - 1;
    return sum(parameters(), [&](std::size_t begin, std::size_t end) {
      LikelihoodSums sums(parameters());
      Life life(rates_);
      for (std::size_t row = begin; row < end; ++row) {
        read(life, theta, row);
        const auto x = x_.row(static_cast<Eigen::Index>(row)).tail(p);
        sums.log_likelihood += life.value;
        sums.score.head(rates_) += life.first;
        sums.score.tail(p) += life.first.sum() * x.transpose();
        sums.information.topLeftCorner(rates_, rates_) -= life.second;
        if (p == 0) continue;
        const Eigen::VectorXd all = life.second.rowwise().sum();
        sums.information.topRightCorner(rates_, p) -= all * x;
        sums.information.bottomRightCorner(p, p) -= all.sum() * (x.transpose() * x);
      }
      sums.information.bottomLeftCorner(p, rates_) = sums.information.topRightCorner(rates_, p).transpose();
      return sums;
    });
  }
  RowMatrix scores(const Eigen::VectorXd& theta) const override {
    RowMatrix scores(x_.rows(), parameters());
    Life life(rates_);
    for (Eigen::Index row = 0; row < x_.rows(); ++row) {
      read(life, theta, static_cast<std::size_t>(row));
      scores.row(row).head(rates_) = life.first.transpose();
      scores.row(row).tail(x_.cols() - 1) = life.first.sum() * x_.row(row).tail(x_.cols() - 1);
    }
    return scores;
  }

  /// Weighted time and ends of each interval; one in which a life may have ended counts as such.
  std::pair<Eigen::VectorXd, Eigen::VectorXd> totals() const {
    Eigen::VectorXd time = Eigen::VectorXd::Zero(rates_), ends = time;
    for (std::size_t row = 0; row < problem_.size(); ++row) {
      const LifeAges& ages = problem_.ages[row];
      const double weight = problem_.weight[row];
      intervals_.spent(ages.entry, ages.age,
                       [&](std::size_t j, double t) { time[static_cast<Eigen::Index>(j)] += weight * t; });
      if (ages.seen == Seen::ended) ends[static_cast<Eigen::Index>(intervals_.of(ages.age))] += weight;
      if (ages.seen != Seen::between) continue;
      intervals_.spent(ages.age, ages.upper, [&](std::size_t j, double t) {
        time[static_cast<Eigen::Index>(j)] += weight * t;
        ends[static_cast<Eigen::Index>(j)] += weight;
      });
    }
    return {time, ends};
  }

 private:
  /// One life's weighted log-likelihood and its derivatives by the log hazard in each interval.
  struct Life {
    double value = 0;
    Eigen::VectorXd first, between;
    Eigen::MatrixXd second;
    explicit Life(Eigen::Index rates) : first(rates), between(rates), second(rates, rates) {}
  };
  void read(Life& life, const Eigen::VectorXd& theta, std::size_t row) const {
    const LifeAges& ages = problem_.ages[row];
    const Eigen::Index p = x_.cols() - 1;
    const double effect = x_.row(static_cast<Eigen::Index>(row)).tail(p).dot(theta.tail(p));
    const auto log_hazard = [&](std::size_t j) { return theta[static_cast<Eigen::Index>(j)] + effect; };
    life.value = 0;
    life.first.setZero();
    life.second.setZero();
    intervals_.spent(ages.entry, ages.age, [&](std::size_t j, double time) {
      const double hazard = std::exp(log_hazard(j)) * time;
      const auto k = static_cast<Eigen::Index>(j);
      life.value -= hazard;
      life.first[k] -= hazard;
      life.second(k, k) -= hazard;
    });
    if (ages.seen == Seen::ended) {
      const std::size_t j = intervals_.of(ages.age);
      life.value += log_hazard(j);
      life.first[static_cast<Eigen::Index>(j)] += 1;
    } else if (ages.seen == Seen::between) {
      life.between.setZero();
      intervals_.spent(ages.age, ages.upper, [&](std::size_t j, double time) {
        life.between[static_cast<Eigen::Index>(j)] = std::exp(log_hazard(j)) * time;
      });
      const Slope end = log_complement(life.between.sum());
      life.value += end.value;
      life.first += end.first * life.between;
      life.second += end.second * life.between * life.between.transpose();
      life.second.diagonal() += end.first * life.between;
    }
    life.value *= problem_.weight[row];
    life.first *= problem_.weight[row];
    life.second *= problem_.weight[row];
  }

  const ParametricProblem& problem_;
  AgeIntervals intervals_;
  RowMatrix x_;
  Eigen::Index rates_;
};

}  // namespace fealty::survival::detail
