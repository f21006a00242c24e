// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/transform_check.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace fealty::health::detail {

/// Checks everything that a scorecard says.
class ScorecardCheck {
 public:
  explicit ScorecardCheck(const ScorecardConfig& config) : c_(config) {
    check_head();
    check_bands();
    check_groups();
    check_measures();
    check_members();
    if (c_.combination == Combination::sum) check_sum();
    check_exceptions();
  }

 private:
  bool sums() const { return c_.combination == Combination::sum; }
  /// Of a mean the scale; what is added up may lie beyond it.
  PointRange range() const { return sums() ? PointRange{-2000, 2000} : scale(); }
  PointRange scale() const { return {c_.scale_lower, c_.scale_upper}; }
  static std::string path(const Measure& measure) { return "measures[" + measure.id + "]"; }

  void check_head() const {
    check_id("id", c_.id);
    check_name("version", c_.version);
    const std::string scale = fmt::format("[{}, {}]", c_.scale_lower, c_.scale_upper);
    if (!(c_.scale_lower >= -2000 && c_.scale_upper <= 2000))
      refuse_card("scale", scale, "is not within -2,000 to 2,000");
    if (!(c_.scale_lower < c_.scale_upper)) refuse_card("scale", scale, "does not ascend");
    if (!(c_.min_coverage >= 0 && c_.min_coverage <= 1))
      refuse_card("min_coverage", fmt::format("{}", c_.min_coverage), "is not from 0 to 1");
    if (c_.decimals < 0 || c_.decimals > 6)
      refuse_card("decimals", fmt::format("{}", c_.decimals), "is not from 0 to 6");
  }
  void check_bands() const {
    if (c_.bands.empty()) refuse_card("bands", "", "are empty; a scorecard needs at least one");
    std::unordered_set<std::string_view> names;
    double begin = c_.scale_lower;
    for (std::size_t i = 0; i < c_.bands.size(); ++i) {
      const Band& band = c_.bands[i];
      check_id(fmt::format("bands[{}].name", i), band.name);
      const std::string at = "bands[" + band.name + "]";
      if (band.name == "unknown") refuse_card(at, "", "is the name of what has no score");
      if (!names.insert(band.name).second) refuse_card(at, "", "stands there twice");
      check_step(at, begin, band.lower, band.upper);
      begin = band.upper;
    }
    const std::string last = "bands[" + c_.bands.back().name + "].upper";
    if (begin < c_.scale_upper)
      refuse_card(last, fmt::format("{}", begin), fmt::format("leaves a gap up to {}", c_.scale_upper));
    if (begin > c_.scale_upper)
      refuse_card(last, fmt::format("{}", begin), fmt::format("is above the scale's {}", c_.scale_upper));
  }

  static void check_count(const std::string& list, std::size_t count) {
    if (count > 1000) refuse_card("", fmt::format("{} {}", count, list), "are more than 1,000");
  }
  void check_groups() {
    check_count("groups", c_.groups.size());
    for (std::size_t i = 0; i < c_.groups.size(); ++i) {
      check_id(fmt::format("groups[{}].id", i), c_.groups[i].id);
      if (!groups_.emplace(c_.groups[i].id, i).second)
        refuse_card("groups[" + c_.groups[i].id + "]", "", "stands there twice");
    }
    for (const MeasureGroup& group : c_.groups) {
      const std::string at = "groups[" + group.id + "]";
      check_card_weight(at + ".weight", group.weight);
      if (!group.parent.empty() && !groups_.contains(group.parent))
        refuse_card(at + ".parent", group.parent, "is no group");
    }
    for (const MeasureGroup& group : c_.groups) {
      std::size_t steps = 0;
      for (std::string_view up = group.parent; !up.empty(); up = c_.groups[groups_.at(up)].parent)
        if (up == group.id || ++steps > c_.groups.size())
          refuse_card("groups[" + group.id + "].parent", group.parent, "is below the group itself");
    }
  }

