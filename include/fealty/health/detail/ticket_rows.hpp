// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/tickets.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of tickets.
class TicketReader {
 public:
  explicit TicketReader(const TicketColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_ids(check_, "null_account", c_.account, "account");
    check_days(check_, c_.opened, "opened");
    if (c_.closed.present()) check_closed();
    if (c_.escalated.present()) check_escalated();
    if (c_.score.present()) check_scores();
    data_.accounts = c_.account.ids();
    if (c_.severity.present()) data_.severities = c_.severity.ids();
    data_.has_escalated = c_.escalated.present();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) data_.rows.push_back(read(row));
    sort();
    data_.findings = check_.take_findings();
  }
  TicketData take() { return std::move(data_); }

 private:
  static constexpr const char* who = "Tickets";

  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    const auto require = [&](const char* field, const auto& column) {
      fealty::detail::require_column(who, field, column, rows_, account);
    };
    require("account", c_.account);
    require("opened", c_.opened);
    if (c_.closed.present()) require("closed", c_.closed);
    if (c_.severity.present()) require("severity", c_.severity);
    if (c_.escalated.present()) require("escalated", c_.escalated);
    if (c_.score.present()) require("score", c_.score);
  }
  bool has_closed(std::size_t row) const {
    return c_.closed.present() && c_.closed.valid(row) && c_.closed[row] != open;
  }
  void check_closed() {
    const std::string name = name_or(c_.closed.name(), "closed");
    check_.cells(c_.closed, name);
    const auto day = [&](std::size_t row) { return to_string(Date{c_.closed[row]}); };
    check_.rule(
        "date_out_of_range",
        [&](std::size_t row) {
          return has_closed(row) && (c_.closed[row] < min_day || c_.closed[row] > max_day);
        },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, day(row), "is not between 1900-01-01 and 9999-12-31"};
        });
    check_.rule(
        "closed_before_opened",
        [&](std::size_t row) { return has_closed(row) && c_.closed[row] < c_.opened[row]; },
        [&](std::size_t row) {
          return ErrorDetail{"",
                             name,
                             {},
                             day(row),
                             fmt::format("is before {} {}", name_or(c_.opened.name(), "opened"),
                                         to_string(Date{c_.opened[row]}))};
        });
  }
  void check_escalated() {
    const Column<std::uint8_t>& flags = c_.escalated;
    const std::string name = name_or(flags.name(), "escalated");
    check_.cells(flags, name);
    check_.rule(
        "unusable_flag", [&](std::size_t row) { return flags.valid(row) && flags[row] > 1; },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", flags[row]), "is not 0 or 1"};
        });
    check_.note(
        "unknown_escalation", Severity::information, [&](std::size_t row) { return !flags.valid(row); },
        [&](std::size_t) {
          return ErrorDetail{"", name, {}, "", "is null; the ticket counts as not escalated"};
        });
  }
  bool has_score(std::size_t row) const {
    return c_.score.present() && c_.score.valid(row) && !std::isnan(c_.score[row]);
  }
  void check_scores() {
    const std::string name = name_or(c_.score.name(), "score");
    check_.cells(c_.score, name);
    check_.rule(
        "unusable_score", [&](std::size_t row) { return has_score(row) && std::isinf(c_.score[row]); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", c_.score[row]), "is not a finite number"};
        });
    check_.note(
        "score_while_open", Severity::information,
        [&](std::size_t row) { return has_score(row) && !has_closed(row); },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, fmt::format("{}", c_.score[row]), "is of an open ticket; it does not count yet"};
        });
  }
  TicketRow read(std::size_t row) const {
    const bool flagged = c_.escalated.present() && c_.escalated.valid(row) && c_.escalated[row] != 0;
    return {c_.account.codes()[row],
            c_.severity.present() ? c_.severity.codes()[row] : no_id,
            c_.opened[row],
            has_closed(row) ? c_.closed[row] : open,
            flagged,
            has_score(row) ? c_.score[row] : std::numeric_limits<double>::quiet_NaN(),
            static_cast<std::int64_t>(row)};
  }
  /// By account, days and score, so that sums do not depend on the order of rows.
  void sort() {
    const std::vector<std::uint32_t> account = data_.accounts->ranks();
    const auto key = [&](const TicketRow& row) {
      return std::tuple(account[row.account], row.opened, row.closed, std::isnan(row.score),
                        std::isnan(row.score) ? 0 : row.score, row.escalated, row.row);
    };
    std::sort(data_.rows.begin(), data_.rows.end(),
              [&](const TicketRow& a, const TicketRow& b) { return key(a) < key(b); });
  }

  const TicketColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  TicketData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Tickets::Tickets(const TicketColumns& columns)
    : data_(std::make_shared<const detail::TicketData>(detail::TicketReader(columns).take())) {}

inline std::optional<Date> Tickets::last_day() const {
  std::optional<Date> last;
  for (const auto& row : data_->rows) {
    const Date day{row.closed == open ? row.opened : row.closed};
    if (!last || day > *last) last = day;
  }
  return last;
}

}  // namespace fealty::health
