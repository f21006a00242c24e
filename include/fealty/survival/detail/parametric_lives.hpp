// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/parametric.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// \throws InvalidInput  for a model that parametric() did not make
inline const ParametricCurve& curve_of(const char* who, const ParametricModel& model) {
  if (model.curve) return *model.curve;
  throw InvalidInput({.who = who,
                      .what = "model",
                      .where = {},
                      .value = "",
                      .rule = "has no curve: parametric() makes models that have one"});
}

/// Lives that a model has not seen: their covariates in the units of its design, and the ages that they have
/// passed. A model without covariates tells of one life where there are no attributes.
class ParametricLives {
 public:
  /// \param given_age  that all have passed
  /// \param given      attribute that holds what each has passed, instead; or empty
  /// \throws InvalidInput  for names that are not there, texts that are no levels, ages that are none
  ParametricLives(const char* who, const ParametricCurve& model, const Frame& attributes, double given_age,
                  const std::string& given)
      : who_(who), model_(model),
        rows_(attributes.size() == 0 ? (model.attributes().empty() ? 1 : 0) : attributes.rows()),
        x_(RowMatrix::Zero(static_cast<Eigen::Index>(rows_), model.mean.size())),
        given_(rows_, checked_age(who, "given_age", given_age)) {
    Eigen::Index column = 0;
    for (const auto& [levels, what] :
         {std::pair(&model.levels, "covariates"), std::pair(&model.cure_levels, "cure_covariates")})
      for (const CovariateLevels& each : *levels) column = read(attributes, each, what, column);
    if (given.empty()) return;
    if (given_age > 0) refuse("given_age", {}, "", "and given were both given");
    const Column<double> ages = number_attribute(who, attributes, given, "given");
    for (std::size_t row = 0; row < rows_; ++row) {
      given_[row] = ages[row];
      if (!std::isnan(ages[row]) && !(ages[row] >= 0 && std::isfinite(ages[row])))
        refuse(given, row, fmt::format("{}", ages[row]), "is not an age: a number >= 0");
    }
  }

  std::size_t size() const { return rows_; }
  Eigen::VectorXd x(std::size_t row) const { return x_.row(static_cast<Eigen::Index>(row)).transpose(); }
  /// The age that a life has passed; NaN where it is missing.
  double given(std::size_t row) const { return given_[row]; }

 private:
  [[noreturn]] void refuse(const std::string& name, std::optional<std::size_t> row, std::string value,
                           std::string rule) const {
    throw InvalidInput({.who = who_,
                        .what = name,
                        .where = row ? std::optional(static_cast<std::int64_t>(*row)) : std::nullopt,
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void set(Eigen::Index column, std::size_t row, double value) {
    if (model_.scale[column] == 0) return;  // it has no coefficient
    x_(static_cast<Eigen::Index>(row), column) = (value - model_.mean[column]) / model_.scale[column];
  }
  /// \returns  the column of the next covariate
  Eigen::Index read(const Frame& attributes, const CovariateLevels& covariate, const char* what,
                    Eigen::Index column) {
    if (!covariate.levels.empty()) return read_levels(attributes, covariate, what, column);
    const Column<double> values = number_attribute(who_, attributes, covariate.attribute, what);
    for (std::size_t row = 0; row < rows_; ++row) {
      if (std::isinf(values[row]))
        refuse(covariate.attribute, row, fmt::format("{}", values[row]), "is not a finite number");
      set(column, row, values[row]);
    }
    return column + 1;
  }
  Eigen::Index read_levels(const Frame& attributes, const CovariateLevels& covariate, const char* what,
                           Eigen::Index column) {
    const std::vector<std::string>& levels = covariate.levels;
    const auto* const texts = std::get_if<IdColumn>(&attribute(who_, attributes, covariate.attribute, what));
    if (texts == nullptr)
      refuse(covariate.attribute, {}, "", "holds no texts, but did in the lives of the model");
    for (std::size_t row = 0; row < rows_; ++row) {
      const std::uint32_t code = texts->codes()[row];
      const auto at =
          code == no_id ? levels.end() : std::find(levels.begin(), levels.end(), texts->ids()->text(code));
      if (code != no_id && at == levels.end())
        refuse(covariate.attribute, row, texts->ids()->text(code),
               fmt::format("is no level of the model; it has {}", fmt::join(levels, ", ")));
      for (std::size_t i = 1; i < levels.size(); ++i)
        set(column + static_cast<Eigen::Index>(i) - 1, row,
            code == no_id                                           ? nan
            : at - levels.begin() == static_cast<std::ptrdiff_t>(i) ? 1.0
                                                                    : 0.0);
    }
    return column + std::max<Eigen::Index>(1, static_cast<Eigen::Index>(levels.size()) - 1);
  }

  const char* who_;
  const ParametricCurve& model_;
  std::size_t rows_;
  RowMatrix x_;
  std::vector<double> given_;
};

}  // namespace fealty::survival::detail
