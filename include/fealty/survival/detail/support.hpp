// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/survival/detail/life_cells.hpp>
#include <fealty/survival/detail/risk_table.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace fealty::survival::detail {

/// How far lives of a group were seen.
struct Support {
  double age;      // the last at which one ended or was last seen
  bool all_ended;  // with none left: the curve is 0 from there on, and known as far as anyone asks

  bool covers(double horizon) const { return horizon <= age || all_ended; }
};

inline Support support_of(const RiskTable& table) {
  return {table.age.back(), table.ended.back() == table.at_risk.back()};
}

/// The groups whose lives were not seen up to a horizon.
class BeyondSupport {
 public:
  explicit BeyondSupport(double horizon) : horizon_(horizon) {}

  /// \param grouped  whether the group has a name
  void add(const Label& label, bool grouped, double age) {
    texts_.push_back(grouped ? fmt::format("{} ({})", age, name(label)) : fmt::format("{}", age));
  }
  bool any() const { return !texts_.empty(); }
  /// One sentence.
  std::string message() const {
    return fmt::format("horizon {} is beyond the last life that was seen, at {}", horizon_,
                       fmt::join(texts_, ", "));
  }
  Finding finding(const char* who, std::vector<std::int64_t> rows) const {
    return {"horizon_beyond_support", Severity::warning, std::move(rows),
            fmt::format("{}: {}", who, message())};
  }

 private:
  static std::string name(const Label& label) {
    if (const auto* number = std::get_if<std::int64_t>(&label)) return fmt::format("{}", *number);
    if (const auto* text = std::get_if<std::string>(&label)) return *text;
    return "null";
  }

  double horizon_;
  std::vector<std::string> texts_;
};

}  // namespace fealty::survival::detail
