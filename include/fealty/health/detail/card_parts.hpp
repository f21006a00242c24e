// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/json_text.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

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
