// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace fealty::survival::detail {

/// How many lives are at risk and end at each place, and the hazard that they add up to.
struct StudyAges {
  std::vector<std::int64_t> at_risk, ended;
  std::vector<double> hazard;  // cumulative, after the place: Nelson-Aalen

  explicit StudyAges(const LifetimeData& data)
      : at_risk(data.places + 1), ended(data.places), hazard(data.places) {
    for (std::size_t row = 0; row < data.rows; ++row) {
      const auto exit = static_cast<std::size_t>(data.exit[row]);
      ++at_risk[first_place(data, row)];
      --at_risk[exit + 1];
      if (data.ended[row] != 0) ++ended[exit];
    }
    double sum = 0;
    for (std::size_t place = 0; place < data.places; ++place) {
      if (place > 0) at_risk[place] += at_risk[place - 1];
      if (ended[place] > 0) sum += static_cast<double>(ended[place]) / static_cast<double>(at_risk[place]);
      hazard[place] = sum;
    }
  }

  /// The first place at which a life can end.
  static std::size_t first_place(const LifetimeData& data, std::size_t row) {
    return data.entry.present() ? static_cast<std::size_t>(data.entry[row] + 1) : 0;
  }
  /// How many ends the hazard lets a life expect before it is as old as this.
  double expected_before(const LifetimeData& data, std::size_t row, double age) const {
    const std::size_t from = first_place(data, row);
    const std::size_t until = std::min(places_below(data, age), static_cast<std::size_t>(data.exit[row]) + 1);
    if (until <= from) return 0;
    return hazard[until - 1] - (from == 0 ? 0 : hazard[from - 1]);
  }

 private:
  static std::size_t places_below(const LifetimeData& data, double age) {
    if (!(age > 0)) return 0;
    if (data.ages.empty())
      return age >= static_cast<double>(data.places) ? data.places : static_cast<std::size_t>(std::ceil(age));
    return static_cast<std::size_t>(std::lower_bound(data.ages.begin(), data.ages.end(), age) -
                                    data.ages.begin());
  }
};

}  // namespace fealty::survival::detail
