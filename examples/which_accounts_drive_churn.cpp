// SPDX-License-Identifier: MIT
// Which accounts drive churn? Opens the month with the most churn down to its accounts.
#include <fealty/company/simulate.hpp>
#include <fealty/revenue/accounts_behind.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>

#include <fmt/format.h>

namespace revenue = fealty::revenue;

int main() {
  const fealty::company::Company company = fealty::company::simulate(300, 1);
  const fealty::Frame& rows = company.subscriptions;
  const revenue::Subscriptions subscriptions({.account = std::get<fealty::IdColumn>(rows.at("account")),
                                              .start = std::get<fealty::Days>(rows.at("start")).days,
                                              .end = std::get<fealty::Days>(rows.at("end")).days,
                                              .mrr = std::get<fealty::DecimalColumn>(rows.at("mrr")),
                                              .kind = std::get<fealty::IdColumn>(rows.at("kind")),
                                              .currency = "USD"});
  const auto ledger = revenue::mrr_ledger(subscriptions);
  const revenue::LedgerPeriods& periods = ledger.periods();

  const auto& churn = periods.churn.minor;
  const auto worst = static_cast<std::size_t>(std::max_element(churn.begin(), churn.end()) - churn.begin());
  const std::string month = to_string(fealty::Date{periods.period.days[worst]}).substr(0, 7);
  const auto lost = revenue::accounts_behind(ledger, {.period = month, .kind = revenue::LedgerCell::churn});
  fmt::print("{}: churn {}\n", month, to_string(fealty::Money{churn[worst], ledger.currency()}));
  for (std::size_t i = 0; i < lost.account.size(); ++i)
    fmt::print("  {}  {}\n", lost.account.text(i),
               to_string(fealty::Money{lost.amount.minor[i], ledger.currency()}));
}
