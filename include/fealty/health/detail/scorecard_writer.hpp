// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/scorecard_reader.hpp>
#include <fealty/health/detail/transform_check.hpp>
#include <fealty/health/scorecard_config.hpp>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// A scorecard as JSON, every field in a fixed order.
class ScorecardWriter {
 public:
  using Json = nlohmann::ordered_json;

  static Json write(const ScorecardConfig& config) {
    Json json;
    json["format"] = scorecard_format;
    json["id"] = config.id;
    json["version"] = config.version;
    json["polarity"] = name_of(config.polarity);
    json["scale"] = {number(config.scale_lower), number(config.scale_upper)};
    json["bands"] = list(config.bands);
    json["band_rule"] = name_of(config.band_rule);
    json["min_coverage"] = number(config.min_coverage);
    json["combination"] = name_of(config.combination);
    json["decimals"] = config.decimals;
    json["inputs"] = config.inputs;
    json["groups"] = list(config.groups);
    json["measures"] = list(config.measures);
    json["exceptions"] = list(config.exceptions);
    return json;
  }

 private:
  /// -0 is 0: equal values are equal texts.
  static double number(double value) { return value + 0.0; }
  template <class T>
  static Json optional(const std::optional<T>& value) {
    if (!value) return nullptr;
    return *value + T{};
  }
  template <class T>
  static Json list(const std::vector<T>& items) {
    Json json = Json::array();
    for (const T& each : items) json.push_back(item(each));
    return json;
  }

  static Json item(const Band& band) {
    return {{"name", band.name}, {"upper", number(band.upper)}, {"lower", optional(band.lower)}};
  }
  static Json item(const MeasureGroup& group) {
    return {{"id", group.id}, {"weight", number(group.weight)}, {"parent", group.parent}};
  }
  static Json item(const ScoreException& exception) {
    return {{"when", exception.when},
            {name_of(exception.effect), number(exception.points)},
            {"expires_days", optional(exception.expires_days)},
            {"reason_required", exception.reason_required}};
  }
  static Json item(const Measure& measure) {
    Json json;
    json["id"] = measure.id;
    json["group"] = measure.group;
    json["weight"] = number(measure.weight);
    json["polarity"] = measure.polarity ? Json(name_of(*measure.polarity)) : Json(nullptr);
    json["transform"][name_of(measure.transform.kind)] = body(measure.transform);
    if (measure.carry_days) json["missing"]["carry"] = *measure.carry_days;
    else json["missing"] = name_of(measure.missing);
    json["neutral"] = optional(measure.neutral);
    if (measure.half_life_days) json["decay"]["half_life"] = *measure.half_life_days;
    else json["decay"] = name_of(measure.decay);
    json["validity_days"] = optional(measure.validity_days);
    json["relationship"] = measure.relationship;
    return json;
  }

  static Json body(const Transform& transform) {
    switch (transform.kind) {
      case TransformKind::bands:
      case TransformKind::piecewise:
        return pairs(transform, "points");
      case TransformKind::ratio:
        return {{"target", optional(transform.target)},
                {"points", number(transform.target_points)},
                {"of", transform.of}};
      case TransformKind::growth:
        return {{"baseline_days", optional(transform.baseline_days)},
                {"baseline", transform.baseline},
                {"points", pairs(transform, "points")}};
      case TransformKind::percentile: {
        Json values = Json::array();
        for (const double value : transform.reference) values.push_back(number(value));
        return {{"reference", values}};
      }
      case TransformKind::z_score:
        return {{"mean", number(transform.mean)},
                {"std_dev", number(transform.std_dev)},
                {"points", pairs(transform, "points")}};
      case TransformKind::weight_of_evidence:
        break;
    }
    return {{"bins", pairs(transform, "woe")},
            {"factor", number(transform.factor)},
            {"offset", number(transform.offset)},
            {"missing", optional(transform.missing_evidence)}};
  }
  static Json pairs(const Transform& transform, const char* points) {
    Json json = Json::array();
    for (const TransformPoint& each : transform.points) {
      if (each.lower)
        json.push_back(Json{
            {"lower", number(*each.lower)}, {"upper", number(each.value)}, {points, number(each.points)}});
      else json.push_back(Json::array({number(each.value), number(each.points)}));
    }
    return json;
  }
};

}  // namespace fealty::health::detail
