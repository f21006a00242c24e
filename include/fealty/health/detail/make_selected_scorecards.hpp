// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/health/detail/selection_rules.hpp>
#include <fealty/health/detail/window_option.hpp>
#include <fealty/health/select_scorecards.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::health {

inline SelectedScorecards select_scorecards(const ScorecardSet& scorecards, const revenue::Accounts& accounts,
                                            Date as_of) {
  detail::check_as_of("select_scorecards", as_of);
  const detail::SelectionRules rules("select_scorecards", scorecards, accounts);
  SelectedScorecards out;
  out.as_of = as_of;
  std::vector<std::uint32_t> codes;
  for (const std::uint32_t account : accounts.ids()->sorted()) {
    if (!accounts.has_row(account)) continue;
    codes.push_back(account);
    out.rule.push_back(rules.of(account, as_of));
  }
  out.account = IdColumn(std::move(codes), accounts.ids());
  detail::name_cards(scorecards, out);
  detail::note_unmatched("select_scorecards", out, [&](std::size_t row, std::size_t others) {
    return detail::first_and_others(out.account.text(row), others, as_of);
  });
  return out;
}

}  // namespace fealty::health
