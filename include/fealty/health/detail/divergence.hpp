// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/bin_counts.hpp>

#include <cmath>
#include <cstddef>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// What one bin adds to the distance of two distributions: weight of evidence, or stability.
struct BinDivergence {
  double share = 0, other_share = 0;
  double log_ratio = std::numeric_limits<double>::quiet_NaN();
  double contribution = 0;
  bool smoothed = false;
};

/// \param smoothing  added to both weights where one is 0
inline BinDivergence bin_divergence(double weight, double other, double total, double other_total,
                                    double smoothing) {
  BinDivergence bin;
  if (!(weight > 0) && !(other > 0)) {
    if (!(total > 0) || !(other_total > 0)) bin.share = bin.other_share = bin.contribution = bin.log_ratio;
    return bin;
  }
  bin.smoothed = !(weight > 0) || !(other > 0);
  if (bin.smoothed && total > 0 && other_total > 0) weight += smoothing, other += smoothing;
  bin.share = weight / total;
  bin.other_share = other / other_total;
  bin.log_ratio = std::log(bin.share / bin.other_share);
  bin.contribution = (bin.share - bin.other_share) * bin.log_ratio;
  if (!(total > 0) || !(other_total > 0))  // nothing to compare with
    bin.log_ratio = bin.contribution = std::numeric_limits<double>::quiet_NaN();
  return bin;
}

/// The same bin of two tallies.
struct BinPair {
  BinKind kind;
  double lower, upper;
  std::string category;
  BinCell one, other;
};

/// Numbers ascending, texts by their bytes, then those that are missing, if there are any.
inline std::vector<BinPair> bin_pairs(const BinTally& one, const BinTally& other) {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  std::vector<BinPair> pairs;
  const std::size_t numbers = one.total().rows + other.total().rows == 0 ? 0 : one.numbers.size();
  for (std::size_t i = 0; i < numbers; ++i)
    pairs.push_back({BinKind::numbers,
                     i == 0 ? -infinity : (*one.edges)[i - 1],
                     i + 1 == numbers ? infinity : (*one.edges)[i],
                     {},
                     one.numbers[i],
                     other.numbers[i]});
  std::set<std::string> categories;
  for (const auto& each : one.categories) categories.insert(each.first);
  for (const auto& each : other.categories) categories.insert(each.first);
  const auto cell = [](const BinTally& tally, const std::string& category) {
    const auto found = tally.categories.find(category);
    return found == tally.categories.end() ? BinCell{} : found->second;
  };
  for (const std::string& category : categories)
    pairs.push_back({BinKind::category, none, none, category, cell(one, category), cell(other, category)});
  if (one.missing.rows + other.missing.rows > 0)
    pairs.push_back({BinKind::missing, none, none, {}, one.missing, other.missing});
  return pairs;
}

inline void check_smoothing(const char* who, double smoothing) {
  if (!(smoothing > 0) || std::isinf(smoothing))
    throw InvalidInput({.who = who,
                        .what = "smoothing",
                        .where = {},
                        .value = fmt::format("{}", smoothing),
                        .rule = "is not a finite number above 0"});
}

/// What a bin is called in a message.
inline std::string bin_text(const BinPair& bin) {
  if (bin.kind == BinKind::category) return "\"" + bin.category + "\"";
  if (bin.kind == BinKind::missing) return "missing";
  return fmt::format("({}, {}]", bin.lower, bin.upper);
}

}  // namespace fealty::health::detail
