// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/finding.hpp>
#include <fealty/health/detail/logistic_fit.hpp>
#include <fealty/health/logistic_model.hpp>

#include <Eigen/Core>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace fealty::health::detail {

/// Calls f(key, field) for each plain field of a model that its JSON holds. What follows from others is not
/// among them.
template <class Model, class F>
void each_logistic_field(Model& model, F f) {
  f("examples", model.examples), f("left_out", model.left_out), f("outcomes", model.outcomes);
  f("weight", model.weight), f("log_likelihood", model.log_likelihood);
  f("null_deviance", model.null_deviance);
  f("effective_degrees_of_freedom", model.effective_degrees_of_freedom);
  f("iterations", model.iterations), f("robust", model.robust), f("stabilized", model.stabilized);
  f("penalty", model.penalty), f("standardize", model.standardize), f("confidence", model.confidence);
}

/// Writes numbers; NaN is null.
template <class Numbers>
nlohmann::ordered_json json_of(const Numbers& numbers) {
  nlohmann::ordered_json json = nlohmann::ordered_json::array();
  for (const double each : numbers)
    json.push_back(std::isnan(each) ? nlohmann::ordered_json() : nlohmann::ordered_json(each));
  return json;
}

inline nlohmann::ordered_json json_of(const Finding& finding) {
  nlohmann::ordered_json json;
  json["code"] = finding.code;
  json["severity"] = enum_names(Severity{})[static_cast<std::size_t>(finding.severity)];
  json["message"] = finding.message;
  return json;
}

inline nlohmann::ordered_json json_of(const LogisticModel& model, const LogisticFit& fit) {
  using Json = nlohmann::ordered_json;
  Json json, features = Json::array(), covariance = Json::array(), inner = Json::array(),
             findings = Json::array();
  json["format"] = 1;
  json["model"] = "logistic";
  for (const auto& feature : fit.features) {
    Json one;
    one["name"] = feature.attribute;
    if (!feature.levels.empty()) one["levels"] = feature.levels;
    features.push_back(std::move(one));
  }
  json["features"] = std::move(features);
  json["coef"] = json_of(model.coef);
  json["std_error"] = json_of(model.std_error);
  for (const std::vector<double>& row : model.covariance) covariance.push_back(json_of(row));
  json["covariance"] = std::move(covariance);
  for (Eigen::Index i = 0; i < fit.beta.size(); ++i)
    inner.push_back(json_of(Eigen::VectorXd(fit.covariance.col(i))));
  json["design"] = {{"mean", json_of(fit.mean)},
                    {"scale", json_of(fit.scale)},
                    {"coef", json_of(fit.beta)},
                    {"covariance", std::move(inner)}};
  each_logistic_field(model, [&](const char* key, const auto& field) { json[key] = field; });
  for (const Finding& finding : model.findings) findings.push_back(json_of(finding));
  json["findings"] = std::move(findings);
  return json;
}

}  // namespace fealty::health::detail
