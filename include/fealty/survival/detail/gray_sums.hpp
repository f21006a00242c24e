// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/rank_sums.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::survival::detail {

/// What happens at one age in each group of a stratum.
struct GrayStep {
  Eigen::VectorXd at_risk, ended, competing;  // by the cause, and by others
  Eigen::VectorXd survival, survival_after;   // of all causes, just before and after
  Eigen::VectorXd incidence;                  // of the cause, just before
  double null_incidence = 0;                  // of all groups as if they had one, just before
  double null_after = 0;                      // and after

  /// Lives at risk, each for so many that were seen at the beginning.
  Eigen::VectorXd upscaled() const {
    return (at_risk.array() > 0).select(at_risk.cwiseQuotient(survival), 0.0);
  }
};

/// Follows the groups of one stratum along their common ages.
class GrayWalk {
 public:
  /// \param cells  of each group; null where it has nobody in the stratum
  /// \param cause  its place among the outcomes
  GrayWalk(const std::vector<const LifeCells*>& cells, std::size_t cause, double rho)
      : groups_(static_cast<Eigen::Index>(cells.size())), rho_(rho) {
    read(cells, cause);
  }

  void add_to(RankSums& sums) const {
    for (const GrayStep& step : steps_) add_score(step, sums);
    // A difference between incidences also moves what later ages expect: c is how much all of them do.
    Eigen::MatrixXd c = Eigen::MatrixXd::Zero(groups_, groups_);
    for (const GrayStep& step : steps_) c += drift(step, pull(step));
    Eigen::MatrixXd later = c;
    for (const GrayStep& step : steps_) {
      const Eigen::MatrixXd a = pull(step);
      later -= drift(step, a);
      for (Eigen::Index k = 0; k < groups_; ++k)
        if (step.at_risk[k] > 0) add_variance(step, k, a.col(k), later.col(k), sums);
    }
  }

 private:
  void read(const std::vector<const LifeCells*>& cells, std::size_t cause) {
    std::vector<double> ages;
    GrayStep now;
    now.at_risk = now.incidence = Eigen::VectorXd::Zero(groups_);
    now.survival = Eigen::VectorXd::Ones(groups_);
    for (std::size_t g = 0; g < cells.size(); ++g)
      for (std::size_t i = 0; cells[g] != nullptr && i < cells[g]->size(); ++i) {
        ages.push_back(cells[g]->age[i]);
        for (std::size_t kind = 0; kind < cells[g]->outcomes.size(); ++kind)
          now.at_risk[static_cast<Eigen::Index>(g)] += count(*cells[g], kind, i);
      }
    std::sort(ages.begin(), ages.end());
    std::vector<std::size_t> next(cells.size());
    for (std::size_t first = 0, end = 0; first < ages.size(); first = end) {
      while (end < ages.size() && same_age(ages[first], ages[end])) ++end;
      now.ended = now.competing = Eigen::VectorXd::Zero(groups_);
      Eigen::VectorXd gone = now.ended;
      for (std::size_t g = 0; g < cells.size(); ++g)
        for (; cells[g] != nullptr && next[g] < cells[g]->size() && cells[g]->age[next[g]] <= ages[end - 1];
             ++next[g])
          for (std::size_t kind = 0; kind < cells[g]->outcomes.size(); ++kind) {
            const double lives = count(*cells[g], kind, next[g]);
            gone[static_cast<Eigen::Index>(g)] += lives;
            if (kind == cause) now.ended[static_cast<Eigen::Index>(g)] += lives;
            else if (kind > 0) now.competing[static_cast<Eigen::Index>(g)] += lives;
          }
      if (now.ended.sum() + now.competing.sum() > 0) take(now);
      now.at_risk -= gone;
    }
  }
  static double count(const LifeCells& cells, std::size_t kind, std::size_t i) {
    return cells.weights.empty() ? static_cast<double>(cells.outcomes[kind][i])
                                 : cells.weights[kind][i].value();
  }
  /// Keeps a step and moves the curves past it.
  void take(GrayStep& now) {
    const Eigen::VectorXd n = now.at_risk.cwiseMax(1);
    now.survival_after = now.survival.cwiseProduct((n - now.ended - now.competing).cwiseQuotient(n));
    now.null_after = now.null_incidence + now.ended.sum() / now.upscaled().sum();
    steps_.push_back(now);
    now.incidence += now.survival.cwiseProduct(now.ended).cwiseQuotient(n);
    now.survival = now.survival_after;
    now.null_incidence = now.null_after;
  }

  double weight(const GrayStep& step) const { return std::pow(1 - step.null_incidence, rho_); }
  void add_score(const GrayStep& step, RankSums& sums) const {
    const double d = step.ended.sum();
    if (!(d > 0)) return;
    const Eigen::VectorXd risk =
        step.upscaled().cwiseProduct(Eigen::VectorXd::Ones(groups_) - step.incidence);
    sums.observed += weight(step) * step.ended;
    sums.expected += weight(step) * d / risk.sum() * risk;
  }
  /// By row, how an end in each group (column) moves the score of all groups.
  Eigen::MatrixXd pull(const GrayStep& step) const {
    const Eigen::VectorXd up = step.upscaled();
    Eigen::MatrixXd a = -(up * up.transpose()) / up.sum();
    a.diagonal() += up;
    return weight(step) * a;
  }
  static Eigen::MatrixXd drift(const GrayStep& step, const Eigen::MatrixXd& a) {
    const double d = step.ended.sum();
    if (!(d > 0)) return Eigen::MatrixXd::Zero(a.rows(), a.cols());
    return d / (step.upscaled().sum() * (1 - step.null_incidence)) * a;
  }
  /// Ties of d among n vary less, as draws without replacement. Where few of a group are left it may be below
  /// 0.
  static double tied(double d, double n) { return d > 1 ? 1 - (d - 1) / (n - 1) : 1; }

  static void add_variance(const GrayStep& step, Eigen::Index k, const Eigen::VectorXd& now,
                           const Eigen::VectorXd& later, RankSums& sums) {
    const double n = step.at_risk[k], before = step.survival[k], after = step.survival_after[k];
    const double left = after > 0 ? (1 - step.null_after) / after : 0;  // nobody is left to be moved
    if (const double d = step.ended.sum(); d > 0) {
      const double all = step.upscaled().sum();
      const Eigen::VectorXd moved = now + (1 - left) * later;
      sums.covariance += tied(d, all * before) * before * d / (all * n) * moved * moved.transpose();
    }
    if (const double d = step.competing[k]; d > 0) {
      const Eigen::VectorXd moved = left * later;
      sums.covariance += tied(d, n) * before * before * d / (n * n) * moved * moved.transpose();
    }
  }

  Eigen::Index groups_;
  double rho_;
  std::vector<GrayStep> steps_;
};

}  // namespace fealty::survival::detail
