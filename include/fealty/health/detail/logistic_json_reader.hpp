// SPDX-License-Identifier: MIT
#pragma once

#include <fealty/core/detail/json_text.hpp>
#include <fealty/core/finding.hpp>
#include <fealty/health/detail/feature_rows.hpp>
#include <fealty/health/detail/logistic_fit.hpp>
#include <fealty/health/detail/logistic_json_writer.hpp>
#include <fealty/health/detail/logistic_report.hpp>
#include <fealty/health/logistic_model.hpp>

#include <Eigen/Core>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fealty::health::detail {

/// Reads a model's JSON, and says what is wrong with it.
class LogisticJsonReader {
 public:
  explicit LogisticJsonReader(std::string_view text)
      : json_(reader_.parse(text, {.characters = std::size_t{1} << 24, .depth = 8})) {
    check_format();
    std::vector<std::string> keys{"format",    "model",  "features",   "coef",
                                  "std_error", "design", "covariance", "findings"};
    each_logistic_field(model_, [&](const char* key, const auto&) { keys.emplace_back(key); });
    reader_.check_keys(json_, "", keys);
    for (const std::string& key : keys) static_cast<void>(at(json_, "", key));
    read_features();
    read_design();
    model_.coef = numbers(json_["coef"], "coef", columns_ + 1, true);
    model_.std_error = numbers(json_["std_error"], "std_error", columns_ + 1, true);
    model_.covariance = square(json_["covariance"], "covariance", true);
    each_logistic_field(model_, [&](const char* key, auto& field) { reader_.take(json_[key], key, field); });
    for (const Json& each : list(json_["findings"], "findings")) read_finding(each);
    check_fields();
    follow();
  }
  LogisticModel take() { return std::move(model_); }

 private:
  using Json = nlohmann::json;

