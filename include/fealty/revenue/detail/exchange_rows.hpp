// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/exchange.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Checks a table of exchange rates.
class ExchangeRows {
 public:
  explicit ExchangeRows(const ExchangeRateColumns& columns)
      : columns_(columns), rows_(columns.date.size()), check_(who, columns.on_error, rows_),
        rate_name_(name_or(columns.rate.name(), "rate")) {
    check_shape();
    check_days(check_, columns.date, "date");
    const CurrencyRows base(who, "", columns.base.named(name_or(columns.base.name(), "base")), check_);
    const CurrencyRows quote(who, "", columns.quote.named(name_or(columns.quote.name(), "quote")), check_);
    check_rates();
    check_same_currency(base, quote);
    sort(base, quote);
    check_conflicts();
    note_duplicates();
    note_jumps();
  }

  std::size_t accepted() const {
    std::size_t count = 0;
    for (std::size_t row = 0; row < rows_; ++row) count += check_.is_bad(row) ? 0 : 1;
    return count;
  }
  const std::vector<RateRow>& sorted() const { return sorted_; }
  std::vector<Finding> take_findings() { return check_.take_findings(); }

 private:
  static constexpr const char* who = "ExchangeRates";
  static constexpr double least = 1e-18, most = 1e18;  // keeps exact products small

  void check_shape() const {
    if (columns_.max_age_days < 0)
      throw InvalidInput({.who = who,
                          .what = "max_age_days",
                          .where = {},
                          .value = fmt::format("{}", columns_.max_age_days),
                          .rule = "is negative"});
    const auto needs = [&](std::string_view field, const auto& column) {
      if (!column.present())
        throw InvalidInput({.who = who,
                            .what = std::string(field),
                            .where = {},
                            .value = "",
                            .rule = "is missing; the table needs this column"});
      if (column.size() != rows_)
        throw InvalidInput({.who = who,
                            .what = name_or(column.name(), field),
                            .where = {},
                            .value = fmt::format("{} rows", column.size()),
                            .rule = fmt::format("does not match the {} rows of {}", rows_,
                                                name_or(columns_.date.name(), "date"))});
    };
    needs("date", columns_.date);
    needs("base", columns_.base);
    needs("quote", columns_.quote);
    needs("rate", columns_.rate);
  }

  ErrorDetail says(std::size_t row, std::string rule) const {
    return {"", rate_name_, {}, fmt::format("{}", columns_.rate[row]), std::move(rule)};
  }

  void check_rates() {
    const auto& rate = columns_.rate;
    check_.cells(rate, rate_name_);
    check_.rule(
        "null_rate", [&](std::size_t row) { return !rate.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{"", rate_name_, {}, "", "is null; every row needs a rate"};
        });
    check_.rule(
        "not_finite", [&](std::size_t row) { return !std::isfinite(rate[row]); },
        [&](std::size_t row) { return says(row, "is not finite"); });
    check_.rule(
        "not_positive", [&](std::size_t row) { return !(rate[row] > 0); },
        [&](std::size_t row) { return says(row, "is not above 0"); });
    check_.rule(
        "rate_out_of_range", [&](std::size_t row) { return rate[row] < least || rate[row] > most; },
        [&](std::size_t row) { return says(row, "is not in [1e-18, 1e18]"); });
  }

  void check_same_currency(const CurrencyRows& base, const CurrencyRows& quote) {
    std::vector<std::uint8_t> same(rows_);
    for (std::size_t row = 0; row < rows_; ++row)
      same[row] =
          !check_.is_bad(row) && base.currencies()[base.index(row)] == quote.currencies()[quote.index(row)];
    check_.rule(
        "same_currency_rate", [&](std::size_t row) { return same[row] != 0 && columns_.rate[row] != 1; },
        [&](std::size_t row) {
          return says(row, fmt::format("is not 1, the rate of {} with itself", columns_.base.text(row)));
        });
    check_.note(
        "same_currency", Severity::information, [&](std::size_t row) { return same[row] != 0; },
        [&](std::size_t row) {
          return says(row,
                      fmt::format("is the rate of {} with itself and needs no row", columns_.base.text(row)));
        });
  }

