// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/cox_newton.hpp>
#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/lifetime_data.hpp>
#include <fealty/survival/detail/seen_ages.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

/// Lives as a parametric model reads them.
class ParametricProblem {
 public:
  /// \param ended_by  attribute, or empty
  /// \param age_0     whether a life may have ended at age 0
  ParametricProblem(const LifetimeData& lives, const std::vector<std::string>& covariate_names,
                    const std::vector<std::string>& cure_names, const std::string& ended_by, bool age_0,
                    std::size_t threads) {
    std::vector<Covariate> columns = read(lives.attributes, covariate_names, "covariates", levels);
    terms = columns.size();
    std::vector<Covariate> more = read(lives.attributes, cure_names, "cure_covariates", cure_levels);
    std::move(more.begin(), more.end(), std::back_inserter(columns));
    design = Design(
        "parametric", std::move(columns), lives.rows, {}, true, [](std::size_t) { return true; }, threads);
    cure_terms = design.columns.size() - terms;
    Column<double> upper;
    if (!ended_by.empty()) upper = number_attribute("parametric", lives.attributes, ended_by, "ended_by");
    for (const std::uint32_t row : design.rows) {
      LifeAges life{.age = lives.age(static_cast<std::size_t>(lives.exit[row]))};
      if (lives.entry.present() && lives.entry[row] >= 0)
        life.entry = lives.age(static_cast<std::size_t>(lives.entry[row]));
      if (lives.ended[row] != 0) life.seen = Seen::ended;
      if (upper.present()) read_upper("parametric", life, upper[row], row, ended_by);
      add(life, lives.weight_kind ? lives.weight[row] : 1);
      if (life.seen == Seen::ended && life.age == 0 && !age_0)
        throw InvalidInput({.who = "parametric",
                            .what = "duration",
                            .where = row,
                            .value = "0",
                            .rule = "has ended, but a log age has no density at 0; let `ended_by` tell when "
                                    "it had ended"});
    }
    log_spread = std::sqrt(log_spread / ended_weight);
    if (ended == 0 || !(exposure > 0))
      throw InvalidInput({.who = "parametric",
                          .what = "lives",
                          .where = {},
                          .value = fmt::format("{} rows", ages.size()),
                          .rule = ended == 0 ? "none of which has ended tell no hazard"
                                             : "that were watched for no time tell no hazard"});
  }

  std::vector<CovariateLevels> levels, cure_levels;
  Design design;  // of the covariates, and then those of the cure
  std::size_t terms = 0, cure_terms = 0;
  std::vector<LifeAges> ages;  // of the rows of the design
  std::vector<double> weight;
  std::int64_t ended = 0;
  double weights = 0, ended_weight = 0;
  double exposure = 0;                 // weighted time at risk
  double log_age = 0, log_spread = 0;  // of those that ended: mean and standard deviation

  std::size_t size() const { return ages.size(); }

  /// A column of ones, and some of the design's.
  RowMatrix matrix(std::size_t from, std::size_t count) const {
    RowMatrix x = RowMatrix::Ones(static_cast<Eigen::Index>(size()), static_cast<Eigen::Index>(count) + 1);
    for (std::size_t j = 0; j < count; ++j) {
      const auto column = static_cast<Eigen::Index>(from + j);
      const auto& values = design.columns[from + j].values;
      const double unit = design.scale[column] == 0 ? 0 : 1 / design.scale[column];
      for (std::size_t i = 0; i < size(); ++i)
        x(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j) + 1) =
            (values[design.rows[i]] - design.mean[column]) * unit;
    }
    return x;
  }
  /// Which of a matrix' columns have coefficients: none that is told by those before. A life that was last
  /// seen at age 0 tells nothing.
  std::vector<Eigen::Index> independent(RowMatrix x) const {
    for (std::size_t i = 0; i < size(); ++i)
      if (ages[i].seen == Seen::alive && ages[i].age <= 0) x.row(static_cast<Eigen::Index>(i)).setZero();
    const Eigen::MatrixXd gram = x.transpose() * x;
    return independent_columns(gram, 1e-10 * static_cast<double>(x.rows()));
  }

 private:
  static std::vector<Covariate> read(const Frame& attributes, const std::vector<std::string>& names,
                                     const char* what, std::vector<CovariateLevels>& levels) {
    std::vector<Covariate> all;
    for (const std::string& name : names) {
      std::vector<Covariate> found = covariates("parametric", attributes, {name}, what);
      levels.push_back(CovariateLevels::of(found).front());
      std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
  }
  void add(const LifeAges& life, double w) {
    const bool between = life.seen == Seen::between;
    const double age = between ? life.age + (life.upper - life.age) / 2 : life.age;
    ages.push_back(life);
    weight.push_back(w);
    weights += w;
    exposure += w * (age - life.entry);
    if (life.seen == Seen::alive) return;
    ++ended;
    ended_weight += w;
    if (!(age > 0)) return;
    const double gap = std::log(age) - log_age;
    log_age += gap * w / ended_weight;
    log_spread += gap * (std::log(age) - log_age) * w;
  }
};

}  // namespace fealty::survival::detail