  void check_measures() {
    check_count("measures", c_.measures.size());
    if (c_.measures.empty()) refuse_card("measures", "", "are empty; a scorecard needs at least one");
    const auto add = [&](const std::string& list, std::size_t i, const std::string& id) {
      check_id(fmt::format("{}[{}]", list, i) + (list == "measures" ? ".id" : ""), id);
      if (!known_.insert(id).second) refuse_card(list + "[" + id + "]", "", "stands there twice");
    };
    for (std::size_t i = 0; i < c_.measures.size(); ++i) add("measures", i, c_.measures[i].id);
    for (std::size_t i = 0; i < c_.inputs.size(); ++i) add("inputs", i, c_.inputs[i]);
    for (const Measure& measure : c_.measures) check_measure(measure);
  }
  void check_measure(const Measure& measure) const {
    const std::string at = path(measure);
    if (!measure.group.empty() && !groups_.contains(measure.group))
      refuse_card(at + ".group", measure.group, "is no group");
    check_card_weight(at + ".weight", measure.weight);
    const TransformCheck transform(measure, at, range(), scale());
    check_reference(measure, at + ".transform.ratio.of", measure.transform.of);
    check_reference(measure, at + ".transform.growth.baseline", measure.transform.baseline);
    check_polarity(measure, transform.direction());
    check_missing(measure);
    check_decay(measure);
  }
  void check_reference(const Measure& measure, const std::string& what, const std::string& other) const {
    if (other.empty()) return;
    if (other == measure.id) refuse_card(what, other, "is the measure itself");
    if (!known_.contains(other)) refuse_card(what, other, "is neither a measure nor one of the inputs");
  }
  /// Higher values of a healthier measure have to bring the score to its healthier end.
  void check_polarity(const Measure& measure, int direction) const {
    const TransformKind kind = measure.transform.kind;
    if (!measure.polarity) {
      if (kind == TransformKind::ratio || kind == TransformKind::percentile)
        refuse_card(path(measure) + ".polarity", "", fmt::format("is missing; {} needs one", name_of(kind)));
      return;
    }
    if (kind == TransformKind::percentile) return;  // it is what turns the share around
    const bool more_points = *measure.polarity == c_.polarity;
    const bool constant = direction == 0 && is_constant(measure.transform);
    if (constant || direction == (more_points ? 1 : -1)) return;
    refuse_card(path(measure) + ".polarity", name_of(*measure.polarity),
                direction == 0 ? "contradicts a transform that goes up and down"
                               : fmt::format("contradicts a transform that gives higher values {} points",
                                             direction > 0 ? "more" : "fewer"));
  }
  static bool is_constant(const Transform& transform) {
    return std::all_of(transform.points.begin(), transform.points.end(), [&](const TransformPoint& each) {
      return transform.factor == 0 || each.points == transform.points[0].points;
    });
  }
  void check_missing(const Measure& measure) const {
    const std::string at = path(measure);
    const bool carries = measure.missing == MissingPolicy::carry;
    if (carries && !measure.carry_days) refuse_card(at + ".carry_days", "", "is missing; carry needs it");
    if (!carries && measure.carry_days) refuse_card(at + ".carry_days", "", "is only of carry");
    check_day_count(at + ".carry_days", measure.carry_days, 1);
    check_day_count(at + ".validity_days", measure.validity_days, 0);
    if (carries && measure.validity_days && *measure.carry_days < *measure.validity_days)
      refuse_card(at + ".carry_days", fmt::format("{}", *measure.carry_days),
                  fmt::format("is less than validity_days, {}", *measure.validity_days));
    if (measure.neutral) range().check(at + ".neutral", *measure.neutral);
    if (measure.transform.missing_evidence && !carries && measure.missing != MissingPolicy::renormalize)
      refuse_card(at + ".missing", name_of(measure.missing), "contradicts the transform's missing");
  }
  void check_decay(const Measure& measure) const {
    const std::string at = path(measure);
    const bool halves = measure.decay == Decay::half_life;
    if (measure.decay == Decay::linear && measure.validity_days.value_or(0) == 0)
      refuse_card(at + ".validity_days", "", "is missing; linear decay needs it");
    if (halves && !measure.half_life_days)
      refuse_card(at + ".half_life_days", "", "is missing; half_life needs it");
    if (!halves && measure.half_life_days) refuse_card(at + ".half_life_days", "", "is only of half_life");
    if (halves && !(*measure.half_life_days > 0 && *measure.half_life_days <= 1e6))
      refuse_card(at + ".half_life_days", fmt::format("{}", *measure.half_life_days),
                  "is not above 0 and at most 1,000,000");
  }

  /// No group is empty. There are no cycles, so a group whose members are groups has measures below it.
  void check_members() const {
    std::unordered_set<std::string_view> filled;
    for (const Measure& measure : c_.measures) filled.insert(measure.group);
    for (const MeasureGroup& group : c_.groups) filled.insert(group.parent);
    for (const MeasureGroup& group : c_.groups)
      if (!filled.contains(group.id)) refuse_card("groups[" + group.id + "]", "", "is empty");
  }

  /// What is left out of a sum counts 0 points, which nobody has asked for.
  void check_sum() const {
    PointRange total{0, 0};
    for (const Measure& measure : c_.measures) {
      check_part_of_sum(measure);
      if (measure.transform.kind == TransformKind::ratio) continue;  // has no end; what it gives is cut off
      const PointRange reach = TransformCheck(measure, path(measure), range(), scale()).reach();
      const double weight = weight_in_sum(measure);
      total.lower += weight * std::min(reach.lower, measure.neutral.value_or(reach.lower));
      total.upper += weight * std::max(reach.upper, measure.neutral.value_or(reach.upper));
    }
    if (!(total.lower >= -2000 && total.upper <= 2000))
      refuse_card(
          "measures", "",
          fmt::format("add up to points from {} to {}, beyond -2,000 to 2,000", total.lower, total.upper));
  }
  double weight_in_sum(const Measure& measure) const {
    double weight = measure.weight;
    for (std::string_view up = measure.group; !up.empty(); up = c_.groups[groups_.at(up)].parent)
      weight *= c_.groups[groups_.at(up)].weight;
    return weight;
  }
  static void check_part_of_sum(const Measure& measure) {
    const bool said = measure.missing == MissingPolicy::neutral || measure.missing == MissingPolicy::fail ||
                      measure.transform.missing_evidence.has_value();
    if (!said)
      refuse_card(path(measure) + ".missing", name_of(measure.missing),
                  "has no meaning in a sum; neutral, fail or the transform's missing have one");
    const bool needs_neutral = measure.missing == MissingPolicy::neutral || measure.decay != Decay::none;
    if (needs_neutral && !measure.neutral)
      refuse_card(path(measure) + ".neutral", "", "is missing; a sum has no neutral points of its own");
  }

  void check_exceptions() const {
    for (std::size_t i = 0; i < c_.exceptions.size(); ++i) {
      const ScoreException& exception = c_.exceptions[i];
      check_id(fmt::format("exceptions[{}].when", i), exception.when);
      const std::string at = "exceptions[" + exception.when + "]";
      scale().check(at + "." + name_of(exception.effect), exception.points);
      check_day_count(at + ".expires_days", exception.expires_days, 1);
    }
  }

  const ScorecardConfig& c_;
  std::unordered_map<std::string_view, std::size_t> groups_;
  std::unordered_set<std::string_view> known_;
};

}  // namespace fealty::health::detail
