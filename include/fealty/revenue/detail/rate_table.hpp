// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/money.hpp>
#include <fealty/revenue/detail/exact_rate.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// A currency's three letters as a number in their order.
inline std::size_t letters_index(const Currency& currency) {
  std::size_t index = 0;
  for (const char letter : currency.letters) index = index * 26 + static_cast<std::size_t>(letter - 'A');
  return index;
}
inline bool has_letters(const Currency& currency) {
  return std::all_of(currency.letters.begin(), currency.letters.end(),
                     [](char letter) { return letter >= 'A' && letter <= 'Z'; });
}

inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// The rates of one pair, by day.
class RateSeries {
 public:
  /// Days come in ascending order.
  void push(std::int32_t day, const Decimal& rate) {
    days_.push_back(day);
    rates_.push_back(rate);
  }
  /// Where most days have a rate, finds it without a search.
  void finish() {
    const std::int64_t width = std::int64_t{days_.back()} - days_.front();
    if (width > static_cast<std::int64_t>(8 * days_.size() + 64)) return;
    until_.resize(static_cast<std::size_t>(width) + 1);
    for (std::size_t i = 0, next = 0; i < until_.size(); ++i) {
      if (next < days_.size() && std::int64_t{days_[next]} - days_.front() == static_cast<std::int64_t>(i))
        ++next;
      until_[i] = static_cast<std::uint32_t>(next);
    }
  }

  /// The latest day with a rate that is not after `day`.
  std::int32_t latest(std::int32_t day) const {
    const std::size_t count = until(day);
    return count == 0 ? no_day : days_[count - 1];
  }
  /// The rate of a day that has one.
  const Decimal& at(std::int32_t day) const { return rates_[until(day) - 1]; }

 private:
  std::size_t until(std::int32_t day) const {
    if (day < days_.front()) return 0;
    if (day >= days_.back()) return days_.size();
    if (!until_.empty()) return until_[static_cast<std::size_t>(std::int64_t{day} - days_.front())];
    return static_cast<std::size_t>(std::upper_bound(days_.begin(), days_.end(), day) - days_.begin());
  }

  std::vector<std::int32_t> days_;
  std::vector<Decimal> rates_;
  std::vector<std::uint32_t> until_;  // for each day from the first on: how many rates there are up to it
};

/// A checked row.
struct RateRow {
  Currency base, quote;
  std::int32_t day;
  double rate;
  std::int64_t row;

  auto key() const { return std::tuple(base.letters, quote.letters, day, row); }
  bool same_pair(const RateRow& other) const { return base == other.base && quote == other.quote; }
};

/// Finds the rate of any two currencies on any day.
class RateTable {
 public:
  struct Found {
    std::int32_t day = no_day;
    std::optional<Currency> pivot = {};
    RateFraction fraction = {};
  };

  /// \param rows  by base, quote and day, each day of a pair once or with the same rate
  explicit RateTable(const std::vector<RateRow>& rows) : slot_of_(26 * 26 * 26, no_slot) {
    for (const auto& row : rows) currencies_.insert(currencies_.end(), {row.base, row.quote});
    const auto by_letters = [](const Currency& a, const Currency& b) { return a.letters < b.letters; };
    std::sort(currencies_.begin(), currencies_.end(), by_letters);
    currencies_.erase(std::unique(currencies_.begin(), currencies_.end()), currencies_.end());
    for (std::size_t i = 0; i < currencies_.size(); ++i)
      slot_of_[letters_index(currencies_[i])] = static_cast<std::uint16_t>(i);
    series_of_.resize(currencies_.size() * currencies_.size(), no_slot);
    neighbors_.resize(currencies_.size());
    for (std::size_t begin = 0, end = 0; begin < rows.size(); begin = end) {
      RateSeries series;
      for (end = begin; end < rows.size() && rows[end].same_pair(rows[begin]); ++end)
        if (end == begin || rows[end].day != rows[end - 1].day)
          series.push(rows[end].day, shortest_decimal(rows[end].rate));
      series.finish();
      const std::size_t base = slot(rows[begin].base), quote = slot(rows[begin].quote);
      series_of_[base * currencies_.size() + quote] = static_cast<std::uint16_t>(series_.size());
      series_.push_back(std::move(series));
      neighbors_[base].push_back(quote);
      neighbors_[quote].push_back(base);
    }
    for (auto& each : neighbors_) {
      std::sort(each.begin(), each.end());
      each.erase(std::unique(each.begin(), each.end()), each.end());
    }
  }

