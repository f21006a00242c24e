// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/core/error.hpp>
#include <fealty/survival/detail/innermost_intervals.hpp>
#include <fealty/survival/detail/level_springs.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// The masses of innermost intervals at which the likelihood is largest. The iterative convex minorant finds
/// where there is none and goes up from anywhere; Newton's step on the others comes to the maximum.
class IntervalMasses {
 public:
  std::vector<double> mass;
  double log_likelihood = 0;
  std::int64_t iterations = 0;

  IntervalMasses(const InnermostIntervals& cells, double tolerance, std::int32_t max_iterations)
      : mass(cells.size()), spans_(cells.spans) {
    fealty::detail::DoubleSum total;
    for (const CellSpan& span : spans_) total.add(span.weight);
    total_ = total.value();
    start();
    while (!arrived(tolerance)) {
      if (++iterations > max_iterations)
        throw NotConverged({.who = "turnbull",
                            .what = "max_iterations",
                            .where = {},
                            .value = fmt::format("{}", max_iterations),
                            .rule = "steps do not reach the tolerance"});
      climb(minorant());
      update();
      climb(newton());
    }
    for (std::size_t k = 0; k < spans_.size(); ++k) log_likelihood += spans_[k].weight * std::log(chance_[k]);
  }

 private:
  std::size_t cells() const { return mass.size(); }

  /// Sums of masses over spans, free of cancellation.
  std::vector<double> sums(const std::vector<double>& masses) const {
    std::vector<fealty::detail::DoubleSum> upto(cells() + 1);
    for (std::size_t j = 0; j < cells(); ++j) {
      upto[j + 1] = upto[j];
      upto[j + 1].add(masses[j]);
    }
    std::vector<double> found;
    found.reserve(spans_.size());
    for (const CellSpan& span : spans_) {
      const auto &a = upto[span.first], &b = upto[std::size_t{span.last} + 1];
      found.push_back(span.first == span.last ? masses[span.first] : (b.high - a.high) + (b.low - a.low));
    }
    return found;
  }
  /// The chances of lives.
  void update() {
    fealty::detail::DoubleSum sum;
    for (const double each : mass) sum.add(each);
    for (double& each : mass) each /= sum.value();
    chance_ = sums(mass);
  }

  /// A product-limit curve in which an interval's ends are spread over it: where there are only exact ends it
  /// is the answer.
  void start() {
    std::vector<double> exact(cells()), seen(cells() + 1);
    std::vector<fealty::detail::DoubleSum> spread(cells() + 1);
    for (const CellSpan& span : spans_) {
      if (span.first == span.last) {
        exact[span.first] += span.weight;
      } else if (span.last + 1 == cells()) {
        seen[span.first] += span.weight;
      } else {
        const double share = span.weight / (span.last - span.first + 1);
        spread[span.first].add(share);
        spread[std::size_t{span.last} + 1].add(-share);
      }
    }
    fealty::detail::DoubleSum running;
    for (std::size_t j = 0; j < cells(); ++j) {
      running.add(spread[j]);
      exact[j] += std::max(0.0, running.value());
    }
    std::vector<double> at_risk(cells() + 1);
    for (std::size_t j = cells(); j-- > 0;) at_risk[j] = at_risk[j + 1] + exact[j] + seen[j + 1];
    double survival = 1;
    for (std::size_t j = 0; j < cells(); ++j) {
      const bool last = j + 1 == cells();
      mass[j] = last ? survival : survival * (exact[j] / at_risk[j]);
      survival *= at_risk[j + 1] + seen[j + 1] == 0 ? 0 : (at_risk[j] - exact[j]) / at_risk[j];
    }
    update();
  }

  /// Whether no mass would raise the likelihood, and those that there are agree.
  bool arrived(double tolerance) {
    update();
    std::vector<double> change(cells() + 1);
    for (std::size_t k = 0; k < spans_.size(); ++k) {
      change[spans_[k].first] += spans_[k].weight / chance_[k];
      change[std::size_t{spans_[k].last} + 1] -= spans_[k].weight / chance_[k];
    }
    double slope = 0;
    bool all = true;
    for (std::size_t j = 0; j < cells(); ++j) {
      slope += change[j];
      const double excess = slope / total_ - 1;
      all = all && excess <= tolerance && (mass[j] == 0 || excess >= -tolerance);
    }
    return all;
  }

