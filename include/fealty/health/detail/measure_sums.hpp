// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/detail/score_kernels.hpp>
#include <fealty/health/detail/score_plan.hpp>
#include <fealty/health/detail/score_points.hpp>
#include <fealty/health/detail/score_scratch.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace fealty::health::detail {

/// Sums up the measures of a table, block by block.
class MeasureSums {
 public:
  /// \param strict  whether a missing measure may fail; if not, it is left out
  MeasureSums(const ScorePlan& plan, const MeasureData& data, bool strict, SimdLevel level)
      : plan_(plan), data_(data), strict_(strict), level_(level) {
    for (const PlanMeasure& each : plan.measures()) bound_.push_back(bind(each));
  }

  /// The points of a measure in a row, before they fade; NaN where it was not observed.
  double points_at(std::size_t i, std::size_t row) const {
    const Bound& each = bound_[i];
    if (!each.values || !(age_at(i, row) <= each.plan->usable)) return no_points;
    return each.points(each.values[row], each.other == nullptr ? no_points : each.other[row]);
  }
  /// 0 where no ages are known.
  double age_at(std::size_t i, std::size_t row) const {
    return bound_[i].ages == nullptr ? 0 : bound_[i].ages[row];
  }
  /// Adds all measures of a block to the sums of their groups, and these to those of all.
  void add_all(std::size_t begin, std::size_t rows, ScoreScratch& s, const ScoreOutput& out) const {
    clear(s, rows);
    for (std::size_t i = 0; i < bound_.size();) i += add_some(i, begin, rows, s, out);
    for (const std::size_t node : plan_.deepest_first()) {
      const NodeSums& own = s.nodes[node];
      GatherNode kernel{own.points.data(),
                        plan_.nodes()[node].filled ? own.observed.data() : own.weights.data(),
                        rows,
                        plan_.nodes()[node].unit,
                        s.sums.nominal.data(),
                        s.sums.observed.data()};
      dispatch(kernel, level_);
    }
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
      zero(each.observed);
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
  BlockMeasure<pieces> block_measure(const Bound& each, const double* values, std::size_t begin,
                                     ScoreScratch& s, const ScoreOutput& out) const {
    const PlanMeasure& plan = *each.plan;
    const bool left_out = std::isnan(plan.fill);
    const double weight = plan.measure->weight;
    return {values,
            some<pieces>(plan.piecewise, 0),
            plan.piecewise.first,
            weight,
            left_out ? 0 : plan.fill,
            left_out ? 0 : weight,
            plan.share * micro,
            out.lines.empty() ? s.line[plan.at % 2].data() : out.lines[plan.at] + begin};
  }
  template <std::size_t pieces, std::size_t measures>
  void add_measures(const std::array<BlockMeasure<pieces>, measures>& measure, std::size_t at,
                    std::size_t rows, ScoreScratch& s) const {
    NodeSums& node = s.nodes[at];
    const auto add = [&]<bool filled>(std::bool_constant<filled>) {
      AddMeasures<pieces, measures, filled> kernel{
          measure, rows, node.points.data(), node.weights.data(), node.observed.data(), s.sums.lines.data()};
      dispatch(kernel, level_);
    };
    if (plan_.nodes()[at].filled) add(std::true_type());
    else add(std::false_type());
  }
  /// Whether a measure's points need not be seen on the way.
  bool is_quick(const Bound& each) const {
    const bool required = strict_ && each.plan->measure->missing == MissingPolicy::fail;
    return each.plan->plain && each.plan->piecewise.pieces.size() <= 3 && each.values != nullptr &&
           each.ages == nullptr && !required && !plan_.decays();
  }
  template <std::size_t pieces>
  void add_quick(const Bound& one, const Bound* two, std::size_t begin, std::size_t rows, ScoreScratch& s,
                 const ScoreOutput& out) const {
    const auto measure = [&](const Bound& each) {
      fetch_ahead(each.values, begin + rows);
      return block_measure<pieces>(each, each.values + begin, begin, s, out);
    };
    if (two == nullptr) return add_measures<pieces, 1>({measure(one)}, one.plan->node, rows, s);
    add_measures<pieces, 2>({measure(one), measure(*two)}, one.plan->node, rows, s);
  }
  /// Adds the measures from the i-th on: two at once where they are alike.
  ///
  /// \returns  how many
  std::size_t add_some(std::size_t i, std::size_t begin, std::size_t rows, ScoreScratch& s,
                       const ScoreOutput& out) const {
    const Bound& one = bound_[i];
    if (!is_quick(one)) {
      add(one, begin, rows, s, out);
      return 1;
    }
    const std::size_t pieces = one.plan->piecewise.pieces.size();
    const bool pair = i + 1 < bound_.size() && is_quick(bound_[i + 1]) &&
                      bound_[i + 1].plan->node == one.plan->node &&
                      bound_[i + 1].plan->piecewise.pieces.size() == pieces;
    const Bound* const two = pair ? &bound_[i + 1] : nullptr;
    if (pieces == 1) add_quick<1>(one, two, begin, rows, s, out);
    else if (pieces == 2) add_quick<2>(one, two, begin, rows, s, out);
    else add_quick<3>(one, two, begin, rows, s, out);
    return pair ? 2 : 1;
  }
  void add(const Bound& each, std::size_t begin, std::size_t rows, ScoreScratch& s,
           const ScoreOutput& out) const {
    const PlanMeasure& plan = *each.plan;
    const double* const values = usable_values(each, begin, rows, s);
    if (plan.plain) plain_points(plan.piecewise, values, rows, s.points.data());
    else
      for (std::size_t i = 0; i < rows; ++i)
        s.points[i] = each.points(values[i], each.other == nullptr ? no_points : each.other[begin + i]);
    if (strict_ && plan.measure->missing == MissingPolicy::fail) require(plan, begin, rows, s);
    if (each.ages != nullptr)
      for (std::size_t i = 0; i < rows; ++i)
        if (!std::isnan(s.points[i])) s.oldest[i] = std::max(s.oldest[i], each.ages[begin + i]);
    add_measures<0, 1>({block_measure<0>(each, s.points.data(), begin, s, out)}, plan.node, rows, s);
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
    constexpr const char* rule = "is missing of account {}; the card says that it must not be";
    throw InvalidInput({"score", measure, {}, "", fmt::format(rule, account)});
  }
  void require(const PlanMeasure& plan, std::size_t begin, std::size_t rows, const ScoreScratch& s) const {
    for (std::size_t i = 0; i < rows; ++i)
      if (std::isnan(s.points[i])) refuse(data_.account.text(begin + i), plan.measure->id);
  }

  const ScorePlan& plan_;
  const MeasureData& data_;
  bool strict_;
  SimdLevel level_;
  std::vector<Bound> bound_;
};

}  // namespace fealty::health::detail
