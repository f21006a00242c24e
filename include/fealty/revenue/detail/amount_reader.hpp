// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/amount.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fealty::revenue::detail {

/// Reads an amount column that every counted row needs, in major or in minor units.
class AmountReader {
 public:
  AmountReader(const AmountColumn& major, const Column<std::int64_t>& minor, std::string_view field)
      : major_(major), minor_(minor),
        name_(name_or(major.present() ? major.name() : minor.name(),
                      major.present() ? std::string(field) : std::string(field) + "_minor")) {}

  void check(fealty::detail::RowCheck& check, const std::vector<std::uint8_t>& counts, const char* null_rule,
             bool may_be_negative = false) const {
    const auto counted = [&](std::size_t row) { return counts.empty() || counts[row] != 0; };
    if (major_.present()) check.cells(major_, name_);
    check.cells(minor_, name_);
    check.rule(
        "null_amount", [&](std::size_t row) { return !valid(row) && counted(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name_, {}, "", null_rule};
        });
    if (major_.present() && major_.reals() != nullptr)
      check.rule(
          "not_finite", [&](std::size_t row) { return valid(row) && major_.not_finite(row) && counted(row); },
          [&](std::size_t row) {
            return ErrorDetail{"", name_, {}, text(row), "is not finite"};
          });
    if (may_be_negative) return;
    check.rule(
        "negative_amount", [&](std::size_t row) { return valid(row) && negative(row) && counted(row); },
        [&](std::size_t row) {
          return ErrorDetail{"", name_, {}, text(row), "is negative"};
        });
  }

  std::optional<MinorUnits> read(std::size_t row, std::int32_t exponent) const {
    if (minor_.present()) return MinorUnits{minor_[row], true};
    return major_.minor(row, exponent);
  }
  /// Whether an amount that was rounded half-even to `minor` would be one more, rounded half-up.
  bool rounds_up(std::size_t row, std::int32_t exponent, std::int64_t minor) const {
    return major_.present() && major_.halfway(row, exponent) && minor % 2 == 0;
  }
  /// Whether there is an amount, finite and not negative.
  bool usable(std::size_t row) const {
    return valid(row) && !(major_.present() && major_.not_finite(row)) && !negative(row);
  }
  bool valid(std::size_t row) const { return minor_.present() ? minor_.valid(row) : major_.valid(row); }
  std::string text(std::size_t row) const {
    return minor_.present() ? fmt::format("{}", minor_[row]) : major_.text(row);
  }
  const std::string& name() const { return name_; }

 private:
  bool negative(std::size_t row) const { return minor_.present() ? minor_[row] < 0 : major_.negative(row); }

  const AmountColumn& major_;
  const Column<std::int64_t>& minor_;
  std::string name_;
};

}  // namespace fealty::revenue::detail
