// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/json_text.hpp>
#include <fealty/revenue/detail/policy_values.hpp>
#include <fealty/revenue/policy.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
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
  explicit PolicyReader(std::string_view text)
      : json_(reader_.parse(text, {.characters = 65'536, .depth = 8})) {
    reader_.check_keys(json_, "", {"preset", "ledger", "rates"});
  }

  Preset preset() const {
    Preset preset = Preset::none;
    if (json_.contains("preset")) reader_.take(json_["preset"], "preset", preset);
    return preset;
  }
  template <class Part>
  void read(const char* name, Part& part) const {
    if (!json_.contains(name)) return;
    const nlohmann::json& object = json_[name];
    if (!object.is_object()) reader_.refuse(name, object.dump(), "is not an object");
    std::vector<std::string> known;
    Part::each_field(part, [&](const char* field, const auto&) { known.emplace_back(field); });
    reader_.check_keys(object, std::string(name) + ".", known);
    Part::each_field(part, [&](const char* field, auto& value) {
      if (object.contains(field)) reader_.take(object[field], std::string(name) + "." + field, value);
    });
  }

 private:
  fealty::detail::JsonReader reader_{"policy_from_json", "a policy"};
  nlohmann::json json_;
};

}  // namespace fealty::revenue::detail
