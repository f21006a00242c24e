// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/card_rules.hpp>
#include <fealty/health/scorecard_config.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <string>
#include <utility>

namespace fealty::health::detail {

/// Where a kind's pairs stand in JSON.
inline std::string points_path(TransformKind kind) {
  const std::string name = "transform." + name_of(kind);
  if (kind == TransformKind::growth || kind == TransformKind::z_score) return name + ".points";
  return kind == TransformKind::weight_of_evidence ? name + ".bins" : name;
}

/// Only the fields that the transform's kind has; the others as they are by default.
inline Transform used_fields(const Transform& t) {
  Transform used{.kind = t.kind};
  switch (t.kind) {
    case TransformKind::bands:
    case TransformKind::piecewise:
      used.points = t.points;
      break;
    case TransformKind::ratio:
      used.target = t.target;
      used.target_points = t.target_points;
      used.of = t.of;
      break;
    case TransformKind::growth:
      used.points = t.points;
      used.baseline_days = t.baseline_days;
      used.baseline = t.baseline;
      break;
    case TransformKind::percentile:
      used.reference = t.reference;
      break;
    case TransformKind::z_score:
      used.points = t.points;
      used.mean = t.mean;
      used.std_dev = t.std_dev;
      break;
    case TransformKind::weight_of_evidence:
      used.points = t.points;
      used.factor = t.factor;
      used.offset = t.offset;
      used.missing_evidence = t.missing_evidence;
      break;
  }
  return used;
}

/// Checks how one measure becomes points.
class TransformCheck {
 public:
  /// \param path  of the measure, such as measures[csat]
  TransformCheck(const Measure& measure, std::string path, PointRange range, PointRange scale)
      : t_(measure.transform), path_(std::move(path)), at_(path_ + "." + points_path(t_.kind)), range_(range),
        scale_(scale) {
    if (has_pairs()) check_pairs();
    switch (t_.kind) {
      case TransformKind::bands:
      case TransformKind::piecewise:
        break;
      case TransformKind::ratio:
        check_ratio();
        break;
      case TransformKind::growth:
        check_growth();
        break;
      case TransformKind::percentile:
        check_reference();
        break;
      case TransformKind::z_score:
        check_z_score();
        break;
      case TransformKind::weight_of_evidence:
        check_evidence();
        break;
    }
    used_fields_only();
  }

  /// 1 where higher values have more points, -1 where they have fewer, 0 where it is neither or both.
  int direction() const {
    if (t_.kind == TransformKind::ratio) return t_.target_points > 0 ? 1 : -1;
    bool up = false, down = false;
    for (std::size_t i = 1; i < t_.points.size(); ++i) {
      up = up || worth(i) > worth(i - 1);
      down = down || worth(i) < worth(i - 1);
    }
    return up == down ? 0 : up ? 1 : -1;
  }
  /// The fewest and the most points that it can give, were they cut off at the ends of the scale.
  PointRange reach() const {
    if (!has_pairs()) return scale_;
    PointRange reach{worth(0), worth(0)};
    for (std::size_t i = 1; i < t_.points.size(); ++i) include(reach, worth(i));
    if (t_.missing_evidence) include(reach, t_.offset + t_.factor * *t_.missing_evidence);
    return reach;
  }

 private:
  static void include(PointRange& reach, double points) {
    reach.lower = std::min(reach.lower, points);
    reach.upper = std::max(reach.upper, points);
  }
  bool has_pairs() const { return t_.kind != TransformKind::ratio && t_.kind != TransformKind::percentile; }
  bool has_steps() const {
    return t_.kind == TransformKind::bands || t_.kind == TransformKind::weight_of_evidence;
  }
  double worth(std::size_t i) const {
    const double points = t_.points[i].points;
    return t_.kind == TransformKind::weight_of_evidence ? t_.offset + t_.factor * points : points;
  }

