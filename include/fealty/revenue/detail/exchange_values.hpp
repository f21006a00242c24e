// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/fast_rate.hpp>
#include <fealty/revenue/detail/snapshot_cells.hpp>
#include <fealty/revenue/detail/unit_spans.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// The native MRR of a unit in each currency, and what began and ended since it was last looked at.
class ExchangeState {
 public:
  struct Sum {
    std::int64_t native = 0, begun = 0, ended = 0;  // minor units of the currency
    std::int64_t begun_value = 0, ended_value = 0;  // the same, at the rates of their rows
    std::int64_t value = 0;
  };

  explicit ExchangeState(std::size_t currencies) : sums_(std::max<std::size_t>(currencies, 1)) {}

  void clear() { std::fill(sums_.begin(), sums_.end(), Sum{}); }
  void add(const UnitSpan& row, std::int64_t value, bool begins) {
    Sum& sum = sums_[row.currency];
    sum.native += begins ? row.amount : -row.amount;
    (begins ? sum.begun : sum.ended) += row.amount;
    (begins ? sum.begun_value : sum.ended_value) += value;
  }
  bool positive() const {
    return std::any_of(sums_.begin(), sums_.end(), [](const Sum& sum) { return sum.native > 0; });
  }
  std::vector<Sum>& sums() { return sums_; }
  const std::vector<Sum>& sums() const { return sums_; }

 private:
  std::vector<Sum> sums_;
};

/// What a change comes to in the ledger's currency.
struct ExchangeChange {
  std::int64_t exchange;  // of what was there before, by rates that moved
  std::int64_t value;     // of all that is there now
};

/// \throws Overflow  where the sum of all rows leaves no room
inline void check_sum(double minor_units) {
  if (minor_units < 0x1p62) return;
  throw Overflow({.who = "mrr_ledger",
                  .what = "reporting_currency",
                  .where = {},
                  .value = "",
                  .rule = "takes the sum of all rows, without their signs, beyond 62 bits of minor units"});
}

/// What native amounts are worth in a reporting currency; themselves, without one.
class ExchangeValues {
 public:
  ExchangeValues() = default;
  /// Rates of each period's end.
  ///
  /// \throws InvalidInput  where one is missing of a period in which its currency counts, or the one after
  ExchangeValues(const MrrSpans& spans, const ExchangeRates& table, Currency to, const PeriodGrid& grid,
                 const SnapshotCells& cells, std::int32_t as_of, Rounding rounding)
      : periods_(grid.size()), rates_(spans.currencies.size() * grid.size()) {
    for (const Currency& currency : spans.currencies) own_.push_back(currency == to ? 1 : 0);
    const std::vector<InUse> in_use = currencies_in_use(spans, as_of);
    for (std::size_t c = 0; c < in_use.size(); ++c) {
      const bool used = in_use[c].first <= in_use[c].last;
      const std::size_t first = used ? cells.start(in_use[c].first) : periods_,
                        last = cells.end(in_use[c].last);
      for (std::size_t p = 0; p < periods_; ++p) {
        const Date day{std::min(grid.last_day(p).days, as_of)};
        const std::optional<Rate> rate = first <= p && p <= last
                                             ? table.rate(spans.currencies[c], to, day)
                                             : table.try_rate(spans.currencies[c], to, day);
        if (rate) rates_[c * periods_ + p].emplace(*rate, rounding);
      }
    }
    check_sums(in_use);
  }
  /// Rates of each row's start.
  ///
  /// \param values  of each span
  explicit ExchangeValues(Column<std::int64_t> values, std::size_t currencies)
      : currencies_(currencies), values_(std::move(values)) {}

