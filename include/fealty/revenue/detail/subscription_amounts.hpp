// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/subscription_columns.hpp>

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
    if (!is_mrr_) {
      check_interval();
      check_parts();
    }
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
  std::int64_t undiscounted(std::size_t row) const { return *monthly(row, false); }

 private:
  void check_interval();
  void check_parts();
  void compute();
  bool compute_plain();

  /// The price as written, and what it is multiplied with and diminished by.
  std::string parts_text(std::size_t row) const {
    std::string text = price_.text(row);
    if (columns_.quantity.present() && columns_.quantity.valid(row))
      text += fmt::format(" x {} {}", name_or(columns_.quantity.name(), "quantity"), columns_.quantity[row]);
    if (columns_.discount.present() && columns_.discount.valid(row))
      text +=
          fmt::format(" - {} {}", name_or(columns_.discount.name(), "discount"), columns_.discount.text(row));
    return text;
  }
  bool counted(std::size_t row) const { return counts_.empty() || counts_[row] != 0; }

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

inline void SubscriptionAmounts::check_interval() {
  const IdColumn& unit = columns_.interval_unit;
  if (!unit.present()) return;
  units_ = enum_indices(*unit.ids(), enum_names(IntervalUnit{}));
  const auto codes = unit.codes();
  check_.rule(
      "unknown_interval",
      [&](std::size_t row) { return codes[row] != no_id && units_[codes[row]] < 0 && counted(row); },
      [&](std::size_t row) {
        return ErrorDetail{"",
                           name_or(unit.name(), "interval_unit"),
                           {},
                           "\"" + unit.text(row) + "\"",
                           "is not one of day, week, month, quarter, year"};
      });
  check_.note(
      "interval_assumed", Severity::warning,
      [&](std::size_t row) { return codes[row] == no_id && counted(row); },
      [&](std::size_t) {
        return ErrorDetail{
            "", name_or(unit.name(), "interval_unit"), {}, "", "is missing; the row counts as monthly"};
      });
}

inline void SubscriptionAmounts::check_parts() {
  const auto& c = columns_;
  check_.cells(c.discount_end, name_or(c.discount_end.name(), "discount_end"), Severity::information);
  const auto check = [&](const char* code, const Column<std::int64_t>& column, const char* field,
                         std::int64_t least, const char* rule) {
    if (!column.present()) return;
    check_.cells(column, name_or(column.name(), field));
    check_.rule(
        code, [&](std::size_t row) { return counted(row) && column.valid(row) && column[row] < least; },
        [&](std::size_t row) {
          return ErrorDetail{"", name_or(column.name(), field), {}, fmt::format("{}", column[row]), rule};
        });
  };
  check("interval_count_below_1", c.interval_count, "interval_count", 1, "is below 1");
  check("negative_quantity", c.quantity, "quantity", 0, "is negative");
  if (!c.discount.present()) return;
  check_.cells(c.discount, name_or(c.discount.name(), "discount"));
  const auto says = [&](const char* rule) {
    return [&c, rule](std::size_t row) {
      return ErrorDetail{"", name_or(c.discount.name(), "discount"), {}, c.discount.text(row), rule};
    };
  };
  check_.rule(
      "discount_not_finite",
      [&](std::size_t row) { return counted(row) && c.discount.valid(row) && c.discount.not_finite(row); },
      says("is not finite"));
  check_.rule(
      "negative_discount",
      [&](std::size_t row) { return counted(row) && c.discount.valid(row) && c.discount.negative(row); },
      says("is negative"));
}

/// The columns that most tables have: real numbers of one currency, nothing to multiply or take off.
inline bool SubscriptionAmounts::compute_plain() {
  const Column<double>* const reals = columns_.mrr.present() ? columns_.mrr.reals() : nullptr;
  if (reals == nullptr || columns_.currency_column.present() || check_.any_bad() || !counts_.empty())
    return false;
  const std::int32_t exponent = currency_.exponent(0);
  for (std::size_t row = 0; row < rows_; ++row) {
    const auto amount = fealty::detail::to_minor((*reals)[row], exponent);
    if (!amount || !amount->exact) return false;
    monthly_[row] = amount->minor;
  }
  return true;
}

inline void SubscriptionAmounts::compute() {
  monthly_.resize(rows_);
  if (compute_plain()) return;
  std::vector<std::uint8_t> inexact(rows_), floored(rows_), beyond(rows_);
  for (std::size_t row = 0; row < rows_; ++row) {
    if (check_.is_bad(row) || !counted(row)) continue;
    inexact_ = floored_ = false;
    const auto amount = monthly(row, true);
    beyond[row] = !amount || (columns_.discount_end.present() && columns_.discount_end.valid(row) &&
                              !monthly(row, false));
    monthly_[row] = amount.value_or(0);
    inexact[row] = inexact_;
    floored[row] = floored_;
  }
  const auto among = [](const std::vector<std::uint8_t>& rows) {
    return [&rows](std::size_t row) { return rows[row] != 0; };
  };
  const auto says = [&](const char* rule) {
    return [this, rule](std::size_t row) {
      return ErrorDetail{"", price_.name(), {}, price_.text(row), rule};
    };
  };
  check_.rule<Overflow>("overflow", among(beyond), [&](std::size_t row) {
    return ErrorDetail{"",
                       price_.name(),
                       {},
                       fmt::format("{} of account {}", parts_text(row), columns_.account.text(row)),
                       "makes a monthly amount that is too large to be exact"};
  });
  check_.note("more_digits_than_currency", Severity::warning, among(inexact),
              says("has more digits than its currency; it was rounded half-even"));
  check_.note("discount_floored", Severity::warning, among(floored),
              says("is less than its discount; the row counts as 0"));
}

}  // namespace fealty::revenue::detail
