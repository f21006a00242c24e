// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/new_covariates.hpp>
#include <fealty/survival/detail/parametric_curve.hpp>
#include <fealty/survival/detail/robust_options.hpp>
#include <fealty/survival/parametric.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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
      : who_(who), rows_(attributes.size() == 0 ? (model.attributes().empty() ? 1 : 0) : attributes.rows()),
        given_(rows_, checked_age(who, "given_age", given_age)) {
    NewCovariates covariates(who, attributes, rows_, model.mean, model.scale);
    covariates.read(model.levels, "covariates");
    covariates.read(model.cure_levels, "cure_covariates");
    x_ = covariates.take();
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

  const char* who_;
  std::size_t rows_;
  RowMatrix x_;
  std::vector<double> given_;
};

}  // namespace fealty::survival::detail
