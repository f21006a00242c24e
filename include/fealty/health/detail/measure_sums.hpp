// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/bound_measure.hpp>
#include <fealty/health/detail/measure_data.hpp>
#include <fealty/health/detail/measure_tiles.hpp>
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
#include <vector>

namespace fealty::health::detail {

/// Sums up the measures of a table, block by block.
class MeasureSums {
 public:
  /// \param strict  whether a missing measure may fail; if not, it is left out
  MeasureSums(const ScorePlan& plan, const MeasureData& data, bool strict, SimdLevel level)
      : plan_(plan), data_(data), strict_(strict), level_(level) {
    for (const PlanMeasure& each : plan.measures()) {
      bound_.push_back(bind(plan, each, data));
      quick_.push_back(quick(bound_.back()));
      aged_ = aged_ || bound_.back().ages != nullptr;
    }
  }

  /// The points of a measure in a row, before they fade; NaN where it was not observed.
  double points_at(std::size_t i, std::size_t row) const {
    const BoundMeasure& each = bound_[i];
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
    for (std::size_t i = 0; i < bound_.size();) {
      const std::size_t tiles = rows % tile_rows == 0 ? quick_from(i) : 0;
      if (tiles > 0) {
        add_tiles(i, tiles, begin, rows, s, out);
        i += tiles;
        continue;
      }
      if (i == 0) std::fill_n(s.sums.lines.begin(), rows, 0.0);
      if (first_of_group(i)) clear_sums(s.nodes[bound_[i].plan->node], rows);
      add(i++, begin, rows, s, out);
    }
    for (const std::size_t node : plan_.deepest_first()) {
      const NodeSums& own = s.nodes[node];
      GatherNode kernel{own.points.data(),
                        plan_.nodes()[node].filled ? own.observed.data() : own.weights.data(),
                        rows,
                        plan_.nodes()[node].unit,
                        node == plan_.deepest_first().front(),
                        s.sums.nominal.data(),
                        s.sums.observed.data()};
      dispatch(kernel, level_);
    }
  }

 private:
  /// What nothing changes stays as it was made, and who is the first to add does not read what was there.
  void clear(ScoreScratch& s, std::size_t rows) const {
    const auto fill = [&](auto& block, double value) { std::fill_n(block.begin(), rows, value); };
    if (!plan_.card().exceptions.empty()) {
      fill(s.changed, 0);
      fill(s.exception, 0);
    }
    if (aged_) fill(s.oldest, no_age);
    for (std::size_t i = 0; i < s.nodes.size(); ++i) {
      if (plan_.nodes()[i].own == 0) clear_sums(s.nodes[i], rows);
      if (plan_.decays()) fill(s.nodes[i].decayed, 0);
    }
  }
  static void clear_sums(NodeSums& sums, std::size_t rows) {
    std::fill_n(sums.points.begin(), rows, 0.0);
    std::fill_n(sums.weights.begin(), rows, 0.0);
    std::fill_n(sums.observed.begin(), rows, 0.0);
  }
  /// The values that are still usable.
  const double* usable_values(const BoundMeasure& each, std::size_t begin, std::size_t rows,
                              ScoreScratch& s) const {
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
  static QuickMeasure quick(const BoundMeasure& each) {
    const PlanMeasure& plan = *each.plan;
    const bool left_out = std::isnan(plan.fill);
    const double weight = plan.measure->weight;
    return {each.values, plan.piecewise.pieces.data(), plan.piecewise.pieces.size(), plan.piecewise.first,
            weight,      left_out ? 0 : plan.fill,     left_out ? 0 : weight,        plan.share * micro,
            plan.at};
  }
  /// How many measures of one group, from the i-th on, need not have their points seen on the way.
  std::size_t quick_from(std::size_t i) const {
    const auto is_quick = [&](const BoundMeasure& each) {
      const bool required = strict_ && each.plan->measure->missing == MissingPolicy::fail;
      return each.plan->plain && each.values != nullptr && each.ages == nullptr && !required &&
             !plan_.decays();
    };
    std::size_t end = i;
    while (end < bound_.size() && end < i + tile_measures && bound_[end].plan->node == bound_[i].plan->node &&
           is_quick(bound_[end]))
      ++end;
    return end - i;
  }
  bool first_of_group(std::size_t i) const {
    return i == 0 || bound_[i].plan->node != bound_[i - 1].plan->node;
  }
  void add_tiles(std::size_t i, std::size_t measures, std::size_t begin, std::size_t rows, ScoreScratch& s,
                 const ScoreOutput& out) const {
    const std::size_t node = bound_[i].plan->node;
    NodeSums& sums = s.nodes[node];
    const MeasureTiles tiles{&quick_[i],
                             measures,
                             begin,
                             rows,
                             std::min(rows, data_.size() - begin - rows),
                             out.lines.empty() ? nullptr : out.lines.data(),
                             out.streamed,
                             first_of_group(i),
                             i == 0,
                             sums.points.data(),
                             sums.weights.data(),
                             sums.observed.data(),
                             s.sums.lines.data()};
    if (plan_.nodes()[node].filled)
      dispatch_lanes([&](auto lanes) { return AddTiles<lanes(), true>(tiles); }, level_);
    else dispatch_lanes([&](auto lanes) { return AddTiles<lanes(), false>(tiles); }, level_);
  }
  template <bool filled>
  void add_points(const QuickMeasure& measure, std::size_t node, std::size_t begin, std::size_t rows,
                  ScoreScratch& s, const ScoreOutput& out) const {
    NodeSums& sums = s.nodes[node];
    AddPoints<filled> kernel{s.points.data(),
                             rows,
                             measure.weight,
                             measure.fill,
                             measure.fill_weight,
                             measure.in_micro,
                             sums.points.data(),
                             sums.weights.data(),
                             sums.observed.data(),
                             s.sums.lines.data(),
                             out.lines.empty() ? s.line.data() : out.lines[measure.at] + begin};
    dispatch(kernel, level_);
  }
  void add(std::size_t at, std::size_t begin, std::size_t rows, ScoreScratch& s,
           const ScoreOutput& out) const {
    const BoundMeasure& each = bound_[at];
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
    if (plan_.nodes()[plan.node].filled) add_points<true>(quick_[at], plan.node, begin, rows, s, out);
    else add_points<false>(quick_[at], plan.node, begin, rows, s, out);
    if (plan_.decays()) add_decayed(each, begin, rows, s);
  }
  void add_decayed(const BoundMeasure& each, std::size_t begin, std::size_t rows, ScoreScratch& s) const {
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
  std::vector<BoundMeasure> bound_;
  std::vector<QuickMeasure> quick_;  // how they count
  bool aged_ = false;                // whether the age of any is known
};

}  // namespace fealty::health::detail
