// SPDX-License-Identifier: MIT
#include <fealty/health/predict_logistic.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

LogisticModel model() {
  return logistic(Examples(logistic_data::snapshots()), {.features = {"usage", "tickets", "plan"}});
}
Frame rows(std::vector<double> usage, std::vector<double> tickets, const std::vector<std::string>& plan) {
  Frame attributes;
  attributes.add("usage", Column<double>(std::move(usage)));
  attributes.add("tickets", Column<double>(std::move(tickets)));
  attributes.add("plan", IdColumn(plan));
  return attributes;
}
void check(const std::vector<double>& found, const std::vector<double>& expected) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(found[i] == doctest::Approx(expected[i]).epsilon(1e-11));
}

}  // namespace

TEST_SUITE("health/predict_logistic") {
  TEST_CASE("predictions agree with R's glm") {
    const auto found = predict_logistic(model(), rows({5, 2, 9}, {1, 4, 0}, {"basic", "pro", "team"}));
    check(found.linear_predictor, {-0.7584253193799, 0.7709442543983, -4.5797858259679});
    check(found.std_error, {0.2829005410341, 0.4819627390549, 0.6915553438057});
    check(found.probability, {0.318988244006125, 0.683725119519228, 0.010152953081506});
    check(found.lower, {0.212001941894231, 0.456687488896039, 0.002637693096066});
    CHECK(found.row == std::vector<std::int64_t>{0, 1, 2});
    CHECK(found.findings.empty());
    const auto narrow = predict_logistic(model(), rows({5}, {1}, {"basic"}), {.confidence = .5});
    CHECK(narrow.lower[0] > found.lower[0]);
    CHECK(narrow.upper[0] < found.upper[0]);
  }
  TEST_CASE("over the rows of the model, probabilities add up to the outcomes") {
    const auto columns = logistic_data::random_rows(9, 5000, 3);
    const Examples examples(columns);
    const auto fitted = logistic(examples, {.features = logistic_data::random_names(3)});
    const auto found = predict_logistic(fitted, columns.attributes);
    double sum = 0;
    for (const double each : found.probability) sum += each;
    CHECK(sum == doctest::Approx(static_cast<double>(examples.outcomes())).epsilon(1e-12));
  }
  TEST_CASE("missing features and unknown levels have no probability, and stand in findings") {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const auto found = predict_logistic(
        model(), rows({5, nothing, 9, 1}, {1, 4, nothing, 2}, {"basic", "pro", "gold", "silver"}));
    CHECK_FALSE(std::isnan(found.probability[0]));
    for (std::size_t i = 1; i < 4; ++i) CHECK(std::isnan(found.probability[i]));
    REQUIRE(found.findings.size() == 3);
    CHECK(found.findings[0].message == "predict_logistic: usage is missing");
    CHECK(found.findings[0].rows == std::vector<std::int64_t>{1});
    CHECK(found.findings[1].message == "predict_logistic: tickets is missing");
    CHECK(found.findings[2].code == "unknown_level");
    CHECK(found.findings[2].message ==
          "predict_logistic: plan = gold is no level of the model, which has basic, pro, team");
    CHECK(found.findings[2].rows == std::vector<std::int64_t>{2, 3});
  }
  TEST_CASE("far out, probabilities stay within 0 and 1") {
    const auto found = predict_logistic(model(), rows({-1e4, 1e4}, {0, 0}, {"basic", "basic"}));
    CHECK(found.probability[0] == 1);
    CHECK(found.probability[1] == 0);
    CHECK(found.lower[0] >= 0);
    CHECK(found.upper[1] <= 1);
  }
  TEST_CASE("no rows have no predictions") {
    CHECK(predict_logistic(model(), rows({}, {}, {})).probability.empty());
  }
  TEST_CASE("unusable attributes are refused by name") {
    const auto refused = [](const LogisticModel& from, const Frame& attributes, const char* text) {
      CHECK_THROWS_WITH_AS(predict_logistic(from, attributes), text, InvalidInput);
    };
    refused({}, rows({1}, {1}, {"pro"}), "predict_logistic: model was not made by logistic()");
    Frame few;
    few.add("usage", Column<double>({1}));
    refused(model(), few,
            "predict_logistic: attributes have no \"tickets\", a feature of the model; there are usage");
    refused(model(), rows({std::numeric_limits<double>::infinity()}, {1}, {"pro"}),
            "predict_logistic: usage[0] = inf is not a finite number");
    Frame numbers;
    numbers.add("usage", Column<double>({1}));
    numbers.add("tickets", Column<double>({1}));
    numbers.add("plan", Column<double>({1}));
    refused(model(), numbers, "predict_logistic: plan holds no texts, but did in the examples of the model");
    CHECK_THROWS_WITH_AS(predict_logistic(model(), rows({1}, {1}, {"pro"}), {.confidence = 0}),
                         "predict_logistic: confidence = 0 is not in (0, 1)", InvalidInput);
  }
}
