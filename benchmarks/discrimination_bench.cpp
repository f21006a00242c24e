// SPDX-License-Identifier: MIT
// Areas under the ROC curve of FEALTY_BENCH_EXAMPLES rows (default 1,000,000), a tenth with the outcome and a
// normal score that is 1 higher; four rows an account where there are accounts.
#include <fealty/health/lift.hpp>
#include <fealty/health/roc_auc.hpp>
#include <fealty/health/roc_comparison.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace {
using namespace fealty;

/// \param hundredths  scores with ties, as a scorecard has them
health::Examples examples(bool hundredths, bool accounts) {
  const char* const asked = std::getenv("FEALTY_BENCH_EXAMPLES");
  const auto rows = static_cast<std::size_t>(asked == nullptr ? 1'000'000 : std::atoll(asked));
  fealty::detail::SplitMix64 random(1);
  const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
  std::vector<double> score, other;
  std::vector<std::uint8_t> outcome;
  std::vector<std::int64_t> account;
  for (std::size_t row = 0; row < rows; ++row) {
    outcome.push_back(uniform() < .1 ? 1 : 0);
    const double radius = std::sqrt(-2 * std::log(uniform())), turn = 6.283185307179586 * uniform();
    score.push_back(radius * std::cos(turn) + outcome.back());
    other.push_back(score.back() + radius * std::sin(turn));
    if (hundredths) score.back() = std::round(100 * (50 + 10 * score.back())) / 100;
    account.push_back(static_cast<std::int64_t>(row / 4));
  }
  health::ExampleColumns columns{.outcome = std::move(outcome)};
  columns.attributes.add("score", Column<double>(std::move(score)));
  columns.attributes.add("other", Column<double>(std::move(other)));
  if (accounts) columns.account = account;
  return health::Examples(columns);
}

void roc_auc(benchmark::State& state) {
  const health::Examples given = examples(state.range(0) != 0, state.range(1) != 0);
  double auc = 0;
  for (auto _ : state) auc = health::roc_auc(given).auc[0];
  state.counters["auc"] = auc;
}
void roc_comparison(benchmark::State& state) {
  const health::Examples given = examples(false, state.range(0) != 0);
  double z = 0;
  for (auto _ : state) z = health::roc_comparison(given, {.scores = {"other"}}).z[0];
  state.counters["z"] = z;
}
/// Time of each draw of the bootstrap.
void lift(benchmark::State& state) {
  const health::Examples given = examples(false, state.range(0) != 0);
  double upper = 0;
  for (auto _ : state) upper = health::lift(given, {.draws = 100, .threads = 1}).lift_upper[3];
  state.counters["upper"] = upper;
}

BENCHMARK(roc_auc)
    ->ArgNames({"hundredths", "accounts"})
    ->Args({0, 0})
    ->Args({1, 0})
    ->Args({0, 1})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(roc_comparison)->ArgName("accounts")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(lift)->ArgName("accounts")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
}  // namespace
