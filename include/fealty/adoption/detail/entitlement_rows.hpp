// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/table_checks.hpp>
#include <fealty/adoption/entitlements.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/detail/account_intervals.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace fealty::adoption::detail {

/// Checks and reads a table of entitlements.
class EntitlementReader {
 public:
  explicit EntitlementReader(const EntitlementColumns& columns)
      : c_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_),
        intervals_(columns.account, columns.valid_from, columns.valid_to) {
    check_shape();
    revenue::detail::check_accounts(check_, c_.account);
    if (c_.feature.present()) check_given(check_, "null_feature", c_.feature, "feature");
    else check_numbers(check_, c_.features, "features");
    intervals_.check_days(check_);
    if (!c_.feature.present()) intervals_.check_overlaps(check_, c_.account.ids()->size());
    intervals_.note_empty(check_);
    data_.accounts = c_.account.ids();
    if (c_.feature.present()) data_.features = c_.feature.ids();
    for (std::size_t row = 0; row < rows_; ++row)
      if (!check_.is_bad(row)) data_.rows.push_back(read(row));
    data_.findings = check_.take_findings();
  }

  std::shared_ptr<const EntitlementData> take() {
    return std::make_shared<const EntitlementData>(std::move(data_));
  }

 private:
  static constexpr const char* who = "Entitlements";

  void check_shape() const {
    revenue::detail::require_column(who, "account", c_.account, rows_);
    if (c_.feature.present() == c_.features.present())
      throw InvalidInput({.who = who,
                          .what = "feature, features",
                          .where = {},
                          .value = c_.feature.present() ? "2 columns" : "0 columns",
                          .rule = "were given; exactly one of the two says what an account may use"});
    revenue::detail::check_length(who, "feature", c_.feature, rows_);
    revenue::detail::check_length(who, "features", c_.features, rows_);
    revenue::detail::check_length(who, "valid_from", c_.valid_from, rows_);
    revenue::detail::check_length(who, "valid_to", c_.valid_to, rows_);
  }
  EntitlementRow read(std::size_t row) const {
    return {c_.account.codes()[row],
            c_.feature.present() ? c_.feature.codes()[row] : no_id,
            c_.features.present() ? c_.features[row] : 1,
            intervals_.from(row),
            intervals_.to(row),
            static_cast<std::int64_t>(row)};
  }

  const EntitlementColumns& c_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  revenue::detail::AccountIntervals intervals_;
  EntitlementData data_;
};

}  // namespace fealty::adoption::detail

namespace fealty::adoption {

inline Entitlements::Entitlements(const EntitlementColumns& columns)
    : data_(detail::EntitlementReader(columns).take()) {}

}  // namespace fealty::adoption
