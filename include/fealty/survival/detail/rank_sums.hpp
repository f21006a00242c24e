// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/rank_weight.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// How much an age counts.
struct RankScheme {
  RankWeight weight = RankWeight::log_rank;
  double rho = 0, gamma = 0;
};

/// Observed and expected ends of groups, and their covariance.
struct RankSums {
  Eigen::VectorXd observed, expected;
  Eigen::MatrixXd covariance;

  explicit RankSums(std::size_t groups)
      : observed(Eigen::VectorXd::Zero(static_cast<Eigen::Index>(groups))), expected(observed),
        covariance(Eigen::MatrixXd::Zero(observed.size(), observed.size())) {}
};

/// Follows the groups of one stratum along their common ages.
class RankWalk {
 public:
  /// \param cells  of each group; null where it has nobody in the stratum
  RankWalk(const std::vector<const LifeCells*>& cells, const RankScheme& scheme)
      : cells_(cells), scheme_(scheme), next_(cells.size()),
        at_risk_(Eigen::VectorXd::Zero(static_cast<Eigen::Index>(cells.size()))), ended_(at_risk_) {
    for (std::size_t g = 0; g < cells.size(); ++g)
      for (std::size_t i = 0; cells[g] != nullptr && i < cells[g]->size(); ++i) {
        at_risk_[index(g)] += exits(*cells[g], i) - entries(*cells[g], i);
        ages_.push_back(cells[g]->age[i]);
      }
    std::sort(ages_.begin(), ages_.end());
    ages_.erase(std::unique(ages_.begin(), ages_.end()), ages_.end());
  }

  void add_to(RankSums& sums) {
    for (std::size_t i = 0; i < ages_.size();) {
      std::size_t end = i + 1;
      while (end < ages_.size() && same_age(ages_[i], ages_[end])) ++end;
      const Eigen::VectorXd before = at_risk_;
      pass(ages_[end - 1]);
      if (const double d = ended_.sum(); d > 0) take(before, d, sums);
      i = end;
    }
  }

 private:
  static Eigen::Index index(std::size_t g) { return static_cast<Eigen::Index>(g); }
  static double count(const LifeCells& cells, std::size_t kind, std::size_t i) {
    return cells.weights.empty() ? static_cast<double>(cells.outcomes[kind][i])
                                 : cells.weights[kind][i].value();
  }
  static double exits(const LifeCells& cells, std::size_t i) {
    double sum = 0;
    for (std::size_t kind = 0; kind < cells.outcomes.size(); ++kind) sum += count(cells, kind, i);
    return sum;
  }
  static double entries(const LifeCells& cells, std::size_t i) {
    return cells.weights.empty() ? static_cast<double>(cells.entered[i]) : cells.entered_weight[i].value();
  }
  /// Takes everything that happens up to an age.
  void pass(double age) {
    ended_.setZero();
    for (std::size_t g = 0; g < cells_.size(); ++g)
      for (const LifeCells* const cells = cells_[g];
           cells != nullptr && next_[g] < cells->size() && cells->age[next_[g]] <= age; ++next_[g]) {
        const double censored = count(*cells, 0, next_[g]), all = exits(*cells, next_[g]);
        ended_[index(g)] += all - censored;
        at_risk_[index(g)] += entries(*cells, next_[g]) - all;
      }
  }
  void take(const Eigen::VectorXd& at_risk, double d, RankSums& sums) {
    const double n = at_risk.sum(), weight = this->weight(n, d);
    const Eigen::VectorXd share = at_risk / n;
    sums.observed += weight * ended_;
    sums.expected += weight * d * share;
    if (n > 1) {
      const double variance = weight * weight * d * (n - d) / (n - 1);
      sums.covariance.diagonal() += variance * share;
      sums.covariance -= variance * share * share.transpose();
    }
    survival_ *= (n - d) / n;
  }
  double weight(double n, double d) {
    switch (scheme_.weight) {
      case RankWeight::log_rank:
        return 1;
      case RankWeight::gehan:
        return n;
      case RankWeight::tarone_ware:
        return std::sqrt(n);
      case RankWeight::peto:
        return peto_ *= 1 - d / (n + 1);
      case RankWeight::fleming_harrington:
        return std::pow(survival_, scheme_.rho) * std::pow(1 - survival_, scheme_.gamma);
    }
    return 1;
  }

  const std::vector<const LifeCells*>& cells_;
  RankScheme scheme_;
  std::vector<std::size_t> next_;
  Eigen::VectorXd at_risk_, ended_;
  std::vector<double> ages_;
  double survival_ = 1, peto_ = 1;
};

}  // namespace fealty::survival::detail
