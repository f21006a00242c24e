// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/span_builder.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// A checked row of a table that has one amount on one day.
struct PointRow {
  std::uint32_t account;
  std::uint16_t currency;
  std::int32_t date;
  std::int64_t amount;
  std::int64_t row;

  auto key() const { return std::tuple(account, currency, date, row); }
};

/// The columns that such tables share, under the names that errors use.
struct PointColumns {
  const char* who;
  const char* amount_field;
  const IdColumn& account;
  const Column<std::int32_t>& date;
  const AmountColumn& major;
  const Column<std::int64_t>& minor;
  const std::string& currency;
  const IdColumn& currency_column;
  OnError on_error;
  bool may_be_negative;
};

/// Checks the rows; the result is sorted by account, currency and date.
class PointRows {
 public:
  explicit PointRows(const PointColumns& columns)
      : columns_(columns), rows_(columns.account.size()), check_(columns.who, columns.on_error, rows_) {
    check_shape();
    check_accounts(check_, columns.account);
    check_days(check_, columns.date, "date");
    const CurrencyRows currency(columns.who, columns.currency, columns.currency_column, check_);
    currencies_ = currency.currencies();
    const AmountReader reader(columns.major, columns.minor, columns.amount_field);
    reader.check(check_, {}, "is null; every row needs an amount", columns.may_be_negative);
    read(reader, currency);
    std::sort(points_.begin(), points_.end(),
              [](const PointRow& a, const PointRow& b) { return a.key() < b.key(); });
  }

  fealty::detail::RowCheck& check() { return check_; }
  std::vector<PointRow>& points() { return points_; }
  const std::vector<Currency>& currencies() const { return currencies_; }

 private:
  void check_shape() const {
    const std::string who = columns_.who;
    require_column(who, "account", columns_.account, rows_);
    require_column(who, "date", columns_.date, rows_);
    if (columns_.major.present() == columns_.minor.present())
      throw InvalidInput({.who = who,
                          .what = fmt::format("{0}, {0}_minor", columns_.amount_field),
                          .where = {},
                          .value = columns_.major.present() ? "2 columns" : "0 columns",
                          .rule = "were given; exactly one of the two says the amount"});
    check_length(who, columns_.amount_field, columns_.major, rows_);
    check_length(who, std::string(columns_.amount_field) + "_minor", columns_.minor, rows_);
    check_length(who, "currency_column", columns_.currency_column, rows_);
  }
  void read(const AmountReader& reader, const CurrencyRows& currency) {
    std::vector<std::uint8_t> inexact(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      auto amount = reader.read(row, currency.exponent(row));
      if (amount && amount->minor == std::numeric_limits<std::int64_t>::min()) amount.reset();  // has no size
      beyond[row] = !amount;
      inexact[row] = amount && !amount->exact;
      if (amount)
        points_.push_back({columns_.account.codes()[row], currency.index(row), columns_.date[row],
                           amount->minor, static_cast<std::int64_t>(row)});
    }
    const auto describe = [&](const char* rule) {
      return [&reader, rule](std::size_t row) {
        return ErrorDetail{"", reader.name(), {}, reader.text(row), rule};
      };
    };
    check_.rule<Overflow>(
        "overflow", [&](std::size_t row) { return beyond[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             reader.name(),
                             {},
                             fmt::format("{} of account {}", reader.text(row), columns_.account.text(row)),
                             "is too large to be exact"};
        });
    check_.note(
        "more_digits_than_currency", Severity::warning, [&](std::size_t row) { return inexact[row] != 0; },
        describe("has more digits than its currency; it was rounded half-even"));
  }

  PointColumns columns_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  std::vector<Currency> currencies_;
  std::vector<PointRow> points_;
};

/// The span that a point opens.
inline Span span_of(const PointRow& point, std::int32_t end) {
  return {.account = point.account,
          .currency = point.currency,
          .start = point.date,
          .end = end,
          .amount = point.amount,
          .row = point.row};
}

}  // namespace fealty::revenue::detail
