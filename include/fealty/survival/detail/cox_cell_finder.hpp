// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/ids.hpp>
#include <fealty/survival/detail/cox_plan.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace fealty::survival::detail {

/// The cells of a plan that ages of lives are in.
class CoxCellFinder {
 public:
  static constexpr std::uint32_t none = no_id;

  CoxCellFinder(const LifetimeData& lives, const Grouping& strata, const CoxPlan& plan)
      : lives_(lives), plan_(plan) {
    std::map<Label, std::uint32_t> number;
    for (std::uint32_t s = 0; s < plan.label.size(); ++s) number.emplace(plan.label[s], s);
    for (const Label& label : labels(strata)) {
      const auto at = number.find(label);
      stratum_.push_back(at == number.end() ? none : at->second);
    }
    const std::size_t table = stratum_.size() * lives.places;
    if (table > std::max<std::size_t>(1 << 12, 2 * lives.rows)) return;
    cells_.reserve(table);
    for (const std::uint32_t stratum : stratum_)
      for (std::size_t place = 0; place < lives.places; ++place)
        cells_.push_back(stratum == none ? none : search(stratum, lives.age(place)));
  }

  /// The stratum of the plan. \param code  of the lives' strata
  std::uint32_t stratum(std::uint32_t code) const { return stratum_[code]; }
  /// The cell of a place on the lives' scale of ages; none where the plan has none.
  std::uint32_t cell(std::uint32_t code, std::int32_t place) const {
    const auto at = static_cast<std::size_t>(place);
    if (!cells_.empty()) return cells_[code * lives_.places + at];
    return search(stratum_[code], lives_.age(at));
  }

 private:
  /// Ages that are ties are in the cell of the first of them.
  std::uint32_t search(std::uint32_t stratum, double age) const {
    const auto begin = plan_.age.begin() + static_cast<std::ptrdiff_t>(plan_.first[stratum]);
    const auto end = plan_.age.begin() + static_cast<std::ptrdiff_t>(plan_.first[stratum + 1]);
    const auto after = std::upper_bound(begin, end, age);
    if (after == begin || !same_age(*(after - 1), age)) return none;
    return static_cast<std::uint32_t>(after - plan_.age.begin()) - 1;
  }

  const LifetimeData& lives_;
  const CoxPlan& plan_;
  std::vector<std::uint32_t> stratum_;  // of each code
  std::vector<std::uint32_t> cells_;    // of each code and place, where they are few
};

}  // namespace fealty::survival::detail
