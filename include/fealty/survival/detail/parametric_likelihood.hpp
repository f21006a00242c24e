// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/parallel.hpp>
#include <fealty/survival/detail/parametric_life.hpp>
#include <fealty/survival/detail/parametric_problem.hpp>

#include <Eigen/Core>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace fealty::survival::detail {

/// A log-likelihood with its derivatives.
struct LikelihoodSums {
  double log_likelihood = 0;
  Eigen::VectorXd score;
  Eigen::MatrixXd information;  // observed: less the second derivatives

  explicit LikelihoodSums(Eigen::Index parameters = 0)
      : score(Eigen::VectorXd::Zero(parameters)), information(Eigen::MatrixXd::Zero(parameters, parameters)) {
  }
  LikelihoodSums& operator+=(const LikelihoodSums& other) {
    log_likelihood += other.log_likelihood;
    score += other.score;
    information += other.information;
    return *this;
  }
  bool finite() const {
    return std::isfinite(log_likelihood) && score.allFinite() && information.allFinite();
  }
};

/// The likelihood of lives by the parameters of a model.
class LifeLikelihood {
 public:
  LifeLikelihood(std::size_t lives, std::size_t threads) : lives_(lives), threads_(threads) {}
  LifeLikelihood(const LifeLikelihood&) = delete;
  LifeLikelihood& operator=(const LifeLikelihood&) = delete;
  virtual ~LifeLikelihood() = default;

  virtual LikelihoodSums at(const Eigen::VectorXd& theta) const = 0;
  /// The score of each life.
  virtual RowMatrix scores(const Eigen::VectorXd& theta) const = 0;

 protected:
  /// Adds up sums of rows [from, to), always the same ones, whatever the number of threads.
  template <class Sums>
  LikelihoodSums sum(Eigen::Index parameters, Sums sums) const {
    const std::size_t step = std::max<std::size_t>(512, (lives_ + 63) / 64);
    const std::size_t chunks = (lives_ + step - 1) / step;
    std::vector<LikelihoodSums> found(chunks);
    for_each_chunk(chunks, threads_, [&](std::size_t chunk, std::size_t) {
      found[chunk] = sums(chunk * step, std::min(lives_, (chunk + 1) * step));
    });
    LikelihoodSums all(parameters);
    for (const LikelihoodSums& each : found) all += each;
    return all;
  }

 private:
  std::size_t lives_, threads_;
};

/// That of accelerated lives. The parameters are the coefficients of the location, the log scale, the shape
/// and the coefficients of the cure; those that a distribution does not have are left out.
class AcceleratedLikelihood : public LifeLikelihood {
 public:
  AcceleratedLikelihood(const ParametricProblem& problem, LifetimeDistribution distribution, bool cure,
                        std::size_t threads)
      : LifeLikelihood(problem.size(), threads), problem_(problem), distribution_(distribution) {
    add(location_part, problem.matrix(0, problem.terms));
    if (distribution != LifetimeDistribution::exponential) add(log_scale_part, problem.matrix(0, 0));
    if (distribution == LifetimeDistribution::generalized_gamma) add(shape_part, problem.matrix(0, 0));
    if (cure) add(cure_part, problem.matrix(problem.terms, problem.cure_terms));
  }

  /// A part of the likelihood of each life, which is linear in some parameters.
  struct Part {
    LifePart which;
    Eigen::Index first;  // parameter
    RowMatrix x;         // by which its parameters are multiplied
    Eigen::Index size() const { return x.cols(); }
  };
  const std::vector<Part>& parts() const { return parts_; }
  const Part* find(LifePart which) const {
    for (const Part& part : parts_)
      if (part.which == which) return &part;
    return nullptr;
  }
  Eigen::Index parameters() const { return parts_.back().first + parts_.back().size(); }

