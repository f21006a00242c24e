// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/adoption/detail/entitlement_data.hpp>
#include <fealty/adoption/detail/matched_ids.hpp>
#include <fealty/adoption/detail/usage_data.hpp>
#include <fealty/adoption/entitlements.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// Which key features each account used in a window, and which it may use.
class FeatureBreadth {
 public:
  /// \param features  names of events; each once
  FeatureBreadth(const UsageData& data, std::vector<std::string> features) : data_(data) {
    for (std::string& each : features)
      if (std::find(names_.begin(), names_.end(), each) == names_.end()) names_.push_back(std::move(each));
    feature_.assign(data.events ? data.events->size() : 0, names_.size());
    for (std::uint32_t code = 0; code < feature_.size(); ++code)
      feature_[code] = place_of(data.events->text(code));
    const std::size_t accounts = data.accounts->size();
    used_.assign(accounts * names_.size(), 0);
    entitled_.assign(used_.size(), 0);
    numbers_.assign(accounts, 0);
  }

  void use(std::size_t row) {
    if (!data_.events || data_.event[row] == no_id || feature_[data_.event[row]] == names_.size()) return;
    used_[cell(data_.account[data_.member[row]], feature_[data_.event[row]])] = 1;
  }
  /// An account may use all of the features.
  void entitle(std::uint32_t account) {
    numbers_[account] = static_cast<std::int64_t>(names_.size());
    for (std::size_t i = 0; i < names_.size(); ++i) entitled_[cell(account, i)] = 1;
  }
  /// Accounts may use what a table says of a day.
  void entitle(const char* who, const EntitlementData& table, Date day, std::vector<Finding>& findings) {
    const auto accounts = matched_ids(who, "entitlements", *data_.accounts, *table.accounts);
    std::vector<std::size_t> features;
    for (std::uint32_t code = 0; table.features && code < table.features->size(); ++code)
      features.push_back(place_of(table.features->text(code)));
    std::vector<std::int64_t> unknown;
    for (const EntitlementRow& row : table.rows) {
      if (!row.holds_on(day.days) || (table.features && features[row.feature] == names_.size())) continue;
      const std::uint32_t account = accounts[row.account];
      if (!is_used(account)) unknown.push_back(row.row);
      else if (!table.features) allow(account, row.features);
      else allow(account, features[row.feature]);
    }
    note_unknown(who, table, std::move(unknown), findings);
    note_not_entitled(who, findings);
  }

  /// Calls f(account, used, entitled) for each account that may use any.
  template <class F>
  void for_each(F f) const {
    for (std::uint32_t account = 0; account < numbers_.size(); ++account)
      if (numbers_[account] > 0) f(account, used(account), numbers_[account]);
  }

 private:
  std::size_t cell(std::uint32_t account, std::size_t feature) const {
    return account * names_.size() + feature;
  }
  std::size_t place_of(const std::string& name) const {
    return static_cast<std::size_t>(std::find(names_.begin(), names_.end(), name) - names_.begin());
  }
  /// Whether an account has usage at all.
  bool is_used(std::uint32_t account) const {
    return account != no_id && data_.begin[account] < data_.begin[account + std::size_t{1}];
  }
  void allow(std::uint32_t account, std::int64_t number) {
    numbers_[account] = number;
    for (std::size_t i = 0; number > 0 && i < names_.size(); ++i) entitled_[cell(account, i)] = 1;
  }
  void allow(std::uint32_t account, std::size_t feature) {
    numbers_[account] += entitled_[cell(account, feature)] == 0 ? 1 : 0;
    entitled_[cell(account, feature)] = 1;
  }
  std::int64_t used(std::uint32_t account) const {
    std::int64_t count = 0;
    for (std::size_t i = 0; i < names_.size(); ++i)
      count += used_[cell(account, i)] != 0 && entitled_[cell(account, i)] != 0 ? 1 : 0;
    return count;
  }

  static void note_unknown(const char* who, const EntitlementData& table, std::vector<std::int64_t> rows,
                           std::vector<Finding>& findings) {
    if (rows.empty()) return;
    const auto first = std::find_if(table.rows.begin(), table.rows.end(),
                                    [&](const EntitlementRow& each) { return each.row == rows.front(); });
    findings.push_back({"entitled_without_usage", Severity::warning, rows,
                        fmt::format("{}: account {} of entitlements has no usage, and belongs to no group",
                                    who, table.accounts->text(first->account))});
  }
  /// Tells the first account, by id, that used more than it may.
  void note_not_entitled(const char* who, std::vector<Finding>& findings) const {
    std::int64_t others = -1;
    std::string first;
    for (const std::uint32_t account : data_.accounts->sorted()) {
      std::int64_t count = 0;
      for (std::size_t i = 0; i < names_.size(); ++i) count += used_[cell(account, i)];
      const std::int64_t allowed = std::min(used(account), numbers_[account]);
      if (count <= allowed) continue;
      if (++others == 0)
        first = fmt::format("account {} used {} key features, and may use {} of them",
                            data_.accounts->text(account), count, allowed);
    }
    if (others >= 0)
      findings.push_back({"used_not_entitled",
                          Severity::information,
                          {},
                          fmt::format("{}: {}{}", who, first,
                                      others > 0 ? fmt::format("; {} more such accounts", others) : "")});
  }

  const UsageData& data_;
  std::vector<std::string> names_;
  std::vector<std::size_t> feature_;           // of each event's code; how many there are for none
  std::vector<std::uint8_t> used_, entitled_;  // by account and feature
  std::vector<std::int64_t> numbers_;          // of features, by account
};

}  // namespace fealty::adoption::detail
