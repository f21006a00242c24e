// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/id_column.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/lifetimes.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace fealty::survival {

/// What a residual tells.
enum class CoxResidualKind {
  martingale,  ///< ended or not, less the hazard that the model expected: large where a life ended early
  deviance,    ///< the same, made symmetric: large ones are outliers
  score,       ///< how much a life moves the score of each covariate
  schoenfeld,  ///< of a life that ends: its covariates less their mean over those at risk
  scaled_schoenfeld,  ///< the same times ends and naive covariance, and the coefficient: its course over age
  dfbeta,             ///< how much each coefficient changes with a life, about
  dfbetas             ///< the same in naive standard errors
};
constexpr auto enum_names(CoxResidualKind) {
  return std::array<std::string_view, 7>{"martingale",        "deviance", "score",  "schoenfeld",
                                         "scaled_schoenfeld", "dfbeta",   "dfbetas"};
}

/// Settings of cox_residuals().
struct CoxResidualOptions {
  CoxResidualKind kind = CoxResidualKind::martingale;  ///< what is told
  std::int32_t threads = 0;                            ///< at most so many; 0 for all of the machine's
};

/// Residuals, one row for each life that was used, or each that ended (Schoenfeld's), and each covariate.
struct CoxResiduals {
  std::vector<std::int64_t> row;  ///< of the lives, from 0; ascending, but Schoenfeld's by stratum and age
  std::vector<double> time;       ///< age at which the life ended or was last seen
  IdColumn covariate;             ///< of the coefficient; not for kinds that tell of the life alone
  std::vector<double> residual;   ///< in the units of the kind; NaN for a covariate without a coefficient
  CoxResidualKind kind = CoxResidualKind::martingale;  ///< what is told

  template <class Self, class F>
  static void each_column(Self& self, F&& f) {
    f("row", self.row);
    f("time", self.time);
    if (self.covariate.present() || self.row.empty()) f("covariate", self.covariate);
    f("residual", self.residual);
  }
};

/// How single lives differ from what a proportional hazards model expects of them.
///
/// Residuals of score, Schoenfeld, martingale and deviance are of a life as such; dfbeta and dfbetas are of
/// it with its weight. Of a model with exact ties they are those of Breslow's.
///
/// \param lives    those that the model was made of
/// \param model    as made by cox()
/// \param options  what to tell
/// \returns        one row for each life, and covariate where the kind has one for each
/// \throws InvalidInput  for a model that cox() did not make, and lives that miss its attributes
/// \see Therneau, Grambsch & Fleming (1990), Biometrika 77:147-160; Schoenfeld (1982), Biometrika 69:239-241;
///      Grambsch & Therneau (1994), Biometrika 81:515-526; Cain & Lange (1984), Biometrics 40:493-499
CoxResiduals cox_residuals(const Lifetimes& lives, const CoxModel& model,
                           const CoxResidualOptions& options = {});

}  // namespace fealty::survival

#include <fealty/survival/detail/make_cox_residuals.hpp>
