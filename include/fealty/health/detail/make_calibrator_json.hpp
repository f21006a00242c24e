// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/json_text.hpp>
#include <fealty/health/calibrator_json.hpp>
#include <fealty/health/detail/make_calibrator.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The parts of a calibrator but for its knots, by their names in JSON.
template <class Self, class F>
void each_calibrator_field(Self& calibrator, F&& f) {
  f("kind", calibrator.kind);
  f("intercept", calibrator.intercept);
  f("slope", calibrator.slope);
  f("rest_slope", calibrator.rest_slope);
  f("scale", calibrator.scale);
  f("higher_predicts_outcome", calibrator.higher_predicts_outcome);
  f("clip", calibrator.clip);
  f("examples", calibrator.examples);
  f("outcomes", calibrator.outcomes);
  f("left_out", calibrator.left_out);
}

/// Reads a calibrator's JSON, and says what is wrong with it.
class CalibratorReader {
 public:
  explicit CalibratorReader(std::string_view text)
      : json_(reader_.parse(text, {.characters = std::size_t{1} << 26, .depth = 3})) {
    check_format();
    std::vector<std::string> keys{"format", "score", "probability"};
    each_calibrator_field(made_, [&](const char* key, const auto&) { keys.emplace_back(key); });
    reader_.check_keys(json_, "", keys);
    each_calibrator_field(made_, [&](const char* key, auto& field) { reader_.take(at(key), key, field); });
    made_.score = numbers("score");
    made_.probability = numbers("probability");
    check_calibrator(who, made_);
    const auto count = [&](const char* key, std::int64_t value, std::int64_t most) {
      if (value < 0 || value > most) reader_.refuse(key, fmt::format("{}", value), "is out of range");
    };
    count("examples", made_.examples, std::numeric_limits<std::int64_t>::max());
    count("outcomes", made_.outcomes, made_.examples);
    count("left_out", made_.left_out, std::numeric_limits<std::int64_t>::max());
    if (!ProbabilityOf(made_).learned()) reader_.refuse("score", "", "has no knots");
  }
  Calibrator take() { return std::move(made_); }

 private:
  static constexpr const char* who = "calibrator_from_json";

  void check_format() const {
    std::int64_t format = 0;
    reader_.take(at("format"), "format", format);
    if (format > 1)
      reader_.refuse("format", fmt::format("{}", format),
                     "is newer than 1, the newest that this version reads");
    if (format < 1) reader_.refuse("format", fmt::format("{}", format), "is less than 1");
  }
  const nlohmann::json& at(const char* key) const {
    if (!json_.contains(key)) reader_.refuse(key, "", "is missing");
    return json_[key];
  }
  std::vector<double> numbers(const std::string& key) const {
    const nlohmann::json& list = at(key.c_str());
    if (!list.is_array()) reader_.refuse(key, list.dump(), "is not a list");
    std::vector<double> found(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
      reader_.take(list[i], fmt::format("{}[{}]", key, i), found[i]);
    return found;
  }

  fealty::detail::JsonReader reader_{who, "a calibrator"};
  nlohmann::json json_;
  Calibrator made_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline std::string calibrator_json(const Calibrator& calibrator) {
  detail::check_calibrator("calibrator_json", calibrator);
  if (!detail::ProbabilityOf(calibrator).learned())
    throw InvalidInput({.who = "calibrator_json",
                        .what = "calibrator",
                        .where = {},
                        .value = "",
                        .rule = "had no examples to learn from"});
  nlohmann::ordered_json json;
  json["format"] = 1;
  detail::each_calibrator_field(calibrator, [&](const char* key, const auto& value) {
    if constexpr (std::is_enum_v<std::decay_t<decltype(value)>>)
      json[key] = std::string(enum_names(value)[static_cast<std::size_t>(value)]);
    else json[key] = value;
  });
  json["score"] = calibrator.score;
  json["probability"] = calibrator.probability;
  return json.dump();
}

inline Calibrator calibrator_from_json(std::string_view json) {
  return detail::CalibratorReader(json).take();
}

}  // namespace fealty::health
