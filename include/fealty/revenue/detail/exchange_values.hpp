// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/period.hpp>
#include <fealty/revenue/detail/fast_rate.hpp>
#include <fealty/revenue/detail/snapshot_cells.hpp>
#include <fealty/revenue/detail/unit_spans.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
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
    std::vector<std::uint32_t> first(spans.currencies.size(), static_cast<std::uint32_t>(periods_)),
        last(first.size());
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (spans.start[i] > as_of) continue;
      const std::size_t c = spans.currency.present() ? spans.currency[i] : 0;
      first[c] = std::min<std::uint32_t>(first[c], cells.start(spans.start[i]));
      last[c] = std::max<std::uint32_t>(last[c], cells.end(spans.end[i]));
    }
    for (std::size_t c = 0; c < first.size(); ++c)
      for (std::size_t p = 0; p < periods_; ++p) {
        const Date day{std::min(grid.last_day(p).days, as_of)};
        const std::optional<Rate> rate = first[c] <= p && p <= last[c]
                                             ? table.rate(spans.currencies[c], to, day)
                                             : table.try_rate(spans.currencies[c], to, day);
        if (rate) rates_[c * periods_ + p].emplace(*rate, rounding);
      }
  }
  /// Rates of each row's start.
  ///
  /// \param values  of each span
  explicit ExchangeValues(std::vector<std::int64_t> values, std::size_t currencies)
      : currencies_(currencies), values_(std::move(values)) {}

  std::size_t currencies() const { return moves() ? rates_.size() / periods_ : currencies_; }
  /// Whether amounts change their worth while nothing else happens.
  bool moves() const { return !rates_.empty(); }
  /// Whether each row has a worth of its own.
  bool at_start() const { return !values_.empty(); }
  std::int64_t value_of(const UnitSpan& row) const {
    return values_.empty() ? row.amount : values_[row.span];
  }
  const std::optional<FastRate>& rate(std::size_t currency, std::size_t period) const {
    return rates_[currency * periods_ + period];
  }
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
        if (!values_.empty()) change.exchange += switched(sum);
        sum.value += sum.begun_value - sum.ended_value;
        change.value += sum.value;
      }
      sum.begun = sum.ended = sum.begun_value = sum.ended_value = 0;
    }
    return change;
  }

 private:
  static std::size_t used(const MrrSpans& spans) { return spans.currencies.size(); }
  /// The exchange effect in a switch from rows of one rate to rows of another: that of what stayed.
  static std::int64_t switched(const ExchangeState::Sum& sum) {
    const std::int64_t stayed = std::min(sum.begun, sum.ended);
    if (stayed <= 0) return 0;
    const auto at = [&](std::int64_t value, std::int64_t native) {
      return static_cast<std::int64_t>(
          fealty::detail::divide_half_even(static_cast<fealty::detail::int128>(stayed) * value, native));
    };
    return at(sum.begun_value, sum.begun) - at(sum.ended_value, sum.ended);
  }

  std::size_t periods_ = 1, currencies_ = 1;
  std::vector<std::optional<FastRate>> rates_;  // by currency and period
  std::vector<std::int64_t> values_;            // by span
};

}  // namespace fealty::revenue::detail
