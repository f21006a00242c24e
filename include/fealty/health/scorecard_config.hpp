// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/polarity.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::health {

/// To which band a score belongs that lies on the border of two; the same for the steps of a transform.
enum class BandRule {
  upper_inclusive,  ///< to the lower one: 50 is red where red ends at 50
  upper_exclusive   ///< to the upper one; the end of the scale belongs to the last band
};
constexpr auto enum_names(BandRule) {
  return std::array<std::string_view, 2>{"upper_inclusive", "upper_exclusive"};
}

/// How a measure's value becomes points.
enum class TransformKind {
  bands,              ///< steps: the points of the step in which the value lies
  piecewise,          ///< linear between the given points, constant outside them
  ratio,              ///< value over a target, times the points that the target is worth
  growth,             ///< value over a baseline, minus 1, then piecewise
  percentile,         ///< share of a stored reference that lies below, half of ties, over the scale
  z_score,            ///< (value - mean) over std_dev, then piecewise
  weight_of_evidence  ///< offset + factor times the weight of evidence of the value's bin
};
constexpr auto enum_names(TransformKind) {
  return std::array<std::string_view, 7>{"bands",   "piecewise",         "ratio", "growth", "percentile",
                                         "z_score", "weight_of_evidence"};
}

/// What stands in the place of a measure that was not observed, or no longer holds.
enum class MissingPolicy {
  renormalize,  ///< nothing: the other members of its group count for it
  neutral,      ///< the measure's neutral points
  worst,        ///< the points at the bad end of the scale
  carry,        ///< its last value, up to carry_days old; then as renormalize
  fail          ///< an error that names the account and the measure
};
constexpr auto enum_names(MissingPolicy) {
  return std::array<std::string_view, 5>{"renormalize", "neutral", "worst", "carry", "fail"};
}

/// How a measure's points fade as its value ages.
enum class Decay {
  none,      ///< not at all, until the value no longer holds
  linear,    ///< 1 - age / validity_days of the distance from neutral remains
  half_life  ///< 2^(-age / half_life_days) of the distance from neutral remains
};
constexpr auto enum_names(Decay) { return std::array<std::string_view, 3>{"none", "linear", "half_life"}; }

/// What an exception does to a score.
enum class ExceptionEffect {
  cap,    ///< at most its points
  floor,  ///< at least its points
  set     ///< its points
};
constexpr auto enum_names(ExceptionEffect) { return std::array<std::string_view, 3>{"cap", "floor", "set"}; }

/// How points become a score.
enum class Combination {
  weighted_mean,  ///< of the members of each group, then of the groups
  sum             ///< of weight times points, not divided by the weights: a points scorecard
};
constexpr auto enum_names(Combination) { return std::array<std::string_view, 2>{"weighted_mean", "sum"}; }

/// A named part of the scale.
struct Band {
  std::string name = {};             ///< such as red
  double upper = 0;                  ///< where it ends; the last one's is the end of the scale
  std::optional<double> lower = {};  ///< where it begins; where the one before ends by default

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("name", self.name);
    f("upper", self.upper);
    f("lower", self.lower);
  }
  bool operator==(const Band&) const = default;
};

/// One pair of a transform.
struct TransformPoint {
  double value = 0;                  ///< a value; of steps and bins their upper end
  double points = 0;                 ///< what it is worth; of a bin its weight of evidence
  std::optional<double> lower = {};  ///< where a step begins; where the one before ends by default

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("value", self.value);
    f("points", self.points);
    f("lower", self.lower);
  }
  bool operator==(const TransformPoint&) const = default;
};

/// From a measure's value to points. Each kind has its own fields; the others stay as they are.
struct Transform {
  TransformKind kind = TransformKind::piecewise;   ///< which
  std::vector<TransformPoint> points = {};         ///< of all but ratio and percentile, ascending
  std::optional<double> target = {};               ///< ratio: the value that is worth target_points, > 0
  double target_points = 100;                      ///< ratio: what the target is worth
  std::string of = {};                             ///< ratio: the measure that is the target
  std::optional<std::int32_t> baseline_days = {};  ///< growth: the same measure, so many days before
  std::string baseline = {};                       ///< growth: the measure that is the baseline
  std::vector<double> reference = {};              ///< percentile: the stored values
  double mean = 0;                                 ///< z_score
  double std_dev = 1;                              ///< z_score, > 0
  double factor = 1;                               ///< weight_of_evidence
  double offset = 0;                               ///< weight_of_evidence
  std::optional<double> missing_evidence = {};     ///< weight_of_evidence of a value that is missing

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("kind", self.kind);
    f("points", self.points);
    f("target", self.target);
    f("target_points", self.target_points);
    f("of", self.of);
    f("baseline_days", self.baseline_days);
    f("baseline", self.baseline);
    f("reference", self.reference);
    f("mean", self.mean);
    f("std_dev", self.std_dev);
    f("factor", self.factor);
    f("offset", self.offset);
    f("missing_evidence", self.missing_evidence);
  }
  bool operator==(const Transform&) const = default;
};

