// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/summary.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The caller's columns of a cell.
struct SummaryCell {
  const AmountColumn* major;
  const Column<std::int64_t>* minor;
  const Column<std::int64_t>* accounts;
};

/// By the cell's place in LedgerCell; null where a summary has no such column.
inline std::array<SummaryCell, cell_count> summary_cells(const SummaryColumns& c) {
  std::array<SummaryCell, cell_count> cells{};
  const auto set = [&](LedgerCell cell, const AmountColumn& major, const Column<std::int64_t>& minor,
                       const Column<std::int64_t>& accounts) {
    cells[static_cast<std::size_t>(cell)] = {&major, &minor, &accounts};
  };
  set(LedgerCell::opening, c.opening, c.opening_minor, c.opening_accounts);
  set(LedgerCell::new_business, c.new_business, c.new_business_minor, c.new_business_accounts);
  set(LedgerCell::reactivation, c.reactivation, c.reactivation_minor, c.reactivation_accounts);
  set(LedgerCell::expansion, c.expansion, c.expansion_minor, c.expansion_accounts);
  set(LedgerCell::contraction, c.contraction, c.contraction_minor, c.contraction_accounts);
  set(LedgerCell::churn, c.churn, c.churn_minor, c.churn_accounts);
  static const Column<std::int64_t> no_accounts;  // rates of exchange move none
  set(LedgerCell::exchange, c.exchange, c.exchange_minor, no_accounts);
  set(LedgerCell::closing, c.closing, c.closing_minor, c.closing_accounts);
  return cells;
}

class SummaryReader {
 public:
  SummaryReader(const SummaryColumns& columns)
      : columns_(columns), cells_(summary_cells(columns)),
        rows_(columns.period.present() ? columns.period.size() : columns.date.size()),
        check_("Summary", columns.on_error, rows_) {}

  SummaryData read(std::vector<Finding>& findings) {
    check_shape();
    check_periods();
    if (columns_.account.present()) check_accounts(check_, columns_.account);
    const CurrencyRows currency("Summary", columns_.currency, columns_.currency_column, check_);
    data_.currencies = currency.currencies();
    for (std::size_t cell = 0; cell < cell_count; ++cell) read_money(cell, currency);
    for (std::size_t cell = 0; cell < cell_count; ++cell) read_accounts(cell);
    for (const auto cell : {LedgerCell::contraction, LedgerCell::churn})
      reverse_signs(static_cast<std::size_t>(cell));
    keep_good_rows(currency);
    findings = check_.take_findings();
    return std::move(data_);
  }

 private:
  static InvalidInput refusal(std::string what, std::string value, std::string rule) {
    return InvalidInput({"Summary", std::move(what), {}, std::move(value), std::move(rule)});
  }

  void check_shape() {
    const bool names = columns_.period.present(), days = columns_.date.present();
    if (names == days)
      throw refusal("period, date", names ? "2 columns" : "0 columns",
                    "were given; exactly one of the two says the period");
    const auto length = [&](const std::string& field, const auto& column) {
      if (column.present() && column.size() != rows_)
        throw refusal(name_or(column.name(), field), fmt::format("{} rows", column.size()),
                      fmt::format("does not match the {} rows of {}", rows_, names ? "period" : "date"));
    };
    length("account", columns_.account);
    length("currency_column", columns_.currency_column);
    bool any = false;
    for (std::size_t cell = 0; cell < cell_count; ++cell) {
      if (cells_[cell].major == nullptr) continue;
      const std::string name(cell_names[cell]);
      const auto& [major, minor, accounts] = cells_[cell];
      if (major->present() && minor->present())
        throw refusal(fmt::format("{0}, {0}_minor", name), "2 columns",
                      "were given; at most one of the two says the amount");
      length(name, *major);
      length(name + "_minor", *minor);
      length(name + "_accounts", *accounts);
      if (accounts->present() && columns_.account.present())
        throw refusal(name_or(accounts->name(), name + "_accounts"), "",
                      "stands beside account; accounts are counted in totals alone");
      data_.has_money[cell] = major->present() || minor->present();
      data_.has_accounts[cell] = accounts->present();
      any |= data_.has_money[cell] || data_.has_accounts[cell];
    }
    if (!any)
      throw refusal("opening, …, closing, opening_accounts, …, closing_accounts", "0 columns",
                    "were given; at least one says what to compare");
  }