  std::size_t currencies() const { return moves() ? rates_.size() / periods_ : currencies_; }
  /// Whether amounts change their worth while nothing else happens.
  bool moves() const { return !rates_.empty(); }
  /// Whether amounts are what they are worth.
  bool plain() const { return !moves() && !at_start() && currencies_ == 1; }
  /// Whether each row has a worth of its own.
  bool at_start() const { return values_.present(); }
  std::int64_t value_of(const UnitSpan& row) const { return at_start() ? values_[row.span] : row.amount; }
  const std::optional<FastRate>& rate(std::size_t currency, std::size_t period) const {
    return rates_[currency * periods_ + period];
  }
  /// Whether a currency is that of the ledger.
  bool is_own(std::size_t currency) const { return own_[currency] != 0; }
  /// The rates of a currency, by period.
  const std::optional<FastRate>* rates_of(std::size_t currency) const {
    return rates_.data() + currency * periods_;
  }
  /// \throws InvalidInput  at the rate of a period in which the currency did not count, where it is missing
  std::int64_t convert(std::int64_t native, std::size_t currency, std::size_t period) const {
    if (native == 0) return 0;
    const std::optional<FastRate>& known = rate(currency, period);
    if (!known)
      throw InvalidInput({.who = "mrr_ledger",
                          .what = "exchange_rates",
                          .where = {},
                          .value = "",
                          .rule = "lack a rate of a period before its currency was in use; with the rates "
                                  "policy currency = with_exchange none is needed"});
    return (*known)(native);
  }

  /// What native sums are worth at a period's end.
  std::int64_t value(const ExchangeState& state, std::size_t period) const {
    std::int64_t total = 0;
    for (std::size_t c = 0; c < state.sums().size(); ++c) total += convert(state.sums()[c].native, c, period);
    return total;
  }

  /// What happened since the state was last looked at.
  ExchangeChange take_change(ExchangeState& state, std::size_t period, bool revalued) const {
    ExchangeChange change{0, 0};
    for (std::size_t c = 0; c < state.sums().size(); ++c) {
      ExchangeState::Sum& sum = state.sums()[c];
      if (moves()) {
        const std::int64_t value = convert(sum.native, c, period);
        const std::int64_t before = sum.native - sum.begun + sum.ended;
        if (!revalued && period > 0)
          change.exchange += convert(before, c, period) - convert(before, c, period - 1);
        change.value += value;
      } else {
        if (at_start()) change.exchange += switched(sum);
        sum.value += sum.begun_value - sum.ended_value;
        change.value += sum.value;
      }
      sum.begun = sum.ended = sum.begun_value = sum.ended_value = 0;
    }
    return change;
  }

  /// The exchange effect in a switch from rows of one rate to rows of another: that of what stayed.
  static std::int64_t switched(const ExchangeState::Sum& sum) {
    const std::int64_t stayed = std::min(sum.begun, sum.ended);
    if (stayed <= 0) return 0;
    return part(stayed, sum.begun_value, sum.begun) - part(stayed, sum.ended_value, sum.ended);
  }

 private:
  /// What is visible of a currency.
  struct InUse {
    std::int32_t first = max_day, last = min_day;  // days: the first start, the last end
    double amount = 0;                             // of all rows, without their signs
  };
  static std::vector<InUse> currencies_in_use(const MrrSpans& spans, std::int32_t as_of) {
    std::vector<InUse> out(spans.currencies.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (spans.start[i] > as_of) continue;
      InUse& in_use = out[spans.currency.present() ? spans.currency[i] : 0];
      in_use.first = std::min(in_use.first, spans.start[i]);
      in_use.last = std::max(in_use.last, spans.end[i]);
      in_use.amount += std::abs(static_cast<double>(spans.amount[i]));
    }
    return out;
  }
  /// Refuses amounts whose sum, at their highest rates, could leave 64 bits.
  void check_sums(const std::vector<InUse>& in_use) const {
    double total = 0;
    for (std::size_t c = 0; c < in_use.size(); ++c) {
      double highest = 0;
      for (std::size_t p = 0; p < periods_; ++p)
        if (rate(c, p)) highest = std::max(highest, rate(c, p)->factor());
      total += in_use[c].amount * highest;
    }
    check_sum(total);
  }
  /// What a part of an amount is worth, where the whole is worth `value`.
  static std::int64_t part(std::int64_t stayed, std::int64_t value, std::int64_t native) {
    if (stayed == native) return value;
    return static_cast<std::int64_t>(
        fealty::detail::divide_half_even(static_cast<fealty::detail::int128>(stayed) * value, native));
  }

  std::size_t periods_ = 1, currencies_ = 1;
  std::vector<std::optional<FastRate>> rates_;  // by currency and period
  std::vector<std::uint8_t> own_;               // by currency: 1 for the ledger's
  Column<std::int64_t> values_;                 // by span
};

}  // namespace fealty::revenue::detail
