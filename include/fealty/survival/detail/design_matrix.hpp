// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/error.hpp>
#include <fealty/core/frame.hpp>
#include <fealty/core/id_column.hpp>

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

/// Rows in memory one after the other.
using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A covariate as columns of numbers, NaN where it is missing; texts have one for each level but the first.
class CovariateColumns {
 public:
  CovariateColumns(const char* who, const Frame& attributes, const std::string& name, const char* what)
      : who_(who), name_(name) {
    const FrameColumn* const column = attributes.find(name);
    if (column == nullptr) {
      std::string known;
      for (std::size_t i = 0; i < attributes.size(); ++i) known += (i == 0 ? "" : ", ") + attributes.name(i);
      throw InvalidInput({.who = who,
                          .what = what,
                          .where = {},
                          .value = "\"" + name + "\"",
                          .rule = "is no attribute of the lives; there are " +
                                  (known.empty() ? std::string("none") : known)});
    }
    std::visit([&](const auto& each) { read(each); }, *column);
  }
  std::vector<std::string> names;
  std::vector<std::vector<double>> columns;

 private:
  static constexpr double missing = std::numeric_limits<double>::quiet_NaN();

  template <class T, class Value>
  void add(const Column<T>& column, Value value) {
    std::vector<double> values(column.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
      values[row] = column.valid(row) ? value(column[row]) : missing;
      if (std::isinf(values[row]))
        throw InvalidInput({.who = who_,
                            .what = name_,
                            .where = static_cast<std::int64_t>(row),
                            .value = fmt::format("{}", values[row]),
                            .rule = "is not a finite number"});
    }
    names.push_back(name_);
    columns.push_back(std::move(values));
  }
  void read(const Column<std::int64_t>& column) {
    add(column, [](std::int64_t value) { return static_cast<double>(value); });
  }
  void read(const Column<double>& column) {
    add(column, [](double value) { return value; });
  }
  void read(const Flags& column) {
    add(column.flags, [](std::uint8_t flag) { return flag != 0 ? 1.0 : 0.0; });
  }
  void read(const DecimalColumn& column) {
    const double unit = std::pow(10.0, column.scale);
    add(column.unscaled, [unit](std::int64_t value) { return static_cast<double>(value) / unit; });
  }
  void read(const IdColumn& column) {
    const auto codes = column.codes();
    std::vector<std::uint8_t> used(column.ids()->size());
    for (const std::uint32_t code : codes)
      if (code != no_id) used[code] = 1;
    bool reference = true;
    for (const std::uint32_t level : column.ids()->sorted()) {
      if (used[level] == 0) continue;
      if (std::exchange(reference, false)) continue;
      std::vector<double> values(codes.size());
      for (std::size_t row = 0; row < values.size(); ++row)
        values[row] = codes[row] == no_id ? missing : codes[row] == level ? 1.0 : 0.0;
      names.push_back(name_ + "=" + column.ids()->text(level));
      columns.push_back(std::move(values));
    }
  }
  template <class Other>
  void read(const Other&) {
    throw InvalidInput({.who = who_,
                        .what = name_,
                        .where = {},
                        .value = "",
                        .rule = "holds dates or times; covariates are numbers, flags or texts"});
  }

  const char* who_;
  std::string name_;
};

/// Covariates of the rows that have all of them, centered and in units of their standard deviations.
struct DesignMatrix {
  std::vector<std::string> names;
  std::vector<std::uint32_t> rows;  // of the lives
  RowMatrix x;
  Eigen::VectorXd mean, scale;  // 0 for a constant
};

/// Mean and standard deviation of some rows of a column; 0 of none.
struct Moments {
  double mean = 0, spread = 0;

  Moments(const std::vector<double>& column, const std::vector<std::uint32_t>& rows) {
    if (rows.empty()) return;
    const auto n = static_cast<double>(rows.size());
    double sum = 0, squares = 0;
    for (const std::uint32_t row : rows) sum += column[row];
    mean = sum / n;
    for (const std::uint32_t row : rows) squares += (column[row] - mean) * (column[row] - mean);
    spread = std::sqrt(squares / n);
  }
};

/// \param usable  whether a row counts apart from its covariates
template <class Usable>
DesignMatrix design_matrix(const char* who, const Frame& attributes, std::size_t rows,
                           const std::vector<std::string>& covariates, Usable usable) {
  DesignMatrix design;
  std::vector<std::vector<double>> columns;
  for (const std::string& name : covariates) {
    CovariateColumns found(who, attributes, name, "covariates");
    std::move(found.names.begin(), found.names.end(), std::back_inserter(design.names));
    std::move(found.columns.begin(), found.columns.end(), std::back_inserter(columns));
  }
  std::vector<std::uint8_t> complete(rows, 1);
  for (const auto& column : columns)
    for (std::size_t row = 0; row < rows; ++row)
      if (std::isnan(column[row])) complete[row] = 0;
  for (std::size_t row = 0; row < rows; ++row)
    if (complete[row] != 0 && usable(row)) design.rows.push_back(static_cast<std::uint32_t>(row));
  const auto p = static_cast<Eigen::Index>(columns.size());
  design.mean.setZero(p);
  design.scale.setZero(p);
  for (Eigen::Index j = 0; j < p; ++j) {
    const Moments moments(columns[static_cast<std::size_t>(j)], design.rows);
    design.mean[j] = moments.mean;
    design.scale[j] = moments.spread <= 1e-12 * std::abs(moments.mean) ? 0 : moments.spread;
  }
  design.x.resize(static_cast<Eigen::Index>(design.rows.size()), p);
  double* to = design.x.data();
  for (const std::uint32_t row : design.rows)
    for (Eigen::Index j = 0; j < p; ++j)
      *to++ = design.scale[j] == 0
                  ? 0
                  : (columns[static_cast<std::size_t>(j)][row] - design.mean[j]) / design.scale[j];
  return design;
}

}  // namespace fealty::survival::detail
