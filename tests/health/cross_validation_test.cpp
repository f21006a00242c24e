// SPDX-License-Identifier: MIT
#include <fealty/health/cross_validation.hpp>

#include "health/telco.hpp"
#include "revenue/tables.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace fealty;
using namespace fealty::health;
using doctest::Approx;
using tables::Reals;
using tables::Texts;

namespace {

/// Rows of one day each; those from `cut` on are tested.
struct SeenAndUnseen {
  std::vector<std::uint8_t> outcome;
  Reals usage, seats;
  Texts plan;
  tables::Days days;

  explicit SeenAndUnseen(std::size_t rows) {
    std::mt19937_64 random(9);
    for (std::size_t i = 0; i < rows; ++i) {
      usage.push_back(static_cast<double>(random() % 100));
      seats.push_back(static_cast<double>(random() % 40));
      plan.push_back(random() % 3 == 0 ? "basic" : "pro");
      outcome.push_back(static_cast<double>(random() % 130) > usage.back() + (plan.back() == "pro" ? 20 : 0));
      days.push_back(static_cast<std::int32_t>(19'000 + i));
    }
  }
  Examples examples() const {
    ExampleColumns columns{.outcome = Column<std::uint8_t>(outcome)};
    columns.attributes.add("usage", Column<double>(usage));
    columns.attributes.add("seats", Column<double>(seats));
    columns.attributes.add("plan", IdColumn(plan));
    columns.as_of = Column<std::int32_t>(days);
    return Examples(columns);
  }
  Splits splits(std::int32_t cut) const {
    return time_splits(examples(), {.horizon_days = 1, .cuts = {Date{19'000 + cut}}});
  }
};

}  // namespace

TEST_SUITE("health/cross_validation") {
  TEST_CASE("folds, losses and areas as scikit-learn has them") {
    const auto plain = telco::examples();
    if (!plain) return;
    const IdColumn& contract = std::get<IdColumn>(plain->data().attributes.at("Contract"));
    Reals monthly;
    for (std::size_t i = 0; i < contract.size(); ++i)
      monthly.push_back(contract.text(i) == "Month-to-month" ? 1 : 0);
    const auto examples = telco::examples(std::pair{std::string("monthly"), monthly});
    const auto found =
        cross_validate(*examples, account_splits(*examples),
                       {.features = {"tenure", "MonthlyCharges", "monthly"}, .penalties = {.3, .001, .03}});
    CHECK(found.path.penalty == Reals{.001, .03, .3});
    CHECK(found.path.log_loss[0] == Approx(0.439028283).epsilon(2e-9));
    CHECK(found.path.log_loss[1] == Approx(0.444312908).epsilon(2e-9));
    CHECK(found.path.log_loss[2] == Approx(0.493022573).epsilon(2e-9));
    CHECK(found.path.std_error[0] == Approx(0.002445698).epsilon(1e-6));
    CHECK(found.path.std_error[2] == Approx(0.000596762).epsilon(1e-6));
    CHECK(found.best_penalty == .001);
    CHECK(found.penalty == .001);  // the next one's loss is more than a standard error higher
    const Reals areas{0.828630293, 0.826159291, 0.830712496, 0.816437644, 0.822680706};
    for (std::size_t i = 0; i < 5; ++i) CHECK(found.folds.auc[i] == Approx(areas[i]).epsilon(2e-9));
    CHECK(found.auc == Approx(0.824924086).epsilon(2e-9));
    CHECK(found.predictions.row.size() == 7043);
    CHECK(found.findings.empty());
  }

  TEST_CASE("an honest area of IBM's customers lies between .84 and .86; the outcome itself does not") {
    const auto examples = telco::examples();
    if (!examples) return;
    const std::vector<std::string> all{
        "SeniorCitizen",   "Partner",         "Dependents",   "tenure",           "MultipleLines",
        "InternetService", "OnlineSecurity",  "OnlineBackup", "DeviceProtection", "TechSupport",
        "StreamingTV",     "StreamingMovies", "Contract",     "PaperlessBilling", "PaymentMethod",
        "MonthlyCharges",  "gender",          "TotalCharges"};
    const Splits splits = account_splits(*examples, {.folds = 4, .seed = 3});
    for (const bool evidence : {false, true}) {
      const auto found = cross_validate(
          *examples, splits, {.features = all, .penalties = {.001}, .weight_of_evidence = evidence});
      CAPTURE(found.auc);
      CHECK(found.auc > .84);
      CHECK(found.auc < .86);
      CHECK(found.left_out == (evidence ? 0 : 11));
      for (std::size_t i = 0; i < 4; ++i) CHECK(found.folds.log_loss[i] < found.folds.null_log_loss[i]);
    }
    Reals smuggled;
    for (const std::uint8_t each : examples->data().outcome.values()) smuggled.push_back(each);
    const auto leaking = telco::examples(std::pair{std::string("left"), smuggled});
    CHECK(cross_validate(*leaking, splits, {.features = {"tenure", "left"}, .penalties = {.001}}).auc > .98);
  }

  TEST_CASE("nothing of a test row is used: others of its fold are predicted the same whatever it holds") {
    const SeenAndUnseen plain(240);
    SeenAndUnseen other = plain;
    for (std::size_t i = 200; i < 239; ++i) {  // all test rows but the last
      other.outcome[i] = static_cast<std::uint8_t>(1 - other.outcome[i]);
      other.usage[i] = 1e6 + static_cast<double>(i);
      other.seats[i] = -1e6;
      other.plan[i] = "new";
    }
    const Splits splits = plain.splits(200);
    for (const bool evidence : {false, true}) {
      const CrossValidationOptions options{
          .features = {"usage", "seats", "plan"}, .penalties = {.01}, .weight_of_evidence = evidence};
      const auto found = cross_validate(plain.examples(), splits, options);
      const auto again = cross_validate(other.examples(), splits, options);
      REQUIRE(found.predictions.row.back() == 239);
      CHECK(found.predictions.probability.back() == again.predictions.probability.back());
      CHECK(found.predictions.probability.front() != again.predictions.probability.front());
      CHECK(std::isnan(again.predictions.probability.front()) == !evidence);  // an unknown level
      CHECK(tables::codes(again.findings) == (evidence ? "" : "no_prediction"));
    }
  }

  TEST_CASE("what was purged teaches nothing either") {
    const SeenAndUnseen plain(240);
    SeenAndUnseen other = plain;
    other.outcome[199] = static_cast<std::uint8_t>(1 - other.outcome[199]);  // known on the day of the cut
    other.usage[199] = 1e5;
    const CrossValidationOptions options{.features = {"usage"}};
    const auto found = cross_validate(plain.examples(), plain.splits(200), options);
    CHECK(found.folds.train.front() == 199);
    CHECK(found.predictions.probability ==
          cross_validate(other.examples(), plain.splits(200), options).predictions.probability);
  }

  TEST_CASE("of penalties as good as the best the largest is taken") {
    const SeenAndUnseen rows(240);
    const Splits splits = time_splits(rows.examples(), {.horizon_days = 1, .folds = 4});
    const auto found = cross_validate(
        rows.examples(), splits,
        {.features = {"usage", "seats"}, .penalties = {0, .001, .003, .01, .03, .1, .3, 1, 3}});
    CHECK(found.penalty >= found.best_penalty);
    double best = found.path.log_loss[0], error = 0;
    for (std::size_t i = 0; i < found.path.penalty.size(); ++i)
      if (found.path.penalty[i] == found.best_penalty)
        best = found.path.log_loss[i], error = found.path.std_error[i];
    for (std::size_t i = 0; i < found.path.penalty.size(); ++i)
      CHECK((found.path.penalty[i] > found.penalty) ==
            (found.path.penalty[i] > found.best_penalty && found.path.log_loss[i] > best + error));
    const auto one =
        cross_validate(rows.examples(), rows.splits(200), {.features = {"usage"}, .penalties = {0, 1}});
    CHECK(one.penalty == one.best_penalty);  // one fold has no standard error
    CHECK(std::isnan(one.path.std_error[0]));
  }

  TEST_CASE("a fold that can learn nothing has no predictions, and is named") {
    SeenAndUnseen rows(60);
    for (std::size_t i = 0; i < 40; ++i) rows.outcome[i] = 0;
    const auto found = cross_validate(rows.examples(), rows.splits(40), {.features = {"usage"}});
    CHECK(found.left_out == 20);
    CHECK(std::isnan(found.predictions.probability.front()));
    CHECK(std::isnan(found.auc));
    CHECK(tables::codes(found.findings) == "fold_without_training no_prediction");
    CHECK(found.findings.front().message ==
          "cross_validate: fold 1 has no rows of both classes to learn from");
  }

  TEST_CASE("refuses splits of other examples and options that are none") {
    const SeenAndUnseen rows(60);
    const Splits splits = rows.splits(40);
    const auto refuses = [&](const CrossValidationOptions& options, const char* message) {
      CHECK_THROWS_WITH_AS(cross_validate(rows.examples(), splits, options), message, InvalidInput);
    };
    refuses({.features = {}}, "cross_validate: features = 0 names were given; a model needs one");
    refuses({.features = {"usage"}, .penalties = {}}, "cross_validate: penalties are empty; 0 is none");
    refuses({.features = {"usage"}, .penalties = {-1}},
            "cross_validate: penalties = -1 is not a finite number >= 0");
    refuses({.features = {"usage"}, .penalties = {std::numeric_limits<double>::infinity()}},
            "cross_validate: penalties = inf is not a finite number >= 0");
    CHECK_THROWS_AS(cross_validate(rows.examples(), splits, {.features = {"tickets"}}), InvalidInput);
    Splits none;
    none.examples = 60;
    CHECK_THROWS_WITH_AS(cross_validate(SeenAndUnseen(61).examples(), splits, {.features = {"usage"}}),
                         "cross_validate: splits = 60 rows are of other examples; these have 61 rows",
                         InvalidInput);
    CHECK_THROWS_WITH_AS(cross_validate(rows.examples(), none, {.features = {"usage"}}),
                         "cross_validate: splits = 0 folds are too few", InvalidInput);
  }

  TEST_CASE("splits know of what accounts or days they are; outcomes may be others") {
    const auto examples = [](const IdColumn& account, const tables::Days& days, std::uint8_t first) {
      ExampleColumns columns{.outcome = std::vector<std::uint8_t>{first, 0, 1, 0, 1, 0}};
      columns.attributes.add("x", Column<double>(tables::Reals{1, 2, 4, 3, 6, 5}));
      columns.account = account;
      if (!days.empty()) columns.as_of = days;
      return Examples(columns);
    };
    const tables::Texts names{"a", "b", "c", "d", "e", "f"};
    const tables::Days days{1, 2, 3, 4, 5, 6};
    const Examples known = examples(names, days, 1);
    const auto refuses = [](const Examples& these, const Splits& splits, const char* message) {
      CHECK_THROWS_WITH_AS(cross_validate(these, splits, {.features = {"x"}, .penalties = {.1}}), message,
                           InvalidInput);
    };
    const auto takes = [](const Examples& these, const Splits& splits) {
      CHECK(cross_validate(these, splits, {.features = {"x"}, .penalties = {.1}}).predictions.row.size() > 0);
    };
    const Splits by_account = account_splits(known, {.folds = 2});
    const std::string other_accounts = "cross_validate: splits = " + by_account.fingerprint +
                                       " are of other examples: their accounts are not in the same rows of "
                                       "these";
    CHECK(by_account.fingerprint.size() == 16);
    takes(examples(names, {}, 0), by_account);
    // The codes of accounts do not matter.
    const auto coded = std::make_shared<Ids>();
    for (const char* name : {"f", "e", "d", "c", "b", "a"}) coded->encode(std::string_view(name));
    takes(examples(IdColumn({5, 4, 3, 2, 1, 0}, coded), {}, 1), by_account);
    refuses(examples(tables::Texts{"a", "b", "c", "d", "f", "e"}, days, 1), by_account,
            other_accounts.c_str());
    refuses(examples({}, days, 1), by_account, other_accounts.c_str());
    refuses(examples(tables::Counts{1, 2, 3, 4, 5, 6}, days, 1), by_account, other_accounts.c_str());
    const Splits by_time = time_splits(known, {.horizon_days = 1, .cuts = {Date{5}}});
    const std::string other_days = "cross_validate: splits = " + by_time.fingerprint +
                                   " are of other examples: their days (as_of) are not in the same rows of "
                                   "these";
    takes(examples({}, days, 0), by_time);
    refuses(examples(names, {1, 2, 3, 4, 6, 5}, 1), by_time, other_days.c_str());
    refuses(examples(names, {}, 1), by_time, other_days.c_str());
    Splits by_hand = by_time;
    by_hand.fingerprint.clear();
    takes(examples(names, {1, 2, 3, 4, 6, 5}, 1), by_hand);
  }
}
