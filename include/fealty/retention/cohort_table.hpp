// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/retention/detail/cohort_sums.hpp>
#include <fealty/retention/detail/wilson.hpp>
#include <fealty/revenue/mrr_ledger.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::retention {

/// What of a cohort is followed.
enum class CohortValue {
  logos,  ///< its accounts
  net,    ///< its MRR, with expansion
  gross   ///< its MRR, no account for more than in its first period
};
constexpr auto enum_names(CohortValue) { return std::array<std::string_view, 3>{"logos", "net", "gross"}; }

/// Settings of cohort_table().
struct CohortTableOptions {
  CohortValue value = CohortValue::logos;  ///< what `rate` is of
};

/// Cohorts by the period in which accounts became customers, and what is left of them at each age: one
/// row for each cohort and age that has begun.
struct CohortTable {
  CohortValue value = CohortValue::logos;   ///< what `rate` is of
  DateColumn cohort;                        ///< first day of the period they started in
  std::vector<std::int32_t> age;            ///< periods since, from 0
  DateColumn period;                        ///< first day of the period seen
  std::vector<std::int64_t> base_accounts;  ///< customers of the cohort at age 0
  std::vector<std::int64_t> accounts;       ///< customers at this age; one that came back counts again
  MoneyColumn base;                         ///< MRR of the cohort at age 0
  MoneyColumn net;                          ///< MRR at this age
  MoneyColumn gross;                        ///< the same, no account for more than at age 0
  std::vector<double> rate;            ///< the chosen value over its value at age 0; none for a base of 0
  std::vector<std::uint8_t> complete;  ///< 0 where as_of cuts the period short: not final yet, no loss
  revenue::RevenuePolicy policy = {};  ///< what the ledger was made with

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("cohort", self.cohort);
    f("age", self.age);
    f("period", self.period);
    f("base_accounts", self.base_accounts);
    f("accounts", self.accounts);
    f("base", self.base);
    f("net", self.net);
    f("gross", self.gross);
    f("rate", self.rate);
    f("complete", self.complete);
  }
};

/// Follows each period's new customers through the periods after.
///
/// An account's cohort is the first period at whose end it was a customer. The periods are the ledger's:
/// make a ledger of weeks, quarters or years for cohorts of these.
///
/// \param ledger   as made by mrr_ledger(), of at most 4,096 periods
/// \param options  what `rate` is of
/// \returns        by cohort and age; cohorts without customers have no rows
/// \throws InvalidInput  for a ledger of more periods
inline CohortTable cohort_table(const revenue::MrrLedger& ledger, const CohortTableOptions& options = {}) {
  constexpr std::size_t most_periods = 4096;
  const revenue::LedgerPeriods& periods = ledger.periods();
  const std::size_t n = periods.period.days.size();
  if (n > most_periods)
    throw InvalidInput({.who = "cohort_table",
                        .what = "ledger",
                        .where = {},
                        .value = fmt::format("{} periods", n),
                        .rule = "has more than 4,096 periods; make a ledger of longer ones"});
  CohortTable out;
  out.policy = ledger.policy();
  out.value = options.value;
  out.base.currency = out.net.currency = out.gross.currency = ledger.currency();
  const auto sums = detail::cohort_sums(ledger);
  for (std::size_t cohort = 0; cohort < n; ++cohort) {
    const std::size_t row = sums.row(cohort);
    const std::int64_t base_accounts = sums.accounts[row + cohort], base = sums.net[row + cohort];
    if (base_accounts == 0) continue;
    for (std::size_t period = cohort; period < n; ++period) {
      const std::int64_t accounts = sums.accounts[row + period], net = sums.net[row + period],
                         gross = sums.gross[row + period];
      out.cohort.days.push_back(periods.period.days[cohort]);
      out.age.push_back(static_cast<std::int32_t>(period - cohort));
      out.period.days.push_back(periods.period.days[period]);
      out.base_accounts.push_back(base_accounts);
      out.accounts.push_back(accounts);
      out.base.minor.push_back(base);
      out.net.minor.push_back(net);
      out.gross.minor.push_back(gross);
      out.rate.push_back(options.value == CohortValue::logos ? detail::rate(accounts, base_accounts)
                         : options.value == CohortValue::net ? detail::rate(net, base)
                                                             : detail::rate(gross, base));
      out.complete.push_back(periods.complete[period]);
    }
  }
  return out;
}

}  // namespace fealty::retention
