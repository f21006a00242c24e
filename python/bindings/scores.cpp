// SPDX-License-Identifier: MIT
#include <fealty/survival/brier.hpp>
#include <fealty/survival/concordance.hpp>
#include <fealty/survival/survival_calibration.hpp>
#include <fealty/survival/time_dependent_auc.hpp>

#include "bind.hpp"
#include "modules.hpp"
#include "results.hpp"

namespace fealty::python {
namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

void bind_concordance(const Scope& scope) {
  enumeration<PairWeight>(scope, "PairWeight");
  result<Concordance>(scope, "Concordance")
      .property("lives", &Concordance::lives)
      .property("left_out", &Concordance::left_out)
      .property("confidence", &Concordance::confidence);
  using O = ConcordanceOptions;
  function(scope, "concordance", &concordance, {{"lives"}},
           Fields<O>()
               .required("score", &O::score)
               .field("strata", &O::strata)
               .field("cluster", &O::cluster)
               .field("pair_weight", &O::pair_weight)
               .field("horizon", &O::horizon)
               .field("higher_ends_earlier", &O::higher_ends_earlier)
               .field("confidence", &O::confidence));
}

void bind_brier(const Scope& scope) {
  enumeration<CensoringLimit>(scope, "CensoringLimit");
  result<BrierScore>(scope, "BrierScore")
      .property("integrated_brier", &BrierScore::integrated_brier)
      .property("integrated_std_error", &BrierScore::integrated_std_error)
      .property("integrated_null_brier", &BrierScore::integrated_null_brier)
      .property("integrated_r_squared", &BrierScore::integrated_r_squared)
      .property("lives", &BrierScore::lives)
      .property("left_out", &BrierScore::left_out)
      .property("censoring", &BrierScore::censoring)
      .property("confidence", &BrierScore::confidence)
      .property("findings", &BrierScore::findings);
  using O = BrierOptions;
  function(scope, "brier", &brier, {{"lives"}},
           Fields<O>()
               .required("ages", &O::ages)
               .required("survival", &O::survival)
               .field("censoring", &O::censoring)
               .field("cluster", &O::cluster)
               .field("confidence", &O::confidence));
}

void bind_time_dependent_auc(const Scope& scope) {
  result<TimeDependentAuc>(scope, "TimeDependentAuc")
      .property("mean_auc", &TimeDependentAuc::mean_auc)
      .property("mean_std_error", &TimeDependentAuc::mean_std_error)
      .property("lives", &TimeDependentAuc::lives)
      .property("left_out", &TimeDependentAuc::left_out)
      .property("censoring", &TimeDependentAuc::censoring)
      .property("confidence", &TimeDependentAuc::confidence)
      .property("findings", &TimeDependentAuc::findings);
  using O = TimeDependentAucOptions;
  function(scope, "time_dependent_auc", &time_dependent_auc, {{"lives"}},
           Fields<O>()
               .required("ages", &O::ages)
               .field("score", &O::score)
               .field("scores", &O::scores)
               .field("higher_ends_earlier", &O::higher_ends_earlier)
               .field("censoring", &O::censoring)
               .field("cluster", &O::cluster)
               .field("confidence", &O::confidence));
}

void bind_survival_calibration(const Scope& scope) {
  result<SurvivalCalibration>(scope, "SurvivalCalibration")
      .property("age", &SurvivalCalibration::age)
      .property("mean_predicted", &SurvivalCalibration::mean_predicted)
      .property("mean_observed", &SurvivalCalibration::mean_observed)
      .property("expected_ended", &SurvivalCalibration::expected_ended)
      .property("observed_ended", &SurvivalCalibration::observed_ended)
      .property("ended_ratio", &SurvivalCalibration::ended_ratio)
      .property("ended_ratio_lower", &SurvivalCalibration::ended_ratio_lower)
      .property("ended_ratio_upper", &SurvivalCalibration::ended_ratio_upper)
      .property("left_out", &SurvivalCalibration::left_out)
      .property("confidence", &SurvivalCalibration::confidence)
      .property("scale", &SurvivalCalibration::scale)
      .property("findings", &SurvivalCalibration::findings);
  using O = SurvivalCalibrationOptions;
  function(scope, "survival_calibration", &survival_calibration, {{"lives"}},
           Fields<O>()
               .required("age", &O::age)
               .required("survival", &O::survival)
               .field("bins", &O::bins)
               .field("cluster", &O::cluster)
               .field("confidence", &O::confidence)
               .field("scale", &O::scale));
}

}  // namespace

void bind_scores(const Scope& scope) {
  bind_concordance(scope);
  bind_brier(scope);
  bind_time_dependent_auc(scope);
  bind_survival_calibration(scope);
}

}  // namespace fealty::python
