// SPDX-License-Identifier: MIT
// Learned scores of FEALTY_BENCH_EXAMPLES examples (default 1,000,000).
#include <fealty/core/detail/splitmix64.hpp>
#include <fealty/health/logistic.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace {
using namespace fealty;

/// Twenty features, of which half are flags; about a third has the outcome.
struct Data {
  std::vector<std::string> names;
  health::Examples examples;
};
Data data() {
  const char* const asked = std::getenv("FEALTY_BENCH_EXAMPLES");
  const auto size = static_cast<std::size_t>(asked == nullptr ? 1'000'000 : std::atoll(asked));
  fealty::detail::SplitMix64 random(1);
  const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
  std::vector<double> predictor(size, -1);
  std::vector<std::string> names;
  Frame attributes;
  for (int j = 0; j < 20; ++j) {
    std::vector<double> x;
    for (std::size_t i = 0; i < size; ++i) {
      const double radius = std::sqrt(-2 * std::log(uniform()));
      const double value = radius * std::cos(6.283185307179586 * uniform());
      x.push_back(j < 10 ? value : value > .5 ? 1 : 0);
      predictor[i] += .3 * std::sin(j + 1) * x.back();
    }
    names.push_back("x" + std::to_string(j));
    attributes.add(names.back(), Column<double>(std::move(x)));
  }
  std::vector<std::uint8_t> outcome;
  for (const double each : predictor) outcome.push_back(uniform() < 1 / (1 + std::exp(-each)) ? 1 : 0);
  return {std::move(names), health::Examples({.outcome = std::move(outcome), .attributes = attributes})};
}

void logistic(benchmark::State& state) {
  const Data rows = data();
  for (auto _ : state)
    benchmark::DoNotOptimize(health::logistic(
        rows.examples, {.features = rows.names, .threads = static_cast<std::int32_t>(state.range(0))}));
}
BENCHMARK(logistic)->Arg(1)->Arg(0)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
