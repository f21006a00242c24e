// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/survival/baseline_hazard.hpp>
#include <fealty/survival/detail/cox_baseline.hpp>
#include <fealty/survival/detail/curve_groups.hpp>
#include <fealty/survival/detail/new_lives.hpp>

#include <Eigen/Core>

#include <cmath>
#include <cstddef>

namespace fealty::survival {

inline BaselineHazard baseline_hazard(const CoxModel& model, const BaselineHazardOptions& options) {
  detail::require_baseline("baseline_hazard", model);
  const detail::CoxBaseline& baseline = *model.baseline;
  Eigen::VectorXd x = Eigen::VectorXd::Zero(baseline.mean.size());
  if (!options.centered)
    for (Eigen::Index j = 0; j < x.size(); ++j)
      if (baseline.scale[j] != 0) x[j] = -baseline.mean[j] / baseline.scale[j];
  BaselineHazard found;
  detail::GroupColumn stratum(baseline.stratified);
  detail::PassedHazard passed(x.size());
  for (std::size_t s = 0; s < baseline.label.size(); ++s) {
    const double ratio = std::exp(x.dot(baseline.beta) - baseline.shift[s]);
    stratum.add(baseline.label[s], baseline.first[s + 1] - baseline.first[s]);
    for (std::size_t e = baseline.first[s]; e < baseline.first[s + 1]; ++e) {
      passed.set(baseline, e);
      found.time.push_back(baseline.age[e]);
      found.cumulative_hazard.push_back(ratio * passed.hazard);
      found.std_error.push_back(ratio * passed.std_error(baseline, x));
      found.survival.push_back(std::exp(-ratio * passed.hazard));
    }
  }
  found.stratum = stratum.take();
  return found;
}

}  // namespace fealty::survival
