// SPDX-License-Identifier: MIT
#include <fealty/health/logistic_rounds.hpp>

#include <fealty/core/detail/select_rows.hpp>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "logistic_data.hpp"

using namespace fealty;          // NOLINT(google-build-using-namespace)
using namespace fealty::health;  // NOLINT(google-build-using-namespace)

namespace {

/// The examples in parts, of which some may be empty.
std::vector<Examples> parts(const ExampleColumns& columns, std::size_t count) {
  std::vector<Examples> found;
  for (std::size_t part = 0; part < count; ++part) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < columns.outcome.size(); ++row)
      if ((row * row + row / 7) % (count + 1) == part ||
          (part == 0 && (row * row + row / 7) % (count + 1) == count))
        rows.push_back(row);
    using fealty::detail::select_rows;
    found.emplace_back(ExampleColumns{.outcome = select_rows(columns.outcome, rows),
                                      .attributes = select_rows(columns.attributes, &rows),
                                      .account = select_rows(columns.account, rows),
                                      .weight = select_rows(columns.weight, rows)});
  }
  return found;
}
/// Fits a model to parts, whose tasks and states travel as bytes.
LogisticModel fit(const std::vector<Examples>& parts, const LogisticOptions& options) {
  LogisticRounds rounds(options);
  while (!rounds.done()) {
    const std::vector<std::uint8_t> task = rounds.task().serialize();
    LogisticPartial all;
    for (std::size_t i = parts.size(); i-- > 0;) {
      LogisticPartial part(LogisticTask::deserialize(task));
      part.update(parts[i]);
      all.merge(LogisticPartial::deserialize(part.serialize()));
    }
    rounds.advance(all);
    REQUIRE(rounds.task().number() < 100);
  }
  return rounds.model();
}
void check(const std::vector<double>& found, const std::vector<double>& expected, double epsilon = 1e-12) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (std::isnan(expected[i])) CHECK(std::isnan(found[i]));
    else CHECK(found[i] == doctest::Approx(expected[i]).epsilon(epsilon));
  }
}
void check(const LogisticModel& found, const LogisticModel& expected) {
  CHECK(found.covariate == expected.covariate);
  CHECK(found.reference == expected.reference);
  check(found.coef, expected.coef);
  check(found.std_error, expected.std_error);
  check({found.log_likelihood, found.null_deviance, found.weight, found.effective_degrees_of_freedom},
        {expected.log_likelihood, expected.null_deviance, expected.weight,
         expected.effective_degrees_of_freedom});
  CHECK(found.examples == expected.examples);
  CHECK(found.left_out == expected.left_out);
  CHECK(found.outcomes == expected.outcomes);
  CHECK(found.robust == expected.robust);
  CHECK(found.stabilized == expected.stabilized);
  REQUIRE(found.findings.size() == expected.findings.size());
  for (std::size_t i = 0; i < found.findings.size(); ++i)
    CHECK(found.findings[i].message == expected.findings[i].message);
}

}  // namespace

TEST_SUITE("health/logistic_rounds") {
  TEST_CASE("over partitions the model is that of all examples, whatever the settings") {
    auto columns = logistic_data::snapshots();
    const std::vector<std::string> features{"usage", "tickets", "plan"};
    const auto both = [&](const LogisticOptions& options) {
      for (const std::size_t count : {1U, 2U, 5U, 9U})
        check(fit(parts(columns, count), options), logistic(Examples(columns), options));
    };
    both({.features = features});
    both({.features = features, .penalty = .05, .penalty_factors = {1, 0, 2}});
    both({.features = features,
          .signs = {CoefficientSign::positive, CoefficientSign::any, CoefficientSign::negative},
          .penalty = .01,
          .standardize = false});
    both({.features = features, .robust = true});
    columns.account = logistic_data::snapshot_accounts();
    columns.weight = logistic_data::snapshot_weights();
    both({.features = features});
  }
  TEST_CASE("separation is found over partitions, and held by the same prior") {
    auto columns = logistic_data::snapshots();
    const auto& plan = std::get<IdColumn>(columns.attributes.at("plan"));
    std::vector<std::uint8_t> outcome;
    for (std::size_t i = 0; i < 240; ++i) outcome.push_back(plan.text(i) == "team" ? 0 : columns.outcome[i]);
    columns.outcome = std::move(outcome);
    const LogisticOptions options{.features = {"usage", "tickets", "plan"}};
    const auto model = fit(parts(columns, 3), options);
    CHECK(model.stabilized);
    check(model, logistic(Examples(columns), options));
  }
  TEST_CASE("constant and collinear features have no coefficient over partitions either") {
    auto columns = logistic_data::random_rows(4, 100, 2);
    std::vector<double> sum;
    for (std::size_t i = 0; i < 100; ++i)
      sum.push_back(3 + std::get<Column<double>>(columns.attributes.column(0))[i] -
                    2 * std::get<Column<double>>(columns.attributes.column(1))[i]);
    columns.attributes.add("sum", Column<double>(std::move(sum)));
    columns.attributes.add("same", Column<double>(std::vector<double>(100, .1)));
    const LogisticOptions options{.features = {"x0", "x1", "sum", "same"}};
    check(fit(parts(columns, 4), options), logistic(Examples(columns), options));
  }
  TEST_CASE("rounds that do not belong together are refused") {
    const Examples examples(logistic_data::random_rows(1, 50, 2));
    const LogisticOptions options{.features = {"x0", "x1"}};
    LogisticRounds rounds(options);
    CHECK_THROWS_WITH_AS(static_cast<void>(rounds.model()),
                         "LogisticRounds: model is not done: round 1 has not come up", InvalidInput);
    CHECK_THROWS_WITH_AS(rounds.advance(LogisticPartial()),
                         "LogisticRounds: all = a state without a task was given; it is to be made of task()",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(rounds.advance(LogisticPartial(rounds.task())),
                         "logistic: outcome = 1 in 0 of 0 rows tells nothing; a model needs rows in which it "
                         "happened and rows in which it did not",
                         InvalidInput);
    LogisticPartial survey(rounds.task());
    survey.update(examples);
    rounds.advance(survey);
    CHECK(rounds.task().round() == LogisticRound::sums);
    CHECK_THROWS_WITH_AS(
        rounds.advance(survey),
        "LogisticPartial: task = that of round 1 is not that of this state, which is of round 2",
        InvalidInput);
    CHECK_THROWS_WITH_AS(
        rounds.advance(LogisticPartial(rounds.task())),
        "LogisticRounds: all = 0 examples, 0 left out is not the survey's 50 examples, 0 left out",
        InvalidInput);
    while (!rounds.done()) {
      LogisticPartial all(rounds.task());
      all.update(examples);
      rounds.advance(all);
    }
    check(rounds.model(), logistic(examples, options));
    CHECK_THROWS_WITH_AS(rounds.advance(LogisticPartial(rounds.task())),
                         "LogisticRounds: model is done; there is no further round", InvalidInput);
    CHECK_THROWS_WITH_AS(LogisticRounds({.features = {}}),
                         "logistic: features = 0 names were given; a model needs one", InvalidInput);
  }
}
