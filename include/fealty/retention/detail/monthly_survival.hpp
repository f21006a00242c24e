// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/date.hpp>
#include <fealty/core/detail/int128.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/revenue/detail/account_order.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/detail/term.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::retention::detail {

/// Spells by their age in months, each month from the same day of the calendar as the spell's first.
struct MonthlyAges {
  std::vector<std::int64_t> customers;      // at the beginning of each month of age
  std::vector<std::int64_t> exposed;        // those of them of whom the month's end was seen
  std::vector<fealty::detail::int128> mrr;  // of `customers`, on that day

  /// Months of age whose end was seen for someone.
  std::size_t support() const {
    return static_cast<std::size_t>(std::find(exposed.begin(), exposed.end(), 0) -
                                    exposed.begin());  // after the first 0 there are only such
  }
  /// S(0), …, S(support): the share of spells that last for so many months. Kaplan-Meier with the month as
  /// unit: a spell is at risk in the months whose end was seen, so that no month counts its losses before
  /// it can count those who stayed.
  std::vector<double> survival() const {
    std::vector<double> curve{1.0};
    for (std::size_t month = 0; month < support(); ++month)
      curve.push_back(curve.back() * static_cast<double>(customers[month + 1]) /
                      static_cast<double>(exposed[month]));
    return curve;
  }
};

/// The first month of age that begins on a day or after it.
inline std::size_t first_month_from(std::int32_t start, std::int32_t day) {
  if (day <= start) return 0;
  const auto term = revenue::detail::term_of(Date{start}, Date{std::min(day, max_day)});
  return static_cast<std::size_t>(term.whole + (term.days > 0 ? 1 : 0));
}

/// Collects spells by age; a number that holds for a stretch of months is two steps.
class MonthlyAgesBuilder {
 public:
  void add_spell(const Spell& spell, std::int32_t as_of) {
    const std::size_t seen = std::max<std::size_t>(1, first_month_from(spell.start, as_of + 1));
    const std::size_t lasted =
        std::max<std::size_t>(1, first_month_from(spell.start, last_day(spell, as_of)));
    grow(lasted + 1);
    ++customers_[0];
    --customers_[lasted];
    ++exposed_[0];
    --exposed_[std::min(lasted, seen - 1)];
  }
  /// A span of the spell's account.
  void add_amount(const Spell& spell, std::int32_t as_of, std::int32_t start, std::int32_t end,
                  std::int64_t amount) {
    const std::int32_t until = std::min(end, last_day(spell, as_of));
    if (until <= spell.start || start >= until) return;
    const std::size_t from = first_month_from(spell.start, start),
                      to = std::max<std::size_t>(start <= spell.start ? 1 : 0,
                                                 first_month_from(spell.start, until));
    mrr_[from] += amount;
    mrr_[to] -= amount;
  }
  MonthlyAges finish() && {
    const auto add_up = [](auto& steps) {
      for (std::size_t i = 1; i < steps.size(); ++i) steps[i] += steps[i - 1];
    };
    grow(1);
    add_up(customers_);
    add_up(exposed_);
    add_up(mrr_);
    return {std::move(customers_), std::move(exposed_), std::move(mrr_)};
  }

 private:
  /// The first day without, or not seen.
  static std::int32_t last_day(const Spell& spell, std::int32_t as_of) {
    return std::min(spell.end, as_of + 1);
  }
  void grow(std::size_t size) {
    if (size <= customers_.size()) return;
    customers_.resize(size);
    exposed_.resize(size);
    mrr_.resize(size);
  }

  std::vector<std::int64_t> customers_, exposed_;
  std::vector<fealty::detail::int128> mrr_;
};

/// All spells of a ledger's spans by age.
inline MonthlyAges monthly_ages(const revenue::detail::MrrSpans& spans, std::int32_t as_of,
                                std::int32_t gap_days) {
  const std::vector<Spell> spells = find_spells(spans, as_of, gap_days);  // by account code
  const std::vector<std::size_t> order = revenue::detail::spans_by_account(spans);
  MonthlyAgesBuilder ages;
  std::size_t k = 0;
  for (std::size_t first = 0, next = 0; first < spells.size(); first = next) {
    const std::uint32_t account = spells[first].account;
    for (; next < spells.size() && spells[next].account == account; ++next)
      ages.add_spell(spells[next], as_of);
    while (k < order.size() && spans.account[order[k]] < account) ++k;
    for (; k < order.size() && spans.account[order[k]] == account; ++k)
      for (std::size_t spell = first; spell < next; ++spell)
        ages.add_amount(spells[spell], as_of, spans.start[order[k]], spans.end[order[k]],
                        spans.amount[order[k]]);
  }
  return std::move(ages).finish();
}

/// A sum that keeps what rounding loses.
class CompensatedSum {
 public:
  void add(double value) {
    const double sum = sum_ + value;
    lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - sum) + value : (value - sum) + sum_;
    sum_ = sum;
  }
  double value() const { return sum_ + lost_; }

 private:
  double sum_ = 0, lost_ = 0;
};

}  // namespace fealty::retention::detail
