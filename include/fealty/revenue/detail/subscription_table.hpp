// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/core/money.hpp>
#include <fealty/revenue/monthly_amount.hpp>
#include <fealty/revenue/subscription_columns.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fealty::revenue::detail {

/// The checked rows of a subscriptions table, as plain numbers: what policies are applied to. A vector is
/// empty where the column is absent; a day that is not known is `open`.
struct SubscriptionTable {
  std::shared_ptr<const Ids> ids;
  Column<std::uint32_t> account;
  Column<std::int32_t> start, end;
  Column<std::int64_t> start_at, end_at;  // instants, where days depend on the time zone; absent otherwise
  Column<std::int64_t> price;             // per month, or per interval; minor units, half-even
  std::vector<std::size_t> ties;          // rows whose price, rounded half-up, is one more
  std::vector<Currency> currencies;
  Column<std::uint16_t> currency;      // absent when there is one
  std::vector<std::uint8_t> left_out;  // 1 for rows in error
  std::vector<std::uint8_t> kind;      // a SubscriptionKind
  std::vector<std::uint8_t> status;    // a SubscriptionStatus
  std::vector<std::uint8_t> no_price;  // 1 where a row that does not count by default has no price
  std::vector<std::uint8_t> unit;      // an IntervalUnit
  std::vector<std::int64_t> interval_count, quantity, discount;
  std::vector<std::int32_t> discount_end, cancel_requested, paid_through, signed_on;
  IdColumn subscription, item;
  std::string price_name;
  bool is_mrr = true;  // the price is the monthly amount

  std::size_t rows() const { return account.size(); }
  /// Whether every row is one span, whatever the policy.
  bool plain() const {
    return is_mrr && left_out.empty() && kind.empty() && status.empty() && cancel_requested.empty() &&
           paid_through.empty() && signed_on.empty() && !start_at.present() && !end_at.present() &&
           !subscription.present() && !item.present();
  }
  bool is_kind(std::size_t row, SubscriptionKind which) const {
    return (kind.empty() ? SubscriptionKind::recurring : SubscriptionKind{kind[row]}) == which;
  }
  SubscriptionStatus status_of(std::size_t row) const {
    return status.empty() ? SubscriptionStatus::active : SubscriptionStatus{status[row]};
  }
  static std::int32_t day(const std::vector<std::int32_t>& days, std::size_t row) {
    return days.empty() ? open : days[row];
  }
  std::uint16_t currency_of(std::size_t row) const {
    return currency.present() ? currency[row] : std::uint16_t{0};
  }
};

/// What a row comes to per month.
struct MonthlyRule {
  WeekFactor week = WeekFactor::per_year;
  DayFactor day = DayFactor::per_year;
  Rounding rounding = Rounding::half_even;

  /// \param price  of the row, rounded as `rounding` says
  /// \returns      price x quantity - discount, never below 0, per month; none beyond 64 bits
  std::optional<std::int64_t> operator()(const SubscriptionTable& table, std::size_t row, std::int64_t price,
                                         bool discounted) const {
    if (table.is_mrr) return price;
    int128 total = price;
    if (!table.quantity.empty()) total *= table.quantity[row];
    if (discounted && !table.discount.empty()) total = std::max<int128>(total - table.discount[row], 0);
    constexpr int128 limit = static_cast<int128>(1) << 116;  // below it, the 433 of a week fits 127 bits
    if (total > limit) return std::nullopt;
    const PerMonth per = factor(table, row);
    const std::int64_t count = table.interval_count.empty() ? 1 : table.interval_count[row];
    const int128 monthly =
        divide(total * per.numerator, static_cast<int128>(per.denominator) * count, rounding);
    if (!fealty::detail::fits_int64(monthly)) return std::nullopt;
    return static_cast<std::int64_t>(monthly);
  }
  PerMonth factor(const SubscriptionTable& table, std::size_t row) const {
    return per_month(table.unit.empty() ? IntervalUnit::month : IntervalUnit{table.unit[row]}, week, day);
  }
};

}  // namespace fealty::revenue::detail
