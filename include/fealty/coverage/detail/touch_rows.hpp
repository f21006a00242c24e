// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/coverage/touches.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Checks and reads the rows of a table of touches.
class TouchReader {
 public:
  explicit TouchReader(const TouchColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    revenue::detail::check_accounts(check_, c_.account);
    revenue::detail::check_days(check_, c_.date, "date");
    check_hours();
    check_responses();
    data_.accounts = c_.account.ids();
    data_.channels = ids_of(c_.channel);
    data_.csms = ids_of(c_.csm);
    data_.directions = ids_of(c_.direction);
    data_.has_response = c_.response.present();
    read();
    data_.findings = check_.take_findings();
    note_duplicates();
  }
  TouchRows take() { return std::move(data_); }

 private:
  static constexpr const char* who = "Touches";

  void check_shape() const {
    revenue::detail::require_column(who, "account", c_.account, rows_);
    revenue::detail::require_column(who, "date", c_.date, rows_);
    revenue::detail::check_length(who, "channel", c_.channel, rows_);
    revenue::detail::check_length(who, "csm", c_.csm, rows_);
    revenue::detail::check_length(who, "direction", c_.direction, rows_);
    revenue::detail::check_length(who, "hours", c_.hours, rows_);
    revenue::detail::check_length(who, "response", c_.response, rows_);
  }
  void check_hours() {
    if (!c_.hours.present()) return;
    const Column<double>& hours = c_.hours;
    const std::string name = revenue::detail::name_or(hours.name(), "hours");
    check_.cells(hours, name);
    check_.rule(
        "number_out_of_range",
        [&](std::size_t row) { return hours.valid(row) && (hours[row] < 0 || std::isinf(hours[row])); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", hours[row]), "is not a number >= 0"};
        });
  }
  void check_responses() {
    if (!c_.response.present()) return;
    const auto codes = c_.response.codes();
    response_ = revenue::detail::enum_indices(*c_.response.ids(), enum_names(Response{}));
    check_.rule(
        "unknown_response", [&](std::size_t row) { return codes[row] != no_id && response_[codes[row]] < 0; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             revenue::detail::name_or(c_.response.name(), "response"),
                             {},
                             "\"" + c_.response.text(row) + "\"",
                             "is not one of reactive, proactive, predictive"};
        });
  }
  static std::shared_ptr<const Ids> ids_of(const IdColumn& column) {
    return column.present() ? column.ids() : std::make_shared<const Ids>();
  }
  void read() {
    const auto code = [](const IdColumn& column, std::size_t row) {
      return column.present() ? column.codes()[row] : no_id;
    };
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      const std::uint32_t response = code(c_.response, row);
      const bool has_hours = c_.hours.present() && c_.hours.valid(row);
      data_.rows.push_back(
          {.account = c_.account.codes()[row],
           .date = c_.date[row],
           .channel = code(c_.channel, row),
           .csm = code(c_.csm, row),
           .direction = code(c_.direction, row),
           .response = response == no_id ? no_id : static_cast<std::uint32_t>(response_[response]),
           .hours = has_hours ? c_.hours[row] : std::numeric_limits<double>::quiet_NaN(),
           .row = static_cast<std::int64_t>(row)});
    }
    std::sort(data_.rows.begin(), data_.rows.end(), [](const TouchRow& a, const TouchRow& b) {
      return std::tuple(a.account, a.date, a.row) < std::tuple(b.account, b.date, b.row);
    });
  }
  void note_duplicates() {
    const auto key = [](const TouchRow& row) {  // NaN sorts with the numbers
      return std::tuple(row.account, row.date, row.channel, row.csm, row.direction, row.response,
                        std::isnan(row.hours) ? -1.0 : row.hours);
    };
    std::vector<TouchRow> sorted = data_.rows;
    std::sort(sorted.begin(), sorted.end(), [&](const TouchRow& a, const TouchRow& b) {
      return key(a) != key(b) ? key(a) < key(b) : a.row < b.row;
    });
    std::vector<std::int64_t> again;
    for (std::size_t i = 1; i < sorted.size(); ++i)
      if (key(sorted[i]) == key(sorted[i - 1])) again.push_back(sorted[i].row);
    if (again.empty()) return;
    std::sort(again.begin(), again.end());
    const auto first = static_cast<std::size_t>(again.front());
    data_.findings.push_back({"duplicate_row", Severity::warning, std::move(again),
                              fmt::format("row {}: account {} has the same touch on {} again; both count",
                                          first, c_.account.text(first), to_string(Date{c_.date[first]}))});
  }

  const TouchColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  std::vector<int> response_;
  TouchRows data_;
};

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline Touches::Touches(const TouchColumns& columns)
    : data_(std::make_shared<const detail::TouchRows>(detail::TouchReader(columns).take())) {}

}  // namespace fealty::coverage
