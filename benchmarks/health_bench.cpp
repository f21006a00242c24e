// SPDX-License-Identifier: MIT
// Scores of FEALTY_BENCH_ROWS accounts (default 1,000,000) by a card of 20 measures, a few of which are
// missing of each account, with all contributions in micro-points.
#include <fealty/health/scores.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace {
using namespace fealty;

constexpr std::size_t measures = 20;

health::Scorecard card() {
  health::ScorecardConfig config{
      .id = "bench", .bands = {{"red", 50}, {"yellow", 75}, {"green", 100}}, .min_coverage = .5};
  for (std::size_t j = 0; j < measures; ++j)
    config.measures.push_back(
        {.id = "m" + std::to_string(j),
         .weight = static_cast<double>(1 + j % 4),
         .transform = {.points = {{static_cast<double>(10 + j % 5), 0}, {40, 30}, {60, 70}, {90, 100}}}});
  return health::Scorecard(config);
}
health::MeasureTable table() {
  const char* const asked = std::getenv("FEALTY_BENCH_ROWS");
  const auto rows = static_cast<std::size_t>(asked == nullptr ? 1'000'000 : std::atoll(asked));
  fealty::detail::SplitMix64 random(1);
  const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
  std::vector<std::int64_t> account(rows);
  std::iota(account.begin(), account.end(), 0);
  health::MeasureColumns columns{.account = account};
  for (std::size_t j = 0; j < measures; ++j) {
    std::vector<double> values(rows);
    for (double& each : values) {
      const double radius = std::sqrt(-2 * std::log(uniform())), angle = 6.283185307179586 * uniform();
      each = uniform() < .015 * static_cast<double>(j) ? std::numeric_limits<double>::quiet_NaN()
                                                       : 50 + 20 * radius * std::cos(angle);
    }
    columns.values.add("m" + std::to_string(j), Column<double>(std::move(values)));
  }
  return health::MeasureTable(columns);
}

/// \param state  contributions, threads
void score(benchmark::State& state) {
  const health::Scorecard by = card();
  const health::MeasureTable of = table();
  const health::ScoreOptions options{.with_contributions = state.range(0) != 0,
                                     .threads = static_cast<std::int32_t>(state.range(1))};
  for (auto _ : state) benchmark::DoNotOptimize(health::score(by, of, options));
}

BENCHMARK(score)
    ->ArgNames({"contributions", "threads"})
    ->Args({1, 1})
    ->Args({0, 1})
    ->Args({1, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
}  // namespace
