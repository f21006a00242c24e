// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/goal_columns.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// The money of a goals table, if it has any.
class GoalAmounts {
 public:
  GoalAmounts(const GoalColumns& columns, fealty::detail::RowCheck& check)
      : c_(columns), rows_(columns.account.size()), check_(check), values_(rows_), costs_(rows_) {
    check_shape();
    if (has_money()) read_money();
  }

  const Currency& currency() const { return currency_; }
  /// In minor units.
  std::optional<std::int64_t> value_per_unit(std::size_t row) const { return values_[row]; }
  std::optional<std::int64_t> cost(std::size_t row) const { return costs_[row]; }

 private:
  [[noreturn]] static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "Goals",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  bool has_money() const {
    return c_.value_per_unit.present() || c_.value_per_unit_minor.present() || c_.cost.present() ||
           c_.cost_minor.present();
  }
  void check_shape() const {
    const auto at_most_one = [](const char* what, bool both) {
      if (both) refuse(what, "2 columns", "were given; at most one of the two says the amount");
    };
    at_most_one("value_per_unit, value_per_unit_minor",
                c_.value_per_unit.present() && c_.value_per_unit_minor.present());
    at_most_one("cost, cost_minor", c_.cost.present() && c_.cost_minor.present());
    revenue::detail::check_length("Goals", "value_per_unit", c_.value_per_unit, rows_);
    revenue::detail::check_length("Goals", "value_per_unit_minor", c_.value_per_unit_minor, rows_);
    revenue::detail::check_length("Goals", "cost", c_.cost, rows_);
    revenue::detail::check_length("Goals", "cost_minor", c_.cost_minor, rows_);
    revenue::detail::check_length("Goals", "currency_column", c_.currency_column, rows_);
  }

  void read_money() {
    const revenue::detail::CurrencyRows currency("Goals", c_.currency, c_.currency_column, check_);
    read_amounts(c_.value_per_unit, c_.value_per_unit_minor, "value_per_unit", currency, values_);
    read_amounts(c_.cost, c_.cost_minor, "cost", currency, costs_);
    std::optional<std::uint16_t> first;
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      if (!first) first = currency.index(row);
      const Currency& one = currency.currencies()[*first];
      const Currency& other = currency.currencies()[currency.index(row)];
      if (one != other)
        refuse("currency",
               fmt::format("{}, {}", std::min(one.code(), other.code()), std::max(one.code(), other.code())),
               "are several; split the goals by currency");
    }
    if (first) currency_ = currency.currencies()[*first];
    else if (!currency.currencies().empty()) currency_ = currency.currencies().front();
  }
  void read_amounts(const AmountColumn& major, const Column<std::int64_t>& minor, const char* field,
                    const revenue::detail::CurrencyRows& currency,
                    std::vector<std::optional<std::int64_t>>& amounts) {
    if (!major.present() && !minor.present()) return;
    const revenue::detail::AmountReader reader(major, minor, field);
    std::vector<std::uint8_t> given(rows_), inexact(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) given[row] = reader.valid(row) ? 1 : 0;
    reader.check(check_, given, "");
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row) || given[row] == 0) continue;
      const auto amount = reader.read(row, currency.exponent(row));
      beyond[row] = amount ? 0 : 1;
      inexact[row] = amount && !amount->exact ? 1 : 0;
      if (amount) amounts[row] = amount->minor;
    }
    check_.rule<Overflow>(
        "overflow", [&](std::size_t row) { return beyond[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", reader.name(), {}, reader.text(row), "is too large to be exact"};
        });
    check_.note(
        "more_digits_than_currency", Severity::warning, [&](std::size_t row) { return inexact[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             reader.name(),
                             {},
                             reader.text(row),
                             "has more digits than its currency; it was rounded half-even"};
        });
  }

  const GoalColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck& check_;
  std::vector<std::optional<std::int64_t>> values_, costs_;
  Currency currency_;
};

}  // namespace fealty::adoption::detail
