// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/coverage/detail/event_counts.hpp>

#include <boost/math/special_functions/gamma.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

inline constexpr double no_answer = std::numeric_limits<double>::quiet_NaN();

struct Interval {
  double lower, upper;
};

/// A root of a monotone function between two arguments at which its signs differ.
template <class F>
double root_between(F f, double low, double high) {
  std::uintmax_t steps = 200;
  const auto [a, b] =
      boost::math::tools::toms748_solve(f, low, high, boost::math::tools::eps_tolerance<double>(48), steps);
  return a + (b - a) / 2;
}

/// The means of a Poisson count of which neither tail of what was seen is below `tail`.
inline Interval poisson_means(std::int64_t seen, double tail, bool mid) {
  const auto n = static_cast<double>(seen);
  Interval exact{seen == 0 ? 0 : boost::math::gamma_p_inv(n, tail), boost::math::gamma_q_inv(n + 1, tail)};
  if (!mid) return exact;
  const auto below = [&](double mean) {
    const PoissonCount count{mean};
    return Tails<PoissonCount>{count, true}.below(seen) - tail;
  };
  const auto above = [&](double mean) {
    const PoissonCount count{mean};
    return Tails<PoissonCount>{count, true}.above(seen) - tail;
  };
  return {seen == 0 ? 0 : root_between(above, exact.lower, exact.upper),
          root_between(below, exact.lower, exact.upper)};
}

/// Events of given probabilities, when all hazards are multiplied alike.
class ScaledBernoulli {
 public:
  ScaledBernoulli(std::span<const double> probabilities, double tail, bool mid) : tail_(tail), mid_(mid) {
    for (const double p : probabilities) {
      if (p == 1) ++certain_;
      else if (p > 0) log_stays_.push_back(std::log1p(-p));
    }
  }

  /// The numbers of events that are expected where neither tail of what was seen is below `tail`; NaN where
  /// no multiple of the hazards allows what was seen.
  Interval means(std::int64_t seen) const {
    const std::int64_t by_chance = seen - certain_, possible = static_cast<std::int64_t>(log_stays_.size());
    if (by_chance < 0 || by_chance > possible) return {no_answer, no_answer};
    const auto certain = static_cast<double>(certain_), all = static_cast<double>(possible);
    const auto above = [&](const Tails<BernoulliCount>& tails) { return tails.above(by_chance) - tail_; };
    const auto below = [&](const Tails<BernoulliCount>& tails) { return tail_ - tails.below(by_chance); };
    return {certain + (by_chance == 0 ? 0 : mean_where(above)),
            certain + (by_chance == possible ? all : mean_where(below))};
  }

 private:
  std::vector<double> probabilities(double multiple) const {
    std::vector<double> all;
    all.reserve(log_stays_.size());
    for (const double log_stay : log_stays_) all.push_back(-std::expm1(multiple * log_stay));
    return all;
  }
  /// The expectation at the root of a function of the tails, which grows with the hazards.
  template <class F>
  double mean_where(F f) const {
    const auto at = [&](double log_multiple) {
      const BernoulliCount count(probabilities(std::exp(log_multiple)), 1e-40);
      return f(Tails<BernoulliCount>{count, mid_});
    };
    double low = 0, high = 0;
    const bool down = at(0) > 0;
    for (double step = 0.25; step < 600; step *= 2) {
      (down ? low : high) = down ? -step : step;
      if ((at(down ? low : high) > 0) != down) break;
      (down ? high : low) = down ? -step : step;
    }
    const double root = low == high ? low : root_between(at, low, high);
    double mean = 0;
    for (const double p : probabilities(std::exp(root))) mean += p;
    return mean;
  }

  double tail_;
  bool mid_;
  std::vector<double> log_stays_;  // of those that are neither certain nor impossible
  std::int64_t certain_ = 0;
};

}  // namespace fealty::coverage::detail
