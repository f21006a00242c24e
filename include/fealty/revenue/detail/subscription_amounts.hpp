// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/detail/subscription_table.hpp>
#include <fealty/revenue/subscription_columns.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Reads the prices of a subscriptions table, and what they are multiplied with and diminished by; checks
/// that by the default policy every row that counts has a monthly amount.
class SubscriptionAmounts {
 public:
  SubscriptionAmounts(const SubscriptionColumns& columns, const CurrencyRows& currency,
                      const std::vector<std::uint8_t>& counts, fealty::detail::RowCheck& check,
                      SubscriptionTable& table)
      : columns_(columns), currency_(currency), counts_(counts), check_(check), table_(table),
        rows_(columns.account.size()), is_mrr_(columns.mrr.present() || columns.mrr_minor.present()),
        price_(is_mrr_ ? AmountReader(columns.mrr, columns.mrr_minor, "mrr")
                       : AmountReader(columns.amount, columns.amount_minor, "amount")) {}

  void read() {
    table_.is_mrr = is_mrr_;
    table_.price_name = price_.name();
    price_.check(check_, counts_, "is null; every row needs an amount");
    if (!is_mrr_) {
      read_interval();
      read_parts();
    }
    if (columns_.mrr_minor.present()) table_.price = columns_.mrr_minor.kept();
    else read_prices();
    note_missing();
  }

 private:
  void read_interval();
  void read_parts();
  void read_prices();
  void read_discounts(std::vector<std::uint8_t>& inexact, std::vector<std::uint8_t>& beyond);
  bool read_plain(std::vector<std::int64_t>& prices) const;
  void check_amounts(const std::vector<std::uint8_t>& inexact, std::vector<std::uint8_t>& beyond);
  void note_missing();

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
  bool readable(std::size_t row) const { return !check_.is_bad(row) && price_.valid(row); }

  const SubscriptionColumns& columns_;
  const CurrencyRows& currency_;
  const std::vector<std::uint8_t>& counts_;
  fealty::detail::RowCheck& check_;
  SubscriptionTable& table_;
  std::size_t rows_;
  bool is_mrr_;
  AmountReader price_;
};

inline void SubscriptionAmounts::read_interval() {
  const IdColumn& unit = columns_.interval_unit;
  if (!unit.present()) return;
  const std::vector<int> units = enum_indices(*unit.ids(), enum_names(IntervalUnit{}));
  const auto codes = unit.codes();
  check_.rule(
      "unknown_interval",
      [&](std::size_t row) { return codes[row] != no_id && units[codes[row]] < 0 && counted(row); },
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
  table_.unit.assign(rows_, static_cast<std::uint8_t>(IntervalUnit::month));
  for (std::size_t row = 0; row < rows_; ++row)
    if (codes[row] != no_id && units[codes[row]] >= 0)
      table_.unit[row] = static_cast<std::uint8_t>(units[codes[row]]);
}

inline void SubscriptionAmounts::read_parts() {
  const auto& c = columns_;
  check_.cells(c.discount_end, name_or(c.discount_end.name(), "discount_end"), Severity::information);
  const auto read = [&](const char* code, const Column<std::int64_t>& column, const char* field,
                        std::int64_t least, const char* rule, std::vector<std::int64_t>& to) {
    if (!column.present()) return;
    check_.cells(column, name_or(column.name(), field));
    check_.rule(
        code, [&](std::size_t row) { return counted(row) && column.valid(row) && column[row] < least; },
        [&](std::size_t row) {
          return ErrorDetail{"", name_or(column.name(), field), {}, fmt::format("{}", column[row]), rule};
        });
    to.assign(rows_, 1);
    for (std::size_t row = 0; row < rows_; ++row)
      if (column.valid(row) && column[row] >= least) to[row] = column[row];
  };
  read("interval_count_below_1", c.interval_count, "interval_count", 1, "is below 1", table_.interval_count);
  read("negative_quantity", c.quantity, "quantity", 0, "is negative", table_.quantity);
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
inline bool SubscriptionAmounts::read_plain(std::vector<std::int64_t>& prices) const {
  const Column<double>* const reals = columns_.mrr.present() ? columns_.mrr.reals() : nullptr;
  if (reals == nullptr || columns_.currency_column.present() || check_.any_bad() || !counts_.empty())
    return false;
  const std::int32_t exponent = currency_.exponent(0);
  for (std::size_t row = 0; row < rows_; ++row) {
    const auto amount = fealty::detail::to_minor((*reals)[row], exponent);
    if (!amount || !amount->exact) return false;
    prices[row] = amount->minor;
  }
  return true;
}

inline void SubscriptionAmounts::read_prices() {
  std::vector<std::int64_t> prices(rows_);
  if (read_plain(prices)) {
    table_.price = std::move(prices);
    return;
  }
  std::vector<std::uint8_t> inexact(rows_), beyond(rows_);
  for (std::size_t row = 0; row < rows_; ++row) {
    if (!readable(row)) continue;
    const auto price = price_.read(row, currency_.exponent(row));
    beyond[row] = !price;
    if (!price) continue;
    prices[row] = price->minor;
    inexact[row] = !price->exact;
    if (!price->exact && price_.rounds_up(row, currency_.exponent(row), price->minor))
      table_.ties.push_back(row);
  }
  table_.price = std::move(prices);
  read_discounts(inexact, beyond);
  check_amounts(inexact, beyond);
}

inline void SubscriptionAmounts::read_discounts(std::vector<std::uint8_t>& inexact,
                                                std::vector<std::uint8_t>& beyond) {
  const AmountColumn& discount = columns_.discount;
  if (!discount.present()) return;
  table_.discount.resize(rows_);
  for (std::size_t row = 0; row < rows_; ++row) {
    if (check_.is_bad(row) || !discount.valid(row) || discount.not_finite(row) || discount.negative(row))
      continue;
    const auto off = discount.minor(row, currency_.exponent(row));
    beyond[row] |= !off;
    inexact[row] |= off && !off->exact;
    table_.discount[row] = off ? off->minor : 0;
  }
}

inline void SubscriptionAmounts::check_amounts(const std::vector<std::uint8_t>& inexact,
                                               std::vector<std::uint8_t>& beyond) {
  std::vector<std::uint8_t> floored(rows_);
  const MonthlyRule monthly;
  const bool may_end = columns_.discount_end.present();
  for (std::size_t row = 0; row < rows_; ++row) {
    if (!readable(row) || beyond[row]) continue;
    const std::int64_t price = table_.price[row];
    beyond[row] = !monthly(table_, row, price, true) ||
                  (may_end && columns_.discount_end.valid(row) && !monthly(table_, row, price, false));
    if (table_.discount.empty()) continue;
    const std::int64_t quantity = table_.quantity.empty() ? 1 : table_.quantity[row];
    floored[row] = static_cast<int128>(price) * quantity < table_.discount[row];
  }
  const auto among = [&](const std::vector<std::uint8_t>& rows) {
    return [this, &rows](std::size_t row) { return rows[row] != 0 && counted(row); };
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
  table_.no_price = std::move(beyond);
}

/// Marks the rows that do not count by default and have no price that another policy could use.
inline void SubscriptionAmounts::note_missing() {
  if (counts_.empty()) {
    table_.no_price.clear();
    return;
  }
  table_.no_price.resize(rows_);
  for (std::size_t row = 0; row < rows_; ++row)
    if (!price_.usable(row)) table_.no_price[row] = 1;
}

}  // namespace fealty::revenue::detail
