// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/contracts.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/amount_reader.hpp>
#include <fealty/revenue/detail/currency_rows.hpp>
#include <fealty/revenue/detail/term.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Checks and reads the rows of a contracts table.
class ContractReader {
 public:
  explicit ContractReader(const ContractColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_("Contracts", columns.on_error, rows_) {
    check_shape();
    check_accounts(check_, c_.account);
    check_days(check_, c_.signed_on, "signed_on");
    check_days(check_, c_.start, "start");
    check_days(check_, c_.end, "end");
    check_terms();
    const CurrencyRows currency("Contracts", c_.currency, c_.currency_column, check_);
    data_.accounts = c_.account.ids();
    data_.contracts = c_.contract.present() ? c_.contract.ids() : std::make_shared<const Ids>();
    data_.currencies = currency.currencies();
    read(currency);
    note_signed_after_start();
    sort();
  }

  ContractRows take_rows() { return std::move(data_); }
  std::vector<Finding> take_findings() {
    std::vector<Finding> findings = check_.take_findings();
    if (auto twice = duplicates(); !twice.rows.empty()) findings.push_back(std::move(twice));
    return findings;
  }

 private:
  void check_shape() const {
    const std::string who = "Contracts";
    require_column(who, "account", c_.account, rows_);
    require_column(who, "signed_on", c_.signed_on, rows_);
    require_column(who, "start", c_.start, rows_);
    require_column(who, "end", c_.end, rows_);
    if (c_.total.present() == c_.total_minor.present())
      refuse("total, total_minor", c_.total.present() ? "2 columns" : "0 columns",
             "were given; exactly one of the two says the amount");
    if (c_.one_time.present() && c_.one_time_minor.present())
      refuse("one_time, one_time_minor", "2 columns", "were given; at most one of the two says the amount");
    check_length(who, "total", c_.total, rows_);
    check_length(who, "total_minor", c_.total_minor, rows_);
    check_length(who, "one_time", c_.one_time, rows_);
    check_length(who, "one_time_minor", c_.one_time_minor, rows_);
    check_length(who, "contract", c_.contract, rows_);
    check_length(who, "currency_column", c_.currency_column, rows_);
  }
  static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = "Contracts",
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }

