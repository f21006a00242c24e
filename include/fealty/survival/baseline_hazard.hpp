// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/cox.hpp>

#include <cstdint>
#include <vector>

namespace fealty::survival {

/// Settings of baseline_hazard().
struct BaselineHazardOptions {
  bool centered = true;  ///< of a life whose covariates are the means of those that were used; otherwise of
                         ///< one whose covariates are 0, and levels those of reference
};

/// The hazard that a model's coefficients multiply, summed up to each age at which lives end.
struct BaselineHazard {
  IdColumn stratum;                       ///< ascending; only with `strata`
  std::vector<double> time;               ///< age, ascending within a stratum
  std::vector<double> cumulative_hazard;  ///< up to the age, inclusive
  std::vector<double> std_error;          ///< of it
  std::vector<double> survival;           ///< exp(-cumulative_hazard)

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    if (self.stratum.present() || self.time.empty()) f("stratum", self.stratum);
    f("time", self.time);
    f("cumulative_hazard", self.cumulative_hazard);
    f("std_error", self.std_error);
    f("survival", self.survival);
  }
};

/// The baseline hazard of a proportional hazards model, with the ties that it was fitted with (exact: those
/// of Breslow). An offset counts as 0.
///
/// \param model    as made by cox()
/// \param options  whose hazard
/// \returns        one row for each stratum and age at which a life of it ends
/// \throws InvalidInput  for a model that cox() did not make
/// \see Breslow (1974), Biometrics 30:89-99; Tsiatis (1981), Annals of Statistics 9:93-108; Therneau &
/// Grambsch
///      (2000), Modeling Survival Data, ch. 10
BaselineHazard baseline_hazard(const CoxModel& model, const BaselineHazardOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_baseline_hazard.hpp>