  void check_pairs() const {
    const std::size_t least = has_steps() ? 1 : 2;
    if (t_.points.size() < least)
      refuse_card(at_, fmt::format("{} points", t_.points.size()), fmt::format("are fewer than {}", least));
    for (std::size_t i = 0; i < t_.points.size(); ++i) {
      const TransformPoint& point = t_.points[i];
      const std::string pair = fmt::format("{}[{}]", at_, i);
      if (has_steps()) {
        const double unbounded = std::numeric_limits<double>::quiet_NaN();
        check_step(pair, i == 0 ? unbounded : t_.points[i - 1].value, point.lower, point.value);
      } else {
        check_value(pair + ".value", point.value);
        if (point.lower) refuse_card(pair + ".lower", "", "is only of steps");
        if (i > 0) check_width(pair, t_.points[i - 1].value, point.value);
      }
      if (t_.kind != TransformKind::weight_of_evidence) range_.check(pair + ".points", point.points);
    }
  }
  /// So wide that the slope between the two is a number.
  static void check_width(const std::string& pair, double from, double to) {
    if (to <= from) refuse_card(pair + ".value", fmt::format("{}", to), fmt::format("is not above {}", from));
    if (to - from < 1e-12)
      refuse_card(pair + ".value", fmt::format("{}", to), fmt::format("is less than 1e-12 above {}", from));
  }
  void check_ratio() const {
    if (t_.target.has_value() != t_.of.empty())
      refuse_card(at_, "", t_.target ? "has both a target and of" : "needs a target or of");
    if (t_.target) {
      check_value(at_ + ".target", *t_.target);
      if (*t_.target <= 0) refuse_card(at_ + ".target", fmt::format("{}", *t_.target), "is not above 0");
    }
    range_.check(at_ + ".points", t_.target_points);
    if (t_.target_points == 0) refuse_card(at_ + ".points", "0", "makes every value worth nothing");
  }
  void check_growth() const {
    const std::string growth = path_ + ".transform.growth";
    if (t_.baseline_days.has_value() != t_.baseline.empty())
      refuse_card(
          growth, "",
          t_.baseline_days ? "has both baseline_days and a baseline" : "needs baseline_days or a baseline");
    if (t_.baseline_days && *t_.baseline_days < 1)
      refuse_card(growth + ".baseline_days", fmt::format("{}", *t_.baseline_days), "is less than 1");
  }
  void check_reference() const {
    if (t_.reference.empty()) refuse_card(at_ + ".reference", "", "is empty");
    for (std::size_t i = 0; i < t_.reference.size(); ++i)
      check_value(fmt::format("{}.reference[{}]", at_, i), t_.reference[i]);
  }
  void check_z_score() const {
    const std::string z_score = path_ + ".transform.z_score";
    check_value(z_score + ".mean", t_.mean);
    check_value(z_score + ".std_dev", t_.std_dev);
    if (t_.std_dev <= 0) refuse_card(z_score + ".std_dev", fmt::format("{}", t_.std_dev), "is not above 0");
  }
  void check_evidence() const {
    const std::string evidence = path_ + ".transform.weight_of_evidence";
    check_value(evidence + ".factor", t_.factor);
    check_value(evidence + ".offset", t_.offset);
    for (std::size_t i = 0; i < t_.points.size(); ++i)
      range_.check(fmt::format("{}[{}]: offset + factor * woe", at_, i), worth(i));
    if (t_.missing_evidence)
      range_.check(evidence + ".missing: offset + factor * woe",
                   t_.offset + t_.factor * *t_.missing_evidence);
  }
  void used_fields_only() const {
    if (!(used_fields(t_) == t_))
      refuse_card(path_ + ".transform", "",
                  fmt::format("sets a field that {} does not have", name_of(t_.kind)));
  }

  const Transform& t_;
  std::string path_, at_;
  PointRange range_, scale_;
};

}  // namespace fealty::health::detail
