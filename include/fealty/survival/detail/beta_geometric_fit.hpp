// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/renewals.hpp>

#include <Eigen/Cholesky>
#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace fealty::survival::detail {

/// The largest likelihood over the logarithms of alpha and beta.
class BetaGeometricFit {
 public:
  explicit BetaGeometricFit(const Renewals& renewals) : renewals_(renewals) {
    double ended = 0, due = 0;
    for (std::size_t t = 0; t < renewals.due.size(); ++t) ended += renewals.ended[t], due += renewals.due[t];
    if (ended == 0) limit = "none_ended";
    else if (ended == due) limit = "no_renewal";
    else if (renewals.seen() == 1) limit = "one_renewal";
    else climb(ended / due);
  }
  bool arrived = true;          // or there is a limit
  const char* limit = nullptr;  // why there is no largest likelihood; null where there is one
  Eigen::Vector2d at{nan, nan};
  double log_likelihood = nan;
  Eigen::Matrix2d curvature = Eigen::Matrix2d::Constant(nan);  // of its negative

 private:
  /// At renewal t a life ends with chance alpha / (alpha + beta + t - 1).
  void evaluate(const Eigen::Vector2d& logs) {
    const double a = std::exp(logs[0]), b = std::exp(logs[1]);
    double value = 0, da = 0, db = 0, daa = 0, dbb = 0, dab = 0;
    for (std::size_t t = 0; t < renewals_.due.size(); ++t) {
      const double due = renewals_.due[t], ended = renewals_.ended[t], kept = due - ended;
      if (due == 0) continue;
      const double stay = b + static_cast<double>(t), all = a + stay;
      value += ended * std::log(a / all) + kept * std::log(stay / all);
      const double e = ended / a, k = kept / stay, n = due / all;
      da += e - n, db += k - n;
      daa += n / all - e / a, dbb += n / all - k / stay, dab += n / all;
    }
    value_ = value;
    slope_ = {a * da, b * db};
    bend_ << -(a * a * daa + a * da), -a * b * dab, -a * b * dab, -(b * b * dbb + b * db);
  }
  void climb(double rate) {
    Eigen::Vector2d here{0, std::log((1 - rate) / rate)};
    evaluate(here);
    for (int step = 0; step < 500; ++step) {
      if (slope_.norm() <= 1e-11 * renewals_.weight) break;
      const double before = value_;
      const Eigen::Vector2d move = bounded(direction());
      double part = 1;
      for (int halvings = 0; halvings < 60; ++halvings, part /= 2) {
        evaluate(here + part * move);
        if (value_ >= before) break;
      }
      here += part * move;
      limit = edge_at(here);
      if (limit != nullptr) return;
      if (part * move.norm() < 1e-13) break;
    }
    evaluate(here);
    arrived = slope_.norm() <= 1e-7 * renewals_.weight;
    at = here;
    log_likelihood = value_;
    curvature = bend_;
  }
  /// Newton's, where the likelihood bends down; otherwise with as much more bend as makes it so.
  Eigen::Vector2d direction() const {
    Eigen::Matrix2d bend = bend_;
    double more = 1e-6 * bend.norm();
    for (Eigen::LLT<Eigen::Matrix2d> solver(bend); solver.info() != Eigen::Success; more *= 4) {
      bend += more * Eigen::Matrix2d::Identity();
      solver.compute(bend);
    }
    return bend.llt().solve(slope_);
  }
  static Eigen::Vector2d bounded(Eigen::Vector2d move) {
    return move.norm() > 2 ? Eigen::Vector2d(move * (2 / move.norm())) : move;
  }
  /// Where the likelihood grows for ever: customers are all alike, or each stays or goes for sure.
  static const char* edge_at(const Eigen::Vector2d& logs) {
    if (logs.maxCoeff() > 16) return "alike";
    return logs.minCoeff() < -16 ? "polarized" : nullptr;
  }

  const Renewals& renewals_;
  double value_ = 0;
  Eigen::Vector2d slope_;
  Eigen::Matrix2d bend_;
};

}  // namespace fealty::survival::detail
