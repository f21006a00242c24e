// SPDX-License-Identifier: MIT
#include <fealty/health/logistic_json.hpp>

#include <fealty/health/predict_logistic.hpp>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

LogisticModel model() {
  return logistic(Examples(logistic_data::snapshots()),
                  {.features = {"usage", "tickets", "plan"},
                   .signs = {CoefficientSign::positive, CoefficientSign::any, CoefficientSign::any},
                   .penalty = .01});
}
/// Whether numbers have the same bits; NaN is NaN.
bool same(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (std::memcmp(&a[i], &b[i], sizeof(double)) != 0 && !(std::isnan(a[i]) && std::isnan(b[i])))
      return false;
  return true;
}
std::string changed(std::string json, const std::string& what, const std::string& into) {
  const std::size_t at = json.find(what);
  REQUIRE(at != std::string::npos);
  return json.replace(at, what.size(), into);
}
void refused(const std::string& json, const std::string& text) {
  CHECK_THROWS_WITH_AS(static_cast<void>(logistic_from_json(json)), ("logistic_from_json: " + text).c_str(),
                       InvalidInput);
}

}  // namespace

TEST_SUITE("health/logistic_json") {
  TEST_CASE("a model comes back with all its bits, and predicts the same") {
    const LogisticModel before = model();
    const LogisticModel after = logistic_from_json(logistic_json(before));
    CHECK(after.covariate == before.covariate);
    CHECK(after.reference == before.reference);
    CHECK(same(after.coef, before.coef));
    CHECK(same(after.std_error, before.std_error));
    CHECK(same(after.odds_ratio, before.odds_ratio));
    CHECK(same(after.p_value, before.p_value));
    CHECK(same(after.lower, before.lower));
    CHECK(same(after.upper, before.upper));
    REQUIRE(after.covariance.size() == before.covariance.size());
    for (std::size_t i = 0; i < after.covariance.size(); ++i)
      CHECK(same(after.covariance[i], before.covariance[i]));
    CHECK(same({after.weight, after.log_likelihood, after.deviance, after.null_deviance, after.penalty,
                after.equivalent_c, after.confidence, after.effective_degrees_of_freedom},
               {before.weight, before.log_likelihood, before.deviance, before.null_deviance, before.penalty,
                before.equivalent_c, before.confidence, before.effective_degrees_of_freedom}));
    CHECK(after.examples == 238);
    CHECK(after.left_out == 2);
    CHECK(after.outcomes == before.outcomes);
    CHECK(after.iterations == before.iterations);
    CHECK(after.standardize == before.standardize);
    CHECK(logistic_data::codes(after.findings) == logistic_data::codes(before.findings));
    CHECK(after.findings[0].message == before.findings[0].message);
    const Frame attributes = logistic_data::snapshots().attributes;
    const auto a = predict_logistic(before, attributes), b = predict_logistic(after, attributes);
    CHECK(same(a.probability, b.probability));
    CHECK(same(a.std_error, b.std_error));
    CHECK(logistic_json(after) == logistic_json(before));
  }
  TEST_CASE("a newer format is refused by its number, also when it has keys that are not known") {
    const std::string json = changed(logistic_json(model()), "\"format\": 1", "\"format\": 2, \"trees\": []");
    refused(json, "format = 2 is newer than 1, the newest that this version reads");
  }
  TEST_CASE("what is no model is refused, and why") {
    const std::string json = logistic_json(model());
    refused("", "json is no JSON at character 1");
    refused("[1]", "json = [1] is not an object");
    refused("{}", "format is missing");
    refused(changed(json, "\"logistic\"", "\"forest\""), "model = \"forest\" is not \"logistic\"");
    refused(changed(json, "\"robust\": false", "\"robust\": false, \"robust\": true"),
            "robust stands there twice");
    refused(changed(json, "\"robust\": false", "\"robust\": NaN"),
            "json is no JSON at character " + std::to_string(json.find("\"robust\": false") + 11));
    refused(changed(json, "\"robust\": false", "\"robust\": 0"), "robust = 0 is not true or false");
    refused(changed(json, "\"robust\": false,", ""), "robust is missing");
    refused(changed(json, "\"robust\"", "\"run\": \"rm\", \"robust\""),
            "run is no key; the keys are format, model, features, coef, std_error, design, covariance, "
            "findings, examples, left_out, outcomes, weight, log_likelihood, null_deviance, "
            "effective_degrees_of_freedom, iterations, robust, stabilized, penalty, standardize, confidence");
    refused(changed(json, "\"confidence\": 0.95", "\"confidence\": 2"), "confidence = 2 is not in (0, 1)");
    refused(changed(json, "\"basic\"", "\"pro\""), "features.levels = pro stands there twice");
    refused(changed(json, "   \"basic\",\n", ""), "design.mean = 4 numbers are not 3");
    refused(std::string(10'000, '[') + std::string(10'000, ']'), "json is nested too deeply for a model");
    refused("{\"format\": 1, \"model\": \"" + std::string(std::size_t{1} << 24, 'x') + "\"}",
            "json = 16777242 characters are more than 16,777,216");
    for (std::size_t length = 0; length < json.size(); length += 7)
      CHECK_THROWS_AS(static_cast<void>(logistic_from_json(json.substr(0, length))), InvalidInput);
  }
  TEST_CASE("a model of somebody else is not written") {
    CHECK_THROWS_WITH_AS(static_cast<void>(logistic_json({})),
                         "logistic_json: model was not made by logistic()", InvalidInput);
  }
}
