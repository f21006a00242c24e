// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/revenue/contracts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace fealty::adoption::detail {

/// Days on which a renewal is to be decided: from the first to the first day no longer, `open` while it
/// lasts.
struct RenewalWindow {
  std::int32_t from, to;
};

/// The code that each id of a dictionary has in another; no_id where it has none.
inline std::vector<std::uint32_t> codes_in(const Ids& to, const Ids& of) {
  std::vector<std::uint32_t> codes(of.size());
  for (std::uint32_t code = 0; code < codes.size(); ++code)
    codes[code] = (of.is_text() ? to.find(of.view(code)) : to.find(of.number(code))).value_or(no_id);
  return codes;
}

/// The renewals of contracts, by account.
class RenewalWindows {
 public:
  /// \param accounts  of the milestones, whose codes count
  RenewalWindows(const revenue::Contracts& contracts, const Ids& accounts, std::int32_t renewal_days,
                 Date as_of)
      : windows_(accounts.size()) {
    const revenue::detail::ContractRows& data = contracts.data();
    if (data.rows.empty()) return;
    if (accounts.size() > 0 && data.accounts->is_text() != accounts.is_text())
      throw InvalidInput({.who = "lifecycle",
                          .what = "contracts",
                          .where = {},
                          .value = "",
                          .rule = data.accounts->is_text()
                                      ? "name accounts by texts, and milestones by integers"
                                      : "name accounts by integers, and milestones by texts"});
    const std::vector<std::uint32_t> code = codes_in(accounts, *data.accounts);
    for (std::size_t first = 0, end = 0; first < data.rows.size(); first = end) {
      std::vector<revenue::detail::ContractRow> known;
      for (; end < data.rows.size() && data.rows[end].account == data.rows[first].account; ++end)
        if (data.rows[end].signed_on <= as_of.days) known.push_back(data.rows[end]);
      if (code[data.rows[first].account] == no_id) ++unknown_;
      else add(windows_[code[data.rows[first].account]], known, renewal_days, as_of);
    }
  }

  /// Ascending, apart from each other.
  const std::vector<RenewalWindow>& of(std::uint32_t account) const { return windows_[account]; }
  /// Accounts that have contracts and no milestones.
  std::int64_t unknown() const { return unknown_; }

 private:
  static void add(std::vector<RenewalWindow>& windows,
                  const std::vector<revenue::detail::ContractRow>& contracts, std::int32_t renewal_days,
                  Date as_of) {
    for (const auto& due : contracts) {
      const std::int32_t from = std::max({due.end - renewal_days, due.start, due.signed_on});
      if (from > as_of.days) continue;
      std::int32_t to = open;
      bool renewed_before = false;
      for (const auto& other : contracts) {
        if (other.end <= due.end) continue;
        if (other.signed_on <= from) renewed_before = true;
        else to = std::min(to, other.signed_on);
      }
      if (!renewed_before) windows.push_back({from, to});
    }
    std::sort(windows.begin(), windows.end(), [](const RenewalWindow& a, const RenewalWindow& b) {
      return a.from != b.from ? a.from < b.from : a.to < b.to;
    });
    std::vector<RenewalWindow> apart;
    for (const RenewalWindow& each : windows)
      if (apart.empty() || each.from > apart.back().to) apart.push_back(each);
      else apart.back().to = std::max(apart.back().to, each.to);
    windows = std::move(apart);
  }

  std::vector<std::vector<RenewalWindow>> windows_;
  std::int64_t unknown_ = 0;
};

}  // namespace fealty::adoption::detail
