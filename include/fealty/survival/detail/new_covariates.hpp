// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/column.hpp>
#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/confidence_band.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// Reads the covariates of lives that a model has not seen, in the units of its design: a column for each
/// that is of numbers, and for each level but the first of those of texts. Missing values are NaN.
class NewCovariates {
 public:
  /// \param mean, scale  of the columns of the design
  NewCovariates(const char* who, const Frame& attributes, std::size_t rows, const Eigen::VectorXd& mean,
                const Eigen::VectorXd& scale)
      : who_(who), attributes_(attributes), mean_(mean), scale_(scale),
        x_(RowMatrix::Zero(static_cast<Eigen::Index>(rows), mean.size())) {}

  /// Reads covariates into the columns that follow.
  ///
  /// \param what  the option that names them
  /// \throws InvalidInput  for names that are not there, infinite values, texts that are no levels
  void read(const std::vector<CovariateLevels>& covariates, const char* what) {
    for (const CovariateLevels& each : covariates)
      each.levels.empty() ? read_numbers(each.attribute, what) : read_levels(each, what);
  }
  RowMatrix take() { return std::move(x_); }

 private:
  [[noreturn]] void refuse(const std::string& name, std::size_t row, std::string value,
                           std::string rule) const {
    throw InvalidInput({.who = who_,
                        .what = name,
                        .where = static_cast<std::int64_t>(row),
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  void set(Eigen::Index column, Eigen::Index row, double value) {
    if (scale_[column] == 0) return;  // it has no coefficient
    x_(row, column) = (value - mean_[column]) / scale_[column];
  }
  void read_numbers(const std::string& name, const char* what) {
    const Column<double> values = number_attribute(who_, attributes_, name, what);
    for (Eigen::Index row = 0; row < x_.rows(); ++row) {
      const double value = values[static_cast<std::size_t>(row)];
      if (std::isinf(value))
        refuse(name, static_cast<std::size_t>(row), fmt::format("{}", value), "is not a finite number");
      set(next_, row, value);
    }
    ++next_;
  }
  void read_levels(const CovariateLevels& covariate, const char* what) {
    const std::vector<std::string>& levels = covariate.levels;
    const auto* const texts = std::get_if<IdColumn>(&attribute(who_, attributes_, covariate.attribute, what));
    if (texts == nullptr)
      throw InvalidInput({.who = who_,
                          .what = covariate.attribute,
                          .where = {},
                          .value = "",
                          .rule = "holds no texts, but did in the lives of the model"});
    for (Eigen::Index row = 0; row < x_.rows(); ++row) {
      const std::uint32_t code = texts->codes()[static_cast<std::size_t>(row)];
      const bool known = code != no_id;
      const auto at =
          known ? std::find(levels.begin(), levels.end(), texts->ids()->text(code)) : levels.end();
      if (known && at == levels.end())
        refuse(covariate.attribute, static_cast<std::size_t>(row), texts->ids()->text(code),
               fmt::format("is no level of the model; it has {}", fmt::join(levels, ", ")));
      for (std::size_t i = 1; i < levels.size(); ++i) {
        const double flag = at - levels.begin() == static_cast<std::ptrdiff_t>(i) ? 1 : 0;
        set(next_ + static_cast<Eigen::Index>(i) - 1, row, known ? flag : nan);
      }
    }
    next_ += std::max<Eigen::Index>(1, static_cast<Eigen::Index>(levels.size()) - 1);
  }

  const char* who_;
  const Frame& attributes_;
  const Eigen::VectorXd &mean_, &scale_;
  RowMatrix x_;
  Eigen::Index next_ = 0;  // column
};

}  // namespace fealty::survival::detail
