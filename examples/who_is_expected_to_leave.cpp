// SPDX-License-Identifier: MIT
// Who is expected to leave? Customers of today by tenure: their chance to stay, and whether segments differ.
#include <fealty/company/simulate.hpp>
#include <fealty/core/date.hpp>
#include <fealty/retention/customer_lifetimes.hpp>
#include <fealty/retention/lifetimes.hpp>
#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>
#include <fealty/survival/conditional_survival.hpp>
#include <fealty/survival/log_rank.hpp>
#include <fealty/survival/study_audit.hpp>

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

#include <fmt/format.h>

namespace revenue = fealty::revenue;
namespace retention = fealty::retention;
namespace survival = fealty::survival;

int main() {
  const fealty::company::Company company = fealty::company::simulate(300, 1);
  const fealty::Frame& rows = company.subscriptions;
  const revenue::Subscriptions subscriptions({.account = std::get<fealty::IdColumn>(rows.at("account")),
                                              .start = std::get<fealty::Days>(rows.at("start")).days,
                                              .end = std::get<fealty::Days>(rows.at("end")).days,
                                              .mrr = std::get<fealty::DecimalColumn>(rows.at("mrr")),
                                              .kind = std::get<fealty::IdColumn>(rows.at("kind")),
                                              .currency = "USD"});
  const revenue::Accounts accounts(
      {.account = std::get<fealty::IdColumn>(company.accounts.at("account")),
       .attributes = {{"segment", std::get<fealty::IdColumn>(company.accounts.at("segment"))}}});
  const retention::CustomerLifetimes spells = retention::customer_lifetimes(
      revenue::mrr_ledger(subscriptions, {.as_of = fealty::parse_date("2024-12-31")}));
  const survival::Lifetimes lives = retention::lifetimes(spells, {.accounts = accounts});

  // Before any figure: is the study sound?
  for (const fealty::Finding& finding : survival::study_audit(lives).findings)
    fmt::print("{}: {}\n", finding.code, finding.message);
  fmt::print("segments differ: p = {:.3f}\n", survival::log_rank(lives, {.by = {"segment"}}).p_value);

  std::vector<std::int64_t> tenure;
  for (std::size_t i = 0; i < spells.days.size(); ++i)
    if (spells.ended[i] == 0) tenure.push_back(spells.days[i]);
  fealty::Frame customers;
  customers.add("age", fealty::Column<std::int64_t>(tenure));
  const auto today =
      survival::conditional_survival(lives, customers, {.ahead = {180}, .bands = {0, 180, 365, 730}});
  for (std::size_t i = 0; i < today.ahead.size(); ++i)
    fmt::print("from {:.0f} days: {:.0f}% stay half a year more, {:.1f} of {} leave\n", today.given_age[i],
               100 * today.survival[i], today.expected_ended[i], today.customers[i] - today.unknown[i]);
}
