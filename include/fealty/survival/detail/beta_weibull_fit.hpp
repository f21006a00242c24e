// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/beta_weibull_likelihood.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/renewals.hpp>

#include <Eigen/Core>
#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fealty::survival::detail {

/// The largest likelihood over the logarithms of alpha, beta and the shape.
class BetaWeibullFit {
 public:
  explicit BetaWeibullFit(const Renewals& renewals)
      : ended_(std::accumulate(renewals.ended.begin(), renewals.ended.end(), 0.0)),
        likelihood_(renewals, ended_) {
    const double due = std::accumulate(renewals.due.begin(), renewals.due.end(), 0.0);
    if (ended_ == 0) limit = "none_ended";
    else if (ended_ == due) limit = "no_renewal";
    else if (renewals.seen() == 1) limit = "one_renewal";
    else if (renewals.seen() == 2) limit = "two_renewals";
    else if (renewals.ended[0] == ended_) limit = "polarized";
    else climb_from_several(std::log((due - ended_) / ended_));
  }
  bool arrived = true;          // or there is a limit
  const char* limit = nullptr;  // why there is no largest likelihood; null where there is one
  Eigen::Vector3d at{nan, nan, nan};
  double log_likelihood = nan;
  Eigen::Matrix3d curvature = Eigen::Matrix3d::Constant(nan);  // of its negative

 private:
  struct Path {
    bool arrived = false;
    const char* limit = nullptr;
    Eigen::Vector3d at = Eigen::Vector3d::Zero();
    double value = 0;
    Eigen::Matrix3d bend = Eigen::Matrix3d::Zero();
  };
  /// The likelihood may have more than one top.
  void climb_from_several(double log_odds) {
    Path best;
    for (const double shape : {1.0, 0.5, 2.0, 8.0})
      for (const double alpha : {0.5, 4.0}) {
        const double log_beta = std::log(alpha) + log_odds + (shape - 1) * std::max(log_odds, 0.0);
        const Path path = climb({std::log(alpha), log_beta, std::log(shape)});
        if (!path.arrived && path.limit == nullptr) continue;
        const bool first = !best.arrived && best.limit == nullptr;
        // A top that is as high as an endless slope is the answer.
        const double least = path.arrived == best.arrived ? 0 : path.arrived ? -1e-10 : 1e-10;
        if (first || path.value - best.value > least) best = path;
      }
    arrived = best.arrived || best.limit != nullptr;
    limit = best.limit;
    if (!best.arrived) return;
    at = best.at;
    log_likelihood = best.value * ended_;
    curvature = best.bend * ended_;
  }
  Path climb(Eigen::Vector3d here) {
    likelihood_.evaluate(here);
    const char* limit_here = nullptr;
    for (int step = 0, level_steps = 0; step < 300 && level_steps < 4; ++step) {
      const double before = likelihood_.value;
      const Move move = next();
      if (!std::isfinite(before)) break;
      const bool last = move.sure && move.by.norm() < 1e-7;
      double part = std::min(1.0, 2 / move.by.norm());
      for (int halvings = 0; halvings < 40; ++halvings, part /= 2) {
        likelihood_.evaluate(here + part * move.by);
        if (likelihood_.value >= before - 1e-14) break;
      }
      here += part * move.by;
      limit_here = edge_at(here, 1);
      if (limit_here != nullptr || last) break;
      level_steps = std::abs(likelihood_.value - before) > 1e-14 ? 0 : level_steps + 1;
    }
    return path_to(here, limit_here);
  }
  /// It has arrived where what is left to climb is little, and tells about every direction.
  Path path_to(const Eigen::Vector3d& here, const char* limit_here) const {
    Path path{.arrived = false,
              .limit = limit_here,
              .at = here,
              .value = likelihood_.value,
              .bend = likelihood_.bend};
    if (!std::isfinite(path.value) || limit_here != nullptr) return path;
    const Move move = next();
    // By this much the likelihood falls where a parameter is a hundred powers of e away.
    if (move.least_bend * ended_ < 1e-4) {
      path.limit = edge_at(here, 0.5);
      if (path.limit == nullptr) path.limit = "endless_shape";
    } else path.arrived = move.sure && likelihood_.slope.dot(move.by) * ended_ <= 1e-10;
    return path;
  }
  struct Move {
    Eigen::Vector3d by;
    bool sure;  // Newton's, to a top
    double least_bend;
  };
  /// Newton's, with every bend turned down.
  Move next() const {
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> parts(likelihood_.bend);
    const Eigen::Vector3d bends = parts.eigenvalues();
    const double least = 1e-14 * bends.cwiseAbs().maxCoeff();
    const Eigen::Vector3d along = (parts.eigenvectors().transpose() * likelihood_.slope).array() /
                                  bends.array().abs().max(std::max(least, 1e-300));
    return {parts.eigenvectors() * along, bends[0] > least, bends[0]};
  }
  /// Where the likelihood grows for ever: in a shape, where customers are all alike, or each stays or goes
  /// for sure.
  ///
  /// \param share  of the way there
  static const char* edge_at(const Eigen::Vector3d& logs, double share) {
    if (std::abs(logs[2]) > share * std::log(100.0)) return "endless_shape";
    if (logs[0] > share * 12) return logs[1] > share * 8 ? "alike" : "endless_shape";
    if (logs[1] > share * 45) return "endless_shape";
    return logs.head<2>().minCoeff() < share * -16 ? "polarized" : nullptr;
  }

  double ended_;
  BetaWeibullLikelihood likelihood_;
};

}  // namespace fealty::survival::detail
