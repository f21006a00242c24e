// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/health/detail/card_rules.hpp>
#include <fealty/health/detail/transform_reader.hpp>
#include <fealty/health/scorecard_config.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace fealty::health::detail {

/// A longer text is refused before it is parsed.
constexpr std::size_t most_card_characters = 4'194'304;

/// Reads a scorecard's JSON into plain data; what the data say is checked afterwards.
class ScorecardReader : private TransformReader {
 public:
  explicit ScorecardReader(std::string_view text) {
    read(reader_.parse(text, {.characters = most_card_characters, .depth = 16}));
  }
  explicit ScorecardReader(const Json& json) { read(json); }

  ScorecardConfig take() { return std::move(config_); }

 private:
  void read(const Json& json) {
    check_format(json);
    keys(json, "",
         {"format", "id", "version", "polarity", "scale", "bands", "band_rule", "min_coverage", "combination",
          "decimals", "inputs", "groups", "measures", "exceptions"});
    required(json, "", "id", config_.id);
    field(json, "", "version", config_.version);
    field(json, "", "polarity", config_.polarity);
    if (json.contains("scale")) read_scale(json["scale"]);
    each(json, "bands", [&](const Json& band, const std::string& at) { read_band(band, at); });
    field(json, "", "band_rule", config_.band_rule);
    field(json, "", "min_coverage", config_.min_coverage);
    field(json, "", "combination", config_.combination);
    field(json, "", "decimals", config_.decimals);
    each(json, "inputs", [&](const Json& input, const std::string& at) {
      reader_.take(input, at, config_.inputs.emplace_back());
    });
    each(json, "groups", [&](const Json& group, const std::string& at) { read_group(group, at); });
    each(json, "measures", [&](const Json& measure, const std::string& at) { read_measure(measure, at); });
    each(json, "exceptions",
         [&](const Json& exception, const std::string& at) { read_exception(exception, at); });
  }
  void read_scale(const Json& json) {
    if (!json.is_array() || json.size() != 2) refuse("scale", json.dump(), "is not [lower, upper]");
    reader_.take(json[0], "scale[0]", config_.scale_lower);
    reader_.take(json[1], "scale[1]", config_.scale_upper);
  }
  void read_band(const Json& json, const std::string& at) {
    keys(json, at, {"name", "upper", "lower"});
    Band& band = config_.bands.emplace_back();
    required(json, at, "name", band.name);
    required(json, at, "upper", band.upper);
    field(json, at, "lower", band.lower);
  }
  void read_group(const Json& json, const std::string& at) {
    keys(json, at, {"id", "weight", "parent"});
    MeasureGroup& group = config_.groups.emplace_back();
    required(json, at, "id", group.id);
    field(json, "groups[" + group.id + "]", "weight", group.weight);
    field(json, "groups[" + group.id + "]", "parent", group.parent);
  }
  void read_exception(const Json& json, const std::string& at) {
    keys(json, at, {"when", "cap", "floor", "set", "expires_days", "reason_required"});
    ScoreException& exception = config_.exceptions.emplace_back();
    required(json, at, "when", exception.when);
    const std::string named = "exceptions[" + exception.when + "]";
    int effects = 0;
    for (const ExceptionEffect effect :
         {ExceptionEffect::cap, ExceptionEffect::floor, ExceptionEffect::set}) {
      const std::string key = name_of(effect);
      if (!json.contains(key)) continue;
      exception.effect = effect;
      field(json, named, key.c_str(), exception.points);
      ++effects;
    }
    if (effects != 1) refuse(named, "", "needs one of cap, floor, set");
    field(json, named, "expires_days", exception.expires_days);
    field(json, named, "reason_required", exception.reason_required);
  }

  // -- measures ----------------------------------------------------------------------------------------

  void read_measure(const Json& json, const std::string& place) {
    Measure& measure = config_.measures.emplace_back();
    if (!json.is_object()) refuse(place, json.dump(), "is not an object");
    required(json, place, "id", measure.id);
    const std::string at = "measures[" + measure.id + "]";
    keys(json, at,
         {"id", "group", "weight", "polarity", "transform", "missing", "neutral", "decay", "validity_days",
          "relationship"});
    field(json, at, "group", measure.group);
    field(json, at, "weight", measure.weight);
    field(json, at, "polarity", measure.polarity);
    if (!json.contains("transform")) refuse(at + ".transform", "", "is missing");
    read_transform(json["transform"], at + ".transform", measure.transform);
    field(json, at, "neutral", measure.neutral);
    if (json.contains("missing")) read_missing(json["missing"], at, measure);
    if (json.contains("decay")) read_decay(json["decay"], at + ".decay", measure);
    field(json, at, "validity_days", measure.validity_days);
    field(json, at, "relationship", measure.relationship);
  }
  void read_missing(const Json& json, const std::string& measure_at, Measure& measure) const {
    const std::string at = measure_at + ".missing";
    if (!json.is_object()) return reader_.take(json, at, measure.missing);
    keys(json, at, {"neutral", "carry"});
    if (json.size() != 1) refuse(at, json.dump(), "needs one of neutral, carry");
    if (json.contains("carry")) {
      measure.missing = MissingPolicy::carry;
      return field(json, at, "carry", measure.carry_days);
    }
    double neutral = 0;
    field(json, at, "neutral", neutral);
    if (measure.neutral.value_or(neutral) != neutral)
      refuse(at + ".neutral", fmt::format("{}", neutral),
             fmt::format("contradicts neutral, {}", *measure.neutral));
    measure.missing = MissingPolicy::neutral;
    measure.neutral = neutral;
  }
  void read_decay(const Json& json, const std::string& at, Measure& measure) const {
    if (!json.is_object()) return reader_.take(json, at, measure.decay);
    keys(json, at, {"half_life"});
    measure.decay = Decay::half_life;
    required(json, at, "half_life", measure.half_life_days);
  }

  ScorecardConfig config_;
};

}  // namespace fealty::health::detail
