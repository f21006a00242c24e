// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/card_parts.hpp>
#include <fealty/health/scorecard_config.hpp>

#include <string>

namespace fealty::health::detail {

/// Reads {"bands": ...}, {"piecewise": ...} and the other transforms.
class TransformReader : protected CardParts {
 protected:
  TransformReader() : CardParts("Scorecard", "a scorecard") {}

  void read_transform(const Json& json, const std::string& at, Transform& transform) const {
    const auto names = enum_names(TransformKind{});
    keys(json, at, {names.begin(), names.end()});
    if (json.size() != 1) refuse(at, json.dump(), fmt::format("needs one of {}", fmt::join(names, ", ")));
    const std::string name = json.begin().key();
    reader_.take(Json(name), at, transform.kind);
    const Json& body = json[name];
    const std::string body_at = at + "." + name;
    switch (transform.kind) {
      case TransformKind::bands:
        return read_pairs(body, body_at, {"upper", "points", true}, transform);
      case TransformKind::piecewise:
        return read_pairs(body, body_at, {"value", "points", false}, transform);
      case TransformKind::ratio:
        return read_ratio(body, body_at, transform);
      case TransformKind::growth:
        return read_growth(body, body_at, transform);
      case TransformKind::percentile:
        return read_percentile(body, body_at, transform);
      case TransformKind::z_score:
        return read_z_score(body, body_at, transform);
      case TransformKind::weight_of_evidence:
        return read_evidence(body, body_at, transform);
    }
  }

 private:
  struct PairNames {
    const char *value, *points;
    bool steps;  // which may also be objects, with a lower end
  };
  void read_pairs(const Json& list, const std::string& at, PairNames names, Transform& transform) const {
    each_of(list, at, [&](const Json& json, const std::string& pair_at) {
      TransformPoint& point = transform.points.emplace_back();
      if (names.steps && json.is_object()) {
        keys(json, pair_at, {"lower", names.value, names.points});
        field(json, pair_at, "lower", point.lower);
        required(json, pair_at, names.value, point.value);
        return required(json, pair_at, names.points, point.points);
      }
      if (!json.is_array() || json.size() != 2)
        refuse(pair_at, json.dump(), fmt::format("is not [{}, {}]", names.value, names.points));
      reader_.take(json[0], pair_at + "." + names.value, point.value);
      reader_.take(json[1], pair_at + "." + names.points, point.points);
    });
  }
  void read_points(const Json& json, const std::string& at, Transform& transform) const {
    if (!json.contains("points")) refuse(at + ".points", "", "is missing");
    read_pairs(json["points"], at + ".points", {"value", "points", false}, transform);
  }
  void read_ratio(const Json& json, const std::string& at, Transform& transform) const {
    keys(json, at, {"target", "points", "of"});
    field(json, at, "target", transform.target);
    required(json, at, "points", transform.target_points);
    field(json, at, "of", transform.of);
  }
  void read_growth(const Json& json, const std::string& at, Transform& transform) const {
    keys(json, at, {"baseline_days", "baseline", "points"});
    field(json, at, "baseline_days", transform.baseline_days);
    field(json, at, "baseline", transform.baseline);
    read_points(json, at, transform);
  }
  void read_percentile(const Json& json, const std::string& at, Transform& transform) const {
    keys(json, at, {"reference"});
    if (!json.contains("reference")) refuse(at + ".reference", "", "is missing");
    each_of(json["reference"], at + ".reference", [&](const Json& value, const std::string& value_at) {
      reader_.take(value, value_at, transform.reference.emplace_back());
    });
  }
  void read_z_score(const Json& json, const std::string& at, Transform& transform) const {
    keys(json, at, {"mean", "std_dev", "points"});
    required(json, at, "mean", transform.mean);
    required(json, at, "std_dev", transform.std_dev);
    read_points(json, at, transform);
  }
  void read_evidence(const Json& json, const std::string& at, Transform& transform) const {
    keys(json, at, {"bins", "factor", "offset", "missing"});
    if (!json.contains("bins")) refuse(at + ".bins", "", "is missing");
    read_pairs(json["bins"], at + ".bins", {"upper", "woe", true}, transform);
    field(json, at, "factor", transform.factor);
    field(json, at, "offset", transform.offset);
    field(json, at, "missing", transform.missing_evidence);
  }
};

}  // namespace fealty::health::detail
