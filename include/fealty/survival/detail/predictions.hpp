// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/robust_options.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// An attribute of lives as numbers, NaN where one is missing.
///
/// \param what  the option that names it
inline std::vector<double> numbers_of(const char* who, const LifetimeData& data, const std::string& name,
                                      const char* what) {
  const auto refuse = [&](std::string value, const char* rule) {
    throw InvalidInput({.who = who, .what = what, .where = {}, .value = std::move(value), .rule = rule});
  };
  if (name.empty()) refuse("", "is missing; it names the attribute that holds the predictions");
  const FrameColumn& column = attribute(who, data.attributes, name, what);
  if (std::holds_alternative<IdColumn>(column) || std::holds_alternative<Days>(column) ||
      std::holds_alternative<Timestamps>(column))
    refuse("\"" + name + "\"", "is no column of numbers");
  const Column<double> numbers = number_attribute(who, data.attributes, name, what);
  return {numbers.values().begin(), numbers.values().end()};
}

/// Scores by which lives that should end earlier have higher ones.
inline std::vector<double> risk_scores(const char* who, const LifetimeData& data, const std::string& name,
                                       bool higher_ends_earlier, const char* what = "score") {
  std::vector<double> risk = numbers_of(who, data, name, what);
  if (!higher_ends_earlier)
    for (double& each : risk) each = -each;
  return risk;
}

/// Predicted survival.
///
/// \throws InvalidInput  for what is no probability
inline std::vector<double> predicted_survival(const char* who, const LifetimeData& data,
                                              const std::string& name) {
  std::vector<double> found = numbers_of(who, data, name, "survival");
  for (std::size_t row = 0; row < found.size(); ++row)
    if (found[row] < 0 || found[row] > 1)
      throw InvalidInput({.who = who,
                          .what = name,
                          .where = static_cast<std::int64_t>(row),
                          .value = fmt::format("{}", found[row]),
                          .rule = "is not a probability: a number in [0, 1]"});
  return found;
}

/// \throws InvalidInput  for lives that were not watched from the beginning on
inline void refuse_late(const char* who, const LifetimeData& data, const char* because) {
  for (std::size_t row = 0; data.entry.present() && row < data.rows; ++row) {
    if (data.entry[row] < 0) continue;
    const double age = data.age(static_cast<std::size_t>(data.entry[row]));
    if (age > 0)
      throw InvalidInput({.who = who,
                          .what = "entry",
                          .where = static_cast<std::int64_t>(row),
                          .value = fmt::format("{}", age),
                          .rule = fmt::format("is after the beginning; {} needs lives that were watched "
                                              "from it on",
                                              because)});
  }
}

/// \throws InvalidInput  for ages that are not ascending numbers >= 0
inline void check_ages(const char* who, const std::vector<double>& ages) {
  for (std::size_t i = 0; i < ages.size(); ++i) {
    static_cast<void>(checked_age(who, "ages", ages[i]));
    if (i > 0 && !(ages[i] > ages[i - 1]))
      throw InvalidInput({.who = who,
                          .what = "ages",
                          .where = static_cast<std::int64_t>(i),
                          .value = fmt::format("{}", ages[i]),
                          .rule = fmt::format("is not after the age before, {}", ages[i - 1])});
  }
}

struct Interval {
  double lower, upper;
};
/// A normal interval of what lies in [0, 1].
inline Interval probability_interval(double value, double std_error, double z) {
  if (std::isnan(value) || std::isnan(std_error)) return {nan, nan};
  return {std::max(0.0, value - z * std_error), std::min(1.0, value + z * std_error)};
}

}  // namespace fealty::survival::detail
