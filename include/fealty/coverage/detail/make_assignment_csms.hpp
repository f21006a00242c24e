// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/coverage/assignment_csms.hpp>
#include <fealty/coverage/detail/assignment_tables.hpp>
#include <fealty/coverage/detail/hour_rows.hpp>
#include <fealty/coverage/detail/named_columns.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::coverage::detail {

/// A column of the most accounts that a CSM may have: whole numbers, also as real ones; null and NaN are
/// none.
class MaximumColumn {
 public:
  MaximumColumn(const std::string& who, const std::string& field, const FrameColumn& column)
      : name_(field), whole_(std::get_if<Column<std::int64_t>>(&column)),
        real_(std::get_if<Column<double>>(&column)) {
    if (whole_ == nullptr && real_ == nullptr)
      throw InvalidInput(
          {.who = who, .what = name_, .where = {}, .value = "", .rule = "is no column of numbers"});
  }
  MaximumColumn(std::string field, const Column<std::int64_t>& column)
      : name_(fealty::detail::name_or(column.name(), field)), whole_(&column) {}

  void check(fealty::detail::RowCheck& check) const {
    if (whole_ != nullptr) check.cells(*whole_, name_);
    check.rule(
        "unusable_maximum",
        [&](std::size_t row) {
          if (whole_ != nullptr) return whole_->valid(row) && (*whole_)[row] < 0;
          return has(row) && ((*real_)[row] < 0 || (*real_)[row] != std::floor((*real_)[row]));
        },
        [&](std::size_t row) {
          return ErrorDetail{
              "",
              name_,
              {},
              whole_ != nullptr ? fmt::format("{}", (*whole_)[row]) : fmt::format("{}", (*real_)[row]),
              "is no number of accounts"};
        });
  }
  std::vector<std::int64_t> of(const std::vector<std::uint32_t>& rows) const {
    std::vector<std::int64_t> most;
    for (const std::uint32_t row : rows) {
      if (whole_ != nullptr)
        most.push_back(whole_->valid(row) ? std::min((*whole_)[row], no_maximum) : no_maximum);
      else
        most.push_back(has(row) && (*real_)[row] < static_cast<double>(no_maximum)
                           ? static_cast<std::int64_t>((*real_)[row])
                           : no_maximum);
    }
    return most;
  }

 private:
  bool has(std::size_t row) const { return real_->valid(row) && !std::isnan((*real_)[row]); }

  std::string name_;
  const Column<std::int64_t>* whole_ = nullptr;
  const Column<double>* real_ = nullptr;
};

inline void note_without_hours(fealty::detail::RowCheck& check, const HourRows& rows, const IdColumn& csm) {
  check.note(
      "csm_without_hours", Severity::warning, [&](std::size_t row) { return rows.hours(row) == 0; },
      [&](std::size_t row) {
        return ErrorDetail{"",
                           fealty::detail::name_or(csm.name(), "csm"),
                           {},
                           csm.text(row),
                           "has no hours; no account is assigned to it"};
      });
}

}  // namespace fealty::coverage::detail

namespace fealty::coverage {

inline AssignmentCsms::AssignmentCsms(const AssignmentCsmColumns& columns) {
  const std::string who = "AssignmentCsms";
  const detail::HourRows rows(who, "csm", columns.csm, columns.hours, columns.minutes);
  rows.check_length("maximum_accounts", columns.maximum_accounts);
  detail::check_named(who, "offers", rows, columns.offers);
  fealty::detail::RowCheck check(who, columns.on_error, columns.csm.size());
  rows.check(check);
  const detail::MaximumColumn maximum("maximum_accounts", columns.maximum_accounts);
  if (columns.maximum_accounts.present()) maximum.check(check);
  std::vector<detail::MaximumColumn> of_tier;
  for (std::size_t i = 0; i < columns.tier_maximum.size(); ++i) {
    of_tier.emplace_back(who, columns.tier_maximum.name(i), columns.tier_maximum.column(i));
    rows.require_rows(columns.tier_maximum.name(i), columns.tier_maximum.rows());
    of_tier.back().check(check);
  }
  detail::note_without_hours(check, rows, columns.csm);
  const std::vector<std::uint32_t> accepted = rows.accepted(check);
  detail::AssignmentCsmTable table;
  table.ids = columns.csm.ids();
  table.csm = detail::codes_of(columns.csm, accepted);
  for (const std::uint32_t row : accepted) table.hours.push_back(rows.hours(row));
  table.maximum = columns.maximum_accounts.present()
                      ? maximum.of(accepted)
                      : std::vector<std::int64_t>(accepted.size(), detail::no_maximum);
  for (std::size_t i = 0; i < of_tier.size(); ++i)
    table.tier_maximum.emplace_back(columns.tier_maximum.name(i), of_tier[i].of(accepted));
  for (const auto& [name, values] : columns.offers)
    table.offers.push_back(detail::value_sets(name, values, columns.separator, accepted));
  table_ = std::make_shared<const detail::AssignmentCsmTable>(std::move(table));
  findings_ = check.take_findings();
}

}  // namespace fealty::coverage
