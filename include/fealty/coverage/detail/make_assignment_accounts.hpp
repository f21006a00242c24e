// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/row_check.hpp>
#include <fealty/coverage/assignment_accounts.hpp>
#include <fealty/coverage/detail/assignment_tables.hpp>
#include <fealty/coverage/detail/hour_rows.hpp>
#include <fealty/coverage/detail/named_columns.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fealty::coverage {

inline AssignmentAccounts::AssignmentAccounts(const AssignmentAccountColumns& columns) {
  const std::string who = "AssignmentAccounts";
  const detail::HourRows rows(who, "account", columns.account, columns.hours, columns.minutes);
  rows.check_length("csm", columns.csm);
  rows.check_length("tier", columns.tier);
  detail::check_named(who, "requirements", rows, columns.requirements);
  fealty::detail::RowCheck check(who, columns.on_error, columns.account.size());
  rows.check(check);
  const std::vector<std::uint32_t> accepted = rows.accepted(check);
  detail::AssignmentAccountTable table;
  table.ids = columns.account.ids();
  table.csm_ids = columns.csm.ids();
  table.tier_ids = columns.tier.ids();
  table.account = detail::codes_of(columns.account, accepted);
  table.csm = detail::codes_of(columns.csm, accepted);
  table.tier = detail::codes_of(columns.tier, accepted);
  for (const std::uint32_t row : accepted) table.hours.push_back(rows.hours(row));
  for (const auto& [name, values] : columns.requirements)
    table.requirements.push_back(detail::value_sets(name, values, columns.separator, accepted));
  table_ = std::make_shared<const detail::AssignmentAccountTable>(std::move(table));
  findings_ = check.take_findings();
}

}  // namespace fealty::coverage
