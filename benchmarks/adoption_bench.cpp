// SPDX-License-Identifier: MIT
// (e) Active users by account and week, and of all accounts by day; FEALTY_BENCH_EVENTS events (default
// 20,000,000) in sessions of eight, 200 events an account, users by account log-normal, in the order of time.
#include <fealty/adoption/active_users.hpp>

#include <fealty/core/detail/splitmix64.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

namespace {
using namespace fealty;

struct Data {
  IdColumn account, user;
  std::vector<std::int32_t> day;
};
const Data& data() {
  static const Data made = [] {
    const char* const asked = std::getenv("FEALTY_BENCH_EVENTS");
    const auto rows = static_cast<std::size_t>(asked == nullptr ? 20'000'000 : std::atoll(asked));
    fealty::detail::SplitMix64 random(1);
    const auto uniform = [&] { return (static_cast<double>(random.next() >> 11) + .5) * 0x1p-53; };
    std::vector<std::int64_t> owner;
    for (std::int64_t account = 0; account < static_cast<std::int64_t>(std::max<std::size_t>(rows / 200, 1));
         ++account) {
      const double radius = std::sqrt(-2 * std::log(uniform())), turn = 6.283185307179586 * uniform();
      const double users = std::clamp(std::floor(std::exp(2.3 + radius * std::cos(turn))), 1.0, 2000.0);
      owner.insert(owner.end(), static_cast<std::size_t>(users), account);
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> events;  // minute, user
    for (std::size_t row = 0; row < rows; row += 8) {
      const auto user = static_cast<std::uint32_t>(random.next() % owner.size());
      const auto minute = static_cast<std::uint32_t>(random.next() % (364 * 1440));
      for (std::size_t i = row; i < std::min(row + 8, rows); ++i)
        events.emplace_back(
            std::min<std::uint32_t>(minute + static_cast<std::uint32_t>(random.next() % 20), 364 * 1440 - 1),
            user);
    }
    std::sort(events.begin(), events.end());
    std::vector<std::int64_t> account, users;
    Data columns;
    for (const auto& [minute, user] : events) {
      account.push_back(owner[user]);
      users.push_back(user);
      columns.day.push_back(18'267 + static_cast<std::int32_t>(minute / 1440));
    }
    columns.account = account;
    columns.user = users;
    return columns;
  }();
  return made;
}
adoption::Usage read() {
  return adoption::Usage({.account = data().account, .user = data().user, .time = data().day});
}

void by_account_and_week(benchmark::State& state) {
  const adoption::Usage usage = read();
  const auto threads = static_cast<std::int32_t>(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(
        adoption::active_users(usage, {.by = {"account"}, .every = Period::week, .threads = threads}));
}
void by_day(benchmark::State& state) {
  const adoption::Usage usage = read();
  const auto threads = static_cast<std::int32_t>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(adoption::active_users(usage, {.threads = threads}));
}
void table_from_columns(benchmark::State& state) {
  static_cast<void>(data());
  for (auto _ : state) benchmark::DoNotOptimize(read());
}
BENCHMARK(by_account_and_week)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
BENCHMARK(by_day)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);
BENCHMARK(table_from_columns)->Unit(benchmark::kMillisecond);

}  // namespace
