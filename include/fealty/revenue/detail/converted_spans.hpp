// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/exchange_values.hpp>
#include <fealty/revenue/detail/mrr_spans.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/policy.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

/// Rates of days, each looked up once.
class DayRates {
 public:
  DayRates(const MrrSpans& spans, const ExchangeRates& rates, Currency to, Rounding rounding)
      : spans_(spans), rates_(rates), to_(to), rounding_(rounding), known_(spans.currencies.size()) {}

  /// \param needed  whether it is an error that there is none
  const std::optional<FastRate>& at(std::size_t currency, std::int32_t day, bool needed) {
    const auto place = static_cast<std::size_t>(std::clamp(day, min_day, max_day) - min_day);
    auto& pages = known_[currency];
    if (pages.empty()) pages.resize(static_cast<std::size_t>(max_day - min_day) / days_of_page + 1);
    auto& page = pages[place / days_of_page];
    if (!page) page = std::make_unique<Page>();
    Known& known = (*page)[place % days_of_page];
    if (!known.rate && (needed || !known.looked)) look_up(known, currency, day, needed);
    return known.rate;
  }

 private:
  const MrrSpans& spans_;
  static constexpr std::size_t days_of_page = 512;
  struct Known {
    std::optional<FastRate> rate;
    bool looked = false;
  };
  using Page = std::array<Known, days_of_page>;

  void look_up(Known& known, std::size_t currency, std::int32_t day, bool needed) {
    const auto rate = needed ? rates_.rate(spans_.currencies[currency], to_, Date{day})
                             : rates_.try_rate(spans_.currencies[currency], to_, Date{day});
    known.looked = true;
    if (rate) known.rate.emplace(*rate, rounding_);
  }

  const ExchangeRates& rates_;
  Currency to_;
  Rounding rounding_;
  std::vector<std::vector<std::unique_ptr<Page>>> known_;  // by currency and day
};

/// Spans in another currency, at the rates of one day or of each row's start.
inline std::shared_ptr<const MrrSpans> converted(const MrrSpans& spans, const ExchangeRates& rates,
                                                 Currency to, const LedgerPolicy& policy,
                                                 std::optional<Date> as_of) {
  const bool fixed = policy.exchange == ExchangeRule::fixed;
  if (fixed && !policy.exchange_date)
    throw InvalidInput({.who = "mrr_ledger",
                        .what = "exchange_date",
                        .where = {},
                        .value = "",
                        .rule = "is missing; exchange = fixed needs the day of its rates"});
  auto out = std::make_shared<MrrSpans>(spans);
  std::vector<std::int64_t> amounts(spans.size());
  DayRates days(spans, rates, to, policy.rounding);
  std::int32_t start = 0;
  double native = 0;  // of all rows, without their signs
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    const std::size_t c = spans.currency.present() ? spans.currency[i] : 0;
    const bool same_row = i > 0 && spans.next_row(i - 1) > i;  // a row keeps the rate of its start
    if (!same_row) start = spans.start[i];
    const bool visible = start <= as_of->days;  // what is signed only is worth what it is by then
    const auto& rate = days.at(c, fixed ? policy.exchange_date->days : std::min(start, as_of->days), visible);
    amounts[i] = rate ? (*rate)(spans.amount[i]) : 0;
    native += std::abs(static_cast<double>(spans.amount[i]));
  }
  if (!fixed) check_sum(native);
  out->amount = std::move(amounts);
  out->currency = {};
  out->currencies = {to};
  out->look_at_amounts();
  if (policy.free == FreeRule::churned) out->any_free = false;
  return out;
}

}  // namespace fealty::revenue::detail
