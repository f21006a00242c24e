// SPDX-License-Identifier: MIT
#include <fealty/health/discrete_hazard.hpp>
#include <fealty/health/logistic.hpp>
#include <fealty/health/logistic_contributions.hpp>
#include <fealty/health/logistic_json.hpp>
#include <fealty/health/logistic_partial.hpp>
#include <fealty/health/logistic_rounds.hpp>
#include <fealty/health/logistic_task.hpp>
#include <fealty/health/predict_discrete_hazard.hpp>
#include <fealty/health/predict_logistic.hpp>

#include <string>
#include <vector>

#include "bind.hpp"
#include "frames.hpp"
#include "modules.hpp"
#include "results.hpp"
#include "table_argument.hpp"
#include "verdict.hpp"

namespace fealty::python {
namespace {

using namespace fealty::health;  // NOLINT(google-build-using-namespace): the names are this file's subject

/// The features of a model, by which its attributes are read.
template <class Model>
std::vector<std::string> features_of(const Model& model) {
  std::vector<std::string> names;
  if (model.fit)
    for (const auto& feature : model.fit->features) names.push_back(feature.attribute);
  return names;
}
Fields<LogisticOptions> logistic_fields() {
  using O = LogisticOptions;
  return Fields<O>()
      .required("features", &O::features)
      .field("signs", &O::signs)
      .field("penalty", &O::penalty)
      .field("penalty_factors", &O::penalty_factors)
      .field("standardize", &O::standardize)
      .field("robust", &O::robust)
      .field("confidence", &O::confidence)
      .field("tolerance", &O::tolerance)
      .field("max_iterations", &O::max_iterations)
      .field("threads", &O::threads);
}
std::string verdict(const LogisticModel& model) {
  return fmt::format("LogisticModel, {} examples of which {} have the outcome, deviance {:.2f} of {:.2f}",
                     model.examples, model.outcomes, model.deviance, model.null_deviance);
}
void bind_model(const Scope& scope) {
  enumeration<CoefficientSign>(scope, "CoefficientSign");
  Class<LogisticModel> model = result<LogisticModel>(scope, "LogisticModel");
  show_verdict(model, [](const LogisticModel& found) { return verdict(found); });
  model.property("covariance", &LogisticModel::covariance)
      .property("examples", &LogisticModel::examples)
      .property("left_out", &LogisticModel::left_out)
      .property("outcomes", &LogisticModel::outcomes)
      .property("weight", &LogisticModel::weight)
      .property("log_likelihood", &LogisticModel::log_likelihood)
      .property("deviance", &LogisticModel::deviance)
      .property("null_deviance", &LogisticModel::null_deviance)
      .property("effective_degrees_of_freedom", &LogisticModel::effective_degrees_of_freedom)
      .property("iterations", &LogisticModel::iterations)
      .property("robust", &LogisticModel::robust)
      .property("stabilized", &LogisticModel::stabilized)
      .property("penalty", &LogisticModel::penalty)
      .property("standardize", &LogisticModel::standardize)
      .property("equivalent_c", &LogisticModel::equivalent_c)
      .property("confidence", &LogisticModel::confidence)
      .property("findings", &LogisticModel::findings);
  function(scope, "logistic", &logistic, {{"examples"}}, logistic_fields());
  function(scope, "logistic_json", &logistic_json, {{"model"}});
  function(scope, "logistic_from_json", &logistic_from_json, {{"json"}});
}
void bind_predictions(const Scope& scope) {
  result<LogisticPrediction>(scope, "LogisticPrediction")
      .property("confidence", &LogisticPrediction::confidence)
      .property("findings", &LogisticPrediction::findings);
  using O = LogisticPredictionOptions;
  const auto predict = [](const LogisticModel& model, const TableArgument& attributes, const O& options) {
    return attributes.read(features_of(model),
                           [&](const Frame& frame) { return predict_logistic(model, frame, options); });
  };
  function(scope, "predict_logistic", predict, {{"model"}, {"attributes"}},
           Fields<O>().field("confidence", &O::confidence));
  result<LogisticContributions>(scope, "LogisticContributions")
      .property("findings", &LogisticContributions::findings);
  const auto contributions = [](const LogisticModel& model, const TableArgument& attributes) {
    return attributes.read(features_of(model),
                           [&](const Frame& frame) { return logistic_contributions(model, frame); });
  };
  function(scope, "logistic_contributions", contributions, {{"model"}, {"attributes"}});
}

std::string name_of(LogisticRound round) {
  return std::string(enum_names(LogisticRound{})[static_cast<std::size_t>(round)]);
}
void bind_rounds(const Scope& scope) {
  enumeration<LogisticRound>(scope, "LogisticRound");
  Class<LogisticTask>(scope, "LogisticTask")
      .method("serialize", &LogisticTask::serialize, {})
      .static_method("deserialize", &LogisticTask::deserialize, {{"bytes"}})
      .property("number", &LogisticTask::number)
      .property("round", &LogisticTask::round)
      .shown_as([](const LogisticTask& task) {
        return fmt::format("LogisticTask: round {}, {}", task.number(), name_of(task.round()));
      });
  Class<LogisticPartial>(scope, "LogisticPartial")
      .init([](const LogisticTask& task) { return LogisticPartial(task); }, {{"task"}})
      .method("update", &LogisticPartial::update, {{"examples"}})
      .method("merge", &LogisticPartial::merge, {{"other"}})
      .method("serialize", &LogisticPartial::serialize, {})
      .static_method("deserialize", &LogisticPartial::deserialize, {{"bytes"}})
      .size(&LogisticPartial::size)
      .property("number", &LogisticPartial::number)
      .property("left_out", &LogisticPartial::left_out)
      .shown_as([](const LogisticPartial& part) {
        return fmt::format("LogisticPartial: round {}, {} examples", part.number(), part.size());
      });
  Class<LogisticRounds>(scope, "LogisticRounds")
      .init([](const LogisticOptions& options) { return LogisticRounds(options); }, {}, logistic_fields())
      .method("advance", &LogisticRounds::advance, {{"all"}})
      .property("task", &LogisticRounds::task)
      .property("done", &LogisticRounds::done)
      .property("model", &LogisticRounds::model)
      .shown_as([](const LogisticRounds& rounds) {
        return rounds.done() ? std::string("LogisticRounds: done")
                             : fmt::format("LogisticRounds: round {}, {}", rounds.task().number(),
                                           name_of(rounds.task().round()));
      });
}

std::string verdict(const DiscreteHazardModel& model) {
  return fmt::format("DiscreteHazardModel, {} lives of which {} ended in {} person-periods, deviance {:.2f}",
                     model.lives, model.ended, model.person_periods, model.deviance);
}
void bind_discrete_hazard(const Scope& scope) {
  enumeration<HazardLink>(scope, "HazardLink");
  enumeration<HazardBaseline>(scope, "HazardBaseline");
  using M = DiscreteHazardModel;
  Class<M> model = result<M>(scope, "DiscreteHazardModel");
  show_verdict(model, [](const M& found) { return verdict(found); });
  model.property("lives", &M::lives)
      .property("left_out", &M::left_out)
      .property("ended", &M::ended)
      .property("person_periods", &M::person_periods)
      .property("periods", &M::periods)
      .property("log_likelihood", &M::log_likelihood)
      .property("deviance", &M::deviance)
      .property("iterations", &M::iterations)
      .property("stabilized", &M::stabilized)
      .property("link", &M::link)
      .property("baseline", &M::baseline)
      .property("penalty", &M::penalty)
      .property("standardize", &M::standardize)
      .property("confidence", &M::confidence)
      .property("findings", &M::findings);
  using O = DiscreteHazardOptions;
  function(scope, "discrete_hazard", &discrete_hazard, {{"lives"}},
           Fields<O>()
               .field("features", &O::features)
               .field("link", &O::link)
               .field("baseline", &O::baseline)
               .field("degree", &O::degree)
               .field("penalty", &O::penalty)
               .field("penalty_factors", &O::penalty_factors)
               .field("standardize", &O::standardize)
               .field("confidence", &O::confidence)
               .field("tolerance", &O::tolerance)
               .field("max_iterations", &O::max_iterations)
               .field("threads", &O::threads));
  result<HazardPrediction>(scope, "HazardPrediction")
      .property("confidence", &HazardPrediction::confidence)
      .property("findings", &HazardPrediction::findings);
  using P = HazardPredictionOptions;
  const auto predict = [](const M& from, const TableArgument& attributes, const P& options) {
    std::vector<std::string> names = features_of(from);
    if (!options.given.empty()) names.push_back(options.given);
    return attributes.read(names,
                           [&](const Frame& frame) { return predict_discrete_hazard(from, frame, options); });
  };
  function(scope, "predict_discrete_hazard", predict, {{"model"}, {"attributes"}},
           Fields<P>()
               .field("ahead", &P::ahead)
               .field("given_age", &P::given_age)
               .field("given", &P::given)
               .field("confidence", &P::confidence));
}

}  // namespace

void bind_logistic(const Scope& scope) {
  bind_model(scope);
  bind_predictions(scope);
  bind_rounds(scope);
  bind_discrete_hazard(scope);
}

}  // namespace fealty::python