  void check_terms() {
    const auto end = c_.end.values(), start = c_.start.values();
    const std::string name = name_or(c_.end.name(), "end"), start_name = name_or(c_.start.name(), "start");
    check_.rule(
        "end_before_start", [&](std::size_t row) { return end[row] < start[row]; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             to_string(Date{end[row]}),
                             fmt::format("is before {} {}", start_name, to_string(Date{start[row]}))};
        });
    check_.rule(
        "zero_length_contract", [&](std::size_t row) { return end[row] == start[row]; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             to_string(Date{end[row]}),
                             fmt::format("is its {}; a contract covers at least one day", start_name)};
        });
  }

  void read(const CurrencyRows& currency) {
    const AmountReader total(c_.total, c_.total_minor, "total");
    total.check(check_, {}, "is null; every row needs a total");
    const bool has_one_time = c_.one_time.present() || c_.one_time_minor.present();
    const AmountReader one_time(c_.one_time, c_.one_time_minor, "one_time");
    std::vector<std::uint8_t> given(rows_);
    for (std::size_t row = 0; has_one_time && row < rows_; ++row) given[row] = one_time.valid(row) ? 1 : 0;
    if (has_one_time) one_time.check(check_, given, "");
    std::vector<std::uint8_t> inexact(rows_), inexact_once(rows_), beyond(rows_);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const auto exponent = currency.exponent(row);
      const auto recurring = total.read(row, exponent);
      const auto once = given[row] != 0 ? one_time.read(row, exponent) : MinorUnits{};
      const bool fits = recurring && once && annual_fits(row, recurring->minor, once->minor);
      beyond[row] = fits ? 0 : 1;
      if (!fits) continue;
      inexact[row] = recurring->exact ? 0 : 1;
      inexact_once[row] = once->exact ? 0 : 1;
      data_.rows.push_back({c_.account.codes()[row], c_.contract.present() ? c_.contract.codes()[row] : no_id,
                            currency.index(row), c_.signed_on[row], c_.start[row], c_.end[row],
                            recurring->minor, once->minor, static_cast<std::int64_t>(row)});
    }
    refuse_beyond(beyond, total);
    note_inexact(inexact, total);
    if (has_one_time) note_inexact(inexact_once, one_time);
  }
  bool annual_fits(std::size_t row, std::int64_t recurring, std::int64_t once) const {
    const auto value = static_cast<fealty::detail::int128>(recurring) + once;
    const Term term = term_of(Date{c_.start[row]}, Date{c_.end[row]});
    return fealty::detail::fits_int64(value) && fealty::detail::fits_int64(per_months(value, term, 12));
  }
  void refuse_beyond(const std::vector<std::uint8_t>& beyond, const AmountReader& total) {
    check_.rule<Overflow>(
        "overflow", [&](std::size_t row) { return beyond[row] != 0; },
        [&](std::size_t row) {
          return ErrorDetail{
              "",
              total.name(),
              {},
              fmt::format("{} of account {}", total.text(row), c_.account.text(row)),
              "is too large: with its one-time part, or in a year, it is beyond what is exact"};
        });
  }
  void note_inexact(const std::vector<std::uint8_t>& inexact, const AmountReader& reader) {
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
  void note_signed_after_start() {
    check_.note(
        "signed_after_start", Severity::warning,
        [&](std::size_t row) { return c_.signed_on[row] > c_.start[row]; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c_.signed_on.name(), "signed_on"),
                             {},
                             to_string(Date{c_.signed_on[row]}),
                             fmt::format("is after {} {}", name_or(c_.start.name(), "start"),
                                         to_string(Date{c_.start[row]}))};
        });
  }

  /// One order for all orders of the caller's rows.
  void sort() {
    if (rows_ == 0) return;
    const auto rank = data_.accounts->ranks(), contract_rank = data_.contracts->ranks();
    const auto key = [&](const ContractRow& r) {
      const std::uint32_t contract = r.contract == no_id ? no_id : contract_rank[r.contract];
      return std::tuple(rank[r.account], r.start, r.end, r.signed_on, r.total, r.one_time, contract,
                        r.currency, r.row);
    };
    std::sort(data_.rows.begin(), data_.rows.end(),
              [&](const ContractRow& a, const ContractRow& b) { return key(a) < key(b); });
  }

  /// Rows that repeat another in every column.
  Finding duplicates() const {
    Finding finding{.code = "duplicate_contract", .severity = Severity::warning, .rows = {}, .message = {}};
    std::vector<std::pair<std::int64_t, std::int64_t>> pairs;  // a row, and the one that it repeats
    const auto key = [](const ContractRow& r) {
      return std::tuple(r.account, r.contract, r.currency, r.signed_on, r.start, r.end, r.total, r.one_time);
    };
    for (std::size_t i = 1, first = 0; i < data_.rows.size(); ++i) {
      if (key(data_.rows[i]) != key(data_.rows[first])) first = i;
      else pairs.emplace_back(data_.rows[i].row, data_.rows[first].row);
    }
    std::sort(pairs.begin(), pairs.end());
    for (const auto& pair : pairs) finding.rows.push_back(pair.first);
    if (!pairs.empty())
      finding.message =
          fmt::format("row {}: account {} has the same contract in row {}; both count", pairs.front().first,
                      c_.account.text(static_cast<std::size_t>(pairs.front().first)), pairs.front().second);
    return finding;
  }

  const ContractColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  ContractRows data_;
};

/// The currency of all contracts.
inline Currency one_currency(const char* who, const ContractRows& data) {
  if (data.rows.empty()) return data.currencies.empty() ? Currency{} : data.currencies.front();
  std::vector<bool> used(data.currencies.size());
  for (const ContractRow& row : data.rows) used[row.currency] = true;
  if (std::count(used.begin(), used.end(), true) == 1) return data.currencies[data.rows.front().currency];
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < used.size(); ++i)
    if (used[i]) codes.push_back(data.currencies[i].code());
  std::sort(codes.begin(), codes.end());
  throw InvalidInput({.who = who,
                      .what = "currency",
                      .where = {},
                      .value = fmt::format("{}", fmt::join(codes, ", ")),
                      .rule = "are several; split the contracts by currency"});
}

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline Contracts::Contracts(const ContractColumns& columns) {
  detail::ContractReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::ContractRows>(reader.take_rows());
}

}  // namespace fealty::revenue
