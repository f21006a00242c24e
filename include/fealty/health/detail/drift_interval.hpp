// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/make_weight_of_evidence_features.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace fealty::health::detail {

/// Rows of each bin, and its shares as the index takes them.
struct DriftBins {
  const std::vector<std::int64_t>&reference, &current;
  const std::vector<double>&reference_share, &current_share;

  std::size_t size() const { return reference.size(); }
  /// How much the index moves with the share of a bin, in the reference or in the current sample.
  double slope(std::size_t bin, bool of_current) const {
    const double before = reference_share[bin], now = current_share[bin];
    if (!(before > 0) || !(now > 0)) return 0;
    return of_current ? std::log(now / before) - before / now + 1
                      : -std::log(now / before) - now / before + 1;
  }
};

/// The variance of an index by its slopes, and what chance adds to it on average; NaN where they are unknown.
struct DriftSpread {
  double variance = std::numeric_limits<double>::quiet_NaN(), chance = variance;
};

/// The variance where rows are independent.
inline double drift_variance(const DriftBins& bins) {
  double variance = 0;
  for (const bool current : {false, true}) {
    const std::vector<std::int64_t>& rows = current ? bins.current : bins.reference;
    double all = 0, sum = 0, squares = 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const auto here = static_cast<double>(rows[k]);
      const double slope = bins.slope(k, current);
      all += here, sum += here * slope, squares += here * slope * slope;
    }
    if (all > 0) variance += (squares - sum * sum / all) / (all * all);
  }
  return std::max(0.0, variance);
}

/// Whose the rows of two samples are: the one after the other, numbered alike.
inline std::vector<std::uint32_t> accounts_of_samples(const char* who, const Frame& reference,
                                                      const Frame& current, const std::string& name) {
  std::map<std::string, std::uint32_t> of_text;
  std::map<double, std::uint32_t> of_number;
  std::vector<std::uint32_t> accounts;
  for (const Frame* const sample : {&reference, &current}) {
    const FeatureColumn column(who, "account", *sample, name);
    const auto next = [&] { return static_cast<std::uint32_t>(of_text.size() + of_number.size()); };
    std::vector<std::uint32_t> of_code;
    for (std::uint32_t code = 0; !column.numeric() && code < column.categories().ids()->size(); ++code)
      of_code.push_back(of_text.emplace(column.categories().ids()->text(code), next()).first->second);
    for (std::size_t row = 0; row < column.size(); ++row) {
      const double number = column.numeric() ? column.numbers()[row] : 0;
      const std::uint32_t code = column.numeric() ? 0 : column.categories().codes()[row];
      if (std::isnan(number) || code == no_id)
        throw InvalidInput({.who = who,
                            .what = name,
                            .where = static_cast<std::int64_t>(row),
                            .value = "",
                            .rule = "is missing; every row is of an account"});
      accounts.push_back(column.numeric() ? of_number.emplace(number, next()).first->second : of_code[code]);
    }
  }
  return accounts;
}

/// The spread of an index whose accounts are independent, not their rows.
class ClusteredDrift {
 public:
  ClusteredDrift(const DriftBins& index, const std::vector<std::size_t>& bin,
                 const std::vector<std::uint32_t>& account, std::size_t references)
      : index_(index), chance_(index.size()) {
    for (std::size_t k = 0; k < index.size(); ++k) {
      all_[0] += static_cast<double>(index.reference[k]);
      all_[1] += static_cast<double>(index.current[k]);
    }
    for (std::size_t k = 0; k < index.size(); ++k)
      for (const int sample : {0, 1}) mean_[sample] += share(k, sample) * index.slope(k, sample == 1);
    for (std::size_t row = 0; row < bin.size(); ++row)
      if (bin[row] != BinFinder::none) rows_.push_back({account[row], bin[row], row < references ? 0 : 1});
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return std::tuple(a.account, a.bin, a.sample) < std::tuple(b.account, b.bin, b.sample);
    });
    for (std::size_t begin = 0, end = 0; begin < rows_.size(); begin = end) {
      while (end < rows_.size() && rows_[end].account == rows_[begin].account) ++end;
      add(begin, end);
    }
  }
  DriftSpread spread() const {
    if (accounts_ < 2) return {};
    const double factor = accounts_ / (accounts_ - 1);
    double chance = 0;
    for (std::size_t k = 0; k < chance_.size(); ++k) {
      const double before = share(k, 0), now = share(k, 1);
      const auto rows = static_cast<double>(index_.reference[k] + index_.current[k]);
      if (rows > 0)
        chance += (chance_[k] + now * now * squares_[1] - 2 * before * now * product_ +
                   before * before * squares_[0]) /
                  (rows / (all_[0] + all_[1]));
    }
    return {factor * variance_, factor * chance};
  }

 private:
  struct Row {
    std::uint32_t account;
    std::size_t bin;
    int sample;  // 0 of the reference
  };
  double share(std::size_t bin, int sample) const {
    return static_cast<double>((sample == 0 ? index_.reference : index_.current)[bin]) / all_[sample];
  }
  /// The rows [begin, end) of an account.
  void add(std::size_t begin, std::size_t end) {
    double moves = 0, of_sample[2]{};  // the index; what share of a sample it is
    for (std::size_t i = begin; i < end; ++i) {
      const int sample = rows_[i].sample;
      moves += (index_.slope(rows_[i].bin, sample == 1) - mean_[sample]) / all_[sample];
      of_sample[sample] += 1 / all_[sample];
    }
    variance_ += moves * moves;
    for (const int sample : {0, 1}) squares_[sample] += of_sample[sample] * of_sample[sample];
    product_ += of_sample[0] * of_sample[1];
    ++accounts_;
    for (std::size_t i = begin; i < end;) {  // its share of a bin less what it would have if it were like all
      const std::size_t bin = rows_[i].bin;
      double moved = 0;
      for (; i < end && rows_[i].bin == bin; ++i)
        moved += (rows_[i].sample == 0 ? -1 : 1) / all_[rows_[i].sample];
      chance_[bin] += moved * (moved - 2 * (of_sample[1] * share(bin, 1) - of_sample[0] * share(bin, 0)));
    }
  }

  DriftBins index_;
  std::vector<double> chance_;  // of each bin, but for what all accounts share
  double all_[2]{}, mean_[2]{}, squares_[2]{};
  double product_ = 0, variance_ = 0, accounts_ = 0;
  std::vector<Row> rows_;
};

}  // namespace fealty::health::detail
