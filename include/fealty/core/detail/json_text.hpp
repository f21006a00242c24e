// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>

#include <fmt/ranges.h>
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

namespace fealty::detail {

/// Reads JSON that somebody else wrote, and says what is wrong with it.
class JsonReader {
 public:
  struct Limits {
    std::size_t characters;  ///< refused before it is parsed
    int depth;               ///< of objects and arrays within each other
  };
  /// \param who      the function that reads
  /// \param subject  what it reads, such as "a policy"
  JsonReader(std::string who, std::string subject) : who_(std::move(who)), subject_(std::move(subject)) {}

  /// An object without repeated keys.
  nlohmann::json parse(std::string_view text, Limits limits) const {
    if (text.size() > limits.characters)
      refuse("json", fmt::format("{} characters", text.size()),
             fmt::format("are more than {}", grouped(limits.characters)));
    const std::size_t zero = text.find('\0');  // the parser would stop there
    if (zero != std::string_view::npos) refuse_at(zero + 1);
    nlohmann::json json = parse_any(text, limits.depth);
    if (!json.is_object()) refuse("json", std::string(text), "is not an object");
    return json;
  }

  [[noreturn]] void refuse(std::string what, std::string value, std::string rule) const {
    throw InvalidInput({.who = who_,
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  /// \param prefix  of the keys in a message, such as "ledger."
  void check_keys(const nlohmann::json& object, const std::string& prefix,
                  const std::vector<std::string>& known) const {
    for (const auto& each : object.items())
      if (std::find(known.begin(), known.end(), each.key()) == known.end())
        refuse(prefix + shortened(each.key()), "",
               fmt::format("is no key; the keys are {}", fmt::join(known, ", ")));
  }

  template <class T>
  void take(const nlohmann::json& json, const std::string& what, T& value) const {
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
  void take(const nlohmann::json& json, const std::string& what, std::optional<T>& value) const {
    if (json.is_null()) {
      value.reset();
      return;
    }
    T read{};
    take(json, what, read);
    value = read;
  }

 private:
  [[noreturn]] void refuse_at(std::size_t character) const {
    refuse("json", "", fmt::format("is no JSON at character {}", character));
  }
  /// Refuses keys that stand there twice, and deep nesting, on the way; errors are left to the parser.
  class Watch final : public nlohmann::json_sax<nlohmann::json> {
   public:
    Watch(const JsonReader& reader, int depth_limit) : reader_(reader), depth_limit_(depth_limit) {}

    bool null() override { return look(); }
    bool boolean(bool) override { return look(); }
    bool number_integer(number_integer_t) override { return look(); }
    bool number_unsigned(number_unsigned_t) override { return look(); }
    bool number_float(number_float_t, const string_t&) override { return look(); }
    bool string(string_t&) override { return look(); }
    bool binary(binary_t&) override { return look(); }
    bool start_object(std::size_t) override { return open(); }
    bool start_array(std::size_t) override { return open(); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& key) override {
      if (!keys_.back().insert(key).second) reader_.refuse(shortened(key), "", "stands there twice");
      return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
      return false;
    }

   private:
    bool look() const {
      if (keys_.size() > static_cast<std::size_t>(depth_limit_))
        reader_.refuse("json", "", "is nested too deeply for " + reader_.subject_);
      return true;
    }
    bool open() {
      look();
      keys_.emplace_back();
      return true;
    }
    bool close() {
      keys_.pop_back();
      return true;
    }

    const JsonReader& reader_;
    int depth_limit_;
    std::vector<std::set<std::string>> keys_;  // of each list and object that is open
  };
  nlohmann::json parse_any(std::string_view text, int depth_limit) const {
    // The parser's own callback takes time that grows with the square of the objects in a list.
    Watch watch(*this, depth_limit);
    static_cast<void>(nlohmann::json::sax_parse(text, &watch));
    try {
      return nlohmann::json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
      refuse_at(error.byte);
    } catch (const nlohmann::json::exception&) {
      refuse("json", "", "holds a number that is too large");
    }
  }
  static std::string grouped(std::size_t number) {
    std::string text = std::to_string(number);
    for (auto place = static_cast<std::ptrdiff_t>(text.size()) - 3; place > 0; place -= 3)
      text.insert(static_cast<std::size_t>(place), ",");
    return text;
  }

  template <class T>
  void take_integer(const nlohmann::json& json, const std::string& what, T& value) const {
    if (!json.is_number_integer()) refuse(what, json.dump(), "is not a whole number");
    const bool fits =
        json.is_number_unsigned()
            ? json.get<std::uint64_t>() <= static_cast<std::uint64_t>(std::numeric_limits<T>::max())
            : json.get<std::int64_t>() >= std::numeric_limits<T>::min();
    if (!fits) refuse(what, json.dump(), "is out of range");
    value = json.get<T>();
  }
  template <class T>
  void take_enum(const nlohmann::json& json, const std::string& what, T& value) const {
    const auto names = enum_names(T{});
    const std::string name = json.is_string() ? json.get<std::string>() : std::string();
    const auto found = std::find(names.begin(), names.end(), name);
    if (!json.is_string() || found == names.end())
      refuse(what, json.dump(), fmt::format("is not one of {}", fmt::join(names, ", ")));
    value = static_cast<T>(found - names.begin());
  }

  std::string who_, subject_;
};

/// A short name of a text: its 64-bit FNV-1a hash as 16 hexadecimal digits.
inline std::string text_fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return fmt::format("{:016x}", hash);
}

}  // namespace fealty::detail
