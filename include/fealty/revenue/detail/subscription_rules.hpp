// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/time_zone.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/paid_periods.hpp>
#include <fealty/revenue/detail/row_rules.hpp>
#include <fealty/revenue/detail/span_builder.hpp>
#include <fealty/revenue/detail/subscription_table.hpp>
#include <fealty/revenue/detail/units.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Turns checked rows into spans, as a policy says.
class SubscriptionRules {
 public:
  SubscriptionRules(const SubscriptionTable& table, const LedgerPolicy& policy)
      : table_(table), policy_(policy), monthly_{policy.week_factor, policy.day_factor, policy.rounding} {
    // The zone is looked up even where no instant needs it: its name is the policy's, not the data's.
    const TimeZone zone = time_zone(policy.time_zone);
    if (table.start_at.present()) start_ = zone.days(table.start_at.values());
    if (table.end_at.present()) end_ = zone.days(table.end_at.values());
    if (policy.churn_date == ChurnDate::paid_period_end && !table.paid_through.empty())
      paid_ = PaidPeriods(table, starts());
    spans_.annual = !table.unit.empty() || !table.interval_count.empty();
    spans_.signed_on = !table.signed_on.empty();
    spans_.cancel_requested = !table.cancel_requested.empty();
    spans_.quantity = !table.quantity.empty();
  }

  MrrSpans take() {
    spans_.reserve(table_.rows());
    for (std::size_t row = 0; row < table_.rows(); ++row)
      if (counts(row)) add(row);
    MrrSpans spans = spans_.take(table_.ids, table_.currencies, table_.currency.present());
    if (finer_than_account(policy_.grain))
      split_into_units(spans, "Subscriptions", table_.subscription, table_.item,
                       policy_.grain == Grain::item);
    return spans;
  }

 private:
  std::span<const std::int32_t> starts() const {
    return start_.empty() ? table_.start.values() : std::span<const std::int32_t>(start_);
  }

  bool counts(std::size_t row) const {
    if (!table_.left_out.empty() && table_.left_out[row] != 0) return false;
    const SubscriptionStatus status = table_.status_of(row);
    if (table_.is_kind(row, SubscriptionKind::trial) || table_.is_kind(row, SubscriptionKind::one_time) ||
        status == SubscriptionStatus::trialing)
      return false;
    const bool metered = table_.is_kind(row, SubscriptionKind::metered);
    if (metered ? policy_.metered == MeteredRule::excluded : policy_.metered == MeteredRule::separate)
      return false;
    if (table_.is_kind(row, SubscriptionKind::refund) && policy_.refund == RefundRule::ignored) return false;
    if (status == SubscriptionStatus::unpaid && policy_.unpaid == UnpaidRule::churned) return false;
    if (status == SubscriptionStatus::paused && policy_.paused == PausedRule::zero_now) return false;
    if (status == SubscriptionStatus::paused && policy_.paused == PausedRule::zero_at_paid_period_end &&
        SubscriptionTable::day(table_.paid_through, row) == open)
      return false;
    return table_.is_mrr || monthly_.factor(table_, row).numerator != 0;
  }

  /// The day after the last on which the row counts.
  std::int32_t end_of(std::size_t row, std::int32_t start, std::int32_t end) const {
    const std::int32_t requested = SubscriptionTable::day(table_.cancel_requested, row);
    const std::int32_t paid = SubscriptionTable::day(table_.paid_through, row);
    const SubscriptionStatus status = table_.status_of(row);
    std::int32_t last = end;
    if (end == open && requested != open && paid != open) last = std::max(paid, requested);
    else if (status == SubscriptionStatus::active && end != open && paid != open &&
             policy_.churn_date == ChurnDate::paid_period_end)
      last = paid_.end(row, end, paid);
    if (policy_.churn_date == ChurnDate::cancel_request && requested != open)
      last = std::min(last, std::max(requested, start));
    if (status == SubscriptionStatus::paused && policy_.paused == PausedRule::zero_at_paid_period_end)
      last = std::min(last, paid == open ? start : std::max(start, paid));
    const bool late = status == SubscriptionStatus::past_due || status == SubscriptionStatus::unpaid;
    if (late && policy_.past_due_days) {
      const std::int64_t since = paid != open && paid > start ? paid : start;
      last = static_cast<std::int32_t>(std::min<std::int64_t>(last, since + *policy_.past_due_days));
    }
    return last;
  }