  void check_format() const {
    std::int64_t format = 0;
    reader_.take(at(json_, "", "format"), "format", format);
    if (format > 1)
      reader_.refuse("format", fmt::format("{}", format),
                     "is newer than 1, the newest that this version reads");
    if (format < 1) reader_.refuse("format", fmt::format("{}", format), "is less than 1");
    if (at(json_, "", "model") != Json("logistic"))
      reader_.refuse("model", json_["model"].dump(), "is not \"logistic\"");
  }
  const Json& at(const Json& object, const std::string& prefix, const std::string& key) const {
    if (!object.contains(key)) reader_.refuse(prefix + key, "", "is missing");
    return object[key];
  }
  const Json& list(const Json& json, const std::string& what) const {
    if (!json.is_array()) reader_.refuse(what, json.dump(), "is not a list");
    return json;
  }
  /// \param may_lack  whether null is NaN, or refused
  std::vector<double> numbers(const Json& json, const std::string& what, std::size_t count,
                              bool may_lack = false) const {
    if (list(json, what).size() != count)
      reader_.refuse(what, fmt::format("{} numbers", json.size()), fmt::format("are not {}", count));
    std::vector<double> found;
    for (const Json& each : json) {
      double value = std::numeric_limits<double>::quiet_NaN();
      if (!(each.is_null() && may_lack)) reader_.take(each, what, value);
      found.push_back(value);
    }
    return found;
  }
  std::vector<std::vector<double>> square(const Json& json, const std::string& what, bool may_lack) const {
    if (list(json, what).size() != columns_ + 1)
      reader_.refuse(what, fmt::format("{} rows", json.size()), fmt::format("are not {}", columns_ + 1));
    std::vector<std::vector<double>> found;
    for (const Json& row : json) found.push_back(numbers(row, what, columns_ + 1, may_lack));
    return found;
  }
  static Eigen::VectorXd vector(const std::vector<double>& values) {
    return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Eigen::Index>(values.size()));
  }

  void read_features() {
    for (const Json& each : list(json_["features"], "features")) {
      if (!each.is_object()) reader_.refuse("features", each.dump(), "is not an object");
      reader_.check_keys(each, "features.", {"name", "levels"});
      CovariateLevels feature;
      reader_.take(at(each, "features.", "name"), "features.name", feature.attribute);
      if (each.contains("levels")) read_levels(each["levels"], feature);
      columns_ += static_cast<std::size_t>(column_count(feature));
      fit_.features.push_back(std::move(feature));
    }
    if (fit_.features.empty()) reader_.refuse("features", "0", "were given; a model needs one");
  }
  void read_levels(const Json& json, CovariateLevels& feature) const {
    std::set<std::string> seen;
    for (const Json& each : list(json, "features.levels")) {
      std::string level;
      reader_.take(each, "features.levels", level);
      if (!seen.insert(level).second) reader_.refuse("features.levels", level, "stands there twice");
      feature.levels.push_back(std::move(level));
    }
    if (seen.empty()) reader_.refuse("features.levels", "0", "were given; texts have one at least");
  }
  void read_design() {
    const Json& design = json_["design"];
    if (!design.is_object()) reader_.refuse("design", design.dump(), "is not an object");
    reader_.check_keys(design, "design.", {"mean", "scale", "coef", "covariance"});
    fit_.mean = vector(numbers(at(design, "design.", "mean"), "design.mean", columns_));
    fit_.scale = vector(numbers(at(design, "design.", "scale"), "design.scale", columns_));
    fit_.beta = vector(numbers(at(design, "design.", "coef"), "design.coef", columns_ + 1));
    const auto rows = square(at(design, "design.", "covariance"), "design.covariance", false);
    fit_.covariance.resize(fit_.beta.size(), fit_.beta.size());
    for (Eigen::Index i = 0; i < fit_.beta.size(); ++i)
      fit_.covariance.col(i) = vector(rows[static_cast<std::size_t>(i)]);
    if (!(fit_.scale.array() >= 0).all()) reader_.refuse("design.scale", "", "has a number below 0");
  }
  void read_finding(const Json& json) {
    if (!json.is_object()) reader_.refuse("findings", json.dump(), "is not an object");
    reader_.check_keys(json, "findings.", {"code", "severity", "message"});
    Finding finding{};
    reader_.take(at(json, "findings.", "code"), "findings.code", finding.code);
    reader_.take(at(json, "findings.", "severity"), "findings.severity", finding.severity);
    reader_.take(at(json, "findings.", "message"), "findings.message", finding.message);
    model_.findings.push_back(std::move(finding));
  }
  void check_fields() const {
    if (!(model_.confidence > 0 && model_.confidence < 1))
      reader_.refuse("confidence", fmt::format("{}", model_.confidence), "is not in (0, 1)");
    if (!(model_.penalty >= 0))
      reader_.refuse("penalty", fmt::format("{}", model_.penalty), "is not a number >= 0");
    if (!(model_.weight > 0))
      reader_.refuse("weight", fmt::format("{}", model_.weight), "is not a number > 0");
  }
  /// What follows from what was read.
  void follow() {
    model_.covariate.emplace_back("(intercept)");
    model_.reference.emplace_back();
    for (const CovariateLevels& feature : fit_.features) {
      const std::vector<std::string>& levels = feature.levels;
      if (levels.size() < 2) {
        model_.covariate.push_back(feature.attribute);
        model_.reference.push_back(levels.empty() ? "" : levels[0]);
      }
      for (std::size_t i = 1; i < levels.size(); ++i) {
        model_.covariate.push_back(feature.attribute + "=" + levels[i]);
        model_.reference.push_back(levels[0]);
      }
    }
    model_.deviance = -2 * model_.log_likelihood;
    model_.equivalent_c = equivalent_c(model_.penalty, model_.weight);
    add_tests(model_, model_.odds_ratio);
    model_.fit = std::make_shared<const LogisticFit>(std::move(fit_));
  }

  fealty::detail::JsonReader reader_{"logistic_from_json", "a model"};
  Json json_;
  std::size_t columns_ = 0;  // of the design
  LogisticModel model_;
  LogisticFit fit_;
};

}  // namespace fealty::health::detail
