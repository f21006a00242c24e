// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/json_text.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// The newest format of the JSON of scorecards that this version reads, and the one it writes.
constexpr std::int32_t scorecard_format = 1;

/// How the parts of a scorecard's JSON are read: objects with known keys, fields, lists.
class CardParts {
 public:
  using Json = nlohmann::json;

 protected:
  CardParts(const char* who, const char* subject) : reader_(who, subject) {}

  [[noreturn]] void refuse(const std::string& what, std::string value, std::string rule) const {
    reader_.refuse(what, std::move(value), std::move(rule));
  }
  /// An object that has no other keys than these.
  void keys(const Json& json, const std::string& at, const std::vector<std::string>& known) const {
    if (!json.is_object()) refuse(at, json.dump(), "is not an object");
    reader_.check_keys(json, (at.empty() ? "" : at + "."), known);
  }
  template <class T>
  void field(const Json& json, const std::string& at, const char* key, T& value) const {
    if (json.contains(key)) reader_.take(json[key], (at.empty() ? "" : at + ".") + key, value);
  }
  template <class T>
  void required(const Json& json, const std::string& at, const char* key, T& value) const {
    if (!json.contains(key)) refuse((at.empty() ? "" : at + ".") + key, "", "is missing");
    field(json, at, key, value);
  }
  void check_format(const Json& json) const {
    std::int32_t format = scorecard_format;
    field(json, "", "format", format);
    if (format > scorecard_format)
      refuse("format", fmt::format("{}", format),
             fmt::format("is newer than {}, the newest that this version reads", scorecard_format));
    if (format < 1) refuse("format", fmt::format("{}", format), "is less than 1");
  }
  template <class F>
  void each(const Json& json, const char* key, F&& f) const {
    if (json.contains(key)) each_of(json[key], key, f);
  }
  template <class F>
  void each_of(const Json& list, const std::string& at, F&& f) const {
    if (!list.is_array()) refuse(at, list.dump(), "is not a list");
    for (std::size_t i = 0; i < list.size(); ++i) f(list[i], fmt::format("{}[{}]", at, i));
  }

  fealty::detail::JsonReader reader_;
};

}  // namespace fealty::health::detail
