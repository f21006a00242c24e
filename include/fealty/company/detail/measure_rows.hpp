// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/company/measures.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/ids.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::company::detail {

/// Measures in the making: one dictionary of accounts for all tables.
class MeasureRows {
 public:
  explicit MeasureRows(const char* who) : who_(who) {}

  /// The code here of each account of a table.
  ///
  /// \throws InvalidInput  when a table has texts and another integers
  std::vector<std::uint32_t> codes_of(const Ids& ids, const char* table) {
    if (ids.size() > 0 && accounts_.size() > 0 && ids.is_text() != accounts_.is_text())
      throw InvalidInput({who_,
                          table + std::string(".account"),
                          {},
                          "",
                          ids.is_text() ? "holds texts where those of subscriptions are integers"
                                        : "holds integers where those of subscriptions are texts"});
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 0; code < ids.size(); ++code)
      codes.push_back(ids.is_text() ? accounts_.encode(ids.view(code)) : accounts_.encode(ids.number(code)));
    return codes;
  }
  std::size_t accounts() const { return accounts_.size(); }

  /// What is NaN was not measured.
  void add(std::uint32_t account, std::string_view measure, double value, std::int32_t date) {
    if (!std::isnan(value)) rows_.push_back({account, measures_.encode(measure), date, value});
  }
  /// Tells something once, however many days it is true of.
  ///
  /// \param about  what it is once of; the message by default
  void note(std::string code, Severity severity, const std::string& message, const std::string& about = {}) {
    if (told_.insert(code + (about.empty() ? message : about)).second)
      findings_.push_back({std::move(code), severity, {}, std::string(who_) + ": " + message});
  }
  /// The same of what a calculator found.
  void pass_on(const std::vector<Finding>& findings, std::string_view code) {
    for (const Finding& each : findings)
      if (each.code == code && told_.insert(each.code).second)
        findings_.push_back({each.code, each.severity, {}, each.message});
  }

  Measures take() {
    sort();
    Measures out;
    std::vector<std::uint32_t> accounts, measures;
    for (const Row& row : rows_) {
      accounts.push_back(row.account);
      measures.push_back(row.measure);
      out.value.push_back(row.value);
      out.date.days.push_back(row.date);
    }
    out.account = IdColumn(std::move(accounts), std::make_shared<const Ids>(std::move(accounts_)));
    out.measure = IdColumn(std::move(measures), std::make_shared<const Ids>(std::move(measures_)));
    out.findings = std::move(findings_);
    return out;
  }

 private:
  struct Row {
    std::uint32_t account, measure;
    std::int32_t date;
    double value;
  };

  void sort() {
    const std::vector<std::uint32_t> account = accounts_.ranks(), measure = measures_.ranks();
    for (Row& row : rows_) row.account = account[row.account], row.measure = measure[row.measure];
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::tie(a.account, a.measure, a.date, a.value) <
             std::tie(b.account, b.measure, b.date, b.value);
    });
    const std::vector<std::uint32_t> accounts = accounts_.sorted(), measures = measures_.sorted();
    for (Row& row : rows_) row.account = accounts[row.account], row.measure = measures[row.measure];
  }

  const char* who_;
  Ids accounts_, measures_;
  std::vector<Row> rows_;
  std::vector<Finding> findings_;
  std::set<std::string> told_;
};

/// What was found once is told once: a place for each account of a result.
class AccountPlaces {
 public:
  /// \param codes  of a result's dictionary in MeasureRows
  AccountPlaces(const IdColumn& account, const std::vector<std::uint32_t>& codes, std::size_t accounts)
      : place_(accounts, none) {
    for (std::size_t row = 0; row < account.size(); ++row) place_[codes[account.codes()[row]]] = row;
  }
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  /// The row of an account; none if it has none.
  std::size_t of(std::uint32_t account) const { return account < place_.size() ? place_[account] : none; }

 private:
  std::vector<std::size_t> place_;
};

}  // namespace fealty::company::detail