  void sort(const CurrencyRows& base, const CurrencyRows& quote) {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const Currency from = base.currencies()[base.index(row)], to = quote.currencies()[quote.index(row)];
      if (from != to)
        sorted_.push_back({from, to, columns_.date[row], columns_.rate[row], static_cast<std::int64_t>(row)});
    }
    std::sort(sorted_.begin(), sorted_.end(),
              [](const RateRow& a, const RateRow& b) { return a.key() < b.key(); });
  }

  /// Calls f with the first and the end of each run of rows that one pair has on one day.
  template <class F>
  void each_day(F f) const {
    for (std::size_t begin = 0, end = 0; begin < sorted_.size(); begin = end) {
      for (end = begin; end < sorted_.size() && sorted_[end].same_pair(sorted_[begin]) &&
                        sorted_[end].day == sorted_[begin].day;)
        ++end;
      f(begin, end);
    }
  }

  /// No row of a day with different rates can be trusted, so none is kept.
  void check_conflicts() {
    std::vector<std::int64_t> other(rows_, -1);
    bool any = false;
    each_day([&](std::size_t begin, std::size_t end) {
      const auto differs = [&](std::size_t i) {
        return std::find_if(sorted_.begin() + static_cast<std::ptrdiff_t>(begin),
                            sorted_.begin() + static_cast<std::ptrdiff_t>(end),
                            [&](const RateRow& each) { return each.rate != sorted_[i].rate; });
      };
      const auto second = differs(begin);  // differs from the first; the first differs from it
      if (second == sorted_.begin() + static_cast<std::ptrdiff_t>(end)) return;
      any = true;
      for (std::size_t i = begin; i < end; ++i)
        other[row_of(i)] = sorted_[i].rate != sorted_[begin].rate ? sorted_[begin].row : second->row;
    });
    if (!any) return;
    check_.rule(
        "conflicting_rates", [&](std::size_t row) { return other[row] >= 0; },
        [&](std::size_t row) {
          const auto there = static_cast<std::size_t>(other[row]);
          return says(row, fmt::format("is not the rate of row {}, {}, for {}", there, columns_.rate[there],
                                       pair(row)));
        });
    sorted_.erase(
        std::remove_if(sorted_.begin(), sorted_.end(),
                       [&](const RateRow& each) { return other[static_cast<std::size_t>(each.row)] >= 0; }),
        sorted_.end());
  }

  void note_duplicates() {
    std::vector<std::int64_t> first(rows_, -1);
    each_day([&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin + 1; i < end; ++i) first[row_of(i)] = sorted_[begin].row;
    });
    check_.note(
        "duplicate_rate", Severity::information, [&](std::size_t row) { return first[row] >= 0; },
        [&](std::size_t row) {
          return says(row, fmt::format("is that of row {} again, for {}", first[row], pair(row)));
        });
  }

  /// A rate that doubles or halves within a month: a slip of the decimal point, or of the two currencies.
  void note_jumps() {
    std::vector<std::int64_t> before(rows_, -1);
    for (std::size_t i = 1; i < sorted_.size(); ++i) {
      const RateRow &last = sorted_[i - 1], &now = sorted_[i];
      if (now.same_pair(last) && now.day - last.day <= 31 &&
          (now.rate > 2 * last.rate || now.rate < last.rate / 2))
        before[row_of(i)] = last.row;
    }
    check_.note(
        "rate_jump", Severity::warning, [&](std::size_t row) { return before[row] >= 0; },
        [&](std::size_t row) {
          const auto there = static_cast<std::size_t>(before[row]);
          return says(row, fmt::format("for {} is far from {} on {}", pair(row), columns_.rate[there],
                                       to_string(Date{columns_.date[there]})));
        });
  }

  std::size_t row_of(std::size_t i) const { return static_cast<std::size_t>(sorted_[i].row); }
  std::string pair(std::size_t row) const {
    return fmt::format("{} to {} on {}", columns_.base.text(row), columns_.quote.text(row),
                       to_string(Date{columns_.date[row]}));
  }

  const ExchangeRateColumns& columns_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  std::string rate_name_;
  std::vector<RateRow> sorted_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline ExchangeRates::ExchangeRates(const ExchangeRateColumns& columns) {
  detail::ExchangeRows rows(columns);
  data_ = std::make_shared<const Data>(
      Data{detail::RateTable(rows.sorted()), rows.accepted(), columns.max_age_days, rows.take_findings()});
}

inline void ExchangeRates::refuse(const Currency& base, const Currency& quote, Date day) const {
  constexpr std::int64_t always = std::numeric_limits<std::int64_t>::min();
  std::string rule = fmt::format("is missing on {}; ", to_string(day));
  if (const auto before = data_->table.find(base, quote, day.days, always)) {
    const std::int64_t age = std::int64_t{day.days} - before->day;
    rule += fmt::format("the latest before is of {}, {} {} older (max_age_days is {})",
                        to_string(Date{before->day}), age, age == 1 ? "day" : "days", data_->max_age_days);
  } else if (data_->table.find(base, quote, max_day, always)) {
    rule += "there is none on any day before";
  } else {
    rule += "no rows lead from one to the other, directly or through a third currency";
  }
  throw InvalidInput({.who = "ExchangeRates",
                      .what = "rate",
                      .where = {},
                      .value = fmt::format("{} to {}", base.code(), quote.code()),
                      .rule = std::move(rule)});
}

}  // namespace fealty::revenue
