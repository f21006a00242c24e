// SPDX-License-Identifier: MIT
// Seeded random subscriptions with everything that policies read, and random policies.
#pragma once

#include "revenue/random_rows.hpp"
#include "revenue/tables.hpp"

#include <fealty/core/date.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace random_subscriptions {

/// A row; "" and fealty::open where a cell is missing.
struct Row {
  std::string account, subscription, item, unit, kind, status;
  std::int32_t start, end, discount_end, cancel_requested, paid_through, signed_on;
  std::int64_t amount, count, quantity, discount;
  std::string currency = "USD";
};

/// Which columns a table has beside those of every one.
struct Columns {
  bool quantity = true, signed_on = true, cancel_requested = true, interval = true;
};

inline std::vector<Row> rows(naive::Random& random, std::int64_t accounts) {
  constexpr std::array<std::string_view, 4> units{"month", "year", "week", "day"};
  constexpr std::array<std::string_view, 5> statuses{"active", "past_due", "unpaid", "paused", "trialing"};
  const auto maybe = [&](int percent, std::int32_t day) {
    return random.chance(percent) ? day : fealty::open;
  };
  const auto after = [&](std::int32_t day, std::int64_t low, std::int64_t high) {
    return static_cast<std::int32_t>(day + random.between(low, high));
  };
  std::vector<Row> out;
  for (std::int64_t account = 0; account < accounts; ++account) {
    std::int32_t day = after(19000, 0, 300);
    for (std::int64_t i = random.between(1, 7); i > 0; --i) {
      Row row{};
      row.account = fmt::format("A{}", account);
      if (random.chance(90)) row.subscription = fmt::format("s{}", random.between(0, 3));  // some are shared
      if (random.chance(90)) row.item = fmt::format("i{}", random.between(0, 2));
      row.unit = random.chance(60) ? "month" : units[static_cast<std::size_t>(random.between(0, 3))];
      row.kind = random.chance(75) ? "recurring" : random.chance(60) ? "metered" : "refund";
      row.status = random.chance(60) ? "active" : statuses[static_cast<std::size_t>(random.between(0, 4))];
      row.start = day;
      row.end = random.chance(25) ? fealty::open : after(day, 0, 150);
      row.discount_end = maybe(50, after(day, 0, 90));
      row.cancel_requested = maybe(30, after(day, 0, 90));
      row.paid_through = maybe(40, after(day, 0, 200));
      row.signed_on = maybe(40, after(day, -40, 5));
      row.amount = random.chance(8) ? 0 : random.between(1, row.kind == "refund" ? 90 : 9999);
      row.count = random.between(1, 3);
      row.quantity = random.between(0, 4);
      row.discount = random.chance(40) ? random.between(0, 5000) : 0;
      out.push_back(row);
      const auto next = row.end == fealty::open ? after(day, 1, 100) : row.end;
      day = random.chance(50) ? next : after(next, -20, 60);
    }
  }
  for (std::size_t i = out.size(); i > 1; --i)
    std::swap(out[i - 1], out[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(i) - 1))]);
  return out;
}

/// One column of rows.
template <class T, class Cell>
fealty::Column<T> column(const std::vector<Row>& rows, Cell cell) {
  std::vector<T> values;
  for (const Row& row : rows) values.push_back(row.*cell);
  return fealty::Column<T>(std::move(values));
}
inline fealty::IdColumn names(const std::vector<Row>& rows, std::string Row::*cell) {
  tables::Texts texts;
  for (const Row& row : rows) texts.push_back(row.*cell);
  return tables::ids_with_nulls(texts);
}

inline fealty::revenue::SubscriptionColumns columns(const std::vector<Row>& rows, const Columns& has = {}) {
  using Days = std::int32_t;
  fealty::revenue::SubscriptionColumns out{.account = names(rows, &Row::account),
                                           .start = column<Days>(rows, &Row::start),
                                           .end = column<Days>(rows, &Row::end)};
  out.amount_minor = column<std::int64_t>(rows, &Row::amount);
  if (has.interval) {
    out.interval_unit = names(rows, &Row::unit);
    out.interval_count = column<std::int64_t>(rows, &Row::count);
  }
  if (has.quantity) out.quantity = column<std::int64_t>(rows, &Row::quantity);
  std::vector<double> discount;
  for (const Row& row : rows) discount.push_back(static_cast<double>(row.discount) / 100);
  out.discount = std::move(discount);
  out.discount_end = column<Days>(rows, &Row::discount_end);
  out.kind = names(rows, &Row::kind);
  out.status = names(rows, &Row::status);
  out.subscription = names(rows, &Row::subscription);
  out.item = names(rows, &Row::item);
  if (has.cancel_requested) out.cancel_requested = column<Days>(rows, &Row::cancel_requested);
  out.paid_through = column<Days>(rows, &Row::paid_through);
  if (has.signed_on) out.signed_on = column<Days>(rows, &Row::signed_on);
  out.currency_column = names(rows, &Row::currency);
  return out;
}
inline fealty::revenue::Subscriptions table(const std::vector<Row>& rows, const Columns& has = {}) {
  return fealty::revenue::Subscriptions(columns(rows, has));
}

/// A policy of which every field is drawn, but for those that need a company's other tables.
inline fealty::revenue::LedgerPolicy policy(naive::Random& random) {
  using namespace fealty::revenue;
  const auto draw = [&](auto& field, std::int64_t values) {
    using Field = std::remove_reference_t<decltype(field)>;
    field = static_cast<Field>(random.between(0, values - 1));
  };
  LedgerPolicy out;
  draw(out.grain, 3);
  draw(out.netting, 2);
  draw(out.period, 5);
  out.fiscal_year_start = static_cast<std::int32_t>(random.between(1, 12));
  out.time_zone = random.chance(50) ? "UTC" : "+09:00";
  if (out.netting == Netting::period) draw(out.snapshot, 4);
  draw(out.churn_date, 3);
  if (random.chance(40)) out.gap_days = static_cast<std::int32_t>(random.between(0, 30));
  if (random.chance(40)) out.reactivation_days = static_cast<std::int32_t>(random.between(0, 60));
  draw(out.join_and_leave, 2);
  draw(out.week_factor, 4);
  draw(out.day_factor, 3);
  draw(out.rounding, 2);
  draw(out.discount, 3);
  draw(out.metered, 3);
  draw(out.paused, 3);
  if (random.chance(50)) out.past_due_days = static_cast<std::int32_t>(random.between(0, 60));
  else out.past_due_days.reset();
  draw(out.unpaid, 2);
  draw(out.refund, 2);
  draw(out.free, 2);
  return out;
}

}  // namespace random_subscriptions
