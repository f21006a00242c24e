// SPDX-License-Identifier: MIT
#include <fealty/survival/baseline_hazard.hpp>
#include <fealty/survival/cox.hpp>
#include <fealty/survival/cox_path.hpp>
#include <fealty/survival/cox_residuals.hpp>
#include <fealty/survival/cox_risk.hpp>
#include <fealty/survival/fine_gray.hpp>
#include <fealty/survival/predict_cox.hpp>
#include <fealty/survival/predict_fine_gray.hpp>
#include <fealty/survival/proportional_hazards_test.hpp>

#include <string>
#include <vector>

#include "bind.hpp"
#include "cox_fields.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "table_argument.hpp"
#include "verdict.hpp"

namespace fealty::python {
namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

std::string verdict(const CoxModel& model) {
  const bool penalized = model.penalty > 0;
  const std::string degrees = penalized ? fmt::format("{:.2f}", model.effective_degrees_of_freedom)
                                        : fmt::format("{}", model.degrees_of_freedom);
  return fmt::format(
      "CoxModel, {} lives of which {} ended, likelihood ratio {:.2f} on {} degree{} of freedom, p = {:.4g}",
      model.lives, model.ended, model.likelihood_ratio, degrees,
      model.degrees_of_freedom == 1 && !penalized ? "" : "s", model.likelihood_ratio_p_value);
}
void bind_model(const Scope& scope) {
  enumeration<CoxTies>(scope, "CoxTies");
  Class<CoxModel> model = drawn_result<CoxModel>(scope, "CoxModel");
  show_verdict(model, [](const CoxModel& found) { return verdict(found); });
  model.property("covariance", &CoxModel::covariance)
      .property("lives", &CoxModel::lives)
      .property("left_out", &CoxModel::left_out)
      .property("ended", &CoxModel::ended)
      .property("null_log_likelihood", &CoxModel::null_log_likelihood)
      .property("log_likelihood", &CoxModel::log_likelihood)
      .property("degrees_of_freedom", &CoxModel::degrees_of_freedom)
      .property("effective_degrees_of_freedom", &CoxModel::effective_degrees_of_freedom)
      .property("likelihood_ratio", &CoxModel::likelihood_ratio)
      .property("likelihood_ratio_p_value", &CoxModel::likelihood_ratio_p_value)
      .property("wald", &CoxModel::wald)
      .property("wald_p_value", &CoxModel::wald_p_value)
      .property("score", &CoxModel::score)
      .property("score_p_value", &CoxModel::score_p_value)
      .property("iterations", &CoxModel::iterations)
      .property("robust", &CoxModel::robust)
      .property("ties", &CoxModel::ties)
      .property("penalty", &CoxModel::penalty)
      .property("standardize", &CoxModel::standardize)
      .property("confidence", &CoxModel::confidence)
      .property("findings", &CoxModel::findings);
  function(scope, "cox", &cox, {{"lives"}}, cox_fields());
}

void bind_path(const Scope& scope) {
  drawn_result<CoxPath>(scope, "CoxPath")
      .property("lives", &CoxPath::lives)
      .property("left_out", &CoxPath::left_out)
      .property("ended", &CoxPath::ended)
      .property("null_log_likelihood", &CoxPath::null_log_likelihood)
      .property("l1_ratio", &CoxPath::l1_ratio)
      .property("standardize", &CoxPath::standardize)
      .property("ties", &CoxPath::ties)
      .property("findings", &CoxPath::findings);
  using O = CoxPathOptions;
  function(scope, "cox_path", &cox_path, {{"lives"}},
           Fields<O>()
               .required("covariates", &O::covariates)
               .field("strata", &O::strata)
               .field("offset", &O::offset)
               .field("ties", &O::ties)
               .field("l1_ratio", &O::l1_ratio)
               .field("penalties", &O::penalties)
               .field("count", &O::count)
               .field("ratio", &O::ratio)
               .field("penalty_factors", &O::penalty_factors)
               .field("standardize", &O::standardize)
               .field("tolerance", &O::tolerance)
               .field("max_iterations", &O::max_iterations)
               .field("threads", &O::threads));
}

void bind_baseline_hazard(const Scope& scope) {
  drawn_result<BaselineHazard>(scope, "BaselineHazard");
  using O = BaselineHazardOptions;
  function(scope, "baseline_hazard", &baseline_hazard, {{"model"}},
           Fields<O>().field("centered", &O::centered));
}

void bind_predict_cox(const Scope& scope) {
  drawn_result<CoxPrediction>(scope, "CoxPrediction")
      .property("confidence", &CoxPrediction::confidence)
      .property("scale", &CoxPrediction::scale);
  using O = CoxPredictionOptions;
  const auto predict = [](const CoxModel& model, const TableArgument& attributes, const O& options) {
    std::vector<std::string> names = model.baseline->attributes();
    if (!options.given.empty()) names.push_back(options.given);
    return attributes.read(names, [&](const Frame& frame) { return predict_cox(model, frame, options); });
  };
  function(scope, "predict_cox", predict, {{"model"}, {"attributes"}},
           Fields<O>()
               .field("ages", &O::ages)
               .field("ahead", &O::ahead)
               .field("given_age", &O::given_age)
               .field("given", &O::given)
               .field("confidence", &O::confidence)
               .field("scale", &O::scale));
}

void bind_cox_risk(const Scope& scope) {
  result<CoxRisk>(scope, "CoxRisk").property("confidence", &CoxRisk::confidence);
  using O = CoxRiskOptions;
  const auto risk = [](const CoxModel& model, const TableArgument& attributes, const O& options) {
    return attributes.read(model.baseline->attributes(),
                           [&](const Frame& frame) { return cox_risk(model, frame, options); });
  };
  function(scope, "cox_risk", risk, {{"model"}, {"attributes"}},
           Fields<O>().field("confidence", &O::confidence));
}

void bind_diagnostics(const Scope& scope) {
  enumeration<CoxResidualKind>(scope, "CoxResidualKind");
  drawn_result<CoxResiduals>(scope, "CoxResiduals").property("kind", &CoxResiduals::kind);
  using R = CoxResidualOptions;
  function(scope, "cox_residuals", &cox_residuals, {{"lives"}, {"model"}},
           Fields<R>().field("kind", &R::kind).field("threads", &R::threads));
  enumeration<AgeTransform>(scope, "AgeTransform");
  result<ProportionalHazardsTest>(scope, "ProportionalHazardsTest")
      .property("transform", &ProportionalHazardsTest::transform);
  using T = ProportionalHazardsTestOptions;
  function(scope, "proportional_hazards_test", &proportional_hazards_test, {{"lives"}, {"model"}},
           Fields<T>().field("transform", &T::transform).field("threads", &T::threads));
}

std::string verdict(const FineGrayModel& model) {
  return fmt::format(
      "FineGrayModel, {} lives of which {} ended by {} and {} by other causes, Wald {:.2f} on {} degree{} of "
      "freedom, p = {:.4g}",
      model.lives, model.ended, model.cause, model.competing, model.wald, model.degrees_of_freedom,
      model.degrees_of_freedom == 1 ? "" : "s", model.wald_p_value);
}
void bind_fine_gray(const Scope& scope) {
  enumeration<WatchingChance>(scope, "WatchingChance");
  Class<FineGrayModel> model = drawn_result<FineGrayModel>(scope, "FineGrayModel");
  show_verdict(model, [](const FineGrayModel& found) { return verdict(found); });
  model.property("covariance", &FineGrayModel::covariance)
      .property("cause", &FineGrayModel::cause)
      .property("lives", &FineGrayModel::lives)
      .property("left_out", &FineGrayModel::left_out)
      .property("ended", &FineGrayModel::ended)
      .property("competing", &FineGrayModel::competing)
      .property("null_log_likelihood", &FineGrayModel::null_log_likelihood)
      .property("log_likelihood", &FineGrayModel::log_likelihood)
      .property("degrees_of_freedom", &FineGrayModel::degrees_of_freedom)
      .property("likelihood_ratio", &FineGrayModel::likelihood_ratio)
      .property("likelihood_ratio_p_value", &FineGrayModel::likelihood_ratio_p_value)
      .property("wald", &FineGrayModel::wald)
      .property("wald_p_value", &FineGrayModel::wald_p_value)
      .property("score", &FineGrayModel::score)
      .property("score_p_value", &FineGrayModel::score_p_value)
      .property("iterations", &FineGrayModel::iterations)
      .property("ties", &FineGrayModel::ties)
      .property("chances", &FineGrayModel::chances)
      .property("confidence", &FineGrayModel::confidence)
      .property("findings", &FineGrayModel::findings);
  using O = FineGrayOptions;
  function(scope, "fine_gray", &fine_gray, {{"lives"}},
           Fields<O>()
               .required("cause", &O::cause)
               .required("covariates", &O::covariates)
               .field("strata", &O::strata)
               .field("cluster", &O::cluster)
               .field("ties", &O::ties)
               .field("chances", &O::chances)
               .field("confidence", &O::confidence)
               .field("tolerance", &O::tolerance)
               .field("max_iterations", &O::max_iterations)
               .field("threads", &O::threads));
}

void bind_predict_fine_gray(const Scope& scope) {
  drawn_result<FineGrayPrediction>(scope, "FineGrayPrediction")
      .property("cause", &FineGrayPrediction::cause)
      .property("confidence", &FineGrayPrediction::confidence)
      .property("scale", &FineGrayPrediction::scale);
  using O = FineGrayPredictionOptions;
  const auto predict = [](const FineGrayModel& model, const TableArgument& attributes, const O& options) {
    return attributes.read(model.baseline->attributes(),
                           [&](const Frame& frame) { return predict_fine_gray(model, frame, options); });
  };
  function(scope, "predict_fine_gray", predict, {{"model"}, {"attributes"}},
           Fields<O>().field("ages", &O::ages).field("confidence", &O::confidence).field("scale", &O::scale));
}

}  // namespace

void bind_cox(const Scope& scope) {
  bind_model(scope);
  bind_path(scope);
  bind_baseline_hazard(scope);
  bind_predict_cox(scope);
  bind_cox_risk(scope);
  bind_diagnostics(scope);
  bind_fine_gray(scope);
  bind_predict_fine_gray(scope);
}

}  // namespace fealty::python
