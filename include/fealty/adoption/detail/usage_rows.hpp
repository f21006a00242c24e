// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/usage_members.hpp>
#include <fealty/adoption/usage.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/detail/min_max.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/select_rows.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/time_zone.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

using fealty::detail::name_or;

/// Checks and reads the rows of a table of usage.
class UsageReader {
 public:
  explicit UsageReader(const UsageColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_("Usage", columns.on_error, rows_) {
    check_shape();
    read_days();
    check_ids();
    check_values();
    note_starts();
    read();
    data_.findings = check_.take_findings();
    if (no_zone_)
      data_.findings.push_back({"time_without_zone",
                                Severity::information,
                                {},
                                fmt::format("Usage: {} has no time zone; its times are read as UTC",
                                            name_or(c_.time.name(), "time"))});
    note_users();
  }

  std::shared_ptr<const UsageData> take() { return std::make_shared<const UsageData>(std::move(data_)); }

 private:
  void check_shape() const {
    const auto optional = [&](const char* field, const auto& column) {
      if (column.present()) fealty::detail::require_column("Usage", field, column, rows_, "account");
    };
    fealty::detail::require_column("Usage", "account", c_.account, rows_, "account");
    fealty::detail::require_column("Usage", "time", c_.time, rows_, "account");
    optional("user", c_.user);
    optional("event", c_.event);
    optional("value", c_.value);
    optional("start", c_.start);
    if (rows_ >= no_id)
      throw InvalidInput(
          {.who = "Usage",
           .what = "account",
           .where = {},
           .value = fmt::format("{} rows", rows_),
           .rule = "are more than 4,294,967,294; make several tables, and merge their states"});
  }

  /// Local days, counted from day_zero.
  void read_days() {
    const TimeZone zone = time_zone(c_.time_zone);  // looked up even where no instant needs it
    const std::string name = name_or(c_.time.name(), "time");
    check_.cells(c_.time, name);
    if (c_.time.may_have_nulls())
      check_.rule(
          "null_date", [&](std::size_t row) { return !c_.time.valid(row); },
          [&](std::size_t) {
            return ErrorDetail{"", name, {}, "", "is null; every event needs its time"};
          });
    std::vector<std::int32_t> local;
    if (c_.time.instants().present()) local = zone.days(c_.time.instants().values());
    const std::int32_t* const days = c_.time.instants().present() ? local.data() : c_.time.values().data();
    if (c_.time.instants().present() && !c_.time.has_zone()) note_unknown_zone(name, days);
    constexpr auto zero = static_cast<std::uint32_t>(UsageData::day_zero);
    check_.rule(
        "date_out_of_range",
        [days](std::size_t row) { return static_cast<std::uint32_t>(days[row]) - zero > 0xffff; },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, to_string(Date{days[row]}), "is not between 1900-01-01 and 2079-06-06"};
        });
    const auto kept = fealty::detail::big_array<std::uint16_t>(rows_);
    std::uint16_t* const to = kept.get();
    for (std::size_t row = 0; row < rows_; ++row)
      to[row] = static_cast<std::uint16_t>(static_cast<std::uint32_t>(days[row]) - zero);
    data_.day = Column<std::uint16_t>({kept.get(), rows_}, nullptr, 0, kept);
  }

  /// Times that do not say by which clock they are. Where the day is the same by either clock, it is told
  /// once; else the rows are listed.
  void note_unknown_zone(const std::string& name, const std::int32_t* days) {
    const std::int32_t* const as_written = c_.time.values().data();
    bool moved = false;
    check_.note(
        "time_without_zone", Severity::warning, [=](std::size_t row) { return days[row] != as_written[row]; },
        [&](std::size_t row) {
          moved = true;
          return ErrorDetail{
              "",
              name,
              {},
              to_string(Date{as_written[row]}),
              fmt::format("has no time zone and is read as UTC: it counts on {}, the day in {}",
                          to_string(Date{days[row]}), c_.time_zone)};
        });
    no_zone_ = !moved && rows_ > 0;
  }

  void check_ids() {
    const std::uint32_t* const account = c_.account.codes().data();
    check_.rule(
        "null_account", [account](std::size_t row) { return account[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{
              "", name_or(c_.account.name(), "account"), {}, "", "is null; every event needs an account"};
        });
    if (!c_.user.present()) return;
    const std::uint32_t* const user = c_.user.codes().data();
    check_.note(
        "null_user", Severity::warning, [user](std::size_t row) { return user[row] == no_id; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c_.user.name(), "user"),
                             {},
                             "",
                             fmt::format("is null; account {} counts as the user", c_.account.text(row))};
        });
  }

  void check_values() {
    if (!c_.value.present()) return;
    const std::string name = name_or(c_.value.name(), "value");
    check_.cells(c_.value, name);
    check_.rule(
        "unusable_value",
        [&](std::size_t row) {
          return c_.value.valid(row) && !(c_.value[row] >= 0 && c_.value[row] <= 1e15);
        },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, fmt::format("{}", c_.value[row]), "is not a number from 0 to 1e15"};
        });
    if (c_.value.may_have_nulls())
      check_.note(
          "null_value", Severity::information, [&](std::size_t row) { return !c_.value.valid(row); },
          [&](std::size_t) {
            return ErrorDetail{"", name, {}, "", "is null; the event counts once"};
          });
  }

  void note_starts() {
    if (!c_.start.present()) return;
    const std::string name = name_or(c_.start.name(), "start");
    check_.cells(c_.start, name);
    const auto day = [&](std::size_t row) { return UsageData::day_zero + data_.day[row]; };
    check_.note(
        "before_start", Severity::warning,
        [&](std::size_t row) { return c_.start.valid(row) && day(row) < c_.start[row]; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name_or(c_.time.name(), "time"),
                             {},
                             to_string(Date{day(row)}),
                             fmt::format("is before {} {} of account {}", name,
                                         to_string(Date{c_.start[row]}), c_.account.text(row))};
        });
  }

  void read();
  Column<double> values() const;
  void note_users();

  const UsageColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  bool no_zone_ = false;
  UsageData data_;
};

