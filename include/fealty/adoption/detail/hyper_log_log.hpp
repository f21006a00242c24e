// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace fealty::adoption::detail {

/// A register of a sketch and a rank that it has seen: the place of the first 1 among the bits of a hash that
/// do not choose the register. As numbers, entries ascend by register, then by rank.
struct SketchEntry {
  static constexpr int rank_bits = 6;

  static std::uint32_t of(std::uint64_t hash, int precision) {
    const std::uint64_t rest = hash << precision | std::uint64_t{1} << (precision - 1);  // ends the search
    return static_cast<std::uint32_t>(hash >> (64 - precision)) << rank_bits |
           static_cast<std::uint32_t>(std::countl_zero(rest) + 1);
  }
  static std::uint32_t index(std::uint32_t entry) { return entry >> rank_bits; }
  static std::uint8_t rank(std::uint32_t entry) {
    return static_cast<std::uint8_t>(entry & ((1U << rank_bits) - 1));
  }
};

/// The largest rank that a register of a sketch can have.
constexpr int highest_rank(int precision) { return 64 - precision + 1; }

/// The registers of one sketch: those that are not 0 where these are few, else all. Which of the two it is
/// follows from the registers alone.
class HyperLogLog {
 public:
  explicit HyperLogLog(int precision) : registers_(std::size_t{1} << precision) {}
  HyperLogLog(int precision, std::vector<std::uint32_t> sparse, std::vector<std::uint8_t> dense)
      : registers_(std::size_t{1} << precision), sparse_(std::move(sparse)), dense_(std::move(dense)) {}

  /// \param entries  in any order; they are sorted
  void add(std::vector<std::uint32_t>& entries) {
    if (dense_.empty()) {
      entries.insert(entries.end(), sparse_.begin(), sparse_.end());
      sparse_ = largest_of_each(entries);
      if (sparse_.size() <= most_sparse(registers_)) return;
      dense_.resize(registers_);
      entries = std::exchange(sparse_, {});
    }
    for (const std::uint32_t entry : entries) {
      std::uint8_t& rank = dense_[SketchEntry::index(entry)];
      rank = std::max(rank, SketchEntry::rank(entry));
    }
  }
  void add(const HyperLogLog& other) {
    if (other.dense_.empty()) {
      std::vector<std::uint32_t> entries = other.sparse_;
      add(entries);
      return;
    }
    if (dense_.empty()) {
      dense_.resize(registers_);
      std::vector<std::uint32_t> entries = std::exchange(sparse_, {});
      add(entries);
    }
    for (std::size_t i = 0; i < registers_; ++i) dense_[i] = std::max(dense_[i], other.dense_[i]);
  }

  /// Entries of the registers that are not 0, ascending; empty where all registers are kept.
  const std::vector<std::uint32_t>& sparse() const { return sparse_; }
  /// All registers, or none.
  const std::vector<std::uint8_t>& dense() const { return dense_; }
  static std::size_t most_sparse(std::size_t registers) {
    return registers / 4;
  }  // then all take less memory

 private:
  static std::vector<std::uint32_t> largest_of_each(std::vector<std::uint32_t>& entries) {
    std::sort(entries.begin(), entries.end());
    std::vector<std::uint32_t> largest;
    for (std::size_t i = 0; i < entries.size(); ++i)
      if (i + 1 == entries.size() || SketchEntry::index(entries[i]) != SketchEntry::index(entries[i + 1]))
        largest.push_back(entries[i]);
    return largest;
  }

  std::size_t registers_;
  std::vector<std::uint32_t> sparse_;
  std::vector<std::uint8_t> dense_;
};

/// The improved raw estimator of the number of distinct hashes: without thresholds or tables of bias, over
/// the whole range.
///
/// \param counts  how many registers have each rank, from 0 to the highest
/// \see Ertl: New cardinality estimation algorithms for HyperLogLog sketches, arXiv:1702.01284 (2017),
///      algorithm 6
inline double estimate_distinct(std::span<const std::uint32_t> counts) {
  double registers = 0;
  for (const std::uint32_t count : counts) registers += count;
  const auto sigma = [](double x) {  // x + sum of x^(2^k) 2^(k-1)
    if (x == 1) return std::numeric_limits<double>::infinity();
    double power = 1, sum = x;
    for (double before = -1; sum != before; power *= 2) {
      x *= x;
      before = sum;
      sum += x * power;
    }
    return sum;
  };
  const auto tau = [](double x) {  // (1 - x - sum of (1 - x^(2^-k))^2 2^-k) / 3
    if (x == 0 || x == 1) return 0.0;
    double power = 1, sum = 1 - x;
    for (double before = -1; sum != before;) {
      x = std::sqrt(x);
      before = sum;
      power /= 2;
      sum -= (1 - x) * (1 - x) * power;
    }
    return sum / 3;
  };
  double sum = registers * tau(1 - counts.back() / registers);
  for (std::size_t rank = counts.size() - 1; rank-- > 1;) sum = (sum + counts[rank]) / 2;
  sum += registers * sigma(counts.front() / registers);
  return registers * registers / (2 * std::log(2.0) * sum);
}

/// The union of sketches, at a cost that does not depend on registers that are 0.
class SketchUnion {
 public:
  explicit SketchUnion(int precision)
      : registers_(std::size_t{1} << precision),
        counts_(static_cast<std::size_t>(highest_rank(precision)) + 1) {}

  void clear() {
    for (const std::uint32_t index : touched_) registers_[index] = 0;
    touched_.clear();
  }
  void add(const HyperLogLog& sketch) {
    for (const std::uint32_t entry : sketch.sparse())
      raise(SketchEntry::index(entry), SketchEntry::rank(entry));
    for (std::uint32_t index = 0; index < sketch.dense().size(); ++index)
      if (sketch.dense()[index] > registers_[index]) raise(index, sketch.dense()[index]);
  }
  double distinct() {
    std::fill(counts_.begin(), counts_.end(), 0U);
    counts_[0] = static_cast<std::uint32_t>(registers_.size() - touched_.size());
    for (const std::uint32_t index : touched_) ++counts_[registers_[index]];
    return estimate_distinct(counts_);
  }

 private:
  void raise(std::uint32_t index, std::uint8_t rank) {
    if (registers_[index] == 0) touched_.push_back(index);
    registers_[index] = std::max(registers_[index], rank);
  }

  std::vector<std::uint8_t> registers_;
  std::vector<std::uint32_t> touched_, counts_;
};

}  // namespace fealty::adoption::detail
