// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The monthly amount of each row of a subscriptions table, with and without its discount.
class SubscriptionAmounts {
 public:
  SubscriptionAmounts(const SubscriptionColumns& columns, const CurrencyRows& currency,
                      const std::vector<std::uint8_t>& counts, fealty::detail::RowCheck& check)
      : columns_(columns), currency_(currency), counts_(counts), check_(check), rows_(columns.account.size()),
        is_mrr_(columns.mrr.present() || columns.mrr_minor.present()),
        price_(is_mrr_ ? AmountReader(columns.mrr, columns.mrr_minor, "mrr")
                       : AmountReader(columns.amount, columns.amount_minor, "amount")) {
    price_.check(check, counts, "is null; every row needs an amount");
    if (!is_mrr_) check_parts();
    if (columns.mrr_minor.present()) return;  // nothing to compute, and nothing that can fail
    compute();
  }

  /// All rows' amounts, as one column with memory of its own.
  Column<std::int64_t> take_all() {
    return columns_.mrr_minor.present() ? columns_.mrr_minor.kept()
                                        : Column<std::int64_t>(std::move(monthly_));
  }
  std::int64_t at(std::size_t row) const {
    return columns_.mrr_minor.present() ? columns_.mrr_minor[row] : monthly_[row];
  }
  std::int64_t undiscounted(std::size_t row) const { return monthly(row, false).value_or(0); }

 private:
  void check_parts();
  void compute();

  /// price x quantity - discount, per month; none beyond 64 bits. Notes what was lost on the way.
  std::optional<std::int64_t> monthly(std::size_t row, bool discounted) const {
    const auto price = price_.read(row, currency_.exponent(row));
    if (!price) return std::nullopt;
    if (!price->exact) inexact_ = true;
    if (is_mrr_) return price->minor;
    int128 total = price->minor;
    if (columns_.quantity.present() && columns_.quantity.valid(row)) total *= columns_.quantity[row];
    if (discounted && columns_.discount.present() && columns_.discount.valid(row)) {
      const auto off = columns_.discount.minor(row, currency_.exponent(row));
      if (!off) return std::nullopt;
      if (!off->exact) inexact_ = true;
      total -= off->minor;
      if (total < 0) floored_ = true;
      total = std::max<int128>(total, 0);
    }
    const auto count = columns_.interval_count.present() && columns_.interval_count.valid(row)
                           ? columns_.interval_count[row]
                           : 1;
    const auto limit = static_cast<int128>(1) << 116;  // below it, the 365 of a day cannot overflow 127 bits
    if (total > limit) return std::nullopt;
    return per_month(total, unit_of(row), count);
  }
  IntervalUnit unit_of(std::size_t row) const {
    if (!columns_.interval_unit.present() || columns_.interval_unit.codes()[row] == no_id)
      return IntervalUnit::month;
    return static_cast<IntervalUnit>(units_[columns_.interval_unit.codes()[row]]);
  }

  const SubscriptionColumns& columns_;
  const CurrencyRows& currency_;
  const std::vector<std::uint8_t>& counts_;
  fealty::detail::RowCheck& check_;
  std::size_t rows_;
  bool is_mrr_;
  AmountReader price_;
  std::vector<int> units_;  // index of each interval_unit code's unit, -1 when it is none
  std::vector<std::int64_t> monthly_;
  mutable bool inexact_ = false, floored_ = false;  // of the row that monthly() read last
};

inline void SubscriptionAmounts::check_parts() {
  const auto counted = [&](std::size_t row) { return counts_.empty() || counts_[row] != 0; };
  const auto& c = columns_;
  if (c.interval_unit.present()) {
    const auto names = enum_names(IntervalUnit{});
    for (std::uint32_t code = 0; code < c.interval_unit.ids()->size(); ++code) {
      const auto found = std::find(names.begin(), names.end(), c.interval_unit.ids()->text(code));
      units_.push_back(found == names.end() ? -1 : static_cast<int>(found - names.begin()));
    }
    check_.rule(
        "unknown_interval",
        [&](std::size_t row) {
          return c.interval_unit.codes()[row] != no_id && units_[c.interval_unit.codes()[row]] < 0;
        },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c.interval_unit.name(), "interval_unit"),
                             {},
                             "\"" + c.interval_unit.text(row) + "\"",
                             "is not one of day, week, month, quarter, year"};
        });
  }
  const auto at_least = [&](const Column<std::int64_t>& column, const char* field, const char* code,
                            std::int64_t least) {
    if (!column.present()) return;
    check_.rule(
        code, [&](std::size_t row) { return counted(row) && column.valid(row) && column[row] < least; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(column.name(), field),
                             {},
                             fmt::format("{}", column[row]),
                             fmt::format("is below {}", least)};
        });
  };
  at_least(c.interval_count, "interval_count", "interval_count_below_1", 1);
  at_least(c.quantity, "quantity", "negative_quantity", 0);
  if (!c.discount.present()) return;
  const std::string name = name_or(c.discount.name(), "discount");
  check_.rule(
      "discount_not_finite",
      [&](std::size_t row) { return c.discount.valid(row) && c.discount.not_finite(row); },
      [&](std::size_t row) {
        return ErrorDetail{"", name, {}, c.discount.text(row), "is not finite"};
      });
  check_.rule(
      "negative_discount", [&](std::size_t row) { return c.discount.valid(row) && c.discount.negative(row); },
      [&](std::size_t row) {
        return ErrorDetail{"", name, {}, c.discount.text(row), "is negative"};
      });
}

inline void SubscriptionAmounts::compute() {
  monthly_.resize(rows_);
  std::vector<std::size_t> inexact, floored, beyond;
  for (std::size_t row = 0; row < rows_; ++row) {
    if (check_.is_bad(row) || (!counts_.empty() && counts_[row] == 0)) continue;
    inexact_ = floored_ = false;
    const auto amount = monthly(row, true);
    if (amount) monthly_[row] = *amount;
    else beyond.push_back(row);
    if (inexact_) inexact.push_back(row);
    if (floored_) floored.push_back(row);
  }
  const auto among = [](const std::vector<std::size_t>& rows) {
    return [&rows](std::size_t row) { return std::binary_search(rows.begin(), rows.end(), row); };
  };
  const auto describe = [&](std::string rule) {
    return [this, rule = std::move(rule)](std::size_t row) {
      return ErrorDetail{"", price_.name(), {}, price_.text(row), rule};
    };
  };
  if (!beyond.empty())
    check_.rule<Overflow>("overflow", among(beyond),
                          describe("per month is beyond what its minor units can hold"));
  if (!inexact.empty())
    check_.note("more_digits_than_currency", Severity::warning, among(inexact),
                describe("has more digits than its currency; it was rounded half-even"));
  if (!floored.empty())
    check_.note("discount_floored", Severity::warning, among(floored),
                describe("is less than its discount; the row counts as 0"));
}

}  // namespace fealty::revenue::detail
