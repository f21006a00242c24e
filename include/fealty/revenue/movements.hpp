// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/revenue/detail/levels.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue {

/// What can happen to an account's MRR from one period's end to the next.
enum class MovementKind {
  new_business,  ///< MRR for the first time
  reactivation,  ///< MRR again
  expansion,     ///< more than before
  contraction,   ///< less than before, still a customer
  churn          ///< no longer a customer
};
constexpr auto enum_names(MovementKind) {
  return std::array<std::string_view, 5>{"new_business", "reactivation", "expansion", "contraction", "churn"};
}

/// Each thing that happened, by period and then by account id.
struct Movements {
  IdColumn account;                ///< whose MRR moved
  DateColumn period;               ///< first day of the period
  std::vector<MovementKind> kind;  ///< what happened
  MoneyColumn amount;              ///< by how much, >= 0; 0 for a customer that left at 0

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("account", self.account);
    f("period", self.period);
    f("kind", self.kind);
    f("amount", self.amount);
  }
};

namespace detail {
struct Movement {
  std::uint32_t period, account;
  MovementKind kind;
  std::int64_t amount;
};

/// Calls f(Movement) for each movement of a block, by account and then by period.
template <class T, bool Free, class F>
void for_each_movement(const Levels<T, Free>& levels, std::size_t block, F f) {
  for (std::size_t lane = 0; lane < levels.lanes; ++lane) {
    bool seen = false;
    for (std::size_t period = 0; period < levels.periods; ++period) {
      const T now = levels.row(period)[lane], before = levels.row_before(period)[lane];
      const bool is = (levels.customers(period)[lane] != 0),
                 was = (levels.customers_before(period)[lane] != 0);
      if (now == before && is == was) continue;
      const MovementKind kind = !was  ? (seen ? MovementKind::reactivation : MovementKind::new_business)
                                : !is ? MovementKind::churn
                                : now > before ? MovementKind::expansion
                                               : MovementKind::contraction;
      const std::int64_t change = std::int64_t{now} - std::int64_t{before};
      f(Movement{static_cast<std::uint32_t>(period), static_cast<std::uint32_t>(block * levels.lanes + lane),
                 kind, change < 0 ? -change : change});
      seen = true;
    }
  }
}
}  // namespace detail

inline Movements MrrLedger::movements() const {
  std::vector<detail::Movement> all;
  detail::for_each_block(data_->blocks, 1, [&](const auto& levels, std::size_t block, std::size_t) {
    detail::for_each_movement(levels, block,
                              [&](const detail::Movement& movement) { all.push_back(movement); });
  });
  const auto rank = data_->spans->ids->ranks();
  std::sort(all.begin(), all.end(), [&](const detail::Movement& a, const detail::Movement& b) {
    return std::tuple(a.period, rank[a.account]) < std::tuple(b.period, rank[b.account]);
  });
  Movements out;
  out.amount.currency = currency_;
  std::vector<std::uint32_t> codes;
  for (const auto& movement : all) {
    codes.push_back(movement.account);
    out.period.days.push_back(data_->grid->start(movement.period).days);
    out.kind.push_back(movement.kind);
    out.amount.minor.push_back(movement.amount);
  }
  out.account = IdColumn(std::move(codes), data_->spans->ids);
  return out;
}

}  // namespace fealty::revenue