  LikelihoodSums at(const Eigen::VectorXd& theta) const override {
    const ErrorDistribution error(distribution_, shape(theta));
    return sum(parameters(), [&](std::size_t from, std::size_t to) {
      LikelihoodSums sums(parameters());
      for (std::size_t row = from; row < to; row += block)
        add(sums, Jets(*this, error, theta, row, std::min(to, row + block)));
      return sums;
    });
  }
  RowMatrix scores(const Eigen::VectorXd& theta) const override {
    const ErrorDistribution error(distribution_, shape(theta));
    RowMatrix scores(static_cast<Eigen::Index>(problem_.size()), parameters());
    for (std::size_t row = 0; row < problem_.size(); row += block) {
      const Jets jets(*this, error, theta, row, std::min(problem_.size(), row + block));
      for (const Part& part : parts_)
        scores.block(jets.from, part.first, jets.rows, part.size()) =
            jets.first.col(index(part.which)).asDiagonal() * part.x.middleRows(jets.from, jets.rows);
    }
    return scores;
  }

 private:
  static constexpr std::size_t block = 256;
  static constexpr auto variables = static_cast<Eigen::Index>(Jet::variables);
  static constexpr auto pairs = static_cast<Eigen::Index>(Jet::pairs);

  /// The derivatives of some lives' weighted log-likelihoods by their parts.
  struct Jets {
    Eigen::Index from, rows;
    double value = 0;
    Eigen::Matrix<double, Eigen::Dynamic, variables> first;
    Eigen::Matrix<double, Eigen::Dynamic, pairs> second;

    Jets(const AcceleratedLikelihood& of, const ErrorDistribution& error, const Eigen::VectorXd& theta,
         std::size_t begin, std::size_t end)
        : from(static_cast<Eigen::Index>(begin)), rows(static_cast<Eigen::Index>(end - begin)),
          first(rows, variables), second(rows, pairs) {
      Eigen::Matrix<double, Eigen::Dynamic, variables> parts;
      parts.setZero(rows, variables);
      for (const Part& part : of.parts_)
        parts.col(index(part.which)) = part.x.middleRows(from, rows) * theta.segment(part.first, part.size());
      const bool cure = of.find(cure_part) != nullptr;
      for (Eigen::Index i = 0; i < rows; ++i) {
        const std::size_t row = begin + static_cast<std::size_t>(i);
        const AcceleratedLife life(error, parts(i, index(location_part)), parts(i, index(log_scale_part)),
                                   parts(i, index(shape_part)),
                                   cure ? std::optional(parts(i, index(cure_part))) : std::nullopt);
        const Jet jet = of.problem_.weight[row] * life.log_likelihood(of.problem_.ages[row]);
        value += jet.value;
        first.row(i) = Eigen::Map<const Eigen::Matrix<double, 1, variables>>(jet.first.data());
        second.row(i) = Eigen::Map<const Eigen::Matrix<double, 1, pairs>>(jet.second.data());
      }
    }
  };

  static Eigen::Index index(LifePart part) { return static_cast<Eigen::Index>(part); }
  void add(LifePart which, RowMatrix x) {
    parts_.push_back({which, parts_.empty() ? 0 : parameters(), std::move(x)});
  }
  double shape(const Eigen::VectorXd& theta) const {
    const Part* const part = find(shape_part);
    return part == nullptr ? 0 : theta[part->first];
  }
  void add(LikelihoodSums& sums, const Jets& jets) const {
    sums.log_likelihood += jets.value;
    for (const Part& a : parts_) {
      const auto xa = a.x.middleRows(jets.from, jets.rows);
      sums.score.segment(a.first, a.size()) += xa.transpose() * jets.first.col(index(a.which));
      for (const Part& b : parts_) {
        if (b.which > a.which) break;
        const auto pair = static_cast<Eigen::Index>(a.which * (a.which + 1) / 2 + b.which);
        const RowMatrix xb = jets.second.col(pair).asDiagonal() * b.x.middleRows(jets.from, jets.rows);
        sums.information.block(a.first, b.first, a.size(), b.size()) -= xa.transpose() * xb;
        if (b.which < a.which)
          sums.information.block(b.first, a.first, b.size(), a.size()) =
              sums.information.block(a.first, b.first, a.size(), b.size()).transpose();
      }
    }
  }

  const ParametricProblem& problem_;
  LifetimeDistribution distribution_;
  std::vector<Part> parts_;
};

}  // namespace fealty::survival::detail
