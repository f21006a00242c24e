// SPDX-License-Identifier: MIT
// The ledger under other policies than the default, by segment, and in a reporting currency, beside the
// default.
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/segment_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include "data.hpp"

namespace {
using namespace fealty;
using revenue::LedgerPolicy;
using revenue::MrrLedgerOptions;
const Date as_of = make_date(2024, 12, 31);
const std::vector<std::string> currencies{"USD", "USD", "USD", "EUR", "EUR", "GBP", "JPY", "CHF"};

/// In one currency, or in those of the accounts.
const revenue::Subscriptions& table(bool several) {
  const auto make = [](bool mixed) {
    const BenchData& data = bench_data();
    std::vector<std::string> codes;
    for (std::size_t i = 0; mixed && i < data.account.size(); ++i)
      codes.push_back(currencies[static_cast<std::size_t>(data.account[i]) % currencies.size()]);
    revenue::SubscriptionColumns columns{
        .account = data.account, .start = data.start, .end = data.end, .mrr_minor = data.mrr_minor};
    if (mixed) columns.currency_column = IdColumn(codes);
    else columns.currency = "USD";
    return revenue::Subscriptions(columns);
  };
  static const revenue::Subscriptions one = make(false), mixed = make(true);
  return several ? mixed : one;
}

/// Eight regions; with `moves`, one account in ten goes to another in the third year.
revenue::Accounts accounts(bool moves) {
  std::vector<std::int64_t> ids = bench_data().account;
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  std::vector<std::int64_t> account;
  std::vector<std::int32_t> start;
  std::vector<std::string> region;
  for (const auto id : ids) {
    account.push_back(id);
    start.push_back(min_day);
    region.push_back("region " + std::to_string(id % 8));
    if (!moves || id % 10 != 0) continue;
    account.push_back(id);
    start.push_back(make_date(2022, 6, 15).days);
    region.push_back("region " + std::to_string((id / 10 + 1) % 8));
  }
  return revenue::Accounts({.account = account, .valid_from = start, .attributes = {{"region", region}}});
}

/// A rate for each day and currency, against the euro.
revenue::ExchangeRates rates() {
  std::vector<std::int32_t> date;
  std::vector<std::string> base, quote;
  std::vector<double> rate;
  for (std::int32_t day = make_date(2019, 12, 1).days; day <= as_of.days; ++day)
    for (const auto& [code, value] : {std::pair{"USD", 1.1}, {"GBP", 0.85}, {"JPY", 150.0}, {"CHF", 0.95}}) {
      date.push_back(day);
      base.emplace_back("EUR");
      quote.emplace_back(code);
      rate.push_back(value + 0.0001 * (day % 97));
    }
  return revenue::ExchangeRates({.date = date, .base = base, .quote = quote, .rate = rate});
}

MrrLedgerOptions with(LedgerPolicy policy, const benchmark::State& state) {
  MrrLedgerOptions options{.as_of = as_of, .threads = static_cast<std::int32_t>(state.range(0))};
  options.policy.ledger = std::move(policy);
  return options;
}
MrrLedgerOptions in_dollars(LedgerPolicy policy, const benchmark::State& state) {
  static const revenue::ExchangeRates known = rates();
  MrrLedgerOptions options = with(std::move(policy), state);
  options.reporting_currency = "USD";
  options.exchange_rates = known;
  return options;
}
void run(benchmark::State& state, bool several, const MrrLedgerOptions& options) {
  const revenue::Subscriptions& rows = table(several);
  for (auto _ : state)
    benchmark::DoNotOptimize(revenue::mrr_ledger(rows, options).periods().closing.minor.data());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows.size()));
}
void run_segments(benchmark::State& state, bool several, bool moves, const MrrLedgerOptions& options) {
  const revenue::Subscriptions& rows = table(several);
  const revenue::Accounts known = accounts(moves);
  for (auto _ : state) {
    const auto ledger = revenue::mrr_ledger(rows, options);
    benchmark::DoNotOptimize(revenue::segment_ledger(ledger, known, {.by = "region"}).closing.minor.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(rows.size()));
}

void by_default(benchmark::State& state) { run(state, false, with({}, state)); }
void first_day(benchmark::State& state) {
  run(state, false, with({.snapshot = revenue::Snapshot::first_day}, state));
}
void any_day(benchmark::State& state) {
  run(state, false, with({.snapshot = revenue::Snapshot::any_day}, state));
}
void joins_and_leaves_ignored(benchmark::State& state) {
  run(state, false,
      with({.netting = revenue::Netting::event, .join_and_leave = revenue::JoinAndLeave::ignored}, state));
}
void gaps_bridged(benchmark::State& state) { run(state, false, with({.gap_days = 14}, state)); }
void reactivation_days(benchmark::State& state) { run(state, false, with({.reactivation_days = 90}, state)); }
void by_event(benchmark::State& state) {
  run(state, false, with({.netting = revenue::Netting::event}, state));
}
void segments(benchmark::State& state) { run_segments(state, false, false, with({}, state)); }
void segments_that_change(benchmark::State& state) { run_segments(state, false, true, with({}, state)); }
void currency_fixed(benchmark::State& state) {
  run(state, true,
      in_dollars({.exchange = revenue::ExchangeRule::fixed, .exchange_date = make_date(2024, 6, 28)}, state));
}
void currency_service_start(benchmark::State& state) {
  run(state, true, in_dollars({.exchange = revenue::ExchangeRule::service_start}, state));
}
void currency_period_end(benchmark::State& state) { run(state, true, in_dollars({}, state)); }
void all_at_once(benchmark::State& state) {
  run_segments(state, true, true, in_dollars({.snapshot = revenue::Snapshot::first_day}, state));
}

#define POLICY(name) BENCHMARK(name)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime()
POLICY(by_default);
POLICY(first_day);
POLICY(any_day);
POLICY(joins_and_leaves_ignored);
POLICY(gaps_bridged);
POLICY(reactivation_days);
POLICY(by_event);
POLICY(segments);
POLICY(segments_that_change);
POLICY(currency_fixed);
POLICY(currency_service_start);
POLICY(currency_period_end);
POLICY(all_at_once);
}  // namespace