/// The values, 1 where there is none.
inline Column<double> UsageReader::values() const {
  if (!c_.value.present() || !c_.value.may_have_nulls()) return c_.value.kept();
  std::vector<double> values(c_.value.values().begin(), c_.value.values().end());
  for (std::size_t row = 0; row < rows_; ++row)
    if (!c_.value.valid(row)) values[row] = 1;
  return Column<double>(std::move(values));
}

/// Keeps what calculators need of the rows that count.
inline void UsageReader::read() {
  std::vector<std::uint32_t> rows;
  const bool all = !check_.any_bad();
  for (std::size_t row = 0; !all && row < rows_; ++row)
    if (!check_.is_bad(row)) rows.push_back(static_cast<std::uint32_t>(row));
  const auto counting = [&](const auto& column) {
    return all ? column : fealty::detail::select_rows(column, rows);
  };
  data_.rows = all ? rows_ : rows.size();
  data_.day = counting(data_.day);
  data_.value = counting(values());
  const IdColumn event = counting(c_.event);
  if (event.present()) {
    data_.event = event.code_column();
    data_.events = event.ids();
  }
  data_.everywhere = c_.user_scope == UserScope::everywhere;
  set_members(data_, counting(c_.account), counting(c_.user));
  if (data_.rows == 0) return;
  fealty::detail::MinMax<std::uint16_t> bounds{data_.day.values().data(), data_.rows};
  dispatch(bounds);
  data_.first = bounds.low;
  data_.last = bounds.high;
}

inline void UsageReader::note_users() {
  if (!c_.user.present())
    data_.findings.push_back({"account_is_user",
                              Severity::information,
                              {},
                              "Usage: no column says who did it; each account counts as one user"});
  if (data_.shared.empty()) return;
  std::vector<std::int64_t> rows;
  std::size_t next = 0;
  for (std::size_t row = 0; row < rows_; ++row) {
    if (check_.is_bad(row)) continue;
    if (data_.shared[data_.member[next++]] != 0) rows.push_back(static_cast<std::int64_t>(row));
  }
  const auto row = static_cast<std::size_t>(rows.front());
  data_.findings.push_back(
      {"user_in_several_accounts", Severity::warning, std::move(rows),
       fmt::format("Usage: {}[{}] = {} is a user of account {} and of others: active in each, one person in "
                   "all; or say user_scope = account",
                   name_or(c_.user.name(), "user"), row, c_.user.text(row), c_.account.text(row))});
}

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Usage::Usage(const UsageColumns& columns) : data_(detail::UsageReader(columns).take()) {}

}  // namespace fealty::adoption
