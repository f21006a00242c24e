// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/study_check.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

namespace fealty::survival::detail {

/// Which rows are stretches that another row of the same life goes on from: 1 where one is. Rows are of one
/// life if their account and their first day are the same, as far as these are told.
inline std::vector<std::uint8_t> stretches_that_go_on(const LifetimeData& data) {
  std::vector<std::uint8_t> goes_on(data.rows);
  if (!data.entry.present() || (!data.account.present() && !data.origin.present())) return goes_on;
  using Place = std::tuple<std::uint32_t, std::int32_t, std::int32_t>;
  const auto place = [&](std::size_t row, std::int32_t age) {
    return Place(data.account.present() ? data.account.codes()[row] : 0,
                 data.origin.present() ? data.origin[row] : 0, age);
  };
  const auto known = [&](std::size_t row) {
    return !data.account.present() || data.account.codes()[row] != no_id;
  };
  std::vector<Place> entered;
  for (std::size_t row = 0; row < data.rows; ++row)
    if (data.entry[row] >= 0 && known(row)) entered.push_back(place(row, data.entry[row]));
  std::sort(entered.begin(), entered.end());
  for (std::size_t row = 0; row < data.rows; ++row)
    if (data.ended[row] == 0 && known(row))
      goes_on[row] = std::binary_search(entered.begin(), entered.end(), place(row, data.exit[row])) ? 1 : 0;
  return goes_on;
}

/// Whether accounts have several lives.
inline StudyCheck check_many_spells(const LifetimeData& data, const std::vector<std::uint8_t>& goes_on,
                                    double most) {
  if (!data.account.present())
    return StudyCheck::not_made("the lives name no account, so that it is not known which are of the same");
  std::vector<std::size_t> lives(data.account.ids()->size());
  for (std::size_t row = 0; row < data.rows; ++row)
    if (data.account.codes()[row] != no_id && goes_on[row] == 0) ++lives[data.account.codes()[row]];
  const auto accounts = static_cast<std::size_t>(
      std::count_if(lives.begin(), lives.end(), [](std::size_t each) { return each > 0; }));
  const auto several = static_cast<std::size_t>(
      std::count_if(lives.begin(), lives.end(), [](std::size_t each) { return each > 1; }));
  StudyCheck check;
  for (std::size_t row = 0; row < data.rows; ++row)
    if (data.account.codes()[row] != no_id && lives[data.account.codes()[row]] > 1)
      check.rows.push_back(static_cast<std::int64_t>(row));
  check.share = share_of(several, accounts);
  check.found = several > 0 && check.share >= most;
  check.message = fmt::format("{} of {} accounts have several lives", several, accounts);
  if (check.found)
    check.message +=
        ", which are not independent: cluster by account, or keep the first of each; errors are too small";
  return check;
}

}  // namespace fealty::survival::detail
