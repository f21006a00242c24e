// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/double_sum.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

inline double weight_of(const LifetimeData& data, std::size_t row) {
  return data.weight_kind ? data.weight[row] : 1;
}

/// Places on the scale of ages, those that are ties being one.
class AgeTies {
 public:
  explicit AgeTies(const LifetimeData& data) : data_(data) {
    std::size_t first = 0;
    for (std::size_t place = 0; place < data.ages.size(); ++place) {
      if (!same_age(data.ages[first], data.ages[place])) first = place;
      first_.push_back(static_cast<std::uint32_t>(first));
    }
  }
  /// The first place of those that are ties of this one.
  std::uint32_t first(std::int32_t place) const {
    return first_.empty() ? static_cast<std::uint32_t>(place) : first_[static_cast<std::size_t>(place)];
  }
  double age(std::uint32_t place) const { return data_.age(place); }

 private:
  const LifetimeData& data_;
  std::vector<std::uint32_t> first_;
};

/// Of some lives from the beginning: the ages at which any ends or is last seen, which are steps, and what
/// happens there.
struct RiskSteps {
  std::vector<double> age;
  std::vector<double> at_risk, ended, censored;  // sums of weights
  std::vector<std::int64_t> lives_at_risk, lives_ended, lives_censored;
  std::vector<std::uint32_t> exit;  // step of each life

  RiskSteps(const LifetimeData& data, const AgeTies& ties, const std::vector<std::uint32_t>& rows) {
    std::vector<std::uint32_t> places = place(data, ties, rows);
    add_up(data, rows);
    for (const std::uint32_t each : places) age.push_back(ties.age(each));
  }
  std::size_t size() const { return age.size(); }

  /// How many steps are at an age or before it, and how many before it.
  std::size_t up_to(double time) const {
    auto count = static_cast<std::size_t>(std::upper_bound(age.begin(), age.end(), time) - age.begin());
    while (count < size() && same_age(time, age[count])) ++count;
    return count;
  }
  std::size_t before(double time) const {
    auto count = static_cast<std::size_t>(std::lower_bound(age.begin(), age.end(), time) - age.begin());
    while (count > 0 && same_age(age[count - 1], time)) --count;
    return count;
  }

 private:
  std::vector<std::uint32_t> place(const LifetimeData& data, const AgeTies& ties,
                                   const std::vector<std::uint32_t>& rows) {
    for (const std::uint32_t row : rows) exit.push_back(ties.first(data.exit[row]));
    std::vector<std::uint32_t> places = exit;
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (std::uint32_t& each : exit)
      each =
          static_cast<std::uint32_t>(std::lower_bound(places.begin(), places.end(), each) - places.begin());
    return places;
  }
  void add_up(const LifetimeData& data, const std::vector<std::uint32_t>& rows) {
    std::size_t steps = 0;
    for (const std::uint32_t step : exit) steps = std::max(steps, std::size_t{step} + 1);
    std::vector<fealty::detail::DoubleSum> ends(steps), seen(steps);
    fealty::detail::DoubleSum sum;
    lives_ended.resize(steps), lives_censored.resize(steps);
    for (std::size_t life = 0; life < rows.size(); ++life) {
      const double weight = weight_of(data, rows[life]);
      const bool has_ended = data.ended[rows[life]] != 0;
      (has_ended ? ends : seen)[exit[life]].add(weight);
      ++(has_ended ? lives_ended : lives_censored)[exit[life]];
      sum.add(weight);
    }
    auto lives = static_cast<std::int64_t>(rows.size());
    for (std::size_t step = 0; step < steps; ++step) {
      lives_at_risk.push_back(lives);
      at_risk.push_back(sum.value());
      ended.push_back(ends[step].value());
      censored.push_back(seen[step].value());
      sum.subtract(ends[step]);
      sum.subtract(seen[step]);
      lives -= lives_ended[step] + lives_censored[step];
    }
  }
};

}  // namespace fealty::survival::detail
