// SPDX-License-Identifier: MIT
#include <fealty/survival/parametric.hpp>
#include <fealty/survival/parametric_mean.hpp>
#include <fealty/survival/parametric_quantile.hpp>
#include <fealty/survival/predict_parametric.hpp>

#include <string>
#include <vector>

#include "bind.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "table_argument.hpp"
#include "verdict.hpp"

namespace fealty::python {
namespace {

using namespace fealty::survival;  // NOLINT(google-build-using-namespace): the names are this file's subject

std::string verdict(const ParametricModel& model) {
  return fmt::format("ParametricModel, {} lives of which {} ended, log-likelihood {:.2f}, AIC {:.2f}",
                     model.lives, model.ended, model.log_likelihood, model.aic);
}

void bind_model(const Scope& scope) {
  enumeration<LifetimeDistribution>(scope, "LifetimeDistribution");
  using M = ParametricModel;
  Class<M> model = result<M>(scope, "ParametricModel");
  show_verdict(model, [](const M& found) { return verdict(found); });
  model.property("covariance", &M::covariance)
      .property("scale", &M::scale)
      .property("shape", &M::shape)
      .property("cure", &M::cure)
      .property("lives", &M::lives)
      .property("left_out", &M::left_out)
      .property("ended", &M::ended)
      .property("null_log_likelihood", &M::null_log_likelihood)
      .property("log_likelihood", &M::log_likelihood)
      .property("likelihood_ratio", &M::likelihood_ratio)
      .property("likelihood_ratio_p_value", &M::likelihood_ratio_p_value)
      .property("degrees_of_freedom", &M::degrees_of_freedom)
      .property("aic", &M::aic)
      .property("bic", &M::bic)
      .property("iterations", &M::iterations)
      .property("robust", &M::robust)
      .property("confidence", &M::confidence)
      .property("distribution", &M::distribution)
      .property("findings", &M::findings);
  using O = ParametricOptions;
  function(scope, "parametric", &parametric, {{"lives"}},
           Fields<O>()
               .field("covariates", &O::covariates)
               .field("distribution", &O::distribution)
               .field("breaks", &O::breaks)
               .field("cure", &O::cure)
               .field("cure_covariates", &O::cure_covariates)
               .field("ended_by", &O::ended_by)
               .field("cluster", &O::cluster)
               .field("robust", &O::robust)
               .field("confidence", &O::confidence)
               .field("tolerance", &O::tolerance)
               .field("max_iterations", &O::max_iterations)
               .field("threads", &O::threads));
}

/// A calculator of a model and of lives that it has not seen.
template <class R, class O>
auto of_new_lives(R (*calculate)(const ParametricModel&, const Frame&, const O&)) {
  return [calculate](const ParametricModel& model, const TableArgument& attributes, const O& options) {
    std::vector<std::string> names = model.curve->attributes();
    if (!options.given.empty()) names.push_back(options.given);
    return attributes.read(names, [&](const Frame& frame) { return calculate(model, frame, options); });
  };
}

void bind_predictions(const Scope& scope) {
  const std::vector<Arg> args{{"model"}, {"attributes", py::none()}};
  using P = ParametricPredictionOptions;
  drawn_result<ParametricPrediction>(scope, "ParametricPrediction")
      .property("confidence", &ParametricPrediction::confidence)
      .property("scale", &ParametricPrediction::scale);
  function(scope, "predict_parametric", of_new_lives<ParametricPrediction, P>(&predict_parametric), args,
           Fields<P>()
               .field("ages", &P::ages)
               .field("ahead", &P::ahead)
               .field("given_age", &P::given_age)
               .field("given", &P::given)
               .field("confidence", &P::confidence)
               .field("scale", &P::scale));
  using Q = ParametricQuantileOptions;
  result<ParametricQuantiles>(scope, "ParametricQuantiles")
      .property("confidence", &ParametricQuantiles::confidence);
  function(scope, "parametric_quantile", of_new_lives<ParametricQuantiles, Q>(&parametric_quantile), args,
           Fields<Q>()
               .field("probabilities", &Q::probabilities)
               .field("given_age", &Q::given_age)
               .field("given", &Q::given)
               .field("confidence", &Q::confidence));
  using M = ParametricMeanOptions;
  result<ParametricMeans>(scope, "ParametricMeans")
      .property("confidence", &ParametricMeans::confidence)
      .property("findings", &ParametricMeans::findings);
  function(scope, "parametric_mean", of_new_lives<ParametricMeans, M>(&parametric_mean), args,
           Fields<M>()
               .field("given_age", &M::given_age)
               .field("given", &M::given)
               .field("confidence", &M::confidence));
}

}  // namespace

void bind_parametric(const Scope& scope) {
  bind_model(scope);
  bind_predictions(scope);
}

}  // namespace fealty::python
