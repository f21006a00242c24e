// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/coverage/account_scores.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Checks and reads the rows of a table of scores.
class ScoreReader {
 public:
  explicit ScoreReader(const ScoreColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_),
        amounts_(columns.acv, columns.acv_minor, "acv") {
    check_shape();
    revenue::detail::check_accounts(check_, c_.account);
    if (c_.date.present()) revenue::detail::check_days(check_, c_.date, "date");
    const revenue::detail::CurrencyRows currency(who, c_.currency, {}, check_);
    amounts_.check(check_, {}, "is null; every row needs an amount");
    check_factor(c_.potential, "potential");
    check_factor(c_.complexity, "complexity");
    check_repeats();
    data_.accounts = c_.account.ids();
    data_.tiers = c_.tier.present() ? c_.tier.ids() : std::make_shared<const Ids>();
    data_.currency = currency.currencies().front();
    data_.dated = c_.date.present();
    read();
    data_.findings = check_.take_findings();
  }
  ScoreRows take() { return std::move(data_); }

 private:
  static constexpr const char* who = "AccountScores";

  void check_shape() const {
    revenue::detail::require_column(who, "account", c_.account, rows_);
    if (c_.acv.present() == c_.acv_minor.present())
      throw InvalidInput({.who = who,
                          .what = "acv, acv_minor",
                          .where = {},
                          .value = c_.acv.present() ? "2 columns" : "0 columns",
                          .rule = "were given; exactly one of the two says the amount"});
    revenue::detail::check_length(who, "date", c_.date, rows_);
    revenue::detail::check_length(who, "acv", c_.acv, rows_);
    revenue::detail::check_length(who, "acv_minor", c_.acv_minor, rows_);
    revenue::detail::check_length(who, "potential", c_.potential, rows_);
    revenue::detail::check_length(who, "complexity", c_.complexity, rows_);
    revenue::detail::check_length(who, "tier", c_.tier, rows_);
  }
  void check_factor(const Column<double>& factor, const char* field) {
    if (!factor.present()) return;
    const std::string name = revenue::detail::name_or(factor.name(), field);
    check_.cells(factor, name);
    check_.rule(
        "null_number", [&](std::size_t row) { return !factor.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs this factor"};
        });
    check_.rule(
        "number_out_of_range", [&](std::size_t row) { return !(factor[row] >= 0 && factor[row] <= 1e9); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", factor[row]), "is not a number from 0 to 1e9"};
        });
  }
  std::int32_t day(std::size_t row) const { return c_.date.present() ? c_.date[row] : 0; }
  void check_repeats() {
    const auto codes = c_.account.codes();
    std::vector<std::uint32_t> order;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) order.push_back(static_cast<std::uint32_t>(row));
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(codes[a], day(a), a) < std::tuple(codes[b], day(b), b);
    });
    std::vector<std::int64_t> other(rows_, -1);
    for (std::size_t i = 1; i < order.size(); ++i) {
      const std::uint32_t a = order[i - 1], b = order[i];
      if (codes[a] != codes[b] || day(a) != day(b)) continue;
      other[b] = a;
      if (other[a] < 0) other[a] = b;
    }
    check_.rule(
        "repeated_row", [&](std::size_t row) { return other[row] >= 0; },
        [&](std::size_t row) {
          const std::string when = c_.date.present() ? " on " + to_string(Date{day(row)}) : "";
          return ErrorDetail{
              "",
              revenue::detail::name_or(c_.account.name(), "account"),
              {},
              c_.account.text(row),
              fmt::format("stands in row {} too{}; it has one score at a time", other[row], when)};
        });
  }
  void read() {
    const auto factor = [](const Column<double>& column, std::size_t row) {
      return column.present() ? column[row] : 1.0;
    };
    const double unit = std::pow(10, data_.currency.exponent);
    std::vector<std::uint8_t> inexact(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const auto amount = amounts_.read(row, data_.currency.exponent);
      beyond[row] = amount ? 0 : 1;
      inexact[row] = amount && !amount->exact ? 1 : 0;
      if (!amount) continue;
      data_.rows.push_back({.account = c_.account.codes()[row],
                            .date = day(row),
                            .acv = amount->minor,
                            .score = static_cast<double>(amount->minor) / unit * factor(c_.potential, row) *
                                     factor(c_.complexity, row),
                            .tier = c_.tier.present() ? c_.tier.codes()[row] : no_id,
                            .row = static_cast<std::int64_t>(row)});
    }
    note_amounts(inexact, beyond);
    const auto rank = data_.accounts->ranks();
    std::sort(data_.rows.begin(), data_.rows.end(), [&](const ScoreRow& a, const ScoreRow& b) {
      return std::pair(rank[a.account], a.date) < std::pair(rank[b.account], b.date);
    });
  }
  void note_amounts(const std::vector<std::uint8_t>& inexact, const std::vector<std::uint8_t>& beyond) {
    check_.rule<Overflow>(
        "overflow", [&](std::size_t row) { return beyond[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", amounts_.name(), {}, amounts_.text(row), "is too large to be exact"};
        });
    check_.note(
        "more_digits_than_currency", Severity::warning, [&](std::size_t row) { return inexact[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             amounts_.name(),
                             {},
                             amounts_.text(row),
                             "has more digits than its currency; it was rounded half-even"};
        });
  }

  const ScoreColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  revenue::detail::AmountReader amounts_;
  ScoreRows data_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline AccountScores::AccountScores(const ScoreColumns& columns)
    : data_(std::make_shared<const detail::ScoreRows>(detail::ScoreReader(columns).take())) {}

}  // namespace fealty::coverage
