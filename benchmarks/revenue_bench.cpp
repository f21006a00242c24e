// SPDX-License-Identifier: MIT
// (a) the ledger with trailing-12 NRR and GRR, (b) the cohort triangle on top, and account ids.
#include <fealty/retention/cohort_table.hpp>
#include <fealty/retention/revenue_retention.hpp>
#include <fealty/revenue/mrr_ledger.hpp>
#include <fealty/revenue/subscriptions.hpp>

#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "data.hpp"

namespace {
using namespace fealty;
const Date as_of = make_date(2024, 12, 31);

revenue::Subscriptions table() {
  const BenchData& data = bench_data();
  return revenue::Subscriptions({.account = data.account,
                                 .start = data.start,
                                 .end = data.end,
                                 .mrr_minor = data.mrr_minor,
                                 .currency = "USD"});
}
revenue::MrrLedger ledger_of(const revenue::Subscriptions& rows, benchmark::State& state) {
  return revenue::mrr_ledger(rows, {.as_of = as_of, .threads = static_cast<std::int32_t>(state.range(0))});
}
void count_rows(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(bench_data().account.size()));
}

/// From raw columns of dense ids: the table's checks, the ledger, and both rates.
void mrr_ledger_from_columns(benchmark::State& state) {
  for (auto _ : state) {
    const auto ledger = ledger_of(table(), state);
    benchmark::DoNotOptimize(retention::revenue_retention(ledger).nrr.data());
  }
  count_rows(state);
}
/// From a validated table: the ledger, and both rates.
void mrr_ledger(benchmark::State& state) {
  const auto rows = table();
  for (auto _ : state) {
    const auto ledger = ledger_of(rows, state);
    benchmark::DoNotOptimize(retention::revenue_retention(ledger).nrr.data());
  }
  count_rows(state);
}
void subscriptions(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(table().size());
  count_rows(state);
}
void mrr_ledger_alone(benchmark::State& state) {
  const auto rows = table();
  for (auto _ : state) benchmark::DoNotOptimize(ledger_of(rows, state).periods().closing.minor.data());
  count_rows(state);
}
void revenue_retention(benchmark::State& state) {
  const auto ledger = ledger_of(table(), state);
  for (auto _ : state) benchmark::DoNotOptimize(retention::revenue_retention(ledger).nrr.data());
  count_rows(state);
}
void cohort_table(benchmark::State& state) {
  const auto ledger = ledger_of(table(), state);
  for (auto _ : state) benchmark::DoNotOptimize(retention::cohort_table(ledger).rate.data());
  count_rows(state);
}
void ids_integer(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(IdColumn(bench_data().account).size());
  count_rows(state);
}
void ids_text(benchmark::State& state) {
  std::vector<std::string> ids;
  for (const auto id : bench_data().account)
    ids.push_back(fmt::format("A-{:08x}", static_cast<std::uint32_t>(id) * 2654435761U));
  for (auto _ : state) benchmark::DoNotOptimize(IdColumn(ids).size());
  count_rows(state);
}

BENCHMARK(mrr_ledger_from_columns)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(mrr_ledger)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(subscriptions)->Unit(benchmark::kMillisecond);
BENCHMARK(mrr_ledger_alone)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(revenue_retention)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(cohort_table)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(ids_integer)->Unit(benchmark::kMillisecond);
BENCHMARK(ids_text)->Unit(benchmark::kMillisecond);
}  // namespace
