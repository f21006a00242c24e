// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/dispatch.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace fealty::detail {

/// Whether a predicate holds for any row. Most rules are broken by no row at all, so they are first
/// asked this, at the speed of memory.
template <class Holds>
class AnyRow {
 public:
  AnyRow(std::size_t rows, const Holds& holds) : rows_(rows), holds_(holds) { dispatch(*this); }
  FEALTY_KERNEL void run() {
    int any = 0;
    for (std::size_t row = 0; row < rows_; ++row) any |= holds_(row) ? 1 : 0;
    any_ = any != 0;
  }
  explicit operator bool() const { return any_; }

 private:
  std::size_t rows_;
  const Holds holds_;
  bool any_ = false;
};

/// The rules of a table, one after the other: the first row that breaks one throws, or, when bad rows
/// are to be dropped, every such row is marked and listed under that rule, and no later rule is asked
/// about it.
class RowCheck {
 public:
  RowCheck(std::string who, OnError on_error, std::size_t rows)
      : who_(std::move(who)), on_error_(on_error), rows_(rows) {}

  /// \param breaks    tells whether a row breaks the rule
  /// \param describe  says what is wrong with a row: its `what`, `value` and `rule`
  template <class Exception = InvalidInput, class Breaks, class Describe>
  void rule(const char* code, Breaks breaks, Describe describe) {
    if (bad_.empty() && !AnyRow(rows_, breaks)) return;
    Finding finding{.code = code, .severity = Severity::error, .rows = {}, .message = {}};
    for (std::size_t row = 0; row < rows_; ++row) {
      if (is_bad(row) || !breaks(row)) continue;
      if (finding.rows.empty()) {
        ErrorDetail error = describe(row);
        error.who = who_;
        error.where = static_cast<std::int64_t>(row);
        if (on_error_ == OnError::fail) throw Exception(std::move(error));
        finding.message = error_message(error);
      }
      finding.rows.push_back(static_cast<std::int64_t>(row));
    }
    if (finding.rows.empty()) return;
    bad_.resize(rows_);
    for (const auto row : finding.rows) bad_[static_cast<std::size_t>(row)] = 1;
    findings_.push_back(std::move(finding));
  }

  /// Lists the rows for which something odd, but computable, holds.
  template <class Odd, class Describe>
  void note(const char* code, Severity severity, Odd odd, Describe describe) {
    if (bad_.empty() && !AnyRow(rows_, odd)) return;
    Finding finding{.code = code, .severity = severity, .rows = {}, .message = {}};
    for (std::size_t row = 0; row < rows_; ++row) {
      if (is_bad(row) || !odd(row)) continue;
      if (finding.rows.empty()) {
        ErrorDetail detail = describe(row);
        detail.who = who_;
        detail.where = static_cast<std::int64_t>(row);
        finding.message = error_message(detail);
      }
      finding.rows.push_back(static_cast<std::int64_t>(row));
    }
    if (!finding.rows.empty()) findings_.push_back(std::move(finding));
  }

  /// Tells what the reader of a column found: the cells that it could not read are errors of their rows.
  ///
  /// \param least  what matters less is not told
  template <class AnyColumn>
  void cells(const AnyColumn& column, const std::string& name, Severity least = Severity::error) {
    for (const CellFinding& found : column.cell_findings()) {
      if (found.severity < least) continue;
      std::vector<std::uint8_t> rows(rows_);
      for (const auto row : found.rows) rows[static_cast<std::size_t>(row)] = 1;
      const auto among = [&](std::size_t row) { return rows[row] != 0; };
      const auto describe = [&](std::size_t row) {
        return ErrorDetail{"", name, {}, found.value(row), found.rule};
      };
      if (found.severity == Severity::error) rule(found.code.c_str(), among, describe);
      else note(found.code.c_str(), found.severity, among, describe);
    }
  }

  bool is_bad(std::size_t row) const { return !bad_.empty() && bad_[row] != 0; }
  bool any_bad() const { return !bad_.empty(); }
  /// Errors first.
  std::vector<Finding> take_findings() {
    std::stable_partition(findings_.begin(), findings_.end(),
                          [](const Finding& each) { return each.severity == Severity::error; });
    return std::move(findings_);
  }

 private:
  std::string who_;
  OnError on_error_;
  std::size_t rows_;
  std::vector<std::uint8_t> bad_;
  std::vector<Finding> findings_;
};

}  // namespace fealty::detail
