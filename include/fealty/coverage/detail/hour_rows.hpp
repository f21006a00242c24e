// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/id_column.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Rows of an id and its hours, which are given as hours or as minutes.
class HourRows {
 public:
  HourRows(std::string who, std::string id_name, const IdColumn& id, const Column<double>& hours,
           const Column<std::int64_t>& minutes)
      : who_(std::move(who)), id_name_(std::move(id_name)), id_(id), hours_(hours), minutes_(minutes) {
    fealty::detail::require_column(who_, id_name_, id_, id_.size(), id_name_);
    if (hours_.present() == minutes_.present())
      throw InvalidInput({.who = who_,
                          .what = "hours, minutes",
                          .where = {},
                          .value = hours_.present() ? "2 columns" : "0 columns",
                          .rule = "were given; exactly one of the two says how long"});
    check_length("hours", hours_);
    check_length("minutes", minutes_);
  }

  template <class AnyColumn>
  void check_length(std::string_view field, const AnyColumn& column) const {
    if (column.present()) fealty::detail::require_column(who_, field, column, id_.size(), id_name_);
  }

  /// Refuses a column of another length.
  void require_rows(const std::string& name, std::size_t rows) const {
    if (rows == id_.size()) return;
    throw InvalidInput({.who = who_,
                        .what = name,
                        .where = {},
                        .value = fmt::format("{} rows", rows),
                        .rule = fmt::format("does not match the {} rows of {}", id_.size(), id_name_)});
  }

  double hours(std::size_t row) const {
    return hours_.present() ? hours_[row] : static_cast<double>(minutes_[row]) / 60;
  }
  /// What every row needs: an id that no other row has, and hours.
  void check(fealty::detail::RowCheck& check) const {
    const std::string name = fealty::detail::name_or(id_.name(), id_name_);
    const auto codes = id_.codes();
    check.rule(
        id_name_ == "csm" ? "null_csm" : "null_account", [&](std::size_t row) { return codes[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; every row needs " + article() + id_name_};
        });
    std::vector<std::uint32_t> rows_of(id_.ids()->size());
    for (const std::uint32_t code : codes)
      if (code != no_id) ++rows_of[code];
    check.rule(
        id_name_ == "csm" ? "duplicate_csm" : "duplicate_account",
        [&](std::size_t row) { return codes[row] != no_id && rows_of[codes[row]] > 1; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, id_.text(row), fmt::format("has {} rows; it needs one", rows_of[codes[row]])};
        });
    if (hours_.present()) check_values(check, hours_, "hours");
    else check_values(check, minutes_, "minutes");
  }
  /// The rows that were accepted, ascending by id.
  std::vector<std::uint32_t> accepted(const fealty::detail::RowCheck& check) const {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < id_.size(); ++row)
      if (!check.is_bad(row)) rows.push_back(row);
    const std::vector<std::uint32_t> rank = id_.ids()->ranks();
    const auto codes = id_.codes();
    std::sort(rows.begin(), rows.end(),
              [&](std::uint32_t a, std::uint32_t b) { return rank[codes[a]] < rank[codes[b]]; });
    return rows;
  }

 private:
  std::string article() const { return id_name_ == "account" ? "an " : "a "; }
  /// Limits keep every sum and every quotient finite.
  static bool is_usable(double hours) { return hours == 0 || (hours >= 1e-6 && hours <= 1e9); }
  template <class AnyColumn>
  void check_values(fealty::detail::RowCheck& check, const AnyColumn& column, std::string_view field) const {
    const std::string name = fealty::detail::name_or(column.name(), field);
    check.cells(column, name);
    check.rule(
        "unusable_hours", [&](std::size_t row) { return !column.valid(row) || !is_usable(hours(row)); },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             column.valid(row) ? fmt::format("{}", column[row]) : "null",
                             "is not 0 or a time between 1e-6 and 1e9 hours"};
        });
  }

  std::string who_, id_name_;
  const IdColumn& id_;
  const Column<double>& hours_;
  const Column<std::int64_t>& minutes_;
};

}  // namespace fealty::coverage::detail
