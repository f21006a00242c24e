// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/match_codes.hpp>
#include <fealty/core/detail/row_check.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/detail/account_intervals.hpp>
#include <fealty/revenue/detail/account_links.hpp>
#include <fealty/revenue/detail/account_rows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Checks an accounts table.
class AccountChecks {
 public:
  explicit AccountChecks(const AccountColumns& columns)
      : columns_(columns), rows_(columns.account.size()), check_(who, columns.on_error, rows_),
        intervals_(columns.account, columns.valid_from, columns.valid_to) {
    check_shape();
    links_.emplace(columns.account, columns.parent, columns.merged_into);
    check_accounts(check_, columns.account);
    intervals_.check_days(check_);
    intervals_.check_overlaps(check_, links_->ids()->size());
    links_->check(check_);
  }

  AccountTable take() {
    AccountTable table;
    table.ids = links_->ids();
    table.has_row.resize(table.ids->size());
    for (std::size_t row = 0; row < rows_; ++row) {
      if (check_.is_bad(row)) continue;
      table.has_row[columns_.account.codes()[row]] = 1;
      ++table.rows;
    }
    intervals_.note_empty(check_);
    links_->note_unknown(check_, table.has_row);
    table.final_account = links_->take_final_account();
    table.topmost_parent = links_->take_topmost_parent();
    for (const auto& [name, values] : columns_.attributes)
      table.attributes.push_back(changes(name, values, table.ids->size()));
    table.findings = check_.take_findings();
    return table;
  }

 private:
  static constexpr const char* who = "Accounts";

  static void refuse(std::string what, std::string value, std::string rule) {
    throw InvalidInput({.who = who,
                        .what = std::move(what),
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }

  void check_shape() const {
    require_column(who, "account", columns_.account, rows_);
    check_length(who, "parent", columns_.parent, rows_);
    check_length(who, "merged_into", columns_.merged_into, rows_);
    check_length(who, "valid_from", columns_.valid_from, rows_);
    check_length(who, "valid_to", columns_.valid_to, rows_);
    for (std::size_t i = 0; i < columns_.attributes.size(); ++i) {
      const std::string& name = columns_.attributes[i].first;
      if (name.empty()) refuse("attributes", "", "need a name each");
      require_column(who, name, columns_.attributes[i].second, rows_);
      for (std::size_t j = 0; j < i; ++j)
        if (columns_.attributes[j].first == name) refuse("attributes", "\"" + name + "\"", "is there twice");
    }
  }

  AttributeTable changes(const std::string& name, const IdColumn& values, std::size_t accounts) const {
    AttributeTable table{name, values.ids(), {}, {}};
    table.begin.reserve(accounts + 1);
    table.changes.reserve(rows_);
    for (std::size_t account = 0; account < accounts; ++account) {
      table.begin.push_back(table.changes.size());
      std::uint32_t value = no_id;
      const auto change = [&](std::int32_t day, std::uint32_t to) {
        if (to != value) table.changes.push_back({day, to});
        value = to;
      };
      std::int32_t held_until = open;
      for (const std::uint32_t row : intervals_.rows_of(account)) {
        if (check_.is_bad(row) || intervals_.is_empty(row)) continue;
        if (intervals_.from(row) > held_until) change(held_until, no_id);
        change(intervals_.from(row), values.codes()[row]);
        held_until = intervals_.to(row);
      }
      if (held_until != open) change(held_until, no_id);
    }
    table.begin.push_back(table.changes.size());
    return table;
  }

  const AccountColumns& columns_;
  std::size_t rows_;
  fealty::detail::RowCheck check_;
  AccountIntervals intervals_;
  std::optional<AccountLinks> links_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline Accounts::Accounts(const AccountColumns& columns)
    : table_(std::make_shared<const detail::AccountTable>(detail::AccountChecks(columns).take())) {}

inline std::size_t Accounts::attribute(std::string_view name) const {
  std::string names;
  for (std::size_t i = 0; i < attribute_count(); ++i) {
    if (attribute_name(i) == name) return i;
    names += (names.empty() ? "" : ", ") + attribute_name(i);
  }
  throw InvalidInput(
      {.who = "Accounts",
       .what = "attribute",
       .where = {},
       .value = fmt::format("\"{}\"", name),
       .rule = fmt::format("is not there; the attributes are {}", names.empty() ? "none" : names)});
}

inline std::vector<std::uint32_t> Accounts::match(const Ids& other) const {
  const Ids& own = *ids();
  if (!fealty::detail::comparable(own, other))
    throw InvalidInput({.who = "Accounts",
                        .what = "account",
                        .where = {},
                        .value = own.is_text() ? "texts" : "integers",
                        .rule = fmt::format("cannot be matched with ids that are {}",
                                            own.is_text() ? "integers" : "texts")});
  return fealty::detail::match_codes(own, other);
}

}  // namespace fealty::revenue
