// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/wilson.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/health/detail/make_weight_of_evidence_features.hpp>
#include <fealty/health/psi.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace fealty::health::detail {

/// How much an index moves with the shares of a bin: of the reference, and of the current sample.
inline std::array<double, 2> drift_slopes(const PopulationStability& index, std::size_t bin) {
  const double before = index.reference_share[bin], now = index.current_share[bin];
  if (!(before > 0) || !(now > 0)) return {0, 0};
  return {-std::log(now / before) - now / before + 1, std::log(now / before) - before / now + 1};
}

/// The interval of an index, by the delta method.
///
/// \param variance  of the index, by its slopes
/// \param chance    what chance adds to it on average
inline void put_drift_interval(PopulationStability& index, double variance, double chance) {
  const auto bins = static_cast<double>(index.degrees_of_freedom);
  if (!(bins > 0) || !(chance > 0)) return;  // one bin, or an empty sample
  const double z = fealty::detail::normal_quantile(0.5 + index.confidence / 2);
  index.std_error = std::sqrt(variance + 2 * chance * chance / bins);  // the last is that of a chi-squared
  index.psi_lower = std::max(0.0, index.psi - chance - z * index.std_error);
  index.psi_upper = index.psi + z * index.std_error;
}

/// Of rows that are independent.
inline void put_drift_interval(PopulationStability& index) {
  double variance = 0;
  for (const bool current : {false, true}) {
    const std::vector<std::int64_t>& rows = current ? index.current : index.reference;
    double all = 0, sum = 0, squares = 0;
    for (std::size_t k = 0; k < rows.size(); ++k) {
      const auto here = static_cast<double>(rows[k]);
      const double slope = drift_slopes(index, k)[current ? 1 : 0];
      all += here, sum += here * slope, squares += here * slope * slope;
    }
    if (all > 0) variance += (squares - sum * sum / all) / (all * all);
  }
  put_drift_interval(index, std::max(0.0, variance), index.expected);
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

/// The interval of an index whose accounts are independent, not their rows.
class ClusteredDrift {
 public:
  ClusteredDrift(const PopulationStability& index, const std::vector<std::size_t>& bin,
                 const std::vector<std::uint32_t>& account, std::size_t references)
      : index_(index), chance_(index.kind.size()) {
    for (std::size_t k = 0; k < index.kind.size(); ++k) {
      all_[0] += static_cast<double>(index.reference[k]);
      all_[1] += static_cast<double>(index.current[k]);
    }
    for (std::size_t k = 0; k < index.kind.size(); ++k)
      for (const int sample : {0, 1}) mean_[sample] += share(k, sample) * drift_slopes(index, k)[at(sample)];
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
  void put(PopulationStability& index) const {
    if (accounts_ < 2) return;
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
    put_drift_interval(index, factor * variance_, factor * chance);
  }

 private:
  struct Row {
    std::uint32_t account;
    std::size_t bin;
    int sample;  // 0 of the reference
  };
  static std::size_t at(int sample) { return static_cast<std::size_t>(sample); }
  double share(std::size_t bin, int sample) const {
    return static_cast<double>((sample == 0 ? index_.reference : index_.current)[bin]) / all_[sample];
  }
  /// The rows [begin, end) of an account.
  void add(std::size_t begin, std::size_t end) {
    double moves = 0, of_sample[2]{};  // the index; what share of a sample it is
    for (std::size_t i = begin; i < end; ++i) {
      const int sample = rows_[i].sample;
      moves += (drift_slopes(index_, rows_[i].bin)[at(sample)] - mean_[sample]) / all_[sample];
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

  const PopulationStability& index_;
  std::vector<double> chance_;  // of each bin, but for what all accounts share
  double all_[2]{}, mean_[2]{}, squares_[2]{};
  double product_ = 0, variance_ = 0, accounts_ = 0;
  std::vector<Row> rows_;
};

inline void put_drift_interval(const char* who, PopulationStability& index, const Frame& reference,
                               const Frame& current, const std::string& name, const std::string& account) {
  if (account.empty()) return put_drift_interval(index);
  const std::vector<std::uint32_t> accounts = accounts_of_samples(who, reference, current, account);
  if (std::isnan(index.psi)) return;
  const BinFinder finder(who, name, index.kind, index.upper, index.category);
  std::vector<std::size_t> bins = finder.find(reference);
  const std::size_t references = bins.size();
  const std::vector<std::size_t> now = finder.find(current);
  bins.insert(bins.end(), now.begin(), now.end());
  ClusteredDrift(index, bins, accounts, references).put(index);
}

}  // namespace fealty::health::detail
