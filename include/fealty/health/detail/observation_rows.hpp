// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/core/detail/shape_check.hpp>
#include <fealty/health/detail/table_checks.hpp>
#include <fealty/health/observations.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Checks and reads a table of observations.
class ObservationReader {
 public:
  explicit ObservationReader(const ObservationColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_) {
    check_shape();
    check_ids(check_, "null_account", c_.account, "account");
    check_ids(check_, "null_measure", c_.measure, "measure");
    check_finite(check_, "unusable_value", c_.value, "value");
    check_days(check_, c_.date, "date");
    data_.accounts = c_.account.ids();
    data_.measures = c_.measure.ids();
    if (c_.reason.present()) data_.reasons = c_.reason.ids();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) data_.rows.push_back(read(row));
    sort();
    data_.findings = check_.take_findings();
    note_several();
  }
  std::shared_ptr<const ObservationData> take() {
    return std::make_shared<const ObservationData>(std::move(data_));
  }

 private:
  static constexpr const char* who = "Observations";

  void check_shape() const {
    const std::string account = name_or(c_.account.name(), "account");
    fealty::detail::require_column(who, "account", c_.account, rows_, account);
    fealty::detail::require_column(who, "measure", c_.measure, rows_, account);
    fealty::detail::require_column(who, "value", c_.value, rows_, account);
    fealty::detail::require_column(who, "date", c_.date, rows_, account);
    if (c_.reason.present()) fealty::detail::require_column(who, "reason", c_.reason, rows_, account);
  }
  ObservationRow read(std::size_t row) const {
    return {c_.account.codes()[row],
            c_.measure.codes()[row],
            c_.reason.present() ? c_.reason.codes()[row] : no_id,
            c_.date[row],
            c_.value[row],
            static_cast<std::int64_t>(row)};
  }
  /// By account, measure, date, value and reason, so that the order of rows does not matter.
  void sort() {
    const std::vector<std::uint32_t> account = data_.accounts->ranks(), measure = data_.measures->ranks();
    const std::vector<std::uint32_t> reason =
        data_.reasons ? data_.reasons->ranks() : std::vector<std::uint32_t>{};
    const auto key = [&](const ObservationRow& row) {
      return std::tuple(account[row.account], measure[row.measure], row.date, row.value,
                        row.reason == no_id ? no_id : reason[row.reason], row.row);
    };
    std::sort(data_.rows.begin(), data_.rows.end(),
              [&](const ObservationRow& a, const ObservationRow& b) { return key(a) < key(b); });
  }
  void note_several() {
    Finding finding{.code = "several_values", .severity = Severity::warning, .rows = {}, .message = {}};
    for (std::size_t i = 1; i < data_.rows.size(); ++i) {
      const ObservationRow &before = data_.rows[i - 1], &row = data_.rows[i];
      if (before.account != row.account || before.measure != row.measure || before.date != row.date) continue;
      if (finding.rows.empty())
        finding.message = fmt::format("{} has several values of {} on {}; their mean counts",
                                      data_.accounts->text(row.account), data_.measures->text(row.measure),
                                      to_string(Date{row.date}));
      finding.rows.push_back(row.row);
    }
    if (finding.rows.empty()) return;
    std::sort(finding.rows.begin(), finding.rows.end());
    data_.findings.push_back(std::move(finding));
  }

  const ObservationColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  ObservationData data_;
};

}  // namespace fealty::health::detail

namespace fealty::health {

inline Observations::Observations(const ObservationColumns& columns)
    : data_(detail::ObservationReader(columns).take()) {}

inline std::optional<Date> Observations::last_day() const {
  std::optional<Date> last;
  for (const auto& row : data_->rows)
    if (!last || row.date > last->days) last = Date{row.date};
  return last;
}

}  // namespace fealty::health
