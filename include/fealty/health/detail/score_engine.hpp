// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/health/detail/finish_kernels.hpp>
#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/detail/measure_sums.hpp>
#include <fealty/health/detail/score_kernels.hpp>
#include <fealty/health/detail/score_plan.hpp>
#include <fealty/health/detail/score_scratch.hpp>
#include <fealty/health/detail/streams.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health::detail {

/// Computes the scores of a card from a table of measures, block by block.
class ScoreEngine {
 public:
  ScoreEngine(const ScorePlan& plan, const MeasureData& data, bool strict, SimdLevel level)
      : plan_(plan), level_(level), measures_(plan, data, strict, level) {
    for (const ScoreException& each : plan.card().exceptions) flags_.push_back(data.find(each.when));
    const std::vector<Band>& bands = plan.card().bands;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) uppers_.push_back(bands[i].upper);
  }
  const MeasureSums& measures() const { return measures_; }

  /// \param begin  of a block of at most block_rows rows
  void run(std::size_t begin, std::size_t rows, ScoreScratch& s, const ScoreOutput& out) const {
    sum_up(begin, rows, s, out);
    apply_exceptions(begin, rows, s);
    finish(begin, rows, s, out);
  }

  /// The points of the first row to which exceptions are applied.
  double before_exceptions() const {
    ScoreScratch s(plan_.nodes().size());
    ScoreOutput none{};
    sum_up(0, 1, s, none);
    return plan_.decays() ? s.nodes[0].decayed[0] : s.nodes[0].points[0];
  }

  /// The flag of an exception; null where the table has none.
  const MeasureSeries* flag(std::size_t exception) const { return flags_[exception]; }
  /// Whether an exception holds in a row.
  bool active(std::size_t exception, std::size_t row) const {
    const MeasureSeries* flag = flags_[exception];
    if (flag == nullptr || std::isnan(flag->values[row]) || flag->values[row] == 0) return false;
    const auto& expires = plan_.card().exceptions[exception].expires_days;
    return !expires || !flag->ages.present() || flag->ages[row] <= *expires;
  }
  static double after(const ScoreException& exception, double points) {
    switch (exception.effect) {
      case ExceptionEffect::cap:
        return std::min(points, exception.points);
      case ExceptionEffect::floor:
        return std::max(points, exception.points);
      case ExceptionEffect::set:
        return exception.points;
    }
    return points;
  }

 private:
  void sum_up(std::size_t begin, std::size_t rows, ScoreScratch& s, const ScoreOutput& out) const {
    measures_.add_all(begin, rows, s, out);
    for (const std::size_t node : plan_.deepest_first()) close(node, rows, s);
  }
  void close(std::size_t node, std::size_t rows, ScoreScratch& s) const {
    NodeSums& own = s.nodes[node];
    NodeSums& parent = s.nodes[plan_.nodes()[node].parent];
    const double weight = plan_.nodes()[node].weight;
    const auto close_one = [&](double* points, double* parent_points, double* parent_weights) {
      GroupMean group{points, own.weights.data(), rows};
      if (!plan_.sum()) dispatch(group, level_);
      if (node == 0) return;
      AddNode kernel{points, own.weights.data(), rows, weight, parent_points, parent_weights};
      dispatch(kernel, level_);
    };
    close_one(own.points.data(), parent.points.data(), parent.weights.data());
    if (plan_.decays()) close_one(own.decayed.data(), parent.decayed.data(), nullptr);
  }
  void apply_exceptions(std::size_t begin, std::size_t rows, ScoreScratch& s) const {
    const NodeSums& top = s.nodes[0];
    const auto& faded = plan_.decays() ? top.decayed : top.points;
    for (std::size_t e = 0; e < flags_.size(); ++e) {
      if (flags_[e] == nullptr) continue;
      for (std::size_t i = 0; i < rows; ++i) {
        if (!active(e, begin + i)) continue;
        const double points = faded[i] + s.changed[i];
        const double change = after(plan_.card().exceptions[e], points) - points;
        s.changed[i] += change;
        s.exception[i] += nearest(change * micro);
      }
    }
  }
  /// Results are made in the nearest cache, and put to where they go.
  void finish(std::size_t begin, std::size_t rows, ScoreScratch& s, const ScoreOutput& out) const {
    const ScorecardConfig& card = plan_.card();
    const NodeSums& top = s.nodes[0];
    FinishBlock finished{top.points.data(),
                         plan_.decays() ? top.decayed.data() : top.points.data(),
                         s.changed.data(),
                         s.exception.data(),
                         s.sums.nominal.data(),
                         s.sums.lines.data(),
                         rows,
                         card.scale_lower,
                         card.scale_upper,
                         std::pow(10.0, 6 - card.decimals),
                         !plan_.decays() && card.exceptions.empty() && !plan_.can_clamp(),
                         s.micro_points.data(),
                         s.renormalization.data(),
                         s.decay.data(),
                         s.exceptions.data(),
                         s.clamp.data(),
                         s.rounding.data()};
    dispatch(finished, level_);
    ShowBlock shown{s.micro_points.data(),
                    s.sums.observed.data(),
                    top.weights.data(),
                    s.oldest.data(),
                    rows,
                    plan_.shares(),
                    card.min_coverage - 1e-12,
                    uppers_.data(),
                    uppers_.size(),
                    card.band_rule == BandRule::upper_inclusive,
                    s.score.data(),
                    s.coverage.data(),
                    s.oldest_days.data(),
                    s.band.data()};
    dispatch(shown, level_);
    put(begin, rows, s, out);
  }
  static void put(std::size_t begin, std::size_t rows, const ScoreScratch& s, const ScoreOutput& out) {
    const auto put_to = [&](auto* column, const auto& block) {
      if (column != nullptr) put_block(block.data(), rows, column + begin, out.streamed);
    };
    put_to(out.score, s.score);
    put_to(out.coverage, s.coverage);
    put_to(out.oldest, s.oldest_days);
    put_to(out.band, s.band);
    put_to(out.micro_points, s.micro_points);
    put_to(out.renormalization, s.renormalization);
    put_to(out.decay, s.decay);
    put_to(out.exception, s.exceptions);
    put_to(out.clamp, s.clamp);
    put_to(out.rounding, s.rounding);
  }

  const ScorePlan& plan_;
  SimdLevel level_;
  MeasureSums measures_;
  std::vector<const MeasureSeries*> flags_;
  std::vector<double> uppers_;
};

}  // namespace fealty::health::detail
