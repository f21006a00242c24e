// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/policy_values.hpp>
#include <fealty/revenue/policy.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Writes the fields of a part of a policy into an object.
struct PolicyWriter {
  nlohmann::ordered_json& json;

  template <class T>
  void operator()(const char* name, const T& value) const {
    if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) json[name] = value;
    else json[name] = policy_value(value);
  }
  template <class T>
  void operator()(const char* name, const std::optional<T>& value) const {
    if (value) (*this)(name, *value);
    else json[name] = nullptr;
  }
};

/// Reads a policy's JSON, and says what is wrong with it.
class PolicyReader {
 public:
  explicit PolicyReader(std::string_view text) {
    constexpr std::size_t most = 65'536;
    if (text.size() > most) refuse("json", fmt::format("{} characters", text.size()), "are more than 65,536");
    parse(text);
    if (!json_.is_object()) refuse("json", std::string(text), "is not an object");
    check_keys(json_, "", {"preset", "ledger", "rates"});
  }

  Preset preset() const {
    Preset preset = Preset::none;
    if (json_.contains("preset")) take(json_["preset"], "preset", preset);
    return preset;
  }
  template <class Part>
  void read(const char* name, Part& part) const {
    if (!json_.contains(name)) return;
    const nlohmann::json& object = json_[name];
    if (!object.is_object()) refuse(name, object.dump(), "is not an object");
    std::vector<std::string> known;
    Part::each_field(part, [&](const char* field, const auto&) { known.emplace_back(field); });
    check_keys(object, std::string(name) + ".", known);
    Part::each_field(part, [&](const char* field, auto& value) {
      if (object.contains(field)) take(object[field], std::string(name) + "." + field, value);
    });
  }

 private:
  [[noreturn]] static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "policy_from_json",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }

  void parse(std::string_view text) {
    std::vector<std::set<std::string>> open_objects;
    const auto watch = [&](int depth, nlohmann::json::parse_event_t event, nlohmann::json& parsed) {
      using Event = nlohmann::json::parse_event_t;
      if (depth > 8) refuse("json", "", "is nested too deeply for a policy");
      if (event == Event::object_start) open_objects.emplace_back();
      if (event == Event::object_end) open_objects.pop_back();
      if (event == Event::key && !open_objects.back().insert(parsed.get<std::string>()).second)
        refuse(parsed.get<std::string>(), "", "stands there twice");
      return true;
    };
    const std::size_t zero = text.find('\0');  // the parser would stop there
    if (zero != std::string_view::npos)
      refuse("json", "", fmt::format("is no JSON at character {}", zero + 1));
    try {
      json_ = nlohmann::json::parse(text, watch);
    } catch (const nlohmann::json::parse_error& error) {
      refuse("json", "", fmt::format("is no JSON at character {}", error.byte));
    } catch (const nlohmann::json::exception&) {
      refuse("json", "", "holds a number that is too large");
    }
  }
  static void check_keys(const nlohmann::json& object, const std::string& prefix,
                         const std::vector<std::string>& known) {
    for (const auto& each : object.items())
      if (std::find(known.begin(), known.end(), each.key()) == known.end())
        refuse(prefix + each.key(), "", fmt::format("is no key; the keys are {}", fmt::join(known, ", ")));
  }

  template <class T>
  static void take(const nlohmann::json& json, const std::string& what, T& value) {
    if constexpr (std::is_enum_v<T>) take_enum(json, what, value);
    else if constexpr (std::is_same_v<T, bool>) {
      if (!json.is_boolean()) refuse(what, json.dump(), "is not true or false");
      value = json.get<bool>();
    } else if constexpr (std::is_integral_v<T>) take_integer(json, what, value);
    else if constexpr (std::is_floating_point_v<T>) {
      if (!json.is_number()) refuse(what, json.dump(), "is not a number");
      value = json.get<T>();
    } else {
      if (!json.is_string()) refuse(what, json.dump(), "is not a text");
      if constexpr (std::is_same_v<T, Date>) {
        const auto day = try_parse_date(json.get<std::string>());
        if (!day) refuse(what, json.dump(), "is not a day written YYYY-MM-DD");
        value = *day;
      } else value = json.get<T>();
    }
  }
  template <class T>
  static void take(const nlohmann::json& json, const std::string& what, std::optional<T>& value) {
    if (json.is_null()) {
      value.reset();
      return;
    }
    T read{};
    take(json, what, read);
    value = read;
  }
  template <class T>
  static void take_integer(const nlohmann::json& json, const std::string& what, T& value) {
    if (!json.is_number_integer()) refuse(what, json.dump(), "is not a whole number");
    const bool fits =
        json.is_number_unsigned()
            ? json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<T>::max())
            : json.get<std::int64_t>() >= std::numeric_limits<T>::min();
    if (!fits) refuse(what, json.dump(), "is out of range");
    value = json.get<T>();
  }
  template <class T>
  static void take_enum(const nlohmann::json& json, const std::string& what, T& value) {
    const auto names = enum_names(T{});
    const std::string name = json.is_string() ? json.get<std::string>() : std::string();
    const auto found = std::find(names.begin(), names.end(), name);
    if (!json.is_string() || found == names.end())
      refuse(what, json.dump(), fmt::format("is not one of {}", fmt::join(names, ", ")));
    value = static_cast<T>(found - names.begin());
  }

  nlohmann::json json_;
};

}  // namespace fealty::revenue::detail
