// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/health/detail/hazard_fit.hpp>
#include <fealty/health/detail/logistic_problem.hpp>
#include <fealty/health/hazard_model.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/tiled_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace fealty::health::detail {

inline Eigen::Index BaselineShape::columns() const {
  if (kind == HazardBaseline::log_period) return 2;
  if (kind == HazardBaseline::polynomial) return degree + 1;
  return static_cast<Eigen::Index>(
      std::count_if(place.begin(), place.end(), [](auto at) { return at >= 0; }));
}
inline Eigen::VectorXd BaselineShape::row(std::int64_t period) const {
  Eigen::VectorXd found = Eigen::VectorXd::Zero(columns());
  if (kind == HazardBaseline::by_period) {
    found[place[static_cast<std::size_t>(period - 1)]] = 1;
    return found;
  }
  found[0] = 1;
  if (kind == HazardBaseline::log_period) found[1] = std::log(static_cast<double>(period));
  else
    for (Eigen::Index power = 1; power < found.size(); ++power)
      found[power] = found[power - 1] * static_cast<double>(period) / static_cast<double>(periods);
  return found;
}

/// What lives of a period come to, by weight.
struct PeriodCounts {
  double at_risk = 0, ended = 0;
};

/// Lives as a discrete-time hazard model reads them, those that are alike in length side by side.
struct HazardProblem {
  HazardProblem(const survival::detail::LifetimeData& lives, const DiscreteHazardOptions& options,
                std::size_t threads) {
    using namespace survival::detail;
    design = Design(
        who, covariates(who, lives.attributes, options.features, "features"), lives.rows, lives.weight, true,
        [](std::size_t) { return true; }, threads);
    require_values(who, design, lives.rows);
    drop_narrow(design);
    std::vector<std::uint32_t> order(design.rows.size()), place(order.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return lives.exit[design.rows[a]] < lives.exit[design.rows[b]];
    });
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    x = design.tiled(order.size(), place, {}, threads);
    for (auto* column : {&exit, &entry, &ended, &weight}) column->resize(x.tiles() * TiledMatrix::tile);
    for (std::size_t i = 0; i < order.size(); ++i) read(lives, design.rows[order[i]], i);
    for (std::size_t i = 0; i < order.size(); ++i) count(i);
    if (ended_lives == 0)
      throw InvalidInput({.who = who,
                          .what = "lives",
                          .where = {},
                          .value = fmt::format("{} rows", order.size()),
                          .rule = "none of which has ended tell no hazard"});
    shape.kind = options.baseline;
    shape.degree = options.degree;
    shape.periods = static_cast<std::int64_t>(periods.size());
    if (options.baseline == HazardBaseline::by_period) place_periods();
  }

  static constexpr const char* who = "discrete_hazard";
  survival::detail::Design design;
  survival::detail::TiledMatrix x;
  std::vector<double> exit, entry, ended, weight;  // of each row; 0 after the last
  std::vector<PeriodCounts> periods;
  BaselineShape shape;
  std::int64_t ended_lives = 0, person_periods = 0;
  double person_weight = 0;

 private:
  static constexpr double most_periods = 10'000;

  [[noreturn]] static void refuse(const char* what, std::uint32_t row, double value, const char* rule) {
    throw InvalidInput({.who = who,
                        .what = what,
                        .where = static_cast<std::int64_t>(row),
                        .value = fmt::format("{}", value),
                        .rule = rule});
  }
  static double whole(const char* what, std::uint32_t row, double age) {
    if (age != std::floor(age)) refuse(what, row, age, "is not a whole number of periods");
    if (age > most_periods) refuse(what, row, age, "is more than 10,000 periods; longer ones are enough");
    return age;
  }
  void read(const survival::detail::LifetimeData& lives, std::uint32_t row, std::size_t i) {
    exit[i] = whole("duration", row, lives.age(static_cast<std::size_t>(lives.exit[row])));
    if (lives.entry.present() && lives.entry[row] >= 0)
      entry[i] = whole("entry", row, lives.age(static_cast<std::size_t>(lives.entry[row])));
    ended[i] = lives.ended[row] != 0 ? 1 : 0;
    weight[i] = lives.weight_kind ? lives.weight[row] : 1;
    if (ended[i] != 0 && exit[i] == 0)
      refuse("duration", row, 0, "is that of a life that ended; it ends in period 1 at the earliest");
    if (ended[i] != 0) ++ended_lives;
  }
  void count(std::size_t i) {
    if (periods.size() < static_cast<std::size_t>(exit[i])) periods.resize(static_cast<std::size_t>(exit[i]));
    for (auto k = static_cast<std::size_t>(entry[i]); k < static_cast<std::size_t>(exit[i]); ++k) {
      periods[k].at_risk += weight[i];
      ++person_periods;
      person_weight += weight[i];
    }
    if (ended[i] != 0) periods[static_cast<std::size_t>(exit[i]) - 1].ended += weight[i];
  }
  void place_periods() {
    if (periods.size() > 1000)
      throw InvalidInput(
          {.who = who,
           .what = "baseline",
           .where = {},
           .value = "by_period",
           .rule = fmt::format("has {} periods, more than 1,000; polynomial and log_period have "
                               "few coefficients",
                               periods.size())});
    std::int64_t next = 0;
    for (const PeriodCounts& period : periods) {
      const bool open = period.ended > 0 && period.ended < period.at_risk * (1 - 1e-12);
      shape.place.push_back(open ? next++ : -1);
      shape.certain.push_back(open || period.at_risk == 0 ? std::numeric_limits<double>::quiet_NaN()
                              : period.ended > 0          ? 1.0
                                                          : 0.0);
    }
  }
};

}  // namespace fealty::health::detail
