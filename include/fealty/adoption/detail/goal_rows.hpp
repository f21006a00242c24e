// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/goal_amounts.hpp>
#include <fealty/adoption/goals.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Checks and reads the rows of a goals table.
class GoalReader {
 public:
  explicit GoalReader(const GoalColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_("Goals", columns.on_error, rows_) {
    check_shape();
    revenue::detail::check_accounts(check_, c_.account);
    check_goals();
    revenue::detail::check_days(check_, c_.date, "date");
    check_due();
    check_number(c_.baseline, "baseline");
    check_number(c_.target, "target");
    check_number(c_.actual, "actual");
    data_.accounts = c_.account.ids();
    data_.goals = c_.goal.ids();
    data_.units = c_.unit.present() ? c_.unit.ids() : nullptr;
    const GoalAmounts amounts(columns, check_);
    data_.currency = amounts.currency();
    read(amounts);
  }

  GoalRows take_rows() { return std::move(data_); }
  std::vector<Finding> take_findings() {
    std::vector<Finding> findings = check_.take_findings();
    if (Finding again = several_actuals(); !again.rows.empty()) findings.push_back(std::move(again));
    return findings;
  }

 private:
  template <class AnyColumn>
  void need(const char* field, const AnyColumn& column) const {
    revenue::detail::require_column("Goals", field, column, rows_);
  }
  template <class AnyColumn>
  void may(const char* field, const AnyColumn& column) const {
    if (column.present()) need(field, column);
  }
  void check_shape() const {
    need("account", c_.account);
    need("goal", c_.goal);
    may("unit", c_.unit);
    need("baseline", c_.baseline);
    need("target", c_.target);
    need("date", c_.date);
    need("actual", c_.actual);
    may("due", c_.due);
  }
  void check_goals() {
    const auto codes = c_.goal.codes();
    check_.rule(
        "null_goal", [&](std::size_t row) { return codes[row] == no_id; },
        [&](std::size_t) {
          return ErrorDetail{"", name_of(c_.goal, "goal"), {}, "", "is null; every row needs a goal"};
        });
  }
  template <class AnyColumn>
  static std::string name_of(const AnyColumn& column, std::string_view field) {
    return fealty::detail::name_or(column.name(), field);
  }
  void check_due() {
    if (!c_.due.present()) return;
    const std::string name = name_of(c_.due, "due");
    check_.cells(c_.due, name);
    check_.rule(
        "date_out_of_range",
        [&](std::size_t row) { return c_.due.valid(row) && revenue::detail::out_of_range(c_.due[row]); },
        [&](std::size_t row) {
          return ErrorDetail{
              "", name, {}, to_string(Date{c_.due[row]}), "is not between 1900-01-01 and 9999-12-31"};
        });
  }
  void check_number(const Column<double>& column, const char* field) {
    const std::string name = name_of(column, field);
    check_.cells(column, name);
    check_.rule(
        "not_finite", [&](std::size_t row) { return column.valid(row) && std::isinf(column[row]); },
        [&](std::size_t row) {
          return ErrorDetail{"", name, {}, fmt::format("{}", column[row]), "is not finite"};
        });
  }

  static double number(const Column<double>& column, std::size_t row) {
    return column.valid(row) ? column[row] : std::numeric_limits<double>::quiet_NaN();
  }
  void read(const GoalAmounts& amounts) {
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      data_.rows.push_back({.account = c_.account.codes()[row],
                            .goal = c_.goal.codes()[row],
                            .unit = c_.unit.present() ? c_.unit.codes()[row] : no_id,
                            .date = c_.date[row],
                            .due = c_.due.present() && c_.due.valid(row) ? c_.due[row] : open,
                            .baseline = number(c_.baseline, row),
                            .target = number(c_.target, row),
                            .actual = number(c_.actual, row),
                            .value_per_unit = amounts.value_per_unit(row),
                            .cost = amounts.cost(row),
                            .row = static_cast<std::int64_t>(row)});
    }
    sort();
  }
  /// One order for all orders of the caller's rows.
  void sort() {
    if (data_.rows.empty()) return;
    const auto account = data_.accounts->ranks(), goal = data_.goals->ranks();
    const auto unit = data_.units ? data_.units->ranks() : std::vector<std::uint32_t>{};
    const auto known = [](double x) { return std::isnan(x) ? -HUGE_VAL : x; };
    const auto key = [&](const GoalRow& r) {
      return std::tuple(account[r.account], goal[r.goal], r.date, known(r.actual), known(r.target),
                        known(r.baseline), r.due, r.value_per_unit, r.cost,
                        r.unit == no_id ? no_id : unit[r.unit], r.row);
    };
    std::sort(data_.rows.begin(), data_.rows.end(),
              [&](const GoalRow& a, const GoalRow& b) { return key(a) < key(b); });
  }
  Finding several_actuals() const {
    Finding finding{.code = "several_actuals", .severity = Severity::warning, .rows = {}, .message = {}};
    for (std::size_t i = 1; i < data_.rows.size(); ++i) {
      const GoalRow &one = data_.rows[i - 1], &other = data_.rows[i];
      if (std::tie(one.account, one.goal, one.date) == std::tie(other.account, other.goal, other.date) &&
          one.actual != other.actual && !std::isnan(one.actual))
        finding.rows.push_back(one.row);
    }
    if (finding.rows.empty()) return finding;
    std::sort(finding.rows.begin(), finding.rows.end());
    const auto row = static_cast<std::size_t>(finding.rows.front());
    finding.message =
        fmt::format("row {}: account {} has a higher actual of {} on {}; the highest counts", row,
                    c_.account.text(row), c_.goal.text(row), to_string(Date{c_.date[row]}));
    return finding;
  }

  const GoalColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  GoalRows data_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Goals::Goals(const GoalColumns& columns) {
  detail::GoalReader reader(columns);
  findings_ = reader.take_findings();
  data_ = std::make_shared<const detail::GoalRows>(reader.take_rows());
}

inline std::optional<Date> Goals::last_day() const {
  std::optional<Date> last;
  for (const detail::GoalRow& row : data_->rows)
    if (!last || row.date > last->days) last = Date{row.date};
  return last;
}

}  // namespace fealty::adoption
