// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/utf8.hpp>
#include <fealty/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

// Rules that the parts of a scorecard share.
namespace fealty::health::detail {

/// The name of an enumerator.
template <class Enum>
std::string name_of(Enum value) {
  return std::string(enum_names(value)[static_cast<std::size_t>(value)]);
}

[[noreturn]] inline void refuse_card(std::string what, std::string value, std::string rule,
                                     const char* who = "Scorecard") {
  throw InvalidInput(
      {.who = who, .what = std::move(what), .where = {}, .value = std::move(value), .rule = std::move(rule)});
}

/// A name that a person can read and JSON can hold.
inline void check_name(const std::string& what, const std::string& name, const char* who = "Scorecard") {
  if (!fealty::detail::is_utf8(name)) refuse_card(what, fealty::detail::as_utf8(name), "is not UTF-8", who);
  if (std::any_of(name.begin(), name.end(), [](char c) { return (c >= 0 && c < ' ') || c == 127; }))
    refuse_card(what, "", "holds a control character", who);
}
inline void check_id(const std::string& what, const std::string& id, const char* who = "Scorecard") {
  if (id.empty()) refuse_card(what, "", "is empty", who);
  check_name(what, id, who);
}

/// Values whose differences and quotients stay finite.
inline void check_value(const std::string& what, double value) {
  if (!(std::abs(value) <= 1e15))
    refuse_card(what, fmt::format("{}", value), "is not a number from -1e15 to 1e15");
}

/// The points that a measure, or a score, can have.
struct PointRange {
  double lower, upper;

  void check(const std::string& what, double points) const {
    if (!(points >= lower && points <= upper))
      refuse_card(what, fmt::format("{}", points), fmt::format("is not from {} to {}", lower, upper));
  }
};

/// Steps that ascend, neither overlap nor leave a gap.
///
/// \param begin  where the first one begins; NaN where that is free
inline void check_step(const std::string& what, double begin, std::optional<double> lower, double upper) {
  if (lower) {
    check_value(what + ".lower", *lower);
    if (*lower < begin)
      refuse_card(what + ".lower", fmt::format("{}", *lower), fmt::format("overlaps what ends at {}", begin));
    if (*lower > begin)
      refuse_card(what + ".lower", fmt::format("{}", *lower), fmt::format("leaves a gap from {}", begin));
  }
  const double from = lower.value_or(begin);
  check_value(what + ".upper", upper);
  if (upper <= from)
    refuse_card(what + ".upper", fmt::format("{}", upper), fmt::format("is not above {}", from));
}

/// Weights whose sums and quotients keep their digits.
inline void check_card_weight(const std::string& what, double weight) {
  if (!(weight > 0)) refuse_card(what, fmt::format("{}", weight), "is not above 0");
  if (weight < 1e-6 || weight > 1e6)
    refuse_card(what, fmt::format("{}", weight), "is not from 0.000001 to 1,000,000");
}
inline void check_day_count(const std::string& what, std::optional<std::int32_t> days, std::int32_t least) {
  if (days && *days < least)
    refuse_card(what, fmt::format("{}", *days), fmt::format("is less than {}", least));
}

}  // namespace fealty::health::detail
