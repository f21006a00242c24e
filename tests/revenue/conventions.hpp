// SPDX-License-Identifier: MIT
// One company in which every convention matters, and its ledger as text.
#pragma once

#include "revenue/tables.hpp"

#include <fealty/revenue/accounts.hpp>
#include <fealty/revenue/exchange.hpp>
#include <fealty/revenue/movement_kind.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/policy.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

namespace conventions {

/// The cells of conventions.csv, column by column; "" where there is none.
inline std::map<std::string, tables::Texts> read_table() {
  std::ifstream in("revenue/data/conventions.csv");
  REQUIRE_MESSAGE(in.good(), "run this in the folder tests");
  std::vector<std::string> names;
  std::map<std::string, tables::Texts> columns;
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    std::string cell;
    const bool header = names.empty();
    for (std::size_t i = 0; std::getline(cells, cell, ','); ++i) {
      if (header) names.push_back(cell);
      else columns[names[i]].push_back(cell);
    }
  }
  return columns;
}

/// Days, of which "" is none.
inline fealty::Column<std::int32_t> days(const tables::Texts& texts) {
  tables::Days out;
  for (const auto& text : texts) out.push_back(text.empty() ? fealty::open : tables::day(text));
  return out;
}
/// Instants of UTC: 2024-04-01T02:30, or noon of a day.
inline fealty::DayColumn instants(const tables::Texts& texts) {
  constexpr std::int64_t minute = 60'000'000;
  std::vector<std::int64_t> micros;
  for (const auto& text : texts) {
    const bool timed = text.size() > 10;
    const std::int64_t hours = timed ? std::stoll(text.substr(11, 2)) : 12,
                       minutes = timed ? std::stoll(text.substr(14, 2)) : 0;
    micros.push_back((tables::day(text.substr(0, 10)) * 1440LL + hours * 60 + minutes) * minute);
  }
  return fealty::DayColumn::of_instants(std::move(micros));
}
inline tables::Counts counts(const tables::Texts& texts) {
  tables::Counts out;
  for (const auto& text : texts) out.push_back(text.empty() ? 0 : std::stoll(text));
  return out;
}
inline tables::Texts filled(tables::Texts texts, const char* missing) {
  for (auto& text : texts)
    if (text.empty()) text = missing;
  return texts;
}

inline fealty::revenue::Subscriptions subscriptions() {
  auto table = read_table();
  tables::Reals discount;
  for (const auto minor : counts(table["discount_minor"]))
    discount.push_back(static_cast<double>(minor) / 100);
  return fealty::revenue::Subscriptions({.account = table["account"],
                                         .start = instants(table["start"]),
                                         .end = days(table["end"]),
                                         .amount_minor = counts(table["amount_minor"]),
                                         .interval_unit = table["interval_unit"],
                                         .discount = std::move(discount),
                                         .discount_end = days(table["discount_end"]),
                                         .kind = filled(table["kind"], "recurring"),
                                         .status = filled(table["status"], "active"),
                                         .subscription = table["subscription"],
                                         .item = table["item"],
                                         .cancel_requested = days(table["cancel_requested"]),
                                         .paid_through = days(table["paid_through"]),
                                         .currency_column = table["currency"]});
}

/// The ledger of January to June 2024 in US dollars.
inline fealty::revenue::MrrLedger ledger(const fealty::revenue::RevenuePolicy& policy = {}) {
  using tables::Texts;
  static const fealty::revenue::Subscriptions table = subscriptions();
  return fealty::revenue::mrr_ledger(
      table, {.as_of = tables::date("2024-06-30"),
              .policy = policy,
              .accounts = fealty::revenue::Accounts({.account = Texts{"old", "child"},
                                                     .parent = tables::ids_with_nulls({"", "kept"}),
                                                     .merged_into = tables::ids_with_nulls({"kept", ""})}),
              .reporting_currency = "USD",
              .exchange_rates = fealty::revenue::ExchangeRates(
                  {.date = tables::days({"2024-01-01", "2024-02-15", "2024-04-05", "2024-05-31"}),
                   .base = Texts(4, "EUR"),
                   .quote = Texts(4, "USD"),
                   .rate = tables::Reals{1.10, 1.20, 1.05, 1.25},
                   .max_age_days = 366})});
}

using Cells = std::map<std::pair<std::string, std::size_t>, std::string>;

/// Amount and accounts of each kind of movement, such as "5000/1", by first day; those that are not 0.
inline Cells cells(const fealty::revenue::MrrLedger& ledger) {
  const auto& p = ledger.periods();
  Cells out;
  for (std::size_t i = 0; i < p.period.days.size(); ++i) {
    const std::array<std::pair<std::int64_t, std::int64_t>, 6> values{
        {{p.new_business.minor[i], p.new_business_accounts[i]},
         {p.reactivation.minor[i], p.reactivation_accounts[i]},
         {p.expansion.minor[i], p.expansion_accounts[i]},
         {p.contraction.minor[i], p.contraction_accounts[i]},
         {p.churn.minor[i], p.churn_accounts[i]},
         {p.exchange.minor[i], 0}}};
    for (std::size_t kind = 0; kind < values.size(); ++kind)
      if (values[kind].first != 0 || values[kind].second != 0)
        out[{to_string(fealty::Date{p.period.days[i]}).substr(5), kind}] =
            fmt::format("{}/{}", values[kind].first, values[kind].second);
  }
  return out;
}

/// Where two ledgers differ, such as "02-01 churn 4500/1 > 0/0; ".
inline std::string difference(const fealty::revenue::MrrLedger& one,
                              const fealty::revenue::MrrLedger& other) {
  const Cells before = cells(one), after = cells(other);
  Cells all = before;
  all.insert(after.begin(), after.end());
  std::string out;
  for (const auto& [key, unused] : all) {
    const auto in = [&key = key](const Cells& table) {
      const auto found = table.find(key);
      return found == table.end() ? std::string("0/0") : found->second;
    };
    if (in(before) == in(after)) continue;
    out += fmt::format("{} {} {} > {}; ", key.first, enum_names(fealty::revenue::MovementKind{})[key.second],
                       in(before), in(after));
  }
  return out;
}

}  // namespace conventions
