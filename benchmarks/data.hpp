// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

/// The columns that benchmarks/peers/data.py wrote to the folder FEALTY_BENCH_DATA.
struct BenchData {
  std::vector<std::int64_t> account;
  std::vector<std::int32_t> start, end;
  std::vector<std::int64_t> mrr_minor;
};

template <class T>
std::vector<T> read_column(const std::string& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file)
    throw std::runtime_error("cannot read " + path +
                             "; set FEALTY_BENCH_DATA to a folder written by benchmarks/peers/data.py");
  std::vector<T> values(static_cast<std::size_t>(file.tellg()) / sizeof(T));
  file.seekg(0);
  file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(T)));
  return values;
}

inline const BenchData& bench_data() {
  static const BenchData data = [] {
    const char* const folder = std::getenv("FEALTY_BENCH_DATA");
    const std::string root = folder == nullptr ? "." : folder;
    return BenchData{
        read_column<std::int64_t>(root + "/account.i64"), read_column<std::int32_t>(root + "/start.i32"),
        read_column<std::int32_t>(root + "/end.i32"), read_column<std::int64_t>(root + "/mrr.i64")};
  }();
  return data;
}
