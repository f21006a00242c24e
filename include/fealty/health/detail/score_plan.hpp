// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/scorecard_config.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline constexpr double no_points = std::numeric_limits<double>::quiet_NaN();
inline constexpr double micro = 1e6;  // micro-points of a point
/// No measure is worth more points of a score than this, either way: its micro-points fit 32 bits.
inline constexpr double most_points = 2000;

/// y = first + the sum of slope x clamp(x - from, 0, width): linear between points, constant outside.
struct Piece {
  double from, width, slope;
};
struct Piecewise {
  double first = 0;
  std::vector<Piece> pieces;

  double operator()(double x) const {
    double y = first;
    for (const Piece& each : pieces) {
      const double above = x - each.from > 0 ? x - each.from : 0;
      y += each.slope * (above < each.width ? above : each.width);
    }
    return y;
  }
};
inline Piecewise make_piecewise(const std::vector<TransformPoint>& points) {
  Piecewise out{points.front().points, {}};
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double width = points[i].value - points[i - 1].value;
    out.pieces.push_back({points[i - 1].value, width, (points[i].points - points[i - 1].points) / width});
  }
  return out;
}

/// A measure as it is computed.
struct PlanMeasure {
  const Measure* measure;
  std::size_t at;       // its place in the card
  std::size_t node;     // its group
  double share = 0;     // of the score, when nothing is missing: points x share are points of the score
  double limit = 0;     // of its points, either way
  double neutral = 0;   // what it fades to
  double fill = 0;      // points in its place where it is missing; NaN: it is left out
  double usable = 0;    // up to which age
  Piecewise piecewise;  // of transforms that have one
  bool plain = false;   // the points are those of the piecewise at the value, within the limit
};

/// A group as it is computed; the first is the top.
struct PlanNode {
  std::size_t parent = 0, depth = 0;
  double weight = 1;
  double weights = 0;   // of its members
  double own = 0;       // of its measures
  double share = 1;     // of the score
  double unit = 1;      // of the score, of a member of weight 1
  bool filled = false;  // whether a measure counts where it was not observed
};

/// What the score of a card takes, worked out once.
class ScorePlan {
 public:
  explicit ScorePlan(const ScorecardConfig& card) : card_(card), nodes_(card.groups.size() + 1) {
    find_parents();
    for (std::size_t i = 0; i < card.measures.size(); ++i) {
      const Measure& each = card.measures[i];
      measures_.push_back({.measure = &each, .at = i, .node = node_of(each.group), .piecewise = {}});
      nodes_[measures_.back().node].weights += each.weight;
    }
    find_shares();
    for (PlanMeasure& each : measures_) prepare(each);
    deepest_first_.resize(nodes_.size());
    std::iota(deepest_first_.begin(), deepest_first_.end(), std::size_t{0});
    std::stable_sort(deepest_first_.begin(), deepest_first_.end(),
                     [&](std::size_t a, std::size_t b) { return nodes_[a].depth > nodes_[b].depth; });
    std::stable_sort(measures_.begin(), measures_.end(), [&](const PlanMeasure& a, const PlanMeasure& b) {
      return nodes_[a.node].depth > nodes_[b.node].depth ||
             (nodes_[a.node].depth == nodes_[b.node].depth && a.node < b.node);
    });
    for (const PlanMeasure& each : measures_) {
      nodes_[each.node].own += each.measure->weight;
      nodes_[each.node].filled = nodes_[each.node].filled || !std::isnan(each.fill);
      decays_ = decays_ || each.measure->decay != Decay::none;
    }
    for (const std::size_t node : deepest_first_) {
      nodes_[node].unit = part(node, 1);
      shares_ += nodes_[node].own * nodes_[node].unit;
    }
  }

  const ScorecardConfig& card() const { return card_; }
  bool sum() const { return card_.combination == Combination::sum; }
  /// Those of one group beside one another, deepest groups first.
  const std::vector<PlanMeasure>& measures() const { return measures_; }
  const std::vector<PlanNode>& nodes() const { return nodes_; }
  const std::vector<std::size_t>& deepest_first() const { return deepest_first_; }
  /// The sum of all shares, in the order in which those that are observed are added.
  double shares() const { return shares_; }
  bool decays() const { return decays_; }
  /// Means of points and exceptions are within the scale; sums need not be, nor is 0, where nothing is known.
  bool can_clamp() const { return sum() || card_.scale_lower > 0 || card_.scale_upper < 0; }

 private:
  std::size_t node_of(const std::string& group) const {
    for (std::size_t i = 0; i < card_.groups.size(); ++i)
      if (card_.groups[i].id == group) return i + 1;
    return 0;
  }
  void find_parents() {
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      nodes_[i].parent = node_of(card_.groups[i - 1].parent);
      nodes_[i].weight = card_.groups[i - 1].weight;
    }
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      nodes_[nodes_[i].parent].weights += nodes_[i].weight;
      for (std::size_t up = i; up != 0; up = nodes_[up].parent) ++nodes_[i].depth;
    }
  }
  double part(std::size_t node, double weight) const {
    return nodes_[node].share * (sum() ? weight : weight / nodes_[node].weights);
  }
  void find_shares() {
    std::vector<std::size_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return nodes_[a].depth < nodes_[b].depth; });
    for (const std::size_t node : order)
      if (node != 0) nodes_[node].share = part(nodes_[node].parent, nodes_[node].weight);
    for (PlanMeasure& each : measures_) each.share = part(each.node, each.measure->weight);
  }
  void prepare(PlanMeasure& out) const {
    const Measure& measure = *out.measure;
    const Transform& transform = measure.transform;
    out.limit = most_points / std::max(1.0, out.share);
    out.neutral = measure.neutral.value_or((card_.scale_lower + card_.scale_upper) / 2);
    const double bad =
        card_.polarity == Polarity::higher_is_healthier ? card_.scale_lower : card_.scale_upper;
    out.fill = measure.missing == MissingPolicy::neutral ? out.neutral
               : measure.missing == MissingPolicy::worst ? bad
                                                         : no_points;
    if (transform.kind == TransformKind::weight_of_evidence && transform.missing_evidence)
      out.fill = transform.offset + transform.factor * *transform.missing_evidence;
    if (!std::isnan(out.fill)) out.fill = std::clamp(out.fill, -out.limit, out.limit);
    out.usable = std::numeric_limits<double>::infinity();
    if (measure.validity_days) out.usable = *measure.validity_days;
    if (measure.missing == MissingPolicy::carry)
      out.usable = std::max(measure.validity_days ? out.usable : 0,
                            static_cast<double>(measure.carry_days.value_or(0)));
    const bool z_score = transform.kind == TransformKind::z_score;
    out.plain = z_score || transform.kind == TransformKind::piecewise;
    if (!out.plain && transform.kind != TransformKind::growth) return;
    std::vector<TransformPoint> points = transform.points;
    if (z_score)
      for (TransformPoint& each : points) each.value = transform.mean + transform.std_dev * each.value;
    for (TransformPoint& each : points) each.points = std::clamp(each.points, -out.limit, out.limit);
    out.piecewise = make_piecewise(points);
  }

  const ScorecardConfig& card_;
  std::vector<PlanMeasure> measures_;
  std::vector<PlanNode> nodes_;
  std::vector<std::size_t> deepest_first_;
  double shares_ = 0;
  bool decays_ = false;
};

}  // namespace fealty::health::detail
