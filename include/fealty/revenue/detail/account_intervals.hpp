// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>
#include <fealty/revenue/detail/account_table.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// When each row of an accounts table holds, and an account's rows in order of time.
class AccountIntervals {
 public:
  AccountIntervals(const IdColumn& account, const Column<std::int32_t>& valid_from,
                   const Column<std::int32_t>& valid_to)
      : account_(account), from_(valid_from), to_(valid_to) {}

  std::int32_t from(std::size_t row) const {
    return from_.present() && from_.valid(row) ? from_[row] : since_ever;
  }
  std::int32_t to(std::size_t row) const {
    if (!until_.empty()) return until_[row];
    return to_.present() && to_.valid(row) ? to_[row] : open;
  }
  bool is_empty(std::size_t row) const { return from(row) == to(row); }

  void check_days(fealty::detail::RowCheck& check) const {
    for (const auto& [column, field] : {std::pair(&from_, "valid_from"), std::pair(&to_, "valid_to")}) {
      const Column<std::int32_t>& days = *column;
      if (!days.present()) continue;
      const std::string name = name_or(days.name(), field);
      const bool may_be_open = &days == &to_;
      check.cells(days, name, Severity::information);
      check.rule(
          "date_out_of_range",
          [&days, may_be_open](std::size_t row) {
            return days.valid(row) && out_of_range(days[row]) && !(may_be_open && days[row] == open);
          },
          [&](std::size_t row) {
            return ErrorDetail{
                "", name, {}, to_string(Date{days[row]}), "is not between 1900-01-01 and 9999-12-31"};
          });
    }
    const std::string name = name_or(to_.name(), "valid_to");
    check.rule(
        "valid_to_before_valid_from", [&](std::size_t row) { return to(row) < from(row); },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             to_string(Date{to(row)}),
                             fmt::format("is before {} {}", name_or(from_.name(), "valid_from"),
                                         to_string(Date{from(row)}))};
        });
  }

  /// Sorts the good rows by account and day, and refuses those that hold on the same days.
  void check_overlaps(fealty::detail::RowCheck& check, std::size_t accounts) {
    sort(check, accounts);
    if (has_several_ && from_.present() && !to_.present()) end_with_next(accounts);
    std::vector<std::int64_t> other(has_several_ ? account_.size() : 0, -1);
    for (std::size_t i = 0; has_several_ && i < accounts; ++i) find_overlaps(begin_[i], begin_[i + 1], other);
    if (!has_several_) return;
    check.rule(
        "overlapping_rows", [&](std::size_t row) { return other[row] >= 0; },
        [&](std::size_t row) {
          const auto there = static_cast<std::size_t>(other[row]);
          const std::string rule =
              from_.present() || to_.present()
                  ? fmt::format("holds in {}, as row {} does in {}", text(row), there, text(there))
                  : fmt::format(
                        "stands in row {} too; without valid_from and valid_to an account has one row",
                        there);
          return ErrorDetail{"", name_or(account_.name(), "account"), {}, account_.text(row), rule};
        });
  }

  void note_empty(fealty::detail::RowCheck& check) const {
    check.note(
        "zero_length_period", Severity::warning, [&](std::size_t row) { return is_empty(row); },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(to_.name(), "valid_to"),
                             {},
                             to_string(Date{to(row)}),
                             fmt::format("is its own {}; the row's attributes hold on no day",
                                         name_or(from_.name(), "valid_from"))};
        });
  }

  /// An account's rows by day.
  std::span<const std::uint32_t> rows_of(std::size_t account) const {
    return std::span<const std::uint32_t>(order_).subspan(begin_[account],
                                                          begin_[account + 1] - begin_[account]);
  }

 private:
  void sort(const fealty::detail::RowCheck& check, std::size_t accounts) {
    const auto codes = account_.codes();
    begin_.assign(accounts + 1, 0);
    for (std::size_t row = 0; row < codes.size(); ++row)
      if (!check.is_bad(row)) ++begin_[codes[row] + std::size_t{1}];
    for (std::size_t i = 0; i < accounts; ++i) {
      has_several_ = has_several_ || begin_[i + 1] > 1;
      begin_[i + 1] += begin_[i];
    }
    order_.resize(begin_[accounts]);
    std::vector<std::size_t> next(begin_.begin(), begin_.end() - 1);
    for (std::size_t row = 0; row < codes.size(); ++row)
      if (!check.is_bad(row)) order_[next[codes[row]]++] = static_cast<std::uint32_t>(row);
    for (std::size_t i = 0; has_several_ && i < accounts; ++i)
      std::sort(order_.begin() + static_cast<std::ptrdiff_t>(begin_[i]),
                order_.begin() + static_cast<std::ptrdiff_t>(begin_[i + 1]),
                [&](std::uint32_t a, std::uint32_t b) {
                  return std::tuple(from(a), to(a), a) < std::tuple(from(b), to(b), b);
                });
  }

  /// Without valid_to each row holds until the account's next.
  void end_with_next(std::size_t accounts) {
    until_.assign(account_.size(), open);
    for (std::size_t account = 0; account < accounts; ++account) {
      const auto rows = rows_of(account);
      for (std::size_t i = 1; i < rows.size(); ++i)
        if (from(rows[i]) > from(rows[i - 1])) until_[rows[i - 1]] = from(rows[i]);
    }
  }

  /// Compares each row with the one that holds longest of those before it: a row that overlaps any, overlaps
  /// that one.
  void find_overlaps(std::size_t begin, std::size_t end, std::vector<std::int64_t>& other) const {
    std::size_t longest = end;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_empty(order_[i])) continue;
      if (longest != end && from(order_[i]) < to(order_[longest])) {
        other[order_[i]] = order_[longest];
        if (other[order_[longest]] < 0) other[order_[longest]] = order_[i];
      }
      if (longest == end || to(order_[i]) > to(order_[longest])) longest = i;
    }
  }

  std::string text(std::size_t row) const {
    const std::string first = from(row) == since_ever ? "beginning" : to_string(Date{from(row)});
    return fmt::format("[{}, {})", first, to_string(Date{to(row)}));
  }

  const IdColumn& account_;
  const Column<std::int32_t>&from_, &to_;
  std::vector<std::size_t> begin_;
  std::vector<std::uint32_t> order_;
  std::vector<std::int32_t> until_;  // where no column says when rows end
  bool has_several_ = false;
};

}  // namespace fealty::revenue::detail
