// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/detail/covariates.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/row_matrix.hpp>

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

namespace fealty::health::detail {

using survival::detail::CovariateLevels;
using survival::detail::RowMatrix;

/// Columns of a design that a feature has.
inline Eigen::Index column_count(const CovariateLevels& feature) {
  return static_cast<Eigen::Index>(std::max<std::size_t>(feature.levels.size(), 2)) - 1;
}

/// Reads the features of rows that a model has not seen, in the units of its design. What is missing or
/// unknown is NaN, and told in findings.
class FeatureRows {
 public:
  /// \param mean, scale  of the columns of the design
  /// \param strict       whether also what is missing of a constant, which has no coefficient, is NaN
  FeatureRows(const char* who, const Frame& attributes, const std::vector<CovariateLevels>& features,
              const Eigen::VectorXd& mean, const Eigen::VectorXd& scale, bool strict = false)
      : who_(who), attributes_(attributes), mean_(mean), scale_(scale), strict_(strict),
        x_(RowMatrix::Zero(static_cast<Eigen::Index>(attributes.rows()), mean.size())) {
    for (const CovariateLevels& feature : features) {
      require(feature.attribute);
      feature.levels.empty() ? read_numbers(feature.attribute) : read_levels(feature);
      next_ += column_count(feature);
    }
  }
  const RowMatrix& x() const { return x_; }
  std::vector<Finding> take_findings() { return std::move(findings_); }

 private:
  static constexpr double nan_ = std::numeric_limits<double>::quiet_NaN();

  void require(const std::string& name) const {
    if (attributes_.find(name) != nullptr) return;
    std::string known;
    for (std::size_t i = 0; i < attributes_.size(); ++i) known += (i == 0 ? "" : ", ") + attributes_.name(i);
    throw InvalidInput({.who = who_,
                        .what = "attributes",
                        .where = {},
                        .value = "",
                        .rule = fmt::format("have no \"{}\", a feature of the model; there are {}", name,
                                            known.empty() ? "none" : known)});
  }
  void note(Finding finding) {
    if (!finding.rows.empty()) findings_.push_back(std::move(finding));
  }
  Finding missing(const std::string& name) const {
    return {"missing_feature", Severity::warning, {}, fmt::format("{}: {} is missing", who_, name)};
  }
  void read_numbers(const std::string& name) {
    const double scale = scale_[next_], mean = mean_[next_];
    const Column<double> values = survival::detail::number_attribute(who_, attributes_, name, "features");
    Finding finding = missing(name);
    for (Eigen::Index row = 0; row < x_.rows(); ++row) {
      const double value = values[static_cast<std::size_t>(row)];
      if (std::isinf(value))
        throw InvalidInput({.who = who_,
                            .what = name,
                            .where = row,
                            .value = fmt::format("{}", value),
                            .rule = "is not a finite number"});
      if (scale != 0) x_(row, next_) = (value - mean) / scale;
      if (!std::isnan(value) || (scale == 0 && !strict_)) continue;
      x_(row, next_) = nan_;
      finding.rows.push_back(row);
    }
    note(std::move(finding));
  }
  void read_levels(const CovariateLevels& feature) {
    const std::string& name = feature.attribute;
    const auto* const texts = std::get_if<IdColumn>(attributes_.find(name));
    if (texts == nullptr)
      throw InvalidInput({.who = who_,
                          .what = name,
                          .where = {},
                          .value = "",
                          .rule = "holds no texts, but did in the examples of the model"});
    const std::vector<std::string>& levels = feature.levels;
    std::vector<std::size_t> place;  // of each code: its level, or their number
    for (std::uint32_t code = 0; code < texts->ids()->size(); ++code)
      place.push_back(static_cast<std::size_t>(
          std::find(levels.begin(), levels.end(), texts->ids()->text(code)) - levels.begin()));
    Finding none = missing(name), unknown{"unknown_level", Severity::warning, {}, ""};
    for (Eigen::Index row = 0; row < x_.rows(); ++row) {
      const std::uint32_t code = texts->codes()[static_cast<std::size_t>(row)];
      const bool told = code != no_id, known = told && place[code] < levels.size();
      for (std::size_t i = 1; i < levels.size(); ++i)
        set_level(row, next_ + static_cast<Eigen::Index>(i) - 1, known, known && place[code] == i);
      if (!told && (levels.size() > 1 || strict_)) none.rows.push_back(row);
      if (known || (!told && levels.size() == 1 && !strict_)) continue;
      x_(row, next_) = nan_;
      if (!told) continue;
      if (unknown.rows.empty())
        unknown.message = fmt::format("{}: {} = {} is no level of the model, which has {}", who_, name,
                                      texts->ids()->text(code), fmt::join(levels, ", "));
      unknown.rows.push_back(row);
    }
    note(std::move(none));
    note(std::move(unknown));
  }
  void set_level(Eigen::Index row, Eigen::Index column, bool known, bool is_it) {
    if (!known) x_(row, column) = nan_;
    else if (scale_[column] != 0) x_(row, column) = ((is_it ? 1 : 0) - mean_[column]) / scale_[column];
  }

  const char* who_;
  const Frame& attributes_;
  const Eigen::VectorXd &mean_, &scale_;
  bool strict_;
  RowMatrix x_;
  Eigen::Index next_ = 0;  // column
  std::vector<Finding> findings_;
};

}  // namespace fealty::health::detail