/// A measure of a scorecard: one line of its explanation.
struct Measure {
  std::string id = {};                                 ///< as in Observations
  std::string group = {};                              ///< the group it belongs to; none: the top
  double weight = 1;                                   ///< relative to the members of its group, > 0
  std::optional<Polarity> polarity = {};               ///< which way the value points
  Transform transform = {};                            ///< from value to points
  MissingPolicy missing = MissingPolicy::renormalize;  ///< what stands in its place
  std::optional<std::int32_t> carry_days = {};         ///< of carry: how old a value may be
  std::optional<double> neutral = {};                  ///< points that say nothing; the scale's middle
  Decay decay = Decay::none;                           ///< how it ages, toward neutral
  std::optional<double> half_life_days = {};           ///< of half_life, > 0
  std::optional<std::int32_t> validity_days = {};      ///< how long a value holds; none: for ever
  bool relationship = false;                           ///< whether it tells of people: sponsor, survey, visit

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("id", self.id);
    f("group", self.group);
    f("weight", self.weight);
    f("polarity", self.polarity);
    f("transform", self.transform);
    f("missing", self.missing);
    f("carry_days", self.carry_days);
    f("neutral", self.neutral);
    f("decay", self.decay);
    f("half_life_days", self.half_life_days);
    f("validity_days", self.validity_days);
    f("relationship", self.relationship);
  }
  bool operator==(const Measure&) const = default;
};

/// Measures, or groups, that count together.
struct MeasureGroup {
  std::string id = {};      ///< its name
  double weight = 1;        ///< relative to the other members of its parent, > 0
  std::string parent = {};  ///< the group it belongs to; none: the top

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("id", self.id);
    f("weight", self.weight);
    f("parent", self.parent);
  }
  bool operator==(const MeasureGroup&) const = default;
};

/// A rule beside the measures: while a flag is up, the score is capped, lifted or set.
struct ScoreException {
  std::string when = {};                          ///< the flag: a measure of Observations that is not 0
  ExceptionEffect effect = ExceptionEffect::cap;  ///< what it does
  double points = 0;                              ///< to which score
  std::optional<std::int32_t> expires_days = {};  ///< after the flag's date; none: while the flag is up
  bool reason_required = false;                   ///< whether a flag without a reason is a finding

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("when", self.when);
    f("effect", self.effect);
    f("points", self.points);
    f("expires_days", self.expires_days);
    f("reason_required", self.reason_required);
  }
  bool operator==(const ScoreException&) const = default;
};

/// Everything that a scorecard says, as plain data: Scorecard checks it.
struct ScorecardConfig {
  std::string id = {};                                   ///< its name
  std::string version = {};                              ///< which state of it: a day, a number
  Polarity polarity = Polarity::higher_is_healthier;     ///< which way the score points
  double scale_lower = 0;                                ///< the scale's beginning, -2,000 or more
  double scale_upper = 100;                              ///< the scale's end, 2,000 at most
  std::vector<Band> bands = {};                          ///< the scale's parts, ascending
  BandRule band_rule = BandRule::upper_inclusive;        ///< to which of two a border belongs
  double min_coverage = 0.5;                             ///< less observed weight is no score, 0 to 1
  Combination combination = Combination::weighted_mean;  ///< how points become a score
  std::int32_t decimals = 2;                             ///< shown, rounded half to even, 0 to 6
  std::vector<std::string> inputs = {};         ///< measures that ratio and growth refer to, not scored
  std::vector<MeasureGroup> groups = {};        ///< none: all measures are at the top
  std::vector<Measure> measures = {};           ///< at least one
  std::vector<ScoreException> exceptions = {};  ///< applied in this order

  template <class Self, class F>
  static void each_field(Self& self, F&& f) {
    f("id", self.id);
    f("version", self.version);
    f("polarity", self.polarity);
    f("scale_lower", self.scale_lower);
    f("scale_upper", self.scale_upper);
    f("bands", self.bands);
    f("band_rule", self.band_rule);
    f("min_coverage", self.min_coverage);
    f("combination", self.combination);
    f("decimals", self.decimals);
    f("inputs", self.inputs);
    f("groups", self.groups);
    f("measures", self.measures);
    f("exceptions", self.exceptions);
  }
  bool operator==(const ScorecardConfig&) const = default;
};

}  // namespace fealty::health
