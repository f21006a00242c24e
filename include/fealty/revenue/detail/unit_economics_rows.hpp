// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/revenue/detail/exchange_levels.hpp>

#include <fealty/core/error.hpp>
#include <fealty/revenue/detail/committed.hpp>
#include <fealty/revenue/detail/real_amounts.hpp>
#include <fealty/revenue/unit_economics.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::revenue::detail {

inline void check_unit_economics(const MrrLedger& ledger, const UnitEconomicsOptions& options) {
  const auto refuse = [](const char* what, std::string value, std::string rule) {
    throw InvalidInput({.who = "unit_economics",
                        .what = what,
                        .where = {},
                        .value = std::move(value),
                        .rule = std::move(rule)});
  };
  if (options.margin && !(*options.margin >= 0 && *options.margin <= 1))
    refuse("margin", fmt::format("{}", *options.margin), "is not in [0, 1]");
  if (options.cost_lag < 0) refuse("cost_lag", fmt::format("{}", options.cost_lag), "is negative");
  if (options.costs && options.costs->size() > 0 && !ledger.periods().period.days.empty() &&
      options.costs->currency() != ledger.currency())
    refuse("costs", options.costs->currency().code(),
           fmt::format("is not the currency of the ledger, {}", ledger.currency().code()));
}

/// Months of one period, as a fraction.
struct Months {
  std::int64_t count, of;
};
inline Months months_of(Period period) {
  if (period == Period::day) return {12, 365};
  if (period == Period::week) return {84, 365};
  return {fealty::detail::period_months(period), 1};
}

/// Costs of each period; none where no row's day is in it.
struct PeriodCosts {
  std::vector<std::optional<std::int64_t>> sales_and_marketing, cost_of_goods_sold;
};
inline PeriodCosts period_costs(const std::optional<Costs>& costs, const PeriodGrid& grid,
                                std::int32_t as_of) {
  PeriodCosts out;
  out.sales_and_marketing.resize(grid.size());
  out.cost_of_goods_sold.resize(grid.size());
  if (!costs) return out;
  const CostRows& rows = costs->data();
  const auto add = [&](const std::vector<std::int64_t>& amounts,
                       std::vector<std::optional<std::int64_t>>& sums) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      const std::size_t period = grid.index(rows.day[i]);
      if (period < grid.size() && rows.day[i] <= as_of) sums[period] = sums[period].value_or(0) + amounts[i];
    }
  };
  add(rows.sales_and_marketing, out.sales_and_marketing);
  add(rows.cost_of_goods_sold, out.cost_of_goods_sold);
  return out;
}

/// Seats at each period's end, and the MRR of the rows that say how many they have.
struct SeatSums {
  std::vector<fealty::detail::int128> seats, mrr;
};
inline SeatSums seat_sums(const MrrSpans& spans, const PeriodGrid& grid, std::int32_t as_of) {
  PeriodSteps seats(grid, as_of), mrr(grid, as_of);
  for (std::size_t i = 0; spans.quantity.present() && i < spans.size(); ++i) {
    if (!spans.quantity.valid(i) || spans.quantity[i] == unknown_quantity) continue;
    seats.add(spans.start[i], spans.end[i], spans.quantity[i]);
    mrr.add(spans.start[i], spans.end[i], spans.amount[i]);
  }
  return {seats.sums(), mrr.sums()};
}

/// Fills the rows of a result, period by period.
class UnitEconomicsRows {
 public:
  UnitEconomicsRows(const MrrLedger& ledger, const UnitEconomicsOptions& options)
      : ledger_(ledger), periods_(ledger.periods()), options_(options), grid_(*ledger.data().grid),
        as_of_(ledger.as_of()->days), months_(months_of(grid_.period())) {
    Committed committed(grid_, as_of_);
    const auto spans = valued_spans(ledger.data());
    CommittedRows(*spans).add_to(committed);
    signed_not_live_ = committed.signed_not_live.sums();
    known_churn_ = committed.known_churn.sums();
    seats_ = seat_sums(*spans, grid_, as_of_);
    costs_ = period_costs(options.costs, grid_, as_of_);
  }

  void fill(UnitEconomics& out) const {
    for (std::size_t i = 0; i < grid_.size(); ++i) {
      out.period.days.push_back(periods_.period.days[i]);
      out.period_end.days.push_back(periods_.period_end.days[i]);
      out.accounts.push_back(periods_.closing_accounts[i]);
      out.complete.push_back(periods_.complete[i]);
      add_amounts(i, out);
      add_averages(i, out);
      add_margins(i, out);
    }
  }

