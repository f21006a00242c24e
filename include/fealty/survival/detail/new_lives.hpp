// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/grouping.hpp>
#include <fealty/survival/detail/life_table_rows.hpp>
#include <fealty/survival/detail/new_covariates.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fealty::survival::detail {

/// Attributes of lives that a model has not seen, in the units of its design.
class NewLives {
 public:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  /// \throws InvalidInput  for names that are not there, infinite values, texts that are no levels, groups
  ///                       that are no strata
  NewLives(const char* who, const CoxBaseline& model, const Frame& attributes)
      : who_(who), model_(model), rows_(attributes.rows()), offset_(rows_), stratum_(rows_) {
    NewCovariates covariates(who, attributes, rows_, model_.mean, model_.scale);
    covariates.read(model_.covariates, "covariates");
    x_ = covariates.take();
    if (!model_.offset.empty()) {
      const Column<double> offset = number_attribute(who, attributes, model_.offset, "offset");
      std::copy(offset.values().begin(), offset.values().end(), offset_.begin());
    }
    if (model_.stratified) find_strata(attributes, model_.strata);
  }

  std::size_t size() const { return rows_; }
  Eigen::VectorXd x(std::size_t row) const { return x_.row(static_cast<Eigen::Index>(row)).transpose(); }
  /// Relative to a life whose covariates are the means.
  double linear_predictor(std::size_t row) const { return x(row).dot(model_.beta) + offset_[row]; }
  /// Of the model; none where an attribute of it is missing.
  std::size_t stratum(std::size_t row) const { return stratum_[row]; }

 private:
  [[noreturn]] void refuse(const std::string& name, std::size_t row, std::string value,
                           std::string rule) const {
    throw InvalidInput({.who = who_,
                        .what = name,
                        .where = static_cast<std::int64_t>(row),
                        .value = std::move(value),
                        .rule = std::move(rule)});
  }
  static std::string listed(const std::vector<std::string>& names) {
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    return all;
  }
  void find_strata(const Frame& attributes, const std::vector<std::string>& names) {
    const Grouping groups = grouping(attributes, names, who_, "strata");
    const std::vector<Label> labels = detail::labels(groups);
    for (std::size_t row = 0; row < rows_; ++row) {
      const Label& label = labels[groups.of(row)];
      const auto at = std::find(model_.label.begin(), model_.label.end(), label);
      stratum_[row] = static_cast<std::size_t>(at - model_.label.begin());
      if (std::holds_alternative<std::monostate>(label)) stratum_[row] = none;
      else if (at == model_.label.end())
        refuse(listed(names), row, shown(label), "is no stratum of the model");
    }
  }
  static std::string shown(const Label& label) {
    if (const auto* number = std::get_if<std::int64_t>(&label)) return fmt::format("{}", *number);
    return std::get<std::string>(label);
  }

  const char* who_;
  const CoxBaseline& model_;
  std::size_t rows_;
  RowMatrix x_;
  std::vector<double> offset_;
  std::vector<std::size_t> stratum_;
};

/// \throws InvalidInput  for a model that cox() did not make
inline void require_baseline(const char* who, const CoxModel& model) {
  if (model.baseline) return;
  throw InvalidInput({.who = who,
                      .what = "model",
                      .where = {},
                      .value = "",
                      .rule = "has no baseline hazard: cox() makes models that have one"});
}

}  // namespace fealty::survival::detail
