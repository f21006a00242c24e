// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fealty::survival {

enum class WeightKind;

namespace detail {

/// What calculators read of a table of lifetimes. Ages are places on a scale: whole numbers are their own
/// places as long as they are not large, others are ranked.
struct LifetimeData {
  std::size_t rows = 0;
  Column<std::int32_t> exit;        // place at which a life ended or was last seen
  Column<std::int32_t> entry;       // place after which it was watched, -1 for the beginning; absent: all are
  std::vector<double> ages;         // of each place, ascending; empty where a place is its own age
  std::size_t places = 0;           // more than any
  Column<std::uint8_t> ended;       // 0 last seen, otherwise 1 + the cause
  std::vector<std::string> causes;  // in order; one without a name where there is one only
  Column<double> weight;
  std::optional<WeightKind> weight_kind;  // none without weights
  IdColumn account;
  Frame attributes;
  Column<std::int32_t> origin;  // first day of each life; absent where durations told
  std::optional<Date> as_of;    // last day that is known, with origin
  std::vector<Finding> findings;

  double age(std::size_t place) const { return ages.empty() ? static_cast<double>(place) : ages[place]; }
};

/// The order of causes: numbers by value, others by bytes.
inline bool cause_before(const std::string& a, const std::string& b) {
  const auto digits = [](const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  };
  if (digits(a) && digits(b) && a.size() != b.size()) return a.size() < b.size();
  return a < b;
}

/// Whether an age is a tie of another that is not larger: a sum of tenths does not differ from its whole, but
/// whole numbers differ from one another.
inline bool same_age(double smaller, double larger) {
  if (larger - smaller > 1.5e-8 * larger) return false;
  return smaller == larger || smaller != std::floor(smaller) || larger != std::floor(larger);
}

}  // namespace detail
}  // namespace fealty::survival