  /// The latest rate of a day in [oldest, day], none if there is none: on that day the pair's own, or that of
  /// the reversed pair, or one through the currency with the first code.
  std::optional<Found> find(const Currency& base, const Currency& quote, std::int32_t day,
                            std::int64_t oldest) const {
    const std::size_t a = slot(base), b = slot(quote);
    if (a == no_slot || b == no_slot) return std::nullopt;
    std::int32_t latest = latest_day(a, b, day);
    std::size_t through = no_slot;
    if (latest != day) {
      const bool a_has_fewer = neighbors_[a].size() <= neighbors_[b].size();
      for (const std::size_t pivot : neighbors_[a_has_fewer ? a : b]) {
        if (pivot == a || pivot == b) continue;
        const std::int64_t least = latest == no_day ? oldest : std::max(oldest, std::int64_t{latest} + 1);
        const std::int32_t common = common_day(a, pivot, b, day, least);
        if (common == no_day) continue;
        latest = common;
        through = pivot;
      }
    }
    if (latest == no_day || latest < oldest) return std::nullopt;
    if (through == no_slot) return Found{latest, std::nullopt, fraction(a, b, latest)};
    return Found{latest, currencies_[through],
                 fraction(a, through, latest).times(fraction(through, b, latest))};
  }

 private:
  static constexpr std::uint16_t no_slot = std::numeric_limits<std::uint16_t>::max();

  std::size_t slot(const Currency& currency) const {
    const std::size_t slot = has_letters(currency) ? slot_of_[letters_index(currency)] : no_slot;
    return slot != no_slot && currencies_[slot] == currency ? slot : no_slot;
  }
  const RateSeries* series(std::size_t base, std::size_t quote) const {
    const std::uint16_t at = series_of_[base * currencies_.size() + quote];
    return at == no_slot ? nullptr : &series_[at];
  }
  /// The latest day, not after `day`, with a rate of the pair or of the reversed one.
  std::int32_t latest_day(std::size_t base, std::size_t quote, std::int32_t day) const {
    const RateSeries* const own = series(base, quote);
    const RateSeries* const reversed = series(quote, base);
    const std::int32_t latest = own == nullptr ? no_day : own->latest(day);
    return reversed == nullptr || latest == day ? latest : std::max(latest, reversed->latest(day));
  }
  /// The latest day in [least, day] with rates of both pairs.
  std::int32_t common_day(std::size_t a, std::size_t pivot, std::size_t b, std::int32_t day,
                          std::int64_t least) const {
    std::int32_t first = latest_day(a, pivot, day);
    while (first != no_day && first >= least) {
      const std::int32_t second = latest_day(pivot, b, first);
      if (second == first) return first;
      first = latest_day(a, pivot, second);
    }
    return no_day;
  }
  RateFraction fraction(std::size_t base, std::size_t quote, std::int32_t day) const {
    const RateSeries* const own = series(base, quote);
    if (own != nullptr && own->latest(day) == day) return RateFraction::of(own->at(day));
    return RateFraction::of(series(quote, base)->at(day)).inverse();
  }

  std::vector<Currency> currencies_;  // by code
  std::vector<std::uint16_t> slot_of_;
  std::vector<std::uint16_t> series_of_;  // for each two currencies
  std::vector<RateSeries> series_;
  std::vector<std::vector<std::size_t>> neighbors_;  // of each currency, those that it has rates with
};

}  // namespace fealty::revenue::detail
