// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/score_kernels.hpp>
#include <fealty/health/detail/score_plan.hpp>
#include <fealty/health/detail/score_points.hpp>
#include <fealty/health/measure_table.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// Where the scores of rows go; lines may be null.
struct ScoreOutput {
  double* score;
  double* coverage;
  double* oldest;
  std::uint32_t* band;
  std::int64_t* micro_points;
  std::vector<std::int32_t*> lines;  // of the measures, in the card's order
  std::int64_t* renormalization;
  std::int64_t* decay;
  std::int64_t* exception;
  std::int64_t* clamp;
  std::int64_t* rounding;
};

/// What a thread works in.
struct ScoreScratch {
  explicit ScoreScratch(std::size_t groups) : nodes(groups) {}
  using Block = std::array<double, block_rows>;

  BlockSums sums;
  std::vector<NodeSums> nodes;
  Block values, points, factor, changed, exception, oldest;
  std::array<std::int32_t, block_rows> line;
  std::array<std::int64_t, block_rows> renormalization, decay, exceptions, clamp, rounding;
};

/// Computes the scores of a card from a table of measures, block by block.
class ScoreEngine {
 public:
  /// \param strict  whether a missing measure may fail; if not, it is left out
  ScoreEngine(const ScorePlan& plan, const MeasureData& data, bool strict, SimdLevel level)
      : plan_(plan), data_(data), strict_(strict), level_(level) {
    for (const PlanMeasure& each : plan.measures()) bound_.push_back(bind(each));
    for (const ScoreException& each : plan.card().exceptions) flags_.push_back(data.find(each.when));
    const std::vector<Band>& bands = plan.card().bands;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) uppers_.push_back(bands[i].upper);
  }

  /// \param begin  of a block of at most block_rows rows
  void run(std::size_t begin, std::size_t rows, ScoreScratch& s, const ScoreOutput& out) const {
    clear(s, rows);
    for (const Bound& each : bound_) add(each, begin, rows, s, out);
    for (const std::size_t node : plan_.deepest_first()) close(node, rows, s);
    apply_exceptions(begin, rows, s);
    finish(begin, rows, s, out);
  }

  /// The points of the first row to which exceptions are applied.
  double before_exceptions() const {
    ScoreScratch s(plan_.nodes().size());
    ScoreOutput none{};
    clear(s, 1);
    for (const Bound& each : bound_) add(each, 0, 1, s, none);
    for (const std::size_t node : plan_.deepest_first()) close(node, 1, s);
    return plan_.decays() ? s.nodes[0].decayed[0] : s.nodes[0].points[0];
  }

  /// The points of a measure in a row, before they fade; NaN where it was not observed.
  double points_at(std::size_t i, std::size_t row) const {
    const Bound& each = bound_[i];
    if (!each.values || !(age_at(i, row) <= each.plan->usable)) return no_points;
    return each.points(each.values[row], each.other == nullptr ? no_points : each.other[row]);
  }
  double value_at(std::size_t i, std::size_t row) const {
    return bound_[i].values == nullptr ? no_points : bound_[i].values[row];
  }
  /// 0 where no ages are known.
  double age_at(std::size_t i, std::size_t row) const {
    return bound_[i].ages == nullptr ? 0 : bound_[i].ages[row];
  }
  bool has_ages(std::size_t i) const { return bound_[i].ages != nullptr; }
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
  struct Bound {
    const PlanMeasure* plan;
    const double* values;  // null where the table has none
    const double* ages;
    const double* other;  // a ratio's target, or a baseline
    PointsOf points;
  };

  const double* column(const std::string& measure) const {
    const MeasureSeries* found = data_.find(measure);
    return found == nullptr ? nullptr : found->values.values().data();
  }
  Bound bind(const PlanMeasure& plan) const {
    const Measure& measure = *plan.measure;
    const MeasureSeries* series = data_.find(measure.id);
    const std::string& other =
        measure.transform.of.empty() ? measure.transform.baseline : measure.transform.of;
    Bound out{&plan, nullptr, nullptr, other.empty() ? nullptr : column(other), {plan_.card(), plan}};
    if (measure.transform.baseline_days)
      if (const auto* found = data_.find(measure.id, *measure.transform.baseline_days))
        out.other = found->values.values().data();
    if (series == nullptr) return out;
    out.values = series->values.values().data();
    if (series->ages.present()) out.ages = series->ages.values().data();
    return out;
  }

  void clear(ScoreScratch& s, std::size_t rows) const {
    const auto zero = [&](auto& block) { std::fill_n(block.begin(), rows, 0.0); };
    zero(s.sums.observed);
    zero(s.sums.nominal);
    zero(s.sums.lines);
    zero(s.changed);
    zero(s.exception);
    std::fill_n(s.oldest.begin(), rows, -1.0);
    for (NodeSums& each : s.nodes) {
      zero(each.points);
      zero(each.weights);
      if (plan_.decays()) zero(each.decayed);
    }
  }
  /// The values that are still usable.
  const double* usable_values(const Bound& each, std::size_t begin, std::size_t rows, ScoreScratch& s) const {
    if (each.values == nullptr) {
      std::fill_n(s.values.begin(), rows, no_points);
      return s.values.data();
    }
    const double* const values = each.values + begin;
    if (each.ages == nullptr || std::isinf(each.plan->usable)) return values;
    const double* const ages = each.ages + begin;
    for (std::size_t i = 0; i < rows; ++i) s.values[i] = ages[i] <= each.plan->usable ? values[i] : no_points;
    return s.values.data();
  }
  /// Asks for the values of the next block: the processor does not guess that far ahead.
  FEALTY_KERNEL void fetch_ahead(const double* values, std::size_t begin) const {
    if (values == nullptr) return;
    const std::size_t end = std::min(begin + block_rows, data_.size());
    for (std::size_t i = begin; i < end; i += 8) __builtin_prefetch(values + i, 0, 2);
  }
  template <std::size_t pieces>
  static Pieces<pieces> some(const Piecewise& piecewise, std::size_t from) {
    Pieces<pieces> out{};
    std::copy_n(piecewise.pieces.begin() + static_cast<std::ptrdiff_t>(from), pieces, out.piece.begin());
    return out;
  }
  template <std::size_t pieces>
  void points_of(const Piecewise& piecewise, std::size_t from, const double* values, std::size_t rows,
                 double* points) const {
    PiecewisePoints<pieces> kernel{values,          rows,     some<pieces>(piecewise, from),
                                   piecewise.first, from > 0, points};
    dispatch(kernel, level_);
  }
  void plain_points(const Piecewise& piecewise, const double* values, std::size_t rows,
                    double* points) const {
    const std::size_t all = piecewise.pieces.size();
    std::size_t from = 0;
    for (; from + 3 <= all; from += 3) points_of<3>(piecewise, from, values, rows, points);
    for (; from < all; ++from) points_of<1>(piecewise, from, values, rows, points);
  }
  template <std::size_t pieces>
  void add_points(const Bound& each, const double* values, std::size_t begin, std::size_t rows,
                  ScoreScratch& s, const ScoreOutput& out) const {
    const PlanMeasure& plan = *each.plan;
    NodeSums& node = s.nodes[plan.node];
    const bool left_out = std::isnan(plan.fill);
    const double weight = plan.measure->weight;
    AddMeasure<pieces> kernel{values,
                              rows,
                              some<pieces>(plan.piecewise, 0),
                              plan.piecewise.first,
                              weight,
                              left_out ? 0 : plan.fill,
                              left_out ? 0 : weight,
                              plan.share,
                              node.points.data(),
                              node.weights.data(),
                              s.sums.observed.data(),
                              s.sums.nominal.data(),
                              s.sums.lines.data(),
                              out.lines.empty() ? s.line.data() : out.lines[plan.at] + begin};
    dispatch(kernel, level_);
  }
  void add(const Bound& each, std::size_t begin, std::size_t rows, ScoreScratch& s,
           const ScoreOutput& out) const {
    const PlanMeasure& plan = *each.plan;
    const double* const values = usable_values(each, begin, rows, s);
    fetch_ahead(each.values, begin + rows);
    const bool required = strict_ && plan.measure->missing == MissingPolicy::fail;
    const std::size_t pieces = plan.piecewise.pieces.size();
    if (plan.plain && pieces <= 3 && each.ages == nullptr && !required && !plan_.decays()) {
      if (pieces == 1) return add_points<1>(each, values, begin, rows, s, out);
      if (pieces == 2) return add_points<2>(each, values, begin, rows, s, out);
      return add_points<3>(each, values, begin, rows, s, out);
    }
    if (plan.plain) plain_points(plan.piecewise, values, rows, s.points.data());
    else
      for (std::size_t i = 0; i < rows; ++i)
        s.points[i] = each.points(values[i], each.other == nullptr ? no_points : each.other[begin + i]);
    if (required) require(plan, begin, rows, s);
    if (each.ages != nullptr)
      for (std::size_t i = 0; i < rows; ++i)
        if (!std::isnan(s.points[i])) s.oldest[i] = std::max(s.oldest[i], each.ages[begin + i]);
    add_points<0>(each, s.points.data(), begin, rows, s, out);
    if (plan_.decays()) add_decayed(each, begin, rows, s);
  }
  void add_decayed(const Bound& each, std::size_t begin, std::size_t rows, ScoreScratch& s) const {
    const Measure& measure = *each.plan->measure;
    for (std::size_t i = 0; i < rows; ++i)
      s.factor[i] = each.ages == nullptr ? 1 : decay_factor(measure, each.ages[begin + i]);
    AddDecayed kernel{s.points.data(),
                      s.factor.data(),
                      rows,
                      each.plan->neutral,
                      measure.weight,
                      std::isnan(each.plan->fill) ? 0 : each.plan->fill,
                      s.nodes[each.plan->node].decayed.data()};
    dispatch(kernel, level_);
  }
  [[noreturn]] static void refuse(const std::string& account, const std::string& measure) {
    throw InvalidInput(
        {.who = "score",
         .what = measure,
         .where = {},
         .value = "",
         .rule = fmt::format("is missing of account {}; the card says that it must not be", account)});
  }
  void require(const PlanMeasure& plan, std::size_t begin, std::size_t rows, const ScoreScratch& s) const {
    for (std::size_t i = 0; i < rows; ++i)
      if (std::isnan(s.points[i])) refuse(data_.account.text(begin + i), plan.measure->id);
  }

 public:
  /// What remains of the distance from neutral.
  static double decay_factor(const Measure& measure, double age) {
    if (measure.decay == Decay::linear) return std::max(0.0, 1 - age / *measure.validity_days);
    return measure.decay == Decay::half_life ? std::exp2(-age / *measure.half_life_days) : 1;
  }

 private:
  void close(std::size_t node, std::size_t rows, ScoreScratch& s) const {
    NodeSums& own = s.nodes[node];
    NodeSums& parent = s.nodes[plan_.nodes()[node].parent];
    const double weight = plan_.nodes()[node].weight;
    const auto close_one = [&](double* points, double* parent_points, double* parent_weights) {
      GroupPoints group{points, own.weights.data(), rows, plan_.sum()};
      dispatch(group, level_);
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
  void finish(std::size_t begin, std::size_t rows, ScoreScratch& s, const ScoreOutput& out) const {
    const ScorecardConfig& card = plan_.card();
    const NodeSums& top = s.nodes[0];
    const bool lines = !out.lines.empty();
    const auto place = [&](std::int64_t* column, auto& block) {
      return lines && column != nullptr ? column + begin : block.data();
    };
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
                         out.micro_points + begin,
                         place(out.renormalization, s.renormalization),
                         place(out.decay, s.decay),
                         place(out.clamp, s.clamp),
                         place(out.rounding, s.rounding)};
    dispatch(finished, level_);
    ShowBlock shown{out.micro_points + begin,
                    s.sums.observed.data(),
                    top.weights.data(),
                    rows,
                    plan_.shares(),
                    card.min_coverage - 1e-12,
                    uppers_.data(),
                    uppers_.size(),
                    card.band_rule == BandRule::upper_inclusive,
                    out.score + begin,
                    out.coverage + begin,
                    out.band + begin};
    dispatch(shown, level_);
    for (std::size_t i = 0; i < rows; ++i) out.oldest[begin + i] = s.oldest[i] < 0 ? no_points : s.oldest[i];
    if (lines && out.exception != nullptr)
      for (std::size_t i = 0; i < rows; ++i)
        out.exception[begin + i] = static_cast<std::int64_t>(s.exception[i]);
  }

  const ScorePlan& plan_;
  const MeasureData& data_;
  bool strict_;
  SimdLevel level_;
  std::vector<Bound> bound_;
  std::vector<const MeasureSeries*> flags_;
  std::vector<double> uppers_;
};

}  // namespace fealty::health::detail
