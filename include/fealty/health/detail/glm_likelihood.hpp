// SPDX-License-Identifier: MIT
#pragma once

#include <Eigen/Core>

#include <limits>

namespace fealty::health::detail {

/// How far a direction of coefficients takes rows to the side of their outcomes.
struct Margins {
  double least = std::numeric_limits<double>::infinity(), most = -least;
};

/// What clusters of rows move the score by: the sum of squares, and how many clusters there are.
struct ScoreSquares {
  Eigen::MatrixXd sum;
  double clusters = 0;
};

/// What Newton's steps need to know of a log-likelihood.
class GlmLikelihood {
 public:
  GlmLikelihood() = default;
  GlmLikelihood(const GlmLikelihood&) = delete;
  GlmLikelihood& operator=(const GlmLikelihood&) = delete;
  virtual ~GlmLikelihood() = default;

  /// Sets what follows; false where the log-likelihood is not finite.
  virtual bool evaluate(const Eigen::VectorXd& beta) = 0;
  virtual Margins margins(const Eigen::VectorXd& direction) = 0;
  virtual ScoreSquares squares(const Eigen::VectorXd& beta) = 0;

  double log_likelihood = 0;
  Eigen::VectorXd score;
  Eigen::MatrixXd information;
};

}  // namespace fealty::health::detail
