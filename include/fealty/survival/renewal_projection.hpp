// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/renewal_model.hpp>

#include <cstdint>
#include <vector>

namespace fealty::survival {

/// Settings of renewal_projection().
struct RenewalProjectionOptions {
  std::int64_t periods = 12;   ///< how far, >= 1
  std::int64_t given_age = 0;  ///< of customers that have renewed so often, >= 0
};

/// Survival and retention by period, one row for each group and period.
struct RenewalProjection {
  IdColumn group;                      ///< as the model has it; only with groups
  std::vector<std::int64_t> period;    ///< given_age, …, given_age + periods
  std::vector<double> survival;        ///< share that has renewed so often, of those that had given_age times
  std::vector<double> retention_rate;  ///< share of those due that renew; NaN at given_age

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.group.present() || self.period.empty()) f("group", self.group);
    f("period", self.period);
    f("survival", self.survival);
    f("retention_rate", self.retention_rate);
  }
};

/// How customers of a renewal model will renew.
///
/// \param model    as made by shifted_beta_geometric() or beta_discrete_weibull()
/// \param options  how far, and whose
/// \returns        one row for each group and period; NaN for a group without alpha
/// \throws InvalidInput  unless 1 <= periods <= 1,000,000 and 0 <= given_age <= 1,000,000
/// \see Fader & Hardie (2007), Journal of Interactive Marketing 21:76-90, equations 5 to 8
RenewalProjection renewal_projection(const RenewalModel& model, const RenewalProjectionOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_renewal_projection.hpp>
