// SPDX-License-Identifier: MIT
// (c) Kaplan-Meier and the log-rank test of lives in whole days, FEALTY_BENCH_LIVES of them (default
// 10,000,000); (d) proportional hazards with ten covariates of a tenth of them.
#include <fealty/survival/cox.hpp>
#include <fealty/survival/kaplan_meier.hpp>
#include <fealty/survival/log_rank.hpp>
#include <fealty/survival/nelson_aalen.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace {
using namespace fealty;

struct Data {
  std::vector<std::int32_t> days;
  std::vector<std::uint8_t> ended;
  std::vector<std::uint32_t> group;
};
/// Weibull lives of five groups with hazard ratios, seen for a uniform time.
const Data& data() {
  static const Data made = [] {
    const char* const asked = std::getenv("FEALTY_BENCH_LIVES");
    const auto rows = static_cast<std::size_t>(asked == nullptr ? 10'000'000 : std::atoll(asked));
    constexpr double ratios[] = {1, 1.2, .8, 1.5, 1};
    fealty::detail::SplitMix64 random(1);
    const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
    Data lives;
    for (std::size_t i = 0; i < rows; ++i) {
      const auto group = static_cast<std::uint32_t>(random.next() % 5);
      const double life = std::ceil(900 * std::pow(-std::log(uniform()) / ratios[group], 1.25));
      const double seen = std::ceil(1825 * uniform());
      lives.days.push_back(static_cast<std::int32_t>(std::min(life, seen)));
      lives.ended.push_back(life <= seen ? 1 : 0);
      lives.group.push_back(group);
    }
    return lives;
  }();
  return made;
}
survival::LifetimeColumns columns() {
  auto ids = std::make_shared<Ids>();
  for (const char* name : {"a", "b", "c", "d", "e"}) ids->encode(std::string_view(name));
  Frame attributes;
  attributes.add("group", IdColumn(std::vector<std::uint32_t>(data().group), ids));
  return {.duration = survival::DurationColumn(data().days),
          .ended = Column<std::uint8_t>(data().ended),
          .attributes = attributes};
}
const survival::Lifetimes& lives() {
  static const survival::Lifetimes table(columns());
  return table;
}
void count_rows(benchmark::State& state) {
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(data().days.size()));
}
std::int32_t threads(const benchmark::State& state) { return static_cast<std::int32_t>(state.range(0)); }

void lifetimes(benchmark::State& state) {
  const survival::DurationColumn days(data().days);
  const Column<std::uint8_t> ended(data().ended);
  for (auto _ : state)
    benchmark::DoNotOptimize(survival::Lifetimes({.duration = days, .ended = ended}).size());
  count_rows(state);
}
void kaplan_meier(benchmark::State& state) {
  static_cast<void>(lives());  // made before the clock starts
  for (auto _ : state)
    benchmark::DoNotOptimize(survival::kaplan_meier(lives(), {.threads = threads(state)}).survival.data());
  count_rows(state);
}
void kaplan_meier_by_group(benchmark::State& state) {
  static_cast<void>(lives());  // made before the clock starts
  for (auto _ : state)
    benchmark::DoNotOptimize(
        survival::kaplan_meier(lives(), {.by = {"group"}, .threads = threads(state)}).survival.data());
  count_rows(state);
}
void log_rank(benchmark::State& state) {
  static_cast<void>(lives());  // made before the clock starts
  for (auto _ : state)
    benchmark::DoNotOptimize(
        survival::log_rank(lives(), {.by = {"group"}, .threads = threads(state)}).statistic);
  count_rows(state);
}

/// Five normal covariates, three flags, an exponential and a uniform one, and hazards that depend on them.
const survival::Lifetimes& lives_with_covariates() {
  static const survival::Lifetimes table = [] {
    constexpr double beta[] = {.3, -.2, .1, 0, .05, .4, -.3, .2, .1, -.15};
    const std::size_t rows = data().days.size() / 10;
    fealty::detail::SplitMix64 random(2);
    const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
    const auto normal = [&] {
      return std::sqrt(-2 * std::log(uniform())) * std::cos(6.283185307179586 * uniform());
    };
    std::vector<std::vector<double>> x(10);
    std::vector<std::int32_t> days;
    std::vector<std::uint8_t> ended;
    for (std::size_t i = 0; i < rows; ++i) {
      double predictor = 0;
      for (std::size_t j = 0; j < 10; ++j) {
        constexpr double flags[] = {.3, .5, .1};
        const double value = j < 5    ? normal()
                             : j < 8  ? (uniform() < flags[j - 5] ? 1.0 : 0.0)
                             : j == 8 ? -std::log(uniform())
                                      : uniform();
        x[j].push_back(value);
        predictor += beta[j] * value;
      }
      const double life = std::ceil(900 * std::pow(-std::log(uniform()) / std::exp(predictor), 1.25));
      const double seen = std::ceil(1825 * uniform());
      days.push_back(static_cast<std::int32_t>(std::min(life, seen)));
      ended.push_back(life <= seen ? 1 : 0);
    }
    Frame attributes;
    for (std::size_t j = 0; j < 10; ++j)
      attributes.add(fmt::format("x{}", j), Column<double>(std::move(x[j])));
    return survival::Lifetimes(
        {.duration = std::move(days), .ended = std::move(ended), .attributes = attributes});
  }();
  return table;
}
void cox(benchmark::State& state) {
  std::vector<std::string> covariates;
  for (int j = 0; j < 10; ++j) covariates.push_back(fmt::format("x{}", j));
  const survival::Lifetimes& lives = lives_with_covariates();
  for (auto _ : state)
    benchmark::DoNotOptimize(
        survival::cox(lives, {.covariates = covariates, .threads = threads(state)}).coef.data());
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(data().days.size() / 10));
}

BENCHMARK(lifetimes)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(kaplan_meier)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(kaplan_meier_by_group)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(log_rank)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(cox)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
}  // namespace
