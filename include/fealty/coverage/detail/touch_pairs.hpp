// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/coverage/touch_study.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace fealty::coverage::detail {

/// Pairs of one touched account and the one nearest in risk that was not.
class TouchPairs {
 public:
  /// \param group    of each row: pairs are of one group
  /// \param caliper  in standard deviations of risk
  TouchPairs(const TouchStudyData& study, const std::vector<std::uint32_t>& group, double caliper)
      : study_(study), rank_(study.account.ids()->ranks()), stratum_(study.size(), no_id),
        widest_(caliper * spread()) {
    std::vector<std::uint32_t> treated;
    for (std::uint32_t row = 0; row < study.size(); ++row) {
      if (std::isnan(study.risk[row])) continue;
      if (study.treated[row] != 0) treated.push_back(row);
      else free_[group[row]].insert(key(row));
    }
    std::sort(treated.begin(), treated.end(), [&](std::uint32_t a, std::uint32_t b) {
      return std::tuple(-study_.risk[a], key(a)) < std::tuple(-study_.risk[b], key(b));
    });
    for (const std::uint32_t row : treated) take(row, free_[group[row]]);
  }
  /// The pair of each row, `no_id` where it has none.
  const std::vector<std::uint32_t>& stratum() const { return stratum_; }
  std::uint32_t count() const { return pairs_; }

 private:
  // Risk, then what settles ties; the row at last, where two are the same in all.
  using Key = std::tuple<double, std::uint32_t, std::uint8_t, std::uint32_t>;

  Key key(std::uint32_t row) const {
    return {study_.risk[row], rank_[study_.account.codes()[row]], study_.outcome[row], row};
  }
  double spread() const {
    fealty::detail::DoubleSum sum, squares;
    double known = 0;
    for (const double risk : study_.risk)
      if (!std::isnan(risk)) sum.add(risk), ++known;
    const double mean = sum.value() / known;
    for (const double risk : study_.risk)
      if (!std::isnan(risk)) squares.add((risk - mean) * (risk - mean));
    return known < 2 ? 0 : std::sqrt(squares.value() / (known - 1));
  }
  void take(std::uint32_t row, std::set<Key>& free) {
    const double risk = study_.risk[row];
    const auto first_of = [&](double value) { return free.lower_bound(Key{value, 0, 0, 0}); };
    auto best = free.end();
    const auto consider = [&](std::set<Key>::iterator at) {
      const auto closer = [&](const Key& each) {
        return std::tuple(std::abs(std::get<0>(each) - risk), std::get<1>(each));
      };
      if (best == free.end() || closer(*at) < closer(*best)) best = at;
    };
    const auto above = first_of(risk);
    if (above != free.begin()) consider(first_of(std::get<0>(*std::prev(above))));
    if (above != free.end()) consider(above);
    if (best == free.end()) return;
    if (std::abs(std::get<0>(*best) - risk) > widest_ * (1 + 1e-12))
      return;  // what rounding adds is no distance
    stratum_[row] = stratum_[std::get<3>(*best)] = pairs_++;
    free.erase(best);
  }

  const TouchStudyData& study_;
  std::vector<std::uint32_t> rank_, stratum_;
  double widest_;
  std::map<std::uint32_t, std::set<Key>> free_;  // rows not touched and not taken, by group
  std::uint32_t pairs_ = 0;
};

}  // namespace fealty::coverage::detail
