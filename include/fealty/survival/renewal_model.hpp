// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of shifted_beta_geometric() and beta_discrete_weibull().
struct RenewalModelOptions {
  std::vector<std::string> by = {};  ///< attributes whose values make the groups
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// How customers of a contract renew, one row for each group: each ends it at a renewal with a chance of its
/// own, drawn from a beta distribution. The share that has renewed t times is
/// B(alpha, beta + t^shape) / B(alpha, beta).
struct RenewalModel {
  IdColumn group;  ///< of `by`, ascending, null last; only with `by`
  std::vector<double>
      alpha;                 ///< of the beta distribution, > 0; NaN where the lives do not tell it (findings)
  std::vector<double> beta;  ///< likewise
  std::vector<double> shape;  ///< above 1, each customer's churn rises with age; 1 where it is a given
  std::vector<double> alpha_std_error;  ///< NaN for weights that are not cases
  std::vector<double> beta_std_error;   ///< likewise
  std::vector<double> shape_std_error;  ///< likewise; NaN for a shape that is a given
  /// Chi-squared: twice what the likelihood gains over the shape 1; NaN likewise, and where that has no
  /// alpha.
  std::vector<double> shape_statistic;
  std::vector<double> shape_p_value;      ///< that lives of the shape 1 would gain as much; NaN likewise
  std::vector<double> churn_rate;         ///< mean chance not to renew the first time: alpha / (alpha + beta)
  std::vector<double> expected_lifetime;  ///< mean number of periods; NaN where infinite: alpha shape <= 1
  std::vector<double> log_likelihood;     ///< at its largest; NaN without alpha
  std::vector<double> aic;                ///< 4 - 2 log_likelihood; 6 - … where the shape is not a given
  std::vector<double> bic;                ///< 2 log(lives) - 2 log_likelihood; 3 log(lives) - … likewise
  std::vector<std::int64_t> lives;        ///< rows of the group
  std::vector<std::int64_t> periods;      ///< renewals that were seen
  std::vector<Finding> findings = {};  ///< codes: none_ended, one_renewal, two_renewals, no_renewal, alike,
                                       ///< polarized, endless_shape

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.alpha.empty()) f("group", self.group);
    f("alpha", self.alpha);
    f("beta", self.beta);
    f("shape", self.shape);
    f("alpha_std_error", self.alpha_std_error);
    f("beta_std_error", self.beta_std_error);
    f("shape_std_error", self.shape_std_error);
    f("shape_statistic", self.shape_statistic);
    f("shape_p_value", self.shape_p_value);
    f("churn_rate", self.churn_rate);
    f("expected_lifetime", self.expected_lifetime);
    f("log_likelihood", self.log_likelihood);
    f("aic", self.aic);
    f("bic", self.bic);
    f("lives", self.lives);
    f("periods", self.periods);
  }
};

}  // namespace fealty::survival
