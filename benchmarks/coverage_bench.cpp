// SPDX-License-Identifier: MIT
// Assignment of FEALTY_BENCH_ACCOUNTS accounts (default 2,000) of lognormal hours to one CSM for each fifty,
// with regions, languages, maxima, and CSMs whom most accounts have now. `gap` is how far the answer is from
// its bound.
#include <fealty/coverage/assignment.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
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

struct Data {
  coverage::AssignmentAccounts accounts;
  coverage::AssignmentCsms csms;
};
/// \param regions  how many; with 1 every CSM may have every account
Data data(std::size_t regions) {
  const char* const asked = std::getenv("FEALTY_BENCH_ACCOUNTS");
  const auto size = static_cast<std::size_t>(asked == nullptr ? 2'000 : std::atoll(asked));
  const std::size_t csms = std::max<std::size_t>(regions, size / 50);
  fealty::detail::SplitMix64 random(1);
  const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
  std::vector<std::int64_t> account, csm, id;
  std::vector<double> hours, time;
  std::vector<std::string> region, language, regions_of, languages_of;
  double work = 0;
  for (std::size_t a = 0; a < size; ++a) {
    account.push_back(static_cast<std::int64_t>(a));
    const double radius = std::sqrt(-2 * std::log(uniform()));
    hours.push_back(std::exp(.8 * radius * std::cos(6.283185307179586 * uniform())));
    work += hours.back();
    region.push_back(fmt::format("r{}", random.next() % regions));
    language.push_back(uniform() < .8 ? "en" : "ja");
    csm.push_back(static_cast<std::int64_t>(uniform() * uniform() * static_cast<double>(csms)));
  }
  for (std::size_t i = 0; i < csms; ++i) {
    id.push_back(static_cast<std::int64_t>(i));
    time.push_back(work / .9 / static_cast<double>(csms));
    regions_of.push_back(fmt::format("r{};r{}", i % regions, (i + 1) % regions));
    languages_of.push_back(regions == 1 || i % 3 == 0 ? "en;ja" : "en");
  }
  return {coverage::AssignmentAccounts(
              {.account = account,
               .hours = std::move(hours),
               .csm = csm,
               .requirements = {{"region", IdColumn(region)}, {"language", IdColumn(language)}}}),
          coverage::AssignmentCsms(
              {.csm = id,
               .hours = std::move(time),
               .maximum_accounts = std::vector<std::int64_t>(csms, 58),
               .offers = {{"region", IdColumn(regions_of)}, {"language", IdColumn(languages_of)}}})};
}

void assignment(benchmark::State& state) {
  const Data given = data(static_cast<std::size_t>(state.range(0)));
  double gap = 0;
  for (auto _ : state) gap = coverage::assignment(given.accounts, given.csms, {.handover_hours = 1}).gap;
  state.counters["gap"] = gap;
}

BENCHMARK(assignment)->ArgName("regions")->Arg(1)->Arg(5)->Unit(benchmark::kMillisecond)->UseRealTime();
}  // namespace
