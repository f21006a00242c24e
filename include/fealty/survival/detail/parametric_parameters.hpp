// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/detail/design.hpp>
#include <fealty/survival/detail/parametric_likelihood.hpp>
#include <fealty/survival/detail/parametric_piecewise.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fealty::survival::detail {

enum class ParameterKind { intercept, effect, log_scale, shape, cure, cure_effect, rate };

/// The parameters of a model in the units of its design, and how they are told in those of the covariates.
class ParametricParameters {
 public:
  std::vector<std::string> name;
  std::vector<ParameterKind> kind;
  std::vector<std::optional<Eigen::Index>> column;  // of the design, of which each is the coefficient
  Eigen::MatrixXd told;                             // by which they are multiplied to be told
  std::vector<Eigen::Index> base, covariates;       // that there are with and without covariates
  Eigen::VectorXd longest, least, largest;          // as StepRules have them

  ParametricParameters(const ParametricProblem& problem, const AcceleratedLikelihood& of)
      : ParametricParameters(of.parameters()) {
    for (const auto& part : of.parts()) {
      const bool cure = part.which == cure_part;
      base.push_back(part.first);
      call(part.first, kind_of(part.which), name_of(part.which));
      longest[part.first] = part.which == location_part ? 8 : part.which == cure_part ? 3 : 1;
      if (cure && part.size() == 1) least[part.first] = -12;  // none is cured
      if (part.which == log_scale_part) least[part.first] = std::log(1e-10);
      if (part.which == shape_part) least[part.first] = -10, largest[part.first] = 10;
      describe(problem, cure ? problem.terms : 0, part.first + 1, part.x, {part.first}, cure);
    }
  }
  ParametricParameters(const ParametricProblem& problem, const PiecewiseLikelihood& of,
                       const AgeIntervals& intervals)
      : ParametricParameters(of.parameters()) {
    std::vector<Eigen::Index> rates;
    for (Eigen::Index j = 0; j < of.rates(); ++j) {
      call(j, ParameterKind::rate, fmt::format("(log rate from {})", intervals.from(at(j))));
      rates.push_back(j);
    }
    describe(problem, 0, of.rates(), of.x(), rates, false);
  }

  Eigen::Index size() const { return told.cols(); }
  std::vector<Eigen::Index> all() const {
    std::vector<Eigen::Index> both = base;
    both.insert(both.end(), covariates.begin(), covariates.end());
    std::sort(both.begin(), both.end());
    return both;
  }

 private:
  explicit ParametricParameters(Eigen::Index count)
      : name(at(count)), kind(name.size()), column(name.size()),
        told(Eigen::MatrixXd::Identity(count, count)), longest(Eigen::VectorXd::Constant(count, 8)),
        least(Eigen::VectorXd::Constant(count, -std::numeric_limits<double>::infinity())), largest(-least) {}

  static std::size_t at(Eigen::Index i) { return static_cast<std::size_t>(i); }
  void call(Eigen::Index which, ParameterKind what, std::string text) {
    kind[at(which)] = what;
    name[at(which)] = std::move(text);
  }
  static ParameterKind kind_of(LifePart part) {
    return part == location_part    ? ParameterKind::intercept
           : part == log_scale_part ? ParameterKind::log_scale
           : part == shape_part     ? ParameterKind::shape
                                    : ParameterKind::cure;
  }
  static const char* name_of(LifePart part) {
    return part == location_part    ? "(intercept)"
           : part == log_scale_part ? "(log scale)"
           : part == shape_part     ? "(shape)"
                                    : "(cure)";
  }
  /// Tells of the coefficients of covariates.
  ///
  /// \param from       first column of the design
  /// \param first      first of the coefficients
  /// \param x          a column of ones, and those of the covariates
  /// \param constants  what is told as of covariates that are 0
  void describe(const ParametricProblem& problem, std::size_t from, Eigen::Index first, const RowMatrix& x,
                const std::vector<Eigen::Index>& constants, bool cure) {
    const Design& design = problem.design;
    for (Eigen::Index j = 0; j + 1 < x.cols(); ++j) {
      const auto source = static_cast<Eigen::Index>(from) + j;
      call(first + j, cure ? ParameterKind::cure_effect : ParameterKind::effect,
           (cure ? "cure: " : "") + design.columns[at(source)].name());
      column[at(first + j)] = source;
      if (design.scale[source] == 0) continue;
      told(first + j, first + j) = 1 / design.scale[source];
      for (const Eigen::Index constant : constants)
        told(constant, first + j) = -design.mean[source] / design.scale[source];
    }
    if (x.cols() < 2) return;
    for (const Eigen::Index j : problem.independent(x))
      if (j > 0) covariates.push_back(first + j - 1);
  }
};

}  // namespace fealty::survival::detail
