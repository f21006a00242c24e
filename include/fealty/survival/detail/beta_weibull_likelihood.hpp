// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/beta_ratio.hpp>
#include <fealty/survival/detail/renewal_survival.hpp>
#include <fealty/survival/detail/renewals.hpp>

#include <boost/math/special_functions/trigamma.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <vector>

namespace fealty::survival::detail {

/// A logarithm of a share, and its slope and bend over the logarithms of alpha, beta and the shape.
struct ShareSlopes {
  double value = 0;
  Eigen::Vector3d slope;
  Eigen::Matrix3d bend;

  /// Of those at an age who come to a later one.
  ShareSlopes(const RenewalSurvival& model, double from, double to) {
    const double a = model.alpha, b = model.beta;
    const AgePower begin = AgePower::of(from, model.shape), end = AgePower::of(to, model.shape);
    const double step = model.distance(from, to, begin, end);
    value = model.log_share(begin, end, step);
    const double z = b + begin.power, far_z = z + step, q = z + a, far_q = far_z + a;
    // The slope and the bend of the powers over the logarithm of the shape.
    const double grown = growth(begin), far_grown = growth(end);
    const double more = from == 0 || end.excess > 0
                            ? far_grown - grown
                            : step * end.log + begin.power * model.shape * std::log1p((to - from) / from);
    const double by_q = digamma_gap(q, step), by_q2 = trigamma_gap(q, step);
    const double by_far_z = digamma_gap(far_z, a), by_z = digamma_gap(z, a);
    const double by_far_z2 = trigamma_gap(far_z, a), by_z2 = trigamma_gap(z, a);
    slope << a * by_q, b * (by_far_z - by_z), by_far_z * more + (by_far_z - by_z) * grown;
    bend(0, 0) = a * a * by_q2 + slope[0];
    bend(0, 1) = a * b * by_q2;
    bend(0, 2) = a * (by_q2 * grown - boost::math::trigamma(far_q) * more);
    bend(1, 1) = b * b * (by_far_z2 - by_z2) + slope[1];
    bend(1, 2) = b * (by_far_z2 * far_grown - by_z2 * grown);
    bend(2, 2) = by_far_z2 * far_grown * far_grown - by_z2 * grown * grown +
                 by_far_z * far_grown * (1 + end.log) - by_z * grown * (1 + begin.log);
    add_excess(a, begin, -1);
    add_excess(a, end, 1);
    bend(1, 0) = bend(0, 1), bend(2, 0) = bend(0, 2), bend(2, 1) = bend(1, 2);
  }

 private:
  static double growth(const AgePower& age) { return age.excess > 0 ? 0 : age.power * age.log; }
  void add_excess(double a, const AgePower& age, double sign) {
    if (age.excess == 0) return;
    slope[0] -= sign * a * age.excess, bend(0, 0) -= sign * a * age.excess;
    slope[2] -= sign * a * age.log, bend(2, 2) -= sign * a * age.log;
    bend(0, 2) -= sign * a * age.log;
  }
};

/// Of the lives of a group, over the logarithms of alpha, beta and the shape.
class BetaWeibullLikelihood {
 public:
  /// \param all_ended  weight of the lives that ended
  BetaWeibullLikelihood(const Renewals& renewals, double all_ended) : ended_(all_ended) {
    double due_before = 0;
    for (std::size_t t = 0; t < renewals.due.size(); ++t) {
      const double due = renewals.due[t], ended = renewals.ended[t], age = static_cast<double>(t);
      // Renewals without an end of the same lives are one stretch.
      if (t > 0 && due == due_before && ended == 0 && steps_.size() > 0 && steps_.back().ended == 0)
        steps_.back().to = age + 1;
      else if (due > 0) steps_.push_back({age, age + 1, due - ended, ended});
      due_before = due;
    }
  }
  double value = 0;
  Eigen::Vector3d slope;
  Eigen::Matrix3d bend;  // of the negative

  /// For each life that ended.
  void evaluate(const Eigen::Vector3d& logs) {
    const RenewalSurvival model{std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2])};
    value = 0;
    slope.setZero();
    bend.setZero();
    for (const Step& step : steps_) {
      const ShareSlopes stay(model, step.from, step.to);
      double by_stay = step.kept, by_stay2 = 0;
      value += step.kept * stay.value;
      if (step.ended > 0) {
        const double odds = -1 / std::expm1(-stay.value);
        value += step.ended * std::log(-std::expm1(stay.value));
        by_stay += step.ended * odds;
        by_stay2 = step.ended * odds * (1 - odds);
      }
      slope += by_stay * stay.slope;
      bend -= by_stay * stay.bend + by_stay2 * stay.slope * stay.slope.transpose();
    }
    value /= ended_, slope /= ended_, bend /= ended_;
  }

 private:
  struct Step {
    double from, to, kept, ended;
  };
  double ended_;
  std::vector<Step> steps_;
};

}  // namespace fealty::survival::detail
