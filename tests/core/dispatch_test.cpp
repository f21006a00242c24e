// SPDX-License-Identifier: MIT
#include <fealty/core/dispatch.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;

namespace {

std::vector<SimdLevel> levels() {
  std::vector<SimdLevel> found{SimdLevel::baseline};
  for (const SimdLevel level : {SimdLevel::avx2, SimdLevel::avx512})
    if (level <= best_simd_level()) found.push_back(level);
  return found;
}

/// Counts and sums the positive numbers.
struct Positives {
  const std::int64_t* values;
  std::size_t size;
  std::int64_t count = 0, sum = 0;

  FEALTY_KERNEL void run() {
    for (std::size_t i = 0; i < size; ++i) {
      count += values[i] > 0 ? 1 : 0;
      sum += values[i] > 0 ? values[i] : 0;
    }
  }
};

/// A dot product with eight accumulators at any width of the registers.
struct Dot {
  const double *a, *b;
  std::size_t size;
  double product = 0;

  FEALTY_KERNEL void run() {
    FEALTY_NO_CONTRACTION
    double sums[8]{};
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8)
      for (std::size_t k = 0; k < 8; ++k) sums[k] += a[i + k] * b[i + k];
    for (; i < size; ++i) sums[i % 8] += a[i] * b[i];
    product = ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
  }
};

/// The same by the book: every operation rounds, since it goes through memory.
double dot(const std::vector<double>& a, const std::vector<double>& b) {
  volatile double sums[8]{};
  for (std::size_t i = 0; i < a.size(); ++i) {
    volatile double term = a[i] * b[i];
    sums[i % 8] = sums[i % 8] + term;
  }
  return ((sums[0] + sums[1]) + (sums[2] + sums[3])) + ((sums[4] + sums[5]) + (sums[6] + sums[7]));
}

/// Tells how wide it was made.
struct Width {
  std::size_t lanes;
  std::size_t* out;
  FEALTY_KERNEL void run() const { *out = lanes; }
};
}  // namespace

TEST_SUITE("core/dispatch") {
  TEST_CASE("every level gives the same whole numbers") {
    std::mt19937_64 random(1);
    for (std::size_t size = 0; size < 200; ++size) {
      std::vector<std::int64_t> values(size);
      for (auto& value : values) value = static_cast<std::int64_t>(random()) >> 8;
      std::int64_t count = 0, sum = 0;
      for (const auto value : values)
        if (value > 0) ++count, sum += value;
      for (const SimdLevel level : levels()) {
        Positives kernel{values.data(), size};
        dispatch(kernel, level);
        CHECK(kernel.count == count);
        CHECK(kernel.sum == sum);
      }
      Positives kernel{values.data(), size};
      dispatch(kernel);
      CHECK(kernel.sum == sum);
    }
  }

  TEST_CASE("every level gives the same bits of real numbers: no multiply-add is fused") {
    std::mt19937_64 random(2);
    std::uniform_real_distribution<double> real(-1, 1);
    for (std::size_t size = 0; size < 300; ++size) {
      std::vector<double> a(size), b(size);
      for (auto& value : a) value = real(random);
      for (auto& value : b) value = real(random);
      const auto want = std::bit_cast<std::uint64_t>(dot(a, b));
      for (const SimdLevel level : levels()) {
        CAPTURE(size);
        CAPTURE(enum_names(level)[static_cast<std::size_t>(level)]);
        Dot kernel{a.data(), b.data(), size};
        dispatch(kernel, level);
        CHECK(std::bit_cast<std::uint64_t>(kernel.product) == want);
      }
    }
  }

  TEST_CASE("the best level is what the system says of its processor") {
#if defined(__x86_64__)
    std::ifstream file("/proc/cpuinfo");
    std::string flags;
    while (std::getline(file, flags) && flags.rfind("flags", 0) != 0) continue;
    if (flags.rfind("flags", 0) != 0) return;  // no Linux
    flags += ' ';
    const auto has = [&](const char* flag) {
      return flags.find(std::string(" ") + flag + " ") != std::string::npos;
    };
    const bool avx512 = has("avx512f") && has("avx512bw") && has("avx512dq") && has("avx512vl");
    CHECK(best_simd_level() == (avx512        ? SimdLevel::avx512
                                : has("avx2") ? SimdLevel::avx2
                                              : SimdLevel::baseline));
#else
    CHECK(best_simd_level() == SimdLevel::baseline);
#endif
  }

  TEST_CASE("a kernel in vectors has the width of its level") {
    for (const SimdLevel level : {SimdLevel::baseline, SimdLevel::avx2, SimdLevel::avx512}) {
      if (level > best_simd_level()) continue;
      std::size_t width = 0;
      dispatch_lanes([&](auto lanes) { return Width{lanes(), &width}; }, level);
      CHECK(width == std::size_t{2} << static_cast<int>(level));
    }
  }

  TEST_CASE("the names of the levels, in order") {
    CHECK(enum_names(SimdLevel{}).size() == 3);
    CHECK(enum_names(SimdLevel{})[static_cast<std::size_t>(SimdLevel::baseline)] == "baseline");
    CHECK(enum_names(SimdLevel{})[static_cast<std::size_t>(SimdLevel::avx2)] == "avx2");
    CHECK(enum_names(SimdLevel{})[static_cast<std::size_t>(SimdLevel::avx512)] == "avx512");
  }
}