  void add(std::size_t row) {
    const std::int32_t start = starts()[row];
    const std::int32_t written = table_.end[row];
    const std::int32_t end = written == open || end_.empty() ? written : std::max(end_[row], start);
    const std::int32_t last = end_of(row, start, end);
    const std::int32_t off = SubscriptionTable::day(table_.discount_end, row);
    const bool one_time = policy_.discount == DiscountRule::recurring && off < end;
    if (table_.discount.empty() || policy_.discount == DiscountRule::none || one_time || off <= start) {
      push(row, start, last, monthly(row, false));
      return;
    }
    const std::int64_t discounted = monthly(row, true);
    const std::int64_t after = off < last ? monthly(row, false) : discounted;
    const std::int32_t split = after == discounted ? last : std::max(off, start);
    if (split > start || split == last) push(row, start, split, discounted);
    if (split < last) push(row, split, last, after);
  }

  std::int64_t monthly(std::size_t row, bool discounted) const {
    if (!table_.no_price.empty() && table_.no_price[row] != 0) refuse_price(row, false);
    const bool up = policy_.rounding == Rounding::half_up &&
                    std::binary_search(table_.ties.begin(), table_.ties.end(), row);
    const auto amount = monthly_(table_, row, table_.price[row] + (up ? 1 : 0), discounted);
    if (!amount) refuse_price(row, true);
    return *amount;
  }

  void push(std::size_t row, std::int32_t from, std::int32_t to, std::int64_t amount) {
    const bool refund = table_.is_kind(row, SubscriptionKind::refund);
    if (amount == 0 && (refund || policy_.free == FreeRule::churned)) return;
    spans_.push({.account = table_.account[row],
                 .currency = table_.currency_of(row),
                 .start = from,
                 .end = std::max(from, to),
                 .amount = refund ? -amount : amount,
                 .row = static_cast<std::int64_t>(row),
                 .annual = is_annual(row),
                 .signed_on = SubscriptionTable::day(table_.signed_on, row),
                 .cancel_requested = SubscriptionTable::day(table_.cancel_requested, row),
                 .quantity = table_.quantity.empty() ? 1 : table_.quantity[row]});
  }

  bool is_annual(std::size_t row) const {
    const std::int64_t count = table_.interval_count.empty() ? 1 : table_.interval_count[row];
    const PerMonth per =
        per_month(table_.unit.empty() ? IntervalUnit::month : IntervalUnit{table_.unit[row]});
    return static_cast<int128>(per.denominator) * count >= static_cast<int128>(12) * per.numerator;
  }

  [[noreturn]] void refuse_price(std::size_t row, bool large) const {
    ErrorDetail error{"Subscriptions", table_.price_name, static_cast<std::int64_t>(row),
                      fmt::format("of account {}", table_.ids->text(table_.account[row])),
                      large ? "makes a monthly amount that is too large to be exact"
                            : "is no amount; by this policy the row counts"};
    if (large) throw Overflow(std::move(error));
    throw InvalidInput(std::move(error));
  }
  const SubscriptionTable& table_;
  const LedgerPolicy& policy_;
  MonthlyRule monthly_;
  PaidPeriods paid_;
  std::vector<std::int32_t> start_, end_;
  SpanBuilder spans_;
};

/// The spans of rows that are one span each, whatever the policy: columns in order are taken as they are.
inline MrrSpans share_rows(const SubscriptionTable& table, const LedgerPolicy& policy) {
  MrrSpans spans;
  spans.ids = table.ids;
  spans.account = table.account;
  spans.start = table.start;
  spans.end = table.end;
  spans.amount = table.price;
  spans.currency = table.currency;
  spans.currencies = table.currencies;
  if (policy.rounding == Rounding::half_up && !table.ties.empty()) {
    std::vector<std::int64_t> amounts(table.price.values().begin(), table.price.values().end());
    for (const std::size_t row : table.ties) ++amounts[row];
    spans.amount = std::move(amounts);
  }
  spans.look_at_amounts();
  return spans;
}

inline MrrSpans apply_rules(const SubscriptionTable& table, const LedgerPolicy& policy) {
  if (table.plain() && !finer_than_account(policy.grain) && policy.metered != MeteredRule::separate) {
    static_cast<void>(time_zone(policy.time_zone));
    MrrSpans spans = share_rows(table, policy);
    if (policy.free == FreeRule::active || !spans.any_free) return spans;
  }
  return SubscriptionRules(table, policy).take();
}

}  // namespace fealty::revenue::detail
