// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/core/id_column.hpp>
#include <fealty/survival/life_table.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace fealty::survival {

/// Settings of shifted_beta_geometric().
struct RenewalModelOptions {
  std::vector<std::string> by = {};  ///< attributes whose values make the groups
  std::int32_t threads = 0;          ///< at most so many; 0 for all of the machine's
};

/// How customers of a contract renew, one row for each group: each ends it at a renewal with a chance of its
/// own, drawn from a beta distribution.
struct RenewalModel {
  IdColumn group;  ///< of `by`, ascending, null last; only with `by`
  std::vector<double>
      alpha;                 ///< of the beta distribution, > 0; NaN where the lives do not tell it (findings)
  std::vector<double> beta;  ///< likewise
  std::vector<double> alpha_std_error;    ///< NaN for weights that are not cases
  std::vector<double> beta_std_error;     ///< likewise
  std::vector<double> churn_rate;         ///< mean chance not to renew the first time: alpha / (alpha + beta)
  std::vector<double> expected_lifetime;  ///< mean number of periods; NaN where it is infinite: alpha <= 1
  std::vector<double> log_likelihood;     ///< at its largest; NaN without alpha
  std::vector<double> aic;                ///< 4 - 2 log_likelihood
  std::vector<double> bic;                ///< 2 log(lives) - 2 log_likelihood
  std::vector<std::int64_t> lives;        ///< rows of the group
  std::vector<std::int64_t> periods;      ///< renewals that were seen
  std::vector<Finding> findings = {};     ///< codes: none_ended, one_renewal, no_renewal, alike, polarized

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.alpha.empty()) f("group", self.group);
    f("alpha", self.alpha);
    f("beta", self.beta);
    f("alpha_std_error", self.alpha_std_error);
    f("beta_std_error", self.beta_std_error);
    f("churn_rate", self.churn_rate);
    f("expected_lifetime", self.expected_lifetime);
    f("log_likelihood", self.log_likelihood);
    f("aic", self.aic);
    f("bic", self.bic);
    f("lives", self.lives);
    f("periods", self.periods);
  }
};

/// The shifted beta-geometric model of contracts that are renewed, by the largest likelihood. Retention rises
/// with age because those who are quick to leave have left, with no one changing.
///
/// Durations are numbers of periods: a life that ended at t did not renew for the t-th time, one that was
/// last seen at t has renewed t times. Cohorts of any ages go in together; counts of a cohort table are
/// weights.
///
/// \param lives    as made by Lifetimes, of whole durations; one that ended lasted 1 at least
/// \param options  groups
/// \returns        one row for each group
/// \throws InvalidInput  for durations or entries that are not whole, or above 1,000,000, an end at 0, and
///                       `by` that names no attribute
/// \throws NotConverged  when no largest likelihood is found
/// \see Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90
RenewalModel shifted_beta_geometric(const Lifetimes& lives, const RenewalModelOptions& options = {});

/// The same of a state, whose groups are its own.
///
/// \throws InvalidInput  as above; for `by`, which only lives can tell
RenewalModel shifted_beta_geometric(const LifeTable& table, const RenewalModelOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_shifted_beta_geometric.hpp>
