// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// Numbers the ages of each stratum at which lives leave or enter; ages that are ties have one number.
class AgeCells {
 public:
  AgeCells(const LifetimeData& data, const std::vector<std::uint32_t>& rows, const Grouping& strata)
      : data_(data), strata_(strata) {
    if (strata.group.present()) {
      rank_ = strata.group.ids()->ranks();
      code_ = strata.group.ids()->sorted();
    }
    const std::size_t table = strata.count() * data.places;
    if (table <= std::max<std::size_t>(1 << 16, 2 * rows.size())) cells_.assign(table, unused);
    for (const std::uint32_t row : rows) {
      use(key(row, data.exit[row]));
      if (late(row)) use(key(row, data.entry[row]));
    }
    number();
  }

  bool late(std::uint32_t row) const { return data_.entry.present() && data_.entry[row] >= 0; }
  std::uint32_t exit(std::uint32_t row) const { return cell(key(row, data_.exit[row])); }
  std::uint32_t entry(std::uint32_t row) const { return cell(key(row, data_.entry[row])); }

  /// The first cell of each stratum, and the end of the last.
  const std::vector<std::uint32_t>& first() const { return first_; }
  /// The code of each stratum; these are ascending by their names.
  const std::vector<std::uint32_t>& stratum() const { return stratum_; }
  /// The age of each cell.
  const std::vector<double>& age() const { return age_; }

 private:
  bool dense() const { return !cells_.empty(); }
  void use(std::uint64_t key) { dense() ? void(cells_[key] = 0) : keys_.push_back(key); }
  std::uint64_t key(std::uint32_t row, std::int32_t place) const {
    const std::uint32_t stratum = strata_.of(row);
    return (rank_.empty() ? stratum : rank_[stratum]) * data_.places + static_cast<std::uint32_t>(place);
  }
  std::uint32_t cell(std::uint64_t key) const {
    if (dense()) return cells_[key];
    return number_[static_cast<std::size_t>(std::lower_bound(keys_.begin(), keys_.end(), key) -
                                            keys_.begin())];
  }
  void number() {
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    for (std::uint64_t key = 0; key < cells_.size(); ++key)
      if (cells_[key] != unused) cells_[key] = take(key);
    for (const std::uint64_t key : keys_) number_.push_back(take(key));
    first_.push_back(static_cast<std::uint32_t>(age_.size()));
  }
  std::uint32_t take(std::uint64_t key) {
    const auto rank = static_cast<std::uint32_t>(key / data_.places);
    const std::uint32_t stratum = code_.empty() ? rank : code_[rank];
    const double age = data_.age(key % data_.places);
    const bool begins = stratum_.empty() || stratum_.back() != stratum;
    if (begins) {
      first_.push_back(static_cast<std::uint32_t>(age_.size()));
      stratum_.push_back(stratum);
    }
    if (begins || !same_age(age_.back(), age)) age_.push_back(age);
    return static_cast<std::uint32_t>(age_.size()) - 1;
  }

  static constexpr std::uint32_t unused = no_id;
  const LifetimeData& data_;
  const Grouping& strata_;
  std::vector<std::uint32_t> rank_, code_;  // of each stratum among all, and of each rank; empty for one
  std::vector<std::uint32_t> cells_;   // of each key, where they are few; otherwise
  std::vector<std::uint64_t> keys_;    // those that are used, ascending,
  std::vector<std::uint32_t> number_;  // and the cell of each
  std::vector<std::uint32_t> first_, stratum_;
  std::vector<double> age_;
};

}  // namespace fealty::survival::detail
