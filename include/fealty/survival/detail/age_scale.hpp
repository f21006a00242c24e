// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/detail/big_array.hpp>
#include <fealty/core/detail/min_max.hpp>
#include <fealty/core/dispatch.hpp>
#include <fealty/survival/duration_column.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Ages as places on one scale; -1 for those that are missing.
struct AgeScale {
  Column<std::int32_t> exit, entry;
  std::vector<double> ages;  // empty where a place is its own age
  std::size_t places = 0;
};

/// Whether a number can be an age.
template <class T>
FEALTY_KERNEL inline bool is_age(T age) {
  if constexpr (std::is_floating_point_v<T>) return (age >= 0) & (age <= 1e300);
  return age >= 0;
}

/// Whole ages are their own places below this: tables over them are small.
inline constexpr std::int32_t most_places = 1 << 17;

/// A kernel: whether all ages are whole and less than most_places, and the places if they are.
template <class T>
struct WholeAges {
  const T* __restrict ages;
  std::size_t rows;
  std::int32_t* __restrict places;
  std::int32_t least = most_places, most = 0;
  bool whole = true;

  /// -1 for what is no place; -1 is none either.
  FEALTY_KERNEL static std::int32_t place_of(T age) {
    const bool fits = (age >= 0) & (age < most_places);
    return static_cast<std::int32_t>(fits ? age : T{-1});
  }
  FEALTY_KERNEL void run() {
    constexpr std::size_t block = 16;  // for vectors
    const T* __restrict const in = ages;
    std::int32_t* __restrict const out = places;
    const std::size_t count = rows;
    std::int32_t odd = 0, largest = 0, smallest = most_places;
    const auto last = count - count % block;
    for (std::size_t row = 0; row < last; row += block) {
      for (std::size_t l = 0; l < block; ++l) out[row + l] = place_of(in[row + l]);
      for (std::size_t l = 0; l < block; ++l) odd |= static_cast<T>(out[row + l]) != in[row + l] ? 1 : 0;
      for (std::size_t l = 0; l < block; ++l) largest = std::max(largest, out[row + l]);
      for (std::size_t l = 0; l < block; ++l) smallest = std::min(smallest, out[row + l]);
    }
    for (std::size_t row = last; row < count; ++row) {
      out[row] = place_of(in[row]);
      odd |= static_cast<T>(out[row]) != in[row] ? 1 : 0;
      largest = std::max(largest, out[row]);
      smallest = std::min(smallest, out[row]);
    }
    least = smallest;
    most = largest;
    whole = odd == 0 && smallest >= 0;
  }
};

/// Ages that are their own places.
struct WholePlaces {
  Column<std::int32_t> place;
  std::int32_t least, most;  // the wrong way round where there are none
};

/// The places of a column of whole ages; none where some are not, or where rows are missing.
template <class T>
std::optional<WholePlaces> whole_places(const Column<T>& column) {
  if (column.may_have_nulls()) return std::nullopt;
  const std::size_t rows = column.size();
  const std::shared_ptr<std::int32_t[]> memory = fealty::detail::big_array<std::int32_t>(rows);
  WholeAges<T> kernel{column.values().data(), rows, memory.get()};
  dispatch(kernel);
  if (!kernel.whole) return std::nullopt;
  return WholePlaces{
      {std::span<const std::int32_t>(memory.get(), rows), nullptr, 0, memory}, kernel.least, kernel.most};
}
/// Those of 32 bits are places as they are.
inline std::optional<WholePlaces> whole_places(const Column<std::int32_t>& column) {
  if (column.may_have_nulls()) return std::nullopt;
  fealty::detail::MinMax<std::int32_t> bounds{column.values().data(), column.size()};
  dispatch(bounds);
  if (column.size() > 0 && (bounds.low < 0 || bounds.high >= most_places)) return std::nullopt;
  return WholePlaces{column.kept(), bounds.low, bounds.high};
}

/// Ages of any kind, ranked.
///
/// \param exit   ages; NaN where a row does not count
/// \param entry  the same, NaN for the beginning; empty where all begin at it
inline AgeScale ranked(const std::vector<double>& exit, const std::vector<double>& entry) {
  AgeScale scale;
  bool whole = true;
  for (const auto* column : {&exit, &entry})
    for (const double age : *column) {
      if (std::isnan(age)) continue;
      scale.ages.push_back(age);
      whole = whole && age < most_places && age == std::floor(age);
    }
  std::sort(scale.ages.begin(), scale.ages.end());
  scale.ages.erase(std::unique(scale.ages.begin(), scale.ages.end()), scale.ages.end());
  const auto place = [&](double age) -> std::int32_t {
    if (std::isnan(age)) return -1;
    if (whole) return static_cast<std::int32_t>(age);
    return static_cast<std::int32_t>(std::lower_bound(scale.ages.begin(), scale.ages.end(), age) -
                                     scale.ages.begin());
  };
  const auto places = [&](const std::vector<double>& column) {
    std::vector<std::int32_t> found(column.size());
    std::transform(column.begin(), column.end(), found.begin(), place);
    return Column<std::int32_t>(std::move(found));
  };
  scale.exit = places(exit);
  if (!entry.empty()) scale.entry = places(entry);
  scale.places = scale.ages.size();
  if (whole) {
    scale.places = scale.ages.empty() ? 0 : static_cast<std::size_t>(scale.ages.back()) + 1;
    scale.ages.clear();
  }
  return scale;
}

/// Ages as a column of doubles, NaN where missing.
inline std::vector<double> real_ages(const DurationColumn& column) {
  std::vector<double> ages(column.size());
  for (std::size_t row = 0; row < ages.size(); ++row)
    ages[row] = column.valid(row) ? column[row] : std::numeric_limits<double>::quiet_NaN();
  return ages;
}

inline AgeScale age_scale(const WholePlaces& exit) {
  AgeScale scale;
  scale.exit = exit.place;
  if (exit.place.size() > 0) scale.places = static_cast<std::size_t>(exit.most) + 1;
  return scale;
}
/// The scale of ages that have been checked.
inline AgeScale age_scale(const DurationColumn& exit, const DurationColumn& entry) {
  if (!entry.present())
    if (const auto whole = exit.visit([](const auto& column) { return whole_places(column); }))
      return age_scale(*whole);
  return ranked(real_ages(exit), real_ages(entry));
}

}  // namespace fealty::survival::detail
