// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/table_checks.hpp>
#include <fealty/adoption/seats.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_intervals.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Checks and reads a table of seats.
class SeatReader {
 public:
  explicit SeatReader(const SeatColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_),
        intervals_(columns.account, columns.valid_from, columns.valid_to) {
    check_shape();
    revenue::detail::check_accounts(check_, c_.account);
    check_numbers(check_, c_.seats, "seats");
    intervals_.check_days(check_);
    check_starts();
    intervals_.note_empty(check_);
    read();
    end_with_next();
    data_.findings = check_.take_findings();
    note_overlaps();
  }

  std::shared_ptr<const SeatData> take() { return std::make_shared<const SeatData>(std::move(data_)); }

 private:
  static constexpr const char* who = "Seats";

  void check_shape() const {
    revenue::detail::require_column(who, "account", c_.account, rows_);
    revenue::detail::require_column(who, "seats", c_.seats, rows_);
    revenue::detail::check_length(who, "valid_from", c_.valid_from, rows_);
    revenue::detail::check_length(who, "valid_to", c_.valid_to, rows_);
    revenue::detail::check_length(who, "start", c_.start, rows_);
  }
  void check_starts() {
    if (!c_.start.present()) return;
    const std::string name = fealty::detail::name_or(c_.start.name(), "start");
    check_.cells(c_.start, name);
    check_.rule(
        "date_out_of_range",
        [&](std::size_t row) { return c_.start.valid(row) && revenue::detail::out_of_range(c_.start[row]); },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, to_string(Date{c_.start[row]}), "is not between 1900-01-01 and 9999-12-31"};
        });
  }

  void read() {
    data_.accounts = c_.account.ids();
    data_.start.assign(data_.accounts->size(), open);
    std::vector<std::int32_t> first(data_.start);  // valid_from
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const std::uint32_t account = c_.account.codes()[row];
      data_.rows.push_back(
          {account, c_.seats[row], intervals_.from(row), intervals_.to(row), static_cast<std::int64_t>(row)});
      first[account] = std::min(first[account], intervals_.from(row));
      if (c_.start.present() && c_.start.valid(row))
        data_.start[account] = std::min(data_.start[account], c_.start[row]);
    }
    for (std::size_t account = 0; account < first.size(); ++account)
      if (data_.start[account] == open && first[account] != revenue::detail::since_ever)
        data_.start[account] = first[account];
    std::sort(data_.rows.begin(), data_.rows.end(), [](const SeatRow& a, const SeatRow& b) {
      return std::tuple(a.account, a.from, a.row) < std::tuple(b.account, b.from, b.row);
    });
  }
  /// Without valid_to seats hold until the account's next day with a row.
  void end_with_next() {
    if (c_.valid_to.present()) return;
    for (std::size_t i = data_.rows.size(); i-- > 1;) {
      SeatRow& row = data_.rows[i - 1];
      const SeatRow& next = data_.rows[i];
      if (next.account == row.account) row.to = next.from > row.from ? next.from : next.to;
    }
  }

  void note_overlaps() {
    std::vector<std::int64_t> rows;
    std::int32_t until = 0;
    for (std::size_t i = 0; i < data_.rows.size(); ++i) {
      const SeatRow& row = data_.rows[i];
      const bool follows = i > 0 && data_.rows[i - 1].account == row.account;
      if (follows && row.from < until && row.from < row.to) rows.push_back(row.row);
      until = follows ? std::max(until, row.to) : row.to;
    }
    if (rows.empty()) return;
    std::sort(rows.begin(), rows.end());
    const auto first = static_cast<std::size_t>(rows.front());
    data_.findings.push_back(
        {"overlap", Severity::information, std::move(rows),
         fmt::format("Seats: row {}: account {} has other seats on the same days; they add up", first,
                     c_.account.text(first))});
  }

  const SeatColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  revenue::detail::AccountIntervals intervals_;
  SeatData data_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Seats::Seats(const SeatColumns& columns) : data_(detail::SeatReader(columns).take()) {}

}  // namespace fealty::adoption
