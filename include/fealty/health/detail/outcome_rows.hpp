// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/core/error.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/outcomes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of outcomes.
class OutcomeReader {
 public:
  explicit OutcomeReader(const OutcomeColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_ids(check_, "null_account", c_.account, "account");
    check_days(check_, c_.date, "date");
    data_.accounts = c_.account.ids();
    if (c_.kind.present()) data_.kinds = c_.kind.ids();
    observe();
    read();
    std::vector<Finding> findings = check_.take_findings();
    findings.insert(findings.end(), data_.findings.begin(), data_.findings.end());
    data_.findings = std::move(findings);
  }
  std::shared_ptr<const OutcomeData> take() { return std::make_shared<const OutcomeData>(std::move(data_)); }

 private:
  static constexpr const char* who = "Outcomes";

  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    fealty::detail::require_column(who, "account", c_.account, rows_, account);
    fealty::detail::require_column(who, "date", c_.date, rows_, account);
    if (c_.kind.present()) fealty::detail::require_column(who, "kind", c_.kind, rows_, account);
    if (c_.observed_until && (c_.observed_until->days < min_day || c_.observed_until->days > max_day))
      throw InvalidInput({.who = who,
                          .what = "observed_until",
                          .where = {},
                          .value = to_string(*c_.observed_until),
                          .rule = "is not between 1900-01-01 and 9999-12-31"});
  }
  void observe() {
    data_.observed_until = c_.observed_until;
    if (c_.observed_until) {
      check_.note(
          "after_observed_until", Severity::information,
          [&](std::size_t row) { return c_.date[row] > c_.observed_until->days; },
          [&](std::size_t row) {
            return ErrorDetail{"",
                               name_or(c_.date.name(), "date"),
                               {},
                               to_string(Date{c_.date[row]}),
                               fmt::format("is after {}, the last day that is known; it was left out",
                                           to_string(*c_.observed_until))};
          });
      return;
    }
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && (!data_.observed_until || c_.date[row] > data_.observed_until->days))
        data_.observed_until = Date{c_.date[row]};
    if (data_.observed_until)
      data_.findings.push_back({"observed_until_inferred",
                                Severity::information,
                                {},
                                fmt::format("Outcomes: no last day was given; it is taken to be {}, the "
                                            "latest outcome",
                                            to_string(*data_.observed_until))});
  }
  void read() {
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row) && c_.date[row] <= data_.observed_until->days)
        data_.rows.push_back({c_.account.codes()[row], c_.kind.present() ? c_.kind.codes()[row] : no_id,
                              c_.date[row], static_cast<std::int64_t>(row)});
    const std::vector<std::uint32_t> rank = data_.accounts->ranks();
    std::sort(data_.rows.begin(), data_.rows.end(), [&](const OutcomeRow& a, const OutcomeRow& b) {
      return std::tuple(rank[a.account], a.date, a.row) < std::tuple(rank[b.account], b.date, b.row);
    });
  }

  const OutcomeColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  OutcomeData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Outcomes::Outcomes(const OutcomeColumns& columns) : data_(detail::OutcomeReader(columns).take()) {}

}  // namespace fealty::health