  /// Newton's step of each level of survival by itself: levels that would cross become one.
  std::vector<double> minorant() const {
    const std::size_t levels = cells() - 1;
    std::vector<double> slope(levels), curvature(levels);
    for (std::size_t k = 0; k < spans_.size(); ++k) {
      const double by = spans_[k].weight / chance_[k], square = by / chance_[k];
      const std::size_t from = spans_[k].first, to = std::size_t{spans_[k].last} + 1;
      if (from > 0) slope[from - 1] += by, curvature[from - 1] += square;
      if (to <= levels) slope[to - 1] -= by, curvature[to - 1] += square;
    }
    double survival = 1;
    for (std::size_t j = 0; j < levels; ++j) {
      survival -= mass[j];
      slope[j] = survival + slope[j] / curvature[j];
    }
    return falling(slope, curvature);
  }
  /// The masses of the levels that fall and are closest to these.
  static std::vector<double> falling(const std::vector<double>& levels, const std::vector<double>& weights) {
    struct Block {
      double weight, value;
      std::size_t end;
    };
    std::vector<Block> blocks;
    for (std::size_t j = 0; j < levels.size(); ++j) {
      blocks.push_back({weights[j], levels[j], j + 1});
      while (blocks.size() > 1 && blocks[blocks.size() - 2].value <= blocks.back().value) {
        const Block last = blocks.back();
        blocks.pop_back();
        Block& block = blocks.back();
        block.value += (last.value - block.value) * (last.weight / (block.weight + last.weight));
        block.weight += last.weight;
        block.end = last.end;
      }
    }
    std::vector<double> masses(levels.size() + 1);
    double before = 1;
    std::size_t begin = 0;
    for (const Block& block : blocks) {
      const double value = std::clamp(block.value, 0.0, 1.0);
      masses[begin] = before - value;
      before = value;
      begin = block.end;
    }
    masses[begin] = before;
    return masses;
  }

  /// Newton's step of the intervals that have mass: those that would have less than none lose it, until none
  /// would.
  std::vector<double> newton() const {
    std::vector<double> target = mass;
    for (int rounds = 0; rounds < 100 && !pull(target, 1e-3); ++rounds) {
    }
    pull(target, 1e-10);
    return target;
  }
  /// Pulls masses to where the likelihood's parabola is largest.
  ///
  /// \param precision  of the moves, as a share of them
  /// \returns  whether none would become less than 0
  bool pull(std::vector<double>& target, double precision) const {
    std::vector<std::size_t> rank(cells() + 1);  // intervals with mass before each
    for (std::size_t j = 0; j < cells(); ++j) rank[j + 1] = rank[j] + (target[j] > 0 ? 1 : 0);
    LevelSprings springs(rank.back());
    std::vector<double> force(springs.size());
    const std::vector<double> sum = sums(target);
    for (std::size_t k = 0; k < spans_.size(); ++k) {
      const std::size_t from = rank[spans_[k].first], to = rank[std::size_t{spans_[k].last} + 1];
      if (from == to) continue;
      const double stiffness = spans_[k].weight / chance_[k] / chance_[k];
      springs.add(from, to, stiffness, stiffness * (2 * chance_[k] - sum[k]), force);
    }
    const std::vector<double> moves = springs.moves(std::move(force), precision);
    bool all = true;
    double before = 0, total = 0;
    for (std::size_t j = 0; j < cells(); ++j) {
      if (target[j] == 0) continue;
      const double next = rank[j] < moves.size() ? moves[rank[j]] : 0;
      target[j] += before - next;
      before = next;
      all = all && target[j] >= 0;
      target[j] = std::max(0.0, target[j]);
      total += target[j];
    }
    for (double& each : target) each /= total;
    return all;
  }

  /// Goes towards a target as far as the likelihood rises, less what a sum of masses other than 1 adds to it:
  /// rounding would otherwise hide the last steps.
  void climb(const std::vector<double>& target) {
    std::vector<double> change(cells());
    fealty::detail::DoubleSum more;
    for (std::size_t j = 0; j < cells(); ++j) more.add(change[j] = target[j] - mass[j]);
    const double excess = total_ * more.value();
    std::vector<double> share = sums(change);
    double slope = -excess;
    for (std::size_t k = 0; k < spans_.size(); ++k) {
      share[k] /= chance_[k];
      slope += spans_[k].weight * share[k];
    }
    if (!(slope > 0)) return;
    double step = 1;
    for (int halvings = 0; halvings < 60; ++halvings, step /= 2) {
      double rise = -step * excess;
      bool possible = true;
      for (std::size_t k = 0; k < spans_.size() && possible; ++k) {
        possible = step * share[k] > -1 + 1e-8;  // a chance of 0 looks like one that is left by rounding
        if (possible) rise += spans_[k].weight * std::log1p(step * share[k]);
      }
      if (!possible || rise < 1e-4 * step * slope) continue;
      for (std::size_t j = 0; j < cells(); ++j) mass[j] = step == 1 ? target[j] : mass[j] + step * change[j];
      return;
    }
  }

  const std::vector<CellSpan>& spans_;
  double total_ = 0;
  std::vector<double> chance_;  // of each span
};

}  // namespace fealty::survival::detail