 private:
  using int128 = fealty::detail::int128;

  std::int64_t money(int128 amount, const char* what, std::size_t i) const {
    if (fealty::detail::fits_int64(amount)) return static_cast<std::int64_t>(amount);
    return to_minor_units(amount, "unit_economics", what, grid_.label(i));
  }
  void add_amounts(std::size_t i, UnitEconomics& out) const {
    const int128 mrr = periods_.closing.minor[i], later = signed_not_live_[i], lost = known_churn_[i];
    out.mrr.minor.push_back(periods_.closing.minor[i]);
    out.arr.minor.push_back(money(12 * mrr, "arr", i));
    out.signed_not_live.minor.push_back(money(later, "signed_not_live", i));
    out.known_churn.minor.push_back(money(lost, "known_churn", i));
    out.carr.minor.push_back(money(12 * (mrr + later), "carr", i));
    out.cmrr.minor.push_back(money(mrr + later - lost, "cmrr", i));
  }
  void add_averages(std::size_t i, UnitEconomics& out) const {
    const Currency currency = ledger_.currency();
    const bool reactivation =
        options_.quick_ratio_reactivation.value_or(ledger_.policy().rates.quick_ratio_reactivation);
    const int128 won = static_cast<int128>(periods_.new_business.minor[i]) + periods_.expansion.minor[i] +
                       (reactivation ? periods_.reactivation.minor[i] : 0);
    const int128 lost = static_cast<int128>(periods_.contraction.minor[i]) + periods_.churn.minor[i];
    out.arpa.push_back(major_per(periods_.closing.minor[i], periods_.closing_accounts[i], currency));
    out.seats.push_back(money(seats_.seats[i], "seats", i));
    out.arpu.push_back(major_per(seats_.mrr[i], seats_.seats[i], currency));
    out.asp.push_back(major_per(periods_.new_business.minor[i], periods_.new_business_accounts[i], currency));
    out.quick_ratio.push_back(ratio(won, lost));
  }
  double margin(std::size_t i) const {
    if (options_.margin) return *options_.margin;
    if (!costs_.cost_of_goods_sold[i]) return no_amount;
    const int128 revenue = static_cast<int128>(periods_.closing.minor[i]) * months_.count,
                 cost = static_cast<int128>(*costs_.cost_of_goods_sold[i]) * months_.of;
    return ratio(revenue - cost, revenue);
  }
  void add_margins(std::size_t i, UnitEconomics& out) const {
    const Currency currency = ledger_.currency();
    const double gross = margin(i);
    const double months = static_cast<double>(months_.count) / static_cast<double>(months_.of);
    const double lives = ratio(periods_.opening_accounts[i], periods_.churn_accounts[i]);  // in periods
    const double ltv = periods_.opening_accounts[i] == 0 ? no_amount : out.arpa[i] * gross * months * lives;
    const auto lag = static_cast<std::size_t>(options_.cost_lag);
    const auto spent = i >= lag ? costs_.sales_and_marketing[i - lag] : std::nullopt;
    const std::int64_t won = periods_.new_business.minor[i];
    const double cac = spent ? major_per(*spent, periods_.new_business_accounts[i], currency) : no_amount;
    out.margin.push_back(gross);
    out.ltv.push_back(ltv);
    out.cac.push_back(cac);
    out.cac_payback_months.push_back(spent && gross > 0 ? ratio(*spent, won) / gross : no_amount);
    out.ltv_to_cac.push_back(cac > 0 ? ltv / cac : no_amount);
  }

  const MrrLedger& ledger_;
  const LedgerPeriods& periods_;
  const UnitEconomicsOptions& options_;
  const PeriodGrid& grid_;
  std::int32_t as_of_;
  Months months_;
  std::vector<int128> signed_not_live_, known_churn_;
  SeatSums seats_;
  PeriodCosts costs_;
};

}  // namespace fealty::revenue::detail

namespace fealty::revenue {

inline UnitEconomics unit_economics(const MrrLedger& ledger, const UnitEconomicsOptions& options) {
  detail::check_unit_economics(ledger, options);
  UnitEconomics out;
  out.policy = ledger.policy();
  for (auto* money : {&out.mrr, &out.arr, &out.signed_not_live, &out.known_churn, &out.carr, &out.cmrr})
    money->currency = ledger.currency();
  if (ledger.data().grid) detail::UnitEconomicsRows(ledger, options).fill(out);
  return out;
}

}  // namespace fealty::revenue
