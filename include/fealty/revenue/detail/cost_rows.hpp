// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/costs.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Checks and reads the rows of a costs table.
class CostReader {
 public:
  explicit CostReader(const CostColumns& columns)
      : c_(columns), rows_(columns.period.size()), check_("Costs", columns.on_error, rows_) {
    check_shape();
    check_days(check_, c_.period, "period");
    const CurrencyRows currency("Costs", c_.currency, c_.currency_column, check_);
    check_one_currency(currency);
    std::vector<std::int64_t> sales =
        read(c_.sales_and_marketing, c_.sales_and_marketing_minor, "sales_and_marketing", currency);
    std::vector<std::int64_t> goods =
        read(c_.cost_of_goods_sold, c_.cost_of_goods_sold_minor, "cost_of_goods_sold", currency);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      data_.day.push_back(c_.period[row]);
      if (!sales.empty()) data_.sales_and_marketing.push_back(sales[row]);
      if (!goods.empty()) data_.cost_of_goods_sold.push_back(goods[row]);
      data_.currency = currency.currencies()[currency.index(row)];
    }
    if (data_.day.empty() && !currency.currencies().empty()) data_.currency = currency.currencies().front();
    check_sum(data_.sales_and_marketing, "sales_and_marketing");
    check_sum(data_.cost_of_goods_sold, "cost_of_goods_sold");
  }

  CostRows take_rows() { return std::move(data_); }
  std::vector<Finding> take_findings() {
    std::vector<Finding> findings = check_.take_findings();
    if (auto twice = duplicates(); !twice.rows.empty()) findings.push_back(std::move(twice));
    return findings;
  }

 private:
  template <class AnyColumn>
  void check_rows(const char* field, const AnyColumn& column) const {
    if (column.present() && column.size() != rows_)
      refuse(name_or(column.name(), field), fmt::format("{} rows", column.size()),
             fmt::format("does not match the {} rows of period", rows_));
  }
  void check_shape() const {
    require_column("Costs", "period", c_.period, rows_);
    const bool sales = c_.sales_and_marketing.present(), sales_minor = c_.sales_and_marketing_minor.present(),
               goods = c_.cost_of_goods_sold.present(), goods_minor = c_.cost_of_goods_sold_minor.present();
    if (sales && sales_minor)
      refuse("sales_and_marketing, sales_and_marketing_minor", "2 columns",
             "were given; at most one of the two says the amount");
    if (goods && goods_minor)
      refuse("cost_of_goods_sold, cost_of_goods_sold_minor", "2 columns",
             "were given; at most one of the two says the amount");
    if (!sales && !sales_minor && !goods && !goods_minor)
      refuse("sales_and_marketing, cost_of_goods_sold", "0 columns",
             "were given; the table needs one of them");
    check_rows("sales_and_marketing", c_.sales_and_marketing);
    check_rows("sales_and_marketing_minor", c_.sales_and_marketing_minor);
    check_rows("cost_of_goods_sold", c_.cost_of_goods_sold);
    check_rows("cost_of_goods_sold_minor", c_.cost_of_goods_sold_minor);
    check_rows("currency_column", c_.currency_column);
  }
  static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "Costs",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }

  /// No single row is to blame, so none is dropped.
  void check_one_currency(const CurrencyRows& currency) const {
    std::vector<std::string> codes;
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) codes.push_back(currency.currencies()[currency.index(row)].code());
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    if (codes.size() > 1)
      refuse(name_or(c_.currency_column.name(), "currency_column"), fmt::format("{}", fmt::join(codes, ", ")),
             "are several; costs are of one currency");
  }

  /// The column in minor units; empty when it was not given.
  std::vector<std::int64_t> read(const AmountColumn& major, const Column<std::int64_t>& minor,
                                 const char* field, const CurrencyRows& currency) {
    if (!major.present() && !minor.present()) return {};
    const AmountReader reader(major, minor, field);
    reader.check(check_, {}, "is null; every row needs an amount");
    std::vector<std::int64_t> amounts(rows_);
    std::vector<std::uint8_t> inexact(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const auto amount = reader.read(row, currency.exponent(row));
      beyond[row] = amount ? 0 : 1;
      if (!amount) continue;
      amounts[row] = amount->minor;
      inexact[row] = amount->exact ? 0 : 1;
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
    return amounts;
  }
  static void check_sum(const std::vector<std::int64_t>& amounts, const char* field) {
    fealty::detail::int128 sum = 0;
    for (const auto amount : amounts) sum += amount;
    if (!fealty::detail::fits_int64(sum))
      throw Overflow({.who = "Costs",
                      .what = field,
                      .where = {},
                      .value = fmt::format("{} rows", amounts.size()),
                      .rule = "sum beyond 64 bits of minor units"});
  }

  Finding duplicates() const {
    Finding finding{.code = "duplicate_period", .severity = Severity::warning, .rows = {}, .message = {}};
    std::vector<std::size_t> order(rows_);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t row) { return check_.is_bad(row); });
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return c_.period[a] < c_.period[b]; });
    for (std::size_t i = 1; i < order.size(); ++i)
      if (c_.period[order[i]] == c_.period[order[i - 1]])
        finding.rows.push_back(static_cast<std::int64_t>(order[i]));
    std::sort(finding.rows.begin(), finding.rows.end());
    if (!finding.rows.empty())
      finding.message =
          fmt::format("row {}: there are other costs of {}; they add up", finding.rows.front(),
                      to_string(Date{c_.period[static_cast<std::size_t>(finding.rows.front())]}));
    return finding;
  }

  const CostColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  CostRows data_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline Costs::Costs(const CostColumns& columns) {
  detail::CostReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::CostRows>(reader.take_rows());
}

}  // namespace fealty::revenue