  void check_periods() {
    data_.period = columns_.period;
    data_.date = columns_.date.kept();
    data_.account = columns_.account;
    if (columns_.date.present()) return check_days(check_, columns_.date, "date");
    const auto codes = columns_.period.codes();
    const Ids& texts = *columns_.period.ids();
    std::vector<std::uint8_t> known;
    for (std::uint32_t code = 0; code < texts.size(); ++code) {
      const auto name = parse_period_name(texts.text(code));
      known.push_back(name ? 1 : 0);
      data_.names.push_back(name.value_or(PeriodName{}));
    }
    const std::string field = data_.period_field();
    check_.rule(
        "null_period", [&](std::size_t row) { return codes[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", field, {}, "", "is null; every row needs a period"};
        });
    check_.rule(
        "unknown_period", [&](std::size_t row) { return codes[row] == no_id || known[codes[row]] == 0; },
        [&](std::size_t row) {
          return ErrorDetail{
              "",
              field,
              {},
              "\"" + columns_.period.text(row) + "\"",
              "is no period such as 2024-12, 2024-Q4, 2024-W52, 2024, FY2024-Q4 or FY2024, and "
              "no day from 1900-01-01 on"};
        });
  }

  void read_money(std::size_t cell, const CurrencyRows& currency) {
    if (!data_.has_money[cell]) return;
    const AmountReader reader(*cells_[cell].major, *cells_[cell].minor, cell_names[cell]);
    reader.check(check_, {}, "is null; write 0 where there is nothing, or leave the column out", true);
    std::vector<std::int64_t>& values = data_.money[cell];
    values.resize(rows_);
    std::vector<std::uint8_t> inexact(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const auto amount = reader.read(row, currency.exponent(row));
      beyond[row] = !amount || amount->minor == std::numeric_limits<std::int64_t>::min();
      inexact[row] = amount && !amount->exact;
      values[row] = beyond[row] != 0 ? 0 : amount->minor;
    }
    const auto describe = [&](const char* rule) {
      return [&reader, rule](std::size_t row) {
        return ErrorDetail{"", reader.name(), {}, reader.text(row), rule};
      };
    };
    check_.rule<Overflow>(
        "overflow", [&](std::size_t row) { return beyond[row] != 0; }, describe("is too large to be exact"));
    check_.note(
        "more_digits_than_currency", Severity::warning, [&](std::size_t row) { return inexact[row] != 0; },
        describe("has more digits than its currency; it was rounded half-even"));
  }

  void read_accounts(std::size_t cell) {
    if (!data_.has_accounts[cell]) return;
    const Column<std::int64_t>& column = *cells_[cell].accounts;
    const std::string name = name_or(column.name(), std::string(cell_names[cell]) + "_accounts");
    check_.cells(column, name);
    check_.rule(
        "null_count", [&](std::size_t row) { return !column.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{
              "", name, {}, "", "is null; write 0 where there is none, or leave the column out"};
        });
    check_.rule(
        "negative_count", [&](std::size_t row) { return column[row] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", column[row]), "is negative"};
        });
    data_.accounts[cell].assign(column.values().begin(), column.values().end());
  }

  void reverse_signs(std::size_t cell) {
    std::vector<std::int64_t>& values = data_.money[cell];
    std::size_t below = 0, above = 0;
    for (std::size_t row = 0; row < values.size(); ++row) {
      if (check_.is_bad(row)) continue;
      below += values[row] < 0 ? 1U : 0U;
      above += values[row] > 0 ? 1U : 0U;
    }
    if (below <= above) return;
    const AmountReader reader(*cells_[cell].major, *cells_[cell].minor, cell_names[cell]);
    check_.note(
        "signs_reversed", Severity::information, [&](std::size_t row) { return values[row] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{
              "",
              reader.name(),
              {},
              reader.text(row),
              "is negative, as most of the column; it holds amounts lost, which a ledger writes "
              "above 0, so all its signs were reversed"};
        });
    for (auto& value : values) value = -value;
  }

  void keep_good_rows(const CurrencyRows& currency) {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      data_.row.push_back(static_cast<std::int64_t>(row));
      data_.currency.push_back(currency.index(row));
    }
    for (auto* columns : {&data_.money, &data_.accounts})
      for (auto& values : *columns)
        for (std::size_t i = 0; i < data_.row.size() && !values.empty(); ++i)
          values[i] = values[static_cast<std::size_t>(data_.row[i])];
  }

  const SummaryColumns& columns_;
  std::array<SummaryCell, cell_count> cells_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  SummaryData data_;
};

inline std::shared_ptr<const SummaryData> read_summary(const SummaryColumns& columns,
                                                       std::vector<Finding>& findings) {
  return std::make_shared<const SummaryData>(SummaryReader(columns).read(findings));
}

}  // namespace fealty::revenue::detail
